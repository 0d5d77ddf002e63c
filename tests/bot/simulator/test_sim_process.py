"""The bot as a child process: real processes, really killed."""

import os
import sys

import pytest

from bot.simulator import BotProcess

STUBBORN = """
import signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("ready", flush=True)
time.sleep(60)
"""
POLITE = 'import time; print("ready", flush=True); time.sleep(60)'
FALLING = 'import sys; print("una línia"); print("no newline", end=""); sys.exit(3)'


def process(script: str) -> BotProcess:
    return BotProcess([sys.executable, "-c", script], {"PYTHONIOENCODING": "utf-8"})


async def test_killing_and_starting_again() -> None:
    child = process(POLITE)
    seen: list[bool] = []
    child.changed = lambda: seen.append(child.running)
    await child.start()
    first = child.pid
    assert first is not None
    await child.start()
    assert child.pid == first
    await child.restart()
    assert child.running
    assert child.pid not in (None, first)
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    await child.kill()
    assert (child.running, child.exit_code, child.fell) == (False, -9, False)
    await child.kill()
    assert seen == [True, False, True, False]


async def test_a_fall_is_noticed_with_its_last_words() -> None:
    child = process(FALLING)
    await child.start()
    await child.ended()
    assert (child.running, child.exit_code, child.fell) == (False, 3, True)
    assert list(child.log) == ["una línia", "no newline"]


async def test_stopping_asks_first_and_insists_later() -> None:
    polite = process(POLITE)
    await polite.start()
    await polite.stop()
    assert polite.exit_code == -15
    stubborn = process(STUBBORN)
    await stubborn.start()
    await stubborn.said("ready")
    await stubborn.stop(grace=0.1)
    assert stubborn.exit_code == -9


async def test_the_environment_is_only_what_was_given() -> None:
    child = BotProcess([sys.executable, "-c", "import os; print(os.environ.get('HOME'), os.environ['X'])"], {"X": "1"})
    await child.start()
    await child.ended()
    assert list(child.log) == ["None 1"]
