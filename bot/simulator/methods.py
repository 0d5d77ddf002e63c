"""The methods of the Bot API that the simulator knows, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.simulator import account, editing, sending, webhook
from bot.simulator.params import Params
from bot.simulator.world import World

Method = Callable[[World, Params], Any]

METHODS: dict[str, Method] = {
    name.lower(): method
    for name, method in {
        "getMe": account.get_me,
        "setWebhook": webhook.set_webhook,
        "deleteWebhook": webhook.delete_webhook,
        "getWebhookInfo": webhook.get_webhook_info,
        "sendMessage": sending.send_message,
        "sendDocument": sending.send_document,
        "sendPhoto": sending.send_photo,
        "sendChatAction": sending.send_chat_action,
        "editMessageText": editing.edit_message_text,
        "editMessageCaption": editing.edit_message_caption,
        "editMessageReplyMarkup": editing.edit_message_reply_markup,
        "deleteMessage": editing.delete_message,
        "deleteMessages": editing.delete_messages,
        "pinChatMessage": editing.pin_chat_message,
        "unpinChatMessage": editing.unpin_chat_message,
        "unpinAllChatMessages": editing.unpin_chat_message,
        "answerCallbackQuery": editing.answer_callback_query,
        "getFile": account.get_file,
        "setMyCommands": account.set_my_commands,
        "getMyCommands": account.get_my_commands,
        "deleteMyCommands": account.delete_my_commands,
        "setMyName": account.set_my_name,
        "getMyName": account.get_my_name,
        "setMyDescription": account.set_my_description,
        "getMyDescription": account.get_my_description,
        "setMyShortDescription": account.set_my_short_description,
        "getMyShortDescription": account.get_my_short_description,
        "setChatMenuButton": account.set_chat_menu_button,
        "getChatMenuButton": account.get_chat_menu_button,
        "getChat": account.get_chat,
        "getChatMember": account.get_chat_member,
        "getChatMemberCount": account.get_chat_member_count,
        "leaveChat": account.leave_chat,
        "logOut": account.log_out,
        "close": account.log_out,
    }.items()
}
