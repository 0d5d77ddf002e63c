"""The simulator: a Telegram with its people on one loopback port, for tests and for the demo."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.simulator.api import BotApi, Call
from bot.simulator.clock import Clock
from bot.simulator.control import Control
from bot.simulator.delivery import Delivery
from bot.simulator.errors import JSON
from bot.simulator.events import Events
from bot.simulator.faults import Faults
from bot.simulator.groups import Group
from bot.simulator.guard import guard
from bot.simulator.limits import Limits
from bot.simulator.line import Line
from bot.simulator.model import Chat, Message, User
from bot.simulator.people import Person
from bot.simulator.process import BotProcess
from bot.simulator.updates import UpdateQueue
from bot.simulator.world import World

DEMO_TOKEN = "100:DEMO"  # noqa: S105  # opens nothing outside this process
PAGE = Path(__file__).parent / "page"
_LARGEST_UPLOAD = 55 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a deed, in Catalan, and the people whose telephones are to be shown."""

    said: str
    show: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that the page offers to do to the simulated world in one press; one for the `clock` stands beside it.

    `run` raises SimulatorError with a sentence for the visitor when it cannot be done.
    """

    label: str
    run: Callable[[], Awaitable[Outcome]]
    clock: bool = False


class Simulator:
    """A Bot API server on loopback, its people and its clock. Use it as an async context manager.

    `requests` remembers the last calls of the bot, without its token. With `limits`, Telegram's limits on sending
    are enforced; without, only scripted faults refuse. `webhook_retry` is the first wait of a failed
    delivery, `page` the folder that a browser is shown.
    """

    def __init__(
        self,
        token: str = DEMO_TOKEN,
        username: str = "xmess_demo_bot",
        name: str = "XMESS",
        host: str = "127.0.0.1",
        port: int = 0,
        clock_file: Path | None = None,
        page: Path = PAGE,
        limits: bool = False,
        webhook_retry: float = 1.0,
        remembered_calls: int = 10_000,
    ) -> None:
        self.clock = Clock(clock_file)
        self.events = Events()
        self.updates = UpdateQueue()
        self.faults = Faults()
        bot = User(int(token.partition(":")[0]), name, language="", username=username, is_bot=True)
        self.world = World(
            bot, self.clock, self.events, self.updates, Delivery(self.updates, self.clock, webhook_retry)
        )
        self._api = BotApi(self.world, token, self.faults, Limits() if limits else None, remembered_calls)
        self._address = (host, port)
        self._page = page
        self.people: dict[int, Person] = {}
        self.line = Line(lambda: self._address[1], self._tell_line)
        self.deeds: dict[str, Deed] = {}
        self._bot_process: BotProcess | None = None
        self._runner: web.AppRunner | None = None
        self.world.delivery.answered = self._api.answer
        self.updates.waiting = self.world.delivery.failed = self.events.touch
        self.clock.listen(self._tell_time)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        """The base address; `/bot<token>/<method>` is appended."""
        host, port = self._address
        return f"http://{host}:{port}"

    @property
    def requests(self) -> deque[Call]:
        """The last calls of the Bot API, oldest first."""
        return self._api.calls

    @property
    def bot_process(self) -> BotProcess | None:
        """The real bot when it runs as a child, so that the page can kill it and start it."""
        return self._bot_process

    @bot_process.setter
    def bot_process(self, process: BotProcess) -> None:
        self._bot_process = process
        process.changed = self._tell_bot

    @property
    def bot_running(self) -> bool:
        """Whether a bot is there: the child process, or else whoever polls or has a webhook."""
        if self._bot_process is not None:
            return self._bot_process.running
        return self.updates.polling or bool(self.updates.webhook_url)

    @property
    def bot_fell(self) -> bool:
        """Whether the child process ended without having been asked to."""
        return self._bot_process is not None and self._bot_process.fell

    async def start(self) -> None:
        """Listen; with port 0 the system chooses one."""
        app = web.Application(client_max_size=_LARGEST_UPLOAD, middlewares=[guard])
        app.add_routes([*self._api.routes(), *Control(self, self._page).routes()])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=2.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, *self._address).start()
        self._address = (self._address[0], self._runner.addresses[0][1])

    async def stop(self) -> None:
        """End every call that waits and close the port."""
        self._api.closing.set()
        await self.line.close()
        await self.world.delivery.end()
        self.updates.close()
        self.events.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def before_answer(self, done: Callable[[], None]) -> None:
        """What is done before each call of the bot is answered, once the world has changed."""
        self._api.before_answer = done

    def person(
        self,
        number: int,
        first_name: str,
        last_name: str = "",
        language: str = "ca",
        username: str | None = None,
        note: str = "",
    ) -> Person:
        """A new person who has not written to the bot yet."""
        if number in self.world.chats or number == self.world.bot.id:
            raise ValueError(f"the id {number} is taken")
        user = User(number, first_name, last_name, language, username, note=note)
        self.world.add_user(user)
        person = self.people[number] = Person(self.world, user)
        return person

    def group(self, title: str, people: list[Person]) -> Group:
        """A new group of these people, to which the first one adds the bot."""
        chat = self.world.add_group(title, [person.user for person in people])
        group = Group(self.world, chat.id)
        group.welcome_bot(people[0])
        return group

    def raw(self, update: JSON) -> JSON:
        """Send the bot any update; it gets the next id unless it brings one."""
        return self.updates.push_raw(update)

    def chat(self, number: int) -> Chat:
        """A chat by its id; the id of a private chat is the person's."""
        return self.world.chats[number]

    async def wait_for(
        self,
        wanted: str | Callable[[Message], bool],
        chat: int | Group | Person | None = None,
        timeout: float = 5.0,  # noqa: ASYNC109  # asyncio.timeout alone could not say what was there instead
        after: Message | None = None,
    ) -> Message:
        """The newest message of the bot that contains this text or satisfies this predicate, now or soon.

        `after` passes over what was said or edited before that message.
        """
        matches = wanted if callable(wanted) else lambda message: wanted in message.text
        number = chat if chat is None or isinstance(chat, int) else chat.id
        since = after.seq if after else 0

        def look() -> Message | None:
            chats = self.world.chats.values() if number is None else [self.world.chats[number]]
            found = [m for c in chats for m in c.from_bot if m.seq > since and matches(m)]
            return max(found, key=lambda message: message.seq, default=None)

        message = await self.events.until(look, timeout)
        if message is None:
            said = [m.text for c in self.world.chats.values() for m in c.from_bot if number in (None, c.id)]
            raise TimeoutError(f"not said within {timeout} s: {wanted!r}; the bot said {said[-5:]}")
        return message

    async def wait_until(self, condition: Callable[[], bool], timeout: float = 5.0) -> None:  # noqa: ASYNC109
        """Wait until a condition on the simulator's state holds; it is looked at after every event."""
        if await self.events.until(lambda: condition() or None, timeout) is None:
            raise TimeoutError(f"the condition did not hold within {timeout} s")

    def _tell_bot(self) -> None:
        self.events.publish("bot", running=self.bot_running, fell=self.bot_fell)

    def _tell_line(self) -> None:
        self.events.publish("line", cut=self.line.is_cut)

    def _tell_time(self) -> None:
        self.events.publish("clock", now=self.clock.now().isoformat())
