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
from parley.model.intervals import AllenRelation, Days, Interval, allen, days_of, interval_of, rounded_interval
from parley.model.judgement import Anchor, Change, Judgement, Tombstone, anchor_of, new_judgement
from parley.model.problem import Problem
from parley.model.quantity import Number, Quantity
from parley.model.relation import Relation, RelationKind
from parley.model.report import Observation, Report, new_report
from parley.model.series import FigureRule, Headline, Point, Series, SeriesLine, Staleness, Standing, Sum
from parley.model.span import Span
from parley.model.story import Story, StoryLink

__all__ = [
    "Act",
    "Actor",
    "AllenRelation",
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
    "Days",
    "DiffPiece",
    "Event",
    "Evidence",
    "Extraction",
    "Factuality",
    "Figure",
    "FigureRule",
    "Headline",
    "Interval",
    "Judgement",
    "Mention",
    "Move",
    "Number",
    "Observation",
    "Passage",
    "Phase",
    "Point",
    "Problem",
    "Quantity",
    "Quote",
    "Relation",
    "RelationKind",
    "Report",
    "Run",
    "Series",
    "SeriesLine",
    "SharedPassage",
    "Source",
    "Span",
    "Staleness",
    "Standing",
    "Story",
    "StoryLink",
    "Sum",
    "Term",
    "Tombstone",
    "allen",
    "anchor_of",
    "canonical_json",
    "days_of",
    "hash_id",
    "interval_of",
    "new_claim",
    "new_judgement",
    "new_report",
    "new_run",
    "rounded_interval",
]
