"""Sessions told one after another wait together: none is lost, none is there twice, and each keeps its own words."""

from __future__ import annotations

import re
from dataclasses import replace

from conversations.mentoring import cards, coming, foreign, pending, waiting
from conversations.mentoring.checking import in_the_same_words
from conversations.mentoring.drafts import COUNCIL, DAY, MINUTES, TOPIC, Draft, of_reading
from conversations.mentoring.pending import Pending
from conversations.protocol.incoming import Text
from conversations.protocol.replies import Edit, Say
from conversations.protocol.scenes import Reporting
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T, lines
from conversations.rules.session_report import Field, Kind, Reading

MOST_WAITING = 12
"""More sessions than these are no list that somebody can look through before saving it."""

THERE_ALREADY = T("It was waiting already, and is not there twice:")


def first(reading: Reading, desk: Pending, did: Text, facts: Facts) -> Step:
    """The sessions of a message, with nothing else waiting; for the office too, whose words are nobody's message."""
    message = 0 if desk.behalf else did.message
    told = coming.told(reading, foreign.told(reading, desk, did, facts, message), did, facts)
    if (plan := coming.planned(told, did, desk, facts)) is not None:
        return plan
    fresh = replace(desk, drafts=told.held or told.coming)
    if not told.held:
        return cards.show(fresh, facts)
    return cards.show(fresh, facts).after(*coming.aside(told, did, fresh, facts))


def of_before(did: Text, facts: Facts) -> Step | None:
    """A session of a council that somebody went with, and goes with none now: only the office can note it. None for
    words that tell none, and for somebody who never went with any."""
    went = foreign.former(facts)
    desk = Pending(())
    reading = pending.understood(did.text, did, desk, facts) if went else None
    if reading is None or not reading.is_report:
        return None
    drafts = of_reading(reading, (), did.message, did.text)
    only = went[0] if len({one.grant.application.body for one in went}) == 1 else None
    if only is not None and not any(one.stranger for one in drafts):
        drafts = tuple(one.sure(COUNCIL, only.id) for one in drafts)
        desk = replace(desk, past=(only,))
    desk = foreign.remembered(replace(desk, drafts=drafts), facts)
    return cards.show(desk, facts) if all(desk.assignment(one) for one in desk.drafts) else None


def joined(reading: Reading, desk: Pending, did: Text, facts: Facts, turn: int) -> Step:
    """The sessions of one more message wait with those that wait already, and whatever is left out is said."""
    message = 0 if desk.behalf else did.message
    kept = desk.drafts
    again, left_out = False, 0
    told = coming.told(reading, foreign.told(reading, desk, did, facts, message), did, facts)
    for one in told.held:
        if any(in_the_same_words(one, other) for other in kept):
            again = True
        elif len(kept) == MOST_WAITING:
            left_out += 1
        else:
            kept = (*kept, one)
    fresh = replace(desk, drafts=kept)
    said = [*coming.aside(told, did, fresh, facts)] if kept != desk.drafts or not told.held else []
    if again:
        said.append(Say(THERE_ALREADY))
    if left_out:
        full = T("{n} sessions wait already, and no more fit.", n=MOST_WAITING)
        said.append(Say(lines(full, T("Save them, and then send the last message again."))))
    moved = waiting.MOVED if len(kept) > len(desk.drafts) else None
    return cards.show(fresh, facts).after(Edit(moved, turn=turn), *said)


def tells_another(reading: Reading, text: str, desk: Pending, draft: Draft, field: str) -> bool:
    """Whether a message that says what happened cannot be the answer about a session, because it says something else
    of what is known of it: then it tells another one."""
    if reading.kind is not Kind.REPORT or field == TOPIC:
        return False
    if _ONE_MORE.match(text):
        return True
    known = {
        DAY: (Field.DATE, reading.date, draft.day),
        MINUTES: (Field.MINUTES, reading.minutes, draft.minutes),
        COUNCIL: (Field.COUNCIL, reading.council, _council(desk, draft) or None),
    }
    return any(
        of in reading.spans and before is not None and before != now
        for name, (of, now, before) in known.items()
        if name not in (field, *draft.doubts)
    )


_ONE_MORE = re.compile(
    r"\W*(?:(?:ah|i|ai),? )*(?:també|tambe|a més|a mes|altra|una altra|i una altra)\b", re.IGNORECASE
)
_BARE = frozenset({Field.DATE, Field.MINUTES, Field.MODALITY})
_FEW_WORDS = 3


def bare(reading: Reading, text: str) -> bool:
    """Whether a message is one value and nothing else: «3h», «presencial», «dilluns». Of what is on the screen it says
    that it was otherwise, and it tells no other session."""
    said = {one for one, spans in reading.spans.items() if spans}
    return len(said) == 1 and said <= _BARE and len(text.split()) <= _FEW_WORDS


def puts_right(reading: Reading, draft: Draft) -> bool:
    """Whether a message is about a session that waits, and not another one."""
    if reading.kind is Kind.CORRECTION:
        return True
    another = Field.DATE in reading.spans and draft.day is not None and draft.day != reading.date
    council = Field.COUNCIL in reading.spans and COUNCIL not in draft.doubts and bool(draft.assignment)
    return not another and not council


def about(reading: Reading, desk: Pending, scene: Reporting) -> int:
    """The place of the session that a correction is about: the one with the council and the day that it names, the
    one that is being asked about, or the one told last."""
    places = list(range(len(desk.drafts)))
    if Field.COUNCIL in reading.spans and reading.council:
        theirs = [at for at in places if _council(desk, desk.drafts[at]) == reading.council]
        places = theirs or places
    if Field.DATE in reading.spans and reading.date:
        places = [at for at in places if desk.drafts[at].day == reading.date] or places
    return scene.place if scene.field and scene.place in places else places[-1]


def _council(desk: Pending, draft: Draft) -> str:
    assignment = desk.assignment(draft)
    return assignment.grant.application.body_name if assignment else ""
