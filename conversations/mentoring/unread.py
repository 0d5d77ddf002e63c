"""What is written before the notice of data was read: it waits, in its order, and is answered once it is."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from conversations.intake.known import moment
from conversations.mentoring import joining, reporting
from conversations.mentoring.notice import OF_MENTORS
from conversations.protocol.incoming import Incoming, Text, taken_for
from conversations.protocol.replies import Button, Reply, Say, column
from conversations.protocol.scenes import Idle, ReadingNotice, Reporting, Scene
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T, Verbatim, lines


def notice(scene: Scene, did: Text, facts: Facts) -> Step:
    """The notice, before anything is answered; what was written waits until it is read, and so does whatever is said
    after it, which may be of it: «per telèfon», «potser era dilluns»."""
    tells = reporting.tells(did, facts) or reporting.plans(did, facts)
    if isinstance(scene, ReadingNotice):
        return _one_more(scene, did, facts, tells=tells)
    shown = OF_MENTORS.show(OF_MENTORS.then, facts)
    assert isinstance(shown.scene, ReadingNotice)
    session = T("The session waits: it is shown once you have read this.")
    words = T("What you have written waits: it is answered once you have read this.")
    return replace(shown, scene=_first(shown.scene, did, facts)).after(Say(session if tells else words))


def _one_more(scene: ReadingNotice, did: Text, facts: Facts, *, tells: bool) -> Step:
    if len(scene.more) + 1 >= joining.MOST_WAITING:
        return Step(None, (Say(T("{n} sessions wait already, and no more fit.", n=joining.MOST_WAITING)),))
    one = _kept(did.text, did.message, moment(did, facts).isoformat())
    waiting = replace(scene, more=(*scene.more, one)) if scene.told else _first(scene, did, facts)
    also = T("This session waits too: they are shown once you have read what is above.")
    after = T("This waits too: it is looked at with the session once you have read what is above.")
    if not scene.told:
        also = T("The session waits: it is shown once you have read what is above.")
        after = T("What you have written waits: it is answered once you have read what is above.")
    return Step(waiting, (Say(also if tells else after),))


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
        said = (one for one in step.replies if isinstance(one, Say) and _stands(one, step))
        return replace(asked.after(*said), aside=aside)
    return replace(step, replies=(*asked.replies, *step.replies), changes=(*asked.changes, *step.changes))


def _told(scene: ReadingNotice, did: Incoming, facts: Facts) -> Step:
    waited = [(scene.told, scene.message, scene.at), *(json.loads(one) for one in scene.more)]
    texts = [
        taken_for(Text, did, text=text, message=message, at=datetime.fromisoformat(at)) for text, message, at in waited
    ]
    step: Step | None = None
    beside: list[Reply] = []
    # A session to come would take the place of those held, so it comes after them.
    for said in sorted(texts, key=lambda one: reporting.plans(one, facts)):
        if step is not None:
            beside += [one for one in step.replies if isinstance(one, Say) and _stands(one, step)]
        now = step.scene if step else None
        answered = reporting.handle(now, said, facts, 0) if isinstance(now, Reporting) else reporting.hear(said, facts)
        step = answered or step
    if step is None:
        return Step(Idle(), (_of_nobody([text for text, _, _ in waited]),))
    # What would edit an earlier list has nothing to edit: none of them was sent.
    return replace(step, replies=(*beside, *(one for one in step.replies if isinstance(one, Say))))


def _of_nobody(texts: list[str]) -> Say:
    """What was told and cannot be noted, because whoever told it goes with no council any more."""
    head = T("You cannot note sessions here any more, and this has not been noted:")
    ask = column(Button(T("Write to the technical office"), "help", standing=True))
    listed = [T("· {line}", line=Verbatim(one)) for one in texts]
    return Say(lines(head, *listed, T("Tell the technical office of them.")), ask)


def _stands(said: Say, step: Step) -> bool:
    """Whether what was said is still worth reading once more is said after it: a list that has grown since is not."""
    plain = not said.keyboard and not isinstance(step.scene, Reporting)
    return plain or (bool(said.keyboard) and all(button.standing for row in said.keyboard for button in row))
