"""Redacting people in place: their numbers become pseudonyms, their words and contact data go, the figures stay.

What a person wrote about the council's request belongs to the council and stays; what says who the person is does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, null, select

from conversations.forms.application import CONTACT
from conversations.protocol.facts import ERASED, Status
from storage import audit, mentored, models, naming
from storage.holdings import PEOPLE, TEXTS
from storage.naming import Gone
from storage.redaction import Redaction
from storage.tables import table

_PERSON = table(models.PersonRow)
_SEATS = table(models.SeatRow)
_APPLICATIONS = table(models.ApplicationRow)
_ANSWERS = table(models.AnswerRow)
_DATA_REQUESTS = table(models.DataRequestRow)
_INVITATIONS = table(models.InvitationRow)
_WRONG = table(models.WrongTokenRow)
_CONFLICTS = table(models.ConflictRow)
_ACCESS = table(models.AccessRequestRow)
_HELP = table(models.HelpRequestRow)
_CHATS = table(models.ChatRow)
_LETTERS = table(models.LetterRow)
_AUDIT = table(models.AuditRow)
_DIGESTS = table(models.DigestRow)
_ERASURES = table(models.ErasureRow)

_PENDING = ("held", "waiting", "sending", "offered")
_EMPTY = {
    "text": "",
    "document": null(),
    "keyboard": null(),
    "offers": False,
    "once": None,
    "message": None,
    "turn": None,
}
_WORDS: Mapping[str, frozenset[str]] = {
    "": frozenset({"name", "text", "note"}),
    "DeclareConflict": frozenset({"reason"}),
}
"""The fields of a change, by its kind, that hold what a person wrote about themselves."""


def erase_on_request(connection: Connection, person: int, pseudonym: int, farewell: str, at: datetime) -> None:
    """Redacts one person who asked for it. The last letter to them is still to be written; `tidy` redacts it later."""
    erase(connection, Gone({person: pseudonym}), at)
    row = {"reason": "asked", "people": 1, "pseudonym": pseudonym, "chat": person, "farewell": farewell, "at": at}
    connection.execute(_ERASURES.insert(), row)


def erase_by_age(connection: Connection, people: Mapping[int, int], at: datetime) -> None:
    """Redacts people whose time has come. Nobody is told."""
    erase(connection, Gone(people), at)
    connection.execute(_ERASURES.insert(), {"reason": "retention", "people": len(people), "at": at})


def erase_by_command(connection: Connection, gone: Gone, at: datetime) -> dict[str, int]:
    """Redacts whoever asked for it in another way than in the chat. They are not told here.

    Returns how many rows of which table were changed.
    """
    done = erase(connection, gone, at)
    pseudonym = next(iter(gone.people.values()), None)
    connection.execute(_ERASURES.insert(), {"reason": "asked", "people": 1, "pseudonym": pseudonym, "at": at})
    return done


def erase(connection: Connection, gone: Gone, at: datetime) -> dict[str, int]:
    """Redacts people everywhere but in the free pages of the file. Returns how many rows of each table were changed."""
    if not (gone.people or gone.mentors or gone.mailed):
        return {}
    gone = naming.with_mail(connection, gone)
    people = gone.people
    wide, strict = naming.redactions(connection, gone)
    asked = set(connection.scalars(select(_HELP.c.id).where(_HELP.c.person.in_(people))))
    done: Counter[str] = Counter()
    _rename_people(connection, people)
    done += _redact_requests(connection, people, at)
    done["answer"] += _redact_answers(connection, gone, at)
    left = mentored.leave(connection, gone.mentor(), people, at)
    for where, columns in TEXTS.items():
        done[where.name] += _redact_texts(connection, where, columns, strict)
    _redact_texts(connection, _CHATS, ("labels",), wide)
    done["letter"] += _redact_letters(connection, people, wide)
    if left:
        connection.execute(_AUDIT.insert(), audit.rows(left, audit.befores(connection, left)))
    done["audit"] += _redact_audit(connection, gone, strict, asked)
    connection.execute(_CHATS.delete().where(_CHATS.c.person.in_(people)))
    connection.execute(_DIGESTS.delete().where(_DIGESTS.c.person.in_(people)))
    connection.execute(_WRONG.delete().where(_WRONG.c.person.in_(people)))
    # The scores stay, without a name: decisions rest on them. Why somebody stood aside is about that person.
    connection.execute(_CONFLICTS.update().where(_CONFLICTS.c.reviewer.in_(people)).values(reason=""))
    for where, columns in PEOPLE.items():
        for column in columns:
            _renumber(connection, where, column, people)
    connection.execute(_PERSON.delete().where(_PERSON.c.id.in_(people)))
    return {name: count for name, count in done.items() if count}


def _rename_people(connection: Connection, people: Mapping[int, int]) -> None:
    """A row without a name takes the place of each person's."""
    rows = connection.execute(select(_PERSON).where(_PERSON.c.id.in_(people))).mappings().all()
    nobody = {"name": "", "notice": None, "notice_at": None, "reachable": False, "told_next": False}
    nobody["told_next_at"] = None
    fresh = [{**row, **nobody, "id": people[row["id"]]} for row in rows]
    if fresh:
        connection.execute(_PERSON.insert(), fresh)


def _redact_requests(connection: Connection, people: Mapping[int, int], at: datetime) -> Counter[str]:
    seats = _SEATS.update().where(_SEATS.c.person.in_(people), _SEATS.c.until.is_(None))
    left = connection.execute(seats.values(until=at)).rowcount
    mine = _ACCESS.c.person.in_(people)
    access = connection.execute(_ACCESS.update().where(mine).values(name="", note="")).rowcount
    # Nobody may be let in, or answered, under a pseudonym.
    connection.execute(_ACCESS.update().where(mine, _ACCESS.c.decided.is_(None)).values(decided=False, decided_at=at))
    mine = _HELP.c.person.in_(people)
    asked = connection.execute(_HELP.update().where(mine).values(name="", text="", answer="")).rowcount
    connection.execute(_INVITATIONS.update().where(_INVITATIONS.c.used_by.in_(people)).values(name=""))
    return Counter(seat=left, access_request=access, help_request=asked)


def _redact_answers(connection: Connection, gone: Gone, at: datetime) -> int:
    """Contact data in every version; in a draft they count as not answered, for whoever goes on with it."""
    mine = _ANSWERS.c.person.in_(gone.people)
    drafts = select(_APPLICATIONS.c.id).where(_APPLICATIONS.c.status == Status.DRAFT)
    in_draft = _ANSWERS.c.application.in_(drafts)
    connection.execute(
        _ANSWERS.update().where(gone.contact(), in_draft, _ANSWERS.c.replaced_at.is_(None)).values(replaced_at=at)
    )
    done = connection.execute(_ANSWERS.update().where(gone.contact()).values(value=ERASED)).rowcount
    connection.execute(_ANSWERS.update().where(mine).values(message=0))
    connection.execute(_DATA_REQUESTS.update().where(_DATA_REQUESTS.c.answered_by.in_(gone.people)).values(message=0))
    return done


def _redact_texts(connection: Connection, where: Table, columns: tuple[str, ...], redaction: Redaction) -> int:
    """Takes names and addresses out of what others wrote, or wrote for the council. Returns how many rows had any."""
    keys = [column.name for column in where.primary_key]
    found = []
    for row in connection.execute(select(where)).mappings():
        before = {column: row[column] for column in columns}
        after = {column: redaction.data(value, column) for column, value in before.items()}
        if after != before:
            found.append({**{f"_{key}": row[key] for key in keys}, **after})
    if found:
        values = {name: bindparam(name, type_=where.c[name].type) for name in columns}
        rows = [where.c[key] == bindparam(f"_{key}") for key in keys]
        connection.execute(where.update().where(*rows).values(values), found)
    return len(found)


def _redact_letters(connection: Connection, people: Mapping[int, int], redaction: Redaction) -> int:
    """Letters to them are emptied and never go out; those to others that speak of them too, or are cleaned."""
    to_them = _LETTERS.c.chat.in_(people)
    connection.execute(_LETTERS.update().where(to_them, _LETTERS.c.state.in_(_PENDING)).values(state="skipped"))
    done = connection.execute(_LETTERS.update().where(to_them).values(_EMPTY)).rowcount
    columns = (_LETTERS.c.id, _LETTERS.c.state, _LETTERS.c.text, _LETTERS.c.document, _LETTERS.c.keyboard)
    empty: list[dict[str, Any]] = []
    cleaned: list[dict[str, Any]] = []
    for row in connection.execute(select(*columns, _LETTERS.c.once)):
        before = {"text": row.text, "document": row.document, "keyboard": row.keyboard}
        after = {name: redaction.data(value) for name, value in before.items()}
        once = redaction.key(row.once) if row.once else None
        if after != before and row.state in _PENDING:
            cleaned.append({"_id": row.id, **after, "once": once})
        elif after != before or once != row.once:
            empty.append({"_id": row.id, "once": once})
    _update(connection, _LETTERS, cleaned)
    if empty:
        statement = _LETTERS.update().where(_LETTERS.c.id == bindparam("_id"))
        nothing = statement.values(text="", document=null(), keyboard=null(), once=bindparam("once"))
        connection.execute(nothing, empty)
    return done + len(cleaned) + len(empty)


def _redact_audit(connection: Connection, gone: Gone, redaction: Redaction, asked: set[int]) -> int:
    """What their lines say is reduced to what was done; what others' lines say of them is taken out."""
    changed: list[dict[str, Any]] = []
    for row in connection.execute(select(_AUDIT)):
        mine = row.actor in gone.people
        answered = row.action == "AnswerHelp" and isinstance(row.after, dict) and row.after.get("id") in asked
        theirs = _is_theirs(row.after, gone, mine=mine)
        words = _WORDS.get(row.action, _WORDS[""]) if mine or answered else frozenset()
        before = _redacted(row.before, redaction, words, value=theirs)
        after = _redacted(row.after, redaction, words, value=theirs)
        subject = redaction.key(row.subject)
        if (before, after, subject) != (row.before, row.after, row.subject):
            changed.append({"_id": row.id, "before": before, "after": after, "subject": subject})
    _update(connection, _AUDIT, changed)
    return len(changed)


def _is_theirs(after: Any, gone: Gone, *, mine: bool) -> bool:
    """Whether a line of the audit log is of an answer with their contact data."""
    if not isinstance(after, dict) or "value" not in after or after.get("question") not in CONTACT:
        return False
    # What came by e-mail is of somebody else than of whoever entered it.
    return after.get("application") in gone.mailed if after.get("mailed") else mine


def _redacted(side: Any, redaction: Redaction, words: Collection[str], *, value: bool) -> Any:
    """One side of a line of the audit log. `before` may be the bare value of an earlier answer."""
    if not isinstance(side, dict):
        return ERASED if value and side is not None else redaction.data(side)
    kept = {name: "" if name in words and said else said for name, said in side.items()}
    kept = {name: redaction.data(said, name) for name, said in kept.items()}
    return kept | {"value": ERASED} if value and "value" in kept else kept


def _renumber(connection: Connection, where: Any, column: str, people: Mapping[int, int]) -> None:
    statement = where.update().where(where.c[column] == bindparam("_old")).values({column: bindparam("_new")})
    if people:
        connection.execute(statement, [{"_old": old, "_new": new} for old, new in people.items()])


def _update(connection: Connection, where: Any, rows: list[dict[str, Any]]) -> None:
    """Updates rows by `_id`; the other keys are columns."""
    if rows:
        values = {name: bindparam(name, type_=where.c[name].type) for name in rows[0] if name != "_id"}
        connection.execute(where.update().where(where.c.id == bindparam("_id")).values(values), rows)


FAREWELL_LIFE = timedelta(days=1)
"""How long a farewell that cannot be delivered is waited for."""


def tidy(connection: Connection, now: datetime) -> list[int]:
    """Redacts farewells that have arrived or never will. Returns the erasures that the file still has traces of."""
    for row in connection.execute(select(_ERASURES).where(_ERASURES.c.chat.is_not(None))).all():
        last = select(func.max(_LETTERS.c.id)).where(_LETTERS.c.once == row.farewell).scalar_subquery()
        written = (_LETTERS.c.chat == row.chat) & (_LETTERS.c.id <= last)
        pending = written & _LETTERS.c.state.in_(_PENDING)
        waits = connection.execute(select(_LETTERS.c.id).where(pending)).first() is not None
        if waits and now - row.at < FAREWELL_LIFE:
            continue
        connection.execute(_LETTERS.update().where(pending).values(state="skipped"))
        connection.execute(_LETTERS.update().where(written).values({**_EMPTY, "chat": row.pseudonym}))
        done = _ERASURES.update().where(_ERASURES.c.id == row.id).values(chat=None, farewell=None)
        connection.execute(done)
    unclean = select(_ERASURES.c.id).where(_ERASURES.c.cleaned_at.is_(None), _ERASURES.c.chat.is_(None))
    return list(connection.scalars(unclean))


def cleaned(connection: Connection, erasures: Collection[int], now: datetime) -> None:
    """Nothing of these erasures is left in the database's file."""
    connection.execute(_ERASURES.update().where(_ERASURES.c.id.in_(erasures)).values(cleaned_at=now))
