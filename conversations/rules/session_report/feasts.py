"""Days named by a feast: "la vigília de Sant Joan", "dilluns de Pasqua Granada", "el dijous abans de la Diada"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from conversations.rules.session_report import calendar
from conversations.rules.session_report.model import Hit, Reason

# The day and month of each, or how many days after Easter.
_FEASTS: dict[str, tuple[int, int] | int] = {
    "sant joan|san juan": (24, 6),
    "revetlla(?: de sant joan)?": (23, 6),
    "sant pere|san pedro": (29, 6),
    "sant jaume|santiago": (25, 7),
    "diada(?: nacional)?|festa nacional": (11, 9),
    "santa tecla": (23, 9),
    "merce|merced": (24, 9),
    "sant miquel": (29, 9),
    "pilar|hispanitat": (12, 10),
    "sant narcis": (29, 10),
    "castanyada": (31, 10),
    "tots sants|todos los santos": (1, 11),
    "sant mar?ti": (11, 11),
    "santa cecilia": (22, 11),
    "constitucio|constitucion": (6, 12),
    "purissima|immaculada|inmaculada|concepcio": (8, 12),
    "santa llucia": (13, 12),
    "nadal": (25, 12),
    "sant esteve": (26, 12),
    "innocents": (28, 12),
    "sant jordi": (23, 4),
    "pasqua granada|segona pasqua|2a pasqua|pentecosta": 49,
    "pasqua(?: florida| de resurreccio)?": 0,
    "corpus(?: christi)?": 60,
    "ascensio": 39,
}
_WEEKDAYS = ("dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte", "diumenge")
_OF = r"(?: ?(?:a|al|dels?|de|d'|en|la|el|els|l')(?![a-z]))* ?"
_names = "|".join(f"(?P<f{number}>{names})" for number, names in enumerate(_FEASTS))
_RECENT = timedelta(days=92)
FEAST = re.compile(
    rf"\b(?:(?:(?:el|aquell) )?(?P<weekday>{'|'.join(_WEEKDAYS)})(?: (?P<side>abans|anterior|previ|despres|posterior|"
    rf"seguent))? ?,?(?= (?:a|d)){_OF}(?:(?P<week>pont|setmana) {_OF})?"
    rf"|(?:(?:la|el|l') ?)?(?P<eve>(?P<sure>vigilia|dia (?:d')?abans|dia (?:anterior|previ))|vespra|revetlla|nit){_OF}"
    rf"|(?:el |l')?(?P<after>endema|dia (?:despres|seguent))(?: mateix)?{_OF}"
    rf"|(?P<itself>(?:el )?dia (?:de |d'|dels? )){_OF}|(?:per|pel) {_OF})"
    rf"(?<![a-z])(?:{_names})(?![a-z])(?! d[e'] ?(?!la |les |quarts)[a-z]| d[e'] l[ae]s? [a-z]{{5}}| (?:despi|pescador|"
    r"sallavinera|sacosta|les fonts))"
)


def read_feasts(text: str, today: date) -> list[tuple[Hit[date], bool]]:
    """The days named by feasts, and whether they have a weekday of their own.

    What is counted from a feast ("el dijous abans"), is near it ("per Sant Pere", "la nit de Sant Joan") or moves with
    Easter and is said without its weekday is left to be confirmed.
    """
    found = []
    for match in FEAST.finditer(text):
        said = next(said for number, said in enumerate(_FEASTS.values()) if match[f"f{number}"])
        feast = _nearest(said, today)
        weekday = _WEEKDAYS.index(match["weekday"]) if match["weekday"] else None
        value: date | None = feast
        reason: Reason | None = Reason.AMBIGUOUS
        if weekday is None:
            on_it = match.group().startswith(("per ", "pel ")) and timedelta(0) < today - feast <= timedelta(days=2)
            plain = match["sure"] or match["after"] or match["itself"] or on_it
            reason = None if plain and isinstance(said, tuple) and today - feast < _RECENT else reason
            value = feast + timedelta(days=1 if match["after"] else -1 if match["eve"] else 0)
        elif match["side"] in ("despres", "posterior", "seguent"):
            value = calendar.next_weekday(weekday, feast + timedelta(days=1))
        elif match["side"]:
            value = calendar.latest_weekday(weekday, feast - timedelta(days=1))
        elif match["week"]:
            value = calendar.latest_weekday(weekday, feast + timedelta(days=3))
        elif isinstance(said, int) and weekday == 0:
            # the Monday of Easter is the day after it; which Easter is not said by the bare word
            value = feast + timedelta(days=1)
            reason = Reason.AMBIGUOUS if match.group().endswith(" pasqua") else None
        elif feast.weekday() == weekday:
            reason = None
        else:
            value, reason = None, Reason.CONTRADICTORY
        found.append((Hit(match.start(), match.end(), value, reason), weekday is not None))
    return found


def _nearest(feast: tuple[int, int] | int, today: date) -> date:
    if isinstance(feast, tuple):
        day, month = feast
        years = [date(year, month, day) for year in (today.year - 1, today.year, today.year + 1)]
    else:
        years = [calendar.easter(year) + timedelta(days=feast) for year in (today.year - 1, today.year, today.year + 1)]
    return min(years, key=lambda found: abs(found - today))
