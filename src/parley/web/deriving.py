"""Takes in what came to a record in a thread of its own, so that nobody waits for a page without being told why."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import closing
from threading import Event, Lock, Thread

import msgspec

from parley.errors import ParleyError
from parley.ledger import Ledger
from parley.project import Project
from parley.store import Store

__all__ = ["Deriving", "TakingIn"]

_LOG = logging.getLogger(__name__)
_MANY = 20  # reports; fewer are taken in while a page is asked for
_PATIENCE = 30.0  # seconds


class TakingIn(msgspec.Struct, frozen=True):
    """How many of the reports that came are taken in."""

    done: int
    total: int


class _EndedError(Exception):
    """The program is to end."""


class Deriving:
    """Derives stories and copies beside those who ask for pages; what is done stays when it is ended half-way."""

    def __init__(self, project: Project, told: Callable[[int, int], None] | None = None) -> None:
        """`told` is called, in the thread that derives, with the reports taken in and their number."""
        self._project, self._told = project, told
        self._lock, self._end = Lock(), Event()
        self._thread: Thread | None = None
        self._done: TakingIn | None = None
        self._failed = False

    def look(self) -> TakingIn | None:
        """How far it is, begun when many reports are to be taken in; None when pages can be made.

        Where nothing is kept beside the record, or it failed, pages are made by those who ask, and say what is wrong.
        """
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                return self._done
            derived = self._project.ledger().derived
            if self._failed or self._end.is_set() or not derived.in_file or (waiting := derived.waiting()) < _MANY:
                return None
            self._done = TakingIn(0, waiting)
            self._thread = Thread(target=self._derive, name="deriving", daemon=True)
            self._thread.start()
            return self._done

    def wait(self) -> None:
        """Wait until what was begun is done, half a minute at most."""
        if self._thread is not None:
            self._thread.join(_PATIENCE)

    def close(self) -> None:
        """End it; what was taken in so far stays."""
        self._end.set()
        self.wait()

    def _derive(self) -> None:
        """In the thread, with connections of its own."""
        try:
            path = self._project.store.path
            with Store.open(path, create=False, read_only=True) as store, closing(Ledger(store)) as ledger:
                ledger.derived.bring_up_to_date(self._note)
                ledger.derived.all()
        except _EndedError:
            return
        except (ParleyError, OSError) as error:
            _LOG.info("what came could not be taken in", exc_info=error)
            self._failed = True

    def _note(self, done: int, total: int) -> None:
        if self._end.is_set():
            raise _EndedError
        self._done = TakingIn(done, total)
        if self._told is not None:
            self._told(done, total)
