"""What is typed that several sessions which wait may be about: which one is meant is asked, and nothing moves."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.mentoring import explained, hearing, sayings, unanswered
from conversations.mentoring.drafts import wanted
from conversations.mentoring.unanswered import Waits
from conversations.protocol.mentoring import Session
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import Joined, Minutes, T, Words, lines
from conversations.rules.fingerprint import fingerprint

LOOK = "session"
"""Opens the card of a session, for words that say neither yes nor no."""

WAS = "swas"
"""Says of a session that it was otherwise, with the values that it says: `swas.40.m.120+w.remote`."""

ALL = "sokall"
"""Says yes to all of them."""

_AS_NOTED = {"sok": "sok", "sagree": "sok", ALL: "sok", "sdeny": "sfix", "sfix": "sfix", "snone": "snone", LOOK: LOOK}
_AS_CLAIMED = {"sok": "sagree", "sagree": "sagree", ALL: "sagree", "sdeny": "sdeny", LOOK: LOOK}
_YES = ("sok", "sagree", ALL)
"""What a button is for a session that nobody has answered, and for one that a side says was otherwise."""

TO_ANSWER = T("Nothing has been answered yet: use the buttons of the session.")
TO_AGREE = T("Nothing has been answered yet. Do you agree with this? Answer with the buttons.")

_NAMED = "named"
MOST = 8


def named(choice: str) -> bool:
    """Whether a button names its session by day and hours, so that it need not be asked again."""
    return choice.split(".")[2:3] == [_NAMED]


def asked(action: str, facts: Facts, session: Session | None = None, *, values: str = "") -> Step | None:
    """Asks which of the sessions that wait is meant, and a yes may be for all of them; None if fewer than two do, or if
    `session` is to be corrected and is none of them: one that was confirmed may be put right too.

    `values` are what was said that the one meant was instead: its button says so.
    """
    if action not in _AS_NOTED:
        return None
    waiting = [(one, of) for one, of in unanswered.mine(facts) if _means(action, one)]
    of_another = action == "sfix" and session is not None and all(one.id != session.id for one, _ in waiting)
    if len(waiting) < 2 or of_another:
        return None
    shown, several = waiting[:MOST], len({of.id for _, of in waiting}) > 1
    me = facts[Me()].id
    rows = [Button(label(pair, waiting, me), _choice(action, pair[0], values), standing=True) for pair in shown]
    every = [one for one, _ in shown]
    all_of_them = None
    if action in _YES and len(waiting) <= MOST:
        all_of_it = T("Confirm all of them") if any(map(unanswered.as_noted, every)) else T("I agree with all of them")
        all_of_them = Button(all_of_it, f"{ALL}.{read(shown)}", standing=True)
    more = Button(T("Show me the sessions"), "sessions", standing=True) if len(waiting) > MOST else None
    says = T("Nothing has been answered yet: several sessions wait for you. Which one do you mean?")
    listed = [T("· {line}", line=line(pair, several=several)) for pair in shown]
    return Step(None, (Say(lines(says, *listed), column(*rows, all_of_them, more)),))


def said(action: str, facts: Facts, head: Words | None = None, *, values: str = "") -> Step | None:
    """A typed label hangs under several messages: which session it is about is asked, or the only one that waits is
    shown with its buttons; None if none does."""
    waiting = [pair for pair in unanswered.mine(facts) if _means(action, pair[0])] if action in _AS_NOTED else []
    if len(waiting) != 1:
        return asked(action, facts, values=values)
    return Step(None, (Say(head or TO_ANSWER), shown(waiting[0])))


def _means(action: str, session: Session) -> bool:
    return action in (_AS_NOTED if unanswered.as_noted(session) else _AS_CLAIMED)


def _choice(action: str, session: Session, values: str) -> str:
    """The button of one of them. It knows what was read: what was noted, or what is claimed instead."""
    if values and unanswered.as_noted(session):
        return f"{WAS}.{session.id}.{values}"
    if action == LOOK:
        return f"{LOOK}.{session.id}"
    if unanswered.as_noted(session):
        return f"{_AS_NOTED[action]}.{session.id}.{_NAMED}.{hearing.seen(session)}"
    return f"{_AS_CLAIMED[action]}.{session.id}.{_NAMED}.{hearing.seen_claim(session)}"


def label(waits: Waits, among: Sequence[Waits], me: int) -> Words:
    """A session on a button, with its council if the others are of another one or the person acts for several."""
    session, of = waits
    if len({one.id for _, one in among}) == 1 and me not in of.grant.several:
        return T("{day} · {length}", day=session.day, length=Minutes(wanted(session)))
    council = sayings.council(of)
    return T("{day} · {length} · {council}", day=session.day, length=Minutes(wanted(session)), council=council)


def line(waits: Waits, *, several: bool) -> Words:
    """What one of them says, and what a side claims instead; with its council, if there are several."""
    session, of = waits
    noted: Words = sayings.line(session)
    if several:
        noted = T("{council}: {line}", council=sayings.council(of), line=sayings.line(session))
    claim = unanswered.claim(session, of)
    return noted if claim is None else Joined((noted, claim), ". ")


def read(waiting: Sequence[Waits]) -> str:
    """What somebody has read of several sessions: it changes if any of them does."""
    seen = [(one.id, hearing.seen(one), sorted((side.value, n) for side, n in one.says.items()), one.says_day,
             one.says_modality, one.says_topic)
            for one, _ in waiting]  # fmt: skip
    return fingerprint(seen)[:16]


def shown(waits: Waits) -> Say:
    """One session that waits, and what a side claims of it, with the buttons that answer it."""
    session, of = waits
    said = T("{council}: {line}", council=sayings.council(of), line=sayings.line(session))
    if hearing.claimant(session) is None:
        return Say(said, hearing.answers(session))
    new = hearing.as_claimed(session)
    claim = T("It was: {what}.", what=hearing.difference(session, new)) if new.minutes else T("It was not held.")
    return Say(lines(said, claim, explained.line(session, of)), hearing.agreement(session))
