"""What the commission reads of the applications: on the screen, and all of them as one PDF."""

from __future__ import annotations

from collections.abc import Iterable

from conversations.commission.room import Room
from conversations.forms import application as form
from conversations.protocol.assessment import Candidate
from conversations.protocol.facts import Application
from conversations.protocol.replies import Say, Section, Sheet
from conversations.protocol.turn import Step
from conversations.protocol.words import Council, Folded, Joined, T, Verbatim, Words, lines
from conversations.rules.ranking import by_number
from conversations.rules.roles import Action, may

_QUESTIONS = ("need", "transferability", "alignment")
_REST = ("covid", "covid_how", "means", "involvement", "gender")


def head(application: Application, population: int | None) -> tuple[Words | None, ...]:
    """Who asks, and for what."""
    return (
        T("{n} inhabitant", "{n} inhabitants", n=population) if population else None,
        T("Asks for {service}: «{title}»", service=_said(application, "service"), title=_said(application, "title")),
    )


def _said(application: Application, name: str) -> Words:
    answer = application.answers.get(name)
    return form.shown(form.QUESTIONS[name], answer.value) if answer is not None else Verbatim("…")


def answers(application: Application) -> Words:
    """What the commission reads of an application."""
    told = [
        lines(_label(name), Folded(str(application.answers[name].value)))
        for name in _QUESTIONS
        if name in application.answers
    ]
    rest = [name for name in _REST if name in application.answers]
    said = [
        T("<b>{label}</b>: {answer}", label=form.QUESTIONS[name].label, answer=_said(application, name))
        for name in rest
    ]
    added = [
        T("<b>Asked by the office</b>: «{question}» {answer}", question=question, answer=answer)
        for question, answer in application.added
    ]
    return Joined((*told, *said, *added))


def _label(name: str) -> Words:
    return T("<b>{label}</b>", label=form.QUESTIONS[name].label)


def sheets(room: Room) -> Step | None:
    """The sheets of the applications in which this person takes part, as one PDF; nobody's scores are in them."""
    if not may(room.me, Action.ASSESS):
        return None
    own = sorted((one for one in room.held.candidates if room.takes_part(one.application)), key=by_number)
    if not own:
        return Step(None, (Say(T("There is nothing to assess yet.")),))
    away = len(room.held.candidates) - len(own)
    says = lines(
        T("Here is {n} sheet, to read on paper.", "Here are {n} sheets, to read on paper.", n=len(own)),
        T(
            "{n} is missing, because you take no part in it.",
            "{n} are missing, because you take no part in them.",
            n=away,
        )
        if away
        else None,
    )
    return Step(None, (Say(says, document=_printed(room, own)),))


def _away(n: int) -> Words:
    return T(
        "{n} is missing, because you take no part in it.", "{n} are missing, because you take no part in them.", n=n
    )


def _printed(room: Room, own: Iterable[Candidate]) -> Sheet:
    return Sheet(
        f"fitxes-{room.call.id}.pdf",
        T("Sheets of the {call}", call=room.call.name),
        (
            T(
                "Criteria, with scores from 0 to {scale}: {criteria}.",
                scale=room.method.scale,
                criteria=_criteria(room),
            ),
            T("These sheets are for the technical commission: they are not to be passed on."),
        ),
        tuple(_section(room, one) for one in own),
        T("XMESS. {call}", call=room.call.name),
    )


def _criteria(room: Room) -> Words:
    names = Joined(tuple(Verbatim(one.name) for one in room.call.criteria), "; ")
    return T("Criteria, with scores from 0 to {scale}: {criteria}.", scale=room.method.scale, criteria=names)


def _section(room: Room, candidate: Candidate) -> Section:
    application = room.held.applications[candidate.application]
    names = [name for name in (*_QUESTIONS, *_REST) if name in application.answers]
    return Section(
        T("{number} · {council}", number=candidate.number, council=Council(candidate.body_name)),
        (
            lines(*head(application, candidate.population)),
            *(
                T("{label}: {answer}", label=form.QUESTIONS[name].label, answer=_said(application, name))
                for name in names
            ),
            *(
                T("Asked by the office: «{question}» {answer}", question=question, answer=answer)
                for question, answer in application.added
            ),
        ),
    )
