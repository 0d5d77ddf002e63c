"""Asking the office for help, from anywhere, and going back to where one was."""

from __future__ import annotations

from conversations import free_text
from conversations.forms import application as form
from conversations.intake import opening
from conversations.intake.asking import ask
from conversations.intake.known import case_of
from conversations.protocol.changes import AskHelp
from conversations.protocol.facts import Role
from conversations.protocol.incoming import Attachment, Incoming, Text
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import Asking, AskingHelp, Idle, Scene
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me, Office
from conversations.protocol.words import Council, Listed, T, Words, lines

MOST = 2000


def open_help(scene: Scene, facts: Facts) -> Step:
    """Asks what the matter is; who has not read the privacy notice is told who will read it."""
    says = T("Write what you need. The technical office will read it and answer you here.")
    reads = T("It will also see your name. More on your data: /privacitat.") if facts[Me()].notice is None else None
    asking = (
        AskingHelp(scene.application, scene.question, scene.correcting) if isinstance(scene, Asking) else AskingHelp()
    )
    return Step(asking, (Say(lines(says, reads), column(Button(T("Leave it"), "back"))),))


def handle(scene: AskingHelp, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """Sends the question to the office with where the person stood, and goes on there."""
    left = _resume(scene, facts)
    where = column(Button(T("Show me where I was"), "home", standing=True))
    nothing = () if left.replies else (Say(T("Nothing has been sent to the technical office."), where),)
    if isinstance(did, Attachment):
        return Step(scene, (Say(T("I can only pass on text. Write it, please.")),))
    read = free_text.read(scene, did, MOST, left.after(Edit(turn=turn), *nothing), button="back")
    if not isinstance(read, Text):
        return read
    case = case_of(facts, scene.application) if scene.application else None
    name = facts[Me()].name or did.name
    question = form.QUESTIONS.get(scene.question)
    seats = facts[Me()].contact_seats()
    bodies = [case.application.body_name] if case else [seat.body_name for seat in seats]
    place = str(form.number(case.call, question.id)) if case and question else ""
    office = lines(
        T("<b>{name}</b> asks for help.", name=name),
        T("Council: {council}.", council=Listed(tuple(Council(one) for one in bodies))) if bodies else None,
        T("At question {number}: {label}.", number=place, label=question.label) if question and place else None,
        T("“{text}”", text=read.text),
    )
    rows = column(Button(T("Answer"), f"reply.{did.update}", standing=True))
    told = tuple(Say(office, rows, to=one) for one in facts[Office()])
    asked = AskHelp(did.update, scene.application, ", ".join(bodies), place, read.text, name)
    thanks = Say(T("The technical office has it and will answer you here."))
    return left.after(Edit(turn=turn), thanks, *told).also(asked)


def _resume(scene: AskingHelp, facts: Facts) -> Step:
    case = case_of(facts, scene.application) if scene.application else None
    question = form.QUESTIONS.get(scene.question)
    if case is None or question is None:
        return Step(Idle())
    return ask(case, question, correcting=scene.correcting, reminding=True)


def about(facts: Facts, private: bool) -> Words:
    """What the bot can do for this person, here."""
    if not private:
        return T("Applications are made in private, not in groups. Write to me in private.")
    controller = facts.house.controller
    me = facts[Me()]
    contact, tells = bool(me.contact_seats()), me.holds(Role.MENTOR)
    corrects = contact and not facts.house.minimal
    return lines(
        T("<b>What you can do here</b>"),
        T("/inici: what you can do now."),
        T("/estat: where the application stands.") if contact else None,
        T("/sessions: your sessions and the hours that are left.") if tells else None,
        T("/sessions: the sessions and the hours of every package.") if me.holds(Role.OFFICE) else None,
        T("/avisos: the reminders that you get.") if contact or tells else None,
        T("After a session, write it here in a sentence.") if tells else None,
        T("To correct an answer, edit your own message or use the summary.") if corrects else None,
        T("/privacitat: what is done with your data."),
        T("To ask the technical office, press the button or write to {address}.", address=controller.address),
    )


def help_card(facts: Facts) -> Step:
    """/ajuda in private."""
    rows = column(Button(T("Write to the technical office"), "help", standing=True))
    return Step(None, (Say(about(facts, True), rows),))


def privacy(facts: Facts) -> Step:
    """/privacitat: all the information on data protection."""
    mine = Button(T("Show me my data"), "mydata", standing=True)
    erase = Button(T("Erase my data"), "erase", standing=True)
    return Step(None, (Say(opening.second_layer(facts), column(mine, erase)),))
