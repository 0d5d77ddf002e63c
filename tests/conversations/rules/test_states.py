"""Two names for each state, and every move in one table with its diagram."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conversations.protocol.assessment import Outcome
from conversations.protocol.facts import Role, Status
from conversations.rules import states
from conversations.rules.decisions import STATUS
from conversations.rules.moves import BY_SESSIONS, MOVES, find, may_move, mermaid, needs_reason, onward
from locales import plain
from storage import models

CONTACT, MENTOR, OFFICE, COMMISSION = Role.CONTACT, Role.MENTOR, Role.OFFICE, Role.COMMISSION
WHO = (CONTACT, MENTOR, OFFICE, COMMISSION, None)


@pytest.mark.parametrize("status", Status)
def test_every_state_has_two_names(status: Status) -> None:
    assert plain(states.for_office(status))
    assert plain(states.for_council(status))


def test_office_tells_every_state_apart() -> None:
    assert len({plain(states.for_office(status)) for status in Status}) == len(Status)


@pytest.mark.parametrize("outcome", Outcome)
def test_council_reads_no_decision_before_it_is_sent(outcome: Outcome) -> None:
    status = STATUS[outcome]
    assert status in states.DECIDED
    assert plain(states.for_council(status, told=False)) == "en estudi"
    assert plain(states.for_council(status)) != "en estudi"


def test_council_reads_every_other_state_as_it_is() -> None:
    for status in set(Status) - states.DECIDED:
        assert states.for_council(status, told=False) == states.for_council(status)


def test_the_database_knows_every_state() -> None:
    (check,) = [one for one in models.ApplicationRow.__table__.constraints if one.name == "status_known"]  # type: ignore[attr-defined]
    assert {part for part in str(check.sqltext).split("'") if part.isidentifier() and part in set(Status)} == set(
        Status
    )
    assert str(check.sqltext).count("'") == 2 * len(Status)


def test_table_has_one_row_for_each_move_and_role() -> None:
    pairs = [(one.frm, one.to, who) for one in MOVES for who in (one.by or {None})]
    assert len(set(pairs)) == len(pairs)
    assert all(one.frm is not one.to for one in MOVES)


def test_table_reaches_every_state_and_leaves_all_but_the_last_ones() -> None:
    reached = {one.to for one in MOVES} | {Status.DRAFT}
    assert reached == set(Status)
    assert set(Status) - {one.frm for one in MOVES} == {Status.CLOSED, Status.INTERRUPTED, Status.EXPIRED}


def test_nothing_is_decided_by_the_bot_nor_by_anybody_but_the_commission() -> None:
    for one in MOVES:
        if one.to in states.DECIDED and one.frm not in (Status.RENOUNCED, Status.WITHDRAWN):
            assert one.by == {COMMISSION}
        if not one.by:
            assert one.to in {Status.EXPIRED, *BY_SESSIONS}


@pytest.mark.parametrize(
    ("frm", "to", "by", "told", "reason", "expected"),
    [
        (Status.DRAFT, Status.SUBMITTED, CONTACT, True, "", True),
        (Status.DRAFT, Status.SUBMITTED, MENTOR, True, "", False),
        (Status.DRAFT, Status.GRANTED, COMMISSION, True, "x", False),
        (Status.ADMITTED, Status.GRANTED, COMMISSION, True, "", True),
        (Status.ADMITTED, Status.GRANTED, OFFICE, True, "", False),
        (Status.ADMITTED, Status.GRANTED, None, True, "", False),
        (Status.ADMITTED, Status.REFUSED, COMMISSION, True, " ", False),
        (Status.ADMITTED, Status.REFUSED, COMMISSION, True, "transferibilitat", True),
        (Status.GRANTED, Status.ADMITTED, COMMISSION, False, "", True),
        (Status.GRANTED, Status.ADMITTED, COMMISSION, True, "x", False),
        (Status.GRANTED, Status.RENOUNCED, CONTACT, True, "", True),
        (Status.GRANTED, Status.RENOUNCED, OFFICE, True, "", False),
        (Status.GRANTED, Status.RENOUNCED, OFFICE, True, "no ha respost", True),
        (Status.RUNNING, Status.FINISHED, None, True, "", True),
        (Status.RUNNING, Status.FINISHED, OFFICE, True, "", False),
        (Status.CLOSED, Status.RUNNING, OFFICE, True, "x", False),
    ],
)
def test_may_move(frm: Status, to: Status, by: Role | None, told: bool, reason: str, expected: bool) -> None:
    assert may_move(frm, to, by, told=told, reason=reason) is expected


def test_needs_reason() -> None:
    assert needs_reason(Status.ADMITTED, Status.DEFERRED, COMMISSION)
    assert not needs_reason(Status.ADMITTED, Status.GRANTED, COMMISSION)
    assert not needs_reason(Status.DRAFT, Status.CLOSED, OFFICE)


def test_onward_offers_what_may_be_moved() -> None:
    decided = (Status.NOT_ADMITTED, Status.GRANTED, Status.WAITING_LIST, Status.DEFERRED, Status.REFUSED)
    assert onward(Status.ADMITTED, COMMISSION) == decided
    assert onward(Status.GRANTED, COMMISSION) == ()
    assert onward(Status.GRANTED, COMMISSION, told=False) == (Status.ADMITTED,)
    assert onward(Status.GRANTED, CONTACT) == (Status.ACCEPTED, Status.RENOUNCED)
    for frm in Status:
        for who in WHO:
            assert all(find(frm, to, who) for to in onward(frm, who))


README = Path(__file__).parents[3] / "README.md"


def test_readme_has_the_diagram_and_both_names_of_every_state(request: pytest.FixtureRequest) -> None:
    rows = (f"| {one} | {plain(names.office)} | {plain(names.council)} |" for one, names in states.NAMES.items())
    head = "| state | for the office and the commission | for the council |\n|---|---|---|\n"
    diagram, table = f"```mermaid\n{mermaid()}\n```\n", head + "\n".join(rows) + "\n"
    text = README.read_text(encoding="utf-8")
    if request.config.getoption("--update-transcripts"):
        text = re.sub(r"```mermaid\n.*?```\n", lambda _: diagram, text, count=1, flags=re.DOTALL)
        text = re.sub(re.escape(head) + r"(\| .*\n)*", lambda _: table, text, count=1)
        README.write_text(text, encoding="utf-8")
    assert diagram in text
    assert table in text


def test_mermaid_has_every_move() -> None:
    said = mermaid().splitlines()
    assert said[:2] == ["stateDiagram-v2", "    [*] --> draft"]
    assert len(said) == 2 + len({(one.frm, one.to) for one in MOVES}) + 3
    assert "    granted --> renounced: contact or office (reason)" in said
    assert "    granted --> admitted: commission (before sending)" in said
    assert "    running --> finished: bot" in said
    assert "    closed --> [*]" in said
