"""Records in a notebook: claims and boards as tables, an extraction as its text with the claims marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from parley.ledger import Board, Entry, View
from parley.model import Claim, Extraction, Report
from parley.pages import BoardCell, BoardPage, ListPage, board_page, claims_page, counted, marked_text
from parley.pages.words import claim_words, day_words, factuality_words, source_words
from parley.project import Extracted
from parley.render.html import HtmlTable, marked_fragment, tables_fragment
from parley.render.listing import table_cells
from parley.render.text import short_id

__all__ = ["shown"]

_ROWS = 100
_PARTIES = 6


def shown(value: object) -> str:
    """HTML for a record. Raises TypeError for one that has no form of its own."""
    match value:
        case Extracted():
            return _marked(value.of, value)
        case Extraction() | Claim():
            claims = value.claims if isinstance(value, Extraction) else (value,)
            return tables_fragment([_claims_table(claims)])
        case Report():
            return _marked(value, Extraction(value.id))
        case View() | Entry():
            view = value if isinstance(value, View) else View((value,))
            return tables_fragment([_list_table(claims_page(view, _ROWS))])
        case Board():
            return tables_fragment(_board_tables(value))
        case ListPage():
            return tables_fragment([_list_table(value)])
        case _:
            raise TypeError(f"a {type(value).__name__} has no form in a notebook")


def _marked(report: Report, found: Extraction) -> str:
    marked = marked_text(report, found.claims, passages=found.passages, unread=found.unread)
    return marked_fragment(marked, prefix=f"{short_id(report.id)}-")


def _list_table(page: ListPage[Any]) -> HtmlTable:
    titles, rows = table_cells(page)
    kind = "moves, events and phases" if page.kind == "timeline" else page.kind
    return HtmlTable(f"{page.total:,} {kind}", titles, tuple(rows[:_ROWS]), page.total - min(len(rows), _ROWS))


def _claims_table(claims: Iterable[Claim]) -> HtmlTable:
    """Claims without their report's text."""
    found = list(claims)
    rows = tuple(
        (claim.kind, claim_words(claim, _words_known(claim)), factuality_words(claim.factuality), _on_word(claim), claim.id)
        for claim in found[:_ROWS]
    )  # fmt: skip
    titles = ("kind", "claim", "how sure", "on whose word", "id")
    return HtmlTable(counted(len(found), "claim"), titles, rows, len(found) - len(rows))


def _words_known(claim: Claim) -> str:
    """The report's text as far as the claim's evidence holds it, blank elsewhere."""
    pieces = [piece for mention in claim.mentions for piece in mention.evidence]
    ends = [piece.end for piece in pieces] + [mention.statement.end for mention in claim.mentions]
    text = [" "] * max(ends)
    for piece in pieces:
        text[piece.start : piece.end] = piece.quote
    return "".join(text)


def _on_word(claim: Claim) -> str:
    return " ← ".join(map(source_words, claim.attribution.chain)) or "the report itself"


def _board_tables(board: Board) -> list[HtmlTable]:
    """The board, so many parties side by side, each table with the issues on which one of them has a position."""
    page = board_page(board)
    by = f", as published by {day_words(page.published_by)}" if page.published_by else ""
    caption = f"{page.story or 'All stories'}{by}"
    bands = [page.parties[start : start + _PARTIES] for start in range(0, len(page.parties), _PARTIES)]
    return [_band(page, band, caption if band is bands[0] else "") for band in bands] or [HtmlTable(caption, (), ())]


def _band(page: BoardPage, parties: Sequence[str], caption: str) -> HtmlTable:
    rows = []
    for row in page.rows:
        cells = {cell.party: cell for cell in row.cells}
        if cells.keys() & set(parties):
            rows.append((row.issue, *(_cell(cells.get(party)) for party in parties)))
    return HtmlTable(caption, ("issue", *parties), tuple(rows))


def _cell(cell: BoardCell | None) -> str:
    if cell is None:
        return ""
    standing = {"denied": "not so: ", "hypothetical": "would be: "}.get(cell.standing, "")
    words = cell.words or f"“{cell.quote}”"
    on_word = " ← ".join(dict.fromkeys((cell.chain[0], cell.chain[-1])))
    return f"{standing}{cell.act.replace('_', ' ')}: {words} · {day_words(cell.as_of)} · {on_word}"
