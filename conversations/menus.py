"""The commands of Telegram's menu, by role, and the names of the roles."""

from __future__ import annotations

from collections.abc import Collection

from conversations.protocol.facts import Role
from conversations.protocol.replies import Menu
from conversations.protocol.words import T, Words

ROLE: dict[Role, T] = {
    Role.CONTACT: T("contact of a council"),
    Role.MENTOR: T("mentor"),
    Role.COMMISSION: T("member of the technical commission"),
    Role.OFFICE: T("technical office"),
}

_HOME = ("inici", T("What you can do here"))
_STATUS = ("estat", T("Where the application stands"))
_NOTICES = ("avisos", T("Reminders you get"))
_FORECAST = ("previsio", T("What will be sent"))
_SESSIONS = ("sessions", T("Sessions and hours"))
_INVITE = ("convida", T("Invite somebody"))
_HELP = ("ajuda", T("Help"))
_PRIVACY = ("privacitat", T("Data protection"))
_MINE = ("les_meves_dades", T("Everything held about you"))
_ERASE = ("esborra", T("Have your data erased"))


def commands(roles: Collection[Role]) -> tuple[tuple[str, Words], ...]:
    """The commands that somebody with these roles is offered."""
    offered = [_HOME]
    if Role.CONTACT in roles:
        offered.append(_STATUS)
    if Role.MENTOR in roles or Role.OFFICE in roles:
        offered.append(_SESSIONS)
    if Role.CONTACT in roles or Role.MENTOR in roles:
        offered.append(_NOTICES)
    if Role.OFFICE in roles:
        offered += [_INVITE, _FORECAST]
    return (*offered, _HELP, _PRIVACY, _MINE, _ERASE)


def menu(roles: Collection[Role], to: int | None = None) -> Menu:
    """The menu of a person with these roles."""
    return Menu(commands(roles), to)
