"""Real kill −9 at random moments of fifty interleaved applications. `pytest tests/faults --kills 200` for more."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from tests.applicant import Applicant, applying, assert_received
from tests.faults.lives import KILLED, Life
from tests.town import Town, hurry, quiet, repeats, town

APPLICANTS = range(1001, 1051)
CALLS = 3_000
"""How many calls of the Bot API the kills are spread over: fewer than fifty applications take."""


async def calls(here: Town, number: int) -> None:
    """Waits for so many more calls of the Bot API."""
    until = len(here.sim.requests) + number
    await here.sim.wait_until(lambda: len(here.sim.requests) >= until, timeout=60)


@pytest.mark.long
async def test_kills_at_random_moments_lose_nothing_and_repeat_at_most_one_letter(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    kills = pytestconfig.getoption("--kills")
    moments = random.Random(9)
    async with town(tmp_path, contacts=APPLICANTS) as here, hurry(here):
        people = [Applicant(await here.person(number, f"Persona Prova{number}")) for number in APPLICANTS]
        async with applying(here, people):
            for _ in range(kills):
                life = Life(here.environment, tmp_path / "log")
                await calls(here, moments.randint(1, 2 * CALLS // kills))
                await asyncio.sleep(moments.random() / 50)  # anywhere between two calls
                assert await life.kill() == KILLED
            assert not all(one.received.is_set() for one in people), "the kills came after the applications"
            last = Life(here.environment, tmp_path / "log")
            async with asyncio.timeout(120):
                for one in people:
                    await one.received.wait()
            await quiet(here)
        await last.kill()
        assert_received(here, people)
        again = repeats(here)
        assert max(again.values()) <= kills
