"""A report's text on a terminal with every claim marked in place, and the list of claims below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from parley.pages import MarkedClaim, MarkedPage, MarkedSegment, counted
from parley.pages.words import published_words
from parley.render.detail import facts_table
from parley.render.text import clean, dim, heading, safe_lines, short_id

__all__ = ["marked_page_text"]

_KINDS = {"move": "bold yellow", "event": "bold magenta", "phase": "bold blue", "figure": "green", "quote": "cyan"}
_PASSAGES = {"furniture": "dim", "credit": "dim", "byline": "dim", "dateline": "dim", "repeat": "dim italic",
             "entry": "dim", "label": "dim", "title": "bold", "crosshead": "bold", "unread": "italic"}  # fmt: skip
_LABELLED = {"repeat": "(stands above:) ", "unread": "(unread:) "}


def marked_page_text(page: MarkedPage) -> RenderableType:
    """The report's head, its text with ‹words›[n] for claim n, and claim n in the list below."""
    return Group(
        heading(page.title or "untitled report"),
        facts_table(_facts(page)),
        "",
        _text(page.marked.segments),
        "",
        heading(counted(len(page.marked.claims), "claim")),
        _claims(page.marked.claims),
        *_foot(page),
    )


def _facts(page: MarkedPage) -> Iterator[tuple[str, str]]:
    yield "outlet", page.outlet or "unknown"
    yield "published", published_words(page.published, page.published_basis)
    optional = {"byline": page.byline, "story": page.story, "url": page.url}
    yield from ((label, words) for label, words in optional.items() if words)
    yield "read from", page.source
    yield "id", page.id


def _text(segments: Sequence[MarkedSegment]) -> Text:
    text = Text()
    following = [*(after.text[:1] for after in segments[1:]), ""]
    for segment, after in zip(segments, following, strict=False):  # of no segments there is none that follows
        for label in segment.begins:
            text.append(_LABELLED.get(label, ""), style="dim")
        text.append("‹" * len(segment.opens), style="dim")
        text.append(safe_lines(segment.text, after=after), style=_style(segment))
        for number in segment.closes:
            text.append(f"›[{number}]", style="dim")
    return text


def _style(segment: MarkedSegment) -> str | None:
    kind = next((style for kind, style in _KINDS.items() if kind in segment.kinds), None)
    passages = [_PASSAGES[passage] for passage in segment.passages]
    overlapping = "underline" if len(segment.on) > 1 else ""
    return " ".join(filter(None, (*passages, kind, overlapping))) or None


def _claims(claims: Sequence[MarkedClaim]) -> Table:
    table = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column("number", justify="right", no_wrap=True)
    table.add_column("kind", no_wrap=True)
    table.add_column("what", ratio=5, overflow="fold")
    table.add_column("on whose word", ratio=3, overflow="fold", style="dim")
    table.add_column("id", no_wrap=True, style="dim cyan")
    for claim in claims:
        doubts = "".join(f" [{clean(words)}]" for words in (claim.factuality, claim.decided) if words)
        kind = Text(claim.kind, style=_KINDS[claim.kind])
        table.add_row(
            Text(f"[{claim.number}]"),
            kind,
            Text(clean(claim.words) + doubts),
            Text(clean(claim.chain)),
            short_id(claim.id),
        )
    return table


def _foot(page: MarkedPage) -> Iterator[RenderableType]:
    if page.marked.unread:
        yield dim(f"\n{counted(page.marked.unread, 'sentence')} with a cue or a number of which nothing was read")
    run = f"{page.run.id}, " if page.run else ""
    yield dim(f"{run}{page.data}")
