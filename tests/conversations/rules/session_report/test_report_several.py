from __future__ import annotations

from datetime import date

import pytest

from conversations.rules.session_report import Field, Reading, Session
from tests.conversations.rules.session_report.reports import read_at

VALLES = ("Cardedeu", "Llinars del Vallès", "Granollers")
Short = tuple[str | None, int | None, str | None]


def _short(session: Session) -> Short:
    return (session.date.strftime("%m-%d") if session.date else None, session.minutes, session.council)


def _told(found: Reading) -> list[Short]:
    assert found.ask == {Field.SESSIONS}
    return [_short(session) for session in found.sessions]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("15/6 Cardedeu 2h\n16/6 Granollers 1h30", [("06-15", 120, "Cardedeu"), ("06-16", 90, "Granollers")]),
        ("Cardedeu: dilluns 2h. Llinars: ahir 1h.", [("06-15", 120, "Cardedeu"), ("06-16", 60, "Llinars del Vallès")]),
        ("14 i 15 de juny, Cardedeu, 2 h cada una", [("06-14", 120, "Cardedeu"), ("06-15", 120, "Cardedeu")]),
        ("ahir 2h amb Cardedeu i Granollers", [("06-16", 120, "Cardedeu"), ("06-16", 120, "Granollers")]),
        ("ahir 2h amb Cardedeu i 1h amb Granollers", [("06-16", 120, "Cardedeu"), ("06-16", 60, "Granollers")]),
        ("ahir 2h cardedeu i despres 1 amb granollers", [("06-16", 120, "Cardedeu"), ("06-16", None, "Granollers")]),
        ("ahir 2h amb Cardedeu i una amb Granollers", [("06-16", 120, "Cardedeu"), ("06-16", None, "Granollers")]),
        ("ahir 2h vng i dilluns 1h cardedeu", [("06-16", 120, None), ("06-15", 60, "Cardedeu")]),
        ("dilluns 1h cardedeu i ahir 2h tortossa", [("06-15", 60, "Cardedeu"), ("06-16", 120, None)]),
        ("ahir Cardedeu de 10 a 11 i de 12 a 13", [("06-16", 60, "Cardedeu"), ("06-16", 60, "Cardedeu")]),
        ("ahir 1h al matí i 1h a la tarda amb Cardedeu", [("06-16", 60, "Cardedeu"), ("06-16", 60, "Cardedeu")]),
        ("2 sessions amb Cardedeu, 2h cadascuna", [(None, 120, "Cardedeu")] * 2),
        ("dues trobades amb Cardedeu, total 3 hores", [(None, None, "Cardedeu")] * 2),
        ("3 sessions d'1 h amb Cardedeu", [(None, 60, "Cardedeu")] * 3),
        (
            "dimarts i dijous de la setmana passada, Cardedeu, 2h i 1h",
            [("06-09", 120, "Cardedeu"), ("06-11", 60, "Cardedeu")],
        ),
        (
            "entre dilluns i dimarts hem fet 3 hores amb Cardedeu",
            [("06-15", None, "Cardedeu"), ("06-16", None, "Cardedeu")],
        ),
        (
            "15/6 Cardedeu 2h; 16/6 Granollers 1h; 17/6 Llinars 1h",
            [("06-15", 120, "Cardedeu"), ("06-16", 60, "Granollers"), ("06-17", 60, "Llinars del Vallès")],
        ),
    ],
)
def test_several_sessions_are_told_apart(text: str, told: list[Short]) -> None:
    assert _told(read_at(text, *VALLES)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Ahir 1a sessió de les 2 sessions previstes, 2 h, Cardedeu",
        "Fa 3 dies 2h amb Cardedeu",
        "ahir 2h Cardedeu (dues hores)",
        "ahir 2h de 10 a 12 Cardedeu",
        "ahir 2h Cardedeu, 2h!",
    ],
)
def test_one_session_is_not_split(text: str) -> None:
    assert Field.SESSIONS not in read_at(text, *VALLES).ask


def test_what_all_sessions_share_is_told_once() -> None:
    found = read_at("dilluns 2h Cardedeu i dimarts 2h Llinars, tot zoom", *VALLES)

    assert (found.date, found.minutes, found.council, found.modality) == (None, 120, None, "distancia")
    assert [session.date for session in found.sessions] == [date(2020, 6, 15), date(2020, 6, 16)]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("15/6 Cardedeu 2h: plecs\n16/6 Granollers 1h30: estatuts", ("plecs", "estatuts")),
        ("ahir 2h Cardedeu, plecs i lots i dilluns 1h Granollers, pla d'acció", ("plecs i lots", "pla d'acció")),
        ("ahir Cardedeu 1h (lots); dilluns Granollers 2h", ("lots", "")),
        ("dilluns i dimarts, 1h cada dia amb Cardedeu: clàusules socials", ("clàusules socials",) * 2),
    ],
)
def test_each_of_several_keeps_what_it_was_about(text: str, topics: tuple[str, ...]) -> None:
    assert tuple(one.topic for one in read_at(text, *VALLES).sessions) == topics


HOW_EACH_WAS_HELD = [
    ("Ahir 2h amb Cardedeu, en línia: clàusules. Dilluns 1h amb Cardedeu", ("distancia", None)),
    ("ahir 2h per zoom amb Cardedeu i dilluns 1h", ("distancia", None)),
    ("dilluns 1h amb Cardedeu. Ahir 2h amb Cardedeu, en línia", (None, "distancia")),
    ("ahir 2h amb Cardedeu i dilluns 1h amb Granollers, en línia", (None, "distancia")),
    ("ahir 2h i dilluns 1h amb Cardedeu, en línia", ("distancia", "distancia")),
    ("per videotrucada: ahir 2h amb Cardedeu; dilluns 1h amb Granollers", ("distancia", "distancia")),
    ("ahir 1h amb Cardedeu i 1h amb Granollers, totes dues presencials", ("presencial", "presencial")),
    ("ahir 1h amb Cardedeu i 2h amb Granollers, totes per Zoom", ("distancia", "distancia")),
    ("ahir 2h amb Cardedeu, en línia, i dilluns 1h amb Granollers, presencial", ("distancia", "presencial")),
]


@pytest.mark.parametrize(("text", "how"), HOW_EACH_WAS_HELD)
def test_how_one_was_held_is_not_taken_for_the_other(text: str, how: tuple[str | None, ...]) -> None:
    assert tuple(one.modality for one in read_at(text, *VALLES).sessions) == how
