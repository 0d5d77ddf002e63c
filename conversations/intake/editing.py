"""Editing one's own sent message corrects the answer it gave (N1)."""

from __future__ import annotations

from conversations.forms import application as form
from conversations.forms.application import Question
from conversations.forms.outcome import Refused
from conversations.intake import summary
from conversations.intake.answering import handle, save, tell_before
from conversations.intake.known import Case, case_of, ended, is_open, moment, no_longer, with_answer
from conversations.protocol.incoming import Edited, Text, taken_for
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.scenes import Asking, Scene
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, GivenBy
from conversations.protocol.words import T, lines


def edited(scene: Scene, did: Edited, facts: Facts, turn: int) -> Step | None:
    """Corrects the answer that the message gave; the question that is open stays open.

    A message that was not taken as an answer is tried again. None when the message gave no answer.
    """
    if isinstance(scene, Asking) and scene.tried == did.message:
        again = taken_for(Text, did, message=did.message, text=did.text)
        return handle(scene, again, facts, turn)
    given = facts[GivenBy(did.message)]
    case = case_of(facts, given.application) if given else None
    question = form.QUESTIONS.get(given.question) if given else None
    if given is not None and case is None:
        return Step(None, (Say(no_longer(given.application.partition(".")[2].partition(".")[0], facts)),))
    if case is None or question is None or question.id not in case.answers:
        return None
    if not is_open(case, did, facts):
        says = T(
            "The call closed {when}, so editing the message does not change the answer.",
            when=ended(case.call, moment(did, facts)),
        )
        return Step(None, (Say(says),))
    if given is not None and not given.current:
        return Step(None, (_replaced(case, question),))
    if did.at is not None and did.at < case.answers[question.id].at:
        return Step(None)  # an edit that arrives late: what came after it stands
    read = question.kind.read(did.text)
    before = case.answers[question.id].value
    if isinstance(read, Refused):
        return Step(
            None,
            (Say(lines(read.why, T("The answer stays as it was: {answer}", answer=form.shown(question, before)))),),
        )
    if read.value == before:
        return Step(None)
    lost = tuple(one.id for one in form.invalidated(question.id, read.value, case.answers))
    if lost:
        labels = lines(*(form.QUESTIONS[name].label for name in lost))
        refusal = lines(
            T("That change would remove other answers, so it has not been made:"),
            labels,
            T("If you want to make it:"),
        )
        return Step(None, (Say(refusal, column(_fix(case, question))),))
    changed = with_answer(case, question.id, read.value, did, facts, did.message)
    said = summary.edited(changed, question, before, read.value)
    told = tell_before(case, question, read.value, did, facts)
    return Step(None, (said, *told), save(case, question, read.value, did.message))


def _replaced(case: Case, question: Question) -> Say:
    """The message gave an answer that was given anew since: editing it changes nothing, and that is said."""
    says = lines(
        T(
            "The answer to “{label}” was changed after this message, so editing it changes nothing.",
            label=question.label,
        ),
        T("Now it says: {answer}", answer=form.shown(question, case.answers[question.id].value)),
    )
    return Say(says, column(_fix(case, question)))


def _fix(case: Case, question: Question) -> Button:
    return Button(T("Correct this answer"), f"fix.{case.application.body}.{question.id}", standing=True)
