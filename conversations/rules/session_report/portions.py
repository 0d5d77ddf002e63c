"""Lengths that are not the session's: travelled, waited, still to come, planned, or only a part of it."""

from __future__ import annotations

import re
from enum import Enum

from conversations.rules.session_report.clauses import Clauses
from conversations.rules.session_report.model import Hit, Reason

# Never the session's: what is left, what it cost to get there, what was waited.
_ELSEWHERE_BEFORE = re.compile(
    r"(?<![a-z])(?:paquets?|bossa|pack|bo|saldo|conjunt|curs|cursos|formacio|jornada|webinar|termini|retard|cada|"
    r"d'aqui|dins|dintre|fa|fara|proximes|properes|abans|faltar?i?e?n|falten|queden|quedaven|resten|"
    r"(?<!fins )(?<!plegar )(?<!acabar )(?<!tancar )al cap|pendents?|acumula[td][a-z]*|restaven|quedaran|portem|porto|"
    r"duem|acumulem|acumulo|sumem|limit|maxim|costar|costat|trigat|trigar|tardat|tardar|trigo|tardo|esperar|esperat|"
    r"esperar-nos|esperar-me|anada|tornada|trajecte|viatge|desplacament|vermut|cua|espera|total de les|dels?|"
    r"les altres|altres|que les|nomes les)(?: (?:complet|sencer|total|total de|encara|ja))?(?: (?:de|d'|a|"
    r"en))?(?: (?:les|unes))? ?(?:d')?$|"
    r"(?<!sessio )(?<!reunio )(?<!trobada )(?<!mentoria )(?<!trucada )(?<!ara )\bde les $|\bd'(?:un|1) total de $|"
    r"\b(?:pendents?|restants) ?: ?$|\b(?:viatge|trajecte|desplacaments?|anada(?: i tornada)?|anar i (?:tornar|venir)|"
    r"tornada|preparacio)(?: a part| apart)? ?[,:(=-] ?(?:(?:d'|de |unes|uns) ?)?$"
)
_ELSEWHERE_AFTER = re.compile(
    r" ?\(?(?!amb (?:el |la )?[a-z]+(?: i [a-z]+)? inclo)(?:(?!despres|abans)[a-z]+ )?(?:(?:mes|menys) (?:del|que|de "
    r"la|de les|dels) |al dia|a la setmana|al mes|"
    r"diaries|setmanals|que (?:em |ens |els |li )?(?:queden|falten|resten|tenim|tinc)|restants|mes tard|"
    r"(?<!la )(?<!mati )(?<!, )tard\b|de (?:retard|cotxe|viatge|carretera|desplacaments?|trajecte|bus|tren|cami|cua|"
    r"tornada|marge|cortesia|vermut|dinar|sopar|preparacio|moto|furgoneta|metro|pujada|baixada)|(?:a|per) la carretera|"
    r"d'(?:espera|autobus|anada|anar|antelacio|aparcament)|esperant|dinant|conduint|a peu(?! d)|en cotxe|en tren|"
    r"(?:per|a) (?:connectar|entrar|provar|fer proves|muntar|engegar|instal|presentar|arribar|tornar|anar|aparcar|"
    r"aparcar-hi|arribar-hi|anar-hi)|(?:de |d')?(?:desplacaments?|trajectes?|viatges?|anada|tornada)|(?<!mans )lliures|"
    r"pendents(?! de (?:posar|apuntar|entrar|registrar|comunicar|passar|dir))|habils|disponibles|contractades|"
    r"assignades|concedides|per paquet)\b|^ (?:despres|abans)(?= ?(?:$|[,.;)]|i\b|per\b))"
)
# "Vam fer les 2 hores pendents"
_ALL_OF_THEM = re.compile(
    r"\b(?:fer|fet|acaba[rt]|completa[rt]|esgota[rt]|gasta[rt]|recupera[rt]|tanca[rt]|consumi[rt]|"
    r"liquida[rt]) (?:ja )?(?:les|els) $"
)
# "2 de les 6 hores que tenim"
_OF_MORE = re.compile(r"[1-9] ?de (?:les )?[2-9]")
# The session's own unless another length stands.
_PART_BEFORE = re.compile(
    r"\b(?:primer[ae]?s?|ultim[ae]?s?|darrer[ae]?s?|segon[ae]|tercer[ae]) $|\b(?:va|van|ha|han|s'ha|s'han|s'hi va|vam|"
    r"vaig|he|hem) (?:haver d[e']|poder |quedar-se |quedat )?(?:marxa|entra|sorti|incorpora|afegi|caigu|caure|talla|"
    r"penja|perd|falla|desconnecta|espera|tarda|triga|retarda)[a-z'-]*(?: (?!i |pero )[a-z'-]+){0,3} $|\b(?:dura|son|"
    r"ja (?:en )?(?:van|tenim|tinc|sumem)|amb aquesta,?|acumula[td][a-z]* ?:?) $|\b(?:posava|havia posat|vaig posar|"
    r"vaig dir|havia dit|deia|sembl[a-z]+)(?: ahir| abans)?(?: de | d')? ?$|\bsense (?:llum|so|connexio|internet|"
    r"imatge|veu|micro) $|\bals $|(?:\bde (?:les|la) quals?|d'(?:aquestes|elles)|\bmeitat),? (?:es a dir,? |"
    r"o sigui,? )?$|(?:(?<!en )(?<!amb )(?<!el )(?<!de )\b(?:tren|bus|autobus|cotxe|metro|carretera|prep)\.? ?[:=]?|"
    r"\b(?:tren|bus|autobus|cotxe|metro) \() ?$|\bprepara\w*(?:-[a-z]+)? $|\b(?:nomes|tan sols) (?:s'hi|es) (?:va|"
    r"van) (?:estar|quedar|connectar)(?:-hi)? $|\bperdut $|\bque vam perdre "
)
_PART_AFTER = re.compile(
    r" ?(?:per|a) (?:a )?cada\b| per (?:al |a la |als |a les |a l')| del (?:paquet|pack)\b| de la bossa\b|"
    r"(?: [a-z]+){0,2} prepara\w+| fet[ae]s en total| (?:fet[ae]s )?acumulad\w+| de (?:les )?[2-9]\b(?! ?(?:h|a\b|fins|"
    r"[-:.]))| (?:dels|de les) quals| (?:mes ?[:=(]|que (?:vam|hem|es van|s'han) (?:perdre|perdut)|sense (?:so|veu|"
    r"imatge|connexio|internet|llum|camera|audio|microfon)|abans (?:del?|d'))"
)
# "Un vídeo de 20 minuts": the length of some other thing.
_OF_A_THING = re.compile(r"\b(?P<noun>[a-z]{4,})(?: (?!amb )[a-z]{3,})? (?:de |d')(?:unes )?$")
_SESSION = re.compile(
    r"(?:sessio|sesion|reunio|trob|mentori|video|truca|vtruca|conferencia|connexio|cafe|xerrad|conversa|assessor|"
    r"visita|mati|tarda|vespre|migdia|ahir|avui|passat|dia|durada|duracio|temps|total|estona|feina|treball|zoom|teams|"
    r"meet|skype|jitsi|presencial|telematic|virtual|linia|online|remot|telefon|distancia|di[lmjvsu][a-z]+s$|llarg|"
    r"menys|mes|sido|sino|pero|eren|acab|dur|allarg|despres|vegada|estat|fent|fetes|fer|fet|mitja|curt|bloc|"
    r"acompanyament|intens)"
)
_MATTER = re.compile(
    r"\b(?:sala|aula|local|espai) (?:la |l'|el )?(?:teni|estava|era)\w*|\bteni\w+ (?:la|l') ?(?:sala|aula|espai)\b|"
    r"\b(?:grava\w*|grab\w*|diuen|diu que|tindri\w+|en tenen|prou|enlla[cs]\w*|video de)\b"
)
# "De 10 a 12, però vam acabar abans"
_CHANGED = re.compile(
    r"(?:\bi |, )(?:mitja|[0-9]{1,2}|una|un quart) mes\b(?! (?:que|del|de la) | [a-z]+ant\b)|[(,] ?(?:al final |"
    r"pero )?(?:vam|van|hem) "
    r"(?:comenc|acab|pleg)[a-z-]* a (?:i [0-9]|[0-9]/4|quarts|(?:[0-9]|un) quarts?)|\bpero (?:al final |"
    r"finalment |ja )?(?:(?:vam|van|hem|ens vam|es va|ens hem) (?:haver d[e'] ?)?)(?:comenc|acab|pleg|allarg|tall|"
    r"tanc)[a-z-]*(?= ?(?:$|[,.;)\n])| (?:abans|tard|mes|una mica|a mitges|a mig|a i [0-9]|(?:a |cap a |"
    r"als? )?(?:quarts|passades|poc)))|\bencara (?:ens|vam|hem|hi|en|n')[^.;\n]{0,40}\bmes\b"
)
_FEW = re.compile(r"[1-9] ?m")
# "16h, 2h": when, and how long.
_CLOCK = re.compile(r"(?:[89]|1[0-9]|2[0-2])(?:[:.][0-5][0-9])? ?h\b")
# "2h (30 min de teoria)"
_IN_BRACKETS = re.compile(r" ?(?:de |d'|per |a la |al |als |sobre |amb )[a-z]")
_THEN = re.compile(r"[^.;\n]{0,60}?\bdespres (?:[0-9]|una|mitja|hora)")
_LOST = re.compile(r" (?:sense |que (?:vam|hem|es van|s'han) )")
# "L'altra vegada van ser 2 hores", "normalment fem 1 h": not the one that is told.
_OTHER_TIME = re.compile(
    r"\b(?:l'altra (?:vegada|sessio|trobada|reunio)|l'altre (?:cop|dia)|(?:l'ultima|la darrera) vegada|l'ultim cop|"
    r"(?:sessio|reunio|trobada|vegada|mentoria) (?:anterior|passada)|l'anterior|la d'abans(?!-)|normalment|"
    r"habitualment|sempre|en general|per norma|(?:que|com) (?:l'|la )(?:altra|ultima|primera|segona|darrera|passada)|"
    r"la d(?:e |')(?:gener|febrer|marc|abril|maig|juny|juliol|setembre|octubre|novembre))\b"
)
_RELATIVE = re.compile(r",? (?:que|on) |\(")
_OF_ANOTHER = re.compile(rf"[.;] (?:{_OTHER_TIME.pattern})[^.;\n]*$")
_MORE = 45
_BY_SO_MUCH = re.compile(r"\ballarga[rt](?:-nos|-se)? (?:unes |uns )?$")
_LAST = re.compile(
    r"(?<!plegar )(?<!acabar )(?<!tancar )(?<!tallar )(?<!penjar )\bals $|\bnomes [^.;\n]{0,24}(?:l'ultim|la primer|"
    r"l'|els ultims|els primers)[a-z]* $"
)
# What was due, of which less or more may have been held.
PLANNED = re.compile(
    r"\b(?:(?<!del )previst[aeo]?s?|preveiem|previsio|prev(?=\.)|programad[ae]s?|planificad[ae]s?|calculav\w+|"
    r"comptav\w+|(?<!com )havi\w+ (?:dit|reservat|calculat)|(?<!que )teni(?:em|en) (?=[0-9] hor|una hor|hora i)|"
    r"havi\w+ d(?:e |')(?!posar|dir|apuntar|comunicar)|hauri\w+|tocav\w+|en principi|en teoria|teorica?\w*|inicialment|"
    r"an[ae]v\w+ per|iban? a|tenia que|debian? (?:ser|durar)|voli(?:em|en)|(?<!que )pensav\w+|(?<!que )esperav\w+|"
    r"convocatoria|(?:en comptes|en lloc|enlloc|en vez) d[e']|pactad[ae]s?|acordad[ae]s?|estipulad[ae]s?|"
    r"convocad[ae]s?|seri(?:a|en))"
)
_DUE_AFTER = re.compile(
    r" ?\(?(?:previst|pactad|acordad|programad|estipulad|convocad|planificad|reservad)[ae]s?\b(?! ?[:=]? ?[0-9])"
)
# "Es va fer la mentoria prevista (2 hores)"
_HELD_AS_DUE = re.compile(
    r"(?<!no )\b(?:es va|s'ha|vam|hem|vaig|he|va|ha) (?:fe[rt]|celebra[rt]|realitza[rt]|ten(?:ir|ir lloc)|tingut(?: "
    r"lloc)?|du[rt] a terme) (?:la|l'|les) ?[a-z]+(?: [a-z]+)? (?:previst|programad|planificad|pactad|acordad|"
    r"convocad)[ae]s?\b"
)
_PASSED_OFF = re.compile(r"(?<!no )\b(?:es va|s'ha) (?:fe[rt]|celebra[rt]|realitza[rt])\b")
_DONE = re.compile(
    r"\b(?:vam|hem|vaig|he|va ser|van ser|va durar|ha durat|va acabar|va allargar|va convertir|ha allargat|van acabar|"
    r"real(?:s|itzad[ae]s?|ment)?|fet|fet[ae]s?|efectiv\w+|al final|finalment|a la practica|en la practica|"
    r"dedicad\w+)\b(?! (?:previst|preveure|quedat|quedar|dit|dir|pensa\w*|calcula\w*|acordat|acordar|programa\w*|"
    r"pactat|pactar|reserva\w*))"
)


def is_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether the length at `start:end` is surely none of the session: a journey, a delay, what is left."""
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    apart = _ELSEWHERE_AFTER.match(after) and not (_OF_MORE.match(text, start, end) or _ALL_OF_THEM.search(before))
    return bool(_ELSEWHERE_BEFORE.search(before) or apart)


def of_session(text: str, hits: list[Hit[int]]) -> list[Hit[int]]:
    """The lengths that are the session's own; if none is, all of them, and those only planned in doubt."""
    parts = Clauses(text)
    planned = [_planned(text, hit, parts) for hit in hits]
    longest = max((hit.value or 0 for hit in hits), default=0)
    own = [
        hit
        for hit, due in zip(hits, planned, strict=True)
        if not due
        and not (2 * (hit.value or 0) <= longest and _is_within(text, hit))
        and not _is_part(text, hit, parts.around(hit.start)[0])
        and not _MATTER.search(text, *_clause(text, hit, parts))
    ]
    named = [hit for hit in own if hit.value and _is_named(text, hit)]
    if len(named) == 1 and all(hit in named or _UNLIKE.search(text, max(0, hit.start - 24), hit.start) for hit in own):
        return named
    if len(own) == 1 and not own[0].reason and _CHANGED.search(text, own[0].end):
        return [_in_doubt(own[0])]
    if len(own) == 1 and (own[0].value or 0) in range(1, _MORE + 1) and _BY_SO_MUCH.search(text, 0, own[0].start):
        return [_in_doubt(own[0])]
    if own or not hits:
        return own
    if all(planned):
        if not (_DONE.search(text) or _PASSED_OFF.search(text)):
            return []
        return [hit if due is Due.PERHAPS else _in_doubt(hit) for hit, due in zip(hits, planned, strict=True)]
    return [
        _in_doubt(hit)
        if _LOST.match(text, hit.end) or any(found.search(text, 0, hit.start) for found in (_OF_ANOTHER, _LAST))
        else hit
        for hit in hits
    ]


# "Ens van ensenyar el viver durant mitja hora i després vam fer la sessió de 2 h"
_MEETING = r"(?:sessio|mentoria|reunio|trobada|assessorament)"
_NAMED_BEFORE = re.compile(rf"\b{_MEETING}(?: [a-z'_]+){{0,3}},? (?:de |d'|(?:va|ha) dura[rt] )$")
_NAMED_AFTER = re.compile(rf" (?:de |d')(?:la |feina de |treball de )?(?:{_MEETING}|feina|treball)\b")
_UNLIKE = re.compile(
    r"\b(?:durant|(?:cafe|esmorzar|passeig|passejada|visita|vermut|dinar|volta|ruta)(?: (?:de|d')| d'une?s)) ?$"
)


def _is_named(text: str, hit: Hit[int]) -> bool:
    """Whether it is said to be that of the session."""
    return bool(_NAMED_BEFORE.search(text, max(0, hit.start - 60), hit.start) or _NAMED_AFTER.match(text, hit.end))


def _is_part(text: str, hit: Hit[int], start: int) -> bool:
    """Whether it may be only a part: "l'última mitja hora", what somebody missed, by how much it was longer."""
    before = text[max(0, hit.start - 60) : hit.start]
    if _RELATIVE.match(text, start):
        # "millor que l'última, que va ser de 3 h"
        start = max(text.rfind(mark, 0, start) for mark in ",.;(") + 1
    if _OTHER_TIME.search(text, start, hit.start):
        return True
    few = hit.reason is Reason.ABSURD and (before.endswith(" amb ") or _FEW.match(text, hit.start))
    if before.endswith("primer ") and _THEN.match(text, hit.end):
        # "primer 1 h amb comerç i després 1 h amb promoció"
        return False
    if few or (hit.value is None and _CLOCK.match(text, hit.start)):
        # "Amb 5 minuts de presentacions"
        return True
    thing = _OF_A_THING.search(before)
    if _NAMED_AFTER.match(text, hit.end) and before.endswith("quals "):
        # "2 h, de les quals 1 h de mentoria"
        return False
    return bool(
        _PART_BEFORE.search(before)
        or _PART_AFTER.match(text, hit.end)
        or (thing and not _SESSION.match(thing["noun"]))
        or (before.endswith("(") and _IN_BRACKETS.match(text, hit.end))
    )


# "2 h de Zoom i mitja hora parlant només de la taxa", "amb un quart d'hora de problemes": where it went.
_GOING_BY = re.compile(
    r" ?,? (?:tot |nomes )?(?:(?!(?:du|comp|pas|tre)[a-z]+)[a-z]{2,}(?:[ai]nt|(?<!m)ent)(?:-[a-z]+)?\b|(?:(?:se|les|la|"
    r"el|es) ?'?n? ?(?:va|van|vam|hem|ha) |(?:va|van) (?:ser|anar) (?:per|a|de)\b))"
)
_SHORT_OF = re.compile(r" (?:de |d')(?P<noun>[a-z]{3,})")
_SHORT = 20
_AGAIN = re.compile(
    r"\bmes $|\b(?:despres|tambe|mati|tarda|vespre|abans|altra|i tot seguit|di[lmjvsu][a-z]+s)\b[^.;\n]{0,24}$"
)


def _is_within(text: str, hit: Hit[int]) -> bool:
    """Whether so short a length beside a longer one tells what a part of it went on."""
    paused = hit.value is None and hit.reason is not Reason.ABSURD
    if paused or _AGAIN.search(text, max(0, hit.start - 40), hit.start):
        return False
    thing = _SHORT_OF.match(text, hit.end)
    short = thing and (hit.value or 0) <= _SHORT and not _SESSION.match(thing["noun"])
    return bool(short or _GOING_BY.match(text, hit.end))


def _in_doubt(hit: Hit[int]) -> Hit[int]:
    return Hit(hit.start, hit.end, hit.value, hit.reason or Reason.AMBIGUOUS)


# How far from a length a word may say that it was due or done.
_REACH = 160


class Due(Enum):
    """Whether a length was only planned: its clause says nothing else, or also that something was done."""

    ONLY = "only"
    PERHAPS = "perhaps"


def _clause(text: str, hit: Hit[int], parts: Clauses) -> tuple[int, int]:
    """The clause of a length, with what it explains: "hores previstes: 2", "la gravació (1 h)"."""
    start, end = parts.around(hit.start)
    return (parts.around(start - 1)[0] if start and text.startswith((": ", "("), start) else start), end


def _planned(text: str, hit: Hit[int], parts: Clauses) -> Due | None:
    """Whether its clause says that so much was due: nearer before it than what was done, or without that."""
    start, end = _clause(text, hit, parts)
    behind = _DUE_AFTER.match(text, hit.end)
    # "Les 2 hores previstes" are those that were held.
    held = text.endswith("les ", 0, hit.start)
    start, end = max(start, hit.start - _REACH), min(end, hit.end + _REACH)
    due = [match.start() for match in PLANNED.finditer(text, start, hit.start)]
    if (not due and (held or not behind)) or _HELD_AS_DUE.search(text, start, hit.start):
        return None
    if not _DONE.search(text, start, end):
        return Due.ONLY
    done = [match.start() for match in _DONE.finditer(text, start, hit.start)]
    return Due.PERHAPS if due and (not done or due[-1] > done[-1]) else None
