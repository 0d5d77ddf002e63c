"""Dated stays: joined is the first day inside, left the first day outside."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.protocol.facts import Body, Membership, Stay
from conversations.rules import membership as rule
from conversations.rules.membership import membership

MEMBER, PENDING, COLLABORATOR, NONE = Membership
DAY = date(2020, 5, 8)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("stays", "standing"),
    [
        ((), NONE),
        ((Stay(MEMBER, BEFORE, None),), MEMBER),
        ((Stay(MEMBER, DAY, None),), MEMBER),
        ((Stay(MEMBER, AFTER, None),), NONE),
        ((Stay(MEMBER, BEFORE, AFTER),), MEMBER),
        ((Stay(MEMBER, BEFORE, DAY),), NONE),
        ((Stay(PENDING, BEFORE, AFTER), Stay(MEMBER, AFTER, None)), PENDING),
        ((Stay(COLLABORATOR, BEFORE, None),), COLLABORATOR),
        ((Stay(COLLABORATOR, BEFORE, None), Stay(MEMBER, BEFORE, None)), MEMBER),
        ((Stay(MEMBER, BEFORE, DAY), Stay(MEMBER, DAY, None)), MEMBER),
        ((Stay(MEMBER, None, None),), PENDING),  # nobody knows since when: a person decides
        ((Stay(COLLABORATOR, None, None),), COLLABORATOR),
        ((Stay(MEMBER, None, DAY),), NONE),
    ],
)
def test_membership_on_a_day(stays: tuple[Stay, ...], standing: Membership) -> None:
    assert membership(Body("080000", "l'Alzinar", stays=stays), DAY) is standing


def test_membership_of_a_body_that_the_register_lacks_is_none() -> None:
    assert membership(None, DAY) is NONE


@given(st.lists(st.tuples(st.sampled_from((MEMBER, PENDING, COLLABORATOR)), st.dates(), st.none() | st.dates())))
def test_membership_is_none_outside_every_stay(entries: list[tuple[Membership, date, date | None]]) -> None:
    stays = tuple(Stay(standing, joined, left) for standing, joined, left in entries)
    inside = any(
        stay.joined is not None and stay.joined <= DAY and (stay.left is None or stay.left > DAY) for stay in stays
    )
    assert (membership(Body("080000", "l'Alzinar", stays=stays), DAY) is NONE) is not inside


def test_joining_ends_what_it_was_and_a_date_can_be_put_right() -> None:
    pending = Body("171557", "Salt", stays=(Stay(MEMBER, None, BEFORE), Stay(PENDING, BEFORE, None)))
    joined = rule.joined(pending, MEMBER, DAY)
    assert joined.stays == (Stay(MEMBER, None, BEFORE), Stay(PENDING, BEFORE, DAY), Stay(MEMBER, DAY, None))
    assert rule.joined(joined, MEMBER, AFTER).stays[-1] == Stay(MEMBER, AFTER, None)
    assert rule.left(joined, AFTER).stays[-1] == Stay(MEMBER, DAY, AFTER)


@pytest.mark.parametrize(
    ("stays", "leaving", "day", "possible"),
    [
        ((), False, DAY, True),
        ((), True, DAY, False),
        ((Stay(MEMBER, BEFORE, None),), True, DAY, True),
        ((Stay(MEMBER, DAY, None),), True, DAY, False),
        ((Stay(MEMBER, None, None),), True, DAY, True),
        ((Stay(MEMBER, BEFORE, DAY),), False, DAY, True),
        ((Stay(MEMBER, BEFORE, DAY),), False, BEFORE, False),
    ],
)
def test_a_day_fits_what_is_known(stays: tuple[Stay, ...], leaving: bool, day: date, possible: bool) -> None:
    assert rule.possible(Body("171557", "Salt", stays=stays), day, leaving=leaving) is possible


def test_the_stay_that_counts() -> None:
    stay = Stay(MEMBER, BEFORE, AFTER)
    assert rule.stay_on(Body("171557", "Salt", stays=(stay,)), DAY) == stay
    assert rule.stay_on(Body("171557", "Salt", stays=(stay,)), AFTER) is None
    assert rule.stay_on(None, DAY) is None
