"""Methods with which the bot says something new: text, documents, photos, and that it is typing."""

from __future__ import annotations

import mimetypes
from typing import Any

from bot.simulator.errors import JSON, bad_request
from bot.simulator.formatting import ordered, parse_html, trimmed, utf16
from bot.simulator.markup import read_markup
from bot.simulator.model import Chat, StoredFile
from bot.simulator.params import Params
from bot.simulator.rendering import with_found
from bot.simulator.wire import document_json, message_json, photo_json
from bot.simulator.world import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_KEPT = ("link_preview_options", "message_effect_id", "allow_paid_broadcast", "message_thread_id")
_ACTIONS = (
    "typing",
    "upload_photo",
    "upload_document",
    "upload_video",
    "upload_video_note",
    "upload_voice",
    "record_video",
    "record_video_note",
    "record_voice",
    "choose_sticker",
    "find_location",
)


def read_text(params: Params, name: str) -> tuple[str, list[JSON]]:
    """A text or caption with its entities, by parse mode or as given."""
    source = params.text(name)
    mode = params.text("parse_mode").lower()
    if mode == "html":
        text, entities = parse_html(source)
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        text = source
        entities = _given(params.listed("entities" if name == "text" else "caption_entities") or [], text)
    text, entities = trimmed(text, entities)
    return text, with_found(text, entities)


def _given(entities: list[Any], text: str) -> list[JSON]:
    length = utf16(text)
    kept = []
    for entity in entities:
        try:
            start, count = int(entity["offset"]), int(entity["length"])
            kind = str(entity["type"])
        except (KeyError, TypeError, ValueError):
            raise bad_request("can't parse MessageEntity: it needs a type, an offset and a length") from None
        if count > 0 and start >= 0 and start + count <= length:
            kept.append({**entity, "type": kind, "offset": start, "length": count})
    return ordered(kept)


def read_caption(params: Params) -> tuple[str, list[JSON]]:
    """A caption within its limit."""
    text, entities = read_text(params, "caption")
    if utf16(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return text, entities


def send_message(world: World, params: Params) -> JSON:
    """`sendMessage`."""
    chat = world.chat_of(params)
    text, entities = read_text(params, "text")
    if not text:
        raise bad_request("message text is empty")
    if utf16(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return _post(world, chat, params, text=text, entities=entities)


def send_document(world: World, params: Params) -> JSON:
    """`sendDocument`."""
    chat = world.chat_of(params)
    text, entities = read_caption(params)
    file = _file(world, params, "document")
    media = {"document": document_json(file)}
    return _post(world, chat, params, text=text, entities=entities, file=file, media=media)


def send_photo(world: World, params: Params) -> JSON:
    """`sendPhoto`."""
    chat = world.chat_of(params)
    text, entities = read_caption(params)
    file = _file(world, params, "photo")
    media = {"photo": photo_json(file)}
    return _post(world, chat, params, text=text, entities=entities, file=file, media=media)


def send_chat_action(world: World, params: Params) -> bool:
    """`sendChatAction`."""
    chat = world.chat_of(params)
    if params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.set_typing(chat, True)
    return True


def _post(world: World, chat: Chat, params: Params, **content: Any) -> JSON:
    markup = read_markup(params)
    options = {name: params.structure_or_text(name) for name in _KEPT if params.has(name)}
    message = world.post(
        chat,
        world.bot,
        markup=markup,
        options=options,
        silent=params.flag("disable_notification"),
        protected=params.flag("protect_content"),
        reply_to=_reply_to(chat, params),
        **content,
    )
    return message_json(message)


def _reply_to(chat: Chat, params: Params) -> int | None:
    wanted = params.mapping("reply_parameters")
    if wanted is None:
        number = params.integer("reply_to_message_id")
        lenient = params.flag("allow_sending_without_reply")
    else:
        number = int(wanted.get("message_id", 0))
        lenient = bool(wanted.get("allow_sending_without_reply"))
    if not number:
        return None
    if chat.find(number) is not None:
        return number
    if lenient:
        return None
    raise bad_request("message to be replied not found")


def _file(world: World, params: Params, kind: str) -> StoredFile:
    upload = params.upload(kind)
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        guessed = mimetypes.guess_type(upload.name)[0]
        return world.store(kind, upload.name, guessed or upload.mime, upload.content)
    pointer = params.text(kind)
    if not pointer:
        raise bad_request(f"there is no {kind} in the request")
    if pointer.startswith("attach://"):
        raise bad_request(f"there is no file named {pointer.removeprefix('attach://')} in the request")
    if pointer.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    if pointer not in world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return world.files[pointer]
