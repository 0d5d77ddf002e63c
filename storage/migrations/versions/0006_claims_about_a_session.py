"""What a side says about the day of a session, and sessions that wait for the commission."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

_BEFORE = "state in ('reported','confirmed','silent','disputed','settled','undone','no_show')"
_AFTER = "state in ('reported','over','confirmed','silent','disputed','settled','undone','no_show')"


def upgrade() -> None:
    with op.batch_alter_table('session', schema=None) as batch_op:
        batch_op.add_column(sa.Column('says_day', sa.Date(), nullable=True))
        batch_op.drop_constraint('state_known', type_='check')
        batch_op.create_check_constraint('state_known', _AFTER)


def downgrade() -> None:
    with op.batch_alter_table('session', schema=None) as batch_op:
        batch_op.drop_constraint('state_known', type_='check')
        batch_op.create_check_constraint('state_known', _BEFORE)
        batch_op.drop_column('says_day')
