"""Which two reports cannot be copies, told from their signatures alone: most that share a key, at little cost."""

from __future__ import annotations

from rapidfuzz.distance import LCSseq

from parley.resolve.copies.alignment import LEAST_WORDS, RUN
from parley.resolve.copies.decision import BRIEF, LEAST_ONE_ORIGIN, LEAST_QUOTED, LEAST_SHARED
from parley.resolve.copies.signatures import Signature

__all__ = ["may_be_copies"]


def may_be_copies(one: Signature, other: Signature) -> bool:
    """Whether `compare_pair` may find two reports to be copies; where not, it finds none.

    That asks how many words stand in both. Here none is counted too few: those of runs that both have, and of any two
    sentences that are alike as many as can stand in one order.
    """
    most = _most_shared(one, other)
    if most < LEAST_SHARED:
        return False
    mosts = most, _most_shared(other, one)
    if min(mosts) >= (LEAST_QUOTED if one.quoted or other.quoted else LEAST_ONE_ORIGIN):
        return True
    words = (sum(map(len, each.letters)) for each in (one, other))
    return min(mosts) >= LEAST_SHARED and any(most >= BRIEF * all_of for most, all_of in zip(mosts, words, strict=True))


def _most_shared(one: Signature, other: Signature) -> int:
    """How many words of the first text may stand in the other."""
    text, theirs = "".join(one.letters), "".join(other.letters)
    known = {theirs[at : at + RUN] for at in range(len(theirs) - RUN + 1)}
    in_runs = bytearray(len(text))
    for at in range(len(text) - RUN + 1):
        if text[at : at + RUN] in known:
            in_runs[at : at + RUN] = b"\1" * RUN
    found = start = 0
    for sentence in one.letters:
        end = start + len(sentence)
        alike = max((_in_order(sentence, beside) for beside in other.letters), default=0)
        found += min(len(sentence), alike + in_runs.count(1, start, end))
        start = end
    return found


def _in_order(one: str, other: str) -> int:
    """How many words of two sentences stand in both in one order, 0 where the two are not alike."""
    if one == other:
        return len(one)
    if min(len(one), len(other)) < LEAST_WORDS:
        return 0
    # Alike are those with half of their words in order; one word less, as shares are rounded there.
    return LCSseq.similarity(one, other, score_cutoff=max(1, (len(one) + len(other)) // 4 - 1))
