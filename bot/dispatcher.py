"""A batch of updates is one transaction: seen, understood, answered and written, or nothing of it."""

from __future__ import annotations

import asyncio
import secrets
import traceback
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from bot import claiming, writing
from bot.claiming import Together
from bot.clock import Clock
from bot.faults import Faults
from conversations import needs, router
from conversations.protocol.facts import Person
from conversations.protocol.incoming import Incoming
from conversations.protocol.wants import AnyWant, Facts, House
from storage import changes, dialogues, letters, locks, snapshots
from storage.changes import Done
from storage.database import Database
from storage.dialogues import Dialogue, Key
from storage.letters import NewLetter
from storage.snapshots import Asked

log = structlog.get_logger()

BATCH = 64
_DATABASE_PAUSE = 1.0
_DATABASE_ATTEMPTS = 5
_OURS = str(Path(__file__).parent.parent)


@dataclass(slots=True)
class Arrival:
    """An update that waits for its answer; `done` is set once that is committed.

    `attempts` counts how often the database failed at it alone.
    """

    incoming: Incoming
    done: asyncio.Future[None]
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Identity:
    """The bot as people address it, and the mark its documents carry (a demonstration says so)."""

    name: str
    mark: str = ""


class Dispatcher:
    """Takes what waits, at most one update per person and chat, and answers it in one transaction."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        house: House,
        identity: Identity,
        wake_outbox: Callable[[], None],
        faults: Faults | None = None,
        gives_way: timedelta = timedelta(),
    ) -> None:
        """`gives_way` is how long letters to who wrote wait for an answer that may bring them along."""
        self._gives_way = gives_way
        self._database = database
        self._clock = clock
        self._house = house
        self._identity = identity
        self._wake_outbox = wake_outbox
        self._faults = faults or Faults()
        self._waiting: deque[Arrival] = deque()
        self._arrived = asyncio.Event()

    def put(self, incoming: Incoming) -> asyncio.Future[None]:
        """Queues an update. The future is done once its consequences are committed."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(Arrival(incoming, done))
        self._arrived.set()
        return done

    def been_away(self, gap: tuple[datetime, datetime]) -> None:
        """Nobody could reach the bot between these moments (UTC): what waited is judged with that in mind."""
        self._house = replace(self._house, gap=gap)

    async def run(self) -> None:
        """Answers until cancelled."""
        while True:
            await self._arrived.wait()
            batch = self._take()
            if not batch:
                self._arrived.clear()
                continue
            answered = await self._answer(batch)
            for arrival in reversed([one for one in batch if one.incoming.update not in answered]):
                self._waiting.appendleft(arrival)
            for arrival in batch:
                if arrival.incoming.update in answered and not arrival.done.done():
                    arrival.done.set_result(None)
            self._wake_outbox()

    def _take(self) -> list[Arrival]:
        """The first updates that wait, one per person and chat; the others keep their order."""
        taken: dict[Key, Arrival] = {}
        rest: deque[Arrival] = deque()
        for arrival in self._waiting:
            key = (arrival.incoming.chat, arrival.incoming.person)
            if key in taken or len(taken) >= BATCH:
                rest.append(arrival)
            else:
                taken[key] = arrival
        self._waiting = rest
        return list(taken.values())

    async def _answer(self, batch: Sequence[Arrival]) -> set[int]:
        """Answers a batch, or one by one when that fails. Returns the updates that are settled."""
        try:
            return await self._commit([one.incoming for one in batch])
        except Exception as failure:  # noqa: BLE001  whatever it is, the others of the batch must not suffer
            log.warning("batch_failed", size=len(batch), why=type(failure).__name__)
        answered: set[int] = set()
        for arrival in batch:
            try:
                answered |= await self._commit([arrival.incoming])
            except Exception as failure:  # noqa: BLE001
                if not await self._give_up(arrival, failure):
                    await asyncio.sleep(_DATABASE_PAUSE)
                    return answered
                answered.add(arrival.incoming.update)
        return answered

    async def _give_up(self, arrival: Arrival, failure: Exception) -> bool:
        """Settles an update that failed alone. False when the database is to blame and it must be tried again."""
        if isinstance(failure, OperationalError) and arrival.attempts < _DATABASE_ATTEMPTS:
            # Locked, full or away: that is nobody's fault, and the next attempt may find it well.
            arrival.attempts += 1
            log.error("database_unavailable", why=type(failure).__name__)
            return False
        return await self._apologise(arrival.incoming, failure)

    async def _commit(self, batch: Sequence[Incoming]) -> set[int]:
        answered = await self._database.run(lambda connection: self._transact(connection, batch), lock=locks.later)
        self._faults.at("after_commit")
        return answered

    def _transact(self, connection: Connection, batch: Sequence[Incoming]) -> set[int]:
        now = self._clock.now()
        claiming.persons(connection, batch)
        fresh = dialogues.unseen(connection, [incoming.update for incoming in batch])
        settled = {incoming.update for incoming in batch} - fresh
        new = list({one.update: one for one in batch if one.update in fresh}.values())
        if not new:
            return settled
        chosen = claiming.together(connection, new, now)
        changes.meet(connection, {one.person for one in chosen.updates} - set(chosen.people), now)
        self._write(connection, chosen, now)
        dialogues.see(connection, [one.update for one in chosen.updates], now)
        self._faults.at("before_commit")
        return settled | {one.update for one in chosen.updates}

    def _write(self, connection: Connection, chosen: Together, now: datetime) -> None:
        batch, known = chosen.updates, chosen.known
        states = {one.update: known[one.chat, one.person].state for one in batch}
        wanted = [(one, needs.wants(states[one.update], one)) for one in batch]
        facts = self._facts(connection, wanted, chosen.people, now)
        more = [(one, needs.more(states[one.update], one, facts[one.update])) for one in batch]
        facts = self._facts(connection, more, chosen.people, now, facts)
        saved: list[tuple[Key, Dialogue]] = []
        done: list[Done] = []
        written: list[NewLetter] = []
        for one in batch:
            turn = router.respond(states[one.update], one, facts[one.update])
            before = known[one.chat, one.person]
            live = writing.labels(turn.replies, turn.state.turn)
            # While the turn stays, its buttons do too: what came since may be typed first.
            kept = dict.fromkeys((*live, *before.labels)) if turn.state.turn == before.state.turn else live
            saved.append(((one.chat, one.person), Dialogue(turn.state, tuple(kept), before.known)))
            done += [Done(one.person, change, one.at or now) for change in turn.changes]
            written += writing.letters(
                turn.replies, one.chat, turn.state.turn, self._identity.name, mark=self._identity.mark
            )
        changes.write(connection, done)
        dialogues.save(connection, saved, now)
        letters.write(connection, written, now, dict.fromkeys((one.chat for one in batch), now + self._gives_way))

    def _facts(
        self,
        connection: Connection,
        wanted: Sequence[tuple[Incoming, tuple[AnyWant, ...]]],
        people: Mapping[int, Person],
        now: datetime,
        so_far: dict[int, Facts] | None = None,
    ) -> dict[int, Facts]:
        asked = [Asked(one.update, one.person, want) for one, wants in wanted for want in wants]
        answers = snapshots.answer(connection, asked, now, people)
        facts = {}
        for one, _ in wanted:
            earlier = so_far[one.update] if so_far else Facts(now, self._house, {}, secrets.token_urlsafe(16))
            facts[one.update] = earlier.and_also(answers.get(one.update, {}))
        return facts

    async def _apologise(self, incoming: Incoming, failure: Exception) -> bool:
        """Records an update that fails by our own fault and says so to the person. False when even that fails."""
        place = _place(failure)
        log.error("update_failed", update=incoming.update, kind=type(incoming).__name__, place=place)

        def work(connection: Connection) -> None:
            now = self._clock.now()
            if not dialogues.unseen(connection, [incoming.update]):
                return  # another process has answered it
            key = (incoming.chat, incoming.person)
            dialogue = dialogues.load(connection, [key])[key]
            replies = router.apologise(incoming)
            turn = dialogue.state.turn
            dialogues.fail(connection, incoming.update, type(incoming).__name__, place, now)
            letters.write(connection, writing.letters(replies, incoming.chat, turn, self._identity.name), now)

        try:
            await self._database.run(work)
        except OperationalError as worse:
            log.error("database_unavailable", why=type(worse).__name__)
            return False
        except Exception as worse:  # noqa: BLE001  not even its number can be stored; it must not stop the others
            log.error("update_dropped", update=incoming.update, place=_place(worse))
        return True


def _place(failure: BaseException) -> str:
    """Where in our code it failed: file and line, no values and so no personal data."""
    frames = traceback.extract_tb(failure.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(_OURS) and "site-packages" not in frame.filename]
    where = f"{Path(ours[-1].filename).relative_to(_OURS)}:{ours[-1].lineno}" if ours else "?"
    return f"{type(failure).__name__} at {where}"
