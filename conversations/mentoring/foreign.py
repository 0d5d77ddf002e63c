"""The council that was written and is none of those one goes with: its name, and whether one went with it before."""

from __future__ import annotations

from dataclasses import replace

from conversations.intake.known import moment
from conversations.mentoring import pending
from conversations.mentoring.drafts import COUNCIL, Draft, of_reading
from conversations.mentoring.pending import Pending
from conversations.protocol.facts import Role
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import Assignment, AssignmentState
from conversations.protocol.wants import Facts, Me, MyMentoring
from conversations.protocol.words import Council, T, Words
from conversations.rules.council_words import stripped
from conversations.rules.deadlines import MADRID
from conversations.rules.plain import words
from conversations.rules.session_report import Reading, Reason, read


def not_yours(written: str, facts: Facts) -> Words:
    """Says that one does not go with the council that was written, with its name if it can be no other."""
    found = facts.house.finder.find(written).certain if written else None
    return _said(found.name if found else "")


def remembered(desk: Pending, facts: Facts) -> Pending:
    """With the sessions of a council that one went with before as what they are: only the office can note them, so that
    none of the others is asked for instead (R39)."""
    if desk.behalf or desk.told:
        return desk
    drafts, past, went = [], list(desk.past), former(facts)
    for draft in desk.drafts:
        past += [one for one in went if one.id == draft.assignment and one not in past]
        of = _former(draft.stranger, desk, facts) if draft.doubts.get(COUNCIL) == Reason.UNKNOWN_COUNCIL else None
        if of is not None:
            draft = replace(draft.sure(COUNCIL, of.id), stranger="")
            past += [] if of in past else [of]
        drafts.append(draft)
    return replace(desk, drafts=tuple(drafts), past=tuple(past))


def told(reading: Reading, desk: Pending, did: Text, facts: Facts, message: int) -> tuple[Draft, ...]:
    """The sessions of a message, one draft each; of several, those of a council that one went with before are its own
    and of no other."""
    said = f" {' '.join(stripped(words(did.text)))} "
    own = {one.grant.application.body_name for one in desk.mine}
    named = [one for one in former(facts) if f" {' '.join(stripped(words(one.grant.application.body_name)))} " in said]
    went = [one for one in named if one.grant.application.body_name not in own]
    if not reading.sessions or desk.behalf or not went:
        return of_reading(reading, desk.mine, message, did.text)
    packages = (*desk.mine, *went)
    return of_reading(pending.understood(did.text, did, Pending(packages), facts), packages, message, did.text)


def former(facts: Facts) -> tuple[Assignment, ...]:
    """The packages in which the person went with a council until somebody else, or nobody, did; the newest first."""
    if not facts[Me()].holds(Role.MENTOR):
        return ()
    ended = (AssignmentState.REPLACED, AssignmentState.ENDED)
    went = [one for one in facts[MyMentoring()].assignments if one.state in ended and one.exchanged is not None]
    return tuple(sorted(went, key=lambda one: one.id, reverse=True))


def _former(written: str, desk: Pending, facts: Facts) -> Assignment | None:
    found = facts.house.finder.find(written).certain if written else None
    if found is None or any(one.grant.application.body_name == found.name for one in desk.mine):
        return None
    return next((one for one in former(facts) if one.grant.application.body_name == found.name), None)


def not_yours_to_come(did: Text, desk: Pending, facts: Facts) -> Words:
    """The same of the council of a session to come."""
    said = f" {' '.join(stripped(words(did.text)))} "
    councils = facts.house.finder.councils
    own = [one.grant.application.body_name for one in desk.mine]
    local = moment(did, facts).astimezone(MADRID)

    def meant(name: str) -> bool:
        reading = read(
            did.text, sent=local, window=pending.window(desk, facts), assigned=[*own, name], councils=councils
        )
        return reading.proposal is not None and reading.proposal.council == name

    written = [one for one in councils if one not in own and f" {' '.join(stripped(words(one)))} " in said]
    longest = max((len(one) for one in written), default=0)
    names = [one for one in written if len(one) == longest and meant(one)]
    return _said(names[0] if len(names) == 1 else "")


def _said(name: str) -> Words:
    if not name:
        return T("The council that you wrote is not one of those you go with.")
    return T("{council} is not one of the councils you go with.", council=Council(name))
