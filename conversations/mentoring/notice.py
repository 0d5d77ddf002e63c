"""What is done with the data of somebody who gives hours (R50)."""

from __future__ import annotations

from conversations.privacy.telling import Notice
from conversations.protocol.words import T

OF_MENTORS = Notice(
    then="mentoring",
    handled=lambda name: T(
        "{controller} handles them for the mentoring and the advice: your name, how to reach you, what you offer "
        "and the sessions that you write down. The technical office reads them, and the councils that you go with.",
        controller=name,
    ),
    otherwise=lambda address: T(
        "Telegram is an outside service. If you prefer not to use it, write to {address}: the technical office "
        "can write down your sessions.",
        address=address,
    ),
    purpose=T("<b>Purpose</b>: the mentoring and the advice, from joining people to the sessions held."),
    readers=T("<b>Who sees them</b>: the technical office and the councils that you go with."),
)
