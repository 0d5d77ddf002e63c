"""The proposed order of the applications for a service, and why each has its place (R24–R29).

It is a proposal: the score orders, the rules of the call only tell equal scores apart, and the commission may change
it with a reason. The same input gives the same order, whatever the order of the input.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from conversations.protocol.assessment import Candidate
from conversations.protocol.facts import Service
from conversations.protocol.method import TIE_BREAKS, Method, Rule
from conversations.protocol.words import Council, T
from conversations.rules.scoring import Score
from conversations.rules.tiebreaks import because, key


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the order, from 1, with the rule that gave it and one sentence that says so.

    The sentence compares with `against`, another application, or with none (None). `within` says whether the free
    packages of the service reach this place. What a reader may not see is None (`seen`).
    """

    place: int
    candidate: Candidate
    value: Fraction | None
    within: bool
    rule: Rule
    why: T | None
    against: str | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """The order proposed for a service. `places` are the packages that are free; `top` is the highest score.

    If it was changed by hand, `proposed` keeps the order that the rules gave and `reason` says why it was changed.
    """

    service: str
    places: int
    top: int
    positions: tuple[Position, ...]
    proposed: tuple[str, ...]
    reason: str = ""

    @property
    def order(self) -> tuple[str, ...]:
        """The applications, first to last."""
        return tuple(one.candidate.application for one in self.positions)

    @property
    def excess(self) -> bool:
        """Whether more is asked for than there are packages: only then does involvement count (R25)."""
        return len(self.positions) > self.places


def by_number(candidate: Candidate) -> tuple[int, str, str]:
    """The last resort of every order: the application number, "2020-1-1000" after "2020-1-999"."""
    return len(candidate.number), candidate.number, candidate.application


def lists(
    candidates: Iterable[Candidate],
    services: Sequence[Service],
    places: Mapping[str, int],
    chosen: Mapping[str, str] | None = None,
) -> dict[str, tuple[Candidate, ...]]:
    """The candidates that compete for each service, by number (R9, R10).

    `chosen` is the service that the commission gave an application, whatever it asked for. Who has no preference is
    listed where most packages are left over or fewest are missing, so that no list is made longer than it need be.
    """
    given = chosen or {}
    listed: dict[str, list[Candidate]] = {service.id: [] for service in services}
    ordered = sorted(candidates, key=by_number)
    wanted = {one.application: given.get(one.application, one.wants) for one in ordered}
    for one in ordered:
        if wanted[one.application] in listed:
            listed[wanted[one.application]].append(one)
    for one in ordered:
        if wanted[one.application] not in listed:
            # max keeps the first of equals: the order of the call.
            listed[max(listed, key=lambda service: places[service] - len(listed[service]))].append(one)
    return {service: tuple(sorted(own, key=by_number)) for service, own in listed.items()}


def ranked(
    service: str,
    candidates: Iterable[Candidate],
    scores: Mapping[str, Score],
    method: Method,
    places: int,
    named: Sequence[str] = (),
) -> Ranking:
    """The order proposed for a service with `places` free packages.

    The score first, then the rules of `method.order` (involvement only when there are more requests than packages,
    R25), then the number. `named` is the order that the commission gives for the open criterion (R29). Who has no
    score yet comes last. Raises ValueError if an application is there twice, or if the call lists no tie-break as one.
    """
    own = tuple(candidates)
    if len({one.application for one in own}) < len(own):
        raise ValueError("an application is listed twice")
    if strange := [rule for rule in method.order if rule not in TIE_BREAKS]:
        raise ValueError(f"no tie-breaks: {', '.join(strange)}")
    rules = tuple(rule for rule in method.order if rule is not Rule.INVOLVEMENT or len(own) > places)
    values = {one.application: scores[one.application].value(method) for one in own if one.application in scores}
    comparison = _Comparison(values, rules, method, tuple(named))
    ordered = sorted(own, key=comparison.key)
    return Ranking(
        service,
        places,
        max((score.top for score in scores.values()), default=0),
        tuple(comparison.position(ordered, index, index < places) for index in range(len(ordered))),
        tuple(one.application for one in ordered),
    )


@dataclass(frozen=True, slots=True)
class _Comparison:
    """What orders the candidates for a service: their scores and the rules that apply."""

    values: Mapping[str, Fraction | None]
    rules: tuple[Rule, ...]
    method: Method
    named: tuple[str, ...]

    def value(self, one: Candidate) -> Fraction | None:
        return self.values.get(one.application)

    def keys(self, one: Candidate) -> tuple[tuple[int, ...], ...]:
        return tuple(key(rule, one, self.method, self.named) for rule in self.rules)

    def key(self, one: Candidate) -> tuple[object, ...]:
        value = self.value(one)
        # Among those without a score no rule applies: nothing has been compared yet.
        return (0, -value, self.keys(one), by_number(one)) if value is not None else (1, by_number(one))

    @property
    def score(self) -> Rule:
        return Rule.CORRECTED if self.method.corrected else Rule.MEAN

    def telling(self, ahead: Candidate, behind: Candidate) -> Rule:
        """The first rule that tells two candidates with scores apart."""
        if self.value(ahead) != self.value(behind):
            return self.score
        keys = zip(self.rules, self.keys(ahead), self.keys(behind), strict=True)
        return next((rule for rule, one, other in keys if one != other), Rule.NUMBER)

    def position(self, ordered: Sequence[Candidate], index: int, within: bool) -> Position:
        one = ordered[index]
        place, value, council = index + 1, self.value(one), Council(one.body_name)
        if value is None:
            why = T("{council} has no score yet: it comes after those that have one, by its number.", council=council)
            return Position(place, one, value, within, Rule.UNSCORED, why)
        if len(ordered) == 1:
            why = T("{council} is the only one that asks for this service.", council=council)
            return Position(place, one, value, within, Rule.ONLY, why)
        # The first is compared with the one behind it, any other with the one ahead.
        ahead, behind = (ordered[0], ordered[1]) if index == 0 else (ordered[index - 1], one)
        if index == 0 and self.value(behind) != value:
            why = T("{council} comes first: it has the highest score.", council=council)
            return Position(place, one, value, within, self.score, why)
        rule = self.telling(ahead, behind)
        against = behind if index == 0 else ahead
        return Position(place, one, value, within, rule, because(rule, ahead, behind, self.method), against.application)


def reordered(ranking: Ranking, order: Sequence[str], reason: str) -> Ranking:
    """The order as the commission wants it, for a reason; `proposed` keeps what the rules gave, for the minutes.

    Who still has the same ones ahead keeps the sentence, for the rules still say so. Raises ValueError without a
    reason, or unless `order` has every application of the ranking once. An order that changes nothing needs no reason.
    """
    held = {one.candidate.application: one for one in ranking.positions}
    if sorted(order) != sorted(held):
        raise ValueError("the order must have every application once")
    if tuple(order) == ranking.order:
        return ranking
    if not reason.strip():
        raise ValueError("an order changed by hand needs a reason")
    ahead = {application: set(ranking.order[:place]) for place, application in enumerate(ranking.order)}
    positions = []
    for index, application in enumerate(order):
        one = held[application]
        if ahead[application] == set(order[:index]):
            rule, why, against = one.rule, one.why, one.against
        else:
            rule, against = Rule.MANUAL, None
            why = T(
                "{council} has this place because the commission has changed the order: «{reason}»",
                council=Council(one.candidate.body_name),
                reason=reason,
            )
        positions.append(
            replace(one, place=index + 1, within=index < ranking.places, rule=rule, why=why, against=against)
        )
    return replace(ranking, positions=tuple(positions), reason=reason)


def rearranged(ranking: Ranking, order: Sequence[str], reason: str) -> Ranking:
    """The order that the commission once gave by hand, for the applications that are here today.

    Who has gone is left out; who came since comes after the others, as the rules have them. Without an order given by
    hand, or a reason, the one of the rules stays.
    """
    if not order or not reason.strip():
        return ranking
    kept = [one for one in order if one in ranking.order]
    return reordered(ranking, (*kept, *(one for one in ranking.order if one not in kept)), reason)


def seen(ranking: Ranking, hidden: Collection[str]) -> Ranking:
    """The order as a reader may see it: without the scores of what `conflicts.hidden` names, nor any sentence on them.

    A sentence that compares a neighbour with a hidden application would tell its score, and goes too.
    """
    positions = tuple(
        replace(one, value=None, why=None)
        if one.candidate.application in hidden
        else replace(one, why=None if one.against in hidden else one.why)
        for one in ranking.positions
    )
    return replace(ranking, positions=positions)
