"""What waits to be saved is not wanted: one of the sessions, or all of them, pressed or in words."""

from __future__ import annotations

from dataclasses import replace

from conversations.mentoring import cards, otherwise, spoken, waiting
from conversations.mentoring.pending import Pending
from conversations.protocol.incoming import Text
from conversations.protocol.replies import Edit, Say
from conversations.protocol.scenes import Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T, lines

STAYS = T("It stays as it was.")


def dropped(desk: Pending, place: int | None, facts: Facts) -> Step:
    """One of the sessions that wait is not wanted, or none of them."""
    left = desk.without(place) if place is not None else replace(desk, drafts=())
    if left.drafts:
        assert place is not None, "of all of them none is left"
        gone = T("· {line}", line=waiting.described(desk, desk.drafts[place]))
        others = T("The other one still waits:", "The others still wait:", n=len(left.drafts))
        return cards.show(left, facts).after(Say(lines(T("Discarded:"), gone, others)))
    one = T("Discarded: nothing has been noted.")
    all_of_them = T("All of them are discarded: nothing has been noted.")
    return Step(Idle(), (Say(one if len(desk.drafts) == 1 else all_of_them),))


def said(desk: Pending, text: str, facts: Facts, bare: Edit) -> Step:
    """What waits is discarded in words; of several, it is asked which one unless all are spoken of."""
    if desk.told is not None:
        return Step(Idle(), (bare, Say(STAYS)))
    if len(desk.drafts) == 1 or spoken.of_all(text, len(desk.drafts)):
        return dropped(desk, None, facts).after(bare)
    return waiting.which_to_discard(desk).after(bare)


def chosen(desk: Pending, text: str, did: Text, facts: Facts) -> Step | None:
    """What is typed in answer to which one is to be discarded: «la 3», «la de dilluns», «totes»; None for other words.
    It is never read as a length."""
    if spoken.of_all(text, len(desk.drafts)):
        return dropped(desk, None, facts)
    for said in (f"descarta {text}", f"descarta la {text}"):
        place = otherwise.goes(said, desk, did, facts)
        if place is not None:
            return dropped(desk, place, facts) if place >= 0 else waiting.which_to_discard(desk)
    return None
