"""Every button of the form can also be typed: its Catalan label names its option and nothing else."""

import pytest

from conversations.forms.application import QUESTIONS
from conversations.forms.choices import Checklist, Choice
from conversations.forms.phrases import Named, named, phrases
from locales import translate


@pytest.mark.parametrize("question", [one.id for one in QUESTIONS.values() if isinstance(one.kind, Choice | Checklist)])
def test_every_label_of_a_question_names_its_option(question: str) -> None:
    kind = QUESTIONS[question].kind
    assert isinstance(kind, Choice | Checklist)
    known = phrases({option.id: option.synonyms for option in kind.options})
    labels = {option.id: translate(option.label) for option in kind.options}
    assert {label: named(label, known) for label in labels.values()} == {
        label: Named((option,), ()) for option, label in labels.items()
    }
