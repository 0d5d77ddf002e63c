"""Reading a table of a call's TOML: each value of its kind, or one clear line that says what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any


class CallError(ValueError):
    """A call's TOML cannot be used; the message says which line of it and why."""


def tables(data: Mapping[str, Any], key: str) -> Sequence[Mapping[str, Any]]:
    """A list of tables; none if it is not there. Raises CallError."""
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise CallError(f"{key} must be a list of tables, each under [[{key}]]")
    return value


def text(data: Mapping[str, Any], key: str, default: str | None = None) -> str:
    """A text that is not empty, or the default. Raises CallError."""
    value = data.get(key, default)
    if not isinstance(value, str) or (not value.strip() and default is None):
        raise CallError(f"{key} must be a text")
    return value


def texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of texts; none if it is not there. Raises CallError."""
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise CallError(f"{key} must be a list of texts")
    return tuple(value)


def day(data: Mapping[str, Any], key: str) -> date:
    """A date. Raises CallError."""
    value = maybe_day(data, key)
    if value is None:
        raise CallError(f"{key} must be a date, as in 2020-05-08")
    return value


def maybe_day(data: Mapping[str, Any], key: str) -> date | None:
    """A date, or None if it is not there. Raises CallError."""
    value = data.get(key)
    if value is not None and type(value) is not date:
        raise CallError(f"{key} must be a date, as in 2020-05-08")
    return value


def table(data: Mapping[str, Any], key: str, known: Collection[str]) -> Mapping[str, Any]:
    """A table under a heading, with no key but the known ones; empty if it is not there. Raises CallError."""
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise CallError(f"{key} must be a table, under [{key}]")
    if strange := sorted(set(value) - set(known)):
        raise CallError(f"{key} has what nobody reads: {', '.join(strange)}")
    return value


def switch(data: Mapping[str, Any], key: str, default: bool, where: str) -> bool:
    """A yes or no. Raises CallError."""
    value = data.get(key, default)
    if not isinstance(value, bool):
        raise CallError(f"{where}: {key} must be true or false")
    return value


def number(data: Mapping[str, Any], key: str, default: int, where: str, *, least: int, most: int) -> int:
    """A whole number from `least` to `most`. Raises CallError."""
    value = data.get(key, default)
    if type(value) is not int or not least <= value <= most:
        raise CallError(f"{where}: {key} must be a whole number from {least} to {most}")
    return value
