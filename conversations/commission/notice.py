"""What is done with the data of somebody of the commission (R50)."""

from __future__ import annotations

from conversations.privacy.telling import Notice
from conversations.protocol.words import T

OF_THE_COMMISSION = Notice(
    then="commission",
    handled=lambda name: T(
        "{controller} handles them for the work of the technical commission. Your name and your abstentions stand "
        "in the proposed minutes, and your scores without saying whose they are. The commission and the technical "
        "office read them.",
        controller=name,
    ),
    otherwise=lambda address: T(
        "Telegram is an outside service. If you prefer not to use it, write to {address}: somebody else can write "
        "down what you say.",
        address=address,
    ),
    purpose=T("<b>Purpose</b>: the work of the technical commission, from scoring to the minutes."),
    readers=T("<b>Who sees them</b>: the technical commission and the technical office."),
)
