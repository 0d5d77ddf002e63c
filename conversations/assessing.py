"""Assessing alone: a member of the commission reads an application and scores it, three taps a sheet."""

from __future__ import annotations

from datetime import timedelta

from conversations.forms import application as form
from conversations.intake.known import too_long
from conversations.protocol.changes import CommentMark, DeclareConflict, GiveMark
from conversations.protocol.facts import Application, Call, Queue
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, Keyboard, Say, column
from conversations.protocol.scenes import Assessing, Commenting, DeclaringConflict, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import ApplicationOf, Calls, Facts, Me, ToAssess
from conversations.protocol.words import Council, Folded, Joined, T, Words, lines, paragraphs
from conversations.rules import deadlines
from conversations.rules.roles import Action, may

MINUTES_A_SHEET = 3
LONGEST = 1000
_SCALE = (T("0 Not at all"), T("1 A little"), T("2 Rather"), T("3 Much"), T("4 Fully"))
_QUESTIONS = ("need", "transferability", "alignment")
_REST = ("covid", "covid_how", "means", "involvement", "gender")


def card(facts: Facts) -> Say | None:
    """What waits for this member of the commission."""
    if not may(facts[Me()], Action.ASSESS):
        return None
    queue = facts[ToAssess()]
    head = T("<b>Technical commission</b>")
    if queue.application is None:
        done = (
            T("You have assessed all the applications there are for now.")
            if queue.total
            else T("There is nothing to assess yet.")
        )
        return Say(lines(head, done))
    if _early(queue.application, facts):
        return Say(lines(head, _from(queue.application, facts)))
    left = queue.total - queue.done
    says = lines(
        head,
        T("You have <b>{n}</b> application to assess.", "You have <b>{n}</b> applications to assess.", n=left),
        _own(queue),
        T(
            "About {n} minute, and you can do it bit by bit.",
            "About {n} minutes, and you can do it bit by bit.",
            n=left * MINUTES_A_SHEET,
        ),
    )
    return Say(says, column(Button(T("Begin"), "assess", standing=True)))


def _own(queue: Queue) -> Words | None:
    if not queue.own:
        return None
    return T("The one of {council} is not shown to you because it is of your own council.", council=Council(queue.own))


def following(facts: Facts) -> Step | None:
    """The sheet of the next application that this member has not assessed."""
    if not may(facts[Me()], Action.ASSESS):
        return None
    queue = facts[ToAssess()]
    if queue.application is None:
        says = lines(
            T("You have assessed all the applications there are for now."),
            T("Thank you. The order comes out in the meeting; the bot decides nothing."),
        )
        return Step(Idle(), (Say(says),))
    if _early(queue.application, facts):
        return Step(Idle(), (Say(_from(queue.application, facts)),))
    call = _call(queue.application, facts)
    sheet = paragraphs(_head(queue, queue.application), _answers(queue.application))
    scene = Assessing(queue.application.id)
    return Step(scene, (Say(sheet), _ask(call, queue.application, scene)))


def _call(application: Application, facts: Facts) -> Call:
    return next(call for call in facts[Calls()] if call.id == application.call)


def _early(application: Application, facts: Facts) -> bool:
    """Whether the call still takes applications: nobody assesses before all are there to be compared (R24)."""
    return facts.now < deadlines.closes(_call(application, facts))


def _from(application: Application, facts: Facts) -> Words:
    day = _call(application, facts).deadline + timedelta(days=1)
    return T("The applications can be assessed once the call has closed, from {day} on.", day=day)


def _head(queue: Queue, application: Application) -> Words:
    council = Council(application.body_name)
    where = T("<b>{number} of {total} · {council}</b>", number=queue.done + 1, total=queue.total, council=council)
    people = T("{n} inhabitant", "{n} inhabitants", n=queue.population) if queue.population else None
    wants = T("Asks for {service}: «{title}»", service=_said(application, "service"), title=_said(application, "title"))
    return lines(where, people, wants)


def _said(application: Application, name: str) -> Words:
    return form.shown(form.QUESTIONS[name], application.answers[name].value)


def _answers(application: Application) -> Words:
    told = [lines(_label(name), Folded(str(application.answers[name].value))) for name in _QUESTIONS]
    rest = [name for name in _REST if name in application.answers]
    said = [
        T("<b>{label}</b>: {answer}", label=form.QUESTIONS[name].label, answer=_said(application, name))
        for name in rest
    ]
    added = [
        T("<b>Asked by the office</b>: «{question}» {answer}", question=question, answer=answer)
        for question, answer in application.added
    ]
    return Joined((*told, *said, *added))


def _label(name: str) -> Words:
    return T("<b>{label}</b>", label=form.QUESTIONS[name].label)


def _ask(call: Call, application: Application, scene: Assessing) -> Say:
    return Say(_question(call, application, scene), _scores(scene))


def _question(call: Call, application: Application, scene: Assessing) -> Words:
    criterion = call.criteria[len(scene.scores)]
    given = _given(call, scene) if scene.scores else None
    ask = T("<b>{criterion}</b>: to what degree?", criterion=criterion.name)
    return lines(T("{council}", council=Council(application.body_name)), given, ask)


def _given(call: Call, scene: Assessing) -> Words:
    pairs = zip(call.criteria, scene.scores, strict=False)
    return Joined(tuple(T("{criterion}: {score}", criterion=one.name, score=int(score)) for one, score in pairs))


def _scores(scene: Assessing) -> Keyboard:
    rows = [(Button(label, f"score.{len(scene.scores)}.{place}"),) for place, label in enumerate(_SCALE)]
    cannot = Button(T("I cannot assess it"), "cannot")
    conflict = Button(T("I have a conflict of interest"), "conflict")
    back = ((Button(T("Go back"), "back"),),) if scene.scores else ()
    return (*rows, (cannot,), (conflict,), *back)


def handle(scene: Assessing, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The scores, one criterion after another in the same message."""
    application = facts[ApplicationOf(scene.application)]
    queue = facts[ToAssess()]
    if application is None or not isinstance(did, Press) or scene.application not in queue.may:
        return None
    if _early(application, facts):
        return Step(Idle(), (Edit(turn=turn), Say(_from(application, facts))))
    call = _call(application, facts)
    action, _, rest = did.choice.partition(".")
    place, _, score = rest.partition(".")
    match action:
        case "score" if place == str(len(scene.scores)) and score.isdigit() and int(score) < len(_SCALE):
            given = Assessing(scene.application, (*scene.scores, score))
            if len(given.scores) < len(call.criteria):
                return Step(given, (Edit(_question(call, application, given), _scores(given), message=did.message),))
            return _marked(call, application, given, did.message)
        case "score":
            return Step(scene)  # a second tap on a score that was already given
        case "back" if scene.scores:
            fewer = Assessing(scene.application, scene.scores[:-1])
            return Step(fewer, (Edit(_question(call, application, fewer), _scores(fewer), message=did.message),))
        case "cannot":
            says = T(
                "{council}: noted that you cannot assess it. It does not count in the mean.",
                council=Council(application.body_name),
            )
            return Step(Idle(), (Edit(turn=turn), Say(says, _next())), (GiveMark(application.id, None),))
        case "conflict":
            why = lines(
                T("You will take no part in the application of {council}.", council=Council(application.body_name)),
                T("Write the reason in a few words; the technical office and the minutes will have it."),
            )
            return Step(
                DeclaringConflict(application.id), (Edit(turn=turn), Say(why, column(Button(T("Go back"), "back"))))
            )
        case _:
            return None


def _next() -> Keyboard:
    return column(Button(T("Go to the next one"), "assess", standing=True))


def _marked(call: Call, application: Application, scene: Assessing, message: int) -> Step:
    scores = {one.id: int(score) for one, score in zip(call.criteria, scene.scores, strict=True)}
    council = Council(application.body_name)
    given = lines(T("<b>{council}</b>: saved.", council=council), _given(call, scene))
    says = T("Do you want to add a comment?")
    rows = column(
        Button(T("Go to the next one"), "next"),
        Button(T("Write a comment"), "comment"),
        Button(T("Correct the scores"), "again"),
    )
    return Step(
        Commenting(application.id), (Edit(given, message=message), Say(says, rows)), (GiveMark(application.id, scores),)
    )


def comment(scene: Commenting, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """After the scores: a comment, a correction, or the next one."""
    application = facts[ApplicationOf(scene.application)]
    if application is None or not may(facts[Me()], Action.ASSESS):
        return None
    if _early(application, facts):
        return Step(Idle(), (Edit(turn=turn), Say(_from(application, facts))))
    match did:
        case Press(choice="next"):
            step = following(facts)
            return step.after(Edit(turn=turn)) if step else None
        case Press(choice="comment"):
            return Step(scene, (Say(T("Write the comment.")),))
        case Press(choice="again"):
            again = Assessing(application.id)
            return Step(again, (Edit(turn=turn), _ask(_call(application, facts), application, again)))
        case Text(text=text) if len(text) > LONGEST:
            return Step(scene, (Say(too_long(len(text), LONGEST)),))
        case Text(text=text):
            says = T("{council}: comment saved.", council=Council(application.body_name))
            return Step(Idle(), (Edit(turn=turn), Say(says, _next())), (CommentMark(application.id, text),))
        case _:
            return None


def declare(scene: DeclaringConflict, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """A declared conflict removes this member from the application, and the scores given before (N10)."""
    application = facts[ApplicationOf(scene.application)]
    if application is None or not may(facts[Me()], Action.ASSESS):
        return None
    if _early(application, facts):
        return Step(Idle(), (Edit(turn=turn), Say(_from(application, facts))))
    if isinstance(did, Press) and did.choice == "back":
        back = Assessing(application.id)
        return Step(back, (Edit(turn=turn), _ask(_call(application, facts), application, back)))
    if not isinstance(did, Text):
        return None
    if len(did.text) > LONGEST:
        return Step(scene, (Say(too_long(len(did.text), LONGEST)),))
    says = T("Noted: you take no part in the application of {council}.", council=Council(application.body_name))
    return Step(Idle(), (Edit(turn=turn), Say(says, _next())), (DeclareConflict(application.id, did.text),))
