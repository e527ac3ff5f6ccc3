"""What a report is found by when copies of it are looked for: small, and of this report alone.

MinHash (Broder 1997) with banding (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, ch. 3) over runs of four
words, of three parts of a text: every two neighbouring sentences, which finds a text whole, edited or inside another; the
first sentences one by one, for a brief made from the head of a report; and each long sentence, for a passage that stands
between other sentences in each report. A sketch of the whole text is not among them: it adds few copies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import chain, pairwise
from zlib import crc32

import msgspec
from rensa import RMinHash

from parley.lexicon import load_lexicon
from parley.lexicon.furniture import Furniture
from parley.model import Passage, Report, Span
from parley.resolve.copies.words import cut_sentences, quoted_parts, words_of

__all__ = ["VERSION", "SentencePrint", "Signature", "bands", "signature"]

VERSION = f"3-{RMinHash.ALGORITHM_VERSION}"
"""Of the way signatures are made; those of different versions are not comparable."""
_SEED = 1997
_RUN = 4  # words of a shingle
# Two sentences with a fifth of their shingles in common share a band of two rows in 39 of 100 cases, with half in 97.
_LEADS, _LEAD_WORDS, _ROWS, _BANDS = 2, 8, 2, 12
# One row of each of two neighbours: short sentences that many reports repeat make no key by themselves.
_NEIGHBOUR_ROWS, _NEIGHBOUR_WORDS = 4, 6
# One key each, of two rows: a long sentence that many reports repeat costs each of them one look-up and no more.
_LONG_WORDS = 14
_BYTES = 6  # of a hash: a whole number that JSON readers everywhere keep exactly


class SentencePrint(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A sentence of the running text, `start` to `end`, with the number of its words and the hash of their keys."""

    start: int
    end: int
    words: int
    key: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Signature(msgspec.Struct, frozen=True, gc=False):
    """What candidates for copies of `report` (an id) are found by, and where its sentences stand.

    `keys` are those to look it up by (`bands`), `letters` the words of each sentence, one character for a word, the same
    for the same word and seldom for two, `quoted` the stretches in which it gives somebody's words, `credits` the
    agencies that it names as its origin. Signatures compare only with those of the same `version`.
    """

    report: str
    version: str
    keys: tuple[str, ...]
    sentences: tuple[SentencePrint, ...]
    letters: tuple[str, ...]
    quoted: tuple[Span, ...] = ()
    credits: tuple[str, ...] = ()


def signature(report: Report, passages: Iterable[Passage] = ()) -> Signature:
    """The signature of a report; `passages` are those of its extraction, which tell furniture from running text."""
    passages = tuple(passages)
    spans = cut_sentences(report, passages)
    sentences = [[word.key for word in words_of(report.text, span)] for span in spans]
    prints = tuple(
        SentencePrint(span.start, span.end, len(words), _hash(" ".join(words)))
        for span, words in zip(spans, sentences, strict=True)
    )
    return Signature(
        report.id,
        VERSION,
        _keys(sentences),
        prints,
        tuple("".join(map(_letter, words)) for words in sentences),
        quoted_parts(report, passages),
        _credits(report, passages),
    )


def bands(signature: Signature) -> tuple[str, ...]:
    """The keys to look a signature up by: two reports that share one are candidates for copies. None of an empty text.

    Keys of different versions are not comparable. A long sentence that many reports repeat as background makes a key that
    all of them share: a look-up should follow each key to a few reports only.
    """
    return signature.keys


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=_BYTES).digest(), "big")


def _letter(word: str) -> str:
    """A character outside the first plane of Unicode for a word."""
    return chr(0x10000 + crc32(word.encode()) % 0x100000)


def _keys(sentences: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The keys of neighbouring sentences, of long ones and of the first ones, each once."""
    digests = list(zip(_digests(sentences), map(len, sentences), strict=True)) if sentences else []
    long = [digest for digest, words in digests if words >= _NEIGHBOUR_WORDS]
    leads = [digest for digest, words in digests if words >= _LEAD_WORDS] or [digest for digest, _ in digests]
    alone = (_key("s", 0, digest[:_ROWS]) for digest, words in digests if words >= _LONG_WORDS)
    return tuple(dict.fromkeys(chain(_neighbours(long), alone, *map(_banded, leads[:_LEADS]))))


def _digests(sentences: Sequence[Sequence[str]]) -> list[list[int]]:
    """The MinHash of each sentence's runs of words."""
    runs = [[" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))] for words in sentences]
    found: list[list[int]] = RMinHash.digests_from_token_sets(runs, _ROWS * _BANDS, _SEED)
    return found


def _banded(digest: Sequence[int]) -> Iterator[str]:
    """A key for each band of a sentence's digest."""
    for band in range(_BANDS):
        yield _key("l", band, digest[band * _ROWS : (band + 1) * _ROWS])


def _neighbours(digests: Sequence[Sequence[int]]) -> Iterator[str]:
    for one, other in pairwise(digests):
        for row in range(0, _NEIGHBOUR_ROWS, 2):
            yield _key("n", row, (one[row], other[row + 1]))


def _key(part: str, band: int, rows: Iterable[int]) -> str:
    return f"{part}{_hash(f'{band} {tuple(rows)}'):x}"


def _credits(report: Report, passages: Iterable[Passage]) -> tuple[str, ...]:
    """The agencies that a credit, the byline or the outlet's own name gives as the origin."""
    known = load_lexicon("furniture", Furniture).agencies
    named = [passage.value for passage in passages if passage.kind == "credit" and passage.value]
    pieces = ";".join((report.byline or "", report.outlet or "")).replace(",", ";").split(";")
    return tuple(sorted({*named, *(known[name] for piece in pieces if (name := piece.strip().lower()) in known)}))
