"""Who may use the control interface: pages of this server and programs on this machine, nobody else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.simulator.errors import SimulatorError

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_GUARDED = ("/sim", "/page")


@web.middleware
async def guard(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Keep other web pages away from the control interface; the Bot API has its token."""
    if request.path != "/" and not request.path.startswith(_GUARDED):
        return await handler(request)
    origin = request.headers.get("Origin", "")
    if not _is_loopback(request.host) or (origin and not _is_loopback(origin.partition("://")[2])):
        return _refusal(403, "the simulator answers on loopback only")
    if request.method == "POST" and request.headers.get("X-Sim") != "1":
        return _refusal(403, "the header X-Sim: 1 is missing")
    try:
        return await handler(request)
    except SimulatorError as error:
        return _refusal(400, str(error))
    except web.HTTPException as error:
        return _refusal(error.status, f"{request.path}: {error.reason}")


def _is_loopback(host: str) -> bool:
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    return name in _LOOPBACK


def _refusal(status: int, why: str) -> web.Response:
    return web.json_response({"error": why}, status=status)
