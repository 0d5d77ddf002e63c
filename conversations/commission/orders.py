"""The proposed order of a service's list: shown with its reasons, changed by hand with one, and how diverse it is."""

from __future__ import annotations

from dataclasses import replace

from conversations.commission.meeting import BACK, bag
from conversations.commission.room import Room, service_name
from conversations.forms.application import TOPICS
from conversations.intake.known import too_long
from conversations.protocol.assessment import Outcome
from conversations.protocol.changes import ArrangeOrder
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, Keyboard, Say, column
from conversations.protocol.scenes import Idle, Ordering
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
    said: list[Words] = []
    for number, one in enumerate(mine, start=1):
        said.append(_position(number, one, ranking, places, room))
        if number == ranking.places < len(mine) and not away:
            said.append(T("— The {n} packages reach down to here. —", n=ranking.places))
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
        one.why,
    )


def outcome(decided: Outcome, service: str | None) -> Words:
    """A decision in two words: what, and of which service."""
    state = for_office(STATUS[decided])
    return T("{state}, {service}", state=state, service=service_name(service)) if service else state


def _who(one: Position, room: Room) -> Words | None:
    """Who has not assessed it, where somebody has not: how many did, and who takes no part."""
    quorum = room.quorum(one.candidate)
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


# --- changing the order by hand


def arrange(service: str, room: Room) -> Step | None:
    """Begins to change the order of a list."""
    if service not in room.rankings or not room.writes:
        return None
    if (stop := blocked(service, room)) is not None:
        return stop
    scene = Ordering(service, room.rankings[service].order)
    return Step(scene, (_ask_which(scene, room),))


def _council(application: str, room: Room) -> Council:
    return Council(room.held.applications[application].body_name)


def _names(scene: Ordering, room: Room) -> Words:
    return lines(
        *(
            T("{place}. {council}", place=place, council=_council(one, room))
            for place, one in enumerate(scene.order, start=1)
        )
    )


def _ask_which(scene: Ordering, room: Room) -> Say:
    ranking = room.rankings[scene.service]
    changed = scene.order != ranking.order
    head = T("<b>{service}</b>: the order as it would be", service=service_name(scene.service))
    rows = [Button(T("{council}", council=_council(one, room)), f"move.{n}") for n, one in enumerate(scene.order)]
    back = Button(T("Go back to the order of the rules"), "reset") if ranking.reason and not changed else None
    return Say(
        paragraphs(lines(head, _names(scene, room)), T("Which one moves?")),
        column(*rows, Button(T("Save this order"), "save") if changed else None, back, Button(T("Leave it"), "leave")),
    )


def arranging(scene: Ordering, did: Incoming, room: Room, turn: int) -> Step | None:
    """Which one moves, to which place, and why."""
    ranking = room.rankings.get(scene.service)
    if ranking is None or not room.writes or blocked(scene.service, room):
        return None
    if sorted(scene.order) != sorted(ranking.order):
        again = Ordering(scene.service, ranking.order)
        return Step(
            again, (Edit(turn=turn), Say(T("The applications have changed meanwhile.")), _ask_which(again, room))
        )
    if scene.because:
        return _because(scene, did, room, turn)
    if not isinstance(did, Press):
        return None
    action, _, rest = did.choice.partition(".")
    number = int(rest) if rest.isascii() and rest.isdigit() and len(rest) < 4 else -1
    match action:
        case "leave":
            return Step(Idle(), (Edit(turn=turn), Say(T("Left: nothing has changed."), column(_again(scene)))))
        case "move" if 0 <= number < len(scene.order):
            picked = replace(scene, moving=scene.order[number])
            return Step(picked, (Edit(turn=turn), _ask_where(picked, room)))
        case "place" if 0 <= number < len(scene.order) and scene.moving in scene.order:
            moved = _moved(scene, number)
            return Step(moved, (Edit(turn=turn), _ask_which(moved, room)))
        case "save" if scene.order != ranking.order:
            says = T("Why? Write the reason; it stands in the proposed minutes.")
            why = replace(scene, because=True)
            return Step(why, (Edit(turn=turn), Say(says, column(Button(T("Go back"), "back")))))
        case "reset" if ranking.reason:
            says = T("The order is again the one of the rules.")
            change = ArrangeOrder(room.call.id, scene.service, (), "")
            return Step(Idle(), (Edit(turn=turn), Say(says, column(_again(scene)))), (change,))
        case _:
            return None


def _again(scene: Ordering) -> Button:
    return Button(T("Show the order"), f"order.{scene.service}", standing=True)


def _ask_where(scene: Ordering, room: Room) -> Say:
    now = scene.order.index(scene.moving)
    rows = [Button(T("Place {n}", n=place + 1), f"place.{place}") for place in range(len(scene.order)) if place != now]
    says = T(
        "{council} is now at place {n}. At which one should it be?", council=_council(scene.moving, room), n=now + 1
    )
    return Say(says, column(*rows, Button(T("Leave it"), "leave")))


def _moved(scene: Ordering, place: int) -> Ordering:
    rest = [one for one in scene.order if one != scene.moving]
    return replace(scene, order=(*rest[:place], scene.moving, *rest[place:]), moving="")


def _because(scene: Ordering, did: Incoming, room: Room, turn: int) -> Step | None:
    match did:
        case Press(choice="back"):
            back = replace(scene, because=False)
            return Step(back, (Edit(turn=turn), _ask_which(back, room)))
        case Text(text=text) if len(text) > LONGEST:
            return Step(scene, (Say(too_long(len(text), LONGEST)),))
        case Text(text=text) if text.strip():
            says = lines(
                T("<b>{service}</b>: the new order is saved.", service=service_name(scene.service)),
                _names(scene, room),
                T("Reason: «{reason}»", reason=text.strip()),
            )
            change = ArrangeOrder(room.call.id, scene.service, scene.order, text.strip())
            return Step(Idle(), (Edit(turn=turn), Say(says, column(_again(scene), BACK))), (change,))
        case _:
            return None
