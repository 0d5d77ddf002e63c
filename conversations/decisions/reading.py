"""Before the messages of decisions go: how many there are, each in the very words, one of them written anew (N13)."""

from __future__ import annotations

from conversations import free_text
from conversations.decisions import letters, sending, summary
from conversations.decisions.board import Board
from conversations.decisions.letters import Draft
from conversations.protocol.assessment import Ruling
from conversations.protocol.changes import EditLetter
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.replies import NOBODY, Button, Edit, Say, Section, Sheet, column
from conversations.protocol.scenes import EditingLetter, Idle
from conversations.protocol.turn import Step
from conversations.protocol.words import Council, Listed, T, Verbatim, Words, lines, paragraphs
from conversations.rules import states
from conversations.rules.decisions import STATUS

LONGEST = 3000
"""Characters of a message that is written by hand: with what goes around it in the preview it fits one of Telegram."""


def begin(board: Board) -> Step:
    """Writes the messages that are not held yet and shows the first one."""
    shown = [one for one in board.untold if not board.hides(one)]
    if not shown:
        return Step(
            None,
            (
                Say(
                    T("There is no message of a decision to read."),
                ),
            ),
        )
    held, prepared = letters.prepare(board)
    step = _show(board, shown[0])
    return Step(None, (*held, *step.replies), prepared)


def show(board: Board, ruling: Ruling) -> Step:
    """The message of one decision, letter for letter as it will arrive, and what can be done with it."""
    if ruling.told is not None:
        return gone(board)
    if board.hides(ruling):
        says = T("The message of {council} is not shown to you: you take no part in it.", council=board.council(ruling))
        return Step(None, (Say(says),))
    held, prepared = letters.prepare(board)
    step = _show(board, ruling)
    return Step(None, (*held, *step.replies), prepared)


def gone(board: Board) -> Step:
    """A decision that was sent already, or is not in force any more."""
    says = T("This message has already been sent, or its decision has changed.")
    return Step(None, (Say(says, column(summary.read(board)) if board.untold else ()),))


def _show(board: Board, ruling: Ruling) -> Step:
    shown = [one for one in board.untold if not board.hides(one)]
    place = [one.id for one in shown].index(ruling.id)
    draft = _first(board, ruling)
    state = states.for_office(STATUS[ruling.decision.outcome])
    head = T("<b>{council}</b> ({state})", council=board.council(ruling), state=state)
    if len(shown) > 1:
        head = T(
            "<b>{number} of {total} · {council}</b> ({state})",
            number=place + 1,
            total=len(shown),
            council=board.council(ruling),
            state=state,
        )
    hidden = len(board.untold) - len(shown)
    note = T("{n} is not shown: you take no part in it.", "{n} are not shown: you take no part.", n=hidden)
    written = T("This text was written by hand.") if draft.edited else None
    buttons = T("Buttons: {labels}.", labels=Listed(tuple(one.label for row in draft.keyboard for one in row)))
    following = shown[place + 1] if place + 1 < len(shown) else None
    key = f"{board.call.id}.{ruling.id}"
    rows = column(
        Button(T("Go to the next message"), f"letter.{board.call.id}.{following.id}", standing=True)
        if following
        else None,
        Button(T("Write it anew"), f"retext.{key}", standing=True),
        Button(T("Back to the text of the bot"), f"restore.{key}", standing=True) if draft.edited else None,
        None if following else Button(T("Back to the summary"), f"outbox.{board.call.id}", standing=True),
        Button(T("Send me all as PDF"), f"lettersdoc.{board.call.id}", standing=True)
        if following and not place
        else None,
    )
    first = note if hidden and place == 0 else None
    return Step(None, (Say(paragraphs(lines(head, first, written, _to(board, ruling)), draft.text, buttons), rows),))


def _to(board: Board, ruling: Ruling) -> Words | None:
    """Who gets the message, when that is not one contact."""
    chats = board.chats(ruling)
    if chats == (NOBODY,):
        return T("The council has no contact in the bot: it will have to be told on the telephone or by e-mail.")
    n = len(chats)
    return T("It goes to {n} contact.", "It goes to {n} contacts.", n=n) if n > 1 else None


def _first(board: Board, ruling: Ruling) -> Draft:
    return next(one for one in letters.drafts(board) if one.ruling.id == ruling.id)


def document(board: Board) -> Step:
    """All the messages as one document, to be read in the meeting."""
    if not board.untold:
        return Step(None, (Say(T("There is no message of a decision to read.")),))
    sections = tuple(
        Section(
            T(
                "{number} · {council}",
                number=board.candidate(one).number,
                council=Council(board.candidate(one).body_name),
            ),
            (_first(board, one).text,),
        )
        for one in board.untold
        if not board.hides(one)
    )
    sheet = Sheet(
        f"missatges-{board.call.id}.pdf",
        T("Messages of the decisions"),
        (T("{call}", call=board.call.name), T("Nothing has been sent yet: these are the texts that would be sent.")),
        sections,
    )
    held, prepared = letters.prepare(board)
    says = T("The messages, letter for letter.")
    return Step(None, (*held, Say(says, document=sheet)), prepared)


def edit(board: Board, ruling: Ruling) -> Step:
    """Asks for the whole text of a message."""
    if ruling.told is not None:
        return gone(board)
    if board.hides(ruling):
        return show(board, ruling)
    says = lines(
        T("Write the whole message as {council} has to read it.", council=board.council(ruling)),
        T("The buttons stay the same. To begin from the text that there is, copy it from above."),
    )
    leave = column(Button(T("Leave it as it was"), "leave"))
    return Step(EditingLetter(board.call.id, ruling.id), (Say(says, leave),))


def edited(scene: EditingLetter, board: Board, did: Incoming, turn: int) -> Step | None:
    """Takes the text, and shows the message as it will arrive now."""
    back = column(summary.read(board)) if board.untold else ()
    left = Step(Idle(), (Edit(turn=turn), Say(T("Left as it was."), back)))
    if isinstance(did, Press) and did.choice == "leave":
        return left
    ruling = board.ruling(str(scene.ruling))
    if ruling is None or ruling.told is not None or board.hides(ruling):
        return Step(Idle(), (Edit(turn=turn), *gone(board).replies))
    read = free_text.read(scene, did, LONGEST, left)
    if not isinstance(read, Text):
        return read
    return _rewritten(board, ruling, Verbatim(read.text), read.text).after(Edit(turn=turn))


def restore(board: Board, ruling: Ruling) -> Step:
    """The message is again as the bot writes it."""
    if ruling.told is not None or board.hides(ruling):
        return show(board, ruling)
    return _rewritten(board, ruling, None, "")


def _rewritten(board: Board, ruling: Ruling, text: Words | None, said: str) -> Step:
    """A message with another text, for every contact; a sending that was asked for is of other messages, and stops."""
    held, prepared = letters.prepare(board)
    drafts = letters.plain_again(board, ruling)
    anew = [
        Draft(one.ruling, one.to, text or one.text, one.keyboard, one.basis, edited=text is not None).hold()
        for one in drafts
    ]
    key = f"{board.call.id}.{ruling.id}"
    head = T("<b>{council}</b>: this is the message now. Nothing has been sent.", council=board.council(ruling))
    rows = column(
        Button(T("Write it anew"), f"retext.{key}", standing=True),
        Button(T("Back to the text of the bot"), f"restore.{key}", standing=True) if text is not None else None,
        Button(T("Back to the summary"), f"outbox.{board.call.id}", standing=True),
    )
    dispatch = summary.pending(board)
    shown = Say(paragraphs(head, text or drafts[0].text), rows)
    written = EditLetter(ruling.decision.application, ruling.id, said)
    if dispatch is None:
        return Step(Idle(), (*held, *anew, shown), (*prepared, written))
    stopped, told = sending.stop_because_of_a_change(board, dispatch)
    return Step(Idle(), (*held, *anew, shown, *told), (*prepared, written, *stopped))
