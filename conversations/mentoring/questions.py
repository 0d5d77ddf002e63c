"""The questions about somebody who gives hours: their words, their buttons, and reading a contact."""

from __future__ import annotations

from conversations.forms.application import MODALITY, TOPICS
from conversations.forms.choices import Checklist, Group
from conversations.forms.contact import Email, Phone
from conversations.forms.outcome import Accepted, Doubtful, Refused
from conversations.protocol.replies import Button, Keyboard, Say, column
from conversations.protocol.scenes import DescribingMentor
from conversations.protocol.words import Minutes, T, Words, lines
from conversations.rules.plain import one_line

OFFERED = Checklist((Group(TOPICS.options, most=len(TOPICS.options)),))
"""The topics of the form; somebody who gives hours may know more than three."""

USUAL_HOURS = (240, 480, 720)
NOT_A_NUMBER = T("How many hours? For example, «4 hours» or «6».")


ORDER = ("body", "name", "topics", "modality", "hours", "contact")


SERVICE = Button(T("Technical assistance service"), "service")
LEAVE = Button(T("Leave it"), "leave")

_QUESTIONS: dict[str, Words] = {
    "body": lines(T("Where is whoever will give hours from?"), T("Write the name of the council.")),
    "name": T("What is their name and surname?"),
    "topics": T("In which topics can they help? Mark them and then press «Done»."),
    "modality": T("How can they meet?"),
    "hours": T("How many hours can they give in this call?"),
    "contact": lines(
        T("How can they be reached? Write an e-mail address or a telephone."),
        T("The council will see it when both sides have accepted."),
    ),
}


_OF_ONESELF: dict[str, Words] = {
    "topics": T("In which topics can you help? Mark them and then press «Done»."),
    "modality": T("How can you meet?"),
    "hours": T("How many hours can you give in this call?"),
    "contact": lines(
        T("How can you be reached? Write an e-mail address or a telephone."),
        T("The council will see it when both sides have accepted."),
    ),
}


def ask(scene: DescribingMentor, *, oneself: bool) -> Say:
    """The question that is open, as it is put to the office or to whoever the profile is of."""
    questions = _OF_ONESELF if oneself else _QUESTIONS
    return Say(questions[scene.asks], keyboard(scene))


def keyboard(scene: DescribingMentor) -> Keyboard:
    """The buttons of the question that is open."""
    match scene.asks:
        case "body":
            return column(SERVICE, LEAVE)
        case "topics":
            boxes = [_box(one, one in scene.topics) for one in OFFERED.ids()]
            pairs = tuple(tuple(boxes[place : place + 2]) for place in range(0, len(boxes), 2))
            return (*pairs, (Button(T("Done"), "done"), LEAVE))
        case "modality":
            return column(*(Button(MODALITY.label(one), f"is.{one}") for one in MODALITY.ids()), LEAVE)
        case "hours":
            usual = (Button(T("{hours}", hours=Minutes(one)), f"hours.{one}") for one in USUAL_HOURS)
            return column(*usual, LEAVE)
        case "contact" if not scene.mentor:
            return column(Button(T("They will say it themselves"), "later"), LEAVE)
        case _:
            return column(LEAVE)


def _box(option: str, marked: bool) -> Button:
    label = OFFERED.label(option)
    if marked:
        return Button(T("✓ {option} (chosen)", option=label), f"off.topics.{option}")
    return Button(label, f"on.topics.{option}")


def read_contact(text: str) -> str | Words:
    """An address or a telephone as it is kept, or why it is neither."""
    line = one_line(text)
    if "@" not in line and not any(sign.isdigit() for sign in line):
        return T("This is neither an e-mail address nor a telephone. Write one of them, please.")
    read = (Email() if "@" in line else Phone()).read(line)
    match read:
        case Accepted(value) | Doubtful(value):
            return str(value)
        case Refused(why):
            return why
