"""Words for a screen or a telephone: whether they say how it was held, or belong to what was talked about."""

from __future__ import annotations

import re

from conversations.rules.session_report.lexicon import words
from conversations.rules.session_report.model import Hit, Modality, Reason
from conversations.rules.session_report.noise import BLANK, blank_spans
from conversations.rules.session_report.presence import FAULTS
from conversations.rules.session_report.talk import doubt_of, talk_beside

_PLATFORM = (
    r"zooms?|teams|microsoft teams|ms teams|g?meets?|goo?gle ?meet|jitsi\w*|skype|webex|bbb|big ?blue ?button|whereby|"
    r"hangouts?|facetime|gotomeeting|goto|discord|chime|kmeet|messenger|viber|lifesize|collaborate|adobe connect|"
    r"(?<! i )(?:sala|aula) virtual(?! (?:per|de|dels?)\b| d')|sala (?:de )?(?:zoom|meet|teams|jitsi|skype|webex|"
    r"hangouts)|google duo|vtc|slack|gather|signal"
)
REMOTE = re.compile(
    r"\b(?:ol\b|(?:per |d')audios?\b|(?:a|en) (?:la )?distancia(?! (?:de\b|d'|prudencial))|a dist\b|"
    r"en linia|"
    r"on[ -]?line?|onlain|"
    rf"telem(?:at\w*)?|virtual(?:ment|s|itat)?|virt\b|{_PLATFORM}|"
    r"(?:en |en forma |de forma |en mode |mode )?remot(?:a|o|ament|s|es)?(?! d)|"
    r"video ?-?(?:tr|conf|cri|lla|reu|cal|trob|con\b|col|ses|tel|xat|quedada|assess|ment)\w*|video|vc|v\.c\b|"
    r"v\.? ?conf\b|vdc|"
    r"vconf\w*|xat de video|plataforma (?:electronic|digital|virtual|telematic)a|(?:web ?)?conferencia web|"
    r"web ?conferencia|dist\b|tele\b|"
    r"telefon(?!ia|s\b)\w*|per tel\b|tele(?:conf|reun|trob|trucad)\w*|telefonad\w+|truca(?:da|des|t|r|dot|deta|detes)|"
    r"trucant\w*|(?:em |ens |m')(?:van|va|han|ha) truca[rt](?=[^.;]{0,60} i (?:ens )?(?:hi )?(?:vam|hem) (?:estar|"
    r"parlar|estat|parlat|acabar|acabat|fer|fet|passar|passat|"
    r"xerra))|"
    r"(?:jo|ella|ells?|elles) a la pantalla|(?:jo|tots|totes|tothom|ells|elles) connecta(?:t|ts|da|des)|vam trucar|"
    r"vaig trucar|conference call|una call|call (?:de|amb)\b|call d'|"
    r"llamada|llamando|llame(?= a\b)|llamamos|conectamos|conectad[oa]s?|me conecte|cada (?:1|uno?) (?:en|"
    r"desde) su casa|(?:me|nos) llamaron|"
    r"zoomej\w+|skypej\w+|webconfer\w+|ciberreunio|e-reunio|via web|videoc\b|v/c|tf\b|nomes audio|(?:amb (?:l')?|en |"
    r"parlant per l')altaveu|"
    r"amb (?:els )?auriculars|"
    r"des de la cuina|des del (?:menjador|sofa|llit)(?: de casa)?|sense (?:moure'm|moure'ns|sortir) de (?:casa|"
    r"la cadira)|"
    r"problemes? (?:de|amb la) connexio(?! (?:de|d'|dels?|als?|a)\b)|(?:mala|poca|pessima) connexio|"
    r"(?:va caure|queia|fallava|tallava|tallar) la connexio|la connexio (?:anava|va anar|va fallar|va caure|fallava)|"
    r"no presencial(?:s|ment)?|a traves de la pantalla|(?<!res )(?<!prou )(?<!fora )(?:per|por|via|amb|de|"
    r"davant(?: de)?) (?:la |les )?pantall(?:a|es|"
    r"eta|etes)\b|"
    r"(?:per )?mitjans? (?:electronics?|telematics?|digitals?|virtuals?)|(?:de forma|en format|format|via) digital|"
    r"webcam|web cam|(?:cadascu|cada 1|cada un|cadascun|tots|totes|tothom|ells|cada part|els 2|les 2|cada una)"
    r"(?: \w+){0,2} ?(?:des de|de|a|per) (?:la (?:seva )?)?cas[ae]s?(?: seva)?(?! nostra| meva)|"
    r"(?:cadascu|cada 1|cada un|cadascun|cada una|cada part) (?:des d[e']l?|de|a|al|per) ?(?:la |el |l')?(?:seva |"
    r"seu )?"
    r"(?:despatx|oficina|lloc|ajuntament|ordinador|pantalla|banda|poble)|"
    r"whatsapp|whats|wasap|wats|telegram|duo|connectat?s?|connectad[ae]s?|ens vam connectar|connectar-nos|"
    r"vam connectar-nos|connectar|connectat amb|connecta(?:t|da|ts|des) des d(?:e|el)|des de (?:la )?casa|"
    r"davant (?:de )?(?:la |les )camer(?:a|es)|a pantalla|(?:per|"
    r"pel|amb) (?:el )?(?:mobil|fix)\b|(?:per|via) internet|"
    r"(?:per|via|amb|al|davant(?: del?)?|des del?) (?:l'|el )?(?:seu |meu |nostre )?(?:ordinador|portatil|pc)|"
    r"(?:estat|estar|estavem|vam ser) connecta(?:t|ts|da|des)(?! a\b)|mans lliures|pantalla compartida|"
    r"(?:vaig|vam|hem|he|varem) (?:compartir|compartit) (?:la )?pantalla|camer(?:a|es)|connexio(?! (?:de|d'|dels?|"
    r"als?)\b)|ordinador|streaming|distancia)\b"
)
# Words of a screen that may belong to something else: they count only where the session itself is told.
_WEAK_REMOTE = words(
    """
    connectada connectades connectar connectat connectats distancia duo telegram trucar trucat wasap whatsapp whats wats
    camera cameres video goto collaborate chime
    """
) | {"des de casa", "des de la casa", "per internet", "via internet"}
_NEVER_SAID = frozenset({"connexio", "ordinador", "streaming"})
_MEANS_BEFORE = re.compile(r"(?:^|\b(?:per|via|x|de|amb|con|en|pel|hem|vam|vaig|he)|[,:;\-.()_\n]) ?(?:el |la |l')?$")
_ADJECTIVE = re.compile(r"(?:presencials|telefoniques|telemati(?:qu|c)[eo]?s|virtuals|remotes)$")
_MANY = re.compile(r"(?:video\w+(?:des|cies)|trucades)$")
_MANY_BEFORE = re.compile(r"\b(?!hor(?:et)?[ae]s|minuts|despres|tots|nosaltres|ells|elles|totes)[a-z]{3,}s $")
_TOPIC_BEFORE = re.compile(
    r"\b(?:botig\w+|grups?|xats?|llist\w+|bots?|us|subscripci\w*|llicenci\w*|contract\w*|mapa|bustia|"
    r"vend\w+|venda|cataleg\w*|tramit\w*|comerc\w*|platafor\w+|compr\w+|"
    r"administracio|companyia|operadora|"
    r"curs\w*|formaci\w+|licitaci\w+|registre|cita|pagament\w*|mercat\w*|"
    r"factura|firma|signatura|reserv\w+|inscripci\w+|consult\w+|portal\w*|aparador\w*|espai|oficin\w+|"
    r"notificaci\w+|servei\w*|aula|eines?|recurs\w*|materials?|"
    r"enquest\w+|formular\w+|votaci\w+|participaci\w+|moned\w+|anunci\w*|publicitat|marketplace|atencio|"
    r"vendre|comprar|pagar|aprenentatge|ensenyament|treball|teletreball|exposici\w+|fira|jornada|taller|xarxes|"
    r"funcion\w+|(?:fan|fa|facin|faran) servir|usen|utilitzen|(?:ensenya|instal|configur|aprend|mira|(?<!vam )(?<!hem "
    r")prova|activa|"
    r"contracta)\w*(?:-\w+)?|"
    r"(?:per|com|de) (?:a )?(?:fer|organitzar|preparar|muntar|convocar|dinamitzar) (?:les |unes )?[a-z]{4,}s|"
    r"eines per a [a-z]{4,}s|jocs?|cistell\w+|comandes|gestio|guia|web\w*)"
    r"(?: (?:el|la|com|usar|servir|fer|electronic\w*|digital\w*|municipal\w*|local\w*|propi\w*|per|de|del|a|i|agraria|"
    r"ciutadan\w+|no|"
    r"de \w+|public\w*))* ?$"
)
# "Jornada presencial de 3 hores", "taller virtual amb Vic": the session itself, where a length or a council follows.
_SITTING = re.compile(r"\b(?:jornada|formacio|curs|taller) $")
_ITS_LENGTH = re.compile(r",? (?:(?:de |d'|amb )(?:els |la |l')?(?:[a-z]+ d[e'] ?)?)?_")
# These name the channel even in the middle of a topic ("sobre plecs per zoom").
_CHANNEL = re.compile(rf"(?:{_PLATFORM}|telefon|videotrucada|videoconferencia)$")
_DENIED_BEFORE = re.compile(
    r"(?:\bno (?:(?:vam|varem|hem|vaig|he) (?:fer servir|fet servir|usar|usat|utilitzar|utilitzat|necessitar|"
    r"fer) (?:(?:el|la|cap) )?|podi\w+ |voli\w+ |va poder |van poder |ser |fer-la |fer-ho |va ser |era |es va fer |"
    r"la vam fer |"
    r"(?:vam|varem|hem|vaig|he) (?:ser|anar|estar|anat|estat)-?(?:hi)? |"
    r"ha estat |pas |tan )*|\b(?:sense|ni|ningu|(?:en (?:comptes|lloc)|enlloc|prou) d[e'](?: fer-l[oa]| fer)?) ?|"
    r"\b(?:res|cap) (?:de |d'))(?:per |en |a |de manera |via |de forma )?$"
)
_NO_AFTER = re.compile(r" ?[:=>] ?no\b")
# "A distància no ens enteníem", "Zoom? no, presencial"
_REFUSED_AFTER = re.compile(
    r" (?:fallava|fallat|va fallar|ens fallava|no (?:ens |els |em |li )?(?:anava|va anar|funcionava|rutllava|tirava|"
    r"arrencava)|anava malament)\b|"
    r"\??,? (?:no|tampoc)[,.!]|\?? (?:no|tampoc)(?! (?:recordo|record|se|estic|tinc|presencial|hi havia|hem pogut|se|"
    r"s'|era gaire|va anar))(?= |$)"
)
# "Amb mascareta i distància": the one that is kept, not the one that parts.
_KEPT_BEFORE = re.compile(r"(?:\b(?:amb|guardant|mantenint)(?: la)?|\bmascaret\w+ (?:i|y|amb)) $")


# Things that may be talked about; with a "de" behind them they are: "vídeo del mercat", "la distància entre parades".
_THING = re.compile(r"(?:video|cameres|camera|webcam|distancia|telefon|audios?|d'audios?|pantalles)$")
_ITS_OWN_AFTER = re.compile(
    r" (?:(?:de |d'|del |dels |entre )(?!_)(?!seguiment|treball|presentacio|coordinacio|feina|grup|la tecnica|els|2\b)|"
    r"promocional|corporati|municipal|explicati|publicitari|vigilan)"
)
_BY_MEANS_OF = re.compile(r"(?:\b(?:per|via|x|pel|a traves d[e']l?|amb|mitjancant) ?(?:la |el |l')?)$")
# "Ho apunto des de casa", "us ho dic per Telegram": how this is being written.
_WRITING_BEFORE = re.compile(
    r"\b(?:(?:us |t'|et )?ho (?:dic|poso|apunto|passo|envio|escric|anoto|faig saber|comunico)|us escric|t'escric|"
    r"escric|"
    r"us parlo|us ho|t'ho)(?: (?:ara|aqui|tot))*(?: (?:per|des de|des del|amb|pel|via))* (?:el |la |l')?$"
)
_WRITING_AFTER = re.compile(
    r" (?:estant |mateix )?(?:us |t'|et )?(?:ho )?(?:dic|poso|apunto|passo|envio|escric|"
    r"anoto)\b"
)
# "Una llista d'entitats a trucar", "els havia trucat per confirmar"
_ERRAND_BEFORE = re.compile(r"\b(?:a|per|de|cal|que|havi(?:a|en|em)) $")
_TOLD_TWICE = re.compile(rf"{BLANK}(?s:.*)[^{BLANK}](?s:.*){BLANK}")


def _is_matter(text: str, told: str, match: re.Match[str]) -> bool:
    """Whether the word has something of its own beside it, or says how the message was written."""
    word, before = match.group(), before_of(text, match)
    if _WRITING_BEFORE.search(before) or _WRITING_AFTER.match(text, match.end()):
        return True
    if word in ("trucar", "trucat") and _ERRAND_BEFORE.search(before):
        return True
    own = _THING.match(word) and _ITS_OWN_AFTER.match(told, match.end())
    return bool(own and not _BY_MEANS_OF.search(before))


def read_screens(text: str, told: str) -> list[Hit[Modality]]:
    """Every word for a screen or a telephone; one with a reason is only a hint.

    `told` is the text with everything blanked that has already been read.
    """
    signs = list(REMOTE.finditer(text))
    shown = blank_spans(told, [sign.span() for sign in signs])
    found = [_remote(text, told, shown, m) for m in signs]
    # "Ahir no em va funcionar el micro" tells of no session
    way, doubt = (Modality.REMOTE, None) if _TOLD_TWICE.search(told) else (None, Reason.AMBIGUOUS)
    return found + [Hit(m.start(), m.end(), way, doubt) for m in FAULTS.finditer(text)]


def before_of(text: str, match: re.Match[str]) -> str:
    """What stands shortly before a match."""
    return text[max(0, match.start() - 40) : match.start()]


def of_sitting(told: str, match: re.Match[str]) -> bool:
    """Whether the way is of what lasted so long or was held with them: "jornada presencial de 3 hores"."""
    return bool(_SITTING.search(before_of(told, match)) and _ITS_LENGTH.match(told, match.end()))


def of_topic(before: str, told: str, match: re.Match[str]) -> bool:
    """Whether the way is of what was talked about: "botiga virtual", "curs presencial de cuina"."""
    return bool(_TOPIC_BEFORE.search(before)) and not of_sitting(told, match)


def denied(text: str, match: re.Match[str]) -> bool:
    """Whether it is said not to have been so ("no va ser per Zoom", "Presencial: no")."""
    return bool(_NO_AFTER.match(text, match.end()) or _DENIED_BEFORE.search(before_of(text, match)))


def _remote(text: str, told: str, shown: str, match: re.Match[str]) -> Hit[Modality]:
    """What a word for a screen or a telephone says: that it was remote, a hint of it, or the topic."""
    before = before_of(told, match)
    word = match.group()
    if denied(text, match) or (not word.startswith("camer") and _REFUSED_AFTER.match(text, match.end())):
        return Hit(match.start(), match.end(), Modality.IN_PERSON, Reason.AMBIGUOUS)
    named = _CHANNEL.match(word) and before.endswith(("plataforma ", "aplicacio ", "app "))
    if _TOPIC_BEFORE.search(before) and _CHANNEL.match(word) and before.endswith("per "):
        return Hit(match.start(), match.end(), Modality.REMOTE, Reason.AMBIGUOUS)
    if (of_topic(before, told, match) and not named) or _is_matter(text, told, match) or _MANY.match(word):
        return Hit(match.start(), match.end(), None, Reason.AMBIGUOUS)
    means = _MEANS_BEFORE.search(told, max(0, match.start() - 12), match.start())
    weak = word in _WEAK_REMOTE and not (means and talk_beside(told, match.start()))
    if word == "distancia" and _KEPT_BEFORE.search(before):
        return Hit(match.start(), match.end(), None, Reason.AMBIGUOUS)
    if word in _NEVER_SAID or weak:
        return Hit(match.start(), match.end(), Modality.REMOTE, Reason.AMBIGUOUS)
    reason = hedged(text[match.end() : match.end() + 8]) or attached(told, match)
    if not reason and not of_sitting(told, match):
        reason = doubt_of(shown, match.start())
    return Hit(match.start(), match.end(), None if reason is Reason.AMBIGUOUS else Modality.REMOTE, reason)


def attached(told: str, match: re.Match[str]) -> Reason | None:
    """Doubt about an adjective of many things, which are not the one session: "les reunions presencials"."""
    many = _MANY_BEFORE.search(told, max(0, match.start() - 24), match.start())
    return Reason.APPROXIMATE if many and _ADJECTIVE.match(match.group()) else None


def hedged(after: str) -> Reason | None:
    """Doubt about a way of holding it: with a question mark behind it, or one thing among others."""
    return Reason.APPROXIMATE if after.startswith(("?,", "? no ", " i altr")) else None
