"""Answers in one's own words: which dialogues take any text, and what each of them does with what comes."""

from __future__ import annotations

from conversations.forms import application as form
from conversations.forms.outcome import Refused
from conversations.intake.known import too_long
from conversations.protocol.incoming import Incoming, Press, Text, taken_for
from conversations.protocol.mailed import Arriving, Entering, Noting
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import (
    Agreeing,
    Allowing,
    AnsweringData,
    AnsweringHelp,
    Asking,
    AskingData,
    AskingHelp,
    ChoosingBody,
    Claiming,
    Commenting,
    DatingStay,
    Deciding,
    DeclaringConflict,
    DescribingMentor,
    EditingLetter,
    ExtendingBecause,
    ExtendingTo,
    FindingBody,
    GivingContact,
    NamingCriterion,
    NotAdmitting,
    Ordering,
    Parting,
    ProposingDate,
    Reporting,
    Scene,
    Settling,
)
from conversations.protocol.turn import Step
from conversations.protocol.words import T, lines
from conversations.rules.assent import gives_no_reason, speaks_of_a_date

SCENES = (
    FindingBody,
    ChoosingBody,
    AskingHelp,
    AnsweringHelp,
    AskingData,
    AnsweringData,
    NotAdmitting,
    Arriving,
    Noting,
    Commenting,
    DeclaringConflict,
    EditingLetter,
    ExtendingTo,
    ExtendingBecause,
    Reporting,
    Claiming,
    Settling,
    Allowing,
    DatingStay,
    DescribingMentor,
    GivingContact,
    Parting,
    ProposingDate,
)
"""The scenes that take any text, so that none of it is taken for the label of an older button. Which they are is held
against what each dialogue does with a text (tests/conversations/test_every_scene.py)."""


_AS_IT_IS = "asis."
_BARE = 40
"""The bytes of a text that gives no reason: more would not fit in a button."""


def swallows(scene: Scene, did: Text) -> bool:
    """Whether the open dialogue takes this text as an answer. An open question takes what its kind can read."""
    if isinstance(scene, Asking | Entering):
        question = form.QUESTIONS.get(scene.question)
        return question is not None and not isinstance(question.kind.read(did.text), Refused)
    if isinstance(scene, Deciding):
        return scene.asks in ("hours", "reason", "note")
    if isinstance(scene, Ordering):
        return scene.because
    if isinstance(scene, NamingCriterion):
        return not scene.name
    if isinstance(scene, Agreeing):
        return scene.done
    if isinstance(scene, Reporting) and (not (scene.drafts or scene.assignment) or speaks_of_a_date(did.text)):
        return False
    return isinstance(scene, SCENES)


def read(
    scene: Scene, did: Incoming, most: int, leave: Step | None = None, *, button: str = "leave"
) -> Text | Step | None:
    """What came while a scene waits for a text of at most `most` characters: the message, if it is to be taken.

    Otherwise the step that answers it: `leave` for the button of that name, the count for a text that is too long
    (nothing of it is taken). None for what is neither text nor that button.
    """
    match did:
        case Press(choice=choice) if choice == button:
            return leave
        case Text(text=text) if len(text) > most:
            return Step(scene, (Say(too_long(len(text), most)),))
        case Text():
            return did
        case _:
            return None


def reason(
    scene: Scene, did: Incoming, most: int, turn: int, out: Button, leave: Step | None = None
) -> Text | Step | None:
    """`read`, for the reason of something, which others will read: a bare «no» is asked about once, and taken if it is
    said again or pressed. `out` is the button that goes back, offered beside it; `leave` is what it does."""
    if isinstance(did, Press) and did.choice.startswith(_AS_IT_IS):
        return taken_for(Text, did, message=did.message, text=did.choice.removeprefix(_AS_IT_IS))
    came = read(scene, did, most, leave, button=out.choice)
    if not isinstance(came, Text) or not gives_no_reason(came.text):
        return came
    said = came.text.strip().encode()[:_BARE].decode(errors="ignore")
    says = lines(
        T("Is it enough to say “{text}”? Whoever reads it may not understand why.", text=said),
        T("Write the reason in a few words; or press the button to leave it like this."),
    )
    rows = column(Button(T("“{text}”", text=said), f"{_AS_IT_IS}{said}"), out)
    return Step(scene, (Edit(turn=turn), Say(says, rows)))
