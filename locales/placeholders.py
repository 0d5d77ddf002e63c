"""Whether the placeholders of a Catalan sentence are those of its msgid, in forms that their values have."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from locales.extraction import Found
from locales.voice import FORMS, parsed

_ELIDING: Final = re.compile(r"\b(de\s|d')$", re.IGNORECASE)
_CONTRACTING: Final = re.compile(r"\b(a|per|de)\s$", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"\b(el|al|del)\s$", re.IGNORECASE)
_PREPOSITION: Final = re.compile(r"\b(de\s|d'|a\s|per\s|del\s|al\s|pel\s)$", re.IGNORECASE)


def source_faults(found: Found) -> Iterator[str]:
    """What is wrong with a `T` of the source before any Catalan is read."""
    if found.fault:
        yield found.fault
        return
    names, said = set(found.kinds), {"n"} if found.plural is not None else set()
    for text in (found.msgid, found.plural):
        if text is None:
            continue
        try:
            written = fields(text)
        except ValueError as error:
            yield f"{text!r}: {error}"
            continue
        if any(form for forms in written.values() for form in forms):
            yield f"{text!r}: a format belongs in the Catalan sentence, not in the msgid"
        if missing := sorted(set(written) - names) if found.whole else []:
            yield f"{text!r}: no value for {', '.join(missing)}"
        said |= set(written)
    if unused := sorted(names - said):
        yield f"{found.msgid!r}: {', '.join(unused)} is given and not said"
    if found.plural is not None and found.whole and "n" not in names:
        yield f"{found.msgid!r}: a plural needs its number, n"


def sentence_faults(msgids: Sequence[str], said: Sequence[str], found: Iterable[Found]) -> Iterator[str]:
    """What is wrong with the placeholders of a translation, in every plural form.

    `found` is where the source says this msgid: it may show of which kind a value is.
    """
    try:
        wanted = {name for text in msgids for name in fields(text)}
        written = [fields(text) for text in said]
    except ValueError as error:
        yield str(error)
        return
    for place, names in enumerate(written):
        # The form for one may say «una hora» without its number.
        optional = {"n"} if len(said) > 1 and place == 0 else set()
        if missing := sorted(wanted - set(names) - optional):
            yield f"does not say {_braced(missing)}: {said[place]!r}"
        if strange := sorted(set(names) - wanted):
            yield f"says {_braced(strange)}, which the msgid has not: {said[place]!r}"
    yield from _form_faults(written, found)
    for text in said:
        yield from _grammar_faults(text)


def fields(text: str) -> dict[str, set[str]]:
    """The placeholders of a text and the forms each is written in. Raises ValueError if malformed."""
    forms: dict[str, set[str]] = defaultdict(set)
    for _, name, form in parsed(text):
        if name is not None:
            forms[name].add(form)
    return dict(forms)


def _form_faults(written: Iterable[dict[str, set[str]]], found: Iterable[Found]) -> Iterator[str]:
    shown: dict[str, set[str]] = defaultdict(set)
    for one in found:
        for name, kind in one.kinds.items():
            if kind is not None:
                shown[name].add(kind)
    asked: dict[str, set[str]] = defaultdict(set)
    for names in written:
        for name, forms in names.items():
            asked[name] |= {form[:1].lower() + form[1:] for form in forms}
    for name, forms in asked.items():
        kinds = [kind for kind, legal in FORMS.items() if forms <= legal]
        if not kinds:
            yield f"no kind of value has these forms: {{{name}}} as {', '.join(sorted(forms))}"
        elif strange := shown[name] - set(kinds):
            yield f"{{{name}}} is a {' or '.join(sorted(strange))} and has no form {', '.join(sorted(forms))}"


def _grammar_faults(text: str) -> Iterator[str]:
    pieces = parsed(re.sub(r"<[^>{}]*>", "", text))
    for place, (before, name, form) in enumerate(pieces):
        if name is None:
            continue
        after = pieces[place + 1][0] if place + 1 < len(pieces) else ""
        word = before.split()[-1] if before.split() else ""
        if not form and name.startswith("council") and re.search(r"\w\s$|'$", before):
            yield (
                f"«{word} {{{name}}}»: in a sentence the name has its article or preposition, {{{name}:el}} "
                f"{{{name}:de}} {{{name}:a}} {{{name}:per}}; bare it is for lists"
            )
        elif not form and name.startswith("council") and re.match(r"\s[a-zà-ú]", after):
            yield f"«{{{name}}} {after.split()[0]}»: as a subject the name has its article, {{{name}:El}}"
        elif not form and _ELIDING.search(before):
            yield (
                f"«{word} {{{name}}}» breaks before a vowel: {{{name}:de}} for a council, a number or a duration, "
                f"{{{name}:day}} for a date, {{{name}:text}} for a text that never needs an apostrophe"
            )
        elif form in ("short", "long") and _ARTICLE.search(before):
            yield f"«{word} {{{name}:{form}}}» breaks on the 1st and the 11th: {{{name}:{word.lower()}}} or -long"
        elif form in ("el", "body") and _CONTRACTING.search(before):
            yield f"«{word} {{{name}:{form}}}» does not contract: {{{name}:{word.lower()}}}"
        elif form in ("de", "a", "per", "body-de", "body-a", "body-per", "al", "del") and _PREPOSITION.search(before):
            if form in ("a", "body-a") and word.lower() == "per":
                continue  # «per a l'Ajuntament», «per al Consell»: two prepositions that go together
            yield f"«{word} {{{name}:{form}}}» says the preposition twice"


def _braced(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
