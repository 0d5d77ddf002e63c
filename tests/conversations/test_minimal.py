"""The minimal mode: whatever anybody does, no message carries what an application says, and nothing of it is taken."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conversations.protocol.assessment import Outcome
from conversations.protocol.changes import ExtendCall, RequestData, SaveAnswer, StartApplication, Submit
from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from tests.conversation import ANSWERS, Conversation, Somebody
from tests.conversations.test_authorisation import BUTTONS
from tests.support.decided import MEETING, Commission
from tests.support.village import CONTACT, KEY, MEMBER, MENTOR, OFFICE, OTHER, PLANTED, Village

PEOPLE = (CONTACT, OTHER, OFFICE, MEMBER, MENTOR)
WRITTEN = (
    *(ANSWERS[name] for name in ("title", "need", "transferability", "alignment", "covid_how")),
    *PLANTED["contact"][1:6],
    *PLANTED["mailed"],
    "Soc jo, Xènia",
    "xylòfon-42",
)
"""What applications say in somebody's own words, as the people of the village wrote it before."""
AFTERWARDS = datetime(2020, 6, 4, 9, 30, tzinfo=MADRID)
SAID = ("hola", "/inici", "/estat", "/ajuda", "/sessions", "/privacitat", "/les_meves_dades", "/previsio", "/esborra",
        "Text de la sol·licitud", "Ahir 2h amb l'Alzinar, en línia")  # fmt: skip
NAMING = sorted(
    {f"{button.partition('.')[0]}.{KEY}" for button, _ in BUTTONS.values() if ".2020-1." in button}
    | {f"{button.partition('.')[0]}.inventat-1" for button, _ in BUTTONS.values() if ".171557" in button}
    | {
        f"note.{KEY}",
        f"mailmore.{KEY}",
        "fix.inventat-1.need",
        "sheets",
        "minutes.2020-1",
        "mydata",
        "packages",
        "desk",
    }
)
"""Every button that names an application or its council, and those that show many."""


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a village that had lived with everything in the bot."""
    folder = tmp_path_factory.mktemp("village")
    Village(folder).bot.close()
    return folder / "bot.sqlite3"


def minimal(lived: Path, folder: Path) -> Conversation:
    shutil.copyfile(lived, folder / "bot.sqlite3")
    return Conversation(folder, AFTERWARDS, f"sqlite:///{folder / 'bot.sqlite3'}", minimal=True)


def carried(talk: Conversation) -> str:
    """Everything that was written to anybody since the mode began: texts, buttons and documents."""
    rows = talk.rows("select text, keyboard, document from letter where created_at >= :at", at="2020-06-04")
    return "\n".join(f"{row['text']} {row['keyboard']} {row['document']}" for row in rows)


def told(talk: Conversation) -> list[str]:
    """What was written that should not have been, as it stands or as JSON escapes it."""
    said = carried(talk)
    return [one for one in WRITTEN if one in said or one.encode("unicode_escape").decode() in said]


def test_no_button_shows_what_applications_say_and_none_takes_it(lived: Path, tmp_path: Path) -> None:
    talk = minimal(lived, tmp_path)
    before = talk.rows("select * from answer order by id")
    for person in (CONTACT, OFFICE, MEMBER):
        for data in NAMING:
            talk.press_data(person, "Algú", f"0:{data}")
            talk.passes(seconds=30)
    talk.speaks_unasked()
    assert carried(talk)
    assert told(talk) == []
    assert talk.rows("select * from answer order by id") == before
    talk.close()


def test_the_same_buttons_show_it_without_the_mode(lived: Path, tmp_path: Path) -> None:
    talk = minimal(lived, tmp_path)
    talk.close()
    talk = Conversation(tmp_path, AFTERWARDS, f"sqlite:///{tmp_path / 'bot.sqlite3'}")
    for person, data in ((OFFICE, f"sheet.{KEY}"), (CONTACT, "show.inventat-1")):
        talk.press_data(person, "Algú", f"0:{data}")
    assert {ANSWERS["title"], ANSWERS["transferability"], PLANTED["contact"][1]} <= set(told(talk))
    talk.close()


DONE = st.tuples(st.sampled_from(PEOPLE), st.sampled_from((*SAID, *range(12), "passes")))


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(done=st.lists(DONE, min_size=10, max_size=20))
def test_no_message_to_anybody_carries_what_an_application_says(lived: Path, done: list[tuple[int, str | int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        talk = minimal(lived, Path(folder))
        for person, what in done:
            somebody = Somebody(talk, person, "Algú")
            buttons = [one for message in talk.chats.get(person, []) for row in message.buttons for one in row]
            if what == "passes":
                talk.passes(hours=20)
                talk.speaks_unasked()
            elif isinstance(what, str):
                somebody.says(what)
            elif buttons:
                talk.press_data(person, somebody.name, buttons[-1 - what % len(buttons)][1])
                talk.passes(minutes=1)
        assert told(talk) == []
        talk.close()


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Conversation]:
    conversation = Conversation(tmp_path, minimal=True)
    yield conversation
    conversation.close()


def test_draft_that_was_open_when_the_mode_began_takes_nothing_more(tmp_path: Path) -> None:
    before = Conversation(tmp_path)
    Somebody(before, 1001, "Aina Soler").opens("l'Alzinar")
    aina = Somebody(before, 1001, "Aina Soler")
    aina.answers_until(6)
    before.close()
    talk = Conversation(tmp_path, url=f"sqlite:///{tmp_path / 'bot.sqlite3'}", minimal=True)
    aina = Somebody(talk, 1001, "Aina Soler")
    answers = talk.answers("inventat-1")
    (heard,) = [one for one in aina.says("Text llarg de la necessitat.") if one.text]
    assert heard.text.startswith("Això va per correu, no per aquí")
    assert talk.answers("inventat-1") == answers
    talk.passes(minutes=5)
    assert "La sol·licitud s'envia per correu" in aina.says("/inici")[-1].text
    talk.close()


def test_editing_an_answer_of_before_changes_nothing_and_says_so(tmp_path: Path) -> None:
    before = Conversation(tmp_path)
    aina = Somebody(before, 1001, "Aina Soler")
    aina.opens("l'Alzinar")
    aina.answers_until(3)
    message = before.mine(1001, "aina@lalzinar.example")
    before.close()
    talk = Conversation(tmp_path, url=f"sqlite:///{tmp_path / 'bot.sqlite3'}", minimal=True)
    talk.chats[1001] = [message]
    heard = talk.edits(1001, "Aina Soler", message.id, "altra@lalzinar.example")
    assert "Això va per correu" in heard[-1].text
    assert talk.answers("inventat-1")["email"] == "aina@lalzinar.example"
    talk.close()


def test_councils_of_somebody_with_several_are_told_where_each_stands(talk: Conversation) -> None:
    aina = Somebody(talk, 1001, "Aina Soler")
    for council in ("l'Alzinar", "Puigferrer"):
        talk.seats(1001, Role.CONTACT, council)
    Commission(talk).write(1001, *drafted("inventat-2"))
    said = aina.says("/estat")[-1].text
    assert said == "L'Alzinar: sense començar.\nPuigferrer: encara no s'ha enviat."


def drafted(body: str) -> list[StartApplication | SaveAnswer]:
    key = f"2020-1.{body}.1"
    return [StartApplication(key, "2020-1", body), SaveAnswer(key, "title", ANSWERS["title"])]


@pytest.mark.parametrize(
    ("outcome", "service", "says"),
    [
        (Outcome.REFUSED, None, "Aquesta vegada no us hem pogut concedir el servei."),
        (Outcome.GRANTED, "mentoring", "Havíeu demanat l'altre servei."),
    ],
)
def test_decision_says_what_and_its_reason_goes_by_mail(
    tmp_path: Path, outcome: Outcome, service: str | None, says: str
) -> None:
    talk = Conversation(tmp_path, MEETING, minimal=True)
    members = [Somebody(talk, number, name) for number, name in ((4001, "Berta Font"), (4002, "Oriol Pi"))]
    for one in members:
        talk.seats(one.id, Role.COMMISSION, "Mataró")
    commission = Commission(talk)
    commission.applies(1, 1001, "Aina Soler", "Salt")
    commission.decides("Salt", outcome, service, reason="Motiu irrepetible.")
    berta, oriol = members
    berta.says("/inici")
    berta.presses("Envia'l")
    oriol.presses("Confirma l'enviament")
    letters = [message for message in talk.chats[1001] if says in message.text]
    assert len(letters) == 1
    assert "El motiu us arriba per correu." in letters[0].text
    assert "irrepetible" not in "".join(message.text for message in talk.chats[1001])
    assert "Envia'm el PDF" not in str(letters[0].buttons)
    aina = Somebody(talk, 1001, "Aina Soler")
    assert "irrepetible" not in aina.says("/estat")[-1].text
    talk.close()


def test_extension_and_what_is_missing_are_told_with_the_address(talk: Conversation) -> None:
    talk.seats(OFFICE, Role.OFFICE)
    talk.seats(1001, Role.CONTACT, "l'Alzinar")
    office = Somebody(talk, OFFICE, "Núria Camps")
    Commission(talk).write(1001, *drafted("inventat-1"))
    Commission(talk).write(OFFICE, ExtendCall("2020-1", date(2020, 5, 15), "Hi ha hagut una avaria.", date(2020, 5, 8)))
    talk.passes(hours=2)
    (said,) = [one for one in talk.speaks_unasked() if one.to == 1001]
    assert said.text.startswith("Hi ha més temps")
    assert "S'envia per correu a oficina@xmess.example." in said.text
    assert said.labels == ["Aquesta vegada no"]
    assert office.says("/inici")


def test_what_is_missing_is_answered_by_mail(talk: Conversation) -> None:
    talk.seats(1001, Role.CONTACT, "l'Alzinar")
    key = "2020-1.inventat-1.1"
    asked = RequestData(902, key, "Quantes persones hi participaran?", date(2020, 5, 15))
    Commission(talk).write(1001, *drafted("inventat-1"), Submit(key, "2020-1", "2020-1-001"), asked)
    talk.moves(datetime(2020, 5, 14, 9, 30, tzinfo=MADRID))
    (said,) = [one for one in talk.speaks_unasked() if one.to == 1001]
    assert said.text.endswith("Responeu per correu fins al 15 de maig, inclòs: oficina@xmess.example.")
    assert said.labels == []
    assert "participaran" not in Somebody(talk, 1001, "Aina Soler").says("/estat")[-1].text
