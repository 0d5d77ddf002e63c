"""The messages of decisions: their words, and which of those that are held still say what is so (N13, R43, R44)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from conversations import minimal
from conversations.decisions.board import Board
from conversations.intake import decided
from conversations.protocol.assessment import Decision, DecisionLetter, Outcome, Ruling
from conversations.protocol.changes import PrepareLetters
from conversations.protocol.facts import Call
from conversations.protocol.replies import Hold, Keyboard
from conversations.protocol.words import Council, Joined, Minutes, T, Verbatim, Words, Written, lines
from conversations.rules import awaiting, waiting
from conversations.rules.decisions import STATUS, switched
from conversations.rules.fingerprint import fingerprint

MATTER = "decision:"


@dataclass(frozen=True, slots=True)
class Draft:
    """The message of a decision for one contact. Without `stored` it is still to be held as it stands here."""

    ruling: Ruling
    to: int
    text: Words
    keyboard: Keyboard
    basis: str
    edited: bool = False
    stored: DecisionLetter | None = None

    def hold(self) -> Hold:
        """The message, to be held."""
        return Hold(self.text, self.to, f"{MATTER}{self.ruling.id}", self.keyboard, self.basis, self.edited)


def answer_by(board: Board) -> date:
    """The last day to answer to what is granted now: the one that is written already, while it leaves time enough."""
    written = {one.answer_by for one in board.untold if one.decision.outcome is Outcome.GRANTED}
    day = next(iter(written)) if len(written) == 1 else None
    if day is not None and awaiting.enough(board.call, day, board.today):
        return day
    return awaiting.last_day(board.call, board.today)


def drafts(board: Board) -> tuple[Draft, ...]:
    """Every message of the decisions that nobody was told of, as it is held or would be, by number and contact.

    One that is held stays letter for letter while nothing that it was written from has changed. A text that was
    written by hand stays while its decision does.
    """
    day = answer_by(board)
    return tuple(one for ruling in board.untold for one in _of(board, ruling, day))


def fresh(board: Board) -> bool:
    """Whether the messages that are held are exactly those that would be written now (N13)."""
    return all(one.stored is not None for one in drafts(board)) and not _surplus(board)


def prepare(board: Board) -> tuple[tuple[Hold, ...], tuple[PrepareLetters, ...]]:
    """What is to be held so that the messages are `fresh`; nothing if they are."""
    if fresh(board):
        return (), ()
    day = answer_by(board)
    asked = {one.id: day if one.decision.outcome is Outcome.GRANTED else None for one in board.untold}
    held = tuple(one.hold() for one in drafts(board) if one.stored is None)
    return held, (PrepareLetters(board.call.id, asked, _surplus(board)),)


def plain_again(board: Board, ruling: Ruling) -> tuple[Draft, ...]:
    """The messages of a decision as the bot writes them, whatever somebody wrote by hand."""
    day = answer_by(board)
    return tuple(_composed(board, ruling, chat, day) for chat in board.chats(ruling))


def _of(board: Board, ruling: Ruling, day: date) -> tuple[Draft, ...]:
    held = {one.chat: one for one in board.letters if one.ruling == ruling.id and one.state == "held"}
    by_hand = next((one for one in held.values() if one.edited), None)
    found = []
    for chat in board.chats(ruling):
        own = _composed(board, ruling, chat, day)
        stored = held.get(chat)
        if stored is not None and stored.basis == own.basis:
            text = Written(stored.text)
            found.append(Draft(ruling, chat, text, own.keyboard, own.basis, stored.edited, stored))
        elif by_hand is not None:
            found.append(Draft(ruling, chat, Written(by_hand.text), own.keyboard, own.basis, edited=True))
        else:
            found.append(own)
    return tuple(found)


def _composed(board: Board, ruling: Ruling, chat: int, day: date) -> Draft:
    own = ruling.decision
    keyboard = decided.buttons(own.application, STATUS[own.outcome])
    until = day if own.outcome is Outcome.GRANTED else None
    counts = len(board.proceedings.candidates), _packages(board.call), _place(board, own)
    basis = fingerprint((own, board.candidate(ruling), until, counts, board.call.sessions_to, board.call.following))
    return Draft(ruling, chat, compose(board, ruling, day), keyboard, basis[:32])


def _surplus(board: Board) -> tuple[int, ...]:
    """Held messages to somebody who is no contact of the council any more."""
    wanted = {(one.id, chat) for one in board.untold for chat in board.chats(one)}
    held = (one for one in board.letters if one.state == "held")
    return tuple(one.id for one in held if (one.ruling, one.chat) not in wanted)


def compose(board: Board, ruling: Ruling, day: date) -> Words:
    """The words of a decision for its council: what was decided, what to do until when, why, and whom to talk to."""
    decision, candidate = ruling.decision, board.candidate(ruling)
    by_mail = minimal.REASON if board.minimal and decision.reason.strip() else None
    if by_mail is not None:
        decision = replace(decision, reason="")
    said: Words
    match decision.outcome:
        case Outcome.GRANTED if switched(decision, candidate):
            said = lines(_switched(decision), _if_it_suits(day))
        case Outcome.GRANTED:
            said = lines(_granted(board.call, decision), _to_do(decision, day))
        case Outcome.WAITING_LIST:
            said = _waits(board, decision, asked=not switched(decision, candidate))
        case Outcome.DEFERRED:
            said = lines(
                T("This time we could not grant you the service, and the request <b>passes to the next call</b>."),
                _reason(decision),
                Joined((Verbatim(board.call.following), T("Your answers stay saved.")), " "),
                _TALK,
            )
        case _:
            said = lines(
                Joined((T("This time we could not grant you the service."), _counts(board)), " "),
                _reason(decision),
                Joined((Verbatim(board.call.following), _SAVE), " "),
                _TALK,
            )
    about = T("Application {number} · {council}", number=candidate.number, council=Council(candidate.body_name))
    return lines(said, by_mail, about)


_SAVE = T("If you like, we save the answers so that you do not have to begin from nothing.")
_TALK = T("If you want to talk about it, tell the technical office: it will answer you.")


def _granted(call: Call, decision: Decision) -> Words:
    hours, until = Minutes(decision.minutes), call.sessions_to
    if decision.service == "mentoring":
        return T(
            "Good news: the technical commission has granted you the <b>mentoring</b>, {hours} until {day}.",
            hours=hours,
            day=until,
        )
    return T(
        "Good news: the technical commission has granted you the <b>advice</b>, {hours} until {day}.",
        hours=hours,
        day=until,
    )


def _to_do(decision: Decision, day: date) -> Words:
    confirm = T("What you have to do: confirm until <b>{day}</b>, inclusive, that you can take part.", day=day)
    if decision.service == "mentoring":
        then = T("Then the technical office will put you in touch with the council that will go with you.")
    else:
        then = T("Then the technical office will put you in touch with whoever will advise you.")
    return Joined((confirm, then), " ")


def _switched(decision: Decision) -> Words:
    hours = Minutes(decision.minutes)
    if decision.service == "advice":
        what = T("The technical commission has granted you {hours} of <b>advice</b>.", hours=hours)
    else:
        what = T("The technical commission has granted you {hours} of <b>mentoring</b>.", hours=hours)
    return Joined((what, _why_switched(decision)), " ")


def _why_switched(decision: Decision) -> Words:
    if not decision.reason.strip():
        return T("You had asked for another service.")
    if decision.service == "advice":
        return T("You had asked for mentoring; this is the reason for the change: «{reason}»", reason=decision.reason)
    return T("You had asked for advice; this is the reason for the change: «{reason}»", reason=decision.reason)


def _if_it_suits(day: date) -> Words:
    return Joined(
        (
            T("Confirm until <b>{day}</b>, inclusive, that you can take part.", day=day),
            T("If it does not suit you, tell us."),
        ),
        " ",
    )


def _waits(board: Board, decision: Decision, *, asked: bool) -> Words:
    place = _place(board, decision) or 0
    if decision.service == "mentoring":
        what = T("You are on the <b>waiting list</b> for mentoring, in place {place}.", place=place)
    else:
        what = T("You are on the <b>waiting list</b> for advice, in place {place}.", place=place)
    return lines(
        Joined((what, _counts(board)), " "),
        _reason(decision) if asked else _why_switched(decision),
        T("If another council renounces its hours and they are for you, you will be told. You need not do anything."),
    )


def _reason(decision: Decision) -> Words | None:
    return T("Reason: {reason}", reason=decision.reason) if decision.reason.strip() else None


def _counts(board: Board) -> Words:
    requests, packages = len(board.proceedings.candidates), _packages(board.call)
    return T(
        "There were {requests} and {packages}.",
        requests=T("{n} application", "{n} applications", n=requests),
        packages=T("{n} package of hours", "{n} packages of hours", n=packages),
    )


def _packages(call: Call) -> int:
    return sum(one.bag // one.package for one in call.services)


def _place(board: Board, decision: Decision) -> int | None:
    return waiting.standing(board.waiting, decision.application)


def only(board: Board, ruling: Ruling) -> Board:
    """The board as if of the decisions that nobody was told of there were only one: what is held of others stays."""
    kept = tuple(one for one in board.proceedings.rulings if one.told is not None or one.id == ruling.id)
    own = tuple(one for one in board.letters if one.ruling == ruling.id)
    return replace(board, proceedings=replace(board.proceedings, rulings=kept), letters=own)
