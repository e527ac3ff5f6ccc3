"""Numbers of victims and hostages against the keys of the fourth Message Understanding Conference.

The folder holds files of texts, each text opened by its id on a line of its own (`TST1-MUC3-0001`), and files of templates,
whose names begin with `key`; of a folder of such folders those are read whose names begin with `tst`.
`python -m bench.quality muc4 FOLDER` prints the rates.

What is asked, after the conference's task description (slots 21, 23 and 24):

- A number slot holds a digit, `PLURAL` where the text only says that there was more than one, or bounds: `6-8`, `6-` (at
  least 6), `-26` (up to 26), `~100` (about 100). A slash separates answers that are as good; a question mark, or the word
  OPTIONAL behind a template's number, marks what may be left out.
- Asked for are the numbers of those who were killed, hurt or set free by the effect slot, of all whom a kidnapping took,
  and the total of a template that has one of these. `PLURAL` is no number, and what is vague in Parley's record as well
  ("several", "dozens") is no answer: both are left out.
- Any template of the text will do. Numbers that are the same in several templates of a text are asked once; figures that
  are the same count once.
- A key also writes a 1 for each victim it names. A name is no count, and Parley records a figure of one only where the text
  counts ("one person", "a soldier was killed"). So `recall` and `precision` leave out the number 1 on both sides;
  `recall_with_ones` and `precision_with_ones` take it in, and take a single named party to whom an attack was done for
  one too.
- The keys leave out fights between armed sides, and most texts of the set tell of nothing else: `precision` is of the texts
  whose keys ask for at least one number of victims, a 1 or `PLURAL` included; `precision_all_texts` is of all.

A figure is right when both bounds and "about" are the key's; `recall_value` asks for the number alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import msgspec

import parley
from bench.quality.report import MOST_EXAMPLES, Report
from parley.model import Claim, Event, Figure, Quantity, new_report

__all__ = ["Asked", "Bounds", "Template", "read_bounds", "read_keys", "read_texts", "score"]

_ID = re.compile(r"^(?:DEV|TST\d)-MUC\d-\d{4}", re.MULTILINE)
_SLOT = re.compile(r"^(\d+)\.\s+[A-Z ]+:[A-Z ]+?(?:\s{2,}|\s(?=[-*?\"~\d]))(.*)$")
_NUMBER = re.compile(r"(~?)\s*(\d+)?\s*(-?)\s*(\d+)?$")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_HARMED = frozenset({"DEATH", "INJURY", "REGAINED FREEDOM"})
_MEASURES = frozenset({"killed", "injured", "affected", "captured", "held", "released", "missing"})
_VAGUE = re.compile(r"several|many|few|dozens|scores|hundreds|thousands|some\b(?! \w*\d)|number|handful", re.IGNORECASE)

_Slots = dict[int, list[str]]


class Bounds(msgspec.Struct, frozen=True):
    """A number as a key has it: None where it is not bounded; `about` for a tilde."""

    lower: int | None
    upper: int | None
    about: bool = False

    def __str__(self) -> str:
        """The key's own notation."""
        if self.lower == self.upper:
            return f"{'~' * self.about}{self.lower}"
        return f"{'' if self.lower is None else self.lower}-{'' if self.upper is None else self.upper}"


class Asked(msgspec.Struct, frozen=True):
    """One number slot: its answers, whether it must be given, and the words of the key for who is counted."""

    answers: frozenset[Bounds]
    needed: bool
    who: str


class Template(msgspec.Struct, frozen=True):
    """One template: the id of its text, whether any is filled, whether it may be left out, and its slots' lines."""

    text: str
    filled: bool
    optional: bool
    slots: _Slots

    def asked(self) -> Iterator[Asked]:
        """The numbers of victims and hostages."""
        effects = [line.partition(":") for line in self.slots.get(23, ())]
        taken = any("KIDNAPPING" in line for line in self.slots.get(4, ()))
        harmed = {
            name
            for effect, _, who in effects
            if {e.strip(" ?") for e in effect.split("/")} & _HARMED
            for name in _STRING.findall(who)
        }
        for line in self.slots.get(21, ()):
            number, _, who = line.partition(":")
            if taken or harmed.intersection(_STRING.findall(who)):
                yield from self._number(number, who.strip())
        for line in self.slots.get(24, ()) if taken or harmed else ():
            yield from self._number(line.partition(":")[0], "in all")

    def allowed(self) -> frozenset[Bounds]:
        """Every number of human targets, asked for or not."""
        lines = [*self.slots.get(21, ()), *self.slots.get(24, ())]
        return frozenset(b for line in lines for b in read_bounds(line.partition(":")[0]))

    def _number(self, number: str, who: str) -> Iterator[Asked]:
        answers = read_bounds(number)
        if answers or "PLURAL" in number:
            needed = bool(answers) and not self.optional and "?" not in number and "PLURAL" not in number
            yield Asked(answers, needed, who)


def read_bounds(number: str) -> frozenset[Bounds]:
    """The answers that a number slot allows, without `PLURAL` and a lone hyphen."""
    found = set()
    for part in number.replace("?", "").split("/"):
        match = _NUMBER.match(part.strip())
        if match is None or not (match[2] or match[4]):
            continue
        lower, upper = (int(n) if n else None for n in (match[2], match[4]))
        found.add(Bounds(lower, upper if match[3] else lower, bool(match[1])))
    return frozenset(found)


def read_keys(text: str) -> list[Template]:
    """The templates of a file of keys; lines that open with a semicolon are remarks."""
    templates: list[_Slots] = []
    slot = -1
    for line in text.splitlines():
        match = _SLOT.match(line)
        if match is not None:
            slot = int(match[1])
            if slot == 0:
                templates.append({})
            if templates:
                templates[-1][slot] = [match[2].strip()]
        elif templates and line.startswith(" ") and line.strip():
            templates[-1][slot].append(line.strip())
    return [_template(slots) for slots in templates]


def _template(slots: _Slots) -> Template:
    number = slots.get(1, ["*"])[0]
    return Template(slots[0][0].split()[0], "*" not in number, "OPTIONAL" in number, slots)


def read_texts(text: str) -> dict[str, str]:
    """The texts of a file by their ids."""
    starts = list(_ID.finditer(text))
    ends = [*(match.start() for match in starts), len(text)][1:]
    return {m[0]: text[m.end() : end].partition("\n")[2].strip() for m, end in zip(starts, ends, strict=False)}


def score(path: Path) -> Report:
    """Recall and precision of the numbers of victims and hostages, with bounds.

    Raises ValueError when `path` holds no keys.
    """
    texts, templates = _read(path)
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for name, group in groupby(sorted(templates, key=lambda t: t.text), key=lambda t: t.text):
        if name in texts:
            _score_text(name, texts[name], list(group), counts, misses)
    metrics = {
        "recall": _share(counts, "right", "asked"),
        "precision": _share(counts, "true", "claimed"),
        "recall_value": _share(counts, "right_value", "asked"),
        "recall_with_ones": _share(counts, "right_with_ones", "asked_with_ones"),
        "precision_with_ones": _share(counts, "true_with_ones", "claimed_with_ones"),
        "precision_all_texts": _share(counts, "true", "claimed_all_texts"),
    }
    both = metrics["recall"] + metrics["precision"]
    metrics["f1"] = 2 * metrics["recall"] * metrics["precision"] / both if both else 0.0
    return Report("muc4", metrics, dict(counts), misses[:MOST_EXAMPLES])


def _share(counts: Counter[str], part: str, whole: str) -> float:
    return counts[part] / counts[whole] if counts[whole] else 0.0


def _read(path: Path) -> tuple[dict[str, str], list[Template]]:
    folders = [path, *sorted(path.glob("tst*"))]
    files = sorted(f for folder in folders for f in folder.glob("*") if f.is_file())
    keys = [f for f in files if f.name.startswith("key")]
    if not keys:
        raise ValueError(f"{path}: no file there has a name that begins with 'key'; name a folder of texts and keys.")
    texts: dict[str, str] = {}
    for file in files:
        if file not in keys:
            texts |= read_texts(file.read_text(encoding="utf-8", errors="replace"))
    return texts, [t for f in keys for t in read_keys(f.read_text(encoding="utf-8", errors="replace"))]


def _score_text(name: str, text: str, templates: list[Template], counts: Counter[str], misses: list[str]) -> None:
    filled = [t for t in templates if t.filled]
    named = [a for t in filled for a in t.asked()]
    asked = [a for a in named if a.needed]
    allowed = {b for t in filled for b in t.allowed()}
    counts["texts"] += 1
    claims = parley.extract(new_report(text)).claims
    told = {_bounds(figure.quantity): figure for figure in _victims(claims)}
    ones = {Bounds(1, 1)} if any(_hurts_one(c.body) for c in claims) else set()
    for answers in {a.answers: a for a in asked}.values():
        found = bool(answers.answers & (told.keys() | ones))
        counts["asked_with_ones"] += 1
        counts["right_with_ones"] += found
        if Bounds(1, 1) in answers.answers:
            continue
        counts["asked"] += 1
        counts["right"] += found
        values = {n for b in answers.answers for n in (b.lower, b.upper)} - {None}
        counts["right_value"] += any(n in values for b in told for n in (b.lower, b.upper))
        if not found:
            misses.append(
                f"{name} {'/'.join(sorted(map(str, answers.answers)))} {answers.who}: {sorted(map(str, told))}"
            )
    for bounds, figure in told.items():
        _count_claim(
            name, figure, bounds=bounds, true=bounds in allowed, near=bool(named), counts=counts, misses=misses
        )
    if ones - told.keys() and named:
        counts["claimed_with_ones"] += 1
        counts["true_with_ones"] += Bounds(1, 1) in allowed


def _count_claim(
    name: str, figure: Figure, *, bounds: Bounds, true: bool, near: bool, counts: Counter[str], misses: list[str]
) -> None:
    single = bounds == Bounds(1, 1)
    counts["claimed_all_texts"] += not single
    if not near:
        return
    counts["claimed_with_ones"] += 1
    counts["true_with_ones"] += true
    counts["claimed"] += not single
    counts["true"] += true and not single
    if not true and not single:
        misses.append(f"{name} FALSE {bounds} {figure.measure} {figure.group} {figure.quantity.verbatim!r}")


def _victims(claims: Iterable[Claim]) -> Iterator[Figure]:
    for body in (claim.body for claim in claims):
        if not isinstance(body, Figure) or body.measure not in _MEASURES or body.quantity.unit != "persons":
            continue
        if not _VAGUE.search(body.quantity.verbatim):
            yield body


def _hurts_one(body: object) -> bool:
    return isinstance(body, Event) and body.type == "ASSAULT" and any(actor.kind == "person" for actor in body.to)


def _bounds(quantity: Quantity) -> Bounds:
    lower, upper = (None if n is None else int(n) for n in (quantity.lower, quantity.upper))
    about = quantity.approximate
    return Bounds(lower or None, upper, about)
