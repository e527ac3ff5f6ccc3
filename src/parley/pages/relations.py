"""How a claim stands to others of its report, as facts: what it answers, refines, repeats, denies, or is a part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.compare import relations_within
from parley.model import Claim
from parley.pages.words import claim_words

__all__ = ["related_words"]

_DIGITS = 8  # of an id, enough to ask for it by
# How a relation is called from its one end and from its other.
_LABELS = {
    "answers": ("answers", "answered by"),
    "refines": ("refines", "refined by"),
    "repeat": ("repeats", "repeated by"),
    "denies": ("denies", "denied by"),
    "part_of": ("part of", "has the part"),
}


def related_words(claim: Claim, claims: Iterable[Claim], text: str) -> Iterator[tuple[str, str]]:
    """Label and words of each relation between the claim and another of `claims`, those of its report; `text` is the
    report's. The words begin with enough of the other's id to ask for it by."""
    others = {other.id: other for other in claims} | {claim.id: claim}
    for relation in relations_within(others.values()):
        if relation.kind not in _LABELS or claim.id not in (relation.one, relation.other):
            continue
        forward = relation.one == claim.id
        other = others[relation.other if forward else relation.one]
        label = _LABELS[relation.kind][0 if forward else 1]
        yield label, f"{other.id.rpartition('-')[2][:_DIGITS]} {claim_words(other, text)}"
