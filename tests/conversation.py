"""People who talk with the bot without a network: the dispatcher's own transaction on a real database.

Letters are claimed and settled as the outbox does it, and every chat looks as it does on a telephone: messages in
order, edits in their place, buttons only where they still hang.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from html import unescape
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select, text

from bot import desk, planting
from bot.clock import Clock
from bot.dispatcher import Dispatcher, Identity
from bot.notifier import Notifier
from conversations.protocol.changes import UseInvitation
from conversations.protocol.facts import Role
from conversations.protocol.incoming import Attachment, Command, Edited, Incoming, Press, Reachable, Text
from conversations.protocol.places import Place
from conversations.protocol.scenes import DialogueState
from conversations.protocol.wants import Controller, House
from conversations.rules.councils import Gazetteer
from conversations.rules.deadlines import MADRID
from conversations.rules.tokens import digest
from storage import changes, dialogues, letters, models, outages, register
from storage.changes import Done
from storage.database import Database, engine_for
from storage.letters import Letter, Settled
from storage.migrations import migrate
from storage.tables import table
from storage.withholding import withholding
from tests.support import databases

_ANSWERS = table(models.AnswerRow)
_ANY_WAITS = text("select 1 from letter where state = 'waiting' limit 1")
_APPLICATIONS = table(models.ApplicationRow)
_CALLS = table(models.CallRow)

CALL = Path(__file__).parent.parent / "conversations" / "calls" / "abril-2020.toml"
GROUP = -500
"""The group that people of a conversation are in."""

BEGINS = datetime(2020, 5, 5, 9, 30, tzinfo=MADRID)
INVENTED = (
    Place("inventat-1", "l'Alzinar"),
    Place("inventat-2", "Puigferrer"),
    Place("inventat-3", "el Comellar"),
)
"""Councils that do not exist: dialogues that show a whole application should not speak for a real one."""

ANSWERS = {
    "position": "Tècnica, promoció econòmica",
    "email": "aina@lalzinar.example",
    "service": "Mentoria",
    "title": "Comprar a cooperatives sent un ajuntament petit",
    "topics": "compra responsable i jovent",
    "need": "Hi ha tres cooperatives al poble i mai no es presenten als contractes menors.",
    "transferability": "El model de plecs serviria a qualsevol ajuntament petit.",
    "alignment": "Les cooperatives del poble tindrien feina estable.",
    "covid": "Sí, socioeconòmica",
    "covid_how": "Moltes botigues han tancat i les cooperatives hi podrien entrar.",
    "means": "fa menys d'un any, personal propi",
    "involvement": "assemblea i jornades",
    "modality": "A distància",
}
"""One good answer to every question, as a person types it."""


_lives = count(1)
"""Of bots on databases that others may have used before."""


class SetClock(Clock):
    """A clock that shows what it is told."""

    def __init__(self, moment: datetime) -> None:
        super().__init__()
        self.moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        return self.moment


@dataclass
class Message:
    """A message in a chat as it looks now; `buttons` are (label, data) row by row."""

    id: int
    text: str
    mine: bool = False
    buttons: list[list[tuple[str, str]]] = field(default_factory=list)
    document: str = ""

    def data(self, label: str) -> str | None:
        """What the button with that label sends back."""
        return next((data for row in self.buttons for name, data in row if name == label), None)


@dataclass
class Heard:
    """Something the bot said: a new message, an edit of one, or the menu of commands. `to` is the chat."""

    to: int
    message: Message
    edited: bool = False
    only_buttons: bool = False
    menu: tuple[str, ...] = ()
    silent: bool = False

    @property
    def text(self) -> str:
        """The text as people see it."""
        return seen(self.message.text)

    @property
    def labels(self) -> list[str]:
        """The labels of the buttons."""
        return [label for row in self.message.buttons for label, _ in row]


def seen(markup: str) -> str:
    """Telegram's HTML as a person sees it: **bold**, folded quotes with a bar, no entities."""
    text = re.sub(r"</?b>", "**", markup)
    text = re.sub(r"</?i>", "_", text)
    text = re.sub(r"<blockquote expandable>(.*?)</blockquote>", _quoted, text, flags=re.DOTALL)
    return unescape(text)


def _quoted(found: re.Match[str]) -> str:
    return "\n".join(f"┆ {line}" for line in found[1].split("\n"))


@cache
def house() -> House:
    """What never changes, as in production: every council of Catalonia can be found."""
    places, other_names = register.places()
    controller = Controller("l'entitat responsable", "la que determini el responsable", "oficina@xmess.example")
    return House(controller, Gazetteer((*places, *INVENTED), other_names))


def prepared(engine: Engine) -> None:
    """Tables, the register and the April call."""
    migrate(engine)
    with engine.begin() as connection:
        register.fill(connection)
        desk.open_call(connection, CALL.read_text(encoding="utf-8"), BEGINS.astimezone(UTC))


class Conversation:
    """The bot and everybody who talks with it. Chats have the number of the person, as private chats do."""

    def __init__(self, folder: Path, begins: datetime = BEGINS, url: str = "", *, minimal: bool = False) -> None:
        """The bot begins anew in `folder`, or goes on with the database at `url`."""
        self.clock = SetClock(begins)
        self.url = url or databases.copy_of(prepared, folder)
        engine = engine_for(self.url)
        self.house = replace(house(), minimal=minimal)
        self.database = Database(withholding(engine) if minimal else engine)
        self._connection = self.database.engine.connect()
        self._dispatcher = self._at_work()
        self._notifier = Notifier(
            self.database, self.clock, "xmess_bot", lambda: None, by_mail="oficina@xmess.example" if minimal else ""
        )
        self._updates = count(100_000 * next(_lives) if url else 1)
        self._messages = count(100_000 * next(_lives) if url else 1)
        self.chats: dict[int, list[Message]] = {}
        self.keyboards: list[list[list[tuple[str, str]]]] = []
        self._ever: dict[int, list[tuple[str, str, int]]] = {}
        self._queue: list[Incoming] | None = None

    def close(self) -> None:
        """Frees the database."""
        self._connection.close()
        self.database._shut()

    def copied(self, folder: Path) -> Conversation:
        """The same bot and the same chats on a copy of the database in `folder`; this one is closed."""
        assert self._queue is None, "the bot does not run"
        copy = Conversation(folder, self.clock.moment, databases.copied(self.url, folder), minimal=self.house.minimal)
        copy._updates, copy._messages, copy.chats, copy.keyboards, copy._ever = deepcopy(
            (self._updates, self._messages, self.chats, self.keyboards, self._ever)
        )
        return copy

    # What the world does

    def moves(self, moment: datetime) -> None:
        """Sets the clock."""
        self.clock.moment = moment.astimezone(UTC)

    def passes(self, **span: float) -> None:
        """Lets time pass."""
        self.clock.moment += timedelta(**span)

    def invites(self, role: Role, council: str | None = None, *, token: str = "") -> str:
        """An invitation made at the command line. Returns its token."""
        token = token or f"invitacio-{next(self._updates)}"
        place = desk.find_place(house(), council) if council else None
        with self._connection.begin():
            desk.invite(self._connection, token, role, place, self.clock.now())
        return token

    def seats(self, person: int, role: Role, council: str | None = None) -> None:
        """Gives a person a seat without a word."""
        token = self.invites(role, council)
        place = desk.find_place(house(), council) if council else None
        use = UseInvitation(digest(token), role, place.code if place else None)
        with self._connection.begin():
            changes.meet(self._connection, [person], self.clock.now())
            changes.write(self._connection, [Done(person, use, self.clock.now())])

    def speaks_unasked(self) -> list[Heard]:
        """What the bot says by itself at this moment: reminders, digests, the opening of a call."""
        if self._queue is not None:
            return []
        while True:
            with self._connection.begin():
                _, more = self._notifier._batch(self._connection)
                more = more or bool(self._notifier._opened(self._connection))
                more = more or bool(self._notifier._digests(self._connection))
                more = more or bool(self._notifier._outages(self._connection))
                for work in (self._notifier._promoted, self._notifier._awaited, self._notifier._sent):
                    more = bool(work(self._connection)) or more
                more = self._notifier._silences(self._connection)[1] or more
                more = self._notifier._unsaved(self._connection)[1] or more
                more = self._notifier._paced(self._connection)[1] or more
                more = bool(self._notifier._last_days(self._connection)[0]) or more
                more = bool(self._notifier._lapsed(self._connection)[0]) or more
                more = bool(self._notifier._alerts(self._connection)) or more
            if not more:
                return self.delivers()

    def opens(self, call: str, deadline: str) -> None:
        """Another call that ships with the bot is opened, with the deadline that the network has decided (ISO)."""
        text = desk.shipped(call).replace("# deadline =", "deadline =")
        text = re.sub(r"deadline = [\d-]+", f"deadline = {deadline}", text, count=1)
        with self._connection.begin():
            desk.open_call(self._connection, text, self.clock.now())

    def fills(self, office: int) -> None:
        """The invented requests of the demonstration are sent, and the office finds them complete."""
        with self._connection.begin():
            planting.fill(self._connection, house(), office, self.clock.now())

    def scores(self, members: dict[int, str]) -> None:
        """These members of the commission give the invented scores, the first one those of the first column."""
        with self._connection.begin():
            planting.score(self._connection, house(), members, self.clock.now())

    def sets(self, before: str, now: str) -> None:
        """A line of the call's TOML was another one when it was opened."""
        with self._connection.begin():
            old = self._connection.scalar(select(_CALLS.c.toml))
            assert old is not None
            assert before in old
            self._connection.execute(_CALLS.update().values(toml=old.replace(before, now)))

    def falls(self) -> None:
        """The bot stops; what people do from now on waits."""
        self._queue = []
        self._fell = self.clock.now()

    def rises(self) -> list[Heard]:
        """The bot is back and answers what waited; a press that waited carries no time of its own."""
        waiting, self._queue = self._queue or [], None
        now = self.clock.now()
        with self._connection.begin():
            outages.note(self._connection, self._fell, now)
        self._dispatcher = self._at_work((self._fell, now))
        waiting = [replace(one, waited=True) if isinstance(one, Press) else one for one in waiting]
        return [one for incoming in waiting for one in self.happens(incoming)]

    def _at_work(self, gap: tuple[datetime, datetime] | None = None) -> Dispatcher:
        return Dispatcher(self.database, self.clock, replace(self.house, gap=gap), Identity("xmess_bot"), lambda: None)

    # What people do

    def message_id(self) -> int:
        """The number of a message that somebody sends."""
        return next(self._messages)

    def says(self, person: int, name: str, what: str, *, at: datetime | None = None, update: int = 0) -> list[Heard]:
        """Somebody writes; a text that begins with a slash is a command. Longer ones go in parts, as clients do it."""
        if what.startswith("/"):
            command, _, argument = what[1:].partition(" ")
            return self.happens(
                Command(**self._who(person, name, at, update), message=self._typed(person, what), command=command,
                        argument=argument)
            )  # fmt: skip
        heard: list[Heard] = []
        for part in parts(what):
            heard += self.happens(
                Text(**self._who(person, name, at, update), message=self._typed(person, part), text=part)
            )
        return heard

    def edits(self, person: int, name: str, message: int, what: str) -> list[Heard]:
        """Somebody edits a message of theirs."""
        next(one for one in self.chats[person] if one.id == message).text = what
        return self.happens(Edited(**self._who(person, name, None), message=message, text=what))

    def sends(self, person: int, name: str, kind: str, *, caption: str = "", album: str | None = None) -> list[Heard]:
        """Somebody sends what is not text."""
        where = self._who(person, name, None)
        message = self._typed(person, f"({kind})")
        return self.happens(Attachment(**where, message=message, kind=kind, caption=caption, album=album))

    def presses(self, person: int, name: str, label: str, *, old: bool = False) -> list[Heard]:
        """Somebody presses the lowest button with that label; `old` takes one that hung there once."""
        data, message = self._old(person, label) if old else self.button(person, label)
        return self.press_data(person, name, data, message)

    def press_data(self, person: int, name: str, data: str, message: int = 0, *, update: int = 0) -> list[Heard]:
        """A button with any data, forged ones too."""
        turn, _, choice = data.partition(":")
        where = self._who(person, name, None, update) | {"at": None}
        return self.happens(Press(**where, message=message, turn=int(turn), choice=choice))

    def stops(self, person: int, name: str, *, back: bool = False) -> list[Heard]:
        """Somebody stops the bot, or lets it in again."""
        return self.happens(Reachable(**self._who(person, name, None), reachable=back))

    def in_group(self, person: int, name: str, command: str, *, message: int | None = None) -> list[Heard]:
        """Somebody gives a command in a group; adding the bot to it counts as /inici without a message."""
        where = self._who(person, name, None) | {"chat": GROUP, "private": False}
        return self.happens(
            Command(**where, message=self.message_id() if message is None else message, command=command)
        )

    def removes_from_group(self, person: int, name: str) -> list[Heard]:
        """Somebody removes the bot from the group."""
        return self.happens(
            Reachable(**(self._who(person, name, None) | {"chat": GROUP, "private": False}), reachable=False)
        )

    @property
    def asleep(self) -> bool:
        """Whether the bot does not run."""
        return self._queue is not None

    def button(self, person: int, label: str) -> tuple[str, int]:
        """What the lowest button with that label sends, and its message."""
        found = self._shown(person, label)
        assert found is not None, f"no button «{label}»; there are {self.labels(person)}"
        return found

    def says_in_group(self, person: int, name: str, what: str) -> list[Heard]:
        """Somebody writes in a group."""
        where = self._who(person, name, None) | {"chat": GROUP, "private": False}
        return self.happens(Text(**where, message=self.message_id(), text=what))

    def happens(self, *batch: Incoming) -> list[Heard]:
        """Answers updates in one transaction each, and delivers what was written."""
        if self._queue is not None:
            self._queue += batch
            return []
        for one in batch:
            with self._connection.begin():
                settled = self._dispatcher._transact(self._connection, [one])
            assert settled == {one.update}
        return self.delivers()

    def _who(self, person: int, name: str, at: datetime | None, update: int = 0) -> dict[str, Any]:
        moment = (at or self.clock.now()).astimezone(UTC).replace(microsecond=0)
        return {
            "update": update or next(self._updates),
            "chat": person,
            "person": person,
            "name": name,
            "private": True,
            "at": moment,
        }

    def _typed(self, person: int, what: str) -> int:
        message = Message(self.message_id(), what, mine=True)
        self.chats.setdefault(person, []).append(message)
        return message.id

    # What people see

    def delivers(self) -> list[Heard]:
        """Claims, shows and settles every letter that waits, in the order in which it was written."""
        heard: list[tuple[int, Heard]] = []
        while True:
            with self._connection.begin():
                if self._connection.execute(_ANY_WAITS).first() is None:
                    break  # which costs less than to look for those that may go
                now = self.clock.now()
                claimed = letters.claim(self._connection, now, 30, ())
                if not claimed:
                    break
                settled = []
                for letter in claimed:
                    shown = self._show(letter)
                    heard += [(letter.id, one) for one in shown]
                    number = shown[0].message.id if shown and not letter.edits else None
                    settled.append(Settled(letter.id, letter.chat, "sent", number))
                letters.settle(self._connection, settled, now)
        return [one for _, one in sorted(heard, key=lambda pair: pair[0])]

    def _show(self, letter: Letter) -> list[Heard]:
        chat = self.chats.setdefault(letter.chat, [])
        document = (letter.document or {}).get("file_name") or (letter.document or {}).get("kind", "")
        if document == "menu":
            menu = tuple(command for command, _ in (letter.document or {})["commands"])
            return [Heard(letter.chat, Message(0, ""), menu=menu)]
        rows = [[(one["text"], one.get("data", "")) for one in row] for row in letter.keyboard or []]
        if rows:
            self.keyboards.append(rows)
        assert len(seen(letter.text)) <= 4096
        if letter.edits:
            target = next((one for one in chat if one.id == letter.target), None)
            if target is None:
                return []
            assert not target.mine, "the bot cannot edit what a person wrote"
            if (not letter.text or letter.text == target.text) and rows == target.buttons:
                return []
            target.text = letter.text or target.text
            target.buttons = rows
            self._remember(letter.chat, target)
            shown = Message(target.id, target.text, buttons=list(rows), document=target.document)
            return [Heard(letter.chat, shown, edited=True, only_buttons=not letter.text)]
        message = Message(self.message_id(), letter.text, buttons=rows, document=document)
        chat.append(message)
        self._remember(letter.chat, message)
        shown = Message(message.id, message.text, buttons=list(rows), document=document)
        return [Heard(letter.chat, shown, silent=letter.silent)]

    def _remember(self, chat: int, message: Message) -> None:
        ever = self._ever.setdefault(chat, [])
        ever += [(label, data, message.id) for row in message.buttons for label, data in row]

    def labels(self, person: int) -> list[str]:
        """The labels of every button in a chat, the newest message first."""
        shown = (message.buttons for message in reversed(self.chats.get(person, [])))
        return [label for rows in shown for row in rows for label, _ in row]

    def every_button(self, person: int) -> list[tuple[str, str, int]]:
        """Every button that ever hung in a chat: label, data and message."""
        return self._ever.get(person, [])

    def _shown(self, person: int, label: str) -> tuple[str, int] | None:
        for message in reversed(self.chats.get(person, [])):
            data = message.data(label)
            if data:
                return data, message.id
        return None

    def _old(self, person: int, label: str) -> tuple[str, int]:
        now = self._shown(person, label)
        ever = [(data, message) for name, data, message in self.every_button(person) if name == label and data]
        gone = [one for one in ever if one != now]
        assert gone, f"there never was another button «{label}»"
        return gone[-1]

    def mine(self, person: int, fragment: str) -> Message:
        """The last message of the person that has a fragment."""
        return next(one for one in reversed(self.chats[person]) if one.mine and fragment in one.text)

    # What is stored

    def state(self, person: int) -> DialogueState:
        """Where the dialogue of a person stands, read back from JSON."""
        with self._connection.begin():
            return dialogues.load(self._connection, [(person, person)])[person, person].state

    def rows(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """Rows of the database."""
        with self._connection.begin():
            return [dict(row) for row in self._connection.execute(text(query), values).mappings()]

    def does(self, statement: str) -> None:
        """Changes the database behind the bot's back."""
        with self._connection.begin():
            self._connection.execute(text(statement))

    def answers(self, body: str) -> dict[str, Any]:
        """The answers in force of a body's application."""
        held = select(_ANSWERS.c.question, _ANSWERS.c.value).join_from(
            _ANSWERS, _APPLICATIONS, _APPLICATIONS.c.id == _ANSWERS.c.application
        )
        with self._connection.begin():
            rows = self._connection.execute(held.where(_APPLICATIONS.c.body == body, _ANSWERS.c.replaced_at.is_(None)))
            return {row.question: row.value for row in rows}

    @property
    def connection(self) -> Connection:
        """The connection of the bot."""
        return self._connection


class Somebody:
    """One person in a conversation."""

    def __init__(self, conversation: Conversation, number: int, name: str) -> None:
        self.conversation = conversation
        self.id = number
        self.name = name

    def says(self, *texts: str) -> list[Heard]:
        """Writes one message after another. Returns what was said to the last."""
        heard: list[Heard] = []
        for one in texts:
            heard = self.conversation.says(self.id, self.name, one)
        return heard

    def presses(self, *labels: str, old: bool = False) -> list[Heard]:
        """Presses one button after another. Returns what was said to the last."""
        heard: list[Heard] = []
        for label in labels:
            heard = self.conversation.presses(self.id, self.name, label, old=old)
        return heard

    def edits(self, fragment: str, now: str) -> list[Heard]:
        """Puts `now` in place of a fragment of the last own message that has it."""
        message = self.conversation.mine(self.id, fragment)
        return self.conversation.edits(self.id, self.name, message.id, message.text.replace(fragment, now))

    def sends(self, kind: str, **more: Any) -> list[Heard]:
        """Sends what is not text."""
        return self.conversation.sends(self.id, self.name, kind, **more)

    def starts(self, token: str = "") -> list[Heard]:
        """Opens a link, or the bot without one."""
        return self.says(f"/start {token}".strip())

    def opens(self, council: str) -> list[Heard]:
        """Opens an invitation as contact of a council."""
        return self.starts(self.conversation.invites(Role.CONTACT, council))

    def answers_until(self, question: int) -> None:
        """Opens the form and answers every question before that number (13: all of them), typing."""
        self.presses("Comença")
        if "Ho he llegit, continua" in self.conversation.labels(self.id):
            self.presses("Ho he llegit, continua")
        numbers = [name for name in ANSWERS if name != "covid_how"]
        for name in numbers[: question - 1]:
            self.says(ANSWERS[name])
            if name == "covid":
                self.says(ANSWERS["covid_how"])

    def sends_application(self) -> list[Heard]:
        """From the summary to the receipt."""
        return self.presses("Continua", "Hi estem d'acord", "Sí, ho autoritzem", "Envia la sol·licitud")

    @property
    def scene(self) -> Any:
        """The scene of the dialogue."""
        return self.conversation.state(self.id).scene


def parts(what: str) -> Iterator[str]:
    """A text as clients of Telegram send it: over 4,096 characters, in several messages cut at a space."""
    while len(what) > 4096:
        cut = what.rfind(" ", 0, 4096)
        cut = 4096 if cut <= 0 else cut
        yield what[:cut]
        what = what[cut:].strip()
    yield what


def said(heard: Iterable[Heard], to: int) -> str:
    """Everything that one person was told, without edits that only take buttons away."""
    return "\n\n".join(one.text for one in heard if one.to == to and not one.only_buttons)
