"""Attributions scored against PolNeAR: political news with every source, cue and content marked by people.

A cue is found when a predicted one overlaps it. Source and content are scored on cues that match: a source by overlap and
by its exact words, a content by intersection over union of its characters, at least one half. Joint: cue, source and
content all right. Of the sources that are a personal pronoun, the share is told for which the source is found at all, missed
cues included. Several annotators' files of one text are scored each, and their counts averaged by weight.

The folder holds `attributions/*.ann` and `text/*.txt`; `python -m bench.quality polnear FOLDER` prints the rates.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from bench.quality.report import MOST_EXAMPLES, Report
from parley.annotate.annotator import annotate
from parley.annotate.doc import Doc
from parley.extract.attribution import AttributedWords, list_attributions
from parley.model import Span, new_report

__all__ = ["Gold", "predictions", "read_gold", "read_text", "score"]

_IOU = 0.5
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_RELATION = re.compile(r"(Source|Cue|Content)\w*:(T\d+)")


class Gold(msgspec.Struct, frozen=True):
    """One attribution as people marked it: the stretches of its source, cue and content."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def read_gold(path: Path) -> list[Gold]:
    """The attributions of one brat stand-off file."""
    spans: dict[str, tuple[Span, ...]] = {}
    relations: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            places = fields[1].split(" ", 1)[1]
            spans[fields[0]] = tuple(Span(*map(int, part.split())) for part in places.split(";"))
        elif line.startswith("E") and len(fields) > 1:
            relations.append(fields[1])
    return [gold for relation in relations if (gold := _gold(relation, spans)).cue]


def _gold(relation: str, spans: dict[str, tuple[Span, ...]]) -> Gold:
    roles: dict[str, list[Span]] = defaultdict(list)
    for role, key in _RELATION.findall(relation.split(" ", 1)[1] if " " in relation else ""):
        roles[role].extend(spans.get(key, ()))
    return Gold(tuple(roles["Source"]), tuple(roles["Cue"]), tuple(roles["Content"]))


def score(path: Path) -> Report:
    """The rates over all texts of a folder that have an annotation.

    Raises ValueError with one sentence when the folder holds none.
    """
    pairs = _files(path)
    if not pairs:
        raise ValueError(f"no attributions/*.ann with text/*.txt under '{path}'; name a folder of the PolNeAR corpus")
    total: dict[str, float] = defaultdict(float)
    misses: list[str] = []
    texts = list(pairs)
    docs = annotate(new_report(read_text(text)) for text in texts)
    for text, doc in zip(texts, docs, strict=True):
        found = predictions(doc)
        for annotation in pairs[text]:
            gold = read_gold(annotation)
            for name, count in _counts(gold, found, doc.text).items():
                total[name] += count / len(pairs[text])
        misses += [f"{text.name}: {line}" for line in _differences(gold, found, doc.text)]
    return Report("polnear", _metrics(total), {name: round(n) for name, n in total.items()}, misses[:MOST_EXAMPLES])


def _metrics(total: Mapping[str, float]) -> dict[str, float]:
    gold, predicted, cue = (max(1.0, total[name]) for name in ("gold", "predicted", "cue"))
    f1 = {f"{name} F1": 2 * total[name] / (gold + predicted) for name in ("cue", "joint")}
    parts = {"source": "source given cue", "source_exact": "exact source given cue", "content": "content given cue"}
    given = {words: total[name] / cue for name, words in parts.items()}
    given["pronoun sources found"] = total["pronoun_found"] / max(1.0, total["pronoun"])
    return f1 | {"cue precision": total["cue"] / predicted, "cue recall": total["cue"] / gold} | given


def _differences(gold: list[Gold], found: list[AttributedWords], text: str) -> Iterator[str]:
    """Cues that one side has and the other has not, as an example of what goes wrong."""
    pairs = list(_matched(gold, found))
    for one in gold:
        if not any(one is paired for paired, _ in pairs):
            yield f"missed cue {' '.join(span.of(text) for span in one.cue)!r}"
    for other in found:
        if not any(other is paired for _, paired in pairs):
            yield f"false cue {other.cue.of(text)!r}"


def read_text(path: Path) -> str:
    """A text as the offsets of its annotation count it."""
    return path.read_bytes().decode("utf-8")


def _files(path: Path) -> dict[Path, list[Path]]:
    pairs: dict[Path, list[Path]] = defaultdict(list)
    for annotation in sorted((path / "attributions").rglob("*.ann")):
        stem = annotation.stem.rsplit("_", 1)[0]
        for candidate in (annotation.stem, stem):
            text = path / "text" / f"{candidate}.txt"
            if text.exists():
                pairs[text].append(annotation)
                break
    return pairs


def predictions(doc: Doc) -> list[AttributedWords]:
    """The attributions of a text as the corpus holds them: it marks none inside the content of another."""
    return [words for words in list_attributions(doc) if not words.within]


def _counts(gold: list[Gold], found: list[AttributedWords], text: str) -> dict[str, int]:
    by_pronoun = [_is_pronoun(one, text) for one in gold]
    counts = Counter({"gold": len(gold), "predicted": len(found), "pronoun": sum(by_pronoun)})
    for one, other in _matched(gold, found):
        source = any(a.overlaps(b) for a in one.source for b in other.sources) or not one.source
        exact = set(one.source) == set(other.sources)
        content = _iou(one.content, other.content) >= _IOU
        counts.update(
            {"cue": 1, "source": source, "source_exact": exact, "content": content, "joint": source and content}
        )
        counts["pronoun_found"] += source and _is_pronoun(one, text)
    return dict(counts)


def _is_pronoun(gold: Gold, text: str) -> bool:
    return len(gold.source) == 1 and gold.source[0].of(text).lower() in _PRONOUNS


def _matched(gold: list[Gold], found: list[AttributedWords]) -> Iterable[tuple[Gold, AttributedWords]]:
    """Pairs of a marked and a found attribution whose cues overlap, each used once."""
    left = list(found)
    for one in gold:
        for other in left:
            if any(other.cue.overlaps(span) for span in one.cue):
                left.remove(other)
                yield one, other
                break


def _iou(one: Iterable[Span], other: Iterable[Span]) -> float:
    first = {at for span in one for at in range(span.start, span.end)}
    second = {at for span in other for at in range(span.start, span.end)}
    return len(first & second) / len(first | second) if first or second else 0.0
