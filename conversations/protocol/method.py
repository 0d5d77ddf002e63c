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


@dataclass(frozen=True, slots=True)
class Digests:
    """What the commission of a call hears besides the weekly digest and that of the closing.

    `daily`: a digest each working day, in place of the weekly one. `group`: counts and dates to the groups that the
    office has bound.
    """

    daily: bool = False
    group: bool = False


@dataclass(frozen=True, slots=True)
class Pace:
    """How the sessions of a call are told and answered (N16, N17, N18).

    After `silence_days` working days without an answer a session counts as confirmed. One may be told until
    `report_days` days after the last day for sessions. A package in which nothing was told for `nudge_days` days is
    reminded of to each side, at most `nudges` times (0: never). `ending_days` before the last day both sides are told
    which hours are left. `warnings` are the percentages of a bag of which the office is told once
    each. `unsaved`: whoever told a session and did not save it is reminded once.
    """

    silence_days: int = 5
    report_days: int = 7
    nudge_days: int = 14
    nudges: int = 2
    warnings: tuple[int, ...] = (80, 100)
    ending_days: int = 14
    unsaved: bool = True
