"""Letters tell whether standing buttons hang under them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    offers = sa.text("offers")
    with op.batch_alter_table("letter") as batch_op:
        batch_op.add_column(sa.Column("offers", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.create_index(
            "ix_letter_offers", ["chat", "id"], unique=False, sqlite_where=offers, postgresql_where=offers
        )


def downgrade() -> None:
    with op.batch_alter_table("letter") as batch_op:
        batch_op.drop_index("ix_letter_offers")
        batch_op.drop_column("offers")
