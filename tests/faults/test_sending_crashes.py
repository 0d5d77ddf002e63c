"""A crash between any two steps of sending decisions, then a restart: everybody is told once (N13).

The real bot dies by SIGKILL at every boundary from the first card to the last report, and is started again.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.simulator import Message, Person
from bot.simulator.faults import Fault
from conversations.protocol.assessment import Outcome
from conversations.protocol.facts import Role
from tests.faults.lives import KILLED, Life
from tests.support import databases, decisions_hold
from tests.support.decided import MEETING, Behind, Commission
from tests.town import OFFICE, Town, deliveries, hurry, quiet, repeats, town

BERTA, ORIOL = 4001, 4002
BY_HAND = "Us hem concedit 4 hores de mentoria. Us trucarem dilluns."
TOLD = {1001: BY_HAND, 1002: "Bones notícies: la Comissió Tècnica", 1003: "Sou a la", 1004: "no us hem pogut concedir"}
FAILS, LEFT = 1003, 1004
"""To one contact nothing can be delivered at first, by our own fault; another one has left Telegram."""

COMMIT = ("before_commit", "after_commit")
BEFORE_SENDING = ("before_claim", "after_claim")
"""The places where a process dies with nothing on its way, so that nothing can come twice."""
SENDING = ("before_send:3", "after_send", "after_send:4", "before_settle", "after_settle")
REPORTING = ("after_notice", "after_claim", "after_send")
FEWER = ("after_send", "after_settle")
"""Where the process dies while it sends on PostgreSQL, which differs from SQLite in transactions, not in sending."""


@dataclass(frozen=True)
class Stage:
    """A town with a call whose decisions are taken, its people, and what is behind."""

    here: Town
    behind: Behind
    berta: Person
    oriol: Person
    log: Path
    heard: dict[int, Message] = field(default_factory=dict)

    async def dies(self, *places: str) -> None:
        """One life after another, each to its end at a place."""
        for place in places:
            life = Life({**self.here.environment, "XMESS_FAULT": place}, self.log, wakes=0.2)
            assert await life.ended() == KILLED, f"{place} was not passed"
            self._lets_others_deliver()

    @asynccontextmanager
    async def lives(self) -> AsyncIterator[None]:
        """The bot lives meanwhile, and is killed at the end."""
        life = Life(self.here.environment, self.log, wakes=0.2)
        yield
        assert await life.kill() == KILLED
        self._lets_others_deliver()

    @asynccontextmanager
    async def prepares(self, *, crashes: bool) -> AsyncIterator[tuple[str, ...]]:
        """The places where the bot dies at each step before anything is sent; without `crashes` it lives through."""
        if crashes:
            yield COMMIT
            return
        async with self.lives():
            yield ()
            await self.here.sim.wait_until(lambda: not self.here.sim.updates.pending)

    async def does(self, acting: Coroutine[None, None, object], *places: str) -> None:
        """Somebody does something, and the bot dies at these places one life after another."""
        task = asyncio.create_task(acting)
        await self.dies(*places)
        await task

    def _lets_others_deliver(self) -> None:
        """As if the delivery lease of a process that is gone had run out."""
        if databases.kind() == "postgresql":
            self.behind.does("update lease set expires_at = now()")

    async def presses(self, who: Person, label: str, *places: str) -> None:
        """Somebody presses a button as soon as it is said, and the bot dies as in `does`."""

        async def press() -> None:
            said = await self._hears(who, lambda one: one.button(label) is not None)
            await who.presses(label, message=said)

        await self.does(press(), *places)

    async def writes(self, who: Person, what: str, asked: str, *places: str) -> None:
        """The same with words, as soon as they are asked for."""

        async def write() -> None:
            await self._hears(who, lambda one: asked in one.text)
            await who.says(what)

        await self.does(write(), *places)

    async def _hears(self, who: Person, wanted: Callable[[Message], bool]) -> Message:
        """What is said to somebody after the message that was acted on last."""
        said = await self.here.sim.wait_for(wanted, who.id, timeout=90, after=self.heard.get(who.id))
        self.heard[who.id] = said
        return said

    def told(self) -> dict[int, int]:
        """How often each contact got the message of its decision."""
        return {
            contact: sum(words in one for _, one in deliveries(self.here, contact)) for contact, words in TOLD.items()
        }

    def states(self) -> dict[int, str]:
        """What became of the message of each contact."""
        return dict(self.here.rows("SELECT chat, state FROM letter WHERE matter IS NOT NULL"))


@asynccontextmanager
async def decided(folder: Path) -> AsyncIterator[Stage]:
    """Four councils are decided in silence; Berta and Oriol sit in the commission."""
    async with town(folder, database_url=databases.empty(folder, "xmess")) as here:
        here.sim.clock.set(MEETING)
        behind = Behind(here.settings.database_url, Clock(here.settings.clock))
        try:
            for number, name in ((BERTA, "Berta Mas"), (ORIOL, "Oriol Pi")):
                behind.seats(number, Role.COMMISSION, "Manlleu")
                behind.does(f"update person set name = '{name}', muted = true where id = {number}")  # no digests
            behind.seats(OFFICE, Role.OFFICE)
            commission = Commission(behind)
            for place, council in enumerate(("Salt", "Arbúcies", "Cardedeu", "Navàs"), start=1):
                commission.applies(place, 1000 + place, f"Contacte {place}", council)
                here.sim.person(1000 + place, "Contacte", str(place))
            commission.decides("Salt", Outcome.GRANTED, "mentoring", reason="Us cal més companyia que consell.")
            commission.decides("Arbúcies", Outcome.GRANTED, "advice")
            commission.decides("Cardedeu", Outcome.WAITING_LIST, "advice", position=1)
            commission.decides(
                "Navàs", Outcome.REFUSED, reason="No s'hi diu què en podrien aprofitar altres municipis."
            )
            berta, oriol = here.sim.person(BERTA, "Berta"), here.sim.person(ORIOL, "Oriol")
            here.sim.person(OFFICE, "Núria")
            for chat in here.sim.world.chats.values():
                chat.opened = True
            async with hurry(here):
                yield Stage(here, behind, berta, oriol, folder / "log")
        finally:
            behind.close()


@pytest.mark.long
async def test_crash_between_any_two_steps_of_sending_tells_everybody_once(database: str, tmp_path: Path) -> None:
    async with decided(tmp_path) as stage:
        here, berta, oriol = stage.here, stage.berta, stage.oriol
        office = here.sim.people[OFFICE]
        async with stage.prepares(crashes=database == "sqlite") as places:
            await stage.does(berta.says("/inici"), *places)
            await stage.presses(berta, "Llegeix els 4 missatges", *places)
            await stage.presses(berta, "Escriu-lo de nou", *places)
            await stage.writes(berta, BY_HAND, "Escriviu el missatge sencer", *places)
            await stage.presses(berta, "Torna al resum", *places)
            await stage.presses(berta, "Envia'ls", *places)
        here.sim.faults.add(Fault("400", chat=FAILS, times=None))
        await here.sim.people[LEFT].vanishes()

        await stage.presses(oriol, "Confirma l'enviament", "before_commit")
        assert stage.states() == dict.fromkeys(TOLD, "held")
        await stage.dies("after_commit")
        assert stage.states() == dict.fromkeys(TOLD, "waiting")
        await stage.dies(*BEFORE_SENDING)
        assert stage.told() == dict.fromkeys(TOLD, 0)
        sending = SENDING if database == "sqlite" else FEWER
        await stage.dies(*sending, *REPORTING)
        assert stage.states() == {1001: "sent", 1002: "sent", FAILS: "failed", LEFT: "blocked"}
        first = stage.told()

        here.sim.faults.clear()
        await stage.presses(berta, "Torna-ho a provar", *COMMIT)
        await stage.dies("after_send", "after_notice")
        async with stage.lives():
            for person in (berta, oriol, office):
                await here.sim.wait_for("S'han enviat 4 missatges i n'han arribat 3", person.id, timeout=90)
            await quiet(here)
        assert stage.states() == {1001: "sent", 1002: "sent", FAILS: "sent", LEFT: "blocked"}
        decisions_hold.everything(stage.behind.rows)
        again = repeats(here)
        # Nobody can know whether a message arrived that was on its way when the process died: that one goes again.
        assert all(again[contact] <= len(sending) for contact in (1001, 1002))
        assert again[FAILS] <= 1
        assert stage.told() == {**first, FAILS: 1 + again[FAILS], LEFT: 0}, "what had arrived was sent again"
