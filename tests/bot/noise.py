"""Random updates of every kind that the Bot API has: plausible, strange and malformed, always the same for a seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any

import telegram

JSON = dict[str, Any]

TEXTS = (
    "hola",
    "/inici",
    "/start",
    "/start 0123456789",
    "/estat@xmess_demo_bot",
    "/no_existeix",
    "/",
    "//",
    "/\u00e0\u00e8 x",
    " ",
    "Salt",
    "Hospitalet",
    "\u202eאבג\u202c",
    "مرحبا",
    "👨‍👩‍👧‍👦" * 20,
    "z͑ͫ̓a̴l̀g̕o",
    "\u0000\u0001\ufffe",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "=SUM(A1:A9)",
    "'; DROP TABLE person; --",
    "<b>no tancat & <script>",
    "a" * 4096,
    "Continua",
    "No",
    "{name} {0} %s",
)
DATA = (
    *(
        "",
        "1:begin",
        "0:home",
        "0:grant.1",
        "0:refuse.9999999999999999999",
        "0:reply.x",
        "0:invite",
        "0:go.",
        "x",
        "7:",
    ),
    *("99999999999:send", "-1:send", "1:is.service.mentoring", "0:fix.x.y", "0:help", "0:tell", "²:go", ":" * 64),
)
IDS = (0, 1, -1, 7, 777000, 2**31, 2**52, -(2**62), 2**63, 2**70, -1001234567890)


class Noise:
    """Makes updates. Strangers are people whom nobody invited; `quiet` people only send what must not move them."""

    def __init__(self, seed: int, now: int, strangers: range, quiet: tuple[int, ...]) -> None:
        self._random = random.Random(seed)
        self._now = now
        self._strangers = strangers
        self._quiet = quiet
        self._kinds: Mapping[str, Callable[[], JSON]] = {
            "message": self._message,
            "edited_message": lambda: {**self._message(), "edit_date": self._now},
            "channel_post": self._post,
            "edited_channel_post": lambda: {**self._post(), "edit_date": self._now},
            "callback_query": self._press,
            "my_chat_member": self._member,
            "chat_member": self._member,
        }

    def update(self) -> tuple[str, JSON]:
        """A random update and its kind."""
        everything = telegram.Update.ALL_TYPES
        usual = ("message", "message", "edited_message", "callback_query", "my_chat_member")
        kind = self._random.choice(usual if self._random.random() < 0.6 else everything)
        body = self._kinds.get(kind, self._other)()
        if self._random.random() < 0.2:
            body = self._broken(body)
        return kind, {kind: body}

    def _message(self) -> JSON:
        user = self._user()
        known = user["id"] in self._quiet
        message = {
            "message_id": self._random.choice((self._random.randrange(1, 10**6), 0, 2**40)) + (10**7 if known else 0),
            "date": self._now + self._random.choice((0, 0, -(10**6), 0 if known else 10**6)),
            "chat": {"id": user["id"], "type": "private", "first_name": "x"} if known else self._chat(user["id"]),
            "from": user,
        }
        names = sorted(SERVICE) if known else ["text", *sorted(SERVICE), *sorted(CONTENT)]
        if known and self._random.random() < 0.7:
            names = sorted(CONTENT)
        name = "text" if not known and self._random.random() < 0.4 else self._random.choice(names)
        message[name] = self._random.choice(TEXTS) if name == "text" else {**CONTENT, **SERVICE}[name]
        for extra in self._random.sample(sorted(EXTRA), 2):
            message[extra] = EXTRA[extra]
        if known:
            message.pop("sender_chat", None)
        return message

    def _post(self) -> JSON:
        return {
            "message_id": self._random.randrange(10**6),
            "date": self._now,
            "chat": {"id": -1005, "type": "channel", "title": "Canal"},
            "text": self._random.choice(TEXTS),
        }

    def _press(self) -> JSON:
        user = self._user()
        body: JSON = {"id": str(self._random.getrandbits(60)), "from": user, "chat_instance": "1"}
        if self._random.random() < 0.9:
            known = user["id"] in self._quiet
            body["data"] = "98765:send" if known else self._random.choice(DATA)
            chat = {"id": user["id"], "type": "private", "first_name": "x"} if known else self._chat(user["id"])
            date = 0 if self._random.random() < 0.2 else self._now  # 0: the message is not accessible any more
            body["message"] = {"message_id": self._random.randrange(1, 10**6), "date": date, "chat": chat}
        else:
            body["game_short_name" if self._random.random() < 0.5 else "inline_message_id"] = "x"
        return body

    def _member(self) -> JSON:
        user = self._stranger()
        bot = {"id": 100, "is_bot": True, "first_name": "XMESS"}
        states = ("member", "left", "kicked", "restricted", "administrator", "creator", "quelcom")
        old, new = self._random.choice(states), self._random.choice(states)
        return {
            "chat": self._chat(user["id"]),
            "from": user,
            "date": self._now,
            "old_chat_member": {"user": bot, "status": old, "until_date": 0},
            "new_chat_member": {"user": bot, "status": new, "until_date": 0},
        }

    def _other(self) -> JSON:
        """Kinds that the bot never asks for: as rich as they come, with whatever they may have in common."""
        return {
            "id": str(self._random.getrandbits(60)),
            "from": self._stranger(),
            "user": self._stranger(),
            "chat": self._chat(5),
            "date": self._now,
            "message_id": self._random.randrange(10**6),
            "query": self._random.choice(TEXTS),
            "offset": "",
            "result_id": "1",
            "invoice_payload": "x",
            "currency": "EUR",
            "total_amount": 1,
            "shipping_address": {},
            "question": "?",
            "options": [],
            "option_ids": [0],
            "poll_id": "1",
            "old_reaction": [],
            "new_reaction": [{"type": "emoji", "emoji": "👍"}],
            "reactions": [],
            "business_connection_id": "b",
            "message_ids": [1, 2],
            "user_chat_id": 5,
            "is_enabled": True,
            "can_reply": True,
            "boost": {},
            "boost_id": "b",
            "text": self._random.choice(TEXTS),
        }

    def _user(self) -> JSON:
        if self._random.random() < 0.15:
            return {"id": self._random.choice(self._quiet), "is_bot": False, "first_name": "Persona"}
        return self._stranger()

    def _stranger(self) -> JSON:
        names = ("Aina", "\u202eאבג", "<b>", "👩‍🚀", "x" * 64, "")
        number = self._random.choice(IDS) if self._random.random() < 0.05 else self._random.choice(self._strangers)
        return {"id": number, "is_bot": self._random.random() < 0.03, "first_name": self._random.choice(names)}

    def _chat(self, person: int) -> JSON:
        kinds = ("private",) * 8 + ("group", "supergroup", "channel", "sender", "quelcom")
        kind = self._random.choice(kinds)
        return {"id": person if kind == "private" else self._random.choice((-5, -1005, -100777)), "type": kind}

    def _broken(self, body: JSON) -> JSON:
        """The same with a field lost or of another type, here or one level down. It never makes a stranger a friend."""
        broken = dict(body)
        name = self._random.choice(sorted(broken))
        value = broken[name]
        if isinstance(value, dict) and value and self._random.random() < 0.6:
            broken[name] = self._broken(value)
        elif self._random.random() < 0.5:
            del broken[name]
        else:
            broken[name] = self._random.choice((None, True, 0, -1, 2**70, 1.5, "", "x", [], [[]], {}, {"id": 0}))
        return broken


_FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 1}
_PLACE = {"latitude": 41.0, "longitude": 2.0}
_SOMEBODY = {"id": 5, "is_bot": False, "first_name": "Algú"}
CONTENT: JSON = {
    "voice": {**_FILE, "duration": 1},
    "audio": {**_FILE, "duration": 1},
    "photo": [{**_FILE, "width": 1, "height": 1}],
    "video": {**_FILE, "duration": 1, "width": 1, "height": 1},
    "video_note": {**_FILE, "duration": 1, "length": 1},
    "animation": {**_FILE, "duration": 1, "width": 1, "height": 1},
    "document": _FILE,
    "sticker": {**_FILE, "width": 1, "height": 1, "is_animated": False, "is_video": False, "type": "regular"},
    "location": _PLACE,
    "venue": {"location": _PLACE, "title": "t", "address": "a"},
    "contact": {"phone_number": "+34", "first_name": "x"},
    "dice": {"emoji": "🎲", "value": 3},
    "game": {"title": "t", "description": "d", "photo": []},
    "story": {"chat": {"id": 5, "type": "private"}, "id": 1},
    "paid_media": {"star_count": 1, "paid_media": []},
    "poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
             "is_anonymous": True, "type": "regular", "allows_multiple_answers": False},
    "checklist": {"title": "t", "tasks": []},
}  # fmt: skip
SERVICE: JSON = {
    "new_chat_members": [_SOMEBODY],
    "left_chat_member": _SOMEBODY,
    "new_chat_title": "t",
    "new_chat_photo": [],
    "delete_chat_photo": True,
    "group_chat_created": True,
    "supergroup_chat_created": True,
    "channel_chat_created": True,
    "message_auto_delete_timer_changed": {"message_auto_delete_time": 1},
    "pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}},
    "invoice": {"title": "t", "description": "d", "start_parameter": "s", "currency": "EUR", "total_amount": 1},
    "successful_payment": {"currency": "EUR", "total_amount": 1, "invoice_payload": "x",
                           "telegram_payment_charge_id": "1", "provider_payment_charge_id": "2"},
    "users_shared": {"request_id": 1, "users": []},
    "chat_shared": {"request_id": 1, "chat_id": 5},
    "connected_website": "example.org",
    "write_access_allowed": {},
    "proximity_alert_triggered": {"traveler": _SOMEBODY, "watcher": _SOMEBODY, "distance": 1},
    "forum_topic_created": {"name": "n", "icon_color": 0},
    "forum_topic_closed": {},
    "giveaway_completed": {"winner_count": 1},
    "video_chat_scheduled": {"start_date": 0},
    "video_chat_started": {},
    "video_chat_ended": {"duration": 1},
    "video_chat_participants_invited": {"users": []},
    "web_app_data": {"data": "d", "button_text": "b"},
    "chat_background_set": {"type": {"type": "fill", "fill": {"type": "solid", "color": 0}, "dark_theme_dimming": 1}},
    "boost_added": {"boost_count": 1},
}  # fmt: skip
EXTRA: JSON = {
    "caption": "<b>peu</b>",
    "media_group_id": "a1",
    "via_bot": {"id": 6, "is_bot": True, "first_name": "b"},
    "sender_chat": {"id": -1005, "type": "channel", "title": "c"},
    "forward_origin": {"type": "hidden_user", "sender_user_name": "x", "date": 0},
    "quote": {"text": "q", "position": 0},
    "entities": [{"type": "bold", "offset": 0, "length": 99}],
    "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]]},
    "has_protected_content": True,
    "is_topic_message": True,
    "author_signature": "s",
    "effect_id": "1",
}
