"""An e-mail address as people type it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from email_validator import EmailNotValidError, validate_email

from conversations.forms.outcome import Accepted, Doubtful, Reading, Refused
from conversations.protocol.words import T
from conversations.rules.plain import clean

# Whatever stands around one "@" without a space; brackets, quotes and the end of a sentence are not part of it.
_ADDRESS = re.compile(r"[^\s@<>()\[\]{}\"«»“”;,:|/\\=]*@[^\s@<>()\[\]{}\"«»“”;,:|/\\=?!&]*")
_HEADER = re.compile(
    r"^\s*(?:b?cc|to|from|subject|reply-to|content-type|mime-version)\s*:", re.IGNORECASE | re.MULTILINE
)
_MAILTO = re.compile(r"\bmailto:", re.IGNORECASE)
_TWO_SIGNS = re.compile(r"@\s*@|[^\s@(<:]@[^\s@]*@")
_SPOKEN_AT = re.compile(r"\s*[(\[{<]\s*(?:arrova|arroba|at|a)\s*[)\]}>]\s*|\s+(?:arrova|arroba)\s+", re.IGNORECASE)
_SPOKEN_DOT = re.compile(r"\s*[(\[{]\s*(?:punt|punto|dot)\s*[)\]}]\s*|\s+(?:punt|punto)\s+", re.IGNORECASE)
_SPACED_AT = re.compile(r"(?<=[\w.+-])[ \t]*@[ \t]*(?=[\w])")
_SPACED_DOT = re.compile(
    r"(?<=@)([\w-]+)\s*[.,]\s+([a-z]{2,6})\b|(?<=@)([\w-]+)\s+[.,]\s*([a-z]{2,6})\b", re.IGNORECASE
)
_COMMA_ENDING = re.compile(r"(@[\w-]+(?:\.[\w-]+)*),([a-z]{2,6})\b", re.IGNORECASE)
_DOTTED = re.compile(r"\b[\w+-]+(?:\.[\w+-]+)+\b")
# Endings and providers that a slip turns into something that cannot be an address of somebody here.
_SLIPS = {
    "con": "com", "cmo": "com", "ocm": "com", "comm": "com", "vom": "com", "xom": "com", "cta": "cat", "cay": "cat",
    "catt": "cat", "caat": "cat", "ogr": "org", "rog": "org",
}  # fmt: skip
_PROVIDERS = {
    "gmial": "gmail", "gmai": "gmail", "gmal": "gmail", "gamil": "gmail", "gnail": "gmail", "gmaill": "gmail",
    "hotmal": "hotmail", "hotmial": "hotmail", "hotmil": "hotmail", "hormail": "hotmail", "outlok": "outlook",
    "outloook": "outlook", "yaho": "yahoo", "yahooo": "yahoo",
}  # fmt: skip

_LONGEST_LOCAL = 64  # RFC 5321, 4.5.3.1.1
_LONGEST = 254

_FORM = T("An e-mail address looks like «name@council.cat». Write it in full, please.")
_ENDING = T("This address lacks its ending, such as «.cat». Write it in full, please.")
_TWO = T("There is more than one address. Write only one, please.")


@dataclass(frozen=True, slots=True)
class Email:
    """One address, in small letters; it is taken out of a sentence."""

    def read(self, text: str) -> Reading:
        """The address, a guess to be confirmed, or what is missing in it."""
        typed = unicodedata.normalize("NFKC", clean(text))
        if _HEADER.search(typed):
            return Refused(T("Write only the address, on one line, please."))
        line = " ".join(_MAILTO.sub(" ", typed).split())
        found = _addresses(line)
        whole = [one for one in found if not one.startswith("@") and not one.endswith("@")]
        if len(whole) > 1:
            return Refused(_TWO)
        if _TWO_SIGNS.search(line):
            return Refused(T("This address has «@» twice. Repeat it, please."))
        guess = _guess(line)
        if guess is not None and guess not in found:
            return _asked(guess)
        return _judged(whole[0]) if whole else Refused(_lacking(line, found))


def _guess(line: str) -> str | None:
    """The address that was meant, where it was spelled out, has a space or a comma for a dot; None if none is."""
    mended = _SPOKEN_DOT.sub(".", _SPOKEN_AT.sub("@", line))
    mended = _SPACED_AT.sub("@", mended)
    mended = _COMMA_ENDING.sub(r"\1.\2", mended)
    mended = _SPACED_DOT.sub(lambda match: ".".join(part for part in match.groups() if part), mended)
    if mended == line:
        return None
    found = _addresses(mended)
    return found[0] if len(found) == 1 else None


def _addresses(line: str) -> tuple[str, ...]:
    """Whatever has an "@", without the full stop or the marks around it."""
    return tuple(dict.fromkeys(one.lstrip("'’`*").rstrip(".'’`*_-").lower() for one in _ADDRESS.findall(line)))


def _asked(guess: str) -> Reading:
    address = _normal(guess)
    return Doubtful(address, T("Is it «{address}»?", address=address)) if address else Refused(_why(guess))


def _judged(address: str) -> Reading:
    normal = _normal(address)
    plain = "".join(char for char in unicodedata.normalize("NFKD", address) if not unicodedata.combining(char))
    if plain != address and _normal(plain):
        return Doubtful(plain, T("Addresses have no accents. Is it «{address}»?", address=plain))
    if normal is None:
        return Refused(_why(address))
    local, _, domain = normal.rpartition("@")
    name, _, ending = domain.rpartition(".")
    mended = f"{local}@{_PROVIDERS.get(name, name)}.{_SLIPS.get(ending, ending)}"
    return Accepted(normal) if mended == normal else Doubtful(mended, T("Is it «{address}»?", address=mended))


def _normal(address: str) -> str | None:
    """The address in small letters; None if no mail can be sent to it."""
    local, _, domain = address.rpartition("@")
    if len(local) > _LONGEST_LOCAL or not re.fullmatch(r".+\.(?:[a-z]{2,}|xn--[a-z0-9-]+)", domain):
        return None
    try:
        return validate_email(address, check_deliverability=False, allow_smtputf8=False).normalized.lower()
    except EmailNotValidError:
        return None


def _lacking(line: str, found: tuple[str, ...]) -> T:
    """What there is instead of an address."""
    if any(one.startswith("@") and len(one) > 1 for one in found):
        return T("This address lacks what goes before «@». Write it in full, please.")
    if any(one.endswith("@") and len(one) > 1 for one in found):
        return T("This address lacks what goes after «@», such as «council.cat». Write it in full, please.")
    if _DOTTED.search(line):
        return T("This address lacks the sign «@». Write it in full, please.")
    return _FORM


def _why(address: str) -> T:
    """What is wrong with an address that cannot be."""
    local, _, domain = address.rpartition("@")
    if ".." in address:
        return T("This address has two dots together. Repeat it, please.")
    if "." not in domain or domain.endswith(".") or len(domain.rpartition(".")[2]) < len("ad"):
        return _ENDING
    if len(address) > _LONGEST or len(local) > _LONGEST_LOCAL:
        return T("This address is too long. Repeat it, please.")
    odd = next((char for char in local + domain if not (char.isalnum() or char in ".-_+")), None)
    if odd is not None:
        return T("In this address, «{sign}» cannot be. Repeat it, please.", sign=odd)
    return T("This address cannot be right. Look at it again, please.")
