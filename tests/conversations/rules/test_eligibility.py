"""Why a body can be admitted, or why a person has to decide, in the words that the office reads (R1–R3)."""

from datetime import date

import pytest

from conversations.protocol.facts import Body, Membership, Stay
from conversations.rules import eligibility
from locales import plain

MEMBER, PENDING, COLLABORATOR, _ = Membership
DAY, EARLIER, LATER = date(2020, 5, 7), date(2017, 5, 17), date(2020, 7, 1)
YOURS = "Ho heu de decidir vosaltres: "


@pytest.mark.parametrize(
    ("stay", "says"),
    [
        (Stay(MEMBER, None, None), "al registre hi consta com a membre, però no des de quan."),
        (Stay(PENDING, EARLIER, None), "quan la va enviar, el 7 de maig, tenia l'ingrés pendent."),
        (Stay(COLLABORATOR, EARLIER, None), "quan la va enviar, el 7 de maig, hi col·laborava i no n'era membre."),
        (Stay(MEMBER, LATER, None), "la va enviar el 7 de maig, i n'és membre des de l'1 de juliol de 2020."),
        (Stay(MEMBER, EARLIER, DAY), "la va enviar el 7 de maig, i no n'és membre des del 7 de maig de 2020."),
        (Stay(PENDING, EARLIER, DAY), "al registre no hi consta com a membre."),
    ],
)
def test_a_person_decides(stay: Stay, says: str) -> None:
    assert plain(eligibility.reason(Body("171557", "Salt", stays=(stay,)), DAY)) == YOURS + says


def test_a_member_can_be_admitted() -> None:
    body = Body("171557", "Salt", stays=(Stay(MEMBER, EARLIER, None),))
    assert plain(eligibility.reason(body, DAY)) == (
        "Es pot admetre: n'és membre des del 17 de maig de 2017, i la sol·licitud es va enviar el 7 de maig."
    )


def test_a_body_that_is_not_in_the_register_is_for_a_person() -> None:
    assert plain(eligibility.reason(None, DAY)) == YOURS + "al registre no hi consta com a membre."


def test_history_has_every_stay_oldest_first() -> None:
    stays = (
        Stay(MEMBER, LATER, None),
        Stay(PENDING, EARLIER, LATER),
        Stay(MEMBER, None, EARLIER),
        Stay(MEMBER, None, None),
    )
    assert [plain(one) for one in eligibility.history(Body("171557", "Salt", stays=stays))] == [
        "Membre, fins al 17 de maig de 2017, exclòs.",
        "Membre; no se sap des de quan.",
        "Ingrés pendent, des del 17 de maig de 2017, fins a l'1 de juliol de 2020, exclòs.",
        "Membre, des de l'1 de juliol de 2020.",
    ]
