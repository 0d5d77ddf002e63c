"""A mentor with a package under way, or with two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stage import Stage
from tests.support.rehearsed import rehearsed


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    one = rehearsed(Stage, tmp_path)
    yield one
    one.close()


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Stage]:
    one = rehearsed(Stage, tmp_path, two=True)
    yield one
    one.close()
