"""The record: reports, observations, runs, extractions, claims, problems, and the full-text index.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_APPLICATION_ID = 0x7061726C
_APPEND_ONLY = ("report", "observation", "run", "extraction", "claim", "problem")


def upgrade() -> None:
    """Make the tables, the index and the triggers that keep both append-only."""
    op.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    _reports()
    _extractions()
    _full_text()
    for table in _APPEND_ONLY:
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _texts(*names: str, nullable: bool = False) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=nullable) for name in names]


def _seq() -> sa.Column[int]:
    return sa.Column("seq", sa.Integer, primary_key=True)


def _reports() -> None:
    op.create_table(
        "report",
        _seq(),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        *_texts("text"),
        *_texts("title", "outlet", "byline", "published", "url", "language", nullable=True),
    )
    op.create_table(
        "observation",
        _seq(),
        *_texts("id"),
        sa.Column("report_id", sa.Text, sa.ForeignKey("report.id"), nullable=False),
        *_texts("source", "raw_sha256", "reader", "published_basis"),
        *_texts("title_span", "section", "length", "load_date", "story", nullable=True),
        sa.UniqueConstraint("report_id", "id"),
    )
    op.create_index("observation_source", "observation", ["source"])
    op.create_table(
        "problem",
        _seq(),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        *_texts("recorded_at"),
        *_texts("source", nullable=True),
        *_texts("code", "record"),
    )


def _extractions() -> None:
    op.create_table(
        "run",
        _seq(),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        *_texts("code", "lexicon", "model", "settings"),
    )
    op.create_table(
        "extraction",
        _seq(),
        sa.Column("report_id", sa.Text, sa.ForeignKey("report.id"), nullable=False),
        sa.Column("run_id", sa.Text, sa.ForeignKey("run.id"), nullable=False),
        *_texts("recorded_at", "passages", "unread", "problems"),
        sa.UniqueConstraint("report_id", "run_id"),
    )
    op.create_table(
        "claim",
        _seq(),
        *_texts("id", "report_id", "run_id", "kind"),
        *_texts("act", "measure", nullable=True),
        sa.Column("start", sa.Integer, nullable=False),
        *_texts("record"),
        sa.ForeignKeyConstraint(["report_id", "run_id"], ["extraction.report_id", "extraction.run_id"]),
        sa.UniqueConstraint("report_id", "run_id", "id"),
    )
    op.create_index("claim_id", "claim", ["id"])
    op.create_index("claim_kind", "claim", ["kind", "act", "measure"])


def _full_text() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='report', content_rowid='seq', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER report_index AFTER INSERT ON report "
        "BEGIN INSERT INTO report_words(rowid, title, text) VALUES (new.seq, new.title, new.text); END"
    )
