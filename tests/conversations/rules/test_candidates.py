"""From answers and register to what the commission compares (R20, R25, R27, R28)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from conversations.forms.application import COVID, INVOLVEMENT, MEANS
from conversations.forms.choices import Checklist, Choice
from conversations.protocol.assessment import Candidate
from conversations.protocol.facts import Answer, Application, Body, Json, Membership, Stay
from conversations.rules import candidates

DAY = date(2020, 5, 14)
MEMBER, PENDING = Membership.MEMBER, Membership.PENDING


def options(kind: Checklist | Choice) -> set[str]:
    return {option.id for option in kind.options}


def compared(**answers: Json) -> Candidate:
    given = {name: Answer(value, 1, 1, datetime(2020, 5, 1, tzinfo=UTC)) for name, value in answers.items()}
    return candidates.candidate(Application("a", "2020-1", "1", "Salt", answers=given, number="2020-1-001"),
                                Body("1", "Salt", "Gironès"), DAY)  # fmt: skip


def test_ids_of_answers_are_those_of_the_form() -> None:
    assert set(candidates.TRACK_RECORD) | candidates.MEANS | {"nothing"} == options(MEANS)
    assert candidates.INVOLVEMENT | {"none"} == options(INVOLVEMENT)
    assert candidates.COVID | {"none"} == options(COVID)


def test_candidate_with_every_answer() -> None:
    one = compared(
        service="advice",
        title="Cures",
        topics=["care", "youth"],
        covid="both",
        means=["since_lt1", "staff", "plan"],
        involvement=["assembly", "events"],
    )
    assert one == Candidate(
        "a", "2020-1-001", "1", "Salt", "Cures", "advice", None, True, frozenset({"assembly", "events"}), 1,
        frozenset({"staff", "plan"}), ("care", "youth"), None, "Gironès", None,
    )  # fmt: skip


def test_candidate_without_answers_knows_nothing() -> None:
    one = compared()
    assert (one.wants, one.covid, len(one.involvement), one.track_record, one.means) == ("either", False, 0, None, None)


@pytest.mark.parametrize(
    ("means", "years", "count"),
    [(["since_none", "nothing"], 0, 0), (["since_gt3"], 3, 0), (["staff"], None, 1)],
)
def test_candidate_track_record_and_means(means: list[str], years: int | None, count: int) -> None:
    one = compared(means=means)
    assert one.means is not None
    assert (one.track_record, len(one.means)) == (years, count)


@pytest.mark.parametrize(("covid", "flag"), [("economic", True), ("community", True), ("both", True), ("none", False)])
def test_candidate_covid(covid: str, flag: bool) -> None:
    assert compared(covid=covid).covid is flag


@pytest.mark.parametrize(
    ("stays", "expected"),
    [
        ((), None),
        ((Stay(MEMBER, date(2019, 4, 11), None),), date(2019, 4, 11)),
        ((Stay(MEMBER, None, None),), None),
        ((Stay(PENDING, date(2019, 6, 1), None),), None),
        ((Stay(MEMBER, date(2020, 7, 1), None),), None),
        # One that left and came back is not new; with one unknown day, nobody is called recent.
        ((Stay(MEMBER, date(2020, 1, 1), None), Stay(MEMBER, date(2017, 5, 17), date(2018, 1, 1))), date(2017, 5, 17)),
        ((Stay(MEMBER, date(2020, 1, 1), None), Stay(MEMBER, None, date(2018, 1, 1))), None),
    ],
)
def test_joined(stays: tuple[Stay, ...], expected: date | None) -> None:
    assert candidates.joined(Body("1", "Salt", stays=stays), DAY) == expected
