"""Everything at hand about the decisions of a call: what was decided, its messages, who reads them, who may."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from conversations.protocol.assessment import Candidate, Decision, DecisionLetter, Proceedings, Ruling
from conversations.protocol.facts import Call, Person, Role
from conversations.protocol.replies import NOBODY
from conversations.protocol.wants import Calls, ContactsIn, Facts, LettersOf, Me, Office, ProceedingsOf
from conversations.protocol.words import Council, T, Verbatim, Words
from conversations.rules import deadlines
from conversations.rules.bags import Book
from conversations.rules.conflicts import conflict
from conversations.rules.ranking import by_number


@dataclass(frozen=True, slots=True)
class Board:
    """The decisions of a call as somebody works with them. `now` is UTC; `controller` signs what goes by e-mail.

    In the `minimal` mode reasons go by e-mail.
    """

    me: Person
    call: Call
    proceedings: Proceedings
    letters: tuple[DecisionLetter, ...]
    contacts: Mapping[str, tuple[int, ...]]
    office: tuple[int, ...]
    now: datetime
    controller: str = ""
    minimal: bool = False

    @property
    def today(self) -> date:
        """The day in Madrid."""
        return deadlines.today(self.now)

    @property
    def book(self) -> Book:
        """The hours of the call."""
        return Book(self.call.services, self.proceedings.ledger)

    @property
    def untold(self) -> tuple[Ruling, ...]:
        """The decisions that nobody was told of, by the number of their application."""
        silent = (one for one in self.proceedings.rulings if one.told is None)
        return tuple(sorted(silent, key=lambda one: by_number(self.candidate(one))))

    @property
    def undecided(self) -> int:
        """How many applications have no decision."""
        decided = {one.decision.application for one in self.proceedings.rulings}
        return sum(one.application not in decided for one in self.proceedings.candidates)

    @property
    def waiting(self) -> tuple[Decision, ...]:
        """The decisions in force by which somebody waits for hours, or does not."""
        return self.proceedings.standing

    def candidate(self, ruling: Ruling) -> Candidate:
        """The application that a decision is about."""
        found = self.proceedings.candidate(ruling.decision.application)
        assert found is not None, "a decision has its application"
        return found

    def council(self, ruling: Ruling) -> Council:
        """The name of the council that a decision is about."""
        return Council(self.candidate(ruling).body_name)

    def ruling(self, number: str) -> Ruling | None:
        """The decision in force with that number; None for a guessed one, or one that another has replaced."""
        return next((one for one in self.proceedings.rulings if str(one.id) == number), None)

    def chats(self, ruling: Ruling) -> tuple[int, ...]:
        """Who is told of a decision: every contact of the council, or nobody, whose text waits for the telephone."""
        return self.contacts.get(self.candidate(ruling).body, ()) or (NOBODY,)

    def hides(self, ruling: Ruling) -> bool:
        """Whether the reader takes no part in an application, and so does not read its message before it is sent."""
        if self.me.holds(Role.OFFICE):
            return False
        return conflict(self.me, self.candidate(ruling), self.proceedings.declared) is not None

    def others(self, *roles: Role) -> tuple[int, ...]:
        """Everybody else of the commission or the office."""
        found = [one.id for one in self.proceedings.members] if Role.COMMISSION in roles else []
        found += self.office if Role.OFFICE in roles else ()
        return tuple(one for one in dict.fromkeys(found) if one != self.me.id)

    def name(self, person: int) -> Words:
        """How somebody of the commission or the office is called here: by the name, if it may be kept."""
        known = {one.id: one.name for one in (*self.proceedings.members, self.me)}
        if known.get(person):
            return Verbatim(known[person])
        members = {one.id for one in self.proceedings.members}
        return T("Somebody of the commission") if person in members else T("The technical office")


def board(facts: Facts, call: str) -> Board | None:
    """The decisions of a call; None if there is no such call."""
    found = next((one for one in facts[Calls()] if one.id == call), None)
    if found is None:
        return None
    return Board(
        facts[Me()],
        found,
        facts[ProceedingsOf(call)],
        facts[LettersOf(call)],
        facts[ContactsIn(call)],
        facts[Office()],
        facts.now,
        facts.house.controller.name,
        facts.house.minimal,
    )
