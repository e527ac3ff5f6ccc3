"""What things are: the frozen records every layer shares. Imports nothing else of Parley."""

from parley.model.claim import (
    Act,
    Actor,
    Attribution,
    Body,
    Claim,
    Event,
    Evidence,
    Factuality,
    Figure,
    Mention,
    Move,
    Phase,
    Quote,
    Source,
    Term,
    new_claim,
)
from parley.model.copies import ChangedWords, CopyGroup, CopyKind, CopyLink, DiffPiece, SharedPassage
from parley.model.dates import Date, DateRange
from parley.model.extraction import Extraction, Passage, Run, new_run
from parley.model.ids import canonical_json, hash_id
from parley.model.judgement import Anchor, Change, Judgement, Tombstone, anchor_of, new_judgement
from parley.model.problem import Problem
from parley.model.quantity import Number, Quantity
from parley.model.relation import Relation, RelationKind
from parley.model.report import Observation, Report, new_report
from parley.model.span import Span

__all__ = [
    "Act",
    "Actor",
    "Anchor",
    "Attribution",
    "Body",
    "Change",
    "ChangedWords",
    "Claim",
    "CopyGroup",
    "CopyKind",
    "CopyLink",
    "Date",
    "DateRange",
    "DiffPiece",
    "Event",
    "Evidence",
    "Extraction",
    "Factuality",
    "Figure",
    "Judgement",
    "Mention",
    "Move",
    "Number",
    "Observation",
    "Passage",
    "Phase",
    "Problem",
    "Quantity",
    "Quote",
    "Relation",
    "RelationKind",
    "Report",
    "Run",
    "SharedPassage",
    "Source",
    "Span",
    "Term",
    "Tombstone",
    "anchor_of",
    "canonical_json",
    "hash_id",
    "new_claim",
    "new_judgement",
    "new_report",
    "new_run",
]
