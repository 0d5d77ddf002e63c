"""A full call that has closed, and three people of the commission."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.chamber import Chamber, chamber_in
from tests.support.rehearsed import rehearsed


@pytest.fixture
def chamber(tmp_path: Path) -> Iterator[Chamber]:
    """Everybody has scored everything."""
    made = rehearsed(chamber_in, tmp_path, scored=True)
    yield made
    made.bot.close()


@pytest.fixture
def unscored(tmp_path: Path) -> Iterator[Chamber]:
    """Nobody has scored anything yet."""
    made = rehearsed(chamber_in, tmp_path, scored=False)
    yield made
    made.bot.close()


@pytest.fixture
def joint(tmp_path: Path) -> Iterator[Chamber]:
    """The scores are to be agreed in the meeting."""
    made = rehearsed(chamber_in, tmp_path, scored=False, joint=True)
    yield made
    made.bot.close()
