"""What people decided about pairs of actors: that they are the same, different, or that it is unsure.

Revision ID: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# A judgement loses its words only when a report that it points at was erased.
_MAY_CHANGE = "EXISTS (SELECT 1 FROM tombstone WHERE instr(OLD.record, report_id))"


def upgrade() -> None:
    """Make the log, to which rows are only added."""
    op.create_table(
        "pair_judgement",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("verdict", "recorded_at", "record")),
    )
    op.execute(
        "CREATE TRIGGER pair_judgement_no_delete BEFORE DELETE ON pair_judgement "
        "BEGIN SELECT RAISE(ABORT, 'pair_judgement is append-only'); END"
    )
    op.execute(
        f"CREATE TRIGGER pair_judgement_no_update BEFORE UPDATE ON pair_judgement WHEN NOT ({_MAY_CHANGE}) "
        "BEGIN SELECT RAISE(ABORT, 'pair_judgement is append-only'); END"
    )
