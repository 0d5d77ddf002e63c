"""Documents as a public servant files them, and the child process that prints them."""

from __future__ import annotations

import email
import io
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook
from pypdf import PdfReader

from bot.documents import (
    Document,
    PrintedBook,
    PrintedEvent,
    PrintedMail,
    PrintedPage,
    PrintedSection,
    PrintedSheet,
    Qr,
    from_data,
    to_data,
)
from bot.documents.clean import BOX
from bot.documents.render import render

SHEET = PrintedSheet(
    file_name="sollicitud-2020-1-007.pdf",
    title="Sol·licitud 2020-1-007",
    lead=("Ajuntament de l'Alzinar", "Rebuda dijous 7 de maig de 2020,\na les 10.42 h"),
    sections=(
        PrintedSection("Què necessiteu, i per què?", ("Voldríem dividir-los en lots, «si es pot».",)),
        PrintedSection("Compromisos", ("Participar en les sessions.", "Ajudar els municipis."), numbered=True),
    ),
    footer="No substitueix el registre d'entrada de l'ajuntament.",
    mark="Dades de demostració",
)
MAIL = PrintedMail("rebut.eml", "Sol·licitud rebuda", "Bon dia,\n", SHEET, "Aina Soler", "aina@lalzinar.example")
DATE = PrintedEvent(
    "sessio-5-juny.ics",
    "xmess-900",
    0,
    "2020-06-05T08:00:00+00:00",
    "2020-06-05T12:00:00+02:00",
    "2020-06-03T07:30:00+00:00",
    "Sessió amb l'Alzinar",
    "Martí Solanelles (Puigferrer)\nVideotrucada; «pla d'acció», 2 h",
    "https://meet.example/x?a=1,2;b",
)
QR = Qr("convida.png", "https://t.me/xmess_bot?start=AbCdEf0123456789")


def pdf(document: Document) -> PdfReader:
    return PdfReader(io.BytesIO(render(document)))


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def saying(*paragraphs: str) -> PrintedSheet:
    return PrintedSheet("a.pdf", "Proves", sections=(PrintedSection("Resposta", paragraphs),))


def structure(reader: PdfReader) -> Iterator[str]:
    def walk(node: Any) -> Iterator[str]:
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                yield from walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                yield node["/S"]
            if "/K" in node:
                yield from walk(node["/K"])

    yield from walk(reader.trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]


def test_render_sheet_shows_every_text() -> None:
    text = words(pdf(SHEET))
    for expected in (
        "Dades de demostració Sol·licitud 2020-1-007 Ajuntament de l'Alzinar",
        "Rebuda dijous 7 de maig de 2020, a les 10.42 h",
        "Què necessiteu, i per què? Voldríem dividir-los en lots, «si es pot».",
        "Compromisos 1. Participar en les sessions. 2. Ajudar els municipis.",
        "No substitueix el registre d'entrada de l'ajuntament. Pàgina 1 de 1",
    ):
        assert expected in text


def test_render_sheet_is_accessible_pdf() -> None:
    reader = pdf(SHEET)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is not None
    assert bool(root["/MarkInfo"]["/Marked"])
    assert root["/Lang"] == "ca"
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert reader.metadata is not None
    assert reader.metadata.title == "Sol·licitud 2020-1-007"
    assert "/CreationDate" not in reader.metadata, "the clock would make every copy another file"
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert ">Sol·licitud 2020-1-007<" in xmp
    assert reader.pages[0].mediabox.width == pytest.approx(595.28, abs=0.1)
    assert reader.pages[0].mediabox.height == pytest.approx(841.89, abs=0.1)


def test_render_sheet_tags_headings_and_lists() -> None:
    tags = list(structure(pdf(SHEET)))
    assert [tag for tag in tags if tag.startswith("/H")] == ["/H1", "/H2", "/H2"]
    assert tags.count("/L") == 1
    assert tags.count("/LI") == 2
    assert tags[-1] == "/P"


def test_render_sheet_embeds_every_font() -> None:
    for page in pdf(SHEET).pages:
        fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]
        for font in fonts.values():
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_render_long_sheet_numbers_pages_and_repeats_title_mark_and_footer() -> None:
    answer = "La petició vol donar resposta a una necessitat compartida amb els municipis veïns. " * 40
    sections = tuple(PrintedSection(f"Pregunta {n}", (answer,)) for n in range(1, 5))
    reader = pdf(PrintedSheet("a.pdf", "Esborrany", (), sections, "El peu.", "Dades de demostració"))
    count = len(reader.pages)
    assert count > 2
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        assert f"Pàgina {number} de {count}" in text
        assert text.count("El peu.") == 1
        assert "Dades de demostració" in text
        assert "Esborrany" in text


def test_render_heading_at_the_foot_of_a_page_moves_with_its_answer() -> None:
    for lines in range(20, 44):
        filler = "\n".join("ratlla" for _ in range(lines))
        reader = pdf(
            PrintedSheet("a.pdf", "T", sections=(PrintedSection("A", (filler,)), PrintedSection("Pregunta", ("Fi",))))
        )
        heading = next(n for n, page in enumerate(reader.pages) if "Pregunta" in page.extract_text())
        assert "Fi" in reader.pages[heading].extract_text()


def test_render_long_words_are_divided_in_catalan() -> None:
    text = pdf(saying("administrativament " * 40)).pages[0].extract_text()
    ends = {line.strip().rpartition(" ")[2] for line in text.splitlines()}
    divided = {end[:-1] for end in ends if end.endswith("-") and end != "-"}
    assert divided
    assert divided <= {"ad", "admi", "adminis", "administra", "administrati", "administrativa"}


@pytest.mark.parametrize(
    "value",
    [
        '#eval("1+1")',
        '#read("/etc/passwd")',
        "$x^2$ *fort* _cursiva_ `codi`",
        "@ref <etiqueta> // res /* res */",
        "= títol",
        r"\ \u{41} \" ' ~ --- ...",
        '"}], "title": "un altre", [{"',
        "{page} {pages} [](){}",
        "l·l «cita» l'Alzinar l’Hospitalet – — … € ç ï ü à",
    ],
)
def test_render_value_is_shown_as_it_is(value: str) -> None:
    assert value in words(pdf(saying("abans", value, "després")))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("gràcies 👍🏽 fins aviat", f"gràcies {BOX} fins aviat"),
        ("família 👨‍👩‍👧!", f"família {BOX}!"),
        ("漢字かな", BOX),
        ("a\x00b\x07c\x1b[31md", "abc[31md"),
        ("a\u202egnp.exe\u202cb", "agnp.exeb"),
        ("mig \ud800 sol", f"mig {BOX} sol"),
        ("Sola\u0300 cafe\u0301", "Solà café"),
        ("una\r\ndues\ttres\u2028quatre", "una dues tres quatre"),
        ("✓ fet ☐ ★ → ½", "✓ fet ☐ ★ → ½"),
    ],
)
def test_render_strange_characters_never_spoil_the_sheet(value: str, shown: str) -> None:
    assert f"abans {shown} després" in words(pdf(saying("abans", value, "després")))


@pytest.mark.parametrize(
    "value", ["שלום עולם", "مرحبا بالعالم", "हिन्दी क्ष", "\u0301\u0301", "\ufdd0\uffff", "\u200d", ""]
)
def test_render_other_scripts_leave_the_rest_alone(value: str) -> None:
    text = words(pdf(PrintedSheet(value, value, (value,), (PrintedSection(value, (value, "final")),), value, value)))
    assert "final" in text
    assert "Pàgina 1 de 1" in text


def test_render_common_characters_all_have_a_glyph() -> None:
    latin = "".join(map(chr, [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x180)])) + "–—‘’‚“”„•…€"
    text = words(pdf(saying(" ".join(latin))))
    assert BOX not in text
    for letter in "àèéíïòóúüçÀÈÉÍÏÒÓÚÜÇ·ŀĿñ«»'’–—…€":
        assert letter in text


def test_render_word_without_spaces_stays_on_the_paper() -> None:
    reader = pdf(saying("x" * 10_000))
    widest = 0.0

    def measure(text: str, _: Any, matrix: list[float], __: Any, size: float) -> None:
        nonlocal widest
        widest = max(widest, matrix[4] + 0.4 * abs(size) * len(text.strip()))

    shown = 0
    for page in reader.pages:
        shown += page.extract_text(visitor_text=measure).count("x")
    assert shown == 10_000
    assert 0 < widest < 595


def test_render_10000_different_characters_takes_seconds_at_most() -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 10_000)))
    assert BOX in words(pdf(saying(text)))


def test_render_address_of_a_page_can_be_copied_whole() -> None:
    address = "https://www.exemple.cat/" + "una-carpeta/" * 12
    text = "".join(pdf(saying(address)).pages[0].extract_text().split())
    assert address in text


@settings(max_examples=60)
@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=40), max_size=6))
def test_render_any_text_gives_a_pdf(values: list[str]) -> None:
    assert render(saying(*values)).startswith(b"%PDF-1.7")


def picture(png: bytes) -> list[list[int]]:
    """The pixels of a PNG of one bit a pixel: 1 is light."""
    side = int.from_bytes(png[16:20], "big")
    assert png[24:26] == b"\x01\x00"
    packed = b"".join(
        png[at.end() : at.end() + int.from_bytes(png[at.start() - 4 : at.start()], "big")]
        for at in re.finditer(b"IDAT", png)
    )
    data, width = zlib.decompress(packed), (side + 7) // 8
    rows = [bytes(width)]
    for start in range(0, len(data), width + 1):
        row = data[start + 1 : start + 1 + width]
        assert data[start] in (0, 2), "only rows without filter, or with the one that adds the row above"
        rows.append(bytes((new + (data[start] == 2) * old) % 256 for new, old in zip(row, rows[-1], strict=True)))
    return [[(row[x // 8] >> (7 - x % 8)) & 1 for x in range(side)] for row in rows[1:]]


@pytest.mark.parametrize("url", [QR.url, "https://t.me/x", "https://exemple.cat/?" + "ç" * 300])
def test_render_qr_is_large_enough_with_a_quiet_zone(url: str) -> None:
    pixels = picture(render(Qr("q.png", url)))
    side = len(pixels)
    assert 400 <= side <= 1000
    first = next(n for n, row in enumerate(pixels) if 0 in row)
    finder = pixels[first][first:].index(1)
    module = finder // 7
    assert finder == 7 * module
    assert module >= 4
    assert first == 4 * module
    for row in pixels:
        assert all(row[:first])
        assert all(row[-first:])
    # The two first bits of the format, left of the finder's lower edge, unmasked by 10: level M is 00, Q 11, H 10.
    level = [1 - pixels[first + 8 * module][first + n * module] for n in (0, 1)]
    assert [level[0] ^ 1, level[1]] in ([0, 0], [1, 1], [1, 0])


def test_render_mail_is_a_draft_with_the_sheet_attached_and_always_the_same() -> None:
    made = render(MAIL)
    mail = email.message_from_bytes(made, policy=default)
    assert isinstance(mail, EmailMessage)
    assert (mail["To"], mail["X-Unsent"]) == ("Aina Soler <aina@lalzinar.example>", "1")
    (attached,) = mail.iter_attachments()
    assert attached.get_content() == render(SHEET)
    assert render(MAIL) == made


@pytest.mark.parametrize("document", [SHEET, QR, MAIL, DATE, PrintedSheet("a.pdf", "T"), saying("\ud800")])
def test_from_data_after_json_gives_the_same_document(document: Document) -> None:
    assert from_data(json.loads(json.dumps(to_data(document)))) == document


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ("secret", "object"),
        ({"kind": "secret"}, "kind"),
        ({"kind": "qr", "file_name": "a"}, "url"),
        ({"kind": "sheet", "file_name": "a", "title": 7}, "title"),
        ({"kind": "sheet", "file_name": "a", "title": "secret", "lead": "secret"}, "lead"),
        ({"kind": "sheet", "file_name": "a", "title": "t", "lead": [["secret"]]}, "lead"),
        ({"kind": "sheet", "file_name": "a", "title": "t", "sections": ["secret"]}, "object"),
        ({"kind": "sheet", "file_name": "a", "title": "t", "sections": [{"heading": {"secret": 1}}]}, "heading"),
    ],
)
def test_from_data_with_what_is_no_document_names_the_field_only(data: object, field: str) -> None:
    with pytest.raises(ValueError, match=field) as failed:
        from_data(data)
    assert "secret" not in str(failed.value)


def dates(document: PrintedEvent) -> Any:
    made = Calendar.from_ical(render(document))
    (date,) = made.walk("VEVENT")
    return made, date


def test_date_is_read_by_a_calendar_as_it_was_written() -> None:
    made, date = dates(DATE)
    assert (str(made["method"]), str(date["status"])) == ("PUBLISH", "CONFIRMED")
    assert date.decoded("dtstart") == datetime(2020, 6, 5, 8, tzinfo=UTC)
    assert date.decoded("dtend") == datetime(2020, 6, 5, 10, tzinfo=UTC)
    assert date.decoded("dtstamp") == datetime(2020, 6, 3, 7, 30, tzinfo=UTC)
    assert (str(date["uid"]), date["sequence"]) == ("xmess-900", 0)
    assert str(date["summary"]) == "Sessió amb l'Alzinar"
    assert str(date["description"]) == DATE.text
    assert str(date["location"]) == DATE.place


def test_date_that_is_called_off_goes_out_of_the_calendar() -> None:
    made, date = dates(replace(DATE, sequence=2, cancelled=True, place=""))
    assert (str(made["method"]), str(date["status"]), date["sequence"]) == ("CANCEL", "CANCELLED", 2)
    assert "location" not in date


@given(st.text(max_size=80), st.text(max_size=80))
def test_whatever_is_said_of_a_date_stays_in_its_place(title: str, text: str) -> None:
    _, date = dates(replace(DATE, title=title, text=text))
    assert date.decoded("dtstart") == datetime(2020, 6, 5, 8, tzinfo=UTC)
    assert (str(date["uid"]), str(date["status"])) == ("xmess-900", "CONFIRMED")


def test_date_needs_times_with_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        render(replace(DATE, begins="2020-06-05T10:00:00"))
    with pytest.raises(ValueError, match="sequence"):
        from_data({**to_data(DATE), "sequence": "1"})


def test_a_book_is_read_back_cell_by_cell() -> None:
    page = PrintedPage(
        "Sessions",
        (("Dia", 12), ("Hores", 9), ("Tema", 40)),
        (("2020-06-02", 2.25, "=1+1"), (None, 0.0, "")),
        days=(0,),
    )
    book = PrintedBook("sessions-2020-1.xlsx", (page,))
    assert from_data(json.loads(json.dumps(to_data(book)))) == book
    sheet = load_workbook(io.BytesIO(render(book)))["Sessions"]
    head, first, second = sheet.iter_rows()
    assert [cell.value for cell in head] == ["Dia", "Hores", "Tema"]
    assert [cell.value for cell in first] == [datetime(2020, 6, 2), 2.25, "=1+1"]  # noqa: DTZ001
    assert first[2].data_type == "s"
    assert second[0].value is None


@pytest.mark.parametrize(
    "page",
    [
        {"name": "x", "columns": [["Dia"]], "rows": []},
        {"name": "x", "columns": [], "rows": [{}]},
        {"name": "x", "columns": [], "rows": [[[]]]},
    ],
)
def test_a_book_that_is_none_is_refused(page: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"columns|rows"):
        from_data({"kind": "book", "file_name": "x.xlsx", "pages": [page]})
