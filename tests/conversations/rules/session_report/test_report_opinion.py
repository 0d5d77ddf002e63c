"""What the second opinion does where the rules give up, and what it leaves to them."""

from __future__ import annotations

import pytest

from conversations.rules.session_report import Field, Modality
from tests.conversations.rules.session_report.reports import read_at


def test_message_that_would_be_dropped_is_always_asked_about() -> None:
    found = read_at("ahir salt 90' telefon (l'ascensor no anava i no hi vaig pujar)")

    assert found.is_report
    assert (found.minutes, found.council, found.modality) == (90, "Salt", Modality.REMOTE)
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


def test_words_of_a_room_tell_that_people_met_and_where_it_is_said() -> None:
    text = "al final amb Salt van ser 100 minuts ahir, vam seure tard al saló de plens perquè ningú trobava les claus"
    found = read_at(text)

    assert (found.modality, found.ask) == (Modality.IN_PERSON, frozenset())
    assert [text[span.start : span.end] for span in found.spans[Field.MODALITY]]


def test_likely_way_is_confirmed_by_the_other_words() -> None:
    found = read_at("No vam fer-ho a Salt sinó per Meet. Ahir, 2 h, Salt")

    assert (found.modality, found.ask) == (Modality.REMOTE, frozenset())


def test_what_was_spoken_of_is_no_way_of_holding_it() -> None:
    found = read_at("Ahir 2h amb Salt. Tenen ganes de fer una central de compres i un portal online")

    assert found.modality is None


def test_hint_that_no_rule_knows_is_asked_about() -> None:
    found = read_at("Salt, dijous passat, hora i mitja. Al tren de tornada vaig escriure l'acta")

    assert found.modality is None
    assert found.ask == {Field.MODALITY}


@pytest.mark.parametrize("text", ["L'anterior va ser presencial.", "L'altra vegada ens van rebre a l'ajuntament"])
def test_how_another_one_was_held_says_nothing_of_this(text: str) -> None:
    assert read_at(f"Ahir, Salt, 2 hores. {text}").modality is None
