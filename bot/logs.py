"""Logs: one JSON line an event, without personal data and never with the token."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

_QUIET = ("httpx", "httpcore", "aiohttp", "telegram", "asyncio", "apscheduler", "sqlalchemy", "alembic")


class _Redacting:
    """Takes a secret out of whatever is logged: HTTP clients like to log the address, which holds the token."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def __call__(self, _logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        if self._secret:
            for key, value in event.items():
                if isinstance(value, str) and self._secret in value:
                    event[key] = value.replace(self._secret, "…")
        return event


def configure(*, json: bool, secret: str = "", level: str = "INFO") -> None:
    """Sets up the logs of this process, from `level` on."""
    least = logging.getLevelNamesMapping()[level]
    # Whatever the level: below a warning these libraries write addresses with the token, and what people write.
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    processors: list[Any] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _Redacting(secret),
        structlog.processors.JSONRenderer(ensure_ascii=False) if json else structlog.dev.ConsoleRenderer(colors=False),
    ]
    structlog.configure(
        processors=processors,
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    shared = structlog.stdlib.ProcessorFormatter(processors=[_drop_meta, *processors[1:]])
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(shared)
    logging.basicConfig(
        level=max(least, logging.WARNING) if level != "DEBUG" else least, handlers=[handler], force=True
    )


def _drop_meta(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    event.pop("_record", None)
    event.pop("_from_structlog", None)
    return event
