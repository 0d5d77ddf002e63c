"""The catalogue kept in step with the source: `python -m locales.catalogue update` and `… check`.

`update` writes messages.pot from every `T` of conversations/ and bot/ and merges it into messages.po: translations
stay, new msgids come with an empty one, those that nobody says any more are kept as `#~` until `update --prune`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from locales import placeholders, wording
from locales.extraction import Found, found_in
from locales.sentences import PO, Sentences, msgids, parsed_po, shown, strings

ROOT: Final = Path(__file__).parent.parent
PACKAGES: Final = ("conversations", "bot")
POT: Final = Path(__file__).parent / "messages.pot"

# No dates and no tool names: the files change only when a sentence does.
_HEADER: Final = """msgid ""
msgstr ""
"Project-Id-Version: xmess-bot\\n"
"Language: ca\\n"
"Language-Team: ca\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def template(found: Sequence[Found]) -> Catalog:
    """The msgids of the source in the order of files and lines, without translations."""
    catalogue = Sentences()
    for one in found:
        if one.fault is None:
            msgid = one.msgid if one.plural is None else (one.msgid, one.plural)
            catalogue.add(msgid, locations=[(one.file, 0)])
    return catalogue


def merged(catalogue: Sentences, source: Catalog, *, prune: bool) -> Sentences:
    """The catalogue with the msgids of the source, in their order. What was obsolete and is said again comes back."""
    for message in list(catalogue.obsolete.values()):
        if message.id in source and message.id not in catalogue:
            catalogue.add(message.id, message.string, user_comments=message.user_comments)
    for message in source:
        # Babel would carry a translation of the singular over into the first plural form and mark it fuzzy.
        earlier = catalogue.get(message.id) if message.id else None
        if earlier is not None and earlier.pluralizable != message.pluralizable:
            catalogue.delete(message.id)
    catalogue.obsolete = {key: old for key, old in catalogue.obsolete.items() if old.id not in source}
    catalogue.update(source, no_fuzzy_matching=True)
    if prune:
        catalogue.obsolete.clear()
    return catalogue


def as_text(catalogue: Catalog) -> str:
    """The text of a .po or .pot file: no dates, no line numbers, no wrapped lines."""
    written = BytesIO()
    write_po(written, catalogue, width=0, omit_header=True, include_lineno=False)
    body = re.sub(r"\n{3,}", "\n\n", written.getvalue().decode()).strip("\n")
    return f"{_HEADER}{body}\n" if body else _HEADER.rstrip("\n") + "\n"


def update(*, prune: bool = False) -> list[str]:
    """Write both files anew. Returns what keeps it from doing so; then nothing is written."""
    source = template(found_in(ROOT, PACKAGES))
    catalogue = parsed_po(PO.read_text(encoding="utf-8"))
    if catalogue.twice:
        return list(_twice(catalogue))
    _write(POT, as_text(source))
    _write(PO, as_text(merged(catalogue, source, prune=prune)))
    return []


def check() -> list[str]:
    """Every fault of the source's msgids, of the two files and of the Catalan, but for the spelling."""
    found = found_in(ROOT, PACKAGES)
    catalogue = parsed_po(PO.read_text(encoding="utf-8"))
    faults = [f"{one.place}: {fault}" for one in found for fault in placeholders.source_faults(one)]
    faults += file_faults(catalogue, template(found))
    faults += sentence_faults(catalogue, found)
    if not faults and (not POT.exists() or POT.read_text(encoding="utf-8") != as_text(template(found))):
        faults.append("messages.pot is not what `python -m locales.catalogue update` writes")
    return faults


def file_faults(catalogue: Sentences, source: Catalog) -> Iterator[str]:
    """What messages.po lacks or has too much, next to the source."""
    yield from _twice(catalogue)
    for message in source:
        if not message.id:
            continue
        known = catalogue.get(message.id)
        if known is None or known.pluralizable != message.pluralizable or not all(strings(known)):
            yield f"no Catalan for {shown(message)} ({message.locations[0][0]})"
    for message in catalogue:
        if not message.id:
            continue
        if message.fuzzy:
            yield f"fuzzy: {shown(message)}"
        if source.get(message.id) is None:
            yield f"obsolete, nobody says {shown(message)}"
    yield from (f"obsolete, nobody says {shown(message)}" for message in catalogue.obsolete.values())


def sentence_faults(catalogue: Catalog, found: Sequence[Found]) -> Iterator[str]:
    """What is wrong with the Catalan of each msgid: placeholders, words, typography, markup."""
    for message in catalogue:
        if not message.id or not any(strings(message)):
            continue
        said_at = [one for one in found if one.msgid == msgids(message)[0]]
        faults = list(placeholders.sentence_faults(msgids(message), strings(message), said_at))
        faults += [fault for text in strings(message) for fault in wording.sentence_faults(text)]
        yield from (f"{shown(message)}: {fault}" for fault in faults)


def translations(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    """Every Catalan sentence with its msgid, each plural form by itself."""
    for message in catalogue:
        if message.id:
            yield from ((msgids(message)[0], text) for text in strings(message) if text)


def main(arguments: Sequence[str]) -> int:
    """The command line: `update`, `update --prune` or `check`. Returns the exit code."""
    match list(arguments):
        case ["update"]:
            faults = update()
        case ["update", "--prune"]:
            faults = update(prune=True)
        case ["check"]:
            faults = check()
        case _:
            faults = ["usage: python -m locales.catalogue update [--prune] | check"]
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


def _twice(catalogue: Sentences) -> Iterator[str]:
    for msgid, first, second in catalogue.twice:
        yield f"{msgid} is translated twice: {first!r} and {second!r}"


def _write(path: Path, text: str) -> None:
    # Renamed into place: whoever reads it at this moment finds the old file or the new one.
    unfinished = path.with_suffix(".new")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
