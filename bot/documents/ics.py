"""Dates for calendars: what every calendar program adds, moves or takes away by itself."""

from __future__ import annotations

from datetime import UTC, datetime

from icalendar import Calendar, Event

from bot.documents.model import PrintedEvent

_MAKER = "-//XMESS//bot//CA"


def calendar(event: PrintedEvent) -> bytes:
    """One date. Times are in UTC, so that no calendar has to know our zone. The same date is always the same bytes."""
    made = Calendar()
    made.add("prodid", _MAKER)
    made.add("version", "2.0")
    made.add("method", "CANCEL" if event.cancelled else "PUBLISH")
    date = Event()
    date.add("uid", event.uid)
    date.add("sequence", event.sequence)
    date.add("dtstamp", _instant(event.stamp))
    date.add("dtstart", _instant(event.begins))
    date.add("dtend", _instant(event.ends))
    date.add("summary", event.title)
    date.add("description", event.text)
    if event.place:
        date.add("location", event.place)
    date.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    made.add_component(date)
    return bytes(made.to_ical())


def _instant(text: str) -> datetime:
    """An ISO instant in UTC. Raises ValueError for one without a zone."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    return at.astimezone(UTC)
