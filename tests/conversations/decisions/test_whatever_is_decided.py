"""Whatever the commission, the office and five councils do, in any order: hours add up, nobody is told twice."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from conversations.protocol.assessment import Outcome
from conversations.protocol.facts import Role
from tests.conversation import Conversation, Somebody
from tests.support import decisions_hold
from tests.support.decided import MEETING, Commission

BERTA, ORIOL, NURIA = 4001, 4002, 2001
COUNCILS = ("Salt", "Arbúcies", "Cardedeu", "Navàs", "Callús")
CONTACTS = {council: 1001 + place for place, council in enumerate(COUNCILS)}
EVERYBODY = (BERTA, ORIOL, NURIA, *CONTACTS.values())
WAYS_ON = ("Confirma-ho", "Renuncia-hi", "Sí, hi renunciem", "Surt de la llista d'espera",
           "Sí, en sortim", "Ens torna a interessar", "Envia'ls", "Envia'l",
           "Confirma l'enviament", "Atura-ho", "Concedeix-les a la primera de la llista", "Allibera les hores",
           "Sí, allibera-les", "Anota que sí", "Anota que no", "Escriu-lo de nou", "Torna al text del bot")  # fmt: skip


MEMBERS = {BERTA: "Manlleu", ORIOL: "Salt"}
FIRST = ((Outcome.GRANTED, "mentoring"), (Outcome.GRANTED, "advice"), (Outcome.WAITING_LIST, "mentoring"),
         (Outcome.WAITING_LIST, "advice"), (Outcome.REFUSED, "advice"))  # fmt: skip
BAGS = {"mentoring": 480, "advice": 480}
"""Two packages each, so that they are soon full."""


class AnythingDecided(RuleBasedStateMachine):
    """Each step is something that people can do; decisions are taken as the meeting takes them."""

    @initialize(promotes=st.booleans(), alone=st.booleans(), sends=st.booleans(),
                outcomes=st.lists(st.sampled_from(FIRST), min_size=5, max_size=5))  # fmt: skip
    def begins(self, promotes: bool, alone: bool, sends: bool, outcomes: list[tuple[Outcome, str]]) -> None:
        """Something has been decided of everybody, so that much of what follows is after it."""
        self.folder = Path(tempfile.mkdtemp(prefix="xmess-decided-"))
        self.bot = Conversation(self.folder, MEETING)
        self.automatic = promotes
        names = {BERTA: "Berta Mas", ORIOL: "Oriol Pi", NURIA: "Núria Camps"}
        for person, council in MEMBERS.items():
            self.bot.seats(person, Role.COMMISSION, council)
        self.bot.seats(NURIA, Role.OFFICE)
        self.commission = Commission(self.bot)
        for place, (council, contact) in enumerate(CONTACTS.items(), start=1):
            names[contact] = f"Contacte {place}"
            self.commission.applies(place, contact, names[contact], council, "mentoring" if place < 3 else "advice")
        self.bot.does("update call set toml = replace(toml, 'bag_minutes = 1680', 'bag_minutes = 480')")
        self.commission.settings(promotes=promotes, second_person=not alone)
        self.people = {number: Somebody(self.bot, number, name) for number, name in names.items()}
        for place, (council, (outcome, service)) in enumerate(zip(COUNCILS, outcomes, strict=True), start=1):
            self.decides(council, outcome, place, service)
        if sends:
            self.all_is_sent()

    def teardown(self) -> None:
        if hasattr(self, "bot"):
            self.bot.close()
            shutil.rmtree(self.folder)

    @rule(council=st.sampled_from(COUNCILS), outcome=st.sampled_from(Outcome), place=st.integers(1, 3),
          service=st.sampled_from(("mentoring", "advice")))  # fmt: skip
    def decides(self, council: str, outcome: Outcome, place: int, service: str) -> None:
        """As the meeting does: only what nobody was told of, and only what the bag has."""
        own = self.commission.councils[council].key
        ruling = self.commission.proceedings().ruling(own)
        if ruling is not None and ruling.told is not None:
            return
        by = next(one for one in (BERTA, ORIOL) if MEMBERS[one] != council)
        placed = outcome in (Outcome.GRANTED, Outcome.WAITING_LIST)
        try:
            self.commission.decides(
                council,
                outcome,
                service if placed else None,
                by=by,
                position=place if outcome is Outcome.WAITING_LIST else None,
                reason="S'ha acordat.",
            )
        except AssertionError:
            assert outcome is Outcome.GRANTED  # it would take a note

    @rule(which=st.lists(st.integers(0, 200), min_size=1, max_size=4), again=st.booleans())
    def somebody_goes_on(self, which: list[int], again: bool) -> None:
        """Some of what there is to do for anybody, and perhaps a second press of it a while later."""
        for one in which:
            there = {(one, label) for one in EVERYBODY for label in self.bot.labels(one) if label in WAYS_ON}
            if not there:
                return
            person, label = sorted(there)[one % len(there)]
            self.people[person].presses(label)
            self.bot.passes(minutes=1)
            if again and label in self.bot.labels(person):
                self.people[person].presses(label)
                self.bot.passes(minutes=1)

    @rule(person=st.sampled_from(EVERYBODY))
    def begins_anew(self, person: int) -> None:
        self.people[person].says("/inici")
        self.bot.passes(minutes=1)

    @rule(person=st.sampled_from(EVERYBODY), place=st.integers(0, 200))
    def presses_what_was_there(self, person: int, place: int) -> None:
        there = [one for one in self.bot.every_button(person) if one[1] and "sborra" not in one[0]]
        if there:
            _, data, message = there[place % len(there)]
            self.bot.press_data(person, self.people[person].name, data, message)

    @rule(person=st.sampled_from(EVERYBODY), text=st.sampled_from(("hola", "/inici", "/estat", "Un text.", "potser")))
    def says(self, person: int, text: str) -> None:
        self.people[person].says(text)

    @rule(person=st.sampled_from(tuple(CONTACTS.values())), back=st.booleans())
    def stops_or_comes_back(self, person: int, back: bool) -> None:
        self.bot.stops(person, self.people[person].name, back=back)

    @rule(days=st.sampled_from((0, 1, 4, 8)))
    def time_passes(self, days: int) -> None:
        self.bot.passes(days=days, hours=1)
        self.bot.speaks_unasked()

    @rule()
    def all_is_sent(self) -> None:
        """The way that people go most often, so that much of what follows is after it."""
        for person in (BERTA, NURIA):
            self.people[person].says("/inici")
            for label in ("Envia'ls", "Envia'l", "Confirma l'enviament"):
                if label in self.bot.labels(person):
                    self.people[person].presses(label)

    @invariant()
    def decisions_hold(self) -> None:
        if hasattr(self, "commission") and hasattr(self, "people"):
            decisions_hold.everything(self.bot.rows, BAGS, automatic=self.automatic)


EXAMPLES = {"sqlite": 8, "postgresql": 3}


@pytest.mark.long
def test_whatever_is_done_hours_add_up_and_nobody_is_told_twice(database: str) -> None:
    usual = settings(stateful_step_count=30, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(AnythingDecided, settings=settings(usual, max_examples=EXAMPLES[database]))
