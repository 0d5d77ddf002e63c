"""A mentor's message is a report: what was understood, what must be asked, and nothing is saved without a yes."""

from __future__ import annotations

from dataclasses import replace

from conversations.intake.attachments import cannot_read
from conversations.intake.known import moment
from conversations.mentoring import (
    asking,
    cards,
    correcting,
    discarding,
    gainsaid,
    handing,
    joining,
    otherwise,
    partly,
    pending,
    promised,
    saving,
    spoken,
    talk,
    unheld,
    untold,
    waiting,
    whose,
    wrong,
)
from conversations.mentoring.drafts import TOPIC, corrected, of_reading
from conversations.mentoring.pending import Pending
from conversations.protocol.incoming import Attachment, Edited, Incoming, Press, Text
from conversations.protocol.replies import Edit, Say, column
from conversations.protocol.scenes import Idle, Reporting
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T, lines
from conversations.rules.session_report import Field, Kind, as_told, takes_back

_FEW_WORDS = 3
"""An answer to a question is short: «divendres que ve»."""


def hear(did: Text, facts: Facts) -> Step | None:
    """What a mentor writes outside any dialogue; None for somebody who goes with no council now."""
    desk = pending.of_mentor(facts)
    if not desk.mine:
        return joining.of_before(did, facts)
    said = as_told(did.text)
    reading = pending.understood(said, did, desk, facts)
    passed_on = gainsaid.said(did, reading, desk, facts) or whose.asked(reading, desk, did, facts)
    if passed_on is not None:
        return passed_on
    if otherwise.places(said) and (asked := correcting.in_words(said, desk, did, facts)) is not None:
        return asked
    if reading.kind is Kind.CORRECTION or correcting.of_the_same_day(reading, said, desk.mine):
        found = correcting.meant(reading, desk.mine)
        if found is not None and correcting.is_of_late(found, reading, facts):
            return correcting.proposed(found, reading, did, facts)
    pointed = reading.is_report and reading.minutes is None and otherwise.points(said)
    if (pointed or reading.kind is Kind.OTHER) and (asked := correcting.in_words(said, desk, did, facts)) is not None:
        return asked
    if reading.is_report:
        return joining.first(reading, desk, did, facts)
    return talk.answer(reading, did, desk, facts)


def tells(did: Text, facts: Facts) -> bool:
    """Whether a text tells a session of a mentor, so that it is heard where another dialogue only offers buttons."""
    desk = pending.of_mentor(facts)
    return bool(desk.mine) and pending.understood(did.text, did, desk, facts).is_report


def plans(did: Text, facts: Facts) -> bool:
    """Whether a text of a mentor speaks of a session to come."""
    desk = pending.of_mentor(facts)
    return bool(desk.mine) and pending.understood(did.text, did, desk, facts).kind is Kind.PLAN


def handle(scene: Reporting, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """What is done while sessions wait for a yes. A list of several is on the screen once, whatever is done."""
    step = _handle(scene, did, facts, turn)
    if step is None or not isinstance(step.scene, Reporting):
        return step
    return replace(step, replies=tuple(waiting.moved(scene, one) for one in step.replies))


def _handle(scene: Reporting, did: Incoming, facts: Facts, turn: int) -> Step | None:
    if untold.waits(scene):
        return _untold(scene, did, facts, turn)
    desk = pending.resumed(scene, facts)
    if desk is not None and desk.behalf and not desk.drafts:
        noted = untold.noted(scene, did, desk, facts, turn)
        return noted.after(Edit(turn=turn)) if noted is not None else _first(desk, did, facts, turn)
    if desk is None or not desk.drafts:
        return Step(Idle(), (Edit(turn=turn), waiting.lost(scene)))
    match did:
        case Press(choice=choice):
            return _pressed(scene, desk, choice, did, facts, turn)
        case Text(text=text):
            return _said(scene, desk, text, did, facts, turn)
        case Edited():
            return _reread(scene, desk, did, facts, turn)
        case Attachment(kind=kind):
            still = Say(lines(cannot_read(kind), T("Write it, please. The session still waits for you:")))
            return _again(scene, desk, facts).after(Edit(turn=turn), still)
        case _:
            return None


def _untold(scene: Reporting, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """Nothing waits but a message that was taken for no session: anything else is heard as if nothing were open."""
    gone = Edit(turn=turn)
    if isinstance(did, Text):
        heard = hear(did, facts)
        return heard.after(gone) if heard is not None and heard.scene is not None else heard
    noted = untold.noted(scene, did, pending.of_mentor(facts), facts, turn)
    return noted.after(gone) if noted is not None else None


def resume(scene: Reporting, facts: Facts) -> Step | None:
    """The question or the card that was on the screen, said again; None if nothing waits any more."""
    desk = pending.resumed(scene, facts)
    return _again(scene, desk, facts) if desk is not None and desk.drafts else None


def _first(desk: Pending, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """The office was asked for the words of a session."""
    if isinstance(did, Press) and did.choice == "drop":
        return Step(Idle(), (Edit(turn=turn), Say(T("Discarded: nothing has been noted."))))
    if not isinstance(did, Text):
        return None
    reading = pending.understood(did.text, did, desk, facts)
    if not reading.is_report and (kept := untold.offered(reading, did, desk, facts)):
        says = lines(T("Nothing has been noted as a session."), untold.WAS_ONE)
        return untold.kept(Step(None, (Edit(turn=turn), Say(says, column(untold.BUTTON)))), desk, kept)
    if not reading.is_report:
        return Step(desk.scene(), (Say(lines(T("Nothing has been noted as a session."), talk.example(desk))),))
    return joining.first(reading, desk, did, facts).after(Edit(turn=turn))


def _again(scene: Reporting, desk: Pending, facts: Facts) -> Step:
    if wrong.hopeless(desk, facts) is not None:
        return cards.show(desk, facts)
    if scene.field in (waiting.AWAY, waiting.JUST) and len(desk.drafts) > 1:
        return waiting.which_to_discard(desk) if scene.field == waiting.AWAY else waiting.which_to_save(desk)
    return whose.again(scene, facts) or cards.ask(desk, scene.place, scene.field, facts) or cards.show(desk, facts)


def _pressed(scene: Reporting, desk: Pending, choice: str, did: Press, facts: Facts, turn: int) -> Step | None:
    draft = desk.drafts[scene.place]
    gone = Edit(turn=turn)
    if (noted := untold.noted(scene, did, desk, facts, turn)) is not None:
        return noted
    match choice.partition(".")[0], choice.partition(".")[2]:
        case "save", "" if (again := correcting.since(desk, scene.seen, facts)) is not None:
            return again.after(gone)
        case "save", "":
            return saving.save(desk, did, facts, turn)
        case "some", "":
            return partly.some(desk, did, facts, turn)
        case "just", place if place.isdigit() and int(place) < len(desk.drafts):
            return partly.only(desk, int(place), did, facts, turn)
        case ("drop" | waiting.ALL_AWAY) as what, "":
            asked = what == "drop" and scene.field not in ("", waiting.AWAY)
            return discarding.dropped(desk, scene.place if asked else None, facts).after(gone)
        case "away", place if place.isdigit() and int(place) < len(desk.drafts):
            return discarding.dropped(desk, int(place), facts).after(gone)
        case "keep", "":
            return Step(Idle(), (gone, Say(discarding.STAYS)))
        case "fix", "":
            return cards.fix(desk, facts).after(gone)
        case "n", place if place.isdigit() and int(place) < len(desk.drafts):
            return cards.fix(desk, facts, int(place)).after(gone)
        case "f", field:
            return (cards.ask(desk, scene.place, field, facts) or cards.show(desk, facts)).after(gone)
        case "other", "":
            what = scene.field.partition(".")[0]
            return (
                cards.ask(desk, scene.place, f"{what}.{asking.WRITTEN}", facts) or _again(scene, desk, facts)
            ).after(gone)
        case "back", "":
            return cards.show(desk, facts).after(gone)
        case "settle", ("another" | "over" | "resume") as what:
            return cards.show(desk.with_draft(scene.place, draft.settling(what)), facts).after(gone)
        case handing.HAND_OVER, "" if wrong.late(desk, draft, facts) is not None:
            return _handed_over(desk, scene.place, did, facts).after(gone)
        case "only", "":
            return cards.show(wrong.shortened(desk, scene.place, facts), facts).after(gone)
        case "that", session if len(desk.drafts) == 1:
            return correcting.instead(desk, draft, session, facts, gone)
        case _:
            answered = asking.pressed(draft, choice, desk.mine)
            return cards.show(desk.with_draft(scene.place, answered), facts).after(gone) if answered else None


def _handed_over(desk: Pending, place: int, did: Press, facts: Facts) -> Step:
    """A session that can be noted no more goes to the office, and the others go on waiting."""
    handed, left = handing.over(desk, desk.drafts[place], did, facts), desk.without(place)
    if not left.drafts:
        return Step(Idle(), handed.replies, handed.changes)
    others = T("The other one still waits:", "The others still wait:", n=len(left.drafts))
    return cards.show(left, facts).after(*handed.replies, Say(others)).also(*handed.changes)


def _said(scene: Reporting, desk: Pending, text: str, did: Text, facts: Facts, turn: int) -> Step:
    """A text while something waits: the answer, a correction of it, another session, or talk."""
    draft = desk.drafts[scene.place]
    bare = Edit(turn=turn)
    if spoken.discards(text):
        return discarding.said(desk, text, facts, bare)
    if scene.field == waiting.AWAY:
        if (gone := discarding.chosen(desk, text, did, facts)) is not None:
            return gone.after(bare)
        scene = replace(scene, field="")
    field = scene.field.partition(".")[0]
    goes = otherwise.goes(text, desk, did, facts) if desk.told is None and field != TOPIC else None
    if goes is not None:
        return _gone(scene, desk, goes, did, facts).after(bare)
    if desk.told is None and field != TOPIC and len(desk.drafts) > 1:
        only = otherwise.saves(text, desk, did, facts, asked=field == waiting.JUST)
        if only is not None:
            return partly.only_said(desk, only, did, facts, turn)
        field = "" if field == waiting.JUST else field
    text = as_told(text) if field != TOPIC else text
    some = otherwise.of_some(text, desk, did, facts) if field != TOPIC else None
    if some is not None:
        return cards.show(some, facts).after(bare)
    if field != TOPIC and (saved := correcting.among_saved(text, desk, facts)) is not None:
        return _again(scene, desk, facts).after(bare, saved)
    reading = pending.understood(text, did, desk, facts)
    # «divendres a les 10 tenim sessió» is no answer to «quin dia va ser?», although it names a day.
    plans = reading.kind is Kind.PLAN and field != TOPIC and len(text.split()) > _FEW_WORDS
    of_those = Field.DATE not in reading.spans or any(one.day == reading.date for one in desk.drafts)
    if reading.is_report and (joining.bare(reading, text) or (takes_back(text) and of_those)):
        reading = replace(reading, kind=Kind.CORRECTION)
    another = desk.told is None and joining.tells_another(reading, text, desk, draft, field)
    place = joining.about(reading, desk, scene)
    # «no, la del Comellar eren 2 hores» is about the one that is named, whatever is asked of another one.
    elsewhere = reading.kind is Kind.CORRECTION and place != scene.place and len(reading.spans) > 1
    if field in asking.TYPED and not (plans or another or elsewhere):
        answered = asking.typed(
            draft,
            scene.field,
            text,
            desk.mine,
            pending.window(desk, facts),
            moment(did, facts),
            facts.house.finder.councils,
        )
        if answered is not None:
            return cards.show(desk.with_draft(scene.place, answered), facts).after(bare)
    if not reading.is_report and (dated := promised.beside(reading, did, desk.mine, facts)):
        return _again(scene, desk, facts).after(bare, *dated)
    if not reading.is_report:
        new = None if field in asking.TYPED else otherwise.instead(text, desk.drafts[place], desk, did, facts)
        if new is not None:
            return cards.show(desk.with_draft(place, new), facts).after(bare)
        said = (Say(talk.NOT_YET),) if spoken.saves(text) else talk.aside(reading, did, desk, facts, asked=bool(field))
        shown = _again(scene, desk, facts).after(bare, *said)
        offers = any(untold.BUTTON in row for one in said for row in one.keyboard)
        return untold.kept(shown, desk, untold.offered(reading, did, desk, facts)) if offers else shown
    if not desk.mine:
        none = Say(T("You go with no council now, so nothing else can be noted."))
        return _again(scene, desk, facts).after(bare, none)
    if desk.told is None and (saved := correcting.saved_already(reading, desk)) is not None:
        return _again(scene, desk, facts).after(bare, saved)
    if not another and not reading.sessions and joining.puts_right(reading, desk.drafts[place]):
        again = corrected(desk.drafts[place], reading, desk.mine, text)
        return cards.show(desk.with_draft(place, again), facts).after(bare)
    if desk.session:
        return joining.first(reading, pending.of_mentor(facts), did, facts).after(bare)
    return joining.joined(reading, desk, did, facts, turn)


def _gone(scene: Reporting, desk: Pending, place: int, did: Text, facts: Facts) -> Step:
    """One of the sessions that wait is to go; -1 if it is not plain which, or none of them but one that is saved."""
    if place >= 0:
        return discarding.dropped(desk, place, facts)
    saved = unheld.stands(pending.understood(did.text, did, desk, facts), did, desk, facts)
    if saved is None and len(desk.drafts) > 1:
        return waiting.which_to_discard(desk)
    none = Say(T("None of what waits is that one, and nothing has changed:"))
    return _again(scene, desk, facts).after(saved or none)


def _reread(scene: Reporting, desk: Pending, did: Edited, facts: Facts, turn: int) -> Step | None:
    """The message that told a waiting session was edited: it is read anew (N1)."""
    if not any(one.message == did.message for one in desk.drafts) or desk.session:
        return None
    reading = pending.understood(did.text, did, desk, facts)
    if not reading.is_report:
        says = Say(T("The message no longer tells a session, so nothing changes in what waits:"))
        return _again(scene, desk, facts).after(Edit(turn=turn), says)
    told = [at for at, one in enumerate(desk.drafts) if one.message == did.message]
    before, after = desk.drafts[: told[0]], desk.drafts[told[0] :]
    fresh = of_reading(reading, desk.mine, did.message, did.text)
    drafts = (*before, *fresh, *(one for one in after if one.message != did.message))
    return cards.show(replace(desk, drafts=drafts), facts).after(Edit(turn=turn))
