"""The register that ships with the bot: whole, consistent and dated."""

import csv
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

REGISTER = Path(__file__).parents[2] / "storage" / "register"
CALL = date(2020, 5, 8)
ARTICLES = ("el ", "la ", "els ", "les ", "es ", "l'")


def rows(name: str) -> list[dict[str, str]]:
    with (REGISTER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


MUNICIPALITIES = rows("municipalities.csv")
COMARQUES = rows("comarques.csv")
BODIES = rows("bodies.csv")
STAYS = rows("memberships.csv")


def standing(status: str, day: date) -> set[str]:
    """The bodies with that status on a day."""
    return {
        stay["body"]
        for stay in STAYS
        if stay["status"] == status
        and date.fromisoformat(stay["joined"]) <= day < date.fromisoformat(stay["left"] or "9999-12-31")
    }


def names(bodies: set[str]) -> set[str]:
    return {body["name"] for body in BODIES if body["id"] in bodies}


def test_there_are_947_municipalities_with_their_own_code_and_name() -> None:
    assert len(MUNICIPALITIES) == 947
    assert len({row["code6"] for row in MUNICIPALITIES}) == 947
    assert len({row["name"] for row in MUNICIPALITIES}) == 947
    assert all(len(row["code6"]) == 6 and row["code6"].isdigit() for row in MUNICIPALITIES)


def test_articles_stand_in_front_in_small_letters() -> None:
    with_article = [row["name"] for row in MUNICIPALITIES if row["name"].startswith(ARTICLES)]
    assert len(with_article) > 100
    assert {"el Prat de Llobregat", "l'Hospitalet de Llobregat", "la Seu d'Urgell", "es Bòrdes"} <= set(with_article)
    assert not [
        row["name"] for row in MUNICIPALITIES if row["name"].endswith((", l'", ", la", ", el", ", els", ", les"))
    ]


def test_comarques_are_those_of_2020_and_the_later_one() -> None:
    assert Counter(row["in_2020"] for row in COMARQUES) == {"yes": 42, "no": 1}
    assert {row["name"] for row in COMARQUES if row["in_2020"] == "no"} == {"Lluçanès"}
    assert {row["comarca"] for row in MUNICIPALITIES} == {row["name"] for row in COMARQUES if row["in_2020"] == "yes"}


@pytest.mark.parametrize(
    ("slug", "with_article", "council"),
    [
        ("bergueda", "el Berguedà", "Consell Comarcal del Berguedà"),
        ("selva", "la Selva", "Consell Comarcal de la Selva"),
        ("alt-camp", "l'Alt Camp", "Consell Comarcal de l'Alt Camp"),
        ("garrigues", "les Garrigues", "Consell Comarcal de les Garrigues"),
        ("osona", "Osona", "Consell Comarcal d'Osona"),
        ("aran", "Aran", "Conselh Generau d'Aran"),
    ],
)
def test_councils_of_comarques_are_written_out(slug: str, with_article: str, council: str) -> None:
    (row,) = (row for row in COMARQUES if row["slug"] == slug)
    assert (row["with_article"], row["council"]) == (with_article, council)


def test_every_body_is_a_municipality_or_a_comarca_with_that_name() -> None:
    towns = {(row["code6"], row["name"], row["comarca"]) for row in MUNICIPALITIES}
    counties = {(f"cc-{row['slug']}", row["council"], row["name"]) for row in COMARQUES}
    kinds = {"council": towns, "county": counties}
    assert [body for body in BODIES if (body["id"], body["name"], body["comarca"]) not in kinds[body["kind"]]] == []
    assert Counter(body["kind"] for body in BODIES) == {"council": 52, "county": 2}
    assert len({body["id"] for body in BODIES}) == len(BODIES)


def test_every_body_has_a_source_and_a_known_confidence() -> None:
    assert all(body["source"].startswith("http") for body in BODIES)
    assert {body["confidence"] for body in BODIES} == {"A", "A*", "B", "C"}
    assert all(body["population"] == "" or int(body["population"]) > 0 for body in BODIES)


def test_every_stay_is_of_a_body_with_a_source_and_a_known_precision() -> None:
    assert {stay["body"] for stay in STAYS} <= {body["id"] for body in BODIES}
    assert {stay["status"] for stay in STAYS} == {"member", "pending", "collaborator"}
    assert {stay["precision"] for stay in STAYS} <= {"day", "month", "year", "unknown"}
    assert all(stay["source"].startswith("http") for stay in STAYS)


def test_vague_dates_stand_on_the_first_day_of_what_is_known() -> None:
    months = [stay["joined"] for stay in STAYS if stay["precision"] == "month"]
    assert months
    assert all(day.endswith("-01") for day in months)
    assert all(stay["note"] for stay in STAYS if stay["precision"] == "unknown")


def test_stays_of_a_body_follow_one_another() -> None:
    for body in BODIES:
        mine = sorted((stay["joined"], stay["left"] or "9999-12-31") for stay in STAYS if stay["body"] == body["id"])
        assert all(joined < left for joined, left in mine)
        assert all(left <= joined for (_, left), (joined, _) in pairwise(mine))


def test_38_members_are_identified_on_the_last_day_of_the_call() -> None:
    assert len(standing("member", CALL)) == 38
    assert names(standing("pending", CALL)) == {"Algerri", "Amposta", "Mediona", "Sant Quirze del Vallès"}
    assert names(standing("collaborator", CALL)) == {"Manresa"}


def test_recent_members_of_the_call_are_those_since_april_2019() -> None:
    recent = {
        stay["body"] for stay in STAYS if stay["status"] == "member" and "2019-04-01" <= stay["joined"] <= "2020-05-08"
    }
    assert names(recent) == {"l'Hospitalet de Llobregat", "Arenys de Munt"}


def test_later_members_are_not_members_at_the_call() -> None:
    later = standing("member", date(2020, 11, 30)) - standing("member", CALL)
    assert names(later) == {"Algerri", "Amposta", "Mediona", "Sant Quirze del Vallès", "Reus", "Tàrrega", "Vic"}
    assert "Manresa" in names(standing("member", date(2024, 10, 23)))
    assert "Manresa" in names(standing("collaborator", date(2024, 10, 22)))
