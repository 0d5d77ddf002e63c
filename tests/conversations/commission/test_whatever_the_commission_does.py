"""Whatever the commission does, in any order: the hours add up, and nothing is granted that nobody decided.

On both databases, through the same door as people: buttons that are there, texts of any kind, turns that change hands,
conflicts that are declared in the middle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from conversations.calls import parse
from conversations.protocol.assessment import Outcome
from conversations.protocol.scenes import Deciding
from conversations.rules.decisions import STATUS
from tests.conversation import CALL
from tests.support.chamber import NURIA, PEOPLE, Chamber, chamber_in

BAGS = {one.id: one for one in parse(CALL.read_text(encoding="utf-8")).services}
MEMBERS = [number for number, _, _ in PEOPLE.values()]
COUNCILS = ("Sobremunt", "Ripollet", "Salt")
"""Few, so that decisions are taken again and again."""
TEXTS = ("Un motiu que es pot llegir.", "6 hores", "8 h", "90 minuts", "x" * 900, "Transferibilitat", "30 hores")
MADE = ("meeting", "present", "decision", "ledger", "list_order", "criterion", "conflict", "chat", "letter", "audit")

WAYS = ("grant.mentoring", "grant.advice", "grant.advice", "hours", "wait", "defer", "refuse", "undo")

NOISE = some.one_of(
    some.tuples(some.just("label"), some.sampled_from(MEMBERS), some.integers(0, 9)),
    some.tuples(some.just("text"), some.sampled_from(MEMBERS), some.sampled_from(TEXTS)),
    some.tuples(some.just("aside"), some.just(MEMBERS[1]), some.sampled_from(COUNCILS)),
    some.tuples(some.just("turn"), some.sampled_from(MEMBERS), some.just("")),
    some.tuples(some.just("end"), some.just(NURIA), some.just("")),
    some.tuples(some.just("meet"), some.sampled_from((*MEMBERS, NURIA)), some.just("")),
)
DECIDES = some.tuples(
    some.just("decide"),
    some.sampled_from((*MEMBERS, MEMBERS[0])),
    some.tuples(some.sampled_from(COUNCILS), some.sampled_from(WAYS), some.sampled_from((True, True, False))),
)
ACCEPTS = some.tuples(
    some.just("accept"), some.sampled_from(MEMBERS), some.tuples(some.sampled_from(list(BAGS)), some.booleans())
)
STEPS = some.one_of(DECIDES, DECIDES, DECIDES, DECIDES, ACCEPTS, NOISE)


@pytest.fixture
def full(database: str, tmp_path: Path) -> Iterator[Chamber]:
    made = chamber_in(tmp_path, scored=True)
    yield made
    made.bot.close()


def begins_anew(chamber: Chamber) -> None:
    """As before the first meeting, and Berta and Oriol meet."""
    for table in MADE:
        chamber.bot.does(f"delete from {table}" if table != "meeting" else "delete from present")
    chamber.bot.does("delete from meeting")
    chamber.bot.does("update application set status = 'admitted' where status <> 'withdrawn'")
    chamber.bot.chats.clear()
    chamber.meets(chamber.oriol)


def does(chamber: Chamber, kind: str, person: int, what: Any) -> None:
    """One thing that somebody does; every press comes a while after the one before."""
    bot = chamber.bot
    bot.passes(seconds=30)
    match kind:
        case "decide":
            decides(chamber, person, *what)
        case "accept":
            service, grants = what
            writes(chamber, person)
            bot.press_data(person, "x", f"0:accept.{service}")
            if grants:
                press_here(chamber, person, "grant")
        case "turn" | "end" | "meet":
            bot.press_data(person, "x", f"0:{kind}{'.now' if kind == 'end' else ''}")
        case "aside":
            bot.press_data(person, "x", f"0:aside.{chamber.key(what)}")
            bot.says(person, "x", "Hi tinc un interès.")
        case "text":
            bot.says(person, "x", what)
        case _:
            shown = [one for one in bot.chats.get(person, []) if one.buttons]
            live = [data for row in shown[-1].buttons for _, data in row if data] if shown else []
            if live:
                bot.press_data(person, "x", live[what % len(live)], shown[-1].id)


def writes(chamber: Chamber, person: int) -> None:
    """Somebody sees to it that there is a meeting, and writes down what it agrees."""
    for choice in ("meet.now", "turn"):
        chamber.bot.press_data(person, "x", f"0:{choice}")


def press_here(chamber: Chamber, person: int, choice: str) -> None:
    """A button of the turn that is open."""
    chamber.bot.press_data(person, "x", f"{chamber.bot.state(person).turn}:{choice}")


def decides(chamber: Chamber, person: int, council: str, way: str, goes_on: bool) -> None:
    """Somebody takes the turn and decides, giving whatever is asked, or leaving it halfway."""
    bot, key = chamber.bot, chamber.key(council)
    writes(chamber, person)
    bot.press_data(person, "x", f"0:decide.{key}")
    press_here(chamber, person, way)
    for _ in range(4 if goes_on else 1):
        scene = bot.state(person).scene
        if not isinstance(scene, Deciding) or scene.application != key or not scene.outcome:
            return
        match scene.asks:
            case "hours":
                bot.says(person, "x", "8 hores")
            case "reason" | "note":
                bot.says(person, "x", "Un motiu que es pot llegir.")
            case "criterion":
                press_here(chamber, person, "because.need")
            case _:
                press_here(chamber, person, "of.advice" if scene.minutes else "at.1")


def holds(chamber: Chamber) -> None:
    """What must be true at every moment."""
    bot = chamber.bot
    sums: Counter[tuple[str, str]] = Counter()
    for row in bot.rows("select application, service, kind, minutes from ledger order by id"):
        sign = 1 if row["kind"] == "reserve" else -1
        sums[row["application"], row["service"]] += sign * row["minutes"]
        assert row["kind"] in ("reserve", "release")
        assert sums[row["application"], row["service"]] >= 0
    decided = {row["application"]: row for row in bot.rows("select * from decision where replaced_at is null")}
    granted = {
        (key, row["service"]): row["minutes"] for key, row in decided.items() if row["outcome"] == Outcome.GRANTED
    }
    assert +sums == granted, "the ledger holds what was granted, and nothing else"

    notes = any(row["note"] for row in decided.values())
    reserved: Counter[str] = Counter()
    for (_, service), minutes in granted.items():
        reserved[service] += minutes
    for service, bag in BAGS.items():
        free = bag.bag - reserved[service]
        assert reserved[service] + free == bag.bag
        assert free >= 0 or notes, "the bag is exceeded without a word"

    wants = {
        row["application"]: str(row["value"]).strip('"')
        for row in bot.rows("select application, value from answer where question = 'service' and replaced_at is null")
    }
    places: Counter[tuple[str, int]] = Counter()
    for row in bot.rows("select id, status from application where status <> 'withdrawn'"):
        own = decided.get(row["id"])
        assert row["status"] == ("admitted" if own is None else STATUS[Outcome(own["outcome"])])
        if own is None:
            continue
        if own["outcome"] in (Outcome.DEFERRED, Outcome.REFUSED):
            assert own["reason"]
        if own["service"] not in (None, wants[row["id"]]) and own["outcome"] == Outcome.GRANTED:
            assert own["reason"], "another type than what was asked for, without a reason"
        if own["outcome"] == Outcome.GRANTED and own["minutes"] > BAGS[own["service"]].package:
            assert own["note"], "more than a package, without a note"
        if own["outcome"] == Outcome.WAITING_LIST:
            places[own["service"], own["position"]] += 1
    assert all(times == 1 for times in places.values()), "two at the same place of the waiting list"

    by = {
        (row["subject"], row["actor"]) for row in bot.rows("select subject, actor from audit where action = 'Decide'")
    }
    assert {(key, row["person"]) for key, row in decided.items()} <= by
    assert all(row["person"] in MEMBERS for row in decided.values())
    assert (chamber.key("Ripollet"), chamber.nadia.id) not in by, "somebody decided on their own council"
    assert bot.rows("select * from decision where told_at is not null") == []


@pytest.mark.long
@settings(
    max_examples=10,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.reuse, Phase.generate),  # the steps say enough as they come; making them fewer takes minutes
)
@given(steps=some.lists(STEPS, min_size=8, max_size=20))
def test_the_hours_add_up_and_nothing_is_granted_that_nobody_decided(
    full: Chamber, steps: list[tuple[str, int, Any]]
) -> None:
    begins_anew(full)
    for kind, person, what in steps:
        does(full, kind, person, what)
        holds(full)
