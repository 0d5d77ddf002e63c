"""Assessing alone: a member of the commission reads an application and scores it, three taps a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from conversations import free_text
from conversations.commission import aside
from conversations.commission.card import ROOM, early
from conversations.commission.reading import answers, head
from conversations.protocol.changes import CommentMark, GiveMark
from conversations.protocol.facts import Application, Call, Queue
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.method import Way
from conversations.protocol.replies import Button, Edit, Keyboard, Say, column
from conversations.protocol.scenes import Assessing, Commenting, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import ApplicationOf, Calls, Facts, Me, ToAssess
from conversations.protocol.words import Council, Joined, T, Words, lines, paragraphs
from conversations.rules import deadlines
from conversations.rules.roles import Action, may

LONGEST = 1000
WORDS = (T("0 Not at all"), T("1 A little"), T("2 Rather"), T("3 Much"), T("4 Fully"))


def following(facts: Facts) -> Step | None:
    """The sheet of the next application that this member has not assessed."""
    if not may(facts[Me()], Action.ASSESS):
        return None
    queue = facts[ToAssess()]
    if closed := _closed(queue, facts):
        return Step(Idle(), (closed,))
    if queue.application is None:
        says = lines(
            T("You have assessed all the applications there are for now."),
            T("Thank you. The order comes out in the meeting; the bot decides nothing."),
        )
        return Step(Idle(), (Say(says, column(ROOM)),))
    application = queue.application
    call = _call(application, facts)
    where = T(
        "<b>{number} of {total} · {council}</b>",
        number=queue.done + 1,
        total=queue.total,
        council=Council(application.body_name),
    )
    sheet = paragraphs(lines(where, *head(application, queue.population)), answers(application))
    scene = Assessing(application.id)
    return Step(scene, (Say(sheet), _ask(call, application, scene)))


def ask_again(key: str, facts: Facts, turn: int) -> Step | None:
    """The first question about the application that comes next, without its sheet; None for any other."""
    application = facts[ToAssess()].application
    if application is None or application.id != key or _closed(facts[ToAssess()], facts):
        return None
    scene = Assessing(key)
    return Step(scene, (Edit(turn=turn), _ask(_call(application, facts), application, scene)))


def asked(scene: Assessing, facts: Facts) -> Say | None:
    """The criterion that a sheet is at; None if this member may not score that application now."""
    queue, application = facts[ToAssess()], facts[ApplicationOf(scene.application)]
    if application is None or application.id not in queue.may or _closed(queue, facts):
        return None
    return _ask(_call(application, facts), application, scene)


def _closed(queue: Queue, facts: Facts) -> Say | None:
    """Why nobody scores alone now, if so: before the call closes, once the meeting has begun, or not in this call."""
    call = deadlines.assessed(facts[Calls()], facts.now)
    if call is None:
        return Say(early(facts))
    if queue.met:
        return Say(
            lines(
                T("The meeting has begun, and scores are no longer given alone."),
                T("What you had given is saved. Whatever is missing is agreed in the meeting."),
            ),
            column(ROOM),
        )
    if call.method.way is Way.JOINT:
        return Say(T("This call is assessed together, in the meeting."), column(ROOM))
    return None


def _call(application: Application, facts: Facts) -> Call:
    return next(call for call in facts[Calls()] if call.id == application.call)


def _ask(call: Call, application: Application, scene: Assessing) -> Say:
    return Say(question(call, application, scene.scores), _scores(call, scene))


def question(call: Call, application: Application, scores: Sequence[str]) -> Words:
    """The criterion that is asked about, under the scores given so far."""
    criterion = call.criteria[len(scores)]
    said = given(call, scores) if scores else None
    ask = T("<b>{criterion}</b>: to what degree?", criterion=criterion.name)
    return lines(T("{council}", council=Council(application.body_name)), said, ask)


def given(call: Call, scores: Sequence[str]) -> Words:
    """The scores given so far, by criterion."""
    pairs = zip(call.criteria, scores, strict=False)
    return Joined(tuple(T("{criterion}: {score}", criterion=one.name, score=int(score)) for one, score in pairs))


def scale(call: Call, done: int) -> Keyboard:
    """A button for each score of the scale; `done` are the criteria that have one."""
    words = WORDS if call.method.scale == len(WORDS) - 1 else None
    labels = words or [T("{n}", n=score) for score in range(call.method.scale + 1)]
    return tuple((Button(label, f"score.{done}.{score}"),) for score, label in enumerate(labels))


def taken(call: Call, scores: Sequence[str], choice: str) -> tuple[str, ...] | None:
    """The scores with the one that a button gives; None for a second tap, or one that never was."""
    place, _, score = choice.partition(".")
    if place != str(len(scores)) or not (score.isascii() and score.isdigit()) or int(score) > call.method.scale:
        return None
    return (*scores, score)


def _scores(call: Call, scene: Assessing) -> Keyboard:
    cannot = Button(T("I cannot assess it"), "cannot")
    conflict = Button(T("I have a conflict of interest"), "conflict")
    back = ((Button(T("Go back"), "back"),),) if scene.scores else ()
    return (*scale(call, len(scene.scores)), (cannot,), (conflict,), *back)


def handle(scene: Assessing, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The scores, one criterion after another in the same message."""
    if not may(facts[Me()], Action.ASSESS):
        return None
    application = facts[ApplicationOf(scene.application)]
    queue = facts[ToAssess()]
    if closed := _closed(queue, facts):
        return Step(Idle(), (Edit(turn=turn), closed))
    if application is None or not isinstance(did, Press) or scene.application not in queue.may:
        return None
    call = _call(application, facts)
    action, _, rest = did.choice.partition(".")
    match action:
        case "score":
            scores = taken(call, scene.scores, rest)
            if scores is None:
                return Step(scene)
            if len(scores) < len(call.criteria):
                return _shown(call, application, Assessing(scene.application, scores), did.message)
            return _marked(call, application, Assessing(scene.application, scores), did.message)
        case "back" if scene.scores:
            return _shown(call, application, Assessing(scene.application, scene.scores[:-1]), did.message)
        case "cannot":
            says = T(
                "{council}: noted that you cannot assess it. It does not count in the mean.",
                council=Council(application.body_name),
            )
            return Step(Idle(), (Edit(turn=turn), Say(says, _next())), (GiveMark(application.id, None),))
        case "conflict":
            return aside.ask(application).after(Edit(turn=turn))
        case _:
            return None


def _shown(call: Call, application: Application, scene: Assessing, message: int) -> Step:
    return Step(scene, (Edit(question(call, application, scene.scores), _scores(call, scene), message=message),))


def _next() -> Keyboard:
    return column(Button(T("Go to the next one"), "assess", standing=True))


def _marked(call: Call, application: Application, scene: Assessing, message: int) -> Step:
    scores = {one.id: int(score) for one, score in zip(call.criteria, scene.scores, strict=True)}
    council = Council(application.body_name)
    saved = lines(T("<b>{council}</b>: saved.", council=council), given(call, scene.scores))
    says = T("Do you want to add a comment?")
    rows = column(
        Button(T("Go to the next one"), "next"),
        Button(T("Write a comment"), "comment"),
        Button(T("Correct the scores"), "again"),
    )
    return Step(
        Commenting(application.id), (Edit(saved, message=message), Say(says, rows)), (GiveMark(application.id, scores),)
    )


def comment(scene: Commenting, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """After the scores: a comment, a correction, or the next one."""
    if not may(facts[Me()], Action.ASSESS):
        return None
    application = facts[ApplicationOf(scene.application)]
    if closed := _closed(facts[ToAssess()], facts):
        return Step(Idle(), (Edit(turn=turn), closed))
    if application is None or scene.application not in facts[ToAssess()].may:
        return None
    match did:
        case Press(choice="next"):
            step = following(facts)
            return step.after(Edit(turn=turn)) if step else None
        case Press(choice="comment"):
            return Step(scene, (Say(T("Write the comment.")),))
        case Press(choice="again"):
            again = Assessing(application.id)
            return Step(again, (Edit(turn=turn), _ask(_call(application, facts), application, again)))
    read = free_text.read(scene, did, LONGEST)
    if not isinstance(read, Text):
        return read
    says = T("{council}: comment saved.", council=Council(application.body_name))
    return Step(Idle(), (Edit(turn=turn), Say(says, _next())), (CommentMark(application.id, read.text),))
