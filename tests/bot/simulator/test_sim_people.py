"""People: everything somebody with a phone can do arrives as Telegram would send it."""

import asyncio

import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.simulator import Person, Simulator, SimulatorError
from bot.simulator.attachments import KINDS
from bot.simulator.people import split_text


def keyboard(**buttons: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)] for label, data in buttons.items()])


async def test_starting_from_a_link(bot: telegram.Bot, aina: Person) -> None:
    await aina.starts("tok_EN")
    (update,) = await bot.get_updates()
    message = update.message
    assert message is not None
    assert message.from_user is not None
    assert (message.text, message.chat_id, message.message_id) == ("/start tok_EN", 1001, 1)
    assert (message.from_user.full_name, message.from_user.language_code) == ("Aina Soler", "ca")
    assert [(entity.type, entity.length) for entity in message.entities] == [("bot_command", 6)]


async def test_a_long_text_leaves_in_parts(bot: telegram.Bot, open_chat: Person) -> None:
    await open_chat.says("Una frase llarga. " * 600)
    updates = await bot.get_updates()
    parts = [update.message.text or "" for update in updates if update.message]
    assert [len(part) <= 4096 for part in parts] == [True, True, True]
    assert " ".join(parts) == ("Una frase llarga. " * 600).strip()


@pytest.mark.parametrize("text", ["x" * 9000, "😀" * 5000, "à\n" * 5000, "curt"])
def test_parts_lose_nothing_and_are_short_enough(text: str) -> None:
    parts = split_text(text)
    assert all(0 < len(part.encode("utf-16-le")) // 2 <= 4096 for part in parts)
    assert "".join(parts).replace("\n", "") == text.replace("\n", "")


async def test_buttons_are_pressed_by_label_newest_first(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    old = await bot.send_message(1001, "?", reply_markup=keyboard(Sí="1:yes"))
    await bot.send_message(1001, "?", reply_markup=keyboard(Sí="2:yes", No="2:no"))
    await bot.send_message(1001, "sense botons")
    newest = await open_chat.presses("Sí")
    stale = await open_chat.presses("Sí", message=old.message_id)
    forged = await open_chat.presses(data="9:forged", message=old.message_id)
    assert [newest.data, stale.data, forged.data] == ["2:yes", "1:yes", "9:forged"]
    queries = [update.callback_query for update in await bot.get_updates()]
    assert [query.data for query in queries if query] == ["2:yes", "1:yes", "9:forged"]
    assert [query.message.message_id for query in queries if query and query.message] == [3, 2, 2]
    with pytest.raises(SimulatorError, match="no message of the bot has a button 'Potser'"):
        await open_chat.presses("Potser")


async def test_a_button_that_was_taken_away_can_still_arrive(
    bot: telegram.Bot, sim: Simulator, open_chat: Person
) -> None:
    sent = await bot.send_message(1001, "?", reply_markup=keyboard(Sí="1:yes"))
    await bot.edit_message_reply_markup(1001, sent.message_id)
    press = await open_chat.presses(message=sent.message_id, data="1:yes")
    assert press.message_id == sent.message_id


async def test_editing_an_own_message(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    said = await open_chat.says("Arbucies")
    await bot.send_message(1001, "x")
    await open_chat.edits(said, "Arbúcies")
    edited = (await bot.get_updates())[-1].edited_message
    assert edited is not None
    assert (edited.text, edited.message_id) == ("Arbúcies", said.id)
    assert edited.edit_date is not None
    with pytest.raises(SimulatorError, match="one's own"):
        await open_chat.edits(sim.chat(1001).last, "x")


@pytest.mark.parametrize("kind", KINDS)
async def test_everything_that_is_not_text(bot: telegram.Bot, sim: Simulator, open_chat: Person, kind: str) -> None:
    sent = await open_chat.sends(kind)
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert getattr(update.message, kind)
    assert sent.attachment == kind
    if sent.file is not None:
        file = await bot.get_file(sent.file.id)
        assert bytes(await file.download_as_bytearray()) == f"a {kind}".encode()


async def test_an_album_is_several_updates_with_one_group(bot: telegram.Bot, open_chat: Person) -> None:
    await open_chat.sends("photo", caption="La plaça", group_id="g1")
    await open_chat.sends("photo", group_id="g1")
    first, second = [update.message for update in await bot.get_updates() if update.message]
    assert first.media_group_id == second.media_group_id == "g1"
    assert (first.caption, second.caption) == ("La plaça", None)


async def test_forwarding(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    await open_chat.forwards("Us ho reenvio", by=sim.person(1002, "Pol", "Vila"))
    (update,) = await bot.get_updates()
    assert update.message is not None
    origin = update.message.forward_origin
    assert isinstance(origin, telegram.MessageOriginUser)
    assert (update.message.text, origin.sender_user.full_name) == ("Us ho reenvio", "Pol Vila")


async def test_blocking_and_coming_back(bot: telegram.Bot, open_chat: Person) -> None:
    await open_chat.blocks()
    with pytest.raises(SimulatorError, match="Aina Soler has blocked the bot"):
        await open_chat.says("Hola")
    await open_chat.starts()
    blocked, unblocked, start = await bot.get_updates()
    assert blocked.my_chat_member is not None
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    assert unblocked.my_chat_member is not None
    assert unblocked.my_chat_member.new_chat_member.status == "member"
    assert start.message is not None


async def test_a_group_and_its_upgrade(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    pol, marta = sim.person(1002, "Pol"), sim.person(1003, "Marta")
    group = sim.group("Comissió", [open_chat, pol])
    old = group.id
    await pol.says("Bon dia", chat=group)
    await group.adds(marta, by=pol)
    await group.loses(marta)
    with pytest.raises(SimulatorError, match="Marta is not in the chat"):
        await marta.says("Adéu", chat=group)
    new = await group.upgrades(by=pol)
    await open_chat.says("Seguim", chat=group)
    membership, added, said, joined, left, moved_to, moved_from, later = await bot.get_updates()
    assert membership.my_chat_member is not None
    assert (membership.my_chat_member.chat.type, membership.my_chat_member.chat.id) == ("group", old)
    messages = [update.message for update in (added, said, joined, left, moved_to, moved_from, later)]
    assert all(messages)
    added_m, said_m, joined_m, left_m, to_m, from_m, later_m = [message for message in messages if message]
    assert added_m.new_chat_members[0].id == 100
    assert (said_m.text, said_m.chat_id) == ("Bon dia", old)
    assert joined_m.new_chat_members[0].first_name == "Marta"
    assert left_m.left_chat_member is not None
    assert (to_m.migrate_to_chat_id, from_m.migrate_from_chat_id) == (new, old)
    assert (later_m.chat_id, later_m.chat.type) == (new, "supergroup")
    with pytest.raises(SimulatorError, match="is now the supergroup"):
        await pol.says("x", chat=old)


async def test_waiting_for_what_the_bot_says(bot: telegram.Bot, sim: Simulator, open_chat: Person) -> None:
    await bot.send_message(1001, "Benvinguda, Aina")
    asked = await open_chat.says("Hola")
    waiting = asyncio.create_task(sim.wait_for("Benvinguda", chat=1001, after=asked))
    await bot.send_message(1001, "Espera")
    await bot.send_message(1001, "Benvinguda de nou")
    assert (await waiting).text == "Benvinguda de nou"
    assert (await sim.wait_for(lambda message: message.text.startswith("Espera"))).id == 4
    with pytest.raises(TimeoutError, match="Benvinguda de nou"):
        await sim.wait_for("Adéu", chat=open_chat, timeout=0.05)
    await sim.wait_until(lambda: len(sim.requests) >= 3)


async def test_what_nobody_can_do(sim: Simulator, open_chat: Person) -> None:
    with pytest.raises(SimulatorError, match="empty"):
        await open_chat.says("  ")
    with pytest.raises(SimulatorError, match="nobody can send a thought"):
        await open_chat.sends("thought")
    with pytest.raises(SimulatorError, match="no chat 77"):
        await open_chat.says("x", chat=77)
    with pytest.raises(ValueError, match="the id 1001 is taken"):
        sim.person(1001, "Una altra")
