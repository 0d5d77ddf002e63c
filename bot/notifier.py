"""Reminders: on each wake, what is due becomes letters, in batches small enough to keep conversation quick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import structlog
from sqlalchemy import Connection

from bot import promoting, writing
from bot.clock import Clock
from bot.faults import Faults
from conversations import digests, minimal, notices
from conversations.decisions import arrivals, nudges
from conversations.keeping import alerts
from conversations.mentoring import lapsing, silence, unasked, unsaved
from conversations.protocol.replies import Notice
from conversations.rules import deadlines
from conversations.rules.courtesy import polite
from conversations.rules.pacing import lapses
from storage import attention, changes, dispatches, groups, letters, mentoring, outages, pacing, snapshots, watch
from storage import digests as storage_digests
from storage import unsaved as storage_unsaved
from storage.changes import Done
from storage.database import Database
from storage.letters import NewLetter
from storage.mentored import HOUSE

log = structlog.get_logger()

BATCH = 200
CONVERSATION = 0


class Notifier:
    """Says what is due. What that is, the database and the rules decide. `by_mail`: where to, in the minimal mode."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        bot_name: str,
        wake_outbox: Callable[[], None],
        mark: str = "",
        faults: Faults | None = None,
        by_mail: str = "",
    ) -> None:
        self._by_mail = by_mail
        self._database = database
        self._clock = clock
        self._name = bot_name
        self._wake_outbox = wake_outbox
        self._mark = mark
        self._faults = faults or Faults()

    async def speak(self) -> None:
        """Says all that is due. The forecast foretells it in this order."""
        await self.remind()
        await self.announce()
        await self.digest()
        await self.decisions()
        await self.sessions()
        await self.packages()
        await self.confess()
        await self.alert()

    async def _all(self, work: Callable[[Connection], tuple[int, bool]]) -> int:
        """Does a work, a batch a transaction, for as long as it says that there may be more."""
        written, more = 0, True
        while more:
            count, more = await self._database.run(work)
            written += count
            if count:
                self._wake_outbox()
        return written

    async def _once(self, work: Callable[[Connection], int]) -> int:
        written = await self._database.run(work)
        if written:
            self._wake_outbox()
        return written

    async def remind(self) -> int:
        """Writes every reminder that is due now. Returns how many letters were written."""
        return await self._all(self._batch)

    async def announce(self) -> int:
        """Tells those who asked for it that a call has opened. Returns how many were told."""
        written = 0
        while count := await self._database.run(self._opened):
            written += count
            self._wake_outbox()
        return written

    async def digest(self) -> int:
        """Writes the digests of the commission that are due. Returns how many."""
        return await self._once(self._digests)

    async def confess(self) -> int:
        """Tells the office of outages that may have kept somebody from applying. Returns how many letters."""
        return await self._once(self._outages)

    async def decisions(self) -> int:
        """Says what is due about decisions: hours that pass on by themselves, reminders, silences, how a sending went.
        Returns how many letters were written."""
        written = 0
        for work in (self._promoted, self._awaited, self._sent):
            written += await self._database.run(work)
        if written:
            self._faults.at("after_notice")
            self._wake_outbox()
        return written

    async def alert(self) -> int:
        """Tells the office what needs a person. Returns how many letters."""
        return await self._once(self._alerts)

    def _alerts(self, connection: Connection) -> int:
        now = self._clock.now()
        calls, office = snapshots.calls(connection), snapshots.office(connection)
        if not office or not any(polite(now, call) for call in calls):
            return 0
        unreached, silent = attention.untold(connection, office, snapshots.applications)
        told = (
            *alerts.unreached(unreached, calls, office, now),
            *alerts.silent(silent, {call.id: call for call in calls}, office, now),
            *alerts.lost(groups.lost(connection, office), calls, office, now),
            *alerts.queue(attention.queue(connection, now), calls, office, now),
        )
        return letters.write(connection, [self._letter(one) for one in told], now)

    def _outages(self, connection: Connection) -> int:
        now = self._clock.now()
        office = snapshots.office(connection)
        away = outages.untold(connection, office, now) if office else []
        if not away:
            return 0
        told = notices.outages(away, snapshots.calls(connection), office, now)
        letters.write(connection, [self._letter(one) for one in told], now)
        return len(told)

    async def sessions(self) -> int:
        """What nobody has answered about sessions comes to pass. Returns how many letters were written."""
        return await self._all(self._silences)

    def _silences(self, connection: Connection) -> tuple[int, bool]:
        now = self._clock.now()
        calls = {call.id: call for call in snapshots.calls(connection)}
        if not any(polite(now, call) for call in calls.values()):
            return 0, False
        waiting = mentoring.unanswered(connection, deadlines.today(now), snapshots.applications, BATCH)
        passed = silence.due(waiting, calls, snapshots.office(connection), now)
        changes.write(connection, [Done(HOUSE, change, now) for change in passed.changes])
        letters.write(connection, [self._letter(notice) for notice in passed.notices], now)
        return len(passed.notices), bool(passed.changes)

    async def packages(self) -> int:
        """What is to be said of packages under way, and the end of those whose time is over. Returns how many."""
        works = (self._unsaved, self._paced, self._last_days, self._lapsed)
        return sum([await self._all(work) for work in works])

    def _unsaved(self, connection: Connection) -> tuple[int, bool]:
        now = self._clock.now()
        calls = {call.id: call for call in snapshots.calls(connection)}
        if not any(polite(now, call) for call in calls.values()):
            return 0, False
        midnight = deadlines.start_of(deadlines.today(now))
        told = unsaved.due(storage_unsaved.due(connection, midnight, snapshots.applications, BATCH), calls, now)
        letters.write(connection, [self._letter(notice) for notice in told.notices], now)
        storage_unsaved.handled(connection, told.handled)
        return len(told.notices), bool(told.handled)

    def _paced(self, connection: Connection) -> tuple[int, bool]:
        now = self._clock.now()
        calls = {call.id: call for call in snapshots.calls(connection) if polite(now, call)}
        waiting = pacing.due(connection, list(calls), now, snapshots.applications, BATCH) if calls else []
        if not waiting:
            return 0, False
        said = unasked.due(waiting, calls, snapshots.office(connection), now)
        letters.write(connection, [self._letter(notice) for notice in said.notices], now)
        pacing.handled(connection, said.after, said.never, said.nudged, now)
        return len(said.notices), True

    def _last_days(self, connection: Connection) -> tuple[int, bool]:
        now = self._clock.now()
        near = [call for call in snapshots.calls(connection) if lapsing.ending(call, now) and polite(now, call)]
        office = snapshots.office(connection) if near else ()
        untold = pacing.untold(connection, near, office)
        if not untold:
            return 0, False
        found = pacing.lapsing(connection, untold, snapshots.applications)
        told = lapsing.last_days(found, [call for call in near if call.id in untold], office, now)
        return letters.write(connection, [self._letter(notice) for notice in told], now), False

    def _lapsed(self, connection: Connection) -> tuple[int, bool]:
        now = self._clock.now()
        over = {call.id: call for call in snapshots.calls(connection) if polite(now, call) and lapses(call) <= now}
        found = pacing.lapsing(connection, list(over), snapshots.applications)
        if not found:
            return 0, False
        passed = lapsing.due(found, over, snapshots.office(connection), now)
        changes.write(connection, [Done(HOUSE, change, now) for change in passed.changes])
        letters.write(connection, [self._letter(notice) for notice in passed.notices], now)
        return len(passed.notices), False

    def _promoted(self, connection: Connection) -> int:
        """Where a call says so, hours that came back go to the first of the waiting list, who is told."""
        now = self._clock.now()
        written = 0
        for call in snapshots.calls(connection):
            if call.telling.promotes and polite(now, call):
                written += promoting.promote(connection, call, now, self._name)
        return written

    def _awaited(self, connection: Connection) -> int:
        now = self._clock.now()
        awaited = dispatches.due(connection, now, BATCH, snapshots.applications)
        if not awaited:
            return 0
        calls = {call.id: call for call in snapshots.calls(connection)}
        plan = nudges.due(awaited, calls, snapshots.office(connection), now)
        letters.write(connection, [self._letter(notice) for notice in plan.notices], now)
        dispatches.handled(connection, plan.following)
        return len(plan.notices)

    def _sent(self, connection: Connection) -> int:
        now = self._clock.now()
        settled = dispatches.sent(connection, snapshots.applications)
        if not settled:
            return 0
        calls = {call.id: call for call in snapshots.calls(connection)}
        office = snapshots.office(connection)
        told = [notice for one in settled for notice in arrivals.report(one, calls[one.call], office, now)]
        # The answer to what they did: unlike a digest, it goes again when a crash leaves open whether it arrived.
        letters.write(connection, [self._letter(notice, lane=CONVERSATION) for notice in told], now)
        dispatches.reported(connection, [one.id for one in settled], now)
        return len(told)

    def _digests(self, connection: Connection) -> int:
        now = self._clock.now()
        written = []
        for call in snapshots.calls(connection):
            if not polite(now, call):
                continue
            readers = [one for one in storage_digests.readers(connection, call) if digests.wait(call, one, now)]
            if not readers:
                continue
            told = digests.due(call, readers, storage_digests.arrived(connection, call.id), now)
            written += [self._letter(notice, self._mark) for notice in told.notices]
            storage_digests.told(connection, call.id, told.moved, now)
        letters.write(connection, written, now)
        return len(written)

    def _opened(self, connection: Connection) -> int:
        now = self._clock.now()
        for call in deadlines.taking(snapshots.calls(connection), now):
            opening = deadlines.opening(call)
            if opening is None or not polite(now, call):
                continue
            curious = watch.curious(connection, opening, BATCH)
            if curious:
                letters.write(connection, [self._letter(one) for one in notices.opened(call, curious, now)], now)
                watch.told(connection, [one.person for one in curious])
                return len(curious)
        return 0

    def _batch(self, connection: Connection) -> tuple[int, bool]:
        now = self._clock.now()
        calls = {call.id: call for call in snapshots.calls(connection)}
        for call in calls.values():
            if not polite(now, call):
                continue  # nobody of this call may be written to now
            watched = watch.due(connection, call.id, now, BATCH)
            if watched:
                return self._say(connection, notices.due(watched, calls, now, self._by_mail), now), True
        return 0, False

    def _say(self, connection: Connection, plan: notices.Plan, now: datetime) -> int:
        written = [self._letter(notice) for notice in plan.notices]
        letters.write(connection, written, now)
        watch.handled(connection, plan.following)
        skipped = sum(notice.skipped for notice in plan.notices)
        if skipped:
            log.info("reminders_skipped", count=skipped)
        return len(written) - skipped

    def _letter(self, notice: Notice, mark: str = "", lane: int = writing.BULK) -> NewLetter:
        quiet = replace(notice, keyboard=minimal.without(notice.keyboard)) if self._by_mail else notice
        return writing.unasked(quiet, self._name, mark, lane)
