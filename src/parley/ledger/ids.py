"""Ids as people give them: by their beginning, with or without the kind before it."""

from __future__ import annotations

from collections.abc import Iterable

from parley.ledger.errors import AmbiguousError, NotRecordedError

__all__ = ["full_id", "only_id", "the_one"]


def full_id(kind: str, beginning: str) -> str:
    """The beginning of an id with its kind before it."""
    return beginning if beginning.startswith(f"{kind}-") else f"{kind}-{beginning}"


def only_id(what: str, given: str, known: Iterable[str]) -> str:
    """The one id of a kind (`what`) that is `given` or begins so; its kind may be left out.

    Raises NotRecordedError and AmbiguousError.
    """
    return the_one(what, given, [each for each in known if each.startswith(full_id(what, given))])


def the_one(what: str, given: str, found: Iterable[str]) -> str:
    """The one id among those found; a whole id beats the longer ones it begins. Raises as `only_id`."""
    ids = list(found)
    if full_id(what, given) in ids:
        return full_id(what, given)
    if not ids or not given:
        raise NotRecordedError(what, given)
    if len(ids) > 1:
        raise AmbiguousError(what, given, ids=ids)
    return ids[0]
