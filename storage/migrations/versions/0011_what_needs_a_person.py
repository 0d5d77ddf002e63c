"""What needs a person is found without looking through all that does not."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None

_INDEXES = (
    ('ix_letter_undelivered', 'letter', 'id', "state IN ('blocked','failed')"),
    ('ix_access_request_open', 'access_request', 'at', 'decided IS NULL'),
    ('ix_help_request_open', 'help_request', 'at', 'answer IS NULL'),
    ('ix_data_request_open', 'data_request', 'due', 'answer IS NULL'),
)


def upgrade() -> None:
    for name, table, column, where in _INDEXES:
        op.create_index(
            name, table, [column], unique=False, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
        )


def downgrade() -> None:
    for name, table, _, _ in _INDEXES:
        op.drop_index(name, table)
