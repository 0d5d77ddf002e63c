"""What every test shares: a voice that refuses to be without words, databases, and how the whole suite runs."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.support import in_memory, whole_suite
from tests.support.databases import database
from tests.support.postgres import postgres

__all__ = ["database", "postgres"]

os.environ.setdefault("PTB_TIMEDELTA", "true")

# A busy machine is no fault of what is tested.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    in_memory.configure(config)
    whole_suite.configure(config)
    import locales  # noqa: PLC0415  only now: what is imported before the measurement counts as not run

    locales.be_strict()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-transcripts", action="store_true", help="write tests/transcripts/*.txt as they go now")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    whole_suite.arrange(config, items)
