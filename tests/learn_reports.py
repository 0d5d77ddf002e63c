"""Learn the second opinion on session reports anew from the corpora.

Run `uv run --with scikit-learn==1.9.1 python tests/learn_reports.py`; it writes `learnt.py` beside the reader.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from textwrap import fill
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from conversations.rules.session_report import opinion
from conversations.rules.session_report.council_names import prepare
from conversations.rules.session_report.facts import gather
from conversations.rules.session_report.noise import blank_noise
from conversations.rules.session_report.tokens import read_line
from tests.read_reports import COUNCILS, load

Record = dict[str, Any]

CORPORA = Path(__file__).resolve().parent / "corpus"
LEARNT = Path(opinion.__file__).with_name("learnt.py")
HEAD = '"""What words weigh in the second opinion; `tests/learn_reports.py` writes it."""\n'


def main() -> None:
    """Write `learnt.py`: a logistic regression with few weights for each question."""
    records = [one for file in sorted(CORPORA.glob("session_reports_*.jsonl")) for one in load(file)]
    for one in records:
        one["words"] = _words(one)
    reports = [one for one in records if one["is_report"]]
    single = [one for one in reports if "multiple" not in one["must_ask"]]

    def held(way: str) -> Callable[[Record], bool]:
        return lambda one: one["expect"]["modality"] == way and "modality" not in one["must_ask"]

    sure = [one for one in records if not one.get("may_be_nonreport")]
    parts = [
        HEAD,
        _learn("REPORT", sure, lambda one: bool(one["is_report"]), freedom=1),
        _learn("SEVERAL", reports, lambda one: "multiple" in one["must_ask"], freedom=1, pairs=False),
        _learn("IN_PERSON", single, held("presencial"), freedom=10, pairs=False),
        _learn("REMOTE", single, held("distancia"), freedom=10, pairs=False),
    ]
    LEARNT.write_text("\n".join(parts), encoding="utf-8")


def _words(record: Record) -> frozenset[str]:
    """The words of a corpus line, as the opinion weighs them."""
    assigned = prepare(tuple(record["assigned"]), COUNCILS)
    line = read_line(record["text"], assigned.words)
    sent = datetime.fromisoformat(record["now"])
    return opinion.Opinion(line.text, lambda: gather(line, blank_noise(line.text), sent, assigned)).words


def _learn(
    name: str, records: list[Record], answer: Callable[[Record], bool], *, freedom: float, pairs: bool = True
) -> str:
    """The text of `learnt.py` for one question. The more `freedom`, the more weights."""

    def weighed(record: Record) -> Iterable[str]:
        return (word for word in record["words"] if pairs or "_" not in word)

    counts = CountVectorizer(analyzer=weighed, min_df=2, binary=True)
    model = LogisticRegression(C=freedom, l1_ratio=1, solver="liblinear", max_iter=3000, random_state=0)
    model.fit(counts.fit_transform(records), [answer(one) for one in records])
    found = zip(counts.get_feature_names_out(), model.coef_[0], strict=True)
    weights = [f"{opinion.BIAS}={model.intercept_[0]:.2f}"]
    weights += [f"{word}={weight:.2f}" for word, weight in found if abs(weight) >= 0.005]
    listed = fill(" ".join(weights), 100, break_long_words=False, break_on_hyphens=False)
    return f'{name} = """\n{listed}\n"""\n'


if __name__ == "__main__":
    main()
