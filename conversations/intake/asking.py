"""Asking a question: its words, its place in the form and its buttons."""

from __future__ import annotations

from conversations.forms import application as form
from conversations.forms.application import Question
from conversations.forms.choices import Checklist, Choice
from conversations.forms.texts import LongText
from conversations.intake.known import Case
from conversations.protocol.replies import Button, Keyboard, Reply, Say
from conversations.protocol.scenes import Asking
from conversations.protocol.turn import Step
from conversations.protocol.words import T, Words, lines


def heading(case: Case, question: Question) -> Words:
    """ "Question 5 of 12 · The request"; an optional line has no number."""
    number = form.number(case.call, question.id)
    if not number:
        return T("<b>Optional line</b> · {part}", part=question.part)
    return T(
        "<b>Question {number} of {total}</b> · {part}",
        number=number,
        total=len(case.call.questions),
        part=question.part,
    )


def ask(
    case: Case,
    question: Question,
    *,
    correcting: bool = False,
    reminding: bool = False,
    before: tuple[Reply, ...] = (),
) -> Step:
    """Opens a question, after the replies in `before`. When `reminding`, it says what the answer is now."""
    scene = Asking(case.application.id, question.id, _marked(case, question), correcting)
    answer = case.answers.get(question.id) if reminding else None
    now = T("Now it says: {answer}", answer=form.shown(question, answer.value)) if answer else None
    says = lines(heading(case, question), question.ask, now)
    return Step(scene, (*before, Say(says, keyboard(case, question, scene))))


def _marked(case: Case, question: Question) -> tuple[str, ...]:
    answer = case.answers.get(question.id)
    if isinstance(question.kind, Checklist) and answer is not None and isinstance(answer.value, list):
        return tuple(answer.value)
    return ()


def keyboard(case: Case, question: Question, scene: Asking) -> Keyboard:
    """The options of a question, then help where the answer is long, then the way back and out."""
    rows: list[tuple[Button, ...]] = []
    kind = question.kind
    if isinstance(kind, Choice):
        rows += [(Button(option.label, f"is.{question.id}.{option.id}"),) for option in kind.options]
    if isinstance(kind, Checklist):
        boxes = [_box(question.id, kind, option, option in scene.toggled) for option in kind.ids()]
        rows += [tuple(boxes[place : place + 2]) for place in range(0, len(boxes), 2)]
        rows.append((Button(T("Done"), f"done.{question.id}"),))
    if isinstance(kind, LongText) and question.example is not None:
        rows.append((Button(T("Show me an example"), "example"), Button(T("Ask for help"), "help")))
    if question.after is not None and not scene.correcting:
        rows.append((Button(T("Skip this one"), "skip"),))
    back = Button(T("Go back"), "back")
    leave = Button(T("Save and leave"), "leave")
    if scene.correcting:
        rows.append((back,))
    elif form.preceding(case.call, question.id) is None:
        rows.append((leave,))
    else:
        rows.append((back, leave))
    return tuple(rows)


def _box(question: str, kind: Checklist, option: str, marked: bool) -> Button:
    label = kind.label(option)
    if marked:
        return Button(T("✓ {option} (chosen)", option=label), f"off.{question}.{option}")
    return Button(label, f"on.{question}.{option}")


def where(case: Case, question: Question) -> Words:
    """Where in the form we are, for an answer that does not move it."""
    number = form.number(case.call, question.id)
    if not number:
        return T("We are at an optional line: {label}.", label=question.label)
    return T("We are at question {number} of {total}.", number=number, total=len(case.call.questions))
