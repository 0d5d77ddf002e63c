"""From when to when: "de dos quarts de deu a les onze", "9-11", and times told apart that bound a session."""

from __future__ import annotations

import re

from conversations.rules.session_report.clock import AT, DAWN, HALF_DAY, RANGE, Stretch, TimeOfDay, stretch, time_of
from conversations.rules.session_report.model import Hit, Reason
from conversations.rules.session_report.noise import COUNTED, SURELY_COUNTED

Ranges = list[tuple[Hit[int], Stretch]]
_VAGUE_BEFORE = re.compile(
    r"(?:(?<![1-3] )quarts(?: d[e'])?|cap(?: alla)?(?: a)?|vora|aprox\w*\.?|mes o menys|entre les|"
    r"passad\w+) ?(?:les )?$"
)
_VAGUE_AFTER = re.compile(
    r" ?\(?(?:toca[dt]\w*|passad\w+|aprox\w*|mes o menys|i pico|i escaig|o aixi|o per aqui|llargues|(?:i|y) (?:algo|"
    r"algun\w*|bastant|forca|una mica|un poc|mes))\b| ?\(?o (?:a |fins a |cap a )?(?:les |la )?[0-9]"
)
# No session runs later; "20-24" is years.
LATE = 22 * 60
# "2h 25-06"
_LENGTH_AND_DAY = re.compile(r"[1-4] ?h [0-9]{2}-[0-9]{1,2}")
_NOUN_AFTER = re.compile(r" (?!(?:i|y|menys|per|amb|x|via)\b)[a-z]{3,}")
_RANGE_TAIL = re.compile(r" ?h\b\.?| hores\b")
_GROWN = re.compile(r"\b(?:pass|puj|baix|augment|cresc|creix)[a-z]* $")
_ENDS = re.compile(
    r"\b(?:acab\w*|fins|fini(?:m|ren|a)?|final\w*|fi|sortida|plega\w*|termin\w*|marxa[rt]\w*|hasta|tanca(?!ven)\w*|"
    r"desconne[cx]\w*|aixec\w*|acomiad\w*|(?:des)?penja\w*|ja (?:esta\w*|havi\w+|erem|eren|era)|llest\w*|enllest\w+|"
    r"plegats|comiat|dinar|fora(?! d)|ho \w+ deixa[rt]|donar|adonar|e?ns van? (?:fer|tocar)(?= l[ae]s? [0-9u]))\b"
)
# Of the session, or of home.
_LEAVES = re.compile(r"\bsort\w+")

_BEGINS = re.compile(r"\b(?:conne[cx]\w*|comen[cs]\w*|inici\w*|entra\w*|arrenc\w*|arrib\w*|des de)\b")


def read_ranges(text: str) -> tuple[Ranges, Ranges]:
    """Ranges of hours in the blanked text: those that surely are, and bare "9-11" that may be something else."""
    sure: Ranges = []
    bare: Ranges = []
    for match in RANGE.finditer(text):
        begin, finish = time_of(match, 1), time_of(match, 2)
        link, prefix = match["link"].strip(), match["prefix"] or ""
        if link == "-" and match["hour2"] == "una" and _NOUN_AFTER.match(text, match.end()):
            # "3h - una trucada"
            continue
        if link in ("i", "y") and not prefix.startswith("entre"):
            continue
        if prefix.startswith("a ") and link not in ("-", ">") and not prefix.startswith(("a les", "a la", "a l'")):
            continue
        if not prefix and link.startswith("a") and (match["mark1"] or "").endswith(".") and begin.minutes <= 300:
            # "2 h. A les 5 tenien una altra reunió"
            continue
        small = match["mark2"] and not match["minute2"] and finish.minutes <= 300
        if link == "-" and not prefix and small and not match["mark1"]:
            # "15.06 - 2h" is a day and a length
            continue
        if link == "-" and not prefix and _LENGTH_AND_DAY.fullmatch(match.group()):
            continue
        around = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 24]
        articles = "les" in match.group() or "las " in match.group()
        certain = begin.marked or finish.marked or articles or prefix.startswith(("de", "d'", "d ", "entre"))
        found = stretch(begin, finish)
        reason = found.reason
        if match["quarters1"] == "" and not text.endswith("l ", 0, match.start("quarters1")):
            # "Quart de 10 a 12" may be the council
            reason = reason or Reason.AMBIGUOUS
        if not (begin.marked or finish.marked or articles) and begin.minutes < 300 and COUNTED.match(text, match.end()):
            # "de 2 a 5 parades"
            continue
        unmarked = not (begin.marked or finish.marked or articles)
        counted = unmarked and (SURELY_COUNTED.match(text, match.end()) or _GROWN.search(around[0]))
        if counted:
            # "de 10 a 12 anys"
            continue
        unmarked_small = begin.minutes <= 240 and finish.minutes <= 300 and begin.minutes < finish.minutes
        if match["qhour1"] or match["qhour2"] or (match["tail2"] and not match["mark2"] and prefix.startswith("de")):
            # "de tres a quatre i mitja"
            unmarked_small = False
        if (
            unmarked_small
            and not articles
            and (not begin.marked or prefix.startswith("entre"))
            and not begin.part
            and not finish.part
        ):
            # "de 2 a 3 h" may well say how long it took
            reason = Reason.AMBIGUOUS if finish.marked or begin.marked or not certain else reason
            found = Stretch(found.start, found.end, None, reason) if reason else found
        if link in ("-", "/") and not prefix and begin.minutes <= 240 and finish.minutes <= 300 and not finish.part:
            # "2h-2h30"
            reason = reason or Reason.AMBIGUOUS
        if not reason and (_VAGUE_BEFORE.search(around[0]) or _VAGUE_AFTER.match(around[1])):
            reason = Reason.APPROXIMATE
        tail = _RANGE_TAIL.match(text, match.end())
        end = tail.end() if tail else match.end()
        (sure if certain else bare).append((Hit(match.start(), end, found.minutes, reason, found.literal), found))
    return sure, bare


# "De 9 a 10.30 i després 11 a 12"
_AND_THEN = re.compile(r"(?:[,;+]| [iy])(?: despres| llavors| mes tard)? ?$")


def with_later(text: str, sure: Ranges, bare: Ranges) -> Ranges:
    """The ranges that surely are, with a bare one that follows one of them."""
    later = (
        (hit, found)
        for hit, found in bare
        if any(one.end <= hit.start for one, _ in sure)
        and " a " in text[hit.start : hit.end]
        and found.start >= DAWN
        and _AND_THEN.search(text, max(0, hit.start - 16), hit.start)
    )
    return [*sure, *later]


def ends(text: str, hit: Hit[int]) -> bool:
    """Whether a time of day is said to be when it ended: "hem sortit a les 11"."""
    near = max(0, hit.start - 24), hit.start
    return bool(_ENDS.search(text, *near) or _LEAVES.search(text, *near))


# "La regidora va marxar a les 10"
_SOMEBODY_LEFT = re.compile(r"\b(?:va|van|ha|han)(?: haver de)? (?:marx|desconne|sort|pleg|acomiad)[a-z-]* $")
Times = list[tuple[Hit[int], TimeOfDay]]


def read_times(text: str) -> Times:
    """Single times of day ("a les 10"), as minutes since midnight."""
    return [(Hit(m.start(), m.end(), (at := time_of(m, 1)).minutes), at) for m in AT.finditer(text)]


def contradicted(text: str, lengths: set[int | None], spans: Ranges, others: Ranges, times: Times) -> bool:
    """Whether a time or range that was not counted says something else than the `lengths` and `spans` that were.

    `others` are bare ranges left aside because a length was stated; `times` single times of day.
    """
    if any(
        found.minutes and found.start >= DAWN and found.end <= LATE and found.minutes not in lengths
        for _, found in others
    ):
        return True
    if spans:
        ends = {found.end % HALF_DAY for _, found in spans}
        return any(
            _ENDS.search(text, max(0, hit.start - 24), hit.end)
            and not _SOMEBODY_LEFT.search(text, max(0, hit.start - 32), hit.start)
            and at.minutes % HALF_DAY not in ends
            for hit, at in times
        )
    pair = joined(text, times)
    return pair is not None and pair[0].value is not None and pair[0].value not in lengths


_CLOSES = re.compile(r"\b(?:acab|pleg|allarg|termin|fini)[a-z]*")
_OPENS = re.compile(r"\b(?:comenc|inici|arrenc)[a-z]*")
_DUE = re.compile(r"\bhavi(?:a|em|en) (?:de|d'|quedat)")
_PART = re.compile(r"[,.;()]| (?:i|pero) ")


def _own(text: str, times: Times) -> list[tuple[str, tuple[Hit[int], TimeOfDay]]]:
    """What is said of each time: back to the one before it, and on to the end of its part of the sentence."""
    found, last = [], 0
    for hit, at in times:
        edge = _PART.search(text, hit.end)
        before = text[max(last, hit.start - 32) : hit.start]
        head = before[max((at.end() for at in _PART.finditer(before)), default=0) :]
        found.append((head + text[hit.start : edge.start() if edge else hit.end + 24], (hit, at)))
        last = hit.end
    return found


_OF_SESSION = re.compile(r"\b(?:sessio|mentoria|reunio|trobada|assessorament)\b[^.;\n0-9]*$")


def without_stay(text: str, spans: Ranges) -> Ranges:
    """Without the range of a stay that holds the session's: "hi vaig ser de 9 a 14, la sessió va ser de 10 a 12"."""
    if len(spans) != 2:
        return spans
    (first, around), (second, within) = spans
    inside = around.start <= within.start and within.end <= around.end and around != within
    said = _OF_SESSION.search(text, first.end, second.start)
    return spans[1:] if inside and said and not _OF_SESSION.search(text, 0, first.start) else spans


def joined(text: str, times: Times) -> tuple[Hit[int], Stretch] | None:
    """ "Vam començar a les 10 i vam acabar a les 12": two single times that bound the session."""
    if len(times) > 1:
        # "Vam arribar a les 9, vam començar a un quart de 10 i vam acabar a les 11"
        said = [(words, time) for words, time in _own(text, times) if not _DUE.search(words)]
        opens = [time for words, time in said if _OPENS.search(words)]
        closes = [time for words, time in said if _CLOSES.search(words)]
        if len(opens) == 1 and not closes:
            closes = [time for words, time in said if time[0].start > opens[0][0].start and _ENDS.search(words)]
        if len(opens) == 1 == len(closes):
            times = [*opens, *closes] if opens[0][0].start < closes[0][0].start else [*closes, *opens]
        elif len(times) > 2:
            times = [time for words, time in said if _BEGINS.search(words) or _ENDS.search(words)]
    if len(times) != 2:
        return None
    (first, begin), (second, finish) = times
    before, between = text[max(0, first.start - 48) : first.end], text[first.end : second.end]
    if (_ENDS.search(before) or _LEAVES.search(before)) and _BEGINS.search(between):
        begin, finish = finish, begin
    elif not _ENDS.search(between) and not _LEAVES.search(between):
        closed = _ENDS.search(text, second.end, second.end + 24)
        if not closed or _ENDS.search(before) or _LEAVES.search(before):
            return None
    if re.search(r"!(?!\))|[?\n]", between):
        return None
    found = stretch(begin, finish)
    vague = any(text.startswith("cap", hit.start) or _VAGUE_AFTER.match(text, hit.end) for hit, _ in times)
    reason = found.reason or (Reason.APPROXIMATE if vague else None)
    return Hit(first.start, second.end, found.minutes, reason, found.literal), found
