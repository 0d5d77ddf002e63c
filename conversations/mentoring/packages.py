"""The office's packages: who still has nobody, who goes with whom, and who could, with the reasons (R11)."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.mentoring import agreeing, listing, people, sayings
from conversations.protocol.facts import Membership, Status
from conversations.protocol.incoming import Press
from conversations.protocol.mentored import AssignMentor
from conversations.protocol.mentoring import Assignment, AssignmentState, Grant, Mentor, Side
from conversations.protocol.replies import Button, Keyboard, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import AssignmentsIn, Calls, Facts, Grants, Me, Mentors, Register
from conversations.protocol.words import Joined, Listed, Minutes, T, Words, lines, paragraphs
from conversations.rules import deadlines, matching, states, windows
from conversations.rules.decisions import SERVICES
from conversations.rules.matching import Bar, Reason, Suggestion
from conversations.rules.membership import membership
from conversations.rules.moves import BY_SESSIONS
from conversations.rules.roles import Action, may

PAGE = 8
MOST_SUGGESTED = 3


def show(facts: Facts, page: int = 0) -> Step | None:
    """The packages of the call at hand: first those that nobody goes with."""
    call = windows.at_hand(facts[Calls()], facts.now)
    if not may(facts[Me()], Action.SUGGEST):
        return None
    if call is None:
        return Step(None, (Say(T("No call has been opened yet.")),))
    packages = sorted(facts[Grants(call.id)], key=lambda one: (_alive(facts, one) is not None, one.application.number))
    shown = packages[page * PAGE : (page + 1) * PAGE]
    waiting = sum(_alive(facts, one) is None and one.status in BY_SESSIONS for one in packages)
    head = lines(
        T("<b>Mentoring and advice</b> of the {call}", call=call.name),
        T("{n} package is confirmed.", "{n} packages are confirmed.", n=len(packages))
        if packages
        else T("No council has confirmed its hours yet."),
        T("{n} has nobody yet.", "{n} have nobody yet.", n=waiting) if waiting else None,
    )
    rows = [Button(_line(facts, one), f"package.{one.id}", standing=True) for one in shown]
    more = Button(T("Show me the next ones"), f"packages.{page + 1}", standing=True)
    givers = Button(T("Show who gives hours"), "givers", standing=True)
    return Step(None, (Say(head, column(*rows, more if len(packages) > (page + 1) * PAGE else None, givers)),))


def _line(facts: Facts, grant: Grant) -> Words:
    alive = _alive(facts, grant)
    with_whom = T("nobody yet") if alive is None else people.whose(alive.mentor)
    if grant.status not in BY_SESSIONS:
        with_whom = states.for_office(grant.status)
    return T(
        "{number} · {body}: {who}",
        number=(grant.application.number or "").rpartition("-")[2],
        body=grant.application.body_name,
        who=with_whom,
    )


def _alive(facts: Facts, grant: Grant) -> Assignment | None:
    return next((one for one in of_package(facts, grant.id) if one.alive), None)


def of_package(facts: Facts, application: str) -> Sequence[Assignment]:
    """Every assignment of a package, oldest first."""
    call = application.partition(".")[0]
    return [one for one in facts[AssignmentsIn(call)] if one.grant.id == application]


def package(choice: str, facts: Facts) -> Step | None:
    """One package: who goes with it and what can be done, or who could."""
    found = find(choice.partition(".")[2], facts)
    return None if found is None else Step(None, (card(found, facts),))


def find(application: str, facts: Facts) -> Grant | None:
    """A package of the call at hand, for the office."""
    call = windows.at_hand(facts[Calls()], facts.now)
    if call is None or not may(facts[Me()], Action.SUGGEST):
        return None
    return next((one for one in facts[Grants(call.id)] if one.id == application), None)


def card(grant: Grant, facts: Facts) -> Say:
    """A package as the office sees it."""
    head = lines(
        T("<b>{number}</b> · {council}", number=grant.application.number or "", council=people.council(grant)),
        T(
            "{service}: {hours}. Done: {done}.",
            service=SERVICES[grant.service],
            hours=Minutes(grant.granted),
            done=Minutes(grant.consumed),
        ),
        T("«{title}»", title=people.title(grant)),
    )
    alive = _alive(facts, grant)
    held, rows = _sessions(grant, facts)
    if alive is not None:
        return Say(paragraphs(head, standing(alive), *held), (*rows, *agreeing.office_buttons(alive)))
    if grant.status is not Status.ACCEPTED:
        state = T("State: {state}.", state=states.for_office(grant.status))
        return Say(paragraphs(lines(head, state), *held), rows)
    asks = _suggestions(grant, head, facts)
    return Say(paragraphs(asks.text, *held), (*asks.keyboard, *rows)) if held else asks


def _sessions(grant: Grant, facts: Facts) -> tuple[list[Words], Keyboard]:
    """The sessions of a package with everybody who has gone with its council, and where each stands; each list opens
    with a button."""
    told = [(one, said) for one in of_package(facts, grant.id) if (said := listing.listed(one, Side.OFFICE))]
    says: list[Words] = [lines(T("Sessions with {who}:", who=people.who(one.mentor)), *said) for one, said in told]
    if len(told) != 1:
        named = (
            Button(T("Show the sessions with {name}", name=one.mentor.name), f"slist.{one.id}", standing=True)
            for one, _ in told
        )
        return says, column(*named)
    ((one, _),) = told
    return [*says, sayings.totals(one)], column(Button(T("Show the sessions"), f"slist.{one.id}", standing=True))


def standing(assignment: Assignment) -> Words:
    """Who goes with a council and what each side has said."""
    who = people.who(assignment.mentor)
    if assignment.agreed:
        paused = T("The sessions are paused.") if assignment.paused else None
        return lines(T("{who} goes with it.", who=who), paused)
    return lines(
        T("{who} has been proposed.", who=who),
        T("{who}: has accepted.", who=who) if assignment.by_mentor else T("{who}: no answer yet.", who=who),
        T("{council}: has accepted.", council=people.council(assignment.grant))
        if assignment.by_council
        else T("{council}: no answer yet.", council=people.council(assignment.grant)),
    )


def _suggestions(grant: Grant, head: Words, facts: Facts) -> Say:
    call = grant.application.call
    gone = (AssignmentState.DECLINED, AssignmentState.REPLACED)
    declined = {one.mentor.id for one in of_package(facts, grant.id) if one.state in gone}
    found = matching.suggest(grant, facts[Mentors(call)], members(facts), declined)
    topics = people.asked_topics(grant)
    asked = lines(
        T("Topics: {topics}.", topics=people.topics(topics)) if topics else None,
        T("Nobody goes with it yet."),
    )
    invite = Button(T("Invite somebody"), "addmentor", standing=True)
    if not found:
        nobody = T("Nobody of those who give hours can go with it. Invite somebody.")
        return Say(paragraphs(lines(head, asked), nobody), column(invite))
    said = [_suggested(place, one) for place, one in enumerate(found[:MOST_SUGGESTED], start=1)]
    rows = [
        Button(T("Propose {name}", name=one.mentor.name), f"assign.{one.mentor.id}.{grant.id}", standing=True)
        for one in found[:MOST_SUGGESTED]
    ]
    everybody = Button(T("Show everybody"), f"givers.{grant.id}", standing=True)
    more = everybody if len(found) > MOST_SUGGESTED else None
    return Say(paragraphs(lines(head, asked), T("It could be:"), lines(*said)), column(*rows, more))


def members(facts: Facts) -> frozenset[str]:
    """The bodies that belong to the network today, by the register."""
    today = deadlines.today(facts.now)
    bodies = facts[Register()].values()
    return frozenset(one.id for one in bodies if membership(one, today) is Membership.MEMBER)


def _suggested(place: int, one: Suggestion) -> Words:
    why = [_REASONS[reason] for reason in one.reasons if reason in _REASONS]
    if one.topics:
        why.insert(0, T("topics: {topics}", topics=people.topics(one.topics)))
    n = sayings.grammatical(one.mentor.left)
    left = T("{hours} is left", "{hours} are left", n=n, hours=Minutes(one.mentor.left))
    return T(
        "{place}. {who}: {why}.",
        place=place,
        who=people.who(one.mentor),
        why=_listed([*why, left]),
    )


def _listed(parts: Sequence[Words]) -> Words:
    return Joined(tuple(parts), "; ")


_REASONS: dict[Reason, T] = {
    Reason.WISH: T("it is the one that the council would like"),
    Reason.MODALITY: T("can meet as the council prefers"),
    Reason.SIZE: T("a council of a like size"),
    Reason.COMARCA: T("the same comarca"),
    Reason.FEW_HOURS: T("has not hours enough left for all of it"),
    Reason.DECLINED: T("has already declined it or left it"),
}


_BARS: dict[Bar, T] = {
    Bar.OWN_COUNCIL: T("Nobody goes with their own council."),
    Bar.NO_MENTORING: T("The technical service gives advice; mentoring is given by people of member councils."),
    Bar.PAUSED: T("This person is not giving hours now."),
    Bar.NOT_A_MEMBER: T("The register does not have their council as a member. It is for you to judge."),
}
"""Why somebody cannot be proposed, as the office reads it."""


def assign(choice: str, did: Press, facts: Facts) -> Step | None:
    """Proposes somebody for a package, to both sides."""
    number, _, application = choice.partition(".")[2].partition(".")
    grant = find(application, facts)
    if grant is None or not may(facts[Me()], Action.ASSIGN):
        return None
    mentor = next((one for one in facts[Mentors(grant.application.call)] if str(one.id) == number), None)
    if mentor is None:
        return None
    if (alive := _alive(facts, grant)) is not None:
        says = lines(T("This package has somebody already."), standing(alive))
        return Step(None, (Say(says, agreeing.office_buttons(alive)),))
    if grant.status is not Status.ACCEPTED:
        return Step(None, (Say(T("State: {state}.", state=states.for_office(grant.status))),))
    barred = [one for one in matching.bars(mentor, grant, members(facts)) if one in matching.HARD]
    if barred:
        return Step(None, (Say(_BARS[barred[0]]),))
    return _proposed(grant, mentor, did, facts)


def _proposed(grant: Grant, mentor: Mentor, did: Press, facts: Facts) -> Step:
    new = Assignment(did.update, mentor, grant, AssignmentState.PROPOSED, facts.now, contacts=grant.contacts)
    says = lines(
        T("<b>Proposed</b>: {who} for {council}.", who=people.who(mentor), council=people.council(grant)),
        T("Both sides have been asked. You will be told what they say."),
        _to_be_phoned(new),
    )
    told = (
        *people.to_mentor(new, did, agreeing.asks_mentor(new, facts), agreeing.buttons_mentor(new)),
        *people.to_council(new, did, agreeing.asks_council(new), agreeing.buttons_council(new)),
    )
    return Step(None, (Say(says, agreeing.office_buttons(new)), *told), (AssignMentor(new.id, grant.id, mentor.id),))


def _to_be_phoned(assignment: Assignment) -> Words | None:
    """Who has to be phoned, because the bot cannot reach them."""
    absent = (
        *(() if assignment.mentor.person else (people.who(assignment.mentor),)),
        *(() if assignment.contacts else (people.council(assignment.grant),)),
    )
    return T("Not in the bot, phone them: {who}.", who=Listed(absent)) if absent else None
