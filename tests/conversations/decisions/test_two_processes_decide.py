"""Two processes decide, send and promote at once: hours add up, nobody is told twice, nothing is granted by itself."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from conversations.protocol.assessment import Outcome
from conversations.protocol.facts import Role
from tests.support import decisions_hold
from tests.support.chamber import MONDAY, NURIA, PEOPLE, Chamber, chamber_in
from tests.support.decided import Commission
from tests.support.deciders import Cast, decide

GRANTED = {"Salt": "mentoring", "Arenys de Munt": "mentoring", "Callús": "advice", "Navàs": "advice"}
WAITS, OPEN = "Cardedeu", ("Ulldecona", "Sobremunt", "Ripollet")
"""Who knows its decision when the two begin, and who has none yet."""
COUNCILS = (*GRANTED, WAITS, *OPEN)
BAGS = {"mentoring": 480, "advice": 480}
"""Two packages each, so that they are soon full and everybody wants the last one."""
STEPS = 40
PROCESSES = 2


def tells(chamber: Chamber) -> None:
    """The councils that are to know their decision when the two begin are told."""
    commission, berta = Commission(chamber.bot), chamber.berta.id
    for council, service in GRANTED.items():
        key = chamber.key(council)
        commission.decide(key, key.split(".")[1], Outcome.GRANTED, service, by=berta, reason="Us hi escau.")
    key = chamber.key(WAITS)
    commission.decide(key, key.split(".")[1], Outcome.WAITING_LIST, "advice", by=berta, position=1)
    chamber.berta.says("/inici")
    chamber.berta.presses("Envia'ls")
    chamber.oriol.presses("Confirma l'enviament")


@pytest.mark.long
def test_two_processes_that_decide_and_send_at_once_break_nothing(database: str, tmp_path: Path) -> None:
    promotes = database == "sqlite"  # hours that come back pass on by themselves; otherwise somebody grants them
    chamber = chamber_in(tmp_path, scored=True)
    bot = chamber.bot
    bot.sets("bag_minutes = 1680", "bag_minutes = 480")
    bot.sets("promotes = false", f"promotes = {'true' if promotes else 'false'}")
    bot.moves(MONDAY.replace(hour=10))
    chamber.meets(chamber.oriol)
    contacts = {chamber.key(council): 1101 + place for place, council in enumerate(COUNCILS)}
    for council, contact in zip(COUNCILS, contacts.values(), strict=True):
        bot.seats(contact, Role.CONTACT, council)
    tells(chamber)
    cast = Cast([number for number, _, _ in PEOPLE.values()], NURIA, contacts)
    url = bot.database.engine.url.render_as_string(hide_password=False)
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["tests.support.deciders"])
    together = server.Barrier(PROCESSES)
    processes = [
        server.Process(
            target=decide, args=(url, MONDAY.replace(hour=10, minute=5), cast, number, STEPS, together), daemon=True
        )
        for number in range(1, PROCESSES + 1)
    ]
    for one in processes:
        one.start()
    for one in processes:
        one.join(120)
    assert [one.exitcode for one in processes] == [0] * PROCESSES
    decisions_hold.everything(bot.rows, BAGS, automatic=promotes)
    assert bot.rows("select * from failed_update") == []
    told = bot.rows("select id from decision where told_at is not null")
    assert len(told) > len(GRANTED) + 1, "nothing came of it"
    bot.close()
