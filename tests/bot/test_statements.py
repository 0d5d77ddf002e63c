"""What one message costs in statements: a bound, so that none creeps in unseen."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import event

from tests.conversation import Conversation, Somebody


def test_answer_to_a_question_takes_few_statements(tmp_path: Path) -> None:
    bot = Conversation(tmp_path)
    aina = Somebody(bot, 11, "Aina")
    aina.opens("l'Alzinar")
    aina.answers_until(2)
    asked: list[str] = []
    event.listen(bot.connection, "before_cursor_execute", lambda *told: asked.append(told[2]))
    aina.says("aina@lalzinar.example")
    own = asked[: asked.index("BEGIN IMMEDIATE", 1)]  # then it is delivered
    assert len(own) <= 22, "\n".join(own)
    assert len(own) == len(set(own)), "nothing is asked twice"
    bot.close()
