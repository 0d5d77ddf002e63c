import pytest

from locales.extraction import found_in_source
from locales.placeholders import sentence_faults, source_faults


def in_source(call: str) -> list[str]:
    return [fault for found in found_in_source(call, "a.py") for fault in source_faults(found)]


@pytest.mark.parametrize(
    "call",
    [
        'T("a")',
        'T("a {b}", b=1)',
        'T("a {b}", **values)',
        'T("one {n}", "{n} of {m}", n=1, m=2)',
        'T("one hour", "{n} hours", n=1)',
        'T("{{literal}}")',
    ],
)
def test_source_faults_none(call: str) -> None:
    assert in_source(call) == []


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        ("T(text)", "written out"),
        ('T("a {b}")', "no value for b"),
        ('T("a", b=1)', "b is given and not said"),
        ('T("one", "two {m}", n=1)', "no value for m"),
        ('T("one", "two")', "needs its number"),
        ('T("a {b:de}", b=1)', "format belongs in the Catalan"),
        ('T("a {}", b=1)', "malformed"),
        ('T("a {", b=1)', "'{'"),
    ],
)
def test_source_faults_named(call: str, fault: str) -> None:
    assert any(fault in said for said in in_source(call))


def in_sentence(call: str, *catalan: str) -> list[str]:
    found = list(found_in_source(call, "a.py"))
    msgids = [text for text in (found[0].msgid, found[0].plural) if text is not None]
    return list(sentence_faults(msgids, catalan, found))


@pytest.mark.parametrize(
    ("call", "catalan"),
    [
        ('T("{n} of {total}", n=1, total=2)', ["Pregunta {n} {total:de}"]),
        ('T("until {d}", d=d)', ["fins {d:al}"]),
        ('T("until {d}", d=d)', ["Sessió de {d:day}, <b>{d:long}</b>"]),
        ('T("at {council}", council=c)', ["{council}: «{council:Body}» és {council:a} i {council:De}"]),
        (
            'T("one hour for {who}", "{n} hours for {who}", n=n, who=w)',
            ["Una hora per a {who}", "{n} hores per a {who}"],
        ),
        ('T("with {name}", name=n)', ["Amb {name}, a {name}"]),
        ('T("{link}", link=StartLink(t))', ['<a href="{link}">Obre</a>']),
        ('T("{x} {y}", x=Council(c), y=Minutes(3))', ["{x:body-de} · {y:hours}, {y:short}"]),
    ],
)
def test_sentence_faults_none(call: str, catalan: list[str]) -> None:
    assert in_sentence(call, *catalan) == []


@pytest.mark.parametrize(
    ("call", "catalan", "fault"),
    [
        ('T("a {b}", b=1)', ["a"], "does not say {b}"),
        ('T("a {b}", b=1)', ["a {b} {c}"], "says {c}"),
        ('T("one {m}", "{n} {m}", n=1, m=2)', ["un", "{n} {m}"], "does not say {m}"),
        ('T("one {m}", "{n} {m}", n=1, m=2)', ["un {m}", "dos {m}"], "does not say {n}"),
        ('T("{b}", b=b)', ["{b:soon}"], "no kind of value"),
        ('T("{b}", b=b)', ["{b:body} {b:short}"], "no kind of value"),
        ('T("{b}", b=Minutes(1))', ["{b:long}"], "is a duration and has no form long"),
        ('T("{b}", b="x")', ["{b:De}"], "is a text and has no form de"),
        ('T("{b}", b=b)', ["{b"], "expected"),
        ('T("{b}", b=b)', ["{b!r}"], "malformed"),
        ('T("{n} {total}", n=1, total=2)', ["{n} de {total}"], "«de {total}» breaks before a vowel"),
        ('T("{b}", b=b)', ["La sol·licitud d'<b>{b}</b>"], "breaks before a vowel"),
        ('T("{b}", b=b)', ["fins al {b:short}"], "{b:al}"),
        ('T("{b}", b=b)', ["el <b>{b:long}</b>"], "breaks on the 1st"),
        ('T("{council}", council=c)', ["Sessió amb {council}"], "{council:el}"),
        ('T("{council}", council=c)', ["<b>{council}</b> ha confirmat"], "{council:El}"),
        ('T("{council}", council=c)', ["a {council:el}"], "does not contract"),
        ('T("{council}", council=c)', ["de {council:body}"], "does not contract"),
        ('T("{council}", council=c)', ["de {council:de}"], "twice"),
        ('T("{b}", b=b)', ["fins al {b:al}"], "twice"),
        ('T("{b} {council}", b=b, council=c)', ["{b} amb {council}"], "{council:el}"),
    ],
)
def test_sentence_faults_named(call: str, catalan: list[str], fault: str) -> None:
    assert any(fault in said for said in in_sentence(call, *catalan))
