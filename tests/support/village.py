"""A call in which everybody leaves unmistakable traces by talking: contact, applicant by e-mail, commission, mentor,
office."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from conversations.protocol.assessment import Outcome
from conversations.protocol.changes import MoveApplication
from conversations.protocol.facts import Role, Status
from conversations.rules.deadlines import MADRID
from tests.conversation import ANSWERS, Conversation, Somebody
from tests.support.decided import Commission

CONTACT, OTHER, OFFICE, MEMBER, MENTOR, REST = (
    7_310_045_821,
    1002,
    7_310_045_822,
    7_310_045_823,
    7_310_045_824,
    2002,
)
KEY = "2020-1.inventat-1.1"

PLANTED = {
    "contact": (
        "Xènia Quercús-Nadal",
        "xenia.quercus@alzinar-unica.example",
        "972 61 84 35",
        "972618435",
        "Zebedeu Vilaplanós, zebedeu@alzinar-unica.example",
        "Agenta heliotròpica",
        "xylòfon-42",
        str(CONTACT),
    ),
    "mailed": (
        "Fortunat Grèvol i Xarbet",
        "fortunat.grevol@salt-unic.example",
        "972 55 44 39",
        "Coordinador galvànic",
    ),
    "office": ("Verònica Pelagrí", str(OFFICE)),
    "member": ("Ibet Malagarriga", "cosina política de l'alcaldia", str(MEMBER)),
    "mentor": (
        "Mardoqueu Solanelles",
        "mardoqueu@puig-unic.example",
        "600 11 22 93",
        str(MENTOR),
    ),
}
"""What nobody else is called or says. The names have no other bearer on earth."""


class Village:
    """The dialogue is over: every table of people has something of each of them."""

    def __init__(self, folder: Path) -> None:
        self.bot = Conversation(folder)
        self.office = Somebody(self.bot, OFFICE, "Verònica Pelagrí")
        self.rest = Somebody(self.bot, REST, "Rosa Mir")
        self.contact = Somebody(self.bot, CONTACT, "Xènia Quercús-Nadal")
        self.other = Somebody(self.bot, OTHER, "Marc Ribes")
        self.member = Somebody(self.bot, MEMBER, "Ibet Malagarriga")
        self.mentor = Somebody(self.bot, MENTOR, "Mardoqueu Solanelles")
        for person in (OFFICE, REST):
            self.bot.seats(person, Role.OFFICE)
        self.bot.seats(MEMBER, Role.COMMISSION, "Mataró")
        self._applies()
        self._mails()
        self._assesses()
        self._accompanies()
        self._meets()

    def _applies(self) -> None:
        """The contact applies, is asked something, and asks something; whoever works there too reads it all."""
        contact, other, office = self.contact, self.other, self.office
        other.opens("l'Alzinar")
        contact.starts("no-és-cap-invitació")
        contact.opens("l'Alzinar")
        contact.answers_until(2)
        contact.says(PLANTED["contact"][1])
        for name in ("service", "title", "topics"):
            contact.says(ANSWERS[name])
        contact.says(f"Ho porta Xènia Quercús-Nadal ({PLANTED['contact'][1]}). {ANSWERS['need']}")
        for name in ("transferability", "alignment", "covid", "covid_how", "means", "involvement", "modality"):
            contact.says(ANSWERS[name])
        for label, place in (("Nom i cognoms", 0), ("Telèfon", 2), ("Segon contacte", 4)):
            contact.presses("Afegeix una dada opcional", label)
            contact.says(f"+34 {PLANTED['contact'][place]}" if place == 2 else PLANTED["contact"][place])
        contact.presses("Corregeix una resposta", "1. Càrrec i àrea")
        contact.says(PLANTED["contact"][5])
        contact.sends_application()
        other.presses("Mostra la sol·licitud", "Ho he llegit, continua")
        other.presses("Mostra la sol·licitud")
        contact.says("/ajuda")
        contact.presses("Escriu a l'Oficina Tècnica")
        contact.says(f"Una pregunta {PLANTED['contact'][6]}. Truqueu al 972.61.84.35.")
        office.presses("Respon")
        office.says("Bon dia, Xènia Quercús-Nadal: us trucarà Verònica Pelagrí.")
        office.says("/inici")
        office.presses("Mostra'm les sol·licituds", "001 · l'Alzinar · per comprovar", "Demana la dada que falta")
        office.says("Qui és Xènia Quercús-Nadal?")
        contact.presses("Respon")
        contact.says("Soc jo, Xènia Quercús-Nadal.")
        contact.says("/les_meves_dades")

    def _mails(self) -> None:
        """Another council applies by e-mail, and the office enters it; its contact names the mentor to be."""
        name, email, telephone, position = PLANTED["mailed"]
        self.bot.press_data(OFFICE, self.office.name, "0:mail")
        self.office.says("Salt")
        self.office.presses("Salt")
        self.office.says(
            "avui a les 9.00", name, position, email, "Assessorament", ANSWERS["title"], "agroecologia",
            f"Ho porta Fortunat Grèvol i Xarbet ({email}).", ANSWERS["transferability"], ANSWERS["alignment"], "No",
            ANSWERS["means"], "assemblea", "A distància", telephone,
        )  # fmt: skip
        self.office.presses("Entra-la", "Els accepta", "Ho autoritza")

    def _assesses(self) -> None:
        """The office finds both complete; the commission scores one, saying who, and steps aside from the other."""
        for number, council in (("001", "l'Alzinar"), ("002", "Salt")):
            self.office.says("/inici")
            self.office.presses("Mostra'm les sol·licituds", f"{number} · {council} · per comprovar")
            self.office.presses("Marca-la com a completa")
        self.bot.moves(datetime(2020, 5, 11, 9, 0, tzinfo=MADRID))
        self.bot.speaks_unasked()
        member = self.member
        member.says("/inici")
        member.presses("Comença", "Ho he llegit, continua", "4 Del tot", "4 Del tot", "4 Del tot")
        member.presses("Escriu un comentari")
        member.says("Xènia Quercús-Nadal ho explica molt bé.")
        member.presses("Passa a la següent", "Tinc un conflicte d'interès")
        member.says(PLANTED["member"][1])
        commission = Commission(self.bot)
        commission.decide(
            KEY, "inventat-1", Outcome.GRANTED, "mentoring", by=MEMBER, note="Ho proposa Ibet Malagarriga."
        )
        commission.write(OFFICE, MoveApplication(KEY, Status.ACCEPTED, Status.GRANTED))
        self.bot.does("update decision set told_at = at")

    def _accompanies(self) -> None:
        """The office invites a mentor, saying how to reach them; both sides accept and get each other's contact."""
        name, email, telephone, _ = PLANTED["mentor"]
        office, mentor = self.office, self.mentor
        office.says("/convida")
        office.presses("Mentoria o assessorament")
        office.says("Girona")
        office.presses("Girona")
        office.says(name, "compra responsable")
        office.presses("Sense preferència", "8 hores")
        office.says(telephone)
        shown = next(one.text for one in reversed(self.bot.chats[OFFICE]) if "start=" in one.text)
        found = re.search(r"start=([\w-]+)", shown)
        assert found is not None
        mentor.starts(found[1])
        office.says("/inici")
        office.presses("Mostra les mentories i assessoraments", "001 · l'Alzinar: encara ningú", f"Proposa {name}")
        mentor.presses("Sí, accepto", "Ho he llegit, continua")
        self.contact.presses("Ens va bé")
        mentor.says("/inici")
        mentor.presses("Mostra què ofereixo", "Corregeix el contacte")
        mentor.says(email)

    def _meets(self) -> None:
        """A session is told, naming people, and denied; a date is proposed at somebody's place."""
        self.bot.moves(datetime(2020, 6, 3, 9, 30, tzinfo=MADRID))
        self.mentor.says("Ahir 2h amb l'Alzinar, en línia: clàusules amb Xènia Quercús-Nadal")
        self.mentor.presses("Desa")
        self.contact.presses("No es va fer")
        self.mentor.presses("No hi estic d'acord")
        self.mentor.says("divendres tenim sessió a les 10, presencial a casa Mardoqueu Solanelles")
        self.mentor.presses("Proposa-la")
        self.contact.presses("Em va bé")
        self.office.says("/inici")
        self.office.presses("Convida algú")
