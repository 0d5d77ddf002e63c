"""What is denied of something else than the session, or nearly came to pass: it was held all the same."""

from __future__ import annotations

import re

from conversations.rules.session_report.noise import BLANK

CALL_OFF = r"(?:anul|cancel|ajorn|suspe[sn]|aplac|pospos|desconvo)"
# These deny something else than the session: why it was so, what it went without, what had not been told yet.
# What was nearly called off, or did not have to be, was held.
_HARMLESS = re.compile(
    r"\besborr\w+ (?:aixo|l'anterior|el d'abans|el missatge|el que)(?=[^\n]*\b(?:volia dir|vull dir|eren|era)\b)|"
    rf"\b(?:despres|malgrat|a part|a banda|tot i)(?: de| d'|(?<='))? ?(?:les |els |[a-z0-9]+ )?{CALL_OFF}\w*|"
    r"\b(?:per(?: a| als?)?|als?) (?:qui|que|els que|les que) no [^.;,\n]{0,24}|"
    r"\bdema fara [^.;\n]{3,24} que (?:ens |hi )?(?:vaig|vam|hem|he|van|va)\b|"
    rf"\b(?:a punt (?:de |d')|(?:gairebe|quasi|casi|per poc|de poc)(?: que)? |no [a-z' ]{{0,20}}\b(?:haver|hagut|"
    rf"calgu\w*|caldre|calia|cal|falta|volg\w+|vole[rn]|volia|deixa[rt]|van|va|vam|hem|han|ha) (?:de |"
    rf"d')?)(?:no )?(?:[a-z]+ |[a-z]{{1,2}}')?{CALL_OFF}\w*[a-z'-]*(?: res)?|\b[a-z' ]{{0,12}}(?:pensa|temia|creia|"
    rf"deia|semblava|por) ?[a-z]* (?:que )?[a-z' ]{{0,16}}{CALL_OFF}\w*r(?:ia|ien|iem)\w*"
    r"(?:[^.;\n]{0,40}(?:pero|sort que|i) no\b)?|"
    rf"\b(?:volia|volien|van voler|va voler|volgut|intent\w+|prova\w+|demana\w+|propos\w+|pensa\w+)(?: si)?(?: de| d'|"
    rf"(?<='))? ?[a-z' ]{{0,16}}{CALL_OFF}\w*(?=[^;\n]{{1,80}}\b(?:pero|i al final|i finalment|i vam|i hem)\b)|"
    r"\b(?:temi|pati|pensav|crei|tenia por|teniem por|feia por)[a-z]* (?:que|de) no [^,.;\n]{0,60}?(?= pero | i |"
    r"[,.;\n]|$)|\b(?:ja )?no (?:hem|vam|he|vaig) fe[rt] (?:res|gran cosa) (?:mes|d'altre)\b|\bdema (?=fara (?:1|una?|"
    r"[0-9]+) (?:setman|dies))|\bno\b(?! n'| es va| hi)[^.;:\n]{2,50}?(?= sino\b)|(?<=, )(?:que )?ho (?:vaig|he|"
    r"havia) (?:posa|escri|apunta|di)\w* malament\b|"
    r"\bno (?:ens |hi |es |s'|se )?(?:va|vam|van|ha|hem|han|vaig|he) (?:poder |pogut )?(?:comen|arrenc|inici|engeg|"
    r"posar)[a-z-]*(?=[^.;,\n]{0,24} fins )|"
    r"\bque (?:teniem|haviem|tocava|estava)[^.;\n]{0,40} (?:es va|la vam|la van|s'ha|s'havia) "
    rf"{CALL_OFF}\w*|"
    r"\bsi no (?:ho |la |les |l'|us )*(?:apunt|dic|pos|escri|envi)\w*[^,.:;\n]{0,60}|\bfa (?:dies|temps|setmanes|molt|"
    r"molts dies|estona) (?:que|q) no [a-z' ]{0,20}|\b(?:gairebe|quasi|casi|per poc|de poc)(?: que)? no [^,.;\n]{0,30}|"
    r"\bno (?:(?:l'|la |les |ho )(?:he|havia|haviem|hem) (?:entra|puja|penja|introdui)\w*|(?:he|havia|haviem|"
    r"hem) (?:entra|puja|penja|introdui)\w* (?=la |les |l'|el |els |aquest))|\b(?:ningu (?:no )?|no )(?:es |s'|va |"
    r"van |ha |han |ho |se |en )+(?:queix|avorr|adorm|enfad|opos|discut|marx|protest|perd|preocup|escap|moure|"
    r"mogu)[a-z]*(?: (?:res|ningu))?|\b(?:en (?:lloc|comptes)|enlloc) (?:de |d')(?:dema|la setmana (?:que ve|"
    r"vinent))\b|\bde dema (?=a avui\b)|\b(?:sessio|reunio|trobada|la) (?:ajornad|cancell?ad|anull?ad|suspes|aplacad|"
    r"posposad)a (?=[^.;\n]{0,40}\b(?:la|ho|l') ?(?:vam|hem|vaig|he) (?:poder |pogut )?(?:fe[rt]|recupera[rt]))|"
    r"\b(?:preocupa|amoina|fa por|tenen por|temen|pateixen|neguiteja)(?:t|va|ven)? (?:que|per si) [^,.;\n]{0,80}|"
    r"\bno (?:ho |l'|la |les )?(?:he|hem|vaig|vam|havia|haviem) (?:fet|dit|fer|dir|pogut [a-z]+(?:-[a-z]+)?) abans\b|"
    r"\bno (?:en |hi )?(?:vam|van|va|hem|han|ha) (?:tenir|tingut|haver|hagut) prou\b|\bcom (?:anul|cancel|ajorn|"
    r"suspe)\w+ |\bno hi ha ningu\b|\bno (?:vam|vaig|hem|he) (?:penja|para|marxa|aixecar-no)(?:r|t|"
    r"s) (?:de parlar )?fins\b|\bno (?:vam|vaig|hem|he|van) (?:tenir|tingut) (?:gaire |massa |molta )?sort amb\b|"
    r"\b(?:per|x|perque|pq|sap greu|sento|lamento|disculp\w+|"
    r"perdo\w*) (?:tal de )?no (?:haver[a-z'-]* de )?(?:haver[a-z'-]*|[a-z]+r)(?:[e']?[a-z'-]*)?(?: ningu|"
    r" res)?(?![a-z])|\b(?:(?:i |pero )?(?:encara |fins ara )?no|sense) (?:ho |la |les |l'|us |us la |us ho |te la |"
    r"te ho )?(?:he |havia |haviem |hem |vaig |havia pogut |he pogut |vaig poder |haver )?(?:apunta|registra|comunica|"
    r"anota|reporta|notifica|declara|dit|dir|enviat|passat|posat)(?:t|r|da|des|ts)?(?:-l[ao]|-les|-ho)?\b|\bno (?:vam|"
    r"vaig|hem|he|varem|van|ha|va)(?: haver de| caldre| calgut)? (?:fer|fet) (?:cap |gaire |massa |ni )?(?:servir|"
    r"falta|pausa|descans|us|parada|aturada|esforc|soroll|cas|acta|fotos?|captures?)\w*|\b(?:durada|hores|minuts|"
    r"temps) (?:encara )?(?:pendents?|per) (?:de )?(?:confirm|determin|concret|calcul|mir)ar|\b(?:durada|duracio|hores|"
    r"temps|tema|acta|modalitat|format|lloc) ?: ?[a-z' ]{0,20}\b(?:pendents?|no|sense|per)\b [a-z' ]*|\bno (?:ho |l'|"
    r"el |la )?(?:havia|he|haviem|hem) (?:vist|obert|llegit|rebut) (?:el |la |l'|vostre )*(?:recordatori|missatge|"
    r"correu|mail|avis|que)\b|\bde les (?:[2-9] )?(?:(?:sessions|hores|trobades|reunions) )?que (?:farem|tindrem|tenim|"
    r"fem|hem de fer|toquen|falten|s'han de fer|hi ha previstes)\b|\bno (?:obstant|nomes|solament|fa gaire|se (?:fer|"
    r"fer-ho|com|on|qui|utilitzar|funcionar)\b(?! (?:va ser|era|vam)))|\bsi (?:cal|convé|conve|fa falta|voleu|"
    r"vols)(?: [a-z'-]+){0,5}(?=[:,])|\bsi no (?:vaig errat|vaig errada|m'erro|ho he entes malament)\b|\bno (?:ens|em|"
    r"els|li) (?:va|van|ha|han) (?:(?:donar|donat|quedar|quedat)(?! temps d)|sobrar|faltar|costar|agradar) \w+"
)


def without_harmless(text: str) -> str:
    """The text with everything blanked that denies something else than the session; same length."""
    return _HARMLESS.sub(lambda match: BLANK * len(match.group()), text)
