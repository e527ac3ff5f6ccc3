"""In which order claims are reviewed: what most depends on comes first, and deciding reorders nothing that is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Literal, get_args

import msgspec

from parley.ledger import Entry, StoryAccount
from parley.model import Relation
from parley.pages.rule_scores import rule_score

__all__ = ["Queued", "Reason", "in_order", "sampled"]

Reason = Literal[
    "contradiction", "correction", "denial", "position", "newest_figure", "doubtful_rule", "claim", "sample",
    "coders_differ",
]  # fmt: skip
"""Why a claim stands where it does: claims of the reports differ in it, it is a party's standing position, it is the
newest count of a claimant, its rule was often wrong on labelled texts, it is another claim, it was drawn, or two
coders decided differently about it."""

_RANK = {reason: rank for rank, reason in enumerate(get_args(Reason))}
_DIFFERS: dict[str, Reason] = {"contradiction": "contradiction", "correction": "correction", "denies": "denial"}
_DOUBTFUL = 2 / 3  # a rule right less often than this is doubtful ...
_ENOUGH = 3  # ... once it has made so many claims on labelled texts


class Queued(msgspec.Struct, frozen=True):
    """A claim to review, why it comes up there, and the claim that it differs from where that is the reason."""

    entry: Entry
    reason: Reason
    other: Entry | None = None
    relation: Relation | None = None


def in_order(entries: Iterable[Entry], accounts: Iterable[StoryAccount]) -> tuple[Queued, ...]:
    """The entries, each once, those that most depends on first.

    First claims that differ from others, side by side; then positions that stand on the board, the newest figures of
    series, and claims of rules that were often wrong, the newest report first. The rest comes report by report.
    """
    wanted = {entry.claim.id: entry for entry in entries}
    found: dict[str, Queued] = {}
    for queued in sorted(_consequential(accounts), key=_consequence):
        if queued.entry.claim.id in wanted:
            found.setdefault(queued.entry.claim.id, queued)
    rest = (Queued(entry, _reason(entry)) for claim, entry in wanted.items() if claim not in found)
    return (*found.values(), *sorted(rest, key=_place))


def sampled(entries: Iterable[Entry], number: int, *, seed: int) -> tuple[Queued, ...]:
    """So many of the entries, drawn by a hash of seed and claim: the same ones in the same order for everybody."""
    drawn = sorted(entries, key=lambda entry: _lot(entry.claim.id, seed))
    return tuple(Queued(entry, "sample") for entry in drawn[:number])


def _lot(claim: str, seed: int) -> bytes:
    return blake2b(f"{seed} {claim}".encode(), digest_size=16).digest()


def _consequential(accounts: Iterable[StoryAccount]) -> Iterator[Queued]:
    for found in accounts:
        yield from _differing(found)
        standing = (cell.position.entry for cell in found.board.cells if cell.position)
        yield from (Queued(entry, "position") for entry in standing)
        for series in found.account.series:
            yield from (Queued(found.entries[claim], "newest_figure") for _, claim in series.headline.points)


def _differing(found: StoryAccount) -> Iterator[Queued]:
    for relation in found.account.relations:
        if relation.kind in _DIFFERS and {relation.one, relation.other} <= found.entries.keys():
            one, other = found.entries[relation.one], found.entries[relation.other]
            yield Queued(one, _DIFFERS[relation.kind], other, relation)
            yield Queued(other, _DIFFERS[relation.kind], one, relation)


def _consequence(queued: Queued) -> tuple[object, ...]:
    """The newest first; of two claims that differ the one that the relation is told of first, then the other."""
    entry, pair = queued.entry, queued.relation
    sides = (queued.entry, queued.other) if queued.other else (queued.entry,)
    newest = max(side.report.published or "" for side in sides)
    told = (pair.one, pair.other, pair.one != entry.claim.id) if pair else (entry.claim.id, "", False)
    return _RANK[queued.reason], _newest_first(newest), *told


def _reason(entry: Entry) -> Reason:
    score = rule_score(entry.claim.rule)
    doubtful = score is not None and score.made >= _ENOUGH and score.right < _DOUBTFUL * score.made
    return "doubtful_rule" if doubtful and entry.claim.origin != "person" else "claim"


def _place(queued: Queued) -> tuple[object, ...]:
    """Rules that were wrong most often first; all else by report, the newest first, and place in it."""
    entry, precision = queued.entry, 0.0
    if queued.reason == "doubtful_rule" and (score := rule_score(entry.claim.rule)):
        precision = score.right / score.made
    newest = _newest_first(entry.report.published or "")
    return _RANK[queued.reason], precision, newest, entry.report.id, entry.start, entry.claim.id


def _newest_first(day: str) -> Sequence[int]:
    """Sorts ISO times from the last to the first, and what has none behind them."""
    return (*(-ord(character) for character in day), 1)
