"""The two kinds of refusal: what the Bot API answers to the bot, and what the simulator answers to its driver."""

from __future__ import annotations

from typing import Any

JSON = dict[str, Any]


class ApiError(Exception):
    """A refusal in the words of the Bot API: a status, a description and perhaps parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> JSON:
        """The JSON object that the bot receives."""
        answer: JSON = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class SimulatorError(ValueError):
    """Something a person in the simulated world cannot do; the message is one clear sentence."""


def bad_request(description: str, **parameters: int) -> ApiError:
    """400 with Telegram's usual prefix."""
    return ApiError(400, f"Bad Request: {description}", **parameters)


def forbidden(description: str) -> ApiError:
    """403 with Telegram's usual prefix."""
    return ApiError(403, f"Forbidden: {description}")


def too_many_requests(retry_after: int) -> ApiError:
    """429 with the seconds to wait, in the description and in the parameters, as Telegram does."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
