"""One question at a time about a session, with buttons of likely values, and what is typed in answer to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from conversations.mentoring import bare, sayings
from conversations.mentoring.checking import denied, likely_days, week_before
from conversations.mentoring.drafts import COUNCIL, DAY, IN_PERSON, MINUTES, MODALITY, REMOTE, TOPIC, Draft, corrected
from conversations.protocol.facts import Call
from conversations.protocol.mentoring import Assignment
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.words import Joined, Minutes, T, Words
from conversations.rules import windows
from conversations.rules.days import read_day
from conversations.rules.deadlines import MADRID, today
from conversations.rules.session_report import Field, Modality, Reading, Reason, read

LIKELY_MINUTES = (60, 90, 120)
_LONGER = 180
TYPED = frozenset({COUNCIL, DAY, MINUTES, MODALITY, TOPIC})
"""What may be asked of a session."""

WRITTEN = "written"
"""The field of a scene in which something other than the buttons is to be typed: `day.written`."""

_BARE = re.compile(r"(?:el )?(?:dia )?(\d{1,2})", re.IGNORECASE)
_BARE_ALONE = re.compile(r"\W*(?:(?:va|van) ser |era |eren )?\d{1,2}\W*", re.IGNORECASE)
_LAST_WEEK = re.compile(r"\b(?:setmana passada|passada setmana|l['’]altra setmana|semana pasada)\b", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\W*(?:(?:el|va ser|era|el dia|doncs),? )*(?:dilluns|dimarts|dimecres|dijous|divendres|dissabte|diumenge)\W*",
    re.IGNORECASE,
)
LONGEST_TOPIC = 200
_MOST_COUNCILS = 8


def question(
    draft: Draft,
    field: str,
    mine: Sequence[Assignment],
    call: Call | None,
    now: datetime,
    *,
    leave: bool = True,
    noted: date | int | None = None,
    stranger: Words | None = None,
) -> Say:
    """Asks for a field of a session; the day or the length that is `noted` is not offered again. `stranger` says that
    the council that was written is none of those that may be meant."""
    what, _, written = field.partition(".")
    drop = Button(T("Discard"), "drop") if leave else Button(T("Leave it as it is"), "keep")
    known = _known(draft, what, mine)
    match what:
        case "council":
            rows = [
                Button(T("{council}", council=sayings.council(one)), f"c.{one.id}") for one in mine[:_MOST_COUNCILS]
            ]
            return Say(
                _said(
                    known,
                    stranger if draft.doubts.get(COUNCIL) == Reason.UNKNOWN_COUNCIL else None,
                    T("With which council was it?"),
                ),
                column(*rows, drop),
            )
        case "day":
            if written:
                return Say(T("Write the day, for example «28 May» or «last Tuesday»."), column(drop))
            buttons = [
                Button(_day_label(one, now), f"d.{one.isoformat()}") for one in _days(draft, call, now) if one != noted
            ]
            another = Button(T("Another day"), "other")
            why = _why_day(draft, call)
            return Say(_said(known, why, T("Which day was it?")), column(*buttons, another, drop))
        case "minutes":
            if written:
                return Say(T("Write how long it was, for example «2 hours and a quarter»."), column(drop))
            another = Button(T("Another length"), "other")
            if draft.doubts.get(MINUTES) == Reason.HOUR:
                asked = T("Is that how long it was, or the hour at which it began?")
                return Say(_said(known, asked), column(*_length_or_hour(draft, now), another, drop))
            buttons = [Button(T("{length}", length=Minutes(one)), f"m.{one}") for one in _lengths(draft, noted)]
            return Say(_said(known, _why_minutes(draft), T("How long was it?")), column(*buttons, another, drop))
        case "modality":
            rows = [Button(T("In person"), f"w.{IN_PERSON}"), Button(T("Remote"), f"w.{REMOTE}")]
            return Say(_said(known, T("Was it in person or remote?")), column(*rows, drop))
        case _:
            return Say(_said(known, T("What was it about? Write it in a few words.")), column(drop))


def _said(*parts: Words | None) -> Words:
    return Joined(tuple(part for part in parts if part is not None), " ")


def _known(draft: Draft, field: str, mine: Sequence[Assignment]) -> Words | None:
    """What is already known of the session, so that the question stands by itself."""
    assignment = next((one for one in mine if one.id == draft.assignment), None)
    day = draft.day if field != DAY and DAY not in draft.doubts else None
    minutes = draft.minutes if field != MINUTES and MINUTES not in draft.doubts else None
    sure = Draft(day=day, minutes=minutes)
    if assignment is None or field == COUNCIL:
        if day and field == MINUTES:
            return T("Session of {day}.", day=day)
        return T("{line}.", line=sayings.facts_of(sure)) if day or minutes else None
    with_whom = sayings.council(assignment)
    if day is None and minutes is None:
        return T("Session with {council}.", council=with_whom)
    if day is None:
        return T("{length} with {council}.", length=Minutes(minutes or 0), council=with_whom)
    if minutes is None:
        return T("Session of {day} with {council}.", day=day, council=with_whom)
    return T("Session of {day} with {council}, {length}.", day=day, council=with_whom, length=Minutes(minutes))


def _why_day(draft: Draft, call: Call | None) -> Words | None:
    why = draft.doubts.get(DAY)
    if why == Reason.FUTURE:
        return T("That day or hour has not come yet, and only sessions that were held are noted.")
    if why == Reason.OUTSIDE_WINDOW and call is not None:
        begins, ends = call.sessions_from, call.sessions_to
        if draft.day is not None:
            return T(
                "{day} is outside the sessions of this call, from {begins} to {ends}.",
                day=draft.day,
                begins=begins,
                ends=ends,
            )
        return T("Sessions of this call are held from {begins} to {ends}.", begins=begins, ends=ends)
    if why == Reason.CONTRADICTORY:
        return T("Your message names more than one day.")
    return T("The day is not clear.") if why in (Reason.INVALID, Reason.ABSURD) else None


def _why_minutes(draft: Draft) -> Words | None:
    match draft.doubts.get(MINUTES):
        case Reason.ABSURD:
            return T("That length cannot be: a session lasts more than nothing and at most twelve hours.")
        case Reason.APPROXIMATE:
            return T("Only exact lengths are noted.")
        case Reason.CONTRADICTORY:
            return T("Your message names more than one length.")
        case _:
            return None


def _days(draft: Draft, call: Call | None, now: datetime) -> tuple[date, ...]:
    """The likely days: the one that the words may have meant first, then today and the day before, unless the words
    say that it could not be then; all those of the week before, if that is all that was said."""
    meant = draft.day if draft.doubts.get(DAY) not in (Reason.FUTURE, Reason.OUTSIDE_WINDOW) else None
    if draft.day is None and len(told := bare.days(draft.text)) == 1:
        meant = day_of_month(told[0], today(now))
    fits = meant is not None and meant <= today(now) and (call is None or windows.inside(call, meant))
    first = (meant,) if meant is not None and fits else ()
    if not first and _LAST_WEEK.search(draft.text):
        return week_before(call, now)
    away = denied(draft.text, now)
    return tuple(one for one in dict.fromkeys((*first, *likely_days(call, now))) if one not in away)[:3]


def _day_label(day: date, now: datetime) -> Words:
    gone = (today(now) - day).days
    if gone == 0:
        return T("Today, {day} {number}", day=day, number=day.day)
    if gone == 1:
        return T("Yesterday, {day} {number}", day=day, number=day.day)
    return T("On {day}", day=day)


def _lengths(draft: Draft, noted: object = None) -> tuple[int, ...]:
    """The likely lengths, the one that was said first; the one that is noted makes room for a longer one."""
    said = draft.minutes
    first = (said,) if said and said > 0 and draft.doubts.get(MINUTES) != Reason.ABSURD else ()
    likely = dict.fromkeys((*first, *LIKELY_MINUTES, _LONGER))
    return tuple(one for one in likely if one != noted)[:3]


def _length_or_hour(draft: Draft, now: datetime) -> tuple[Button, Button]:
    """The two things that «9h» may be. Once it was the hour, how long it was is asked."""
    minutes, begins = draft.minutes or 0, draft.begins or 0
    hour = now.astimezone(MADRID).replace(hour=begins // 60, minute=begins % 60)
    lasted = Button(T("It lasted {length}", length=Minutes(minutes)), f"m.{minutes}")
    return lasted, Button(T("It began at {hour}", hour=hour), f"b.{begins}")


def pressed(draft: Draft, choice: str, mine: Sequence[Assignment]) -> Draft | None:
    """The draft with the value of a button; None if the button has none that can be."""
    kind, _, value = choice.partition(".")
    match kind:
        case "c" if any(str(one.id) == value for one in mine):
            return draft.sure(COUNCIL, int(value))
        case "d":
            try:
                return draft.sure(DAY, date.fromisoformat(value))
            except ValueError:
                return None
        case "m" if value.isascii() and value.isdigit() and len(value) < 5:
            known = draft.begins if draft.minutes is None else None
            return replace(draft.sure(MINUTES, int(value)), begins=known)
        case "b" if draft.doubts.get(MINUTES) == Reason.HOUR and value == str(draft.begins):
            return replace(draft.sure(MINUTES, None), begins=draft.begins)
        case "w" if value in (IN_PERSON, REMOTE):
            return draft.sure(MODALITY, value)
        case _:
            return None


def typed(
    draft: Draft,
    field: str,
    text: str,
    mine: Sequence[Assignment],
    window: tuple[date, date],
    sent: datetime,
    councils: tuple[str, ...],
) -> Draft | None:
    """The draft with what was typed in answer to a question; None if the text does not answer it.

    `councils` are the names of all the municipalities.
    """
    what = field.partition(".")[0]
    if what == TOPIC:
        return draft.sure(TOPIC, " ".join(text.split())[:LONGEST_TOPIC])
    names = [one.grant.application.body_name for one in mine]
    local = sent.astimezone(MADRID)
    for said in (text, *_dressed(what, text, names)):
        reading = read(said, sent=local, window=window, assigned=names, councils=councils)
        if reading.is_report and not reading.sessions and _answers(what, reading):
            answered = corrected(draft, reading, mine, said, only=None if said == text else what)
            if what == DAY:
                if answered.day is not None and _BARE_ALONE.fullmatch(text) and answered.day.month != local.month:
                    # «28» on the 3rd: which month is asked
                    return answered.doubted(DAY, Reason.AMBIGUOUS)
                return _week_before(draft, answered, text, local.date())
            return _as_length(answered) if what == MINUTES else answered
    if what != DAY:
        return None
    day = read_day(text, today(sent))
    if day is not None:
        return draft.sure(DAY, day)
    found = _BARE.fullmatch(text.strip())
    meant = day_of_month(int(found[1]), today(sent)) if found else None
    return draft.sure(DAY, meant).doubted(DAY, Reason.AMBIGUOUS) if meant else None


def _as_length(draft: Draft) -> Draft:
    """«9h» in answer to how long it was is a length, if it can be one."""
    if draft.doubts.get(MINUTES) == Reason.HOUR:
        return draft.sure(MINUTES, draft.minutes)
    if draft.minutes is None and MINUTES not in draft.doubts:
        return draft.doubted(MINUTES, Reason.ABSURD)
    return draft


def _week_before(draft: Draft, answered: Draft, text: str, sent: date) -> Draft:
    """A weekday in answer about a session «de la setmana passada» may be the one of that week: it is offered first, and
    not taken, if it would be one of this week."""
    if answered.day is None or not (_LAST_WEEK.search(draft.text) and _WEEKDAY.fullmatch(text)):
        return answered
    if answered.day.isocalendar()[:2] != sent.isocalendar()[:2]:
        return answered
    return answered.sure(DAY, answered.day - timedelta(days=7)).doubted(DAY, Reason.AMBIGUOUS)


def day_of_month(day: int, now: date) -> date | None:
    """The last time that it was that day of the month: «el 28». It is offered and not taken."""
    back = (now - timedelta(days=days) for days in range(62))
    return next((one for one in back if one.day == day), None)


def _answers(what: str, reading: Reading) -> bool:
    field = {COUNCIL: Field.COUNCIL, DAY: Field.DATE, MINUTES: Field.MINUTES, MODALITY: Field.MODALITY}[what]
    if what == MODALITY:
        return reading.modality in (Modality.IN_PERSON, Modality.REMOTE) and field in reading.spans
    # A council that is none of theirs is an answer too: it is asked again, with its name.
    return field in reading.spans and reading.reasons.get(field) != Reason.AMBIGUOUS


def _dressed(what: str, text: str, names: Sequence[str]) -> tuple[str, ...]:
    """A bare answer as the sentence that it belongs to, so that one reader reads all: «dimarts» is no report alone."""
    name = names[0] if names else ""
    match what:
        case "day":
            return (f"Sessió d'1 hora amb {name}: {text}", f"Sessió d'1 hora amb {name} el {text}")
        case "minutes":
            said = f"Sessió de {text} amb {name}"
            # «el dia 1» is not an hour.
            return (said,) if bare.only_days(text) else (said, f"Sessió de {text} hores amb {name}")
        case "council":
            return (f"Sessió d'1 hora amb {text}",)
        case _:
            return (f"Sessió d'1 hora {text} amb {name}",)
