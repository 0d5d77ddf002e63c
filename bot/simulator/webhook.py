"""Methods that set, remove and describe the webhook."""

from __future__ import annotations

import re

from bot.simulator.delivery import MAX_CONNECTIONS
from bot.simulator.errors import JSON, bad_request
from bot.simulator.params import Params
from bot.simulator.world import World


async def set_webhook(world: World, params: Params) -> bool:
    """`setWebhook`; plain http is accepted, as a local Bot API server does. An empty address removes it."""
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        return await delete_webhook(world, params)
    if not re.match(r"https?://[^/\s]+", url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not re.fullmatch(r"[\w-]{0,256}", secret, re.ASCII):
        raise bad_request("secret token contains unallowed characters")
    world.updates.allow(params.listed("allowed_updates"))
    if params.flag("drop_pending_updates"):
        world.updates.forget()
    await world.delivery.begin(url, secret)
    return True


async def delete_webhook(world: World, params: Params) -> bool:
    """`deleteWebhook`."""
    await world.delivery.end()
    if params.flag("drop_pending_updates"):
        world.updates.forget()
    return True


def get_webhook_info(world: World, params: Params) -> JSON:
    """`getWebhookInfo`."""
    updates, failure = world.updates, world.delivery.failure
    result: JSON = {
        "url": updates.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": len(updates.pending),
    }
    if updates.webhook_url:
        result["max_connections"] = MAX_CONNECTIONS
    if updates.allowed:
        result["allowed_updates"] = sorted(updates.allowed)
    if failure is not None:
        result["last_error_date"] = int(failure.at.timestamp())
        result["last_error_message"] = failure.message
    return result
