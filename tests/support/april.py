"""The demonstration set of the April call: invented requests under real names of councils, and invented people.

Whatever is made from it says that it is demonstration data. Three requests ask for mentoring, which has two packages,
and ten for advice, which has seven; the first one of Palau-solità (number 10) was withdrawn and is not here.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from conversations.calls import parse
from conversations.protocol.assessment import Candidate, Conflict, ConflictKind, Decision, Mark, Outcome
from conversations.protocol.facts import (
    Answer,
    Application,
    Body,
    Json,
    Membership,
    Person,
    Role,
    Seat,
    Status,
    Stay,
)
from conversations.protocol.method import Method, Rule
from conversations.rules import bags, conflicts, ranking, scoring
from conversations.rules.candidates import candidate
from conversations.rules.minutes import Record
from tests.conversation import CALL as CALL_FILE

CALL = parse(CALL_FILE.read_text(encoding="utf-8"))
MEETING = date(2020, 5, 14)
AT = datetime(2020, 5, 14, 8, 0, tzinfo=UTC)
METHOD = Method(order=(Rule.INVOLVEMENT, Rule.NEWCOMER, Rule.SUPPORT))

FOUNDING, LATER = "2017-05-17", "2018-04-12"

# number, id, name, comarca, inhabitants, member since, service, title, topics, covid, means, involvement, mentor
_ROWS: tuple[tuple[int, str, str, str, int | None, str, str, str, str, str, str, str, str], ...] = (
    (1, "081017", "l'Hospitalet de Llobregat", "Barcelonès", 289510, "2019-04-11", "advice",
     "Un mapa de l'ESS de la ciutat", "diagnosis", "none", "since_1_3 staff budget", "assembly events", ""),
    (2, "080076", "Arenys de Munt", "Maresme", None, "2019-04-11", "mentoring",
     "Primers passos i perfil tècnic", "governance", "none", "since_lt1 staff", "assembly", "081120"),
    (3, "080386", "Callús", "Bages", 2180, LATER, "advice",
     "Compra responsable en un municipi petit", "procurement", "none", "since_1_3 staff clauses", "events", ""),
    (4, "082711", "Sobremunt", "Osona", 90, LATER, "mentoring",
     "Agroecologia en un micropoble", "food", "none", "since_none nothing", "none", ""),
    (5, "171557", "Salt", "Gironès", 34491, FOUNDING, "advice",
     "Cures amb perspectiva de gènere", "care", "community", "since_gt3 staff budget plan", "assembly groups", ""),
    (6, "431567", "Ulldecona", "Montsià", 6714, "2018-11-29", "advice",
     "Suport al comerç i a les cooperatives", "market creation", "economic", "since_1_3 staff", "events", ""),
    (7, "081803", "Ripollet", "Vallès Occidental", 39897, FOUNDING, "mentoring",
     "Clàusules socials pas a pas", "procurement", "none", "since_gt3 staff budget plan clauses", "assembly", ""),
    (8, "080462", "Cardedeu", "Vallès Oriental", 19046, FOUNDING, "advice",
     "Habitatge en cessió d'ús", "housing", "none", "since_gt3 staff", "events", ""),
    (9, "081419", "Navàs", "Bages", 6238, FOUNDING, "advice",
     "Un fons de crèdit municipal", "finance", "none", "since_1_3 budget", "groups", ""),
    (11, "081568", "Palau-solità i Plegamans", "Vallès Occidental", 15614, LATER, "advice",
     "Una segona petició: comunitat energètica", "energy", "none", "since_1_3 staff space", "events", ""),
    (12, "430141", "Amposta", "Montsià", None, "2020-07-01", "advice",
     "Començar amb una diagnosi", "diagnosis", "none", "since_none nothing", "none", ""),
    (13, "081136", "Manresa", "Bages", 80974, "", "advice",
     "Mercat social comarcal", "market", "none", "since_gt3 staff budget grants", "events", ""),
    (14, "080155", "Badalona", "Barcelonès", None, FOUNDING, "advice",
     "Cooperatives de joves", "youth creation", "none", "since_gt3 staff budget", "assembly boards", ""),
)  # fmt: skip


def _answers(**given: Json) -> dict[str, Answer]:
    return {question: Answer(value, 1, 1, AT) for question, value in given.items()}


def _candidate(row: tuple[int, str, str, str, int | None, str, str, str, str, str, str, str, str]) -> Candidate:
    number, body, name, comarca, population, since, service, title, topics, covid, means, involvement, mentor = row
    stays = (Stay(Membership.MEMBER, date.fromisoformat(since), None),) if since else ()
    application = Application(
        f"2020-1.{body}.{2 if number == 11 else 1}",
        CALL.id,
        body,
        name,
        Status.ADMITTED,
        _answers(
            service=service,
            title=title,
            topics=topics.split(),
            covid=covid,
            means=means.split(),
            involvement=involvement.split(),
        ),
        number=f"2020-1-{number:03}",
    )
    register = Body(body, name, comarca, stays)
    return candidate(application, register, MEETING, population=population, mentor=mentor or None)


CANDIDATES = tuple(_candidate(row) for row in _ROWS)
OF = {one.body_name: one for one in CANDIDATES}
"""The candidates by the name of their council."""

BERTA = Person(1, "Berta", seats=(Seat(Role.COMMISSION, "081120", "Manlleu"),))
ORIOL = Person(2, "Oriol", seats=(Seat(Role.COMMISSION, "082515", "Santa Margarida i els Monjos"),))
NADIA = Person(3, "Nadia", seats=(Seat(Role.COMMISSION, "080155", "Badalona"), Seat(Role.MENTOR, "080155", "Badalona")))
MEMBERS = (BERTA, ORIOL, NADIA)
"""Berta's council is proposed to go with Arenys de Munt; Nadia's has an application of its own."""

_SCORES: dict[str, tuple[str, str, str]] = {
    # each person's scores for need, transferability and alignment; "" where there is none
    "Sobremunt": ("434", "433", "334"),
    "Arenys de Munt": ("", "333", "333"),
    "Ripollet": ("333", "432", "333"),
    "l'Hospitalet de Llobregat": ("334", "333", "343"),
    "Callús": ("444", "443", "434"),
    "Salt": ("444", "344", "443"),
    "Ulldecona": ("333", "343", "332"),
    "Cardedeu": ("333", "323", "332"),
    "Navàs": ("333", "332", "333"),
    "Palau-solità i Plegamans": ("332", "222", "232"),
    "Amposta": ("433", "323", "222"),
    "Manresa": ("222", "-", "212"),
    "Badalona": ("333", "343", ""),
}


def _marks() -> tuple[Mark, ...]:
    names = [one.id for one in CALL.criteria]
    marks = []
    for name, given in _SCORES.items():
        for member, scores in zip(MEMBERS, given, strict=True):
            own = dict(zip(names, map(int, scores), strict=True)) if scores.isdigit() else None
            if scores:
                marks.append(Mark(member.id, OF[name].application, own))
    return tuple(marks)


MARKS = _marks()

SWITCHED = {OF["Ripollet"].application: "advice"}
WHY_SWITCHED = "La necessitat és molt concreta: amb dues sessions d'assessorament avançareu més."


def decision(name: str, outcome: Outcome, service: str | None = None, **more: str | int) -> Decision:
    """A decision about the candidate of that council."""
    minutes = 240 if outcome is Outcome.GRANTED else 0
    return Decision(OF[name].application, outcome, service, minutes, **more)  # type: ignore[arg-type]


DECISIONS = (
    decision("Sobremunt", Outcome.GRANTED, "mentoring"),
    decision("Arenys de Munt", Outcome.GRANTED, "mentoring"),
    decision("Ripollet", Outcome.GRANTED, "advice", reason=WHY_SWITCHED),
    decision("Callús", Outcome.GRANTED, "advice"),
    decision("Salt", Outcome.GRANTED, "advice"),
    decision("l'Hospitalet de Llobregat", Outcome.GRANTED, "advice"),
    decision("Badalona", Outcome.GRANTED, "advice"),
    decision("Ulldecona", Outcome.GRANTED, "advice"),
    decision("Navàs", Outcome.GRANTED, "advice"),
    decision("Cardedeu", Outcome.WAITING_LIST, "advice", position=1),
    decision("Amposta", Outcome.WAITING_LIST, "advice", position=2, note="L'ingrés a la xarxa està pendent."),
    decision(
        "Palau-solità i Plegamans",
        Outcome.DEFERRED,
        reason="És la segona petició del mateix ajuntament i no queden paquets.",
    ),
    decision(
        "Manresa",
        Outcome.REFUSED,
        reason="La petició és clara, però el servei és per als municipis membres.",
    ),
)

DECLARED = (Conflict(ORIOL.id, OF["Manresa"].application, ConflictKind.DECLARED, "hi viu la meva mare"),)
GUEST = Person(7, "Convidada", seats=(Seat(Role.OFFICE),))


def record() -> Record:
    """The meeting of the demonstration: the order of advice changed by hand, both bags filled."""
    marks = conflicts.counted(MARKS, MEMBERS, CANDIDATES, DECLARED)
    ids = [one.application for one in CANDIDATES]
    found = scoring.scores(ids, marks, CALL.criteria, METHOD)
    book = bags.Book(CALL.services)
    places = {service.id: bags.places(book, service.id) for service in CALL.services}
    listed = ranking.lists(CANDIDATES, CALL.services, places, SWITCHED)
    mentoring, advice = (
        ranking.ranked(service, own, found, METHOD, places[service]) for service, own in listed.items()
    )
    order = list(advice.order)
    order[0], order[1] = order[1], order[0]
    for one in DECISIONS:
        candidate = next(two for two in CANDIDATES if two.application == one.application)
        if one.service and one.minutes:
            book = bags.after(book, bags.grant(book, candidate, one.service, AT, reason=one.reason))
    return Record(
        CALL.id,
        CALL.name,
        MEETING,
        (*MEMBERS, GUEST),
        frozenset({1, 2, 7}),
        CALL.criteria,
        METHOD,
        CANDIDATES,
        MARKS,
        DECLARED,
        (mentoring, ranking.reordered(advice, order, "Callús ja té els plecs a punt")),
        DECISIONS,
        tuple(bags.balance(book, service.id) for service in CALL.services),
        demonstration=True,
    )
