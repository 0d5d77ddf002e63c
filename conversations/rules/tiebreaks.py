"""The rules between applications with the same score, each with its key and its sentence (R20, R25, R27–R29)."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.protocol.assessment import Candidate
from conversations.protocol.method import Method, Rule
from conversations.protocol.words import Council, T, Verbatim, Words

NAMES: dict[Rule, T] = {
    Rule.ONLY: T("the only request"),
    Rule.UNSCORED: T("application number, without a score yet"),
    Rule.MEAN: T("score"),
    Rule.CORRECTED: T("score corrected for how strict each person is"),
    Rule.COVID: T("an answer to the covid-19 crisis (announcement of the call)"),
    Rule.INVOLVEMENT: T("involvement in the XMESS, when there are more requests than packages (call rules)"),
    Rule.NEWCOMER: T("recent members (call rules)"),
    Rule.SUPPORT: T("a shorter track record and fewer means (call rules)"),
    Rule.OPEN: T("another criterion that the commission determines"),
    Rule.NUMBER: T("application number"),
    Rule.MANUAL: T("order changed by the commission"),
}
"""What each rule is called in the minutes and beside a place."""

_UNKNOWN = 99


def key(rule: Rule, candidate: Candidate, method: Method, named: Sequence[str] = ()) -> tuple[int, ...]:
    """Where a tie-break puts a candidate: the smaller key goes first. None of them excludes anybody (R29b).

    - COVID (R20): the request answers the crisis.
    - INVOLVEMENT (R25): the more bodies and activities of the network somebody took part in, the sooner.
    - NEWCOMER (R27): a member since `method.newcomers_since` or later.
    - SUPPORT (R28): the shorter track record, then the fewer means; an answer that is missing comes last.
    - OPEN (R29): the place in `named`, the applications that the commission lists; the others after them.

    Raises ValueError for a rule that is no tie-break.
    """
    match rule:
        case Rule.COVID:
            return (not candidate.covid,)
        case Rule.INVOLVEMENT:
            return (-len(candidate.involvement),)
        case Rule.NEWCOMER:
            return (candidate.joined is None or candidate.joined < method.newcomers_since,)
        case Rule.SUPPORT:
            return (
                _UNKNOWN if candidate.track_record is None else candidate.track_record,
                _UNKNOWN if candidate.means is None else len(candidate.means),
            )
        case Rule.OPEN:
            return (named.index(candidate.application) if candidate.application in named else len(named),)
        case _:
            raise ValueError(f"{rule} breaks no tie")


def because(rule: Rule, ahead: Candidate, behind: Candidate, method: Method) -> T:
    """The one sentence that says why one candidate goes before another, by the rule that told them apart.

    Raises ValueError for a rule that compares no two candidates.
    """
    if ahead.body == behind.body:
        return T(
            "Both are of {council}: {number} goes before {other}. Rule: {rule}.",
            council=Council(ahead.body_name),
            number=ahead.number,
            other=behind.number,
            rule=NAMES[rule],
        )
    council, other = Council(ahead.body_name), Council(behind.body_name)
    match rule:
        case Rule.MEAN:
            return T("{council} goes before {other} because its score is higher.", council=council, other=other)
        case Rule.CORRECTED:
            return T(
                "{council} goes before {other} because its score, corrected for how strict each person is, is higher.",
                council=council,
                other=other,
            )
        case Rule.COVID:
            return T(
                "{council} goes before {other}, with the same score, because the request answers the covid-19 crisis.",
                council=council,
                other=other,
            )
        case Rule.INVOLVEMENT:
            return T(
                "{council} goes before {other}, with the same score, because it has taken part more in the XMESS.",
                council=council,
                other=other,
            )
        case Rule.NEWCOMER:
            return T(
                "{council} goes before {other}, with the same score, because it is a member only since {since}.",
                council=council,
                other=other,
                since=method.newcomers_since,
            )
        case Rule.SUPPORT:
            return _support(ahead, behind)
        case Rule.OPEN:
            return T(
                "{council} goes before {other}, with the same score, by what the commission determines: {criterion}.",
                council=council,
                other=other,
                criterion=open_criterion(method),
            )
        case Rule.NUMBER:
            return T(
                "{council} goes before {other} only by its number: the same score, and no rule tells them apart.",
                council=council,
                other=other,
            )
        case _:
            raise ValueError(f"{rule} compares no two applications")


def open_criterion(method: Method) -> Words:
    """The criterion that the commission named for the slot that the call rules leave open (R29); nothing is guessed."""
    return Verbatim(method.open_criterion) if method.open_criterion else T("a criterion without a name yet")


def _support(ahead: Candidate, behind: Candidate) -> T:
    council, other = Council(ahead.body_name), Council(behind.body_name)
    shorter = ahead.track_record != behind.track_record
    fewer = ahead.means is not None and behind.means is not None and len(ahead.means) < len(behind.means)
    if shorter and fewer:
        return T(
            "{council} goes before {other}, with the same score, because of a shorter track record and fewer means.",
            council=council,
            other=other,
        )
    if shorter:
        return T(
            "{council} goes before {other}, with the same score, because of a shorter track record.",
            council=council,
            other=other,
        )
    return T(
        "{council} goes before {other}, with the same score, because of fewer means, the track record being equal.",
        council=council,
        other=other,
    )
