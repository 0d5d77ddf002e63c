"""Learn the second opinion on session reports anew from the corpora.

Run `uv run --with scikit-learn==1.9.1 python tests/learn_reports.py`; it writes `learnt.py` beside the reader.
"""

from __future__ import annotations

import sys
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

CORPORA = Path(__file__).resolve().parent / "corpus"
LEARNT = Path(opinion.__file__).with_name("learnt.py")
HEAD = '"""What words weigh in the second opinion; `tests/learn_reports.py` writes it."""\n'


def main() -> None:
    """Write `learnt.py`: a logistic regression with as few weights as will do."""
    corpora = [one for file in sorted(CORPORA.glob("session_reports_*.jsonl")) for one in load(file)]
    records = [one for one in corpora if not one.get("may_be_nonreport")]
    counts = CountVectorizer(analyzer=words_of, min_df=2, binary=True)
    model = LogisticRegression(l1_ratio=1, solver="liblinear", max_iter=3000, random_state=0)
    model.fit(counts.fit_transform(records), [one["is_report"] for one in records])
    found = zip(counts.get_feature_names_out(), model.coef_[0], strict=True)
    weights = [f"{opinion.BIAS}={model.intercept_[0]:.2f}"]
    weights += [f"{word}={weight:.2f}" for word, weight in found if abs(weight) >= 0.005]
    listed = fill(" ".join(weights), 100, break_long_words=False, break_on_hyphens=False)
    LEARNT.write_text(f'{HEAD}\nWEIGHTS = """\n{listed}\n"""\n', encoding="utf-8")


def words_of(record: dict[str, Any]) -> frozenset[str]:
    """The words of a corpus line, as the opinion weighs them."""
    assigned = prepare(tuple(record["assigned"]), COUNCILS)
    line = read_line(record["text"], assigned.words)
    facts = gather(line, blank_noise(line.text), datetime.fromisoformat(record["now"]), assigned)
    return opinion.words(line.text, facts)


if __name__ == "__main__":
    main()
