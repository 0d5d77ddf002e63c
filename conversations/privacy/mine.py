"""/les_meves_dades: everything that is held about a person, as a sheet to read and as JSON to take away (R54)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from conversations import menus
from conversations.forms import application as form
from conversations.privacy.deeds import deed
from conversations.protocol.facts import Role
from conversations.protocol.replies import Data, Say, Section, Sheet
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Held, MyData
from conversations.protocol.words import Council, T, Verbatim, Words, lines

NAME = "les-meves-dades"
Row = Mapping[str, Any]


def show(facts: Facts) -> Step:
    """The two files. What they hold is judged before they are written: they do not list themselves."""
    held = facts[MyData()]
    says = lines(
        T("Here is everything that is held about you, to read."),
        T(
            "To have it erased: /esborra. To correct something, write to {address}.",
            address=facts.house.controller.address,
        ),
    )
    return Step(
        None,
        (
            Say(says, document=_sheet(held, facts)),
            Say(
                T("The same as data (JSON), to take elsewhere."),
                document=Data(f"{NAME}.json", as_json(held, facts.now)),
            ),
        ),
    )


def as_json(held: Held, now: datetime) -> str:
    """The rows as they are stored, with times in UTC."""
    return json.dumps({"made_at": now, **held}, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _sheet(held: Held, facts: Facts) -> Sheet:
    bodies = {row["id"]: str(row["name"]) for row in held.get("body", ())}
    parts = (
        (T("Who you are"), _person(held)),
        (T("What you do here"), _seats(held.get("seat", ()), bodies)),
        (T("What you asked the technical office"), _requests(held)),
        (T("Invitations"), _invitations(held.get("invitation", ()), bodies)),
        (T("Messages that were written to you"), _letters(held.get("letter", ()))),
        (T("What was noted of what you did, or was done about you"), _audit(held.get("audit", ()))),
        (T("Other"), _rest(held)),
    )
    sections = tuple(Section(heading, paragraphs) for heading, said in parts if (paragraphs := tuple(said)))
    return Sheet(
        file_name=f"{NAME}.pdf",
        title=T("Your data"),
        lead=(
            T("Everything that the bot holds about you on {at}.", at=facts.now),
            T("Controller: {controller}.", controller=facts.house.controller.name),
        ),
        sections=(sections[:2] + tuple(_answers(held, bodies)) + sections[2:]),
        footer=T("XMESS. Your data"),
    )


def _person(held: Held) -> Iterator[Words]:
    for row in held.get("person", ()):
        yield T("Name: {name}.", name=str(row["name"])) if row["name"] else T("Your name is not kept.")
        yield T("Telegram number: {number}.", number=str(row["id"]))
        yield T("You first wrote here on {at}.", at=row["created_at"])
        if row["notice_at"]:
            yield T("You read the information on data protection on {at}.", at=row["notice_at"])
        if row["told_next"]:
            yield T("You asked to be told when the next call opens.")
        if not row["reachable"]:
            yield T("Telegram says that you stopped the bot.")


def _seats(rows: Sequence[Row], bodies: Mapping[str, str]) -> Iterator[Words]:
    for row in rows:
        about = _seat(row, bodies)
        if row["until"]:
            yield T("{about}, from {since} to {until}.", about=about, since=row["since"], until=row["until"])
        else:
            yield T("{about}, since {since}.", about=about, since=row["since"])


def _seat(row: Row, bodies: Mapping[str, str]) -> Words:
    role = menus.ROLE[Role(row["role"])]
    if row["body"] is None:
        return role
    return T("{role} of {council}", role=role, council=Council(bodies.get(row["body"], row["body"])))


def _answers(held: Held, bodies: Mapping[str, str]) -> Iterator[Section]:
    """A section for each application, with the person's answers in every version."""
    for application in held.get("application", ()):
        council = Council(bodies.get(application["body"], application["body"]))
        given = [row for row in held.get("answer", ()) if row["application"] == application["id"]]
        said = tuple(_answer(row) for row in given if row["question"] in form.QUESTIONS)
        if application["number"]:
            heading = T(
                "Your answers in application {number} of {council}", number=application["number"], council=council
            )
        else:
            heading = T("Your answers in the draft of {council}", council=council)
        yield Section(heading, said)


def _answer(row: Row) -> Words:
    question = form.QUESTIONS[row["question"]]
    said = form.shown(question, row["value"])
    if row["replaced_at"]:
        return T("{label}: {answer} (earlier answer, {at})", label=question.label, answer=said, at=row["at"])
    return T("{label}: {answer} ({at})", label=question.label, answer=said, at=row["at"])


def _requests(held: Held) -> Iterator[Words]:
    for row in held.get("access_request", ()):
        yield T("On {at} you asked for access for {council}.", at=row["at"], council=Council(row["body_name"]))
    for row in held.get("help_request", ()):
        yield T("On {at} you asked: “{text}”", at=row["at"], text=row["text"])
        if row["answer"]:
            yield T("Answer: “{text}”", text=row["answer"])


def _invitations(rows: Sequence[Row], bodies: Mapping[str, str]) -> Iterator[Words]:
    for row in rows:
        about = _seat(row, bodies)
        if row["instead_of"] is not None:
            yield T("{about}: it was handed over to another contact on {at}.", about=about, at=row["created_at"])
            continue
        yield T("{about}: made on {at}.", about=about, at=row["created_at"])
        if row["used_at"]:
            yield T("{about}: used on {at}.", about=about, at=row["used_at"])


def _letters(rows: Sequence[Row]) -> Iterator[Words]:
    for row in rows:
        text = html.unescape(re.sub(r"<[^>]*>", "", row["text"])).strip()
        name = (row["document"] or {}).get("file_name", "")
        if text or name:
            said = lines(Verbatim(text) if text else None, T("Document: {name}", name=name) if name else None)
            yield T("{at}: {said}", at=row["created_at"], said=said)


def _audit(rows: Sequence[Row]) -> Iterator[Words]:
    for row in rows:
        yield T("{at}: {what}", at=row["at"], what=deed(str(row["action"])))


def _rest(held: Held) -> Iterator[Words]:
    if held.get("chat"):
        yield T("Where your conversation with the bot stands, to go on from there.")
    for row in held.get("wrong_token", ()):
        yield T("On {at} you tried a link that was not valid.", at=row["at"])
    for row in held.get("skip", ()):
        yield T("On {at} you said that your council does not apply this time.", at=row["at"])
