"""What is said, done, planned and denied, against the events that people marked in the MEANTIME corpus.

A marked event is denied where its polarity is negative, planned where it lies in the future or in a condition, said where
it is the telling of another one, done otherwise. The folder holds the corpus's XML files, at any depth; of several files
of one name the first is taken.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import msgspec

from bench.quality.gold import f1
from bench.quality.report import MOST_EXAMPLES, Report
from parley import Span, told_as

__all__ = ["Marked", "read_marked", "score"]

_STATUS = ("said", "done", "planned", "denied")


class Marked(msgspec.Struct, frozen=True):
    """A text of the corpus with its marked events: where each stands, and as what it is told."""

    name: str
    text: str
    events: tuple[tuple[Span, str], ...]


def score(path: Path) -> Report:
    """The share of marked events told as people marked them, and the F1 of each kind of telling and their mean.

    Raises ValueError with one sentence when there are no such files.
    """
    files = {file.name: file for file in sorted(path.rglob("*.xml"), reverse=True)} if path.is_dir() else {}
    texts = [read_marked(file) for _, file in sorted(files.items())]
    if not any(text.events for text in texts):
        raise ValueError(f"no marked events in XML files under '{path}'; name a folder of the MEANTIME corpus")
    pairs: Counter[tuple[str, str]] = Counter()
    misses = []
    for text in texts:
        told = told_as(text.text, [span for span, _ in text.events])
        for (span, wanted), found in zip(text.events, told, strict=True):
            pairs[wanted, found.status] += 1
            if found.status != wanted:
                misses.append(f"{text.name}: {span.of(text.text)!r} is {found.status}, marked {wanted}")
    return Report("meantime", _metrics(pairs), _counts(pairs), misses[:MOST_EXAMPLES])


def _metrics(pairs: Counter[tuple[str, str]]) -> dict[str, float]:
    right = sum(n for (wanted, found), n in pairs.items() if wanted == found)
    each = {f"F1 {s}": f1(pairs[s, s], _sum(pairs, found=s), _sum(pairs, wanted=s)) for s in _STATUS}
    here = [value for name, value in each.items() if _sum(pairs, wanted=name.removeprefix("F1 "))]
    return {"accuracy": right / pairs.total(), "macro F1": sum(here) / len(here)} | each


def _sum(pairs: Counter[tuple[str, str]], wanted: str | None = None, found: str | None = None) -> int:
    return sum(n for (w, f), n in pairs.items() if wanted in (None, w) and found in (None, f))


def _counts(pairs: Counter[tuple[str, str]]) -> dict[str, int]:
    return {"gold": pairs.total()} | {f"{wanted} told as {found}": n for (wanted, found), n in sorted(pairs.items())}


def read_marked(file: Path) -> Marked:
    """A text of the corpus, its words joined by spaces and its sentences by blank lines, with the events marked in it."""
    root = ET.parse(file).getroot()
    text, places = _joined(root)
    tellings = {source.get("m_id") for link in root.iter("SLINK") for source in link.iter("source")}
    events = []
    for mention in root.iter("EVENT_MENTION"):
        anchors = [places[a.get("t_id", "")] for a in mention.iter("token_anchor") if a.get("t_id") in places]
        if anchors and mention.get("time"):
            span = Span(min(a.start for a in anchors), max(a.end for a in anchors))
            events.append((span, _status(mention, telling=mention.get("m_id") in tellings)))
    return Marked(file.stem, text, tuple(events))


def _joined(root: ET.Element) -> tuple[str, dict[str, Span]]:
    text, places, sentence = "", dict[str, Span](), None
    for token in root.iter("token"):
        between = "" if sentence is None else " " if token.get("sentence") == sentence else "\n\n"
        sentence = token.get("sentence")
        start = len(text) + len(between)
        text += between + (token.text or "")
        places[token.get("t_id", "")] = Span(start, len(text))
    return text, places


def _status(mention: ET.Element, *, telling: bool) -> str:
    if mention.get("polarity") == "NEG":
        return "denied"
    if mention.get("time") == "FUTURE" or mention.get("special_cases", "").startswith("COND"):
        return "planned"
    return "said" if telling else "done"
