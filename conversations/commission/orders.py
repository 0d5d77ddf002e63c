"""The proposed order of a service's list: shown with its reasons, changed by hand with one, and how diverse it is."""

from __future__ import annotations

from conversations.commission.meeting import BACK, bag
from conversations.commission.room import Room, service_name
from conversations.forms.application import TOPICS
from conversations.protocol.assessment import Outcome
from conversations.protocol.method import Rule
from conversations.protocol.replies import Button, Keyboard, Say, column
from conversations.protocol.scenes import Idle
from conversations.protocol.turn import Step
from conversations.protocol.words import Council, Joined, Listed, T, Words, lines, paragraphs
from conversations.rules import bags, scoring
from conversations.rules.conflicts import conflicts
from conversations.rules.decisions import SERVICES, STATUS
from conversations.rules.diversity import sentences, tallies
from conversations.rules.quorum import words
from conversations.rules.ranking import Position, Ranking, seen
from conversations.rules.states import for_office

LONGEST = 600


def show(service: str, room: Room) -> Step | None:
    """The order of a service, each place with its score, the scores themselves and one sentence (N9)."""
    if service not in room.rankings:
        return None
    if not room.over:
        says = T("The order is shown in the meeting: until then nobody sees the scores of the others.")
        return Step(None, (Say(says, column(BACK)),))
    return Step(Idle(), (Say(order(service, room), _rows(service, room)),))


def order(service: str, room: Room) -> Words:
    """The order as this person may see it: what is hidden has no place in it, for a place would tell of the score."""
    hidden = room.hidden()
    ranking = room.rankings[service]
    shown = seen(ranking, hidden)
    mine = [one for one in shown.positions if one.candidate.application not in hidden]
    away = [one.candidate for one in shown.positions if one.candidate.application in hidden]
    places = scoring.decimals(one.value for one in ranking.positions)
    reach = _reach(service, room)
    said: list[Words] = []
    for number, one in enumerate(mine, start=1):
        said.append(_position(number, one, ranking, places, room))
        if number == reach < len(mine) and not away:
            said.append(T("— The packages that are left reach down to here. —"))
    return paragraphs(
        lines(
            T(
                "<b>{service}: {requests} for {packages}</b>",
                service=service_name(service),
                requests=T("{n} request", "{n} requests", n=len(ranking.positions)),
                packages=T("{n} package", "{n} packages", n=ranking.places),
            ),
            bag(room.book, service),
        ),
        *said,
        T(
            "You are not shown {councils}, because you take no part in it.",
            councils=Listed(tuple(Council(one.body_name) for one in away)),
        )
        if away
        else None,
        T("The order was changed by hand. Reason: «{reason}»", reason=ranking.reason) if ranking.reason else None,
        T("It is only a proposal of calculation: the order and the decisions are the commission's."),
    )


def _reach(service: str, room: Room) -> int:
    """How far down the list the packages reach: those given in it, and those that are left."""
    own = set(room.rankings[service].order)
    given = [one for one in room.held.decisions if one.application in own and one.service == service]
    return sum(one.outcome is Outcome.GRANTED for one in given) + bags.places(room.book, service)


def _position(number: int, one: Position, ranking: Ranking, places: int, room: Room) -> Words:
    application = one.candidate.application
    council = Council(one.candidate.body_name)
    score = room.scores[application]
    ruling = room.held.ruling(application)
    if one.value is None:
        head: Words = T("{place}. <b>{council}</b>: without a score", place=number, council=council)
    else:
        head = T(
            "{place}. <b>{council}</b>: {score} ({totals})",
            place=number,
            council=council,
            score=scoring.figure(one.value, ranking.top, places),
            totals=Listed(score.totals),
        )
    return lines(
        head,
        T("Decided: {what}.", what=outcome(ruling.decision.outcome, ruling.decision.service)) if ruling else None,
        _who(one, room),
        T("Its place was given by hand.") if one.rule is Rule.MANUAL else one.why,
    )


def outcome(decided: Outcome, service: str | None) -> Words:
    """A decision in two words: what, and of which service."""
    state = for_office(STATUS[decided])
    return T("{state}, {service}", state=state, service=service_name(service)) if service else state


def _who(one: Position, room: Room) -> Words | None:
    """Who has not assessed it, where somebody has not: how many did, and who takes no part."""
    quorum = room.assessed(one.candidate)
    away = conflicts(room.held.members, one.candidate, room.held.declared)
    counted = room.scores[one.candidate.application].unable == 0 and quorum.given == quorum.may
    if counted and not away:
        return None
    names = Listed(tuple(room.name(found.reviewer) for found in away))
    return lines(
        words(quorum),
        T("{people} takes no part in it.", "{people} take no part in it.", n=len(away), people=names) if away else None,
    )


def undecided(service: str, room: Room) -> list[str]:
    """The applications of a list without a decision, in its order."""
    return [one for one in room.rankings[service].order if room.held.ruling(one) is None]


def _rows(service: str, room: Room) -> Keyboard:
    ranking = room.rankings[service]
    open_ones = undecided(service, room)
    writes = room.writes and bool(ranking.positions)
    accept = Button(T("Accept this order"), f"accept.{service}", standing=True)
    change = Button(T("Change the order"), f"arrange.{service}", standing=True)
    diverse = Button(T("Show how diverse the set is"), f"diverse.{service}", standing=True)
    return column(
        accept if writes and open_ones else None,
        change if writes and open_ones and len(ranking.positions) > 1 else None,
        diverse if ranking.positions else None,
        BACK,
    )


def blocked(service: str, room: Room) -> Step | None:
    """Why this person may not touch the order of a list: an application of it is not theirs to judge (R29c)."""
    away = [one.candidate for one in room.rankings[service].positions if not room.takes_part(one.candidate.application)]
    if not away:
        return None
    says = lines(
        T(
            "You take no part in {councils}, which is in this list.",
            councils=Listed(tuple(Council(one.body_name) for one in away)),
        ),
        T("Let somebody else of the commission write this down, with «I write it down»."),
    )
    return Step(None, (Say(says, column(BACK)),))


def diverse(service: str, room: Room) -> Step | None:
    """The diversity of the set that has the packages, or would have them; never a score of anybody (R26)."""
    if service not in room.rankings or not room.over:
        return None
    chosen, decided = _chosen(room)
    names: dict[str, Words] = {**SERVICES, **{topic: TOPICS.label(topic) for topic in TOPICS.ids()}}
    said = [
        Joined(sentences(tally, names), " ") for tally in tallies(chosen, room.held.candidates, decided) if tally.counts
    ]
    says = paragraphs(
        T("<b>How diverse the set is</b>: {n} request with a package, granted or by the order.",
          "<b>How diverse the set is</b>: {n} requests with a package, granted or by the order.",
          n=len(chosen)),
        lines(*said),
        T("It is of the whole set, to look at before deciding; it gives nobody points."),
    )  # fmt: skip
    return Step(None, (Say(says, column(Button(T("Show the order"), f"order.{service}", standing=True), BACK)),))


def _chosen(room: Room) -> tuple[list[str], dict[str, str]]:
    """The applications that have a package or would get one by the order, and the services of those decided."""
    decided = {
        one.decision.application: one.decision.service
        for one in room.held.rulings
        if one.decision.outcome is Outcome.GRANTED and one.decision.service
    }
    chosen = list(decided)
    for service in room.rankings:
        chosen += within(service, room)
    return chosen, decided


def within(service: str, room: Room) -> list[str]:
    """The first applications of a list that are not decided, as many as there are free packages today."""
    return undecided(service, room)[: bags.places(room.book, service)]
