"""The words that betray a stretch which is still to come, asks something, or counts what is left."""

from __future__ import annotations

import re

SENTENCE_END = re.compile(
    r"[!;\n]+|\?+(?!\?|,| amb )|\.{2,}|(?<![ .](?:st|sr|dl|dt|dm|dc|dj|dv|ds|dg|pl|"
    r"av))(?<!\bsta)(?<!\bsra)(?<!\bart)(?<!\bnum)(?<!\btel)(?<!\bdll)"
    r"(?<!^st)(?<!^dl)(?<!^dt)(?<!^dm)(?<!^dc)(?<!^dj)(?<!^dv)(?<!^ds)\.(?= |$)"
)
CLAUSE_END = re.compile(
    r", | - |\(|\)|: | (?:i|y)(?= )(?! (?:mitja|media|mig|quart|un quart|1 quart|3 quarts|[13]/[24]|"
    r"[1-5]?[05](?: ?m|'|[^0-9a-z]|$))) | (?:pero|perque|encara que|tot i que|aixi que|ja que|que despres|mentre que) "
)
SESSION = (
    r"(?:sessio\w*|sesion\w*|reunio\w*|reunion\w*|trobada|trobades|mentoria|mentories|videotrucad\w+|"
    r"videoconferenci\w+|videocridad\w+|trucada|visita|cita|zoom|teams|meet|tocades?|mentoring|assessorament)"
)
DAY_NAME = (
    r"(?:di[lmjvsu][a-z]+s|diumenge|dissabte|d[lmtcjvsg]\b|dema\b|"
    r"(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b)"
)
# "Tinc dues sessions per apuntar", "ja en tinc dues de fetes"
_DONE = (
    r"[^.;:]{0,40}?\b(?:pendents? d(?:e |')(?:apunt|pos|entr|registr|pass|comunic)ar|fet|fet[ae]s?|apuntad\w+|"
    r"(?:apunta|anota|posa|marca)t que|anotad\w+|per (?:apuntar|entrar|(?:posar|passar)(?= ?[,.:;)]| ?$)))\b"
)
_TO_COME = (
    rf"\b(?:(?<!els ){DAY_NAME}|avui|(?:el|dia) [0-9]{{1,2}})(?! passat)[^.,;:\n]{{0,20}}? (?:faig|fem(?! servir)|"
    rf"em veig|ens veiem|em reuneixo|ens reunim|em trobo|em connecto|"
    r"(?:(?:li|els|us|les|la|ho|hi|em|ens|me'ls) )?(?:responc|responem|envi[oe]\w*|truc[oq]\w*|escric|escrivim|"
    r"entreg[ou]\w*|signen|signem|firmen|publiquen|aproven|voten|decideixen|contesten|recullen|recollim|presento|"
    r"presenten|presentem)|vaig (?:als? |a la |cap |a l'|a (?!les)(?![a-z'-]+r\b))|anem|pujo|pugem|torno|tornem|visito|"
    r"visitem|quedo|toca(?! (?:apunt|dir|comunic|regist))|tinc(?= )(?! (?:apunt|fet)))\b"
)
_RESUMED = (
    rf"\b(?:les|la|ho) (?:fem|faig|farem|fare|deixem|recuper\w+|complet\w+) (?:(?:el|per|al|a|per al) )?(?:{DAY_NAME}|"
    rf"dia [0-9]|"
    r"[0-9]{1,2}/)"
)
# "Les 2 hores de dimarts les fem dijous"
RESUMED = re.compile(rf"[^,.;:]*{_RESUMED}")
PLAN = re.compile(
    rf"^ ?confirmo (?:el )?{DAY_NAME} (?:de|a les|d')|\bdisponib\w+|\bpuc (?:de |d'|a les |entre )[0-9]|\bper mi\b|"
    r"^ ?m'ho apunto\b(?! aqui| ?:)|^ ?pendents? (?!de (?:apunt|posar|entrar|registr|comunic|passar|dir))|"
    r"\bla semana (?:q|que) viene\b|\bproxima semana\b|\bsi todo va bien\b|"
    rf"{_TO_COME}|\b(?:lo|la) (?:dejamos|dejaremos|pasamos|haremos) (?:para|el)\b|\b(?:tinc|tenim|hi ha) (?:data|dia|"
    rf"hora)\b|{_RESUMED}|"
    rf"\b{DAY_NAME} (?:em |ens )?toca\b|\b(?:a|aquesta|al|aquest|despres|mes) ?(?:la )?(?:tarda|vespre|migdia|tard|_)? "
    r"(?:hi |ja )?(?:tinc|tenim)\b(?! fet)|"
    rf"\b(?:tinc|tenim) (?!{_DONE})(?:[a-z'_]+ ){{0,4}}?(?:(?:de|d'|a les|a la|a l')? ?[0-9]|una hora|hora i|"
    rf"{DAY_NAME})(?! ?(?:h|hor\w*) (?:per|fet\w*|apuntad\w*|a apuntar|pendents? de (?:posar|apuntar|entrar|registrar|"
    rf"comunicar|passar|dir)))|"
    r"\b(?:he|hem|han|vaig|vam) (?:programa|agenda|convoca|concerta|emplaca|cita)(?:t|r)\b|\b(?:he|hem|han|"
    r"vam) (?:mogut|moure|canviat|canviar) (?:la|l'|les)|\b(?:aniria|anirien|va|aniria) (?:be|millor) (?:fer|de |d'|"
    r"a partir|di[lmjvs])|\b(?:els|li|us|em|ens) va (?:be|millor)\b|\bnomes (?:pot|poden|podem|puc)\b|\b(?:em|ens|li|"
    r"els|m'han?|ens han?) propos\w+|\b(?:he|hem|han|tinc|tenim) previst\b|\b(?:em|ens|els|li) queda (?:per )?(?:fer|"
    r"la|una(?! (?:tona|mica|pila|feinada))|l'ultima)\b|\bdemana\w* (?:de |d'|si podem |que )?(?:ajorn|canvi|mou|"
    r"posposa|anul|aplac|passa)\w*|\b(?:estaria|aniria|convindria|m'agradaria|ens agradaria|caldria)\b(?! (?:dir|apunt|"
    r"regist))|\b(?:hem|he|han|haurem|haure|hauran) (?:de |d')(?!declar|entra|afegi|posar|dir|apunt|comunic|regist|"
    r"inform|anot|report|reconeix|confess|corregi|rectific|fer constar)[a-z]+|\b(?:em|ens) demanen? (?:[0-9]|una|hora|"
    r"mitja)|\bprefer(?:eix|eixen|irien?)\b|\b(?:(?<!sant )torn(?:o|em)-hi|hi torn(?:o|em)|repetim|repeteixo(?= [a-z])|"
    r"torn(?:o|em) a (?:fer|quedar|veure|trobar|parlar|reunir)[a-z'-]*)\b|\bsi (?:voleu|vols|vol|volen) (?:podem|fem|"
    r"puc|farem|quedem|hi|ho|la)\b|\bm'apunto (?:la|el|di[lmjvsu][a-z]+s)\b|"
    rf"\bpotser (?:{DAY_NAME} )?(?:fem|faig|anem|hi anem)\b|\b(?:comenco|comencem|comenca|a punt de)\b|"
    r"\bvol(?:en)? (?:fer )?[0-9]+ ?(?:h|hores)\b|\bpropost[ae]s? (?:de )?(?:data|dia|sessio|hora|dates|:)|"
    r"\ben plena (?:sessio|reunio)|\bhi serem?\b|"
    r"\b(?:tornem|hi tornem|seguim|continuem|comencen|comenca|comencem|obren|obrim|acaben) (?:(?:el|la|dia) |l'|al? )?"
    r"(?:[0-9]|di[lmjvsu][a-z]+s|d[lmjvc]\b)|\bseguent (?:sessio|trobada|reunio|cita|dia)\b|"
    rf"(?<!> )(?<!- )\b(?:passa|passem|passen|es mou|movem|canviem|es canvia|canvia|es trasllada|traslladem|queda|"
    rf"quedaria|es fa) (?:(?:de |del )(?:{DAY_NAME}|[0-9/]+) )?(?:a|al|per|pel|per al|cap a|cap al)?(?: el| la|"
    rf" dia)? ?(?:{DAY_NAME}|[0-9])|"
    rf"\b(?:canviat|passat|mogut|traslladat|posposat)\b[^.;]{{0,40}}? (?:per|a|al|pel) (?:el |la |dia )?{DAY_NAME}|"
    r"\b(?:he|hem|han) (?:bloquejat|ofert)\b|\breservat (?:per|pel|a)\b|\breservad[ae]s? (?:la )?(?:sala|hora|taula|"
    r"aula)|\bconvoca(?:ts?|da|des) (?:tots |totes )?per(?! (?:zoom|teams|meet|video))|\b(?:he|hem|vaig|"
    r"vam) envia[rt]?(?: a (?:l'|el |la )?[a-z]+)? (?:la |l')?(?:convocatoria|enllac|invitacio)|"
    r"^ ?(?:enviad[ao] )?(?:la )?convocatoria|^ ?(?:agenda|calendari|planning|previst|"
    r"programat|previsio)\b[^.\n]{0,20}?:|^ ?previst|\b(?:esta|queda) confirmad[ae]\b|^ ?confirmad[ae] (?:la|"
    r"l')(?![^.;\n]{0,40}\b(?:d'ahir|d'avui))|^ ?confirmat\W*$|"
    r"(?<!vam )(?<!van )(?<!va )(?<!hem )(?<!vaig )\bnecessit\w+ (?:[a-z]+ ){0,3}[0-9]+ ?h|\b(?:he|"
    r"hem) reservat (?:sala|hora|taula|espai|data|dia|la sala|l'hora)\b|\b(?:hem|han|he) decidit fer\b|\b(?:hem|han|he|"
    r"vam|van) (?:dit|dir|parlat|parlar|comentat|comentar|acordat|acordar|decidit|decidir) (?:de |d')(?:veur|fer|trob|"
    r"reun|connect|qued)\w*|\b(?:vol|volen|voldria|voldrien|demana|demanen) (?:que fem|que hi|que li|que els|fer|"
    r"repetir|quedar|una altra|mes|tornar)\b|\bd'aqui (?:a )?(?:una?|mitja|[0-9]+|poc)\b|\b(?:demana|demanen|"
    r"va demanar|han? demanat|van demanar|vaig proposar|va proposar|han? proposat|he proposat|hem proposat|volia|"
    r"volien|voldrien) (?!dir|posar|apuntar|comunicar)(?:\w+ ){0,4}?(?:fer|si|mes|[0-9]+ ?(?:h|hores)|una hora)\b|"
    r"\b(?:(?:la|l'|el|una) )?(?:proxim[ae]?s?|properes|propera|proper|(?:la|el) seguent(?! ?[:.])|seguent(?= ?:|$)|"
    r"(?:(?:la |el |l')?[a-z]+ )?(?:vinent|(?:que|q|k) ve(?! d[e'])|que viene|entrant)|dema|l'endema passat)\b(?! punt|"
    r" pas| passos)|\b(?:tindrem|tindran|"
    r"(?<!vaig )(?<!va )(?<!van )(?<!vam )(?<!varem )tindre|(?:fa|tind|torna|reuni)r(?:iem|ien))\b|"
    r"\b(?:tenim|tinc|teniu|tenen|hi ha|hi haura|tenemos|tengo)(?! (?:ja )?(?:fet|fet[ae]s?|pendents? d|per |a apunt))"
    rf"(?: \w+){{0,3}}? (?:una |la |un |l')?(?:\w+ )?{SESSION}\b(?!{_DONE}| pendent d)|"
    r"\b(?:hem|han|he|vam|van|vaig|varem) (?:quedat|quedar|acordat|acordar|convocat|convocar|programat|programar|fixat|"
    r"fixar|agendat|previst|reservat|proposat|proposar|concertat|concertar|pactat) (?:per(?! zoom| teams| meet| video|"
    r" tel| skype)|que|de(?! (?:[0-9]|les? |la |dos |tres |quarts?|nou|deu|onze|dotze|mati))|amb \w+ per(?! (?:zoom|"
    r"teams|g?meet|video|tel|skype|jitsi|whats|(?!fer|tornar|veur|trob|reun|continu|acab|segu)[a-z]{3,}r\b))|pel|"
    r"una altra|la|el|en(?! [0-9])|dia|fer)\b|"
    rf"\b(?:hem|he) quedat (?:al?|als|en) [^.!?;\n]{{0,40}}?\b{DAY_NAME}(?! passat)|"
    r"\b(?:hem|he) quedat amb (?![^.!?\n]{0,120}(?:[0-9] ?h\b|hora|hores|minuts|fins|i hem|hem estat|vam))|\b(?:quedem|"
    r"quedarem|quedarien?|ens veiem(?! (?:cada|sempre|tots|totes|els|regularment))|ens veurem|ens tornem|ens tornarem|"
    r"(?<!sempre )ens trobem(?! (?:cada|sempre|tots|els|regularment))|ens trobarem|ens reunim|ens reunirem|ens "
    r"connectarem|ens connectem|nos vemos|quedamos(?= (?:el|para|en [a-z]+[aei]r(?:l[aeo]s?|nos|me)?|a las|"
    r"manana)\b))\b|(?<!\bon )\b(?:farem|fare|faran|fara(?! (?:una|un|[0-9]+) (?:setman|dies))|anirem|anire|tornarem|"
    r"tornare|comencarem|comencare|acabarem|continuarem|seguirem|treballarem|parlarem|veurem|enviarem|enviare|passarem|"
    r"passare|convocarem|proposarem|proposare|presentarem|trucare|trucarem|sera|seran|seria|serien|vindran|vindra|"
    r"visitarem|visitare|tractarem|reprendrem|haremos|vamos a|(?!mijaran)[a-z]{3,}(?:aran|iran|dran)|(?:arrib|envi|"
    r"pass|public|aprov|acab|comenc|dur|canvi|obrir|tanc|decid|sort|rebr|present)(?:a|i)?ra|vindra|tindra|(?!comp|"
    r"sep|rep|decl|acl|amp)[a-z]{3,}(?:arem|irem)|(?!darr|enr|enca|compa|softw|hardw)[a-z]{2,}(?:[a-z]are|[b-z]ire)\b|"
    r"(?:reserv|guard)(?:o|em)|prepar(?:o|arem)|arrencarem|estrenarem|dedicarem|intentarem|intentare|mirarem|mirare|"
    r"connectarem)\b|\b(?:(?:hauriem|hauria)(?! (?:volgut|preferit|agradat))|podriem|podria|podrien|podrem|podre|"
    r"voldria|voldriem|caldra|vull|volem|quiero|queremos)\b(?! (?:(?:de )?(?:apuntar|comunicar|registrar|informar|dir|"
    r"anotar|reportar|notificar|declarar|afegir|entrar|posar|fer constar|que consti|d'apuntar|corregir|canviar la|"
    r"rectificar)|d'(?:apuntar|anotar|informar|afegir)))|\b(?:per quedar|per concertar|per fixar|per convocar|a veure "
    r"si(?! m'enten| ho (?:faig|poso|dic|entens|envio|apunto))|quan (?:comenc|pugu|torn|acab|tingu|arrib)\w+|esta "
    r"previst[ae]?|estan previst|prevista per|proposo|proposem|planifi\w+|previsio|pendent de fer|pendent d'agendar|"
    r"encara (?:hem|ens|tinc|tenim|queda|falta)|s'ha de fer|s'haura|hem de fer|he de fer|hem de (?:quedar|trobar|"
    r"tancar|buscar|mirar|parlar|acabar|continuar)|he de (?:quedar|trobar|trucar|buscar)|quedari?a?e?n? pendents?|"
    r"(?:em|ens|m'ha|m'han|ens ha|ens han) ?(?:demana|demanen|demanat|proposa|proposen) (?:canvi|mou|pass|ajorn|aplac|"
    r"fer|de fer|si)\w*|canviar d'hora|canviar de dia|canviar l'hora|canviar el dia|si poden|si podem|reservar|"
    r"reserveu|reserva'?m|recorda'?m|recordeu|(?<!al )(?<!vostre )(?<!rebut el )(?<!rebre el )(?<!vist el "
    r")recordatori(?! ?:? (?:que )?(?:ahir|vam|vaig|hem|he))|posa'?m (?:un )?recordatori|convocatoria de la)\b"
)
# A day to come with nothing else that plans: "dijous que ve, Vic, 2 h" was perhaps meant for the last one.
AHEAD = re.compile(
    r"\b(?:dema(?: passat)?|(?:di[lmjvsu][a-z]+s|diumenge|dissabte|d[lmtcjvsg]) (?:(?:que|q|k) ve|vinent))\b"
)
HOUR_OF_DAY = re.compile(r"(?<![0-9:.,/])(?:[89]|1[0-9]|2[0-3]) ?h\b(?! ?[0-9])")
PRESENT = re.compile(
    r"\b(?:pujo|pugem|pujem|baixo|baixem|anem|vaig|faig|fem|tinc|tenim|veig|veiem|visito|visitem|quedo|quedem|torno|"
    r"tornem|"
    r"em connecto|ens connectem|ens veiem|em trobo|em reuneixo|parlo|parlem|truco|truquem|acabo|acabem|toca|em toca)\b"
)
PAST = re.compile(
    r"\b(?:vam|varem|vaig|hem|he|van|s'ha|ha|han|ahir|avui|pas+a[td]a?|fa|prepara\w*|dia de|aquest\w*|"
    r"di[lmjvsu][a-z]+s|diumenge|dissabte|d[lmtcjvsg]|[0-9]{1,2}/[0-9]{1,2})\b"
)
BALANCE = re.compile(
    r"\bno (?:em|ens) (?:va|ha) (?:donar|donat|quedar|quedat) temps (?:de |d')(?:apunt|dir|posar|envi|passar|registr)|"
    r"\bavui (?:ja )?(?:no (?:puc|podem|soc|estic)|estic|em fa mal)\b|(?<!que )\b(?:ens|em|els|us|li) (?:queda|quedava|"
    r"falta|faltava|resta|faltara|quedara)\b(?! (?:per )?(?:apuntar|dir|comunicar|posar|registrar|anotar|passar|"
    r"entrar|enviar))|"
    r"(?<!les que )(?<!hores que )(?<!hora que )(?<!minuts que )\b(?:(?:em|ens|us|els|li|te|ja) (?:queden|quedaven|"
    r"quedaran|falten|resten|faltarien|quedarien)|queden|falten|resten|quedaran|(?:ja |en )*(?:portem(?! [2-6] aquest)|"
    r"porto|portava|portavem|duem|acumulem|acumulo|sumem|sumen|suma(?!-)|llevamos|"
    r"llevo)|(?:hem|he) (?:acabat|consumit|gastat|esgotat|completat|acumulat|exhaurit) (?:ja )?(?:les|totes|el(?! que)|"
    r"tot|[0-9])|amb aquesta|amb aixo|en total (?:ja|en|hem|portem|van(?! (?:ser|durar)))(?![^.;\n]{0,60}\b(?:avui|"
    r"ahir)\b)|total acumulat|acumulades?|saldo)\b"
)
_MEANS = r"presencial\w*|zoom|teams|g?meet|skype|jitsi|webex|videotr\w+|videoconf\w+|telem\w+|en linia|online"
MEANS = re.compile(rf"\b(?:{_MEANS})\b")
# "Ahir a Vic, presencial, una hora de tren": it was held all the same.
OF_SESSION = re.compile(rf"\b(?:sessio|reunio|mentoria|{_MEANS})\b")
# One word behind a note: "dijous de 10 a 12 amb Mataró, reservat".
STATUS = re.compile(
    r"(?:[,.(:-] ?|^ ?|(?:[0-9] ?h|zoom|teams|meet) )(?:confirmat|pendent|confirmada|reservat|reservada|agendat|"
    r"agendada|programat|programada|lligat|lligada)[ .!)]*$"
)
# Said behind a day of the week it may be the one to come: "dijous 2 h, si poden".
LOOKING_AHEAD = re.compile(
    r"\b(?:m'ho apunto|em va be|ens va be|d'acord[.! ]*$)|\ba veure (?:com|si(?! ho)|que)\b|\bsi (?:poden|pot|podem|"
    r"puc|tot va be|res no falla|no falla|no plou|no (?:hi ha (?:res|canvis)|passa res|plou))\b|\b(?:encara )?(?:per|"
    r"falta|sense) confirmar\b|\b(?:us|et) (?:dire|explicare|confirmare) (?:com|si|que)\b|\bva be\b ?\?"
)
# "Dijous faig 2 h amb Vic, ja ho podeu apuntar": it is told beforehand, as if it were done.
_TO_NOTE = re.compile(
    r"\b(?:compt|apunt|anot|pos)\w+-(?:me|m'|les|la|ho)\b|\b(?:apunt|anot|registr)(?:a|eu|em)-ho\b|\bja (?:ho|la|les|"
    r"l') ?(?:podeu|pots|deixo|podem)(?: [a-z]+)? ?(?:apuntar|apuntat|apuntada|anotar|anotat|registrar|registrat|"
    r"entrar|posar)\b|\bja (?:ho|la|l') ?(?:apunto|anoto|registro)\b"
)
_WAY = (
    r"(?:per |en |a |via |x )?(?:presencial\w*|cara a cara|persona|zoom|meet|teams|telem\w*|virtual\w*|on ?line|linia|"
    r"distancia|tel\w*|video\w*|jitsi|skype|pantalla)"
)
WHICH_WAY = re.compile(rf"\b{_WAY} o {_WAY} ?\?+ ?$")
UNSURE = re.compile(
    r"\bno (?:ho |me'n |n'|en )?(?:recordo|tinc clar|estic segur\w*|acabo d'estar segur\w*|se del cert)\b"
)
CONDITION = re.compile(r"[ ,.]*si (?!us|et|no|hola|mira|be\b|que |vol|mal no|si\b)[a-z0-9]")
QUESTION_START = re.compile(
    r"[ ¿\"'(]*(?:(?:hola|bones|bon dia|bona tarda|ei|eps|perdona|perdoneu|escolta|escolteu|i|"
    r"pero)[ ,:!.]+)*(?:quan(?! (?:vam|van|va|vaig|hem|han|he|ha|ja|m'|ens|s'ha|es va))|quant|quants|quantes|quanta|"
    r"quin|"
    r"quina(?! (?:(?:bona )?(?:sort|sessio|feinada|tarda|trobada)|passada|calor|xafogor|llastima|pena))|quins|quines|"
    r"que (?:he|hem|s'ha|passa|cal|vol|puc|es|faig|fem|haig|significa)|per que|on (?:es|he|puc|son|esta)|qui (?:es|ha|"
    r"em|pot)|com (?:es|puc|podem|s'|ho|he|hem|faig|fem|funciona|va|funcionen|m|ens|poso)|puc|podem|podeu|pots|podries|"
    r"podrieu|es pot|es poden|es podria|sabeu|saps|m'ho(?! apunto)|em (?:podeu|pots|podries|podrieu|podria)|ens podeu|"
    r"us puc|se sap|cuantas|cuantos|cuando|como|donde|oi que|puedo|se puede|tinc (?:una|un) (?:pregunta|dubte)|(?:una |"
    r"un )?(?:pregunta|dubte)|vol dir)(?![a-z])(?!(?: [a-z]+)? ?[:>=] ?(?!si)| ?- ?(?!si))"
)
TAG = re.compile(
    r"(?<!tambe)(?<! ja)(?<! no),? (?:oi|no|ok|d'acord|val|eh|vale|es correcte|correcte|et sembla|us sembla be|"
    r"tot be|be|entesos)(?: no)? ?\?+ ?$"
)
# "Ahir 2 h amb Vic, us passo l'acta?" tells and then asks; "dijous 2 h, us va bé?" proposes, "la de 2 h, l'heu
# rebut?" asks.
PROPOSAL = re.compile(
    r"\b(?:va|aniria|anira|van) (?:be|millor)|\bsembl\w+|\bquedem|\bfem\b|\bens veiem|\bpots\b|\bpod(?:en|eu|riem|"
    r"rieu)\b|\b(?:rebu|arriba|registra|consta|comptabilitza|comptada|apuntad|entrad)\w*|\bsurt|\bve(?:us|ieu)\b|"
    r"\bhi es\b|\bvoleu\b|\bvols\b|\bveniu\b|\bla tens|\bcompt(?:a|en|aria|arien)\b|\bcuentan?\b"
)
COUNTING = re.compile(
    r"(?!.*\b(?:vam|vaig|hem|he)\b)[^,.;:]*\b(?:hor\w+|[0-9] ?h|min\w*)\b[^,.;:]*\b"
    r"(?:compt(?:a|en|aria|arien|aran)|val(?:en|drien)?|s'hi val)\b"
)
NOTED = re.compile(r"\btinc (?:apuntad|anotad|registrad|entrad|posad)\w+|\ben total\b")
# "S'escriu així? ..."
LIKE_THIS = re.compile(
    r"\b(?:s'escriu|s'apunta|es posa|es fa|ho poso|ho escric|ho dic|es|va) aixi\b|\baixi (?:esta|es|va) be\b"
)
CLOCK = re.compile(r"\b(?:de|d') ?[0-9]+(?:[:.][0-9]{2})? ?h?\.? (?:a|fins)\b|[0-9] ?- ?[0-9]|\bquarts\b")
# "Badalona 2h meet dia ?": a field left open.
BLANK_FIELD = re.compile(r"[a-z0-9] (?:dia|data|fecha) ?:? ?\?+ ?$")
INTERROGATIVE = re.compile(r"[ ¿]*(?:i |pero )?(?:per que|quan|quant\w*|on|qui|com|que)\b")
WONDERING = re.compile(r"\b(?:si(?! us)|dubte|pregunta|consulta|quan|cada|hauria)\b")
DAY = re.compile(
    rf"\b(?:{DAY_NAME}|[0-9]{{1,2}}/[0-9]{{1,2}}|[0-9]{{1,2}} (?:de |d')[a-z]+|(?:del|dia) [0-9]{{1,2}}(?! ?h)|avui|"
    rf"ahir)"
)
# "Ahir amb Vic, 2 hores?"
TOLD_PAST = re.compile(r"\b(?:ahir|abans-d'ahir|vam|vaig|hem|he|s'ha)\b")
BARE_LENGTH = re.compile(
    r"[ ,(:-]*(?:unes |potser )?(?:[0-9]{1,2} ?h\w*|una hora|mitja hora|hora i \w+|[0-9]{2,3} ?min\w*|"
    r"[0-9] hores i \w+)\)? ?\?+ ?"
)
ANSWER = re.compile(
    r" ?(?:(?:si|doncs|be|feta|fet)[,.!:]? )?(?:van ser |va ser |va durar |eren )?(?:[0-9]{1,3} ?(?:h|min|')|[1-7] hor|"
    r"una hora|mitja hora|hora i)"
)
# "Em podeu apuntar 2 h d'ahir?" asks to log, and so tells.
REQUEST = re.compile(
    r"\b(?:m'(?:ho |hi )?|me |em |ens |me l'|me la |me les )(?:apunt|anot|registr|afeg|pos|entr|incl)(?:a|ar|eix|o|"
    r"ou)?(?:es|eu|ieu|ies)\b|\bme (?:apunt|anot|registr|pon)(?:a|e)?(?:s|is|n)\b|\b(?:(?:em|ens|me) (?:pot|poden|"
    r"podria)|(?:(?:em|ens|me) )?(?:podeu|pots|podrieu|podries|podeis|puedes|podriais|podrias)) (?:apunt|anot|registr|"
    r"afegi|posa|poner|compta|entra|inclo)|\b(?:ho|la) (?:podeu|pots|podrieu|podries) (?:canvi|correg|arregl|modific)"
)
LENGTH = re.compile(
    r"[0-9] ?h(?:or\w*)?(?![a-z])|\bmitja hor|\bquarts? d'|\bhor(?:a|eta) i\b|\buna hora\b|[0-9] ?min|[0-9]'|"
    r"\b[13]/[24] d'hor"
)


def to_be_noted(text: str) -> bool:
    """Whether a session to come is told with its length for it to be noted already."""
    return bool(
        _TO_NOTE.search(text)
        and LENGTH.search(text)
        and (PRESENT.search(text) or PLAN.search(text))
        and not TOLD_PAST.search(text)
        and "?" not in text
    )
