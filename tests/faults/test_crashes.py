"""Crashes at every boundary of the bot, by its own fault hook: the journeys go on as if nothing had happened."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.faults import PLACES, Faults
from bot.settings import SettingsError
from bot.simulator import BotProcess, Message, Person
from tests.applicant import Applicant, applying, assert_received
from tests.faults.lives import KILLED, Life
from tests.town import hurry, quiet, repeats, town

ONCE_A_LIFE = {"after_recover"}
OF_DECISIONS = {"after_notice"}
OF_THE_WEBHOOK = {"after_offer"}
CRASHES = [
    (place, passage)
    for passage in (1, 4)
    for place in PLACES
    if place not in OF_DECISIONS | OF_THE_WEBHOOK and (passage == 1 or place not in ONCE_A_LIFE)
]
APPLICANTS = range(1001, 1009)
READER = 1999


@dataclass
class Reader:
    """Somebody who asks for the questions as a document, over and over, and answers to nothing that comes twice."""

    person: Person
    awaits: str = "card"

    async def reads(self, message: Message) -> None:
        """Presses "all" under the first screen; at the document goes back to the first screen."""
        offered = {(button.data or "").partition(":")[2]: button for row in message.buttons for button in row}
        if self.awaits == "card" and "all" in offered:
            self.awaits = "document"
            await self.person.presses(message=message, data=offered["all"].data)
        elif self.awaits == "document" and message.file is not None:
            self.awaits = "card"
            await self.person.says("/inici")


@pytest.mark.long
async def test_crash_at_every_place_loses_nothing_and_repeats_at_most_one_letter(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[*APPLICANTS, READER]) as here, hurry(here):
        people = [Applicant(here.sim.person(number, "Persona", f"Prova{number}")) for number in APPLICANTS]
        reader = Reader(await here.person(READER, "Pol Vidal"))
        async with applying(here, [*people, reader]):
            for number, (place, passage) in enumerate(CRASHES):
                if number % 4 == 0 and number // 4 < len(people):
                    person = people[number // 4].person
                    await person.starts(here.invitations[person.id])
                life = Life({**here.environment, "XMESS_FAULT": f"{place}:{passage}"}, tmp_path / "log")
                assert await life.ended() == KILLED, f"{place} was not passed {passage} times"
            last = Life(here.environment, tmp_path / "log")
            for one in people:
                await one.received.wait()
            reader.awaits = "nothing"
            await quiet(here)
        await last.kill()
        assert_received(here, people)
        again = repeats(here)
        assert sum(again.values()) > 0, "no crash fell between sending and noting it"
        assert max(again.values()) <= len(CRASHES)


async def test_process_that_crashes_after_sending_goes_on_when_started_again(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here, hurry(here):
        aina = Applicant(await here.person(1001, "Aina Soler"))
        async with applying(here, [aina]):
            command = [sys.executable, "-m", "bot", "run"]
            first = BotProcess(command, {**here.environment, "XMESS_FAULT": "after_send:3"})
            await first.start()
            await first.ended()
            assert first.exit_code == KILLED
            second = BotProcess(command, here.environment)
            await second.start()
            await aina.received.wait()
            await quiet(here)
            await second.kill()
        assert_received(here, [aina])
        assert repeats(here)[1001] <= 1
        assert any("letters_unknown_after_restart" in line for line in second.log)


@pytest.mark.parametrize("setting", ["nowhere", "nowhere:1", "after_send:x", "after_send:-1"])
def test_fault_at_a_place_that_is_none_is_refused(setting: str) -> None:
    with pytest.raises(SettingsError, match="XMESS_FAULT"):
        Faults(setting)


async def test_bot_without_a_fault_passes_every_place_alive() -> None:
    faults = Faults()
    for place in PLACES:
        faults.at(place)
    await asyncio.sleep(0)
