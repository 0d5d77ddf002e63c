"""What a decision must have, and who is next on the waiting list (R10, R24, R34, R37, R44)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.protocol.assessment import Candidate, Decision, Outcome
from conversations.protocol.facts import Service
from conversations.rules.decisions import WORDS, Lack, lacks, switched
from conversations.rules.quorum import Quorum, quorum
from conversations.rules.waiting import first, last_position, standing, waiting
from locales import plain
from tests.support import april

SERVICES = (Service("mentoring", 480, 240), Service("advice", 1680, 240))
ONE = Candidate("a", "2020-1-001", "x", "Salt", wants="mentoring")
ENOUGH, AWAITED, ALONE = Quorum(3, 2, 0), Quorum(3, 0, 3), Quorum(1, 1, 0)
GRANTED = Decision("a", Outcome.GRANTED, "mentoring", 240)


@pytest.mark.parametrize(
    ("decision", "enough", "expected"),
    [
        (GRANTED, ENOUGH, ()),
        (GRANTED, AWAITED, (Lack.SCORES,)),
        (GRANTED, ALONE, (Lack.NOTE,)),
        (replace(GRANTED, note="només en quedava una"), ALONE, ()),
        (Decision("a", Outcome.GRANTED), ENOUGH, (Lack.SERVICE, Lack.MINUTES)),
        (replace(GRANTED, service="coaching", reason="r"), ENOUGH, (Lack.SERVICE,)),
        (replace(GRANTED, service="advice"), ENOUGH, (Lack.REASON,)),
        (replace(GRANTED, service="advice", reason="r"), ENOUGH, ()),
        (Decision("a", Outcome.WAITING_LIST, "mentoring"), ENOUGH, (Lack.POSITION,)),
        (Decision("a", Outcome.WAITING_LIST, "mentoring", position=0), ENOUGH, (Lack.POSITION,)),
        (Decision("a", Outcome.WAITING_LIST, "mentoring", position=1), ENOUGH, ()),
        (Decision("a", Outcome.WAITING_LIST, "advice", position=1), ENOUGH, (Lack.REASON,)),
        (Decision("a", Outcome.DEFERRED), ENOUGH, (Lack.REASON,)),
        (Decision("a", Outcome.REFUSED, reason="  "), ENOUGH, (Lack.REASON,)),
        (Decision("a", Outcome.REFUSED, reason="transferibilitat"), ENOUGH, ()),
    ],
)
def test_lacks(decision: Decision, enough: Quorum, expected: tuple[Lack, ...]) -> None:
    assert lacks(decision, ONE, enough, SERVICES) == expected


@pytest.mark.parametrize(
    ("wants", "service", "expected"),
    [("mentoring", "advice", True), ("advice", "advice", False), ("either", "advice", False), ("advice", None, False)],
)
def test_switched(wants: str, service: str | None, expected: bool) -> None:
    assert switched(Decision("a", Outcome.GRANTED, service), replace(ONE, wants=wants)) is expected


def test_every_lack_has_words() -> None:
    assert set(WORDS) == set(Lack)
    assert all(plain(words) for words in WORDS.values())


def test_the_april_demonstration_lacks_nothing() -> None:
    for one in april.DECISIONS:
        candidate = next(two for two in april.CANDIDATES if two.application == one.application)
        enough = quorum(april.MEMBERS, candidate, april.MARKS)
        assert lacks(one, candidate, enough, april.CALL.services) == ()


def wait(application: str, position: int | None, service: str = "advice") -> Decision:
    return Decision(application, Outcome.WAITING_LIST, service, position=position)


LIST = (wait("c", 3), wait("a", 1), wait("b", 2), wait("m", 1, "mentoring"), GRANTED)


def test_waiting_list_in_order() -> None:
    assert [one.application for one in waiting(LIST, "advice")] == ["a", "b", "c"]
    assert first(LIST, "advice") == wait("a", 1)
    assert first((), "advice") is None
    assert (last_position(LIST, "advice"), last_position((), "advice")) == (4, 1)


@pytest.mark.parametrize(("application", "expected"), [("a", 1), ("c", 3), ("m", 1), ("zz", None)])
def test_standing(application: str, expected: int | None) -> None:
    assert standing(LIST, application) == expected


def test_standing_when_somebody_ahead_was_granted_or_nothing_is_waited_for() -> None:
    assert standing(tuple(one for one in LIST if one.application != "a"), "c") == 2
    assert standing((Decision("q", Outcome.WAITING_LIST),), "q") is None


@given(st.permutations(LIST))
def test_first_is_always_the_same_one(decisions: list[Decision]) -> None:
    assert first(decisions, "advice") == wait("a", 1)
