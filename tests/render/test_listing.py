from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType

from parley.ledger import Ledger, SourceCount
from parley.pages import (
    AnyRow,
    FigureRow,
    ListPage,
    MoveRow,
    QuoteRow,
    ReportRow,
    claim_page,
    claims_page,
    explain_page,
    figures_page,
    moves_page,
    quotes_page,
    reports_page,
    search_page,
    sources_page,
    unread_page,
)
from parley.render import (
    claim_text,
    csv_text,
    explain_text,
    json_text,
    jsonl_lines,
    list_text,
    search_text,
    unread_text,
)
from parley.store import Store
from tests import small_record
from tests.recorded import RUN


def printed(renderable: RenderableType, width: int = 100) -> str:
    out = io.StringIO()
    Console(file=out, width=width, highlight=False).print(renderable)
    return out.getvalue()


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_record.build(tmp_path_factory.mktemp("record") / "talks.parley")


def lists(ledger: Ledger) -> dict[type, ListPage[Any]]:
    view = ledger.view()
    return {
        AnyRow: claims_page(view),
        MoveRow: moves_page(view),
        FigureRow: figures_page(view),
        QuoteRow: quotes_page(view),
        ReportRow: reports_page(ledger.reports(), view.claims),
        SourceCount: sources_page(ledger.sources()),
    }


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_table_has_a_row_for_each_and_fits(database: Path, width: int) -> None:
    with Store.open(database) as store:
        for page in lists(Ledger(store)).values():
            text = printed(list_text(page), width)
            assert max(map(cell_len, text.splitlines())) <= width
            if page.kind != "sources":
                assert all(row.id.rpartition("-")[2][:8] in text for row in page.rows)


def test_each_form_holds_the_same_rows(database: Path) -> None:
    with Store.open(database) as store:
        for kind, page in lists(Ledger(store)).items():
            as_json = json.loads(json_text(page))
            assert as_json["rows"] == [json.loads(line) for line in jsonl_lines(page.rows)]
            assert as_json["total"] == len(page.rows)
            table = list(csv.DictReader(io.StringIO(csv_text(page.rows, kind), newline="")))
            assert len(table) == len(page.rows)
            assert tuple(table[0]) == kind.__struct_fields__  # type: ignore[attr-defined]


def test_a_list_that_is_cut_says_so_and_an_empty_one_too(database: Path) -> None:
    with Store.open(database) as store:
        ledger = Ledger(store)
        assert "2 of 5 moves" in printed(list_text(moves_page(ledger.view(), 2)))
        assert printed(list_text(moves_page(ledger.view(act="rule")))) == "No moves in the record answer to this.\n"


def test_a_claim_is_shown_with_its_words_marked_and_its_chain(database: Path) -> None:
    with Store.open(database) as store:
        (entry,) = Ledger(store).view(act="demand").entries
    text = printed(claim_text(claim_page(entry)))
    assert text.count("‹demanded 7 per cent more pay›") == 2
    assert "Harbour Gazette ← a statement ← the union" in text
    assert "Told 2 times in the report" in text
    assert "ferry/1.txt" in text
    explained = printed(explain_text(explain_page(entry, RUN)))
    assert "move:demand:object" in explained
    assert RUN.id in explained
    assert str(entry.claim.mentions[1].trigger.start) in explained


def test_a_search_marks_the_words_and_an_empty_one_says_so(database: Path) -> None:
    with Store.open(database) as store:
        assert "‹sailings›" in printed(search_text(search_page("sailings", store.search("sailings"))))
        assert printed(search_text(search_page("zebra", store.search("zebra")))) == "No report holds 'zebra'.\n"
        assert "up from =12" in printed(unread_text(unread_page(Ledger(store).unread())))
    assert printed(unread_text(unread_page(()))) == "Nothing with a cue or a number was left unread.\n"
