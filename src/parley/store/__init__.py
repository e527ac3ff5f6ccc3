"""The embedded database of the record: append-only, checked, searchable."""

from parley.store.current import Recorded
from parley.store.errors import (
    DamagedDatabaseError,
    DatabaseMissingError,
    DatabaseUnreachableError,
    DiskFullError,
    ErasedReportError,
    LockedDatabaseError,
    NewerDatabaseError,
    NotAParleyDatabaseError,
    OlderDatabaseError,
    ReadOnlyDatabaseError,
    RecordMismatchError,
    SpanMismatchError,
    StoreError,
)
from parley.store.runs import RunCount
from parley.store.search import EmptyQueryError, Hit
from parley.store.store import Store

__all__ = [
    "DamagedDatabaseError",
    "DatabaseMissingError",
    "DatabaseUnreachableError",
    "DiskFullError",
    "EmptyQueryError",
    "ErasedReportError",
    "Hit",
    "LockedDatabaseError",
    "NewerDatabaseError",
    "NotAParleyDatabaseError",
    "OlderDatabaseError",
    "ReadOnlyDatabaseError",
    "RecordMismatchError",
    "Recorded",
    "RunCount",
    "SpanMismatchError",
    "Store",
    "StoreError",
]
