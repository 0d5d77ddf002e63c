"""The words by which a session did not take place, and those by which it did all the same."""

from __future__ import annotations

import re

from conversations.rules.session_report.harmless import CALL_OFF
from conversations.rules.session_report.markers import DAY_NAME

# "No vam fer net": something else was not done; "no vam fer la sessió", "no es va fer" are of the session.
WITHOUT_OBJECT = (
    r"(?= ?(?:$|[,.;:!?)(_\n-])| (?:(?:la|les|l')(?! ?(?:acta|actes|memoria|fitx\w+|enquest\w+|diagno\w+|factur\w+|"
    r"llist\w+|feina|tasc\w+|captur\w+|fotos?|justifica\w+)\b)|lo|el dia|cap|res|ni|amb|al?|per|perque|pq|x|i|o|pero|"
    r"encara|finalment|tampoc|mai|avui|ahir|di[lmjvsu][a-z]+s|d[lmtcjvsg]|sessi\w+|reuni\w*|trobad\w+|mentor\w+|"
    r"video\w+|trucad\w+|visit\w+|aquest\w*|en|presencial\w*|online|telem\w+|zoom|teams|meet|[0-9]|una?|hora|hores|"
    r"mitja|com|quan|fins|que|on|jo|nosaltres|ells?|ella)(?![a-z]))"
)
HELD = (
    rf"(?:fe(?:r|t|nt){WITHOUT_OBJECT}|(?:anant|veient|connectant|quedant|trobant|reunint|celebrant)\b|fer-la|fer-lo|"
    rf"fer-les|celebrat|celebrar|tenir|tingut|pogut|poder|connectar\w*|"
    r"connectat|(?:pot|poden|podem|puc)(?= (?:fins|abans|aquesta|aquest|avui|dema|di[lmjvs]|venir|quedar|fer-la))|"
    r"agafen|agafa|despenjen|despenja|diuen res|diu res|donen senyals|trobat|trobar\w*|reunit|reunir\w*|quedat|"
    r"arribat|aconseguit|anar|anat|presentat|"
    r"presentar\w*|comencat|comencar|podido|hecho|hacer|hem vist|veure\w*|podra|podre|podrem|pogue\w*|"
    r"realitzat|realitzar|produi\w*|tirat|respost|respondre|contestat|contestar|contesta|contesten|responen|respon)"
)
_COMING = (
    r"(?:ve[nr]|vin|conn|present|apare|h[ia] |hi h|agaf|despen|resp|contest|obr|obert|trob|entr|arrib|assist|compar|"
    r"er[ae]|localitz|ve[iu]|vist|parl|qued|sab(?!\w* (?:res |gaire )?(?:del?|dels|com|on) (?!la (?:sess|reun|trob|"
    r"cita|ment)|que\b|mi\b))|fe[rt]\b(?! (?:cap )?(?:pregunt|coment|objecc|esment))|avis)"
)
NOBODY = (
    rf"\bno (?=[^,.;]{{0,30}}\b{_COMING})[^,.;]{{0,30}}\bningu\b|"
    rf"(?<!perque )(?<!que )\bningu (?![^.;,]{{0,12}}present\w* a(?:ls?)? (?:la |l')?(?:conc|plac|lici|convo|subh|"
    rf"ofer|opos|aju|subv))(?:de [a-z]+ |d'[a-z]+ )?(?:no )?(?:(?:es|s'|ens|em|m'|hi|va|van|ha|havia|se) ?)*\b{_COMING}"
)
# It came to nothing, in whatever words: enough by itself, wherever it stands.
FAILED = re.compile(
    r"[❌✖✗]|\b(?:queda|quedat|quedar) (?:penjad[ao]|en (?:l'aire|suspens))|\bva caure (?:del calendari|de l'agenda)|"
    r"\breprograma\w+\b(?! (?:la|les) (?:prop|seg|altr))|\bl'(?:hem|han|he) (?:passat|mogut|canviat|traslladat) (?:a|"
    r"al|per|pel)\b(?! (?:tel|zoom|teams|meet|video|pres))|\bno (?:ha|va) (?:tirat|tirar) endavant|\b(?:ho|la) "
    r"refe(?:m|rem)\b|\b(?:fer|fan|fet) (?:el|la|els|les) (?:sord|orni|longui|desente)\w*|\b(?:finalment|al final|"
    r"pero) (?:no|res)[ .!]*$|\b(?:nop|nope|nanai|(?<!sembli )(?<!sembla )mentida)[ .!]*$|\bno (?:es )?(?:puc|podem|"
    r"pot|poden) (?:donar|comptar|apuntar)\b|\b(?:trobar|trobat) (?:(?:tot|la|el|les|els) |l')?(?:\w+ )?tanca(?:t|da|"
    r"ts|des)\b|\bko\b|\bfail\b|\bs'(?:han|ha) perdut\b|\b(?:m'ha|m'han|ens ha|ens han) deixat (?:penja|planta|tira|"
    r"esperant|sol)\w*|\b(?:hora|hores|minuts|h|min) (?:\w+ ){1,3}sol[ao]\b|\b(?:donat|donar|fet|fer) (?:un |el "
    r")?(?:planto|plant|carbass\w+)\b|\bplantad[ao]s?\b|\b(?:deixa\w+|quedat|quedar) plantat\w*|\b(?:anulla|cancella|"
    r"cancela)cio\b|\bposat els peluts|\bni (?:cas|rastre|mu|piu)\b|\ben va\b(?! (?:dur|acab|[a-z]+r\b))|"
    r"\b(?:en)?debades\b|\b(?:s'han|s'ha|es van|es va|se'n van|se n'han|se'ls va|se li va) (?:oblida\w+|"
    r"descuida\w+)(?! (?:el|la|els|les|un|una|l'|d'apunt|de apunt))|\bdeixa\w* (?:correr|estar)\b|\b(?:en )?(?:va "
    r"quedar|ha quedat|quedat) en (?:res|no res)\b|\bsense exit\b|\b(?:s'ha|s'han|es va|es van) (?:fet|fer|tirat|"
    r"tirar) enrere\b|\ba l'aigua\b(?=[ .!]*$)|\ben orris\b|\ba (?:la porra|norris|fer punyetes|la merda)\b|\bpam de "
    r"nas\b|\bdona\w+ llargues\b|\bpassa(?:t|r) de (?:mi|nosaltres)\b|\bningu a l'altr|\b(?:quedat|quedar) (?:tot |"
    r"tota |ben )?sol[ao]?s?\b|\b(?:estar|estat) esperant|\bfe[rt] esperar fins\b|\besper(?:ar|at) (?:[0-9]|una |mitja "
    r"|els |la |en |l')|\btomba(?:t|r)\b|\bse'ns (?:va|ha) (?:caure|caigut)(?=[ .!]*$| (?:la|el) (?:sessi|reuni|trob|"
    r"cit))|\b(?:ha|va) queda[tr] pendent\b(?! (?:el|la|els|les|de|un|una|parlar|per)\b| l')|\bno (?:ha|va) (?:estat|"
    r"ser) possible\b|\bno (?:va|ha) arriba(?:r|t) a bon port\b|\b(?:s'han?|es van?|van|han) equivoca(?:t|r|ts) de "
    r"(?:dia|hora)\b|\bno (?:va|ha) (?:tenir|tingut) lloc\b|\b(?:ho|la) (?:vam|van|hem|han) (?:moure|mogut)\b|"
    r"\b(?:traslladem|movem) (?:a|al|per)\b|\bs'haura de (?:repetir|fer|recuperar|tornar)|\bdeixar?(?:-la|-ho|t)? per "
    r"(?:mes|un altr|una altr|la setmana)|\bqued(?:a|ara|en|at|ada) per (?:a )?(?:un altre|una altra|mes endavant|mes "
    r"tard)|[>,-] ?(?:es |la )?(?:pass(?:a|ada|at)|mou|mogu\w+|trasllad\w+|canvi(?:a|ada|at)) (?:al?|pel|per al|cap "
    rf"al)(?: dia| el)? ?(?:{DAY_NAME}|[0-9]{{1,2}}(?:/| de))|\b(?:hora|hores|minuts|h|min|estona|mati|tarda) (?:\w+ "
    r")?(?:esperant|connectad[ao]s? sol[ao]?s?|sol[ao]?s? connectad\w+)\b"
)
# There was no session, whatever else the message says.
_NO_SESSION = (
    rf"{FAILED.pattern}|{NOBODY}|^ ?ni\b[^.;]{{0,60}}\b(?:hem|vam|he|vaig|s'ha)\b|\bi (?:ningu|cap d'ells)\b|"
    r"\bimpossible (?:de )?(?:fer|connect|contact|parl|trob|localitz)\w+|\bhaguessi?m?\b|\bno (?:em|ens|m'|els|li|es)? "
    r"?(?:van|va|han|ha) (?:agafar|agafat|presentar|presentat|despenjar)|\bres de res\b|\btotal,? (?:que )?(?:res|"
    r"no)\b|\bno (?:es|era|va ser|son|eren) (?:cap |pas |ben be )?(?:una )?(?:mentoria|sessio|assessorament)(?= "
    r"?(?:[,.;:!)?]|$|pero|sino|nomes|i ))|\bno hi (?:vaig|vam) (?:arribar a |poder )?anar\b(?! (?:be|amb|en|tots?|sol|"
    r"tard|fins))|\bno (?:va|van|vam|ha|han|hem) (?:voler|volgut) (?:fer|ven|conn|parl|quedar)\w*|\b(?:i|pero) (?:res|"
    r"no)(?: de res)?[ !.]*$|\b(?:h|hor\w+) (?:perdud\w+|d'espera|tirad\w+)|\bno (?:feta|fetes|realitzad[ae]|"
    r"celebrad[ae]|celebrat)\b|\b(?:fallida|frustrada|caiguda)\b|\bjo no hi (?:era|vaig|vam)|\bfalsa alarma\b|\bera "
    rf"broma\b|\besborr(?!any)|\belimin|\b(?:{CALL_OFF}|aplaz)\w*\b(?! als? (?:cap d|[0-9]+ min)| a (?:la )?mitja)(?! "
    r"(?:(?:el|la|els|les) |l')(?!sessi|reuni|trobad|videotr|videoconf|presencial|telem|mentor|cita|zoom|teams|meet|"
    r"trucada|[0-9]|de |d'|que |hora|hores|prop|primera|segona|una|altra))"
)
NEGATION = re.compile(
    rf"{_NO_SESSION}|\bno hi ha (?:hagut )?manera\b|\bno (?:se )?(?:presento|presentaron|aparecio|aparecieron|conecto|"
    rf"conectaron|vino|vinieron)\b|\bno n'hi (?:ha|va|han|havia)\b|\bno,? al final\b|\bno (?:hay|hubo|"
    r"habra|ha habido) (?:sesion|reunion|nadie)\b|^ ?(?:cap|0) (?:sessio|mentoria|reunio|trobada|hora)\b|"
    r"\bsense (?:cap )?(?:sessio|sessions|mentoria|reunio|trobada)\b(?! (?:plenari|formativ|informativ|"
    r"previ|extraordin|(?:de|del) (?:ple|govern)))|\bno (?:em |ens )?toca(?:va)?\b|\b(?:estem|"
    rf"som|anem|estic|continuem|seguim|continuo) (?:a|amb|sense) (?:0|cap|fer)\b|\b(?:{DAY_NAME}|avui|ahir)(?: ?:| al "
    r"mati| a la tarda)? res(?= ?[,.;!]|$)|\bdeixa\w+ (?:penja|planta|tira|esperant|sol[ae]?)\w*|\b(?:hem|han|he|vam|"
    r"ha|van|vaig) (?:deixat|deixar) (?:per|pel|cap|fins)\b|\b(?:he|hem|vaig|vam|varem) (?:intentat|intentar|provat|"
    r"provar|mirat|mirar|volgut|voler)(?: de| d')? ?[a-z]+r(?:e|-\w+)?\b|\bno (?:s'hi|hi|s') ?(?:van|va|han|ha|han "
    r"acabat|hi ha) (?:ser|estat|presenta\w+|compareix\w+|comparegut|apareix\w+|aparegut|connecta\w+|entra\w+)\b|\bno "
    r"(?:va poder|ha pogut|pudo|van poder|vam poder|hem pogut) ser\b|\b(?:no|ni|tampoc|sense|mai|sin)\b(?: (?:s'ha|"
    r"s'han|es|se|ens|em|hi|la|les|el|els|l'|vam|va|van|vaig|varem|hem|ha|han|he|hi ha|haver|vaig|acabat|acabar|de|"
    r"arribar|a|pas|ho|pogut|poder|puc|podem|podre|podrem|m'ha|m'han|m'he|ens hem|ens va|ens van|encara|tampoc|"
    r"finalment|pudo|pudieron|pudimos|se pudo|ha sido|hemos|llegado|hacer|la|t'he|us|va|vam|dimarts|ni|dijous|dilluns|"
    rf"dimecres|divendres|avui|ahir|dissabte)){{0,12}}(?: |')?(?:l'(?:he|hem|han|ha) )?{HELD}\b|\b(?:no|tampoc) (?:hi "
    r")?(?:va|ha|hi va|hi ha|van|han|va haver) (?:venir|vingut|haver|apareixer|aparegut|comparegut|compareixer|"
    r"hagut)\b|(?<!m'he )(?<!ens hem )\bplant(?:ad[ao]s?|at|ats|o)\b|\ben blanc\b|\b(?:ho|la|les|el) (?:deixem|"
    r"deixarem|passem|vam passar|hem passat|han passat|van passar) (?:per|al|a|pel|cap)\b(?! (?:el |la )?(?:tel|zoom|"
    r"teams|meet|video|on ?line|en linia|virtual|format|dist|pres))|\bha fallat\b|\bvan? fallar\b|\bencara no\b|"
    r"\b(?:esta|estic|estan|poso|ha posat|va posar|vaig posar|vaig estar|he estat) malalt[ae]?s?\b|"
    r"(?<!hores )(?<!quedava )(?<!quedaven "
    r")(?<!teniem )(?<!tenia )(?<!havia )(?<!estava )\bpendents? de\b(?! (?:posar|apuntar|entrar|registrar|comunicar|"
    r"passar|dir|anotar))|\besborr(?!any)\w+|\belimin\w+|(?:^ ?|[.;,:!?] ?|\b(?:pode[um]|podrieu|pots|podries|podria|"
    r"puc|cal|caldria|vull|voldria|heu de|hauri\w+ de|i|plau) )tre(?:u|ieu|iem|ure)(?:'m|-me|-les|-la|-ne|-ho)? "
    r"(?=la\b|les\b|l'|aquest|[0-9]|el\b)|\bdesf(?:es|eu|er)\b|\bera broma\b|\bsi haguessim\b|\bhauriem d'haver\b"
)
# Said before a plan in its clause, these were done all the same: "vam fer ahir la sessió prevista per dilluns".
HELD_BEFORE = re.compile(
    r"(?<!no )(?<!no ho )(?<!no la )\b(?:vam|vaig|varem|hem|he|s'ha|es va) (?:fet|fer|tingut|tenir|celebra\w+|"
    r"realitza\w+|treballa\w+|estat|estar)\b(?! (?:quedat|saber|constar))"
)
_SOMEBODY = (
    r"(?:(?:el|la|en|na|l')(?: |(?<='))(?!ajuntament|gent|tecni)[a-z]+(?: (?:de|d')(?: |(?<='))?[a-z]+)?|"
    r"els (?:regidors|altres|de [a-z]+))"
)
DETAIL = re.compile(
    r"\bno (?:va|van|ha) (?:venir|vingut|assistir|connectar-se) ningu (?:de |d')(?:la |l')?(?:promo|comer|hisen|serv|"
    r"contr|interv|secr|alcal|urban|cultu|jov|esport|area|regid|brig|polic|govern|oposi|entit|coop)|\bno (?:s'hi|hi|"
    rf"es) (?:va|van|ha|han) (?:presentar|presentat|venir|vingut|connectar|haver) ningu (?:de |d')|\b{_SOMEBODY} no "
    r"(?:hi (?:va ser|era|ha estat|podia ser|va poder ser)|(?:ha|va) (?:poder|pogut) (?:ser-hi|venir|connectar-se|"
    r"assistir)|va venir|ha vingut|podia|estava|s'hi va poder)\b|\bno (?:va|van|ha|han) (?:poder|pogut) (?:venir|"
    r"assistir|vingut|assistit|entrar|ser-hi)|\bno (?:hi )?(?:va|ha) (?:haver|hagut)(?:-hi|-n'hi)?(?: \w+){0,2} "
    r"(?:problem\w+|inciden\w+|dubt\w+|temps|res)|\bno (?:va|van|ha|han|vam|hem|vaig|he) (?:poder |pogut )?(?:arrib|"
    r"entr|connect|apare|incorpor)\w*(?:-se)? fins\b|\bsense (?:problem\w+|inciden\w+|poder (?:acabar|tancar|"
    r"resoldre))|\bno (?:vam|hem) (?:poder|pogut|arribar|arribat)(?: \w+)? (?:acabar|tancar|a tot|tot|a parlar|parlar|"
    r"veure-ho|veure tot|resoldre|entrar|tractar|mirar)|\bno (?:vam|hem) (?:tenir|tingut) temps|\bno (?:ens|els|em|li) "
    r"(?:va|van) caldre|\bno (?:va|han|ha|van) (?:venir|vingut|ser-hi|assistir) (?:l'|la |el |en |els |les )(?:\w+)"
)
# "Volien fer-ho presencial, però al final per Zoom"
TURNED = re.compile(r"\bpero (?=(?:al final|finalment|va ser|va acabar|vam|hem|ho vam|la vam)\b(?! no))")
RECOVERED = re.compile(
    r"\brecupera\w*\b|\b(?:la|ho|es) (?:vam|va|van|hem|han|ha) (?:passar|passat) (?:a|al|per) (?:el |al )?(?:ahir|avui|"
    rf"{DAY_NAME})(?! que| vinent| [0-9])|\b(?:vam|hem|vaig|he) (?:fer|fet) la (?:sessio )?(?:ajorn|cancel|anul|suspe)"
)
INSTEAD = re.compile(
    r"\b(?:tal )?com (?:vam|haviem|havia|vaig|us|ja|es va)(?: ja| vaig)? (?:quedar|quedat|acordar|acordat|dir|dit|"
    r"parlar|parlat|comentar|comentat|pactar|pactat|avancar|preveure|previst)\b|\bque (?:l'|la |les )?(?:haviem|havia|"
    r"havien|s'havia|portav(?:a|em)|vam haver d[e'])(?: hagut d[e'])? ?(?:[a-z'-]+ )?(?:ajorna|aplac|cancel|anul|mogu|"
    r"moure|suspe|pospos)\w*|\b(?:havi(?:a|em) quedat|inicialment|en principi)\b|\bestava previst\w*|\b(?:havia|haviem|"
    r"hauria) (?:de|d') ?(?:ser|fer|haver)|\bs'havia de\b|\b(?:en lloc|en comptes|enlloc) d[e']|\bvoli(?:a|em) (?:fer|"
    r"que fos)|\bno (?:presencial\w*|telematic\w*|virtual\w*|en linia|online)(?! sino)(?=,? (?:sino|per|en|a) )"
)
# "Havíem de fer 2 h": it was due, and without a word of its having been done it was not.
DUE = re.compile(
    r"(?<!que )(?<!\bja )\btocava\b|\b(?:havi(?:a|em|en)|hauri(?:a|em)) d(?:e |')(?:fer|tenir|trobar-nos|veure'ns|"
    r"reunir-nos|connectar-nos|haver|anar(?= a\b))\b(?!(?:-la|-ho|-lo)? (?:presencial|en linia|telem|per (?:zoom|teams|"
    r"meet|video|tel)|a dist|virtual|online|alla|aqui))|\b(?:s'havia|s'havien) de (?:fer|celebrar)\b|(?<!perque "
    r")(?<!ja que )\b(?:tenia|"
    r"teniem) (?:[0-9]|una hora|previst|programad\w|prevista|sessio|reunio|hora(?! (?:al|a la|per)\b| a l')|convocad\w)"
)
# What follows these turned out otherwise than was due.
AFTER_ALL = re.compile(r"\bpero\b|\bi (?:al final|finalment|vam|hem|va)\b")
DOMINANT = re.compile(
    rf"{_NO_SESSION}|\b(?:he|hem|vaig|vam|varem) (?:intentat|intentar|provat|provar|volgut|voler)(?: de| d')? "
    r"?[a-z]+r(?:e|-\w+)?\b|\bno (?:s'hi|hi|s') ?(?:van|va|han|ha|han acabat|hi ha) (?:ser|estat|presenta\w+|"
    r"compareix\w+|comparegut|apareix\w+|aparegut|connecta\w+)(?! (?:l'|la|el|els|les|en) ?\w+)\b|\bno (?:va poder|ha "
    r"pogut|pudo|van poder|vam poder|hem pogut) ser(?! (?:presencial|en |per|a |telem|avui|ahir|di[lmjvs]))|\b(?:no|"
    r"tampoc) (?:es|s'ha|s'han|la|l'|ho|les|els|hem|vam|vaig|he|han|van|se|encara) ?(?:va|van|hem|he|ha|han|vam|vaig|"
    r"pogut|vam poder|va poder|va acabar|ha pogut|hemos|ha)? ?(?:arribar a |acabar |pogut |poder "
    rf")?(?:fe(?:r|t|nt){WITHOUT_OBJECT}|(?:fer-la|celebrat|celebrar|tenir|tingut|realitzat|realitzar|hecho|"
    rf"produir)\b(?! "
    r"temps))|\bno n'hi (?:ha|va|han) hag?\w*|\b(?:al final no|no,? al final)\b|\bno hi (?:va haver|ha hagut|hi va "
    r"haver) (?:cap )?(?:sessio|reunio|trobada|mentoria|videotrucada)"
)
AFFIRMED = re.compile(
    r"(?<!no )\b(?:vam|van|va|hem) (?:plegar|plegat|acabar|acabat|tancar) (?:al cap d|en [0-9]|en una)|\bo sigui(?: "
    r"que)? (?=[0-9]|una|hora|mitja)|(?:\ben|n'hi) (?:vam|van|va|hem|han) (?:tenir|tingut|haver) prou\b|(?<!no )(?<!no "
    r"ens )(?<!els )(?<!li )(?<!em )\bva anar (?:tot |molt |prou |forca |la mar de )?be\b|(?<!no )\bva (?:ser|acabar "
    r"sent|acabar) (?:per (?:zoom|teams|meet|skype|jitsi|webex|tel|video)|en linia|a distancia|presencial|telem|"
    r"virtual|online)|(?<!no )\b(?:vam|hem|vaig|he) (?:poder |pogut )?(?:fer|fet|tenir|tingut) (?:per fi )?(?:la|una|"
    r"l') ?(?:\w+ )?(?:sessi|trobad|reuni|mentori|videotr|videoconf|trucada)\w*|\bno (?:vam|hem) (?:acabar|acabat|"
    r"plegar|sortir|penjar|marxar) fins\b|\bhi (?:erem|eren) (?:tots|totes|tothom)\b|\bes va (?:avancar|traslladar|"
    r"passar) a\b|(?<!no )(?<!no hi )\b(?:hi|ens hi|ens) (?:hem|vam|he|vaig) (?:estat|estar)\b|(?<!no )(?:\ben |"
    r"n'(?:hi )?|\b(?:i|pero|es) )(?:al final |finalment )?(?:van|va|han|ha|vam|hem|vaig|he) (?:ser|estat|estar|durar|"
    r"durat|fer|fet|anar|(?:acabar|acabat) sent|passa[rt]|cald\w+|calgut|necessita[rt]|dedica[rt]|(?:convertir|"
    r"convertit) en) (?:gairebe |quasi |les )?(?=[0-9]|una|hora|mitja)|\bvam (?:estar|fer|ser)-(?:ne|hi) (?=[0-9]|una|"
    rf"hora|mitja)|\b(?:avui|ahir|{DAY_NAME}) (?:ja )?si(?= ?[!,.:;]| que)|(?<!no )\b(?:es va|s'ha) (?:poder|pogut) "
    r"fer\b|(?<!no )\b(?:vam|hem) (?:acabar|acabat) fent|\bens (?:vam|hem) quedar?t? en\b|(?<!no )\b(?:es va|es van|"
    r"s'ha|s'han) (?:fer|fet|celebrar|celebrat)(?! (?:malbe|evident|tard|pesat|enrere|servir|palesa?))\b|(?<!no "
    r")(?<!no s')\b(?:la|ho|les|l'|si que|si) ?(?:vam|hem|vaig|he|van) (?:fer|fet|poder|pogut|passar|traslladar|"
    r"acabar fent|recuperar|recuperat|gasta[rt]|aprofita[rt]|esgota[rt])|\bnomes (?:vaig|vam|he|hem) (?:poder|"
    r"pogut) fe[rt]\b|\b(?:finalment|per fi|a la fi|al "
    rf"final),? (?:el )?(?:avui|ahir|{DAY_NAME})|\b(?:recuperada?|finalment (?:la|l'|ho|hem|vam)|pero (?:si|ahir|avui|"
    r"dijous|dimarts|dilluns|dimecres|divendres)|sino)\b|(?<!no )\b(?:vam|hem|vaig|he) (?:fer|fet) (?:[0-9]|una|hora|"
    r"mitja|[a-z]+, [0-9])|\baquesta (?:ha estat|va ser|l'hem|la vam)\b|(?<!no )\b(?:vaig|vam|he|hem) (?:avan[cs]a[rt]|"
    r"aprofita[rt] per fer)\b"
)
# "... i va ser per Teams"
TURNED_OUT = re.compile(
    r"\bvam (?:obrir|tirar de|engegar|muntar|recorrer a|passar a|connectar-nos|acabar) [^.;\n]{0,20}(?:zoom|teams|meet|"
    r"skype|video|jitsi|telefon)|(?<!no )\bva (?:ser|acabar sent|acabar) (?:per (?:zoom|teams|meet|skype|jitsi|webex|"
    r"tel|video)|en linia|a distancia|presencial|telem|virtual|online)|(?<!no )\b(?:ho|la) (?:vam|hem) (?:fer|fet|"
    r"acabar fent) (?:per|en|a|al|presencial|telem|virtual|online)\b"
)
# They did something together: no word of leaving, waiting or putting it off.
DID = re.compile(
    r"\b(?:vam|hem|varem) (?!marxa|plega|torna|espera|queda|ajorn|anul|cancel|decidi|acorda|hav|hag|deixa|desconnect|"
    r"penja|passa|mou|mogu|canvia|intenta|prova|vol|di[rt]|veure que|suspe|reprograma|convoca|poder|pogut|ana[rt]|"
    r"aixeca|trobar-nos|avisa|truca|escri|envia|demana)[a-z]+|\bfe(?:ta|t) (?:ahir|avui|di[lmjvsu]|el [0-9])|"
    r"\b(?:van ser|va durar) (?:[0-9]|una|hora|mitja)"
)
# What follows these is why or about what, not whether.
REASON = re.compile(r"\b(?:q|k|pq|xq|perq\w*|que|com|quan|si|pero)\b")
NEGATED_LENGTH = re.compile(
    r"\bno (?![^.,;]{0,40}\bfins (?:al?|les|la|l')\b|(?:va|van|ha|han) (?:ser|estat)\b)(?:es |s'|la |les |l'|ho |hi |"
    r"ens |em |se )*(?:fe[rt]\w*|realitz\w+|celebr\w+|confirm\w+|comput\w+|han?|va|van|vam|hem|he|vaig|pogu\w+|ser\w*|"
    r"sera|hecha|hubo|[a-z]{4,}(?:ad|id)[ae]s?|ven\w+|vin\w+|presenta\w+|assist\w+)\b"
)
