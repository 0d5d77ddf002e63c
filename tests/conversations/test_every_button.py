"""Every button that anybody is shown leads somewhere: whoever presses it is answered, and it is not called an old one.

People of every role wander through a filled call, and press first what they have not pressed yet.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from tests.conversation import Conversation, Heard, Somebody, said
from tests.packages import asked, joined, mentor

OFFICE, BERTA, ORIOL, NADIA, AINA, MARTI = 2001, 4001, 4002, 4003, 1001, 5001
OLD = "Aquest botó és d'un missatge anterior"
STEPS = 200
FIRST = ("/inici", "/estat", "/sessions", "/avisos", "/previsio", "/ajuda")
WRITTEN = (
    "Perquè ho ha acordat la Comissió.",
    "22 de maig",
    "Ahir 2h amb Salt, en línia: compra responsable",
    "2 hores",
    "Santa Coloma de Gramenet",
    "persona@municipi.example",
    "no, van ser 3 hores",
)


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path)
    yield conversation
    conversation.close()


@pytest.fixture
def people(bot: Conversation) -> dict[int, Somebody]:
    """The office, three of the commission, a council with a package and the mentor of it, once the call has closed."""
    names = {OFFICE: "Núria Camps", BERTA: "Berta Mas", ORIOL: "Oriol Puig", NADIA: "Nadia Serra"}
    bot.seats(OFFICE, Role.OFFICE)
    for person, council in ((BERTA, "Mataró"), (ORIOL, "Manlleu"), (NADIA, "Ripollet")):
        bot.seats(person, Role.COMMISSION, council)
    bot.seats(AINA, Role.CONTACT, "Salt")
    everybody = {person: Somebody(bot, person, name) for person, name in names.items()}
    everybody |= {AINA: Somebody(bot, AINA, "Aina Soler"), MARTI: Somebody(bot, MARTI, "Martí Roca")}
    bot.fills(OFFICE)
    bot.moves(datetime(2020, 5, 11, 9, 0, tzinfo=MADRID))
    for one in everybody.values():
        one.starts()
    bot.speaks_unasked()
    return everybody


def wanders(bot: Conversation, people: dict[int, Somebody], seed: int) -> tuple[Counter[str], list[str]]:
    """A walk: what was pressed, by kind of button, and what went wrong."""
    chance, pressed, faults = random.Random(seed), Counter[str](), list[str]()
    order = list(people.values())
    for step in range(STEPS):
        somebody = order[step // 6 % len(order)]
        live = [
            (label, data, message.id)
            for message in bot.chats.get(somebody.id, [])[-4:]
            for row in message.buttons
            for label, data in row
            if data
        ]
        if not live or chance.random() < 0.07:
            somebody.says(chance.choice(FIRST))
            continue
        if chance.random() < 0.2:
            if not somebody.says(chance.choice(WRITTEN)):
                faults.append(f"{somebody.name}: silence after a text")
            continue
        chance.shuffle(live)
        label, data, message = min(live, key=lambda one: pressed[kind(one[1])])
        pressed[kind(data)] += 1
        newest = message == bot.chats[somebody.id][-1].id
        heard = bot.press_data(somebody.id, somebody.name, data, message)
        if newest and OLD in told(heard, somebody):
            faults.append(f"{somebody.name} [{label}] {data}: called old as soon as it was shown")
        if step % 40 == 39:
            bot.passes(hours=26)
            bot.speaks_unasked()
    return pressed, faults


def told(heard: list[Heard], somebody: Somebody) -> str:
    return said(heard, somebody.id) if any(one.to == somebody.id and one.message.text for one in heard) else ""


def kind(data: str) -> str:
    """What a button does, without the number of the turn and of what it is about."""
    return re.sub(r"[\d].*", "", data.partition(":")[2])


def whole(bot: Conversation) -> None:
    """The hours of every package add up, whatever was pressed."""
    for row in bot.rows(
        "select application, sum(case kind when 'reserve' then minutes when 'restore' then minutes else -minutes end)"
        " as held from ledger where kind in ('reserve', 'release', 'consume', 'restore') group by application"
    ):
        assert row["held"] >= 0, row


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_shown_leads_somewhere(bot: Conversation, people: dict[int, Somebody], seed: int) -> None:
    if seed == 2:
        bot.scores({ORIOL: "Oriol Puig", NADIA: "Nadia Serra", BERTA: "Berta Mas"})
    pressed, faults = wanders(bot, people, seed)
    assert not faults, "\n".join(faults)
    assert len(pressed) > 25
    whole(bot)


@pytest.mark.long
def test_whoever_gives_and_gets_hours_wanders_too(bot: Conversation) -> None:
    bot.seats(OFFICE, Role.OFFICE)
    bot.seats(AINA, Role.CONTACT, "Salt")
    key = asked(bot, AINA, "Aina Soler", "Salt", "mentoring")
    joined(bot, key, mentor(bot, MARTI, "Martí Roca", "Mataró"))
    bot.moves(datetime(2020, 5, 20, 9, 0, tzinfo=MADRID))
    everybody = {
        person: Somebody(bot, person, name)
        for person, name in ((OFFICE, "Núria Camps"), (AINA, "Aina Soler"), (MARTI, "Martí Roca"))
    }
    for one in everybody.values():
        one.starts()
    everybody[MARTI].says("Ahir 2h amb Salt, en línia: compra responsable")
    pressed, faults = wanders(bot, everybody, 3)
    assert not faults, "\n".join(faults)
    assert len(pressed) > 15
    whole(bot)
