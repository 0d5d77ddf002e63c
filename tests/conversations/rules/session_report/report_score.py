"""How good a set of predictions is: compact measures over a corpus of session reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FIELDS = ("date", "minutes", "municipality", "modality")
Record = Mapping[str, Any]


@dataclass(slots=True)
class Score:
    """Counts over a corpus; `troubles` are the ids of messages with something silently wrong or badly logged."""

    complete: int = 0
    exact: int = 0
    over_asked: int = 0
    to_ask: int = 0
    asked: int = 0
    silent: int = 0
    unasked: int = 0
    badly_logged: int = 0
    false_reports: int = 0
    missed: int = 0
    several: int = 0
    several_found: int = 0


def would_log(found: Record) -> bool:
    """Whether the prediction enters the register without a question."""
    told = found.get("sessions") or all(found[field] is not None for field in FIELDS[:3])
    return bool(found["is_report"] and not found["ask"] and told)


def score(pairs: Iterable[tuple[Record, Record]]) -> Score:
    """The measures of (gold, prediction) pairs."""
    total = Score()
    for gold, found in pairs:
        if not gold["is_report"]:
            total.false_reports += found["is_report"]
            total.badly_logged += would_log(found)
        elif "multiple" in gold["must_ask"]:
            total.several += 1
            total.several_found += found["is_report"] and "multiple" in found["ask"]
            total.badly_logged += would_log(found)
        else:
            _single(gold, found, total)
    return total


def _single(gold: Record, found: Record, total: Score) -> None:
    must, may, ask = set(gold["must_ask"]), set(gold["may_ask"]), set(found["ask"])
    if not found["is_report"]:
        total.missed += not gold.get("may_be_nonreport")
        total.complete += not must
        return
    wrong = {field for field in FIELDS if found[field] != gold["expect"][field]}
    silent = {field for field in wrong if found[field] is not None and field not in ask}
    total.silent += len(silent)
    total.unasked += len(
        {field for field in must & set(FIELDS) - ask if found[field] is not None and field not in wrong}
    )
    total.badly_logged += would_log(found) and bool(must or wrong)
    total.to_ask += len(must)
    total.asked += len(must & ask)
    if not must:
        total.complete += 1
        total.exact += not wrong
        total.over_asked += bool(ask - may)
