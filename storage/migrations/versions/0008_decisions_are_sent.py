"""Decisions are sent."""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('decision', schema=None) as batch_op:
        batch_op.add_column(sa.Column('dispatch', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('next_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.create_index('ix_decision_next', ['next_at'], unique=False, sqlite_where=sa.text('next_at IS NOT NULL'), postgresql_where=sa.text('next_at IS NOT NULL'))
        batch_op.create_foreign_key('decision_dispatch_fkey', 'dispatch', ['dispatch'], ['id'])

    with op.batch_alter_table('dispatch', schema=None) as batch_op:
        batch_op.add_column(sa.Column('reported_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))

    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.add_column(sa.Column('basis', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('edited', sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.drop_column('edited')
        batch_op.drop_column('basis')

    with op.batch_alter_table('dispatch', schema=None) as batch_op:
        batch_op.drop_column('reported_at')

    with op.batch_alter_table('decision', schema=None) as batch_op:
        batch_op.drop_constraint('decision_dispatch_fkey', type_='foreignkey')
        batch_op.drop_index('ix_decision_next')
        batch_op.drop_column('next_at')
        batch_op.drop_column('dispatch')
