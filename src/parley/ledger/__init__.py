"""Questions asked of the record; nothing here writes."""

from parley.ledger.board import Ask, Board, Cell, Position
from parley.ledger.entries import Entry, SourceCount, View
from parley.ledger.errors import AmbiguousError, BadDateError, NotRecordedError
from parley.ledger.ledger import Ledger

__all__ = [
    "AmbiguousError",
    "Ask",
    "BadDateError",
    "Board",
    "Cell",
    "Entry",
    "Ledger",
    "NotRecordedError",
    "Position",
    "SourceCount",
    "View",
]
