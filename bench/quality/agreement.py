"""How far two readers agree who labelled the same texts, each by themselves: `python -m bench.quality.agreement`.

The texts held out (`tests/gold/held_out`) were labelled a second time (`tests/gold/second`) by a reader who saw neither the
first labels nor what the program makes of them. No program can be asked to agree with one reader more than the other does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from bench.quality.account import same_name
from bench.quality.gold import f1, load_half
from bench.quality.labels import EventLabel, FigureLabel, GoldText, Label, MoveLabel, PhaseLabel, TermLabel
from bench.quality.matching import same_bounds
from bench.quality.report import Report

__all__ = ["agreement"]

_KINDS: dict[str, type[Label]] = {
    "moves": MoveLabel,
    "figures": FigureLabel,
    "events": EventLabel,
    "phases": PhaseLabel,
}
_SORTS = ("act", "measure", "type", "status")
_LINKS = ("answers", "refines", "part_of")


class _Pair(msgspec.Struct, frozen=True):
    """A label of the one reader and that of the other which says the same of the same words."""

    one: Label
    other: Label


def agreement(texts: Iterable[GoldText], others: Iterable[GoldText]) -> Report:
    """Agreement on texts labelled twice, in the measures of `bench.quality.gold`.

    F1 of the labels of each kind, of the amounts of moves both found, and of links; shares of the pairs of labels with the
    same makers, factuality, chain, day and deadline. Labels that either reader doubts are left out.
    """
    counts: Counter[str] = Counter()
    second = {text.id: text for text in others}
    for text in texts:
        _count_text(text, second[text.id], counts)
    return Report("two readers", _metrics(counts), dict(sorted(counts.items())))


def _count_text(text: GoldText, other: GoldText, counts: Counter[str]) -> None:
    words = text.report.text
    pairs = [pair for kind in _KINDS.values() for pair in _pairs(text, other, kind, words)]
    first, second = {id(p.one) for p in pairs}, {id(p.other) for p in pairs}
    sure = [p for p in pairs if not (p.one.doubtful or p.other.doubtful)]
    for name, kind in _KINDS.items():
        same = [p for p in sure if isinstance(p.one, kind)]
        alike = sum(not isinstance(p.one, FigureLabel) or _same_amount(p.one, p.other) for p in same)
        alone = _alone(text, first, kind, other, words), _alone(other, second, kind, text, words)
        counts.update(
            dict(
                zip(
                    (f"{name} both", f"{name} one", f"{name} other"),
                    (alike, *(len(same) + n for n in alone)),
                    strict=True,
                )
            )
        )
    for pair in sure:
        counts.update(_compared(pair))
    counts.update(_links_shared(text, other, pairs))


def _pairs(text: GoldText, other: GoldText, kind: type[Label], words: str) -> Iterator[_Pair]:
    """The labels of a kind that fit each other, best fits first, each once."""
    ones, others = ([label for label in t.labels if isinstance(label, kind)] for t in (text, other))
    fits = [
        (not (one.doubtful or two.doubtful), _same_amount(one, two), names_agree(_by(one), _by(two)), place, i, j)
        for i, one in enumerate(ones)
        for j, two in enumerate(others)
        if _same_sort(one, two) and (place := _shared(one, two, words))
    ]
    taken: tuple[set[int], set[int]] = set(), set()
    for *_, i, j in sorted(fits, reverse=True):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield _Pair(ones[i], others[j])


def _alone(text: GoldText, paired: set[int], kind: type[Label], other: GoldText, words: str) -> int:
    """How many sure labels of a kind the other reader does not have, save at words where that one doubts."""
    doubted = [label for label in other.labels if label.doubtful and isinstance(label, kind)]
    mine = (
        label for label in text.labels if isinstance(label, kind) and not label.doubtful and id(label) not in paired
    )
    return sum(not any(_shared(label, doubt, words) for doubt in doubted) for label in mine)


def _shared(one: Label, other: Label, words: str) -> int:
    spans = [(a, b) for a in one.spans(words) for b in other.spans(words)]
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a, b in spans)


def _sorts(label: Label) -> set[str]:
    own = next(getattr(label, name) for name in _SORTS if hasattr(label, name))
    return {own, *getattr(label, "or_", ())}


def _same_sort(one: Label, other: Label) -> bool:
    return not _sorts(one).isdisjoint(_sorts(other))


def _by(label: Label) -> tuple[str, ...]:
    return tuple(getattr(label, "by", ()))


def _same_amount(one: Label, other: Label) -> bool:
    both = isinstance(one, FigureLabel) and isinstance(other, FigureLabel)
    return not both or same_bounds(one, other)  # type: ignore[arg-type]


def names_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether as many parties are named, each by a name of the same one."""
    return len(one) == len(other) and all(any(same_name(a, b) or same_name(b, a) for b in other) for a in one)


def _compared(pair: _Pair) -> Counter[str]:
    """What of a pair can be compared, and what of it agrees."""
    one, other, counts = pair.one, pair.other, Counter[str]()
    tense = one.tense is None or other.tense is None or one.tense == other.tense
    sure = (one.certainty, one.polarity) == (other.certainty, other.polarity) and tense
    counts.update({"pairs": 1, "factuality": sure})
    if one.chain or other.chain:
        chains = [(a, b) for a in (one.chain, *one.chain_any) for b in (other.chain, *other.chain_any)]
        counts.update({"chained": 1, "chains": any(names_agree(a, b) for a, b in chains)})
    if one.when and other.when:
        counts.update({"dated": 1, "when": one.when == other.when})
    if isinstance(one, MoveLabel) and isinstance(other, MoveLabel):
        counts.update({"made": 1, "makers": names_agree(one.by, other.by)})
        if one.deadline or other.deadline:
            counts.update({"limited": 1, "deadlines": one.deadline == other.deadline})
        counts.update(_amounts(one, other))
    return counts


def _amounts(one: MoveLabel, other: MoveLabel) -> dict[str, int]:
    mine, theirs = ([t for t in move.terms if t.lower is not None or t.upper is not None] for move in (one, other))
    return {
        "amounts one": len(mine),
        "amounts other": len(theirs),
        "amounts both": _same_terms(mine, theirs, any_issue=False),
        "amounts under any issue both": _same_terms(mine, theirs, any_issue=True),
    }


def _same_terms(mine: list[TermLabel], theirs: list[TermLabel], *, any_issue: bool) -> int:
    left, found = list(theirs), 0
    for term in mine:
        same = (t for t in left if same_bounds(term, t) and (any_issue or {term.issue, *term.or_} & {t.issue, *t.or_}))
        if (match := next(same, None)) is not None:
            left.remove(match)
            found += 1
    return found


def _links_shared(text: GoldText, other: GoldText, pairs: list[_Pair]) -> dict[str, int]:
    """Links of each reader, those they share, and those of each whose two ends the other has labelled as well."""
    mine, theirs = _links(text), _links(other)
    mate = {id(p.other): id(p.one) for p in pairs}
    known = set(mate.values())
    shared = {(mate.get(a), kind, mate.get(b)) for a, kind, b in theirs} & mine
    return {
        "links both": len(shared), "links one": len(mine), "links other": len(theirs),
        "links between found one": sum({a, b} <= known for a, _, b in mine),
        "links between found other": sum({a, b} <= set(mate) for a, _, b in theirs),
    }  # fmt: skip


def _links(text: GoldText) -> set[tuple[int, str, int]]:
    named = {label.id: label for label in text.labels if label.id}
    return {
        (id(label), kind, id(named[target]))
        for label in text.labels
        for kind in _LINKS
        if (target := getattr(label, kind, None)) and not label.doubtful and not named[target].doubtful
    }


def _metrics(counts: Counter[str]) -> dict[str, float]:
    both = (*_KINDS, "amounts", "links")
    found = {name: f1(counts[f"{name} both"], counts[f"{name} one"], counts[f"{name} other"]) for name in both}
    found["amounts under any issue"] = f1(
        counts["amounts under any issue both"], counts["amounts one"], counts["amounts other"]
    )
    ends = counts["links between found one"], counts["links between found other"]
    found["links between found"] = f1(counts["links both"], *ends)
    shares = {"makers": "made", "factuality": "pairs", "chains": "chained", "when": "dated", "deadlines": "limited"}
    return found | {name: counts[name] / max(1, counts[whole]) for name, whole in shares.items()}


if __name__ == "__main__":
    print(agreement(load_half("held_out"), load_half("second")))
