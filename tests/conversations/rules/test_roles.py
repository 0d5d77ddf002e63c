"""Who may do what: every role, every action, at the own body, at another and at none; dialogues: test_authorisation."""

import pytest

from conversations.protocol.facts import Person, Role, Seat
from conversations.rules.roles import Action, may

OWN, OTHER = "inventat-1", "inventat-2"

ALLOWED: dict[Action, set[tuple[Role, str]]] = {
    Action.APPLY: {(Role.CONTACT, "own")},
    Action.READ_APPLICATION: {
        (Role.CONTACT, "own"),
        (Role.OFFICE, "own"),
        (Role.OFFICE, "other"),
        (Role.OFFICE, "none"),
    },
    **{
        action: {(Role.OFFICE, "own"), (Role.OFFICE, "other"), (Role.OFFICE, "none")}
        for action in (
            Action.INVITE,
            Action.HAND_OVER,
            Action.ENTER_MAIL,
            Action.DECIDE_ACCESS,
            Action.ANSWER_HELP,
            Action.REVIEW,
            Action.EXTEND_CALL,
            Action.SEE_FORECAST,
            Action.KEEP_REGISTER,
            Action.ATTEND,
            Action.BIND_GROUP,
            Action.INVITE_MENTOR,
            Action.KEEP_MENTOR,
            Action.SUGGEST,
            Action.ASSIGN,
            Action.REPORT,
            Action.AMEND,
            Action.SETTLE,
            Action.SEE_ALL_SESSIONS,
        )
    },
    **{
        action: {(Role.CONTACT, "own"), (Role.OFFICE, "own"), (Role.OFFICE, "other"), (Role.OFFICE, "none")}
        for action in (
            Action.ANSWER_ASSIGNMENT,
            Action.REPLACE,
            Action.PAUSE,
            Action.CONFIRM_SESSION,
            Action.CORRECT_SESSION,
            Action.PROPOSE_DATE,
            Action.SEE_SESSIONS,
        )
    },
    Action.ANSWER_GRANT: {(Role.CONTACT, "own")},
    **{
        action: {(role, where) for role in (Role.COMMISSION, Role.OFFICE) for where in ("own", "other", "none")}
        for action in (Action.READ_LETTERS, Action.SEND_DECISIONS, Action.ALLOW_OVER)
    },
    Action.PROMOTE: {(Role.COMMISSION, "own"), (Role.COMMISSION, "other"), (Role.COMMISSION, "none")},
    Action.RECORD_ANSWER: {(Role.OFFICE, "own"), (Role.OFFICE, "other"), (Role.OFFICE, "none")},
    Action.MEET: {(role, where) for role in (Role.COMMISSION, Role.OFFICE) for where in ("own", "other", "none")},
    Action.DECIDE: {(Role.COMMISSION, "own"), (Role.COMMISSION, "other"), (Role.COMMISSION, "none")},
    Action.ASSESS: {(Role.COMMISSION, "own"), (Role.COMMISSION, "other"), (Role.COMMISSION, "none")},
}
"""What the bases and the network's habits allow. An action that is missing here has not been thought about."""


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("where", "body"), [("own", OWN), ("other", OTHER), ("none", None)])
def test_may_is_the_matrix(action: Action, role: Role, where: str, body: str | None) -> None:
    person = Person(1, seats=(Seat(role, OWN),))
    assert may(person, action, body) is ((role, where) in ALLOWED[action])


WITH_A_COUNCIL = {
    Action.KEEP_MENTOR,
    Action.ANSWER_ASSIGNMENT,
    Action.REPLACE,
    Action.PAUSE,
    Action.REPORT,
    Action.AMEND,
    Action.CORRECT_SESSION,
    Action.PROPOSE_DATE,
    Action.SEE_SESSIONS,
}
"""What a mentor may do in the package that is theirs; confirming the own sessions is not among it."""


@pytest.mark.parametrize("action", Action)
def test_a_mentor_acts_only_in_the_own_package(action: Action) -> None:
    mentor = Person(1, seats=(Seat(Role.MENTOR, OTHER),))
    assert may(mentor, action, OWN, mentor=1) is (action in WITH_A_COUNCIL)
    assert not may(mentor, action, OWN, mentor=2)
    assert not may(Person(1), action, OWN, mentor=1)


@pytest.mark.parametrize("action", Action)
def test_may_is_never_somebody_without_a_role(action: Action) -> None:
    assert not may(Person(1), action, OWN)
    assert not may(Person(1), action)


def test_may_is_not_widened_by_a_seat_without_a_body() -> None:
    assert not may(Person(1, seats=(Seat(Role.CONTACT, None),)), Action.APPLY, None)
