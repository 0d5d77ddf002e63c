"""What is said in few words of sessions that wait: one more value of it, what it was about, or that one is to go."""

from __future__ import annotations

import re

from conversations.intake.known import moment
from conversations.mentoring import asking, naming, pending
from conversations.mentoring.drafts import COUNCIL, DAY, MINUTES, MODALITIES, MODALITY, TOPIC, Draft
from conversations.mentoring.pending import Pending
from conversations.protocol.incoming import Text
from conversations.protocol.wants import Facts
from conversations.rules.deadlines import MADRID
from conversations.rules.plain import words
from conversations.rules.session_report import Changed, begins_otherwise, changed, without_opening

_FEW_WORDS = 3
_TOPIC = re.compile(
    r"\W*(?:i )?(?:(?:el )?tema\W+(?:(?:és|era|va ser) )?|"
    r"(?:(?:no|ah|i),? )?(?:(?:era|va ser|va anar|anava|vam parlar|vam tractar) )?sobre )"
    r"(?P<what>.+?)(?:, (?:i )?no (?:sobre|de|del|dels) .*)?",
    re.IGNORECASE | re.DOTALL,
)
_TALKED = re.compile(
    r"\W*(?:(?:no|però),? )?vam (?:parlar|tractar) (?:de |d['’])(?P<what>.+?),? (?:i )?"
    r"no (?:sobre|de|del|dels|d['’]).*",
    re.IGNORECASE | re.DOTALL,
)
_AWAY = (
    r"(?:no (?:la|l|el|ho) ?(?:posis|poseu|desis|deseu|anotis|anoteu|apuntis|apunteu|comptis|compteu)|"
    r"(?:la|l) ?(?:pots|podeu) (?:treure|esborrar|descartar|eliminar)|"
    r"(?:no hi va|fora|no (?:compta|val|ha de comptar)))"
)
_ASKS_AWAY = (
    r"(?:treu|traieu|(?:es)?borr(?:a|eu)|elimina|elimineu|descarta|descarteu|no desis|no deseu|no anotis|no anoteu|"
    r"no posis|no poseu|no comptis|no compteu|oblida|oblideu)"
)
_WHICH = (
    r"(?:la|l) ?(?:sessio )?(?:(?P<nth>\d{1,2}|primera|segona|tercera|quarta|cinquena|ultima|darrera)|"
    r"(?:de|del|d|amb) ?.+)"
)
_GOES = (
    re.compile(rf"(?:(?:res|no|al final|perdo|ai|si us plau) )*{_WHICH} {_AWAY}(?: si us plau)?"),
    re.compile(rf"(?:(?:res|no|al final|perdo|ai|si us plau) )*{_ASKS_AWAY} {_WHICH}"),
    re.compile(rf"{_WHICH} (?:no|(?:no )?{_ASKS_AWAY}(?: (?:la|l|ho))?)(?: si us plau)?"),
)
_ASKS_TO_SAVE = r"(?:desa|deseu|desem|guarda|guardeu|anota|anoteu|apunta|apunteu|confirma)"
_SAVES_ONE = (
    re.compile(rf"(?:(?:si|ok|vale|be|si us plau) )*{_ASKS_TO_SAVE} (?:nomes )?{_WHICH}"),
    re.compile(rf"(?:(?:si|ok|vale|be|si us plau) )*nomes {_ASKS_TO_SAVE} {_WHICH}"),
    re.compile(rf"(?:(?:si|ok|vale|be|si us plau) )*nomes {_WHICH}"),
)
_SAVES_SOME = re.compile(rf"(?:\w+ ){{0,3}}{_ASKS_TO_SAVE} (?:nomes )?(?:una|(?:la|l|les) \w)")
_OPENS = r"\W*(?:(?:no|ai|perdó|ui|i|espera|ep|val|vale|bé|que|però|millor|diguem|en realitat|de fet)\b,? ?)*"
ORDINAL = "primera|segona|tercera|quarta|cinquena|última|ultima|darrera"
"""The places of a session among several in words, as alternatives of an expression."""

_PLACE = rf"(?P<nth>\d{{1,2}}|{ORDINAL})\b"
_OF_ONE = re.compile(
    rf"{_OPENS}(?:a )?(?:la |l['’])(?:sessió )?(?:{_PLACE}(?! (?:de|hora|part|meitat|vegada|setmana)\b)\W*|"
    r"(?P<which>(?:de |del |d['’]|amb ).+?) (?=(?:era|eren|va ser|van ser|va durar) ))(?P<what>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_TOPIC_OF_ONE = re.compile(
    rf"{_OPENS}(?:el )?tema (?:de |d['’])?(?:la |l['’])(?:sessió )?(?:{_PLACE}|(?P<which>(?:de |del |d['’]|amb ).+?))"
    r"(?: (?:és|era|va ser)\b|:)\W*(?P<what>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_AND_ANOTHER = re.compile(rf"(?:,| i|, i) (?=(?:la |l['’])(?:sessió )?(?:\d{{1,2}}|{ORDINAL})\b)", re.IGNORECASE)
_SEVERAL = re.compile(r"\bi (?:la|l|les|descart\w*|treu|esborr\w*)\b|\b(?:menys|excepte|tret)\b")
_ORDINALS = {"primera": 1, "segona": 2, "tercera": 3, "quarta": 4, "cinquena": 5, "ultima": 0, "darrera": 0}


def goes(text: str, desk: Pending, did: Text, facts: Facts) -> int | None:
    """The place of the one session that is to go by what a text says of it: «la de dilluns no la posis», «treu la 2».

    None if the text asks for nothing of the kind; -1 if it does and it is not plain which one.
    """
    said = " ".join(words(text))
    found = next((match for pattern in _GOES if (match := pattern.fullmatch(said))), None)
    if found is None:
        return None
    return nth(found["nth"], len(desk.drafts)) if found["nth"] else _named(text, desk, did, facts)


def saves(text: str, desk: Pending, did: Text, facts: Facts, *, asked: bool = False) -> int | None:
    """The place of the one session that is to be saved, and not the others: «desa només la segona», «desa la de Vic».

    None if the text asks for nothing of the kind; -1 if it does and it is not plain which one. If it was `asked` which
    one, «la segona» is enough.
    """
    said = " ".join(words(text)).removesuffix(" si us plau")
    if asked and re.fullmatch(_WHICH, said):
        said = f"desa {said}"
    found = next((match for pattern in _SAVES_ONE if (match := pattern.fullmatch(said))), None)
    if found is not None and not _SEVERAL.search(said):
        return nth(found["nth"], len(desk.drafts)) if found["nth"] else _named(text, desk, did, facts)
    return -1 if found is not None or _SAVES_SOME.match(said) else None


def nth(said: str, count: int) -> int:
    """The place of «la segona» or «la 2» among so many; -1 if there are fewer."""
    at = _ORDINALS.get(" ".join(words(said)), int(said) if said.isdigit() else 0) or count
    return at - 1 if at <= count else -1


def _named(text: str, desk: Pending, did: Text, facts: Facts) -> int:
    """The place of the one session with the council, the day or the length that a text names; -1 if it is not plain."""
    about = naming.of_packages(text, desk.mine, did, facts)
    if about.foreign or not (about.council or about.days or about.minutes):
        return -1
    places = [at for at, one in enumerate(desk.drafts) if _is(one, desk, about.council, about.days, about.minutes)]
    return places[0] if len(places) == 1 else -1


def _is(draft: Draft, desk: Pending, council: str | None, days: frozenset[object], minutes: frozenset[int]) -> bool:
    assignment = desk.assignment(draft)
    theirs = council is None or (assignment is not None and assignment.grant.application.body_name == council)
    return theirs and (not days or draft.day in days) and (not minutes or draft.minutes in minutes)


def of_some(text: str, desk: Pending, did: Text, facts: Facts) -> Pending | None:
    """Some of several sessions with what is said of each: «la primera presencial i la segona 2h». None if a text says
    nothing of the kind, or if a part of it is not understood."""
    for part in [part for part in _AND_ANOTHER.split(text) if places(part)] or [text]:
        one = of_one(part, desk, did, facts)
        if one is None:
            return None
        desk = desk.with_draft(*one)
    return desk


def of_one(text: str, desk: Pending, did: Text, facts: Facts) -> tuple[int, Draft] | None:
    """One of several sessions, by its place or by what it is, with what is said of it: «la primera eren 3h», «la de Vic
    era presencial», «el tema de la 2 era plecs». None if a text says nothing of the kind."""
    topic = _TOPIC_OF_ONE.fullmatch(text)
    found = topic or _OF_ONE.fullmatch(text)
    if found is None or len(desk.drafts) < 2:
        return None
    place = nth(found["nth"], len(desk.drafts)) if found["nth"] else _named(found["which"], desk, did, facts)
    if place < 0:
        return None
    draft = desk.drafts[place]
    if topic:
        return place, _about_what(topic["what"], draft)
    what = found["what"]
    new = draft if says_topic(what) else with_change(draft, read_change(what, desk, did, facts))
    new = _with(what, new, desk, did, facts) or new
    told = new if new != draft else said(what, draft, desk, did, facts)
    return None if told is None else (place, told)


def places(text: str) -> bool:
    """Whether a text says something of a session by its place among several: «la primera era presencial»."""
    found = _TOPIC_OF_ONE.fullmatch(text) or _OF_ONE.fullmatch(text)
    return found is not None and found["nth"] is not None


def _about_what(topic: str, draft: Draft) -> Draft:
    return draft.sure(TOPIC, " ".join(topic.split())[: asking.LONGEST_TOPIC])


def of_that(text: str) -> str:
    """What a text says of the one session at which it points, «la de dimarts va ser dilluns», or else all of it."""
    found = _OF_ONE.fullmatch(text)
    return found["what"] if found else text


def points(text: str) -> bool:
    """Whether a text says of one session what it was, pointing at it: «la del Comellar va ser dilluns»."""
    return _OF_ONE.fullmatch(text) is not None


def says_topic(text: str) -> bool:
    """Whether a text says what a session was about, in so many words: «tema: contractes»."""
    return bool(_TOPIC.fullmatch(text) or _TALKED.fullmatch(text))


def said(text: str, draft: Draft, desk: Pending, did: Text, facts: Facts) -> Draft | None:
    """A session that is shown whole with what a few words say of it: «dilluns», «eren 3», «tema: contractes»."""
    if of_one_of_them := _TOPIC_OF_ONE.fullmatch(text):
        return _about_what(of_one_of_them["what"], draft) if len(desk.drafts) < 2 else None
    if found := _TOPIC.fullmatch(text) or _TALKED.fullmatch(text):
        return _about_what(found["what"], draft)
    value = without_opening(text)
    if len(value.split()) > _FEW_WORDS or (value == text and text.strip(" .!").isdigit()):
        return None
    for what in (MODALITY, MINUTES, DAY):
        answered = asking.typed(
            draft,
            what,
            value,
            desk.mine,
            pending.window(desk, facts),
            moment(did, facts),
            facts.house.finder.councils,
        )
        if answered is not None and answered != draft:
            return answered
    return _with(value, draft, desk, did, facts)


def instead(text: str, draft: Draft, desk: Pending, did: Text, facts: Facts) -> Draft | None:
    """A session that is shown with what a text, of few words or of many, says that it was; None if it says nothing
    else."""
    few = said(text, draft, desk, did, facts)
    if few is not None or not begins_otherwise(text):
        return few
    new = with_change(draft, read_change(text, desk, did, facts))
    return _with(text, new, desk, did, facts) or (new if new != draft else None)


def _with(text: str, draft: Draft, desk: Pending, did: Text, facts: Facts) -> Draft | None:
    """A session with the council that a text names instead: «no, era amb el Comellar»; None if it names no other."""
    council = naming.of_packages(text, desk.mine, did, facts).council
    other = next((one.id for one in desk.mine if one.grant.application.body_name == council), draft.assignment)
    return None if other == draft.assignment else draft.sure(COUNCIL, other)


def read_change(text: str, desk: Pending, did: Text, facts: Facts) -> Changed:
    """What a text says that a session of these packages was, read with no judgement of whether it tells one."""
    assigned = [one.grant.application.body_name for one in desk.mine]
    local = moment(did, facts).astimezone(MADRID)
    return changed(text, sent=local, assigned=assigned, councils=facts.house.finder.councils)


def with_change(draft: Draft, what: Changed) -> Draft:
    """A session with the values that a text gives to it; what it does not name stays."""
    for name, value in (
        (DAY, what.day),
        (MINUTES, what.minutes),
        (MODALITY, MODALITIES[what.modality] if what.modality else None),
    ):
        if value is not None and value != getattr(draft, name):
            draft = draft.sure(name, value)
    return draft
