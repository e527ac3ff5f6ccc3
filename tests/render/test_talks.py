"""The thread and the proposals on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console, RenderableType

from parley.ledger import Ledger
from parley.pages import proposals_page, talks_page
from parley.render import proposals_text, talks_text
from parley.render.talks import scale_lines
from parley.store import Store
from tests import pay_record


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Store.open(pay_record.build(tmp_path / "talks.parley")) as store:
        yield Ledger(store)


def printed(renderable: RenderableType) -> str:
    console = Console(file=StringIO(), width=120)
    with console.capture() as capture:
        console.print(renderable)
    return capture.get()


def test_the_scale_shows_the_sides_converge(ledger: Ledger) -> None:
    points = talks_page(ledger).stories[0].scales[0].points
    lines = scale_lines(points, 80)
    rows = {line[: line.index("┤")].strip(): line for line in lines if "┤" in line}
    at = {label: next(i for i, mark in enumerate(line) if mark in "●▲■") for label, line in rows.items() if label}
    assert at["9"] < at["7"] < at["6"]
    assert at["4"] < at["5"] < at["6"]
    assert next(iter(rows)) == "9"


@pytest.mark.parametrize("width", [20, 40, 200])
def test_the_scale_has_room_at_any_width(ledger: Ledger, width: int) -> None:
    lines = scale_lines(talks_page(ledger).stories[0].scales[0].points, width)
    assert all(len(line) <= max(width, 10 + 2 * 4 + 2) for line in lines)


def test_amounts_that_do_not_differ_make_no_picture(ledger: Ledger) -> None:
    points = talks_page(ledger).stories[0].scales[0].points
    assert scale_lines(points[:1], 80) == []


def test_the_thread_tells_rounds_points_and_deals(ledger: Ledger) -> None:
    text = printed(talks_text(talks_page(ledger), width=120))
    for words in (
        "Trams: 6 reports",
        "Round 1: from 9 Mar 2031, agreed 15 Mar 2031",
        "one report alone",
        "Deal of 15 Mar 2031",
    ):
        assert words in text


def test_proposals_tell_what_changed_and_how_they_stand(ledger: Ledger) -> None:
    text = printed(proposals_text(proposals_page(ledger)))
    for words in (
        "pay rise 9 per cent → 7 per cent",
        "bonus dropped",
        "Tram Drivers' Guild: rejected (version 1)",
        "deadline 20 Mar 2031",
    ):
        assert words in text


def test_a_record_without_reports_says_so(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.parley") as store:
        assert "parley add" in printed(talks_text(talks_page(Ledger(store)), width=80))
        assert "parley add" in printed(proposals_text(proposals_page(Ledger(store))))
