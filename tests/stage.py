"""A mentor with packages, their councils, the commission and the office, as they stand on the 3rd of June."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from tests import packages
from tests.conversation import Conversation, Heard, Somebody, said

MARTI, AINA, POL, NURIA, BERTA = 5001, 1001, 1002, 2001, 3001
NOW = datetime(2020, 6, 3, 9, 30, tzinfo=MADRID)
COUNCILS = {AINA: "l'Alzinar", POL: "el Comellar"}


class Stage:
    """The people, by name. `two`: Martí goes with el Comellar too."""

    def __init__(self, folder: Path, *, two: bool = False, contacts: bool = True, now: datetime = NOW) -> None:
        self.bot = Conversation(folder, now)
        self.bot.seats(NURIA, Role.OFFICE)
        self.bot.seats(BERTA, Role.COMMISSION, "Mataró")
        self.profile = packages.mentor(self.bot, MARTI, "Martí Solanelles", "Puigferrer")
        self.keys = {}
        self.assignments = {}
        for person in (AINA, POL) if two else (AINA,):
            council = COUNCILS[person]
            if contacts:
                self.bot.seats(person, Role.CONTACT, council)
            self.keys[person] = packages.granted(self.bot, council)
            self.assignments[person] = packages.joined(self.bot, self.keys[person], self.profile)
        self.marti = Somebody(self.bot, MARTI, "Martí Solanelles")
        self.aina = Somebody(self.bot, AINA, "Aina Soler")
        self.pol = Somebody(self.bot, POL, "Pol Vidal")
        self.nuria = Somebody(self.bot, NURIA, "Núria Camps")
        self.berta = Somebody(self.bot, BERTA, "Berta Font")

    def close(self) -> None:
        """Frees the database."""
        self.bot.close()

    def says(self, *texts: str) -> str:
        """What the bot says to Martí, who writes."""
        return said(self.marti.says(*texts), MARTI)

    def presses(self, *labels: str) -> str:
        """What the bot says to Martí, who presses."""
        return said(self.marti.presses(*labels), MARTI)

    def tells(self, text: str) -> list[Heard]:
        """Martí tells a session of which everything is known, and saves it."""
        self.marti.says(text)
        return self.marti.presses("Desa")

    def sessions(self) -> list[dict[str, Any]]:
        """The sessions that are stored, in the order in which they were told."""
        return self.bot.rows("select * from session order by at, id")

    def standing(self) -> list[tuple[str, int, str]]:
        """Day, minutes and state of every session."""
        return [(str(one["day"]), one["minutes"], one["state"]) for one in self.sessions()]

    def held(self, person: int = AINA) -> tuple[int, int]:
        """The minutes of a package in the ledger: (reserved, consumed)."""
        rows = self.bot.rows("select kind, minutes from ledger where application = :key", key=self.keys[person])
        sums = {kind: sum(row["minutes"] for row in rows if row["kind"] == kind) for kind in
                ("reserve", "release", "consume", "restore")}  # fmt: skip
        done = sums["consume"] - sums["restore"]
        return sums["reserve"] - sums["release"] - done, done

    def status(self, person: int = AINA) -> str:
        """The state of an application."""
        (row,) = self.bot.rows("select status from application where id = :key", key=self.keys[person])
        return str(row["status"])
