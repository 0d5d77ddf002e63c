"""Whether a text says anything: markup, formulas, code and phrases without content, told apart from answers."""

from __future__ import annotations

import re
import unicodedata

from conversations.protocol.words import T
from conversations.rules.plain import vocabulary, words

_SCRIPT = re.compile(r"<(script|style)\b.*?(</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)
_LINK = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
# The same one to three letters over and over: "aaaa", "jajaja", "blablabla".
_STUTTER = re.compile(r"(.{1,3})\1{2,}.?")
_CODE = re.compile(
    r"""
    \A \s* (?:
        = \s* (?: [\d(+-] | \$?[a-z]{1,3}\$?\d )                   # a formula of a spreadsheet: a sum, a cell,
        | [=+@-] \s* [\w.]+ \s* \(                                # a function,
        | [=+@-] [^\n]* \| [^\n]* !                               # another program
        | javascript: | \$\( | `
        | (?: \{\{ .* \}\} | \$\{ .* \} | \{% .* %\} | <% .* %> ) \s* \Z   # a template
        | / \w+ (?: @\w+ )? \s* \Z                                # a command of the bot
    )
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_SQL = re.compile(
    r"""
    \b (?: drop | alter | create | truncate ) \s+ (?: table | database | schema | view ) \b
    | \b union \s+ (?: all \s+ )? select \b
    | \b select \b .+ \b from \b
    | \b insert \s+ into \b
    | \b delete \s+ from \b
    | \b update \s+ \w+ \s+ set \b
    | ['"] \s* (?: or | and ) \s+ ['"]? \w+ ['"]? \s* =
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_MOST_WORDS_OF_CODE = 20

_SMALL = vocabulary("""
    a al als amb aquest aquesta aquestes aquests de del dels el els em en ens es esta estan et fa fas fem hem he hi
    ho i ja la les lo los me mes meu meva molt nos o per pel pels perque que qui res ser sera seria si son su
    tambe te tindra un una uns us va y l d n s t m pas
""")
_IGNORANCE = vocabulary("""
    no se sabeu sabem posar escriure dir sap sabria sabriem saber idea ni encara dubte dubtem dubtes pensar pensarem
    pensant veurem veure ho mirarem decidir decidirem definir concretar determinar pendent pensat endavant despres
    potser depen tinc tenim clar cal sabe sabemos quien ningu lo dire direm sigui fos toca nidea
""")
_HELP = vocabulary("""
    necessitem necessito necessitariem necessitat necessitats ajuda ajudeu ajudar ajudes ajudi ajudin ajut suport
    plau sisplau volem vull voldriem voldria cal caldria falta podeu podrieu socors mentoria assessorament
    assessoria necesitamos necesito ayuda ayudar help please orientacio cop ma mica
""")
_REFERENCE = vocabulary("""
    veure vegeu veieu mireu llegiu resposta respostes anterior anteriors abans mateix mateixa mateixos dit dita
    explicat explicada comentat contestat respost dalt amunt idem igual punt apartat pregunta preguntes document
    documents adjunt adjunta adjunto adjuntem annex com sobre previ previa enllac mismo misma ver respuesta arriba
    dicho copia copieu copiat copiar enganxat enviat enviem diu diuen formulari correu posat escrit escrita
""")
_DEGREE = vocabulary("""
    molt moltissim molta moltes molts forca bastant prou poc poca gens gaire total totalment tot tota alt alta
    altissim baix baixa mitja mitjana gran enorme important importants importantissim bo bona positiu positiva si no
    clar ok okay vale acord perfecte perfecta perfectament completament plenament absolutament genial be correcte
    impacte cent segur segurament evident evidentment descomptat mucho muy alto maxim maxima minim nivell grau punts
    puntuacio cap res nada aplica suficient normal aixo exactament especialment super top
""")
_NO_CONTENT = vocabulary("""
    undefined null none nan test testing prova provant hola adeu gracies asdf asdfg asdfgh qwerty lorem ipsum bla xd
    aa
""")
_EMPTY = _SMALL | _IGNORANCE | _HELP | _REFERENCE | _DEGREE | _NO_CONTENT

MORE_DETAIL = T("Tell it with a little more detail, please: one or two sentences are enough.")
IN_FULL_HERE = T("Each answer is read on its own: write it in full here, even if it repeats something.")
ASK_FOR_HELP = T("One or two sentences are enough. If you get stuck, you can ask for help.")


def too_long(text: str, most: int) -> T | None:
    """Why a text cannot be kept if it has more than `most` characters: it is never cut."""
    if len(text) <= most:
        return None
    return T(
        "It has {count} characters and the maximum is {max}. Shorten it and send it again, please.",
        count=len(text),
        max=most,
    )


def without_markup(text: str) -> str:
    """The text without HTML tags, and without what a script or style would do."""
    return _TAG.sub(" ", _SCRIPT.sub(" ", text))


def without_symbols(text: str) -> str:
    """The text without emoji, dingbats and their joiners."""
    kept = (" " if unicodedata.category(char) in {"So", "Sk", "Cn", "Co"} else char for char in text)
    return " ".join("".join(kept).replace("\ufe0f", "").replace("\u20e3", "").replace("\u200d", "").split())


def letters(text: str) -> str:
    """Only the letters."""
    return "".join(char for char in text if char.isalpha())


def is_code(text: str) -> bool:
    """Whether the text is a formula, a query, a template or a command instead of an answer."""
    return bool(_CODE.match(text)) or (bool(_SQL.search(text)) and len(words(text)) <= _MOST_WORDS_OF_CODE)


def vague(text: str) -> T | None:
    """The gentle question for a text whose words say nothing by themselves ("no ho sé", "molt", "com abans")."""
    said = words(_LINK.sub(" ", without_symbols(without_markup(text))))
    content = [word for word in said if len(letters(word)) > 1 or not word.isascii()]
    if not letters(text):
        return MORE_DETAIL
    if not content or _STUTTER.fullmatch("".join(content)):
        return IN_FULL_HERE if _LINK.search(text) else MORE_DETAIL
    if not _EMPTY.issuperset(content):
        return None
    marks = set(content) - _SMALL
    if marks & (_REFERENCE - _IGNORANCE - _HELP):
        return IN_FULL_HERE
    if marks & (_HELP | _IGNORANCE) - _DEGREE:
        return ASK_FOR_HELP
    return MORE_DETAIL
