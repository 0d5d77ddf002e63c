"""/previsio as the office sees it: by day and in pages, and only for the office."""

import ast
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from conversations import forecasting
from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from tests.conversation import Conversation, Somebody, said

ROOT = Path(__file__).parent.parent.parent
NOT_FORETOLD = {
    "arrivals.report": "how a sending went: only Telegram's answers tell it",
    "alerts.queue": "messages do not go out: a fault, which nobody can foresee",
}
"""What the bot says unasked and the forecast cannot know, with the reason."""

SAYING = ("due", "opened", "outages", "report", "promote", "last_days")
"""What the functions are called that say what is to be said."""

FORECAST = ("conversations/forecasting.py", "conversations/mentoring/foreseeing.py")
"""The modules of the forecast."""

IN_OTHER_WORDS = {"promoting.promote": "coming.due"}
"""What writes into the database as it goes, and what foretells it."""

ELSEWHERE = {
    "bot/promoting.py": "called by the notifier",
    "bot/notifier.py": "below",
    "bot/dispatcher.py": "answers to what somebody does, and the apology for a fault",
    "bot/outbox.py": "a letter that failed by our own fault, which nobody can foresee",
    "bot/erasing.py": "what somebody does at the command line",
}
"""Where letters are written."""

COUNCILS = ("Salt", "Badalona", "Mataró", "Celrà", "Manlleu", "Manresa", "Ulldecona", "Cardedeu", "Callús")


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path, datetime(2020, 4, 28, 10, 0, tzinfo=MADRID))
    yield conversation
    conversation.close()


@pytest.fixture
def nuria(bot: Conversation) -> Somebody:
    """The office."""
    bot.seats(2001, Role.OFFICE)
    return Somebody(bot, 2001, "Núria Camps")


def test_many_messages_come_in_pages_with_the_days_above_the_first(bot: Conversation, nuria: Somebody) -> None:
    for number, council in enumerate(COUNCILS, start=1001):
        bot.seats(number, Role.CONTACT, council)

    first = said(nuria.says("/previsio"), nuria.id)
    assert "s'enviaran 9 missatges, si no canvia res:\n· dijous 30 d'abril: 9" in first
    assert first.count("**dijous 30 d'abril, a les 9 h** · ") == forecasting.PAGE
    assert nuria.conversation.labels(nuria.id) == ["Mostra'm els missatges següents"]

    second = said(nuria.presses("Mostra'm els missatges següents"), nuria.id)
    assert second.count("**dijous 30 d'abril, a les 9 h** · ") == 1
    assert said(bot.press_data(nuria.id, nuria.name, "0:forecast.7"), nuria.id) == "No n'hi ha més."


def test_nobody_but_the_office_sees_it(bot: Conversation) -> None:
    bot.seats(1001, Role.CONTACT, "Salt")
    aina = Somebody(bot, 1001, "Aina Soler")
    assert "Aquesta ordre no existeix" in said(aina.says("/previsio"), aina.id)
    assert "pregunta" not in said(bot.press_data(aina.id, aina.name, "0:forecast.0"), aina.id)


def test_more_councils_than_can_be_read_are_not_passed_over_in_silence(
    bot: Conversation, nuria: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.agenda.MOST", 2)
    for number, council in enumerate(COUNCILS, start=1001):
        bot.seats(number, Role.CONTACT, council)

    heard = said(nuria.says("/previsio"), nuria.id)
    assert "s'enviaran 2 missatges, si no canvia res:\nHi ha massa ajuntaments: aquí només hi ha els primers." in heard


def _names(file: str, functions: tuple[str, ...] = SAYING) -> set[str]:
    """The functions of other modules, as "module.function", that a module asks what is to be said."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    called = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    named = {(one.value.id, one.attr) for one in called if isinstance(one, ast.Attribute)
             and isinstance(one.value, ast.Name)}  # fmt: skip
    alerts = ("unreached", "silent", "lost", "queue")
    elsewhere = ("watch", "dispatches", "pacing", "foreseeing", "storage_unsaved")
    return {
        f"{module}.{name}"
        for module, name in named
        if (name in functions and module not in elsewhere) or (module == "alerts" and name in alerts)
    }


def test_whatever_is_said_unasked_is_foretold_or_has_a_reason_not_to_be() -> None:
    """A new kind of notice belongs in the forecast, or in the list above with its reason."""
    said, foretold = _names("bot/notifier.py"), set().union(*map(_names, FORECAST))
    assert len(said) > 10, said
    assert {IN_OTHER_WORDS.get(one, one) for one in said - set(NOT_FORETOLD)} == foretold
    assert set(NOT_FORETOLD) <= said


def test_nobody_writes_letters_but_those_who_are_known_to() -> None:
    """What is said unasked goes through the notifier, which the forecast is held against."""
    writers = set()
    for file in (*(ROOT / "bot").glob("*.py"), *(ROOT / "storage").glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
        if any(ast.unparse(one) == "letters.write" for one in calls):
            writers.add(file.relative_to(ROOT).as_posix())
    assert writers == set(ELSEWHERE)


def test_notices_are_made_only_where_the_notifier_and_the_forecast_look() -> None:
    """The modules that make notices are those that both ask."""
    making = {
        file.stem
        for file in (ROOT / "conversations").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        and node.module == "conversations.protocol.replies"
        and any(one.name == "Notice" for one in node.names)
    }
    asked = {one.partition(".")[0] for one in _names("bot/notifier.py").union(*map(_names, FORECAST))}
    assert making - {Path(file).stem for file in FORECAST} == asked - {"promoting"}
