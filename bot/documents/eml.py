"""Messages that are ready to be sent: opened in a mail program, they only wait for the button."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from email_validator import EmailNotValidError, validate_email

from bot.documents.model import PrintedMail


def message(mail: PrintedMail, pdf: bytes) -> EmailMessage:
    """The message itself. `X-Unsent` makes mail programs open it as a draft."""
    made = EmailMessage(policy=SMTP)
    made["Subject"] = _one_line(mail.subject)
    to = _address(mail)
    if to is not None:
        made["To"] = to
    made["X-Unsent"] = "1"
    made.set_content(mail.text, cte="quoted-printable")
    made.add_attachment(pdf, maintype="application", subtype="pdf", filename=mail.attached.file_name)
    # The same message is always the same bytes: the line between its parts comes from nothing random.
    made.set_boundary("=_xmess_parts_of_a_message_=")
    return made


def _address(mail: PrintedMail) -> Address | None:
    """The recipient with the name, if there is an address that mail can be sent to."""
    try:
        address = validate_email(mail.address, check_deliverability=False, allow_smtputf8=False).normalized
    except EmailNotValidError:
        return None
    return Address(_one_line(mail.name), addr_spec=address)


def _one_line(text: str) -> str:
    """Without line ends, other control characters nor what looks encoded: a header cannot be made to hold another one.

    `email` decodes an encoded word that it finds in a name, line ends and all.
    """
    return " ".join("".join(char if char.isprintable() else " " for char in text).replace("=?", "= ?").split())
