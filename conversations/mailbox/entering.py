"""What the e-mail says, question by question: pasted, chosen, or not said. The same form as in the bot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from conversations.forms import application as form
from conversations.forms.application import Question
from conversations.forms.choices import Checklist, Choice
from conversations.forms.outcome import Accepted, Doubtful, Refused
from conversations.intake import summary
from conversations.intake.known import Case, submitted, with_answer, without_answers
from conversations.mailbox import consenting, held
from conversations.protocol.changes import Change, Correct, DropAnswers, SaveAnswer
from conversations.protocol.facts import Json
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.mailed import Entered, Entering
from conversations.protocol.replies import Button, Edit, Keyboard, Reply, Say, column
from conversations.protocol.scenes import Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import Listed, T, Words, lines, paragraphs


@dataclass(frozen=True, slots=True)
class Here:
    """An open question of an e-mail, and what was done there. `turn` is the message that asked it."""

    case: Case
    question: Question
    scene: Entering
    did: Incoming
    facts: Facts
    turn: int


def resume(case: Case, facts: Facts, *, over: bool = False) -> Step:
    """Goes on with what has no answer yet; with `over`, through everything from the beginning."""
    first = held.following(case, None, over=over)
    return ask(case, first, over=over) if first is not None else _done(case, facts)


def ask(case: Case, question: Question, *before: Reply, correcting: bool = False, over: bool = False) -> Step:
    """What does the e-mail say to this?"""
    scene = Entering(case.application.id, question.id, _marked(case, question), correcting=correcting, over=over)
    return Step(scene, (*before, Say(_asked(case, question), _keyboard(question, scene))))


def _asked(case: Case, question: Question) -> Words:
    number = form.number(case.call, question.id)
    total = len(case.call.questions)
    head = T("<b>By e-mail</b> · {council}", council=case.council)
    if number:
        head = T("<b>By e-mail</b> · {council} · {number} of {total}", council=case.council, number=number, total=total)
    now = case.answers.get(question.id)
    return lines(
        head,
        T("<b>{label}</b>: what does the e-mail say?", label=question.label),
        T("Now it says: {answer}", answer=form.shown(question, now.value)) if now else None,
    )


def _marked(case: Case, question: Question) -> tuple[str, ...]:
    answer = case.answers.get(question.id)
    chosen = answer.value if answer is not None and isinstance(question.kind, Checklist) else []
    return tuple(chosen) if isinstance(chosen, list) else ()


def _keyboard(question: Question, scene: Entering) -> Keyboard:
    rows: list[tuple[Button, ...]] = []
    kind = question.kind
    if isinstance(kind, Choice):
        rows += [(Button(option.label, f"is.{option.id}"),) for option in kind.options]
    if isinstance(kind, Checklist):
        boxes = [_box(kind, option, option in scene.toggled) for option in kind.ids()]
        rows += [tuple(boxes[place : place + 2]) for place in range(0, len(boxes), 2)]
        rows.append((Button(T("Done"), "done"),))
    if scene.doubted is not None:
        rows.append((Button(T("Save it as it is"), "insist"),))
    rows.append((Button(T("The e-mail does not say"), "silent"),))
    return (*rows, (Button(T("Go back"), "back"), Button(T("Save and leave"), "leave")))


def _box(kind: Checklist, option: str, marked: bool) -> Button:
    label = kind.label(option)
    if marked:
        return Button(T("✓ {option} (chosen)", option=label), f"off.{option}")
    return Button(label, f"on.{option}")


def handle(scene: Entering, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """What was pressed or pasted while a question of the e-mail is open."""
    case = held.case_of(scene.application, facts)
    question = form.QUESTIONS.get(scene.question)
    if case is None or question is None:
        return None
    here = Here(case, question, scene, did, facts, turn)
    if isinstance(did, Text):
        return _text(here, did.text)
    return _press(here, did.choice, did.message) if isinstance(did, Press) else None


def _press(here: Here, choice: str, message: int) -> Step | None:
    action, _, option = choice.partition(".")
    scene, kind, bare = here.scene, here.question.kind, Edit(turn=here.turn)
    match action, kind:
        case "is", Choice() if option in kind.ids():
            return _take(here, option)
        case (("on" | "off"), Checklist()) if option in kind.ids():
            return _toggle(here, kind, option, action == "on", message)
        case "done", Checklist():
            incomplete = kind.complete(scene.toggled)
            return _take(here, list(scene.toggled)) if incomplete is None else Step(scene, (Say(incomplete),))
        case "insist", _ if scene.doubted is not None:
            return _take(here, scene.doubted)
        case "silent", _:
            return _go_on(here, here.case).after(bare)
        case "back", _:
            earlier = held.preceding(here.case, here.question.id)
            if scene.correcting or earlier is None:
                return show(here.case).after(bare)
            return ask(here.case, earlier, bare, over=scene.over)
        case "leave", _:
            says = T("Saved. To go on, enter an application by e-mail again and choose the same council.")
            again = column(Button(T("Enter one that came by e-mail"), "mail", standing=True))
            return Step(Idle(), (bare, Say(says, again)))
        case _:
            return None


def _toggle(here: Here, kind: Checklist, option: str, wanted: bool, message: int) -> Step:
    if (option in here.scene.toggled) == wanted:
        return Step(here.scene)
    toggled = kind.toggle(here.scene.toggled, option)
    if isinstance(toggled, Refused):
        return Step(here.scene, (Say(toggled.why),))
    marked = replace(here.scene, toggled=tuple(toggled))
    return Step(marked, (Edit(_asked(here.case, here.question), _keyboard(here.question, marked), message=message),))


def _text(here: Here, text: str) -> Step:
    read = here.question.kind.read(text)
    match read:
        case Accepted(value):
            return _take(here, value)
        case Doubtful(value) if value == here.scene.doubted:
            return _take(here, value)
        case Doubtful(value, why):
            doubting = replace(here.scene, doubted=str(value))
            return Step(doubting, (Edit(turn=here.turn), Say(why, _keyboard(here.question, doubting))))
        case Refused(why, again=True):
            return Step(here.scene, (Edit(turn=here.turn), Say(why, _keyboard(here.question, here.scene))))
        case Refused(why):
            most = getattr(here.question.kind, "most", None)
            over = isinstance(most, int) and len(text) > most
            ask_them = T("Or leave it out and ask the council to shorten it: the limit is the same for everybody.")
            return Step(here.scene, (Say(lines(why, ask_them if over else None)),))


def _take(here: Here, value: Json) -> Step:
    """Stores what the e-mail says; answers that no longer apply are set aside."""
    case, name = here.case, here.question.id
    lost = tuple(one.id for one in form.invalidated(name, value, case.answers))
    earlier = case.answers.get(name)
    answered = with_answer(without_answers(case, lost), name, value, here.did, here.facts, 0)
    changes: list[Change] = [DropAnswers(case.application.id, lost)] if lost else []
    changes.append(SaveAnswer(case.application.id, name, value, 0, earlier.value if earlier else None, mailed=True))
    if submitted(case):
        changes.append(Correct(case.application.id, case.application.version + 1, case.application.status))
    said: Reply = Edit(turn=here.turn)
    if isinstance(here.question.kind, Choice | Checklist):
        chose = T("The e-mail says: <b>{answer}</b>.", answer=form.shown(here.question, value))
        said = Edit(lines(_asked(case, here.question), chose), turn=here.turn)
    return _go_on(here, answered).after(said).also(*changes)


def _go_on(here: Here, case: Case) -> Step:
    over = here.scene.over
    following = None if here.scene.correcting else held.following(case, here.question.id, over=over)
    return ask(case, following, over=over) if following is not None else _done(case, here.facts)


def _done(case: Case, facts: Facts) -> Step:
    """Nothing more is asked: the summary of a draft, or what is now complete in one that has its number."""
    return consenting.completed(case, facts) if submitted(case) else show(case)


def show(case: Case) -> Step:
    """All that the e-mail says, before it gets its number."""
    lacks = held.lacking(case)[: -1 if case.application.committed is None else None]
    head = T("<b>By e-mail</b> · {council}: this is what there is.", council=case.council)
    missing = (
        T("It does not say: {what}. You can enter it as it is, and ask the council afterwards.", what=Listed(lacks))
        if lacks
        else None
    )
    rows = column(Button(T("Enter it"), "go"), Button(T("Correct an answer"), "pick"), Button(T("Not yet"), "later"))
    return Step(Entered(case.application.id), (Say(paragraphs(head, summary.listing(case), missing), rows),))


def entered(scene: Entered, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The buttons of the summary and of the list of answers."""
    case = held.case_of(scene.application, facts)
    if case is None or not isinstance(did, Press):
        return None
    action, _, name = did.choice.partition(".")
    bare = Edit(turn=turn)
    match action:
        case "go" if not submitted(case):
            return consenting.ask(case, facts).after(bare)
        case "pick":
            boxes = [Button(one.label, f"fix.{one.id}") for one in held.order(case)]
            rows = tuple(tuple(boxes[place : place + 2]) for place in range(0, len(boxes), 2))
            back = (Button(T("Go back"), "back"),)
            return Step(scene, (bare, Say(T("Which answer do you want to correct?"), (*rows, back))))
        case "fix" if name in form.QUESTIONS:
            return ask(case, form.QUESTIONS[name], bare, correcting=True)
        case "back":
            return show(case).after(bare)
        case "later":
            says = T("It has not been entered. To go on, enter an application by e-mail and choose the same council.")
            again = column(Button(T("Enter one that came by e-mail"), "mail", standing=True))
            return Step(Idle(), (bare, Say(says, again)))
        case _:
            return None
