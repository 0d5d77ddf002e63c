"""Refusals of the control interface, and what it serves to a browser: only to this machine, only what is harmless."""

from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.simulator import Person, Simulator


async def said(answer: aiohttp.ClientResponse, status: int = 200) -> Any:
    body = await answer.json()
    assert answer.status == status, body
    return body


@pytest.mark.parametrize(
    ("path", "body", "why"),
    [
        ("send", {"person": 7, "chat": 1001, "text": "x"}, "there is no person 7"),
        ("send", {"person": 1001, "chat": 7, "text": "x"}, "there is no chat 7"),
        ("send", {"person": 1001, "chat": 1001, "text": " "}, "an empty message cannot be sent"),
        ("send", {"person": 1001, "chat": 1001, "text": "x", "reply_to": 9}, "there is no message 9 to reply to"),
        ("send", {"person": 1001, "chat": 1001}, "text is missing or is not a text"),
        ("send", {"person": 1001, "chat": 1001, "text": "\ud800"}, "text is missing or is not a text"),
        ("send", {"person": "1001", "chat": 1001, "text": "x"}, "person is missing or is not a whole number"),
        ("send", [], "the body is not a JSON object"),
        ("press", {"person": 1001, "chat": 1001, "message": 9, "data": "x"}, "there is no message 9 in the chat"),
        ("attach", {"person": 1001, "chat": 1001, "kind": "thought"}, "nobody can send a thought"),
    ],
)
async def test_refusals_are_one_clear_sentence(
    page: aiohttp.ClientSession, open_chat: Person, path: str, body: Any, why: str
) -> None:
    assert why in (await said(await page.post(f"/sim/{path}", json=body), 400))["error"]


async def test_only_this_machine_and_this_page_may_drive_it(
    sim: Simulator, page: aiohttp.ClientSession, aina: Person
) -> None:
    port = sim.url.rpartition(":")[2]
    for headers in ({"Host": "evil.example"}, {"Host": f"evil.example:{port}"}, {"Origin": "https://evil.example"}):
        for path in ("/", "/sim/state", "/page/app.js"):
            assert (await said(await page.get(path, headers=headers), 403))["error"]
    for headers in ({"Host": "localhost"}, {"Host": f"[::1]:{port}"}, {"Origin": f"http://127.0.0.1:{port}"}):
        await said(await page.get("/sim/state", headers=headers))
    async with aiohttp.ClientSession(sim.url) as stranger:
        refused = await said(await stranger.post("/sim/start", json={"person": 1001}), 403)
        assert "X-Sim" in refused["error"]
    assert aina.chat.messages == []
    assert (await said(await page.get("/sim/nothing"), 404))["error"]
    assert (await said(await page.get("/sim/files/nothing"), 404))["error"]
    assert (await said(await page.get("/page/nothing.js"), 404))["error"]


async def test_files_that_a_browser_could_run_are_only_downloaded(
    page: aiohttp.ClientSession, open_chat: Person
) -> None:
    sent = await open_chat.sends("document", name="à.html", mime="text/html", content=b"<script>")
    assert sent.file is not None
    async with page.get(f"/sim/files/{sent.file.id}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''%C3%A0.html"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_the_page_is_served_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>Demo</h1>")
    (tmp_path / "app.js").write_text("export const a = 1;")
    async with Simulator(page=tmp_path) as sim, aiohttp.ClientSession(sim.url) as session:
        async with session.get("/") as answer:
            assert (await answer.text(), answer.content_type) == ("<h1>Demo</h1>", "text/html")
        async with session.get("/page/app.js") as answer:
            assert answer.content_type.endswith("/javascript")
        (tmp_path / "index.html").unlink()
        assert (await said(await session.get("/"), 404))["error"]
