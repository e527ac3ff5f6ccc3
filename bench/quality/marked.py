"""Scores the record of marked texts (`tests/gold/marked`): `python -m bench.quality.marked [open|closed] [--misses]`.

A claim answers a mark of its act, measure or type at the words that make it: a move's or an event's trigger, a figure's
number. A move also answers a mark of its act anywhere in its statement, because marks stand round head words only. Each
mark is answered once, and each mention of a claim answers once. Marks that are `maybe` count neither way.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

from bench.quality.account import same_name
from bench.quality.gold import claims_read
from bench.quality.labels import SENTENCE_DAY
from bench.quality.marks import HALVES, Mark, MarkedText, load_marked
from bench.quality.report import MOST_EXAMPLES, Report
from parley.annotate import annotate
from parley.model import Claim, Mention, Move, Span, Term, new_report

__all__ = ["GROUPS", "compared", "group_of", "score", "table"]

GROUPS = ("plain", "wide", "all")
_Kind = Literal["move", "figure", "event"]
_MARKS: dict[_Kind, str] = {"move": "m", "figure": "f", "event": "e"}
_SORT: dict[_Kind, str] = {"move": "act", "figure": "measure", "event": "type"}
_PRONOUNS = frozenset({
    "he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "theirs", "we", "us", "our", "ours",
    "i", "me", "my", "you", "your", "who", "which", "that", "this", "these", "those", "both", "neither", "all",
})  # fmt: skip
_Answer = tuple[Mark, Claim]


def group_of(text: MarkedText) -> str:
    """`plain` for ordinary news, `wide` for texts written for many ways of saying."""
    return "plain" if text.id.startswith("plain_") else "wide"


def score(texts: Sequence[MarkedText], name: str) -> Report:
    """How far the record and the marks agree, per group and over all.

    - Precision, recall and F1 of `moves`, `figures` and `events`: claims are counted for the one, marks for the other.
    - `makers`: of the moves found whose makers are marked by more than pronouns, the share with just these makers.
    - `amounts`: F1 in the terms of the moves found, under the marked issue; `amounts under any issue`.

    There is a line for each miss, but none of texts of the closed half, which belong in no output.
    """
    counts: Counter[str] = Counter()
    misses: list[str] = []
    reports = [new_report(text.text, published=SENTENCE_DAY) for text in texts]
    for text, doc in zip(texts, annotate(reports), strict=True):
        for what, number in compared(text, claims_read(text.kind, doc), misses).items():
            counts[f"{group_of(text)} {what}"] += number
            counts[f"all {what}"] += number
    metrics = {f"{group} {what}": value for group in GROUPS for what, value in _metrics(counts, group)}
    shown = misses if name != "closed" else []
    return Report(name, metrics, dict(sorted(counts.items())), shown)


def compared(text: MarkedText, claims: Iterable[Claim], misses: list[str]) -> Counter[str]:
    """What is counted when claims are held against the marks of their text, by name; a line for each miss is added."""
    claims = [claim for claim in claims if not claim.attribution.silence]
    counts = Counter({"texts": 1, "words": len(text.text.split())})
    for kind in get_args(_Kind):
        own = [claim for claim in claims if claim.kind == kind]
        answers = _answered(text.of(_MARKS[kind]), own, kind)
        counts += _agreement(text, own, answers, kind=kind, misses=misses)
        if kind == "move":
            counts += _makers(text, answers, misses)
            counts += _amounts(text, answers)
    return counts


def _answered(marks: Sequence[Mark], claims: Sequence[Claim], kind: _Kind) -> list[_Answer]:
    """The marks that claims answer, with these claims: nearest words first."""
    fits = [
        (rank, place, number, i)
        for place, mark in enumerate(marks)
        for number, claim in enumerate(claims)
        if getattr(claim.body, _SORT[kind]) in mark.values
        for i, mention in enumerate(claim.mentions)
        if (rank := _rank(mark, mention, kind)) is not None
    ]
    answers: list[_Answer] = []
    taken: set[int | tuple[int, int]] = set()
    for _, place, number, i in sorted(fits, key=lambda each: (*(-value for value in each[0]), *each[1:])):
        if taken.isdisjoint({place, (number, i)}):
            taken |= {place, (number, i)}
            answers.append((marks[place], claims[number]))
    return answers


def _rank(mark: Mark, mention: Mention, kind: _Kind) -> tuple[bool, bool, int] | None:
    """How well a mention stands at a mark, larger is better; None where it stands elsewhere."""
    shared = _shared(mark.span, _words(mention, kind))
    if shared or (kind == "move" and mention.statement.covers(mark.span)):
        return (shared > 0, "maybe" not in mark.options, shared)
    return None


def _words(mention: Mention, kind: _Kind) -> list[Span]:
    """The words of a mention that a mark is looked for at."""
    if kind == "figure":
        return [Span(e.start, e.end) for e in mention.evidence if e.role == "number"]
    return [mention.trigger]


def _shared(one: Span, others: Iterable[Span]) -> int:
    return sum(max(0, min(one.end, other.end) - max(one.start, other.start)) for other in others)


def _agreement(
    text: MarkedText, claims: Sequence[Claim], answers: Sequence[_Answer], *, kind: _Kind, misses: list[str]
) -> Counter[str]:
    """Marks and those found, claims and those right; a claim at a mark that is `maybe` is neither right nor wrong."""
    marks = text.of(_MARKS[kind])
    firm = [mark for mark in marks if "maybe" not in mark.options]
    open_ = [mark.span for mark in marks if "maybe" in mark.options]
    found = {id(mark) for mark, _ in answers if "maybe" not in mark.options}
    right = {claim.id for mark, claim in answers if id(mark) in found}
    excused = {claim.id for _, claim in answers} | {claim.id for claim in claims if _stands_at(claim, open_, kind)}
    false = [claim for claim in claims if claim.id not in excused]
    misses += [
        f"[{text.id}] {kind} {'|'.join(mark.values)} {mark.span.of(text.text)!r}: not found"
        for mark in firm
        if id(mark) not in found
    ]
    misses += [f"[{text.id}] FALSE {kind} {c.rule} {c.mentions[0].trigger.of(text.text)!r}" for c in false]
    counts = {"marked": len(firm), "found": len(found), "claimed": len(right) + len(false), "right": len(right)}
    return Counter({f"{kind}s {what}": number for what, number in counts.items()})


def _stands_at(claim: Claim, spans: Sequence[Span], kind: _Kind) -> bool:
    return any(_shared(span, _words(mention, kind)) for mention in claim.mentions for span in spans)


def _makers(text: MarkedText, answers: Sequence[_Answer], misses: list[str]) -> Counter[str]:
    """Moves found whose makers are marked by more than pronouns, and those of them with the right makers."""
    counts: Counter[str] = Counter()
    for mark, claim in answers:
        marked = [by.span.of(text.text) for by in text.of("by") if mark.numbers[0] in by.numbers]
        named = [words for words in marked if words.casefold() not in _PRONOUNS]
        if "maybe" in mark.options or not named:
            continue
        told = [(actor.name, actor.mention, actor.acts_for) for actor in getattr(claim.body, "by", ())]
        right = _same_parties(named, told, more=len(named) < len(marked))
        counts.update({"makers marked": 1, "makers right": right})
        if not right:
            shown = [names[0] for names in told]
            misses.append(f"[{text.id}] {'|'.join(mark.values)} {mark.span.of(text.text)!r}: by {named} is {shown}")
    return counts


def _same_parties(marked: Sequence[str], told: Sequence[tuple[str | None, ...]], *, more: bool) -> bool:
    """Whether each marked maker is claimed and, unless a pronoun may stand for `more`, each claimed one marked."""
    pairs = [[any(same_name(words, name) for name in names) for names in told] for words in marked]
    return all(map(any, pairs)) and (more or all(map(any, zip(*pairs, strict=True))))


def _amounts(text: MarkedText, answers: Sequence[_Answer]) -> Counter[str]:
    """Amounts marked, claimed and found in the terms of moves found, and those found whatever their issue."""
    counts: Counter[str] = Counter()
    claims = {claim.id: claim for mark, claim in answers if "maybe" not in mark.options}
    for claim in claims.values():
        numbers = {mark.numbers[0] for mark, other in answers if other is claim}
        marked: dict[str, list[Mark]] = {}  # what a headline and the body tell is one amount
        for mark in text.of("a"):
            if numbers & set(mark.numbers) and "maybe" not in mark.options:
                marked.setdefault(mark.span.of(text.text).casefold(), []).append(mark)
        told = list(dict.fromkeys(_told(claim, text.text)))
        counts.update({"amounts marked": len(marked), "amounts claimed": len(told)})
        counts["amounts found"] += _met(marked.values(), told, any_issue=False)
        counts["amounts found under any issue"] += _met(marked.values(), told, any_issue=True)
    return counts


def _told(claim: Claim, text: str) -> Iterator[tuple[str, Span]]:
    """The amounts of a move: the issue each stands under, and where it stands."""
    if isinstance(claim.body, Move):
        for term in (*claim.body.terms, *claim.body.conditions):
            if place := _place(term, text):
                yield term.issue, place


def _place(term: Term, text: str) -> Span | None:
    amount = term.quantity or term.duration
    if amount is None:
        return None
    start = text.find(amount.verbatim, term.span.start, term.span.end)
    return term.span if start < 0 else Span(start, start + len(amount.verbatim))


def _met(marked: Iterable[Sequence[Mark]], told: Sequence[tuple[str, Span]], *, any_issue: bool) -> int:
    """How many marked amounts are told, each by another term."""
    left = list(told)
    for marks in marked:
        fits = [
            each for each in left
            if any(mark.span.overlaps(each[1]) and (any_issue or each[0] in mark.values) for mark in marks)
        ]  # fmt: skip
        if fits:
            left.remove(fits[0])
    return len(told) - len(left)


def _metrics(counts: Counter[str], group: str) -> Iterator[tuple[str, float]]:
    def share(part: str, whole: str) -> float:
        return counts[f"{group} {part}"] / max(1, counts[f"{group} {whole}"])

    for kind in get_args(_Kind):
        precision, recall = share(f"{kind}s right", f"{kind}s claimed"), share(f"{kind}s found", f"{kind}s marked")
        yield f"{kind}s", _mean(precision, recall)
        yield f"{kind} precision", precision
        yield f"{kind} recall", recall
    yield "makers", share("makers right", "makers marked")
    for end in ("", " under any issue"):
        found = f"amounts found{end}"
        yield f"amounts{end}", _mean(share(found, "amounts claimed"), share(found, "amounts marked"))


def _mean(precision: float, recall: float) -> float:
    """F1: the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


_COUNTED = {
    **{f"{kind} precision": (f"{kind}s right", f"{kind}s claimed") for kind in get_args(_Kind)},
    **{f"{kind} recall": (f"{kind}s found", f"{kind}s marked") for kind in get_args(_Kind)},
    "makers": ("makers right", "makers marked"),
}


def table(report: Report) -> str:
    """A line for each measure, a column for each group, with the counts a share comes from."""
    lines = [("", *(f"{group}, {report.counts.get(f'{group} texts', 0):,} texts" for group in GROUPS))]
    for what in [name.removeprefix("all ") for name in report.metrics if name.startswith("all ")]:
        lines.append((what, *(_cell(report, group, what) for group in GROUPS)))
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _cell(report: Report, group: str, what: str) -> str:
    value = f"{report.metrics[f'{group} {what}']:.3f}"
    if what not in _COUNTED:
        return value
    part, whole = (report.counts.get(f"{group} {name}", 0) for name in _COUNTED[what])
    return f"{value}  {part:,} of {whole:,}"


def main() -> None:
    """Print the table of one half, or of both; misses only of the open one."""
    parser = argparse.ArgumentParser(prog="python -m bench.quality.marked", description=__doc__)
    parser.add_argument("half", nargs="?", choices=HALVES, help="only this half")
    parser.add_argument("--misses", action="store_true", help=f"list {MOST_EXAMPLES} misses, of the open half only")
    options = parser.parse_args()
    for half in [options.half] if options.half else HALVES:
        report = score(load_marked(half), half)
        print(f"{half}\n{table(report)}")
        if options.misses:
            step = -(-len(report.misses) // MOST_EXAMPLES) or 1
            print("\n".join(report.misses[::step]))


if __name__ == "__main__":
    main()
