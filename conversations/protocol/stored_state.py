"""The state of a dialogue as JSON and back, whatever version of the bot stored it."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping

from conversations.protocol.scenes import DialogueState, Scene, Waiting

_SCENES: Mapping[str, type[Scene]] = {kind.__name__: kind for kind in typing.get_args(Scene)}


def to_json(state: DialogueState) -> dict[str, object]:
    """The state as JSON-able data."""
    tapped = {"pressed": state.pressed, "at": state.pressed_at} if state.pressed else {}
    aside = {"aside": [_of_scene(one) for one in state.aside]} if state.aside else {}
    return {"turn": state.turn, **_of_scene(state.scene), **tapped, **aside}


def _of_scene(scene: Scene) -> dict[str, object]:
    fields = {field.name: getattr(scene, field.name) for field in dataclasses.fields(scene)}
    data = {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
    return {"scene": type(scene).__name__, "data": data}


def from_json(stored: Mapping[str, object]) -> DialogueState:
    """The state that `to_json` stored. A scene or a field that this version does not know becomes Idle: the
    answers live in the application, so nothing but the place in the dialogue is forgotten."""
    turn = stored.get("turn")
    state = DialogueState(turn if isinstance(turn, int) else 0)
    pressed, at = stored.get("pressed"), stored.get("at")
    if isinstance(pressed, str) and isinstance(at, int):
        state = dataclasses.replace(state, pressed=pressed, pressed_at=at)
    aside = stored.get("aside")
    waiting = [_scene(one) for one in aside if isinstance(one, dict)] if isinstance(aside, list) else []
    state = dataclasses.replace(state, aside=tuple(one for one in waiting if isinstance(one, Waiting)))
    scene = _scene(stored)
    return state if scene is None else dataclasses.replace(state, scene=scene)


def _scene(stored: Mapping[str, object]) -> Scene | None:
    kind = _SCENES.get(str(stored.get("scene")))
    data = stored.get("data")
    if kind is None or not isinstance(data, dict):
        return None
    fields = {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
    make: Callable[..., Scene] = kind
    try:
        scene = make(**fields)
    except TypeError:
        return None
    return scene if _well_typed(scene) else None


def _well_typed(scene: Scene) -> bool:
    hints = typing.get_type_hints(type(scene))
    return all(_fits(getattr(scene, field.name), hints[field.name]) for field in dataclasses.fields(scene))


def _fits(value: object, hint: object) -> bool:
    if isinstance(hint, types.UnionType):
        return any(_fits(value, part) for part in typing.get_args(hint))
    if typing.get_origin(hint) is tuple:
        return isinstance(value, tuple) and all(isinstance(part, str) for part in value)
    return isinstance(value, hint) if isinstance(hint, type) else False
