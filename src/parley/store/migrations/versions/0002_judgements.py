"""People's judgements, and tombstones of erased reports.

Revision ID: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ERASED = "SELECT report_id FROM tombstone"
# A row may go, and a judgement lose its words, only when the report it belongs to has a tombstone.
_MAY_GO = {
    "report": f"OLD.id IN ({_ERASED})",
    "observation": f"OLD.report_id IN ({_ERASED})",
    "extraction": f"OLD.report_id IN ({_ERASED})",
    "claim": f"OLD.report_id IN ({_ERASED})",
    "problem": f"""OLD.source IN ({_ERASED}) OR EXISTS (
        SELECT 1 FROM observation WHERE report_id IN ({_ERASED})
        AND (source = OLD.source OR substr(source, 1, length(OLD.source) + 1) = OLD.source || '#'))""",
}


def upgrade() -> None:
    """Make the tables, and let erasing, and nothing else, through the triggers that keep the record append-only."""
    _judgements()
    _tombstones()
    for table, condition in _MAY_GO.items():
        op.execute(f"DROP TRIGGER {table}_no_delete")
        _refuse(table, "DELETE", unless=condition)


def _judgements() -> None:
    op.create_table(
        "judgement",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("report_id", "verdict", "target", "recorded_at", "record")),
    )  # fmt: skip
    op.create_index("judgement_report", "judgement", ["report_id"])
    _refuse("judgement", "DELETE")
    _refuse("judgement", "UPDATE", unless=f"OLD.report_id IN ({_ERASED})")


def _tombstones() -> None:
    op.create_table(
        "tombstone",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("report_id", sa.Text, nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("person", "recorded_at", "reason")),
        sa.Column("swept_at", sa.Text),
    )
    _refuse("tombstone", "DELETE")
    op.execute(
        "CREATE TRIGGER tombstone_no_update BEFORE UPDATE OF seq, report_id, person, recorded_at, reason ON tombstone "
        "BEGIN SELECT RAISE(ABORT, 'tombstone is append-only'); END"
    )
    op.execute(
        "CREATE TRIGGER report_stays_erased BEFORE INSERT ON report "
        f"WHEN NEW.id IN ({_ERASED}) BEGIN SELECT RAISE(ABORT, 'the report was erased'); END"
    )


def _refuse(table: str, deed: str, *, unless: str | None = None) -> None:
    condition = f"WHEN NOT coalesce(({unless}), 0) " if unless else ""  # NULL would let it pass
    op.execute(
        f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} {condition}"
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )
