from __future__ import annotations

import pytest

from conversations.rules.session_report import Field, Reason
from tests.conversations.rules.session_report.reports import asked, read_at

LLOBREGAT = ("Sant Feliu de Llobregat", "la Garriga", "les Franqueses del Vallès", "Sant Joan Despí")


@pytest.mark.parametrize(
    ("said", "council"),
    [
        ("sant feliu", "Sant Feliu de Llobregat"),
        ("st. feliu", "Sant Feliu de Llobregat"),
        ("stfeliu", "Sant Feliu de Llobregat"),
        ("Sant Faliu", "Sant Feliu de Llobregat"),
        ("la Garriga", "la Garriga"),
        ("Garriga", "la Garriga"),
        ("les franqueses", "les Franqueses del Vallès"),
        ("amb la tècnica de comerç de la Garriga", "la Garriga"),
        ("amb la Garriga, a Granollers,", "la Garriga"),
        ("amb la Garriga com vam fer amb Sant Feliu", "la Garriga"),
        ("amb la Garriga sobre el model de Granollers", "la Garriga"),
        ("la Garriga, pel del carrer Girona", "la Garriga"),
        ("la Garriga (no Sant Feliu, m'havia confós)", "la Garriga"),
        ("Sant Feliu, perdó, la Garriga", "la Garriga"),
        ("DESPÍ", "Sant Joan Despí"),
        ("les fran queses", "les Franqueses del Vallès"),
        ("lagarriga", "la Garriga"),
        ("Garriga i la Carme", "la Garriga"),
    ],
)
def test_an_assigned_council_is_known_by_how_people_write_it(said: str, council: str) -> None:
    found = read_at(f"ahir {said} 2h zoom", *LLOBREGAT)

    assert found.council == council
    assert not found.ask


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("", Reason.MISSING),
        ("Granollers", Reason.UNKNOWN_COUNCIL),
        ("Sant Feliu de Guíxols", Reason.UNKNOWN_COUNCIL),
        ("Sant Just", Reason.UNKNOWN_COUNCIL),
        ("amb Premià", Reason.UNKNOWN_COUNCIL),
        ("amb el Consell Comarcal", Reason.UNKNOWN_COUNCIL),
        ("amb l'Ajuntament de Granollrs", Reason.UNKNOWN_COUNCIL),
        ("amb Seva", Reason.UNKNOWN_COUNCIL),
        ("com a Granollers", Reason.AMBIGUOUS),
        ("com a la Garriga", Reason.AMBIGUOUS),
        ("amb la Garriga 1h, Sant Feliu", None),
        ("la Garrigua o la Garrotxa", None),
        ("em sembla que amb la Garriga", Reason.AMBIGUOUS),
    ],
)
def test_a_council_that_is_not_certain_is_asked(said: str, reason: Reason | None) -> None:
    found = read_at(f"ahir {said} 2h zoom", *LLOBREGAT)

    assert found.council is None or Field.COUNCIL in found.ask or Field.SESSIONS in found.ask
    assert reason is None or asked(found)[Field.COUNCIL] is reason


def test_the_only_assigned_council_need_not_be_named() -> None:
    for text in (
        "ahir 2h zoom",
        "ahir 2h zoom sobre el model de Girona",
        "ahir 2h per zoom amb la Marta Vilanova",
        "ahir 2h per zoom amb la regidora Cardona",
    ):
        found = read_at(text)
        assert (found.council, found.ask) == ("Salt", frozenset())
        assert Field.COUNCIL not in found.spans


def test_a_slip_that_is_nearer_to_another_council_is_not_mended() -> None:
    assert asked(read_at("ahir Ripolli 2h zoom", "Ripollet", "Olot")) == {Field.COUNCIL: Reason.UNKNOWN_COUNCIL}
    assert asked(read_at("ahir ripolli 2h zoom", "Ripollet", "Olot")) == {Field.COUNCIL: Reason.MISSING}


def test_a_short_name_at_the_end_is_a_council() -> None:
    assert asked(read_at("ahir 2h zoom amb Premià")) == {Field.COUNCIL: Reason.UNKNOWN_COUNCIL}


def test_a_name_at_the_head_of_a_note_is_a_council() -> None:
    assert asked(read_at("Parets ahir 2h zoom")) == {Field.COUNCIL: Reason.UNKNOWN_COUNCIL}


def test_a_word_near_a_short_name_is_not_a_council() -> None:
    assert Field.COUNCIL not in read_at("ahir 2h zoom, allà dalt").spans
    assert read_at("ahir 2h zoom amb Sals", "Salt", "Olot").council == "Salt"


def test_a_short_name_that_two_councils_share_is_asked() -> None:
    found = read_at("ahir 2h Lliçà zoom", "Lliçà d'Amunt", "Lliçà de Vall")

    assert asked(found) == {Field.COUNCIL: Reason.AMBIGUOUS}
    assert read_at("ahir Lliçà de Vall 2h zoom", "Lliçà d'Amunt", "Lliçà de Vall").council == "Lliçà de Vall"


@pytest.mark.parametrize(
    ("text", "assigned", "council"),
    [
        ("Ahir amb Sort, 2h, Teams. Sort que teníem bona connexió!", ("Sort", "Tremp"), "Sort"),
        ("ahir 2h a la seu de l'Agència, a Puigcerdà, presencial", ("la Seu d'Urgell", "Puigcerdà"), "Puigcerdà"),
        ("ahir una hora i quart amb Salt, zoom", ("Salt", "Quart"), "Salt"),
        ("ahir hora i quart, Quart, zoom", ("Salt", "Quart"), "Quart"),
        ("Vam fer un salt endavant! Ahir 2h amb Quart per zoom", ("Salt", "Quart"), "Quart"),
        ("dissabte 2h salt online", ("Salt", "Quart"), "Salt"),
        ("AHIR 2H ROSES ZOOM", ("Roses", "Olot"), "Roses"),
        ("ahir amb la seu 2h zoom", ("la Seu d'Urgell",), "la Seu d'Urgell"),
        ("ahir 2h zoom, salt qualitatiu", ("Salt",), "Salt"),
        ("ahir amb Vilaseca 2h zoom", ("Vila-seca", "Salou"), "Vila-seca"),
        (
            "ahir amb el Consell Comarcal 2h zoom",
            ("Consell Comarcal del Maresme", "Salou"),
            "Consell Comarcal del Maresme",
        ),
    ],
)
def test_everyday_words_are_told_from_councils(text: str, assigned: tuple[str, ...], council: str) -> None:
    found = read_at(text, *assigned)

    assert found.council == council
    assert Field.COUNCIL not in found.ask
