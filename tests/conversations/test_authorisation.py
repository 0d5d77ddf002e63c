"""Every role and every button: whoever may not do a thing changes nothing, tells nobody and reads nothing of it.

Made from the table of actions (`conversations/rules/roles.py`). Every standing button and every dialogue that the code
knows has a line here: a new one without a line fails, and so does an action that is taken somewhere and has none.
What is pressed is answered by the router itself and never written, so that all of it meets the same town.
"""

from __future__ import annotations

import ast
import re
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from conversations import groups, needs, router
from conversations.commission import door
from conversations.decisions import doors
from conversations.intake.opening import NOTICE
from conversations.keeping import door as keeping
from conversations.mailbox import door as post
from conversations.mentoring import door as joining
from conversations.protocol import mailed, scenes
from conversations.protocol.assessment import EntryKind, LedgerEntry, Outcome, Proceedings
from conversations.protocol.changes import (
    AskAccess,
    AskDispatch,
    AskHelp,
    AskLate,
    BeginMeeting,
    RequestData,
    StartApplication,
)
from conversations.protocol.facts import Membership, Person, Role, Seat
from conversations.protocol.incoming import Command, Incoming, Press, Text
from conversations.protocol.mentored import AcceptAssignment, AddMentor, AssignMentor, LogSession, MoveDate, ProposeDate
from conversations.protocol.mentoring import AppointmentState, Side
from conversations.protocol.replies import Say
from conversations.protocol.scenes import DialogueState, Scene
from conversations.protocol.wants import AnyWant, Facts
from conversations.rules.roles import Action, may
from locales import plain
from storage import changes, snapshots
from storage.snapshots import Asked
from tests.conversation import Conversation, house
from tests.support.decided import MEETING, Commission

ROOT = Path(__file__).parents[2]
OTHER = 4001
SALT, ARBUCIES, CARDEDEU = "171557", "170097", "080462"
TOLD = f"2020-1.{SALT}.1"  # granted, and its council knows
HELD = f"2020-1.{SALT}.2"  # decided in silence: its message is held and somebody asks to send it
RUNS = f"2020-1.{SALT}.3"  # under way, with a session that waits for a yes
ADMITTED = f"2020-1.{SALT}.4"
NEW = f"2020-1.{SALT}.5"
LATE = f"2020-1.{SALT}.6"
ACCEPTED = f"2020-1.{SALT}.7"  # confirmed, and nobody goes with it yet
PROPOSED = f"2020-1.{SALT}.8"  # confirmed, and somebody is proposed
WAITS = f"2020-1.{CARDEDEU}.1"
REFUSALS = (
    "Aquest botó és d'un missatge anterior",
    "Toqueu un dels botons",
    "Ja no actueu per aquest ajuntament",
    "Ja no sou contacte de Salt",
    "Ja no podeu resoldre sessions",
    "No podeu respondre per la Comissió Tècnica",
    "Això només ho pot fer qui anota els acords",
    "és membre de la XMESS",
    "Abans de començar: què es fa de les vostres dades",
    "No s'ha enviat dues vegades",
    "Mentrestant algú del vostre ajuntament ja ho ha respost",
)
"""How the bot says no, or begins with somebody whom it does not know: nothing of the matter is in it."""


@dataclass(frozen=True)
class Rule:
    """What a button or a dialogue does: the action, and the body that it concerns; without an action anybody may."""

    action: Action | None
    body: str | None = None
    package: bool = False


def of(action: Action, body: str | None = None) -> Rule:
    return Rule(action, body)


def package(action: Action) -> Rule:
    return Rule(action, SALT, package=True)


ANYBODY = Rule(None)
COUNCIL = of(Action.APPLY, SALT)

BUTTONS: Mapping[str, tuple[str, Rule]] = {
    # the button with what it names, and what it does
    "grant": ("grant.900", of(Action.DECIDE_ACCESS)),
    "refuse": ("refuse.900", of(Action.DECIDE_ACCESS)),
    "reply": ("reply.901", of(Action.ANSWER_HELP)),
    "handover": (f"handover.{SALT}", of(Action.HAND_OVER)),
    "invite": ("invite", of(Action.INVITE)),
    "extend": ("extend", of(Action.EXTEND_CALL)),
    "desk": ("desk", of(Action.REVIEW)),
    "forecast": ("forecast", of(Action.SEE_FORECAST)),
    "sheet": (f"sheet.{NEW}", of(Action.REVIEW)),
    "sheetpdf": (f"sheetpdf.{NEW}", of(Action.REVIEW)),
    "complete": (f"complete.{NEW}", of(Action.REVIEW)),
    "lack": (f"lack.{NEW}", of(Action.REVIEW)),
    "reject": (f"reject.{NEW}", of(Action.REVIEW)),
    "admitlate": (f"admitlate.{LATE}", of(Action.REVIEW)),
    "leavelate": (f"leavelate.{LATE}", of(Action.REVIEW)),
    "data": ("data.902", COUNCIL),
    "start": (f"start.{SALT}", COUNCIL),
    "go": (f"go.{SALT}", COUNCIL),
    "show": (f"show.{SALT}", COUNCIL),
    "pdf": (f"pdf.{SALT}", COUNCIL),
    "pick": (f"pick.{SALT}", COUNCIL),
    "withdraw": (f"withdraw.{SALT}", COUNCIL),
    "resubmit": (f"resubmit.{SALT}", COUNCIL),
    "fix": (f"fix.{SALT}.title", COUNCIL),
    "notnow": (f"notnow.{SALT}", COUNCIL),
    **dict.fromkeys(("mute", "unmute", "help", "mydata", "erase", "home", "several", "search", "tell"), ("", ANYBODY)),
    "assess": ("assess", of(Action.ASSESS)),
    "room": ("room", of(Action.MEET)),
    "sheets": ("sheets", of(Action.ASSESS)),
    "aside": (f"aside.{ADMITTED}", of(Action.ASSESS)),
    "meet": ("meet.now", of(Action.MEET)),
    "who": ("who", of(Action.MEET)),
    "turn": ("turn", of(Action.DECIDE)),
    "more": ("more", of(Action.MEET)),
    "end": ("end.now", of(Action.MEET)),
    "order": ("order.advice", of(Action.MEET)),
    "accept": ("accept.advice", of(Action.DECIDE)),
    "arrange": ("arrange.advice", of(Action.DECIDE)),
    "diverse": ("diverse.advice", of(Action.MEET)),
    "decide": (f"decide.{ADMITTED}", of(Action.MEET)),
    "decided": ("decided", of(Action.MEET)),
    "criterion": ("criterion", of(Action.DECIDE)),
    "agree": ("agree", of(Action.DECIDE)),
    "minutes": ("minutes", of(Action.MEET)),
    "outbox": ("outbox.2020-1", of(Action.READ_LETTERS)),
    "letters": ("letters.2020-1", of(Action.READ_LETTERS)),
    "letter": ("letter.2020-1.{held}", of(Action.READ_LETTERS)),
    "lettersdoc": ("lettersdoc.2020-1", of(Action.READ_LETTERS)),
    "retext": ("retext.2020-1.{held}", of(Action.READ_LETTERS)),
    "restore": ("restore.2020-1.{held}", of(Action.READ_LETTERS)),
    "notyet": ("notyet.2020-1", of(Action.READ_LETTERS)),
    "sendall": ("sendall.2020-1", of(Action.SEND_DECISIONS)),
    "confirmsend": ("confirmsend.2020-1.903", of(Action.SEND_DECISIONS)),
    "stopsend": ("stopsend.2020-1.903", of(Action.SEND_DECISIONS)),
    "sendagain": ("sendagain.2020-1.903", of(Action.SEND_DECISIONS)),
    "arrivals": ("arrivals.2020-1", of(Action.SEND_DECISIONS)),
    "phone": ("phone.2020-1.{told}", of(Action.RECORD_ANSWER)),
    "unanswered": ("unanswered.2020-1", of(Action.RECORD_ANSWER)),
    "promote": (f"promote.{WAITS}", of(Action.PROMOTE)),
    "answer": (f"answer.{TOLD}", of(Action.RECORD_ANSWER)),
    "saidyes": (f"saidyes.{TOLD}", of(Action.RECORD_ANSWER)),
    "saidno": (f"saidno.{TOLD}", of(Action.RECORD_ANSWER)),
    "freehours": (f"freehours.{TOLD}", of(Action.RECORD_ANSWER)),
    **{
        name: (f"{name}.{TOLD}", of(Action.ANSWER_GRANT, SALT))
        for name in ("takepart", "renounce", "leavelist", "waitagain", "keepanswers", "nothanks", "decision")
    },
    "packages": ("packages", of(Action.SUGGEST)),
    "package": (f"package.{RUNS}", of(Action.SUGGEST)),
    "assign": (f"assign.20.{ACCEPTED}", of(Action.ASSIGN)),
    "addmentor": ("addmentor", of(Action.INVITE_MENTOR)),
    "givers": ("givers", of(Action.SUGGEST)),
    "giver": ("giver.20", package(Action.KEEP_MENTOR)),
    "putright": ("putright.20.topics", package(Action.KEEP_MENTOR)),
    "giverests": ("giverests.20.paused", package(Action.KEEP_MENTOR)),
    "mentoring": ("mentoring", ANYBODY),
    "goyes": ("goyes.31", package(Action.ANSWER_ASSIGNMENT)),
    "gono": ("gono.31", package(Action.ANSWER_ASSIGNMENT)),
    "gophone": ("gophone.31.council", of(Action.ASSIGN)),
    "goother": ("goother.30", package(Action.REPLACE)),
    "gostop": ("gostop.30", package(Action.REPLACE)),
    "gopause": ("gopause.30", package(Action.PAUSE)),
    "goresume": ("goresume.30", package(Action.PAUSE)),
    "golook": ("golook.30", package(Action.SEE_SESSIONS)),
    "sok": ("sok.40.60-2020-05-13", package(Action.CONFIRM_SESSION)),
    "sokall": ("sokall.0", COUNCIL),
    "sfix": ("sfix.40.60-2020-05-13", package(Action.CORRECT_SESSION)),
    "swas": ("swas.40.m.90", package(Action.CORRECT_SESSION)),
    "snone": ("snone.40.60-2020-05-13", package(Action.CORRECT_SESSION)),
    "sback": ("sback.40", package(Action.CORRECT_SESSION)),
    "sagree": ("sagree.40", package(Action.CORRECT_SESSION)),
    "sdeny": ("sdeny.40", package(Action.CORRECT_SESSION)),
    "sundo": ("sundo.40", package(Action.AMEND)),
    "samend": ("samend.40", package(Action.AMEND)),
    "srest": ("srest.40.2020-05-13.60.remote.000000", package(Action.AMEND)),
    "sset": ("sset.40.20200513.60", of(Action.SETTLE)),
    "sallow": ("sallow.40.60", of(Action.ALLOW_OVER)),
    "srefuse": ("srefuse.40.60", of(Action.ALLOW_OVER)),
    "sfits": ("sfits.40.60", package(Action.AMEND)),
    "session": ("session.40", package(Action.SEE_SESSIONS)),
    "sessions": ("sessions", ANYBODY),
    "sall": ("sall", of(Action.SEE_ALL_SESSIONS)),
    "sbook": ("sbook", of(Action.SEE_ALL_SESSIONS)),
    "slist": ("slist.30", of(Action.SEE_ALL_SESSIONS)),
    "stell": ("stell.30", of(Action.SEE_ALL_SESSIONS)),
    "plan": ("plan.30.20200612.600.120.remote", package(Action.PROPOSE_DATE)),
    "date": ("date.30", package(Action.PROPOSE_DATE)),
    "dateyes": ("dateyes.50", package(Action.PROPOSE_DATE)),
    "dateno": ("dateno.50", package(Action.PROPOSE_DATE)),
    "datemove": ("datemove.51", package(Action.PROPOSE_DATE)),
    "dateoff": ("dateoff.51", package(Action.PROPOSE_DATE)),
    "datesure": ("datesure.51", package(Action.PROPOSE_DATE)),
    "held": ("held.52", package(Action.REPORT)),
    "missed": ("missed.52", package(Action.PROPOSE_DATE)),
    "undata": ("undata.902", COUNCIL),
    "members": ("members", of(Action.KEEP_REGISTER)),
    "mail": ("mail", of(Action.ENTER_MAIL)),
    "mailmore": (f"mailmore.{NEW}", of(Action.ENTER_MAIL)),
    "note": (f"note.{NEW}", of(Action.ENTER_MAIL)),
    "attend": ("attend", of(Action.ATTEND)),
    "phonetext": ("phonetext.1009", of(Action.ATTEND)),
    "phoned": ("phoned.1009", of(Action.ATTEND)),
    "access": ("access.900", of(Action.DECIDE_ACCESS)),
    "latecard": (f"latecard.{LATE}", of(Action.REVIEW)),
}

SCENES: Mapping[type[Scene], tuple[Scene, str, Rule]] = {
    # where somebody stands, what is done there (a text, or a button after ":") and what it does
    scenes.ChoosingBody: (scenes.ChoosingBody((SALT,), "invite", "contact"), f":body.{SALT}", of(Action.INVITE)),
    scenes.Invited: (scenes.Invited(SALT), ":notnow", COUNCIL),
    scenes.Asking: (scenes.Asking(TOLD, "title"), "Un altre títol", COUNCIL),
    scenes.ConfirmingChange: (scenes.ConfirmingChange(TOLD, "service", '"advice"'), ":change", COUNCIL),
    scenes.Reviewing: (scenes.Reviewing(TOLD), ":go", COUNCIL),
    scenes.PickingAnswer: (scenes.PickingAnswer(TOLD), ":fix.title", COUNCIL),
    scenes.Committing: (scenes.Committing(TOLD), ":agree", COUNCIL),
    scenes.Authorising: (scenes.Authorising(TOLD), ":yes", COUNCIL),
    scenes.Sending: (scenes.Sending(TOLD), ":send", COUNCIL),
    scenes.Withdrawing: (scenes.Withdrawing(TOLD), ":withdraw", COUNCIL),
    scenes.AnsweringHelp: (scenes.AnsweringHelp(901), "La resposta.", of(Action.ANSWER_HELP)),
    scenes.ChoosingRole: (scenes.ChoosingRole(), ":role.office", of(Action.INVITE)),
    scenes.AskingData: (scenes.AskingData(NEW), "Què hi falta?", of(Action.REVIEW)),
    scenes.Supplying: (scenes.Supplying("Un text.", 1, ("902",)), ":sure.902", COUNCIL),
    scenes.AnsweringData: (scenes.AnsweringData(902), "Això.", COUNCIL),
    scenes.NotAdmitting: (scenes.NotAdmitting(NEW), "No n'és membre.", of(Action.REVIEW)),
    scenes.Assessing: (scenes.Assessing(ADMITTED, ("4", "4")), ":score.2.4", of(Action.ASSESS)),
    scenes.Commenting: (scenes.Commenting(ADMITTED), "Molt clara.", of(Action.ASSESS)),
    scenes.DeclaringConflict: (scenes.DeclaringConflict(ADMITTED), "Hi treballo.", of(Action.ASSESS)),
    scenes.Attending: (scenes.Attending(), ":here.0", of(Action.MEET)),
    scenes.Ordering: (scenes.Ordering("advice", (), because=True), "Perquè sí.", of(Action.DECIDE)),
    scenes.Accepting: (scenes.Accepting("advice", ()), ":grant", of(Action.DECIDE)),
    scenes.Deciding: (scenes.Deciding(ADMITTED), ":wait", of(Action.DECIDE)),
    scenes.NamingCriterion: (scenes.NamingCriterion(), "Relleu", of(Action.DECIDE)),
    scenes.Agreeing: (scenes.Agreeing(ADMITTED, ("4", "4")), ":score.2.4", of(Action.DECIDE)),
    scenes.HandingOver: (scenes.HandingOver(SALT), ":leave", of(Action.HAND_OVER)),
    scenes.DescribingMentor: (scenes.DescribingMentor("name", body=SALT), "Martí Coll", of(Action.INVITE_MENTOR)),
    scenes.GivingContact: (scenes.GivingContact(31), "600 000 000", package(Action.ANSWER_ASSIGNMENT)),
    scenes.ProposingDate: (scenes.ProposingDate(30), "11 de juny a les 10", package(Action.PROPOSE_DATE)),
    scenes.KeepingMember: (scenes.KeepingMember(SALT), ":joins", of(Action.KEEP_REGISTER)),
    scenes.DatingStay: (scenes.DatingStay(SALT, "leaves"), ":today", of(Action.KEEP_REGISTER)),
    scenes.KeepingStay: (scenes.KeepingStay(SALT, "leaves", "2020-05-14"), ":keep", of(Action.KEEP_REGISTER)),
    mailed.Arriving: (mailed.Arriving(SALT), ":now", of(Action.ENTER_MAIL)),
    mailed.Entering: (mailed.Entering(NEW, "title"), "Un altre títol", of(Action.ENTER_MAIL)),
    mailed.Entered: (mailed.Entered(NEW), ":enter", of(Action.ENTER_MAIL)),
    mailed.Consenting: (mailed.Consenting(NEW, "commitments"), ":yes", of(Action.ENTER_MAIL)),
    mailed.Noting: (mailed.Noting(902), "Ho enviem demà.", of(Action.ENTER_MAIL)),
    scenes.Parting: (scenes.Parting(30, "replaced"), "Ha canviat de feina.", package(Action.REPLACE)),
    scenes.EditingLetter: (scenes.EditingLetter("2020-1", 0), "Un altre text.", of(Action.READ_LETTERS)),
    scenes.Renouncing: (scenes.Renouncing(TOLD), ":renounce", of(Action.ANSWER_GRANT, SALT)),
    scenes.Releasing: (scenes.Releasing(TOLD), ":release", of(Action.RECORD_ANSWER)),
    scenes.ExtendingTo: (scenes.ExtendingTo("2020-1"), "20 de maig", of(Action.EXTEND_CALL)),
    scenes.ExtendingBecause: (scenes.ExtendingBecause("2020-1", "2020-05-20"), "Calia.", of(Action.EXTEND_CALL)),
    scenes.ExtendingUntil: (
        scenes.ExtendingUntil("2020-1", "2020-05-20", "Calia."),
        ":extend",
        of(Action.EXTEND_CALL),
    ),
    scenes.Claiming: (scenes.Claiming(40, "minutes"), "1 hora", package(Action.CORRECT_SESSION)),
    scenes.Settling: (scenes.Settling(40, "2020-05-13", 60), "Ho diuen tots dos.", of(Action.SETTLE)),
    scenes.Allowing: (scenes.Allowing(40, True), "D'acord.", of(Action.ALLOW_OVER)),
}

OWN_BUSINESS = {
    scenes.Idle,
    scenes.FindingBody,
    scenes.ReadingNotice,
    scenes.AskingHelp,
    scenes.Erasing,
    scenes.Reporting,
}
"""Dialogues about nobody but the person, or (a session that is told) whose package is found from the person alone."""

NOT_HERE = {"agree"}
"""What nobody does in this town: scores are given alone, and not agreed on in the meeting."""

GOES_WITH_IT, EVERYBODY = "mentor of the package", "everybody at once"
ACTORS: Mapping[str, tuple[tuple[Role, str | None], ...]] = {
    "contact of the council": ((Role.CONTACT, "Salt"),),
    "contact of another council": ((Role.CONTACT, "Arbúcies"),),
    "commission, of the council": ((Role.COMMISSION, "Salt"),),
    "commission, of another council": ((Role.COMMISSION, "Arbúcies"),),
    "office": ((Role.OFFICE, None),),
    GOES_WITH_IT: ((Role.MENTOR, "Arbúcies"),),
    "another mentor": ((Role.MENTOR, "Arbúcies"),),
    "nobody": (),
    EVERYBODY: ((Role.CONTACT, "Salt"), (Role.COMMISSION, "Arbúcies"), (Role.OFFICE, None), (Role.MENTOR, "Salt")),
}
ID = {actor: number for number, actor in enumerate(ACTORS, start=71)}


@dataclass(frozen=True)
class Heard:
    """What a press comes to: what becomes true, what others hear, and what whoever pressed reads."""

    done: tuple[str, ...]
    others: tuple[str, ...]
    own: tuple[str, ...]

    @property
    def refused(self) -> bool:
        """Whether it was answered as a button that does nothing, or that one may not press."""
        return not self.done and not self.others and all(any(no in one for no in REFUSALS) for one in self.own)


class Town:
    """A town in which everybody stands; what is pressed is answered and never written, so that it stays the same."""

    def __init__(self, folder: Path) -> None:
        self.bot = Conversation(folder, MEETING)
        self._answers: dict[tuple[str, AnyWant], Any] = {}
        commission = Commission(self.bot)
        now = self.bot.clock.now()
        self.bot.seats(1001, Role.CONTACT, "Salt")
        self.bot.seats(OTHER, Role.COMMISSION, "Manlleu")
        for number in range(1, 6):
            commission.applies(number, 1001, "Aina Soler", "Salt", key=number)
        commission.applies(6, 1003, "Pol Vidal", "Cardedeu")
        commission.decide(TOLD, SALT, Outcome.GRANTED, "advice")
        commission.decide(WAITS, CARDEDEU, Outcome.WAITING_LIST, "advice", position=1)
        for number in (7, 8):
            commission.applies(number, 1001, "Aina Soler", "Salt", key=number)
        for key in (RUNS, ACCEPTED, PROPOSED):
            commission.decide(key, SALT, Outcome.GRANTED, "advice", note="Un altre.")
        self.bot.does("update decision set told_at = at, answer_by = '2020-05-22'")
        commission.decide(HELD, SALT, Outcome.REFUSED, reason="No n'hi ha prou.")
        self.bot.does(f"update application set status = 'accepted' where id in ('{ACCEPTED}', '{PROPOSED}')")
        commission.write(
            1001,
            StartApplication(LATE, "2020-1", SALT),
            AskLate(LATE),
            AskHelp(901, "", "Salt", "", "Què hi poso?", "Aina"),
            AskAccess(900, ARBUCIES, "Arbúcies", Membership.MEMBER, "", "Marc"),
        )
        hours = LedgerEntry("advice", EntryKind.CONSUME, 60, RUNS, SALT, now)
        commission.write(
            OTHER,
            RequestData(902, NEW, "Què hi falta?", date(2020, 5, 25)),
            AddMentor(20, "Martí", ARBUCIES, "Arbúcies", ("care",), "either", 480),
            AssignMentor(30, RUNS, 20),
            AcceptAssignment(30, RUNS, Side.MENTOR),
            AcceptAssignment(30, RUNS, Side.COUNCIL),
            AssignMentor(31, PROPOSED, 20),
            ProposeDate(50, 30, RUNS, date(2020, 6, 11), 600, 60, Side.OFFICE, root=50),
            ProposeDate(51, 30, RUNS, date(2020, 6, 12), 600, 60, Side.OFFICE, root=51),
            ProposeDate(52, 30, RUNS, date(2020, 5, 12), 600, 60, Side.OFFICE, root=52),
            *(MoveDate(one, RUNS, AppointmentState.AGREED, Side.COUNCIL) for one in (51, 52)),
            LogSession(40, 30, RUNS, date(2020, 5, 13), 60, date(2020, 5, 20), (hours,)),
            BeginMeeting(904, "2020-1", date(2020, 5, 14), (OTHER,)),
            AskDispatch(903, "2020-1"),
        )
        self.bot.does(f"update application set status = 'submitted' where id = '{NEW}'")
        self.bot.does(f"update application set status = 'running' where id = '{RUNS}'")
        self.bot.does(f"update application set channel = 'email' where id = '{NEW}'")
        self.bot.seats(1009, Role.CONTACT, "Navàs")
        self.bot.does(
            "insert into letter (chat, lane, state, text, silent, attempts, not_before, created_at)"
            " select 1009, lane, 'failed', 'Un missatge.', silent, 0, not_before, created_at from letter limit 1"
        )
        for actor, seats in ACTORS.items():
            with self.bot.connection.begin():
                changes.meet(self.bot.connection, [ID[actor]], now)
            self.bot.does(f"update person set name = 'Marc Ribes', notice = '{NOTICE}' where id = {ID[actor]}")
            for role, council in seats:
                self.bot.seats(ID[actor], role, council)
        self.bot.does(f"update mentor set person = {ID[GOES_WITH_IT]}")
        rows = self.bot.rows("select id, application from decision where replaced_at is null")
        self.rulings = {row["application"]: row["id"] for row in rows}

    def choice(self, button: str) -> str:
        """What a button sends, with the numbers that this town gave."""
        named, _ = BUTTONS[button]
        return named.format(held=self.rulings[HELD], told=self.rulings[TOLD]) or button

    def tries(
        self, actor: str, did: Mapping[str, Any], scene: Scene | None = None, *, private: bool = True, turn: int = 3
    ) -> Heard:
        """What somebody would hear and make true; nothing of it is written."""
        person = ID[actor]
        who: dict[str, Any] = {"update": 10_000, "person": person, "name": "Marc Ribes", "private": private}
        who |= {"chat": person if private else -500, "message": 1}
        incoming: Incoming
        if "text" in did:
            incoming = Text(**who, at=self.bot.clock.now(), text=did["text"])
        elif "command" in did:
            incoming = Command(**who, command=did["command"])
        else:
            incoming = Press(**who, turn=did.get("turn", 0), choice=did["choice"])
        state = DialogueState(turn, scene if scene is not None else scenes.Idle())
        facts = Facts(self.bot.clock.now(), house(), self._known(actor, needs.wants(state, incoming)), "x" * 22)
        facts = facts.and_also(self._known(actor, needs.more(state, incoming, facts)))
        answer = router.respond(state, incoming, facts)
        said = [one for one in answer.replies if isinstance(one, Say)]
        return Heard(
            tuple(type(one).__name__ for one in answer.changes),
            tuple(plain(one.text) for one in said if one.to not in (None, person)),
            tuple(plain(one.text) for one in said if one.to in (None, person)),
        )

    def _known(self, actor: str, wanted: Iterable[AnyWant]) -> dict[AnyWant, Any]:
        """The answers to these wants, each read once."""
        lacking = [one for one in dict.fromkeys(wanted) if (actor, one) not in self._answers]
        if lacking:
            with self.bot.connection.begin():
                asked = [Asked(1, ID[actor], one) for one in lacking]
                found = snapshots.answer(self.bot.connection, asked, self.bot.clock.now())[1]
            for one, value in found.items():
                if isinstance(value, Proceedings) and value.meeting is not None:
                    # Whoever writes down what the meeting agrees: the role is judged all the same.
                    value = replace(value, meeting=replace(value.meeting, recorder=ID[actor]))
                self._answers[actor, one] = value
        return {one: self._answers[actor, one] for one in wanted}


def allows(actor: str, rule: Rule) -> bool:
    """What the table of actions says."""
    if rule.action is None:
        return True
    bodies = {"Salt": SALT, "Arbúcies": ARBUCIES, None: None}
    person = Person(ID[actor], seats=tuple(Seat(role, bodies[council]) for role, council in ACTORS[actor]))
    mentor = ID[GOES_WITH_IT] if rule.package else None
    return may(person, rule.action, rule.body, mentor=mentor)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    town = Town(tmp_path_factory.mktemp("authorisation"))
    yield town
    town.bot.close()


# --- the tables here are those of the code


def patterns(file: str, function: str) -> set[str]:
    """The words that a function matches its button against."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    found = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == function)
    cases = [node.pattern for node in ast.walk(found) if isinstance(node, ast.match_case)]
    constants = (one for case in cases for one in ast.walk(case) if isinstance(one, ast.Constant))
    return {str(one.value) for one in constants}


def test_every_button_has_its_rule() -> None:
    known = patterns("conversations/router.py", "_standing") | patterns(
        "conversations/mentoring/entrance.py", "standing"
    )
    known |= set(doors.BUTTONS) | door.ACTIONS | joining.ACTIONS | {*keeping.BUTTONS} | post.ACTIONS | {"assess"}
    assert known == set(BUTTONS)


def test_no_family_of_buttons_is_forgotten() -> None:
    """The tables above are of these doors: a new one belongs there too."""
    tree = ast.parse((ROOT / "conversations/router.py").read_text(encoding="utf-8"))
    function = next(one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and one.name == "_standing")
    guards = [one.guard for one in ast.walk(function) if isinstance(one, ast.match_case) and one.guard is not None]
    asked = (one for guard in guards for one in ast.walk(guard) if isinstance(one, ast.Compare))
    tables = {ast.unparse(one.comparators[0]) for one in asked if isinstance(one.ops[0], ast.In)}
    assert tables == {"door.ACTIONS", "mentoring.ACTIONS", "post.ACTIONS", "keeping.BUTTONS", "doors.BUTTONS"}


def test_no_button_has_two_meanings() -> None:
    routed = patterns("conversations/router.py", "_standing")
    sessions = patterns("conversations/mentoring/entrance.py", "standing")
    families = [routed, sessions, set(doors.BUTTONS), set(door.ACTIONS)]
    families += [set(joining.ACTIONS), set(keeping.BUTTONS), set(post.ACTIONS)]
    for place, one in enumerate(families):
        for other in families[place + 1 :]:
            assert not one & other


def test_decisions_know_the_action_of_their_buttons() -> None:
    assert {name: BUTTONS[name][1].action for name in doors.BUTTONS} == doors.BUTTONS


def test_every_dialogue_has_its_rule() -> None:
    assert {*SCENES, *OWN_BUSINESS} == set(typing.get_args(Scene))


def test_every_action_that_is_taken_somewhere_is_tried_here() -> None:
    taken = set()
    for file in (ROOT / "conversations").rglob("*.py"):
        if file.name != "roles.py":
            taken |= set(re.findall(r"\bAction\.([A-Z_]+)", file.read_text(encoding="utf-8")))
    tried = {rule.action.name for _, rule in BUTTONS.values() if rule.action}
    tried |= {rule.action.name for _, _, rule in SCENES.values() if rule.action}
    tried |= {rule.action.name for rule in GROUP_COMMANDS.values() if rule.action}
    # Telling a session: its package is found from the person alone. Seeing all of them makes one's own list longer.
    assert taken - tried <= {"REPORT", "SEE_ALL_SESSIONS"}


# --- the matrix


@pytest.mark.parametrize("button", BUTTONS)
def test_a_fresh_button_acts_only_for_whoever_may(town: Town, button: str) -> None:
    """Forged, forwarded or guessed, a button looks the same as a fresh one: who presses it decides."""
    _, rule = BUTTONS[button]
    answered = []
    for actor in ACTORS:
        outcome = town.tries(actor, {"choice": town.choice(button)})
        if not allows(actor, rule):
            assert outcome.refused, f"{actor}: {outcome}"
        elif not outcome.refused:
            answered.append(actor)
    assert answered or button in NOT_HERE, "nobody can do this, so that nothing is tried"


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_a_dialogue_goes_on_only_for_whoever_may(town: Town, scene: type[Scene]) -> None:
    """A role may be lost in the middle of a dialogue."""
    stands, what, rule = SCENES[scene]
    if isinstance(stands, scenes.EditingLetter):
        stands = scenes.EditingLetter("2020-1", town.rulings[HELD])
    did = {"choice": what[1:], "turn": 3} if what.startswith(":") else {"text": what}
    for actor in ACTORS:
        if not allows(actor, rule):
            outcome = town.tries(actor, did, stands)
            assert outcome.refused, f"{actor}: {outcome}"


@pytest.mark.parametrize("button", BUTTONS)
def test_a_button_of_another_turn_does_nothing(town: Town, button: str) -> None:
    outcome = town.tries(EVERYBODY, {"choice": town.choice(button), "turn": 99})
    assert outcome.refused, outcome


@pytest.mark.parametrize("button", BUTTONS)
def test_in_a_group_no_button_does_anything(town: Town, button: str) -> None:
    outcome = town.tries(EVERYBODY, {"choice": town.choice(button)}, private=False)
    assert outcome == Heard((), (), ())


GROUP_COMMANDS = {command: Rule(Action.BIND_GROUP) for command in groups.COMMANDS}


@pytest.mark.parametrize("command", GROUP_COMMANDS)
@pytest.mark.parametrize("actor", ACTORS)
def test_only_the_office_says_which_groups_hear_digests(town: Town, actor: str, command: str) -> None:
    here = town.tries(actor, {"command": command}, private=False)
    alone = town.tries(actor, {"command": command})
    assert not alone.done
    if allows(actor, GROUP_COMMANDS[command]):
        assert here.done == (("BindGroup",) if command == groups.BIND else ())
        assert "/sense_resums" in alone.own[0]
    else:
        assert here == Heard((), (), ("Només l'Oficina Tècnica pot triar quins grups reben els resums.",))
        assert alone.own == ("Aquesta ordre no existeix. Amb /inici veureu què podeu fer.",)


GUESSES = ("", "x", "²", "7", "99999999999999999999", "2020-1", "2020-1.99", "2019-9.171557.1", f"2020-1.{ARBUCIES}.1")
OWN_ONLY = {"mute", "unmute", "tell", "keepanswers", "meet", "end"}
"""Buttons whose name says all: what comes after it is not read."""


@pytest.mark.parametrize("button", sorted(set(BUTTONS) - OWN_ONLY))
def test_a_guessed_number_finds_nothing(town: Town, button: str) -> None:
    for guess in GUESSES:
        outcome = town.tries(EVERYBODY, {"choice": f"{button}.{guess}"})
        changed = set(outcome.done) - {"PrepareLetters", "AskDispatch"}
        assert not changed or button == "turn", f"{guess}: {outcome}"
        assert not outcome.others or button in ("turn", "sendall"), f"{guess}: {outcome}"


def batch(*people: int, chat: int = 0) -> list[Incoming]:
    """Several people press the same button at the same moment."""
    where: dict[str, Any] = {"name": "x", "private": not chat, "message": 1, "turn": 0}
    return [
        Press(
            update=20_000 + person - chat, chat=chat or person, person=person, choice="confirmsend.2020-1.903", **where
        )
        for person in people
    ]


def answers(town: Town, pressed: list[Incoming]) -> list[set[int]]:
    """Lets the dispatcher answer them as it answers what waits. Returns what was answered together."""
    rounds: list[set[int]] = []
    waiting = pressed
    while waiting:
        with town.bot.connection.begin():
            settled = town.bot._dispatcher._transact(town.bot.connection, waiting)
        rounds.append(settled)
        waiting = [one for one in waiting if one.update not in settled]
    return rounds


def test_who_presses_in_a_group_has_a_dialogue_each_and_sends_nothing(town: Town) -> None:
    answers(town, batch(OTHER, ID["office"], chat=-500))
    kept = town.bot.rows("select person from chat where chat = -500 order by person")
    assert [row["person"] for row in kept] == [ID["office"], OTHER]
    assert town.bot.rows("select state from dispatch where id = 903") == [{"state": "asked"}]


def test_two_who_confirm_at_the_same_moment_are_answered_one_after_the_other(town: Town) -> None:
    """The messages are not held yet: the first one hears so, the second one that the request was stopped by that."""
    rounds = answers(town, batch(ID["office"], ID["commission, of another council"]))
    assert [len(one) for one in rounds] == [1, 1]
    assert len(town.bot.rows("select id from audit where action = 'SettleDispatch'")) == 1
