"""The proposed minutes of the meeting in the golden run, as the document and the spreadsheet say them."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from bot.documents import from_data
from bot.documents.render import render
from tests.conversation import Conversation
from tests.support.rehearsed import rehearsed
from tests.transcript import Transcript, play

RUN = Path(__file__).parents[2] / "transcripts" / "40_la_reunio_decideix.txt"
WRITTEN = Path(__file__).with_name("acta_de_la_reunio.txt")
BERTA, NADIA = 1001, 1003


def golden(folder: Path) -> Transcript:
    """The meeting of the golden run has ended."""
    return play(RUN, folder)


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Conversation]:
    transcript = rehearsed(golden, tmp_path)
    yield transcript.bot
    transcript.bot.close()


def minutes(bot: Conversation, person: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """The document and the spreadsheet as somebody gets them."""
    bot.passes(minutes=1)  # a second press at once would be a double tap
    bot.press_data(person, "x", "0:minutes")
    rows = bot.rows("select document from letter where document is not null order by id desc limit 2")
    table, sheet = (json.loads(row["document"]) for row in rows)
    return sheet, table


def text(sheet: dict[str, Any]) -> str:
    """The document as people read it."""
    said = [sheet["title"], *sheet["lead"]]
    for section in sheet["sections"]:
        said.append(f"\n{section['heading']}")
        for place, one in enumerate(section["paragraphs"], start=1):
            number = f"{place}. " if section["numbered"] else ""
            said.append(number + one.replace("\n", "\n   "))
    return "\n".join([*said, f"\n{sheet['footer']}"]) + "\n"


def fingerprint(sheet: dict[str, Any]) -> str:
    found = re.search(r"[0-9a-f]{64}", sheet["footer"])
    assert found is not None
    return found[0]


def test_the_minutes_of_the_golden_run_read_as_written_down(run: Conversation, request: pytest.FixtureRequest) -> None:
    sheet, _ = minutes(run, BERTA)
    # The fingerprint is of data that the run makes anew each time.
    said = text(sheet).replace(fingerprint(sheet), "…")
    if request.config.getoption("--update-transcripts"):
        WRITTEN.write_text(said, encoding="utf-8")
    assert said == WRITTEN.read_text(encoding="utf-8")


def test_the_document_opens_and_says_that_it_is_a_proposal(run: Conversation) -> None:
    sheet, _ = minutes(run, BERTA)
    pages = PdfReader(io.BytesIO(render(from_data(sheet)))).pages
    said = " ".join(" ".join(page.extract_text() for page in pages).split())
    for words in ("Proposta d'acta", "l'acta és la que signa qui fa de secretaria", "El bot no decideix res"):
        assert words in said
    assert "definitiva" not in said
    assert len(pages) > 1
    assert all("proposta" in page.extract_text().lower() or "Empremta" in page.extract_text() for page in pages)


def test_the_spreadsheet_opens_with_the_same_fingerprint(run: Conversation) -> None:
    sheet, table = minutes(run, BERTA)
    book = load_workbook(io.BytesIO(render(from_data(table))))
    assert book.sheetnames == ["Proposta d'acta", "Proposta d'ordre", "Decisions", "Bosses d'hores"]
    first = [row[0] for row in book["Proposta d'acta"].iter_rows(values_only=True)]
    assert any(fingerprint(sheet) in str(cell) for cell in first)
    decisions = list(book["Decisions"].iter_rows(min_row=2, values_only=True))
    assert len(decisions) == 13
    ripollet = next(row for row in decisions if row[1] == "Ripollet")
    assert ripollet[3:7] == ("Mentoria", "concedida", "Assessorament", "4 hores")
    bags = {row[0]: row[1:] for row in book["Bosses d'hores"].iter_rows(min_row=2, values_only=True)}
    assert bags == {"Mentoria": (480, 480, 0, 0), "Assessorament": (1680, 1680, 0, 0)}


def test_whoever_took_no_part_reads_the_minutes_without_those_scores(run: Conversation) -> None:
    run.does("update person set notice = '2020-04' where id = 1003")
    whole, _ = minutes(run, BERTA)
    sheet, table = minutes(run, NADIA)
    assert "Ripollet: no hi interveniu" in text(sheet)
    assert "3. Ripollet: 9 de 12" in text(whole)
    assert "3. Ripollet: 9 de 12" not in text(sheet)
    order = table["pages"][1]["rows"]
    ripollet = next(row for row in order if row[3] == "Ripollet")
    assert ripollet[4] == "no hi interveniu"
    assert fingerprint(sheet) == fingerprint(whole), "it is of the data, not of what a reader may see"


CHANGES = {
    "a decision": "update decision set note = 'x' where application like '%.171557.%'",
    "a score": 'update mark set scores = \'{"need": 0, "transferability": 0, "alignment": 0}\' where reviewer = 1002',
    "who was there": "delete from present where person = 1003",
    "a conflict": "insert into conflict (application, reviewer, reason, at) select application, 1002, '', at from mark "
    "limit 1",
}


@pytest.mark.parametrize("changed", CHANGES)
def test_the_fingerprint_changes_with_any_input(run: Conversation, changed: str) -> None:
    before, _ = minutes(run, BERTA)
    again, _ = minutes(run, BERTA)
    assert fingerprint(before) == fingerprint(again)
    run.does(CHANGES[changed])
    after, _ = minutes(run, BERTA)
    assert fingerprint(after) != fingerprint(before)
