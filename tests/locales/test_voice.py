import html
import logging
import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.protocol.words import (
    Council,
    Folded,
    Joined,
    Listed,
    Minutes,
    StartLink,
    T,
    Value,
    Verbatim,
    Words,
    lines,
    paragraphs,
)
from locales import UntranslatedError, plain, translate
from locales.voice import parsed
from locales.wording import markup_faults

PRAT = Council("el Prat")
AT = datetime(2020, 5, 7, 8, 42, tzinfo=UTC)
NASTY = "<b>&\"'{x} …"

SAID: list[tuple[Words, str]] = [
    (Verbatim(NASTY), "&lt;b&gt;&amp;&quot;'{x} …"),
    (Folded(NASTY), "<blockquote expandable>&lt;b&gt;&amp;&quot;'{x} …</blockquote>"),
    (Folded(""), ""),
    (lines(Verbatim("a"), Verbatim(""), None, Verbatim("c")), "a\nc"),
    (paragraphs(Verbatim("a"), Joined(()), Verbatim("c")), "a\n\nc"),
    (Joined((Verbatim("a"), Verbatim("b")), " < "), "a &lt; b"),
    (Listed((PRAT, Verbatim("<i>"), "&")), "el Prat, &lt;i&gt; i &amp;"),
    (Listed(("a", 1500, Minutes(60)), either=True), "a, 1.500 o 1 hora"),
    (Listed(()), ""),
]


@pytest.mark.parametrize(("words", "expected"), SAID)
def test_translate_words_without_a_msgid(words: Words, expected: str) -> None:
    assert translate(words) == expected


@pytest.mark.usefixtures("lenient")
@pytest.mark.parametrize(
    ("sentence", "value", "expected"),
    [
        ("<b>{x}</b>", NASTY, "<b>&lt;b&gt;&amp;&quot;'{x} …</b>"),
        ("{{x}} {x}", "a", "{x} a"),
        ("{x:lower} {x:Text}", "Mentoria", "mentoria Mentoria"),
        ("{x:Text}", "òdena", "Òdena"),
        ("{x} {x:de} {x:a} {x:per}", PRAT, "el Prat del Prat al Prat pel Prat"),
        ("{x:El}, {x:Body}, {x:title}", PRAT, "El Prat, L'Ajuntament del Prat, Ajuntament del Prat"),
        ("{x:de}", Council("<Òdena>"), "de &lt;Òdena&gt;"),
        ("{x:de}", Listed((PRAT, Council("Artés"))), "del Prat i d'Artés"),
        ("{x:De}", Listed((PRAT, Council("Artés"))), "Del Prat i d'Artés"),
        ("{x}", date(2020, 5, 8), "divendres 8 de maig"),
        ("{x:Day}", date(2020, 5, 8), "Divendres 8 de maig"),
        ("{x}", AT, "dijous 7 de maig, a les 10.42 h"),
        ("{x:time}", AT, "10.42 h"),
        ("{x:short}", Minutes(135), "2 h 15 min"),
        ("{x}", 1500, "1.500"),
        ("{x:digits}", 2020, "2020"),
        ("{x}", StartLink("a_b-c"), "https://t.me/xmess_bot?start=a_b-c"),
        ('<a href="{x}">b</a>', StartLink('"'), '<a href="https://t.me/xmess_bot?start=&quot;">b</a>'),
        ("«{x}»", T("a <i>{y}</i>", y="<"), "«a <i>&lt;</i>»"),
        ("{x:lower}", T("<b>Hello</b>"), "<b>hello</b>"),
        ("{x}", Folded("a"), "<blockquote expandable>a</blockquote>"),
        ("{x}", paragraphs(Verbatim("a"), T("b")), "a\n\nb"),
    ],
)  # fmt: skip
def test_translate_a_value_in_a_sentence(sentence: str, value: Value, expected: str) -> None:
    assert translate(T(sentence, x=value), bot_name="@xmess_bot") == expected


@pytest.mark.usefixtures("lenient")
@pytest.mark.parametrize(("n", "expected"), [(0, "0 hours"), (1, "one hour"), (2, "2 hours"), (1500, "1.500 hours")])
def test_translate_a_plural_by_n(n: int, expected: str) -> None:
    assert translate(T("one hour", "{n} hours", n=n)) == expected


@pytest.mark.usefixtures("lenient")
def test_translate_what_is_missing_is_said_and_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    words = T("Nobody has translated this: {when:soon} {who}", when=date(2020, 5, 8))
    with caplog.at_level(logging.WARNING):
        assert translate(words) == translate(words) == "Nobody has translated this: divendres 8 de maig "
    assert sorted(record.message.split(" ")[0] for record in caplog.records) == ["a", "no", "no"]


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("words", [T("Nobody has translated this"), T("nor this", "nor these", n=2), lines(T("?!"))])
def test_translate_what_is_missing_is_an_error_if_strict(words: Words) -> None:
    with pytest.raises(UntranslatedError):
        translate(words)


@pytest.mark.usefixtures("strict")
def test_translate_a_list_of_links_without_the_name_of_the_bot_is_an_error_if_strict() -> None:
    with pytest.raises(UntranslatedError, match="name"):
        translate(Listed((StartLink("a"),)))


def test_translate_a_plural_without_a_number_is_refused() -> None:
    with pytest.raises(TypeError, match="n is no number"):
        translate(T("one hour", "{n} hours", n="2"))


@pytest.mark.usefixtures("lenient")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (T("<b>a</b> &amp; {x}", x="<i>&amp;"), "a & <i>&amp;"),
        (Folded("a\nb"), "a\nb"),
        (T('<a href="{x}">here</a>', x=StartLink("t")), "here (https://t.me/xmess_bot?start=t)"),
        (T('<a href="{x}">{x}</a>', x=StartLink("t")), "https://t.me/xmess_bot?start=t"),
        (Listed((PRAT, Council("Salt"))), "el Prat i Salt"),
    ],
)
def test_plain_has_no_markup(words: Words, expected: str) -> None:
    assert plain(words, bot_name="xmess_bot") == expected


@given(st.recursive(st.builds(Verbatim, st.text()) | st.builds(Folded, st.text()), lambda part: st.builds(
    Joined, st.lists(part, max_size=4).map(tuple), st.sampled_from(["\n", "\n\n", " · ", " & "]),
) | st.builds(Listed, st.lists(st.text() | part, max_size=4).map(tuple)), max_leaves=8))  # fmt: skip
def test_translate_and_plain_of_any_text_of_people(words: Words) -> None:
    text = translate(words)
    assert not list(markup_faults(text))
    assert plain(words) == html.unescape(re.sub(r"</?blockquote( expandable)?>", "", text))


@given(st.text())
def test_plain_gives_back_what_a_person_wrote(text: str) -> None:
    assert plain(Verbatim(text)) == plain(Folded(text)) == text


@pytest.mark.parametrize("text", ["{", "{}", "{0}", "{a.b}", "{a!r}", "{a:{b}}", "}", "{a b}"])
def test_parsed_refuses_what_is_no_named_placeholder(text: str) -> None:
    with pytest.raises(ValueError, match=r"placeholder|[Ss]ingle|expected"):
        parsed(text)
