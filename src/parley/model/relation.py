"""How one claim stands to another: derived from the claims, never stored as truth."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Relation", "RelationKind"]

RelationKind = Literal[
    "repeat", "refines", "update", "correction", "contradiction", "answers", "carries_out", "breaches", "part_of",
    "denies",
]  # fmt: skip


class Relation(msgspec.Struct, frozen=True, gc=False):
    """`one` repeats, refines, answers ... `other`; both are claim ids.

    `rule` names what says so, `field` the field in which they differ, None where they do not.
    """

    kind: RelationKind
    one: str
    other: str
    rule: str
    field: str | None = None
