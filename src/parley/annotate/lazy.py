"""What is worked out of a record when it is first asked for, and then kept with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

__all__ = ["Lazy"]

T = TypeVar("T")


class Lazy(Generic[T]):
    """A method turned into a value kept in the record's `__dict__`: `functools.cached_property` without its lock, which
    costs more than most of what is kept so, some thousand times a report."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        """Take the method that works the value out."""
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, record: None, owner: type) -> Lazy[T]: ...

    @overload
    def __get__(self, record: object, owner: type) -> T: ...

    def __get__(self, record: object | None, owner: type) -> Lazy[T] | T:
        """The value, worked out now: once kept, it is found in the record before this is asked."""
        if record is None:
            return self
        found = record.__dict__[self._name] = self._work(record)
        return found
