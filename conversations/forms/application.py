"""The questions of an application. A call names the ones it asks and their order; a new question is one line here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from conversations.forms.choices import Checklist, Choice, Group, Option
from conversations.forms.contact import Email, PersonName, Phone, Role
from conversations.forms.phone import readable
from conversations.forms.texts import LongText, ShortText
from conversations.protocol.facts import ERASED, Answer, Call, Json
from conversations.protocol.words import Folded, Joined, T, Verbatim, Words

Kind = ShortText | LongText | PersonName | Role | Email | Phone | Choice | Checklist


@dataclass(frozen=True, slots=True)
class Question:
    """A question: the part of the form it belongs to, what is asked, the kind of answer and its name in a summary.

    `after` names the question and the answers that make it apply; it shares the number of that question and may be
    passed over.
    """

    id: str
    part: T
    ask: Words
    kind: Kind
    label: T
    example: T | None = None
    after: tuple[str, frozenset[str]] | None = None


_CONTACT = T("Contact")
_REQUEST = T("The request")
_COUNCIL = T("The council")
_SESSIONS = T("The sessions")

NO_PREFERENCE = (
    "sense preferència", "cap preferència", "no tenim preferència", "tant és", "tan és", "tant me fa", "tant ens fa",
    "indiferent", "qualsevol", "qualsevol de les dues", "qualsevol dels dos", "igual", "ens és igual", "m'és igual",
    "el que vulgueu", "com vulgueu", "el que us vagi millor", "da igual", "sin preferencia",
)  # fmt: skip
"""How people say that they have no preference."""

SERVICE = Choice(
    (
        Option(
            "mentoring",
            T("Mentoring"),
            ("mentoria", "mentories", "mentoring", "mentor", "mentora", "tutoria", "la primera"),
        ),
        Option(
            "advice",
            T("Advice"),
            ("assessorament", "assessorament especialitzat", "assessoria", "asesoramiento", "asesoría", "consultoria"),
        ),
        Option("either", T("No preference"), NO_PREFERENCE),
    )
)
TOPICS = Checklist(
    (
        Group(
            (
                Option(
                    "procurement",
                    T("Responsible procurement"),
                    ("contractació", "clàusules socials", "compra", "compra pública", "compra responsable"),
                ),
                Option("diagnosis", T("Diagnosis and mapping"), ("mapa", "diagnosi", "mapatge", "estudi")),
                Option(
                    "creation",
                    T("New cooperatives and projects"),
                    ("creació", "creació de projectes", "incubadora", "llançadora", "emprenedoria"),
                ),
                Option("youth", T("Young people"), ("joves", "jovent", "cooperatives de joves")),
                Option("finance", T("Ethical finance and credit"), ("finances ètiques", "fons de crèdit", "crèdit")),
                Option("currency", T("Local currency"), ("moneda social", "moneda local")),
                Option("housing", T("Housing"), ("habitatge", "cessió d'ús", "habitatge cooperatiu")),
                Option("food", T("Agroecology and consumption"), ("agroecologia", "consum", "alimentació", "pagesia")),
                Option(
                    "care",
                    T("Care and feminist economy"),
                    ("cures", "cures i feminismes", "economia feminista", "feminismes", "gènere"),
                ),
                Option(
                    "energy",
                    T("Energy and ecology"),
                    ("energia", "comunitat energètica", "ecologia", "transició ecològica"),
                ),
                Option("market", T("Social market and trade"), ("mercat social", "comerç", "intercooperació")),
                Option(
                    "governance", T("Participation and team"), ("participació", "governança", "perfil tècnic", "equip")
                ),
                Option("other", T("Another topic"), ("altres", "un altre", "altre tema")),
            ),
            most=3,
        ),
    )
)
COVID = Choice(
    (
        Option("economic", T("Yes, economic"), ("socioeconòmica", "econòmica", "sí econòmica")),
        Option("community", T("Yes, in the community"), ("sociocomunitària", "comunitària", "social")),
        Option("both", T("Yes, both"), ("totes dues", "ambdues", "les dues")),
        Option("none", T("It does not"), ("no", "cap", "gens")),
    )
)
MEANS = Checklist(
    (
        Group(
            (
                Option("since_none", T("No policies yet"), ("encara no", "no en fem")),
                Option("since_lt1", T("Less than a year"), ("menys d'un any", "fa menys d'un any")),
                Option("since_1_3", T("One to three years"), ("d'un a tres anys", "dos anys", "entre 1 i 3")),
                Option("since_gt3", T("More than three years"), ("més de tres anys", "fa anys")),
            ),
            most=1,
            name=T("how long you have had policies"),
        ),
        Group(
            (
                Option("staff", T("Own staff"), ("personal", "personal propi", "personal tècnic", "tècnica")),
                Option("budget", T("Own budget"), ("pressupost", "pressupost propi")),
                Option("plan", T("A plan or a diagnosis"), ("pla", "diagnosi", "pla o diagnosi")),
                Option("space", T("A place for the SSE"), ("espai", "espai d'ESS", "punt", "punt d'ESS", "local")),
                Option("clauses", T("By-law or clauses"), ("ordenança", "clàusules", "ordenança o clàusules")),
                Option("grants", T("Grants"), ("subvencions", "ajuts")),
                Option(
                    "nothing",
                    T("None of these means"),
                    ("cap", "res", "cap d'aquests", "cap d'aquests mitjans"),
                    exclusive=True,
                ),
            ),
            most=6,
            name=T("what means you have"),
        ),
    )
)
INVOLVEMENT = Checklist(
    (
        Group(
            (
                Option("assembly", T("Assembly"), ("assemblea",)),
                Option(
                    "boards", T("Executive or technical commission"), ("comissió", "comissions", "executiva", "tècnica")
                ),
                Option("groups", T("Working groups"), ("grups de treball", "grup")),
                Option("events", T("Events and training"), ("jornada", "jornades", "formació")),
                Option("practices", T("Good practices"), ("bones pràctiques",)),
                Option(
                    "none", T("Nothing yet"), ("encara no", "encara en res", "cap", "res", "enlloc"), exclusive=True
                ),
            ),
            most=5,
        ),
    )
)
MODALITY = Choice(
    (
        Option("in_person", T("In person"), ("presencial", "presencialment", "en persona", "cara a cara")),
        Option(
            "remote",
            T("At a distance"),
            ("a distància", "en línia", "online", "virtual", "per videotrucada", "videoconferència", "telemàtica"),
        ),
        Option("either", T("No preference"), NO_PREFERENCE),
    )
)

QUESTIONS: Mapping[str, Question] = {
    question.id: question
    for question in (
        Question("position", _CONTACT, T("What is your position, and in which department?"), Role(), T("Position")),
        Question("email", _CONTACT, T("What is your work e-mail address?"), Email(), T("E-mail")),
        Question("service", _REQUEST, T("What would suit you best? Mentoring or advice."), SERVICE, T("Service")),
        Question("title", _REQUEST, T("Sum up the request in one sentence."), ShortText(120), T("Title")),
        Question("topics", _REQUEST, T("Which topics is it about? Up to three."), TOPICS, T("Topics")),
        Question(
            "need",
            _REQUEST,
            T("What do you need, and why?"),
            LongText(1500),
            T("Need and impact"),
            T("Example of a need."),
        ),
        Question(
            "transferability",
            _REQUEST,
            T("What could other councils take or adapt from it?"),
            LongText(1000),
            T("Use for other councils"),
            T("Example of transferability."),
        ),
        Question(
            "alignment",
            _REQUEST,
            T("How does this request help to strengthen the SSE?"),
            LongText(1000),
            T("Contribution to the SSE"),
            T("Example of alignment."),
        ),
        Question("covid", _REQUEST, T("Does it respond to the covid-19 crisis?"), COVID, T("Covid-19")),
        Question(
            "covid_how",
            _REQUEST,
            T("Say in one or two sentences how it responds to the crisis."),
            LongText(600),
            T("Response to covid-19"),
            after=("covid", frozenset({"economic", "community", "both"})),
        ),
        Question("means", _COUNCIL, T("What do you have to work with?"), MEANS, T("Track record and means")),
        Question(
            "involvement",
            _COUNCIL,
            T("In what of the XMESS have you taken part in the last twelve months?"),
            INVOLVEMENT,
            T("Taking part in the XMESS"),
        ),
        Question("modality", _SESSIONS, T("In person or at a distance?"), MODALITY, T("Modality")),
        Question("name", _CONTACT, T("What is your name and surname?"), PersonName(), T("Name")),
        Question("phone", _CONTACT, T("What is your work telephone?"), Phone(), T("Telephone")),
        Question(
            "second_contact",
            _CONTACT,
            T("Who is the second contact? Name and e-mail."),
            ShortText(200),
            T("Second contact"),
        ),
        Question(
            "gender",
            _REQUEST,
            T("Does the project take gender and intersectionality into account? How?"),
            LongText(600),
            T("Gender perspective"),
        ),
    )
}

CONTACT = tuple(question.id for question in QUESTIONS.values() if question.part is _CONTACT)
"""The questions about a person, not about the council: what is redacted when somebody asks for it or time passes."""

OPTIONAL = ("name", "phone", "second_contact", "gender")
"""Lines that nobody has to fill in; offered with the summary."""

FIELD_OF_TOPIC: Mapping[str, str] = {
    "procurement": "use",
    "diagnosis": "knowledge",
    "creation": "support",
    "youth": "support",
    "finance": "support",
    "currency": "use",
    "housing": "support",
    "food": "use",
    "care": "support",
    "energy": "support",
    "market": "fertilisation",
    "governance": "regulation",
    "other": "other",
}
"""The kind of local policy of each topic (domain §5.1), derived and not asked: to compare, and for diversity (R26)."""

Answers = Mapping[str, Answer]


def applies(question: Question, answers: Answers) -> bool:
    """Whether the question is asked at all, given the answers so far."""
    if question.after is None:
        return True
    parent, values = question.after
    return parent in answers and answers[parent].value in values


def asked(call: Call) -> Iterator[Question]:
    """The questions of a call in order, each followed by those that depend on it."""
    for name in call.questions:
        yield QUESTIONS[name]
        yield from dependents(name)


def in_own_words(question: Question) -> bool:
    """Whether the answer is what somebody writes, and not chosen from a list."""
    return not isinstance(question.kind, Choice | Checklist)


def dependents(parent: str) -> tuple[Question, ...]:
    """The questions that apply only after certain answers to `parent`."""
    return tuple(one for one in QUESTIONS.values() if one.after is not None and one.after[0] == parent)


def number(call: Call, question: str) -> int:
    """The stable number of a question in a call, from 1; a dependent question shares its parent's; 0 for optional."""
    after = QUESTIONS[question].after
    name = after[0] if after else question
    return call.questions.index(name) + 1 if name in call.questions else 0


def missing(call: Call, answers: Answers) -> tuple[str, ...]:
    """The questions of the call that have no answer yet; dependent ones may be passed over and never are missing."""
    return tuple(name for name in call.questions if name not in answers)


def to_go_on(call: Call, answered: Collection[str]) -> tuple[str, ...]:
    """The questions without an answer in the order in which a draft goes on: after the last that has one, then what is
    missing before it, such as the contact data of somebody who handed the application over or erased them."""
    last = max((call.questions.index(name) for name in call.questions if name in answered), default=0)
    rest = (*call.questions[last:], *call.questions[:last])
    return tuple(name for name in rest if name not in answered)


def following(call: Call, question: str, answers: Answers) -> Question | None:
    """The next question to ask after one was answered: a dependent that applies, else the next without an answer."""
    for one in dependents(question):
        if applies(one, answers) and one.id not in answers:
            return one
    open_ones = missing(call, answers)
    place = number(call, question)
    later = [name for name in open_ones if number(call, name) > place]
    return QUESTIONS[(later or list(open_ones))[0]] if open_ones else None


def preceding(call: Call, question: str) -> Question | None:
    """The question before one; None at the first. A dependent question goes back to its parent."""
    after = QUESTIONS[question].after
    if after is not None:
        return QUESTIONS[after[0]]
    place = number(call, question)
    return QUESTIONS[call.questions[place - 2]] if place > 1 else None


def invalidated(question: str, value: Json, answers: Answers) -> tuple[Question, ...]:
    """The answered questions that would no longer apply if `question` were answered with `value` (N2)."""
    return tuple(
        one for one in dependents(question) if one.id in answers and one.after is not None and value not in one.after[1]
    )


def fields(answers: Answers) -> tuple[str, ...]:
    """The kinds of local policy that the chosen topics belong to, without repeats."""
    chosen = answers["topics"].value if "topics" in answers else []
    topics: Sequence[str] = chosen if isinstance(chosen, list) else []
    return tuple(dict.fromkeys(FIELD_OF_TOPIC.get(topic, "other") for topic in topics))


def shown(question: Question, value: Json, *, folded: bool = False) -> Words:
    """An answer as people read it; long texts may be folded."""
    kind = question.kind
    if value == ERASED:
        return T("Contact data that have been erased.")
    if isinstance(kind, Choice | Checklist):
        chosen = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        # Labels may hold an "and" themselves ("jornades i formació"): only commas tell them apart.
        return Joined(tuple(T("{chosen}", chosen=kind.label(one)) for one in chosen), ", ")
    text = readable(str(value)) if isinstance(kind, Phone) else str(value)
    return Folded(text) if folded and isinstance(kind, LongText) else Verbatim(text)
