"""How the commission of a call works, as its TOML says it: [assessment] and [decisions]."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from conversations.calls.tables import CallError, number, switch, table, text, texts
from conversations.protocol.facts import Criterion
from conversations.protocol.method import TIE_BREAKS, Method, Rule, Telling, Way
from conversations.rules import scoring
from conversations.rules.deadlines import MADRID

_ASSESSMENT = "assessment"
_DECISIONS = "decisions"
_KEYS = (
    "way",
    "scale",
    "weights",
    "order",
    "corrected",
    "newcomers_since",
    "open_criterion",
    "packages_a_body",
    "meeting",
)
_TELLING = ("second_person", "answer_days", "reminder_days", "promotes")
MOST_SCALE = 10
MOST_DAYS = 60


def method(data: Mapping[str, Any]) -> Method:
    """How the call is assessed; what is not said is as usual (R24). Raises CallError."""
    usual = Method()
    said = table(data, _ASSESSMENT, _KEYS)
    return Method(
        way=_way(said),
        scale=number(said, "scale", usual.scale, _ASSESSMENT, least=1, most=MOST_SCALE),
        weights=_weights(said),
        order=_order(said, usual.order),
        corrected=switch(said, "corrected", usual.corrected, _ASSESSMENT),
        newcomers_since=_since(said, usual.newcomers_since),
        open_criterion=text(said, "open_criterion", "").strip(),
        packages_a_body=number(said, "packages_a_body", usual.packages_a_body, _ASSESSMENT, least=1, most=99),
        meeting=_meeting(said),
    )


def telling(data: Mapping[str, Any]) -> Telling:
    """How the decisions of the call are sent and answered; what is not said is as usual. Raises CallError."""
    usual = Telling()
    said = table(data, _DECISIONS, _TELLING)
    answer = number(said, "answer_days", usual.answer_days, _DECISIONS, least=1, most=MOST_DAYS)
    return Telling(
        second_person=switch(said, "second_person", usual.second_person, _DECISIONS),
        answer_days=answer,
        reminder_days=number(
            said, "reminder_days", min(usual.reminder_days, answer - 1), _DECISIONS, least=0, most=answer - 1
        ),
        promotes=switch(said, "promotes", usual.promotes, _DECISIONS),
    )


def check_weights(criteria: Sequence[Criterion], method: Method) -> None:
    """Raises CallError unless the weights are of the criteria of the call and one of them counts."""
    try:
        scoring.top(criteria, method)
    except ValueError as error:
        raise CallError(f"{_ASSESSMENT}: {error}") from None


def _way(said: Mapping[str, Any]) -> Way:
    way = said.get("way", Way.INDIVIDUAL)
    if way not in set(Way):
        raise CallError(f"{_ASSESSMENT}: way must be {' or '.join(Way)}")
    return Way(way)


def _weights(said: Mapping[str, Any]) -> Mapping[str, int]:
    weights = said.get("weights", {})
    if not isinstance(weights, dict) or not all(type(one) is int for one in weights.values()):
        raise CallError(f"{_ASSESSMENT}: weights must be a whole number for each criterion")
    return dict(weights)


def _order(said: Mapping[str, Any], usual: tuple[Rule, ...]) -> tuple[Rule, ...]:
    if "order" not in said:
        return usual
    names = texts(said, "order")
    if not set(names) <= set(TIE_BREAKS) or len(set(names)) != len(names):
        raise CallError(f"{_ASSESSMENT}: order must list some of {', '.join(TIE_BREAKS)}, each once")
    return tuple(Rule(name) for name in names)


def _since(said: Mapping[str, Any], usual: date) -> date:
    since = said.get("newcomers_since", usual)
    if type(since) is not date:
        raise CallError(f"{_ASSESSMENT}: newcomers_since must be a date, as in 2019-04-01")
    return since


def _meeting(said: Mapping[str, Any]) -> datetime | None:
    meeting = said.get("meeting")
    if meeting is None:
        return None
    if not isinstance(meeting, datetime) or meeting.tzinfo is not None:
        raise CallError(f"{_ASSESSMENT}: meeting must be a local day and hour, as in 2020-05-14T10:00:00")
    return meeting.replace(tzinfo=MADRID)
