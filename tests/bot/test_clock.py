"""The clock: it follows a file, never goes back, and never stands still."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.settings import SettingsError

DAY = timedelta(days=1)


def test_clock_follows_its_file_forward(tmp_path: Path) -> None:
    file = tmp_path / "clock"
    file.write_text("0")
    clock = Clock(f"file:{file}")
    before = clock.now()
    file.write_text("86400.5")
    assert clock.now() - before >= DAY


@pytest.mark.parametrize("content", ["-90000", "0"])
def test_clock_that_is_put_back_goes_on_slowly(tmp_path: Path, content: str) -> None:
    file = tmp_path / "clock"
    file.write_text("86400")
    clock = Clock(f"file:{file}")
    ahead = clock.now()
    file.write_text(content)
    told = [clock.now()]
    began = time.monotonic()
    while time.monotonic() - began < 0.05:
        told.append(clock.now())
    assert told[0] >= ahead
    assert told == sorted(told)
    assert timedelta(0) < told[-1] - told[0] < timedelta(seconds=time.monotonic() - began)


@pytest.mark.parametrize("content", ["", "no number", "1e400", "nan"])
def test_clock_keeps_its_offset_when_the_file_cannot_be_read(tmp_path: Path, content: str) -> None:
    file = tmp_path / "clock"
    file.write_text("86400")
    clock = Clock(f"file:{file}")
    before = clock.now()
    file.write_text(content)
    assert clock.now() >= before
    file.unlink()
    assert clock.now() >= before


def test_clock_of_a_new_life_does_not_go_behind_the_last_one() -> None:
    clock = Clock()
    lived = datetime.now(UTC) + DAY
    clock.not_before(lived)
    first = clock.now()
    assert first >= lived
    assert clock.now() >= first


async def test_waiting_ends_when_the_clock_jumps_over_the_moment(tmp_path: Path) -> None:
    file = tmp_path / "clock"
    file.write_text("0")
    clock = Clock(f"file:{file}")
    waiting = asyncio.create_task(clock.sleep_until(clock.now() + DAY))
    await asyncio.sleep(0)
    assert not waiting.done()
    file.write_text("86401")
    async with asyncio.timeout(20):
        await waiting


async def test_waiting_ends_when_it_is_woken() -> None:
    clock = Clock()
    wake = asyncio.Event()
    waiting = asyncio.create_task(clock.sleep_until(clock.now() + DAY, wake))
    await asyncio.sleep(0)
    assert not waiting.done()
    wake.set()
    async with asyncio.timeout(20):
        await waiting


async def test_moment_that_has_passed_is_not_waited_for() -> None:
    clock = Clock()
    await clock.sleep_until(clock.now() - DAY)


@pytest.mark.parametrize("setting", ["yesterday", "2020-05-05T09:00:00", "file"])
def test_setting_that_is_no_clock_is_refused(setting: str) -> None:
    with pytest.raises(SettingsError, match="XMESS_CLOCK"):
        Clock(setting)
