"""The asides of one sentence: what in it tells of another matter, a plan, a refusal, a balance or other work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from conversations.rules.session_report import markers, matters, negations
from conversations.rules.session_report.clauses import clauses

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


_TURNED_TO = re.compile(r"\b(?:(?:ens|hi|els|la|ho|les) )?(?:vam|vaig|hem|he|varem) [a-z]|\bva (?:ser|acabar|caure)\b")


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


_DID_IT = re.compile(r"\bi (?:ho|la|l') ?(?:vam|vaig|varem|hem|he) (?:fer|fet|feta|haver de fer)\b")
# "L'enllaç per les 2 hores de demà"
_COMING_HOURS = re.compile(r"(?:[0-9] ?h|\bhor\w+) de $")


def in_sentence(text: str, start: int, end: int) -> list[Scope]:
    """Plans up to the end of the sentence; negations, balances and alternatives in their clause."""
    if told_before := matters.TOLD_BEFORE.search(text, start, end):
        apart = matters.uncounted(text, start, told_before)
        if apart is not None and markers.LENGTH.search(text, start, apart):
            # "2 h + 10 min de trucada prèvia que no cal comptar"
            return [*in_sentence(text, start, apart), Scope(apart, end, Aside.BALANCE)]
        return [_other(text, start, end, told_before)]
    if other := matters.OTHER.search(text, start, end) or matters.STATEMENT.search(text, start, end):
        foreign = _other(text, start, end, other)
        rest = in_sentence(text, foreign.end, end) if start < foreign.start and foreign.end < end else []
        return [foreign, *rest]
    if company := matters.COMPANY.search(text, start, end):
        alone = not any(match.start() != company.start() for match in matters.WITH.finditer(text, start, end))
        foreign = _other(text, start, end, company)
        if alone or foreign.start > start:
            return [foreign]
    if errand := matters.ERRAND.search(text, start, end):
        first = next(part[0] for part in clauses(text, start, end) if errand.start() < part[1])
        # "2 h amb Olot i mitja hora de trucada amb Banyoles per quadrar agendes"
        first = max(first, *(one.start() for one in markers.LENGTH.finditer(text, start, errand.start())), 0)
        if markers.LENGTH.search(text, start, first):
            return [*in_sentence(text, start, first), Scope(first, end, Aside.BALANCE)]
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
        return [*in_sentence(text, start, first), Scope(first, end, Aside.ACTIVITY)]
    if markers.STATUS.search(text, start, end):
        return [Scope(start, end, Aside.PLAN)]
    if markers.CONDITION.match(text[start:end]):
        colon = text.find(":", start, end) + 1
        if colon and markers.LENGTH.search(text, colon, end):
            return in_sentence(text, colon, end)
        return [Scope(start, end, Aside.PLAN)]
    return _in_clauses(text, start, end)


def _in_clauses(text: str, start: int, end: int) -> list[Scope]:
    """Clause by clause: what failed, what is planned, what was denied or done instead, balances."""
    scopes: list[Scope] = []
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
        how = negated and (markers.MEANS.search(text, negated.start(), last) or _DID_IT.search(text, last, end))
        if negated and how and negations.AFFIRMED.search(text, last, end):
            # "ahir no vam poder quedar a l'ajuntament i ho vam fer per telèfon": the day is told there once for all
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
