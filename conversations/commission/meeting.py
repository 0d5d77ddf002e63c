"""The meeting: it is opened, who is there is noted, somebody writes down what is agreed, and it ends."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.commission import card
from conversations.commission.room import Room, service_name
from conversations.protocol.assessment import Outcome
from conversations.protocol.changes import BeginMeeting, EndMeeting, NotePresent, TakeTurn
from conversations.protocol.facts import Person
from conversations.protocol.incoming import Incoming, Press
from conversations.protocol.replies import Button, Edit, Keyboard, Say, column
from conversations.protocol.scenes import Attending, Idle
from conversations.protocol.turn import Step
from conversations.protocol.words import Listed, Minutes, T, Words, lines
from conversations.rules import bags, deadlines
from conversations.rules.conflicts import takes_part
from conversations.rules.names import called
from conversations.rules.roles import Action, may

MORE = Button(T("More options"), "more", standing=True)
BEGIN = Button(T("Begin the meeting"), "meet", standing=True)
BACK = Button(T("Go back to the meeting"), "room", standing=True)
DECIDED = Button(T("Show the decisions"), "decided", standing=True)
MINUTES = Button(T("Show the proposed minutes"), "minutes", standing=True)
_NOBODY = T("Somebody of the commission has to write down what is agreed, with «I write it down».")
_SAYS_SO = T("The bot adds up and proposes; deciding is for the commission.")


def show(room: Room) -> Step:
    """The meeting as it stands, with what can be done now."""
    if room.meeting is not None:
        return Step(Idle(), (_open(room),))
    return Step(Idle(), (_ended(room) if room.over else _before(room),))


def _before(room: Room) -> Say:
    says = lines(
        T("<b>Meeting of the technical commission</b>, {call}", call=room.call.name),
        *(_requests(room, one.id) for one in room.call.services),
        None if room.joint else _progress(room),
        card.meeting_day(room.call),
    )
    aside = Button(T("Declare a conflict of interest"), "aside", standing=True)
    own = may(room.me, Action.ASSESS)
    return Say(says, column(BEGIN, card.SHEETS if own else None, aside if own else None))


def _requests(room: Room, service: str) -> Words:
    ranking = room.rankings[service]
    return T(
        "{service}: {requests} for {packages}.",
        service=service_name(service),
        requests=T("{n} request", "{n} requests", n=len(ranking.positions)),
        packages=T("{n} package", "{n} packages", n=ranking.places),
    )


def missing(room: Room) -> tuple[tuple[Person, int], ...]:
    """Who of the commission has not given all the scores, and how many are missing."""
    given = {(one.reviewer, one.application) for one in room.held.marks}
    found = []
    for member in room.held.members:
        mine = [one for one in room.held.candidates if takes_part(member, one, room.held.declared)]
        left = sum((member.id, one.application) not in given for one in mine)
        if left:
            found.append((member, left))
    return tuple(found)


def _progress(room: Room) -> Words:
    behind = missing(room)
    if not behind:
        return T("Everybody has given all the scores.")
    return T("Scores are missing from: {people}.", people=_behind(behind))


def _behind(behind: Sequence[tuple[Person, int]]) -> Words:
    return Listed(tuple(T("{name} ({n})", name=called(person), n=n) for person, n in behind))


def begin(room: Room, did: Incoming) -> Step:
    """Opens the meeting, after a warning while scores are still awaited."""
    if room.meeting is not None:
        already = T("The meeting is already open.")
        return show(room).after(Say(already))
    behind = () if room.joint or room.over else missing(room)
    if behind and not (isinstance(did, Press) and did.choice == "meet.now"):
        says = lines(
            T("Scores are still missing from: {people}.", people=_behind(behind)),
            T("If the meeting begins now, they can no longer be given alone: everybody will see those there are."),
        )
        rows = column(
            Button(T("Begin all the same"), "meet.now", standing=True), Button(T("Wait"), "room", standing=True)
        )
        return Step(None, (Say(says, rows),))
    present = (room.me.id,) if room.me in room.held.members else ()
    change = BeginMeeting(did.update, room.call.id, deadlines.today(room.now), present)
    mine = T("You write down what is agreed.")
    says = lines(
        T("<b>The meeting has begun.</b>"),
        mine if may(room.me, Action.DECIDE) else _NOBODY,
        T("Who is there? Mark everybody, and then «That is all»."),
    )
    others = T("The meeting of the technical commission has begun.")
    told = tuple(Say(others, column(card.ROOM), to=one.id) for one in room.held.members if one.id != room.me.id)
    return Step(Attending(), (Say(says, _people(room, present)), *told), (change,))


def _people(room: Room, present: Sequence[int]) -> Keyboard:
    rows = []
    for place, member in enumerate(room.held.members):
        there = member.id in present
        label = T("✓ {name} (is here)", name=called(member)) if there else T("{name}", name=called(member))
        rows.append(Button(label, f"{'away' if there else 'here'}.{place}"))
    return column(*rows, Button(T("That is all"), "all"))


def attend(room: Room) -> Step | None:
    """Asks again who is there."""
    if room.meeting is None:
        return None
    says = T("Who is there? Mark everybody, and then «That is all».")
    return Step(Attending(), (Say(says, _people(room, tuple(room.meeting.present))),))


def attending(scene: Attending, did: Incoming, room: Room, turn: int) -> Step | None:
    """Notes who is there, one tap a person."""
    if room.meeting is None or not isinstance(did, Press):
        return None
    action, _, place = did.choice.partition(".")
    if action == "all":
        return show(room).after(Edit(turn=turn))
    if action not in ("here", "away") or not (place.isascii() and place.isdigit()):
        return None
    if int(place) >= len(room.held.members):
        return None
    person = room.held.members[int(place)].id
    before = [one.id for one in room.held.members if one.id in room.meeting.present]
    if (person in before) == (action == "here"):
        return Step(scene)
    members = [one.id for one in room.held.members]
    present = tuple(one for one in members if (one in before) != (one == person))
    return Step(
        scene, (Edit(keyboard=_people(room, present), message=did.message),), (NotePresent(room.meeting.id, present),)
    )


def _recorder(room: Room) -> Words:
    """Who writes down what is agreed; somebody of the office only opened the meeting."""
    recorder = next((one for one in room.held.members if room.meeting and one.id == room.meeting.recorder), None)
    return _NOBODY if recorder is None else T("{name} writes down what is agreed.", name=called(recorder))


def _open(room: Room) -> Say:
    assert room.meeting is not None
    there = [one for one in room.held.members if one.id in room.meeting.present]
    says = lines(
        T("<b>Meeting of the technical commission</b>, {day}", day=room.meeting.day),
        T("Present: {people}.", people=Listed(tuple(map(called, there))))
        if there
        else T("Nobody is noted as present."),
        _recorder(room),
        *(
            T("{requests} Decided: {n}.", requests=_requests(room, one.id), n=_decided_in(room, one.id))
            for one in room.call.services
        ),
        _SAYS_SO,
    )
    lists = [
        Button(T("{service}: show the order", service=service_name(one.id)), f"order.{one.id}", standing=True)
        for one in room.call.services
    ]
    turn = Button(T("I write it down"), "turn", standing=True)
    takes = None if room.writes or not may(room.me, Action.DECIDE) else turn
    scores = Button(T("Score the applications"), "agree", standing=True) if room.joint and room.writes else None
    ends = Button(T("End the meeting"), "end", standing=True)
    return Say(says, column(scores, *lists, takes, MORE, ends))


def _decided_in(room: Room, service: str) -> int:
    return sum(room.held.ruling(one) is not None for one in room.rankings[service].order)


def more(room: Room) -> Step:
    """What is less often needed."""
    own = may(room.me, Action.ASSESS)
    rows = column(
        Button(T("Change who is there"), "who", standing=True) if room.meeting is not None else None,
        DECIDED,
        MINUTES if room.over else None,
        Button(T("Name the other criterion"), "criterion", standing=True) if room.writes else None,
        Button(T("Declare a conflict of interest"), "aside", standing=True) if own else None,
        card.SHEETS if own else None,
    )
    return Step(None, (Say(T("What do you need?"), rows),))


def take_turn(room: Room) -> Step | None:
    """Somebody else of the commission writes down what is agreed from now on."""
    if room.meeting is None or not may(room.me, Action.DECIDE):
        return None
    if room.writes:
        return show(room)
    before = room.meeting.recorder
    told = Say(T("{name} now writes down what the meeting agrees.", name=called(room.me)), to=before)
    present = [one.id for one in room.held.members if one.id in {*room.meeting.present, room.me.id}]
    noted = () if room.me.id in room.meeting.present else (NotePresent(room.meeting.id, tuple(present)),)
    says = T("From now on you write down what is agreed.")
    rows = column(BACK)
    return Step(Idle(), (Say(says, rows), told), (TakeTurn(room.meeting.id), *noted))


def end(room: Room, did: Incoming) -> Step | None:
    """Ends the meeting; what is not decided yet is said first, and can wait for another meeting."""
    if room.meeting is None:
        return show(room)
    open_ones = [one for one in room.held.candidates if room.held.ruling(one.application) is None]
    if open_ones and not (isinstance(did, Press) and did.choice == "end.now"):
        says = lines(
            T(
                "{n} application is not decided yet.",
                "{n} applications are not decided yet.",
                n=len(open_ones),
            ),
            T("If the meeting ends now, they wait for another one. Nothing that was agreed is lost."),
        )
        rows = column(
            Button(T("End it all the same"), "end.now", standing=True),
            Button(T("Go on with the meeting"), "room", standing=True),
        )
        return Step(None, (Say(says, rows),))
    said = _ended(room)
    others = [one.id for one in room.held.members if one.id != room.me.id]
    told = tuple(
        Say(T("The meeting of the technical commission is over."), column(card.ROOM), to=one) for one in others
    )
    return Step(Idle(), (Say(said.text, said.keyboard), *told), (EndMeeting(room.meeting.id),))


def tally(room: Room) -> tuple[Words, ...]:
    """What was decided, in figures: the hours of each bag, who waits and who has got nothing."""
    outcomes = [one.outcome for one in room.held.decisions]
    taken = T("{n} decision has been taken.", "{n} decisions have been taken.", n=len(outcomes))
    said: list[Words] = [
        taken if outcomes else T("No decision has been taken yet."),
        *(bag(room.book, one.id) for one in room.call.services),
    ]
    for outcome, words in _COUNTED.items():
        if outcome in outcomes:
            said.append(T("{what}: {n}.", what=words, n=outcomes.count(outcome)))
    return tuple(said)


_COUNTED = {
    Outcome.WAITING_LIST: T("On the waiting list"),
    Outcome.DEFERRED: T("They pass to the next call"),
    Outcome.REFUSED: T("Not granted"),
}


def bag(book: bags.Book, service: str) -> Words:
    """How much of the bag of a service is given: «Mentoria: 8 hores de 8»."""
    balance = bags.balance(book, service)
    return T(
        "{service}: {given} given, of {bag}.",
        service=service_name(service),
        given=Minutes(balance.reserved + balance.consumed),
        bag=Minutes(balance.bag),
    )


def _ended(room: Room) -> Say:
    undecided = len(room.held.candidates) - len(room.held.rulings)
    untold = any(one.told is None for one in room.held.rulings)
    says = lines(
        T("<b>The meeting is over.</b>"),
        *tally(room),
        T("{n} is still to be decided.", "{n} are still to be decided.", n=undecided) if undecided else None,
        T("<b>Nothing has been sent yet.</b>") if untold else None,
    )
    n = sum(one.told is None for one in room.held.rulings)
    read = Button(T("Read the message", "Read the {n} messages", n=n), f"letters.{room.call.id}", standing=True)
    send = Button(T("Send it", "Send them", n=n), f"sendall.{room.call.id}", standing=True)
    again = Button(T("Meet again"), "meet", standing=True)
    sending = (read, send) if untold else ()
    return Say(says, column(*sending, MINUTES, DECIDED, again))
