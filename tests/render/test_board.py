from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console

from parley.ledger import Ledger
from parley.pages import BoardAsk, BoardCell, BoardPage, BoardRow, BoardsPage, boards_page
from parley.render import board_text
from parley.store import Store
from tests import small_record

PARTIES = tuple(f"Party Number {number}" for number in range(9))


def printed(page: BoardsPage, width: int, parties: int | None = None) -> str:
    out = io.StringIO()
    Console(file=out, width=width, highlight=False).print(board_text(page, width=width, parties=parties))
    return out.getvalue()


def crowded() -> BoardsPage:
    chain = ("Harbour Gazette", "a post", "a spokesman with a rather long title")
    cells = tuple(
        BoardCell(party, "offer", "held", f"t{n} [red]of many words", "possible", "2031-03-04", "when", chain, "q", f"claim-{n}{'0' * 19}", "r", 1)
        for n, party in enumerate(PARTIES)
    )  # fmt: skip
    ask = BoardAsk(PARTIES[0], "demand", PARTIES[1], ("pay",), "a\x1b[2Jword", None, chain, "q", 3, "claim-1")
    row, other = BoardRow("disarmament", cells), BoardRow("pay", cells[:1])
    return BoardsPage((BoardPage("A story", None, 2, "2031-03-04", None, PARTIES, (row, other), (ask,)),))


@pytest.mark.parametrize("width", [30, 60, 80, 81, 100, 132, 200, 300])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = printed(crowded(), width).splitlines()
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("width", [80, 120, 200])
def test_every_party_and_term_is_on_the_board(width: int) -> None:
    text = printed(crowded(), width)
    for number, party in enumerate(PARTIES):
        assert party in text
        assert f"t{number}" in text
        assert f"[{number}{'0' * 7}]" in text
    assert "[red]" in text  # words of a report are no mark-up


def test_parties_that_are_left_out_are_named_below() -> None:
    text = printed(crowded(), 300, parties=7)
    assert "2 more parties: Party Number 7, Party Number 8" in text
    assert "t7" not in text
    assert "1 more party: Party Number 8 " in printed(crowded(), 300, parties=8)


def test_what_stands_in_a_report_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in printed(crowded(), 100)


def test_an_issue_without_a_position_of_the_parties_side_by_side_is_left_out_there() -> None:
    text = printed(crowded(), 80)
    assert len(re.findall(r"^ ?disarmament\b", text, re.MULTILINE)) == 3
    assert len(re.findall(r"^ ?pay\b", text, re.MULTILINE)) == 1


def test_a_board_says_what_is_denied_and_what_is_open(tmp_path: Path) -> None:
    with Store.open(small_record.build(tmp_path / "talks.parley")) as store:
        text = printed(boards_page(Ledger(store)), 120)
    assert "Ferry dispute: 2 reports, 4 Mar 2031 to 6 Mar 2031" in text
    assert "not so: accept: the demand" in text
    assert "Harbour Gazette ← … ← the union" in text
    assert "Ferry Crews demand → Strait Lines: 7 per cent pay" in text
    assert "Reports that stand alone: 1 report" in text


def test_a_cell_names_the_deal_that_came_after_it_and_positions_beside_the_talks_stand_below() -> None:
    (board,) = crowded().boards
    cells = tuple(replace(board.rows[0].cells[0], issue=f"issue {n}", words=f"word {n}") for n in range(14))
    marked = replace(cells[0], overtaken_by="claim-abcdef0123", overtaken_on="2031-03-07")
    page = BoardsPage((replace(board, rows=(BoardRow("pay", (marked,)),), beside=cells),))
    text = printed(page, 300, parties=6)
    assert "before the deal of 7 Mar 2031" in text
    assert "[abcdef01]" in text
    assert "Beside these talks" in text
    assert "issue 11" in text
    assert "issue 12" not in text
    assert "2 more positions (all with --parties all)" in text
    assert "issue 13" in printed(page, 120)


def test_an_empty_record_says_how_to_begin() -> None:
    assert printed(BoardsPage(()), 80) == "No reports are in the record yet; add some with `parley add`.\n"
