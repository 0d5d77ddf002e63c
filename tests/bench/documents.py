"""Times and memory of the printer. Run: uv run python tests/bench/documents.py"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from bot.documents import PrintedSection, PrintedSheet, Printer, Qr

ANSWER = "La petició vol donar resposta a una necessitat compartida amb els municipis veïns. " * 10


def memory(pid: int | str, field: str = "VmRSS") -> float:
    """Resident memory of a process in MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(field)).split()[1]) / 1024


async def timed(printer: Printer, number: int) -> float:
    """Milliseconds of one sheet of twelve answers."""
    sections = tuple(PrintedSection(f"Pregunta {n}", (ANSWER,)) for n in range(1, 13))
    start = time.perf_counter()
    await printer.print(PrintedSheet("a.pdf", f"Sol·licitud 2020-1-{number:03}", sections=sections))
    return (time.perf_counter() - start) * 1000


async def main() -> None:
    before = memory("self")
    async with Printer() as printer:
        first = await timed(printer, 0)
        rest = sorted([await timed(printer, number) for number in range(1, 201)])
        start = time.perf_counter()
        await printer.print(Qr("q.png", "https://t.me/xmess_bot?start=AbCdEf0123456789"))
        qr = (time.perf_counter() - start) * 1000
        during = memory("self")
        child = memory(printer.pid or "self", "VmHWM")
    print(f"first sheet (12 answers, start of the child included): {first:.0f} ms")
    print(f"next sheets: median {rest[100]:.1f} ms, worst of 200 {rest[-1]:.1f} ms; QR {qr:.1f} ms")
    print(f"memory of the bot: {before:.1f} MB before, {during:.1f} MB during, {memory('self'):.1f} MB after")
    print(f"memory of the child, gone afterwards: at most {child:.1f} MB")


if __name__ == "__main__":
    asyncio.run(main())
