"""What is written before the notice of data was read: it waits, in its order, and is answered once it is."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from conversations.intake.known import moment
from conversations.mentoring import joining, pending, reporting, talk
from conversations.mentoring.notice import OF_MENTORS
from conversations.protocol.incoming import Incoming, Text, taken_for
from conversations.protocol.replies import Button, Reply, Say, column
from conversations.protocol.scenes import Idle, ReadingNotice, Reporting, Scene
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T, Verbatim, lines
from conversations.rules.assent import only_agrees
from conversations.rules.greetings import greets
from conversations.rules.session_report import Kind, begins_otherwise

_COURTESY = re.compile(
    r"\W*(?:(?:d['’]acord|ok|vale|perfecte|molt bé|moltes|mil|doncs)\W+)*(?:(?:gr[aà]cies|merci|merc[eè]s)\W*)?",
    re.IGNORECASE,
)
"""Thanks, or no word at all: nobody expects anything of them."""


def notice(scene: Scene, did: Text, facts: Facts) -> Step:
    """The notice, before anything is answered; what was written waits until it is read, and so does whatever is said
    after it, which may be of it: «per telèfon», «potser era dilluns»."""
    n = _new_ones(did, facts)
    if isinstance(scene, ReadingNotice):
        return _one_more(scene, did, facts, n)
    shown = OF_MENTORS.show(OF_MENTORS.then, facts)
    assert isinstance(shown.scene, ReadingNotice)
    sessions = T(
        "The session waits: it is shown once you have read this.",
        "The {n} sessions wait: they are shown once you have read this.",
        n=n,
    )
    words = T("What you have written waits: it is answered once you have read this.")
    return replace(shown, scene=_first(shown.scene, did, facts)).after(Say(sessions if n else words))


def _one_more(scene: ReadingNotice, did: Text, facts: Facts, n: int) -> Step:
    if len(scene.more) + 1 >= joining.MOST_WAITING:
        full = T("{n} messages wait already, and no more fit.", n=joining.MOST_WAITING)
        return Step(None, (Say(lines(full, T("Read what is above, and then send this one again."))),))
    one = _kept(did.text, did.message, moment(did, facts).isoformat())
    waiting = replace(scene, more=(*scene.more, one)) if scene.told else _first(scene, did, facts)
    also = T(
        "This session waits too: it is shown once you have read what is above.",
        "These {n} sessions wait too: they are shown once you have read what is above.",
        n=n,
    )
    after = T("This waits too: it is looked at once you have read what is above.")
    if not scene.told:
        also = T(
            "The session waits: it is shown once you have read what is above.",
            "The {n} sessions wait: they are shown once you have read what is above.",
            n=n,
        )
        after = T("What you have written waits: it is answered once you have read what is above.")
    return Step(waiting, (Say(also if n else after),))


def _new_ones(did: Text, facts: Facts) -> int:
    """How many sessions a text tells anew; none if it says of one that was told what it was."""
    desk = pending.of_mentor(facts)
    reading = pending.understood(did.text, did, desk, facts) if desk.mine else None
    if reading is None or reading.kind is not Kind.REPORT or joining.bare(reading, did.text):
        return 0
    return 0 if begins_otherwise(did.text) else max(1, len(reading.sessions))


def _kept(text: str, message: int, at: str) -> str:
    return json.dumps([text, message, at], ensure_ascii=False)


def _first(scene: ReadingNotice, did: Text, facts: Facts) -> ReadingNotice:
    return replace(scene, told=did.text, message=did.message, at=moment(did, facts).isoformat())


def again(scene: ReadingNotice, facts: Facts) -> Step:
    """The notice once more, with the sessions that wait until it is read."""
    shown = OF_MENTORS.show(scene.body, facts)
    assert isinstance(shown.scene, ReadingNotice)
    return replace(shown, scene=replace(shown.scene, told=scene.told, message=scene.message, at=scene.at,
                                        more=scene.more))  # fmt: skip


def joined(waited: ReadingNotice, fresh: ReadingNotice) -> ReadingNotice:
    """The notice as it is open now, with the sessions that waited for it before and those that do now."""
    now = [_kept(fresh.told, fresh.message, fresh.at)] if fresh.told else []
    more = (*waited.more, *now, *fresh.more)
    return replace(fresh, told=waited.told, message=waited.message, at=waited.at, more=more)


def told(scene: ReadingNotice, did: Incoming, facts: Facts, asked: Step | None = None) -> Step | None:
    """What waited for the notice to be read, as if it were written now; None if nothing did.

    `asked` is what a button does that waited for it too: it goes first, and a session to be saved waits for its end.
    """
    if not scene.told:
        return None
    step = _told(scene, did, facts)
    if asked is None:
        return step
    if not isinstance(asked.scene, Idle | None):
        aside = (step.scene,) if isinstance(step.scene, Reporting) and step.scene.drafts else None
        return replace(asked.after(*_spoken(step)), aside=aside).also(*step.changes)
    return replace(step, replies=(*asked.replies, *step.replies), changes=(*asked.changes, *step.changes))


def _told(scene: ReadingNotice, did: Incoming, facts: Facts) -> Step:
    waited = [(scene.told, scene.message, scene.at), *(json.loads(one) for one in scene.more)]
    texts = [
        taken_for(Text, did, text=text, message=message, at=datetime.fromisoformat(at)) for text, message, at in waited
    ]
    done: Step | None = None
    before = ""
    beside: list[Reply] = []
    vain: list[str] = []
    # A session to come would take the place of those held, so it comes after them.
    for said in sorted(texts, key=lambda one: reporting.plans(one, facts)):
        answered = _heard(done, said, facts)
        if answered is None or (done is not None and _in_vain(done, answered)):
            vain.append(said.text)
            continue
        if done is not None and _gives_way(done):
            vain.append(before)
        elif done is not None:
            beside += _spoken(done)
            answered = answered.also(*done.changes)
        done, before = answered, said.text
    if done is None:
        return Step(Idle(), (_of_nobody([text for text, _, _ in waited]),))
    # What would edit an earlier list has nothing to edit: none of them was sent.
    last = [one for one in done.replies if isinstance(one, Say)]
    return replace(done, replies=(*beside, *_left_out(vain), *last))


def _heard(done: Step | None, said: Text, facts: Facts) -> Step | None:
    """The answer to one of the texts, after those before it; None if it says nothing that can be done now."""
    now = done.scene if done is not None else None
    if isinstance(now, Reporting):
        return reporting.handle(now, said, facts, 0)
    return reporting.hear(said, facts) if isinstance(now, Idle | None) or reporting.tells(said, facts) else None


def _in_vain(done: Step, answered: Step) -> bool:
    """Whether a text has changed nothing of the sessions that wait, and its answer says only that."""
    if not (_waits(done) and _waits(answered)):
        return False
    assert isinstance(done.scene, Reporting)
    assert isinstance(answered.scene, Reporting)
    same = (answered.scene.drafts, answered.scene.field) == (done.scene.drafts, done.scene.field)
    said = [one for one in answered.replies[:-1] if isinstance(one, Say)]
    return same and bool(said) and all(talk.understands_nothing(one) for one in said)


def _gives_way(step: Step) -> bool:
    """Whether nothing is left of the answer to a text once another is heard: it was taken for nothing, or opened what a
    session that was held takes the place of."""
    said = (one for one in step.replies if isinstance(one, Say))
    taken_for_nothing = not _waits(step) and all(talk.understands_nothing(one) for one in said)
    return taken_for_nothing or not isinstance(step.scene, Idle | Reporting | None)


def _waits(step: Step) -> bool:
    return isinstance(step.scene, Reporting) and bool(step.scene.drafts)


def _spoken(step: Step) -> list[Say]:
    """What was said and is still worth reading once more is said after it: a list that has grown since is not."""
    said = step.replies[:-1] if isinstance(step.scene, Reporting) else step.replies
    kept = (one for one in said if isinstance(one, Say) and one.text != joining.THERE_ALREADY)
    return [one for one in kept if not one.keyboard or _offers(one)]


def _left_out(texts: Sequence[str]) -> tuple[Say, ...]:
    """The texts that came to nothing, as they were written, so that nobody thinks that they were done."""
    told = [one for one in texts if not (_COURTESY.fullmatch(one) or greets(one) or only_agrees(one))]
    if not told:
        return ()
    n = len(told)
    head = T("This message has changed nothing:", "These {n} messages have changed nothing:", n=n)
    again = T("If it still holds, write it again.", "If they still hold, write them again.", n=n)
    return (Say(lines(head, *(T("· «{text}»", text=Verbatim(one)) for one in told), again)),)


def _of_nobody(texts: list[str]) -> Say:
    """What was told and cannot be noted, because whoever told it goes with no council any more."""
    head = T("You cannot note sessions here any more, and this has not been noted:")
    ask = column(Button(T("Write to the technical office"), "help", standing=True))
    listed = [T("· {line}", line=Verbatim(one)) for one in texts]
    return Say(lines(head, *listed, T("Tell the technical office of them.")), ask)


def _offers(said: Say) -> bool:
    """Whether what was said has buttons that stay live, whatever is said after it."""
    return bool(said.keyboard) and all(button.standing for row in said.keyboard for button in row)
