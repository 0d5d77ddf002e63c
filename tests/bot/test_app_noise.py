"""Thousands of updates of every kind, most of them nonsense: nobody's dialogue moves and the bot goes on answering."""

from __future__ import annotations

from pathlib import Path

import pytest
import structlog
import telegram

from tests.applicant import Applicant, answers_of, applying, stored
from tests.bot.noise import Noise
from tests.town import Town, bot_in, hurry, quiet, town

UPDATES = 5_000
PEOPLE = (1001, 1002, 1003, 1004)
STOPS = ("begin", "position", "topics", "send")
UNHANDLED = {"batch_failed", "update_failed", "update_dropped", "outbox_database", "database_unavailable"}


@pytest.mark.long
async def test_random_updates_of_every_kind_break_nothing(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=PEOPLE) as here, bot_in(here), hurry(here):
        people = [
            Applicant(await here.person(number, "Persona Prova"), stop)
            for number, stop in zip(PEOPLE, STOPS, strict=True)
        ]
        async with applying(here, people):
            for one in people:
                await one.stopped.wait()
        await quiet(here)
        before = everything(here)
        noise = Noise(2020, int(here.sim.clock.now().timestamp()), range(50_000, 50_040), PEOPLE)
        with structlog.testing.capture_logs() as logged:
            kinds = set()
            for _ in range(UPDATES):
                kind, update = noise.update()
                kinds.add(kind)
                here.sim.raw(update)
            await quiet(here, within=60)
        assert kinds == set(telegram.Update.ALL_TYPES)
        assert [line for line in logged if line["event"] in UNHANDLED] == []
        assert here.value("SELECT count(*) FROM seen_update") > UPDATES // 5
        assert everything(here) == before
        for one in people:
            one.stop_at = ""
        async with applying(here, people):
            for one in people:
                await one.received.wait()
        await quiet(here)
        for number in PEOPLE:
            assert stored(here, number) == answers_of(number)


def everything(here: Town) -> list[list[tuple[object, ...]]]:
    """What is stored of the people who apply, but for when it was."""
    marks = ", ".join(map(str, PEOPLE))
    return [
        here.rows(
            f"SELECT chat, person, state ->> 'turn', state ->> 'scene', state ->> 'data' FROM chat "
            f"WHERE person IN ({marks}) ORDER BY 1, 2"
        ),
        here.rows(f"SELECT * FROM person WHERE id IN ({marks}) ORDER BY id"),
        here.rows(f"SELECT * FROM seat WHERE person IN ({marks}) ORDER BY id"),
        here.rows("SELECT * FROM application ORDER BY id"),
        here.rows("SELECT * FROM answer ORDER BY id"),
        here.rows("SELECT digest, used_by FROM invitation ORDER BY digest"),
    ]
