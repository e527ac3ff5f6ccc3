"""Ids that follow from content: the same thing read anywhere has the same id."""

from __future__ import annotations

from hashlib import blake2b

import msgspec

__all__ = ["canonical_json", "hash_id"]

_ID_BYTES = 10


def canonical_json(value: object) -> bytes:
    """UTF-8 JSON of `value` with sorted keys: equal values give equal bytes."""
    return msgspec.json.encode(value, order="sorted")


def hash_id(kind: str, value: object) -> str:
    """`kind-` followed by 20 hexadecimal digits of the BLAKE2b hash of the value's canonical JSON."""
    return f"{kind}-{blake2b(canonical_json(value), digest_size=_ID_BYTES).hexdigest()}"
