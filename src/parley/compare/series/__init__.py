"""Figures across reports: which count the same thing, what is new, stale, corrected, contradicted, and why."""

from parley.compare.series.build import series_of
from parley.compare.series.difference import ScopeDifference, difference_of_scope
from parley.compare.series.relations import figure_relations

__all__ = ["ScopeDifference", "difference_of_scope", "figure_relations", "series_of"]
