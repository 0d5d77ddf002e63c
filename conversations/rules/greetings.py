"""Whether a text only greets: whoever comes back after days says hello, whatever question was left open."""

from __future__ import annotations

from conversations.rules.plain import vocabulary, words

_HELLO = vocabulary("""
    hola holaa holi ei ep eps hey hello hi bon bona bones dia dies tarda tardes vespre nit nits salut salutacions buenas
    buenos
""")
_AROUND = vocabulary("""
    a tothom tots totes altra vegada un cop mes de nou ja soc aqui que tal com va estem esteu som molt be
""")


def greets(text: str) -> bool:
    """Whether the text says hello and nothing else."""
    said = words(text)
    return bool(said) and said[0] in _HELLO and all(word in _HELLO or word in _AROUND for word in said)
