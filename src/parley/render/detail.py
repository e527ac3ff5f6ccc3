"""One claim or report on a terminal, and what is read of the text around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from parley.pages import ClaimPage, ExplainPage, ReportPage, SearchPage, UnreadPage, counted
from parley.pages.claim import ReportHead
from parley.pages.words import day_words, published_words
from parley.render.text import clean, dim, heading, marked, short_id

__all__ = ["claim_text", "explain_text", "facts_table", "report_text", "search_text", "unread_text"]


def claim_text(page: ClaimPage) -> RenderableType:
    """A claim with its words in context."""
    places = (Padding(marked(place.segments), (0, 2, 1, 2)) for place in page.mentions)
    facts = facts_table((fact.label, fact.words) for fact in page.facts)
    told = f"Told {counted(len(page.mentions), 'time')} in the report" if len(page.mentions) > 1 else "In the report"
    return Group(
        heading(f"{page.kind} {page.id}"), Text(clean(page.words)), "", dim(told), *places, facts, "", _report(page.report)
    )  # fmt: skip


def explain_text(page: ExplainPage) -> RenderableType:
    """Why a claim was read."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for title in ("role", "start", "end", "words"):
        table.add_column(title, overflow="fold", justify="right" if title in ("start", "end") else "left")
    for row in page.evidence:
        table.add_row(row.role, str(row.start), str(row.end), Text(clean(row.quote)))
    facts = [("rule", page.rule), ("states", page.states), ("measured", page.measured), ("made by", page.origin)]
    if page.run:
        run = page.run
        facts += [("run", run.id), ("model", run.model), ("code", run.code[:12]), ("lexicon", run.lexicon[:12])]
    return Group(heading(page.id), Text(clean(page.words)), "", facts_table(facts), "", table, "", _report(page.report))


def report_text(page: ReportPage) -> RenderableType:
    """A report with its passages and claims."""
    return Group(
        heading(page.title or "untitled report"), facts_table(_report_facts(page)), *_passages(page), *_claims(page)
    )


def unread_text(page: UnreadPage) -> RenderableType:
    """What was left unread, report by report."""
    if not page.reports:
        return Text("Nothing with a cue or a number was left unread.")
    parts: list[RenderableType] = []
    for report in page.reports:
        parts.append(heading(_head_words(report.outlet, report.published, title=report.title)))
        parts += [Padding(Text(f"{s.start:>6}  {clean(s.words)}"), (0, 0, 0, 2)) for s in report.sentences]
        parts.append(Group(dim(f"{counted(len(report.sentences), 'sentence')} of {report.id}"), ""))
    return Group(*parts)


def search_text(page: SearchPage) -> RenderableType:
    """What a search found, with the words in context."""
    if not page.hits:
        return Text(f"No report holds '{clean(page.query)}'.")
    parts: list[RenderableType] = []
    for hit in page.hits:
        title = Text.assemble((_head_words(hit.outlet, hit.published, title=hit.title), "bold"), (f" [{short_id(hit.id)}]", "dim cyan"))  # fmt: skip
        parts += [title, Padding(marked(hit.segments), (0, 2, 1, 2))]
    return Group(*parts, dim(counted(len(page.hits), "report")))


def facts_table(facts: Iterable[tuple[str, str]]) -> Table:
    """Labels and what stands under them."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, words in facts:
        table.add_row(label, Text(clean(words)))
    return table


def _head_words(outlet: str | None, published: str | None, *, title: str | None) -> str:
    return clean(f"{outlet or 'unknown outlet'}, {day_words(published)}: {title or 'untitled'}")


def _report(head: ReportHead) -> Text:
    day = published_words(head.published, head.published_basis)
    words = f"{head.outlet or 'unknown outlet'}, {day}: {head.title or 'untitled'} ({head.source}, {head.id})"
    return dim(words)


def _report_facts(page: ReportPage) -> Iterator[tuple[str, str]]:
    seen = page.observations[0]
    yield "id", page.id
    yield "outlet", page.outlet or "unknown"
    yield "published", published_words(page.published, seen.published_basis)
    optional = {"byline": page.byline, "section": seen.section, "length": seen.length, "load date": seen.load_date}
    yield from ((label, words) for label, words in {**optional, "url": page.url}.items() if words)
    for each in page.observations:
        story = f", in the story '{each.story}'" if each.story else ""
        yield "read from", f"{each.source} ({each.reader}{story})"
    yield "text", counted(page.characters, "character")
    yield "recorded", page.recorded_at
    yield from (("decided", each.words + (f" ({each.note})" if each.note else "")) for each in page.decided)
    yield "unread", f"{counted(page.unread, 'sentence')} with a cue or a number of which nothing was read"


def _passages(page: ReportPage) -> Iterator[RenderableType]:
    if page.passages:
        rows = [(p.kind, str(p.start), _with_value(p.words, p.value)) for p in page.passages]
        yield Group("", heading("Passages that are no running text, or stand twice"), _places(rows))


def _with_value(words: str, value: str | None) -> str:
    return f"{words} ({value})" if value else words


def _claims(page: ReportPage) -> Iterator[RenderableType]:
    if page.claims:
        rows = [(claim.kind, str(claim.start), claim.words, short_id(claim.id)) for claim in page.claims]
        yield Group("", heading(counted(len(page.claims), "claim")), _places(rows))


def _places(rows: Sequence[tuple[str, ...]]) -> Table:
    """Kind, where it starts, words, and what more a row has."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for place in range(len(rows[0])):
        table.add_column(
            justify="right" if place == 1 else "left",
            style="" if place == 2 else "dim",
            no_wrap=place != 2,
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(Text(clean(words)) for words in row))
    return table
