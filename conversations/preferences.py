"""/avisos: the optional reminders, on or off. What matters always arrives."""

from __future__ import annotations

from conversations.protocol.changes import Mute
from conversations.protocol.incoming import Press
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import T, lines


def card(facts: Facts) -> Step:
    """What this person gets, and the switch."""
    if facts[Me()].muted:
        says = T("You do not get reminders of calls or sessions.")
        switch = Button(T("Send me reminders"), "unmute", standing=True)
    else:
        says = T("You get the reminders of calls and sessions.")
        switch = Button(T("Send me no more reminders"), "mute", standing=True)
    return Step(None, (Say(lines(says, _ALWAYS), column(switch)),))


_ALWAYS = T("Decisions, answers, extensions of the deadline and the end of the sessions always arrive.")


def switch(muted: bool, did: Press) -> Step:
    """Turns the optional reminders off or on."""
    says = T("Done: you will get no more reminders.") if muted else T("Done: you will get the reminders again.")
    return Step(None, (Edit(message=did.message), Say(lines(says, _ALWAYS))), (Mute(muted),))
