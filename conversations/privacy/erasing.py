"""/esborra: what is erased and what stays, said before; then asked twice; then done at once (R54)."""

from __future__ import annotations

from collections.abc import Iterator

from conversations import menus
from conversations.protocol.changes import EraseMe
from conversations.protocol.facts import Application, Role, Seat, Status
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.mentoring import Assignment
from conversations.protocol.replies import Button, Edit, Reply, Say, column
from conversations.protocol.scenes import Erasing, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Calls, Contacts, Facts, Me, MyApplications, MyMentoring, Office
from conversations.protocol.words import Council, T, Words, lines, paragraphs
from conversations.rules import deadlines
from conversations.rules.pseudonyms import pseudonym

_OVER = (Status.WITHDRAWN, Status.NOT_ADMITTED)


def explain(did: Incoming, facts: Facts) -> Step:
    """What would be erased, what would stay, and what nobody here can reach."""
    says = paragraphs(
        lines(
            T(
                "<b>What is erased:</b> your name, position, e-mail, telephone and second contact; what you asked us; "
                "the messages that were sent to you; and your Telegram number."
            ),
            T(
                "<b>What stays:</b> the application, which is the council's, without your contact data; and figures "
                "without a name."
            ),
        ),
        lines(
            T(
                "Your full name is taken out of long answers too. Other names in them stay: correct the answer first, "
                "or write to {address}.",
                address=facts.house.controller.address,
            ),
            T("The PDFs are not kept here, but whoever received one still has it."),
            T("Earlier backups are not changed: they go when their time comes."),
            T("The messages of this chat are also in your Telegram: there you can erase them yourself."),
        ),
        *_consequences(did.person, facts),
    )
    rows = column(
        Button(T("Show me my data"), "mydata", standing=True),
        Button(T("Erase my data"), "erase"),
        Button(T("Leave them as they are"), "keep"),
    )
    return Step(Erasing(), (Say(says, rows),))


def _consequences(person: int, facts: Facts) -> Iterator[Words]:
    for application in _left_alone(person, facts):
        yield T(
            "Nobody else is a contact of the application of {council}: the technical office will be told so.",
            council=Council(application.body_name),
        )
    for one in _going_with(facts):
        yield T(
            "You go with {council}: it will need somebody else, and the technical office will be told so.",
            council=Council(one.grant.application.body_name),
        )
    if facts[Office()] == (person,):
        yield T("Nobody else is of the technical office in the bot: invite somebody first, with /convida.")


def handle(scene: Erasing, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The two answers; a button may also be typed."""
    if not isinstance(did, Press):
        return None
    match scene.sure, did.choice:
        case _, "keep":
            return Step(Idle(), (Edit(turn=turn), Say(T("Nothing has been erased."))))
        case False, "erase":
            rows = column(Button(T("Yes, erase them"), "sure"), Button(T("Leave them as they are"), "keep"))
            return Step(
                Erasing(sure=True), (Edit(turn=turn), Say(T("It cannot be undone. Erase your data now?"), rows))
            )
        case True, "sure":
            return _erase(did, facts)
        case _:
            return None


def _erase(did: Press, facts: Facts) -> Step:
    """The farewell comes last: what is written to the person up to it is redacted once it has arrived."""
    farewell = f"farewell:{did.update}"
    bare: tuple[Reply, ...] = () if did.typed else (Edit(message=did.message),)
    says = lines(
        T("Your data have been erased."),
        T("If you write here again, it will be like the first time."),
    )
    replies = (*others(did.person, facts), *bare, menus.menu(()), Say(says, once=farewell))
    return Step(Idle(), replies, (EraseMe(pseudonym(facts.token), farewell),))


def others(person: int, facts: Facts) -> tuple[Reply, ...]:
    """What the office and the councils that this person goes with hear of the erasure, without a name."""
    office = tuple(
        Say(_told(application), to=one)
        for application in _left_alone(person, facts)
        for one in facts[Office()]
        if one != person
    )
    return (*office, *_left_without(person, facts))


def _told(application: Application) -> Words:
    council = Council(application.body_name)
    if application.number:
        return T(
            "The contact of {council} has erased their data. Application {number} has no contact in the bot.",
            council=council,
            number=application.number,
        )
    return T("The contact of {council} has erased their data. Its draft has no contact in the bot.", council=council)


def _going_with(facts: Facts) -> list[Assignment]:
    """The packages that this person gives hours in, or was proposed for."""
    mine = facts[MyMentoring()].assignments if facts[Me()].holds(Role.MENTOR) else ()
    return [one for one in mine if one.alive]


def _left_without(person: int, facts: Facts) -> Iterator[Reply]:
    """The office hears which councils need somebody else, and the councils that somebody is looked for."""
    for one in _going_with(facts):
        council = Council(one.grant.application.body_name)
        office = T(
            "Whoever went with {council} has erased their data. Somebody else has to be looked for.", council=council
        )
        see = column(Button(T("Show the package"), f"package.{one.grant.id}", standing=True))
        yield from (Say(office, see, to=to) for to in facts[Office()] if to != person)
        theirs = lines(
            T("Whoever went with you does not go on."),
            T("The technical office is looking for somebody else. Your hours are kept."),
        )
        yield from (Say(theirs, to=to) for to in one.contacts if to != person)


def _left_alone(person: int, facts: Facts) -> list[Application]:
    """The applications in progress of which this person is the only contact."""
    today = deadlines.today(facts.now)
    going_on = {call.id for call in facts[Calls()] if call.sessions_to >= today}
    alone = {seat.body for seat in facts[Me()].contact_seats() if _only(seat, person, facts)}
    return [
        one for one in facts[MyApplications()] if one.body in alone and one.call in going_on and one.status not in _OVER
    ]


def _only(seat: Seat, person: int, facts: Facts) -> bool:
    return seat.role is Role.CONTACT and seat.body is not None and facts[Contacts(seat.body)] == (person,)
