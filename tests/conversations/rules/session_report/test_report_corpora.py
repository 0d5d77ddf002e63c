from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conversations.rules.session_report.report_score import Score, score, would_log
from tests.read_reports import load, main, prediction

CORPORA = Path(__file__).resolve().parents[3] / "corpus"


@dataclass(frozen=True)
class Bar:
    """The least that is accepted; shares are of the messages that the measure is about."""

    exact: float
    asked: float
    over_asked: float
    badly_logged: int
    silent: int = 0
    several_missed: int = 0


BARS = {
    "given": Bar(exact=0.97, asked=1.0, over_asked=0.02, badly_logged=0),
    "adverse": Bar(exact=0.97, asked=0.96, over_asked=0.02, badly_logged=0),
    "tuned": Bar(exact=0.97, asked=0.97, over_asked=0.02, badly_logged=0),
    "unseen": Bar(exact=0.97, asked=0.97, over_asked=0.02, badly_logged=0),
    "fresh1": Bar(exact=0.96, asked=0.96, over_asked=0.02, badly_logged=0),
    "fresh2": Bar(exact=0.96, asked=0.88, over_asked=0.02, badly_logged=0),
    "written": Bar(exact=0.98, asked=0.98, over_asked=0.01, badly_logged=0),
    "fresh55": Bar(exact=0.99, asked=1.0, over_asked=0.02, badly_logged=0),
    "fresh56": Bar(exact=0.94, asked=1.0, over_asked=0.07, badly_logged=0),
    "fresh57": Bar(exact=0.99, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh58": Bar(exact=0.99, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh59": Bar(exact=0.98, asked=1.0, over_asked=0.04, badly_logged=0),
    "fresh60": Bar(exact=0.98, asked=1.0, over_asked=0.03, badly_logged=0),
    "fresh61": Bar(exact=0.99, asked=1.0, over_asked=0.02, badly_logged=0),
    "fresh62": Bar(exact=0.99, asked=1.0, over_asked=0.02, badly_logged=0),
    "fresh63": Bar(exact=0.98, asked=1.0, over_asked=0.03, badly_logged=0),
    "fresh64": Bar(exact=0.99, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh65": Bar(exact=0.98, asked=1.0, over_asked=0.02, badly_logged=0),
    "fresh66": Bar(exact=0.99, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh54": Bar(exact=0.98, asked=0.96, over_asked=0.03, badly_logged=0),
    "fresh53": Bar(exact=0.98, asked=1.0, over_asked=0.06, badly_logged=0),
    "fresh52": Bar(exact=0.98, asked=1.0, over_asked=0.03, badly_logged=0),
    "fresh51": Bar(exact=0.98, asked=1.0, over_asked=0.04, badly_logged=0, several_missed=1),
    "fresh50": Bar(exact=0.98, asked=1.0, over_asked=0.02, badly_logged=0),
    "fresh49": Bar(exact=0.99, asked=1.0, over_asked=0.02, badly_logged=0),
    "fresh48": Bar(exact=0.99, asked=1.0, over_asked=0.03, badly_logged=0),
    "fresh47": Bar(exact=0.99, asked=1.0, over_asked=0.03, badly_logged=0),
    "fresh46": Bar(exact=0.99, asked=1.0, over_asked=0.02, badly_logged=0),
    "fresh45": Bar(exact=1.0, asked=0.98, over_asked=0.02, badly_logged=0),
    "fresh44": Bar(exact=1.0, asked=1.0, over_asked=0.0, badly_logged=0),
    "fresh43": Bar(exact=1.0, asked=1.0, over_asked=0.0, badly_logged=0),
    "fresh42": Bar(exact=1.0, asked=0.96, over_asked=0.01, badly_logged=0),
    "fresh41": Bar(exact=0.99, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh40": Bar(exact=0.97, asked=0.96, over_asked=0.03, badly_logged=0),
    "fresh39": Bar(exact=0.94, asked=1.0, over_asked=0.05, badly_logged=0),
    "fresh38": Bar(exact=0.96, asked=0.92, over_asked=0.04, badly_logged=0),
    "fresh37": Bar(exact=0.99, asked=0.96, over_asked=0.01, badly_logged=0),
    "fresh36": Bar(exact=0.85, asked=0.92, over_asked=0.22, badly_logged=1, silent=1, several_missed=2),
    "fresh35": Bar(exact=0.97, asked=1.0, over_asked=0.03, badly_logged=0),
    "fresh34": Bar(exact=0.97, asked=1.0, over_asked=0.03, badly_logged=0, several_missed=1),
    "fresh33": Bar(exact=0.97, asked=1.0, over_asked=0.03, badly_logged=0),
    "fresh32": Bar(exact=0.98, asked=0.97, over_asked=0.02, badly_logged=0),
    "fresh31": Bar(exact=0.94, asked=1.0, over_asked=0.10, badly_logged=0),
    "fresh30": Bar(exact=0.97, asked=0.97, over_asked=0.02, badly_logged=0),
    "fresh29": Bar(exact=0.99, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh28": Bar(exact=0.98, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh27": Bar(exact=0.97, asked=1.0, over_asked=0.06, badly_logged=0, silent=1),
    "fresh26": Bar(exact=0.96, asked=1.0, over_asked=0.10, badly_logged=0),
    "fresh25": Bar(exact=0.97, asked=1.0, over_asked=0.03, badly_logged=0),
    "fresh24": Bar(exact=0.99, asked=1.0, over_asked=0.02, badly_logged=0),
    "fresh23": Bar(exact=0.98, asked=1.0, over_asked=0.02, badly_logged=0),
    "fresh22": Bar(exact=0.97, asked=1.0, over_asked=0.03, badly_logged=0),
    "fresh21": Bar(exact=0.99, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh20": Bar(exact=0.94, asked=1.0, over_asked=0.09, badly_logged=0),
    "fresh19": Bar(exact=0.94, asked=1.0, over_asked=0.05, badly_logged=0),
    "fresh18": Bar(exact=0.99, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh17": Bar(exact=0.99, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh16": Bar(exact=0.99, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh15": Bar(exact=0.99, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh14": Bar(exact=0.99, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh13": Bar(exact=0.96, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh12": Bar(exact=0.97, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh11": Bar(exact=0.97, asked=0.95, over_asked=0.01, badly_logged=0),
    "fresh10": Bar(exact=0.97, asked=0.94, over_asked=0.01, badly_logged=0),
    "fresh9": Bar(exact=0.97, asked=1.0, over_asked=0.02, badly_logged=0),
    "fresh8": Bar(exact=0.98, asked=1.0, over_asked=0.01, badly_logged=0),
    "fresh7": Bar(exact=0.98, asked=1.0, over_asked=0.02, badly_logged=0),
    "fresh6": Bar(exact=0.97, asked=1.0, over_asked=0.02, badly_logged=0),
    "fresh5": Bar(exact=0.97, asked=1.0, over_asked=0.02, badly_logged=0),
    "fresh4": Bar(exact=0.94, asked=1.0, over_asked=0.03, badly_logged=0),
    "fresh3": Bar(exact=0.97, asked=0.92, over_asked=0.02, badly_logged=0),
}


BESIDE = {f"fresh{number}" for number in range(2, 67)} - {
    "fresh6",
    "fresh13",
    "fresh27",
    "fresh28",
    "fresh31",
    "fresh41",
}
"""They run nothing of the reader that the other corpora and the tests beside this one do not run too."""


def _score(name: str) -> Score:
    return score((record, prediction(record)) for record in load(CORPORA / f"session_reports_{name}.jsonl"))


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.unmeasured if name in BESIDE else ()) for name in BARS]
)
def test_a_corpus_is_read_as_people_meant_it(name: str) -> None:
    found, bar = _score(name), BARS[name]

    assert found.silent <= bar.silent
    assert found.unasked == 0
    assert found.badly_logged <= bar.badly_logged
    assert found.several_found >= found.several - bar.several_missed
    assert found.exact >= bar.exact * found.complete
    assert found.asked >= bar.asked * found.to_ask
    assert found.over_asked <= bar.over_asked * found.complete


def test_the_script_prints_one_prediction_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    path = CORPORA / "session_reports_given.jsonl"

    assert main([str(path)]) == 0

    assert len(capsys.readouterr().out.splitlines()) == len(load(path))
    assert main([]) == 2


def test_what_is_asked_is_not_logged() -> None:
    values = {"date": "2020-06-02", "minutes": 120, "municipality": "Vic", "modality": None}

    assert would_log({**values, "is_report": True, "ask": []})
    assert not would_log({**values, "is_report": True, "ask": ["date"]})
    assert not would_log({**values, "is_report": False, "ask": []})
