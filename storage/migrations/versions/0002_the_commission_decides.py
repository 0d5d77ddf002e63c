"""The commission decides."""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('dispatch',
    sa.Column('id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('call', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asked_by', sa.BigInteger(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('settled_by', sa.BigInteger(), nullable=True),
    sa.Column('settled_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint("state in ('asked','sent','stopped')", name='state_known'),
    sa.ForeignKeyConstraint(['call'], ['call.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('dispatch', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_dispatch_call'), ['call'], unique=False)

    op.create_table('list_order',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('call', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('service', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('applications', sa.JSON(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person', sa.BigInteger(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('replaced_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['call'], ['call.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('list_order', schema=None) as batch_op:
        batch_op.create_index('ix_list_order_current', ['call', 'service'], unique=True, sqlite_where=sa.text('replaced_at IS NULL'), postgresql_where=sa.text('replaced_at IS NULL'))

    op.create_table('meeting',
    sa.Column('id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('call', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('recorder', sa.BigInteger(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('begun_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('ended_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['call'], ['call.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('meeting', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_call'), ['call'], unique=False)

    op.create_table('agreement',
    sa.Column('application', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.ForeignKeyConstraint(['application'], ['application.id'], ),
    sa.PrimaryKeyConstraint('application', 'person')
    )
    op.create_table('decision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('application', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('outcome', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('service', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=True),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person', sa.BigInteger(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('told_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('answer_by', sa.Date(), nullable=True),
    sa.Column('replaced_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint("outcome in ('granted','waiting_list','deferred','refused')", name='outcome_known'),
    sa.ForeignKeyConstraint(['application'], ['application.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decision_application'), ['application'], unique=False)
        batch_op.create_index('ix_decision_current', ['application'], unique=True, sqlite_where=sa.text('replaced_at IS NULL'), postgresql_where=sa.text('replaced_at IS NULL'))

    op.create_table('ledger',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('call', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('application', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('body', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('service', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person', sa.BigInteger(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.CheckConstraint("kind in ('reserve','release','consume','restore')", name='kind_known'),
    sa.CheckConstraint('minutes > 0', name='minutes_some'),
    sa.ForeignKeyConstraint(['application'], ['application.id'], ),
    sa.ForeignKeyConstraint(['call'], ['call.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('ledger', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ledger_application'), ['application'], unique=False)
        batch_op.create_index(batch_op.f('ix_ledger_call'), ['call'], unique=False)

    op.create_table('present',
    sa.Column('meeting', sa.BigInteger(), nullable=False),
    sa.Column('person', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.ForeignKeyConstraint(['meeting'], ['meeting.id'], ),
    sa.PrimaryKeyConstraint('meeting', 'person')
    )
    with op.batch_alter_table('application', schema=None) as batch_op:
        batch_op.add_column(sa.Column('mentor', sqlmodel.sql.sqltypes.AutoString(), nullable=True))

    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.add_column(sa.Column('matter', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.create_index('ix_letter_matter', ['matter'], unique=False, sqlite_where=sa.text('matter IS NOT NULL'), postgresql_where=sa.text('matter IS NOT NULL'))



def downgrade() -> None:
    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.drop_index('ix_letter_matter', sqlite_where=sa.text('matter IS NOT NULL'), postgresql_where=sa.text('matter IS NOT NULL'))
        batch_op.drop_column('matter')

    with op.batch_alter_table('application', schema=None) as batch_op:
        batch_op.drop_column('mentor')

    op.drop_table('present')
    with op.batch_alter_table('ledger', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_ledger_call'))
        batch_op.drop_index(batch_op.f('ix_ledger_application'))

    op.drop_table('ledger')
    with op.batch_alter_table('decision', schema=None) as batch_op:
        batch_op.drop_index('ix_decision_current', sqlite_where=sa.text('replaced_at IS NULL'), postgresql_where=sa.text('replaced_at IS NULL'))
        batch_op.drop_index(batch_op.f('ix_decision_application'))

    op.drop_table('decision')
    op.drop_table('agreement')
    with op.batch_alter_table('meeting', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meeting_call'))

    op.drop_table('meeting')
    with op.batch_alter_table('list_order', schema=None) as batch_op:
        batch_op.drop_index('ix_list_order_current', sqlite_where=sa.text('replaced_at IS NULL'), postgresql_where=sa.text('replaced_at IS NULL'))

    op.drop_table('list_order')
    with op.batch_alter_table('dispatch', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_dispatch_call'))

    op.drop_table('dispatch')
