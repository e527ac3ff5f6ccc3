"""Whom pronouns, descriptions and short names stand for: `python -m bench.quality.coreference [--misses]`.

A file of `tests/gold/coreference` holds `[[text]]` entries with `id` and `text`. In a text, `{words>Name}` marks a reference
and the fullest name, or first description, that the report gives for whom it means; several that are as good are parted
by bars; `{words>-}` stands for nobody named. A name that only repeats itself is no reference and is not marked.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from bench.quality.labels import GOLD, LabelError
from bench.quality.report import Report
from parley.annotate import annotate
from parley.annotate.doc import Doc
from parley.model import Span, new_report

__all__ = ["HALVES", "KINDS", "Marked", "Reference", "load_half", "parse_marks", "read_file", "score"]

HALVES = ("seen", "held_out")
Kind = Literal["pronoun", "description", "short name"]
KINDS: tuple[Kind, ...] = ("pronoun", "description", "short name")

_MARK = re.compile(r"\{([^{}>]+)>([^{}>]+)\}")
_NOBODY = "-"
_PRONOUNS = frozenset(
    ["he", "him", "his", "she", "her", "it", "its", "they", "them", "their", "who", "whom", "whose", "which", "that"]
)
_ARTICLES = frozenset({"the", "a", "an"})
# Behind these a name says where or whose somebody is; who it is stands before.
_BEHIND = re.compile(r" (?:of|in|at|from|holding|for) ")


class Reference(NamedTuple):
    """Marked words with the names that are right for them; none where they stand for nobody named."""

    span: Span
    names: tuple[str, ...]
    kind: Kind


class Marked(NamedTuple):
    """A text without its marks, and the references in it."""

    id: str
    text: str
    references: tuple[Reference, ...]


def parse_marks(name: str, marked: str) -> Marked:
    """The text and the references of a marked text. Raises LabelError where a brace belongs to no mark."""
    text, references, at = "", list[Reference](), 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        span = Span(len(text), len(text) + len(mark[1]))
        names = () if mark[2] == _NOBODY else tuple(mark[2].split("|"))
        references.append(Reference(span, names, _kind(mark[1])))
        text, at = text + mark[1], mark.end()
    text += marked[at:]
    if "{" in text or "}" in text:
        raise LabelError(f"a brace in text '{name}' opens or closes no mark; write {{words>Name}}")
    return Marked(name, text, tuple(references))


def _kind(words: str) -> Kind:
    if words.lower() in _PRONOUNS:
        return "pronoun"
    return "description" if words.split()[0].lower() in _ARTICLES or words[0].islower() else "short name"


def read_file(path: Path) -> list[Marked]:
    """The marked texts of a file. Raises LabelError for one that is not written as they are."""
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("text", [])
    if not entries or any(set(entry) != {"id", "text"} for entry in entries):
        raise LabelError(f"'{path}' holds no marked texts; give [[text]] entries with id and text")
    return [parse_marks(entry["id"], entry["text"]) for entry in entries]


def load_half(half: str) -> list[Marked]:
    """The marked texts of a half, `seen` or `held_out`."""
    return read_file(GOLD / "coreference" / f"{half}.toml")


def score(texts: Sequence[Marked], name: str) -> Report:
    """Over all references and by kind: `recall`, the share of those labelled with somebody for which that one is found;
    `precision`, the share of right ones among those for which anybody is; and their F1.

    Whoever is found under the reference's own words is nobody found. Misses name the text, and so belong in no output
    for texts that are held out.
    """
    counts: Counter[str] = Counter()
    misses: list[str] = []
    docs = annotate(new_report(text.text, published="2025-05-16") for text in texts)
    for text, doc in zip(texts, docs, strict=True):
        for reference in text.references:
            found = found_for(doc, reference.span)
            right = found is not None and any(_same(wanted, found) for wanted in reference.names)
            tally = {"labelled": bool(reference.names), "answered": found is not None, "right": right}
            counts.update({f"{scope} {what}": n for scope in ("all", reference.kind) for what, n in tally.items()})
            if not right and (reference.names or found is not None):
                wanted = " or ".join(reference.names) or "nobody"
                misses.append(f"[{text.id}] {reference.span.of(text.text)!r} is {wanted}: {found}")
    return Report(name, _metrics(counts), dict(counts), misses)


def _metrics(counts: Counter[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for scope in ("all", *KINDS):
        right, labelled, answered = (counts[f"{scope} {what}"] for what in ("right", "labelled", "answered"))
        found[f"{scope}: recall"] = right / max(1, labelled)
        found[f"{scope}: precision"] = right / max(1, answered)
        found[f"{scope}: F1"] = 2 * right / max(1, labelled + answered)
    return found


def found_for(doc: Doc, span: Span) -> str | None:
    """The name under which whoever stands at a stretch is found; None when nobody is, but by the stretch's own words."""
    near = [entity for entity in doc.entities if entity.span.overlaps(span)]
    if not near:
        return None
    entity = min(near, key=lambda e: (abs(e.span.start - span.start) + abs(e.span.end - span.end), e.span))
    return None if _words(entity.name) == _words(span.of(doc.text)) else entity.name


def _same(wanted: str, found: str) -> bool:
    """Whether two names are of one: the words of the shorter are among the longer's, and their heads are the same word."""
    one, other = _words(wanted), _words(found)
    return _head(wanted) == _head(found) and (set(one) <= set(other) or set(other) <= set(one))


def _head(name: str) -> str:
    return _words(_BEHIND.split(name)[0])[-1]


def _words(name: str) -> list[str]:
    words = re.findall(r"[\w-]+", re.sub(r"['’]s?\b", "", name.lower()))
    return [word for word in words if word not in _ARTICLES] or words


def main() -> None:
    """Print the scores of both halves; the misses only of the texts that are not held out."""
    parser = argparse.ArgumentParser(prog="python -m bench.quality.coreference", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what differs in the texts that are not held out")
    parser.add_argument("--seen", action="store_true", help="score the texts that are not held out, only")
    options = parser.parse_args()
    for half in HALVES[:1] if options.seen else HALVES:
        report = score(load_half(half), half)
        print(report)
        if options.misses and half == "seen":
            print("\n".join(report.misses))


if __name__ == "__main__":
    main()
