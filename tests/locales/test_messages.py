"""The shipped catalogue: every sentence that a person may read."""

import re
from datetime import UTC, date, datetime

import pytest

from conversations.protocol.words import Council, Listed, Minutes, StartLink, T, Value, Verbatim
from locales import translate
from locales.catalogue import PACKAGES, ROOT, check, translations
from locales.extraction import Found, found_in
from locales.placeholders import fields
from locales.sentences import PO, load, parsed_po
from locales.spelling import allowed, misspelt
from locales.voice import FORMS
from locales.wording import markup_faults

CATALOGUE = parsed_po(PO.read_text(encoding="utf-8"))

SAMPLES: dict[str, tuple[Value, ...]] = {
    "council": tuple(
        Council(name)
        for name in ("l'Hospitalet de Llobregat", "el Prat de Llobregat", "Arbúcies", "Consell Comarcal d'Osona")
    ),
    "date": (date(2020, 4, 1), date(2020, 10, 11), date(2020, 5, 8)),
    "time": (datetime(2020, 5, 7, 8, 42, tzinfo=UTC), datetime(2020, 10, 10, 23, 5, tzinfo=UTC)),
    "duration": (Minutes(0), Minutes(60), Minutes(660), Minutes(135)),
    "number": (0, 1, 11, 21, 1500),
    "text": ("<Anna & Òscar>", Verbatim("un text"), Listed(("pa", "blat"))),
    "link": (StartLink("token"),),
}

TURNS = max(len(values) for values in SAMPLES.values())

BROKEN = re.compile(
    # «la» keeps its vowel before an i or u without stress, and after a verb it is a pronoun.
    r"(?<![-\w])((de|el) [aeioàèéíòóú]|la [aeoàèéíòóú])|"
    r"\bd'[bcdfgjklmnpqrstvwxyz]|\b(a|de|per) els? |[{}]|\b(de|el) 11?\b(?!\.\d)",
    re.IGNORECASE,
)


def test_catalogue_is_fresh_and_whole() -> None:
    faults = check()
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.long
def test_catalogue_is_spelt_well() -> None:
    wrong = {msgid: words for msgid, text in translations(CATALOGUE) if (words := misspelt(text))}
    assert not wrong, "\n" + "\n".join(f"{msgid!r}: {', '.join(words)}" for msgid, words in wrong.items())


def test_allowed_words_are_all_in_use() -> None:
    said = " ".join(text for _, text in translations(CATALOGUE)).lower()
    assert not [word for word in allowed() if word.lower() not in said]


def test_catalogue_is_what_the_voice_says() -> None:
    for message in CATALOGUE:
        if isinstance(message.id, str) and message.id and message.string:
            assert load().gettext(message.id) == message.string


@pytest.mark.usefixtures("strict")
def test_every_sentence_with_the_values_it_may_get() -> None:
    faults = []
    for found in found_in(ROOT, PACKAGES):
        texts = catalan(found)
        for turn in range(TURNS if texts else 0):
            text = translate(T(found.msgid, found.plural, **values(found, texts, turn)), bot_name="xmess_bot")
            if list(markup_faults(text)) or BROKEN.search(re.sub(r"<[^>]*>", "", text)):
                faults.append(f"{found.place}: {text}")
    assert not faults, "\n" + "\n".join(faults)


def catalan(found: Found) -> list[str]:
    """The translation, in all its plural forms; nothing if it is not there yet."""
    message = CATALOGUE.get(found.msgid)
    strings = message.string if message else None
    texts = [strings] if isinstance(strings, str) else list(strings or ())
    return texts if all(texts) else []


def values(found: Found, texts: list[str], turn: int) -> dict[str, Value]:
    """One value of the right kind for each placeholder."""
    chosen = {}
    for name in found.kinds:
        forms = {form[:1].lower() + form[1:] for text in texts for form in fields(text).get(name, ())}
        fitting = [kind for kind in ("text", *FORMS) if forms <= FORMS[kind]]
        kind = found.kinds[name] or ("number" if name == "n" else fitting[0])
        chosen[name] = SAMPLES[kind][turn % len(SAMPLES[kind])]
    return chosen
