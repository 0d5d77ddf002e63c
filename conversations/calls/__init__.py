"""Calls are content, not code: the parser of a call's TOML, and the calls that are shipped."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from functools import lru_cache
from typing import Any

from conversations.calls.commission import check_weights, method, telling
from conversations.calls.digests import digests
from conversations.calls.sessions import pace
from conversations.calls.tables import CallError, day, maybe_day, tables, text, texts
from conversations.protocol.facts import Call, Courtesy, Criterion, Extension, Reminder, Service, Standing

SERVICES = ("mentoring", "advice")

_KEYS = frozenset(
    {
        *("id", "name", "opens", "deadline", "decision", "sessions_from", "sessions_to", "following", "undecided"),
        *("questions", "commitments", "services", "criteria", "reminders", "courtesy"),
        *("assessment", "decisions", "sessions", "digests"),
    }
)
_ROWS = {"criteria": frozenset({"id", "name"}), "reminders": frozenset({"to", "days"})}
_TABLES = {
    "courtesy": frozenset({"begins", "ends", "local_holidays"}),
    "services": frozenset(SERVICES),
}

__all__ = ["SERVICES", "CallError", "check_names", "parse"]


def check_names(toml: str) -> None:
    """Refuses a TOML that says something that nobody reads, as a misspelt setting would. Raises CallError.

    For a call that is about to be opened: one that is stored goes on whatever older versions let in.
    """
    data = tomllib.loads(toml)
    _known("the call", data, _KEYS)
    for name, known in _ROWS.items():
        for one in tables(data, name):
            _known(name, one, known)
    for name, known in _TABLES.items():
        _known(name, data.get(name, {}), known)
    for name in SERVICES:
        _known(f"services.{name}", data["services"][name], frozenset({"bag_minutes", "package_minutes"}))


def _known(where: str, data: Mapping[str, Any], known: frozenset[str]) -> None:
    if strange := sorted(set(data) - known):
        raise CallError(f"{where} has what nobody reads: {', '.join(strange)}")


def parse(toml: str, extensions: Sequence[Extension] = ()) -> Call:
    """The call that a TOML describes, with the deadline that its last extension gives it. Raises CallError."""
    call = _parse(toml)
    if not extensions:
        return call
    moved = extensions[-1].to
    return replace(call, deadline=moved, extensions=tuple(extensions), first_deadline=call.deadline)


@lru_cache(maxsize=32)
def _parse(toml: str) -> Call:
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise CallError(f"not valid TOML: {error}") from error
    call = Call(
        id=text(data, "id"),
        name=text(data, "name"),
        opens=maybe_day(data, "opens"),
        deadline=day(data, "deadline"),
        decision=maybe_day(data, "decision"),
        sessions_from=day(data, "sessions_from"),
        sessions_to=day(data, "sessions_to"),
        following=text(data, "following", ""),
        questions=texts(data, "questions"),
        commitments=texts(data, "commitments"),
        services=tuple(_service(data, name) for name in SERVICES),
        criteria=tuple(Criterion(text(one, "id"), text(one, "name")) for one in tables(data, "criteria")),
        undecided=texts(data, "undecided"),
        reminders=tuple(_reminder(one) for one in tables(data, "reminders")),
        courtesy=_courtesy(data.get("courtesy", {})),
        method=method(data),
        telling=telling(data),
        pace=pace(data),
        digests=digests(data),
    )
    _check(call)
    return call


def _check(call: Call) -> None:
    if call.sessions_from > call.sessions_to:
        raise CallError("sessions_from is after sessions_to")
    if call.opens and call.opens > call.deadline:
        raise CallError("opens is after the deadline")
    if not call.questions:
        raise CallError("questions is empty")
    if len(set(call.questions)) != len(call.questions):
        raise CallError("questions names one twice")
    if not call.criteria:
        raise CallError("criteria is empty")
    check_weights(call.criteria, call.method)


def _reminder(data: Mapping[str, Any]) -> Reminder:
    to, days = data.get("to"), data.get("days")
    if to not in (Standing.DRAFT, Standing.NOT_BEGUN):
        raise CallError("reminders: to must be draft or not_begun")
    if not isinstance(days, int) or isinstance(days, bool) or days < 0:
        raise CallError("reminders: days must be a whole number of days before the deadline")
    return Reminder(Standing(to), days)


def _courtesy(data: object) -> Courtesy:
    usual = Courtesy()
    if not isinstance(data, dict):
        raise CallError("courtesy must be a table")
    begins, ends = data.get("begins", usual.begins), data.get("ends", usual.ends)
    days = data.get("local_holidays", [])
    if not isinstance(begins, time) or not isinstance(ends, time) or begins >= ends:
        raise CallError("courtesy: begins and ends must be hours, as in 09:00:00, the first before the second")
    if not isinstance(days, list) or not all(type(day) is date for day in days):
        raise CallError("courtesy: local_holidays must be a list of dates")
    return Courtesy(begins, ends, tuple(days))


def _service(data: Mapping[str, Any], name: str) -> Service:
    services = data.get("services")
    entry = services.get(name) if isinstance(services, dict) else None
    if not isinstance(entry, dict):
        raise CallError(f"services.{name} is missing")
    bag, package = entry.get("bag_minutes"), entry.get("package_minutes")
    if type(bag) is not int or type(package) is not int or package <= 0 or bag < package:
        raise CallError(f"services.{name} needs bag_minutes and package_minutes as whole minutes")
    return Service(name, bag, package)
