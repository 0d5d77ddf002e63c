"""The words of other matters: activities that are no session, and what a session was about."""

from __future__ import annotations

import re

# What has already been told, is not to be written down, or is only tried out.
TOLD_BEFORE = re.compile(
    r"\bno (?:(?:es|son|era|eren|va ser|van ser|compt\w+) )?(?:pas |cap )?(?:(?:de|per|per a|com a|com) )?(?:la |les "
    r")?mentori(?:a|es)\b|\bno es (?:veritat|cert|correcte)\b|\bsegons (?:el|la) (?:meu|meva|nostr[ea]) (?:company|"
    r"compa|cap\b|equip)|\bhi (?:va|ha|van|han) (?:anar|anat) (?:(?:la|el|en|na|els) |l')(?!tecni|regidor|alcald|"
    r"interv|secret)[a-z]+(?! i jo)|\bduplicad\w+|\bno son (?:meves|mies)\b|\bno es meva\b|\bno,? al final[.! ]*$|"
    r"\b(?:em(?! surt(?:en)? (?:[0-9]|una hora|hora i|fum|foc|grans|canes))|hi) (?:surt|surten|"
    r"apareix|apareixen)\b|\b(?:sessio|hores)(?: "
    r"[a-z']+){0,3} (?:surt|surten|apareix)\b|\b(?:hi ha|hi tinc|hi consten|hi veig|consten|constaven|constava) "
    r"(?:apuntad\w+ )?[0-9]+ ?h|\bja (?:les|la|ho) (?:tens|teniu|tenen)\b(?! [a-z]+[td]\b)|\bja (?:hi )?const(?:a|en|"
    r"ava|aven)\b|^ ?(?:imagin\w+(?:'t|-vos|-te)?|suposem|suposant|posem per cas|fem veure) que\b|^ ?posem que (?!son|"
    r"van|eren|[0-9])|\b(?:la|les|l'|ho) (?:va|van|ha|han) (?:fer|fet|portar|portat|dur|dut|cobrir|cobert|assumi[rt]) "
    r"(?:(?:(?:la|el|en|na|els|les|una?) |l')[a-z]|jo no)|\b(?:em |m')(?:va|van|ha|han) (?:substitu|supl|cob|relleva|"
    r"reemplaca)[a-z]+|\bme (?:sustituy|supli|cubri|reemplaz)o\b|\b(?:hizo|llevo|estuvo) por mi\b|\bsense mi\b|"
    r"\bno hi vaig (?:ser|anar) jo\b|(?<!amb )(?<! i )\b(?:la meva|el meu) (?:companya?|"
    r"collega)(?: [a-z]+)?, (?:[0-9]|una hora|hora)|"
    r"\ben (?:(?:lloc|nom) meu|comptes de mi|el meu lloc)\b|^ ?(?:(?:(?:una |text de |missatge de )?prova)|"
    r"(?:per )?exemple|test)\b ?:?|\bno (?:(?:cal|has|heu|hauries|s'ha|hem|he) (?:de |que )?(?:\w+ )?)?(?:la |les |ho |"
    r"me la |me les )?(?:apunt(?!ad|at)|compt(?!(?:a|em|en|ava|avem|aven) amb\b)|registr(?!ad|at)|anot(?!ad|at))\w+|"
    r"\b(?:apunta[tr]|comunica[tr]|envia[tr]|registra[tr]|posa[tr]) (?:malament|dues vegades|2 vegades|per error)|"
    r"(?<!si )\bja (?:la |les |ho |l'|us |et |te )*(?:vaig|he|havia|vam|hem) (?:\w+ )?(?:apunta|envia|registra|"
    r"comunica|anota|posar|posat|entra(?:t|r|"
    r"da|des)|passa(?:r|t)(?! ?(?:la|les) (?:sessio|hores)))\w*|\b(?:ignora|ignoreu|oblida|olvida|ignore|disregard) "
    r"(?:\w+ ){0,3}(?:instruccio\w*|instruccion\w*|instructions|norm\w+|regl\w+|anterior\w*|tot)|\bsystem prompt\b|"
    r"\bets un (?:bot|assistent)\b"
)
# Somebody else's session: "la Marta va fer 2 h amb Vic".
SOMEBODY_ELSE = (
    r"^ ?(?:(?:hola|bon dia|ahir|avui|di[lmjvsu][a-z]+s)[ ,]+)*(?:(?:(?:la|el|en|na|els|les|una|un) |l')(?:meva |meu |"
    r"nostra |altra |altre )?(?!sessi|reuni|trobad|mentori|video|trucad|visit|tecni|regidor|alcald|interv|secret|"
    r"ajunt|gent|responsable|cap\b|di[lmjvsu]|zoom|meet|teams|assess|primer|segon|tercer|quart|ultim|"
    r"darrer)[a-z]+(?: (?:(?:de|del) |d')?[a-z]{3,})?(?:, que [^,.;\n]{1,40},)?"
    r"(?: i (?:(?:la|el|en|na|l') ?)?[a-z]+)?) (?:ja )?(?:va|ha|van|han) (?:fer|fet|estar|estat|tenir|tingut|"
    r"porta[rt]|conduir|assumi[rt])\b(?=[^.;\n]*(?:[0-9] ?h|hor|sessi|mentor))(?![^.;\n]*\bamb (?:mi|nosaltres)\b)"
)
# An errand, if it took that long: "10 minuts de trucada per quedar".
ERRAND = re.compile(
    r"\bper (?:quedar|posar (?:data|dia|hora)|concertar|fixar|quadrar (?:la |les |el |els )?(?:dat|dia|agend|calend|"
    r"horari|factur|compt)\w*|tancar (?:la |el )?(?:data|dia|agenda)|"
    r"trobar (?:un |una )?(?:data|dia|forat|hora)|confirmar la)\b"
)
# "Dilluns ja us vaig passar la de Vila-seca", "la de Vila-seca ja la teniu": another session than the one told now.
_ANOTHER = (
    r"(?:la |les |el |els |l')(?:(?:sessio|reunio|trobada|mentoria|visita|hores|dades) )?"
    r"(?:de |d'|dels? |altra|altres|anterior|primera|segona)"
)
_ANOTHER_BEHIND = re.compile(rf" {_ANOTHER}")
_ANOTHER_BEFORE = re.compile(rf"(?:^|[.;!?(,\n]) ?(?:i |pero )?{_ANOTHER}[^.;!?(\n]*$")

# "Dijous n'havíem fet una altra, que ja vaig apuntar"
_ANOTHER_ONE = re.compile(
    r"\b(?:di[lmjvsu][a-z]+s|diumenge|dissabte|ahir)\b[^.;\n]*(?:\b(?:una|1) altra\b|\bn'(?:havi|hi (?:va|ha)))"
)

_LENGTH = re.compile(r"[0-9] ?(?:h|min)|\bhora\b|\bmitja hora\b")
# "i 20 min de proves que no compto"
_UNCOUNTED = re.compile(
    r"(?:[0-9] ?(?:h|hor\w+|min\w*|')|(?:una|mitja) hora|quart)(?![a-z])[^.;,()0-9]{0,40}"
    r"(?:(?<= )(?:(?:que|pero) (?:ja )?)?|[^()0-9]{0,40}\()$"
)


# "Vam esmorzar abans, això no ho compto"
_BESIDE_IT = re.compile(
    r"\b(?:esmorz|dina|cafe|viatge|cami|anada|tornada|tren|cotxe|espera|pausa|vermut|sopa|prova|preparaci)"
)
_INJECTED = re.compile(r"ignor|oblid|olvid|disregard|system|ets un")


def uncounted(text: str, start: int, told: re.Match[str]) -> int | None:
    """Where what is not to be counted begins, if it is something beside the session: a journey, a coffee."""
    if "compt" not in told.group():
        return None
    length = _UNCOUNTED.search(text, max(start, told.start() - 60), told.start())
    if length and (_LENGTH.search(text, 0, length.start()) or _LENGTH.search(text, told.end())):
        return length.start()
    beside = _BESIDE_IT.search(text, start, told.start())
    return max(start, *(text.rfind(mark, start, beside.start()) for mark in (",", "(", " i "))) if beside else None


def already_told(text: str) -> bool:
    """Whether the message says of what it tells that it has been told before."""
    told = TOLD_BEFORE.search(text)
    if told is None or _INJECTED.match(told.group()) or _ANOTHER_BEHIND.match(text, told.end()):
        return False
    if _ANOTHER_BEFORE.search(text, max(0, told.start() - 80), told.start()):
        return False
    start = max(text.rfind(mark, 0, told.start()) for mark in ".;\n") + 1
    sentence = text[start : told.end()]
    if uncounted(text, start, told) is not None:
        return False
    return not (_ANOTHER_ONE.search(sentence) and _LENGTH.search(text, 0, told.start()))


# Company that is nobody's of a council, unless somebody else is named beside it.
COMPANY = re.compile(
    r"\bamb (?:el |la |els |l')?(?:asseguranca|companyia|agencia tributaria|hisenda|banc|operadora|metge)\b|"
    r"(?<!-hi )(?<!hi vaig anar )(?<!hi he anat )\bamb (?:el |la |els |les |l')?(?:meu|meus|nostre|nostres|meva|"
    r"nostra) (?:equip|cap|company\w*\b|alcald\w+|regidor\w*)(?! (?:[a-z]+ )?(?:vam|hem|varem|i amb)\b)|"
    r"\bamb (?:(?:la|els?|les|uns|unes|el meu|la meva|els meus|les meves|mi) )?(?:familia|nens|nenes|canalla|fills?|"
    r"filla|amics|amigues|parella|marit|dona|sogres|pares|gos)\b(?! d| [a-z]+(?:ant|ent|int)\b)"
)
OTHER = re.compile(
    r"(?:[0-9] ?h\w*|(?<!teni)(?<!tenia )(?<!tenien )(?<!tinc )(?<!tenim )\bhor(?:a|es)|minuts) (?:(?:al|a la|amb el|"
    r"amb la|del|de la) |a l')(?:comissaria|jutjats?|ambulatori|clinica|urgencies|metge|metgessa|dentista|hospital|"
    r"perruqueria|gimnas|fisio|mecanic|notari|veterinari)\b|\bem va (?:portar|costar|ocupar) (?:[0-9]|una|mitja)|"
    r"\b(?:(?:estic|estem|estare|estarem) (?:de (?:vacances|baixa|permis|viatge)|fora)|som fora)\b|"
    r"\bguany\w+ [0-9] a [0-9]|\bno (?:trobo|veig) la (?:sessi|de )|(?:\bhor\w+|[0-9] ?h) (?:de |d')feina (?:de "
    r"despatx|interna|previa)|\b(?:vaig|vam|he|hem) (?:ana|puja|baixa|passa)[rt] (?:al?|pel|per)\b[^.;,]{1,30} a "
    r"(?:recollir|buscar|lliurar|entregar|deixar|portar|dur|signar|comprar|registrar)\b|\b(?:acta|informe|memoria|"
    r"document|full|"
    r"plec|web|viatge|formulari)[^.;\n]{0,24} m'(?:ha|han) (?:portat|costat|ocupat|pres|dut) (?:[0-9]|una|mitja)|\bno "
    r"(?:n'hi ha|en (?:farem|faran|fan|fem|tenim|tindr\w+|tenen)) prou\b|\b(?:l'any|el curs) passat\b[^,.]*[0-9] ?(?:h|"
    r"hores)\b|\bgracies (?:pels?\b|per (?:la|les|l'|el|haver|tot|aquest))|\b[0-9] ?(?:h|hores) amb (?:la|l'|els de "
    r"la) ?(?:oficina tecnica|comissio)|\bassignad\w+ [0-9]|\bple (?:(?:extra)?ordinari |municipal )?de [0-9]|"
    r"\bvan? aprovar [^.;]{0,40}\bal ple\b|"
    r"\b(?:sessio|reunio|trobada|formacio|jornada|xerrada|taller|acte|curs)[^.;,]{0,24} que (?:vau|heu|vareu|"
    r"feu|feieu)\b(?! (?:acorda|demana|proposa|programa|confirma|accepta))|"
    r"(?<!setmanes )(?<!mesos )(?<!dies )\b(?:intentant|provant"
    r" de|est(?:em|ic|an) mirant (?:de|com)|lluitant|barallant)\b|\b(?:he|vaig) (?:estat "
    rf")?(?:prepar|redact|escri|llegi|estudi|orden|arxiv|imprim)\w+\b|{SOMEBODY_ELSE}|\bhi (?:vaig|he) (?:assistir|"
    r"assistit)\b|\bho (?:vaig|he) (?:seguir|seguit)\b|\bd'oient\b|\bde public\b|\bcom a (?:oient|public|assistent)\b|"
    r"\b(?:vaig|vam|he|hem) (?:mirar|veure|mirat|vist|escoltar|escoltat) [^.,;\n]{0,24}\b(?:gravacio|ple|video|"
    r"webinar)\b|\b(?:altre|altres) projectes?\b|\bmentor[ae]?s\b.{0,20}\b(?:reunio|equip|trobada)|\b(?:reunio|equip|"
    r"trobada)\b.{0,20}\bmentor[ae]?s\b|\bvist (?:la |el |una |un )?(?:gravacio|video|webinar)|(?:\bhor\w+|[0-9] ?h|"
    r"h[0-9]{2}|minuts|mitja|quarts?) (?:(?:de|d'|per|en|fent|a) ?(?:la )?)?preparaci\w+|(?:[0-9] ?h|h[0-9]{2}|mitja|"
    r"minuts|quarts?) (?:de |d'|en )(?:cua|viatge|tren|cotxe|carretera|autobus|anada|desplacament|gestions?|burocracia|"
    r"papers|paperassa|tramits|espera|atur|excel|word)\b|^ ?(?:ahir |avui )?(?:el |la )?(?:desplacament|viatge|feina "
    r"(?:de despatx|interna|previa)|tasques? (?:administrati\w+|previ\w+))\b|^ ?(?:ahir |avui )?preparacio\b|\breunio "
    r"interna|\b(?:internament|interna) |\b(?:tarda(?:t|r)|tardo|tardem|trig\w+) (?:[0-9]|una|mitja|hora)|"
    r"\b(?:tarda(?:t|r)|tardo|trig\w+)(?: \w+)? (?:[0-9]|una|mitja)[^,.]*\ba (?:arribar|anar|tornar|fer|respondre)|"
    r"\bhor(?:a|es) (?:de |d'|en |per )(?:cua|viatge|tren|cotxe|cami|carretera|bus|autobus|anada|desplacament|gestio|"
    r"gestions|feina de despatx|feina interna|burocracia|papers|preparacio|formacio|curs|ple|feina meva|tramits|"
    r"paperassa|espera|atur|son)\b|\b(?:reunio|trobada|videotrucada|parla\w*|hor(?:a|es)|h) (?:\w+ ){0,2}amb (?:la |l'|"
    r"els de la )?(?:oficina tecnica|xmess|comissio|sindicat|gestoria|diputacio(?! de)|generalitat|consell comarcal(?! "
    r"de))\b"
)
ACTIVITY = re.compile(
    r"\b(?:vaig|he) (?:oferi|proposa|promet|prome|grava[rt](?! la)|configura|install)\w*(?=[^.;]{0,40}(?:[0-9] ?h|"
    r"\bhor))|\b(?:[0-9] ?h|hor(?:a|es)) (?:al|en|dins el|dins del) (?:tren|cotxe|bus|autobus|metro|avio)\b|"
    r"\b(?:[0-9] ?h|hor(?:a|es)) de (?:sobretaula|basquet|futbol|concert|partit|cinema|platja|guardia|permanencia)\b|"
    r"\b(?:assist\w+|particip(?:a(?:r|t)|o|em)|inscri\w*)\b(?! (?:5|6|7|8|9|[0-9]{2}))[^.,;\n]{0,32}? (?:al|a la|a l'|"
    r"a un|a una|a les|als|en un|en una|el|la)(?: |(?<='))(?:curs|cursos|cursets?|jornad\w+|ple|plens|webinars?|"
    r"congres|fira|xerrad(?:a|es)|assemblees|assemblea|comissio|conferencia|seminari|formacio|presentacio)\b|\b(?:fer|"
    r"fet|feia) (?:de |d')(?:observador\w*|oient|ponent|formador\w*|docent|jurat|moderador\w*|monitor\w*)\b|"
    r"\b(?:assisti\w*|assistir|anat|anar|participa\w*|inscri\w*|apunta(?:t|r)|vist|veure|escolta\w+|fet|fer|vaig ser|"
    r"estat|estar|he estat) (?:a [a-z]+ (?=al? )|a |al |en |per |de |uns? |una |la |el |l'|les |els |ahir |avui |"
    r"di[lmjvsu][a-z]+s (?:passat )?|[0-9]{1,2}/[0-9]{1,2} |[0-9]+ (?:h|hores) (?:de |d'|en |a |al )*)*(?:curs|cursos|"
    r"cursets?|jornad\w+|ple|plens|webinars?|congres|fira|xerrad(?:a|es)|assemblees|assemblea|comissio|metge|"
    r"taller de formacio|formacio interna|conferencia|(?<!fet la )(?<!fer la )presentacio|classes?|inauguracio|"
    r"exposicio|documental|pel licula|"
    r"pellicula|seminari|master|examen|vaga|vacances|festa|dinar|sopar|cua|permis|baixa|excursio|concert|partit)\b"
)
# Whatever comes with it: "preparant la sessió de demà amb Rubí".
READYING = re.compile(
    r"\bprepara(?:nt|r) (?:la |el |les |els |una |l'|material\w* (?:per a|per|de) (?:la )?)?(?:sessi|presentaci|reuni|"
    r"trobad|mentori|powerpoint|diapositiv|xerrada)\w*"
)
SOLITARY = re.compile(
    r"(?<!tenen )(?<!tenien )(?<!fan )\b(?:reunio|trobada|reunions) (?:d'|de (?:l'|la |el )?)(?:equip|personal|"
    r"departament|govern|area|coordinacio|escala|pares|veins)\b|\b(?:(?:hor(?:a|es)|[0-9] ?h|[0-9]{1,2} ?h ?[0-9]{2}|"
    r"minuts|mitja|quarts?) a (?:preparar|fer (?:l'acta|l'informe|la memoria|papers|factures)|passar a net|redactar|"
    r"llegir|escriure|estudiar|correr|caminar|buscar|pensar|esperar|omplir)\b|mirant (?:de|com)|entenent|aprenent|"
    r"configurant(?!-)|gravant|comprant|installant|editant|maquinant|(?<!vam )(?<!hem )passej(?!avem|ada)\w+|muntant|"
    r"maquetant|dissenyant|recopilant|documentant|preparant|preparar|preparo|redacta(?!nt)\w+|escrivi\w+|passant a net|"
    r"traduint|imprimint|llegint|(?<!anar )(?<!anat )(?:omplint|revisant|corregint|redactant)|esperant|buscant|"
    r"conduint|estudiant|arxivant|ordenant|viatjant|(?:he|vaig) (?:repassa|mira|revisa|consulta|"
    r"actualitza)[rt] (?:(?:el|la|les|els) |l')(?:guia|manual|bases|"
    r"convocatoria|documentacio|apunts|material|document|instruccions|reglament|notes|plantill|formulari)\w*|"
    r"fent (?:cua|papers|l'acta|la memoria|l'informe|(?:la |les |el |"
    r"els )?(?:justifica|compt|balan|pressupost|factur)\w*))\b"
)
# "Una trucada per preparar la fira"
TOGETHER = re.compile(
    r"\b(?:trucada|telefon|videotr\w+|videoconf\w+|reunio|trobada|zoom|teams|g?meet|skype)(?: [^,.;]{0,24})? per $"
)
SPENT = re.compile(
    r"\b(?:viatge|tren|cotxe|cami|carretera|bus|autobus|anada|desplacaments?|cua|d'espera|esperant|esperar|conduint|"
    r"va costar|viatjant|preparacio|trig\w+|tard[aeo]\w*)\b"
)
ABOUT = re.compile(r"\b(?:sobre|com|tema|explica\w+|parla\w+ d)\b[^,.;]*$")
# "Les fotos de la sessió d'ahir": a paper about it, and no word of how long it was.
DOCUMENT = re.compile(
    r"\b(?:acta|fotos?|powerpoint|presentacio|gravacio|enquesta|questionari|ordre del dia|full|materials?|documents?|"
    r"enllac|llista|captures?|valoracio|video|video)(?: \w+){0,2} (?:de |d')(?:(?:la|les|l') ?)?(?:\w+ )?(?:sessi|"
    r"reuni|trobad|mentori|videotr|visita|d'ahir|ahir|avui|di[lmjvs])"
)
# "Em va trucar la tècnica": with no length, a call and no session.
ERRAND_CALL = re.compile(
    r"\b(?:em|ens|m'ha|m'han|ens ha|ens han) (?:(?:va|van) )?(?:trucar|trucat)\b|\b(?:em|ens) (?:va|van) (?:dir|avisar|"
    r"demanar|comentar) (?:que|si)\b|\b(?:m'ha|m'han|ens ha|ens han) (?:dit|avisat|demanat|comentat) (?:que|si)\b|"
    r"\bdiu(?:en)? que\b|\bhe passat per\b|\b(?:he|hem) rebut\b"
)
STATEMENT = re.compile(
    r"\b(?:les|la|ho) (?:fem|faig|fan) (?:sempre |normalment |de |d')|\bnomes (?:treball|hi es|hi son|obre|obren|ve\b|"
    r"venen)\w*|\b(?:aten|obre|obren|atenem)\b (?:al public )?(?:de|fins)\b|^ ?sessions de [0-9]|\b(?:maxim|minim) "
    r"[0-9]+ (?:h\w* )?per\b|\ben [0-9]+ min\w* (?:hi|us|et|ho|estic|arrib|torn|soc)\w*|\bgravacio\b[^.;\n]{0,24} "
    r"dura\b|\b(?:(?:les|cada|totes les|1|una) (?:sessio|sessions|mentoria|mentories|ajuntament|municipi|paquet|"
    r"trobada)(?: (?:amb|de|d'|a) ?[a-z']+){0,2}|la mentoria|(?:el paquet|els paquets)(?: (?:de|d'|amb) ?[a-z']+){0,2}|"
    r"el servei|la convocatoria|les bases|el projecte) (?:son|es|consisteix\w*|te|tenen|dura|duren|preveu\w*|inclou\w*|"
    r"ofereix\w*|diu\w*|pot|poden|ha de|han de|s'ha|hauria)\b(?! (?:fet|celebrat|tingut))"
)
# Whose cancelling is not the session's: "la fira queda ajornada".
PREPARING = re.compile(r"\b(?:prepara\w*|desplaca\w*|viatge|anada)\b")
SUBJECT = re.compile(
    r"\b(?:(?:la|el|les|els|una?|seva|seu) |l')(?:fir(?:a|es)|mercats?|concurs|licitaci\w+|ple|fest(?:a|es|ival)|"
    r"actes?|contractes?|"
    r"convenis?|ajuts?|subvenci\w+|obr(?:a|es)|projectes?|cursa|concerts?|cursos?|tallers?|activitats?|enquest(?:a|"
    r"es)|jornad(?:a|es)|eleccions|plecs?|"
    r"comissio|exposicio|casals?|colonies|piscina|subhasta|oposicions|ordenanca|votacio|adjudicaci\w+)\b"
)
WITH = re.compile(r"\b(?:amb|con)\b")
UNRELATED = re.compile(
    r"\b(?:comite|claustre|junta (?:de govern|directiva)|consell (?:d'administracio|escolar|rector)|patronat|guardia|"
    r"hisenda|banc(?! d)|asseguranca|operadora|jornad\w+|webinar\w*|curs|cursos|assemblea|taller intern|mentors|"
    r"(?<!caure )(?:la|nostra) xarxa|"
    r"tramits|gimnas|correr|feina de|entrevista|dentista|metge|pediatre|oculista|urgencies|ioga|pilates|piscina|master|"
    r"classes? de|enterrament|casament|aniversari|cine|teatre|compres|notari|veterinari|itv|proposta per)\b"
)
# What one does with others that is no work with a council: "excursió amb els jubilats, 5 hores caminant".
PASTIME = re.compile(
    r"\b(?:excursio|caminada popular|assaig|manifestacio|vaga|partit (?:de|amb)|festa major|hores? (?:caminant|corrent|"
    r"netejant|ballant|pedalant|pintant)|(?:tenir|tingut|teniem|haver|hagut) (?:el |un )?ple|"
    r"(?<!al )(?<!del )(?<!pel )ple (?:municipal|ordinari|extraordinari))\b"
)
MENTORING = re.compile(r"\b(?:amb|con|assessorament|mentori\w+)\b")
MATTER = re.compile(
    r"\b(?:envi\w+|acta|actes|adjunt\w*|demana\w*|demanen|ple|(?<!sala de )(?<!salo de )plens|tenen|tenien|entreg\w+|"
    r"lliur\w+|termini|publica\w*|aprov\w+|justifica\w*|licitacio|convocatoria|mercat|fira|festa|rebr?\w*|penja\w*|"
    r"necessit\w+|volen|preguntar?\w*|signa\w*|informe|memoria|pressupost|vacances|el que (?:us |et )?(?:vaig|havia|"
    r"vam) (?:dir|dit|posar|posat|escriure|escrit))\b"
)
# What had come before the session: "dilluns els havia passat l'ordre del dia"
EARLIER = re.compile(r"(?<!us )(?<!ho )(?<!l')\bhavi(?:a|em|en) (?!estat fent)[a-z]+(?:[td]|da|ts|des)\b")
