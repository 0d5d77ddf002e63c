"""How often the silence of a package was spoken of, and when it was taken up again."""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("nudged", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("nudged_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("resumed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    # Packages that are under way are looked at from the day on which they were agreed.
    op.execute("UPDATE assignment SET next_notice_at = exchanged_at WHERE state = 'agreed'")


def downgrade() -> None:
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_column("resumed_at")
        batch_op.drop_column("nudged_at")
        batch_op.drop_column("nudged")
