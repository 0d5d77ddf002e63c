"""Which message answered what an application lacked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("data_request") as batch_op:
        batch_op.add_column(sa.Column("message", sa.BigInteger(), nullable=False, server_default="0"))
        batch_op.create_index("ix_data_request_message", ["answered_by", "message"])


def downgrade() -> None:
    with op.batch_alter_table("data_request") as batch_op:
        batch_op.drop_index("ix_data_request_message")
        batch_op.drop_column("message")
