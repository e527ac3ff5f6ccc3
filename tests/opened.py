"""A record opened for the time of a question."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from parley.ledger import Ledger
from parley.store import Store


@contextmanager
def asked(path: Path) -> Iterator[Ledger]:
    """The ledger of the record at a path."""
    with Store.open(path) as store, closing(Ledger(store)) as ledger:
        yield ledger
