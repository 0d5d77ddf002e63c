from __future__ import annotations

import pytest

from conversations.rules.session_report import read
from tests.conversations.rules.session_report.report_variants import ASSIGNED, SENT, WINDOW, variants
from tests.read_reports import COUNCILS


@pytest.mark.unmeasured
@pytest.mark.parametrize("seed", [2020, 5, 8])
def test_every_wording_of_the_grammar_is_understood_without_a_question(seed: int) -> None:
    misread = []
    for variant in variants(700, seed):
        found = read(variant.text, sent=SENT, window=WINDOW, assigned=ASSIGNED, councils=COUNCILS)
        told = (found.date, found.minutes, found.council, found.modality, found.ask)
        if told != (variant.day, variant.minutes, variant.council, variant.modality, frozenset()):
            misread.append((variant.text, told))

    assert not misread
