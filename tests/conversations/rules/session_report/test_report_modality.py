from __future__ import annotations

import pytest

from conversations.rules.session_report import Field, Modality, Reason
from tests.conversations.rules.session_report.reports import asked, read_at


@pytest.mark.parametrize(
    "said",
    [
        "en línia",
        "on-line",
        "per zoom",
        "videotrucada",
        "vdtrucada",
        "per telèfon",
        "teams",
        "gmeet",
        "telemàtiques",
        "a distància",
        "no presencial",
        "en lloc de presencial, per Teams",
        "res de presencial, tot per Zoom",
        "presencial no, online",
        "a distància perquè a l'ajuntament tenien obres",
        "per whatsapp",
        "per mitjans electrònics",
        "webcam",
        "per ordinador",
        "cadascú des de casa seva",
        "per internet",
        "sense presencial, per meet",
    ],
)
def test_a_session_over_a_screen_or_a_telephone_is_remote(said: str) -> None:
    found = read_at(f"Ahir 2h amb Salt, {said}")

    assert (found.modality, found.ask) == (Modality.REMOTE, frozenset())


@pytest.mark.parametrize(
    "said",
    [
        "presencial",
        "cara a cara",
        "in situ",
        "al seu ajuntament",
        "a l'ajuntament",
        "hi vaig anar",
        "vaig acabar anant-hi",
        "a Salt mateix",
        "van venir 4 tècnics al nostre viver",
        "hem pujat a Salt",
        "ens vam trobar a la biblioteca",
        "a la sala de plens",
        "presencial, no per zoom",
        "cara a cara i amb distància de seguretat",
        "a la biblioteca",
        "al pati de l'ajuntament, a l'aire lliure",
        "a peu de carrer",
        "a can Ramis",
        "presenc",
        "amb mascareta",
        "allà mateix",
        "online no, presencial",
    ],
)
def test_a_session_where_people_met_is_in_person(said: str) -> None:
    found = read_at(f"Ahir 2h amb Salt, {said}")

    assert (found.modality, found.ask) == (Modality.IN_PERSON, frozenset())


@pytest.mark.parametrize(
    "said",
    [
        "tot bé",
        "A la propera ja anirem in situ",
        "ahir mateix",
        "el dia mateix",
        "els vaig trucar per quedar abans",
        "parlant d'horaris",
    ],
)
def test_a_modality_that_is_not_said_stays_unknown(said: str) -> None:
    found = read_at(f"Ahir 2h amb Salt. {said}")

    assert found.modality is None


def test_a_session_told_at_a_council_leaves_the_modality_open() -> None:
    found = read_at("Ahir, reunió a Salt de 10 a 12")

    assert found.modality is None
    assert asked(found) == {Field.MODALITY: Reason.AMBIGUOUS}


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("presencial i per zoom", Reason.CONTRADICTORY),
        ("sessió híbrida", Reason.CONTRADICTORY),
        ("alguns per zoom i d'altres a la sala", Reason.CONTRADICTORY),
        ("per zoom al seu ajuntament", Reason.AMBIGUOUS),
        ("clàusules a la biblioteca", Reason.AMBIGUOUS),
        ("al xibeca", Reason.AMBIGUOUS),
        ("centre cultural", Reason.AMBIGUOUS),
        ("plecs", Reason.MISSING),
        ("botiga en línia", Reason.AMBIGUOUS),
        ("vam parlar de l'atenció presencial", Reason.AMBIGUOUS),
        ("sobre videoconferències", Reason.AMBIGUOUS),
        ("amb distància", Reason.AMBIGUOUS),
        ("al seu despatx, amb problemes de connexió", Reason.AMBIGUOUS),
        ("crec que per zoom", Reason.APPROXIMATE),
        ("crec que presencial", Reason.APPROXIMATE),
    ],
)
def test_a_modality_that_is_not_certain_is_asked(said: str, reason: Reason) -> None:
    assert asked(read_at(f"Ahir 2h amb Salt, {said}"))[Field.MODALITY] is reason
