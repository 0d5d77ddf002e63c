"""The child process that prints: its lives, its deaths, and what the bot is told of them."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.documents import DocumentFailed, PrintedSection, PrintedSheet, Printer, Qr
from bot.documents.render import render

QR = Qr("convida.png", "https://t.me/xmess_bot?start=AbCdEf0123456789")


def saying(answer: str) -> PrintedSheet:
    return PrintedSheet("a.pdf", "Proves", sections=(PrintedSection("Resposta", (answer,)),))


SHEET = saying("Voldríem dividir-los en lots, «si es pot».")


async def gone(pid: int) -> None:
    """Returns when the process has ended; fails after ten seconds."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_reader(handle, ended.set)
    try:
        async with asyncio.timeout(10):
            await ended.wait()
    finally:
        loop.remove_reader(handle)
        os.close(handle)


def reaped(pid: int) -> bool:
    """Whether nothing is left of a child of ours, not even a zombie."""
    try:
        os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def child(script: str) -> tuple[str, ...]:
    return (sys.executable, "-c", script)


async def test_printer_prints_the_same_bytes_as_any_other_process() -> None:
    async with Printer() as printer:
        assert await printer.print(SHEET) == render(SHEET)
        assert await printer.print(QR) == render(QR)


async def test_printer_many_at_once_uses_one_child_and_mixes_nothing_up() -> None:
    documents = [saying(f"resposta {n}") for n in range(20)]
    async with Printer() as printer:
        first = asyncio.create_task(printer.print(documents[0]))
        printed = await asyncio.gather(*(printer.print(document) for document in documents))
        pid = printer.pid
        assert await printer.print(documents[7]) == printed[7]
        assert printer.pid == pid
        assert await first == printed[0]
    for number, made in enumerate(printed):
        assert f"resposta {number}\n" in PdfReader(io.BytesIO(made)).pages[0].extract_text() + " "


async def test_printer_idle_child_ends_and_the_next_document_starts_another() -> None:
    async with Printer(idle_seconds=0.01) as printer:
        await printer.print(QR)
        first = printer.pid
        assert first is not None
        await gone(first)
        assert (await printer.print(QR)).startswith(b"\x89PNG")
        assert printer.pid != first
        assert reaped(first)


async def test_printer_closed_leaves_no_process() -> None:
    async with Printer() as printer:
        await printer.print(QR)
        pid = printer.pid
        assert pid is not None
    assert printer.pid is None
    assert reaped(pid)


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("import sys; sys.stdin.readline(); sys.exit(3)", "exit code 3"),
        ("import os; os.abort()", "exit code -6"),
        ("import sys; sys.stdin.readline(); print('hola', flush=True); sys.stdin.read()", "ValueError"),
        ("import sys; sys.stdin.readline(); print('done 0', flush=True); sys.stdin.read()", "ValueError"),
        ("import sys; sys.stdin.readline(); print('done x', flush=True); sys.stdin.read()", "ValueError"),
        ("import sys; sys.stdin.readline(); print('done 9\\nabc', end='', flush=True)", "IncompleteReadError"),
        ("import sys; sys.stdin.readline(); print('x' * 200000, flush=True); sys.stdin.read()", "LimitOverrunError"),
    ],
)
async def test_printer_bad_child_raises_document_failed(script: str, reason: str) -> None:
    async with Printer(command=child(script)) as printer:
        with pytest.raises(DocumentFailed, match=reason):
            await printer.print(SHEET)
        assert printer.pid is None


async def test_printer_missing_program_raises_document_failed(tmp_path: Path) -> None:
    async with Printer(command=(str(tmp_path / "res"),)) as printer:
        with pytest.raises(DocumentFailed, match="FileNotFoundError"):
            await printer.print(SHEET)


async def test_printer_after_a_crash_starts_a_fresh_child(tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    script = (
        "import os, pathlib, runpy\n"
        f"crashed = pathlib.Path({str(crashed)!r})\n"
        "if not crashed.exists():\n"
        "    crashed.touch()\n"
        "    os.kill(os.getpid(), 9)\n"
        "runpy.run_module('bot.documents', run_name='__main__')\n"
    )
    async with Printer(command=child(script)) as printer:
        with pytest.raises(DocumentFailed):
            await printer.print(QR)
        assert await printer.print(QR) == render(QR)


async def test_printer_too_slow_child_is_ended(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    script = f"import os, pathlib, sys; pathlib.Path({str(note)!r}).write_text(str(os.getpid())); sys.stdin.read()"
    async with Printer(command=child(script), timeout_seconds=1) as printer:
        with pytest.raises(DocumentFailed, match="longer than 1 seconds"):
            await printer.print(SHEET)
        assert printer.pid is None
    assert reaped(int(note.read_text()))


async def test_printer_document_that_cannot_be_made_says_nothing_of_its_content() -> None:
    async with Printer() as printer:
        with pytest.raises(DocumentFailed, match="DataOverflowError at ") as failed:
            await printer.print(Qr("q.png", "https://exemple.cat/secret" * 200))
        assert "secret" not in str(failed.value)
        assert (await printer.print(QR)).startswith(b"\x89PNG")


async def test_printer_cancelled_document_does_not_answer_for_the_next(tmp_path: Path) -> None:
    bell = tmp_path / "bell"
    os.mkfifo(bell)
    heard = asyncio.Event()
    listening = os.open(bell, os.O_RDONLY | os.O_NONBLOCK)
    asyncio.get_running_loop().add_reader(listening, heard.set)
    script = (
        "import pathlib, runpy, sys\n"
        f"bell = pathlib.Path({str(bell)!r})\n"
        "if bell.is_fifo():\n"
        "    sys.stdin.readline()\n"
        "    bell.write_text('x')\n"
        "    sys.stdin.read()\n"
        "runpy.run_module('bot.documents', run_name='__main__')\n"
    )
    async with Printer(command=child(script)) as printer:
        printing = asyncio.create_task(printer.print(SHEET))
        await heard.wait()
        asyncio.get_running_loop().remove_reader(listening)
        os.close(listening)
        bell.unlink()
        pid = printer.pid
        assert pid is not None
        printing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await printing
        assert reaped(pid)
        assert await printer.print(QR) == render(QR)


async def test_printer_child_dies_with_its_parent() -> None:
    script = (
        "import asyncio\n"
        "from bot.documents import Printer, Qr\n"
        "async def main():\n"
        "    printer = Printer()\n"
        "    await printer.print(Qr('q.png', 'https://t.me/x'))\n"
        "    print(printer.pid, flush=True)\n"
        "    await asyncio.Event().wait()\n"
        "asyncio.run(main())\n"
    )
    parent = await asyncio.create_subprocess_exec(*child(script), stdout=asyncio.subprocess.PIPE)
    assert parent.stdout is not None
    pid = int(await parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    await parent.wait()
    await gone(pid)


def test_documents_in_the_chat_process_import_neither_typst_nor_segno() -> None:
    script = "import sys, bot.documents; print(*({'typst', 'segno'} & set(sys.modules)))"
    ran = subprocess.run(child(script), capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""
