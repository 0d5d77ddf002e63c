"""Each rule between equals: who goes first, and the sentence that says so (R20, R25, R27–R29)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from conversations.protocol.assessment import Candidate
from conversations.protocol.method import TIE_BREAKS, Method, Rule
from conversations.rules.tiebreaks import NAMES, because, key
from locales import plain

METHOD = Method(open_criterion="municipis que no han rebut mai el servei")
ONE = Candidate("a", "2020-1-001", "1", "Puigferrer")
TWO = Candidate("b", "2020-1-002", "2", "el Comellar")
SAME = "Puigferrer va davant del Comellar, amb la mateixa puntuació"


def means(*names: str) -> frozenset[str]:
    return frozenset(names)


@pytest.mark.parametrize(
    ("rule", "ahead", "behind", "said"),
    [
        (
            Rule.COVID, replace(ONE, covid=True), TWO,
            f"{SAME}, perquè la petició respon a la crisi de la covid-19 (anunci de la convocatòria).",
        ),
        (
            Rule.INVOLVEMENT, replace(ONE, involvement=means("assembly", "groups")),
            replace(TWO, involvement=means("events")),
            f"{SAME}, perquè ha participat més en la XMESS (bases, «implicació»).",
        ),
        (
            Rule.NEWCOMER, replace(ONE, joined=date(2019, 4, 1)), replace(TWO, joined=date(2019, 3, 31)),
            f"{SAME}, perquè va entrar a la XMESS l'1 d'abril de 2019 o més tard (bases, «especial consideració»).",
        ),
        (
            Rule.SUPPORT, replace(ONE, track_record=1, means=means("staff")),
            replace(TWO, track_record=2, means=means("staff", "plan")),
            f"{SAME}, perquè té menys trajectòria i menys instruments (bases, «especial consideració»).",
        ),
        (
            Rule.SUPPORT, replace(ONE, track_record=0, means=means("staff", "plan")),
            replace(TWO, track_record=2, means=means("staff")),
            f"{SAME}, perquè té menys trajectòria (bases, «especial consideració»).",
        ),
        (
            Rule.SUPPORT, replace(ONE, track_record=2, means=means()),
            replace(TWO, track_record=2, means=means("staff")),
            f"{SAME} i la mateixa trajectòria, perquè té menys instruments (bases, «especial consideració»).",
        ),
        (
            Rule.SUPPORT, replace(ONE, track_record=3, means=means("staff")), TWO,
            f"{SAME}, perquè té menys trajectòria (bases, «especial consideració»).",
        ),
        (
            Rule.OPEN, ONE, replace(TWO, application="z"),
            f"{SAME}, per un altre criteri que ha determinat la Comissió Tècnica: {METHOD.open_criterion}.",
        ),
    ],
)  # fmt: skip
def test_rule_puts_one_ahead_and_says_why(rule: Rule, ahead: Candidate, behind: Candidate, said: str) -> None:
    assert key(rule, ahead, METHOD, ("a", "b")) < key(rule, behind, METHOD, ("a", "b"))
    assert plain(because(rule, ahead, behind, METHOD)) == said


@pytest.mark.parametrize("rule", TIE_BREAKS)
def test_rule_tells_nothing_apart_where_nothing_is_known(rule: Rule) -> None:
    assert key(rule, ONE, METHOD) == key(rule, TWO, METHOD)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (Rule.MEAN, "Puigferrer va davant del Comellar perquè té una puntuació més alta."),
        (
            Rule.CORRECTED,
            "Puigferrer va davant del Comellar perquè té una puntuació més alta, un cop corregida segons l'exigència "
            "de cada persona.",
        ),
        (
            Rule.NUMBER,
            "Puigferrer va davant del Comellar només pel número de sol·licitud: tenen la mateixa puntuació i cap "
            "regla no els desempata.",
        ),
    ],
)
def test_because_of_the_score_or_the_number(rule: Rule, said: str) -> None:
    assert plain(because(rule, ONE, TWO, METHOD)) == said


def test_because_between_two_requests_of_one_council() -> None:
    second = replace(ONE, application="c", number="2020-1-009")
    assert plain(because(Rule.MEAN, second, ONE, METHOD)) == (
        "Totes dues són de Puigferrer. Ordre: 2020-1-009, 2020-1-001. Regla: puntuació."
    )


def test_because_of_an_open_criterion_without_a_name_guesses_none() -> None:
    assert plain(because(Rule.OPEN, ONE, TWO, Method())).endswith("Tècnica: un criteri que encara no té nom.")


@pytest.mark.parametrize("rule", [Rule.ONLY, Rule.UNSCORED, Rule.MANUAL])
def test_because_and_key_refuse_what_compares_nothing(rule: Rule) -> None:
    with pytest.raises(ValueError, match="compares no two"):
        because(rule, ONE, TWO, METHOD)
    with pytest.raises(ValueError, match="breaks no tie"):
        key(rule, ONE, METHOD)


def test_every_rule_has_a_name() -> None:
    assert set(NAMES) == set(Rule)
    assert all(plain(name) for name in NAMES.values())
