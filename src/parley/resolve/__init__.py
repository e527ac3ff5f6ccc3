"""What claims and people's judgements together come to; pure functions."""

from parley.resolve.anchors import best_fit, fitness
from parley.resolve.corrections import corrected, corrected_report, field_names, field_of, field_type
from parley.resolve.days import Day, DayBasis, day_of_claim, settled_day
from parley.resolve.genre import is_opinion
from parley.resolve.judgements import Judged, JudgedClaims, in_force, judged_claims
from parley.resolve.parties import Parties, resolve_actors
from parley.resolve.told import Told

__all__ = [
    "Day",
    "DayBasis",
    "Judged",
    "JudgedClaims",
    "Parties",
    "Told",
    "best_fit",
    "corrected",
    "corrected_report",
    "day_of_claim",
    "field_names",
    "field_of",
    "field_type",
    "fitness",
    "in_force",
    "is_opinion",
    "judged_claims",
    "resolve_actors",
    "settled_day",
]
