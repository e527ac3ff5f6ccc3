"""Makes long pages in a thread of its own, so that nobody waits for them without being told, nor for those of others."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable
from threading import Lock, Thread

from parley.errors import ParleyError
from parley.ledger.kept import Lately
from parley.ledger.work import Work, doing
from parley.project import Project, open_project
from parley.web.deriving import TakingIn

__all__ = ["MOST_REPORTS", "Making"]

_LOG = logging.getLogger(__name__)
MOST_REPORTS = 20
"""Reports of stories that are made anew while a page is asked for; where they are more, it is made here."""
_RESULTS = 8  # that nobody came back for yet
_PATIENCE = 30.0  # seconds

Content = Callable[[Project], str]


class _EndedError(Exception):
    """The program is to end."""


class Making:
    """Makes one page after another, with connections of its own; what is kept beside the record on the way stays."""

    def __init__(self, project: Project) -> None:
        """Of the record of this project."""
        self._project = project
        self._lock = Lock()
        self._waiting: dict[Hashable, Content] = {}
        self._made: Lately[str | Exception] = Lately(_RESULTS)
        self._thread: Thread | None = None
        self._done = TakingIn(0, 0)
        self._ended = self._failed = False

    @property
    def most(self) -> int | None:
        """How many reports of stories are made anew while a page is asked for; None where nothing can be made here."""
        return None if self._ended or self._failed else MOST_REPORTS

    def begin(self, name: Hashable, content: Content) -> TakingIn:
        """Have a page made, unless it is being made; how many stories are done of those that the one in hand needs."""
        with self._lock:
            self._waiting.setdefault(name, content)
            if self._thread is None:
                self._done = TakingIn(0, 0)
                self._thread = Thread(target=self._make_all, name="making", daemon=True)
                self._thread.start()
            return self._done

    def made(self, name: Hashable) -> str | None:
        """The page of this name where it was made; raises what went wrong with it."""
        found = self._made.get(name)
        if isinstance(found, Exception):
            raise found
        return found

    def wait(self) -> None:
        """Wait until what was begun is done, half a minute at most."""
        if (thread := self._thread) is not None:
            thread.join(_PATIENCE)

    def close(self) -> None:
        """End it; what was kept so far stays."""
        self._ended = True
        self.wait()

    def _make_all(self) -> None:
        try:
            with open_project(self._project.store.path, create=False, read_only=True) as project:
                while (name := self._next()) is not None:
                    self._made.keep(name, self._make(self._waiting[name], project))
                    with self._lock:
                        del self._waiting[name]
        except _EndedError:
            return
        except (ParleyError, OSError) as error:
            _LOG.info("no page can be made beside those who ask", exc_info=error)
            self._failed = True

    def _next(self) -> Hashable | None:
        with self._lock:
            name = None if self._ended else next(iter(self._waiting), None)
            if name is None:
                self._thread = None
            return name

    def _make(self, content: Content, project: Project) -> str | Exception:
        try:
            with doing(Work(told=self._tell)):
                return content(project)
        except _EndedError:
            raise
        except Exception as error:  # told to whoever asks for the page
            return error

    def _tell(self, done: int, total: int) -> None:
        if self._ended:
            raise _EndedError
        self._done = TakingIn(done, total)
