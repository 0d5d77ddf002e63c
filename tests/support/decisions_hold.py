"""What must hold of decisions whatever was done: hours add up, nobody is told twice, nothing is granted by itself."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from conversations.protocol.assessment import Outcome
from conversations.protocol.facts import Role, Status
from conversations.rules.decisions import STATUS
from conversations.rules.moves import MOVES

Rows = Callable[[str], list[dict[str, Any]]]

BAGS: Mapping[str, int] = {"mentoring": 480, "advice": 1680}
"""The bags of the April call, in minutes."""

_SIGNS = {"reserve": (1, 0, -1), "release": (-1, 0, 1), "consume": (-1, 1, 0), "restore": (1, -1, 0)}
_HOLDS = {"granted", "accepted", "assigned", "running", "finished"}
_GRANTS = ("granted", "accepted", "renounced", "assigned", "running", "finished", "closed")

_TOLD_ANEW = {
    # Whoever has renounced may wait again; whoever waits may get hours, or hear how the waiting ends.
    ("granted", "waiting_list"),
    *(
        (Outcome.WAITING_LIST.value, outcome.value)
        for outcome, status in STATUS.items()
        for move in MOVES
        if (move.frm, move.to) == (Status.WAITING_LIST, status) and Role.COMMISSION in move.by
    ),
}
"""From which decision that a council was told to which other one it may be told, by the table of moves."""


def hours_add_up(rows: Rows, bags: Mapping[str, int] = BAGS) -> None:
    """`reserved + consumed + free` is the bag, no bag is exceeded, and who holds nothing has nothing reserved (R35)."""
    entries = rows("select application, service, kind, minutes from ledger order by id")
    held: dict[str, int] = defaultdict(int)
    for service, bag in bags.items():
        reserved = consumed = 0
        free = bag
        for one in (one for one in entries if one["service"] == service):
            signs = (sign * one["minutes"] for sign in _SIGNS[one["kind"]])
            to_reserved, to_consumed, to_free = signs
            reserved, consumed, free = reserved + to_reserved, consumed + to_consumed, free + to_free
            held[one["application"]] += to_reserved + to_consumed
            assert reserved + consumed + free == bag
            assert min(reserved, consumed, free) >= 0, f"{service}: {reserved} {consumed} {free}"
    states = {row["id"]: row["status"] for row in rows("select id, status from application")}
    granted = {
        row["application"]: row["minutes"]
        for row in rows("select application, minutes from decision where replaced_at is null and outcome = 'granted'")
    }
    for application, status in states.items():
        wanted = granted.get(application, 0) if status in _HOLDS else 0
        assert held[application] == wanted, f"{application} is {status} and holds {held[application]}"


def nobody_is_told_twice(rows: Rows) -> None:
    """Each contact has one message at most of each decision; what was told is never taken back or told otherwise."""
    letters = rows("select chat, matter, state from letter where matter is not null")
    assert max(Counter((one["chat"], one["matter"]) for one in letters).values(), default=0) <= 1
    told = {f"decision:{row['id']}" for row in rows("select id from decision where told_at is not null")}
    for one in letters:
        assert (one["state"] == "held") is (one["matter"] not in told), one
    chains: dict[str, list[str]] = defaultdict(list)
    for row in rows("select application, outcome from decision where told_at is not null order by id"):
        chains[row["application"]].append(row["outcome"])
    left = Counter(_moves_to(rows, Status.WITHDRAWN))
    for application, outcomes in chains.items():
        anew = [pair for pair in pairwise(outcomes) if pair not in _TOLD_ANEW]
        # Whoever left the list may come back to it, as often as it left.
        assert anew == [("waiting_list", "waiting_list")] * len(anew), (application, outcomes)
        assert len(anew) <= left[application], (application, outcomes)


def _moves_to(rows: Rows, status: Status) -> list[str]:
    """The applications that moved to a state, once for each time."""
    lines = [line["after"] for line in rows("select after from audit where action = 'MoveApplication'")]
    moves = [line if isinstance(line, dict) else json.loads(line) for line in lines]
    return [one["application"] for one in moves if one["to"] == status.value]


def nothing_is_granted_that_nobody_decided(rows: Rows, *, automatic: bool = False) -> None:
    """Every grant is a decision of somebody of the commission who may take it, and every move is one of the table."""
    members = {row["person"] for row in rows("select person from seat where role = 'commission'")}
    office = {row["person"] for row in rows("select person from seat where role = 'office'")}
    bodies = {row["id"]: row["body"] for row in rows("select id, body from application")}
    contacts = {(row["person"], row["body"]) for row in rows("select person, body from seat where role = 'contact'")}
    seats = {(row["person"], row["body"]) for row in rows("select person, body from seat where role = 'commission'")}
    stands: dict[str, str] = {}
    for line in rows("select actor, action, before, after from audit order by id"):
        action = line["action"]
        if action not in ("Decide", "MoveApplication", "JoinWaitingList"):
            continue
        after = line["after"] if isinstance(line["after"], dict) else json.loads(line["after"])
        before = line["before"] if line["before"] in set(Status) else json.loads(line["before"])
        if action == "Decide":
            application = after["decision"]["application"]
            to = STATUS[Outcome(after["decision"]["outcome"])].value
            assert line["actor"] in members or (automatic and line["actor"] == 0)
            assert (line["actor"], bodies[application]) not in seats, "decided with a conflict of interest"
        else:
            application = after["application"]
            to = Status.WAITING_LIST.value if action == "JoinWaitingList" else after["to"]
        assert stands.get(application, before) == before, f"{application}: somebody else moved it meanwhile"
        stands[application] = to
        roles = {Role.COMMISSION} if line["actor"] in members else set()
        roles |= {Role.OFFICE} if line["actor"] in office else set()
        roles |= {Role.CONTACT} if (line["actor"], bodies[application]) in contacts else set()
        moves = {(move.frm.value, move.to.value) for move in MOVES if move.by & roles}
        # A decision that nobody was told of may be taken anew: it is taken back and taken in one.
        silent = action == "Decide" and before in {one.value for one in STATUS.values()}
        assert automatic or silent or (before, to) in moves, f"{before} to {to} by {roles}"
    for row in rows("select id, status from application"):
        if row["id"] in stands:
            assert row["status"] == stands[row["id"]]
        else:
            assert row["status"] not in _GRANTS


def everything(rows: Rows, bags: Mapping[str, int] = BAGS, *, automatic: bool = False) -> None:
    """All of it."""
    hours_add_up(rows, bags)
    nobody_is_told_twice(rows)
    nothing_is_granted_that_nobody_decided(rows, automatic=automatic)
