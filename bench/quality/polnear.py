"""Attributions scored against PolNeAR: political news with every source, cue and content marked by people.

A cue is found when a predicted one overlaps it. Source and content are scored on cues that match: a source by overlap and
by its exact words, a content by intersection over union of its characters, at least one half. Joint: cue, source and
content all right. Several annotators' files of one text are scored each, and their counts averaged by weight.

Run `python -m bench.quality.polnear FOLDER`, where FOLDER holds `attributions/*.ann` and `text/*.txt`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from parley.annotate.annotator import annotate
from parley.annotate.doc import Doc
from parley.extract.attribution import Attributed, find_attributions
from parley.model import Span, new_report

__all__ = ["Gold", "Report", "read_gold", "score"]

_IOU = 0.5
_RELATION = re.compile(r"(Source|Cue|Content)\w*:(T\d+)")


class Gold(msgspec.Struct, frozen=True):
    """One attribution as people marked it: the stretches of its source, cue and content."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Report(msgspec.Struct, frozen=True):
    """Counts over a folder (weighted where a text has several annotators) and the rates that follow."""

    gold: float
    predicted: float
    cue: float
    source: float
    source_exact: float
    content: float
    joint: float

    def f1(self, right: float) -> float:
        """F1 of a count of right ones."""
        return 2 * right / (self.gold + self.predicted) if self.gold + self.predicted else 0.0

    def lines(self) -> Iterator[str]:
        """The rates as text, one a line, in per cent."""
        yield f"cue      P {_share(self.cue, self.predicted)}  R {_share(self.cue, self.gold)}  F1 {100 * self.f1(self.cue):.1f}"
        yield f"source   given cue: overlap {_share(self.source, self.cue)}  exact {_share(self.source_exact, self.cue)}"
        yield f"content  given cue: half or more in common {_share(self.content, self.cue)}"
        yield f"joint    F1 {100 * self.f1(self.joint):.1f}"


def _share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


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

    Raises SystemExit with one sentence when the folder holds none.
    """
    pairs = _files(path)
    if not pairs:
        raise SystemExit(f"no attributions/*.ann with text/*.txt under '{path}'; name a folder of the PolNeAR corpus")
    total: Counter[str] = Counter()
    texts = list(pairs)
    docs = annotate(new_report(read_text(text)) for text in texts)
    for text, doc in zip(texts, docs, strict=True):
        found = predictions(doc)
        for annotation in pairs[text]:
            for name, count in _counts(read_gold(annotation), found).items():
                total[name] += count / len(pairs[text])  # type: ignore[assignment]
    return Report(**{name: float(total[name]) for name in Report.__struct_fields__})


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


def predictions(doc: Doc) -> list[Attributed]:
    """The attributions of a text as the corpus holds them: quotations that go on in further paragraphs belong to the
    attribution of the cue they rest on."""
    found: dict[Span, Attributed] = {}
    for item in find_attributions(doc).items:
        known = found.get(item.cue)
        if known is not None:
            found[item.cue] = msgspec.structs.replace(known, content=(*known.content, *item.content))
        else:
            found[item.cue] = item
    return list(found.values())


def _counts(gold: list[Gold], found: list[Attributed]) -> dict[str, int]:
    counts = Counter({"gold": len(gold), "predicted": len(found)})
    for one, other in _matched(gold, found):
        source = any(a.overlaps(b) for a in one.source for b in other.sources) or not one.source
        exact = set(one.source) == set(other.sources)
        content = _iou(one.content, other.content) >= _IOU
        counts.update(
            {"cue": 1, "source": source, "source_exact": exact, "content": content, "joint": source and content}
        )
    return dict(counts)


def _matched(gold: list[Gold], found: list[Attributed]) -> Iterable[tuple[Gold, Attributed]]:
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


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("give one folder: python -m bench.quality.polnear FOLDER")
    for line in score(Path(sys.argv[1])).lines():
        print(line)
