"""Extraction beside the bare tagger and parser, and beside stock spaCy: `python -m bench.speed` prints JSON.

All are run in one process on one thread, in alternating rounds over the same reports; times are seconds of processor
time, of which the least round counts; a small set takes more rounds, as a short round is more easily disturbed. The bare
run takes the very sentences of the reports, sorted into the same batches, through tokenizer, tok2vec, tagger and parser:
as often as they stand in the reports, and once more each distinct one once, as Parley parses them (a copied report is
parsed once, but read twice). Stock spaCy takes whole reports through its full pipeline. Start-up is wall time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from unittest.mock import patch

import msgspec

from bench.data import absent, data_folder, demo_texts, read_folder
from bench.result import Result
from parley.model import Report

if TYPE_CHECKING:
    from parley.annotate.parse import Parse

__all__ = ["RATIO_LIMIT", "least", "measure_speed", "measure_start", "speed_in_child", "spread", "times_for"]

RATIO_LIMIT = 1.5
START_LIMIT = 2.0
ROUNDS = 5
MOST_REPORTS = 150
# A set of fewer words takes so many times the rounds as it takes to come to them, up to the most.
STEADY_WORDS = 20_000
MOST_TIMES = 4
_BATCH = 128  # sentences the library takes at a time, at which it is about fastest
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
_STARTS = {
    "import parley": ("-c", "import parley"),
    "parley --help": ("-c", "from parley.cli.main import parley; parley(['--help'])"),
}


def measure_speed(name: str, reports: list[Report], rounds: int = ROUNDS) -> list[Result]:
    """The ratio of extraction to the bare parse, and words a second of Parley and of stock spaCy."""
    from parley.annotate.parse import load_model

    nlp = load_model()
    batches, failed = _sentences_parsed(reports)
    distinct = [sorted(set(batch), key=_by_length) for batch in batches]
    texts = [report.text for report in reports]

    def bare(parsed: list[list[str]]) -> None:
        with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
            for batch in parsed:
                with nlp.memory_zone():
                    _exhaust(nlp.pipe(batch, batch_size=_BATCH))

    def stock() -> None:
        with nlp.memory_zone():
            _exhaust(nlp.pipe(texts))

    works: list[Callable[[], object]] = [
        lambda: _extraction(reports),
        lambda: bare(batches),
        lambda: bare(distinct),
        stock,
    ]
    words = sum(len(text.split()) for text in texts)
    extraction, parse, parse_distinct, whole = least(works, rounds * times_for(words))
    return [
        Result(f"{name}: extraction beside bare parse", extraction / parse, "times", RATIO_LIMIT),
        Result(f"{name}: the same, each distinct sentence parsed once", extraction / parse_distinct, "times"),
        Result(f"{name}: Parley", words / extraction, "words/s"),
        Result(f"{name}: stock spaCy", words / whole, "words/s"),
        Result(f"{name}: reports that could not be read", failed, "", 0),
    ]


def _extraction(reports: Iterable[Report]) -> int:
    """Annotate and extract, as adding to a record would; how many reports could not be read.

    What an earlier round cut and dated is forgotten first, as the bare run's memory zones forget it.
    """
    from parley.annotate import annotate, annotator, language_model
    from parley.extract import extract

    language_model._stretches.cache_clear()
    annotator._dates_and_quantities.cache_clear()
    failed = 0
    for doc in annotate(reports):
        try:
            extract(doc)
        except Exception:  # counted, as the pipeline does: one report's failure is its own
            failed += 1
    return failed


def _sentences_parsed(reports: list[Report]) -> tuple[list[list[str]], int]:
    """The batches in which the sentences of the reports are parsed, and how many reports could not be read."""
    from parley.annotate.parse import parse_sentences

    seen: list[list[str]] = []

    def noting(sentences: Iterable[str]) -> dict[str, Parse]:
        batch = sorted(sentences, key=_by_length)
        seen.append(batch)
        return parse_sentences(batch)

    with patch("parley.annotate.annotator.parse_sentences", noting):
        failed = _extraction(reports)
    return [batch for batch in seen if batch], failed


def _by_length(sentence: str) -> tuple[int, str]:
    return len(sentence), sentence


def least(works: list[Callable[[], object]], rounds: int) -> list[float]:
    """The least processor time of each work, in seconds, over rounds in which they take turns."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, taken in zip(works, times, strict=True):
            started = time.process_time()
            work()
            taken.append(time.process_time() - started)
    return [min(taken) for taken in times]


def times_for(words: int) -> int:
    """How many times the rounds a set of so many words takes."""
    return min(MOST_TIMES, max(1, STEADY_WORDS // max(1, words)))


def _exhaust(docs: Iterable[object]) -> None:
    for _ in docs:
        pass


def measure_start() -> list[Result]:
    """How long the program takes to start, the best of three."""
    return [Result(name, min(_start(call) for _ in range(3)), "s", START_LIMIT) for name, call in _STARTS.items()]


def _start(call: Iterable[str]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *call], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def speed_in_child(rounds: int = ROUNDS) -> list[Result]:
    """`main` in a process of its own, on one thread."""
    environment = {**os.environ, **dict.fromkeys(_THREADS, "1")}
    call = [sys.executable, "-m", "bench.speed", str(rounds)]
    told = subprocess.run(call, check=True, stdout=subprocess.PIPE, env=environment)
    return msgspec.json.decode(told.stdout, type=list[Result])


def spread(reports: list[Report]) -> list[Report]:
    """At most so many reports as can be measured in a minute or two, from all of the list."""
    return reports[:: -(-len(reports) // MOST_REPORTS) or 1]


def main(rounds: int) -> list[Result]:
    """The speed on the bundled reports, and on real ones where there are some."""
    results = measure_speed("demo reports", demo_texts(), rounds)
    for name in ("nexis", "reuters"):
        folder = data_folder(name)
        if folder is None:
            results.append(Result(f"{name}: extraction beside bare parse", None, why=absent(name)))
        else:
            results += measure_speed(name, spread(read_folder(folder)), rounds)
    return results


if __name__ == "__main__":
    sys.stdout.buffer.write(msgspec.json.encode(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)))
