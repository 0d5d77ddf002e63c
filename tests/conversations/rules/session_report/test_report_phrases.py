from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from conversations.rules.session_report import Field, Reading, read
from tests.conversations.rules.session_report.report_score import would_log
from tests.conversations.rules.session_report.reports import MADRID, WINDOW
from tests.read_reports import COUNCILS, values

PHRASES = json.loads(
    (Path(__file__).resolve().parents[3] / "corpus" / "session_phrases.json").read_text(encoding="utf-8")
)
SENT = datetime(2020, 7, 9, 20, 30, tzinfo=MADRID)  # a Thursday
ASSIGNED = ("Granollers", "Sant Celoni")
YESTERDAY = date(2020, 7, 8)

DAY_IN = ("{} 2h amb Granollers per zoom", "Granollers, {}, 2 hores, per zoom", "2 h amb granollers {}, en línia")
LENGTH_IN = ("ahir {} amb Granollers per zoom", "{}: Granollers ahir zoom. plecs", "Granollers 8/7 {} meet")
MODALITY_IN = (
    "Ahir 2h amb Granollers, {}",
    "ahir granollers 2 hores {}",
    "{}. Granollers, ahir, 2h. Clàusules socials",
)
COUNCIL_IN = ("Ahir 2h amb {}, per zoom", "{} ahir 2h zoom", "8/7 2h {} meet")
TOPIC_IN = (
    "Ahir 2h amb Granollers per zoom, {}",
    "ahir granollers 2 h teams. {}",
    "Granollers, dimecres, 2h, meet: {}",
)


def _read(text: str, assigned: tuple[str, ...] = ASSIGNED) -> Reading:
    return read(text, sent=SENT, window=WINDOW, assigned=assigned, councils=COUNCILS)


def _phrases(kind: str, templates: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(what is meant, message): every wording in one of the templates, in turn."""
    for meant, said in PHRASES[kind].items():
        for number, wording in enumerate(said):
            yield meant, templates[number % len(templates)].format(wording)


def _unlike(found: Reading, **meant: object) -> dict[str, object]:
    """What was read without asking and is not what was meant, yesterday's two hours over a screen but for `meant`."""
    right = {"date": YESTERDAY, "minutes": 120, "council": "Granollers", "modality": "distancia", **meant}
    told = {"date": found.date, "minutes": found.minutes, "council": found.council, "modality": found.modality}
    fields = {"date": Field.DATE, "minutes": Field.MINUTES, "council": Field.COUNCIL, "modality": Field.MODALITY}
    return {
        name: told[name]
        for name, value in right.items()
        if fields[name] not in found.ask and Field.SESSIONS not in found.ask and told[name] != value
    }


def _check(found: list[tuple[str, Reading, dict[str, object]]], *, unasked: float) -> None:
    """Nothing is silently wrong, and the share of messages understood without a question is as high as promised."""
    assert not [(text, wrong) for text, reading, wrong in found if wrong or not reading.is_report]
    questions = [(text, sorted(reading.ask)) for text, reading, _ in found if reading.ask - {Field.MODALITY}]
    assert len(questions) <= (1 - unasked) * len(found), questions


def test_days_are_understood_as_people_name_them() -> None:
    read_days = [
        (text, reading := _read(text), _unlike(reading, date=date.fromisoformat(meant)))
        for meant, text in _phrases("days", DAY_IN)
        if meant != "?"
    ]
    _check(read_days, unasked=1.0)


def test_lengths_are_understood_as_people_tell_them() -> None:
    lengths = [
        (text, reading := _read(text), _unlike(reading, minutes=int(meant)))
        for meant, text in _phrases("lengths", LENGTH_IN)
        if meant != "?"
    ]
    _check(lengths, unasked=1.0)


@pytest.mark.parametrize(
    ("kind", "templates", "field"), [("days", DAY_IN, Field.DATE), ("lengths", LENGTH_IN, Field.MINUTES)]
)
def test_what_is_not_certain_is_asked(kind: str, templates: tuple[str, ...], field: Field) -> None:
    taken = [
        (text, found.kind)
        for meant, text in _phrases(kind, templates)
        if meant == "?" and not ((found := _read(text)).is_report and found.ask & {field, Field.SESSIONS})
    ]
    assert not taken


def test_modalities_are_understood_as_people_tell_them() -> None:
    modalities = [
        (text, reading := _read(text), _unlike(reading, modality=meant))
        for meant, text in _phrases("modalities", MODALITY_IN)
        if meant not in ("?", "")
    ]
    _check(modalities, unasked=1.0)
    assert sum(bool(reading.ask) for _, reading, _ in modalities) <= 0.02 * len(modalities)


def test_a_mixed_modality_is_asked_and_a_topic_is_none() -> None:
    for meant, text in _phrases("modalities", MODALITY_IN):
        found = _read(text)
        if meant == "?":
            assert found.ask & {Field.MODALITY, Field.SESSIONS}, text
        elif not meant:
            assert found.modality is None or Field.MODALITY in found.ask, text


def test_councils_are_understood_as_people_write_them() -> None:
    councils = []
    for case in PHRASES["councils"]:
        assigned = tuple(case["assigned"])
        for number, wording in enumerate(case["written"]):
            text = COUNCIL_IN[number % len(COUNCIL_IN)].format(wording)
            found = _read(text, assigned)
            councils.append((text, found, _unlike(found, council=assigned[0])))
    _check(councils, unasked=0.97)


def test_topics_and_asides_change_nothing() -> None:
    topics = []
    for number, topic in enumerate(PHRASES["topics"]):
        text = TOPIC_IN[number % len(TOPIC_IN)].format(topic)
        topics.append((text, reading := _read(text), _unlike(reading)))
    _check(topics, unasked=0.98)


@pytest.mark.parametrize("kind", ["tellings", "details"])
def test_a_session_is_recognised_in_whatever_sentence(kind: str) -> None:
    tellings = [(text, reading := _read(text), _unlike(reading)) for text in PHRASES[kind]]
    _check(tellings, unasked=0.98)


@pytest.mark.parametrize("assigned", [ASSIGNED, ASSIGNED[:1]])
def test_what_is_no_session_is_never_logged(assigned: tuple[str, ...]) -> None:
    logged = [
        text
        for text in PHRASES["not_sessions"]
        if would_log({**values(found := _read(text, assigned)), "is_report": found.is_report, "ask": found.ask})
    ]
    assert not logged


def _meant(told: list[str]) -> dict[str, Any]:
    day, minutes, council, modality = (part.removeprefix("=") for part in told)
    return {
        "date": date.fromisoformat(day if "-" in day else f"2020-07-{int(day):02}") if day not in "?x" else None,
        "minutes": int(minutes) if minutes not in "?x" else None,
        "council": council,
        "modality": {"d": "distancia", "p": "presencial"}.get(modality),
    }


def test_corrections_and_contradictions_are_followed_or_asked() -> None:
    """In `told`, "m" is several sessions, "?" must be asked, and anything else is right or asked."""
    for case in PHRASES["doubts"]:
        found = _read(case["text"], (*ASSIGNED, "Mollet del Vallès"))
        assert found.is_report, case
        if case["told"] == ["m"]:
            assert found.ask & {Field.SESSIONS, Field.COUNCIL, Field.DATE, Field.MINUTES}, case
            continue
        doubtful = {field for field, part in zip(FIELDS, case["told"], strict=True) if part == "?"}
        assert doubtful <= found.ask or Field.SESSIONS in found.ask, case
        open_fields = {NAMES[field] for field, part in zip(FIELDS, case["told"], strict=True) if part in "?x"}
        assert not set(_unlike(found, **_meant(case["told"]))) - open_fields, case


FIELDS = (Field.DATE, Field.MINUTES, Field.COUNCIL, Field.MODALITY)
NAMES = dict(zip(FIELDS, ("date", "minutes", "council", "modality"), strict=True))


def test_every_phrase_is_there_once() -> None:
    for kind in ("tellings", "details", "not_sessions", "topics"):
        assert len(PHRASES[kind]) == len(set(PHRASES[kind]))
