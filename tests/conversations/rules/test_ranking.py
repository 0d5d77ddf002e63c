"""The proposed order: the score, the rules for equals, one sentence a place, and changes by hand (R24–R29)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.protocol.assessment import Candidate
from conversations.protocol.facts import Service
from conversations.protocol.method import TIE_BREAKS, Method, Rule
from conversations.rules.conflicts import counted, hidden
from conversations.rules.ranking import Ranking, by_number, lists, ranked, rearranged, reordered, seen
from conversations.rules.scoring import Score, scores
from locales import plain
from tests.support import april

SERVICES = (Service("mentoring", 480, 240), Service("advice", 1680, 240))
METHOD = Method()
NAMES = ("Salt", "el Prat de Llobregat", "Artés", "Vic", "Reus")


def candidate(index: int, **more: object) -> Candidate:
    return replace(Candidate(f"a{index}", f"2020-1-{index:03}", f"b{index}", NAMES[index]), **more)  # type: ignore[arg-type]


def score(application: str, value: int | Fraction | None) -> Score:
    mean = None if value is None else Fraction(value)
    return Score(application, 12, mean=mean, corrected=None if mean is None else 12 - mean)


def order(*given_values: int | None, method: Method = METHOD, places: int = 1, **more: object) -> Ranking:
    candidates = [candidate(index, **more) for index in range(len(given_values))]
    found = {
        one.application: score(one.application, value) for one, value in zip(candidates, given_values, strict=True)
    }
    return ranked("mentoring", candidates, found, method, places)


def rules(ranking: Ranking) -> list[Rule]:
    return [one.rule for one in ranking.positions]


def test_ranked_by_score() -> None:
    found = order(7, 10, 9)
    assert found.order == found.proposed == ("a1", "a2", "a0")
    assert [(one.place, one.within, one.against) for one in found.positions] == [
        (1, True, None), (2, False, "a1"), (3, False, "a2"),
    ]  # fmt: skip
    assert rules(found) == [Rule.MEAN] * 3
    assert (found.excess, found.top) == (True, 12)
    assert [plain(one.why) for one in found.positions if one.why] == [
        "El Prat de Llobregat va al davant perquè té la puntuació més alta.",
        "El Prat de Llobregat va davant d'Artés perquè té una puntuació més alta.",
        "Artés va davant de Salt perquè té una puntuació més alta.",
    ]


def test_ranked_by_corrected_score_when_the_call_says_so() -> None:
    found = order(7, 10, 9, method=Method(corrected=True))
    assert found.order == ("a0", "a2", "a1")
    assert rules(found) == [Rule.CORRECTED] * 3


def test_ranked_alone_without_a_score_and_empty() -> None:
    assert rules(order(5)) == [Rule.ONLY]
    assert rules(order(5, None)) == [Rule.MEAN, Rule.UNSCORED]
    assert order(None, 3, None).order == ("a1", "a0", "a2")
    unknown = ranked("advice", [candidate(0), candidate(1)], {}, METHOD, 1)
    assert rules(unknown) == [Rule.UNSCORED] * 2
    assert order().positions == ()


def test_ranked_without_any_rule_left_goes_by_number_and_says_so() -> None:
    found = order(9, 9, method=Method(order=()))
    assert rules(found) == [Rule.NUMBER] * 2
    # The first of two equals is compared with the one behind it, so that it does not claim the highest score.
    assert [one.against for one in found.positions] == ["a1", "a0"]


@pytest.mark.parametrize(("places", "expected"), [(1, ("a1", "a0")), (2, ("a0", "a1"))])
def test_ranked_involvement_counts_only_when_more_is_asked_for(places: int, expected: tuple[str, ...]) -> None:
    candidates = [candidate(0), candidate(1, involvement=frozenset({"assembly"}))]
    found = {one.application: score(one.application, 9) for one in candidates}
    assert ranked("advice", candidates, found, METHOD, places).order == expected


@pytest.mark.parametrize(
    ("rule_order", "expected"),
    [
        ((Rule.NEWCOMER, Rule.SUPPORT), ("a0", "a1", "a2")),
        ((Rule.SUPPORT, Rule.NEWCOMER), ("a1", "a0", "a2")),
        ((Rule.COVID,), ("a2", "a0", "a1")),
        ((), ("a0", "a1", "a2")),
        ((Rule.OPEN,), ("a2", "a1", "a0")),
    ],
)
def test_ranked_rules_go_in_the_order_of_the_call(rule_order: tuple[Rule, ...], expected: tuple[str, ...]) -> None:
    candidates = [
        candidate(0, joined=date(2019, 4, 11), track_record=2),
        candidate(1, joined=date(2018, 4, 11), track_record=0),
        candidate(2, covid=True, track_record=3),
    ]
    found = {one.application: score(one.application, 9) for one in candidates}
    method = Method(order=rule_order)
    assert ranked("advice", candidates, found, method, 1, ("a2", "a1")).order == expected


def test_ranked_no_rule_goes_before_the_score() -> None:
    favoured = candidate(
        0, covid=True, involvement=frozenset({"assembly"}), joined=date(2020, 1, 1), track_record=0, means=frozenset()
    )
    found = {"a0": score("a0", 8), "a1": score("a1", 9)}
    assert ranked("advice", [favoured, candidate(1)], found, Method(order=TIE_BREAKS), 1).order == ("a1", "a0")


def test_ranked_refuses_a_repeated_application_and_a_rule_that_breaks_no_tie() -> None:
    with pytest.raises(ValueError, match="twice"):
        ranked("advice", [candidate(0), candidate(0)], {}, METHOD, 1)
    with pytest.raises(ValueError, match="no tie-breaks: mean"):
        ranked("advice", [candidate(0)], {}, Method(order=(Rule.MEAN,)), 1)


def test_by_number_beyond_a_thousand() -> None:
    numbers = ["2020-1-1000", "2020-1-999", "2020-1-001"]
    found = sorted((replace(candidate(0), number=one) for one in numbers), key=by_number)
    assert [one.number for one in found] == ["2020-1-001", "2020-1-999", "2020-1-1000"]


CANDIDATES = st.lists(
    st.builds(
        candidate,
        st.integers(0, 4),
        covid=st.booleans(),
        involvement=st.frozensets(st.sampled_from(["assembly", "groups"])),
        track_record=st.none() | st.integers(0, 3),
        means=st.none() | st.frozensets(st.sampled_from(["staff", "plan"])),
        joined=st.sampled_from([None, date(2018, 1, 1), date(2019, 4, 1)]),
    ),
    unique_by=lambda one: one.application,
)


@given(CANDIDATES, st.permutations(TIE_BREAKS), st.integers(0, 5), st.data())
def test_ranked_is_the_same_whatever_the_order_of_the_input(
    candidates: list[Candidate], rule_order: list[Rule], places: int, data: st.DataObject
) -> None:
    values = st.sampled_from([None, 8, 9])
    found = {one.application: score(one.application, data.draw(values)) for one in candidates}
    method = Method(order=tuple(rule_order))
    first = ranked("advice", candidates, found, method, places, ("a2",))
    again = ranked("advice", data.draw(st.permutations(candidates)), found, method, places, ("a2",))
    assert first == again
    # Nobody is left out, nobody goes before a higher score, and every place has its sentence (R29b).
    assert sorted(first.order) == sorted(one.application for one in candidates)
    scored = [one.value for one in first.positions if one.value is not None]
    assert scored == sorted(scored, reverse=True)
    assert [one.value is None for one in first.positions] == sorted(one.value is None for one in first.positions)
    assert all(plain(one.why) for one in first.positions if one.why)
    assert all(one.why is not None for one in first.positions)
    assert sum(one.within for one in first.positions) == min(places, len(candidates))


@pytest.mark.parametrize(
    ("wants", "chosen", "expected"),
    [
        (("mentoring", "advice", "advice"), {}, (("a0",), ("a1", "a2"))),
        (("mentoring", "mentoring", "mentoring"), {"a1": "advice"}, (("a0", "a2"), ("a1",))),
        (("either", "mentoring", "mentoring"), {}, (("a1", "a2"), ("a0",))),
        (("either", "either", "advice"), {}, ((), ("a0", "a1", "a2"))),
        (("either", "mentoring", "advice"), {"a0": "mentoring"}, (("a0", "a1"), ("a2",))),
    ],
)
def test_lists(
    wants: tuple[str, ...], chosen: dict[str, str], expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    candidates = [candidate(index, wants=one) for index, one in enumerate(wants)]
    found = lists(reversed(candidates), SERVICES, {"mentoring": 2, "advice": 7}, chosen)
    assert tuple(tuple(one.application for one in own) for own in found.values()) == expected


def test_reordered_keeps_both_orders_and_the_reason() -> None:
    proposed = order(10, 9, 8)
    changed = reordered(proposed, ("a0", "a2", "a1"), "hi ha més urgència")
    assert (changed.order, changed.proposed, changed.reason) == (
        ("a0", "a2", "a1"), ("a0", "a1", "a2"), "hi ha més urgència",
    )  # fmt: skip
    assert rules(changed) == [Rule.MEAN, Rule.MANUAL, Rule.MANUAL]
    assert [(one.place, one.within) for one in changed.positions] == [(1, True), (2, False), (3, False)]
    why = changed.positions[1].why
    assert why is not None
    assert plain(why) == ("Artés és en aquest lloc perquè la Comissió Tècnica ha canviat l'ordre: «hi ha més urgència»")


def test_reordered_who_has_the_same_ones_ahead_keeps_the_sentence() -> None:
    proposed = order(10, 9, 8)
    changed = reordered(proposed, ("a1", "a0", "a2"), "x")
    assert rules(changed) == [Rule.MANUAL, Rule.MANUAL, Rule.MEAN]
    assert changed.positions[2] == proposed.positions[2]


def test_reordered_without_a_change_needs_no_reason() -> None:
    proposed = order(10, 9)
    assert reordered(proposed, proposed.order, "") is proposed


@pytest.mark.parametrize(("changed", "reason"), [(("a1", "a0"), " "), (("a1",), "x"), (("a1", "a1"), "x")])
def test_reordered_refuses_silence_and_other_applications(changed: tuple[str, ...], reason: str) -> None:
    with pytest.raises(ValueError, match=r"reason|every application once"):
        reordered(order(10, 9), changed, reason)


@pytest.mark.parametrize(
    ("given", "reason", "stands"),
    [
        ((), "x", ("a0", "a1", "a2")),
        (("a2", "a1", "a0"), " ", ("a0", "a1", "a2")),
        (("a2", "a1", "a0"), "x", ("a2", "a1", "a0")),
        (("a2", "gone", "a0"), "x", ("a2", "a0", "a1")),
    ],
)
def test_rearranged_is_for_those_that_are_here_today(
    given: tuple[str, ...], reason: str, stands: tuple[str, ...]
) -> None:
    assert rearranged(order(10, 9, 8), given, reason).order == stands


def test_seen_hides_scores_and_every_sentence_about_them() -> None:
    shown = seen(order(10, 9, 8), {"a1"})
    assert shown.order == ("a0", "a1", "a2")
    assert [(one.value is None, one.why is None) for one in shown.positions] == [
        (False, False), (True, True), (False, True),
    ]  # fmt: skip


def test_the_april_demonstration_three_mentories_for_two_packages() -> None:
    marks = counted(april.MARKS, april.MEMBERS, april.CANDIDATES)
    found = scores([one.application for one in april.CANDIDATES], marks, april.CALL.criteria, april.METHOD)
    places = {"mentoring": 2, "advice": 7}
    asked = lists(april.CANDIDATES, april.CALL.services, places)
    assert {service: len(own) for service, own in asked.items()} == {"mentoring": 3, "advice": 10}
    mentoring = ranked("mentoring", asked["mentoring"], found, april.METHOD, 2)
    assert [plain(one.why) for one in mentoring.positions if one.why] == [
        "Sobremunt va al davant perquè té la puntuació més alta.",
        "Sobremunt va davant d'Arenys de Munt perquè té una puntuació més alta.",
        "Arenys de Munt va davant de Ripollet, amb la mateixa puntuació, perquè va entrar a la XMESS l'1 d'abril de "
        "2019 o més tard (bases, «especial consideració»).",
    ]
    advice = ranked(
        "advice", lists(april.CANDIDATES, april.CALL.services, places, april.SWITCHED)["advice"], found, april.METHOD, 7
    )
    assert [one.candidate.body_name for one in advice.positions][:9] == [
        "Salt", "Callús", "l'Hospitalet de Llobregat", "Badalona", "Ulldecona", "Ripollet", "Navàs", "Cardedeu",
        "Amposta",
    ]  # fmt: skip
    assert [one.rule for one in advice.positions][:7] == [
        Rule.INVOLVEMENT, Rule.INVOLVEMENT, Rule.MEAN, Rule.MEAN, Rule.MEAN, Rule.SUPPORT, Rule.MEAN,
    ]  # fmt: skip
    assert hidden(april.NADIA, april.CANDIDATES, april.MARKS, over=True) == {april.OF["Badalona"].application}
