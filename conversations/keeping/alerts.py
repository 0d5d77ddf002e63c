"""What the office is told unasked because it needs a person: once each, in polite hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from conversations.keeping import attention
from conversations.protocol.agenda import LostGroup
from conversations.protocol.attention import Silent, Unreached
from conversations.protocol.facts import Call
from conversations.protocol.replies import Button, Keyboard, Notice, column
from conversations.protocol.words import T, Words, lines
from conversations.rules import deadlines
from conversations.rules.courtesy import next_polite, polite

MANY = 20
"""How many messages must have been waiting for too long before the office hears of it."""

_HEAD = T("<b>A person is needed</b>")


def unreached(
    found: Iterable[Unreached], calls: Sequence[Call], office: Sequence[int], now: datetime
) -> tuple[Notice, ...]:
    """Whom messages did not reach: phone them; the text is one tap away."""
    call = deadlines.latest(calls, now)
    if call is None or not polite(now, call):
        return ()
    return tuple(
        _notice(
            to,
            attention.unreached(one),
            one.once(to),
            column(Button(attention.text_for(one), f"phonetext.{one.person}", standing=True)),
        )
        for one in found
        for to in office
    )


def silent(
    found: Iterable[Silent], calls: Mapping[str, Call], office: Sequence[int], now: datetime
) -> tuple[Notice, ...]:
    """Who has not answered what was missing, by the last day to answer."""
    told: list[Notice] = []
    for one in found:
        call = calls[one.call]
        if now < over(one) or not polite(now, call):
            continue
        rows = column(
            Button(T("Show application {number}", number=one.number), f"sheet.{one.application}", standing=True)
        )
        told += [_notice(to, attention.unanswered(one), one.once(to), rows) for to in office]
    return tuple(told)


def over(one: Silent) -> datetime:
    """The first moment (UTC) after the last day to answer."""
    return deadlines.start_of(one.due + timedelta(days=1))


def moments(found: Iterable[Silent], calls: Mapping[str, Call], now: datetime) -> set[datetime]:
    """When silence will be told (UTC), as far as it is to come."""
    return {next_polite(over(one), calls[one.call]) for one in found if over(one) > now}


def lost(found: Iterable[LostGroup], calls: Sequence[Call], office: Sequence[int], now: datetime) -> tuple[Notice, ...]:
    """The bot was removed from a group that heard digests: none will be sent there."""
    call = deadlines.latest(calls, now)
    if call is None or not polite(now, call):
        return ()
    return tuple(
        Notice(
            to,
            lines(
                T("<b>The bot was removed</b> on {at} from a group that heard the digests.", at=one.gone),
                T("Nothing more will be sent there. To bind it again, add the bot and write /resums there."),
            ),
            one.once(to),
            (),
        )
        for one in found
        for to in office
    )


def queue(waiting: int, calls: Sequence[Call], office: Sequence[int], now: datetime) -> tuple[Notice, ...]:
    """That messages do not go out, once a day."""
    call = deadlines.latest(calls, now)
    if waiting < MANY or call is None or not polite(now, call):
        return ()
    day = deadlines.today(now).isoformat()
    return tuple(_notice(to, attention.queue(waiting), f"queue.{day}.{to}", ()) for to in office)


def _notice(to: int, says: Words, once: str, rows: Keyboard) -> Notice:
    return Notice(to, lines(_HEAD, says), once, rows, silent=False)
