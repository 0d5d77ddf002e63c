"""In a group: applications are made in private, and the office has digests sent there or stops them."""

from __future__ import annotations

from collections.abc import Sequence

from conversations import help
from conversations.protocol.facts import Call
from conversations.protocol.incoming import Command, Incoming, Reachable
from conversations.protocol.kept import BindGroup, LoseGroup, UnbindGroup
from conversations.protocol.replies import Say
from conversations.protocol.turn import Step
from conversations.protocol.wants import BoundGroups, Calls, Facts, Me
from conversations.protocol.words import T, Words, lines
from conversations.rules.roles import Action, may

BIND = "resums"
UNBIND = "sense_resums"
COMMANDS = (BIND, UNBIND)


def happens(did: Incoming, facts: Facts) -> Step:
    """What is done in a group. Nothing that somebody writes there is answered, but for commands."""
    match did:
        case Reachable(reachable=False):
            return Step(None, (), (LoseGroup(did.chat),) if did.chat in facts[BoundGroups()] else ())
        case Command(command="resums"):
            return _bind(did, facts)
        case Command(command="sense_resums"):
            return _unbind(did, facts)
        case Command(command="inici", message=0) if may(facts[Me()], Action.BIND_GROUP):
            ask = T("If this group should hear how many applications arrive, write /resums.")
            return Step(None, (Say(lines(help.about(facts, False), ask)),))
        case Command():
            return Step(None, (Say(help.about(facts, False)),))
        case _:
            return Step(None)


def in_private(facts: Facts) -> Step | None:
    """The same commands in the private chat of the office: where they are to be written. None for anybody else."""
    if not may(facts[Me()], Action.BIND_GROUP):
        return None
    n = len(facts[BoundGroups()])
    says = lines(
        T("{n} group hears the digests.", "{n} groups hear the digests.", n=n) if n else T("No group hears digests."),
        T("Add the bot to the group and write /resums there. To stop them, write /sense_resums there."),
        _off(facts[Calls()]),
    )
    return Step(None, (Say(says),))


def _bind(did: Command, facts: Facts) -> Step:
    if not may(facts[Me()], Action.BIND_GROUP):
        return _refused()
    what = T("Only how many applications arrive and the dates: nothing of what they say.")
    stop = T("To stop them, write /sense_resums.")
    if did.chat in facts[BoundGroups()]:
        return Step(None, (Say(lines(T("This group hears the digests of the calls already."), what, stop)),))
    head = T("Done: this group will hear the digests of the calls.")
    return Step(None, (Say(lines(head, what, stop, _off(facts[Calls()]))),), (BindGroup(did.chat),))


def _unbind(did: Command, facts: Facts) -> Step:
    if not may(facts[Me()], Action.BIND_GROUP):
        return _refused()
    if did.chat not in facts[BoundGroups()]:
        return Step(None, (Say(T("This group hears no digests.")),))
    return Step(None, (Say(T("Done: this group will hear no more digests.")),), (UnbindGroup(did.chat),))


def _refused() -> Step:
    return Step(None, (Say(T("Only the technical office can say which groups hear the digests.")),))


def _off(calls: Sequence[Call]) -> Words | None:
    if any(call.digests.group for call in calls):
        return None
    return T("No call has digests for groups switched on, so nothing will be sent for now.")
