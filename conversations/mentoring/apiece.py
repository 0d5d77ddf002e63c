"""A council says something of each of several sessions that wait, or beside another dialogue: each is asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from conversations.intake.known import moment
from conversations.mentoring import dating, disagreeing, explained, hours, meant, unanswered, which
from conversations.mentoring.drafts import TOPIC
from conversations.mentoring.unanswered import Waits
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import Assignment
from conversations.protocol.replies import Button, Reply, Say, column
from conversations.protocol.scenes import Claiming
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, MyAssignments
from conversations.protocol.words import T
from conversations.rules.assent import agrees, approved
from conversations.rules.deadlines import MADRID
from conversations.rules.plain import words
from conversations.rules.session_report import Kind, Reading, read, says_otherwise

TO_CONFIRM = T("Nothing has been answered yet. Do you want to confirm this session? Do it with the button.")
_RIGHT = re.compile(r"(?:.* )?(?:si|be|ok|vale|bona|perfecta|correcta|d acord)")
_WRONG = re.compile(r"\b(?:no|mal|malament)\b")


def reading_of(did: Text, going: Sequence[Assignment], facts: Facts) -> Reading:
    """What a council's text says of sessions of these packages."""
    local = moment(did, facts).astimezone(MADRID)
    names = [one.grant.application.body_name for one in going]
    window = (date.min, local.date())
    return read(did.text, sent=local, window=window, assigned=names, councils=facts.house.finder.councils)


def each(did: Text, facts: Facts, *, beside: bool = False) -> Step | None:
    """The answer to a text that says something of each of several sessions: those that are right are shown with their
    buttons, and what was otherwise is asked about, the last of it in words too unless this is said `beside` another
    dialogue. None if a text speaks of fewer than two."""
    parts = meant.parts(unanswered.of_council(facts), did, facts)
    steps = [(waits, _of_one(waits, part, facts) if waits else _of_none(part)) for waits, part in parts]
    asked = [step for _, step in steps if isinstance(step.scene, Claiming)]
    explains = [step for step in asked if isinstance(step.scene, Claiming) and step.scene.note]
    last = None if beside or not asked else (explains or asked)[-1]
    shown: list[Reply] = []
    for waits, step in steps:
        shown += () if step is last else _aside(waits, step)
    if not parts:
        return None
    return Step(None, tuple(shown)) if last is None else last.after(*shown)


def _of_none(did: Text) -> Step:
    says = T("This is of no session that waits for your answer, and nothing has been answered: “{text}”", text=did.text)
    return Step(None, (Say(says, column(Button(T("Show me the sessions"), "sessions", standing=True))),))


def sessions(did: Text, facts: Facts) -> frozenset[int]:
    """The sessions that wait of which a text says something, each apart."""
    return frozenset(waits[0].id for waits, _ in meant.parts(unanswered.of_council(facts), did, facts) if waits)


def beside(did: Text, facts: Facts, *, only: bool = False) -> Step | None:
    """What a council says, while another dialogue is open, of sessions that wait and that it points to, or of the
    `only` one: they are shown with buttons that answer them, and that dialogue stays open. None for any other text."""
    if not hours.receives(facts):
        return None
    if (several := each(did, facts, beside=True)) is not None:
        return several
    waiting, points, held = unanswered.of_council(facts), meant.points(did.text), dating.held(did.text)
    otherwise = says_otherwise(did.text) or explained.not_held(did.text)
    if not (otherwise and (held or points)) and not (points and _approves(did.text)):
        return None
    found = meant.one(waiting, did, facts)
    if found is None and only and len(waiting) == 1 and not points:
        found = waiting[0]
    if found is None or dating.to_come(did, facts) is not None:
        return None
    return Step(None, tuple(_aside(found, _of_one(found, did, facts))))


def _of_one(waits: Waits, did: Text, facts: Facts) -> Step:
    """What is asked of one session by what a text says of it."""
    going = [one for one in facts[MyAssignments()] if one.agreed]
    reading = reading_of(did, going, facts)
    if unanswered.as_noted(waits[0]) and (asked := disagreeing.asked(*waits, did, reading, facts)) is not None:
        return asked
    tells = reading.is_report or reading.kind is Kind.NEGATION
    head = TO_CONFIRM if _approves(did.text) and not tells else which.TO_ANSWER
    return Step(None, (Say(head), which.shown(waits)))


def _approves(text: str) -> bool:
    said = " ".join(words(text))
    return agrees(text) or approved(text) or (_RIGHT.fullmatch(said) is not None and _WRONG.search(said) is None)


def _aside(waits: Waits | None, step: Step) -> tuple[Reply, ...]:
    """What is asked of a session, with buttons that outlive the dialogue that is open."""
    scene = step.scene
    if waits is None or not isinstance(scene, Claiming):
        return step.replies
    if not scene.offered or TOPIC in scene.offered.split("+"):
        return (Say(which.TO_ANSWER), which.shown(waits))
    corrects = column(Button(T("It must be corrected"), f"{which.WAS}.{waits[0].id}.{scene.offered}", standing=True))
    return tuple(Say(one.text, corrects) if isinstance(one, Say) else one for one in step.replies)
