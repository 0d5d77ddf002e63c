"""Dialogues written down as people read them: the lines of the people are played, those of the bot are compared.

A header (title, day and hour, perhaps «mode mínim», one line for each person and what that person is), then the
dialogue. What somebody does begins with the name («Aina: hola», «Aina: [Comença]», «Aina edita «tres»: quatre»,
«Aina: *(àudio)*»), what the bot says with «Bot», and a line between dashes moves the clock. The lines of a long message
are indented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot import planting
from conversations.intake.opening import NOTICE
from conversations.protocol.assessment import Outcome
from conversations.protocol.changes import ReadNotice
from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from tests import packages
from tests.conversation import GROUP, Conversation, Heard, Somebody
from tests.support import april
from tests.support.decided import Commission

YEAR = 2020
OFFICE = 2001
MONTHS = ("gener", "febrer", "març", "abril", "maig", "juny", "juliol", "agost", "setembre")
WEEKDAYS = ("dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte", "diumenge")
KINDS = {
    "àudio": "voice",
    "música": "audio",
    "foto": "photo",
    "vídeo": "video",
    "vídeo rodó": "video_note",
    "animació": "animation",
    "fitxer": "document",
    "adhesiu": "sticker",
    "ubicació": "location",
    "lloc": "venue",
    "targeta de contacte": "contact",
    "enquesta": "poll",
    "dau": "dice",
    "història": "story",
}
MARGIN = "    "

_WHEN = re.compile(r"(\w+) (\d+) (?:de |d')(\w+)(?: de 2020)?, (\d+)\.(\d\d)(?:\.(\d\d))? h")
_EDITS = re.compile(r"(\w+) edita «(.+?)»: (.+)", re.DOTALL)
_DOES = re.compile(r"(\w+)( \(al grup\))?: (.+)", re.DOTALL)


_SCORED = re.compile(r"— Valoren totes les sol·licituds: (.+)\. —")
_DECIDED = re.compile(
    r"([^,;]+), (concedida|llista d'espera|passa a la pròxima|no concedida)"
    r"(?: \((mentoria|assessorament)\))?(?:, lloc (\d+))?(?: \(«(.+?)»\))?"
)
_OUTCOMES = {
    "concedida": Outcome.GRANTED,
    "llista d'espera": Outcome.WAITING_LIST,
    "passa a la pròxima": Outcome.DEFERRED,
    "no concedida": Outcome.REFUSED,
}
_SERVICES = {"mentoria": "mentoring", "assessorament": "advice"}
_MENTOR = re.compile(r"(?:mentora? (?:de |d'|d(?=el ))(.+?)|assessora?)(?:, amb (.+))?")
_PACKAGE = re.compile(r"amb (\d+) hores (?:de mentoria|d'(assessorament))")
_JOINS = re.compile(r"— (.+) és contacte (?:de |d')(.+) des d'avui\. —")
_OPENS = re.compile(r"— S'obre la convocatòria de (\w+), fins al (\d+) de (\w+)\. —")


class TranscriptError(Exception):
    """A transcript cannot be played; the message says which line and why."""


@dataclass
class Transcript:
    """A dialogue as it was written and as it went."""

    title: str
    written: str
    played: str
    bot: Conversation


def moment(words: str) -> datetime:
    """The instant that a line names, its weekday checked."""
    found = _WHEN.search(words)
    if found is None:
        raise TranscriptError(f"no day and hour in «{words}»")
    weekday, day, month, hour, minute, second = found.groups()
    at = datetime(YEAR, MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second or 0), tzinfo=MADRID)
    if WEEKDAYS[at.weekday()] != weekday:
        raise TranscriptError(f"«{words}» is a {WEEKDAYS[at.weekday()]}")
    return at


def play(file: Path, folder: Path) -> Transcript:
    """Plays a transcript against the bot."""
    written = file.read_text(encoding="utf-8")
    header, *blocks = _blocks(written)
    title, when, *people = header
    stage = _Stage(Conversation(folder, moment(when), minimal=when.endswith("mode mínim")))
    for line in people:
        stage.enters(line)
    out = ["\n".join(header)]
    for block in blocks:
        if not block[0].startswith("Bot"):
            out += stage.plays(block)
    return Transcript(title, written, "\n\n".join(out) + "\n", stage.conversation)


def _blocks(text: str) -> Iterator[list[str]]:
    """The header, then one block for each thing done or said; indented and empty lines belong to what is above."""
    header, _, rest = text.partition("\n\n")
    yield header.split("\n")
    block: list[str] = []
    for line in rest.split("\n"):
        if line and not line.startswith(MARGIN):
            if block:
                yield block
            block = []
        block.append(line.removeprefix(MARGIN))
    if block:
        yield ["\n".join(block).rstrip("\n")] if not block[0] else block


class _Stage:
    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation
        self.people: dict[str, Somebody] = {}
        self.links: dict[str, str] = {}
        self.members: set[int] = set()
        self.commission = Commission(conversation)

    def enters(self, line: str) -> None:
        """A person of the header: «Aina Soler · contacte de l'Alzinar, amb invitació»."""
        name, _, what = line.partition(" · ")
        number = 1001 + len(self.people)
        somebody = self.people[name.split()[0]] = Somebody(self.conversation, number, name)
        if found := _MENTOR.fullmatch(what):
            self.goes_with(number, name, found[1], found[2].split(" i amb ") if found[2] else [])
            return
        role, _, how = what.partition(", ")
        for part in role.split(" i "):
            if part == "Oficina Tècnica":
                self.conversation.seats(number, Role.OFFICE)
            elif part.startswith("Comissió Tècnica"):
                council = re.sub(r"^(de |d')", "", part.removeprefix("Comissió Tècnica").strip())
                self.conversation.seats(number, Role.COMMISSION, council or "Mataró")
                self.members.add(number)
            elif part.startswith(("contacte ", "de ", "d'", "del ")):
                council = re.sub(r"^(de |d')", "", part.removeprefix("contacte "))
                if how == "amb invitació":
                    self.links[name.split()[0]] = self.conversation.invites(Role.CONTACT, council)
                else:
                    self.conversation.seats(number, Role.CONTACT, council)
                if found := _PACKAGE.fullmatch(how):
                    packages.asked(self.conversation, number, name, council, "advice" if found[2] else "mentoring")
            elif part != "sense invitació":
                raise TranscriptError(f"«{line}»: who is this?")
        if how == "amb invitació" or not how or _PACKAGE.fullmatch(how):
            return
        if not how.endswith(" completa"):
            somebody.starts()
        if found := re.fullmatch(r"a la pregunta (\d+)", how):
            somebody.answers_until(int(found[1]))
        elif how in ("amb tot respost", "amb la sol·licitud enviada"):
            somebody.answers_until(13)
            if how.endswith("enviada"):
                somebody.sends_application()
        elif found := re.fullmatch(r"amb la petició (?:de |d')(mentoria|assessorament) completa", how):
            council = re.sub(r"^contacte (de |d')", "", role)
            place = len(self.commission.councils) + 1
            self.commission.applies(place, number, name, council, _SERVICES[found[1]], seated=True)
        else:
            raise TranscriptError(f"«{line}»: {how}?")

    def decides(self, what: str) -> list[Heard]:
        """What the commission decides in silence, council by council; «(«…»)» is the reason."""
        members = [one for one in self.people.values() if one.id in self.members]
        for member in members:
            self.commission.write(member.id, ReadNotice(NOTICE, member.name))
        for council, outcome, service, place, reason in _DECIDED.findall(what):
            self.commission.decides(
                council.strip(),
                _OUTCOMES[outcome],
                _SERVICES.get(service),
                by=members[0].id,
                position=int(place) if place else None,
                reason=reason,
            )
        return []

    def goes_with(self, number: int, name: str, own: str | None, councils: list[str]) -> None:
        """«mentora de Puigferrer, amb l'Alzinar (4 hores)»: each council has a package and both sides have said yes."""
        profile = packages.mentor(self.conversation, number, name, own)
        for one in councils:
            council, _, length = one.removesuffix(" hores)").partition(" (")
            service = "mentoring" if own else "advice"
            key = packages.granted(self.conversation, council, service, int(length or 4) * 60)
            packages.joined(self.conversation, key, profile)

    def plays(self, block: list[str]) -> list[str]:
        """One thing that somebody does or the clock, and what the bot says to it."""
        done = "\n".join(block).strip()
        shown = _indented(done)
        if done.startswith("—"):
            return [shown, *_bot(self.narrates(done), 0, self._names(), silent_is_fine=True)]
        if edits := _EDITS.fullmatch(done):
            who = self._of(edits[1])
            return [shown, *_bot(who.edits(edits[2], edits[3]), who.id, self._names())]
        does = _DOES.fullmatch(done)
        if does is None:
            raise TranscriptError(f"«{done}»: nobody does this")
        who = self._of(does[1])
        asleep = self.conversation.asleep
        heard = self.acts_in_group(who, does[3]) if does[2] else self.acts(who, does[3])
        return [shown, *_bot(heard, GROUP if does[2] else who.id, self._names(), silent_is_fine=asleep)]

    def narrates(self, line: str) -> list[Heard]:
        """The clock, and the bot that falls and rises."""
        if line == "— El bot s'atura. —":
            self.conversation.falls()
            return []
        if opens := _OPENS.fullmatch(line):
            self.conversation.opens(
                f"{opens[1]}-{YEAR}", f"{YEAR}-{MONTHS.index(opens[3]) + 1:02d}-{int(opens[2]):02d}"
            )
            return self.conversation.speaks_unasked()
        if joins := _JOINS.fullmatch(line):
            name, council = joins.groups()
            self.people[name.split()[0]] = Somebody(self.conversation, 1001 + len(self.people), name)
            self.conversation.seats(1000 + len(self.people), Role.CONTACT, council)
            return []
        if line == "— S'omple la convocatòria amb les dades de demostració. —":
            self.conversation.fills(OFFICE)
            for one in planting.contacts():
                self.people.setdefault(one.name.split()[0], Somebody(self.conversation, one.number, one.name))
            return []
        if line == "— La Comissió pren les tretze decisions de la reunió. —":
            numbers = {row["number"]: row for row in self.conversation.rows("select id, number, body from application")}
            for decision in april.DECISIONS:
                row = numbers[next(one.number for one in april.CANDIDATES if one.application == decision.application)]
                self.commission.decide(
                    row["id"],
                    row["body"],
                    decision.outcome,
                    decision.service,
                    by=min(self.members),
                    position=decision.position,
                    reason=decision.reason,
                    note=decision.note,
                )
            return []
        if line.startswith("— La Comissió decideix: "):
            return self.decides(line.removeprefix("— La Comissió decideix: ").removesuffix(". —"))
        if line == "— La convocatòria es valora de comú acord, a la reunió. —":
            self.conversation.sets('way = "individual"', 'way = "joint"')
            return []
        if line == "— La convocatòria preveu resums per a grups. —":
            self.conversation.sets("group = false", "group = true")
            return []
        if scored := _SCORED.fullmatch(line):
            scorers = [self._of(name) for name in re.split(r", | i ", scored[1])]
            self.conversation.scores({one.id: one.name for one in scorers})
            return []
        self.conversation.moves(moment(line))
        heard = self.conversation.rises() if line.startswith("— El bot torna a funcionar") else []
        return [*heard, *self.conversation.speaks_unasked()]

    def acts_in_group(self, who: Somebody, what: str) -> list[Heard]:
        """A command, or the bot comes or goes."""
        if what == "*(hi afegeix el bot)*":
            return self.conversation.in_group(who.id, who.name, "inici", message=0)
        if what == "*(en treu el bot)*":
            return self.conversation.removes_from_group(who.id, who.name)
        return self.conversation.in_group(who.id, who.name, what[1:])

    def acts(self, who: Somebody, what: str) -> list[Heard]:
        """A text, a button or something in brackets."""
        if found := re.fullmatch(r"\[([^\]]+)\](?: \*\((.+)\)\*)?", what):
            label, how = found.groups()
            if how == "dues vegades":
                data, message = self.conversation.button(who.id, label)
                twice = (self.conversation.press_data(who.id, who.name, data, message) for _ in range(2))
                return [one for heard in twice for one in heard]
            return who.presses(label, old=how == "un botó d'abans")
        if found := re.fullmatch(r"\*\((.+)\)\*(?: (.+))?", what):
            return self.stages(who, found[1], found[2] or "")
        return who.says(what)

    def stages(self, who: Somebody, what: str, caption: str) -> list[Heard]:
        """What is neither a text nor a button."""
        if what in KINDS:
            return who.sends(KINDS[what], caption=caption)
        if found := re.fullmatch(r"àlbum de (\d+) fotos", what):
            return [one for _ in range(int(found[1])) for one in who.sends("photo", album="album-1")]
        if found := re.fullmatch(r"text de ([\d.]+) caràcters", what):
            return who.says(_text_of(int(found[1].replace(".", ""))))
        if found := re.fullmatch(r"botó fals (\w+):(.+)", what):
            turn = str(self.conversation.state(who.id).turn) if found[1] == "ara" else found[1]
            return self.conversation.press_data(who.id, who.name, f"{turn}:{found[2]}")
        if what == "obre l'enllaç":
            return who.starts(self.links[who.name.split()[0]])
        if found := re.fullmatch(r"obre l'enllaç (?:de |d')(\w+)", what):
            return who.starts(self._link_of(found[1]))
        if what == "obre un enllaç inventat":
            return who.starts("inventat")
        if what in ("atura el bot", "torna a obrir el bot"):
            return self.conversation.stops(who.id, who.name, back=what != "atura el bot")
        raise TranscriptError(f"«{what}»: what is this?")

    def _link_of(self, name: str) -> str:
        if name in self.links:
            return self.links[name]
        texts = (message.text for message in reversed(self.conversation.chats[self._of(name).id]))
        return next(found[1] for text in texts if (found := re.search(r"start=([\w-]+)", text)))

    def _of(self, name: str) -> Somebody:
        if name not in self.people:
            raise TranscriptError(f"«{name}» is not in the header")
        return self.people[name]

    def _names(self) -> dict[int, str]:
        return {somebody.id: name for name, somebody in self.people.items()}


def _bot(heard: Iterable[Heard], to: int, names: dict[int, str], *, silent_is_fine: bool = False) -> list[str]:
    out = []
    for one in heard:
        aside = [] if one.to == to or one.to not in names else [f"a {names[one.to]}"]
        aside += ["al grup"] if one.to == GROUP != to else []
        aside += ["sense so"] if one.silent else []
        who = f"Bot ({', '.join(aside)})" if aside else "Bot"
        out.append(_indented(f"{who}: {_said(one)}"))
    return out or ([] if silent_is_fine else ["Bot: *(no diu res)*"])


def _said(one: Heard) -> str:
    if one.menu:
        *most, last = one.menu
        return f"*(el menú ofereix {', '.join(f'/{command}' for command in most)} i /{last})*"
    lines = [] if one.only_buttons else [re.sub(r"start=[\w-]+", "start=…", one.text)] if one.text else []
    if one.message.document and not one.edited:
        kind = "imatge" if one.message.document.endswith(".png") else "document"
        lines.append(f"*({kind})* {one.message.document}")
    lines += [" ".join(f"[{label}]" for label, _ in row) for row in one.message.buttons]
    if one.only_buttons and not one.message.buttons:
        lines.append("*(els botons desapareixen)*")
    return ("✎ " if one.edited else "") + "\n".join(lines)


def _indented(text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([first, *(f"{MARGIN}{line}" if line else "" for line in rest)])


def _text_of(length: int) -> str:
    text = "Necessitem suport per comprar a cooperatives sense allargar els tràmits. "
    return (text * (length // len(text) + 1))[: length - 1] + "."
