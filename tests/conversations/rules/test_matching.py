"""Who could go with a council, in which order and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from conversations.protocol.facts import Answer, Application, Json, Role, Seat
from conversations.protocol.mentoring import Grant, Mentor, MentorState
from conversations.rules.matching import Bar, Reason, Suggestion, bars, may_go_with, suggest

NOW = datetime(2020, 5, 25, 9, tzinfo=UTC)


def answers(**given: Json) -> dict[str, Answer]:
    return {name: Answer(value, 0, 1, NOW) for name, value in given.items()}


GRANT = Grant(
    Application(
        "2020-1.salt.1", "2020-1", "salt", "Salt", answers=answers(topics=["procurement", "care"], modality="remote")
    ),
    "mentoring",
    240,
    reserved=240,
    comarca="Gironès",
    population=30_000,
)
MEMBERS = frozenset({"salt", "girona", "manlleu", "mataro"})
MENTOR = Mentor(1, "Martí", "girona", "Girona", topics=("food",), modality="in_person", minutes=480)


def names(found: tuple[Suggestion, ...]) -> list[str]:
    return [one.mentor.name for one in found]


@pytest.mark.parametrize(
    ("mentor", "expected"),
    [
        (MENTOR, ()),
        (replace(MENTOR, body="salt"), (Bar.OWN_COUNCIL,)),
        (replace(MENTOR, seats=(Seat(Role.COMMISSION, "salt"),)), (Bar.OWN_COUNCIL,)),
        (replace(MENTOR, seats=(Seat(Role.CONTACT, "salt"), Seat(Role.MENTOR, "girona"))), (Bar.OWN_COUNCIL,)),
        (replace(MENTOR, body=None), (Bar.NO_MENTORING,)),
        (replace(MENTOR, state=MentorState.PAUSED), (Bar.PAUSED,)),
        (replace(MENTOR, state=MentorState.LEFT), (Bar.PAUSED,)),
        (replace(MENTOR, body="reus"), (Bar.NOT_A_MEMBER,)),
    ],
)
def test_bars(mentor: Mentor, expected: tuple[Bar, ...]) -> None:
    assert bars(mentor, GRANT, MEMBERS) == expected
    assert may_go_with(mentor, GRANT) is (expected in ((), (Bar.NOT_A_MEMBER,)))
    assert names(suggest(GRANT, [mentor], MEMBERS)) == ([] if expected else ["Martí"])


def test_the_technical_service_gives_advice() -> None:
    adviser = replace(MENTOR, name="Lia", body=None)
    assert names(suggest(replace(GRANT, service="advice"), [adviser], MEMBERS)) == ["Lia"]


def test_each_reason_has_its_ground() -> None:
    fit = Mentor(
        2,
        "Ona",
        "manlleu",
        "Manlleu",
        topics=("care", "food"),
        modality="either",
        minutes=300,
        committed=60,
        comarca="Gironès",
        population=60_000,
    )
    (found,) = suggest(replace(GRANT, wish="manlleu"), [fit], MEMBERS)
    assert found.topics == ("care",)
    assert found.reasons == (
        Reason.WISH,
        Reason.TOPICS,
        Reason.MODALITY,
        Reason.SIZE,
        Reason.COMARCA,
        Reason.HOURS,
    )
    (poor,) = suggest(GRANT, [replace(MENTOR, committed=300, population=100_000)], MEMBERS, {1})
    assert poor.reasons == (Reason.FEW_HOURS, Reason.DECLINED)


ORDER = (
    replace(MENTOR, id=10, name="desig", body="mataro"),
    replace(MENTOR, id=11, name="dos temes", topics=("procurement", "care")),
    replace(MENTOR, id=12, name="un tema", topics=("care",)),
    replace(MENTOR, id=13, name="modalitat", modality="remote"),
    replace(MENTOR, id=14, name="mida", population=20_000),
    replace(MENTOR, id=15, name="comarca", comarca="Gironès"),
    replace(MENTOR, id=16, name="més hores", minutes=600),
    replace(MENTOR, id=17, name="primer pel nom"),
    replace(MENTOR, id=18, name="segon pel nom"),
    replace(MENTOR, id=19, name="poques hores", topics=("procurement", "care"), committed=300),
    replace(MENTOR, id=20, name="ha dit que no", body="mataro"),
)


@given(some.permutations(ORDER))
def test_the_order_is_the_same_however_they_come(mentors: list[Mentor]) -> None:
    found = suggest(replace(GRANT, wish="mataro"), mentors, MEMBERS, {20})
    assert names(found) == [one.name for one in ORDER]


def test_nothing_asked_and_nothing_known_is_no_reason() -> None:
    bare = replace(
        GRANT, application=Application("2020-1.salt.1", "2020-1", "salt", "Salt"), comarca="", population=None
    )
    (found,) = suggest(bare, [MENTOR], MEMBERS)
    assert found.reasons == (Reason.HOURS,)
