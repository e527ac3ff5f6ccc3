"""What is derived from the record, kept beside it so that it need not be derived again: a file that may always go."""

from parley.store.derived.derived import Accounted, Derived, DerivedState
from parley.store.derived.index import Grouping, Index
from parley.store.derived.neighbours import WINDOW, Encounters, Neighbours
from parley.store.derived.tables import erase_derived

__all__ = [
    "WINDOW",
    "Accounted",
    "Derived",
    "DerivedState",
    "Encounters",
    "Grouping",
    "Index",
    "Neighbours",
    "erase_derived",
]
