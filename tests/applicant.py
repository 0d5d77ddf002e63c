"""Contacts who apply: each reads what the bot says and goes on from there, as a person with a phone in the hand."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.simulator import Message, Person
from tests.town import Town

QUESTIONS = (
    "position",
    "email",
    "service",
    "title",
    "topics",
    "need",
    "transferability",
    "alignment",
    "covid",
    "means",
    "involvement",
    "modality",
)
_QUESTION = re.compile(r"Pregunta (\d+) de 12")
_PRESSED = {
    "service": ("is.service.mentoring",),
    "topics": ("on.topics.food", "on.topics.care", "done.topics"),
    "covid": ("is.covid.none",),
    "means": ("on.means.since_gt3", "on.means.staff", "done.means"),
    "involvement": ("on.involvement.assembly", "done.involvement"),
    "modality": ("is.modality.remote",),
}
_STEPS = ("begin", "read", "go", "agree", "no", "send")
_RECEIVED = "Sol·licitud rebuda"


def answers_of(number: int) -> dict[str, Any]:
    """What the person with this number answers: no two people write the same."""
    return {
        "position": f"Tècnica de promoció econòmica, despatx {number}",
        "email": f"contacte{number}@ajuntament.cat",
        "service": "mentoring",
        "title": f"Obrir la compra pública a les cooperatives del barri {number}",
        "topics": ["food", "care"],
        "need": f"Al barri {number} hi ha tres cooperatives que mai no es presenten als contractes menors.",
        "transferability": f"El model de plecs del barri {number} serviria a qualsevol ajuntament petit.",
        "alignment": f"Les cooperatives del barri {number} tindrien feina estable.",
        "covid": "none",
        "means": ["since_gt3", "staff"],
        "involvement": ["assembly"],
        "modality": "remote",
    }


@dataclass
class Applicant:
    """One contact. Whatever comes twice is answered once; `received` is set by the receipt.

    At the question or step `stop_at` nothing is done any more and `stopped` is set. Buttons are tapped `taps` times.
    """

    person: Person
    stop_at: str = ""
    taps: int = 1
    done: set[str] = field(default_factory=set)
    received: asyncio.Event = field(default_factory=asyncio.Event)
    stopped: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def answers(self) -> dict[str, Any]:
        """What this person answers."""
        return answers_of(self.person.id)

    async def reads(self, message: Message) -> None:
        """Does what the bot asks for."""
        asked = _QUESTION.search(message.text)
        step = next((step for step in _STEPS if _turn(message, step)), "")
        if asked is not None:
            await self._does(QUESTIONS[int(asked.group(1)) - 1], message)
        elif step:
            await self._does(step, message)
        elif _RECEIVED in message.text:
            self.received.set()

    async def _does(self, what: str, message: Message) -> None:
        if what == self.stop_at:
            self.stopped.set()
            return
        if what in self.done:
            return
        self.done.add(what)
        if what in QUESTIONS and what not in _PRESSED:
            await self.person.says(self.answers[what])
        for choice in _PRESSED.get(what, () if what in QUESTIONS else (what,)):
            for _ in range(self.taps):
                await self.person.presses(message=message, data=f"{_turn(message)}:{choice}")


def _turn(message: Message, choice: str = "") -> str:
    """The turn of the button with this choice, or of any button that belongs to a turn; empty when there is none."""
    for row in message.buttons:
        for button in row:
            turn, _, offered = (button.data or "").partition(":")
            if turn not in ("", "0") and choice in ("", offered):
                return turn
    return ""


class Actor(Protocol):
    """Somebody who acts on what the bot says."""

    @property
    def person(self) -> Person:
        """Who it is in the simulated Telegram."""

    async def reads(self, message: Message) -> None:
        """Does what follows from a message of the bot."""


async def apply(here: Town, applicants: Iterable[Actor]) -> None:
    """Lets people act on what the bot says to them, until cancelled."""
    people = {one.person.id: one for one in applicants}
    heard = here.sim.events.subscribe()
    try:
        for one in people.values():
            for message in list(one.person.chat.from_bot):
                await one.reads(message)
        while True:
            _, event = await heard.get()
            if event.get("type") != "message" or event["chat"] not in people:
                continue
            said = here.sim.chat(event["chat"]).find(event["message"]["id"])
            if said is not None and said.from_bot:
                await people[event["chat"]].reads(said)
    finally:
        here.sim.events.unsubscribe(heard)


@asynccontextmanager
async def applying(here: Town, applicants: Sequence[Actor]) -> AsyncIterator[None]:
    """People act meanwhile; what goes wrong with one of them is raised at the end."""
    acting = asyncio.create_task(apply(here, applicants))
    try:
        yield
    finally:
        acting.cancel()
        with suppress(asyncio.CancelledError):
            await acting


def stored(here: Town, person: int) -> dict[str, Any]:
    """The answers that a person gave to the questions of the call, as the database has them now."""
    rows = here.rows("SELECT question, value FROM answer WHERE person = ? AND replaced_at IS NULL", person)
    return {question: json.loads(value) for question, value in rows if question in QUESTIONS}


def assert_received(here: Town, applicants: Sequence[Applicant]) -> None:
    """Every application is there once, as it was typed, and the numbers have no gap."""
    numbers = here.rows("SELECT number, version FROM application WHERE status = 'submitted' ORDER BY number")
    assert numbers == [(f"2020-1-{place:03d}", 1) for place in range(1, len(applicants) + 1)]
    assert here.value("SELECT numbers FROM call") == len(applicants)
    for one in applicants:
        assert stored(here, one.person.id) == one.answers
    twice = here.rows("SELECT application, question FROM answer GROUP BY 1, 2 HAVING count(*) > 1")
    assert twice == [], "an answer was applied twice"
    saved = here.value("SELECT count(*) FROM audit WHERE action = 'SaveAnswer'")
    assert saved == here.value("SELECT count(*) FROM answer"), "an answer was applied twice"
    assert here.value("SELECT count(*) FROM failed_update") == 0
    states = here.rows("SELECT state, count(*) FROM letter GROUP BY state")
    assert [state for state, _ in states] == ["sent"], states
