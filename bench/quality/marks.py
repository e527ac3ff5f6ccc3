"""Texts with marks in them: which words are a move, an event, a figure or an amount, and who makes the move.

They lie in two halves: one open to those who write rules, one closed, which is only ever scored. A file holds texts
parted by blank lines. The first line of a text is `= KIND PACK`; what follows is the text with marks such as
`<by 1>The union</by> <m 1 reject>turned down</m> <a 1 pay>4 per cent</a>`. Marks may nest and never cross.

    m  a move: number in its text, acts (`offer|concede`: either is right), options
    by who makes the move of that number ("1,2": of both)     to  to whom it is made
    a  an amount in its terms, with its issue                 f   a figure of the story, with its measure
    e  an event outside the talks, with its type

`python -m bench.quality.marks FILE...` says what is wrong with files, and counts.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import get_args

import msgspec

from bench.quality.labels import GOLD, Kind
from parley.model import Span
from parley.model.claim import Act, Issue, Measure

__all__ = ["HALVES", "TEXTS", "Mark", "MarkError", "MarkedText", "load_marked", "parse_marked"]

TEXTS = GOLD / "marked"
HALVES = ("open", "closed")

_TAG = re.compile(r"<(/?)(\w+)((?: [^<>]*)?)>")
_OPTIONS = frozenset({"neg", "poss", "prob", "plan", "hyp", "maybe"})
_EVENTS = frozenset({"SUPPORT", "COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
_NAMES = frozenset({"m", "by", "to", "a", "f", "e"})
_PACKS = frozenset({"conflict", "labour", "takeover", "trade", "debt", "climate", "other"})
_KINDS = frozenset({*get_args(Kind), "report"})


class MarkError(ValueError):
    """A mark that cannot be read: which text, which mark, and why."""


class Mark(msgspec.Struct, frozen=True):
    """One mark: its name, the words it stands round, the moves it belongs to, its values and its options.

    `values` are acts, an issue, a measure or a type of event; `answers` is the number of the move that this one answers.
    """

    name: str
    span: Span
    numbers: tuple[int, ...] = ()
    values: tuple[str, ...] = ()
    options: frozenset[str] = frozenset()
    answers: int | None = None


class MarkedText(msgspec.Struct, frozen=True):
    """A text without its marks, and the marks in the order in which they begin; `id` is `FILE:NUMBER`."""

    id: str
    kind: str
    pack: str
    text: str
    marks: tuple[Mark, ...]

    def of(self, name: str) -> list[Mark]:
        """The marks of one name."""
        return [mark for mark in self.marks if mark.name == name]


def load_marked(half: str, folder: Path = TEXTS) -> list[MarkedText]:
    """The marked texts of a half, `open` or `closed`, file by file in the order of names. Raises MarkError."""
    return [
        text
        for path in sorted((folder / half).glob("*.txt"))
        for text in parse_marked(path.read_text(encoding="utf-8"), path.stem)
    ]


def parse_marked(source: str, name: str) -> list[MarkedText]:
    """The texts of a file's content. Raises MarkError at the first mark that cannot be read."""
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t]*\n", source) if block.strip()]
    return [_text(block, f"{name}:{number}") for number, block in enumerate(blocks, 1)]


def _text(block: str, name: str) -> MarkedText:
    head, _, body = block.partition("\n")
    fields = head.split()
    if len(fields) != 3 or fields[0] != "=" or fields[1] not in _KINDS or fields[2] not in _PACKS:
        raise MarkError(f"{name}: {head[:60]!r} is no first line of a text: write `= KIND PACK`")
    if not body.strip():
        raise MarkError(f"{name}: no text follows {head!r}")
    text, marks = _strip(body, name)
    _check_numbers(marks, name)
    return MarkedText(name, fields[1], fields[2], text, tuple(marks))


def _strip(body: str, name: str) -> tuple[str, list[Mark]]:
    pieces: list[str] = []
    length = last = 0
    waiting: list[tuple[str, str, int]] = []
    marks: list[Mark] = []
    for tag in _TAG.finditer(body):
        pieces.append(body[last : tag.start()])
        length += len(pieces[-1])
        last = tag.end()
        closing, kind, rest = tag.groups()
        if kind not in _NAMES:
            raise MarkError(f"{name}: {tag[0]} is no mark; marks are {', '.join(sorted(_NAMES))}")
        if not closing:
            waiting.append((kind, rest, length))
            continue
        if not waiting or waiting[-1][0] != kind:
            raise MarkError(f"{name}: {tag[0]} closes nothing that stands open before {body[tag.end() :][:30]!r}")
        _, rest, start = waiting.pop()
        marks.append(_mark(kind, rest, Span(start, length), name))
    if waiting:
        raise MarkError(f"{name}: <{waiting[-1][0]}{waiting[-1][1]}> is never closed")
    pieces.append(body[last:])
    return "".join(pieces), sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))


def _mark(kind: str, rest: str, span: Span, name: str) -> Mark:
    fields = rest.split()
    numbers: tuple[int, ...] = ()
    if kind in {"m", "by", "to", "a"}:
        if not fields or not re.fullmatch(r"\d+(,\d+)*", fields[0]):
            raise MarkError(f"{name}: <{kind}{rest}> needs the number of its move")
        numbers = tuple(int(number) for number in fields.pop(0).split(","))
    if span.start == span.end:
        raise MarkError(f"{name}: <{kind}{rest}> stands round no words")
    values: tuple[str, ...] = ()
    if kind in {"m", "a", "f", "e"}:
        values = tuple(fields.pop(0).split("|")) if fields else ()
        _check_values(kind, values, f"{name}: <{kind}{rest}>")
    answers = [int(field[4:]) for field in fields if re.fullmatch(r"ans=\d+", field)]
    options = frozenset(field for field in fields if not re.fullmatch(r"ans=\d+", field))
    if unknown := options - _OPTIONS:
        raise MarkError(f"{name}: <{kind}{rest}> has an unknown option {sorted(unknown)[0]!r}")
    return Mark(kind, span, numbers, values, options, answers[0] if answers else None)


def _check_values(kind: str, values: tuple[str, ...], where: str) -> None:
    allowed = {"m": get_args(Act), "a": get_args(Issue), "f": get_args(Measure), "e": tuple(_EVENTS)}[kind]
    if not values or not set(values) <= set(allowed):
        raise MarkError(f"{where} must name one of: {', '.join(allowed)}")


def _check_numbers(marks: list[Mark], name: str) -> None:
    moves = [mark.numbers[0] for mark in marks if mark.name == "m"]
    if len(set(moves)) < len(moves):
        raise MarkError(f"{name}: two moves have the number {Counter(moves).most_common(1)[0][0]}")
    for mark in marks:
        pointed = {*mark.numbers, *([mark.answers] if mark.answers else [])} - set(moves)
        if pointed:
            raise MarkError(f"{name}: <{mark.name}> points at move {min(pointed)}, which is not there")


def _main(paths: list[str]) -> int:
    failed = 0
    counts: Counter[str] = Counter()
    for path in paths or [str(path) for path in sorted(TEXTS.glob("*/*.txt"))]:
        blocks = re.split(r"\n[ \t]*\n", Path(path).read_text(encoding="utf-8"))
        for number, block in enumerate((block.strip("\n") for block in blocks if block.strip()), 1):
            try:
                text = _text(block, f"{path}:{number}")
            except MarkError as error:
                failed += 1
                print(error)
                continue
            counts.update(["texts", *(mark.name for mark in text.marks)])
            counts["words"] += len(text.text.split())
            counts.update(f"m {mark.values[0]}" for mark in text.of("m"))
    print(", ".join(f"{what} {number}" for what, number in sorted(counts.items())))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
