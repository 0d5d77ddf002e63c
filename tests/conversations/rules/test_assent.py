"""A yes or a no in passing, and what says nothing where a reason is asked for."""

from __future__ import annotations

import pytest

from conversations.rules.assent import gives_no_reason


@pytest.mark.parametrize(
    ("text", "says_nothing"),
    [("no", True), ("Res.", True), ("-", True), ("👍", True), ("perquè sí", True), ("sense motiu", True),
     ("no puc", False), ("no hi era ningú", False), ("malaltia", False)],
)  # fmt: skip
def test_what_says_no_reason(text: str, says_nothing: bool) -> None:
    assert gives_no_reason(text) is says_nothing
