"""Expressions of time in the news of TimeBank and AQUAINT (TempEval-3) against the TIMEX3 that people marked.

A marked expression is found when one of Parley's overlaps it, each used once; strictly when both have the same characters;
its value is right when the TIMEX3 `value` is the same string. Times are counted from the text's own creation time. Where
Parley reads "from Monday to Friday" as one range, its two ends are scored, as the corpus marks them.

Run as `python -m bench.quality tempeval3 FOLDER`, where FOLDER holds `*.tml` files at any depth, or is one such file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import msgspec

import parley
from bench.quality.report import Report
from parley import TimeExpression

__all__ = ["Gold", "read_gold", "score"]

_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_CREATED = re.compile(r"<TIMEX3\b([^>]*functionInDocument=\"CREATION_TIME\"[^>]*)>")
_VALUE = re.compile(r'\bvalue="([^"]*)"')
_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_MOST_MISSES = 50


class Gold(msgspec.Struct, frozen=True):
    """One marked expression: half-open code points of the text, and its TIMEX3 value."""

    start: int
    end: int
    value: str


def read_gold(path: Path) -> tuple[str, str, list[Gold]]:
    """The text of a TimeML file without its marks, its creation time, and the expressions marked in the text.

    Raises ValueError when the file has no text or no creation time.
    """
    source = path.read_text(encoding="utf-8")
    body, created = _TEXT.search(source), _CREATED.search(source)
    value = _VALUE.search(created[1]) if created else None
    if body is None or value is None:
        raise ValueError(f"'{path}' is no TimeML file with <TEXT> and a creation time; give files of TempEval-3")
    text, opened, found = "", [], []
    place = 0
    for tag in _TAG.finditer(body[1]):
        text += unescape(body[1][place : tag.start()])
        place = tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            opened.append((len(text), _VALUE.search(tag[3])))
        elif tag[2] == "TIMEX3":
            start, marked = opened.pop()
            found.append(Gold(start, len(text), marked[1] if marked else ""))
    return text + unescape(body[1][place:]), value[1], found


def score(path: Path) -> Report:
    """Precision, recall and F1 of spans (overlapping and strict) and of values over every `.tml` file of `path`.

    Raises FileNotFoundError when there is none.
    """
    files = [path] if path.is_file() else sorted(path.rglob("*.tml"))
    if not files:
        raise FileNotFoundError(f"no TimeML files (*.tml) under '{path}'; name a folder of TempEval-3 such as TimeBank")
    counts = dict.fromkeys(("labelled", "found", "claimed", "strict", "value"), 0)
    misses: list[str] = []
    for file in files:
        text, created, gold = read_gold(file)
        claimed = list(_claimed(parley.times(text, published=created[:10])))
        counts["labelled"] += len(gold)
        counts["claimed"] += len(claimed)
        misses += [f"{file.stem}: {line}" for line in _compare(text, gold, claimed, counts)]
    metrics = {}
    for name, key in (("span", "found"), ("strict span", "strict"), ("value", "value")):
        metrics[f"{name} F1"] = 2 * counts[key] / max(1, counts["labelled"] + counts["claimed"])
    metrics["span precision"] = counts["found"] / max(1, counts["claimed"])
    metrics["span recall"] = counts["found"] / max(1, counts["labelled"])
    metrics["value given span"] = counts["value"] / max(1, counts["found"])
    return Report("tempeval3", metrics, counts, _spread(misses))


def _claimed(found: list[TimeExpression]) -> Iterator[TimeExpression]:
    """The expressions, of a range its two ends where each has words of its own."""
    for one in found:
        apart = len(one.ends) == 2 and one.ends[0].span.end <= one.ends[1].span.start
        yield from one.ends if apart else (one,)


def _compare(text: str, gold: list[Gold], claimed: list[TimeExpression], counts: dict[str, int]) -> Iterator[str]:
    left = list(claimed)
    for one in gold:
        other = next((c for c in left if c.span.start < one.end and one.start < c.span.end), None)
        words = " ".join(text[one.start : one.end].split())
        if other is None:
            yield f"missed '{words}' {one.value}"
            continue
        left.remove(other)
        counts["found"] += 1
        counts["strict"] += (other.span.start, other.span.end) == (one.start, one.end)
        right = (other.value or "").upper() == one.value.upper()
        counts["value"] += right
        if not right:
            yield f"value of '{words}' {one.value}, read as '{other.verbatim}' {other.value}"
    for other in left:
        yield f"false '{' '.join(other.verbatim.split())}' {other.value}"


def _spread(misses: list[str]) -> list[str]:
    """At most fifty of them, from all over the set."""
    step = max(1, -(-len(misses) // _MOST_MISSES))
    return misses[::step]
