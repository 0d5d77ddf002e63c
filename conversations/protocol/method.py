"""How the commission of a call works: settings of the call, none of them in the sources but the rules themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Way(StrEnum):
    """How the commission of a call assesses: each alone and then a meeting, or together in the meeting."""

    INDIVIDUAL = "individual"
    JOINT = "joint"


class Rule(StrEnum):
    """What put an application in its place in the proposed order."""

    ONLY = "only"
    UNSCORED = "unscored"
    MEAN = "mean"
    CORRECTED = "corrected"
    COVID = "covid"
    INVOLVEMENT = "involvement"
    NEWCOMER = "newcomer"
    SUPPORT = "support"
    OPEN = "open"
    NUMBER = "number"
    MANUAL = "manual"


TIE_BREAKS = (Rule.COVID, Rule.INVOLVEMENT, Rule.NEWCOMER, Rule.SUPPORT, Rule.OPEN)
"""The rules that a call may list, in its own order, for applications with the same score (R20, R25, R27–R29)."""


@dataclass(frozen=True, slots=True)
class Method:
    """How a call is assessed (R24).

    Scores go from 0 to `scale`. `weights` are whole numbers by criterion; one that is not named weighs 1. `order` is
    the tie-breaks that apply, first to last; the one of R20 is only in the announcement, and off unless listed.
    `open_criterion` names the criterion at which the rules of the call break off (R29), when the commission names it.
    `meeting` is when the commission has agreed to meet (aware), if it has.
    """

    way: Way = Way.INDIVIDUAL
    scale: int = 4
    weights: Mapping[str, int] = field(default_factory=dict, hash=False)
    order: tuple[Rule, ...] = (Rule.INVOLVEMENT, Rule.NEWCOMER, Rule.SUPPORT, Rule.OPEN)
    corrected: bool = False
    newcomers_since: date = date(2019, 4, 1)
    open_criterion: str = ""
    packages_a_body: int = 1
    meeting: datetime | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """How the decisions of a call are sent and answered (N13, N14).

    `second_person`: somebody else confirms the sending. A council answers to what it was granted within `answer_days`
    working days and is reminded once, `reminder_days` working days before the last (0: never). `promotes`: hours that
    come back go to the first of the waiting list by themselves; off, a person is only told who it is.
    """

    second_person: bool = True
    answer_days: int = 6
    reminder_days: int = 2
    promotes: bool = False
