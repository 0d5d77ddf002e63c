"""All that something may be said unasked to, for the forecast: the same rows the notifier reads, in one look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from conversations.protocol.assessment import Awaited, DecisionLetter, Proceedings
from conversations.protocol.attention import Silent, Unreached
from conversations.protocol.facts import Arrived, Reader, Watched
from conversations.protocol.mentoring import Assignment, Grant
from conversations.protocol.scenes import Reporting


@dataclass(frozen=True, slots=True)
class Curious:
    """Somebody who asked, `since` when (UTC), to be told when the next call opens; `body` is the one acted for."""

    person: int
    body: str | None
    body_name: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outage:
    """A time (UTC) during which the bot was away."""

    id: int
    begin: datetime
    end: datetime

    def once(self, person: int) -> str:
        """The key of the letter that tells somebody of it."""
        return f"outage.{self.id}.{person}"


@dataclass(frozen=True, slots=True)
class LostGroup:
    """A group that heard digests since `bound`, until the bot was removed from it (UTC)."""

    chat: int
    bound: datetime
    gone: datetime

    def once(self, person: int) -> str:
        """The key of the letter that tells somebody of it."""
        return f"group.{self.chat}.{self.gone:%Y%m%dT%H%M%S}.{person}"


@dataclass(frozen=True, slots=True)
class Returned:
    """The decisions of a call whose hours pass on by themselves when they come back, their messages, and who is a
    contact of each body."""

    proceedings: Proceedings
    letters: tuple[DecisionLetter, ...] = ()
    contacts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paced:
    """A package as it is looked at `since` a moment (UTC): what was planned before it has been said, or was late.

    `nudged` is how often its silence was spoken of, whoever went with it, and `nudged_at` when last; `resumed` is when
    it was taken up again after a pause. `muted` are the people on either side who want no reminders.
    """

    assignment: Assignment
    since: datetime
    nudged: int = 0
    nudged_at: datetime | None = None
    resumed: datetime | None = None
    muted: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Sessions that somebody told and neither saved nor discarded, `since` the last sign of life (UTC). `assignments`
    are those in which the person goes with a council; `muted`: they want no reminders."""

    person: int
    turn: int
    since: datetime
    scene: Reporting
    assignments: tuple[Assignment, ...]
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Lapsing:
    """A package of a call whose sessions can be told no more, with all who ever went with it, the last one last."""

    grant: Grant
    assignments: tuple[Assignment, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """Whom the bot may speak to unasked in the next days, by call where it matters; `names` of people are by number.

    `awaited` are the decisions that councils have not answered yet, `sessions` the packages with sessions that wait for
    an answer, `paced` those of which something is planned, `lapsing` those that may lose their hours; `untold`
    are the calls of whose last days for sessions the office has not heard, `unsaved` the sessions that were told and
    not saved.

    `more` says that there are more bodies than were read.
    """

    watched: tuple[Watched, ...] = ()
    readers: Mapping[str, tuple[Reader, ...]] = field(default_factory=dict)
    arrived: Mapping[str, tuple[Arrived, ...]] = field(default_factory=dict)
    curious: tuple[Curious, ...] = ()
    awaited: tuple[Awaited, ...] = ()
    outages: tuple[Outage, ...] = ()
    unreached: tuple[Unreached, ...] = ()
    silent: tuple[Silent, ...] = ()
    lost: tuple[LostGroup, ...] = ()
    returned: Mapping[str, Returned] = field(default_factory=dict)
    office: tuple[int, ...] = ()
    sessions: tuple[Assignment, ...] = ()
    paced: tuple[Paced, ...] = ()
    lapsing: tuple[Lapsing, ...] = ()
    untold: frozenset[str] = frozenset()
    unsaved: tuple[Unsaved, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    more: bool = False
