"""What the bot says of messages that are not text."""

from __future__ import annotations

from conversations.protocol.words import T

_ATTACHMENT: dict[str, T] = {
    "voice": T("I cannot listen to voice messages yet."),
    "audio": T("I cannot listen to voice messages yet."),
    "photo": T("I cannot read pictures yet."),
    "video": T("I cannot watch videos yet."),
    "video_note": T("I cannot watch videos yet."),
    "animation": T("I cannot watch videos yet."),
    "document": T("I cannot read files yet."),
    "sticker": T("I do not understand stickers yet."),
    "location": T("I cannot read locations yet."),
    "venue": T("I cannot read locations yet."),
    "contact": T("I cannot read contact cards yet."),
    "poll": T("I cannot answer polls yet."),
}
_OTHER_ATTACHMENT = T("I cannot read this kind of message yet.")


def cannot_read(kind: str) -> T:
    """What the bot says of something that is not text."""
    return _ATTACHMENT.get(kind, _OTHER_ATTACHMENT)
