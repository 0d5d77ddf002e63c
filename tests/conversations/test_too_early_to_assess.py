"""Nobody of the commission assesses while the call takes applications, whatever button is still on the screen."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from conversations.protocol.facts import Role
from conversations.protocol.scenes import Idle
from conversations.rules.deadlines import MADRID
from tests.conversation import Conversation, Somebody, said
from tests.support.rehearsed import rehearsed

CLOSED = datetime(2020, 5, 11, 9, 0, tzinfo=MADRID)
EARLY = "Les sol·licituds es podran valorar quan s'hagi tancat la convocatòria, a partir del dissabte 16 de maig."


def complete(folder: Path) -> Conversation:
    """A member of the commission has a complete application to assess."""
    bot = Conversation(folder)
    bot.seats(1001, Role.CONTACT, "Salt")
    aina = Somebody(bot, 1001, "Aina Soler")
    aina.starts()
    aina.answers_until(13)
    aina.sends_application()
    bot.does("update application set status = 'admitted'")
    bot.seats(3001, Role.COMMISSION, "Mataró")
    return bot


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Conversation]:
    conversation = rehearsed(complete, tmp_path)
    yield conversation
    conversation.close()


@pytest.fixture
def berta(bot: Conversation) -> Somebody:
    return Somebody(bot, 3001, "Berta Mas")


def extended(bot: Conversation) -> None:
    bot.does(
        "insert into extension (call, \"to\", reason, at, person) values ('2020-1', '2020-05-15', 'Una avaria.', "
        "'2020-05-11 08:00:00', 2001)"
    )


def test_nothing_can_be_assessed_until_the_call_has_closed(bot: Conversation, berta: Somebody) -> None:
    early = EARLY.replace("16", "9")
    assert early in said(berta.starts(), berta.id)
    assert "Comença" not in bot.labels(berta.id)
    assert "Abans de començar" in said(bot.press_data(berta.id, berta.name, "0:assess"), berta.id)
    assert early in said(berta.presses("Ho he llegit, continua"), berta.id)
    bot.moves(datetime(2020, 5, 9, 0, 0, tzinfo=MADRID))
    berta.starts()
    assert "Salt**\n34.491 habitants" in said(berta.presses("Comença"), berta.id)


@pytest.mark.parametrize(
    ("steps", "last"),
    [
        ((), "[4 Del tot]"),
        (("[4 Del tot]", "[3 Molt]", "[3 Molt]"), "Un comentari."),
        (("[4 Del tot]", "[3 Molt]", "[3 Molt]"), "[Corregeix les notes]"),
        (("[Tinc un conflicte d'interès]",), "Hi tinc un familiar."),
        (("[Tinc un conflicte d'interès]",), "[Torna enrere]"),
    ],
)
def test_an_extension_stops_whoever_had_begun(
    bot: Conversation, berta: Somebody, steps: tuple[str, ...], last: str
) -> None:
    bot.moves(CLOSED)
    berta.starts()
    berta.presses("Comença", "Ho he llegit, continua", *(step.strip("[]") for step in steps))
    marks = bot.rows("select * from mark")
    extended(bot)
    heard = berta.presses(last.strip("[]")) if last.startswith("[") else berta.says(last)
    assert EARLY in said(heard, berta.id)
    assert isinstance(berta.scene, Idle)
    assert bot.rows("select * from mark") == marks
    assert bot.rows("select * from conflict") == []
