"""Keyboards: what the Bot API accepts and how it complains."""

from __future__ import annotations

from bot.simulator.errors import JSON, bad_request
from bot.simulator.params import Params

_ACTIONS = (
    "callback_data",
    "url",
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)
_STYLES = ("danger", "success", "primary")
_OTHER_KEYBOARDS = ("keyboard", "remove_keyboard", "force_reply")


def read_markup(params: Params, inline_only: bool = False) -> JSON | None:
    """The keyboard of a call, checked; None without one or when it has no buttons."""
    raw = params.structure("reply_markup")
    if raw is None:
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in raw:
        if not raw:
            return None
        if inline_only or not any(name in raw for name in _OTHER_KEYBOARDS):
            raise bad_request("inline keyboard expected")
        return raw
    rows = raw["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    kept = [[_checked(button) for button in row] for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def _checked(button: object) -> JSON:
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    if not button.get("text"):
        raise _unreadable('Field "text" must be of type String and not empty')
    if sum(name in button for name in _ACTIONS) == 0:
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    copied = button.get("copy_text")
    if copied is not None and (not isinstance(copied, dict) or not 1 <= len(str(copied.get("text", ""))) <= 256):
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    url = button.get("url")
    if url is not None and not str(url).startswith(("http://", "https://", "tg://")):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if "style" in button and button["style"] not in _STYLES:
        raise bad_request("BUTTON_STYLE_INVALID")
    return button


def _unreadable(why: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {why}")
