"""The proposed minutes as a spreadsheet: what the document says, in rows; never a score that a reader may not see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from conversations.protocol.replies import Value, Workbook
from conversations.protocol.words import Words
from conversations.rules.minutes import mark_of
from conversations.rules.minutes_table import workbook
from locales import plain
from tests.support import april

WRITTEN = Path(__file__).with_name("proposta_acta_full.txt")
RECORD = april.record()


def text(book: Workbook) -> str:
    return "\n".join(_lines(book)) + "\n"


def _lines(book: Workbook) -> Iterator[str]:
    for page in book.pages:
        yield f"[{plain(page.name)}]"
        yield " | ".join(plain(words) for words, _ in page.columns)
        yield from (" | ".join(map(_cell, row)) for row in page.rows)
        yield ""


def _cell(value: Value) -> str:
    return (
        ""
        if value is None
        else str(value)
        if isinstance(value, int | float | date)
        else plain(value).replace("\n", " / ")
    )


def test_the_april_demonstration_reads_as_written_down(request: pytest.FixtureRequest) -> None:
    said = text(workbook(RECORD))
    if request.config.getoption("--update-transcripts"):
        WRITTEN.write_text(said, encoding="utf-8")
    assert said == WRITTEN.read_text(encoding="utf-8")


def test_it_says_that_it_is_a_proposal_and_has_the_fingerprint() -> None:
    book = workbook(RECORD)
    assert book.file_name == "proposta-acta-2020-1.xlsx"
    said = text(book)
    assert "l'acta és la que signa qui fa de secretaria" in said
    assert mark_of(RECORD) in said
    assert all(len(row) == len(page.columns) for page in book.pages for row in page.rows)


def test_what_is_hidden_has_neither_score_nor_place_nor_sentence() -> None:
    badalona = april.OF["Badalona"].application
    shown = [_cell(value) for row in workbook(RECORD, {badalona}).pages[1].rows for value in row]
    rows = workbook(RECORD, {badalona}).pages[1].rows
    (row,) = [one for one in rows if one[3] is not None and plain(_words(one[3])) == "Badalona"]
    assert [_cell(value) for value in row[:5]] == [
        "Assessorament", "", "2020-1-014", "Badalona", "no hi interveniu",
    ]  # fmt: skip
    assert set(row[5:]) == {None}
    assert not any("9,5" in value for value in shown)


def _words(value: Value) -> Words:
    assert value is not None
    assert not isinstance(value, int | float | date)
    return value


def test_what_is_not_decided_says_so_and_nothing_is_made_up() -> None:
    bare = workbook(replace(RECORD, decisions=(), rankings=(), balances=()))
    assert bare.pages[1].rows == ()
    assert bare.pages[3].rows == ()
    assert {_cell(row[4]) for row in bare.pages[2].rows} == {"encara no decidida"}


def test_without_marks_there_is_no_score_to_show() -> None:
    unscored = tuple(
        replace(one, positions=tuple(replace(place, value=None) for place in one.positions)) for one in RECORD.rankings
    )
    rows = workbook(replace(RECORD, marks=(), rankings=unscored)).pages[1].rows
    assert {_cell(row[4]) for row in rows} == {""}
    assert {_cell(row[5]) for row in rows} == {""}
