"""The command line as it is typed: what it prints, what it refuses, and that it never shows a token."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import sqlite3
import stat
import sys
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import typer.main

from bot import cli, desk
from bot.app import running
from bot.demo import first_clock
from bot.settings import Settings, without_ours
from bot.simulator import Simulator

TOML = desk.shipped("abril-2020")
SECRET = "123456:SECRET-of-nobody"
CONTROLLER = {
    "XMESS_CONTROLLER_NAME": "Xarxa de prova",
    "XMESS_CONTROLLER_LEGAL_BASIS": "prova",
    "XMESS_CONTROLLER_ADDRESS": "dades@xarxa.example",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """The one line of a command that failed."""
        assert self.code not in (0, None)
        assert "Traceback" not in self.err + self.out
        line, end, rest = self.err.partition("\n")
        assert (end, rest) == ("\n", "")
        return line.removeprefix("xmess-bot: ")


Shell = Callable[..., Awaitable[Outcome]]


@pytest.fixture
async def sim(tmp_path: Path) -> AsyncIterator[Simulator]:
    async with Simulator(clock_file=first_clock(tmp_path)) as simulator:
        yield simulator


@pytest.fixture(autouse=True)
def clean_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder, and none of the settings of whoever runs the tests."""
    monkeypatch.chdir(tmp_path)
    Path("april.toml").write_text(TOML, encoding="utf-8")
    for name in os.environ.keys() - without_ours().keys():
        monkeypatch.delenv(name)


@pytest.fixture
def settings(sim: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that a real bot needs, with Telegram on loopback, on a day when the April call is open."""
    telegram = {"XMESS_BOT_TOKEN": "100:DEMO", "XMESS_BOT_API_URL": sim.url, "XMESS_CLOCK": "file:clock"}
    for name, text in {**CONTROLLER, **telegram}.items():
        monkeypatch.setenv(name, text)


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A command as its entry point runs it, in a thread of its own: the simulator answers meanwhile."""

    async def run(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["xmess-bot", *arguments])
        mask = os.umask(0o022)
        try:
            with pytest.raises(SystemExit) as end:
                await asyncio.to_thread(cli.main)
        finally:
            os.umask(mask)  # the command makes it strict for a process of its own
        said = capsys.readouterr()
        return Outcome(end.value.code if isinstance(end.value.code, int) else 0, said.out, said.err)

    return run


async def process(*arguments: str) -> Outcome:
    """A command as a process, for those that set up the process itself."""
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *arguments), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await child.communicate()
    return Outcome(child.returncode or 0, out.decode(), err.decode())


def commands() -> Iterator[tuple[tuple[str, ...], str]]:
    """Every command with the first line of its help."""
    top = typer.main.get_command(cli.app)
    waiting: list[tuple[tuple[str, ...], Any]] = [((), top)]
    while waiting:
        path, command = waiting.pop()
        yield path, (command.help or "").splitlines()[0]
        waiting += [((*path, name), one) for name, one in getattr(command, "commands", {}).items()]


@pytest.mark.parametrize(("path", "says"), [*commands()])
async def test_every_command_explains_itself(shell: Shell, path: tuple[str, ...], says: str) -> None:
    outcome = await shell(*path, "--help")
    assert outcome.code == 0
    assert says
    assert says in " ".join(outcome.out.replace("│", " ").split())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("fly",), "No such command 'fly'"),
        (("demo", "--port", "many"), "Invalid value for '--port'"),
        (("call", "open"), "Missing argument 'file'"),
        (("invite", "--role", "king"), "'king' is not one of"),
    ],
)
async def test_wrong_usage_is_one_line(shell: Shell, arguments: tuple[str, ...], says: str) -> None:
    assert says in (await shell(*arguments)).refusal


# --- invite


@pytest.mark.usefixtures("settings")
async def test_invite_prints_a_link_and_writes_its_code(shell: Shell) -> None:
    outcome = await shell("invite", "--role", "contact", "--council", "hospitalet", "--picture", "codi.png")
    assert outcome.code == 0
    link, token = re.fullmatch(r"(https://t\.me/xmess_demo_bot\?start=([\w-]{22}))\n", outcome.out).groups()  # type: ignore[union-attr]
    assert "codi.png" in outcome.err
    assert link not in outcome.err
    width, height, rows = picture(Path("codi.png").read_bytes())
    assert width == height > 200
    assert len(set(rows)) > 2
    with sqlite3.connect("xmess.sqlite3") as stored:
        kept = "\n".join(stored.iterdump())
    stored.close()
    assert "l'Hospitalet de Llobregat" in kept.replace("''", "'")
    assert token not in kept


def picture(png: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and rows of a PNG of one bit a pixel, each part checked by its sum."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    place, data, width, height = 8, b"", 0, 0
    while place < len(png):
        size, kind = int.from_bytes(png[place : place + 4]), png[place + 4 : place + 8]
        body = png[place + 8 : place + 8 + size]
        assert zlib.crc32(kind + body) == int.from_bytes(png[place + 8 + size : place + 12 + size])
        if kind == b"IHDR":
            width, height = int.from_bytes(body[:4]), int.from_bytes(body[4:8])
            assert body[8] == 1
        data += body if kind == b"IDAT" else b""
        place += 12 + size
    pixels, step = zlib.decompress(data), 1 + (width + 7) // 8
    assert len(pixels) == step * height
    return width, height, [pixels[at : at + step] for at in range(0, len(pixels), step)]


@pytest.mark.usefixtures("settings")
async def test_invitation_lets_one_person_in(shell: Shell, sim: Simulator) -> None:
    await shell("call", "open", "april.toml")
    token = (await shell("invite", "--council", "Salt")).out.strip().partition("start=")[2]
    aina, pol = sim.person(1, "Aina"), sim.person(2, "Pol")
    async with running(Settings()):
        await aina.starts(token)
        await sim.wait_for("Ajuntament de Salt", aina, timeout=90)
        await pol.starts(token)
        await sim.wait_for("ja s'ha fet servir", pol, timeout=90)


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("council", "says"),
    [
        ("Santa Coloma", ("not clear", "Santa Coloma de Gramenet", "Santa Coloma de Farners")),
        ("zzzz", ("no Catalan council is called 'zzzz'",)),
        ("", ("--council: missing",)),
    ],
)
async def test_invite_refuses_a_council_that_is_not_certain(shell: Shell, council: str, says: tuple[str, ...]) -> None:
    refusal = (await shell("invite", "--council", council)).refusal
    for words in says:
        assert words in refusal


@pytest.mark.usefixtures("settings")
async def test_invite_stores_nothing_where_the_code_cannot_be_written(shell: Shell) -> None:
    assert "nowhere" in (await shell("invite", "--council", "Salt", "--picture", "nowhere/codi.png")).refusal
    assert not Path("xmess.sqlite3").exists()


# --- call


@pytest.mark.usefixtures("settings")
async def test_call_opens_and_says_what_nobody_has_decided(shell: Shell) -> None:
    for _ in range(2):  # the same text again changes nothing
        outcome = await shell("call", "open", "april.toml")
        assert (outcome.code, outcome.err) == (0, "")
        assert "2020-05-08, inclusive" in outcome.out
        assert "Not decided yet: opens" in outcome.out


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"id = ", "call.toml: not valid TOML"),
        (b'id = "2020-9"\n', "call.toml: name must be a text"),
        (TOML.replace('"position"', '"positron"').encode(), "call.toml: questions: positron: not in the form"),
        (
            TOML.replace("\nid =", "\ncloses = 2020-05-15\nid =", 1).encode(),
            "call.toml: the call has what nobody reads: closes",
        ),
        (
            TOML.replace("bag_minutes", "bag_hours = 8\nbag_minutes", 1).encode(),
            "call.toml: services.mentoring has what",
        ),
        (
            TOML.replace('to = "draft"', 'to = "draft"\nhour = 9', 1).encode(),
            "call.toml: reminders has what nobody reads: hour",
        ),
        (b"\xff\xfe\x00", "call.toml: not a text in UTF-8"),
    ],
)
async def test_call_open_names_what_is_wrong_in_the_file(shell: Shell, text: bytes, says: str) -> None:
    Path("call.toml").write_bytes(text)
    assert (await shell("call", "open", "call.toml")).refusal.startswith(says)


@pytest.mark.usefixtures("settings")
async def test_call_open_refuses_another_text_for_an_open_call(shell: Shell) -> None:
    await shell("call", "open", "april.toml")
    Path("call.toml").write_text(TOML.replace("al setembre", "a l'octubre"), encoding="utf-8")
    assert "open already with another text" in (await shell("call", "open", "call.toml")).refusal


@pytest.mark.usefixtures("settings")
async def test_call_that_was_extended_is_said_to_be_so_when_it_is_opened_again(shell: Shell) -> None:
    await shell("call", "open", "april.toml")
    await shell("call", "extend", "2020-1", "2020-05-15", "--reason", "Una avaria.")
    again = await shell("call", "open", "april.toml")
    assert "Deadline 2020-05-15, inclusive (extended; it was 2020-05-08)." in again.out


@pytest.mark.usefixtures("settings")
async def test_database_is_for_the_account_of_the_bot_alone(shell: Shell) -> None:
    await shell("call", "open", "april.toml")
    assert stat.S_IMODE(Path("xmess.sqlite3").stat().st_mode) == 0o600


@pytest.mark.usefixtures("settings")
async def test_call_open_without_the_file_names_it(shell: Shell) -> None:
    assert (await shell("call", "open", "nothing.toml")).refusal == "nothing.toml: No such file or directory"


# --- members


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("separator", [",", ";"])
async def test_members_are_read_by_name_or_code(shell: Shell, separator: str) -> None:
    stays = "Salt,member,01/03/2019,\ncc-osona,pending,,\nAbrera,member,2018-01-01,2020-01-01\n"
    Path("members.csv").write_text(f"body,status,joined,left\n{stays}".replace(",", separator), encoding="utf-8-sig")
    for _ in range(2):  # the same file again adds nothing
        outcome = await shell("members", "import", "members.csv")
        assert (outcome.code, outcome.out) == (0, "Rows read: 3. The register is up to date.\n")
    with sqlite3.connect("xmess.sqlite3") as stored:
        found = stored.execute("SELECT count(*) FROM stay WHERE source = 'import' AND status = 'pending'").fetchone()
    stored.close()
    assert found == (1,)


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("body,status,joined,left\nSalt,member,,\nzzzz,member,,\n", "line 3: 'zzzz' is no council's code or name."),
        ("body,status,joined,left\nSalt,king,,\n", "line 2: status 'king' is not"),
        ("body,status,joined,left\nSalt,member,5/18/2020,\n", "line 2: '5/18/2020' is no date"),
        ("body,status,joined,left\nSalt,member,2020-05-08,2019-01-01\n", "line 2: it leaves before it joins."),
        ("body,status\nSalt,member\n", "line 1: no column joined, left."),
        ("", "line 1: no column body"),
    ],
)
async def test_members_import_names_the_line_at_fault(shell: Shell, text: str, says: str) -> None:
    Path("members.csv").write_text(text, encoding="utf-8")
    assert says in (await shell("members", "import", "members.csv")).refusal
    assert not Path("xmess.sqlite3").exists()


# --- check


@pytest.mark.usefixtures("settings")
async def test_check_is_content_with_everything_in_place(shell: Shell) -> None:
    outcome = await shell("check")
    assert outcome.code == 0
    assert {line[:4] for line in outcome.out.splitlines()} == {"ok  "}
    assert "@xmess_demo_bot" in outcome.out
    assert not Path("xmess.sqlite3").exists()


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("name", "text", "what", "says"),
    [
        ("XMESS_BOT_TOKEN", "", "token", "XMESS_BOT_TOKEN: empty"),
        ("XMESS_BOT_TOKEN", "hello", "token", "XMESS_BOT_TOKEN: not a token"),
        ("XMESS_BOT_TOKEN", SECRET, "token", "Telegram does not know this token"),
        ("XMESS_BOT_API_URL", "http://127.0.0.1:1", "token", "Telegram cannot be reached"),
        ("XMESS_CONTROLLER_NAME", " ", "settings", "XMESS_CONTROLLER_NAME: empty"),
        ("XMESS_CLOCK", "yesterday", "settings", "XMESS_CLOCK: 'yesterday'"),
        ("XMESS_DATABASE_URL", "sqlite:///broken", "database", "file is not a database"),
        ("XMESS_DATABASE_URL", "nonsense", "database", "XMESS_DATABASE_URL: Could not parse"),
        ("XMESS_DATABASE_URL", "mysql://127.0.0.1/x", "database", "sqlite:///FILE or postgresql://"),
        ("XMESS_DATABASE_URL", "postgresql://127.0.0.1:1/x", "database", "Connection refused"),
    ],
)
async def test_check_says_what_is_wrong(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, name: str, text: str, what: str, says: str
) -> None:
    Path("broken").write_text("hello " * 1000)
    monkeypatch.setenv(name, text)
    outcome = await shell("check")
    assert outcome.code == 1
    [wrong] = [line for line in outcome.out.splitlines() if line.startswith("BAD")]
    assert wrong.startswith(f"BAD  {what}: ")
    assert says in wrong
    assert SECRET not in outcome.out + outcome.err


async def test_setting_that_cannot_be_read_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XMESS_DEMO", "maybe")
    assert (await shell("check")).refusal.startswith("XMESS_DEMO: ")


async def test_settings_are_read_from_a_file_too(shell: Shell, sim: Simulator) -> None:
    lines = {**CONTROLLER, "XMESS_BOT_TOKEN": "100:DEMO", "XMESS_BOT_API_URL": sim.url}
    Path(".env").write_text("".join(f'{name}="{text}"\n' for name, text in lines.items()), encoding="utf-8")
    outcome = await shell("check")
    assert outcome.code == 0
    assert "Xarxa de prova" in outcome.out


# --- run and demo


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("XMESS_BOT_TOKEN", "", "XMESS_BOT_TOKEN: empty. Ask @BotFather"),
        ("XMESS_CONTROLLER_ADDRESS", "", "XMESS_CONTROLLER_ADDRESS: empty."),
        ("XMESS_BOT_TOKEN", SECRET, "Telegram does not know this token"),
    ],
)
async def test_run_refuses_with_one_line(monkeypatch: pytest.MonkeyPatch, name: str, text: str, says: str) -> None:
    monkeypatch.setenv(name, text)
    outcome = await process("run")
    assert says in outcome.refusal
    assert SECRET not in outcome.out + outcome.err


@pytest.mark.usefixtures("settings")
async def test_wrong_token_is_not_shown_by_invite(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XMESS_BOT_TOKEN", SECRET)
    outcome = await shell("invite", "--council", "Salt")
    assert "Telegram does not know this token" in outcome.refusal
    assert SECRET not in outcome.out + outcome.err


async def test_demo_says_that_its_port_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = set(tmp_path.iterdir())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = await process("demo", "--no-open", "--port", str(port))
    assert outcome.refusal.startswith(f"Port {port} is taken.")
    assert set(tmp_path.iterdir()) == before
