"""How a button must be written: the person commands the bot («Desa»), names a thing or answers."""

from __future__ import annotations

import re
from typing import Final

from locales import wording

LONGEST: Final = 40

# Words that end like an infinitive or a vós imperative and are neither.
_NO_INFINITIVE: Final = frozenset({
    "ahir", "altre", "carrer", "centre", "clar", "darrer", "desembre", "dinar", "entre", "escolar",
    "familiar", "febrer", "gener", "llibre", "lloguer", "mar", "mentre", "militar", "nombre", "novembre",
    "octubre", "paper", "particular", "per", "poder", "popular", "primer", "quadre", "quatre", "registre",
    "segur", "sempre", "setembre", "similar", "sobre", "sopar", "taller", "tercer", "titular",
})  # fmt: skip
_NO_VOS: Final = frozenset({
    "actiu", "adeu", "administratiu", "arreu", "arxiu", "ateneu", "beu", "col·lectiu", "correu", "creu",
    "definitiu", "descriu", "deu", "directiu", "escriu", "estiu", "europeu", "hereu", "inscriu", "meu",
    "motiu", "museu", "neu", "objectiu", "orientatiu", "passiu", "peu", "preu", "riu", "seu", "subscriu",
    "teu", "transcriu", "treu", "veu", "viu",
})  # fmt: skip
_PRONOUNS: Final = r"(?:[-'](?:me|te|se|lo|la|los|les|li|nos|vos|ne|ho|hi|m|t|s|l|ls|n|en|us))*"


def button_fault(label: str) -> str | None:
    """What is wrong with the Catalan label of a button, as it is shown; None if nothing is."""
    words = label.lower().split()
    if not words or label != " ".join(label.split()):
        return "empty, or with spaces at its edges or lines in it"
    if len(label) > LONGEST:
        return f"longer than {LONGEST} characters"
    if label.endswith((".", ":")):
        return "a label has no final stop"
    if re.search(r"[<>]|&(amp|lt|gt|quot);", label):
        return "a label has no markup"
    if wording.has_emoji(label):
        return "a label has no emoji"
    first = words[0].strip("«»¿?¡!,.")
    negated = first == "no" and len(words) > 1 and not label.lower().startswith("no,")
    for word in [first, words[1].strip("«»?!,.")] if negated else [first]:
        bare = re.sub(rf"{_PRONOUNS}$", "", word)
        if re.search(r"(ar|er|ir|re|ur)$", bare) and bare not in _NO_INFINITIVE:
            return f"«{word}» is an infinitive: the person commands the bot (Desa, Envia)"
        if re.search(r"[eiï]u$", bare) and bare not in _NO_VOS:
            return f"«{word}» is said to the person: the person commands the bot (Desa, Envia)"
    return next(wording.prose_faults(label), None)
