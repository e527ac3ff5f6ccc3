"""What is derived from the record, kept beside it so that it need not be derived again: a file that may always go."""

from parley.store.derived.derived import Accounted, Derived, DerivedState
from parley.store.derived.index import Grouping, Index
from parley.store.derived.neighbours import WINDOW, Neighbours, PairChanges
from parley.store.derived.tables import erase_derived

__all__ = [
    "WINDOW",
    "Accounted",
    "Derived",
    "DerivedState",
    "Grouping",
    "Index",
    "Neighbours",
    "PairChanges",
    "erase_derived",
]
