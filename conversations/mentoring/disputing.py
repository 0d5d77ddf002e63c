"""The two sides do not say the same about a session: the office settles it, with a reason that both read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from conversations import free_text
from conversations.intake.known import moment
from conversations.mentoring import (
    asking,
    checking,
    drafts,
    ending,
    explained,
    hearing,
    hours,
    people,
    room,
    sayings,
    thresholds,
)
from conversations.mentoring.drafts import DAY, MINUTES, Draft
from conversations.mentoring.hearing import as_claimed, claimant, seen
from conversations.mentoring.hours import Purse, Told
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.mentored import DisputeSession, SettleSession
from conversations.protocol.mentoring import STANDING, Session, SessionState, Side
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import Idle, Settling
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me, Office
from conversations.protocol.words import Minutes, T, Words, lines
from conversations.rules.roles import Action, may

LONGEST = 500

KEEP = "keep"
"""Nothing is settled, or what was settled stays."""


def begun(told: Told, did: Press, facts: Facts) -> Step:
    """One side does not agree with the other: both hear that the office will settle it, and the office is asked."""
    done = lines(
        T("<b>In the hands of the office.</b> It will settle the session of {day} and write to you.",
          day=told.session.day),
        T("If you want to explain anything, write it here: the office will read it.") if facts[Office()] else None,
    )  # fmt: skip
    side = claimant(told.session)
    by = people.subject(told.assignment, Side.MENTOR if side is Side.COUNCIL else Side.COUNCIL)
    heard = T(
        "{who} does not agree about the session of {day}. The office will settle it and write to you.",
        who=by,
        day=told.session.day,
    )
    asked = told.assignment.contacts if side is Side.COUNCIL else ((told.mentor,) if told.mentor else ())
    others = tuple(Say(people.for_one(told.assignment, one, heard), to=one) for one in asked if one != did.person)
    change = DisputeSession(told.session.id, told.application)
    mine = people.for_one(told.assignment, did.person, done)
    return Step(None, (Edit(mine, message=did.message), *others, *to_office(told, facts[Office()])), (change,))


def to_office(told: Told, office: Sequence[int]) -> tuple[Say, ...]:
    """What each side says about a session, to be settled."""
    return tuple(Say(_stands(told), column(*choices(told)), to=one) for one in office)


def _stands(told: Told) -> Words:
    session, assignment = told.session, told.assignment
    council, mentor = sayings.council(assignment), sayings.who(assignment.mentor)
    head = T("<b>Not agreed:</b> a session of {who} with {council}.", who=mentor, council=council)
    if not session.says:
        return lines(head, T("{line}", line=sayings.line(session)))
    says, new = next(iter(session.says)), as_claimed(session)
    claim = T("it was not held") if new.minutes == 0 else sayings.line(new)
    noted = sayings.line(session)
    by_mentor, by_council = (claim, noted) if says is Side.MENTOR else (noted, claim)
    return lines(
        head,
        T("{who} says: {what}.", who=mentor, what=by_mentor),
        T("{council} says: {what}.", council=council, what=by_council),
        explained.line(session, assignment),
        T("Speak with both, and settle it. They will read your reason."),
    )


def choices(told: Told) -> tuple[Button, ...]:
    """What the office may choose: what each side says, that it was not held, or another length."""
    session = told.session
    said = [session, *([as_claimed(session)] if session.says else [])]
    if all(one.minutes for one in said):
        said.append(replace(session, minutes=0))
    rows = [Button(_as(one, session), f"sset.{session.id}.{seen(one)}{_own(one, session)}", standing=True)
            for one in said]  # fmt: skip
    return (*rows, Button(T("Another length"), f"sset.{session.id}.other", standing=True))


_SAID = ".said"
"""What the button of a claim ends with, if it says how or about what the session was."""


def _own(one: Session, session: Session) -> str:
    return _SAID if one.minutes and (one.modality, one.topic) != (session.modality, session.topic) else ""


def _as(one: Session, session: Session) -> Words:
    if one.minutes == 0:
        return T("It was not held")
    if session.says and hearing.about(session) and one.minutes == session.minutes and one.day == session.day:
        return T("With the correction") if _own(one, session) else T("As it was noted")
    if one.day != session.day:
        return T("{length}, {day}", length=Minutes(one.minutes), day=one.day)
    return T("{length}", length=Minutes(one.minutes))


def settle(choice: str, did: Press, facts: Facts) -> Step | None:
    """The office has chosen what a session was, or wants to write another length; the reason comes next."""
    told = hours.named(facts, choice)
    if told is None or not may(facts[Me()], Action.SETTLE):
        return None
    if told.session.state not in STANDING:
        says = T("It was undone, and there is nothing to be put right.")
        return Step(None, (Edit(message=did.message), Say(says)))
    rest, _, was = ".".join(choice.split(".")[2:]).partition(".was.")
    if rest == KEEP:
        return Step(None, (Edit(message=did.message), Say(T("It stays as it was."))))
    if told.session.state is SessionState.SETTLED and was != seen(told.session):
        return Step(None, (Edit(message=did.message), _again(told, rest)))
    said = rest.endswith(_SAID) and hearing.about(told.session)
    day, _, minutes = rest.removesuffix(_SAID).partition(".")
    if rest == "other":
        return _ask(told, drafts.of_session(told.session), MINUTES, facts)
    if not (len(day) == len("20200602") and day.isdigit() and minutes.isdigit() and len(minutes) < 5):
        return None
    try:
        return _reason(told, date.fromisoformat(day), int(minutes), facts, said=said)
    except ValueError:
        return None


def _again(told: Told, rest: str) -> Say:
    """What is settled is settled anew only after a yes, which knows what it changes."""
    session = told.session
    says = T("It is settled already ({what}). Do you want to change it?", what=sayings.length(session))
    yes = Button(T("Yes, change it"), f"sset.{session.id}.{rest}.was.{seen(session)}", standing=True)
    return Say(says, column(yes, Button(T("No, leave it"), f"sset.{session.id}.{KEEP}", standing=True)))


def _settling(told: Told, day: str = "", minutes: int = -1, *, said: bool = False) -> Settling:
    was = seen(told.session) if told.session.state is SessionState.SETTLED else ""
    return Settling(told.session.id, day, minutes, was, said)


def _ask(told: Told, draft: Draft, field: str, facts: Facts) -> Step:
    asked = asking.question(draft, field, (told.assignment,), told.call, facts.now, leave=False)
    return Step(_settling(told), (asked,))


def _new(told: Told, day: date, minutes: int, *, said: bool) -> Session:
    """The session as the office settles it, how and about what it was as a side claims if `said`."""
    of = as_claimed(told.session) if said and told.session.says else told.session
    return replace(hearing.unclaimed(of), day=day, minutes=minutes, state=SessionState.SETTLED)


def _reason(told: Told, day: date, minutes: int, facts: Facts, *, said: bool = False) -> Step:
    what = sayings.line(_new(told, day, minutes, said=said))
    if minutes == 0:
        what = T("it was not held")
    over = Purse(facts, told.call).exceeds(told.assignment, told.session.minutes, minutes)
    says = lines(
        T("It will be: {what}.", what=what),
        T("It is more than the package has left: write what the commission has said.") if over else None,
        T("Why? Both sides will read it as you write it."),
    )
    asked = Say(says, column(Button(T("Leave it"), KEEP)))
    return Step(_settling(told, day.isoformat(), minutes, said=said), (asked,))


def handle(scene: Settling, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The length, if it was not chosen, and the reason."""
    told = hours.told(facts, scene.session)
    gone = Edit(turn=turn)
    if told is None or not may(facts[Me()], Action.SETTLE):
        return Step(Idle(), (gone, Say(T("You cannot settle sessions any more: nothing has changed."))))
    if isinstance(did, Press) and did.choice == KEEP:
        return Step(Idle(), (gone, Say(T("It stays as it was."))))
    if told.session.state is SessionState.SETTLED and scene.was != seen(told.session):
        rest = f"{scene.day.replace('-', '')}.{scene.minutes}" if scene.minutes >= 0 else "other"
        return Step(Idle(), (gone, _again(told, rest)))
    if scene.minutes >= 0:
        return _because(scene, told, did, facts, turn)
    draft = drafts.of_session(told.session)
    answered = None
    if isinstance(did, Press):
        if did.choice == "other":
            return _ask(told, draft, f"{MINUTES}.{asking.WRITTEN}", facts).after(gone)
        answered = asking.pressed(draft, did.choice, (told.assignment,))
    elif isinstance(did, Text):
        window = (told.call.sessions_from, told.call.sessions_to)
        at, councils = moment(did, facts), facts.house.finder.councils
        for what in (MINUTES, DAY):
            answered = answered or asking.typed(draft, what, did.text, (told.assignment,), window, at, councils)
    else:
        return None
    judged = checking.doubtful(answered, told.call, facts.now) if answered else draft
    if answered is None or judged.asks:
        return _ask(told, judged, judged.asks or f"{MINUTES}.{asking.WRITTEN}", facts).after(gone)
    assert judged.day is not None
    assert judged.minutes is not None
    return _reason(told, judged.day, judged.minutes, facts).after(gone)


def _because(scene: Settling, told: Told, did: Incoming, facts: Facts, turn: int) -> Step | None:
    read = free_text.reason(scene, did, LONGEST, turn, Button(T("Leave it"), KEEP))
    if not isinstance(read, Text):
        return read
    day = date.fromisoformat(scene.day)
    purse = Purse(facts, told.call)
    entries = purse.move(told.assignment, told.session.minutes, scene.minutes, read.text)
    settled = _new(told, day, scene.minutes, said=scene.said)
    modality = settled.modality if settled.modality != told.session.modality else None
    topic = settled.topic if settled.topic != told.session.topic else None
    change = SettleSession(
        told.session.id, told.application, day, scene.minutes, read.text, entries, modality=modality, topic=topic
    )
    what = sayings.settled(settled)
    left = sayings.left(purse.held(told.assignment)[0])
    heard = tuple(
        Say(
            people.for_one(told.assignment, one, lines(_heard(told, settled, one, again=bool(scene.was)),
                                                      T("Reason: {reason}", reason=read.text), left)),
            to=one,
        )
        for one in dict.fromkeys((*told.assignment.contacts, *told.assignment.mentor.chats))
        if one != did.person
    )  # fmt: skip
    mine = Say(T("<b>Settled:</b> {what}. Both sides have your reason.", what=what))
    ended = ending.told(replace(told, session=settled), purse, facts)
    warned = thresholds.told(purse, (told.assignment,), facts)
    if scene.minutes < told.session.minutes:
        warned = (*warned, *room.told(purse, told.assignment, facts, but=told.session.id))
    return Step(Idle(), (Edit(turn=turn), mine, *heard, *ended, *warned), (change,))


def _heard(told: Told, settled: Session, person: int, *, again: bool) -> Words:
    """How the office has settled a session: the council reads with whom it was, and the mentor with which council."""
    session = told.session
    said = session.day if session.day == settled.day else None
    what, day = sayings.settled(settled, said=said), session.day
    who, council = sayings.who(told.assignment.mentor), sayings.council(told.assignment)
    to_council = person in told.assignment.contacts
    if not again and to_council:
        return T("The office has settled the session of {day} with {who}: {what}.", day=day, who=who, what=what)
    if not again:
        return T(
            "The office has settled the session of {day} with {council}: {what}.", day=day, council=council, what=what
        )
    head = T(
        "The office has settled the session of {day} with {council} again. This replaces what it had settled.",
        day=day,
        council=council,
    )
    if to_council:
        head = T(
            "The office has settled the session of {day} with {who} again. This replaces what it had settled.",
            day=day,
            who=who,
        )
    return lines(head, T("Before: {before}. Now: {now}.", before=sayings.settled(session, said=said), now=what))
