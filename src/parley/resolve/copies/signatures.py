"""What a report is found by when copies of it are looked for: small, and of this report alone.

MinHash (Broder 1997) with banding (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, ch. 3) over runs of four
words: of the whole text, for texts of like length, and of every few sentences, for a text inside a longer one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

import msgspec
from rensa import RMinHash

from parley.lexicon import load_lexicon
from parley.lexicon.furniture import Furniture
from parley.model import Passage, Report, Span
from parley.resolve.copies.words import cut_sentences, words_of

__all__ = ["VERSION", "SentencePrint", "Signature", "bands", "signature"]

VERSION = f"1-{RMinHash.ALGORITHM_VERSION}"
"""Of the way signatures are made; those of different versions are not comparable."""
_SEED = 1997
_RUN = 4  # words of a shingle
_ROWS, _BANDS = 3, 16  # two texts with half of their shingles in common share a band in 88 of 100 cases
_WINDOW_ROWS = 4
# A window is at least so long that a sentence of background which every report repeats does not fill it.
_WINDOW_SENTENCES, _WINDOW_WORDS = 2, 40
_LEADS, _LEAD_WORDS = 3, 10
_BYTES = 6  # of a print: a whole number that JSON readers everywhere keep exactly


class SentencePrint(msgspec.Struct, frozen=True, array_like=True):
    """A sentence of the running text, `start` to `end`, with the number of its words and the hash of their keys."""

    start: int
    end: int
    words: int
    key: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Signature(msgspec.Struct, frozen=True):
    """What candidates for copies of `report` (an id) are found by, and where its sentences stand.

    `sketch` is the MinHash of the whole running text, `windows` the keys of its windows of a few sentences, `credits` the
    agencies that it names as its origin. Signatures compare only with those of the same `version`.
    """

    report: str
    version: str
    sketch: tuple[int, ...]
    windows: tuple[str, ...]
    sentences: tuple[SentencePrint, ...]
    credits: tuple[str, ...] = ()


def signature(report: Report, passages: Iterable[Passage] = ()) -> Signature:
    """The signature of a report; `passages` are those of its extraction, which tell furniture from running text."""
    passages = tuple(passages)
    spans = cut_sentences(report, passages)
    keys = [[word.key for word in words_of(report.text, span)] for span in spans]
    prints = tuple(
        SentencePrint(span.start, span.end, len(words), _hash(" ".join(words)))
        for span, words in zip(spans, keys, strict=True)
    )
    digests = _digests(keys)
    sketch = _least(digests, _ROWS * _BANDS) if digests else ()
    windows = tuple(dict.fromkeys(_windows(prints, digests)))
    return Signature(report.id, VERSION, sketch, windows, prints, _credits(report, passages))


def bands(signature: Signature) -> tuple[str, ...]:
    """The keys to look a signature up by: two reports that share one are candidates for copies. None of an empty text.

    A store should keep a key with the version of the signature.
    """
    rows = (signature.sketch[at : at + _ROWS] for at in range(0, len(signature.sketch), _ROWS))
    whole = (f"t{number}:{_joined(row)}" for number, row in enumerate(rows))
    leads = [each for each in signature.sentences if each.words >= _LEAD_WORDS][:_LEADS]
    return tuple(
        dict.fromkeys((*whole, *(f"w:{key}" for key in signature.windows), *(f"s:{lead.key:x}" for lead in leads)))
    )


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=_BYTES).digest(), "big")


def _joined(row: Iterable[int]) -> str:
    return f"{_hash(' '.join(map(str, row))):x}"


def _digests(sentences: Sequence[Sequence[str]]) -> list[list[int]]:
    """The MinHash of each sentence's runs of words."""
    runs = [[" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))] for words in sentences]
    found: list[list[int]] = RMinHash.digests_from_token_sets(runs, _ROWS * _BANDS, _SEED)
    return found


def _least(digests: Sequence[Sequence[int]], rows: int) -> tuple[int, ...]:
    """The MinHash of the texts together: of every row the least."""
    return tuple(map(min, zip(*(digest[:rows] for digest in digests), strict=True)))


def _windows(prints: Sequence[SentencePrint], digests: Sequence[Sequence[int]]) -> Iterator[str]:
    """A key for every few sentences one after another; the whole text is one where it is shorter."""
    for first in range(len(prints)):
        words, stop = 0, first
        while stop < len(prints) and (words < _WINDOW_WORDS or stop - first < _WINDOW_SENTENCES):
            words += prints[stop].words
            stop += 1
        short = words < _WINDOW_WORDS or stop - first < _WINDOW_SENTENCES
        if not short or first == 0:
            yield _joined(_least(digests[first:stop], _WINDOW_ROWS))


def _credits(report: Report, passages: Iterable[Passage]) -> tuple[str, ...]:
    """The agencies that a credit, the byline or the outlet's own name gives as the origin."""
    known = load_lexicon("furniture", Furniture).agencies
    named = [passage.value for passage in passages if passage.kind == "credit" and passage.value]
    for part in (report.byline or "", report.outlet or ""):
        named += [
            known[name] for piece in part.replace(",", ";").split(";") if (name := piece.strip().lower()) in known
        ]
    return tuple(sorted(set(named)))
