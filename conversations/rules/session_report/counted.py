"""Days counted from the day of sending: "ahir", "avui al matí", "fa tres dies", "avui fa una setmana"."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from conversations.rules.session_report import calendar
from conversations.rules.session_report.model import Hit, Reason

_AGO = re.compile(
    r"(?:(?P<anchor>avui |ahir |ara |dema )?(?:en )?(?P<verb>fa|feia|hace|va fer|fara)(?: (?:just|justament|"
    r"exactament|precisament|ja|tot just|ara))? |\b(?=[a-z0-9 ]{3,22} enrere))(?P<n>un|una|[1-9]|[1-3][0-9]|uns|unes|"
    r"pocs|poques|alguns|algunes|un parell de|bastants|forca)(?: (?:o|a) [0-9]{1,2})? (?P<unit>dies|dia|setmanes|"
    r"setmana|mesos|mes|dias|semanas?)(?P<half> i (?:mitja|un dia|[0-9] dies|escaig|pico))?(?: enrere)?\b"
)
# "La setmana passada, tal dia com avui"
_SAME_DAY = re.compile(
    r"\b(?:de )?la setmana passada,? tal (?:dia )?com (?:avui|ahir)\b|"
    r"\btal (?:dia )?com (?:avui|ahir),? (?:de )?la setmana passada\b"
)
# "Fa quinze dies que hi treballen" tells no day; "fa quinze dies que vam fer" does.
_SINCE = re.compile(r" que (?!(?:ens |es |la |ho |l'|hi |els )?(?:vam|vaig|va|van|hem|he|varem)\b)")
_RELATIVE = re.compile(
    r"(?<![a-z])(?:(?P<three>abans d')?(?P<two>avant-?ahir|(?:abans|avans|antes|despus|dispus|despuys|despuix)[ -]?"
    r"(?:de ?|d)?[ '-]?ahir)|(?P<ahir>ahir|anit)|(?P<avui>avui|(?:aquest|este) (?:de)?mati|esta vesprada|"
    r"aquesta vesprada|aquesta (?P<late>tarda|nit)(?! passada)|aquest (?P<eve>vespre)|aquest migdia|(?:resum|"
    r"tancament) del dia(?! [0-9]|,? d)|esta manana|esta tarde|aquesta matinada)|(?P<after>dema passat|pasado manana|"
    r"despus-?dema)|(?P<dema>dema|(?<!la )manana(?! pasado)))(?![a-z])"
)
_PART_OF_DAY = re.compile(
    r",? (?:mateix )?(?:(?:al|a la|per la|por la|de|pel|al punt del|a ultima hora del?|a primera hora del?|"
    r"a mig) ?(?:la )?)?(?:mati|tarda|vespre|migdia|nit|matinada|tarde|manana)(?![a-z])"
)


def read_ago(text: str, today: date) -> list[Hit[date]]:
    """ "Fa tres dies", "avui fa una setmana": counted from the day of sending."""
    hits: list[Hit[date]] = []
    for match in _SAME_DAY.finditer(text):
        yesterday = timedelta(days="ahir" in match.group())
        hits.append(Hit(match.start(), match.end(), today - calendar.WEEK - yesterday))
    for match in _AGO.finditer(text):
        if _SINCE.match(text, match.end()):
            continue
        base = today - timedelta(days={"ahir ": 1, "dema ": -1}.get(match["anchor"] or "", 0))
        to_come = match["verb"] == "fara" and match["anchor"] != "dema "
        count = 1 if match["n"] in ("un", "una") else int(match["n"]) if match["n"].isdigit() else 0
        weeks = match["unit"].startswith(("setman", "seman"))
        vague = "dia" not in match["unit"] and "die" not in match["unit"] and not weeks
        range_said = re.search(r" (?:o|a) [0-9]", match.group())
        idiom = {8: calendar.WEEK, 15: 2 * calendar.WEEK}.get(0 if weeks or range_said else count)
        if (
            not count
            or vague
            or range_said
            or (idiom and (count, match["anchor"]) != (15, "avui "))
            or to_come
            or match["half"]
        ):
            likely = base - idiom if idiom and not to_come else None
            hits.append(Hit(match.start(), match.end(), likely, Reason.AMBIGUOUS))
        else:
            hits.append(Hit(match.start(), match.end(), base - (idiom or timedelta(days=count * (7 if weeks else 1)))))
    return hits


def read_relative(text: str, sent: datetime) -> list[Hit[date]]:
    """ "ahir", "avui al matí": counted from the day of sending."""
    today = sent.date()
    hits: list[Hit[date]] = []
    for match in _RELATIVE.finditer(text):
        part = _PART_OF_DAY.match(text, match.end())
        end = part.end() if part else match.end()
        said = match.group() + (part.group() if part else "")
        days = 0
        reason = None
        if match["three"]:
            days = 3
        elif match["two"]:
            days = 2
        elif match["ahir"]:
            days = 1
            # "anit" is last night here and tonight there
            reason = Reason.AMBIGUOUS if match["ahir"] == "anit" else None
        elif match["dema"]:
            days = -1
        elif match["after"]:
            days = -2
        elif ("tard" in said and sent.hour < 13) or (("vespre" in said or "nit" in said) and sent.hour < 20):
            reason = Reason.FUTURE
        hits.append(Hit(match.start(), end, today - timedelta(days=days), Reason.FUTURE if days < 0 else reason))
    return hits
