"""What the office's sheet of an application says and offers because of e-mails."""

from __future__ import annotations

from conversations.mailbox import held
from conversations.protocol.facts import Application, Status
from conversations.protocol.replies import Button
from conversations.protocol.wants import Facts
from conversations.protocol.words import Listed, T, Words, lines


def about(application: Application, facts: Facts) -> Words | None:
    """What the sheet says of an application that came by e-mail."""
    if application.channel != "email" or application.received is None:
        return None
    lacks = held.lacking(held.case(application, facts))
    return lines(
        T("It arrived by e-mail on {at}.", at=application.received),
        T("It lacks: {what}.", what=Listed(lacks)) if lacks else None,
    )


def buttons(application: Application, facts: Facts) -> tuple[Button, ...]:
    """What can be entered from an e-mail about an application that has its number."""
    rows = []
    if application.status is Status.NEEDS_DATA:
        rows.append(Button(T("Write down what came by e-mail"), f"note.{application.id}", standing=True))
    mailed = application.channel == "email" and application.status in held.OPEN
    if mailed and held.lacking(held.case(application, facts)):
        rows.append(Button(T("Complete it with the e-mail"), f"mailmore.{application.id}", standing=True))
    return tuple(rows)
