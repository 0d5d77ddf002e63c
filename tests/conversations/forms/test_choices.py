"""Options: one or several, typed or toggled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.forms import application
from conversations.forms.choices import Checklist, Choice, Group, Option
from conversations.forms.outcome import Accepted, Refused
from conversations.protocol.words import Listed, T, Verbatim

SERVICE = Choice(
    (
        Option("mentoring", T("Mentoring"), ("mentoria", "mentories", "la primera")),
        Option("advice", T("Advice"), ("assessorament", "assessorament especialitzat", "asesoramiento")),
        Option("either", T("No preference"), ("tant és", "qualsevol de les dues")),
    )
)
COVID = Choice(
    (
        Option("economic", Verbatim("Sí, econòmica"), ("socioeconòmica",)),
        Option("both", Verbatim("Totes dues")),
        Option("none", Verbatim("No"), ("cap",)),
    )
)
TOPICS = Checklist(
    (
        Group(
            (
                Option("housing", T("Housing"), ("habitatge", "cessió d'ús")),
                Option("care", T("Care"), ("cures", "economia feminista")),
                Option("youth", T("Young people"), ("joves", "cooperatives de joves")),
                Option("energy", T("Energy"), ("energia", "ecologia")),
            ),
            most=3,
        ),
    )
)
MEANS = Checklist(
    (
        Group(
            (Option("young", T("Less than a year"), ("menys d'un any",)), Option("old", T("Long"), ("fa anys",))),
            name=T("how long"),
        ),
        Group(
            (
                Option("staff", T("Staff"), ("personal propi", "personal")),
                Option("budget", T("Budget"), ("pressupost",)),
                Option("grants", T("Grants"), ("subvencions",)),
                Option("nothing", T("Nothing"), ("cap", "res"), exclusive=True),
            ),
            most=2,
            name=T("what means"),
        ),
    )
)


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("mentoria", "mentoring"),
        ("MENTORÍA!", "mentoring"),
        ("metnoria", "mentoring"),
        ("Preferim una mentoria, gràcies", "mentoring"),
        ("la primera", "mentoring"),
        ("mentoria amb Manlleu", "mentoring"),
        ("assesorament", "advice"),
        ("un assessorament especialitzat, si us plau", "advice"),
        ("asesoramiento", "advice"),
        ("tant és", "either"),
        ("qualsevol de les dues", "either"),
    ],
)
def test_one_option_is_recognised_as_people_type_it(text: str, option: str) -> None:
    assert SERVICE.read(text) == Accepted(option)


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("no", "none"),
        ("cap", "none"),
        ("totes dues", "both"),
        ("socio-econòmica", None),
        ("socioeconomica", "economic"),
        ("Sí, econòmica", "economic"),
    ],
)
def test_a_label_that_is_a_text_can_be_typed(text: str, option: str | None) -> None:
    reading = COVID.read(text)
    assert reading == Accepted(option) if option else isinstance(reading, Refused)


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("si pero no ben be", None),
        ("no gaire", None),
        ("no del tot", None),
        ("si i no", None),
        ("no ho sé", None),
        ("depèn", None),
        ("sí", None),
        ("sí i tant", None),
        ("no, si us plau", "none"),
        ("clar que no", "none"),
        ("crec que no", "none"),
        ("sí, econòmica", "economic"),
    ],
)
def test_a_yes_or_no_with_a_but_is_asked_about_with_the_buttons(text: str, option: str | None) -> None:
    closest = Refused(T("To be sure: which of these answers is the closest to yours?"), again=True)
    assert application.COVID.read(text) == (Accepted(option) if option else closest)


@pytest.mark.parametrize("text", ["totes dues", "mentoria i assessorament", "mentoria o assessorament", "tots dos"])
def test_more_than_one_option_is_asked_to_be_one(text: str) -> None:
    labels = Listed((T("Mentoring"), T("Advice"), T("No preference")), either=True)
    assert SERVICE.read(text) == Refused(T("Choose only one: {options}.", options=labels))


@pytest.mark.parametrize(
    "text", ["", "🙂", "formació", "mentoria?", "què és una mentoria?", "no mentoria", "ni mentoria", "ment"]
)
def test_what_names_no_option_gets_the_options(text: str) -> None:
    reading = SERVICE.read(text)
    assert isinstance(reading, Refused)
    assert reading.why.msgid == "It is not clear which one. The options are: {options}."


def test_labels_are_given_by_id_and_an_old_id_stands_for_itself() -> None:
    assert SERVICE.label("advice") == T("Advice")
    assert TOPICS.label("care") == T("Care")
    assert SERVICE.label("gone") == Verbatim("gone")
    assert SERVICE.ids() == ("mentoring", "advice", "either")


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("habitatge", ["housing"]),
        ("cures i habitatge", ["housing", "care"]),
        ("Joves, energia i cures", ["care", "youth", "energy"]),
        ("cooperatives de joves / ecologia", ["youth", "energy"]),
        ("habitage; cesió d'us", ["housing"]),
        ("ens interessa sobretot l'energia", ["energy"]),
    ],
)
def test_several_options_are_read_from_one_text(text: str, options: list[str]) -> None:
    assert TOPICS.read(text) == Accepted(options)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("fa anys, personal i pressupost", ["old", "staff", "budget"]),
        ("menys d'un any; cap", ["young", "nothing"]),
    ],
)
def test_options_of_several_groups_are_read_from_one_text(text: str, options: list[str]) -> None:
    assert MEANS.read(text) == Accepted(options)


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        (TOPICS, "", "It is not clear which ones. The options are: {options}."),
        (TOPICS, "turisme", "It is not clear which ones. The options are: {options}."),
        (TOPICS, "habitatge?", "It is not clear which ones. The options are: {options}."),
        (TOPICS, "habitatge i turisme", "«{words}» was not understood. Name only the options, please."),
        (TOPICS, "habitatge, no cures", "«{words}» was not understood. Name only the options, please."),
        (TOPICS, "tots", "Choose only {n} option."),
        (MEANS, "fa anys", "It still has to be said {what}."),
        (MEANS, "personal", "It still has to be said {what}."),
        (MEANS, "fa anys, menys d'un any, personal", "Choose only {n} option to say {what}."),
        (MEANS, "fa anys, personal i cap", "«{option}» cannot go with another option."),
    ],
)
def test_a_list_that_is_not_whole_is_refused_with_the_reason(kind: Checklist, text: str, why: str) -> None:
    reading = kind.read(text)
    assert isinstance(reading, Refused)
    assert reading.why.msgid == why


def test_everything_means_all_but_the_exclusive_options() -> None:
    free = Checklist((Group((Option("a", T("A")), Option("b", T("B")), Option("c", T("C"), exclusive=True)), most=2),))
    assert free.read("tot, tots dos") == Refused(
        T("«{words}» was not understood. Name only the options, please.", words="dos")
    )
    assert free.read("totes") == Accepted(["a", "b"])


@pytest.mark.parametrize(
    ("selected", "option", "after"),
    [
        ([], "staff", ("staff",)),
        (["staff"], "staff", ()),
        (["staff"], "young", ("young", "staff")),
        (["young"], "old", ("old",)),
        (["staff", "budget"], "nothing", ("nothing",)),
        (["old", "nothing"], "grants", ("old", "grants")),
    ],
)
def test_a_tap_changes_what_is_chosen(selected: list[str], option: str, after: tuple[str, ...]) -> None:
    assert MEANS.toggle(selected, option) == after


def test_one_tap_too_many_is_refused_and_says_the_most() -> None:
    assert MEANS.toggle(["staff", "budget"], "grants") == Refused(
        T(
            "Choose only {n} option to say {what}.",
            "Choose up to {n} options to say {what}.",
            n=2,
            what=T("what means"),
        )
    )


def test_completeness_says_what_is_missing() -> None:
    assert MEANS.complete(["old", "staff"]) is None
    assert MEANS.complete(["old"]) == T("It still has to be said {what}.", what=T("what means"))
    assert TOPICS.complete([]) == T("Choose at least one option, please.")
    assert MEANS.complete(["old", "staff", "nothing"]) == T(
        "«{option}» cannot go with another option.", option=T("Nothing")
    )


@given(st.lists(st.sampled_from(MEANS.ids()), max_size=12))
def test_whatever_is_tapped_never_breaks_a_rule(taps: list[str]) -> None:
    selected: tuple[str, ...] = ()
    for option in taps:
        after = MEANS.toggle(selected, option)
        if not isinstance(after, Refused):
            assert (option in after) is (option not in selected)
            selected = after
    missing = MEANS.complete(selected)
    assert missing is None or missing.msgid == "It still has to be said {what}."


@given(
    st.lists(st.sampled_from([option.synonyms[0] for option in TOPICS.options]), min_size=1, max_size=3, unique=True)
)
def test_any_options_joined_by_commas_are_all_read(names: list[str]) -> None:
    reading = TOPICS.read(", ".join(names))
    assert isinstance(reading, Accepted)
    assert isinstance(reading.value, list)
    assert len(reading.value) == len(names)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for kind in (SERVICE, TOPICS, MEANS):
        reading = kind.read(text)
        if isinstance(reading, Accepted):
            values = [reading.value] if isinstance(reading.value, str) else reading.value
            assert isinstance(values, list)
            assert set(values) <= set(kind.ids())
