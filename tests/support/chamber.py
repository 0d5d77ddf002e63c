"""A full call that has closed, and three people of the commission around it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from tests.conversation import Conversation, Somebody

MONDAY = datetime(2020, 5, 11, 8, 0, tzinfo=MADRID)
FRIDAY = datetime(2020, 5, 8, 23, 0, tzinfo=MADRID)
NURIA = 2001
PEOPLE = {"berta": (1001, "Berta Mas", "Mataró"), "oriol": (1002, "Oriol Puig", "Manlleu"),
          "nadia": (1003, "Nadia Serra", "Ripollet")}  # fmt: skip


class Chamber:
    """The commission and the office around a full call."""

    def __init__(self, bot: Conversation) -> None:
        self.bot = bot
        self.berta, self.oriol, self.nadia = (Somebody(bot, number, name) for number, name, _ in PEOPLE.values())
        self.nuria = Somebody(bot, NURIA, "Núria Camps")

    def meets(self, *others: Somebody) -> None:
        """Berta opens the meeting, with those who are there."""
        self.berta.says("/inici")
        self.berta.presses("Mostra la reunió", "Comença la reunió")
        if "Comença igualment" in self.bot.labels(self.berta.id):
            self.berta.presses("Comença igualment")
        self.berta.presses(*(one.name for one in others), "Ja hi són")

    def key(self, council: str) -> str:
        """The application of a council."""
        rows = self.bot.rows(
            "select application.id from application join body on body.id = application.body where body.name = :name "
            "and status <> 'withdrawn'",
            name=council,
        )
        return str(rows[0]["id"])

    def decides(self, council: str, *, by: Somebody | None = None) -> str:
        """Opens the decision about a council. Returns what is said."""
        who = by or self.berta
        heard = self.bot.press_data(who.id, who.name, f"0:decide.{self.key(council)}")
        return "\n".join(one.text for one in heard if one.to == who.id)

    def decision(self, council: str) -> dict[str, object]:
        """The decision in force about a council."""
        (row,) = self.bot.rows(
            "select outcome, service, minutes, position, reason, note from decision where application = :key "
            "and replaced_at is null",
            key=self.key(council),
        )
        return row

    def reserved(self, service: str) -> int:
        """The minutes that are reserved in a bag."""
        rows = self.bot.rows("select kind, minutes from ledger where service = :service", service=service)
        return sum(row["minutes"] if row["kind"] == "reserve" else -row["minutes"] for row in rows)


def chamber_in(folder: Path, *, scored: bool, joint: bool = False) -> Chamber:
    """Everybody has a seat and a name; `scored`: everybody has scored everything; `joint`: the way of the call."""
    bot = Conversation(folder, FRIDAY)
    for number, _, council in PEOPLE.values():
        bot.seats(number, Role.COMMISSION, council)
    bot.seats(NURIA, Role.OFFICE)
    bot.fills(NURIA)
    if joint:
        bot.sets('way = "individual"', 'way = "joint"')
    bot.moves(MONDAY)
    bot.does("update person set notice = '2020-04'")
    for number, name, _ in PEOPLE.values():
        bot.does(f"update person set name = '{name}' where id = {number}")
    if scored:
        bot.scores({number: name for number, name, _ in (PEOPLE["oriol"], PEOPLE["nadia"], PEOPLE["berta"])})
    return Chamber(bot)
