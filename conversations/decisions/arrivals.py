"""What became of the messages of decisions: how many arrived, whom to phone with the text at hand, trying again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from conversations.decisions import papers
from conversations.decisions.board import Board
from conversations.forms import application as form
from conversations.protocol.assessment import DecisionLetter, Ruling, Sent
from conversations.protocol.changes import SendAgain
from conversations.protocol.facts import Application, Call
from conversations.protocol.incoming import Press
from conversations.protocol.replies import NOBODY, Button, Edit, Keyboard, Notice, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.words import Council, Joined, T, Words, Written, lines

MOST_SHOWN = 10


class Arrival(Enum):
    """What became of a decision's message for a council, whatever number of contacts it went to."""

    ARRIVED = "one contact has it"
    UNDER_WAY = "it is on its way"
    NO_CONTACT = "there is nobody to send it to"
    LEFT = "the contact stopped using the bot"
    UNKNOWN = "nobody knows whether it arrived"
    FAILED = "it could not be delivered, by our own fault"


@dataclass(frozen=True, slots=True)
class Missing:
    """A council that does not know its decision yet."""

    ruling: Ruling
    application: Application
    why: Arrival


def arrival(own: Iterable[DecisionLetter]) -> Arrival:
    """What became of the message of a decision, from its letters; those of somebody who was erased do not count."""
    letters = [one for one in own if one.state != "skipped"]
    states = {one.state for one in letters}
    if "sent" in states:
        return Arrival.ARRIVED
    if states & {"held", "waiting", "sending"}:
        return Arrival.UNDER_WAY
    if all(one.chat == NOBODY for one in letters):
        return Arrival.NO_CONTACT
    if "failed" in states:
        return Arrival.FAILED
    return Arrival.UNKNOWN if "unknown" in states else Arrival.LEFT


def missing(
    rulings: Sequence[Ruling], letters: Sequence[DecisionLetter], applications: Mapping[str, Application]
) -> tuple[Missing, ...]:
    """The councils to be phoned, by number."""
    found = []
    for one in rulings:
        own = [letter for letter in letters if letter.ruling == one.id]
        why = arrival(own)
        if why in (Arrival.ARRIVED, Arrival.UNDER_WAY):
            continue
        found.append(Missing(one, applications[one.decision.application], why))
    return tuple(sorted(found, key=lambda one: one.application.number or ""))


def report(sent: Sent, call: Call, office: Iterable[int], now: datetime) -> tuple[Notice, ...]:
    """What whoever asked for a sending, whoever confirmed it and the office are told once every message is settled."""
    says, rows = said(sent.id, call, sent.rulings, sent.letters, sent.applications)
    people = dict.fromkeys((*sent.people, *office))
    # Tried again, it is told again: by then other letters have arrived.
    tried = sum(one.state == "sent" for one in sent.letters)
    return tuple(Notice(one, says, f"dispatch:{sent.id}:{tried}:{one}", rows, silent=False) for one in people)


def said(
    dispatch: int,
    call: Call,
    rulings: Sequence[Ruling],
    letters: Sequence[DecisionLetter],
    applications: Mapping[str, Application],
) -> tuple[Words, Keyboard]:
    """How a sending went: how many messages arrived, and which councils have to be phoned and why."""
    lacking = missing(rulings, letters, applications)
    under_way = sum(
        arrival(one for one in letters if one.ruling == ruling.id) is Arrival.UNDER_WAY for ruling in rulings
    )
    n, arrived = len(rulings), len(rulings) - len(lacking) - under_way
    head = T(
        "{n} message has been sent, and {arrived} has arrived.",
        "{n} messages have been sent, and {arrived} have arrived.",
        n=n,
        arrived=arrived,
    )
    if arrived == 1 and n > 1:
        head = T("{n} messages have been sent, and one has arrived.", n=n)
    if not arrived:
        head = T(
            "{n} message has been sent, and none has arrived.",
            "{n} messages have been sent, and none has arrived.",
            n=n,
        )
    on_its_way = T("{n} is still on its way.", "{n} are still on their way.", n=under_way) if under_way else None
    if not lacking:
        return lines(head, on_its_way), ()
    short = T("{n} is missing:", "{n} are missing:", n=len(lacking))
    shown = [_line(one) for one in lacking[:MOST_SHOWN]]
    rest = len(lacking) - len(shown)
    more = T("And {n} more.", "And {n} more.", n=rest) if rest else None
    what = T("Phone them, or send them the text by e-mail.")
    rows = [
        Button(
            T("Send me the text of {number}", number=one.application.number or ""),
            f"phone.{call.id}.{one.ruling.id}",
            standing=True,
        )
        for one in lacking[:MOST_SHOWN]
    ]
    again = any(one.why in (Arrival.FAILED, Arrival.UNKNOWN) for one in lacking)
    retry = Button(T("Try those again"), f"sendagain.{call.id}.{dispatch}", standing=True) if again else None
    return lines(head, on_its_way, short, *shown, more, what), column(*rows, retry)


def _line(one: Missing) -> Words:
    number, council = one.application.number or "", Council(one.application.body_name)
    match one.why:
        case Arrival.NO_CONTACT:
            return T("{number} · {council}: it has no contact in the bot.", number=number, council=council)
        case Arrival.LEFT:
            return T("{number} · {council}: the contact no longer uses the bot.", number=number, council=council)
        case Arrival.UNKNOWN:
            return T("{number} · {council}: it is not known whether it arrived.", number=number, council=council)
        case _:
            return T(
                "{number} · {council}: it could not be delivered; the fault is ours.", number=number, council=council
            )


def card(board: Board) -> Say | None:
    """Which councils do not know their decision though it was sent; None if all do."""
    told = [one for one in board.proceedings.rulings if one.told is not None and _written(board, one)]
    lacking = missing(told, board.letters, board.proceedings.applications)
    dispatch = board.proceedings.dispatch
    if not lacking or dispatch is None:
        return None
    return Say(*said(dispatch.id, board.call, told, board.letters, board.proceedings.applications))


def progress(board: Board) -> Say:
    """How the sending goes, on demand."""
    return card(board) or Say(T("Every message that was sent has arrived, or is on its way."))


def _written(board: Board, ruling: Ruling) -> bool:
    return any(one.ruling == ruling.id for one in board.letters)


def phone(board: Board, ruling: Ruling) -> Step:
    """The text of a message, to be read on the telephone, how to reach the council, and the same as an e-mail."""
    letter = next((one for one in board.letters if one.ruling == ruling.id and one.text), None)
    if ruling.told is None or letter is None:
        return Step(None, (Say(T("There is no message of this decision to read.")),))
    application = board.proceedings.applications[ruling.decision.application]
    head = T("<b>{council}</b>. {whom}", council=board.council(ruling), whom=whom(application))
    mail = papers.mail(board.call, application, ruling, letter.text, board.controller)
    by_mail = Say(T("The same as an e-mail that is ready to be sent, with the document attached."), document=mail)
    return Step(None, (Say(head), Say(Written(letter.text)), by_mail))


def whom(application: Application) -> Words:
    """Who of a council to ask for, with the telephone and the address that it gave."""
    given = {
        name: form.shown(form.QUESTIONS[name], application.answers[name].value)
        for name in ("name", "phone", "email")
        if name in application.answers and application.answers[name].value
    }
    reach = Joined(tuple(given.values()), " · ")
    if "phone" in given:
        return T("Contact: {reach}", reach=reach)
    if given:
        return T("It gave no telephone. Contact: {reach}", reach=reach)
    return T("It gave no telephone and no address: phone the council's switchboard.")


def again(board: Board, dispatch: str, did: Press) -> Step:
    """Tries again the messages that did not arrive, and no other."""
    told = {one.id for one in board.proceedings.rulings if one.told is not None}
    arrived = {one.ruling for one in board.letters if one.state == "sent"}
    lost = tuple(
        one.id
        for one in board.letters
        if one.ruling in told - arrived
        and (one.state in ("failed", "unknown") or (one.state == "blocked" and one.reachable and one.chat != NOBODY))
    )
    if not lost or not (dispatch.isascii() and dispatch.lstrip("-").isdigit() and len(dispatch) < 19):
        says = T("There is nothing to try again: what is missing has to be told on the telephone or by e-mail.")
        return Step(None, (Edit(message=did.message), Say(says)))
    n = len(lost)
    says = T("{n} message is tried again.", "{n} messages are tried again.", n=n)
    return Step(None, (Edit(message=did.message), Say(says)), (SendAgain(int(dispatch), lost),))
