"""How much may be made while somebody waits for it, and who is told how far that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from parley.model import Story

__all__ = ["LongWorkError", "Work", "doing", "work"]


class LongWorkError(Exception):
    """More is to be made than anybody should wait for; what was made until then is kept."""


class Work:
    """What is made for one who asked."""

    def __init__(self, most: int | None = None, told: Callable[[int, int], None] | None = None) -> None:
        """Stories of so many reports in all may be made anew, or (None) any; `told` is called with the stories done, and
        their number."""
        self._most, self._told = most, told
        self._stories: dict[str, int] = {}

    def take_on(self, stories: Iterable[Story]) -> None:
        """Note that these stories are to be made anew, for one thing or several. Raises LongWorkError."""
        self._stories |= {story.id: len(story.reports) for story in stories}
        if self._most is not None and sum(self._stories.values()) > self._most:
            raise LongWorkError

    def tell(self, done: int, total: int) -> None:
        """Say how far it is."""
        if self._told is not None:
            self._told(done, total)


_WORK: ContextVar[Work | None] = ContextVar("work", default=None)


def work() -> Work:
    """That which is being done; where nobody said so, it may be any, and nobody is told."""
    return _WORK.get() or Work()


@contextmanager
def doing(now: Work) -> Iterator[None]:
    """Do what follows as this work."""
    token = _WORK.set(now)
    try:
        yield
    finally:
        _WORK.reset(token)
