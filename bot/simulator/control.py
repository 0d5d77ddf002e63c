"""The control interface: the page in the browser reads the simulated world and acts in it.

Only loopback is served, by the Host and Origin headers too, and a POST needs the header `X-Sim: 1`, which no page
of another site can send. Events carry `type` and, besides:

    message, edit   chat, message (as in the state)        delete    chat, id
    typing          chat, typing                           pinned    chat, pinned (id or null)
    commands        chat, commands                         clock     now
    people          people, chats (new or changed ones)    bot       running, fell
    answer          chat, id (message), person, data, text, alert         line      cut
    call            method, ok, status, ms, chat, summary  reset     (load the state again)
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from aiohttp import web

from bot.simulator.errors import JSON, SimulatorError
from bot.simulator.params import is_text
from bot.simulator.people import Person
from bot.simulator.view import message_view, state_view

if TYPE_CHECKING:
    from bot.simulator.server import Simulator

_SHOWN_INLINE = frozenset({"application/pdf", "image/png", "image/jpeg", "image/webp", "image/gif"})
_KEEP_ALIVE_SECONDS = 15.0

Action = Callable[[JSON], Awaitable[JSON]]


class Control:
    """The handlers of `/`, `/page/…` and `/sim/…`."""

    def __init__(self, simulator: Simulator, page: Path) -> None:
        self._sim = simulator
        self._page = page

    def routes(self) -> list[web.RouteDef]:
        """What the server listens to."""
        actions: dict[str, Action] = {
            "send": self._send,
            "press": self._press,
            "edit": self._edit,
            "attach": self._attach,
            "start": self._start,
            "block": self._block,
            "unblock": self._unblock,
            "clock": self._clock,
            "bot": self._bot,
            "deed": self._deed,
            "line": self._line,
        }
        return [
            web.get("/", self._index),
            web.get(r"/page/{file:[\w\-]+\.\w+}", self._static),
            web.get("/sim/state", self._state),
            web.get("/sim/events", self._events),
            web.get("/sim/bot", self._bot_log),
            web.get("/sim/files/{id}", self._file),
            *(web.post(f"/sim/{name}", _acting(action)) for name, action in actions.items()),
        ]

    async def _index(self, request: web.Request) -> web.StreamResponse:
        return self._page_file("index.html")

    async def _static(self, request: web.Request) -> web.StreamResponse:
        return self._page_file(request.match_info["file"])

    async def _state(self, request: web.Request) -> web.StreamResponse:
        state = state_view(self._sim.world, self._sim.bot_running, self._sim.bot_fell)
        # Without a line of its own the bot speaks to the simulator itself, and nothing can be cut.
        state["line"] = {"cut": self._sim.line.is_cut} if self._sim.line.is_open else None
        state["deeds"] = [
            {"name": name, "label": deed.label, "clock": deed.clock} for name, deed in self._sim.deeds.items()
        ]
        return web.json_response(state, headers={"Cache-Control": "no-store"})

    async def _bot_log(self, request: web.Request) -> web.StreamResponse:
        process = self._sim.bot_process
        log = list(process.log) if process else []
        return web.json_response({"running": self._sim.bot_running, "log": log})

    async def _file(self, request: web.Request) -> web.StreamResponse:
        file = self._sim.world.files.get(request.match_info["id"])
        if file is None:
            raise web.HTTPNotFound
        # What a browser could run as a page of this site is only offered for download.
        inline = file.mime in _SHOWN_INLINE
        kind = file.mime if inline else "application/octet-stream"
        response = web.Response(body=file.content, headers={"Content-Type": kind})
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Content-Disposition"] = _disposition("inline" if inline else "attachment", file.name)
        return response

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        queue = self._sim.events.subscribe(request.headers.get("Last-Event-ID", ""))
        try:
            await response.prepare(request)
            await response.write(b"retry: 1000\n\n")
            while not self._sim.events.closed:
                try:
                    async with asyncio.timeout(_KEEP_ALIVE_SECONDS):
                        number, event = await queue.get()
                except TimeoutError:
                    await response.write(b": still here\n\n")
                    continue
                if number:
                    await response.write(f"id: {number}\ndata: {json.dumps(event)}\n\n".encode())
        except ConnectionError:
            # The page was closed.
            pass
        finally:
            self._sim.events.unsubscribe(queue)
        return response

    async def _send(self, said: JSON) -> JSON:
        person = self._person(said)
        reply_to = _number(said, "reply_to") if said.get("reply_to") is not None else None
        message = await person.says(_text(said, "text"), _number(said, "chat"), reply_to)
        return {"message": message_view(message)}

    async def _press(self, said: JSON) -> JSON:
        press = await self._person(said).presses(
            chat=_number(said, "chat"), message=_number(said, "message"), data=_text(said, "data")
        )
        return {"id": press.id}

    async def _edit(self, said: JSON) -> JSON:
        message = await self._person(said).edits(_number(said, "message"), _text(said, "text"), _number(said, "chat"))
        return {"message": message_view(message)}

    async def _attach(self, said: JSON) -> JSON:
        message = await self._person(said).sends(_text(said, "kind"), _number(said, "chat"))
        return {"message": message_view(message)}

    async def _start(self, said: JSON) -> JSON:
        payload = _text(said, "payload") if said.get("payload") else ""
        return {"message": message_view(await self._person(said).starts(payload))}

    async def _block(self, said: JSON) -> JSON:
        await self._person(said).blocks()
        return {}

    async def _unblock(self, said: JSON) -> JSON:
        await self._person(said).unblocks()
        return {}

    async def _clock(self, said: JSON) -> JSON:
        clock = self._sim.clock
        if "iso" in said:
            try:
                clock.set(datetime.fromisoformat(_text(said, "iso")))
            except SimulatorError:
                raise
            except ValueError:
                raise SimulatorError("iso is not a moment like 2020-05-08T12:00:00+02:00") from None
        elif isinstance(said.get("advance"), int | float):
            clock.advance(float(said["advance"]))
        else:
            raise SimulatorError("iso or advance (seconds) is missing")
        return {"now": clock.now().isoformat()}

    async def _bot(self, said: JSON) -> JSON:
        process = self._sim.bot_process
        if process is None:
            raise SimulatorError("the bot was not started from here")
        match said.get("action"):
            case "kill":
                await process.kill()
            case "start":
                await process.start()
            case _:
                raise SimulatorError("action is kill or start")
        return {"running": process.running}

    async def _line(self, said: JSON) -> JSON:
        line = self._sim.line
        if not line.is_open:
            raise SimulatorError("the bot has no line of its own that could be cut")
        match said.get("action"):
            case "cut":
                await line.cut()
            case "mend":
                await line.mend()
            case _:
                raise SimulatorError("action is cut or mend")
        return {"cut": line.is_cut}

    async def _deed(self, said: JSON) -> JSON:
        deed = self._sim.deeds.get(_text(said, "name"))
        if deed is None:
            raise SimulatorError("there is no such deed")
        outcome = await deed.run()
        return {"said": outcome.said, "show": list(outcome.show)}

    def _page_file(self, name: str) -> web.StreamResponse:
        path = self._page / name
        if not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path, headers={"Cache-Control": "no-cache"})

    def _person(self, said: JSON) -> Person:
        number = _number(said, "person")
        person = self._sim.people.get(number)
        if person is None:
            raise SimulatorError(f"there is no person {number}")
        return person


def _acting(action: Action) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handler(request: web.Request) -> web.StreamResponse:
        try:
            said = json.loads(await request.read())
        except ValueError:
            raise SimulatorError("the body is not JSON") from None
        if not isinstance(said, dict):
            raise SimulatorError("the body is not a JSON object")
        return web.json_response({"ok": True, **await action(said)})

    return handler


def _disposition(kind: str, name: str) -> str:
    return f"{kind}; filename*=UTF-8''{quote(name, safe='')}"


def _text(said: JSON, name: str) -> str:
    value: Any = said.get(name)
    if not isinstance(value, str) or not is_text(value):
        raise SimulatorError(f"{name} is missing or is not a text")
    return value


def _number(said: JSON, name: str) -> int:
    value: Any = said.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise SimulatorError(f"{name} is missing or is not a whole number")
    return value
