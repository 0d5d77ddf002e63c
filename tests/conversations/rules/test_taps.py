"""A double tap counts once; whoever comes back to a used button later, or after doing something else, is answered."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from conversations.protocol.incoming import Command, Press
from conversations.protocol.scenes import DialogueState
from conversations.rules import taps

NOW = datetime(2020, 5, 5, 9, 30, tzinfo=UTC)
TAP = Press(update=1, chat=1, person=1, name="Aina", private=True, message=7, turn=3, choice="send")
STANDING = replace(TAP, turn=0, choice="complete.x")
START = Command(update=1, chat=1, person=1, name="Aina", private=True, message=8, command="inici")


def after(did: Press | Command, turn: int = 4) -> DialogueState:
    """The state once something was done."""
    return DialogueState(turn, pressed=taps.noted(did, NOW)[0], pressed_at=taps.noted(did, NOW)[1])


@pytest.mark.parametrize(
    ("state", "did", "seconds", "again"),
    [
        (after(TAP), TAP, 0, True),
        (after(TAP), TAP, 10, True),
        (after(TAP), TAP, 11, False),
        (after(TAP), TAP, -1, False),
        (after(STANDING), STANDING, 3, True),
        (after(STANDING, turn=0), STANDING, 3, True),
        (after(TAP), replace(TAP, message=8), 3, False),
        (after(TAP), replace(TAP, choice="no"), 3, False),
        (after(TAP, turn=3), TAP, 3, False),  # still live: «Torna enrere» twice goes back twice
        (after(TAP), replace(TAP, typed=9), 3, False),
        (after(START), TAP, 3, False),
        (after(START), START, 3, False),
        (after(START), replace(TAP, typed=9), 3, False),
        (DialogueState(), TAP, 3, False),
    ],
)
def test_which_press_is_the_second_tap(state: DialogueState, did: Press | Command, seconds: int, again: bool) -> None:
    assert taps.again(state, did, NOW + timedelta(seconds=seconds)) is again
