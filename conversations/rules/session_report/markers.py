"""The words that betray a stretch of text which does not tell of the session held."""

from __future__ import annotations

import re

SENTENCE_END = re.compile(
    r"[!?;\n]+|\.{2,}|(?<![ .](?:st|sr|dl|dt|dm|dc|dj|dv|ds|dg|pl|"
    r"av))(?<!\bsta)(?<!\bsra)(?<!\bart)(?<!\bnum)(?<!\btel)(?<!\bdll)"
    r"(?<!^st)(?<!^dl)(?<!^dt)(?<!^dm)(?<!^dc)(?<!^dj)(?<!^dv)(?<!^ds)\.(?= |$)"
)
CLAUSE_END = re.compile(
    r", | - |\(|\)|: | (?:i|y|pero|perque|encara que|tot i que|aixi que|ja que|que despres|mentre que) "
)

SESSION = (
    r"(?:sessio\w*|sesion\w*|reunio\w*|reunion\w*|trobada|trobades|mentoria|mentories|videotrucad\w+|"
    r"videoconferenci\w+|videocridad\w+|trucada|visita|cita|zoom|teams|meet|tocades?|mentoring|"
    r"assessorament)"
)

_DAY_NAME = r"(?:di[lmjvsu][a-z]+s|diumenge|dissabte|d[lmtcjvsg]\b|dema\b)"
PLAN = re.compile(
    rf"\b(?:tinc|tenim) (?!per |fet|apuntad|anotad)(?:[a-z'_]+ ){{0,4}}?(?:(?:de|d'|a les|a la|a l')? ?[0-9]|"
    rf"una hora|hora i|"
    rf"{_DAY_NAME})(?! ?(?:h|hor\w*) (?:per|fet\w*|apuntad\w*|a apuntar))|"
    r"\b(?:he|hem|han|vaig|vam) (?:programa|agenda|convoca|concerta|emplaca|cita)(?:t|r)\b|"
    r"\b(?:he|hem|han|vam) (?:mogut|moure|canviat|canviar) (?:la|l'|les)|\b(?:aniria|anirien|va|aniria) (?:be|millor) "
    r"(?:fer|de |d'|a partir|di[lmjvs])|\b(?:els|li|us|em|ens) va (?:be|millor)\b|\bnomes (?:pot|poden|podem|puc)\b|"
    r"\bprefer(?:eix|eixen|irien?)\b|"
    r"\bsi (?:voleu|vols|vol|volen) (?:podem|fem|puc|farem|quedem|hi|ho|la)\b|\bm'apunto (?:la|el)\b|"
    rf"\bpotser (?:{_DAY_NAME} )?(?:fem|faig|anem|hi anem)\b|\b(?:comenco|comencem|comenca|a punt de)\b|"
    r"\bvol(?:en)? [0-9]+ (?:h|hores)\b|\ben plena (?:sessio|reunio)|"
    r"\b(?:tornem|hi tornem|seguim|continuem|comencen|comenca|comencem|obren|obrim|acaben) (?:(?:el|la|dia) |l'|al? )?"
    r"(?:[0-9]|di[lmjvsu][a-z]+s|d[lmjvc]\b)|\bseguent (?:sessio|trobada|reunio|cita|dia)\b|"
    r"\b(?:hem|han|he|vam|van) (?:dit|dir|parlat|parlar|comentat|comentar|acordat|acordar|decidit|decidir) (?:de |d')"
    r"(?:veur|fer|trob|reun|connect|qued)\w*|"
    r"\b(?:vol|volen|voldria|voldrien|demana|demanen) (?:que fem|que hi|que li|que els|fer|repetir|quedar|una altra|"
    r"mes|tornar)\b|"
    r"\bd'aqui (?:a )?(?:una?|mitja|[0-9]+|poc)\b|\b(?:demana|demanen|va demanar|han? demanat|"
    r"van demanar|vaig proposar|va proposar|han? proposat|"
    r"he proposat|hem proposat|volia|volien|voldrien) (?!dir|posar|apuntar|comunicar)(?:\w+ ){0,4}?(?:fer|si|mes|"
    r"[0-9]+ ?(?:h|hores)|"
    r"una hora)\b|"
    r"\b(?:(?:la|l'|el|una) )?(?:proxim[ae]?s?|properes|propera|proper|(?:la|el) seguent(?! ?[:.])|"
    r"seguent(?= ?:)|(?:(?:la |el |l')?[a-z]+ )?(?:vinent|que ve(?! d[e'])|entrant)|dema|"
    r"l'endema passat)\b(?! punt| pas| passos)|"
    r"\b(?:tenim|tinc|teniu|tenen|tindrem|tindre|hi ha|hi haura|tenemos|tengo)(?: \w+){0,3}? (?:una |"
    rf"la |un |l')?(?:\w+ )?{SESSION}\b(?! fet[ae]| pendent d)|"
    r"\b(?:hem|han|he|vam|van|vaig|varem) (?:quedat|quedar|acordat|acordar|convocat|convocar|programat|"
    r"programar|fixat|fixar|"
    r"agendat|previst|reservat|proposat|proposar|concertat|concertar|pactat) (?:per|que|de|amb \w+ per|"
    r"pel|una altra|la|el|en|dia|fer)\b|"
    r"\b(?:hem|he) quedat amb (?![^.!?\n]{0,120}(?:[0-9] ?h\b|hora|hores|minuts|fins|i hem))|"
    r"\b(?:quedem|quedarem|quedarien?|ens veiem|ens veurem|ens tornem|ens tornarem|ens trobem|"
    r"ens trobarem|ens reunim|ens reunirem|"
    r"ens connectarem|ens connectem|nos vemos|quedamos)\b|"
    r"\b(?:farem|fare|faran|fara(?! (?:una|un|[0-9]+) (?:setman|dies))|anirem|anire|tornarem|tornare|"
    r"comencarem|comencare|acabarem|continuarem|seguirem|treballarem|parlarem|"
    r"veurem|enviarem|enviare|passarem|passare|convocarem|proposarem|proposare|presentarem|trucare|"
    r"trucarem|sera|seran|seria|serien|vindran|vindra|visitarem|visitare|tractarem|reprendrem|haremos|"
    r"vamos a|"
    r"arrencarem|estrenarem|dedicarem|intentarem|intentare|mirarem|mirare|connectarem)\b|"
    r"\b(?:hauriem|hauria|podriem|podria|podrien|podrem|podre|voldria|voldriem|caldra|vull|volem|quiero|"
    r"queremos)\b"
    r"(?! (?:(?:de )?(?:apuntar|comunicar|registrar|informar|dir|anotar|reportar|notificar|declarar|"
    r"afegir|entrar|posar|fer constar|que consti|d'apuntar|corregir|canviar la|rectificar)|d'(?:apuntar|"
    r"anotar|informar|afegir)))|"
    r"\b(?:per quedar|per concertar|per fixar|per convocar|a veure si|quan (?:comenc|pugu|torn|acab|"
    r"tingu|arrib)\w+|esta previst[ae]?|estan previst|prevista per|"
    r"proposo|proposem|planifi\w+|previsio|pendent de fer|pendent d'agendar|encara (?:hem|ens|tinc|tenim|"
    r"queda|falta)|"
    r"s'ha de fer|s'haura|hem de fer|he de fer|hem de (?:quedar|trobar|tancar|buscar|mirar|parlar|acabar|"
    r"continuar)|he de (?:quedar|trobar|trucar|buscar)|"
    r"quedari?a?e?n? pendents?|(?:em|ens|m'ha|m'han|ens ha|ens han) ?(?:demana|demanen|demanat|proposa|proposen) "
    r"(?:canvi|mou|pass|ajorn|aplac|fer|de fer|si)\w*|"
    r"canviar d'hora|canviar de dia|canviar l'hora|canviar el dia|si poden|si podem|reservar|reserveu|"
    r"reserva'?m|recorda'?m|recordeu|"
    r"recordatori|posa'?m (?:un )?recordatori|convocatoria de la)\b"
)
# A day to come with nothing else that plans: "dijous que ve, Vic, 2 h" was perhaps meant for the last one.
AHEAD = re.compile(r"\b(?:dema(?: passat)?|(?:di[lmjvsu][a-z]+s|diumenge|dissabte|d[lmtcjvsg]) (?:que ve|vinent))\b")
PAST = re.compile(
    r"\b(?:vam|varem|vaig|hem|he|van|s'ha|ha|han|ahir|avui|pas+a[td]a?|fa|prepara\w*|dia de|aquest\w*|"
    r"di[lmjvsu][a-z]+s|diumenge|dissabte|d[lmtcjvsg]|[0-9]{1,2}/[0-9]{1,2})\b"
)
HELD = (
    r"(?:fer(?! falta)|fet|fer-la|fer-lo|fer-les|celebrat|celebrar|tenir|tingut|pogut|poder|connectar\w*|"
    r"connectat|trobat|trobar\w*|reunit|reunir\w*|quedat|arribat|aconseguit|anar|anat|presentat|"
    r"presentar\w*|comencat|comencar|podido|hecho|hacer|hem vist|veure\w*|podra|podre|podrem|pogue\w*|"
    r"realitzat|realitzar|produi\w*|tirat|respost|contestat|contesta|contesten|responen|respon)"
)
NEGATION = re.compile(
    r"\bi (?:ningu|cap d'ells)\b|\bimpossible (?:de )?(?:fer|connect|contact|parl|trob|localitz)\w+|\bhaguessi?m?\b|"
    r"\bno (?:em|ens|m'|els|li|es)? ?(?:van|va|han|ha) (?:agafar|agafat|presentar|presentat|despenjar)|"
    r"\b(?:i|pero) (?:res|no)(?: de res)?[ !.]*$|\b(?:h|hor\w+) (?:perdud\w+|d'espera|tirad\w+)|\banulla\b|"
    rf"\b(?:{_DAY_NAME}|avui|ahir)(?: ?:| al mati| a la tarda)? res(?= ?[,.;!]|$)|"
    r"\bdeixa\w+ (?:penja|planta|tira|esperant|sol[ae]?)\w*|"
    r"(?<!que )\btocava\b|\b(?:hem|han|he|vam|ha|van|vaig) (?:deixat|deixar) (?:per|pel|cap|fins)\b|"
    r"\b(?:he|hem|vaig|vam|varem) (?:intentat|intentar|provat|provar|mirat|mirar|volgut|voler)(?: de| d')? "
    r"?[a-z]+r(?:e|-\w+)?\b|\bno (?:s'hi|hi|s') ?(?:van|va|han|ha|han acabat|hi ha) (?:ser|estat|presenta\w+|"
    r"compareix\w+|comparegut|apareix\w+|aparegut|connecta\w+|entra\w+)\b|"
    r"\bno [^,.;]{0,30}\bningu\b|\bningu (?:no )?(?:es|s'ha|va|ha|hi)\b|\bno (?:feta|fetes|realitzad[ae]|"
    r"celebrad[ae]|celebrat)\b|\b(?:fallida|frustrada|"
    r"caiguda)\b|\bjo no hi (?:era|vaig|vam)|"
    r"\bno (?:va poder|ha pogut|pudo|van poder|vam poder|hem pogut) ser\b|"
    r"\b(?:no|ni|tampoc|sense|mai|sin)\b(?: (?:s'ha|s'han|es|se|ens|em|hi|la|les|el|els|l'|vam|va|van|"
    r"vaig|varem|hem|ha|han|he|hi ha|haver|"
    r"vaig|acabat|acabar|de|arribar|pas|ho|pogut|poder|puc|podem|podre|podrem|m'ha|m'han|m'he|ens hem|"
    r"ens va|ens van|encara|tampoc|finalment|pudo|pudieron|pudimos|se pudo|ha sido|hemos|t'he|us|va|vam|"
    r"dimarts|ni|dijous|dilluns|dimecres|divendres|avui|ahir|dissabte))*(?: |')?(?:l'(?:he|hem|han|"
    rf"ha) )?{HELD}\b|"
    r"\b(?:no|tampoc) (?:hi )?(?:va|ha|hi va|hi ha|van|han|va haver) (?:venir|vingut|haver|apareixer|"
    r"aparegut|comparegut|compareixer|hagut)\b|"
    r"\b(?:anul|cancel|susp)\w*l?(?:ad[ae]?|at|ar|en|em|lat|lada|lar|lem|len|laran|larem)\w*\b(?! "
    r"(?:(?:el|la|els|les) |l')(?!sessi|reuni|trobad|videotr|videoconf|mentor|cita|zoom|teams|meet|trucada|[0-9]|"
    r"de |d'|que |hora|hores|prop|primera|segona|una|altra))|"
    r"\bsuspes[aeo]?s?\b|\bsuspendre\b|\bcanceled|\bcancelad[oa]\b|"
    r"\b(?:ajorn|aplac|pospos|desconvo|aplaz)\w+\b(?! (?:(?:el|la|els|les) |l')(?!sessi|reuni|trobad|"
    r"videotr|videoconf|mentor|cita|zoom|teams|meet|trucada|[0-9]|de |d'|que |hora|hores|prop|primera|"
    r"segona|una|altra))|\bplant(?:ad[ao]s?|at|ats|o)\b|\ben blanc\b|"
    r"\bfalsa alarma\b|"
    r"\b(?:ho|la|les|el) (?:deixem|deixarem|passem|vam passar|hem passat|han passat|van passar) (?:per|"
    r"al|a|pel|cap)\b|\bha fallat\b|\bvan? fallar\b|"
    r"\bencara no\b|\b(?:esta|estic|estan|poso|ha posat) malalt[ae]?s?\b|\bpendents? de\b|\besborr(?!any)\w+|"
    r"\belimin\w+|\btreu(?:re)? |\bera broma\b|\bsi haguessim\b|\bhauriem d'haver\b"
)
# Said before a plan in its clause, these were done all the same: "vam fer ahir la sessió prevista per dilluns".
HELD_BEFORE = re.compile(
    r"(?<!no )(?<!no ho )(?<!no la )\b(?:vam|vaig|varem|hem|he|s'ha|es va) (?:fet|fer|tingut|tenir|celebra\w+|"
    r"realitza\w+|"
    r"treballa\w+|estat|estar)\b(?! (?:quedat|saber|constar))"
)
DETAIL = re.compile(
    r"\bno (?:va|van|ha|han) (?:poder|pogut) (?:venir|assistir|vingut|assistit|entrar|ser-hi)|"
    r"\bno hi (?:va|ha) (?:haver|hagut)(?: \w+){0,2} (?:problem\w+|inciden\w+|dubt\w+|temps)|"
    r"\bsense (?:problem\w+|inciden\w+|poder (?:acabar|tancar|resoldre))|\bno (?:vam|hem) (?:poder|pogut|"
    r"arribar|arribat)(?: \w+)? (?:acabar|tancar|a tot|tot|a parlar|parlar|veure-ho|veure tot|resoldre|"
    r"entrar|tractar|mirar)|"
    r"\bno (?:vam|hem) (?:tenir|tingut) temps|\bno (?:ens|els|em|li) (?:va|van) caldre|\bno (?:va|han|ha|"
    r"van) (?:venir|vingut|ser-hi|assistir) (?:l'|la |el |en |els |les )(?:\w+)"
)
BALANCE = re.compile(
    r"\b(?:ens|em|els|us|li) (?:queda|quedava|falta|faltava|resta|faltara|quedara)\b|"
    r"\b(?:(?:em|ens|us|els|li|te|ja) (?:queden|quedaven|quedaran|falten|resten|faltarien|quedarien)|"
    r"queden|falten|resten|quedaran|"
    r"(?:ja |en )*(?:portem|porto|portava|portavem|duem|acumulem|acumulo|sumem|sumen|suma|llevamos|"
    r"llevo)|(?:hem|he) (?:acabat|consumit|gastat|esgotat|completat|acumulat|exhaurit) (?:ja )?(?:les|"
    r"totes|el|tot|[0-9])|"
    r"amb aquesta|amb aixo|en total (?:ja|en|hem|portem|van)|total acumulat|acumulades?|saldo)\b"
)
UNSURE = re.compile(
    r"\bno (?:ho |me'n |n'|en )?(?:recordo|tinc clar|estic segur\w*|acabo d'estar segur\w*|"
    r"se del cert)\b"
)
CONDITION = re.compile(r"[ ,.]*si (?!us|et|no|que |vol)[a-z]")
QUESTION_START = re.compile(
    r"[ ¿\"'(]*(?:(?:hola|bones|bon dia|bona tarda|ei|eps|perdona|perdoneu|escolta|escolteu|i|pero)[ ,:!.]+)*"
    r"(?:quan(?! (?:vam|van|va|vaig|hem|han))|quant|quants|quantes|quanta|quin|quina|quins|quines|"
    r"que (?:he|hem|s'ha|passa|cal|vol|puc|es|faig|fem|haig|significa)|per que|on (?:es|he|puc|son|esta)|"
    r"qui (?:es|ha|em|pot)|"
    r"com (?:es|puc|podem|s'|ho|he|hem|faig|fem|funciona|va|funcionen|m|ens|poso)|puc|podem|podeu|pots|"
    r"podries|podrieu|"
    r"es pot|es poden|es podria|sabeu|saps|m'ho|em (?:podeu|pots|podries|podrieu|podria)|ens podeu|"
    r"us puc|se sap|"
    r"cuantas|cuantos|cuando|como|donde|puedo|se puede|tinc (?:una|un) (?:pregunta|dubte)|(?:una |"
    r"un )?(?:pregunta|dubte)|vol dir)"
    r"(?![a-z])(?! ?[:>=-] ?(?!si))"
)
TAG = re.compile(
    r",? (?:oi|no|ok|d'acord|val|eh|vale|es correcte|correcte|et sembla|us sembla be|tot be|be|"
    r"entesos)(?: no)? ?\?+ ?$"
)
INSTEAD = re.compile(
    r"\b(?:tal )?com (?:vam|haviem|havia|vaig|us|ja|es va)(?: ja| vaig)? (?:quedar|quedat|acordar|acordat|dir|dit|"
    r"parlar|parlat|comentar|comentat|pactar|pactat|avancar|preveure|previst)\b|"
    r"\bque (?:haviem|havia|havien|s'havia|vam haver d[e']) ?(?:[a-z'-]+ )?(?:ajorna|aplac|cancel|anul|mogu|moure|"
    r"suspe|"
    r"pospos)\w*|"
    r"\b(?:havi(?:a|em) quedat|inicialment|en principi)\b|\bestava previst\w*|\b(?:havia|haviem|"
    r"hauria) (?:de|d') ?(?:ser|fer|haver)|\bs'havia de\b|\b(?:en lloc|en comptes|enlloc) d[e']|"
    r"\bvoli(?:a|em) (?:fer|que fos)|\bno (?:presencial\w*|telematic\w*|virtual\w*|en linia|"
    r"online)(?! sino)(?=,? (?:sino|per|en|a) )"
)
# "Havíem de fer 2 h": it was due, and without a word of its having been done it was not.
DUE = re.compile(
    r"\b(?:havi(?:a|em|en)|hauri(?:a|em)) de (?:fer|tenir|trobar-nos|veure'ns|reunir-nos|connectar-nos|haver)\b|"
    r"\b(?:s'havia|s'havien) de (?:fer|celebrar)\b|\b(?:tenia|teniem) (?:previst|programad\w|prevista|sessio|reunio|"
    r"hora|convocad\w)"
)
DOMINANT = re.compile(
    r"\bi (?:ningu|cap d'ells)\b|\bimpossible (?:de )?(?:fer|connect|contact|parl|trob|localitz)\w+|\bhaguessi?m?\b|"
    r"\bno (?:em|ens|m'|els|li|es)? ?(?:van|va|han|ha) (?:agafar|agafat|presentar|presentat|despenjar)|"
    r"\b(?:i|pero) (?:res|no)(?: de res)?[ !.]*$|\b(?:h|hor\w+) (?:perdud\w+|d'espera|tirad\w+)|"
    r"\b(?:he|hem|vaig|vam|varem) (?:intentat|intentar|provat|provar|volgut|voler)(?: de| d')? ?[a-z]+r(?:e|-\w+)?\b|"
    r"\bno (?:s'hi|hi|s') ?(?:van|va|han|ha|han acabat|hi ha) (?:ser|estat|presenta\w+|"
    r"compareix\w+|comparegut|apareix\w+|aparegut|connecta\w+)(?! (?:l'|la|el|els|les|en) ?\w+)\b|"
    r"\bno [^,.;]{0,30}\bningu\b|\bningu (?:no )?(?:es|s'ha|va|ha|hi)\b|\bno (?:feta|fetes|realitzad[ae]|"
    r"celebrad[ae]|celebrat)\b|\b(?:fallida|frustrada|caiguda)\b|"
    r"\bno (?:va poder|ha pogut|pudo|van poder|vam poder|hem pogut) ser(?! (?:presencial|en |per|a |"
    r"telem|avui|ahir|di[lmjvs]))|\bjo no hi (?:era|vaig|vam)|"
    r"\b(?:no|tampoc) (?:es|s'ha|s'han|la|l'|ho|les|els|hem|vam|vaig|he|han|van|se|encara) ?(?:va|van|"
    r"hem|he|ha|han|vam|vaig|pogut|vam poder|va poder|va acabar|ha pogut|hemos|ha)? ?"
    r"(?:arribar a |acabar |pogut |poder )?(?:fer|fet|fer-la|celebrat|celebrar|tenir|tingut|realitzat|"
    r"realitzar|hecho|produir)\b(?! falta| temps)|"
    r"\b(?:anul|cancel|suspe[sn]|ajorn|aplac|pospos|desconvo)\w*\b(?! (?:(?:el|la|els|les) |l')(?!sessi|"
    r"reuni|trobad|videotr|videoconf|mentor|cita|zoom|teams|meet|trucada|[0-9]|de |d'|que |hora|hores|"
    r"prop|primera|segona|una|altra))|\bal final no\b|\bno hi (?:va haver|"
    r"ha hagut|hi va haver) (?:cap )?(?:sessio|reunio|trobada|mentoria|videotrucada)|"
    r"\bfalsa alarma\b|\besborr(?!any)|\belimin|\bera broma\b"
)
AFFIRMED = re.compile(
    r"(?<!no )(?<!no s')\b(?:la|ho|les|l'|si que|si) ?(?:vam|hem|vaig|he|van) (?:fer|fet|poder|pogut|"
    r"passar|traslladar|acabar fent|recuperar|recuperat)|"
    r"\b(?:recuperada?|finalment (?:la|l'|ho|hem|vam)|pero (?:si|ahir|avui|dijous|dimarts|dilluns|"
    r"dimecres|divendres)|sino)\b|(?<!no )\b(?:vam|hem|vaig|he) (?:fer|fet) (?:[0-9]|una|hora|mitja)"
)
OTHER = re.compile(
    r"\bgracies per (?:la|les|l'|el|haver|tot|aquest)|\bduplicad\w+|"
    r"\b(?:em|hi) (?:surt|surten|apareix|apareixen)\b|\b(?:sessio|hores)(?: [a-z']+){0,3} (?:surt|surten|apareix)\b|"
    r"\b[0-9] ?(?:h|hores) amb (?:la|l'|els de la) ?(?:oficina tecnica|comissio)|\bassignad\w+ [0-9]|"
    r"\bple de [0-9]|"
    r"\b(?:intentant|provant de|mirant de|lluitant|barallant)\b|"
    r"\b(?:he|vaig) (?:estat )?(?:prepar|redact|escri|llegi|estudi|orden|arxiv|imprim)\w+\b|"
    r"^ ?(?:(?:una )?prova|(?:per )?exemple|test)\b ?:?|\bper (?:quedar|concertar|fixar|quadrar|"
    r"tancar (?:la |el )?(?:data|dia|agenda)|trobar (?:data|dia)|confirmar la)\b|"
    r"\bno (?:(?:cal|has|heu|hauries|s'ha|hem|he) (?:de |que )?(?:\w+ )?)?(?:apunt|compt|registr|"
    r"anot)\w+|\b(?:apuntat|comunicat|enviat|registrat) (?:malament|dues vegades|2 vegades|per error)|"
    r"\bja (?:la |les |ho |l'|us |et |te )*(?:vaig|he|havia|vam|hem) (?:\w+ )?(?:apunta|envia|registra|"
    r"comunica|anota|passa(?:r|t)(?! ?(?:la|les) (?:sessio|hores)))\w*|"
    r"\bamb (?:el |la |els |l')?(?:asseguranca|agencia tributaria|hisenda|banc|operadora|metge)\b|"
    r"\bamb (?:el |la |els |les |l')?(?:meu|meus|nostre|nostres|meva|nostra) (?:equip|cap|companys?|"
    r"companyes?|alcald\w+|regidor\w*)|\b(?:altre|altres) projectes?\b|\bmentors\b.{0,20}\b(?:reunio|"
    r"equip|trobada)|\b(?:reunio|equip|trobada)\b.{0,20}\bmentors\b|"
    r"\b(?:ignora|ignoreu|oblida|olvida|ignore|disregard) (?:\w+ ){0,3}(?:instruccio\w*|instruccion\w*|"
    r"instructions|norm\w+|regl\w+|anterior\w*|tot)|\bsystem prompt\b|\bets un (?:bot|assistent)\b|"
    r"\bvist (?:la |el |una |un )?(?:gravacio|video|webinar)|"
    r"(?:\bhor\w+|[0-9] ?h|minuts) (?:(?:de|d'|per|en|fent|a) ?(?:la )?)?preparaci\w+|"
    r"^ ?(?:ahir |avui )?preparacio\b|\breunio interna|"
    r"\b(?:internament|interna) |"
    r"\b(?:tarda(?:t|r)|tardo|tardem|trig\w+) (?:[0-9]|una|mitja|hora)|\b(?:tarda(?:t|r)|tardo|"
    r"trig\w+)(?: \w+)? (?:[0-9]|una|mitja)[^,.]*\ba (?:arribar|anar|tornar|fer|respondre)|\bhor(?:a|"
    r"es) (?:de |d'|en |per )(?:cua|viatge|tren|cotxe|cami|carretera|bus|autobus|anada|desplacament|"
    r"gestio|gestions|burocracia|papers|preparacio|formacio|curs|ple|feina meva|tramits|paperassa|espera|"
    r"atur|son)\b|"
    r"\b(?:reunio|trobada|videotrucada|parla\w*|hor(?:a|es)|h) (?:\w+ ){0,2}amb (?:la |l'|"
    r"els de la )?(?:oficina tecnica|xmess|comissio|sindicat|gestoria)\b"
)
ACTIVITY = re.compile(
    r"\b(?:assisti\w*|assistir|anat|anar|participa\w*|inscri\w*|apunta(?:t|r)|vist|veure|escolta\w+|fet|"
    r"fer|vaig ser|estat|he estat) (?:a |al |en |per |de |uns? |una |la |el |l'|les |els |[0-9]+ (?:h|"
    r"hores) (?:de |d'|en |a |al )*)*"
    r"(?:curs|cursos|cursets?|jornad\w+|ple|plens|webinars?|congres|fira|xerrades?|assemblees|assemblea|"
    r"comissio|metge|taller de formacio|formacio interna|conferencia|seminari|master|examen|vaga|"
    r"vacances|festa|dinar|sopar|cua|permis|baixa|excursio|concert|partit)\b"
)
SOLITARY = re.compile(
    r"\b(?:hor(?:a|es) a (?:preparar|redactar|llegir|escriure|estudiar|correr|caminar|buscar|pensar|"
    r"esperar|omplir)\b|"
    r"preparant|preparar|preparo|redacta\w+|escrivi\w+|omplint|passant a net|traduint|imprimint|llegint|"
    r"esperant|buscant|"
    r"conduint|estudiant|arxivant|ordenant|revisant|corregint|viatjant|fent (?:cua|papers|l'acta|"
    r"la memoria|l'informe))\b"
)
# "Em podeu apuntar 2 h d'ahir?" asks to log, and so tells.
REQUEST = re.compile(
    r"\b(?:(?:em|ens) (?:pot|poden|podria)|(?:(?:em|ens) )?(?:podeu|pots|podrieu|podries)) "
    r"(?:apunt|anot|registr|afegi|posa|compta|entra|inclo)"
)
# The activity is what was talked about: "sobre com fer un curs".
ABOUT = re.compile(r"\b(?:sobre|com|tema|explica\w+|parla\w+ d)\b[^,.;]*$")
RECOVERED = re.compile(r"\brecupera\w*\b|\b(?:vam|hem|vaig|he) (?:fer|fet) la (?:sessio )?(?:ajorn|cancel|anul|suspe)")
STATEMENT = re.compile(
    r"\b(?:(?:les|cada|totes les|1|una) (?:sessio|sessions|mentoria|mentories|ajuntament|municipi|paquet|"
    r"trobada)(?: (?:amb|de|d'|a) ?[a-z']+){0,2}|la mentoria|(?:el paquet|els paquets)(?: (?:de|d'|amb) ?[a-z']+){0,2}|"
    r"el servei|la convocatoria|les bases|el projecte) (?:son|es|consisteix\w*|te|tenen|dura|duren|"
    r"preveu\w*|inclou\w*|ofereix\w*|diu\w*|pot|poden|ha de|han de|s'ha|hauria)\b(?! (?:fet|celebrat|"
    r"tingut))"
)
WITH = re.compile(r"\b(?:amb|con)\b")
UNRELATED = re.compile(
    r"\b(?:hisenda|banc|asseguranca|operadora|jornad\w+|webinar\w*|curs|cursos|taller intern|mentors|"
    r"tramits|gimnas|correr|feina de|"
    r"proposta per)\b"
)
MENTORING = re.compile(r"\b(?:amb|con|assessorament|mentori\w+)\b")
LENGTH = re.compile(r"[0-9] ?h(?:or\w*)?\b|\bhor(?:a|eta) i\b|\buna hora\b|[0-9] ?min|[0-9]'")
MATTER = re.compile(
    r"\b(?:envi\w+|acta|actes|adjunt\w*|demana\w*|demanen|ple|plens|tenen|tenien|entreg\w+|lliur\w+|"
    r"termini|publica\w*|aprov\w+|justifica\w*|"
    r"licitacio|convocatoria|mercat|fira|festa|rebr?\w*|penja\w*|necessit\w+|volen|preguntar?\w*|"
    r"signa\w*|informe|memoria|pressupost|vacances)\b"
)
# What follows these is why or about what, not whether.
REASON = re.compile(r"\b(?:q|k|pq|xq|perq\w*|que|com|quan|si|pero)\b")
NEGATED_LENGTH = re.compile(
    r"\bno (?!era|eren|va ser|van ser|per |en |presencial|telem|nomes|gaire|massa|obstant|pas |amb |el |"
    r"la |de |hi )[a-z]{3,}"
)
