"""Every standing button belongs to one dialogue: two of the same name would take each other's presses."""

from __future__ import annotations

import inspect
import re
from itertools import combinations

from conversations import router
from conversations.commission import door as commission
from conversations.decisions import doors as decisions
from conversations.mentoring import door as joining
from conversations.mentoring import wanted


def test_no_two_dialogues_share_the_name_of_a_button() -> None:
    own = set(re.findall(r'"(\w+)"', " ".join(re.findall(r"case (\".*?):$", inspect.getsource(router), re.MULTILINE))))
    owners = {
        "router": own,
        "commission": set(commission.ACTIONS),
        "decisions": set(decisions.BUTTONS),
        "joining": set(joining.ACTIONS),
        # «sessions» is the command and the button of the same list.
        "sessions": set(wanted.OF_SESSION | wanted.OF_LISTS) - {"sessions"},
    }
    shared = {(one, other): owners[one] & owners[other] for one, other in combinations(owners, 2)}
    assert {pair: names for pair, names in shared.items() if names} == {}


def test_what_a_button_needs_to_be_known_is_asked_for() -> None:
    assert wanted.OF_OFFICE <= joining.ACTIONS
    assert {"mentoring"} == joining.ACTIONS - wanted.OF_ASSIGNMENT - wanted.OF_OFFICE - wanted.OF_DATE
