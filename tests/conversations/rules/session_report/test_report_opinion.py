"""What the second opinion does where the rules would drop a message."""

from __future__ import annotations

import pytest

from conversations.rules.session_report import Field
from tests.conversations.rules.session_report.reports import read_at


def test_message_that_would_be_dropped_is_always_asked_about() -> None:
    found = read_at("dv passat vam quedar pendents d'anotar 3 h amb Salt, presencials")

    assert found.is_report
    assert found.minutes == 180
    assert Field.DATE in found.ask


@pytest.mark.parametrize("text", ["dia 22 de 10 a 12 Salt presencial, confirmat", "propera sessió: 27/6, 2h, Teams"])
def test_day_to_come_is_never_reopened(text: str) -> None:
    assert not read_at(text).is_report


def test_few_words_are_left_to_the_rules() -> None:
    assert not read_at("ahir salt 2h zoom no feta").is_report
