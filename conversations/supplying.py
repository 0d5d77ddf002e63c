"""What an application lacks, as a contact of the council answers it: asked for or not, corrected, or taken back."""

from __future__ import annotations

from collections.abc import Sequence

from conversations import free_text
from conversations.desk import IN_REVIEW, LONGEST
from conversations.forms.content import vague
from conversations.intake.known import too_long
from conversations.intake.summary import excerpts
from conversations.protocol.changes import AnswerData, CorrectData, TakeBackData
from conversations.protocol.facts import DataRequest, Status
from conversations.protocol.incoming import Edited, Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, Reply, Say, column
from conversations.protocol.scenes import AnsweringData, Idle, Reviewing, Scene, Supplying
from conversations.protocol.turn import Step
from conversations.protocol.wants import DataGivenBy, DataRequestOf, Facts, Me, MyDataRequests, Office
from conversations.protocol.words import Council, T, Words, lines
from conversations.rules.roles import Action, may


def open_answer(choice: str, facts: Facts) -> Step | None:
    """Somebody of the council answers what was missing."""
    request = _request(choice.partition(".")[2], facts)
    if request is None:
        return None
    if request.answer is not None:
        return Step(None, (_already(request),))
    says = lines(T("«{question}»", question=request.question), T("Write the answer."))
    return Step(AnsweringData(request.id), (Say(says, column(Button(T("Leave it for later"), "leave"))),))


def _request(key: str, facts: Facts) -> DataRequest | None:
    """A question about a missing datum, if this person is a contact of the council that was asked."""
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        return None
    request = facts[DataRequestOf(int(key))]
    return request if request is not None and may(facts[Me()], Action.APPLY, request.body) else None


def _already(request: DataRequest) -> Say:
    return Say(T("It has already been answered: «{answer}»", answer=request.answer or ""))


def _again(request: DataRequest) -> Button:
    return Button(T("Answer"), f"data.{request.id}", standing=True)


def answer_data(scene: AnsweringData, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """Takes the answer; the office gets it with the sheet one tap away."""
    request = _request(str(scene.request), facts)
    if request is None:
        return None
    later = Say(T("You can answer until {day}.", day=request.due), column(_again(request)))
    read = free_text.read(scene, did, LONGEST, Step(Idle(), (Edit(turn=turn), later)))
    if not isinstance(read, Text):
        return read
    if request.answer is not None:
        return Step(Idle(), (_already(request),))
    thanks = T("Thank you: the technical office has your answer.")
    return _taken(request, read.text, read.message, did, facts, thanks).after(Edit(turn=turn))


def _taken(
    request: DataRequest, text: str, message: int, did: Incoming, facts: Facts, says: Words, *buttons: Button
) -> Step:
    """The answer is saved, and what else the same application lacks is asked for again."""
    rest = [one for one in facts[MyDataRequests()] if one.application == request.application and one.id != request.id]
    still = T("Still missing: «{question}»", question=rest[0].question) if rest else None
    office = lines(
        T("<b>{number}</b> · {council} answers:", number=request.number, council=Council(request.body_name)),
        T("You asked: {question}", question=request.question),
        T("«{answer}»", answer=text),
    )
    told = _tell_office(request, office, did, facts, silent=False)
    said = Say(lines(says, still), column(*buttons, *map(_again, rest[:1])))
    to = Status.NEEDS_DATA if rest else Status.SUBMITTED
    return Step(Idle(), (said, *told), (AnswerData(request.id, request.application, text, message, to),))


def _tell_office(
    request: DataRequest, says: Words, did: Incoming, facts: Facts, *, silent: bool = True
) -> tuple[Reply, ...]:
    rows = column(Button(T("Show the application"), f"sheet.{request.application}", standing=True))
    return tuple(Say(says, rows, to=one, silent=silent) for one in facts[Office()] if one != did.person)


def unasked(scene: Scene, did: Text, facts: Facts) -> Step | None:
    """A text that nothing asked for, while a datum is missing: taken as the answer, or asked about when that is unsure.

    None when nothing is missing, or when the person is in the middle of something else.
    """
    requests = [one for one in facts[MyDataRequests()] if may(facts[Me()], Action.APPLY, one.body)]
    match scene:
        case Idle() | Supplying():
            pass
        case Reviewing(application=shown) if shown in {one.application for one in requests}:
            pass
        case _:
            return None
    if not requests:
        return None
    if len(did.text) > LONGEST:
        return Step(Idle(), (Say(too_long(len(did.text), LONGEST), column(*map(_again, requests))),))
    if len(requests) > 1 or _unsure(did.text):
        return _ask(did.text, did.message, requests)
    return _supply(requests[0], did.text, did.message, did, facts)


def _unsure(text: str) -> bool:
    """Whether a text may well be something else than an answer: a question, or words that say nothing."""
    return text.rstrip().endswith("?") or (vague(text) is not None and not any(char.isdigit() for char in text))


def _ask(text: str, message: int, requests: Sequence[DataRequest]) -> Step:
    scene = Supplying(text, message, tuple(str(one.id) for one in requests))
    if len(requests) == 1:
        says = lines(
            T("We are missing a datum: «{question}»", question=requests[0].question),
            T("Is what you have written the answer?"),
        )
        sure = Button(T("Yes, it is the answer"), f"sure.{requests[0].id}")
        return Step(scene, (Say(says, column(sure, Button(T("It is not"), "not"))),))
    listed = (
        T("{n}. {council}: «{question}»", n=place, council=Council(one.body_name), question=one.question)
        for place, one in enumerate(requests, 1)
    )
    says = lines(T("We are missing several data. Which one does it answer?"), *listed)
    sure_of = (Button(T("Number {n}", n=place), f"sure.{one.id}") for place, one in enumerate(requests, 1))
    return Step(scene, (Say(says, column(*sure_of, Button(T("None of them"), "not"))),))


def _supply(request: DataRequest, text: str, message: int, did: Incoming, facts: Facts) -> Step:
    says = lines(
        T("Saved as the answer to «{question}». The technical office has it.", question=request.question),
        T("To correct it, edit your message."),
    )
    undo = Button(T("Undo it"), f"undata.{request.id}", standing=True)
    return _taken(request, text, message, did, facts, says, undo)


def handle(scene: Supplying, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """What the text answers, or that it answers nothing; another text takes its place."""
    bare = Edit(turn=turn)
    if isinstance(did, Text):
        step = unasked(scene, did, facts)
        return step.after(bare) if step else None
    if not isinstance(did, Press):
        return None
    requests = [one for one in facts[MyDataRequests()] if may(facts[Me()], Action.APPLY, one.body)]
    if did.choice == "not":
        says = T("Nothing has been sent to the technical office. What is missing can still be answered.")
        ask = Button(T("Write to the technical office"), "help", standing=True)
        return Step(Idle(), (bare, Say(says, column(*map(_again, requests[:1]), ask))))
    action, _, key = did.choice.partition(".")
    if action != "sure" or key not in scene.requests:
        return None
    request = next((one for one in requests if str(one.id) == key), None)
    if request is None:
        return Step(Idle(), (bare, Say(T("Somebody has answered it meanwhile; your text has not been sent."))))
    return _supply(request, scene.text, scene.message, did, facts).after(bare)


def take_back(choice: str, did: Press, facts: Facts) -> Step | None:
    """What was taken as the answer was none: the datum is missing again, and the office hears of it in silence."""
    request = _request(choice.partition(".")[2], facts)
    if request is None:
        return None
    bare = Edit(message=did.message)
    missing = lines(
        T("We are missing a datum: «{question}»", question=request.question),
        T("You can answer until {day}.", day=request.due),
    )
    if request.answer is None:
        return Step(None, (bare, Say(missing, column(_again(request)))))
    if request.status not in IN_REVIEW:
        return Step(None, (bare, _reviewed()))
    office = T(
        "<b>{number}</b> · {council}: what had arrived as the answer was none. It is still missing: «{question}»",
        number=request.number,
        council=Council(request.body_name),
        question=request.question,
    )
    told = _tell_office(request, office, did, facts)
    undone = Say(lines(T("Undone."), missing), column(_again(request)))
    return Step(None, (bare, undone, *told), (TakeBackData(request.id, request.application),))


def _reviewed() -> Say:
    says = T("The technical office has already reviewed the application, so the answer can no longer be changed here.")
    return Say(says, column(Button(T("Write to the technical office"), "help", standing=True)))


def edited(scene: Scene, did: Edited, facts: Facts, turn: int) -> Step | None:
    """Editing the message that gave the answer corrects it (N1). None when it gave none."""
    if isinstance(scene, Supplying) and scene.message == did.message:
        requests = [one for one in facts[MyDataRequests()] if str(one.id) in scene.requests]
        return _ask(did.text, did.message, requests).after(Edit(turn=turn)) if requests else None
    request = facts[DataGivenBy(did.message)]
    if request is None or request.answer is None or not may(facts[Me()], Action.APPLY, request.body):
        return None
    late = did.at is not None and request.answered_at is not None and did.at < request.answered_at
    if did.text == request.answer or late:
        return Step(None)
    if request.status not in IN_REVIEW:
        return Step(None, (_reviewed(),))
    if len(did.text) > LONGEST:
        stays = T("The answer stays as it was: {answer}", answer=request.answer)
        return Step(None, (Say(lines(too_long(len(did.text), LONGEST), stays)),))
    earlier, later = excerpts(request.answer, did.text)
    changed = lines(T("Before: {answer}", answer=earlier), T("Now: {answer}", answer=later))
    office = lines(
        T(
            "<b>{number}</b> · {council} has corrected the answer to «{question}»",
            number=request.number,
            council=Council(request.body_name),
            question=request.question,
        ),
        changed,
    )
    says = lines(T("The answer to «{question}» has been corrected.", question=request.question), changed)
    told = _tell_office(request, office, did, facts)
    return Step(None, (Say(says), *told), (CorrectData(request.id, request.application, did.text),))
