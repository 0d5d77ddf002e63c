"""What an IT department asks, tried on the running bot: where it writes, whom it calls and what listens."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from storage.withholding import withholds
from tests.support.ports import free_port
from tests.town import OFFICE, bot_in, quiet, sent, town

_heard: list[tuple[str, object]] = []
_WATCHED = frozenset({"socket.connect", "socket.bind", "socket.getaddrinfo"})


@pytest.fixture
def network() -> Iterator[list[tuple[str, object]]]:
    """Whatever this process does on the network from now on: an audit hook stays, so it is added once."""
    if not hasattr(sys, "_watches_the_network"):
        sys.addaudithook(lambda event, about: _heard.append((event, about[-1])) if event in _WATCHED else None)
        sys._watches_the_network = True  # type: ignore[attr-defined]
    _heard.clear()
    yield _heard
    _heard.clear()


async def test_only_telegram_is_called_nothing_listens_and_only_the_database_is_written(
    tmp_path: Path, network: list[tuple[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    async with town(tmp_path) as here:
        telegram = ("127.0.0.1", urlsplit(here.sim.url).port)
        network.clear()
        async with bot_in(here):
            office = await here.person(OFFICE, "Núria Camps")
            await quiet(here)
            for text in ("/convida", "Oficina Tècnica", "/les_meves_dades"):
                await office.says(text)
                await quiet(here)
            assert len([call for call in here.sim.requests if call.method in ("sendDocument", "sendPhoto")]) == 3
            assert sent(here, OFFICE)
            written = {file.name for file in tmp_path.rglob("*") if file.is_file()}
        assert written == {"xmess.sqlite3", "xmess.sqlite3-wal", "xmess.sqlite3-shm", "clock"}
        assert {about for event, about in network if event == "socket.connect"} == {telegram}
        assert [about for event, about in network if event == "socket.bind"] == []


async def test_webhook_listens_where_it_is_told_and_nowhere_else(
    tmp_path: Path, network: list[tuple[str, object]]
) -> None:
    port = free_port()
    listen = f"127.0.0.1:{port}"
    async with town(tmp_path, webhook_url=f"http://{listen}/telegram", webhook_listen=listen) as here:
        network.clear()
        async with bot_in(here):
            await here.sim.wait_until(lambda: bool(here.sim.updates.webhook_url))
        assert [about for event, about in network if event == "socket.bind"] == [("127.0.0.1", port)]


async def test_minimal_mode_of_the_settings_reaches_people(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001], minimal=True) as here, bot_in(here) as parts:
        await here.person(1001, "Aina Soler")
        await quiet(here)
        assert "s'envia per correu a dades@prova.example" in sent(here, 1001)[-1]
        assert await parts.database.run(withholds)
