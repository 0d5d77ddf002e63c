"""The waiting list of a service: who is next when hours come back, and where somebody stands (R37)."""

from __future__ import annotations

from collections.abc import Iterable

from conversations.protocol.assessment import Decision, Outcome


def waiting(decisions: Iterable[Decision], service: str) -> tuple[Decision, ...]:
    """Who waits for a service, in order: by the place decided, then by application."""
    own = (one for one in decisions if one.outcome is Outcome.WAITING_LIST and one.service == service)
    return tuple(sorted(own, key=lambda one: (one.position or 0, one.application)))


def first(decisions: Iterable[Decision], service: str) -> Decision | None:
    """The one to propose when a package of a service comes back: exactly one, or None. A person decides (R56)."""
    return next(iter(waiting(decisions, service)), None)


def standing(decisions: Iterable[Decision], application: str) -> int | None:
    """The place from 1 where an application stands now, those ahead that left not counted; None if it does not wait."""
    held = tuple(decisions)
    own = next((one for one in held if (one.application, one.outcome) == (application, Outcome.WAITING_LIST)), None)
    if own is None or own.service is None:
        return None
    return 1 + [one.application for one in waiting(held, own.service)].index(application)


def last_position(decisions: Iterable[Decision], service: str) -> int:
    """The place for somebody who joins the list later, such as with a late yes: after everybody."""
    return 1 + max((one.position or 0 for one in waiting(decisions, service)), default=0)
