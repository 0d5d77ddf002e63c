"""The child of the printer: a line of JSON on standard input is a document, its bytes go to standard output.

An answer is a line `done <length>` followed by that many bytes, or a line `failed <reason>`, after which the child
ends. It also ends when its input does: that is how it is told to, and what happens when the bot dies.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO, NoReturn

from bot.documents.model import from_data


def main() -> NoReturn:
    """Prints what is asked until the input ends."""
    # Ctrl-C in a terminal reaches the whole group of processes: the bot decides when its child ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library says on standard output must not be taken for an answer.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    asked: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_read, args=(asked,), daemon=True).start()
    while True:
        _answer(asked.get(), answers)


def _read(asked: SimpleQueue[bytes]) -> NoReturn:
    """Reads in a thread of its own, so that even a document that never ends does not outlive the bot."""
    for line in sys.stdin.buffer:
        asked.put(line)
    os._exit(0)


def _answer(line: bytes, answers: BinaryIO) -> None:
    try:
        # The import takes most of the time of a first document; a failure of it is an answer too.
        from bot.documents.render import render  # noqa: PLC0415

        made = render(from_data(json.loads(line)))
    except BaseException as error:  # noqa: BLE001 - a panic of typst derives from BaseException
        answers.write(f"failed {_reason(error)}\n".encode())
        answers.flush()
        os._exit(1)
    answers.write(b"done %d\n" % len(made))
    answers.write(made)
    answers.flush()


def _reason(error: BaseException) -> str:
    """The kind of error and where it arose, never its text: typst quotes the document in it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" at {trace.tb_frame.f_code.co_name}:{trace.tb_lineno}"
    return f"{type(error).__name__}{place}"


if __name__ == "__main__":
    main()
