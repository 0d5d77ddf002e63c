"""A fingerprint of what a document was made from: it changes if any of it changes, and with nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from fractions import Fraction

from conversations.protocol.words import T


def fingerprint(value: object) -> str:
    """The SHA-256 of the canonical form of a value, 64 hexadecimal digits; the same on every machine and run."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def canonical(value: object) -> str:
    """The canonical JSON of a value: data classes by field, sets and mappings sorted, fractions exact.

    Sequences keep their order, for it may have a meaning. Raises TypeError for anything that is not data.
    """
    return _json(_plain(value))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> object:
    match value:
        case None | bool():
            return value
        case Enum():
            return str(value.value)
        case int() | str():
            return value
        case datetime():
            return {"at": value.astimezone(UTC).isoformat()}
        case date():
            return {"day": value.isoformat()}
        case Fraction():
            return {"n": value.numerator, "d": value.denominator}
        case T():
            return {"msgid": value.msgid, "plural": value.plural, "values": _plain(value.values)}
        case Mapping():
            return {"map": sorted(_json([_plain(name), _plain(one)]) for name, one in value.items())}
        case Set():
            return {"set": sorted(_json(_plain(one)) for one in value)}
        case list() | tuple():
            return [_plain(one) for one in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        case _:
            raise TypeError(f"{type(value).__name__} has no canonical form")
