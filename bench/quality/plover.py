"""Acts between two marked parties scored against a table of sentences that people gave PLOVER event types.

The table is tab-separated with a heading: `gold_root` is the type, `marked_sentence` the sentence with the one who acts in
`<s>...</s>` and the one acted on in `<t>...</t>`; without that column `sentence`, `source` and `target` say the same. A type
YIELD stands for CONCEDE and RETREAT together, as in older code books. Each row counts, also one that stands there twice.

Run `python -m bench.quality plover FILE`, where FILE is such a table or a folder of them.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from bench.quality.report import MOST_EXAMPLES, Report
from parley import Between, Span, acts_between

__all__ = ["Item", "read_items", "read_marked", "score"]

_MARK = re.compile(r"</?[st]>")
_YIELD = frozenset({"CONCEDE", "RETREAT"})


class Item(msgspec.Struct, frozen=True):
    """A sentence, the one who acts and the one acted on (None where nobody is marked), the type people gave the act."""

    text: str
    source: str | Span | None
    target: str | Span | None
    type: str


def score(path: Path) -> Report:
    """How often the act between the marked parties has the type people gave it.

    Metrics: `accuracy`, `macro_f1` over the types of the table, and the F1 of each type. An item without an answer is
    wrong. Raises FileNotFoundError or ValueError when there is no such table at `path`.
    """
    items = [item for file in _files(path) for item in read_items(file)]
    if not items:
        raise ValueError(f"{path} holds no rows; give a table of sentences with marked parties")
    types = {item.type for item in items}
    found = list(acts_between((item.text, item.source, item.target) for item in items))
    pairs = [(item.type, _named(between, types)) for item, between in zip(items, found, strict=True)]
    each = {name: _f1(name, pairs) for name in sorted(types)}
    right = sum(gold == told for gold, told in pairs)
    metrics = {"accuracy": right / len(items), "macro_f1": sum(each.values()) / len(each)}
    return Report(
        "plover",
        metrics | {f"f1 {name}": value for name, value in each.items()},
        {
            "items": len(items),
            "right": right,
            "unanswered": sum(not told for _, told in pairs),
            "from the record": sum(b is not None and b.claim is not None for b in found),
        },
        list(_misses(items, pairs))[:MOST_EXAMPLES],
    )


def read_items(path: Path) -> Iterator[Item]:
    """The rows of one table. Raises ValueError when a column is missing or a row marks no parties."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t"), 2):
            kind = row.get("gold_root")
            if not kind:
                raise ValueError(f"{path}, line {number}: no gold_root; give a table with the columns it needs")
            yield read_marked(row["marked_sentence"], kind) if row.get("marked_sentence") else _plain(row, kind)


def read_marked(sentence: str, kind: str) -> Item:
    """An item from a sentence with marks; of several marks for one party the first counts."""
    spans: dict[str, Span] = {}
    text, start, last = "", 0, 0
    for mark in _MARK.finditer(sentence):
        text, last = text + sentence[last : mark.start()], mark.end()
        if mark.group().startswith("</"):
            spans.setdefault(mark.group()[2], _stripped(text, start))
        else:
            start = len(text)
    text += sentence[last:]
    return Item(text, spans.get("s"), spans.get("t"), kind)


def _stripped(text: str, start: int) -> Span:
    """The stretch from `start` to the end without blanks around it."""
    words = text[start:]
    left = start + len(words) - len(words.lstrip())
    return Span(left, max(left, len(text.rstrip())))


def _plain(row: dict[str, str], kind: str) -> Item:
    text, source, target = (row.get(name) or "" for name in ("sentence", "source", "target"))
    return Item(text, source if source in text else None, target if target in text else None, kind)


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        found = sorted(path.glob("*.tsv"))
        if not found:
            raise FileNotFoundError(f"no table (*.tsv) in {path}; give the folder of the tables or one of them")
        return found
    if not path.is_file():
        raise FileNotFoundError(f"no such file: {path}; give a table of sentences with marked parties")
    return [path]


def _named(between: Between | None, types: set[str]) -> str:
    """The type as the table names it; nothing for no answer."""
    if between is None:
        return ""
    return "YIELD" if "YIELD" in types and between.type in _YIELD else between.type


def _f1(name: str, pairs: Iterable[tuple[str, str]]) -> float:
    counts = Counter((gold == name, told == name) for gold, told in pairs)
    both = counts[True, True]
    return 2 * both / (2 * both + counts[True, False] + counts[False, True]) if both else 0.0


def _misses(items: list[Item], pairs: list[tuple[str, str]]) -> Iterator[str]:
    for item, (gold, told) in zip(items, pairs, strict=True):
        if gold != told:
            yield f"{gold}, read as {told or 'nothing'}: {_shown(item, item.source)} -> {_shown(item, item.target)}: {item.text}"


def _shown(item: Item, party: str | Span | None) -> str:
    return party.of(item.text) if isinstance(party, Span) else party or "nobody marked"


if __name__ == "__main__":
    print(score(Path(sys.argv[1])))
