from pathlib import Path

import pytest

from locales.extraction import Found, found_in, found_in_source

TABLE = [
    ('T("Hello")', ("Hello", None, {})),
    ('T("Hello {name}", name="Ann")', ("Hello {name}", None, {"name": "text"})),
    ('T("one {n}", "many {n}", n=len(x))', ("one {n}", "many {n}", {"n": "number"})),
    ('T("a " "b", c=Council(x), m=Minutes(3), l=StartLink(t), w=T("c"), p=lines())', ("a b", None, {
        "c": "council", "m": "duration", "l": "link", "w": "text", "p": "text"})),
    ('words.T("a", x=1, y=f"{z}", z=unknown, v=call())', ("a", None, {
        "x": "number", "y": "text", "z": None, "v": None})),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), TABLE)
def test_found_in_source_msgid_plural_and_kinds(source: str, expected: tuple[object, ...]) -> None:
    found = next(iter(found_in_source(source, "a.py")))
    assert (found.msgid, found.plural, found.kinds) == expected
    assert (found.fault, found.whole, found.place) == (None, True, "a.py:1")


@pytest.mark.parametrize(
    "source", ["T(msgid)", 'T(f"a {b}")', 'T("a" + b)', "T()", 'T("a", plural)', "T(*texts)", "T(1)", 'T("")']
)
def test_found_in_source_a_msgid_that_is_not_written_out_is_a_fault(source: str) -> None:
    assert [found.fault is not None for found in found_in_source(source, "a.py")] == [True]


@pytest.mark.parametrize("source", ["class T: ...", 'TT("a")', 'x: T = t("a")', "T", "\"T('a')\""])
def test_found_in_source_what_is_no_call_of_t(source: str) -> None:
    assert list(found_in_source(source, "a.py")) == []


def test_found_in_source_with_unpacked_values_is_not_whole() -> None:
    assert [found.whole for found in found_in_source('T("a {b}", **values)', "a.py")] == [False]


def test_found_in_the_packages_by_file_and_line(tmp_path: Path) -> None:
    for file, source in {"b/z.py": 'T("3")', "b/a.py": 'T("2", x=T("1"))\nT("0")', "c/a.py": 'T("no")'}.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(source)
    assert found_in(tmp_path, ["b"]) == [
        Found("b/a.py", 1, "2", None, {"x": "text"}),
        Found("b/a.py", 1, "1"),
        Found("b/a.py", 2, "0"),
        Found("b/z.py", 1, "3"),
    ]
