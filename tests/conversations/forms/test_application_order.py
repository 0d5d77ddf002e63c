"""Numbers that do not move, questions that depend on others, and what follows what."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.calls import parse
from conversations.forms import application as form
from conversations.protocol.facts import Answer, Json
from locales import plain
from tests.conversation import CALL

APRIL = parse(CALL.read_text(encoding="utf-8"))
SHORT = replace(APRIL, questions=("covid", "title"))
AT = datetime(2020, 5, 5, tzinfo=UTC)
NAMES = (*APRIL.questions, "covid_how")


def answered(names: Collection[str], **values: Json) -> dict[str, Answer]:
    """Answers to these questions; those to options may be given."""
    given_values: dict[str, Json] = {name: values.get(name, "x") for name in (*names, *values)}
    return {name: Answer(value, 0, 1, AT) for name, value in given_values.items()}


@pytest.mark.parametrize(
    ("question", "number"),
    [("position", 1), ("covid", 9), ("covid_how", 9), ("means", 10), ("modality", 12), ("phone", 0), ("gender", 0)],
)
def test_number_is_the_place_in_the_call(question: str, number: int) -> None:
    assert form.number(APRIL, question) == number


def test_asked_puts_what_depends_after_its_question() -> None:
    order = [question.id for question in form.asked(APRIL)]
    assert order.index("covid_how") == order.index("covid") + 1
    assert [name for name in order if name != "covid_how"] == list(APRIL.questions)


@pytest.mark.parametrize(
    ("covid", "applies"),
    [("economic", True), ("community", True), ("both", True), ("none", False), (None, False)],
)
def test_covid_how_applies_after_a_yes(covid: str | None, applies: bool) -> None:
    answers = answered((), covid=covid) if covid else {}
    assert form.applies(form.QUESTIONS["covid_how"], answers) is applies


@pytest.mark.parametrize(
    ("answers", "after", "following"),
    [
        ({}, "position", "email"),
        (answered(("email", "service")), "position", "title"),
        (answered(("title",)), "modality", "position"),
        (answered((), covid="both"), "covid", "covid_how"),
        (answered((), covid="none"), "covid", "means"),
        (answered(("covid_how",), covid="both"), "covid", "means"),
        (answered((), covid="both"), "covid_how", "means"),
        (answered(APRIL.questions), "modality", None),
        (answered(APRIL.questions, covid="both"), "covid", "covid_how"),
        (answered(APRIL.questions), "phone", None),
    ],
)
def test_following_is_what_depends_then_the_next_without_an_answer(
    answers: dict[str, Answer], after: str, following: str | None
) -> None:
    found = form.following(APRIL, after, answers)
    assert (found.id if found else None) == following


@pytest.mark.parametrize(
    ("question", "before"),
    [("position", None), ("email", "position"), ("covid_how", "covid"), ("means", "covid"), ("phone", None)],
)
def test_preceding_goes_back_one(question: str, before: str | None) -> None:
    found = form.preceding(APRIL, question)
    assert (found.id if found else None) == before


@pytest.mark.parametrize(("value", "lost"), [("none", ["covid_how"]), ("both", []), ("economic", [])])
def test_invalidated_is_what_would_no_longer_apply(value: str, lost: list[str]) -> None:
    answers = answered(("covid_how",), covid="community")
    assert [question.id for question in form.invalidated("covid", value, answers)] == lost


def test_invalidated_is_nothing_that_was_never_answered() -> None:
    assert form.invalidated("covid", "none", answered((), covid="both")) == ()


@pytest.mark.parametrize(
    ("topics", "fields"),
    [
        (["procurement", "food"], ("use",)),
        (["care", "market", "unknown"], ("support", "fertilisation", "other")),
        (None, ()),
    ],
)
def test_fields_are_derived_from_the_topics(topics: list[str] | None, fields: tuple[str, ...]) -> None:
    assert form.fields(answered((), topics=topics) if topics else {}) == fields


def test_every_topic_has_a_field() -> None:
    assert set(form.FIELD_OF_TOPIC) == set(form.TOPICS.ids())


@pytest.mark.parametrize(
    ("question", "value", "said"),
    [
        ("title", "Comprar <b>", "Comprar <b>"),
        ("service", "either", "sense preferència"),
        ("topics", ["food", "market"], "agroecologia i consum, mercat social i comerç"),
        ("topics", ["old_one"], "old_one"),
        ("phone", "+34972123456", "972 12 34 56"),
        ("phone", "+33142685300", "+33 1 42 68 53 00"),
    ],
)
def test_shown_as_people_read_it(question: str, value: Json, said: str) -> None:
    assert plain(form.shown(form.QUESTIONS[question], value)) == said


@given(st.sets(st.sampled_from(NAMES)), st.sampled_from(["economic", "none"]), st.sampled_from(NAMES))
def test_following_never_asks_twice_and_stops_only_at_the_end(names: set[str], covid: str, last: str) -> None:
    answers = answered(names, **({"covid": covid} if "covid" in names else {}))
    found = form.following(APRIL, last, answers)
    if found is None:
        assert form.missing(APRIL, answers) == ()
    else:
        assert found.id not in answers
        assert form.applies(found, answers)


@given(st.sets(st.sampled_from(NAMES)))
def test_answering_what_follows_ends_with_nothing_missing(names: set[str]) -> None:
    answers = answered(names, covid="both")
    question = form.following(APRIL, "covid", answers)
    steps = 0
    while question is not None:
        answers |= answered((question.id,))
        question = form.following(APRIL, question.id, answers)
        steps += 1
    assert steps <= len(NAMES)
    assert form.missing(APRIL, answers) == ()


def test_another_version_of_the_form_keeps_the_answers_and_asks_what_is_new() -> None:
    answers = answered(("covid", "need"))
    assert form.missing(SHORT, answers) == ("title",)
    assert [question.id for question in form.asked(SHORT)] == ["covid", "covid_how", "title"]
    assert form.number(SHORT, "need") == 0
