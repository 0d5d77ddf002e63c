"""The clock: ahead only, and written where the bot reads it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.simulator import Simulator, SimulatorError
from bot.simulator.clock import Clock


def test_it_runs_with_real_time_plus_an_offset(tmp_path: Path) -> None:
    clock = Clock(tmp_path / "sub" / "clock")
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    assert float((tmp_path / "sub" / "clock").read_text()) == 0.0
    clock.set(clock.now() + timedelta(days=3))
    assert abs(clock.now() - datetime.now(UTC) - timedelta(days=3)) < timedelta(seconds=5)
    assert float((tmp_path / "sub" / "clock").read_text()) == clock.offset
    assert [path.name for path in (tmp_path / "sub").iterdir()] == ["clock"]


def test_it_never_goes_back(tmp_path: Path) -> None:
    clock = Clock()
    with pytest.raises(SimulatorError, match="time never goes backwards"):
        clock.set(clock.now() - timedelta(hours=1))
    with pytest.raises(SimulatorError, match="time never goes backwards"):
        clock.advance(-1)
    with pytest.raises(SimulatorError, match="time zone"):
        clock.set(datetime(2120, 5, 8))  # noqa: DTZ001  # the mistake under test
    assert clock.offset == 0.0


def test_a_second_run_goes_on_where_the_first_was(tmp_path: Path) -> None:
    Clock(tmp_path / "clock").advance(1000.5)
    assert Clock(tmp_path / "clock").offset == 1000.5
    (tmp_path / "clock").write_text("yesterday")
    with pytest.raises(SimulatorError, match="does not hold an offset"):
        Clock(tmp_path / "clock")


async def test_the_simulator_shares_its_clock(tmp_path: Path) -> None:
    async with Simulator(clock_file=tmp_path / "clock") as sim:
        sim.clock.advance(60)
        assert float((tmp_path / "clock").read_text()) == 60.0
