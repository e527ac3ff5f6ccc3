"""A review on a terminal: the claim or sentence in hand, the keys, and a report to read around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from parley.model import Report, Span
from parley.pages.claim import Fact
from parley.pages.judgements import Decided
from parley.pages.review import Key, ReviewItem, UnreadRow
from parley.pages.words import counted, day_words, published_words
from parley.project.decision_files import Applied, NotPlaced
from parley.render.detail import facts_table
from parley.render.text import clean, dim, heading, marked, safe_lines

__all__ = ["ORIGIN_MARKS", "applied_text", "keys_text", "report_around", "review_item_text", "unread_row_text"]

ORIGIN_MARKS = {"machine": "◇", "person": "●", "import": "▲"}
"""The shape that goes before the word for who made a claim."""

_SHOWN_ELSEWHERE = frozenset({"rule", "decided"})


def review_item_text(item: ReviewItem, *, place: int, total: int, left: int) -> RenderableType:
    """A claim in hand: where one is, its words in their paragraph, what it says, and what was decided about it."""
    head = item.claim.report
    day = published_words(head.published, head.published_basis)
    facts = [(fact.label, fact.words) for fact in _facts(item)]
    return Group(
        Rule(Text(f"{place} of {total}, {left} undecided"), align="left", style="dim", characters="─"),
        dim(f"{head.outlet or 'unknown outlet'}, {day}: {head.title or 'untitled'}"),
        Padding(marked(item.context), (0, 2, 1, 2)),
        heading(f"{item.claim.kind}: {item.claim.words}"),
        facts_table([*facts, *_said(item)]),
    )


def unread_row_text(row: UnreadRow, *, place: int, total: int) -> RenderableType:
    """A sentence that was not read."""
    return Group(
        Rule(Text(f"{place} of {total} sentences not read"), align="left", style="dim", characters="─"),
        dim(f"{row.outlet or 'unknown outlet'}, {day_words(row.published)}: {row.title or 'untitled'}"),
        Padding(Text(clean(row.words)), (0, 2, 1, 2)),
    )


def keys_text(keys: Iterable[Key]) -> RenderableType:
    """The keys, each with what it does."""
    return facts_table(("space" if each.key == " " else each.key, each.words) for each in keys)


def applied_text(found: Applied, *, dry_run: bool) -> RenderableType:
    """What came of files of decisions: how many were taken in, and each that holds for nothing here, with why."""
    taken = "would be taken in" if dry_run else "taken in"
    parts: list[RenderableType] = [Text(f"{counted(found.taken, 'decision')} {taken}, {found.known} known already.")]
    for recorded, words in ((True, "recorded, and waiting for a claim"), (False, "not taken in")):
        rows = [(_left(each), each.why) for each in found.not_placed if each.recorded == recorded]
        if rows:
            parts += ["", heading(f"{counted(len(rows), 'decision')} {words}"), facts_table(rows)]
    if found.left:
        rows = [(f"row {each.row} of {each.file}", each.why) for each in found.left]
        parts += ["", heading(f"{counted(len(rows), 'row')} not taken in"), facts_table(rows)]
    return Group(*parts)


def _left(each: NotPlaced) -> str:
    about = f" of {each.report}" if each.report else ""
    return f"{each.verdict.replace('_', ' ')}{about} by {each.person}, {day_words(each.time)}"


def report_around(report: Report, span: Span) -> str:
    """The whole text of a report, with a stretch of it in ‹angle marks›."""
    before, inside, after = report.text[: span.start], span.of(report.text), report.text[span.end :]
    title = clean(f"{report.outlet or 'unknown outlet'}, {day_words(report.published)}: {report.title or 'untitled'}")
    return f"{title}\n\n{safe_lines(f'{before}‹{inside}›{after}')}\n"


def _facts(item: ReviewItem) -> Iterator[Fact]:
    yield from (fact for fact in item.claim.facts if fact.label not in _SHOWN_ELSEWHERE)


def _said(item: ReviewItem) -> Iterator[tuple[str, str]]:
    """Who made it, how often its rule was right, why it comes up, and what people said of it."""
    made = f"{ORIGIN_MARKS[item.origin]} {item.origin}, by the rule {item.claim.claim.rule}"
    yield "made by", made
    if item.measured:
        yield "its rule", item.measured
    yield "why here", item.why
    yield from (("you", _words(each)) for each in reversed(item.mine))
    yield from (("others", _words(each)) for each in item.others)


def _words(each: Decided) -> str:
    return each.words + (f" ({each.note})" if each.note else "")
