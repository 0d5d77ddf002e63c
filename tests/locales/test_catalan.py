import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import sort_key
from locales.catalan import COUNCIL_FORMS, capitalised, council, elides, joined, uncapitalised

ROOT = Path(__file__).parents[2]


def rows(file: str) -> list[dict[str, str]]:
    with (ROOT / "storage" / "register" / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


MUNICIPALITIES = [row["name"] for row in rows("municipalities.csv")]
IRREGULAR = {
    line.split(" · ")[0]: tuple(line.split(" · ")[1:])
    for line in (Path(__file__).parent / "councils.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
}


def test_council_every_municipality_after_a_preposition() -> None:
    assert len(MUNICIPALITIES) == 947
    assert set(IRREGULAR) <= set(MUNICIPALITIES)
    for name in MUNICIPALITIES:
        expected = IRREGULAR.get(name, (f"de {name}", f"a {name}", f"per {name}"))
        assert (council(name, "de"), council(name, "a"), council(name, "per")) == expected
        assert council(name) == council(name, "el") == name
        assert council(name, "title") == f"Ajuntament {expected[0]}"
        assert council(name, "body-de") == f"de l'Ajuntament {expected[0]}"


@pytest.mark.parametrize("row", rows("comarques.csv"), ids=lambda row: row["slug"])
def test_council_every_comarca(row: dict[str, str]) -> None:
    assert council(row["with_article"], "de") == row["council"].removeprefix("Consell Comarcal ").removeprefix(
        "Conselh Generau "
    )
    name = row["council"]
    assert [council(name, form) for form in ("", "el", "de", "a", "per", "title", "body", "body-de", "body-a")] == [
        name, f"el {name}", f"del {name}", f"al {name}", f"pel {name}", name, f"el {name}", f"del {name}", f"al {name}",
    ]  # fmt: skip


@pytest.mark.parametrize("body", [row["name"] for row in rows("bodies.csv")])
def test_council_every_body_of_the_network_starts_a_body_with_its_article(body: str) -> None:
    assert council(body, "body").startswith(("l'Ajuntament d", "el Consell Comarcal d"))


FORMS = {
    "Salt": "Salt|Salt|Salt|de Salt|a Salt|per Salt|Ajuntament de Salt|l'Ajuntament de Salt|de l'Ajuntament de Salt"
    "|a l'Ajuntament de Salt|per l'Ajuntament de Salt",
    "l'Hospitalet": "l'Hospitalet|l'Hospitalet|l'Hospitalet|de l'Hospitalet|a l'Hospitalet|per l'Hospitalet"
    "|Ajuntament de l'Hospitalet|l'Ajuntament de l'Hospitalet|de l'Ajuntament de l'Hospitalet"
    "|a l'Ajuntament de l'Hospitalet|per l'Ajuntament de l'Hospitalet",
    "les Borges": "les Borges|les Borges|les Borges|de les Borges|a les Borges|per les Borges|Ajuntament de les Borges"
    "|l'Ajuntament de les Borges|de l'Ajuntament de les Borges|a l'Ajuntament de les Borges"
    "|per l'Ajuntament de les Borges",
    "Diputació de Girona": "Diputació de Girona|Diputació de Girona|la Diputació de Girona|de la Diputació de Girona"
    "|a la Diputació de Girona|per la Diputació de Girona|Diputació de Girona|la Diputació de Girona"
    "|de la Diputació de Girona|a la Diputació de Girona|per la Diputació de Girona",
    "Àrea X": "Àrea X|Àrea X|l'Àrea X|de l'Àrea X|a l'Àrea X|per l'Àrea X|Àrea X|l'Àrea X|de l'Àrea X|a l'Àrea X"
    "|per l'Àrea X",
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_council_in_each_form(name: str) -> None:
    assert "|".join(council(name, form) for form in COUNCIL_FORMS) == FORMS[name]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("El Prat de Llobregat", "el Prat de Llobregat"),
        ("L’Hospitalet  de Llobregat ", "l'Hospitalet de Llobregat"),
        ("Les", "Les"),
        ("Elna", "Elna"),
        ("Lapa", "Lapa"),
    ],
)
def test_council_article_however_written(written: str, meant: str) -> None:
    assert council(written) == meant


def test_council_with_an_unknown_form_is_refused() -> None:
    with pytest.raises(KeyError):
        council("Salt", "long")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Arbúcies", True), ("Òrrius", True), ("Hostalric", True), ("hivern", True), ("Ivorra", True), ("Ullà", True),
        ("Isòvol", True), ("Iacó", False), ("hiena", False), ("uadi", False), ("ïambe", True), ("Salt", False),
        ("Jorba", False), ("Xerta", False), ("h", False), ("", False),
    ],
)  # fmt: skip
def test_elides(word: str, expected: bool) -> None:
    assert elides(word) is expected


ALPHABET = """
l'Albagés, Castell de Mur, Castellar de la Ribera, Castellar de n'Hug, Castellar del Vallès, Castellnou de Bages,
Castelló d'Empúries, Castelló de Farfanya, Castell-Platja d'Aro, Castellserà, l'Hospitalet de Llobregat,
Ivars d'Urgell, Ivars de Noguera, la Jonquera, Josa i Tuixén, Juià, Les, les Llosses, Lluçà, Maçanet de la Selva,
Madremanya, el Prat de Llobregat, Prats de Lluçanès, Puigdàlber, Puig-reig, la Quar, Sant Vicenç dels Horts,
Santa Bàrbara, Santpedor, Vilaplana, Vila-rodona, Vila-seca, Vilassar de Dalt
"""


def test_sort_key_by_the_rules_of_catalan() -> None:
    names = [name.strip() for name in ALPHABET.split(",")]
    names_by_code_point = sorted(names)
    assert sorted(names_by_code_point, key=sort_key) == names


@pytest.mark.parametrize(
    "pair",
    [
        ("cella", "cel·la"),
        ("placa", "plaça"),
        ("sol", "sòl"),
        ("és", "ès"),
        ("Riba", "la Riba"),
        ("es Bòrdes", "Bordils"),
    ],
)
def test_sort_key_breaks_ties(pair: tuple[str, str]) -> None:
    first, second = pair
    assert sort_key(first) < sort_key(second)


@given(st.lists(st.sampled_from(MUNICIPALITIES), max_size=20).flatmap(st.permutations))
def test_sort_key_gives_one_order(names: list[str]) -> None:
    assert sorted(names, key=sort_key) == sorted(sorted(names), key=sort_key)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a i b"), (["a", "b", "c"], "a, b i c"), (["a", "", "c"], "a i c")],
)
def test_joined(parts: list[str], expected: str) -> None:
    assert joined(parts) == expected


@pytest.mark.parametrize(
    ("text", "upper", "lower"),
    [
        ("l'Hospitalet", "L'Hospitalet", "l'Hospitalet"),
        ("<b>òdena</b>", "<b>Òdena</b>", "<b>òdena</b>"),
        ("Mentoria", "Mentoria", "mentoria"),
        ("PDF i paper", "PDF i paper", "PDF i paper"),
        ("«ara»", "«Ara»", "«ara»"),
        ("", "", ""),
        ("3 hores", "3 hores", "3 hores"),
        ("&lt;b", "&lt;b", "&lt;b"),
    ],
)
def test_capitals(text: str, upper: str, lower: str) -> None:
    assert capitalised(text) == upper
    assert uncapitalised(text) == lower
