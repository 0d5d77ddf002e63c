"""Everything that a person can send and that is not text, as fields of a `Message`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.simulator.errors import JSON, SimulatorError
from bot.simulator.model import Chat, StoredFile, User
from bot.simulator.wire import chat_json, document_json, file_json, photo_json, user_json
from bot.simulator.world import World

_FILES: dict[str, tuple[str, str, JSON]] = {
    "voice": ("voice.ogg", "audio/ogg", {"duration": 4}),
    "audio": ("audio.mp3", "audio/mpeg", {"duration": 60}),
    "video": ("video.mp4", "video/mp4", {"duration": 9, "width": 640, "height": 360}),
    "video_note": ("note.mp4", "video/mp4", {"duration": 6, "length": 240}),
    "animation": ("animation.mp4", "video/mp4", {"duration": 2, "width": 320, "height": 240}),
    "sticker": (
        "sticker.webp",
        "image/webp",
        {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular", "emoji": "👍"},
    ),
    "photo": ("photo.jpg", "image/jpeg", {}),
    "document": ("document.pdf", "application/pdf", {}),
}
_PLACE = {"latitude": 41.3874, "longitude": 2.1686}
KINDS = (*_FILES, "location", "venue", "contact", "poll", "dice", "story")


@dataclass(frozen=True, slots=True)
class Attachment:
    """What an attachment adds to a message: fields of the wire, and the file when there is one."""

    kind: str
    media: JSON
    file: StoredFile | None = None


def attach(
    world: World, chat: Chat, person: User, kind: str, name: str = "", mime: str = "", content: bytes = b""
) -> Attachment:
    """An attachment of this kind; files get a harmless content unless one is given."""
    if kind in _FILES:
        return _file(world, kind, name, mime, content)
    if kind not in KINDS:
        raise SimulatorError(f"nobody can send a {kind}; there are {', '.join(KINDS)}")
    media: dict[str, Any] = {
        "location": {"location": _PLACE},
        "venue": {
            "venue": {"location": _PLACE, "title": "Ajuntament", "address": "Plaça Major, 1"},
            "location": _PLACE,
        },
        "contact": {
            "contact": {
                "phone_number": "+34600000000",
                "first_name": person.first_name,
                "user_id": person.id,
            }
        },
        "poll": {"poll": _poll()},
        "dice": {"dice": {"emoji": "🎲", "value": 4}},
        "story": {"story": {"chat": chat_json(chat), "id": 1}},
    }
    return Attachment(kind, media[kind])


def _file(world: World, kind: str, name: str, mime: str, content: bytes) -> Attachment:
    usual_name, usual_mime, fields = _FILES[kind]
    file = world.store(kind, name or usual_name, mime or usual_mime, content or f"a {kind}".encode())
    if kind == "photo":
        return Attachment(kind, {"photo": photo_json(file)}, file)
    if kind == "document":
        return Attachment(kind, {"document": document_json(file)}, file)
    media: JSON = {kind: {**file_json(file), **fields}}
    if kind in ("voice", "audio", "video", "animation"):
        media[kind]["mime_type"] = file.mime
    if kind == "animation":
        # Telegram sends the same file as a document too, for clients that know no animations.
        media["document"] = document_json(file)
    return Attachment(kind, media, file)


def _poll() -> JSON:
    return {
        "id": "1",
        "question": "?",
        "options": [
            {"text": answer, "voter_count": 0, "persistent_id": str(number)}
            for number, answer in enumerate(("Sí", "No"))
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    }


def forwarded(origin: User, date: int) -> JSON:
    """The field that says that a message was first written by somebody else."""
    return {"forward_origin": {"type": "user", "sender_user": user_json(origin), "date": date}}
