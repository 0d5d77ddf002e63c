"""Words for a screen or a telephone: whether they say how it was held, or belong to what was talked about."""

from __future__ import annotations

import re

from conversations.rules.session_report.lexicon import words
from conversations.rules.session_report.model import Hit, Modality, Reason
from conversations.rules.session_report.noise import BLANK, blank_spans
from conversations.rules.session_report.presence import FAULTS
from conversations.rules.session_report.talk import doubt_of, talk_beside

_PLATFORM = (
    r"zooms?|teams|microsoft teams|ms teams|g*meets?|goo?gle ?meet|jitsi\w*|skype|webex|bbb|big ?blue ?button|"
    r"whereby|blue ?jeans|"
    r"hangouts?|facetime|gotomeeting|goto|discord|(?<! i )(?:sala|aula) virtual(?! (?:per|de|dels?)\b| d')|sala (?:de "
    r")?(?:zoom|meet|teams|jitsi|skype|webex|hangouts)|vtc|gather|signal"
)
REMOTE = re.compile(
    r"\b(?:ol\b|(?:per |d')audios?\b|(?:a|en) (?:la )?distancia(?! (?:(?:de\b|d')(?! ?(?:[0-9]|mitja|1? ?hor))|"
    r"prudencial))|a dist\b|en linia|on[ "
    rf"-]?line?|onlain|telem(?:at\w*)?|virtual(?:ment|s|itat)?|virt\b|{_PLATFORM}|(?:en |en forma |de forma |en mode |"
    r"mode )?remot(?:a|o|ament|s|es)?(?! d)|video ?-?(?:tr|conf|cri|lla|reu|cal|trob|con\b|col|ses|tel|xat|quedada|"
    r"assess|ment)\w*|video|vc|v\.c\b|v\.? ?conf\b|vconf\w*|xat de video|plataforma (?:electronic|digital|virtual|"
    r"telematic)a|(?:web ?)?conferencia web|web ?conferencia|dist\b|tele\b|telefon(?!ia|s\b)\w*|per tel\b|tele(?:conf|"
    r"reun|trob|trucad)\w*|telefonad\w+|truca[rt](?: (?!per)[a-z]+)? al (?:mobil|fix)\b|truca(?:da|des|t|r|dot|deta|"
    r"detes)|trucant\w*|(?:em |ens |m')(?:van|va|han|ha) truca[rt](?=[^.;]{0,60} i (?:ens )?(?:hi )?(?:vam|"
    r"hem) (?:estar|parlar|estat|parlat|acabar|acabat|fer|fet|passar|passat|xerra))|(?:jo|ella|ells?|"
    r"elles) a la pantalla|(?:jo|tots|totes|tothom|ells|elles) connecta(?:t|ts|da|des)|vam trucar|vaig trucar|"
    r"conference call|(?:una|la|vide|video) ?call|vide\b|vide conf\w*|conference\b|call (?:de|amb)\b|call d'|llamada|"
    r"llamando|llame(?= a\b)|llamamos|conectamos|conectad[oa]s?|me conecte|cada (?:1|uno?) (?:en|desde) su casa|(?:me|"
    r"nos) llamaron|zoomej\w+|skypej\w+|webconfer\w+|ciberreunio|e-reunio|via web|videoc\b|v/c|tf\b|nomes audio|"
    r"(?:amb (?:l')?|en |parlant per l')altaveu|amb (?:els )?auriculars|des de la cuina|des del (?:menjador|sofa|"
    r"llit)(?: de casa)?|sense (?:moure'm|moure'ns|sortir) de (?:casa|la cadira)|problemes? (?:de|"
    r"amb la) connexio(?! (?:de|d'|dels?|als?|a)\b)|(?:mala|poca|pessima) connexio|(?:va caure|queia|fallava|tallava|"
    r"tallar) la connexio|la connexio (?:anava|va anar|va fallar|va caure|fallava)|no presencial(?:s|ment)?|"
    r"a traves de la pantalla|(?<!\bres )(?<!prou )(?<!fora )(?:per|por|via|davant(?: de)?|hor[ae]s? de) (?:la |"
    r"les )?pantall(?:a|es|eta|etes)\b|(?:per )?mitjans? (?:electronics?|telematics?|digitals?|virtuals?)|webcam|"
    r"(?:cadascu|cada 1|cada un|cadascun|tots|totes|tothom|ells|cada part|els 2|les 2|cada una)(?: \w+){0,2} ?(?:des "
    r"de|de|a|per) (?:la (?:seva )?)?cas[ae]s?(?: seva)?(?! nostra| meva)|(?:cadascu|cada 1|cada un|cadascun|cada una|"
    r"cada part) (?:des d[e']l?|de|a|al|per) ?(?:la |el |l')?(?:seva |seu )?(?:despatx|oficina|lloc|ajuntament|"
    r"ordinador|pantalla|banda|poble)|whatsapp|whats|wasap|telegram|duo|connectat?s?|connectad[ae]s?|ens vam connectar|"
    r"connectar-nos|vam connectar-nos|connectar|connectat amb|connecta(?:t|da|ts|des|va|ven|vem) des d(?:e|el)|"
    r"des de (?:la )?casa|a pantalla|(?:per|pel|amb) (?:el )?(?:mobil|fix)\b|(?:(?<=[,;(.] )(?!mobil,)|(?<=: )|"
    r"(?<=[0-9h] )|(?<=ores )|(?<=hora )|(?<=min ))mobil(?= ?(?:$|[,.;)\n]))|"
    r"(?:per|via) internet|(?:per|via|amb|al|davant(?: del?)?|des del?) (?:l'|el )?(?:seu |meu |nostre )?(?:ordinador|"
    r"portatil|pc)|(?:estat|estar|estavem|vam ser) connecta(?:t|ts|da|des)(?! a\b)|mans lliures|pantalla compartida|"
    r"(?:vaig|vam|hem|he|varem) (?:compartir|compartit) (?:la )?pantalla|camer(?:a|es)|connexio(?! (?:de|d'|dels?|"
    r"als?)\b)|ordinador|distancia(?! prudencial| de seguretat))\b"
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
    r"\b(?:botig\w+|grups?|xats?|llist\w+|bots?|us|subscripci\w*|llicenci\w*|contract\w*|mapa|bustia|vend\w+|venda|"
    r"cataleg\w*|tramit\w*|comerc\w*|platafor\w+|compr\w+|administracio|companyia|curs\w*|formaci\w+|licitaci\w+|"
    r"registre|cita|pagament\w*|mercat\w*|factura|firma|signatura|reserv\w+|inscripci\w+|consult\w+|portal\w*|"
    r"aparador\w*|espai|oficin\w+|servei\w*|aula|eines?|recurs\w*|materials?|enquest\w+|formular\w+|participaci\w+|"
    r"moned\w+|marketplace|votaci\w+|anunci\w*|publicitat|comandes|notificaci\w+|atencio|vendre|comprar|pagar|treball|"
    r"teletreball|exposici\w+|fira|jornada|taller|xarxes|"
    r"funcion\w+|(?:fan|fa|facin|faran|(?<!vam )(?<!hem )(?<!vaig )fer) (?:servir|anar)|(?:ensenya|instal|configur|"
    r"aprend|mira|(?<!vam )(?<!hem )prova|activa|"
    r"contracta)\w*(?:-\w+)?|(?:per|com|de) (?:a )?(?:fer|organitzar|preparar|muntar|convocar|dinamitzar) (?:les |unes "
    r")?[a-z]{4,}s|cistell\w+|gestio|guia|web\w*)(?: (?:el|la|com|usar|servir|fer|electronic\w*|digital\w*|"
    r"municipal\w*|local\w*|propi\w*|per|de|del|a|i|agraria|ciutadan\w+|no|de \w+|public\w*))* ?$"
)
# "Jornada presencial de 3 hores", "taller virtual amb Vic": the session itself, where a length or a council follows.
_SITTING = re.compile(r"\b(?:jornada|formacio|curs|taller|cita) $")
_ITS_LENGTH = re.compile(r",? (?:(?:de |d'|amb )(?:els |la |l')?(?:[a-z]+ d[e'] ?)?)?_")
# These name the channel even in the middle of a topic ("sobre plecs per zoom").
_CHANNEL = re.compile(rf"(?:{_PLATFORM}|telefon|videotrucada|videoconferencia)$")
_DENIED_BEFORE = re.compile(
    r"(?:\bno (?:(?:vam|varem|hem|vaig|he) (?:fer servir|fet servir|usar|usat|utilitzar|utilitzat|necessitar|fer) "
    r"(?:(?:el|la|cap) )?|podi\w+ |voli\w+ |va poder |van poder |ser |fer-la |fer-ho |va ser |era |es va fer |la vam "
    r"fer |(?:vam|varem|hem|vaig|he) (?:ser|anar|estar|anat|estat)-?(?:hi)? |ha estat |pas |tan )*|\b(?:sense|ni|ningu|"
    r"(?:en (?:comptes|lloc)|enlloc|prou) d[e'](?: fer-l[oa]| fer)?) ?|\b(?:res|cap) (?:de |d'))(?:per |en |a |de "
    r"manera |via |de forma )?$"
)
_NO_AFTER = re.compile(r" ?[:=>] ?no\b")
# "A distància no ens enteníem", "Zoom? no, presencial"
_REFUSED_AFTER = re.compile(
    r" (?:fallava|fallat|va fallar|ens fallava|no (?:ens |els |em |li )?(?:anava|va anar|funcionava|rutllava|tirava|"
    r"arrencava)|anava malament)\b|\??,? (?:no|tampoc)[,.!]|\?? (?:no|tampoc)(?! (?:recordo|record|se|estic|tinc|"
    r"presencial|hi havia|hem pogut|se|s'|era gaire|va anar))(?= |$)"
)
# "Amb mascareta i distància": the one that is kept, not the one that parts.
_KEPT_BEFORE = re.compile(r"(?:\b(?:amb|guardant|mantenint)(?: la)?|\bmascaret\w+ (?:i|y|amb)) $")


# Things that may be talked about; with a "de" behind them they are: "vídeo del mercat", "la distància entre parades".
_THING = re.compile(r"(?:video|cameres|camera|webcam|distancia|telefon|audios?|d'audios?|pantalles)$")
_ITS_OWN_AFTER = re.compile(
    r" (?:(?:de |d'|del |dels |entre )(?!_)(?!seguiment|treball|presentacio|coordinacio|feina|grup|la tecnica|els|2\b)|"
    r"promocional|municipal|vigilan|(?:el|ja|us|que|dura)\b)"
)
_BY_MEANS_OF = re.compile(r"(?:\b(?:per|via|x|pel|a traves d[e']l?|amb|mitjancant) ?(?:la |el |l')?)$")
# "Ho apunto des de casa", "us ho dic per Telegram": how this is being written.
_WRITING_BEFORE = re.compile(
    r"\b(?:(?:us |t'|et )?ho (?:dic|poso|apunto|passo|envio|escric|anoto|faig saber|comunico)|us escric|escric|us ho|"
    r"t'ho)(?: (?:ara|aqui|tot))*(?: (?:per|des de|des del|amb|pel|via))* (?:el |la |l')?$"
)
_WRITING_AFTER = re.compile(
    r" (?:estant |mateix )?(?:us |t'|et )?(?:ho )?(?:dic|poso|apunto|passo|envio|escric|anoto)\b"
)
# "Una llista d'entitats a trucar", "els havia trucat per confirmar"
_ERRAND_BEFORE = re.compile(r"\b(?:a|per|de|cal|que|havi(?:a|en|em)) $")
_ERRAND_AFTER = re.compile(r"(?: [a-z]+)? per (?:dir|confirmar|demanar|preguntar|quedar|avisar|agrair|saber)")
_TOLD_TWICE = re.compile(rf"{BLANK}(?s:.*)[^{BLANK}](?s:.*){BLANK}")


def _is_matter(text: str, told: str, match: re.Match[str]) -> bool:
    """Whether the word has something of its own beside it, or says how the message was written."""
    word, before = match.group(), before_of(text, match)
    if _WRITING_BEFORE.search(before) or _WRITING_AFTER.match(text, match.end()):
        return True
    if word in ("trucar", "trucat") and (_ERRAND_BEFORE.search(before) or _ERRAND_AFTER.match(text, match.end())):
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
    way, doubt = (Modality.REMOTE, Reason.APPROXIMATE) if _TOLD_TWICE.search(told) else (None, Reason.AMBIGUOUS)
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
    doubt = None if of_sitting(told, match) else doubt_of(shown, match.start())
    reason = hedged(text[match.end() : match.end() + 8])
    reason = reason or (doubt if doubt is Reason.AMBIGUOUS else attached(told, match) or doubt)
    return Hit(match.start(), match.end(), None if reason is Reason.AMBIGUOUS else Modality.REMOTE, reason)


def attached(told: str, match: re.Match[str]) -> Reason | None:
    """Doubt about an adjective of many things, which are not the one session: "les reunions presencials"."""
    many = _MANY_BEFORE.search(told, max(0, match.start() - 24), match.start())
    return Reason.APPROXIMATE if many and _ADJECTIVE.match(match.group()) else None


# "Vic zoom? 2 h"
_DOUBTED_AFTER = re.compile(r"\?(?:,| no | [0-9_])| i altr")


def hedged(after: str) -> Reason | None:
    """Doubt about a way of holding it: with a question mark behind it, or one thing among others."""
    return Reason.APPROXIMATE if _DOUBTED_AFTER.match(after) else None
