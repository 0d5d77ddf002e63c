"""Answers: typed, pressed, split by Telegram or doubtful. Whatever comes, nothing is lost and the person knows it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from conversations.forms import application as form
from conversations.forms.application import Question
from conversations.forms.choices import Checklist, Choice
from conversations.forms.outcome import Accepted, Doubtful, Refused
from conversations.forms.texts import LongText
from conversations.intake import summary
from conversations.intake.asking import ask, heading, keyboard, where
from conversations.intake.attachments import cannot_read
from conversations.intake.known import (
    Case,
    case_of,
    drafted,
    is_open,
    may_correct,
    moment,
    submitted,
    too_long,
    with_answer,
    without_answers,
)
from conversations.protocol.changes import Change, Correct, DropAnswers, SaveAnswer, StartApplication
from conversations.protocol.facts import Json, Status
from conversations.protocol.incoming import Attachment, Incoming, Press, Text
from conversations.protocol.replies import Button, Edit, Reply, Say, column
from conversations.protocol.scenes import Asking, AskingHelp, ConfirmingChange
from conversations.protocol.turn import Step
from conversations.protocol.wants import Contacts, Facts, Office
from conversations.protocol.words import T, lines, paragraphs

TELEGRAM_LONGEST = 4096
TOGGLES = ("on", "off")
_SPLIT_FROM = 4000  # clients cut a long text near the limit, at a space
_SPLIT_SECONDS = 2
_SPLIT_MESSAGES = 3


@dataclass(frozen=True, slots=True)
class Here:
    """An open question, what was done there, and what is known. `turn` is the message that asked it."""

    case: Case
    question: Question
    scene: Asking
    did: Incoming
    facts: Facts
    turn: int


def handle(scene: Asking, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """What happens while a question is open. None for what this dialogue does not understand."""
    case = case_of(facts, scene.application)
    question = form.QUESTIONS.get(scene.question)
    if case is None or question is None:
        return None
    if not may_correct(case, question, did, facts):
        return summary.too_late(case, moment(did, facts), typed=isinstance(did, Text))
    here = Here(case, question, scene, did, facts, turn)
    match did:
        case Press(choice=choice):
            return _press(here, choice, did)
        case Text():
            return _text(here, did)
        case Attachment(kind=kind, album=album):
            says = lines(
                cannot_read(kind), T("Write the answer, please; nothing has been lost."), where(case, question)
            )
            return Step(scene, (Say(says, once=f"album:{did.chat}:{album}" if album else None),))
        case _:
            return None


def _press(here: Here, choice: str, did: Press) -> Step | None:
    action, _, rest = choice.partition(".")
    option = rest.partition(".")[2]
    scene, question = here.scene, here.question
    match action, question.kind:
        case "back", _:
            return _back(here)
        case "leave", _:
            return summary.leave(here.case, here.did, here.facts, here.turn)
        case "skip", _ if question.after is not None:
            return _go_on(here.case, question, scene.correcting, Edit(turn=here.turn))
        case "example", LongText() if question.example is not None:
            return Step(scene, (Say(lines(T("<b>An example</b>"), question.example)),))
        case "help", _:
            says = T("Write what you need help with. The technical office will get it with the question you are at.")
            asking = AskingHelp(here.case.application.id, question.id, scene.correcting)
            return Step(asking, (Edit(turn=here.turn), Say(says, ((Button(T("Go back"), "back"),),))))
        case "is", Choice() as kind if option in kind.ids():
            return take(here, option, message=did.typed)
        case (("on" | "off"), Checklist() as kind) if option in kind.ids():
            return _toggle(here, kind, option, action == TOGGLES[0], did.message)
        case "done", Checklist() as kind:
            incomplete = kind.complete(scene.toggled)
            return take(here, list(scene.toggled)) if incomplete is None else Step(scene, (Say(incomplete),))
        case "insist", _ if scene.doubted is not None:
            return take(here, scene.doubted, message=scene.tried)
        case _:
            return None


def _toggle(here: Here, kind: Checklist, option: str, wanted: bool, message: int) -> Step:
    """Marks or unmarks; the button says which of the two, so that a double tap does not undo itself."""
    if (option in here.scene.toggled) == wanted:
        return Step(here.scene)
    toggled = kind.toggle(here.scene.toggled, option)
    if isinstance(toggled, Refused):
        return Step(here.scene, (Say(toggled.why),))
    marked = replace(here.scene, toggled=tuple(toggled))
    says = lines(heading(here.case, here.question), here.question.ask)
    return Step(marked, (Edit(says, keyboard(here.case, here.question, marked), message=message),))


def _text(here: Here, did: Text) -> Step:
    scene, question = here.scene, here.question
    if _continues(scene, did):
        return _too_long_in_parts(here, did)
    read = question.kind.read(did.text)
    fresh = replace(scene, tried=did.message, doubted=None, long=0, long_at=0)
    match read:
        case Accepted(value):
            return take(here, value, message=did.message)
        case Doubtful(value) if value == scene.doubted:
            return take(here, value, message=did.message)
        case Doubtful(value, why):
            anyway = ((Button(T("Save it as it is"), "insist"),), *keyboard(here.case, question, fresh)[-1:])
            return Step(replace(fresh, doubted=str(value)), (Edit(turn=here.turn), Say(why, anyway)))
        case Refused(why) if len(did.text) >= _SPLIT_FROM:
            long = replace(fresh, long=len(did.text), long_at=_seconds(here))
            return Step(long, (Edit(turn=here.turn), Say(why, keyboard(here.case, question, long))))
        case Refused(why, again=True):
            return Step(fresh, (Edit(turn=here.turn), Say(why, keyboard(here.case, question, fresh))))
        case Refused(why):
            return Step(fresh, (Say(why),))


def _seconds(here: Here) -> int:
    return int(moment(here.did, here.facts).timestamp())


def _continues(scene: Asking, did: Text) -> bool:
    """Whether this message is the next part of a text that Telegram split because it was over 4,096 characters."""
    if not scene.long or did.at is None:
        return False
    soon = 0 <= int(did.at.timestamp()) - scene.long_at <= _SPLIT_SECONDS
    return soon and 0 < did.message - scene.tried <= _SPLIT_MESSAGES


def _too_long_in_parts(here: Here, did: Text) -> Step:
    """One answer for all parts, with the total count: the first refusal is corrected instead of repeated."""
    count = here.scene.long + len(did.text)
    limit = getattr(here.question.kind, "most", TELEGRAM_LONGEST)
    more = replace(here.scene, tried=did.message, long=count, long_at=_seconds(here))
    says = too_long(count, limit)
    return Step(more, (Edit(says, keyboard(here.case, here.question, more), turn=here.turn),))


def take(here: Here, value: Json, *, message: int = 0) -> Step:
    """Stores an answer and goes on. If it would invalidate others, that is said first and nothing changes yet (N2)."""
    case, question, scene = here.case, here.question, here.scene
    lost = form.invalidated(question.id, value, case.answers)
    if lost:
        return _ask_before_dropping(here, value, lost, message)
    earlier = case.answers.get(question.id)
    chosen = isinstance(question.kind, Choice | Checklist)
    replies: list[Reply] = [_chosen(here, value) if chosen else Edit(turn=here.turn)]
    if earlier is not None and not scene.correcting and earlier.person != here.did.person and earlier.value != value:
        somebody = T("Somebody else of the council had already answered this; your answer takes its place.")
        replies.append(Say(paragraphs(somebody, summary.before_and_now(question, earlier.value, value))))
    replies += tell_before(case, question, value, here.did, here.facts)
    answered = with_answer(case, question.id, value, here.did, here.facts, message)
    saved = save(case, question, value, message)
    if scene.correcting or not drafted(case):
        still = is_open(case, here.did, here.facts)
        return summary.corrected(answered, question, earlier, still=still).after(*replies).also(*saved)
    return _go_on(answered, question, False, *replies).also(*saved)


def tell_before(case: Case, question: Question, value: Json, did: Incoming, facts: Facts) -> tuple[Reply, ...]:
    """Whoever gave the answer that is replaced hears of it, as long as that person acts for the council.

    Of a correction after sending the office hears too, in silence: it may have read the earlier version.
    """
    earlier = case.answers.get(question.id)
    office = _tell_office(case, question, did, facts) if submitted(case) else ()
    if earlier is None or earlier.value == value or earlier.person == did.person:
        return office
    if earlier.person not in facts[Contacts(case.application.body)]:
        return office
    name = case.person.name or did.name
    says = T("{name} has changed an answer of yours: {label}.", name=name, label=question.label)
    return (*office, Say(paragraphs(says, summary.before_and_now(question, earlier.value, value)), to=earlier.person))


def _tell_office(case: Case, question: Question, did: Incoming, facts: Facts) -> tuple[Reply, ...]:
    says = T(
        "<b>{number}</b> · {council} has corrected: {label}. This is version {version}.",
        number=case.application.number or "",
        council=case.council,
        label=question.label,
        version=case.application.version + 1,
    )
    show = column(Button(T("Show the application"), f"sheet.{case.application.id}", standing=True))
    return tuple(Say(says, show, to=one, silent=True) for one in facts[Office()] if one != did.person)


def save(case: Case, question: Question, value: Json, message: int) -> tuple[Change, ...]:
    """The changes that store an answer; the first one begins the draft, a correction after sending is a new version."""
    changes: list[Change] = []
    if case.fresh:
        changes.append(StartApplication(case.application.id, case.call.id, case.application.body))
        if case.person.name and question.id != "name":
            # Telegram tells it, so it is not asked; it stands in the summary, where it can be corrected.
            changes.append(SaveAnswer(case.application.id, "name", case.person.name))
    earlier = case.answers.get(question.id)
    changes.append(SaveAnswer(case.application.id, question.id, value, message, earlier.value if earlier else None))
    if submitted(case):
        now = case.application.status
        again = now is Status.ADMITTED and question.id not in form.CONTACT
        changes.append(Correct(case.application.id, case.application.version + 1, Status.SUBMITTED if again else now))
    return tuple(changes)


def _chosen(here: Here, value: Json) -> Reply:
    """The question without its buttons, and the choice in words."""
    shown = T("You chose: <b>{answer}</b>.", answer=form.shown(here.question, value))
    return Edit(lines(heading(here.case, here.question), here.question.ask, shown), turn=here.turn)


def _ask_before_dropping(here: Here, value: Json, lost: tuple[Question, ...], message: int) -> Step:
    answers = here.case.answers
    says = paragraphs(
        T("If you change this answer, what you wrote here no longer applies and will be removed:"),
        lines(
            *(
                T("<b>{label}</b>: {answer}", label=one.label, answer=form.shown(one, answers[one.id].value))
                for one in lost
            )
        ),
    )
    rows = ((Button(T("Change it and remove that"), "drop"),), (Button(T("Leave it as it is"), "keep"),))
    correcting = here.scene.correcting
    scene = ConfirmingChange(here.case.application.id, here.question.id, json.dumps(value), message, correcting)
    return Step(scene, (Edit(turn=here.turn), Say(says, rows)))


def confirm_change(scene: ConfirmingChange, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """Yes drops exactly what was named and asks only what is new; no changes nothing."""
    case = case_of(facts, scene.application)
    question = form.QUESTIONS.get(scene.question)
    if case is None or question is None or not isinstance(did, Press) or did.choice not in ("drop", "keep"):
        return None
    if not is_open(case, did, facts):
        return summary.too_late(case, moment(did, facts))
    bare = Edit(turn=turn)
    if did.choice == "keep":
        return _go_on(case, question, scene.correcting, bare, Say(T("Nothing has changed.")))
    value: Json = json.loads(scene.value)
    earlier = case.answers.get(question.id)
    lost = tuple(one.id for one in form.invalidated(question.id, value, case.answers))
    changed = with_answer(without_answers(case, lost), question.id, value, did, facts, scene.message)
    if scene.correcting or not drafted(case):
        step = summary.corrected(changed, question, earlier).after(bare)
    else:
        told = (summary.edited(changed, question, earlier.value, value),) if earlier else ()
        step = _go_on(changed, question, False, bare, *told)
    step = step.after(*tell_before(case, question, value, did, facts))
    return step.also(DropAnswers(case.application.id, lost), *save(case, question, value, scene.message))


def _go_on(case: Case, question: Question, correcting: bool, *before: Reply) -> Step:
    following = None if correcting else form.following(case.call, question.id, case.answers)
    return summary.show(case).after(*before) if following is None else ask(case, following, before=before)


def _back(here: Here) -> Step:
    earlier = form.preceding(here.case.call, here.question.id)
    if here.scene.correcting or earlier is None:
        return summary.show(here.case).after(Edit(turn=here.turn))
    return ask(here.case, earlier, before=(Edit(turn=here.turn),), reminding=True)
