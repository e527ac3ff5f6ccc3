"""Which state a record is in, by which a page knows that it has grown old."""

from __future__ import annotations

from hashlib import sha256

from parley.project import Project
from parley.store.changes import Marks
from parley.store.code import code_digest

__all__ = ["RecordState"]

_SHOWS = (
    "model",
    "lexicon",
    "resolve",
    "compare",
    "ledger",
    "pages",
    "render",
    "web",
)  # the layers a page follows from


class RecordState:
    """Names the state of a project's record; a look costs only what came since the one before."""

    def __init__(self, project: Project, *, decides: bool = False) -> None:
        """`project` may be open read-only; pages on which people may decide are others."""
        self._project, self._decides = project, decides
        self._marks = Marks()
        self._code = code_digest(*_SHOWS)

    def name(self) -> str:
        """The same name as long as every page is the same."""
        store = self._project.store
        self._marks = store.changes_since(self._marks).marks
        looked = self._project.ledger().derived.last_look()
        told = (self._code, self._decides, self._marks, len(store.pair_judgements()), looked)
        return sha256(repr(told).encode()).hexdigest()[:16]
