"""The one thing an id, or the beginning of one, stands for."""

from __future__ import annotations

from collections.abc import Iterable

from parley.ledger.errors import AmbiguousError, NotRecordedError

__all__ = ["full_id", "only_id", "only_of"]


def full_id(kind: str, beginning: str) -> str:
    """The beginning of an id with its kind before it."""
    return beginning if beginning.startswith(f"{kind}-") else f"{kind}-{beginning}"


def only_id(what: str, given: str, known: Iterable[str]) -> str:
    """The one id of a kind (`what`) that is `given` or begins so; its kind may be left out.

    Raises NotRecordedError and AmbiguousError.
    """
    return only_of(what, given, [each for each in known if each.startswith(full_id(what, given))])


def only_of(what: str, given: str, found: Iterable[str]) -> str:
    """The one id among those found for what was `given`; a whole id beats the longer ones it begins. Raises as `only_id`."""
    ids = list(found)
    if full_id(what, given) in ids:
        return full_id(what, given)
    if not ids or not given:
        raise NotRecordedError(what, given)
    if len(ids) > 1:
        raise AmbiguousError(what, given, ids=ids)
    return ids[0]
