"""Whatever is told, corrected, undone, disputed, paused, replaced or runs out, in any order: the ledger adds up, and
every balance that anybody reads is the ledger's (R35, R37, N16)."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from conversations.mentoring import wanted
from tests import packages
from tests.conversation import Heard, Somebody
from tests.stage import AINA, Stage

GRANTED = 240
WRITTEN = (
    "Ahir 2h amb l'Alzinar, en línia: clàusules socials",
    "avui mitja hora per telèfon",
    "dilluns de 10 a 13, presencial",
    "avui 2 hores i ahir 1 hora",
    "no, van ser 3 hores",
    "2 hores i quart",
    "ahir",
    "Perquè ho hem parlat amb totes dues parts.",
    "/sessions",
)
ENDED = ("interrupted", "expired", "closed", "renounced")

STEPS = some.lists(
    some.one_of(
        some.tuples(some.just("says"), some.sampled_from(("marti", "nuria", "aina")), some.sampled_from(WRITTEN)),
        some.tuples(some.just("presses"), some.sampled_from(("aina", "nuria", "marti", "berta")), some.integers(0, 11)),
        some.tuples(some.just("presses"), some.sampled_from(("aina", "nuria")), some.integers(0, 11)),
        some.tuples(some.just("presses"), some.just("marti"), some.sampled_from((2, 2, 3, 1))),
        some.tuples(some.sampled_from(("waits", "joins")), some.just(""), some.sampled_from((1, 8, 30))),
    ),
    min_size=12,
    max_size=24,
)

_TOTALS = re.compile(r"Confirmades: ([^.]+)\. Per confirmar: ([^.]+)\. Queden: ([^.]+)\.")
_LEFT = re.compile(r"(?:Queden|Queda) (?:per fer )?((?:\d+ (?:hor|minut)\w+(?: i )?)+)|(No queda cap hora)")


def minutes(said: str) -> int:
    """«2 hores i 15 minuts» in minutes."""
    hours, rest = re.search(r"(\d+) hor", said), re.search(r"(\d+) minut", said)
    return 60 * int(hours[1] if hours else 0) + int(rest[1] if rest else 0)


def does(stage: Stage, step: tuple[str, str, str | int]) -> list[Heard]:
    """Takes a step: somebody writes, somebody presses one of the buttons in sight, or days pass."""
    what, who, detail = step
    if what == "waits":
        stage.bot.passes(days=int(detail))
        return stage.bot.speaks_unasked()
    if what == "joins":
        if stage.status() == "accepted" and not alive(stage):
            packages.joined(stage.bot, stage.keys[AINA], stage.profile)
        return []
    somebody: Somebody = getattr(stage, who)
    if what == "says":
        return somebody.says(str(detail))
    live = [
        (data, message.id)
        for message in stage.bot.chats.get(somebody.id, [])[-4:]
        for row in message.buttons
        for _, data in row
        if data and _about_the_package(data)
    ]
    if not live:
        return []
    data, message = live[-1 - int(detail) % len(live)]
    return stage.bot.press_data(somebody.id, somebody.name, data, message)


def _about_the_package(data: str) -> bool:
    """Whether a button is about sessions, hours or who goes with the council; those of open dialogues are."""
    turn, _, choice = data.partition(":")
    return turn != "0" or choice.partition(".")[0] in wanted.KINDS


def holds(stage: Stage, heard: list[Heard]) -> None:
    """The package adds up, and what was said of it is true."""
    reserved, consumed = stage.held()
    standing = [one for one in stage.sessions() if one["state"] != "undone"]
    assert consumed == sum(one["minutes"] for one in standing)
    assert all(one["minutes"] == 0 for one in stage.sessions() if one["state"] in ("undone", "no_show"))
    over = stage.status() in ENDED
    assert reserved == (0 if over else max(0, GRANTED - consumed))
    sums = {0} | {sum(one["minutes"] for one in standing if one["assignment"] == key) for key in assignments(stage)}
    for one in heard:
        if one.only_buttons or one.menu:
            continue
        for confirmed, pending, left in _TOTALS.findall(one.text):
            assert minutes(left) == reserved, one.text
            assert minutes(confirmed) + minutes(pending) in sums, one.text
        for left, _ in _LEFT.findall(_TOTALS.sub("", one.text)):
            assert minutes(left) == reserved, one.text


def alive(stage: Stage) -> bool:
    return bool(stage.bot.rows("select id from assignment where state in ('proposed', 'agreed')"))


def assignments(stage: Stage) -> set[int]:
    return {one["id"] for one in stage.bot.rows("select id from assignment")}


@settings(max_examples=5, deadline=None, phases=(Phase.explicit, Phase.generate, Phase.shrink),
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(STEPS)
def test_the_ledger_adds_up_and_what_is_read_is_the_ledgers(
    database: str, steps: list[tuple[str, str, str | int]]
) -> None:
    with tempfile.TemporaryDirectory(prefix="xmess-package-") as folder:
        stage = Stage(Path(folder))
        try:
            for step in steps:
                holds(stage, does(stage, step))
        finally:
            stage.close()
