"""What /inici says of mentoring: to whoever gives hours, and to the council that somebody goes with."""

from __future__ import annotations

from conversations.mentoring import agreeing, parting, people, profiles, unanswered
from conversations.mentoring.wanted import WITH_HOURS
from conversations.privacy.telling import lacking
from conversations.protocol.facts import Role
from conversations.protocol.mentoring import Assignment, Side
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.wants import Facts, Me, MyApplications, MyAssignments, MyMentoring
from conversations.protocol.words import Minutes, T, Words, lines, paragraphs


def giving(facts: Facts) -> tuple[Say, ...]:
    """To a mentor or adviser: what is asked of them, whom they go with and what they offer."""
    if not facts[Me()].holds(Role.MENTOR):
        return ()
    head = T("<b>Mentoring and advice</b>")
    if lacking(facts):
        says = lines(head, T("The network invites you to go with other councils."))
        return (Say(says, column(Button(T("Continue"), "mentoring", standing=True))),)
    mine = facts[MyMentoring()]
    asked = [one for one in mine.assignments if one.alive and not one.agreed]
    going = [one for one in mine.assignments if one.agreed]
    said: list[Words] = [_line(one) for one in going]
    rows = [
        Button(T("{council}", council=people.council(one.grant)), f"golook.{one.id}", standing=True) for one in going
    ]
    if going:
        rows.append(Button(T("Show me the sessions"), "sessions", standing=True))
        said.append(T("After a session, write it here in a sentence: «Yesterday 2 h, remote: small contracts»."))
    if not going and not asked:
        said.append(T("You go with nobody yet. You will be told when the technical office proposes a council."))
    if mine.profiles:
        offer, own = profiles.own(mine.profiles)
        said.append(lines(T("What you offer:"), offer))
        rows += [button for row in own for button in row]
    questions = tuple(
        Say(agreeing.asks_mentor(one, facts), agreeing.buttons_mentor(one)) for one in asked if one.by_mentor is None
    )
    return (Say(paragraphs(lines(head, *said[: len(going)]), *said[len(going) :]), column(*rows)), *questions)


def _line(one: Assignment) -> Words:
    return T(
        "{council}: {done} of {granted}.",
        council=people.council(one.grant),
        done=Minutes(one.grant.consumed),
        granted=Minutes(one.grant.granted),
    )


def received(facts: Facts) -> tuple[Say, ...]:
    """To a council: who goes with it, or whether whoever was proposed is all right."""
    if not any(one.status in WITH_HOURS for one in facts[MyApplications()]):
        return ()
    alive = [one for one in facts[MyAssignments()] if one.alive]
    asked = [one for one in alive if not one.agreed and one.by_council is None]
    going = tuple(Say(*parting.seen(one, Side.COUNCIL, facts.now)) for one in alive if one.agreed)
    return (
        *going,
        *(Say(agreeing.asks_council(one), agreeing.buttons_council(one)) for one in asked),
        *_waiting(facts),
    )


def _waiting(facts: Facts) -> tuple[Say, ...]:
    """That sessions wait for the council, if any do, with the way to them."""
    n = len(unanswered.of_council(facts))
    if not n:
        return ()
    says = T("{n} session waits for your answer.", "{n} sessions wait for your answer.", n=n)
    return (Say(says, column(Button(T("Show me the sessions"), "sessions", standing=True))),)
