"""Which updates of a batch are answered together, and the locks that keep other processes away from what they touch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot import writing
from conversations import free_text, needs
from conversations.mentoring import spoken
from conversations.protocol.facts import Person
from conversations.protocol.incoming import Incoming, Text
from storage import dialogues, locks, offers, snapshots
from storage.database import Overtaken
from storage.dialogues import Dialogue, Key
from storage.offers import Offer


@dataclass(frozen=True, slots=True)
class Together:
    """Updates that share a transaction, the dialogues they belong to, and every matter that they claim.

    `people` are those who wrote before, as they are now that all of it is locked.
    """

    updates: list[Incoming]
    known: Mapping[Key, Dialogue]
    people: Mapping[int, Person]
    claims: frozenset[str]


def persons(connection: Connection, batch: Sequence[Incoming]) -> None:
    """Waits until no other process answers any of these people, and keeps them until the transaction ends."""
    locks.matters(connection, (f"person:{one.person}" for one in batch))


def together(connection: Connection, batch: Sequence[Incoming], now: datetime) -> Together:
    """The updates that may be answered together, with all that they touch locked. Their people are locked already.

    Raises Overtaken when another process changed what they touch while the locks were waited for.
    """
    places, chosen = _look(connection, batch, now)
    if not locks.needed(connection):
        return chosen
    locks.matters(connection, chosen.claims - {needs.EVERYTHING})
    if needs.EVERYTHING in chosen.claims:
        locks.alone(connection)
    else:
        locks.beside(connection)
    _, again = _look(connection, [batch[place] for place in places], now)
    if not again.claims <= chosen.claims:
        raise Overtaken
    return again


def _look(connection: Connection, batch: Sequence[Incoming], now: datetime) -> tuple[list[int], Together]:
    known = dialogues.load(connection, ((one.chat, one.person) for one in batch))
    understood = _understood(connection, batch, known, now)
    people = snapshots.persons(connection, list({one.person for one in batch}))
    places, claims = _apart(understood, known, people)
    return places, Together([understood[place] for place in places], known, people, claims)


def _understood(
    connection: Connection, batch: Sequence[Incoming], known: Mapping[Key, Dialogue], now: datetime
) -> list[Incoming]:
    """A typed text that equals the label of a button is that button: of a live one, or else of one that stands."""
    understood = [_live(one, known[one.chat, one.person]) for one in batch]
    loose = {
        one.chat
        for one in understood
        if isinstance(one, Text)
        and one.private
        and not free_text.swallows(known[one.chat, one.person].state.scene, one)
    }
    standing = offers.of_chats(connection, loose, now)
    return [_standing(one, standing[one.chat]) if one.chat in standing else one for one in understood]


def _live(incoming: Incoming, dialogue: Dialogue) -> Incoming:
    if not isinstance(incoming, Text) or not dialogue.labels:
        return incoming
    text = writing.typed(incoming.text)
    picked = next((data for label, data in dialogue.labels if label and label == text), None)
    picked = picked or spoken.button(dialogue.state.scene, incoming.text, (data for label, data in dialogue.labels))
    return needs.typed_button(incoming, picked) if picked else incoming


def _standing(incoming: Incoming, offered: Sequence[Offer]) -> Incoming:
    if not isinstance(incoming, Text):
        return incoming
    text = writing.typed(incoming.text)
    found = {one.data: one.message for one in reversed(offered) if text and writing.typed(one.label) == text}
    match list(found.items()):
        case []:
            return incoming
        case [(data, message)]:
            return needs.typed_button(incoming, data, message)
        case _:
            return needs.typed_button(incoming, needs.of_several(found))


def _apart(
    batch: Sequence[Incoming], known: Mapping[Key, Dialogue], people: Mapping[int, Person]
) -> tuple[list[int], frozenset[str]]:
    """The places of updates no two of which claim the same matter, and what they claim."""
    chosen: list[int] = []
    claimed: frozenset[str] = frozenset()
    for place, one in enumerate(batch):
        me = people.get(one.person, Person(one.person))
        claims = needs.claims(known[one.chat, one.person].state, one, me)
        if needs.EVERYTHING in claims:
            return (chosen, claimed) if chosen else ([place], claims)
        if not claims & claimed:
            claimed |= claims
            chosen.append(place)
    return chosen, claimed
