"""Settings by environment or `.env`: the only place that reads the environment."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from conversations.protocol.wants import Controller


def without_ours() -> dict[str, str]:
    """The environment without the settings of a real bot, for a child process that gets its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("XMESS_")}


class SettingsError(Exception):
    """A setting is missing or cannot be used; the message says which one and what to write."""


@dataclass(frozen=True, slots=True)
class Hook:
    """Where Telegram brings updates (`url`), where the process listens for them, and the secret they carry.

    With `answers` the first letter may go in the answer to an update.
    """

    url: str
    host: str
    port: int
    secret: str
    answers: bool = False


class Settings(BaseSettings):
    """What the network sets. Each field is the variable `XMESS_` + its name."""

    model_config = SettingsConfigDict(env_prefix="XMESS_", env_file=".env", extra="ignore")

    bot_token: SecretStr = SecretStr("")
    bot_api_url: str = "https://api.telegram.org"
    database_url: str = "sqlite:///xmess.sqlite3"
    webhook_url: str = ""
    webhook_listen: str = "127.0.0.1:8080"
    webhook_secret: SecretStr = SecretStr("")
    webhook_answers: bool = Field(default=False, description="The first letter goes in the answer to an update")
    proxy: str = ""
    clock: str = ""
    controller_name: str = ""
    controller_legal_basis: str = ""
    controller_address: str = ""
    retention_months: int = Field(default=0, ge=0, description="Months after a call's sessions; 0 keeps for ever")
    letter_days: int = Field(default=90, ge=0, description="Days that texts of delivered letters stay; 0 for ever")
    minimal: bool = Field(default=False, description="Telegram carries only status and reminders")
    demo: bool = False
    log_json: bool = True
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    fault: str = Field(default="", description="Crash points for tests: see bot/faults.py")

    def controller(self) -> Controller:
        """Who answers for the data (R50). Raises SettingsError while something is empty."""
        parts = {
            "XMESS_CONTROLLER_NAME": self.controller_name,
            "XMESS_CONTROLLER_LEGAL_BASIS": self.controller_legal_basis,
            "XMESS_CONTROLLER_ADDRESS": self.controller_address,
        }
        missing = [name for name, value in parts.items() if not value.strip()]
        if missing:
            raise SettingsError(
                f"{', '.join(missing)}: empty. The privacy notice needs who answers for the data, the legal basis "
                "and an address to write to; set them in the environment or in .env."
            )
        return Controller(self.controller_name, self.controller_legal_basis, self.controller_address, example=self.demo)

    def token(self) -> str:
        """The bot's token. Raises SettingsError when there is none."""
        token = self.bot_token.get_secret_value().strip()
        if not token:
            raise SettingsError("XMESS_BOT_TOKEN: empty. Ask @BotFather for a token and set it.")
        if ":" not in token:
            raise SettingsError("XMESS_BOT_TOKEN: not a token. It looks like 123456:ABC-DEF.")
        return token

    def hook(self) -> Hook | None:
        """The webhook, or None when the bot asks for updates itself. Raises SettingsError.

        Without a secret of its own it gets one that follows from the token, the same in every process.
        """
        url = self.webhook_url.strip()
        if not url:
            return None
        if not re.fullmatch(r"https?://[^/?#\s]+(/[^?#\s]*)?", url):
            raise SettingsError("XMESS_WEBHOOK_URL: not an address. It looks like https://bot.example.cat/telegram.")
        if url.startswith("http:") and urlsplit(self.bot_api_url).hostname == "api.telegram.org":
            raise SettingsError("XMESS_WEBHOOK_URL: Telegram only comes to an address that begins with https://.")
        secret = self.webhook_secret.get_secret_value().strip()
        if secret and not re.fullmatch(r"[\w-]{16,256}", secret, re.ASCII):
            raise SettingsError("XMESS_WEBHOOK_SECRET: it has 16 to 256 letters, digits, _ and -.")
        secret = secret or hmac.new(self.token().encode(), b"webhook", hashlib.sha256).hexdigest()
        host, port = _listen(self.webhook_listen.strip())
        return Hook(url, host, port, secret, self.webhook_answers)


def _listen(text: str) -> tuple[str, int]:
    try:
        parts = urlsplit(f"//{text}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host or port is None:
        raise SettingsError(f"XMESS_WEBHOOK_LISTEN: {text!r} is not host:port, as in 127.0.0.1:8080.")
    return host, port
