"""Methods about the bot itself and about chats: who it is, its commands, its files, who is in a chat."""

from __future__ import annotations

import re

from bot.simulator.errors import JSON, bad_request
from bot.simulator.params import Params
from bot.simulator.profile import scope_key
from bot.simulator.wire import chat_json, user_json
from bot.simulator.world import World

_DOWNLOADABLE = 20 * 1024 * 1024
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def get_me(world: World, params: Params) -> JSON:
    """`getMe`."""
    return {
        **user_json(world.bot),
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, params: Params) -> bool:
    """`setMyCommands`."""
    commands = params.listed("commands") or []
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept = []
    for raw in commands:
        name = str(raw.get("command", "")).removeprefix("/") if isinstance(raw, dict) else ""
        if not _COMMAND.fullmatch(name):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(raw.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        kept.append({"command": name, "description": str(raw["description"])})
    return _keep_commands(world, params, kept)


def delete_my_commands(world: World, params: Params) -> bool:
    """`deleteMyCommands`."""
    return _keep_commands(world, params, [])


def _keep_commands(world: World, params: Params, commands: list[JSON]) -> bool:
    scope = scope_key(params.mapping("scope"))
    if scope[0].startswith("chat") and scope[1] not in world.chats:
        raise bad_request("chat not found")
    key = (scope, params.text("language_code"))
    chat = world.chats.get(scope[1])
    concerned = [chat] if chat else list(world.chats.values())
    before = [world.commands_in(chat) for chat in concerned]
    if commands:
        world.profile.commands[key] = commands
    else:
        world.profile.commands.pop(key, None)
    for chat, old in zip(concerned, before, strict=True):
        if (new := world.commands_in(chat)) != old:
            world.events.publish("commands", chat=chat.id, commands=new)
    return True


def get_my_commands(world: World, params: Params) -> list[JSON]:
    """`getMyCommands`: exactly the list of this scope and language."""
    key = (scope_key(params.mapping("scope")), params.text("language_code"))
    return world.profile.commands.get(key, [])


def set_my_name(world: World, params: Params) -> bool:
    """`setMyName`."""
    return _say_about_itself(world.profile.names, params, "name", 64)


def get_my_name(world: World, params: Params) -> JSON:
    """`getMyName`."""
    names = world.profile.names
    return {"name": names.get(params.text("language_code")) or names.get("") or world.bot.first_name}


def set_my_description(world: World, params: Params) -> bool:
    """`setMyDescription`."""
    return _say_about_itself(world.profile.descriptions, params, "description", 512)


def get_my_description(world: World, params: Params) -> JSON:
    """`getMyDescription`."""
    return {"description": world.profile.descriptions.get(params.text("language_code"), "")}


def set_my_short_description(world: World, params: Params) -> bool:
    """`setMyShortDescription`."""
    return _say_about_itself(world.profile.short_descriptions, params, "short_description", 120)


def get_my_short_description(world: World, params: Params) -> JSON:
    """`getMyShortDescription`."""
    return {"short_description": world.profile.short_descriptions.get(params.text("language_code"), "")}


def _say_about_itself(kept: dict[str, str], params: Params, name: str, limit: int) -> bool:
    text = params.text(name)
    if len(text) > limit:
        raise bad_request(f"BOT_{name.upper()}_TOO_LONG")
    kept[params.text("language_code")] = text
    return True


def set_chat_menu_button(world: World, params: Params) -> bool:
    """`setChatMenuButton`."""
    world.profile.menu_buttons[params.integer("chat_id")] = params.mapping("menu_button") or {"type": "default"}
    return True


def get_chat_menu_button(world: World, params: Params) -> JSON:
    """`getChatMenuButton`."""
    buttons = world.profile.menu_buttons
    return buttons.get(params.integer("chat_id")) or buttons.get(0) or {"type": "commands"}


def get_chat(world: World, params: Params) -> JSON:
    """`getChat` with the fields that `ChatFullInfo` requires."""
    chat = world.chats.get(params.integer("chat_id"))
    if chat is None:
        raise bad_request("chat not found")
    return {
        **chat_json(chat),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }


def get_chat_member(world: World, params: Params) -> JSON:
    """`getChatMember`."""
    return world.member(world.chat_of(params), params.integer("user_id"))


def get_chat_member_count(world: World, params: Params) -> int:
    """`getChatMemberCount`."""
    return len(world.chat_of(params).members)


def leave_chat(world: World, params: Params) -> bool:
    """`leaveChat`."""
    chat = world.chat_of(params)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.gone = True
    chat.members.pop(world.bot.id, None)
    return True


def get_file(world: World, params: Params) -> JSON:
    """`getFile`."""
    file = world.files.get(params.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > _DOWNLOADABLE:
        raise bad_request("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }


def log_out(world: World, params: Params) -> bool:
    """`logOut` and `close`: nothing to leave here."""
    return True
