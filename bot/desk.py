"""What the command line does to the database: calls, invitations and the register."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from importlib import resources
from typing import Any

from sqlalchemy import Connection

import conversations.calls
from conversations.calls import CallError, check_names, parse
from conversations.forms.application import QUESTIONS
from conversations.protocol.changes import ExtendCall, Invite
from conversations.protocol.facts import Call, Membership, Role, Standing
from conversations.protocol.places import Place
from conversations.protocol.wants import House
from storage import changes, opening, snapshots, watch
from storage.changes import Done

INVITATION_DAYS = changes.INVITATION_LIFE // timedelta(days=1)
COLUMNS = ("body", "status", "joined", "left")
COMMAND_LINE = 0
"""The actor of what is done from the command line, in the audit log."""


class DeskError(Exception):
    """What was asked cannot be done; the message says why and what to do."""


def shipped(name: str) -> str:
    """The TOML of a call that ships with the bot, for example "abril-2020"."""
    return (resources.files(conversations.calls) / f"{name}.toml").read_text(encoding="utf-8")


def find_place(house: House, typed: str) -> Place:
    """The council that was typed. Raises DeskError with the candidates when it is not certain."""
    if not typed.strip():
        raise DeskError("--council: missing. Write the council, for example --council Salt.")
    found = house.finder.find(typed)
    if found.certain is not None:
        return found.certain
    if found.candidates:
        names = ", ".join(place.name for place in found.candidates)
        raise DeskError(f"--council: {typed!r} is not clear. Did you mean: {names}?")
    raise DeskError(f"--council: no Catalan council is called {typed!r}.")


def invite(connection: Connection, token: str, role: Role, place: Place | None, now: datetime) -> None:
    """Stores an invitation by the digest of its token."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    code, name = (place.code, place.name) if place else (None, "")
    changes.write(connection, [Done(COMMAND_LINE, Invite(digest, role, code, name), now)])


def open_call(connection: Connection, text: str, now: datetime) -> Call:
    """Copies a call into the database; the same text again changes nothing. Returns it as it stands now, with its
    extensions. Raises CallError and DeskError."""
    call = parse(text)
    check_names(text)
    unknown = [name for name in call.questions if name not in QUESTIONS]
    if unknown:
        raise CallError(f"questions: {', '.join(unknown)}: not in the form")
    if not opening.open_call(connection, call, text, now):
        raise DeskError(f"Call {call.id} is open already with another text; a call is not changed under people's feet.")
    return next(one for one in snapshots.calls(connection) if one.id == call.id)


def extend(connection: Connection, key: str, to: date, reason: str, now: datetime) -> int:
    """Moves a deadline. Returns how many open drafts will be told. Raises DeskError."""
    call = next((one for one in snapshots.calls(connection) if one.id == key), None)
    if call is None:
        raise DeskError(f"Call {key!r} is not open; `call open` opens one.")
    if to <= call.deadline:
        raise DeskError(f"Call {key} closes on {call.deadline.isoformat()}; the new day must be later.")
    if not reason.strip():
        raise DeskError("--reason: empty. The councils will read it.")
    changes.write(connection, [Done(COMMAND_LINE, ExtendCall(key, to, reason, call.deadline), now)])
    return watch.counts(connection, key).get(Standing.DRAFT, 0)


def read_members(lines: Iterable[str], house: House) -> list[dict[str, Any]]:
    """The rows of a CSV with body (code or name), status, joined, left. Raises DeskError naming the line."""
    header, *rest = [*lines, ""]
    # Spreadsheets of this country separate with semicolons.
    table = csv.DictReader([header, *rest], delimiter=";" if ";" in header else ",")
    lacking = [name for name in COLUMNS if name not in (table.fieldnames or ())]
    if lacking:
        raise DeskError(f"line 1: no column {', '.join(lacking)}. The columns are {', '.join(COLUMNS)}.")
    return [_member(number, row, house) for number, row in enumerate(table, start=2)]


def _member(number: int, row: Mapping[str, str | None], house: House) -> dict[str, Any]:
    body = (row.get("body") or "").strip()
    name = house.finder.name(body)
    if name == body:
        found = house.finder.find(body).certain
        if found is None:
            raise DeskError(f"line {number}: {body!r} is no council's code or name.")
        body, name = found.code, found.name
    status = (row.get("status") or "").strip()
    if status not in set(Membership) - {Membership.NONE}:
        raise DeskError(f"line {number}: status {status!r} is not member, pending or collaborator.")
    joined, left = _day(number, row.get("joined")), _day(number, row.get("left"))
    if joined and left and left <= joined:
        raise DeskError(f"line {number}: it leaves before it joins.")
    return {"body": body, "name": name, "status": status, "joined": joined, "left_on": left}


def _day(number: int, text: str | None) -> date | None:
    if not (text or "").strip():
        return None
    said = (text or "").strip()
    try:
        # Spreadsheets of this country write the day first.
        return datetime.strptime(said, "%d/%m/%Y").date() if "/" in said else date.fromisoformat(said)  # noqa: DTZ007
    except ValueError:
        raise DeskError(f"line {number}: {text!r} is no date, as in 2020-05-08 or 08/05/2020.") from None


def import_members(connection: Connection, rows: Sequence[dict[str, Any]]) -> int:
    """Adds the stays that the register lacks and closes those that get a leaving day. Returns how many rows."""
    opening.import_stays(connection, rows)
    return len(rows)
