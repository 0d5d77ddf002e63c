"""Whatever two contacts and a stranger do, in any order: nothing fails, nothing is lost, nobody else touches it."""

import json
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from conversations.forms.application import QUESTIONS
from conversations.protocol import scenes
from conversations.protocol.facts import Role
from tests.conversation import ANSWERS, Conversation, Heard, Somebody
from tests.transcript import KINDS

AINA, MARC, POL, NURIA = 1001, 1002, 3001, 2001
PEOPLE = st.sampled_from((AINA, MARC, POL))
ALZINAR = "inventat-1"
SENT = 14

TEXTS = st.one_of(
    st.sampled_from((*ANSWERS.values(), *(QUESTIONS[name].id for name in QUESTIONS))),
    st.sampled_from((
        "hola", "bon dia", "sí", "no", "Ja està", "Desa i surt", "Torna enrere", "Continua", "Retira-la", "salt",
        "l'alzinar", "xyz", "🙂", "=1+1", "no ho sé", "12", ".", "/inici", "/estat", "/ajuda", "/privacitat",
        "/convida", "/avisos", "/res", "/start x", "Mentoria i assessorament", "a" * 1600, "b " * 2100, "<b>",
        "{name}", "%s",
        "\u200b",
    )),
    st.text(min_size=1, max_size=30).filter(lambda text: not text.startswith("/")),
)  # fmt: skip
ACTIONS = ("is", "on", "off", "done", "go", "show", "fix", "pick", "pdf", "withdraw", "resubmit", "start", "grant",
           "refuse", "reply", "invite", "body", "ask", "role", "tell", "help", "home", "search", "send", "agree", "yes",
           "no", "later", "back", "leave", "skip", "example", "insist", "drop", "keep", "begin", "all", "notnow",
           "notmine", "read", "layer2", "optional", "draft", "another", "mute", "extend", "")  # fmt: skip
RESTS = st.sampled_from((ALZINAR, "inventat-2", "170097", *QUESTIONS, "service.advice", "topics.youth", "covid.none",
                         f"{ALZINAR}.title", "7", "²", "99999999999999999999", "contact", "office", "",
                         "ü"))  # fmt: skip
MOVING = frozenset({"StartApplication", "SaveAnswer", "DropAnswers", "Commit", "Authorise", "Submit", "Correct",
                    "Withdraw", "Resubmit"})  # fmt: skip


class Anything(RuleBasedStateMachine):
    """Erasing one's own data is left out: it is the one thing that is meant to lose answers."""

    @initialize(written=st.sampled_from((0, 1, 10, 13, SENT)), late=st.booleans())
    def begins(self, written: int, late: bool) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="xmess-anything-"))
        self.bot = Conversation(self.folder)
        names = {AINA: "Aina Soler", MARC: "Marc Ribes", POL: "Pol Vidal"}
        self.people = {number: Somebody(self.bot, number, name) for number, name in names.items()}
        self.bot.seats(NURIA, Role.OFFICE)
        for number, council in ((AINA, "l'Alzinar"), (MARC, "l'Alzinar"), (MARC, "Puigferrer")):
            self.bot.seats(number, Role.CONTACT, council)
        if written:
            self.people[AINA].starts()
            self.people[AINA].answers_until(min(written, 13))
        if written == SENT:
            self.people[AINA].sends_application()
        if late:
            self.bot.passes(days=3, hours=13)

    def teardown(self) -> None:
        if hasattr(self, "bot"):
            self.bot.close()
            shutil.rmtree(self.folder)

    @rule(person=PEOPLE, text=TEXTS)
    def says(self, person: int, text: str) -> None:
        self.people[person].says(text)

    @rule(person=PEOPLE, place=st.integers(0, 30))
    def presses_what_is_there(self, person: int, place: int) -> None:
        buttons = [one for message in self.bot.chats.get(person, []) for row in message.buttons for one in row]
        self._press(person, [(label, data, 0) for label, data in reversed(buttons)], place)

    @rule(person=PEOPLE, place=st.integers(0, 200))
    def presses_what_was_there(self, person: int, place: int) -> None:
        self._press(person, self.bot.every_button(person), place)

    @rule(
        person=PEOPLE,
        turn=st.integers(-1, 40) | st.just("now"),
        action=st.sampled_from(ACTIONS),
        rest=RESTS,
    )
    def presses_what_never_was(self, person: int, turn: Any, action: str, rest: str) -> None:
        number = self.bot.state(person).turn if turn == "now" else turn
        self.bot.press_data(person, self.people[person].name, f"{number}:{action}.{rest}")

    @rule(person=PEOPLE, place=st.integers(0, 60), text=TEXTS)
    def edits(self, person: int, place: int, text: str) -> None:
        mine = [one for one in self.bot.chats.get(person, []) if one.mine]
        if mine:
            message = mine[place % len(mine)]
            self.bot.edits(person, self.people[person].name, message.id, text)

    @rule(person=PEOPLE, kind=st.sampled_from(sorted(KINDS.values())), album=st.none() | st.just("album"))
    def sends(self, person: int, kind: str, album: str | None) -> None:
        self.people[person].sends(kind, album=album)

    @rule(minutes=st.sampled_from((1, 30, 24 * 60)))
    def time_passes(self, minutes: int) -> None:
        self.bot.clock.moment += timedelta(minutes=minutes)

    @rule(person=PEOPLE, back=st.booleans())
    def stops_or_comes_back(self, person: int, back: bool) -> None:
        self.bot.stops(person, self.people[person].name, back=back)

    @rule(person=PEOPLE)
    def starts_and_hears_something_useful(self, person: int) -> None:
        heard = [one for one in self.people[person].starts() if one.to == person and one.text]
        assert heard
        assert any(one.labels or "Escriviu" in one.text or "/ajuda" in one.text for one in heard), heard

    @rule(person=st.sampled_from((AINA, MARC)), steps=st.integers(1, 18))
    def goes_on_as_one_should(self, person: int, steps: int) -> None:
        for _ in range(steps):
            self._next(self.people[person])

    def _next(self, somebody: Somebody) -> list[Heard]:
        match somebody.scene:
            case scenes.Invited():
                return somebody.says("Comença")
            case scenes.ReadingNotice():
                return somebody.says("Ho he llegit, continua")
            case scenes.Asking(question=question):
                return somebody.says(ANSWERS.get(question, "Aina Soler"))
            case scenes.ConfirmingChange():
                return somebody.says("Canvia-la i treu això")
            case scenes.Reviewing():
                return somebody.says("Continua")
            case scenes.Committing():
                return somebody.says("Hi estem d'acord")
            case scenes.Authorising():
                return somebody.says("No")
            case scenes.Sending():
                return somebody.says("Envia la sol·licitud")
            case scenes.Idle() if "Continua" in self.bot.labels(somebody.id):
                return somebody.presses("Continua")
            case _:
                return somebody.starts()

    def _press(self, person: int, buttons: list[tuple[str, str, int]], place: int) -> None:
        there = [one for one in buttons if one[1] and "Esborra" not in one[0]]
        if there:
            _, data, message = there[place % len(there)]
            self.bot.press_data(person, self.people[person].name, data, message)

    @invariant()
    def the_last_accepted_value_is_stored(self) -> None:
        if not hasattr(self, "bot"):
            return
        accepted: dict[tuple[str, str], str] = {}
        for row in self.bot.rows("select action, json(after) as after from audit order by id"):
            for key, value in _accepted(row):
                accepted.pop(key, None)
                if value is not None:
                    accepted[key] = value
        stored = {
            (row["application"], row["question"]): json.dumps(json.loads(row["value"]))
            for row in self.bot.rows(
                "select application, question, json(value) as value from answer where replaced_at is null"
            )
        }
        assert stored == accepted

    @invariant()
    def buttons_fit(self) -> None:
        if hasattr(self, "bot"):
            data = [data for rows in self.bot.keyboards for row in rows for _, data in row]
            self.bot.keyboards.clear()
            assert all(one.isascii() and len(one) <= 64 for one in data)

    @invariant()
    def only_contacts_touch_the_application(self) -> None:
        if hasattr(self, "bot"):
            rows = self.bot.rows("select actor, action, subject from audit where subject like '2020-1.%'")
            touched = {(row["actor"], row["subject"].split(".")[1]) for row in rows if row["action"] in MOVING}
            assert touched <= {(AINA, ALZINAR), (MARC, ALZINAR), (MARC, "inventat-2")}

    @invariant()
    def numbers_have_no_gaps(self) -> None:
        if hasattr(self, "bot"):
            numbers = [
                row["number"] for row in self.bot.rows("select number from application where number is not null")
            ]
            assert sorted(numbers) == [f"2020-1-{place:03d}" for place in range(1, len(numbers) + 1)]
            assert self.bot.rows("select numbers from call")[0]["numbers"] == len(numbers)


def _accepted(row: dict[str, Any]) -> list[tuple[tuple[str, str], str | None]]:
    after = json.loads(row["after"])
    match row["action"]:
        case "SaveAnswer":
            return [((after["application"], after["question"]), json.dumps(after["value"]))]
        case "DropAnswers":
            return [((after["application"], question), None) for question in after["questions"]]
        case _:
            return []


TestAnything = pytest.mark.long(Anything.TestCase)
TestAnything.settings = settings(max_examples=18, stateful_step_count=40, suppress_health_check=list(HealthCheck))
