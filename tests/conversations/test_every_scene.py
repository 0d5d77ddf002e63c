"""Every scene of every dialogue before whatever may come: nothing fails, nobody is left without an answer, and nothing
of where they were is lost without a word.

The scenes are those of the closed union. What they may hold is made up by the names of their fields; in one round all
of it is there, in another nothing is (an erased application, a council left), in the third the person may do nothing.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from bot import writing
from conversations import free_text, needs, router
from conversations.protocol import changes, mentored, scenes
from conversations.protocol.assessment import Outcome
from conversations.protocol.facts import Role
from conversations.protocol.incoming import Attachment, Command, Edited, Incoming, Press, Text
from conversations.protocol.scenes import DialogueState, Scene
from conversations.protocol.stored_state import from_json, to_json
from conversations.protocol.wants import AnyWant, Facts
from storage import dialogues, snapshots
from storage.dialogues import Dialogue
from storage.letters import NewLetter
from storage.snapshots import Asked
from tests.conversation import ANSWERS, Conversation, Somebody, house
from tests.support.decided import MEETING, Commission

ALL, NOBODY = 1001, 3001
"""Somebody with every role, and somebody without any (any more)."""

TURN = 7
ALZINAR, OTHER = "2020-1.inventat-1.1", "2020-1.inventat-2.1"
THERE: dict[str, Any] = {
    "application": ALZINAR,
    "applications": (ALZINAR, OTHER),
    "order": (ALZINAR, OTHER),
    "moving": ALZINAR,
    "chosen": (ALZINAR,),
    "scores": ("4",),
    "body": "inventat-1",
    "call": "2020-1",
    "question": "need",
    "toggled": (),
    "codes": ("171557", "082981"),
    "topics": ("care",),
    "request": 5,
    "requests": ("5",),
    "ruling": 1,
    "seat": 1,
    "mentor": 20,
    "assignment": 31,
    "session": 41,
    "service": "advice",
    "outcome": "granted",
    "minutes": 240,
    "then": "apply",
    "role": "contact",
    "modality": "remote",
    "day": "2020-05-12",
    "to": "2020-05-20",
    "value": '"advice"',
    "doubted": "no ho sé",
    "drafts": (json.dumps({"message": 3, "text": "ahir 2 h", "day": "2020-05-12", "minutes": 120, "assignment": 31}),),
    "asks": "reason",
}
GONE: dict[str, Any] = {
    **THERE,
    **dict.fromkeys(("application", "moving"), "2020-1.999999.1"),
    **dict.fromkeys(("applications", "order", "chosen"), ("2020-1.999999.1",)),
    **dict.fromkeys(("request", "ruling", "seat", "mentor", "assignment", "session"), 404),
    "requests": ("404",),
    "body": "999999",
    "call": "1999-1",
    "question": "gone",
    "drafts": (json.dumps({"message": 3, "text": "ahir 2 h", "assignment": 404}),),
}
"""By the name of a field: what it may hold. A field that is not here holds its default, or nothing of its type."""

BY_SCENE: dict[tuple[str, str], Any] = {
    ("Parting", "to"): "declined",
    ("KeepingStay", "deed"): "joins",
    ("FindingBody", "purpose"): "access",
    ("ChoosingBody", "purpose"): "access",
    ("Claiming", "field"): "minutes",
    ("Reporting", "field"): "minutes",
}


def _says(letter: NewLetter) -> bool:
    return bool(letter.text) or (letter.document is not None and letter.edits_turn is None)


def scene_of(kind: type[Scene], values: dict[str, Any], *, full: bool) -> Scene:
    """A scene with what its fields may hold; those with a default have it unless `full`."""
    made: dict[str, Any] = {}
    for one in fields(kind):
        if one.default is MISSING or full:
            known = BY_SCENE.get((kind.__name__, one.name), values.get(one.name))
            made[one.name] = _of_type(str(one.type)) if known is None else known
            if full and one.default is not MISSING and known is None:
                made[one.name] = True if one.type == "bool" else one.default
    return kind(**made)


def _of_type(name: str) -> Any:
    return {"str": "x", "int": 1, "bool": True}.get(name, ())


ROUNDS: list[tuple[str, int, Scene]] = [
    (name, person, scene)
    for kind in get_args(Scene)
    for name, person, scene in (
        ("all there", ALL, scene_of(kind, THERE, full=False)),
        ("all there", ALL, scene_of(kind, THERE, full=True)),
        ("gone", ALL, scene_of(kind, GONE, full=False)),
        ("not theirs", NOBODY, scene_of(kind, THERE, full=False)),
    )
]
WEIRD = ("", "zzz", "is.title.zzz", "score.0.²", "on.topics", "of.99999999999999999999", "back", "leave", "keep")
"""What buttons of the turn might send: unknown, forged, of another scene."""


@dataclass
class World:
    """A bot in which everything that a scene may be about exists. What is known is looked up once: nothing changes."""

    bot: Conversation
    update: int = 10_000
    known: dict[tuple[int, AnyWant], Any] = field(default_factory=dict)

    def does(self, person: int, scene: Scene, did: Incoming) -> tuple[Scene, list[str]]:
        """What somebody does in a scene: the scene after it and what that person is told. Nothing of it stays."""
        state = DialogueState(TURN, scene)
        facts = Facts(self.bot.clock.now(), house(), self._answers(person, needs.wants(state, did)), "token")
        facts = facts.and_also(self._answers(person, needs.more(state, did, facts)))
        turn = router.respond(state, did, facts)
        written = writing.letters(turn.replies, person, turn.state.turn, "xmess_bot")
        if turn.changes:
            self._writes(person, state, did)
        kept = from_json(json.loads(json.dumps(to_json(turn.state))))
        assert kept == turn.state
        return kept.scene, [
            letter.text or "(document)" for letter in written if letter.chat == person and _says(letter)
        ]

    def _answers(self, person: int, wanted: tuple[AnyWant, ...]) -> dict[AnyWant, Any]:
        new = [want for want in dict.fromkeys(wanted) if (person, want) not in self.known]
        if new:
            with self.bot.connection.begin():
                asked = [Asked(1, person, want) for want in new]
                found = snapshots.answer(self.bot.connection, asked, self.bot.clock.now())[1]
            self.known |= {(person, want): found[want] for want in new}
        return {want: self.known[person, want] for want in wanted}

    def _writes(self, person: int, state: DialogueState, did: Incoming) -> None:
        """What becomes true can be written: tried over the real dispatcher, and undone."""
        transaction = self.bot.connection.begin()
        dialogues.save(self.bot.connection, [((person, person), Dialogue(state, known=True))], self.bot.clock.now())
        assert self.bot._dispatcher._transact(self.bot.connection, [did]) == {did.update}
        transaction.rollback()

    def who(self, person: int) -> dict[str, Any]:
        """What every update says."""
        self.update += 1
        return {
            "update": self.update, "chat": person, "person": person, "name": "Aina Soler", "private": True,
            "at": self.bot.clock.now().replace(microsecond=0),
        }  # fmt: skip


@pytest.fixture(scope="module", params=["open", "closed"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    folder = Path(tempfile.mkdtemp(prefix="xmess-scenes-"))
    bot = Conversation(folder)
    _fill(bot)
    if request.param == "closed":
        bot.moves(MEETING)
        _meets(bot)
    yield World(bot)
    bot.close()
    shutil.rmtree(folder)


def _fill(bot: Conversation) -> None:
    """Two applications that were sent, one of them by the person with every role, and what people asked for."""
    commission = Commission(bot)
    commission.applies(1, ALL, "Aina Soler", "l'Alzinar", **_texts())
    commission.applies(2, 1002, "Marc Ribes", "Puigferrer", **_texts())
    for role, council in ((Role.OFFICE, None), (Role.COMMISSION, "Mataró"), (Role.MENTOR, "Mataró")):
        bot.seats(ALL, role, council)
    for person in (ALL, NOBODY):
        Somebody(bot, person, "Aina Soler").starts()
    bot.does("update person set notice = '2020-04', name = 'Aina Soler'")
    commission.write(
        ALL,
        changes.AskHelp(5, ALZINAR, "l'Alzinar", "5", "Què hi poso?", "Aina Soler"),
        changes.RequestData(5, ALZINAR, "Quantes persones hi participaran?", date(2020, 5, 20)),
    )


def _texts() -> dict[str, Any]:
    return {name: ANSWERS[name] for name in ("need", "transferability", "alignment", "position")}


def _meets(bot: Conversation) -> None:
    """The commission has met and granted one of the applications; somebody goes with it and told a session."""
    commission = Commission(bot)
    bot.does("update application set status = 'admitted'")
    commission.write(ALL, changes.BeginMeeting(13, "2020-1", MEETING.date(), (ALL,)))
    commission.decide(ALZINAR, "inventat-1", Outcome.GRANTED, "advice", by=ALL)
    commission.write(
        ALL,
        mentored.AddMentor(20, "Martí", None, "", ("care",), "either", 480),
        mentored.AssignMentor(31, ALZINAR, 20),
        mentored.LogSession(41, 31, ALZINAR, date(2020, 5, 12), 60, date(2020, 5, 19), ()),
    )


def test_union_of_scenes_is_covered() -> None:
    assert {type(scene) for _, _, scene in ROUNDS} == set(get_args(Scene))
    assert all(to_json(DialogueState(TURN, scene)) for _, _, scene in ROUNDS)


NO_WORDS = "Toqueu un dels botons de dalt"
ELSEWHERE = (
    *(scenes.Idle, scenes.Reviewing, scenes.Supplying),  # what the office has asked for, if no button says so
    *(scenes.ReadingNotice, scenes.Assessing, scenes.Attending, scenes.Accepting),  # why it cannot be gone on with now
    *(scenes.Deciding, scenes.Ordering, scenes.Agreeing),  # the same; when they take words, they are asked for them
)
"""Dialogues that answer to words with something else than their own question, and wait for none."""


@pytest.mark.parametrize("scene", [one for name, _, one in ROUNDS if name == "all there"], ids=str)
def test_dialogue_that_takes_words_says_so(world: World, scene: Scene) -> None:
    """`free_text.swallows` keeps words from being taken for an older button: it must know every such dialogue."""
    said = Text(**world.who(ALL), message=900, text="Llegeix el missatge")
    told = world.does(ALL, scene, said)[1]
    takes = not isinstance(scene, ELSEWHERE) and not any(NO_WORDS in one for one in told)
    assert not takes or free_text.swallows(scene, said), told


@pytest.mark.parametrize(
    ("person", "scene"), [one[1:] for one in ROUNDS], ids=[f"{type(one[2]).__name__}-{one[0]}" for one in ROUNDS]
)
def test_whatever_comes_is_answered(world: World, person: int, scene: Scene) -> None:
    def then(did: Incoming) -> Scene:
        after, told = world.does(person, scene, did)
        assert told or isinstance(did, Edited), f"nobody answers {did}"
        assert after == scene or told, f"{scene} is left for {after} without a word"
        return after

    who = world.who
    then(Text(**who(person), message=900, text="Una cosa que ningú no ha demanat 🙂"))
    then(Text(**who(person), message=900, text="a" * 4096))
    then(Attachment(**who(person), message=900, kind="photo", caption="una foto"))
    then(Edited(**who(person), message=3, text="Una altra cosa"))
    for choice in WEIRD:
        turn = TURN if choice else TURN - 1
        then(Press(**who(person) | {"at": None}, message=900, turn=turn, choice=choice or "zzz"))
    then(Press(**who(person) | {"at": None}, message=900, turn=0, choice="zzz.zzz"))
    assert then(Command(**who(person), message=900, command="ajuda")) == scene
    then(Command(**who(person), message=900, command="inici"))
