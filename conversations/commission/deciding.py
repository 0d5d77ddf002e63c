"""Deciding an application: what the commission agrees is written down, with the reason or the note that it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conversations import free_text
from conversations.commission import orders
from conversations.commission.meeting import BACK, DECIDED, bag
from conversations.commission.room import Room, of_service, service_name
from conversations.commission.taken import undo
from conversations.commission.taking import moves_hours, said, taken, try_out, untouchable
from conversations.protocol.assessment import Candidate, Decision, Outcome, Ruling
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, Keyboard, Say, column
from conversations.protocol.scenes import Deciding, Idle
from conversations.protocol.turn import Step
from conversations.protocol.words import Council, Listed, Minutes, T, Verbatim, Words, lines
from conversations.rules import bags, scoring
from conversations.rules.decisions import WORDS, Lack
from conversations.rules.hours import minutes_in
from conversations.rules.quorum import Footing, words
from conversations.rules.settling import makes_room
from conversations.rules.waiting import last_position, waiting

LONGEST = 800
LONGEST_HOURS = 40
LONGEST_LABEL = 40


def open_one(application: str, room: Room) -> Step | None:
    """Asks what the commission agrees on an application."""
    if application not in room.held.applications:
        return None
    if (why := untouchable(application, room)) is not None:
        return Step(None, (Say(why, column(BACK)),))
    return Step(Deciding(application), (_ask(application, room),))


def _ask(application: str, room: Room) -> Say:
    candidate = room.held.candidate(application)
    assert candidate is not None
    service, council = room.place(candidate), Council(candidate.body_name)
    within = application in orders.within(service, room)
    ruling = room.held.ruling(application)
    left = bags.places(room.book, service)
    head: Words = T("{council} is left without a package {of}.", council=council, of=of_service(service))
    if within:
        head = T(
            "{council} is among the first, and {packages} {of}.",
            council=council,
            packages=T("there is {n} package", "there are {n} packages", n=left),
            of=of_service(service),
        )
    if ruling is not None:
        head = T(
            "{council} is decided: {what}. Nobody has been told yet.",
            council=council,
            what=orders.outcome(ruling.decision.outcome, ruling.decision.service),
        )
    says = lines(
        head,
        T("Asks for {service}: «{title}»", service=service_name(candidate.wants), title=candidate.title),
        _score(candidate, room),
        *(bag(room.book, one.id) for one in room.call.services),
        T("What does the commission agree?"),
    )
    return Say(says, _choices(candidate, service, ruling, room))


def _score(candidate: Candidate, room: Room) -> Words:
    score = room.scores[candidate.application]
    told = words(room.assessed(candidate))
    value = score.value(room.method)
    if value is None:
        return lines(T("Without a score."), told)
    figure = scoring.figure(value, score.top)
    return lines(T("Score: {score} ({totals}).", score=figure, totals=Listed(score.totals)), told)


def _choices(candidate: Candidate, service: str, ruling: Ruling | None, room: Room) -> Keyboard:
    own = service_name(service)
    package = next(one.package for one in room.call.services if one.id == service)
    tried = try_out(Decision(candidate.application, Outcome.GRANTED, service, package), room)
    over = bags.Caution.OVER_BAG in tried.cautions
    grants = T("Grant it all the same: {service}", service=own) if over else T("Grant it: {service}", service=own)
    others = [
        Button(T("Pass it to {service}", service=service_name(one.id)), f"grant.{one.id}")
        for one in room.call.services
        if one.id != service
    ]
    return column(
        Button(grants, f"grant.{service}"),
        *others,
        Button(T("Waiting list"), "wait"),
        Button(T("Leave it for the next call"), "defer"),
        Button(T("Do not grant it"), "refuse"),
        Button(T("Grant it with other hours"), "hours"),
        Button(T("Undo the decision"), "undo") if ruling is not None else None,
        BACK,
    )


def handle(scene: Deciding, did: Incoming, room: Room, turn: int) -> Step | None:
    """One answer after another, until the decision has all it takes."""
    if (why := untouchable(scene.application, room)) is not None:
        return Step(Idle(), (Edit(turn=turn), Say(why, column(BACK))))
    asked = scene.asks == "reason"
    read = free_text.reason(scene, did, LONGEST, turn, _back()[0][0]) if asked else None
    if read is None and isinstance(did, Press):
        return _press(scene, did.choice, room, turn)
    if not scene.asks or scene.asks == "criterion":
        return None
    read = read or free_text.read(scene, did, LONGEST_HOURS if scene.asks == "hours" else LONGEST)
    return _text(scene, read.text.strip(), room, turn) if isinstance(read, Text) else read


def _press(scene: Deciding, choice: str, room: Room, turn: int) -> Step | None:
    action, _, rest = choice.partition(".")
    services = {one.id: one for one in room.call.services}
    bare = Deciding(scene.application)
    match action:
        case "back":
            return Step(bare, (Edit(turn=turn), _ask(scene.application, room)))
        case "undo" if room.held.ruling(scene.application) is not None:
            return undo(scene.application, room, turn)
        case "grant" if rest in services and not scene.outcome:
            minutes = services[rest].package
            return _advance(replace(bare, outcome=Outcome.GRANTED, service=rest, minutes=minutes), room, turn)
        case "hours" if not scene.outcome:
            asking = replace(bare, outcome=Outcome.GRANTED, asks="hours")
            says = T("How many hours? Write it, for example «6 hours» or «2 h 30 min».")
            return Step(asking, (Edit(turn=turn), Say(says, _back())))
        case "of" if rest in services and scene.minutes:
            return _advance(replace(scene, service=rest), room, turn)
        case "wait" if not scene.outcome:
            return _place(replace(bare, outcome=Outcome.WAITING_LIST), room, turn)
        case "at" if scene.outcome == Outcome.WAITING_LIST and rest.isascii() and rest.isdigit() and len(rest) < 4:
            return _advance(replace(scene, position=max(1, int(rest))), room, turn)
        case "defer" if not scene.outcome:
            return _advance(replace(bare, outcome=Outcome.DEFERRED), room, turn)
        case "refuse" if not scene.outcome:
            return _ask_criterion(replace(bare, outcome=Outcome.REFUSED, asks="criterion"), room, turn)
        case "because" if scene.asks == "criterion":
            named = next((one.name for one in room.call.criteria if one.id == rest), "")
            return _advance(replace(scene, criterion=named, asks=""), room, turn)
        case _:
            return None


def _back() -> Keyboard:
    return column(Button(T("Go back"), "back"))


def _text(scene: Deciding, text: str, room: Room, turn: int) -> Step | None:
    match scene.asks:
        case "hours":
            return _hours(scene, text, room, turn)
        case "reason":
            reason = f"{scene.criterion}: {text}" if scene.criterion else text
            return _advance(replace(scene, reason=reason, asks=""), room, turn)
        case "note":
            return _advance(replace(scene, note=text, asks=""), room, turn)
        case _:
            return None


def _hours(scene: Deciding, text: str, room: Room, turn: int) -> Step:
    minutes = minutes_in(text)
    if minutes is None:
        says = T("The hours were not understood. Write them, for example «6 hours» or «2 h 30 min».")
        return Step(scene, (Say(says, _back()),))
    timed = replace(scene, minutes=minutes, asks="")
    rows = column(
        *(Button(T("{service}", service=service_name(one.id)), f"of.{one.id}") for one in room.call.services),
        Button(T("Go back"), "back"),
    )
    return Step(timed, (Edit(turn=turn), Say(T("{hours}, of which service?", hours=Minutes(minutes)), rows)))


def _place(scene: Deciding, room: Room, turn: int) -> Step:
    """Which place on the waiting list: the last one, or before somebody who waits and has not been told."""
    candidate = room.held.candidate(scene.application)
    assert candidate is not None
    service = room.place(candidate)
    others = [one for one in room.held.standing if one.application != scene.application]
    waits = waiting(others, service)
    last = last_position(others, service)
    placed = replace(scene, service=service, position=last)
    free = [one for one in waits if not _told(makes_room(others, replace(one, application=scene.application)), room)]
    if not free:
        return _advance(placed, room, turn)
    rows = column(
        Button(T("At the end, place {n}", n=last), f"at.{last}"),
        *(
            Button(
                T(
                    "Before {council}, place {n}",
                    council=Council(room.held.applications[one.application].body_name),
                    n=one.position or 1,
                ),
                f"at.{one.position}",
            )
            for one in free
        ),
        Button(T("Go back"), "back"),
    )
    says = T("At which place of the waiting list {of}?", of=of_service(service))
    return Step(replace(scene, service=service), (Edit(turn=turn), Say(says, rows)))


def _told(decisions: Sequence[Decision], room: Room) -> bool:
    return any(room.told(one.application) for one in decisions)


def _ask_criterion(scene: Deciding, room: Room, turn: int) -> Step:
    says = T("By which criterion? The council will read it before the reason.")
    rows = column(
        *(Button(Verbatim(short(one.name)), f"because.{one.id}") for one in room.call.criteria),
        Button(T("Another reason"), "because"),
        Button(T("Go back"), "back"),
    )
    return Step(scene, (Edit(turn=turn), Say(says, rows)))


def short(name: str) -> str:
    """The name of a criterion as a button can hold it, cut between words."""
    return name if len(name) <= LONGEST_LABEL else name[: LONGEST_LABEL - 1].rpartition(" ")[0] + "…"


def _decision(scene: Deciding) -> Decision:
    return Decision(
        scene.application,
        Outcome(scene.outcome),
        scene.service or None,
        scene.minutes,
        scene.position or None,
        scene.reason,
        scene.note,
    )


def _advance(scene: Deciding, room: Room, turn: int) -> Step:
    """Asks for the first thing that is lacking; with nothing lacking, the decision is taken."""
    decision = _decision(scene)
    tried = try_out(decision, room)
    lacking = next(iter(tried.lacks), None)
    if lacking is None:
        return save(decision, room, turn)
    asks = "reason" if lacking is Lack.REASON else "note"
    candidate = room.held.candidate(scene.application)
    assert candidate is not None
    trial = [bag(tried.book, one.id) for one in room.call.services] if decision.service else []
    warned = tried.cautions if lacking is Lack.NOTE else ()
    met = room.quorum(candidate).footing is Footing.SCORES
    note = T("Write the note, for the proposed minutes.") if met else WORDS[Lack.NOTE]
    says = lines(
        T("This is how the bags would be:") if trial else None,
        *trial,
        *(bags.warning(caution, bags.balance(tried.book, scene.service)) for caution in warned),
        note if lacking is Lack.NOTE else WORDS[lacking],
    )
    return Step(replace(scene, asks=asks), (Edit(turn=turn), Say(says, _back())))


def save(decision: Decision, room: Room, turn: int) -> Step:
    """Writes a decision down, and goes on with the next of the list. Nobody is told anything (N13)."""
    done, after = taken((decision,), room)
    candidate = room.held.candidate(decision.application)
    assert candidate is not None
    balance = [bag(after.book, one.id) for one in room.call.services] if moves_hours(done) else []
    saved = T("Saved: {council}, {what}.", council=Council(candidate.body_name), what=said(decision))
    says = lines(saved, *balance)
    if room.held.ruling(decision.application) is not None:
        # A decision that was taken again: whoever does that goes back to the list, not on to the next application.
        return Step(Idle(), (Edit(turn=turn), Say(says, column(DECIDED, BACK))), done)
    following = next_one(room.place(candidate), after)
    return Step(following.scene, (Edit(turn=turn), Say(says), *following.replies), done)


def next_one(service: str, room: Room) -> Step:
    """The next application of a list that is not decided and that this person may decide; or that there is none."""
    waits = orders.undecided(service, room)
    mine = next((one for one in waits if untouchable(one, room) is None), None)
    if mine is not None:
        return Step(Deciding(mine), (_ask(mine, room),))
    others = [one.id for one in room.call.services if one.id != service and orders.undecided(one.id, room)]
    done = T("All the applications {of} are decided.", of=of_service(service))
    left = T("What is left {of} is for somebody else of the commission to write down.", of=of_service(service))
    rows = column(
        *(
            Button(T("{service}: show the order", service=service_name(one)), f"order.{one}", standing=True)
            for one in others
        ),
        BACK,
    )
    return Step(Idle(), (Say(left if waits else done, rows),))
