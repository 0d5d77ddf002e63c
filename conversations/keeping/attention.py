"""«Cal una persona»: what only somebody of the office can settle, with the way to settle it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from conversations import onboarding
from conversations.decisions.arrivals import whom
from conversations.intake import late
from conversations.protocol.attention import Attention, Silent, Unreached
from conversations.protocol.facts import Application
from conversations.protocol.incoming import Press
from conversations.protocol.kept import SettleLetters
from conversations.protocol.replies import Button, Edit, Reply, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import (
    AccessRequestOf,
    ApplicationOf,
    Facts,
    LatePressOf,
    Me,
    NeedsAPerson,
    UnreachedBy,
)
from conversations.protocol.words import Council, T, Words, Written, lines
from conversations.rules import deadlines
from conversations.rules.roles import Action, may

PAGE = 6
_SNIPPET = 120

Item = tuple[Words, Button | None]


def card(facts: Facts) -> tuple[Reply, ...]:
    """The part of /inici that says how many things need a person; nothing when none does."""
    if not may(facts[Me()], Action.ATTEND):
        return ()
    n = len(list(items(facts[NeedsAPerson()], facts.now)))
    if not n:
        return ()
    says = T("<b>A person is needed</b> for {n} thing.", "<b>A person is needed</b> for {n} things.", n=n)
    return (Say(says, column(Button(T("Show me what needs a person"), "attend", standing=True))),)


def show(facts: Facts, page: int = 0) -> Step | None:
    """A page of what needs a person, the most pressing first."""
    if not may(facts[Me()], Action.ATTEND):
        return None
    listed = list(items(facts[NeedsAPerson()], facts.now))
    shown = listed[page * PAGE : (page + 1) * PAGE]
    if not shown:
        return Step(None, (Say(T("Nothing needs a person now.")),))
    more = Button(T("Show me the rest"), f"attend.{page + 1}", standing=True)
    rows = column(*(button for _, button in shown), more if len(listed) > (page + 1) * PAGE else None)
    says = lines(T("<b>A person is needed</b>"), *(T("· {what}", what=what) for what, _ in shown))
    return Step(None, (Say(says, rows),))


def items(found: Attention, now: datetime) -> Iterator[Item]:
    """What needs a person in words, each with the button that leads to settling it."""
    for press in found.late:
        council = Council(press.body_name)
        what = T("{council} pressed «send» while the bot was not working: it waits for your decision.", council=council)
        yield what, Button(T("Decide about {council}", council=council), f"latecard.{press.application}", standing=True)
    for one in found.unreached:
        yield unreached(one), Button(text_for(one), f"phonetext.{one.person}", standing=True)
    for asked in found.access:
        what = T("{name} asks for access for {council}.", name=asked.name, council=Council(asked.body_name))
        yield what, Button(T("Show the request: {name}", name=asked.name), f"access.{asked.id}", standing=True)
    for question in found.help:
        said = question.text if len(question.text) <= _SNIPPET else f"{question.text[:_SNIPPET]}…"
        what = T("{name} asks for help: “{text}”", name=question.name, text=said)
        yield what, Button(T("Answer: {name}", name=question.name), f"reply.{question.id}", standing=True)
    for silent in found.silent:
        if deadlines.today(now) > silent.due:
            button = Button(
                T("Show application {number}", number=silent.number), f"sheet.{silent.application}", standing=True
            )
            yield unanswered(silent), button
    if found.queue:
        yield queue(found.queue), None


def unreached(one: Unreached) -> Words:
    """Whom messages did not reach, and why."""
    n, council = len(one.letters), Council(one.body_name)
    if one.left:
        return T(
            "The contact of {council} no longer uses the bot: {n} message has not arrived. Phone them.",
            "The contact of {council} no longer uses the bot: {n} messages have not arrived. Phone them.",
            council=council,
            n=n,
        )
    return T(
        "{n} message for {council} could not be delivered, by our own fault. Phone them.",
        "{n} messages for {council} could not be delivered, by our own fault. Phone them.",
        council=council,
        n=n,
    )


def unanswered(one: Silent) -> Words:
    """Who has not answered in time what was missing."""
    council = Council(one.body_name)
    return T("{council} has not answered what was missing; it had until {day}.", council=council, day=one.due)


def text_for(one: Unreached) -> Words:
    """The label of the button that gives the text to read on the telephone."""
    return T("Send me the text for {council}", council=Council(one.body_name))


def queue(n: int) -> Words:
    """That messages do not go out as they should."""
    return T(
        "{n} message has been waiting for more than ten minutes: tell whoever looks after the bot.",
        "{n} messages have been waiting for more than ten minutes: tell whoever looks after the bot.",
        n=n,
    )


def phone_text(person: int, facts: Facts) -> Step | None:
    """The text of the messages that did not reach somebody, to be read on the telephone, and how to reach them."""
    found = _unreached(person, facts)
    if found is None:
        return None
    if not found:
        return Step(None, (Say(T("It has been settled already.")),))
    (one,) = found
    head = lines(
        T("<b>{council}</b>", council=Council(one.body_name)),
        T("Contact in the bot: {name}.", name=one.name) if one.name else None,
        _reach(one.application),
    )
    texts = tuple(Say(Written(text)) for _, text in one.letters)
    done = Say(
        T("Once they know, press the button."),
        column(Button(T("They know it now"), f"phoned.{one.person}", standing=True)),
    )
    return Step(None, (Say(head), *texts, done))


def _reach(application: Application | None) -> Words:
    if application is None:
        return T("It gave no telephone and no address: phone the council's switchboard.")
    return whom(application)


def phoned(person: int, did: Press, facts: Facts) -> Step | None:
    """Somebody was told by telephone: it needs nobody any more."""
    found = _unreached(person, facts)
    if found is None:
        return None
    done = Edit(message=did.message)
    if not found:
        return Step(None, (done, Say(T("It has been settled already."))))
    (one,) = found
    says = T("Noted: {council} knows it.", council=Council(one.body_name))
    return Step(None, (done, Say(says)), (SettleLetters(one.person, tuple(letter for letter, _ in one.letters)),))


def _unreached(person: int, facts: Facts) -> tuple[Unreached, ...] | None:
    return facts[UnreachedBy(person)] if may(facts[Me()], Action.ATTEND) else None


def access_card(key: int, facts: Facts) -> Step | None:
    """A request for access again, with its two buttons."""
    request = facts[AccessRequestOf(key)]
    if request is None or not may(facts[Me()], Action.DECIDE_ACCESS):
        return None
    if request.decided is not None:
        return Step(None, (Say(T("It has been settled already.")),))
    return Step(None, (onboarding.asked(request),))


def late_card(key: str, facts: Facts) -> Step | None:
    """A press that came late again, with its two buttons."""
    application, press = facts[ApplicationOf(key)], facts[LatePressOf(key)]
    if application is None or press is None or not may(facts[Me()], Action.REVIEW):
        return None
    if press.decided is not None:
        return Step(None, (Say(T("It has been settled already.")),))
    return Step(None, (late.question(application),))
