"""Agreeing on scores in the meeting: one person records what those present agree, three taps a sheet (joint way)."""

from __future__ import annotations

from conversations import free_text
from conversations.commission.assessing import given, question, scale, taken
from conversations.commission.meeting import BACK
from conversations.commission.reading import answers, head
from conversations.commission.room import Room
from conversations.protocol.assessment import Candidate
from conversations.protocol.changes import AgreeMark, CommentMark
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, Keyboard, Say, column
from conversations.protocol.scenes import Agreeing, Idle
from conversations.protocol.turn import Step
from conversations.protocol.words import Council, Listed, T, Words, lines, paragraphs
from conversations.rules.conflicts import assessors
from conversations.rules.quorum import LEAST
from conversations.rules.ranking import by_number

LONGEST = 1000


def together(candidate: Candidate, room: Room) -> tuple[int, ...]:
    """Those present who may assess an application: whoever has a conflict agrees on nothing (R29c)."""
    present = room.meeting.present if room.meeting is not None else frozenset()
    return tuple(one for one in assessors(room.held.members, candidate, room.held.declared) if one in present)


def _mine(room: Room) -> list[Candidate]:
    """The applications of which this person may record anything, by number."""
    return [one for one in sorted(room.held.candidates, key=by_number) if room.takes_part(one.application)]


def _enough(candidate: Candidate, room: Room) -> bool:
    return len(together(candidate, room)) >= LEAST


def _scored(room: Room) -> set[str]:
    return {one.application for one in room.marks if one.together}


def begin(room: Room, application: str = "") -> Step | None:
    """The first sheet whose scores are still to be agreed, or the one that is named, to agree anew."""
    if not room.writes:
        return None
    if not room.joint:
        return Step(None, (Say(T("In this call everybody scores alone, before the meeting."), column(BACK)),))
    named = next((one for one in _mine(room) if one.application == application and _enough(one, room)), None)
    return _sheet(named, room) if named is not None else following(room)


def following(room: Room, but: str = "") -> Step:
    """The next sheet; `but` is the application whose scores were recorded just now."""
    scored = _scored(room) | {but}
    left = [one for one in _mine(room) if one.application not in scored]
    ready = next((one for one in left if _enough(one, room)), None)
    if ready is not None:
        return _sheet(ready, room)
    lacking = Listed(tuple(Council(one.body_name) for one in left))
    says = lines(
        T("There is no application left whose scores you can record."),
        T("Too few of those present may score {councils}: they are decided with a recorded reason.", councils=lacking)
        if left
        else None,
    )
    again = [
        Button(T("Score again: {council}", council=Council(one.body_name)), f"agree.{one.application}", standing=True)
        for one in _mine(room)
        if one.application in scored and _enough(one, room) and not room.told(one.application)
    ]
    return Step(Idle(), (Say(says, column(*again, BACK)),))


def _sheet(candidate: Candidate, room: Room) -> Step:
    """An application to be read and scored together, naming who agrees on it."""
    application = room.held.applications[candidate.application]
    who = Listed(tuple(room.name(one) for one in together(candidate, room)))
    read = paragraphs(
        lines(T("<b>{council}</b>", council=Council(candidate.body_name)), *head(application, candidate.population)),
        answers(application),
        T("Those who agree on the scores: {people}.", people=who),
    )
    scene = Agreeing(candidate.application)
    return Step(scene, (Say(read), Say(_question(scene, room), _rows(scene, room))))


def asked(scene: Agreeing, room: Room) -> Say | None:
    """The criterion that a sheet is at; None if nothing can be recorded about that application now."""
    mine = any(one.application == scene.application and _enough(one, room) for one in _mine(room))
    return Say(_question(scene, room), _rows(scene, room)) if mine and room.joint and room.writes else None


def _question(scene: Agreeing, room: Room) -> Words:
    return question(room.call, room.held.applications[scene.application], scene.scores)


def _rows(scene: Agreeing, room: Room) -> Keyboard:
    return (
        *scale(room.call, len(scene.scores)),
        (Button(T("It cannot be assessed"), "cannot"),),
        *(((Button(T("Go back"), "back"),),) if scene.scores else ()),
    )


def handle(scene: Agreeing, did: Incoming, room: Room, turn: int) -> Step | None:
    """The scores, criterion after criterion; then a comment, if there is one."""
    candidate = room.held.candidate(scene.application)
    if candidate is None or not room.joint or not room.writes or not room.takes_part(scene.application):
        return None
    if not _enough(candidate, room):
        return following(room).after(Edit(turn=turn))
    if scene.done:
        return _comment(scene, did, room, turn)
    if not isinstance(did, Press):
        return None
    action, _, rest = did.choice.partition(".")
    match action:
        case "score":
            scores = taken(room.call, scene.scores, rest)
            if scores is None:
                return Step(scene)
            if len(scores) == len(room.call.criteria):
                return _agreed(Agreeing(scene.application, scores), candidate, did.message, room)
            return _shown(Agreeing(scene.application, scores), did.message, room)
        case "back" if scene.scores:
            return _shown(Agreeing(scene.application, scene.scores[:-1]), did.message, room)
        case "cannot":
            says = T("{council}: noted that it cannot be assessed.", council=Council(candidate.body_name))
            change = AgreeMark(scene.application, None, together(candidate, room))
            return following(room, scene.application).after(Edit(turn=turn), Say(says)).also(change)
        case _:
            return None


def _shown(scene: Agreeing, message: int, room: Room) -> Step:
    return Step(scene, (Edit(_question(scene, room), _rows(scene, room), message=message),))


def _agreed(scene: Agreeing, candidate: Candidate, message: int, room: Room) -> Step:
    scores = {one.id: int(score) for one, score in zip(room.call.criteria, scene.scores, strict=True)}
    saved = lines(T("<b>{council}</b>: saved.", council=Council(candidate.body_name)), given(room.call, scene.scores))
    rows = column(
        Button(T("Go to the next one"), "next"),
        Button(T("Write a comment"), "comment"),
        Button(T("Correct the scores"), "again"),
    )
    says = T("Do you want to add a comment?")
    done = Agreeing(scene.application, (), done=True)
    change = AgreeMark(scene.application, scores, together(candidate, room))
    return Step(done, (Edit(saved, message=message), Say(says, rows)), (change,))


def _comment(scene: Agreeing, did: Incoming, room: Room, turn: int) -> Step | None:
    match did:
        case Press(choice="next"):
            return following(room).after(Edit(turn=turn))
        case Press(choice="comment"):
            return Step(scene, (Say(T("Write the comment.")),))
        case Press(choice="again"):
            again = Agreeing(scene.application)
            return Step(again, (Edit(turn=turn), Say(_question(again, room), _rows(again, room))))
        case Text() if not isinstance(read := free_text.read(scene, did, LONGEST), Text):
            return read
        case Text(text=text):
            says = T("{council}: comment saved.", council=Council(room.held.applications[scene.application].body_name))
            step = following(room)
            return step.after(Edit(turn=turn), Say(says)).also(CommentMark(scene.application, text))
        case _:
            return None
