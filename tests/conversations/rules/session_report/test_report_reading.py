from __future__ import annotations

import time
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.rules.session_report import Field, Reading, read
from tests.conversations.rules.session_report.report_variants import SENT, WINDOW, variants
from tests.conversations.rules.session_report.reports import MADRID, read_at
from tests.read_reports import COUNCILS

PIECES = """
ahir avui demà dilluns dv 15/6 12.06 30/2 l'u de juny 2h 1,30 hora i mitja quart quarts de deu 90' de 10 a 12 9-11 -
no no, sí perdó però i o també amb a en per Salt salt Girona Sort Sant Boi st zoom presencial telèfon sessió vam fer
hem fet farem propera cancel·lada ? ! . , ; : \n ( ) 😀 € % 12.500 persones total cada 2 3 1/2 ½ ’ &lt; <b> {{x}} ${y}
""".split(" ")  # noqa: SIM905


WORDS = sorted({*PIECES, "l'Hospitalet", "Premià", *(w for variant in variants(90, 3) for w in variant.text.split())})


def _check(text: str, found: Reading, assigned: tuple[str, ...]) -> None:
    """Whatever is told can be pointed at in the text, or follows from the only assignment."""
    for spans in found.spans.values():
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
    values = {Field.DATE: found.date, Field.MINUTES: found.minutes, Field.MODALITY: found.modality}
    for field, value in values.items():
        assert value is None or field in found.spans
    assert found.council is None or Field.COUNCIL in found.spans or assigned == (found.council,)
    assert found.council is None or found.council in assigned
    assert found.is_report or not found.ask
    if found.kind != "report" or not found.ask:
        assert not found.sessions


@pytest.mark.unmeasured
@settings(max_examples=250)
@given(st.text(max_size=300))
def test_any_text_is_read_without_inventing(text: str) -> None:
    assigned = ("Salt", "Sant Boi de Llobregat")
    _check(text, read(text, sent=SENT, window=WINDOW, assigned=assigned, councils=COUNCILS), assigned)


@pytest.mark.unmeasured
@settings(max_examples=600)
@given(
    st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from([(), ("Salt",), ("Salt", "Sort"), ("…", "Mataró")])
)
def test_any_mix_of_telling_words_is_read_without_inventing(words: list[str], assigned: tuple[str, ...]) -> None:
    text = " ".join(words)
    _check(text, read(text, sent=SENT, window=WINDOW, assigned=assigned, councils=COUNCILS), assigned)


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        ("Ahir 2h amb  Salt, en línia: clàusules socials", Field.DATE, ["Ahir"]),
        ("🗓 8 de juny 🕙 dues hores Salt", Field.MINUTES, ["dues hores"]),
        ("Ahir 2h amb  l’ajuntament de SALT, zoom", Field.COUNCIL, ["SALT"]),
        ("ahir 2h Salt vídeo-trucada", Field.MODALITY, ["vídeo-trucada"]),
        ("dijus vint-i-cinc de maig 2h Salt", Field.DATE, ["dijus vint-i-cinc de maig"]),
        ("ahir col·laboració 2½ h Salt", Field.MINUTES, ["2½ h"]),
    ],
)
def test_values_point_at_the_words_as_typed(text: str, field: Field, said: list[str]) -> None:
    found = read_at(text)

    assert [text[span.start : span.end] for span in found.spans[field]] == said


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Ahir 2h amb Salt, en línia: clàusules socials", "clàusules socials"),
        ("Ahir 2h amb Salt per zoom sobre els contractes menors. Gràcies", "contractes menors"),
        ("Salt, ahir, 2h, zoom, tema: moneda local", "moneda local"),
        ("ahir Salt 2h zoom. Pressupost de 15.000 € i 3 lots", "Pressupost de 15.000 € i 3 lots"),
        ("Ahir 2h amb Salt, en línia: plecs", "plecs"),
        ("Ahir 2h amb Salt, en línia. Tema: ODS", "ODS"),
        ("ahir 2h amb Salt pla d'accio", "pla d'accio"),
        ("ahir vam treballar 2h el pla d'acció amb l'Ajuntament de Salt", "pla d'acció"),
        ("sessió de clàusules socials amb Salt, ahir 2h", "clàusules socials"),
        ("ahir 2h amb Salt per acabar el reglament", "acabar el reglament"),
        ("ahir 2h amb Salt, hem estat mirant els estatuts", "estatuts"),
        ("ahir 2h Salt, compra pública. Queda pendent l'annex. Molt bé tot!", "compra pública"),
        ("ahir 2h Salt (plecs i lots)", "plecs i lots"),
        ("ahir vam parlar una hora amb Salt, per Teams, sobre com fer el mapa", "com fer el mapa"),
        ("ahir de 10 a 12 vam ser a Salt i vam deixar enllestit el reglament", "reglament"),
        ("ahir 2h amb Salt hablando de estatutos", "estatutos"),
        ("ahir 2h amb Salt xerrant d clausules socials", "clausules socials"),
        ("ahir 2h amb Salt, parlant d'estatuts", "estatuts"),
        ("ahir 2h amb Salt al mercat municipal", ""),
        ("ahir 2h amb la tècnica de comerç de Salt", ""),
        ("ahir 2h Salt zoom", ""),
        ("ahir he parlat amb la Marta de Salt 20 minuts per telèfon", ""),
        ("ahir vam fer 2h amb Salt, per zoom, tots", ""),
        ("ahir 2h Salt zoom. La propera serà presencial", ""),
        ("ahir 2 h amb Vic, presencial, vaig baixar-hi amb la furgo", ""),
    ],
)
def test_the_topic_is_what_is_left(text: str, topic: str) -> None:
    assert read_at(text).topic == topic


def test_a_mentor_without_councils_is_asked_for_one() -> None:
    found = read("ahir 2h zoom", sent=SENT, window=WINDOW, assigned=(), councils=COUNCILS)

    assert found.ask == {Field.COUNCIL}


def test_the_second_call_has_its_own_window() -> None:
    found = read(
        "3 de gener Salt 2h presencial",
        sent=datetime(2020, 12, 15, 17, 30, tzinfo=MADRID),
        window=(date(2020, 9, 1), date(2020, 12, 31)),
        assigned=("Salt",),
        councils=COUNCILS,
    )

    assert found.ask == {Field.DATE}


def _cost(text: str) -> float:
    """Seconds of this process that one reading takes."""
    begin = time.process_time()
    read(text, sent=SENT, window=WINDOW, assigned=("Salt", "Sant Boi de Llobregat"), councils=COUNCILS)
    return time.process_time() - begin


@pytest.mark.unmeasured
@pytest.mark.parametrize(
    "kind", ["reports", "letters", "digits", "commas", "spaces", "dates", "lines", "words", "hours", "days and hours"]
)
def test_a_long_message_costs_in_proportion(kind: str) -> None:
    text = {
        "reports": ". ".join(variant.text for variant in variants(120, 7)),
        "letters": "a" * 4096,
        "digits": "1" * 4096,
        "commas": "1," * 2048,
        "spaces": " " * 4096,
        "dates": "1/6 " * 1024,
        "lines": "ahir\n" * 820,
        "words": "amb la gent de la sala no va ser " * 125,
        "hours": "2 h i " * 683,
        "days and hours": "ahir 2 h Salt. dilluns 1 h Salt. " * 128,
    }[kind][:4096]
    # A busy machine makes it slower, never quicker: the quickest of the short ones is what one costs, and what really
    # grows out of proportion does so every time.
    part = min(_cost(text[:1024]) for _ in range(3))
    assert any(_cost(text) < 10 * part for _ in range(6))
