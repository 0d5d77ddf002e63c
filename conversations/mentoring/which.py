"""What a council types that several of its sessions may be about: which one it means is asked, and nothing moves."""

from __future__ import annotations

from conversations.mentoring import hearing, listing, sayings
from conversations.mentoring.drafts import wanted
from conversations.mentoring.hearing import claimant
from conversations.protocol.mentoring import Session, SessionState
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, MyAssignments
from conversations.protocol.words import Minutes, T, Words

ACTIONS = ("sok", "sfix", "snone")
_NAMED = "named"
_MOST = 8


def named(choice: str) -> bool:
    """Whether a button names its session by day and hours, so that it need not be asked again."""
    return choice.split(".")[2:3] == [_NAMED]


def asked(action: str, facts: Facts, session: Session | None = None) -> Step | None:
    """Asks which of the sessions that wait for the council is meant; None if fewer than two do, or if `session` is
    to be corrected and is none of them: one that was confirmed may be put right too."""
    if action not in ACTIONS or not listing.receives(facts):
        return None
    going = [one for one in facts[MyAssignments()] if one.agreed]
    waiting = [(one, of) for of in going for one in of.sessions
               if one.state is SessionState.REPORTED and claimant(one) is None]  # fmt: skip
    of_another = action == "sfix" and session is not None and all(one.id != session.id for one, _ in waiting)
    if len(waiting) < 2 or of_another:
        return None

    def label(one: Session, council: Words) -> Words:
        if len({of.id for _, of in waiting}) == 1:
            return T("{day} · {length}", day=one.day, length=Minutes(wanted(one)))
        return T("{day} · {length} · {council}", day=one.day, length=Minutes(wanted(one)), council=council)

    rows = [
        Button(label(one, T("{council}", council=sayings.council(of))),
               f"{action}.{one.id}.{_NAMED}.{hearing.seen(one)}", standing=True)
        for one, of in waiting[:_MOST]
    ]  # fmt: skip
    more = Button(T("Show me the sessions"), "sessions", standing=True) if len(waiting) > _MOST else None
    says = T("Nothing has been answered yet: several sessions wait for you. Which one do you mean?")
    return Step(None, (Say(says, column(*rows, more)),))
