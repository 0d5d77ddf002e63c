"""A letter may go to Telegram in the answer to an update."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_STATES = "state in ('held','waiting',{}'sending','sent','blocked','failed','unknown','skipped')"
_PENDING = "state IN ('waiting','sending'{})"


def upgrade() -> None:
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("offer", sa.BigInteger(), nullable=True))
        batch_op.drop_constraint("state_known", type_="check")
        batch_op.create_check_constraint("state_known", _STATES.format("'offered',"))
    _index("ix_letter_pending", ["chat", "id"], _PENDING.format(",'offered'"), again=True)
    _index("ix_letter_offered", ["not_before"], "state IN ('offered')")
    _index("ix_letter_offer", ["offer"], "offer > 0")


def downgrade() -> None:
    op.execute("UPDATE letter SET state = 'waiting' WHERE state = 'offered'")
    op.drop_index("ix_letter_offer", "letter")
    op.drop_index("ix_letter_offered", "letter")
    _index("ix_letter_pending", ["chat", "id"], _PENDING.format(""), again=True)
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_constraint("state_known", type_="check")
        batch_op.create_check_constraint("state_known", _STATES.format(""))
        batch_op.drop_column("offer")


def _index(name: str, columns: list[str], where: str, *, again: bool = False) -> None:
    if again:
        op.drop_index(name, "letter")
    op.create_index(name, "letter", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
