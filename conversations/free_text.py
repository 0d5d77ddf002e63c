"""Answers in one's own words: which dialogues take any text."""

from __future__ import annotations

from conversations.forms import application as form
from conversations.forms.outcome import Refused
from conversations.protocol.incoming import Text
from conversations.protocol.mailed import Arriving, Entering, Noting
from conversations.protocol.scenes import (
    AnsweringData,
    AnsweringHelp,
    Asking,
    AskingData,
    AskingHelp,
    ChoosingBody,
    Commenting,
    DeclaringConflict,
    DescribingMentor,
    ExtendingBecause,
    ExtendingTo,
    FindingBody,
    GivingContact,
    NotAdmitting,
    Parting,
    Scene,
)

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
    ExtendingTo,
    ExtendingBecause,
    DescribingMentor,
    GivingContact,
    Parting,
)
"""The scenes that take any text, so that none of it is taken for the label of an older button."""


def swallows(scene: Scene, did: Text) -> bool:
    """Whether the open dialogue takes this text as an answer. An open question takes what its kind can read."""
    if isinstance(scene, Asking | Entering):
        question = form.QUESTIONS.get(scene.question)
        return question is not None and not isinstance(question.kind.read(did.text), Refused)
    return isinstance(scene, SCENES)
