"""A call's TOML: the shipped one, and each fault in one clear line."""

import re
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import desk
from conversations.calls import CallError, parse
from conversations.forms.application import QUESTIONS
from conversations.protocol.method import Method, Pace, Rule, Telling, Way
from conversations.rules.deadlines import MADRID
from locales.wording import prose_faults
from tests.conversation import CALL

APRIL = CALL.read_text(encoding="utf-8")


def test_the_april_call_says_what_the_bases_say() -> None:
    call = parse(APRIL)
    assert (call.deadline, call.sessions_from, call.sessions_to) == (
        date(2020, 5, 8),
        date(2020, 5, 1),
        date(2020, 7, 31),
    )
    assert {service.id: (service.bag, service.package) for service in call.services} == {
        "mentoring": (8 * 60, 4 * 60),
        "advice": (28 * 60, 4 * 60),
    }
    assert len(call.questions) == 12
    assert set(call.questions) <= set(QUESTIONS)
    assert len(call.commitments) == 4
    assert [criterion.id for criterion in call.criteria] == ["need", "transferability", "alignment"]
    assert (call.opens, call.decision) == (None, None)
    assert {"opens", "decision"} <= set(call.undecided)


def test_the_april_call_speaks_as_the_bot_does() -> None:
    call = parse(APRIL)
    for text in (call.name, call.following, *call.commitments, *(criterion.name for criterion in call.criteria)):
        assert not list(prose_faults(text)), text


def test_the_shipped_calls_assess_and_send_as_usual() -> None:
    autumn = parse(desk.shipped("setembre-2020").replace("# deadline =", "deadline ="))
    for call in (parse(APRIL), autumn):
        assert call.method == Method(weights={"need": 1, "transferability": 1, "alignment": 1})
        assert call.telling == Telling()
        assert call.pace == Pace()


def test_a_call_that_says_nothing_is_assessed_as_usual() -> None:
    bare = APRIL[: APRIL.index("[assessment]")]
    assert (parse(bare).method, parse(bare).telling, parse(bare).pace) == (Method(), Telling(), Pace())


def test_a_call_may_choose_everything() -> None:
    chosen = """
[assessment]
way = "joint"
scale = 10
order = ["covid", "open"]
corrected = true
newcomers_since = 2020-01-01
open_criterion = " Igualtat territorial "
packages_a_body = 2
meeting = 2020-05-14T10:00:00
[assessment.weights]
need = 2
[decisions]
second_person = false
answer_days = 1
promotes = true
[sessions]
silence_days = 3
report_days = 0
nudge_days = 7
nudges = 1
warnings = [100, 50]
"""
    call = parse(APRIL[: APRIL.index("# Com valora")] + chosen)
    assert call.method == Method(
        way=Way.JOINT,
        scale=10,
        weights={"need": 2},
        order=(Rule.COVID, Rule.OPEN),
        corrected=True,
        newcomers_since=date(2020, 1, 1),
        open_criterion="Igualtat territorial",
        packages_a_body=2,
        meeting=datetime(2020, 5, 14, 10, tzinfo=MADRID),
    )
    assert call.telling == Telling(second_person=False, answer_days=1, reminder_days=0, promotes=True)
    assert call.pace == Pace(3, 0, 7, 1, (50, 100))


FAULTS = [
    (r'id = "2020-1"', "", "id must be a text"),
    (r'id = "2020-1"', 'id = " "', "id must be a text"),
    (r'id = "2020-1"', "id = 2020", "id must be a text"),
    (r"deadline = 2020-05-08", "", "deadline must be a date"),
    (r"deadline = 2020-05-08", 'deadline = "8 de maig"', "deadline must be a date"),
    (r"deadline = 2020-05-08", "deadline = 2020-05-08T23:59:59Z", "deadline must be a date"),
    (r"deadline = 2020-05-08", "opens = 2020-05-09\ndeadline = 2020-05-08", "opens is after the deadline"),
    (r"sessions_from = 2020-05-01", "sessions_from = 2020-08-01", "sessions_from is after sessions_to"),
    (r'following = "[^"]*"', "following = 9", "following must be a text"),
    (r"(?s)questions = \[.*?\]", "questions = []", "questions is empty"),
    (r"(?s)questions = \[.*?\]", 'questions = "need"', "questions must be a list of texts"),
    (r"(?s)questions = \[.*?\]", "questions = [1]", "questions must be a list of texts"),
    (r"(?s)questions = \[.*?\]", 'questions = ["need", "need"]', "questions names one twice"),
    (r"(?s)\[services.mentoring\]\n.*?\n\n", "", "services.mentoring is missing"),
    (r"(?s)\[services.*?\n\n\[\[", "[[", "services.mentoring is missing"),
    (r"bag_minutes = 480", "bag_minutes = 60", "services.mentoring needs"),
    (r"bag_minutes = 480", 'bag_minutes = "8 h"', "services.mentoring needs"),
    (r"bag_minutes = 480", "bag_minutes = true", "services.mentoring needs"),
    (r"package_minutes = 240", "package_minutes = 0", "services.mentoring needs"),
    (r"(?s)\[\[criteria\]\].*?(?=\n# R)", "", "criteria is empty"),
    (r"(?s)\[\[criteria\]\].*?(?=\n# R)", "[criteria]\nid = 3\n", "criteria must be a list of tables"),
    (r'id = "need"', "id = 3", "id must be a text"),
    (r'to = "draft"', 'to = "everybody"', "reminders: to must be"),
    (r"days = 7", "days = -1", "reminders: days must be"),
    (r"days = 7", "days = true", "reminders: days must be"),
    (r"begins = 09:00:00", "begins = 15:00:00", "courtesy: begins and ends must be"),
    (r"begins = 09:00:00", "begins = 9", "courtesy: begins and ends must be"),
    (r"local_holidays = \[\]", 'local_holidays = ["demà"]', "courtesy: local_holidays must be"),
    (r"(?s)\[courtesy\].*", "", None),
    (r'way = "individual"', 'way = "sola"', "assessment: way must be individual or joint"),
    (r"scale = 4", "scale = 0", "assessment: scale must be a whole number from 1 to 10"),
    (r"scale = 4", "scale = true", "assessment: scale must be a whole number from 1 to 10"),
    (r"scale = 4", "escala = 4", "assessment has what nobody reads: escala"),
    (r'order = \["involvement", ', 'order = ["simpatia", ', "assessment: order must list some of"),
    (r'order = \["involvement", ', 'order = ["open", ', "assessment: order must list some of"),
    (r"corrected = false", 'corrected = "no"', "assessment: corrected must be true or false"),
    (r"newcomers_since = [\d-]+", "newcomers_since = 2019", "assessment: newcomers_since must be a date"),
    (r'open_criterion = ""', "open_criterion = 1", "open_criterion must be a text"),
    (r"packages_a_body = 1", "packages_a_body = 0", "assessment: packages_a_body must be a whole number"),
    (r"# meeting = [\dT:-]+", "meeting = 2020-05-14T10:00:00Z", "assessment: meeting must be a local day and hour"),
    (r"# meeting = [\dT:-]+", "meeting = 2020-05-14", "assessment: meeting must be a local day and hour"),
    (r"need = 1", "need = -1", "assessment: a scale from 1 up and weights from 0 up"),
    (r"need = 1", "simpatia = 1", "assessment: weights of no criterion: simpatia"),
    (r"need = 1", 'need = "molt"', "assessment: weights must be a whole number for each criterion"),
    (r"second_person = true", "second_person = 1", "decisions: second_person must be true or false"),
    (r"answer_days = 6", "answer_days = 0", "decisions: answer_days must be a whole number from 1 to 60"),
    (r"reminder_days = 2", "reminder_days = 6", "decisions: reminder_days must be a whole number from 0 to 5"),
    (r"promotes = false", "promotes = 0", "decisions: promotes must be true or false"),
    (r"silence_days = 5", "silence_days = 0", "sessions: silence_days must be a whole number from 1 to 60"),
    (r"nudges = 2", "nudges = true", "sessions: nudges must be a whole number from 0 to 9"),
    (r"warnings = \[80, 100\]", "warnings = 80", "sessions: warnings must be percentages"),
    (r"warnings = \[80, 100\]", "warnings = [0]", "sessions: warnings must be percentages"),
    (r"\[decisions\]", "[decisió]\n[decisions]", "not valid TOML"),
    (r"(?s)^(.*)\[courtesy\].*$", r"courtesy = 3\n\1", "courtesy must be a table"),
    (r"(?s)^.*$", "questions = [", "not valid TOML"),
]


@pytest.mark.parametrize(("pattern", "instead", "says"), FAULTS)
def test_parse_says_each_fault_in_one_line(pattern: str, instead: str, says: str | None) -> None:
    text, times = re.subn(pattern, instead, APRIL, count=1)
    assert times == 1
    if says is None:
        assert parse(text).courtesy == parse(APRIL).courtesy
        return
    with pytest.raises(CallError, match=re.escape(says)) as fault:
        parse(text)
    assert "\n" not in str(fault.value)


LINES = APRIL.split("\n")


@given(
    st.lists(st.integers(0, len(LINES) - 1), min_size=1, max_size=4),
    st.sampled_from(["", "x = 1", "reminders = 3", "courtesy = 3", "services = []", "[criteria]", 'criteria = ["a"]']),
)
def test_parse_refuses_or_reads_whatever_it_gets(places: list[int], instead: str) -> None:
    text = "\n".join(instead if place in places else line for place, line in enumerate(LINES))
    try:
        call = parse(text)
    except CallError:
        return
    assert call.questions
