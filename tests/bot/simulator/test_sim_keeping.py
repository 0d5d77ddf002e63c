"""What the bot knows to be sent is on the telephones after a sudden end: no write at leisure was needed."""

from pathlib import Path

import telegram
from telegram import BotCommand, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup

from bot.simulator import Person, Simulator
from bot.simulator.keeping import Keeper, kept


def after_the_end(file: Path) -> Simulator:
    """The telephones as a new process finds them; nobody has ended the old one."""
    again = Simulator()
    Keeper(again, file).restore()
    return again


def seen(sim: Simulator) -> object:
    world = kept(sim)
    return [
        sorted(world["users"], key=lambda one: one["id"]),
        [(one["id"], one["opened"], one["pinned"], one["messages"]) for one in world["chats"]],
        world["files"],
        world["commands"],
        world["updates"],
        world["seq"],
    ]


async def test_letters_are_kept_before_the_bot_hears_that_they_are_sent(
    bot: telegram.Bot, sim: Simulator, aina: Person, tmp_path: Path
) -> None:
    file = tmp_path / "telegram.json"
    Keeper(sim, file).restore()
    await aina.starts()
    rows = InlineKeyboardMarkup([[InlineKeyboardButton("Continua", callback_data="1:go")]])
    first = await bot.send_message(1001, "Hola", reply_markup=rows)
    assert seen(after_the_end(file)) == seen(sim), "the first letter, before anything else was written"
    written = file.stat().st_mtime_ns
    await aina.says("bon dia")
    await bot.send_document(1001, b"%PDF", filename="rebut.pdf")
    await bot.edit_message_text("Hola de nou", 1001, first.message_id)
    assert seen(after_the_end(file)) == seen(sim)
    await bot.send_message(1001, "Adéu")
    await bot.set_my_commands([BotCommand("inici", "Comença")], scope=BotCommandScopeChat(1001))
    await bot.pin_chat_message(1001, first.message_id)
    await bot.delete_message(1001, first.message_id)
    assert seen(after_the_end(file)) == seen(sim)
    assert file.stat().st_mtime_ns == written, "each letter only adds to the journal"


async def test_a_journal_cut_short_by_the_end_and_one_that_outlives_its_file_do_no_harm(
    bot: telegram.Bot, sim: Simulator, open_chat: Person, tmp_path: Path
) -> None:
    file, journal = tmp_path / "telegram.json", tmp_path / "telegram.journal"
    keeper = Keeper(sim, file)
    keeper.write()
    await bot.send_message(1001, "Hola")
    told, before = journal.read_text(encoding="utf-8"), seen(sim)
    journal.write_text(told + told[: len(told) // 2], encoding="utf-8")
    assert seen(after_the_end(file)) == before
    await bot.send_message(1001, "Adéu")
    keeper.write()
    assert not journal.exists()
    journal.write_text(told, encoding="utf-8")
    again = after_the_end(file)
    assert [one.text for one in again.chat(1001).from_bot] == ["Hola", "Adéu"]
    assert seen(again) == seen(sim)
