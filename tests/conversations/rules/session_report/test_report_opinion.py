"""What the second opinion does where the rules give up, and what it leaves to them."""

from __future__ import annotations

import pytest

from conversations.rules.session_report import Field, Modality
from tests.conversations.rules.session_report.reports import read_at


def test_message_that_would_be_dropped_is_always_asked_about() -> None:
    found = read_at("ahir Salt presentava el seu pla per Zoom, 2h, i ho vaig seguir des de casa")

    assert found.is_report
    assert Field.DATE in found.ask


@pytest.mark.parametrize("text", ["dia 22 de 10 a 12 Salt presencial, confirmat", "propera sessió: 27/6, 2h, Teams"])
def test_day_to_come_is_never_reopened(text: str) -> None:
    assert not read_at(text).is_report


def test_days_on_which_nothing_was_held_make_no_sessions() -> None:
    found = read_at("Passada la Diada ens hi vam posar: dilluns 15, dues hores, cadascú davant del seu ordinador")

    assert Field.SESSIONS not in found.ask
    assert (found.minutes, found.modality) == (120, Modality.REMOTE)


def test_two_lengths_stay_two_sessions() -> None:
    assert Field.SESSIONS in read_at("16/6 Salt 1h\n16/6 Sort 2h", "Salt", "Sort").ask


def test_likely_way_is_confirmed_by_the_other_words() -> None:
    found = read_at("No vam fer-ho a Salt sinó per Meet. Ahir, 2 h, Salt")

    assert (found.modality, found.ask) == (Modality.REMOTE, frozenset())


def test_hint_that_no_rule_knows_is_asked_about() -> None:
    found = read_at("Salt, dijous passat, hora i mitja. Al tren de tornada vaig escriure l'acta")

    assert found.modality is None
    assert found.ask == {Field.MODALITY}
