"""The council says what is wrong with a session: its length, its day, how or about what it was, pressed or in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conversations.intake.known import moment
from conversations.mentoring import (
    asking,
    bare,
    checking,
    confirming,
    drafts,
    explained,
    hearing,
    hours,
    meant,
    sayings,
    unanswered,
    which,
)
from conversations.mentoring.drafts import DAY, MINUTES, MODALITY, TOPIC, Draft
from conversations.mentoring.hours import Told
from conversations.protocol.incoming import Incoming, Press, Text, taken_for
from conversations.protocol.mentored import ClaimMinutes
from conversations.protocol.mentoring import Session, Side
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import Claiming, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import Minutes, T, lines
from conversations.rules.assent import approved
from conversations.rules.deadlines import today
from conversations.rules.roles import Action, may
from conversations.rules.session_report import Reason, without_opening

_FEW_WORDS = 8
"""What is said in more words than these is asked about before it is said to the other side."""

_NONE_YET = T("Nothing has been answered yet of this other session: use its buttons.")
_FIELDS = tuple(f"f.{one}" for one in (DAY, MINUTES, MODALITY, TOPIC))


def open_claim(choice: str, did: Press, facts: Facts) -> Step | None:
    """Asks what is wrong with a session."""
    told = hours.named(facts, choice)
    if told is None or not may(facts[Me()], Action.CORRECT_SESSION, told.body):
        return None
    return confirming.doubtful(choice, told, did, facts) or confirming.refused(told, did) or _menu(told)


def _menu(told: Told) -> Step:
    says = lines(
        T("{council}: {line}", council=sayings.council(told.assignment), line=sayings.line(told.session)),
        hearing.own_words(told.session) if hearing.claimant(told.session) is Side.COUNCIL else None,
        T("What must be corrected?"),
    )
    rows = column(
        Button(T("The length"), f"f.{MINUTES}"),
        Button(T("The day"), f"f.{DAY}"),
        Button(T("In person or remote"), f"f.{MODALITY}"),
        Button(T("The topic"), f"f.{TOPIC}"),
        Button(T("It was not held"), "none"),
        Button(T("Leave it as it is"), "keep"),
    )
    return Step(_scene(told.session), (Say(says, rows),))


def _scene(session: Session, field: str = "", topic: str = "") -> Claiming:
    return Claiming(session.id, field, topic, seen=drafts.shown(session))


def handle(scene: Claiming, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The answer: a button, or words. Of a session that has changed since it was shown, that is said first, and nothing
    is sent before a yes."""
    told = hours.told(facts, scene.session)
    step = _handle(scene, did, facts, turn)
    kept = isinstance(did, Press) and did.choice == "keep"
    if told is None or step is None or kept or scene.seen in ("", drafts.shown(told.session)):
        return step
    since = Say(sayings.changed_since(told.session, scene.seen))
    claim = next((one for one in step.changes if isinstance(one, ClaimMinutes)), None)
    if claim is None:
        return step.after(since)
    asked = not_held(told, scene.note) if claim.minutes == 0 else offered(told, _as_claimed(told, claim))
    return asked.after(Edit(turn=turn), since) if asked is not None else step


def _as_claimed(told: Told, claim: ClaimMinutes) -> Draft:
    draft = replace(drafts.of_session(told.session), day=claim.day or told.session.day, minutes=claim.minutes)
    topic = draft.topic if claim.topic is None else claim.topic
    return replace(draft, modality=claim.modality or draft.modality, topic=topic)


def not_held(told: Told, why: str = "") -> Step:
    """Asks whether a session was not held, before it is said to the other side with why, in the council's words."""
    who, noted = sayings.who(told.assignment.mentor), T("Noted: {line}.", line=sayings.line(told.session))
    theirs = T("{who} will read why in your words, and the office too: “{text}”", who=who, text=why) if why else None
    says = lines(T("Do you mean that this session was not held?"), noted, theirs)
    rows = column(Button(T("It was not held"), "none"), Button(T("Leave it as it is"), "keep"))
    return Step(replace(_scene(told.session), note=why), (Say(says, rows),))


def _handle(scene: Claiming, did: Incoming, facts: Facts, turn: int) -> Step | None:
    told = hours.told(facts, scene.session)
    gone = Edit(turn=turn)
    if told is None or not may(facts[Me()], Action.CORRECT_SESSION, told.body):
        says = T("You do not act for this council any more: nothing has been said about the session.")
        return Step(Idle(), (gone, Say(says)))
    if told.session.final and not told.session.minutes:
        return Step(Idle(), (gone, Say(T("The session does not count any more: there is nothing to correct."))))
    draft = _said(told)
    if isinstance(did, Press) and did.choice == "keep":
        return _left(told).after(gone)
    shut = confirming.refused(told, taken_for(Press, did, message=0, turn=turn, choice=""))
    if shut is not None and isinstance(did, Press | Text):
        return Step(Idle(), (gone, *(one for one in shut.replies if isinstance(one, Say))))
    match did:
        case Press(choice="none"):
            return _claimed(told, replace(told.session, minutes=0), facts, scene.note).after(gone)
        case Press(choice="other"):
            return ask(told, draft, f"{scene.field.partition('.')[0]}.{asking.WRITTEN}", facts).after(gone)
        case Press(choice=choice) if choice in _FIELDS:
            return ask(told, draft, choice[2:], facts).after(gone)
        case Press(choice=choice):
            answered = _pressed(draft, choice, scene, told)
            return _taken(told, scene.field, answered, facts).after(gone) if answered else None
        case Text(text=text):
            return _written(told, draft, scene, text, did, facts).after(gone)
        case _:
            return None


def _pressed(draft: Draft, choice: str, scene: Claiming, told: Told) -> Draft | None:
    """The session with the value of a button, or with several that were said together: «d.2020-06-01+m.120»."""
    answered: Draft | None = draft
    for one in choice.split("+"):
        if answered is not None and one == TOPIC and scene.topic:
            answered = answered.sure(TOPIC, scene.topic)
        elif answered is not None:
            answered = asking.pressed(answered, one, (told.assignment,))
    return answered


def _said(told: Told) -> Draft:
    """The session as the council has said already that it was, or else as it is noted."""
    own = hearing.claimant(told.session) is Side.COUNCIL
    claimed = hearing.as_claimed(told.session) if own else told.session
    return drafts.of_session(claimed if claimed.minutes else told.session)


def _left(told: Told) -> Step:
    if told.session.final or hearing.claimant(told.session) is not None:
        return Step(Idle(), (Say(T("It stays as it was.")),))
    says = T("It stays as it was noted. If you say nothing, it will be taken as right on <b>{day}</b>.",
             day=told.session.confirm_by)  # fmt: skip
    return Step(Idle(), (Say(says),))


def ask(told: Told, draft: Draft, field: str, facts: Facts) -> Step:
    """Asks a council for one value of a session that was otherwise."""
    # The council is asked, so that nothing says that it was with itself; and what is noted is what is wrong.
    noted = {DAY: draft.day, MINUTES: draft.minutes}.get(field) if field not in draft.doubts else None
    asked = asking.question(draft, field, (), told.call, facts.now, leave=False, noted=noted)
    return Step(_scene(told.session, field), (asked,))


def offered(told: Told, said: Draft) -> Step | None:
    """Asks whether a session was as some words say, before it is said to the other side; None if they say nothing else
    than what is noted, or nothing that can be."""
    session = told.session
    draft = drafts.of_session(session)
    if said.asks or said.day is None or said.minutes is None:
        return None
    ways = {
        f"d.{said.day.isoformat()}": said.day != draft.day,
        f"m.{said.minutes}": said.minutes != draft.minutes,
        f"w.{said.modality}": said.modality != draft.modality,
        TOPIC: said.topic != draft.topic,
    }
    choice = "+".join(choice for choice, differs in ways.items() if differs)
    if not choice:
        return None
    new = replace(session, day=said.day, minutes=said.minutes, modality=said.modality, topic=said.topic)
    says = lines(
        T("<b>{council}</b>", council=sayings.council(told.assignment)) if told.assignment.grant.several else None,
        T("Do you mean that this session was otherwise?"),
        T("Noted: {line}.", line=sayings.line(session)),
        T("It was: {what}.", what=hearing.difference(session, new)),
    )
    rows = column(Button(T("Yes, correct it"), choice), Button(T("Leave it as it is"), "keep"))
    scene = _scene(session, topic=said.topic if TOPIC in choice else "")
    return Step(replace(scene, offered=choice), (Say(says, rows),))


def again(scene: Claiming, facts: Facts) -> Step:
    """What was asked of a session, once more."""
    told = hours.told(facts, scene.session)
    return Step(Idle()) if told is None else _again(told, scene)


def _again(told: Told, scene: Claiming) -> Step:
    """What was asked, once more."""
    if scene.note:
        return not_held(told, scene.note)
    answered = _pressed(drafts.of_session(told.session), scene.offered, scene, told) if scene.offered else None
    return (offered(told, answered) if answered else None) or _menu(told)


def _written(told: Told, draft: Draft, scene: Claiming, text: str, did: Text, facts: Facts) -> Step:
    """What was wrong, in words; without a question open, whatever the words say. A number that may be a day and hours
    is asked about: what is sent to the other side is never a guess."""
    field = "" if scene.field.startswith(MINUTES) and bare.only_days(text) else scene.field
    window = (told.call.sessions_from, told.call.sessions_to)
    at, councils = moment(did, facts), facts.house.finder.councils

    def read(what: str) -> Draft | None:
        return asking.typed(draft, what, text, (told.assignment,), window, at, councils)

    if field:
        answered = read(field)
        if answered is not None:
            return _taken(told, field, answered, facts)
        return ask(told, draft, f"{field.partition('.')[0]}.{asking.WRITTEN}", facts)
    waiting = unanswered.of_council(facts)
    of_another = meant.another(waiting, told.session.id, did, facts)
    if of_another is not None:
        return _again(told, scene).after(Say(_NONE_YET), which.shown(of_another))
    if explained.not_held(text):
        return not_held(told, explained.why(text))
    length, day = None if bare.only_days(text) else read(MINUTES), read(DAY)
    if not bare.lengthy(text):
        if bare.days(text):
            return _of_month(told, draft, day, text, facts)
        that = day.day if day else asking.day_of_month(bare.last(text), today(facts.now))
        if length is not None and length.minutes and that:
            return _either(told, that, length.minutes)
        if that and day is None:
            day = draft.sure(DAY, that).doubted(DAY, Reason.AMBIGUOUS)
    if length is not None and day is not None:
        if length.minutes is None:
            length = None
        elif bare.days(text) and not day.doubts:
            length = length.sure(DAY, day.day)
    for what, answered in ((MINUTES, length), (DAY, day), (MODALITY, read(MODALITY))):
        if answered is not None and _facts(answered) != _facts(draft) and not approved(text):
            plain = len(without_opening(text).split()) <= _FEW_WORDS and not meant.points(text)
            return (None if plain else offered(told, answered)) or _taken(told, what, answered, facts)
    hint = T("The answer has not been understood, and nothing has been lost. Answer again, or press a button below.")
    if not scene.offered:
        hint = T("Choose what is wrong, or write how long it was or which day.")
    of_it = not meant.points(text) or meant.one(waiting, did, facts) is not None
    if scene.offered and of_it and approved(text) and unanswered.as_noted(told.session):
        hint = T("If it is right as it was noted, confirm it; if it was otherwise, correct it:")
        return _again(told, scene).after(Say(hint, hearing.answers(told.session)[:1]))
    return _again(told, scene).after(Say(hint))


def _of_month(told: Told, draft: Draft, read: Draft | None, text: str, facts: Facts) -> Step:
    """A day of the month: the one that was read, or else the one that it may have been is offered and not taken."""
    if read is not None and read.day != draft.day:
        return _taken(told, DAY, read, facts)
    days = [asking.day_of_month(one, today(facts.now)) for one in bare.days(text)]
    others = [one for one in dict.fromkeys(days) if one is not None and one != draft.day]
    likely = draft.sure(DAY, others[0]).doubted(DAY, Reason.AMBIGUOUS) if len(others) == 1 else draft
    return ask(told, likely, DAY, facts)


def _either(told: Told, day: date, minutes: int) -> Step:
    """Asks whether a number is the day or the hours."""
    rows = column(
        Button(T("On {day}", day=day), f"d.{day.isoformat()}"),
        Button(T("{length}", length=Minutes(minutes)), f"m.{minutes}"),
        Button(T("Leave it as it is"), "keep"),
    )
    return Step(_scene(told.session), (Say(T("Is that the day or the length of the session?"), rows),))


def _taken(told: Told, field: str, answered: Draft, facts: Facts) -> Step:
    """An answer that can be is said to the other side; another one is asked again, with the reason."""
    judged = checking.doubtful(answered, told.call, facts.now)
    if judged.asks:
        return ask(told, judged, judged.asks, facts)
    assert judged.minutes is not None
    assert judged.day is not None
    if _facts(judged) == _facts(drafts.of_session(told.session)):
        says = T("That is what it already says: {line}.", line=sayings.line(told.session))
        return _menu(told).after(Say(says))
    new = replace(told.session, day=judged.day, minutes=judged.minutes, modality=judged.modality, topic=judged.topic)
    return _claimed(told, new, facts)


def _facts(draft: Draft) -> tuple[date | None, int | None, str | None, str]:
    return draft.day, draft.minutes, draft.modality, draft.topic


def _claimed(told: Told, new: Session, facts: Facts, note: str = "") -> Step:
    return replace(confirming.claim(told, new, None, facts, note=note), scene=Idle())
