"""What is denied of something else than the session, or nearly came to pass: it was held all the same."""

from __future__ import annotations

import re

from conversations.rules.session_report.noise import BLANK

CALL_OFF = r"(?:anul|cancel|ajorn|suspe[sn]|aplac|pospos|desconvo)"
# These deny something else than the session: why it was so, what it went without, what had not been told yet.
# What was nearly called off, or did not have to be, was held.
_HARMLESS = re.compile(
    # what broke off, and was done; the place where they want to do something
    r"\b(?:haur|havi|hem|he|toca|teni|voli|anav|pensav|quedav)[a-z]*(?: [a-z]+){0,3} ?\.{2,} ?(?=(?:be|bueno|vaja|mira|"
    r"no|ei|calla|pero),? (?:(?:que|ja|si|de fet|al final|per fi) )*(?:l'|la |ho |esta |hem |vam |feta))|"
    r"\b(?:on|en que) (?:hi )?(?:volen|vol|voldrien|voldria|pensen|preveuen|projecten) [a-z]+r (?:el|la|els|les|un|una|"
    r"l')[^.;,\n]*|"
    # what they have never done, bids that nobody made
    r"\bmai (?:no )?(?:s'|hi |n'|en )*(?:han|havien) [^.;,\n]*|\bno (?:hi |n'|en )*(?:han|"
    r"havien) [a-z]+ mai\b[^.;,\n]*|"
    r"\bno s'ha(?:via)? [a-z]+ mai (?:cap|una?|res) (?!sessi|reuni|trobad|mentor)[^.;,\n]*|\bno (?:es |s'|hi |va |"
    r"van |ha "
    r"|han )+(?:presenta[rt]|arriba[rt]|hav\w+|reb\w+) (?:cap |ni una |gaires )?(?:ofert|propost|licitador|candidat|"
    r"empres|"
    r"so[l]?licit)\w*|(?:^|[.;,:\n] )(?:al? |en )?(?:el |la |l')?(?:concurs|licitacio|subhasta|convocatoria|ple|placa|"
    r"oferta|fira)\b[^.;\n]{0,40}(?<!sessio)\bno "
    r"(?:es |s'|hi |va |van |ha |han )+(?:presenta[rt]|ana[rt]|veni[rt]?|vingut|acudi[rt])\b[^.;,\n]*|"
    r"\besborr\w+ (?:aixo|l'anterior|el d'abans|el missatge|el que)(?=[^\n]*\b(?:volia dir|vull dir|eren|era)\b)|"
    rf"\b(?:despres|malgrat|a part|a banda|tot i)(?: de| d'|(?<='))? ?(?:les |els |[a-z0-9]+ )?{CALL_OFF}\w*|"
    r"\b(?:per(?: a| als?)?|als?) (?:qui|que|els que|les que) no [^.;,\n]{0,24}|\bdema fara [^.;\n]{3,24} que (?:ens |"
    r"hi )?(?:vaig|vam|hem|he|van|va)\b|\b(?:a punt (?:de |d')|(?:gairebe|quasi|casi|per poc|de poc)(?: que)? |no "
    r"[a-z' ]{0,20}\b(?:haver|hagut|calgu\w*|caldre|calia|cal|falta|volg\w+|vole[rn]|volia|deixa[rt]|van|va|vam|hem|"
    rf"han|ha) (?:de |d')?)(?:no )?(?:[a-z]+ |[a-z]{{1,2}}')?{CALL_OFF}\w*[a-z'-]*(?: res)?|\b[a-z' ]{{0,12}}(?:pensa|"
    rf"temia|creia|deia|semblava|por) ?[a-z]* (?:que )?[a-z' ]{{0,16}}{CALL_OFF}\w*r(?:ia|ien|"
    r"iem)\w*(?:[^.;\n]{0,40}(?:pero|sort que|i) no\b)?|\b(?:volia|volien|van voler|va voler|volgut|intent\w+|prova\w+|"
    r"demana\w+|propos\w+|pensa\w+)(?: si)?(?: de| d'|(?<='))? ?[a-z' "
    rf"]{{0,16}}{CALL_OFF}\w*(?=[^;\n]{{1,80}}\b(?:pero|i al final|i finalment|i vam|i hem)\b)|\b(?:temi|pati|pensav|"
    r"crei|tenia por|teniem por|feia por)[a-z]* (?:que|de) no [^,.;\n]{0,60}?(?= pero | i |[,.;\n]|$)|\b(?:ja )?no "
    r"(?:hem|vam|he|vaig) fe[rt] (?:res|gran cosa) (?:mes|d'altre)\b|\bdema (?=fara (?:1|una?|[0-9]+) (?:setman|dies))|"
    r"\bno\b(?! n'| es va| hi)[^.;:\n]{2,50}?(?= sino\b)|(?<=, )(?:que )?ho (?:vaig|he|havia) (?:posa|escri|apunta|"
    r"di)\w* malament\b|\bno (?:ens |hi |es |s'|se )?(?:va|vam|van|ha|hem|han|vaig|he) (?:poder |pogut )?(?:comen|"
    r"arrenc|inici|engeg|posar)[a-z-]*(?=[^.;,\n]{0,24} fins )|\bque (?:teniem|haviem|tocava|estava)[^.;\n]{0,40} "
    rf"(?:es va|la vam|la van|s'ha|s'havia) {CALL_OFF}\w*|\bsi no (?:ho |la |les |l'|us )*(?:apunt|dic|pos|escri|"
    r"envi)\w*[^,.:;\n]{0,60}|\bfa (?:dies|temps|setmanes|molt|molts dies|estona) (?:que|q) no [a-z' ]{0,20}|"
    r"\b(?:gairebe|quasi|casi|per poc|de poc)(?: que)? no [^,.;\n]{0,30}|\bno (?:(?:l'|la |les |ho )(?:he|havia|haviem|"
    r"hem) (?:entra|puja|penja|introdui)\w*|(?:he|havia|haviem|hem) (?:entra|puja|penja|introdui)\w* (?=la |les |l'|el "
    r"|els |aquest))|\b(?:ningu (?:no )?|no )(?:es |s'|va |van |ha |han |ho |se |en )+(?:queix|avorr|adorm|enfad|opos|"
    r"discut|marx|protest|perd|preocup|escap|moure|mogu)[a-z]*(?: (?:res|ningu))?|\b(?:en (?:lloc|comptes)|enlloc) "
    r"(?:de |d')(?:dema|la setmana (?:que ve|vinent))\b|\bde dema (?=a avui\b)|\b(?:sessio|reunio|trobada|la) "
    r"(?:ajornad|cancell?ad|anull?ad|suspes|aplacad|posposad)a (?=[^.;\n]{0,40}\b(?:la|ho|l') ?(?:vam|hem|vaig|he) "
    r"(?:poder |pogut )?(?:fe[rt]|recupera[rt]))|\b(?:preocupa|amoina|fa por|tenen por|temen|pateixen|neguiteja)(?:t|"
    r"va|ven)? (?:que|per si) [^,.;\n]{0,80}|\bno (?:ho |l'|la |les )?(?:he|hem|vaig|vam|havia|haviem) (?:fet|dit|fer|"
    r"dir|pogut [a-z]+(?:-[a-z]+)?) abans\b|\bno (?:en |hi )?(?:vam|van|va|hem|han|ha) (?:tenir|tingut|haver|hagut) "
    r"prou\b|\bcom (?:anul|cancel|ajorn|suspe)\w+ |\bno hi ha ningu\b|\bno (?:vam|vaig|hem|he) (?:penja|para|marxa|"
    r"aixecar-no)(?:r|t|s) (?:de parlar )?fins\b|\bno (?:vam|vaig|hem|he|van) (?:tenir|tingut) (?:gaire |massa |molta "
    r")?sort amb\b|\b(?:per|x|perque|pq|sap greu|sento|lamento|disculp\w+|perdo\w*) (?:tal de )?no (?:haver[a-z'-]* de "
    r")?(?:haver[a-z'-]*|[a-z]+r)(?:[e']?[a-z'-]*)?(?: ningu| res)?(?![a-z])|\b(?:(?:i |pero )?(?:encara |fins ara "
    r")?no|sense) (?:ho |la |les |l'|us |us la |us ho |te la |te ho )?(?:he |havia |haviem |hem |vaig |havia pogut |he "
    r"pogut |vaig poder |haver )?(?:apunta|registra|comunica|anota|reporta|notifica|declara|dit|dir|enviat|passat|"
    r"posat)(?:t|r|da|des|ts)?(?:-l[ao]|-les|-ho)?\b|\bno (?:vam|vaig|hem|he|varem|van|ha|va)(?: haver de| caldre| "
    r"calgut)? (?:fer|fet) (?:cap |gaire |massa |ni )?(?:servir|falta|pausa|descans|us|parada|aturada|esforc|soroll|"
    r"cas|acta|fotos?|captures?)\w*|\b(?:durada|hores|minuts|temps) (?:encara )?(?:pendents?|per) (?:de )?(?:confirm|"
    r"determin|concret|calcul|mir)ar|\b(?:durada|duracio|hores|temps|tema|acta|modalitat|format|lloc) ?: ?[a-z' "
    r"]{0,20}\b(?:pendents?|no|sense|per)\b [a-z' ]*|\bno (?:ho |l'|el |la )?(?:havia|he|haviem|hem) (?:vist|obert|"
    r"llegit|rebut) (?:el |la |l'|vostre )*(?:recordatori|missatge|correu|mail|avis|que)\b|\bde les (?:[2-9] "
    r")?(?:(?:sessions|hores|trobades|reunions) )?que (?:farem|tindrem|tenim|fem|hem de fer|toquen|falten|s'han de fer|"
    r"hi ha previstes)\b|\bno (?:obstant|nomes|solament|fa gaire|se (?:fer|fer-ho|com|on|qui|utilitzar|funcionar)\b(?! "
    r"(?:va ser|era|vam)))|\bsi (?:cal|convé|conve|fa falta|voleu|vols)(?: [a-z'-]+){0,5}(?=[:,])|\bsi no (?:vaig "
    r"errat|vaig errada|m'erro|ho he entes malament)\b|\bno (?:ens|em|els|li) (?:va|van|ha|han) (?:(?:donar|donat|"
    r"quedar|quedat)(?! temps d)|sobrar|faltar|costar|agradar) \w+"
)


def without_harmless(text: str) -> str:
    """The text with everything blanked that denies something else than the session; same length."""
    return _HARMLESS.sub(lambda match: BLANK * len(match.group()), text)
