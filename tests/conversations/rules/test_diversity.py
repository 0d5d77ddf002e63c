"""The set by comarca, size, topic and service, with what it lacks (R26)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.forms.application import TOPICS
from conversations.protocol.assessment import Candidate
from conversations.protocol.words import Words
from conversations.rules.decisions import SERVICES
from conversations.rules.diversity import SIZES, Tally, Trait, band, sentences, tallies
from locales import plain
from tests.support import april

NAMES: dict[str, Words] = {**{option.id: option.label for option in TOPICS.options}, **SERVICES}


def candidate(id: str, comarca: str, population: int | None, wants: str, *topics: str) -> Candidate:
    return Candidate(id, id, id, id, comarca=comarca, population=population, wants=wants, topics=topics)


SET = (
    candidate("a", "Bages", 400, "advice", "care", "food"),
    candidate("b", "Bages", 60000, "mentoring", "care"),
    candidate("c", "Osona", 8000, "advice", "energy"),
    candidate("d", "", None, "either"),
)


@pytest.mark.parametrize(
    ("population", "expected"),
    [(None, ""), (0, "500"), (500, "500"), (501, "5000"), (5000, "5000"), (20000, "20000"), (20001, "50000"),
     (50000, "50000"), (50001, "more"), (1731649, "more")],
)  # fmt: skip
def test_band(population: int | None, expected: str) -> None:
    assert band(population) == expected


def test_tallies_counts_and_what_only_the_others_have() -> None:
    assert tallies(("b", "a", "d"), SET, {"d": "mentoring"}) == (
        Tally(Trait.COMARCA, (("Bages", 2), ("", 1)), ("Osona",)),
        Tally(Trait.SIZE, (("500", 1), ("more", 1), ("", 1)), ("20000",)),
        Tally(Trait.TOPIC, (("care", 2), ("food", 1), ("", 1)), ("energy",)),
        Tally(Trait.SERVICE, (("mentoring", 2), ("advice", 1)), ()),
    )


def test_tallies_of_an_empty_set_lack_everything_but_the_unknown() -> None:
    comarca, size, topic, service = tallies((), SET)
    assert [one.counts for one in (comarca, size, topic, service)] == [()] * 4
    assert size.missing == ("500", "20000", "more")
    assert comarca.missing == ("Bages", "Osona")


def test_sentences() -> None:
    said = [plain(one) for tally in tallies(("a", "b", "d"), SET) for one in sentences(tally, NAMES)]
    assert said == [
        "Per comarques: Bages (2) i no consta (1).",
        "Sense cap petició d'aquestes comarques: Osona.",
        "Per habitants: fins a 500 habitants (1), més de 50.000 habitants (1) i no consta (1).",
        "Sense cap municipi d'aquestes mides: de 5.001 a 20.000 habitants.",
        "Per temes: Cures i feminismes (2), Agroecologia i consum (1) i no consta (1).",
        "Sense cap petició d'aquests temes: Energia i ecologia.",
        "Per serveis: Assessorament (1), Sense preferència (1) i Mentoria (1).",
    ]
    assert [plain(one) for one in sentences(Tally(Trait.SERVICE, (), ("advice",)), NAMES)] == [
        "Sense cap petició d'aquests serveis: Assessorament.",
    ]
    assert sentences(Tally(Trait.COMARCA, (), ()), NAMES) == ()


def test_sizes_and_bands_are_the_same() -> None:
    assert {band(one) for one in (1, 501, 5001, 20001, 50001)} == set(SIZES)


@given(st.permutations(april.CANDIDATES), st.sets(st.sampled_from([one.application for one in april.CANDIDATES])))
def test_tallies_do_not_depend_on_the_order_and_count_everybody_once(
    candidates: list[Candidate], chosen: set[str]
) -> None:
    found = tallies(chosen, candidates)
    assert found == tallies(chosen, april.CANDIDATES)
    for tally in (found[0], found[1], found[3]):
        assert sum(count for _, count in tally.counts) == len(chosen)
        assert not {value for value, _ in tally.counts} & set(tally.missing)
