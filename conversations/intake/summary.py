"""The summary: everything at a glance, every answer one tap away from being corrected."""

from __future__ import annotations

from datetime import datetime

from conversations.forms import application as form
from conversations.forms.application import Question
from conversations.forms.texts import LongText, ShortText
from conversations.intake import sheets
from conversations.intake.asking import ask
from conversations.intake.known import Case, case_of, ended, ends, is_open, moment, submitted
from conversations.protocol.facts import Answer, Json, Status
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.replies import Button, Edit, Keyboard, Reply, Say, column
from conversations.protocol.scenes import Idle, PickingAnswer, Reviewing
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import Folded, Joined, T, Verbatim, Words, lines, paragraphs

CONTEXT = 5
LONG_EXCERPT = 100


def continue_button(case: Case) -> Keyboard:
    """The way back into the form from anywhere."""
    return column(Button(T("Continue"), f"go.{case.application.body}", standing=True))


def listing(case: Case) -> Words:
    """Every answer under its number; long ones folded. Optional lines only where they say something."""
    parts: list[Words] = []
    for question in (*form.asked(case.call), *(form.QUESTIONS[name] for name in form.OPTIONAL)):
        answer = case.answers.get(question.id)
        number = form.number(case.call, question.id)
        if answer is None and (question.after is not None or not number):
            continue
        if answer is None and case.minimal and form.in_own_words(question):
            continue
        parts.append(_line(question, number if question.after is None else 0, answer))
    added = (
        T("<b>Asked by the office</b>: «{question}» {answer}", question=asked, answer=said)
        for asked, said in case.application.added
    )
    return Joined((*parts, *added))


def _line(question: Question, number: int, answer: Answer | None) -> Words:
    if answer is None:
        return T("<b>{number}. {label}</b>: not answered yet", number=number, label=question.label)
    if isinstance(question.kind, LongText):
        said: Words = Folded(str(answer.value))
        head = T("<b>{number}. {label}</b>", number=number, label=question.label) if number else None
        return lines(head or T("<b>{label}</b>", label=question.label), said)
    shown = form.shown(question, answer.value)
    if number:
        return T("<b>{number}. {label}</b>: {answer}", number=number, label=question.label, answer=shown)
    return T("<b>{label}</b>: {answer}", label=question.label, answer=shown)


def show(case: Case) -> Step:
    """The summary before sending, or of what was sent."""
    if submitted(case) or case.application.status is Status.WITHDRAWN:
        return Step(Idle(), (Say(paragraphs(_standing(case), listing(case)), sent_buttons(case)),))
    missing = form.missing(case.call, case.answers)
    if missing:
        n = len(missing)
        head: Words = T("This is what you have written. {n} answer is missing.", "{n} answers are missing.", n=n)
    else:
        head = T("You have everything. Go over it before you send it:")
    go_on = Button(T("Continue"), "go")
    correct = Button(T("Correct an answer"), "pick")
    optional = Button(T("Add an optional line"), "optional")
    draft = Button(T("Send me the draft as PDF"), "draft")
    return Step(
        Reviewing(case.application.id), (Say(paragraphs(head, listing(case)), column(go_on, correct, optional, draft)),)
    )


def _standing(case: Case) -> Words:
    number = case.application.number or ""
    if submitted(case):
        return T("Application {number} of {council}, received.", number=number, council=case.council)
    return T("Application {number} of {council}, withdrawn.", number=number, council=case.council)


def sent_buttons(case: Case) -> Keyboard:
    """What can be done with an application that was sent, while the call is open."""
    body = case.application.body
    if submitted(case):
        return column(
            Button(T("Correct an answer"), f"pick.{body}", standing=True),
            Button(T("Send me the PDF"), f"pdf.{body}", standing=True),
            Button(T("Withdraw the application"), f"withdraw.{body}", standing=True),
        )
    return column(Button(T("Submit it again"), f"resubmit.{body}", standing=True))


def handle(scene: Reviewing | PickingAnswer, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The buttons of the summary and of the list of answers."""
    case = case_of(facts, scene.application)
    if case is None or not isinstance(did, Press):
        return None
    if not is_open(case, did, facts):
        return too_late(case, moment(did, facts))
    action, _, name = did.choice.partition(".")
    match scene, action:
        case Reviewing(), "pick":
            return pick(case).after(Edit(turn=turn))
        case Reviewing(), "optional":
            return _pick_among(case, form.OPTIONAL, T("Which optional line? None of them is needed.")).after(
                Edit(turn=turn)
            )
        case Reviewing(), "draft":
            return Step(scene, (Say(T("This is the draft. It has not been sent yet."), document=sheets.draft(case)),))
        case PickingAnswer(), "fix" if name in form.QUESTIONS:
            return ask(case, form.QUESTIONS[name], correcting=True, reminding=True, before=(Edit(turn=turn),))
        case PickingAnswer(), "back":
            return show(case).after(Edit(turn=turn))
        case _:
            return None


def pick(case: Case) -> Step:
    """The list of answers to correct."""
    answered = tuple(
        question.id
        for question in form.asked(case.call)
        if question.id in case.answers or (question.after is not None and form.applies(question, case.answers))
    )
    answered += tuple(name for name in form.OPTIONAL if name in case.answers)
    return _pick_among(case, answered, T("Which answer do you want to correct?"))


def _pick_among(case: Case, names: tuple[str, ...], says: Words) -> Step:
    boxes = [Button(_name(case, form.QUESTIONS[name]), f"fix.{name}") for name in names]
    rows = tuple(tuple(boxes[place : place + 2]) for place in range(0, len(boxes), 2))
    back = (Button(T("Go back"), "back"),)
    return Step(PickingAnswer(case.application.id), (Say(says, (*rows, back)),))


def _name(case: Case, question: Question) -> Words:
    number = form.number(case.call, question.id)
    if not number or question.after is not None:
        return question.label
    return T("{number}. {label}", number=number, label=question.label)


def before_and_now(question: Question, before: Json, now: Json) -> Words:
    """An answer before and after a correction; of a text, the part that changed."""
    if isinstance(question.kind, ShortText | LongText):
        earlier, later = excerpts(str(before), str(now))
    else:
        earlier, later = form.shown(question, before), form.shown(question, now)
    return lines(T("Before: {answer}", answer=earlier), T("Now: {answer}", answer=later))


def excerpts(before: str, now: str) -> tuple[Words, Words]:
    """The part in which two texts differ, in bold among a few words that they share."""
    old, new = before.split(), now.split()
    start = next((place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    most = min(len(old), len(new)) - start
    end = next((place for place in range(most) if old[-1 - place] != new[-1 - place]), most)
    return _excerpt(old, start, end), _excerpt(new, start, end)


def _excerpt(words: list[str], start: int, end: int) -> Words:
    until = len(words) - end
    before, after = words[max(0, start - CONTEXT) : start], words[until : until + CONTEXT]
    changed = " ".join(words[start:until])
    if len(changed) > 2 * LONG_EXCERPT:
        changed = f"{changed[:LONG_EXCERPT]} … {changed[-LONG_EXCERPT:]}"
    parts = (
        Verbatim("…" if start > CONTEXT else ""),
        Verbatim(" ".join(before)),
        T("<b>{text}</b>", text=changed) if changed else Verbatim(""),
        Verbatim(" ".join(after)),
        Verbatim("…" if end > CONTEXT else ""),
    )
    return T("“{text}”", text=Joined(parts, " "))


def corrected(case: Case, question: Question, earlier: Answer | None, *, still: bool = True) -> Step:
    """Says what a correction changed and goes back to the summary, or asks what became necessary.

    `still` tells whether the call is open, so that more can be corrected.
    """
    now = case.answers[question.id].value
    says = paragraphs(
        _corrected_line(case, question),
        before_and_now(question, earlier.value, now) if earlier else None,
    )
    new = next(
        (one for one in form.dependents(question.id) if form.applies(one, case.answers) and one.id not in case.answers),
        None,
    )
    if new is not None:
        return ask(case, new, before=(Say(says),))
    if submitted(case):
        show_it = column(Button(T("Show the application"), f"show.{case.application.body}", standing=True))
        return Step(Idle(), (Say(lines(says, _still_sent(case)), sent_buttons(case) if still else show_it),))
    return show(case).after(Say(says))


def _corrected_line(case: Case, question: Question) -> Words:
    number = form.number(case.call, question.id)
    if number:
        return T("Answer {number} has been corrected.", number=number)
    return T("{label}: it has been saved.", label=question.label)


def _still_sent(case: Case) -> Words:
    number, version = case.application.number or "", case.application.version
    return T("Application {number} stays submitted; this is version {version}.", number=number, version=version)


def edited(case: Case, question: Question, before: Json, now: Json) -> Reply:
    """What a correction outside the summary changed: by editing one's own message (N1), or on the way."""
    still = _still_sent(case) if submitted(case) else None
    return Say(lines(_corrected_line(case, question), before_and_now(question, before, now), still))


def leave(case: Case, did: Incoming, facts: Facts, turn: int) -> Step:
    """Out of the form; everything answered is stored already."""
    missing = form.to_go_on(case.call, case.answers)
    until = ends(case.call, moment(did, facts))
    if missing:
        says: Words = T(
            "Saved. When you come back, you will go on at question {number} of {total}. Remember: {until}.",
            number=form.number(case.call, missing[0]),
            total=len(case.call.questions),
            until=until,
        )
    else:
        says = T("Saved. You have answered everything and only sending it is left. Remember: {until}.", until=until)
    return Step(Idle(), (Edit(turn=turn), Say(says, continue_button(case))))


def too_late(case: Case, at: datetime, *, typed: bool = False) -> Step:
    """The call closed: what was written stays, and what can be done now. What was `typed` late is not saved."""
    says: list[Words]
    if submitted(case):
        says = [
            T("The call closed {when}; the application can no longer be changed.", when=ended(case.call, at)),
            T(
                "Application {number} stays as it was. If something is wrong, write to the technical office.",
                number=case.application.number or "",
            ),
        ]
    elif case.application.status is Status.WITHDRAWN:
        says = [_standing(case), T("The call closed {when}.", when=ended(case.call, at)), Verbatim(case.call.following)]
    else:
        says = [
            T("The call closed {when}, and the application could not be sent.", when=ended(case.call, at)),
            T("What you had written before that stays saved.") if typed else T("What you have written stays saved."),
            Verbatim(case.call.following),
        ]
    return Step(Idle(), (Say(lines(*says), closed_buttons()),))


def closed_buttons() -> Keyboard:
    """What one can do when no call takes applications."""
    return column(
        Button(T("Tell me when it opens"), "tell", standing=True),
        Button(T("Write to the technical office"), "help", standing=True),
    )
