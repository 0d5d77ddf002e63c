"""The state of a dialogue as JSON and back, whatever version of the bot stored it."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping

from conversations.protocol.scenes import DialogueState, Scene

_SCENES: Mapping[str, type[Scene]] = {kind.__name__: kind for kind in typing.get_args(Scene)}


def to_json(state: DialogueState) -> dict[str, object]:
    """The state as JSON-able data."""
    fields = {field.name: getattr(state.scene, field.name) for field in dataclasses.fields(state.scene)}
    data = {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
    tapped = {"pressed": state.pressed, "at": state.pressed_at} if state.pressed else {}
    return {"turn": state.turn, "scene": type(state.scene).__name__, "data": data, **tapped}


def from_json(stored: Mapping[str, object]) -> DialogueState:
    """The state that `to_json` stored. A scene or a field that this version does not know becomes Idle: the
    answers live in the application, so nothing but the place in the dialogue is forgotten."""
    turn = stored.get("turn")
    state = DialogueState(turn if isinstance(turn, int) else 0)
    pressed, at = stored.get("pressed"), stored.get("at")
    if isinstance(pressed, str) and isinstance(at, int):
        state = dataclasses.replace(state, pressed=pressed, pressed_at=at)
    kind = _SCENES.get(str(stored.get("scene")))
    data = stored.get("data")
    if kind is None or not isinstance(data, dict):
        return state
    fields = {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
    make: Callable[..., Scene] = kind
    try:
        scene = make(**fields)
    except TypeError:
        return state
    return dataclasses.replace(state, scene=scene) if _well_typed(scene) else state


def _well_typed(scene: Scene) -> bool:
    hints = typing.get_type_hints(type(scene))
    return all(_fits(getattr(scene, field.name), hints[field.name]) for field in dataclasses.fields(scene))


def _fits(value: object, hint: object) -> bool:
    if isinstance(hint, types.UnionType):
        return any(_fits(value, part) for part in typing.get_args(hint))
    if typing.get_origin(hint) is tuple:
        return isinstance(value, tuple) and all(isinstance(part, str) for part in value)
    return isinstance(value, hint) if isinstance(hint, type) else False
