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
from dataclasses import MISSING, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from conversations.protocol import changes, mentored
from conversations.protocol.assessment import Outcome
from conversations.protocol.facts import Role
from conversations.protocol.incoming import Attachment, Command, Edited, Incoming, Press, Text
from conversations.protocol.scenes import DialogueState, Scene
from conversations.protocol.stored_state import to_json
from storage import dialogues
from storage.dialogues import Dialogue
from tests.conversation import ANSWERS, Conversation, Somebody
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
    ("FindingBody", "purpose"): "access",
    ("ChoosingBody", "purpose"): "access",
    ("Claiming", "field"): "minutes",
    ("Reporting", "field"): "minutes",
}


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
WEIRD = ("", "zzz", "is.need.zzz", "score.0.²", "on.topics", "of.99999999999999999999", "back", "leave", "keep")
"""What buttons of the turn might send: unknown, forged, of another scene."""


@dataclass
class World:
    """A bot in which everything that a scene may be about exists."""

    bot: Conversation
    update: int = 10_000

    def does(self, person: int, scene: Scene, did: Incoming) -> tuple[Scene, list[str]]:
        """What somebody does in a scene: the scene after it and what that person is told. Nothing of it stays."""
        connection = self.bot.connection
        transaction = connection.begin()
        try:
            before = Dialogue(DialogueState(TURN, scene), known=True)
            dialogues.save(connection, [((person, person), before)], self.bot.clock.now())
            last = connection.exec_driver_sql("select coalesce(max(id), 0) from letter").scalar_one()
            assert self.bot._dispatcher._transact(connection, [did]) == {did.update}
            told = connection.exec_driver_sql(
                "select text from letter where id > ? and chat = ? and text <> ''", (last, person)
            )
            after = dialogues.load(connection, [(person, person)])[person, person].state.scene
            return after, [row[0] for row in told]
        finally:
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
    commission.applies(1, ALL, "Aina Soler", "l'Alzinar", need="Hi ha tres cooperatives.", **_texts())
    commission.applies(2, 1002, "Marc Ribes", "Puigferrer", need="Hi ha tres cooperatives.", **_texts())
    for role, council in ((Role.OFFICE, None), (Role.COMMISSION, "Mataró"), (Role.MENTOR, "Mataró")):
        bot.seats(ALL, role, council)
    Somebody(bot, NOBODY, "Pol Vidal").starts()
    bot.does("update person set notice = '2020-04', name = 'Aina Soler'")
    commission.write(
        ALL,
        changes.AskHelp(5, ALZINAR, "l'Alzinar", "5", "Què hi poso?", "Aina Soler"),
        changes.RequestData(5, ALZINAR, "Quantes persones hi participaran?", date(2020, 5, 20)),
        mentored.AddMentor(20, "Martí", None, "", ("care",), "either", 480),
        mentored.AssignMentor(31, ALZINAR, 20),
        mentored.LogSession(41, 31, ALZINAR, date(2020, 5, 12), 60, date(2020, 5, 19), ()),
    )


def _texts() -> dict[str, Any]:
    return {name: ANSWERS[name] for name in ("transferability", "alignment", "position")}


def _meets(bot: Conversation) -> None:
    """The commission has met and decided one of the applications."""
    commission = Commission(bot)
    bot.does("update application set status = 'admitted'")
    commission.write(ALL, changes.BeginMeeting(13, "2020-1", MEETING.date(), (ALL,)))
    commission.decide(OTHER, "inventat-2", Outcome.GRANTED, "advice", by=ALL)


def test_union_of_scenes_is_covered() -> None:
    assert {type(scene) for _, _, scene in ROUNDS} == set(get_args(Scene))
    assert all(to_json(DialogueState(TURN, scene)) for _, _, scene in ROUNDS)


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
