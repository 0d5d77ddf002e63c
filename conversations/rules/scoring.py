"""Scores: exact means, the scores themselves, how far apart they are, and how strict each reviewer is (R21–R24)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from conversations.protocol.assessment import Mark
from conversations.protocol.facts import Criterion
from conversations.protocol.method import Method
from conversations.protocol.words import Joined, Listed, T

MOST_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Score:
    """What the marks of an application come to. All scores are sorted, so that no place tells whose they are.

    `totals` has one weighted sum for each mark, of at most `top`; `by_criterion` has the scores as they were given.
    `mean` and `corrected` are None while nobody gave scores; `unable` counts those who said «No la puc valorar».
    """

    application: str
    top: int
    totals: tuple[int, ...] = ()
    by_criterion: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    mean: Fraction | None = None
    corrected: Fraction | None = None
    unable: int = 0

    @property
    def spread(self) -> int:
        """The difference between the highest and the lowest assessment; 0 with fewer than two."""
        return self.totals[-1] - self.totals[0] if self.totals else 0

    def value(self, method: Method) -> Fraction | None:
        """The number that orders: the mean, or the corrected one if the call says so."""
        return self.corrected if method.corrected else self.mean


def top(criteria: Sequence[Criterion], method: Method) -> int:
    """The highest total that a mark can have: 12 with three criteria of equal weight on a scale of 4.

    Raises ValueError for a scale below 1, a negative weight, a weight of no criterion, or no weight at all.
    """
    weights = [method.weights.get(one.id, 1) for one in criteria]
    if method.scale < 1 or min(weights, default=0) < 0 or sum(weights) == 0:
        raise ValueError("a scale from 1 up and weights from 0 up, one of them above 0, are needed")
    if strange := sorted(set(method.weights) - {one.id for one in criteria}):
        raise ValueError(f"weights of no criterion: {', '.join(strange)}")
    return method.scale * sum(weights)


def total(mark: Mark, criteria: Sequence[Criterion], method: Method) -> int | None:
    """The weighted sum of a mark (R24); None for «No la puc valorar».

    Raises ValueError unless there is exactly one score for each criterion, from 0 to the scale of the call.
    """
    if mark.scores is None:
        return None
    if set(mark.scores) != {one.id for one in criteria}:
        raise ValueError(f"a mark for {mark.application} has not exactly one score for each criterion")
    if not all(0 <= score <= method.scale for score in mark.scores.values()):
        raise ValueError(f"a score for {mark.application} is not from 0 to {method.scale}")
    return sum(method.weights.get(one.id, 1) * mark.scores[one.id] for one in criteria)


def scores(
    applications: Iterable[str], marks: Collection[Mark], criteria: Sequence[Criterion], method: Method
) -> dict[str, Score]:
    """The score of each application, from the marks that count (`conflicts.counted`). Raises ValueError as `total`.

    A mark of «No la puc valorar» is outside the mean, never a 0. The corrected mean takes from each total the mean of
    all that the same reviewer gave and adds the mean of all marks, so that a strict reviewer lowers nobody; a mark
    agreed together stays as it is.
    """
    most = top(criteria, method)
    given = [(mark, sum_) for mark in marks if (sum_ := total(mark, criteria, method)) is not None]
    shifts = _shifts(given)
    return {
        application: _score(
            Score(application, most, unable=sum(m.application == application and m.scores is None for m in marks)),
            [(mark, sum_) for mark, sum_ in given if mark.application == application],
            shifts,
        )
        for application in applications
    }


def _shifts(given: Sequence[tuple[Mark, int]]) -> dict[int, Fraction]:
    """What the correction adds to every total of a reviewer."""
    if not given:
        return {}
    grand = Fraction(sum(sum_ for _, sum_ in given), len(given))
    alone: dict[int, list[int]] = {}
    for mark, sum_ in given:
        if not mark.together:
            alone.setdefault(mark.reviewer, []).append(sum_)
    return {reviewer: grand - Fraction(sum(sums), len(sums)) for reviewer, sums in alone.items()}


def _score(empty: Score, given: Sequence[tuple[Mark, int]], shifts: Mapping[int, Fraction]) -> Score:
    if not given:
        return empty
    corrected = [sum_ + (Fraction() if mark.together else shifts[mark.reviewer]) for mark, sum_ in given]
    marks = [mark.scores for mark, _ in given if mark.scores is not None]
    return Score(
        empty.application,
        empty.top,
        totals=tuple(sorted(sum_ for _, sum_ in given)),
        by_criterion={one: tuple(sorted(mark[one] for mark in marks)) for one in marks[0]},
        mean=Fraction(sum(sum_ for _, sum_ in given), len(given)),
        corrected=sum(corrected, Fraction()) * Fraction(1, len(given)),
        unable=empty.unable,
    )


def by_difference(scores: Iterable[Score]) -> tuple[Score, ...]:
    """The scores with the greatest difference between assessments first: what a meeting has to talk about."""
    return tuple(sorted(scores, key=lambda one: (-one.spread, one.application)))


def decimals(values: Iterable[Fraction | None]) -> int:
    """With how many decimals the values are written so that no two different ones look the same: one, if it does."""
    different = {one for one in values if one is not None}
    for places in range(1, MOST_DECIMALS):
        if len({_rounded(one, places) for one in different}) == len(different):
            return places
    return MOST_DECIMALS


def figure(value: Fraction, top: int, places: int = 1) -> T:
    """A score as people read it, «10,3 de 12», rounded half up; a whole one has no decimals."""
    if value.denominator == 1:
        return T("{whole} of {top}", whole=value.numerator, top=top)
    rounded = _rounded(value, places)
    whole, rest = divmod(abs(rounded), 10**places)
    sign = "-" if rounded < 0 else ""
    return T("{whole}.{decimals} of {top}", whole=f"{sign}{whole}", decimals=f"{rest:0{places}}", top=top)


def _rounded(value: Fraction, places: int) -> int:
    """The value in units of its last decimal, halves away from zero."""
    magnitude = int(abs(value) * 10**places + Fraction(1, 2))
    return -magnitude if value < 0 else magnitude


def themselves(score: Score, criteria: Sequence[Criterion]) -> Joined:
    """The scores themselves, criterion by criterion: «Transferibilitat: 2, 4 i 4». Empty without scores."""
    return Joined(
        tuple(
            T("{criterion}: {scores}", criterion=one.name, scores=Listed(score.by_criterion[one.id]))
            for one in criteria
            if one.id in score.by_criterion
        ),
        " · ",
    )
