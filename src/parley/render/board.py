"""The board on a terminal: as many parties side by side as its width has room for, the others below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from parley.pages import BoardAsk, BoardCell, BoardPage, BoardsPage, counted
from parley.pages.words import day_words
from parley.render.text import clean, dim, heading, short_id

__all__ = ["board_text"]

_ISSUE_WIDTH = 13
_PARTY_WIDTH = 22  # columns a party needs at least
_LEFT_NAMED = 12  # of the parties that are not shown
_BESIDE = 12  # positions beside the talks that are shown where not all parties are asked for
_STANDING = {"denied": "not so: ", "hypothetical": "would be: "}


def board_text(page: BoardsPage, *, width: int, parties: int | None = None) -> RenderableType:
    """The boards one below the other; `width` in columns, `parties` the most to show (None: all)."""
    if not page.boards:
        return Text("No reports are in the record yet; add some with `parley add`.")
    return Group(*(part for board in page.boards for part in _board(board, width=width, parties=parties)))


def _board(board: BoardPage, *, width: int, parties: int | None) -> Iterator[RenderableType]:
    yield heading(_title(board))
    if not board.rows:
        yield Text("No moves are recorded here.\n")
        return
    shown = board.parties[:parties]
    each = max(1, (width - _ISSUE_WIDTH) // _PARTY_WIDTH)
    for start in range(0, len(shown), each):
        yield _band(board, shown[start : start + each])
    if left := board.parties[len(shown) :]:
        more = "1 more party" if len(left) == 1 else f"{len(left)} more parties"
        named = ", ".join(left[:_LEFT_NAMED]) + (", …" if len(left) > _LEFT_NAMED else "")
        yield Group(dim(f"{more}: {named} (all with --parties all)"), "")
    yield from _asks(board.open)
    yield from _beside(board.beside, parties is None)


def _beside(cells: Sequence[BoardCell], every: bool) -> Iterator[RenderableType]:
    if not cells:
        return
    shown = cells if every else cells[:_BESIDE]
    table = _list()
    for cell in shown:
        said = Text.assemble(clean(cell.party), " ", _said(cell))
        table.add_row(day_words(cell.as_of), cell.issue, said, _on_word(cell.chain), short_id(cell.claim))
    yield heading("Beside these talks, on their issues first")
    left = len(cells) - len(shown)
    more = [dim(f"{counted(left, 'more position')} (all with --parties all)")] if left else []
    yield Group(table, *more, "")


def _list() -> Table:
    table = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column("as of", no_wrap=True, style="dim")
    table.add_column("issue", no_wrap=True)
    table.add_column("what", ratio=3, overflow="fold")
    table.add_column("on whose word", ratio=2, overflow="fold", style="dim")
    table.add_column("id", no_wrap=True, style="dim cyan")
    return table


def _title(board: BoardPage) -> str:
    days = f", {day_words(board.first)} to {day_words(board.last)}" if board.first else ""
    by = f", as published by {day_words(board.published_by)}" if board.published_by else ""
    return f"{board.story or 'Reports that stand alone'}: {counted(board.reports, 'report')}{days}{by}"


def _band(board: BoardPage, parties: Sequence[str]) -> Table:
    """Some of the parties side by side, with the issues on which one of them has a position."""
    table = Table(box=SIMPLE_HEAD, expand=True, show_lines=True, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("issue", width=_ISSUE_WIDTH - 2, style="bold", no_wrap=True)
    for party in parties:
        table.add_column(Text(clean(party)), ratio=1, overflow="fold")
    for row in board.rows:
        cells = {cell.party: cell for cell in row.cells}
        if cells.keys() & set(parties):
            table.add_row(row.issue, *(_cell(cells.get(party)) for party in parties))
    return table


def _cell(cell: BoardCell | None) -> Text:
    if cell is None:
        return Text("")
    text = _said(cell)
    text.append("\n")
    if cell.overtaken_by:
        text.append(f"before the deal of {day_words(cell.overtaken_on)}", style="italic")
        text.append(f" [{short_id(cell.overtaken_by)}]\n", style="dim cyan")
    if cell.denied_by:
        text.append("denied", style="italic")
        text.append(f" [{short_id(cell.denied_by)}]\n", style="dim cyan")
    text.append(f"{day_words(cell.as_of)} · {_on_word(cell.chain)}", style="dim")
    text.append(f" [{short_id(cell.claim)}]", style="dim cyan")
    return text


def _said(cell: BoardCell) -> Text:
    """The act, how sure it is, and its terms."""
    text = Text(_STANDING.get(cell.standing, ""), style="italic")
    text = Text.assemble(text, (cell.act.replace("_", " "), "bold"))
    if cell.doubt and cell.standing == "held":
        text.append(f" ({cell.doubt})", style="italic")
    if cell.decided:
        text.append(f" ({clean(cell.decided)})", style="italic")
    text.append(f": {clean(cell.words) or _quoted(cell.quote)}")
    return text


def _quoted(words: str) -> str:
    return f"“{clean(words)}”"


def _on_word(chain: Sequence[str]) -> str:
    """The outlet and the one who said it; who stands between them is on the claim's own page."""
    between = " ← … ← " if len(chain) > 2 else " ← "
    return clean(chain[0] if len(chain) == 1 else chain[0] + between + chain[-1])


def _asks(asks: Sequence[BoardAsk]) -> Iterator[RenderableType]:
    if not asks:
        yield Group(dim("No demand or offer stands without an answer."), "")
        return
    table = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column("as of", no_wrap=True, style="dim")
    table.add_column("what", ratio=3, overflow="fold")
    table.add_column("on whose word", ratio=2, overflow="fold", style="dim")
    table.add_column("id", no_wrap=True, style="dim cyan")
    for ask in asks:
        table.add_row(day_words(ask.as_of), _asked(ask), _told(ask), short_id(ask.claim))
    yield heading("Open demands and offers, newest first")
    yield Group(table, "")


def _asked(ask: BoardAsk) -> Text:
    to = f" → {clean(ask.to)}" if ask.to else ""
    words = clean(ask.words) or _quoted(ask.quote)
    decided = (f" ({clean(ask.decided)})", "italic") if ask.decided else ""
    return Text.assemble(clean(ask.party), " ", (ask.act, "bold"), to, decided, f": {words}")


def _told(ask: BoardAsk) -> str:
    more = f" (+{counted(ask.reports - 1, 'report')})" if ask.reports > 1 else ""
    return _on_word(ask.chain) + more
