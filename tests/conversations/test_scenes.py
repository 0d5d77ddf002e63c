"""Where a dialogue stands survives JSON; what this version does not know is only forgotten."""

import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.protocol.scenes import Asking, ChoosingBody, DialogueState, Idle, Scene, Waiting
from conversations.protocol.stored_state import from_json, to_json

SCENES = st.one_of(*(st.builds(kind) for kind in get_args(Scene)))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=8), part, max_size=3),
    max_leaves=6,
)


ASIDE = st.lists(st.one_of(*(st.builds(kind) for kind in get_args(Waiting))), max_size=2).map(tuple)


@given(st.integers(0, 10**6), SCENES, st.text("0123456789abcdef", min_size=1), st.integers(0, 2**40), ASIDE)
def test_every_scene_survives_json(turn: int, scene: Scene, pressed: str, at: int, aside: tuple[Waiting, ...]) -> None:
    state = DialogueState(turn, scene, pressed, at, aside)
    assert from_json(json.loads(json.dumps(to_json(state)))) == state


@given(st.dictionaries(st.sampled_from(["turn", "scene", "data", "aside", "x"]), JSON))
def test_anything_stored_becomes_a_state(stored: dict[str, Any]) -> None:
    assert isinstance(from_json(stored), DialogueState)


STORED: list[tuple[dict[str, object], DialogueState]] = [
    ({}, DialogueState()),
    ({"turn": 3, "scene": "Idle", "data": {}}, DialogueState(3)),
    ({"turn": 3, "scene": "Dancing", "data": {}}, DialogueState(3)),
    ({"turn": 3, "scene": "Idle", "data": {"new": 1}}, DialogueState(3)),
    ({"turn": 3, "scene": "Asking", "data": {"application": "a"}}, DialogueState(3)),
    ({"turn": 3, "scene": "Asking", "data": {"application": "a", "question": 7}}, DialogueState(3)),
    ({"turn": 3, "scene": "Asking", "data": {"application": "a", "question": "b", "toggled": [1]}}, DialogueState(3)),
    ({"turn": 3, "scene": "Asking", "data": {"application": "a", "question": "b", "toggled": "x"}}, DialogueState(3)),
    ({"turn": 3, "scene": "Asking", "data": {"application": "a", "question": "b", "doubted": 1}}, DialogueState(3)),
    ({"turn": 3, "scene": "Asking", "data": None}, DialogueState(3)),
    ({"turn": 3, "scene": "Idle", "data": {}, "aside": [{"scene": "Idle", "data": {}}, 7]}, DialogueState(3)),
    ({"turn": 3, "scene": "Idle", "data": {}, "pressed": "ab", "at": 5}, DialogueState(3, Idle(), "ab", 5)),
    ({"turn": 3, "scene": "Dancing", "data": {}, "pressed": "ab", "at": 5}, DialogueState(3, Idle(), "ab", 5)),
    ({"turn": 3, "scene": "Idle", "data": {}, "pressed": "ab", "at": "5"}, DialogueState(3)),
    ({"turn": 3, "scene": "Idle", "data": {}, "pressed": 1, "at": 5}, DialogueState(3)),
    ({"turn": "3", "scene": "Idle", "data": {}}, DialogueState(0)),
    ({"turn": 3, "scene": "Asking", "data": {"application": "a", "question": "b"}}, DialogueState(3, Asking("a", "b"))),
    ({"turn": 3, "scene": "ChoosingBody", "data": {"codes": ["a"]}}, DialogueState(3, ChoosingBody(("a",)))),
]


@pytest.mark.parametrize(("stored", "state"), STORED)
def test_what_is_not_known_or_ill_typed_is_idle(stored: dict[str, object], state: DialogueState) -> None:
    assert from_json(stored) == state
    assert isinstance(state.scene, Idle | Asking | ChoosingBody)
