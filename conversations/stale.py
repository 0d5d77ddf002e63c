"""Buttons pressed late or twice: a kind answer that says what they were and where to go on."""

from __future__ import annotations

from conversations.forms import application as form
from conversations.intake import sending, summary
from conversations.intake.asking import where
from conversations.intake.known import Case, case_for, case_of, moment, submitted
from conversations.protocol.incoming import Press
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.scenes import Asking, DialogueState, Scene
from conversations.protocol.turn import Step
from conversations.protocol.wants import Calls, Facts, Me
from conversations.protocol.words import T, lines
from conversations.rules import deadlines

_OF_A_QUESTION = ("is", "on", "off", "done")
_OF_THE_SENDING = ("send", "agree", "yes", "no", "later")


def stale(state: DialogueState, did: Press, facts: Facts) -> Step:
    """Answers a button that no longer belongs to the turn. Nothing moves and nothing changes."""
    scene = state.scene
    action, _, rest = did.choice.partition(".")
    name, _, option = rest.partition(".")
    case = _case(scene, did, facts)
    question = form.QUESTIONS.get(name)
    if case is not None and action in _OF_A_QUESTION and question is not None and question.id in case.answers:
        twice = did.turn == state.turn - 1 and case.answers[question.id].value == option
        if twice or (isinstance(scene, Asking) and scene.question == question.id):
            return Step(None)
        says = T(
            "This button is of a question that you have already answered ({answer}). If you want to change it:",
            answer=form.shown(question, case.answers[question.id].value),
        )
        fix = Button(T("Correct this answer"), f"fix.{case.application.body}.{question.id}", standing=True)
        return Step(None, (Say(says, column(fix)),))
    if case is not None and action in _OF_THE_SENDING and submitted(case):
        return Step(None, (Say(*sending.already(case)),))
    old = T("This button is of an earlier message and no longer does anything. Nothing has been lost.")
    if isinstance(scene, Asking) and case is not None and scene.question in form.QUESTIONS:
        here = where(case, form.QUESTIONS[scene.question])
        return Step(None, (Say(lines(old, here), summary.continue_button(case)),))
    return Step(None, (Say(old, column(Button(T("Show me where I was"), "home", standing=True))),))


def _case(scene: Scene, did: Press, facts: Facts) -> Case | None:
    if isinstance(scene, Asking):
        return case_of(facts, scene.application)
    seats = facts[Me()].contact_seats()
    call = deadlines.latest(facts[Calls()], moment(did, facts))
    # With several councils, an old button does not say of which one it was.
    return case_for(facts, seats[0], call) if len(seats) == 1 and call else None
