"""A message that was taken for no session may be noted anyway: its button opens the card, and asks what it lacks."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime

from conversations.intake.known import moment
from conversations.mentoring import joining, pending
from conversations.mentoring.lengths import MOST_MINUTES
from conversations.mentoring.pending import Pending
from conversations.protocol.incoming import Incoming, Press, Text, taken_for
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.scenes import Reporting
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T, lines
from conversations.rules.deadlines import MADRID
from conversations.rules.session_report import Field, Kind, Reading, Reason

ANYWAY = "anyway"
BUTTON = Button(T("Note it anyway"), ANYWAY)
WAS_ONE = T("If it was one, note it with the button: what is missing will be asked.")

WAS_ANOTHER = T("If it was another session, note it with the button.")

LONGEST = 1000
"""A text longer than this tells more than a session."""

_LENGTH = re.compile(
    r"\b(?:\d{1,2}(?:[.,]\d)? ?h(?:or(?:a|es))?|(?:una|dues|tres|quatre|cinc|sis) hor(?:a|es)|\d{1,3} ?min(?:uts)?)\b"
    r"(?: i (?:mitja|(?:un )?quart|\d{1,2} minuts))?",
    re.IGNORECASE,
)
_NOBODYS = re.compile(
    r"[<>{}\\|`]|--|/\w|\b(?:select|drop|delete|insert|sudo|script|system|prompt|assistent|assistant)\b|"
    r"\b(?:ignor|oblid)\w+\b.*\b(?:instruccions|regles|ordres)|^\W*(?:moltes )?(?:gràcies|gracies|merci|mercès)\b",
    re.IGNORECASE,
)
"""Commands, what is meant for a machine, and thanks."""


def offered(reading: Reading, did: Text, desk: Pending, facts: Facts) -> str:
    """What a scene keeps of a message that was taken for no session and may have been one, because it names a day that
    is past or a length; nothing for any other."""
    if reading.kind is not Kind.OTHER or not desk.mine or len(did.text) > LONGEST or _NOBODYS.search(did.text):
        return ""
    what = _read(did, desk, facts)
    today = moment(did, facts).astimezone(MADRID).date()
    days = {one.date for one in (what.sessions or (what,)) if one.date}
    lengths = {one.minutes for one in (what.sessions or (what,)) if one.minutes}
    if any(day > today for day in days) or any(not 0 < one <= MOST_MINUTES for one in lengths) or not (days or lengths):
        return ""
    return json.dumps([did.text, did.message, moment(did, facts).isoformat()], ensure_ascii=False)


def beside(step: Step, reading: Reading, did: Text, desk: Pending, facts: Facts) -> Step:
    """What was done with a message that was taken for something else, with the button that notes it anyway if it tells
    a session."""
    untold = offered(replace(reading, kind=Kind.OTHER), did, desk, facts) if reading.is_report else ""
    first = next((one for one in step.replies if isinstance(one, Say)), None)
    if not untold or first is None:
        return step
    shown = replace(first, text=lines(first.text, WAS_ANOTHER), keyboard=(*first.keyboard, *column(BUTTON)))
    replies = tuple(shown if one is first else one for one in step.replies)
    return kept(replace(step, replies=replies), desk, untold)


def kept(step: Step, desk: Pending, untold: str) -> Step:
    """With the message kept until something else is said, if it may be noted anyway; what waits goes on waiting."""
    scene = step.scene if isinstance(step.scene, Reporting) else replace(desk, drafts=()).scene()
    return replace(step, scene=replace(scene, untold=untold)) if untold else step


def noted(scene: Reporting, did: Incoming, desk: Pending, facts: Facts, turn: int) -> Step | None:
    """The message is noted anyway, as its writer said it; None for anything but its button."""
    if not (isinstance(did, Press) and did.choice == ANYWAY and scene.untold and desk.mine):
        return None
    text, message, at = json.loads(scene.untold)
    told = taken_for(Text, did, text=text, message=message, at=datetime.fromisoformat(at))
    reading = _read(told, desk, facts)
    if desk.drafts:
        return joining.joined(reading, desk, told, facts, turn)
    return joining.first(reading, desk, told, facts)


def _read(did: Text, desk: Pending, facts: Facts) -> Reading:
    """What a message says of a session if it tells one. A length that seems to be of something else («una jornada de 3
    hores») is offered, and not taken."""
    reading = pending.understood(did.text, did, desk, facts, told=True)
    said = _LENGTH.findall(did.text)
    if reading.sessions or reading.minutes is not None or len(said) != 1:
        return reading
    alone = pending.understood(f"Sessió de {said[0]}", did, desk, facts, told=True).minutes
    reasons = {**reading.reasons, Field.MINUTES: Reason.AMBIGUOUS}
    return reading if alone is None else replace(reading, minutes=alone, reasons=reasons)


def waits(scene: Reporting) -> bool:
    """Whether nothing waits but a message that may be noted anyway."""
    return bool(scene.untold) and not scene.drafts and not scene.assignment
