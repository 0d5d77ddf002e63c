"""A side may say that the modality or the topic of a session was another one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("says_modality", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("says_topic", sa.String(), nullable=True))
        batch_op.create_check_constraint("says_modality_known", "says_modality in ('in_person','remote')")


def downgrade() -> None:
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_constraint("says_modality_known", type_="check")
        batch_op.drop_column("says_topic")
        batch_op.drop_column("says_modality")
