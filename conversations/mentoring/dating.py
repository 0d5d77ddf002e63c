"""Proposing a date for a session: in one's own words, shown written out, and sent to the other side (R12, R13)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from conversations.intake.attachments import cannot_read
from conversations.intake.known import moment
from conversations.mentoring import calendar, hours, people, sayings
from conversations.mentoring.agreeing import found
from conversations.protocol.changes import Change
from conversations.protocol.facts import Call
from conversations.protocol.incoming import Attachment, Incoming, Press, Text
from conversations.protocol.mentored import MoveDate, ProposeDate
from conversations.protocol.mentoring import Appointment, AppointmentState, Assignment, Side
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import Idle, ProposingDate
from conversations.protocol.turn import Step
from conversations.protocol.wants import AssignmentOf, Calls, Facts, Me, Office
from conversations.protocol.words import Council, Joined, T, Words, lines
from conversations.rules import dates, deadlines, windows
from conversations.rules.planning import Plan, read_plan
from conversations.rules.roles import Action

_HELD = re.compile(
    r"\b(?:hem|he|han|ha|vam|vaig|van|va(?! bé| be| millor| perfecte)|vàrem|ahir|abans d'ahir|passat|passada)\b"
)
_LINK = re.compile(r"https?://\S+")
LONGEST_PLACE = 200
_LEAVE = Button(T("Leave it"), "leave")


def begin(choice: str, facts: Facts) -> Step | None:
    """Asks when."""
    here = found(choice, facts, Action.PROPOSE_DATE)
    if here is None:
        return None
    assignment, _ = here
    if not assignment.agreed:
        return Step(None, (Say(GONE),))
    return asks(assignment)


GONE = T("This is not standing any more. The technical office looks after it.")


def asks(assignment: Assignment, replaces: int = 0) -> Step:
    """The question itself; `replaces` is the date that the new one would take the place of."""
    says = lines(
        T("When? Write the day and the hour, such as «Thursday 11 June, from 10 to 12, online»."),
        T("If you have the link of the call, write it too."),
    )
    return Step(ProposingDate(assignment.id, replaces), (Say(says, column(_LEAVE)),))


def planned(
    assignment: Assignment, plan: Plan, facts: Facts, side: Side = Side.MENTOR, *, replaces: int = 0
) -> Step | None:
    """A session to come that one side spoke of: offered as a proposal of date, in place of the one that it `replaces`;
    None for a day that cannot be."""
    assert plan.day is not None
    day, modality = plan.day.isoformat(), plan.modality or ""
    scene = ProposingDate(assignment.id, replaces, day, begins(plan), plan.minutes or 0, modality)
    wrong = mistake(scene, assignment, facts)
    if wrong is _HOUR:
        says = lines(
            T("{day}, with {council}.", day=plan.day, council=people.council(assignment.grant)),
            T("It is a session to be held, and counts no hours yet."),
            T("At what time? With the hour you can propose it to the council."),
        )
        return Step(scene, (Say(says, column(Button(T("No need"), "leave"))),))
    return None if wrong is not None else _preview(scene, assignment, side, facts, asked=False)


def handle(scene: ProposingDate, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The words, the preview and the last word."""
    assignment = facts[AssignmentOf(scene.assignment)]
    here = found(f"date.{scene.assignment}", facts, Action.PROPOSE_DATE) if assignment else None
    if here is None:
        return None
    assignment, side = here
    bare = Edit(turn=turn)
    if isinstance(did, Press) and did.choice == "leave":
        return Step(Idle(), (bare, Say(T("Left: nothing has been proposed."))))
    if not assignment.agreed:
        return Step(Idle(), (bare, Say(GONE)))
    match did:
        case Press(choice="again"):
            return asks(assignment, scene.replaces).after(bare)
        case Press(choice="send") if scene.begins >= 0 and scene.day:
            return send(scene, assignment, side, did, facts).after(bare)
        case Text(text=text) if not adds_nothing(scene, did, facts):
            return _read(scene, text, assignment, side, did, facts).after(bare)
        case Attachment(kind=kind):
            return Step(scene, (Say(lines(cannot_read(kind), T("Write it, please; nothing has been lost."))),))
        case _:
            return None


def adds_nothing(scene: ProposingDate, did: Text, facts: Facts) -> bool:
    """Whether a text says nothing of a date that is shown and waits for its last word: «va durar dues hores» is of a
    session that was held."""
    plan = read_plan(did.text, moment(did, facts).astimezone(deadlines.MADRID), facts.house.finder.councils)
    nothing = plan == Plan() or (plan.day is None and plan.begins is None and held(did.text))
    return bool(scene.day) and scene.begins >= 0 and nothing


def begins(plan: Plan) -> int:
    """The minutes after midnight at which a plan begins, as a dialogue keeps it: -1 if nobody said."""
    return -1 if plan.begins is None else plan.begins


def names_a_date(did: Text, facts: Facts) -> bool:
    """Whether a text names a day to come and an hour, and nothing says that it is past or with whom: in answer to
    «when?» that is no session that was held, although «Tuesday from 10 to 12» might be one elsewhere."""
    plan = to_come(did, facts)
    names = tuple(one.grant.application.body_name.casefold() for one in hours.mine(facts))
    said = did.text.casefold()
    return plan is not None and not any(name in said for name in names)


def to_come(did: Text, facts: Facts) -> Plan | None:
    """The day to come and the hour that a text names, if nothing says that it is past: «dilluns a les 12»."""
    plan = read_plan(did.text, moment(did, facts).astimezone(deadlines.MADRID), facts.house.finder.councils)
    return plan if plan.day is not None and plan.begins is not None and not held(did.text) else None


def held(text: str) -> bool:
    """Whether a text speaks of what was, whatever day it names: «vam fer 2 hores»."""
    return _HELD.search(text.casefold()) is not None


def _call(assignment: Assignment, facts: Facts) -> Call:
    return next(call for call in facts[Calls()] if call.id == assignment.grant.application.call)


def _read(scene: ProposingDate, text: str, assignment: Assignment, side: Side, did: Text, facts: Facts) -> Step:
    """What the words add to what was said already."""
    link = _LINK.search(text)
    plan = read_plan(_LINK.sub(" ", text), moment(did, facts).astimezone(deadlines.MADRID), facts.house.finder.councils)
    fresh = replace(
        scene,
        day=plan.day.isoformat() if plan.day else scene.day,
        begins=plan.begins if plan.begins is not None else scene.begins,
        minutes=plan.minutes or scene.minutes,
        modality=plan.modality or scene.modality,
        place=link[0][:LONGEST_PLACE] if link else scene.place,
    )
    wrong = mistake(fresh, assignment, facts)
    if wrong is not None:
        return Step(replace(fresh, day="" if wrong is not _HOUR else fresh.day), (Say(wrong, column(_LEAVE)),))
    return _preview(fresh, assignment, side, facts)


_DAY = lines(
    T("No day to come has been understood."), T("Write it like this: «Thursday 11 June, at 10». Nothing has been lost.")
)
_HOUR = T("At what time?")


def mistake(scene: ProposingDate, assignment: Assignment, facts: Facts) -> Words | None:
    """What keeps the date from being proposed, with what to do; None if nothing does."""
    call = _call(assignment, facts)
    if not scene.day:
        return _DAY
    day = date.fromisoformat(scene.day)
    if not windows.inside(call, day):
        return lines(
            T("{day} is outside the days for sessions.", day=day),
            T("They are from {begin} to {end}. Write another day.", begin=call.sessions_from, end=call.sessions_to),
        )
    if scene.begins < 0:
        return _HOUR
    if dates.instant(day, scene.begins) <= facts.now:
        return T("That moment is past. Write a day and an hour to come.")
    return None


def appointment(scene: ProposingDate, assignment: Assignment, side: Side, id: int, person: int) -> Appointment:
    """The date as it would be, with what nobody said: the usual length, and how the council would like to meet."""
    asked = assignment.grant.application.answers.get("modality")
    usual = str(asked.value) if asked is not None and asked.value in ("in_person", "remote") else None
    before = assignment.appointment(scene.replaces)
    return Appointment(
        id,
        assignment.id,
        date.fromisoformat(scene.day),
        scene.begins,
        scene.minutes or (before.minutes if before else dates.USUAL),
        side,
        modality=scene.modality or (before.modality if before else usual),
        place=scene.place or (before.place if before else ""),
        root=before.root if before else id,
        sequence=dates.following(assignment.appointments, before) if before else 0,
        proposed_by=person,
    )


def _preview(scene: ProposingDate, assignment: Assignment, side: Side, facts: Facts, *, asked: bool = True) -> Step:
    new = appointment(scene, assignment, side, 0, facts[Me()].id)
    council, before = people.council(assignment.grant), assignment.appointment(scene.replaces)
    ask = T("{whom} has nobody in the bot: agree on it by telephone first.", whom=_other(assignment, side))
    if reachable(assignment, side):
        ask = T("Do you want to propose it? {who} will get it.", who=people.who(assignment.mentor))
        if side is not Side.COUNCIL:
            ask = T("Do you want to propose it to {council}?", council=council)
    left = assignment.grant.reserved
    over = Joined((T("It is longer than what the package has left."), sayings.left(left)), " ")
    says = lines(
        calendar.line(new, None if side is Side.COUNCIL else council),
        T("It would take the place of the one of {when}.", when=calendar.when(before)) if before else None,
        T("It is a session to be held, and counts no hours yet."),
        over if new.minutes > left else None,
        ask,
    )
    send = Button(T("Propose it") if reachable(assignment, side) else T("It is agreed by phone"), "send")
    leave = _LEAVE if asked else Button(T("No need"), "leave")
    return Step(scene, (Say(says, column(send, Button(T("Correct it"), "again"), leave)),))


def _other(assignment: Assignment, side: Side) -> Council | T:
    """Whom a side proposes a date to."""
    return people.who(assignment.mentor) if side is Side.COUNCIL else people.council(assignment.grant)


def reachable(assignment: Assignment, side: Side) -> bool:
    """Whether somebody of the other side is in the bot; the office proposes to the council."""
    return assignment.mentor.person is not None if side is Side.COUNCIL else bool(assignment.contacts)


def send(scene: ProposingDate, assignment: Assignment, side: Side, did: Press, facts: Facts) -> Step:
    """Proposes the date to the other side, judged again; one that is not in the bot has agreed by telephone."""
    wrong = mistake(scene, assignment, facts)
    if wrong is not None:
        return Step(replace(scene, day=""), (Say(wrong, column(_LEAVE)),))
    new = appointment(scene, assignment, side, did.update, did.person)
    proposed = ProposeDate(
        new.id,
        assignment.id,
        assignment.grant.id,
        new.day,
        new.begins,
        new.minutes,
        side,
        new.modality,
        new.place,
        new.root,
        new.sequence,
    )
    before = assignment.appointment(scene.replaces)
    gives_way = before is not None and before.state is AppointmentState.PROPOSED
    out: tuple[Change, ...] = ()
    if before is not None and gives_way:
        out = (MoveDate(before.id, assignment.grant.id, AppointmentState.MOVED, side),)
    if not reachable(assignment, side):
        return _by_phone(new, assignment, side, did, facts, (proposed, *out))
    theirs = lines(
        T("{who} proposes a session:", who=people.subject(assignment, side)),
        calendar.line(new),
        T("It would take the place of the one of {when}.", when=calendar.when(before))
        if before is not None and not gives_way
        else None,
        T("Is it all right?"),
    )
    tell = people.to_mentor if side is Side.COUNCIL else people.to_council
    done = T("Proposed. You will be told when {whom} answers.", whom=_other(assignment, side))
    return Step(Idle(), (Say(done), *tell(assignment, did, theirs, calendar.answers(new))), (proposed, *out))


def _by_phone(
    new: Appointment,
    assignment: Assignment,
    side: Side,
    did: Press,
    facts: Facts,
    changes: tuple[Change, ...],
) -> Step:
    """The other side is not in the bot: whoever writes has agreed on it already."""
    agreed = MoveDate(new.id, assignment.grant.id, AppointmentState.AGREED, side)
    stood = dates.stands(assignment.appointments, new)
    moved = () if stood is None else (MoveDate(stood.id, assignment.grant.id, AppointmentState.MOVED, side),)
    whom = None if side is Side.COUNCIL else people.council(assignment.grant)
    says = lines(T("<b>Agreed</b>:"), calendar.line(new, whom))
    event = calendar.event(new, assignment, side, facts.now)
    office = lines(
        T("A date was agreed by phone with {council}:", council=people.council(assignment.grant)), calendar.line(new)
    )
    told = people.to_office(facts[Office()], did, office)
    return Step(Idle(), (Say(says, calendar.changes(new), document=event), *told), (*changes, agreed, *moved))
