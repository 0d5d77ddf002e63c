import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.catalogue import (
    as_text,
    file_faults,
    main,
    merged,
    sentence_faults,
    template,
    translations,
)
from locales.extraction import found_in_source
from locales.sentences import parsed_po

SOURCE = 'T("Hello {name}", name=x)\nT("one hour", "{n} hours", n=2)\nT("Save")\n'
PO = """
# A note of the translator.
msgid "Save"
msgstr "Desa"

msgid "one hour"
msgid_plural "{n} hours"
msgstr[0] "una hora"
msgstr[1] "{n} hores"

msgid "Hello {name}"
msgstr "Hola, {name}"
"""


def faults(po: str, source: str = SOURCE) -> list[str]:
    found = list(found_in_source(source, "a.py"))
    catalogue = parsed_po(po)
    return [*file_faults(catalogue, template(found)), *sentence_faults(catalogue, found)]


def updated(po: str, source: str = SOURCE, *, prune: bool = False) -> str:
    return as_text(merged(parsed_po(po), template(list(found_in_source(source, "a.py"))), prune=prune))


def test_faults_none() -> None:
    assert faults(PO) == []


@pytest.mark.parametrize(
    "empty", ['msgid "Save"\nmsgstr ""', 'msgid "one hour"\nmsgid_plural "{n} hours"\nmsgstr[0] ""\nmsgstr[1] ""']
)
def test_faults_none_if_an_empty_entry_stands_before_or_after_the_translated_one(empty: str) -> None:
    assert faults(f"{empty}\n\n{PO}") == faults(f"{PO}\n{empty}\n") == []
    assert updated(f"{empty}\n\n{PO}") == updated(PO)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"Desa"', '""', "no Catalan for 'Save' (a.py)"),
        ('"{n} hores"', '""', "no Catalan for 'one hour' / '{n} hours' (a.py)"),
        ('msgid "Save"', 'msgid "Send"', "obsolete, nobody says 'Send'"),
        ('msgid "Save"', 'msgid "Send"', "no Catalan for 'Save' (a.py)"),
        ('msgid "Save"', '#, fuzzy\nmsgid "Save"', "fuzzy: 'Save'"),
        ('"Desa"\n', '"Desa"\n\nmsgid "Save"\nmsgstr "Guarda"\n', "'Save' is translated twice: 'Desa' and 'Guarda'"),
        ('"Desa"\n', '"Desa"\n\n#~ msgid "Old"\n#~ msgstr "Vell"\n', "obsolete, nobody says 'Old'"),
        ("Hola, {name}", "Hola", "'Hello {name}': does not say {name}: 'Hola'"),
        ("Hola, {name}", "Benvinguts, {name}", "'Hello {name}': «Benvinguts»: us donem la benvinguda"),
        ("una hora", "una hora...", "'one hour' / '{n} hours': «una hora...»: three points are one …"),
        ("una hora", "<b>una hora", "'one hour' / '{n} hours': <b> is not closed"),
        ('msgid_plural "{n} hours"\nmsgstr[0] "una hora"\nmsgstr[1] "{n} hores"', 'msgstr "una hora"',
            "no Catalan for 'one hour' / '{n} hours' (a.py)"),
    ],
)  # fmt: skip
def test_faults_named(old: str, new: str, fault: str) -> None:
    assert old in PO
    assert fault in faults(PO.replace(old, new))


def test_update_keeps_translations_and_notes_in_the_order_of_the_source() -> None:
    text = updated(PO)
    assert [text.index(part) for part in ("Hola", "una hora", "# A note", "Desa")] == sorted(
        text.index(part) for part in ("Hola", "una hora", "# A note", "Desa")
    )
    assert list(translations(parsed_po(text))) == [
        ("Hello {name}", "Hola, {name}"), ("one hour", "una hora"), ("one hour", "{n} hores"), ("Save", "Desa"),
    ]  # fmt: skip
    assert "fuzzy" not in text
    assert "POT-Creation-Date" not in text
    assert "a.py:1" not in text


def test_update_what_nobody_says_waits_as_obsolete_and_comes_back() -> None:
    without = updated(PO, 'T("Save")')
    assert '#~ msgid "Hello {name}"' in without
    assert list(translations(parsed_po(without))) == [("Save", "Desa")]
    assert updated(without) == updated(PO)
    assert "Hello" not in updated(PO, 'T("Save")', prune=True)


def test_update_new_msgids_come_without_a_guess() -> None:
    text = updated(PO, SOURCE + 'T("Hello, {name}", name=x)\nT("New", "New {n}", n=1)')
    assert 'msgid "Hello, {name}"\nmsgstr ""' in text
    assert 'msgid_plural "New {n}"\nmsgstr[0] ""\nmsgstr[1] ""' in text


@pytest.mark.parametrize("source", ['T("Save", "Save {n}", n=1)', 'T("one hour")'])
def test_update_a_msgid_that_gains_or_loses_its_plural_starts_anew(source: str) -> None:
    text = updated(PO, source)
    assert "fuzzy" not in text
    assert any(fault.startswith("no Catalan for") for fault in faults(text, source))


@given(st.permutations(PO.strip().split("\n\n")), st.permutations(SOURCE.splitlines()))
def test_update_is_the_same_twice_and_from_any_order_of_the_file(po: list[str], source: list[str]) -> None:
    code = "\n".join(source)
    assert updated("\n\n".join(po), code) == updated(PO, code)
    assert updated(updated(PO, code), code) == updated(PO, code)
    assert faults(updated(PO, code), code) == []


def test_as_text_without_sentences_is_only_the_header() -> None:
    assert as_text(template([])).endswith('8bit\\n"\n')


@pytest.mark.parametrize("arguments", [[], ["updat"], ["update", "--all"]])
def test_main_with_wrong_arguments_says_how(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 1
    assert "usage" in capsys.readouterr().out
