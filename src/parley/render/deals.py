"""A deal on a terminal: its days, phases and terms, with what is told of each, on whose word, and by which claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from parley.pages import DealRow, DealTermRow, EvidenceRow, OutcomeRow, counted
from parley.pages.words import day_words
from parley.render.text import Hanging, clean, heading, short_id

__all__ = ["deal_lines"]

_MOST = 6  # pieces of evidence shown of a term


def deal_lines(deal: DealRow) -> Iterator[RenderableType]:
    """The deal with each term and what became of it, a line for each piece of evidence."""
    told = counted(deal.reports, "report") if deal.reports > 1 else "one report alone"
    yield heading(f"Deal of {day_words(deal.as_of)}: {clean(deal.name)}, {clean(' and '.join(deal.parties))}")
    yield _line(f"  told in {told}" + (f"; runs {clean(deal.days)}" if deal.days else ""), style="dim")
    for phase in deal.phases:
        name = f"phase {phase.number}" if phase.number else "the whole"
        starts = f" from {clean(phase.starts)}" if phase.starts else ""
        ends = f" until {clean(phase.ends)}" if phase.ends else ""
        yield _line(f"  {name}{starts}{ends}: {clean('; '.join(phase.states))}")
    for term in deal.terms:
        yield from _term(term)
    yield from _breaches(deal)
    for outcome in deal.outcomes:
        yield _outcome(outcome)
    for words, claim in deal.options:
        yield _line(f"  may be prolonged: {clean(words)}", (f" [{short_id(claim)}]", "dim cyan"))
    for answer in deal.answers:
        yield _line(f"  {clean(answer)}")


def _term(term: DealTermRow) -> Iterator[Hanging]:
    phase = f"phase {term.phase}, " if term.phase else ""
    by = f" ({clean(' and '.join(term.by))})" if term.by else ""
    yield _line(f"  {phase}{clean(term.words)}{by}: ", (clean(term.status), "bold"))
    yield from _evidence(term.evidence)


def _breaches(deal: DealRow) -> Iterator[Hanging]:
    """Those that stand at no term."""
    placed = {each.claim for term in deal.terms for each in term.evidence}
    left = [each for each in deal.breaches if each.claim not in placed]
    if left:
        yield _line("  against the deal: ", (f"{len(left)} reported or alleged", "bold"))
        yield from _evidence(left)


def _evidence(rows: Iterable[EvidenceRow]) -> Iterator[Hanging]:
    given = list(rows)
    for row in given[:_MOST]:
        day = f", {day_words(row.as_of)}" if row.as_of else ", undated"
        id_ = (f" [{short_id(row.claim)}]", "dim cyan")
        yield _line(f"    {clean(row.words)}{day}{clean(_word(row.source, row.party))}", id_)
    if len(given) > _MOST:
        yield _line(f"    {counted(len(given) - _MOST, 'more claim')} (all with --json)", style="dim")


def _word(source: str | None, party: str | None) -> str:
    """On whose word; where it is a party's, that it is."""
    if source is None:
        return ""
    side = f", for {party}" if party and party != source else ", a party" if party else ""
    return f", according to {source}{side}"


def _outcome(row: OutcomeRow) -> Hanging:
    day = f" {day_words(row.as_of)}" if row.as_of else ""
    id_ = f" [{short_id(row.claim)}]" if row.claim else ""
    again = f", told {len(row.again)} more times" if len(row.again) > 1 else ", told once more" if row.again else ""
    return _line(f"  {clean(row.words)},{day}{clean(_word(row.source, None))}{again}", (id_, "dim cyan"))


def _line(words: str, *more: tuple[str, str], style: str = "") -> Hanging:
    """A line set in as its words are; what has no room stands two columns further in."""
    return Hanging(Text.assemble(words, *more, style=style), by=len(words) - len(words.lstrip()) + 2)
