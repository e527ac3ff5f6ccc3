"""The tables of the record. The migrations make them; a test holds both equal."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = [
    "APPLICATION_ID",
    "REVISION",
    "claim",
    "extraction",
    "judgement",
    "metadata",
    "observation",
    "pair_judgement",
    "problem",
    "report",
    "run",
    "tombstone",
]

APPLICATION_ID = 0x7061726C  # "parl", in the file's header: tells a Parley database from any other
REVISION = "0003"
"""The schema this program reads and writes; revisions are numbered, so that a later one compares greater."""

metadata = MetaData()

# Every table has an explicit integer key: an implicit one may change when the file is compacted, and the full-text
# index and "newest" both rest on it.
report = Table(
    "report",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("byline", Text),
    Column("published", Text),
    Column("url", Text),
    Column("language", Text),
)

observation = Table(
    "observation",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("report_id", Text, ForeignKey("report.id"), nullable=False),
    Column("source", Text, nullable=False),
    Column("raw_sha256", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("published_basis", Text, nullable=False),
    Column("title_span", Text),
    Column("section", Text),
    Column("length", Text),
    Column("load_date", Text),
    Column("story", Text),
    UniqueConstraint("report_id", "id"),
    Index("observation_source", "source"),
)

run = Table(
    "run",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("code", Text, nullable=False),
    Column("lexicon", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("settings", Text, nullable=False),
)

extraction = Table(
    "extraction",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("report_id", Text, ForeignKey("report.id"), nullable=False),
    Column("run_id", Text, ForeignKey("run.id"), nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("passages", Text, nullable=False),
    Column("unread", Text, nullable=False),
    Column("problems", Text, nullable=False),
    UniqueConstraint("report_id", "run_id"),
)

claim = Table(
    "claim",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("report_id", Text, nullable=False),
    Column("run_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("act", Text),
    Column("measure", Text),
    Column("start", Integer, nullable=False),
    Column("record", Text, nullable=False),
    ForeignKeyConstraint(["report_id", "run_id"], ["extraction.report_id", "extraction.run_id"]),
    UniqueConstraint("report_id", "run_id", "id"),
    Index("claim_id", "id"),
    Index("claim_kind", "kind", "act", "measure"),
)

problem = Table(
    "problem",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("recorded_at", Text, nullable=False),
    Column("source", Text),
    Column("code", Text, nullable=False),
    Column("record", Text, nullable=False),
)

judgement = Table(
    "judgement",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("report_id", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("record", Text, nullable=False),
    Index("judgement_report", "report_id"),
)

# What people decided about pairs of actors.
pair_judgement = Table(
    "pair_judgement",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("verdict", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("record", Text, nullable=False),
)

# What an erased report leaves. Until `swept_at` is set the file may still hold its words in pages that nothing uses.
tombstone = Table(
    "tombstone",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("report_id", Text, nullable=False, unique=True),
    Column("person", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("swept_at", Text),
)
