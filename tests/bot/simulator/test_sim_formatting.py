"""HTML in, text and entities out, and back to HTML that a browser may show."""

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.errors import JSON, ApiError
from bot.simulator.formatting import parse_html, trimmed, utf16
from bot.simulator.rendering import render, with_found


def entity(kind: str, offset: int, length: int, **more: str) -> JSON:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b><strong>b</strong>", "ab", [entity("bold", 0, 1), entity("bold", 1, 1)]),
        ("<i>a</i><em>b</em>", "ab", [entity("italic", 0, 1), entity("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [entity("underline", 0, 1), entity("underline", 1, 1)]),
        ("<s>a</s><del>b</del>", "ab", [entity("strikethrough", 0, 1), entity("strikethrough", 1, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [entity("spoiler", 0, 1)]),
        ("<span class='tg-spoiler'>a</span>", "a", [entity("spoiler", 0, 1)]),
        ("😀<b>é😀</b>", "😀é😀", [entity("bold", 2, 3)]),
        ("<B>a</B>", "a", [entity("bold", 0, 1)]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<b><i>a</i></b>", "a", [entity("italic", 0, 1), entity("bold", 0, 1)]),
        ('<a href="https://x.cat/?a=1&amp;b=2">x</a>', "x", [entity("text_link", 0, 1, url="https://x.cat/?a=1&b=2")]),
        ("<a>x.cat</a>", "x.cat", [entity("text_link", 0, 5, url="x.cat")]),
        ("<a href='no address'>x</a>", "x", []),
        ("<code>a</code>", "a", [entity("code", 0, 1)]),
        ('<pre><code class="language-toml">a</code></pre>', "a", [entity("pre", 0, 1, language="toml")]),
        ("<blockquote>a</blockquote>", "a", [entity("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
        ("<b></b>a", "a", []),
        ("&lt;&gt;&amp;&quot;&#39;&#x2019;&nbsp;& a &", "<>&\"'’&nbsp;& a &", []),
        ("a > b", "a > b", []),
    ],
)
def test_what_telegram_understands(source: str, text: str, entities: list[JSON]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("é<", "Unclosed start tag at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href", "Expected equal sign in declaration of an attribute"),
        ("<a href='x' ", "Unclosed start tag"),
        ("<a ='x'>", "Empty attribute name"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ],
)
def test_what_telegram_refuses(source: str, complaint: str) -> None:
    with pytest.raises(ApiError, match=re.escape(complaint)) as refused:
        parse_html(source)
    assert refused.value.description.startswith("Bad Request: can't parse entities: ")


def test_white_space_at_the_ends_goes_and_entities_move() -> None:
    assert trimmed("  a b ", [entity("bold", 0, 3), entity("italic", 4, 2), entity("code", 5, 1)]) == (
        "a b",
        [entity("bold", 0, 1), entity("italic", 2, 1)],
    )


def test_addresses_and_commands_are_found() -> None:
    found = with_found("/inici o https://x.cat/a?b, a@b.cat, @algu, 1/2", [])
    assert [(e["type"], e["offset"], e["length"]) for e in found] == [
        ("bot_command", 0, 6),
        ("url", 9, 17),
        ("email", 28, 7),
        ("mention", 37, 5),
    ]
    assert with_found("/inici", [entity("code", 0, 6)]) == [entity("code", 0, 6)]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<b>a<i>b</i></b> &lt;c&gt;", "<b>a<i>b</i></b> &lt;c&gt;"),
        ("<i><b>a</b></i>", "<b><i>a</i></b>"),
        ("<blockquote expandable>a\n<b>b</b></blockquote>", '<blockquote class="expandable">a\n<b>b</b></blockquote>'),
        ("<tg-spoiler>a</tg-spoiler>", '<span class="spoiler">a</span>'),
        ("<a href=\"javascript:alert('x')\">a</a>", "a"),
        ("<a href='https://x.cat/\"&gt;'>a</a>", '<a href="https://x.cat/&quot;&gt;"'),
        ("😀<b>😀</b>", "😀<b>😀</b>"),
    ],
)
def test_rendering(source: str, shown: str) -> None:
    assert render(*parse_html(source)).startswith(shown)


def test_overlapping_entities_stay_well_formed() -> None:
    assert render("abc", [entity("bold", 0, 2), entity("italic", 1, 2)]) == "<b>a<i>b</i></b><i>c</i>"


@given(
    st.text(),
    st.lists(
        st.tuples(
            st.sampled_from(["bold", "italic", "text_link", "expandable_blockquote", "unheard_of"]),
            st.integers(0, 20),
            st.integers(1, 20),
        )
    ),
)
def test_whatever_the_entities_the_text_stays_whole_and_escaped(text: str, drawn: list[tuple[str, int, int]]) -> None:
    entities = [entity(kind, offset, length, url="https://x.cat") for kind, offset, length in drawn]
    shown = render(text, [e for e in entities if e["offset"] + e["length"] <= utf16(text)])
    tags = re.findall(r"<(/?)(\w+)", shown)
    opened: list[str] = []
    for closing, tag in tags:
        if closing:
            assert opened.pop() == tag
        else:
            opened.append(tag)
    assert opened == []
    if all(ord(character) < 0x10000 for character in text):
        assert re.sub(r"</?(?:b|i|a|blockquote)(?: [^>]*)?>", "", shown) == escape(text)
