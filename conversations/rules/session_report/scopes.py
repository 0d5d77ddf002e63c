"""Which stretches of the message do not tell of the session held: plans, negations, questions, balances, asides.

A message is cut into sentences and those into clauses. A marker condemns its clause, or what follows it in the
sentence; what is condemned is blanked, and the rest is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from conversations.rules.session_report import markers, matters, negations
from conversations.rules.session_report.clauses import clauses, sentences
from conversations.rules.session_report.harmless import without_harmless
from conversations.rules.session_report.noise import blank_spans
from conversations.rules.session_report.questions import question

# A name or two before a plan are what is planned.
SHORT = 5


class Aside(Enum):
    """Why a stretch is not read."""

    PLAN = "plan"
    NEGATION = "negation"
    QUESTION = "question"
    BALANCE = "balance"
    OTHER = "other"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch that is not read."""

    start: int
    end: int
    aside: Aside


@dataclass(frozen=True, slots=True)
class Reading:
    """The text with everything blanked that does not tell of the session, and what was found on the way."""

    text: str
    scopes: tuple[Scope, ...]
    dominated: bool
    affirmed: bool

    def has(self, aside: Aside) -> bool:
        """Whether something was set aside for that cause."""
        return any(scope.aside is aside for scope in self.scopes)


def all_told(text: str) -> Reading:
    """The text with nothing set aside."""
    return Reading(text, (), dominated=False, affirmed=False)


_TURNED_TO = re.compile(r"\b(?:(?:ens|hi|els|la|ho|les) )?(?:vam|vaig|hem|he|varem) [a-z]|\bva (?:ser|acabar|caure)\b")


def set_aside(text: str) -> Reading:
    """Find and blank what does not tell of the session."""
    scopes: list[Scope] = []
    if _is_note_ahead(text) or markers.to_be_noted(text):
        return all_told(text)
    told = text
    text = without_harmless(text)
    for start, end in sentences(text):
        if asked := question(text, start, end):
            scopes.append(Scope(*asked, Aside.QUESTION))
            if asked[0] == start:
                continue
        scopes += _in_sentence(text, start, end)
    blanked = blank_spans(told, [(_word_at(text, scope.start), scope.end) for scope in scopes])
    dominated = any(scope.aside is Aside.NEGATION and _dominates(text, scope, blanked) for scope in scopes)
    return Reading(blanked, tuple(scopes), dominated, bool(negations.AFFIRMED.search(blanked)))


def _turned(text: str, scope: Scope) -> bool:
    """Whether the same sentence goes on to say how it was done: "no vam poder fer-ho a la sala i va ser per Teams"."""
    end = next((end for start, end in sentences(text) if start <= scope.start < end), scope.end)
    return negations.TURNED_OUT.search(text, scope.end, end) is not None


_TOLD = re.compile(rf"{markers.LENGTH.pattern}|[0-9] ?h?(?: (?:a|fins a|fins) | ?- ?)(?:les )?[0-9]")


def _dominates(text: str, scope: Scope, told: str) -> bool:
    """Whether what was not says that there was no session; to have waited does not, where a length is told."""
    if _turned(text, scope):
        return False
    no = negations.DOMINANT.search(text, max(0, scope.start - 12), scope.end)
    if no and no.group().startswith("esper") and _TOLD.search(told):
        return False
    return bool(no or negations.DUE.search(text, scope.start, scope.end))


def _is_note_ahead(text: str) -> bool:
    """Whether the message is the bare note of a session, only on a day to come."""
    rest = markers.AHEAD.sub("", text)
    return (
        rest != text
        and bool(markers.LENGTH.search(text))
        and not markers.HOUR_OF_DAY.search(text)
        and "?" not in text
        and not any(
            marker.search(rest)
            for marker in (
                markers.PAST,
                markers.PLAN,
                negations.NEGATION,
                matters.OTHER,
                negations.DUE,
                matters.ACTIVITY,
                markers.PRESENT,
            )
        )
    )


def _word_at(text: str, start: int) -> int:
    """Where the first word from `start` on begins: the mark before a blanked stretch stays."""
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start


def _spent(text: str, start: int, end: int, other: re.Match[str]) -> Scope | None:
    """The time that was spent on the way or waiting, if the sentence tells another length besides."""
    if not matters.SPENT.search(other.group()):
        return None
    lengths = [(match.start(), match.end()) for match in markers.LENGTH.finditer(text)]
    own = [first for first, last in lengths if last >= other.start() - 3 and first <= other.end()]
    if own and len(own) < len(lengths):
        return Scope(min(own), other.end(), Aside.BALANCE)
    first, last = next((part for part in clauses(text, start, end) if other.start() < part[1]), (start, end))
    if re.search(r"\besta[rt] esperant", text[first:last]):
        return Scope(first, last, Aside.NEGATION)
    apart = markers.OF_SESSION.search(text, start, first) or markers.OF_SESSION.search(text, last, end)
    return Scope(first, last, Aside.BALANCE) if apart else None


_GOES_ON = re.compile(r"\b(?:van ser|va ser|va durar|vam|hem|varem|(?:vaig|he) (?:fer|fet|estar|estat))\b")


def _other(text: str, start: int, end: int, other: re.Match[str]) -> Scope:
    """What tells of another matter: its clause if a length stands both in it and out of it, else the sentence."""
    if spent := _spent(text, start, end, other):
        return spent
    first, last = next((part for part in clauses(text, start, end) if other.start() < part[1]), (start, end))
    if text[first] == "(" and first > start:
        return Scope(first, last, Aside.OTHER)
    before, here, after = (
        markers.LENGTH.search(text, *stretch) for stretch in ((start, first), (first, last), (last, end))
    )
    if here and (before or after):
        return Scope(first, last, Aside.OTHER)
    if after and not here and _GOES_ON.search(text, last, end):
        # "dilluns vaig llegir el plec i ahir el vam repassar 2 h", "vam anar a la fira i després vam fer 2 h"
        whole = other.re is matters.TOLD_BEFORE or markers.DAY.search(text, last, end)
        return Scope(first if whole else other.start(), last, Aside.OTHER)
    # "2 h amb Vic per Zoom, però tenia el micro trencat i vaig escriure pel xat"
    said = other.re is matters.TOLD_BEFORE or markers.TOLD_PAST.search(text, first, last)
    told = (
        before
        and not here
        and not after
        and (not said or matters.WITH.search(text, start, first) or negations.HELD_BEFORE.search(text, start, first))
    )
    return Scope(first if told else start, end, Aside.OTHER)


_YESTERDAY = re.compile(
    r"\bla d(?:e |')[^.;]{3,40}? va (?:ser|durar)\b|\b(?:ahir|abans-d'ahir),? (?:unes )?(?:[0-9] ?h|hora|mitja hora|"
    r"una hora)"
)


# "L'enllaç per les 2 hores de demà"
_COMING_HOURS = re.compile(r"(?:[0-9] ?h|\bhor\w+) de $")


def _in_sentence(text: str, start: int, end: int) -> list[Scope]:
    """Plans up to the end of the sentence; negations, balances and alternatives in their clause."""
    scopes: list[Scope] = []
    if told_before := matters.TOLD_BEFORE.search(text, start, end):
        apart = matters.uncounted(text, start, told_before)
        if apart is not None and markers.LENGTH.search(text, start, apart):
            # "2 h + 10 min de trucada prèvia que no cal comptar"
            return [*_in_sentence(text, start, apart), Scope(apart, end, Aside.BALANCE)]
        return [_other(text, start, end, told_before)]
    if other := matters.OTHER.search(text, start, end) or matters.STATEMENT.search(text, start, end):
        foreign = _other(text, start, end, other)
        rest = _in_sentence(text, foreign.end, end) if start < foreign.start and foreign.end < end else []
        return [foreign, *rest]
    if company := matters.COMPANY.search(text, start, end):
        alone = not any(match.start() != company.start() for match in matters.WITH.finditer(text, start, end))
        foreign = _other(text, start, end, company)
        if alone or foreign.start > start:
            return [foreign]
    if errand := matters.ERRAND.search(text, start, end):
        first, last = next(part for part in clauses(text, start, end) if errand.start() < part[1])
        # "2 h amb Olot i mitja hora de trucada amb Banyoles per quadrar agendes"
        first = max(first, *(one.start() for one in markers.LENGTH.finditer(text, start, errand.start())), 0)
        if markers.LENGTH.search(text, start, first):
            return [*_in_sentence(text, start, first), Scope(first, end, Aside.BALANCE)]
        return [Scope(start, end, Aside.OTHER)]
    activity = matters.ACTIVITY.search(text, start, end) or matters.READYING.search(text, start, end)
    if not activity and not matters.WITH.search(text, start, end):
        activity = matters.SOLITARY.search(text, start, end)
        together = matters.TOGETHER if activity and activity.group() == "preparar" else markers.MEANS
        if activity and together.search(text, start, activity.start()) and activity.group() != "esperant":
            # nobody does it alone "per Teams"
            activity = None
    if activity and markers.LENGTH.search(text, start, activity.start()):
        activity = None if matters.ABOUT.search(text, start, activity.start()) else activity
    if activity:
        first = next(first for first, last in clauses(text, start, end) if activity.start() < last)
        if not markers.LENGTH.search(text, start, first):
            return [_other(text, start, end, activity)]
        return [*_in_sentence(text, start, first), Scope(first, end, Aside.ACTIVITY)]
    if markers.STATUS.search(text, start, end):
        return [Scope(start, end, Aside.PLAN)]
    if markers.CONDITION.match(text[start:end]):
        colon = text.find(":", start, end) + 1
        if colon and markers.LENGTH.search(text, colon, end):
            return _in_sentence(text, colon, end)
        return [Scope(start, end, Aside.PLAN)]
    parts = clauses(text, start, end)
    for first, last in parts:
        if negations.FAILED.search(text, first, last):
            after_all = negations.AFFIRMED.search(text, last, end)
            scopes.append(Scope(first, last, Aside.BALANCE if after_all else Aside.NEGATION))
            continue
        if text[first] == "(" and markers.PLAN.search(text, first, last) and last < end:
            # "(la propera, dijous)" says nothing of what follows the bracket
            scopes.append(Scope(first, last, Aside.PLAN))
            continue
        if plan := markers.PLAN.search(text, first, last):
            told = markers.LENGTH.search(text, first, plan.start()) or negations.HELD_BEFORE.search(
                text, first, plan.start()
            )
            if markers.RESUMED.match(text, start, end) and not markers.TOLD_PAST.search(text, start, end):
                told = None
            if plan.group() == "dema" and _COMING_HOURS.search(text, first, plan.start()):
                told = None
            done = negations.AFFIRMED.search(text, plan.end(), end) or negations.TURNED.search(text, plan.end(), end)
            done = done or _YESTERDAY.search(text, plan.end(), end)
            if done and re.match(r"(?:he|hem|vaig|vam) (?:quedat amb|cita)", plan.group()):
                # "he quedat amb ella i hi hem estat 2 h"
                continue
            # "..., però la d'ahir la vam fer": what was done is told by its whole clause
            back = done and max((at for at, _ in parts if plan.end() <= at <= done.start()), default=done.start())
            if start and not told and len(text[start:first].split()) < SHORT:
                # "... Els d'Arenys, dimarts que ve"
                first = start if not markers.LENGTH.search(text, start, first) else first
            kind = Aside.BALANCE if negations.TURNED.search(text, plan.end(), end) else Aside.PLAN
            scopes.append(Scope(plan.start() if told else first, end if back is None else back, kind))
            break
        instead = negations.INSTEAD.search(text, first, last)
        due = negations.DUE.search(text, first, last)
        if due and not negations.AFFIRMED.search(text, due.end()):
            if markers.LENGTH.search(text, start, first) and negations.AFTER_ALL.search(text, first, end):
                # "2 h per Teams, havíem de trobar-nos al casal però plovia"
                scopes.append(Scope(first, last, Aside.BALANCE))
                continue
            scopes.append(Scope(first, end, Aside.NEGATION))
            break
        detail = negations.DETAIL.search(text, first, last)
        spared = detail or negations.RECOVERED.search(text, first, last)
        negated = None if spared else negations.NEGATION.search(text, first, last)
        if negated and instead and instead.start() <= negated.start():
            negated = None
        if negated and markers.MEANS.search(text, negated.start(), last) and negations.AFFIRMED.search(text, last, end):
            # "ahir no va poder ser presencial i ho vam fer per telèfon": the day is told there once for all
            scopes.append(Scope(negated.start(), last, Aside.BALANCE))
        elif negated:
            of_others = matters.SUBJECT.search(text, first, negated.start())
            scopes.append(Scope(first, last, Aside.BALANCE if of_others else Aside.NEGATION))
        elif instead:
            done = negations.AFFIRMED.search(text, instead.end(), last)
            if done:
                # "la que s'havia ajornat dilluns amb Vic la vam fer ahir": the partner is told there once for all
                days = [day.end() for day in markers.DAY.finditer(text, instead.end(), done.start())]
                scopes.append(Scope(instead.start(), max(days, default=instead.end()), Aside.BALANCE))
            else:
                # "en comptes de Zoom vam quedar a la biblioteca": what was done instead is told
                turned = (
                    _TURNED_TO.search(text, instead.end(), last) if text.startswith("en", instead.start()) else None
                )
                scopes.append(Scope(instead.start(), turned.start() if turned else last, Aside.BALANCE))
        elif detail:
            scopes.append(Scope(first if first > start else detail.start(), last, Aside.BALANCE))
        elif balance := markers.BALANCE.search(text, first, last):
            # "amb Vic portem 3 h i amb Manlleu 1 h"
            if not markers.DAY.search(text, start, end) and not markers.TOLD_PAST.search(text, last, end):
                last = end if balance.group().endswith(("portem", "porto", "duem")) else last
            scopes.append(Scope(first, last, Aside.BALANCE))
    return scopes
