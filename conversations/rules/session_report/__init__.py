"""The reader of session reports: a mentor's free sentence in Catalan becomes a report, or a question about it."""

from conversations.rules.session_report.changing import (
    Changed,
    as_told,
    begins_otherwise,
    changed,
    says_otherwise,
    takes_back,
    without_opening,
)
from conversations.rules.session_report.model import (
    Field,
    Kind,
    Modality,
    Proposal,
    Reading,
    Reason,
    Session,
    Span,
)
from conversations.rules.session_report.naming import Named, named
from conversations.rules.session_report.reading import read
from conversations.rules.session_report.topic import names_topic

__all__ = [
    "Changed",
    "Field",
    "Kind",
    "Modality",
    "Named",
    "Proposal",
    "Reading",
    "Reason",
    "Session",
    "Span",
    "as_told",
    "begins_otherwise",
    "changed",
    "named",
    "names_topic",
    "read",
    "says_otherwise",
    "takes_back",
    "without_opening",
]
