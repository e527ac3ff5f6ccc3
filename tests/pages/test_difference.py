from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from parley.ledger import Ledger
from parley.model import Actor, Move
from parley.pages import DifferencePage, difference_page
from parley.render import difference_text
from parley.store import Store
from tests.recorded import LATER_RUN, RUN, claim_at, extraction_of, observed, report_of

REPORT = report_of("The crews refused a bonus. The owners asked for talks.", "2031-03-06", "Tide")
CREWS = (Actor("Crews", "The crews"),)
OLD = claim_at(REPORT, "refused", Move("reject", by=CREWS))
NEW = claim_at(REPORT, "refused a bonus", Move("reject", by=CREWS, about="a bonus"), sources=("Union",))
ASKED = claim_at(REPORT, "asked for talks", Move("invite", by=(Actor("Owners", "The owners"),)))


@pytest.fixture
def page(tmp_path: Path) -> Iterator[DifferencePage]:
    with Store.open(tmp_path / "talks.parley") as store:
        store.add(REPORT, observed(), extraction=extraction_of(REPORT, OLD), run=RUN)
        store.add(REPORT, observed(), extraction=extraction_of(REPORT, NEW, ASKED), run=LATER_RUN)
        yield difference_page(Ledger(store).difference())


def test_counts_come_first_and_a_row_for_each_field(page: DifferencePage) -> None:
    assert (page.before, page.after, page.reports, page.differing) == (RUN.id, LATER_RUN.id, 1, 1)
    assert (page.appeared, page.gone, page.changed, page.same, page.total) == (1, 0, 1, 0, 4)
    assert [(row.change, row.field, row.before, row.after, row.was) for row in page.rows] == [
        ("appeared", None, None, None, None),
        ("changed", "about", "nothing", "a bonus", OLD.id),
        ("changed", "sources", "nothing", "Union", OLD.id),
        ("changed", "places", "“refused” (10 to 17)", "“refused a bonus” (10 to 25)", OLD.id),
    ]


def test_it_is_told_report_by_report(page: DifferencePage) -> None:
    console = Console(width=100, color_system=None)
    with console.capture() as printed:
        console.print(difference_text(page))
    lines = [line.strip() for line in printed.get().splitlines()]
    assert lines[1].startswith("1 report read by both, 1 with differences. Claims: 1 appeared, 0 gone, 1 changed")
    assert lines[3].startswith("Tide, 6 Mar 2031: untitled [")
    assert lines[4].startswith("+ move: Owners: invite")
    assert lines[5].startswith("~ move: Crews: reject: a bonus")
    assert lines[6:8] == ["about: nothing → a bonus", "sources: nothing → Union"]


def test_values_that_short_words_do_not_tell_apart_are_told_in_full(tmp_path: Path) -> None:
    hosts = [
        claim_at(REPORT, "asked", Move("invite", by=(Actor("Owners", mention),))) for mention in ("they", "owners")
    ]
    with Store.open(tmp_path / "talks.parley") as store:
        for claim, run in zip(hosts, (RUN, LATER_RUN), strict=True):
            store.add(REPORT, observed(), extraction=extraction_of(REPORT, claim), run=run)
        (row,) = difference_page(Ledger(store).difference()).rows
    assert (row.field, row.before, row.after) == (
        "by",
        '[{"name":"Owners","mention":"they"}]',
        '[{"name":"Owners","mention":"owners"}]',
    )
