"""How the Catalan must be written: no calques, one treatment, one typography, markup that Telegram takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_CALQUES: Final = {
    r"complimenta\w*": "emplenar",
    r"a nivell (de|d')": "a, en l'àmbit de",
    r"en base a": "d'acord amb",
    r"degut a|degut als|deguda a": "a causa de",
    r"(busc|busqu)\w+ (?!per |sobre |entre )\w+([aei]r|re)": "voler",
    r"pols(a|eu|i|in|ar|ant|eu-\w+|a-\w+)": "tocar el botó",
    r"(clic|cliqu)\w*": "tocar el botó",
    r"tindre que|tenir que|t[eé]n(s|iu|en)? que|hi ha que": "haver de",
    r"borrador\w*": "esborrany",
    r"subsana\w*": "esmena, «ens falta una dada»",
    r"desestima\w*": "no concedida",
    r"notific(a|ar|at|ats|ada|ades|arem|ant)|notifiqu\w+": "avisar, informar: el bot comunica",
    r"(mentor|tutor)itza\w*": "el municipi que rep la mentoria",
    r"usuari\w*": "contacte, municipi",
    r"recusaci\w*": "abstenció per conflicte d'interès",
    r"retorns?": "pregunta i resposta",
    r"saldos?": "bossa d'hores, hores que queden",
    r"digests?": "resum",
    r"justificants?": "confirmació de recepció",
    r"requeriments?": "«ens falta una dada»",
    r"caducad(a|es)": "acabada sense completar les hores",
    r"replica\w*": "aprofitar, adaptar",
    r"mode orientatiu": "a títol orientatiu",
    r"(dels?|de la|de les) mateix(a|os|es)?(?=[.,;:)]|$)": "el seu, la seva",
    r"adjunt(em|o|ar-vos)": "us enviem",
    r"FAQs?": "preguntes freqüents",
    r"mentoring|coaching|workshop\w*|feedback|online|on-line|email|e-mail|mail": "paraula catalana",
    r"recolza\w*": "donar suport",
    r"tamanys?": "mida",
    r"inclús": "fins i tot",
    r"al respecte": "sobre això",
    r"en quant a": "pel que fa a",
    r"per lo tant": "per tant",
    r"lo (que|més|millor|mateix)": "el que, el més",
    r"algo|bueno|vale|entonces|a mida que": "català",
    r"a l'hora (que|de) \w+[aei]r-se": "quan",
    r"port(ar|a|eu|arà|en) a terme": "dur a terme",
    r"varis|vàries": "diversos, més d'un",
    r"invàlid\w*": "dir què falta i com ha de ser",
    r"atenció!+|ep!+": "sense ensurts",
}  # fmt: skip

_TREATMENT: Final = {
    r"vostès?": "vós",
    r"(?<!la )benvingu(t|da|ts|des)": "us donem la benvinguda",
    r"(esteu|sou|quedeu) \w+([aiu](t|ts|da|des)|gur(a|s|es)?)": "sense gènere: «s'ha desat», «voleu…?»",
    r"tu|et|t'\w+|te'n|te'l|te la|ets|tens|tindràs|vols|pots|podràs|has|hauràs|fas|faràs|saps|vas a|estàs|"
    r"seràs|rebràs|necessites|teu|teva|teus|teves": "vós",
    r"vós mateix": "vós, sense «mateix»",
}  # fmt: skip

_SPELLING_2016: Final = {
    "sóc": "soc", "adéu": "adeu", "adéus": "adeus", "adéu-siau": "adeu-siau", "dóna": "dona", "dónes": "dones",
    "dóna'm": "dona'm", "vénen": "venen", "véns": "vens", "fóra": "fora", "fóres": "fores", "nét": "net",
    "néta": "neta", "néts": "nets", "féu": "feu", "ós": "os", "móra": "mora", "sèu": "seu", "vés-hi": "ves-hi",
}  # fmt: skip

_ACRONYMS: Final = frozenset({
    "ESS", "XMESS", "PDF", "FAQ", "QR", "CSV", "ODS", "XLSX", "ICS", "NIF", "CIF", "DNI", "RGPD", "TIC", "UTC", "INE",
    "ID", "SMS", "TOML", "ZIP", "UE", "II", "III",
})  # fmt: skip

_TAGS: Final = frozenset({"b", "strong", "i", "em", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"})
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][\w-]*)([^<>]*)>")
_ATTRIBUTES: Final = {"a": re.compile(r' href="[^"<>]+"'), "blockquote": re.compile(r"( expandable)?")}

_TYPOGRAPHY: Final = {
    r"\.\.\.": "three points are one …",
    r"  ": "two spaces",
    r"(^|(?<=\n)) | (?=\n|$)": "a space at the edge of a line",
    r"\s[,.;:!?](?!\w)": "a space before a sign",
    r"’|‘|´|`": "the apostrophe is the straight one",
    r"[\"“”„]": "quotes are « »",
    r"« | »": "no space inside « »",
    r"l[.•‧∙⋅]l|ŀ|l-l(?!l|ong\})": "the l·l is written with U+00B7",
    r"\d{1,2}:\d{2}": "a time is 10.42 h",
    r"(\d|\})(h|min|%|€)(?!\w)": "a space between number and unit",
    r"\d\.\d(?!\d\d)(?!\d? h\b)": "the decimal sign is a comma",
    r"[!?]{2}": "one sign is enough",
    r"[^\W\d]/[^\W\d]|\((a|es|s|na|da)\)": "no slashes",
}  # fmt: skip

_NOT_PROSE: Final = re.compile(r"(https?://|t\.me/|www\.)\S+|(?<![\w/])/[a-z_]+|\S+@\S+")
_EMOJI: Final = re.compile("[\U0001f000-\U0001faff\u2600-\u2712\u2714-\u27bf\u2b00-\u2bff\ufe0f]")


def sentence_faults(text: str) -> Iterator[str]:
    """What is wrong with one Catalan sentence or paragraph of the catalogue, markup included."""
    yield from markup_faults(text)
    yield from prose_faults(re.sub(r"<[^<>]*>", "", text))


def prose_faults(text: str) -> Iterator[str]:
    """What is wrong with Catalan text without markup: the words of a call, too."""
    said = _NOT_PROSE.sub("…", text)
    for pattern, better in (_CALQUES | _TREATMENT).items():
        if found := re.search(rf"(?<![\w{{]|-)({pattern})(?![\w}}])", said, re.IGNORECASE):
            yield f"«{found[0]}»: {better}"
    for pattern, rule in _TYPOGRAPHY.items():
        if found := re.search(pattern, said):
            yield f"«{_around(said, found)}»: {rule}"
    words = re.findall(r"[^\W\d_]+(?:[·'-][^\W\d_]+)*", re.sub(r"\{[^{}]*\}", " ", said))
    for word in words:
        if word.lower() in _SPELLING_2016:
            yield f"«{word}»: {_SPELLING_2016[word.lower()]} (2016)"
        if len(word) > 1 and word.isupper() and word not in _ACRONYMS:
            yield f"«{word}»: no words in capitals"
    if found := re.search(r"COVID|(?<=[\w,;:] )Covid|covid(?!-19)", said):
        yield f"«{found[0]}»: covid-19"
    if len(_EMOJI.findall(said)) > 1 or (has_emoji(said) and not words):
        yield "one emoji at most, never alone"


def markup_faults(text: str) -> Iterator[str]:
    """Tags that Telegram does not take or that do not close, and signs that are no tag and no entity."""
    still_open: list[str] = []
    for closing, tag, attributes in _TAG.findall(text):
        if tag not in _TAGS:
            yield f"<{tag}> is no tag of Telegram"
        elif not closing:
            still_open.append(tag)
            if not _ATTRIBUTES.get(tag, re.compile("")).fullmatch(attributes):
                yield f"<{tag}{attributes}> has attributes that Telegram does not take"
        elif not still_open or still_open.pop() != tag:
            yield f"</{tag}> closes nothing"
    yield from (f"<{tag}> is not closed" for tag in still_open)
    rest = _TAG.sub("", text)
    if found := re.search(r"[<>]|&(?!(amp|lt|gt|quot);)", rest):
        yield f"«{found[0]}» is written as an entity"


def has_emoji(text: str) -> bool:
    """Whether the text has an emoji; the ✓ of a chosen button is a sign and not one."""
    return _EMOJI.search(text) is not None


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 8) : found.end() + 8].replace("\n", "⏎")
