"""Questions asked of the record; nothing here writes."""

from parley.ledger.board import NOT_NAMED, Ask, Board, Cell, Position
from parley.ledger.entries import Entry, SourceCount, View
from parley.ledger.errors import AmbiguousError, BadDateError, NotRecordedError
from parley.ledger.filters import Filters, actors_of, issues_of
from parley.ledger.ledger import Ledger

__all__ = [
    "NOT_NAMED",
    "AmbiguousError",
    "Ask",
    "BadDateError",
    "Board",
    "Cell",
    "Entry",
    "Filters",
    "Ledger",
    "NotRecordedError",
    "Position",
    "SourceCount",
    "View",
    "actors_of",
    "issues_of",
]
