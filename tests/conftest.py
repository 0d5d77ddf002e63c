"""What every test shares: a voice that refuses to be without words, databases, and how the whole suite runs."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

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


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What is there once every test is known stays until the end. The collector of cycles need not look through it
    while it comes, and again and again afterwards: that is a twelfth of all the work."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(5000, 10, 10)
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    whole_suite.arrange(config, items)
