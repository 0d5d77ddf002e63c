"""The finder of councils: what is certain, what is offered, what is neither."""

import random
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from conversations.protocol.places import Found, Place
from conversations.rules.council_words import stripped
from conversations.rules.councils import MOST_CANDIDATES, Gazetteer
from conversations.rules.plain import words
from storage.register import places

MEMBERS = frozenset({"082009", "081691", "082457", "080517", "081017", "083073", "081121"})
KEYS = "abcdefghijklmnopqrstuvwxyzàèéíòóúç ·'-"


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(*places())


@cache
def councils() -> tuple[Place, ...]:
    return tuple(place for place in places()[0] if place.kind == "council")


@cache
def by_bare_name() -> dict[tuple[str, ...], Place]:
    return {stripped(words(place.name)): place for place in councils()}


def find(text: str) -> Found:
    return gazetteer().find(text, MEMBERS)


def slip(text: str, kind: int, place: int, key: str) -> str:
    """One slip of the keyboard: a letter lost, one too many, another one, or two exchanged."""
    place %= len(text)
    match kind:
        case 0:
            return text[:place] + text[place + 1 :]
        case 1:
            return text[:place] + key + text[place:]
        case 2:
            return text[:place] + key + text[place + 1 :]
        case _:
            return text[:place] + text[place : place + 2][::-1] + text[place + 2 :]


def is_another(text: str, place: Place) -> bool:
    """Whether what was typed has become the very name of another council: then nobody can know."""
    return by_bare_name().get(stripped(words(text)), place) != place


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cardedeu", "Cardedeu"),
        ("Ajuntament de Cardedeu", "Cardedeu"),
        ("VILANOVA I LA GELTRU", "Vilanova i la Geltrú"),
        ("hospitalet", "l'Hospitalet de Llobregat"),
        ("L Hospitalet", "l'Hospitalet de Llobregat"),
        ("Hospitalet de Llobregat, L'", "l'Hospitalet de Llobregat"),
        ("palau solita", "Palau-solità i Plegamans"),
        ("palausolita i plegamans", "Palau-solità i Plegamans"),
        ("Sta. Coloma de Gramenet", "Santa Coloma de Gramenet"),
        ("Ajuntament del Prat de Llobregat", "el Prat de Llobregat"),
        ("Manlleu\u200b", "Manlleu"),
        ("manleu", "Manlleu"),
        ("Terrasa", "Terrassa"),
        ("la seu", "la Seu d'Urgell"),
        ("San Cugat del Vallés", "Sant Cugat del Vallès"),
        ("Vic", "Vic"),
        ("Les", "Les"),
        ("Ajuntament de Les", "Les"),
        ("som de Salt", "Salt"),
        ("Vic, Osona", "Vic"),
        ("Mataró (Barcelona)", "Mataró"),
        ("Mieres, comarca de la Garrotxa", "Mieres"),
        ("Promoció econòmica, Ajuntament de Mataró", "Mataró"),
        ("Hola, som de l'Ajuntament de Manlleu i voldríem una mentoria", "Manlleu"),
        ("Consell Comarcal del Berguedà", "Consell Comarcal del Berguedà"),
        ("consell comarcal bergueda", "Consell Comarcal del Berguedà"),
        ("consell comarcal del bergada", "Consell Comarcal del Berguedà"),
        ("CC Selva", "Consell Comarcal de la Selva"),
        ("C. C. de la Selva", "Consell Comarcal de la Selva"),
        ("som de promoció econòmica del Consell Comarcal del Maresme", "Consell Comarcal del Maresme"),
        ("Conselh Generau d'Aran", "Conselh Generau d'Aran"),
    ],
)
def test_a_name_in_full_or_almost_is_certain(text: str, name: str) -> None:
    certain = find(text).certain
    assert certain is not None
    assert certain.name == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sant Boi", ["Sant Boi de Llobregat", "Sant Boi de Lluçanès"]),
        ("St. Boi", ["Sant Boi de Llobregat", "Sant Boi de Lluçanès"]),
        ("som de Sant Boi", ["Sant Boi de Llobregat", "Sant Boi de Lluçanès"]),
        (
            "Hola! Som de Sant Boi i tenim una pregunta sobre els plecs",
            ["Sant Boi de Llobregat", "Sant Boi de Lluçanès"],
        ),
        ("hosp llob", ["l'Hospitalet de Llobregat"]),
        ("plegamans", ["Palau-solità i Plegamans"]),
        ("Badalona i Barcelona", ["Badalona", "Barcelona"]),
        ("Berguedà", ["Consell Comarcal del Berguedà"]),
        ("Tarazona", ["Tarragona"]),
        ("consell comarcal vallès", ["Consell Comarcal del Vallès Occidental", "Consell Comarcal del Vallès Oriental"]),
        ("Sou de Manlleu?", ["Manlleu"]),
        ("no som de Manlleu", ["Manlleu"]),
        ("no, del Consell Comarcal del Bages no", ["Consell Comarcal del Bages"]),
        ("som del consell de joves de Manlleu", ["Manlleu"]),
        ("hola bot", ["Bot"]),
        ("Ajuntament de Manlleu, amb la Diputació", ["Manlleu"]),
        ("fem la sol·licitud amb l'alcaldessa de tots els pobles veïns a Cardedeu", ["Cardedeu"]),
    ],
)
def test_what_is_not_certain_is_offered(text: str, names: list[str]) -> None:
    found = find(text)
    assert found.certain is None
    assert [place.name for place in found.candidates] == names


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Sta Coloma", "Santa Coloma de Gramenet"),
        ("santa coloma de gra", "Santa Coloma de Gramenet"),
        ("el Prat", "el Prat de Llobregat"),
        ("Vilanova", "Vilanova i la Geltrú"),
        ("castellar", "Castellar del Vallès"),
        ("castelar", "Castellar del Vallès"),
        ("LH", "l'Hospitalet de Llobregat"),
        ("Lérida", "Lleida"),
    ],
)
def test_members_are_offered_first(text: str, first: str) -> None:
    found = find(text)
    assert found.certain is None
    assert found.candidates[0].name == first


@pytest.mark.parametrize(
    "text",
    [
        "", "🙂", "hola", "no ho sé", "Zaragoza", "València", "Ajuntament", "XMESS", "Diputació de Barcelona", "1234",
        "Universitat de Girona", "Consorci del Lluçanès", "un poble petit", "consell", "xy", "qz", "bona nit",
        "aquest és un text molt llarg que no parla de cap lloc conegut i que no s'acaba mai",
    ],
)  # fmt: skip
def test_what_names_no_council_finds_none(text: str) -> None:
    assert find(text) == Found()


def test_without_preference_the_shortest_name_goes_first() -> None:
    names = [place.name for place in gazetteer().find("sant boi").candidates]
    assert names == ["Sant Boi de Lluçanès", "Sant Boi de Llobregat"]


def test_preference_never_makes_a_certainty() -> None:
    assert gazetteer().find("Sant Boi", {"082009"}).certain is None


@pytest.mark.parametrize("written", ["{}", "  {}  ", "{}.", "\u200b{}\u200b", "AJUNTAMENT DE {}", "de {}"])
def test_every_exact_name_is_certain(written: str) -> None:
    assert [place.name for place in councils() if find(written.format(place.name)).certain != place] == []


def test_every_exact_name_is_certain_in_capitals_and_without_accents() -> None:
    wrong = [
        place.name
        for place in places()[0]
        if find(place.name.upper()).certain != place or find(" ".join(words(place.name))).certain != place
    ]
    assert not wrong


def test_display_name_is_given_by_code() -> None:
    assert gazetteer().name("081691") == "el Prat de Llobregat"
    assert gazetteer().name("cc-bergueda") == "Consell Comarcal del Berguedà"
    assert gazetteer().name("999999") == "999999"


@settings(max_examples=400)
@given(
    place=st.sampled_from(councils()),
    slips=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 40), st.sampled_from(KEYS)), min_size=1, max_size=2),
)
def test_up_to_two_slips_never_give_a_wrong_certainty(place: Place, slips: list[tuple[int, int, str]]) -> None:
    text = place.name
    for kind, where, key in slips:
        assume(text)
        text = slip(text, kind, where, key)
    assume(not is_another(text, place))
    assert find(text).certain in {None, place}


def test_one_or_two_slips_still_find_the_council() -> None:
    chance = random.Random(2020)
    typed = []
    for place in councils() * 4:
        text = place.name
        for _ in range(chance.choice((1, 2))):
            text = slip(text, chance.randrange(4), chance.randrange(len(text)), chance.choice(KEYS)) if text else text
        if not is_another(text, place):
            typed.append((place, text))
    found = [(place, find(text)) for place, text in typed]
    assert sum(place in result.candidates for place, result in found) >= 0.99 * len(found)
    assert all(result.certain in {None, place} for place, result in found)


@given(text=st.text(max_size=200), prefer=st.frozensets(st.sampled_from(sorted(MEMBERS))))
def test_any_text_gives_a_few_different_places(text: str, prefer: frozenset[str]) -> None:
    found = gazetteer().find(text, prefer)
    assert len(found.candidates) == len(set(found.candidates)) <= MOST_CANDIDATES
    assert found.certain is None or found.certain == found.candidates[0]
