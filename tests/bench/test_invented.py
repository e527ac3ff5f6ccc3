"""The marked texts are invented: no sentence of theirs stands in a text that something is measured on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from bench.data import absent, data_place
from bench.quality.gold import load_half
from bench.quality.marks import HALVES, load_marked

LEAST = 8  # words; shorter sentences are anybody's
SAMPLE = 4  # every fourth file is read
TEXT = {".txt", ".tml", ".xml", ".tsv", ".train", ".jsonl"}


def _sentences(text: str) -> Iterator[tuple[str, ...]]:
    for sentence in re.split(r"(?<=[.!?])\W*\s+|\n\s*\n", text):
        words = tuple(re.findall(r"\w+", sentence.casefold()))
        if len(words) >= LEAST:
            yield words


@cache
def _own() -> frozenset[tuple[str, ...]]:
    return frozenset(words for half in HALVES for text in load_marked(half) for words in _sentences(text.text))


def _shared(texts: Iterable[str]) -> list[str]:
    return [" ".join(words) for text in texts for words in _sentences(text) if words in _own()]


def test_a_shared_sentence_would_be_seen() -> None:
    words = max(_own(), key=len)
    assert _shared([f"Rain fell. {' '.join(words).capitalize()}! Then it\nstopped."]) == [" ".join(words)]


@pytest.mark.parametrize(("half", "least"), [("seen", 1000), ("held_out", 200)])
def test_none_stands_in_the_labelled_texts(half: str, least: int) -> None:
    texts = [text.report.text for text in load_half(half)]
    assert sum(1 for text in texts for _ in _sentences(text)) > least
    assert len(_shared(texts)) == 0, "none is shown, for those held out belong in no output"


@pytest.mark.parametrize(
    "name",
    ["clusters", "fakes", "meantime", "minhash_neardup", "muc4", "nexis", "plover", "polnear", "reuters", "tempeval3"],
)
def test_none_stands_in_public_sets(name: str) -> None:
    folder = data_place(name)
    if folder is None:
        pytest.skip(absent(name))
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and _holds_text(path)]
    assert files
    texts = (re.sub(r"<[^<>]*>", " ", path.read_text(encoding="utf-8", errors="replace")) for path in files[::SAMPLE])
    assert _shared(texts) == []


def _holds_text(path: Path) -> bool:
    return path.suffix in TEXT or path.suffix.startswith((".muc4", ".v"))
