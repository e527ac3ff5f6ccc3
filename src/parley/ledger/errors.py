"""What can go wrong when the record is asked."""

from __future__ import annotations

from collections.abc import Sequence

from parley.errors import ParleyError

__all__ = ["AmbiguousError", "BadDateError", "NotRecordedError"]

_SHOWN = 3


class NotRecordedError(ParleyError):
    """Nothing in the record answers to the name given."""

    def __init__(self, what: str, given: str) -> None:
        """`what` is claim or report, `given` the id, prefix or source asked for."""
        lists = "stories" if what == "story" else f"ls {what}s"
        super().__init__(f"no {what} in the record answers to '{given}'; list what is there with `parley {lists}`")


class AmbiguousError(ParleyError):
    """The beginning of an id fits several."""

    def __init__(self, what: str, given: str, *, ids: Sequence[str]) -> None:
        """`ids` are those that fit; the first few are shown."""
        shown = ", ".join(sorted(ids)[:_SHOWN])
        super().__init__(
            f"'{given}' fits {len(ids)} {what}s ({shown}{', …' if len(ids) > _SHOWN else ''}); give more of the id"
        )


class BadDateError(ParleyError):
    """A day given to a filter is none."""

    def __init__(self, name: str, given: str) -> None:
        """`name` is the filter, `given` what stood there."""
        super().__init__(f"'{given}' for {name} is no date; write it as year-month-day, for example 2024-03-31")
