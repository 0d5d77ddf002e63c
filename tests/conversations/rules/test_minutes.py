"""The proposed minutes of the demonstration set, as people read them, and their fingerprint (R56)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.protocol.assessment import ConflictKind, Decision, Mark, Outcome
from conversations.protocol.facts import Person, Role, Seat
from conversations.protocol.method import Method, Rule, Way
from conversations.protocol.replies import Sheet
from conversations.rules import bags, conflicts, minutes, ranking
from conversations.rules.minutes import Record, mark_of, proposal
from locales import plain
from tests.support import april

WRITTEN = Path(__file__).with_name("proposta_acta.txt")
RECORD = april.record()
DECLARED, GUEST = april.DECLARED, april.GUEST


def text(sheet: Sheet) -> str:
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield plain(sheet.title)
    yield from (plain(one) for one in sheet.lead)
    for section in sheet.sections:
        yield f"\n{plain(section.heading)}"
        for place, one in enumerate(section.paragraphs, start=1):
            first, *rest = plain(one).split("\n")
            yield f"{place}. {first}" if section.numbered else first
            yield from (f"   {line}" for line in rest)
    if sheet.footer is not None:
        yield f"\n{plain(sheet.footer)}"


def test_the_april_demonstration_reads_as_written_down(request: pytest.FixtureRequest) -> None:
    said = text(proposal(RECORD))
    if request.config.getoption("--update-transcripts"):
        WRITTEN.write_text(said, encoding="utf-8")
    assert said == WRITTEN.read_text(encoding="utf-8")


def test_proposal_is_never_final_and_says_who_decides() -> None:
    sheet = proposal(replace(RECORD, demonstration=False))
    assert plain(sheet.title) == "Proposta d'acta de la Comissió Tècnica"
    said = text(sheet)
    assert "Això és una proposta d'acta" in said
    assert "El bot no decideix res" in said
    assert "demostració" not in said
    assert sheet.file_name == "proposta-acta-2020-1.pdf"


def test_proposal_keeps_what_somebody_declared_to_themselves() -> None:
    assert "la meva mare" not in text(proposal(RECORD))


def test_proposal_hides_the_scores_of_what_the_reader_takes_no_part_in() -> None:
    badalona = april.OF["Badalona"].application
    hidden = conflicts.hidden(april.NADIA, april.CANDIDATES, april.MARKS, DECLARED, over=True)
    assert hidden == {badalona}
    whole, shown = text(proposal(RECORD)), text(proposal(RECORD, hidden))
    assert "Badalona: 9,5 de 12" in whole
    assert "Badalona: no hi interveniu" in shown
    assert "9,5" not in shown
    assert "davant de Badalona" not in shown
    assert "Badalona va davant" not in shown
    assert mark_of(RECORD) in shown


def test_proposal_of_another_method() -> None:
    method = Method(
        Way.JOINT, 10, {"need": 3}, (Rule.COVID, Rule.OPEN), corrected=True, open_criterion="urgència manifesta"
    )
    said = text(proposal(replace(RECORD, method=method, marks=(), rankings=(), balances=())))
    assert "Qui hi ha assistit ha acordat les puntuacions conjuntament." in said
    assert "Criteris, amb puntuacions de 0 a 10: Necessitat i impacte previst en l'ESS del territori (pes 3); " in said
    assert "resposta a la crisi de la covid-19 (anunci de la convocatòria)" in said
    assert "puntuació corregida segons l'exigència de cada persona; " in said
    assert "La Comissió Tècnica hi ha posat: urgència manifesta." in said
    assert "Bosses d'hores" not in said


def test_proposal_of_an_empty_meeting() -> None:
    bare = replace(RECORD, members=(), present=frozenset(), candidates=(), marks=(), rankings=(), decisions=())
    said = text(proposal(bare))
    assert "No consta que hi hagi assistit ningú." in said
    assert "No hi són" not in said
    assert "No hi ha hagut cap abstenció per conflicte d'interès." in said


def test_proposal_of_who_has_no_council_no_score_and_no_decision() -> None:
    loose = Person(1, "Berta", seats=(Seat(Role.COMMISSION),))
    one = april.OF["Salt"]
    listed = ranking.ranked("other", [one], {}, april.METHOD, 1)
    over = bags.Balance("advice", 240, 480, 0, -240)
    said = text(
        proposal(
            replace(
                RECORD, members=(loose,), candidates=(one,), marks=(), rankings=(listed,), decisions=(),
                balances=(over,),
            )
        )
    )  # fmt: skip
    assert "Hi són: Berta.\n" in said
    assert "Other: 1 sol·licitud per a 1 paquet" in said
    assert "1. Salt: sense puntuació" in said
    assert "2020-1-005 · Ajuntament de Salt: encara no s'ha decidit." in said
    assert "La bossa se supera: 4 hores de més." in said


CHANGES: dict[str, object] = {
    "call": "2020-2",
    "call_name": "una altra",
    "day": date(2020, 5, 15),
    "members": april.MEMBERS,
    "present": frozenset({1, 2, 3, 7}),
    "criteria": april.CALL.criteria[:2],
    "method": replace(april.METHOD, scale=5),
    "candidates": (replace(april.CANDIDATES[0], covid=True), *april.CANDIDATES[1:]),
    "marks": (replace(april.MARKS[0], comment="molt bona"), *april.MARKS[1:]),
    "declared": (),
    "rankings": RECORD.rankings[::-1],
    "decisions": (replace(april.DECISIONS[0], note="x"), *april.DECISIONS[1:]),
    "balances": (),
    "demonstration": False,
}


def test_fingerprint_has_a_change_for_every_field() -> None:
    assert set(CHANGES) == {one.name for one in fields(Record)}


@pytest.mark.parametrize("name", CHANGES)
def test_fingerprint_changes_with_every_field(name: str) -> None:
    assert mark_of(replace(RECORD, **{name: CHANGES[name]})) != mark_of(RECORD)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "part", "changed"),
    [(name, one.name, changed) for name, row, more in (
        ("candidates", april.CANDIDATES[0], {"mentor": "x", "track_record": 0, "joined": None, "population": 1}),
        ("marks", april.MARKS[0], {"scores": None, "reviewer": 3, "together": frozenset({1})}),
        ("declared", DECLARED[0], {"reason": "", "kind": ConflictKind.OWN}),
        ("decisions", april.DECISIONS[2], {"reason": "x", "minutes": 1, "service": "mentoring", "position": 1,
                                           "outcome": Outcome.REFUSED}),
    ) for one in fields(row) for changed in [more.get(one.name, "z")]],
)  # fmt: skip
def test_fingerprint_changes_with_every_part_of_a_row(name: str, part: str, changed: object) -> None:
    rows = list(getattr(RECORD, name))
    index = 2 if name == "decisions" else 0
    rows[index] = replace(rows[index], **{part: changed})
    assert mark_of(replace(RECORD, **{name: tuple(rows)})) != mark_of(RECORD)  # type: ignore[arg-type]


@settings(max_examples=30)
@given(
    st.permutations(RECORD.members),
    st.permutations(RECORD.candidates),
    st.permutations(RECORD.marks),
    st.permutations(RECORD.decisions),
)
def test_fingerprint_and_text_do_not_depend_on_the_order_of_reading(
    members: list[Person], candidates: list[object], marks: list[Mark], decisions: list[Decision]
) -> None:
    shuffled = replace(
        RECORD,
        members=tuple(members),
        candidates=tuple(candidates),  # type: ignore[arg-type]
        marks=tuple(marks),
        decisions=tuple(decisions),
    )
    assert mark_of(shuffled) == mark_of(RECORD)
    assert text(proposal(shuffled)) == text(proposal(RECORD))


def test_fingerprint_of_a_member_takes_only_what_the_minutes_say() -> None:
    quiet = replace(april.BERTA, muted=True, reachable=False)
    assert mark_of(replace(RECORD, members=(quiet, *RECORD.members[1:]))) == mark_of(RECORD)
    renamed = replace(april.BERTA, name="Marta")
    assert mark_of(replace(RECORD, members=(renamed, *RECORD.members[1:]))) != mark_of(RECORD)


def test_unordered_fields_are_fields() -> None:
    assert {one.name for one in fields(Record)} >= minutes._UNORDERED
