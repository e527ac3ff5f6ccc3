from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.ledger import Entry, Happening, Ledger, happenings
from parley.model import Actor, Event
from parley.pages import actors_page, events_page, lane_cells, lanes_page, phases_page, timeline_page
from parley.store import Store
from tests import strike_record
from tests.recorded import claim_at, observed, report_of
from tests.strike_record import when

TEXT = "The crews marched to the quay."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Store.open(strike_record.build(tmp_path / "talks.parley")) as store:
        yield Ledger(store)


def marches(*days: str, published: str | None = "2031-03-04", party: str = "Crews") -> tuple[Happening, ...]:
    """A march for each day, told by one report."""
    report = report_of(TEXT, published=published)
    bodies = [(day, Event("PROTEST", f"march {number}", by=(Actor(party, party),))) for number, day in enumerate(days)]
    claims = [claim_at(report, "marched", body, at=when(day)) for day, body in bodies]
    return happenings(Entry(claim, report, observed()) for claim in claims)


def test_each_thing_stands_on_its_day_with_its_basis(ledger: Ledger) -> None:
    rows = timeline_page(ledger.timeline()).rows
    assert [(row.day, row.basis, row.kind, row.planned) for row in rows] == [
        ("2031-04", "stated", "phase", False),
        ("2031-05-03", "stated", "event", False),
        ("2031-05-03", "said_on", "move", False),
        ("2031-05-04", "published", "move", False),
        ("2031-05-09", "stated", "event", True),
        ("2031-05-20", "stated", "phase", True),
        (None, "undated", "move", False),
    ]


def test_each_row_says_who_what_and_on_whose_word(ledger: Ledger) -> None:
    rows = {(row.kind, row.act): row for row in timeline_page(ledger.timeline()).rows}
    deed, refusal, second = rows["event", "COERCE"], rows["move", "reject"], rows["phase", "not_started"]
    assert (deed.party, deed.what) == ("Tug Crews or Dockers", "coerce (blockade) → Strait Lines: blocked the lock, Bertha Bay")  # fmt: skip
    assert (refusal.party, refusal.what) == ("Jo Mate (for Tug Crews)", "reject: the bonus of 300 crowns")
    assert refusal.chain == "Quay <Wire> ← Jo Mate"
    assert (second.party, second.what) == (
        "the harbour accord, phase 2 of 3",
        "not started from 20 May 2031: 5 more days",
    )


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2031-05-04", None, ["2031-05-04", "2031-05-09", "2031-05-20"]),
        (None, "2031-05-03", ["2031-04", "2031-05-03", "2031-05-03"]),
        ("2031-05-04", "2031-05-09", ["2031-05-04", "2031-05-09"]),
        ("2031-04-20", "2031-04-21", ["2031-04"]),
        ("2031-06-01", None, []),
    ],
)
def test_the_days_asked_for_are_shown(ledger: Ledger, first: str | None, last: str | None, days: list[str]) -> None:
    assert [row.day for row in timeline_page(ledger.timeline(), first=first, last=last).rows] == days


def test_a_stretch_is_shown_when_it_reaches_into_the_days_asked_for() -> None:
    report = report_of(TEXT)
    claim = claim_at(report, "marched", Event("PROTEST", "marched"), at=when("2031-03-01", "2031-03-03"))
    found = happenings([Entry(claim, report, observed())])
    shown = timeline_page(found, first="2031-03-02", last="2031-03-02").rows
    assert [(row.day, row.until) for row in shown] == [("2031-03-01", "2031-03-03")]
    assert not timeline_page(found, first="2031-03-04").rows


def test_of_too_many_the_newest_are_shown(ledger: Ledger) -> None:
    page = timeline_page(ledger.timeline(party="tug crews"), limit=1)
    assert ([row.day for row in page.rows], page.total) == (["2031-05-09"], 3)


def test_filters_hold_as_for_lists(ledger: Ledger) -> None:
    assert {row.kind for row in timeline_page(ledger.timeline(kind="event")).rows} == {"event"}
    assert [row.outlet for row in timeline_page(ledger.timeline(until="2031-05-04")).rows] == ["Quay <Wire>"] * 4


def test_lanes_count_each_party_by_day(ledger: Ledger) -> None:
    page = lanes_page(ledger.timeline())
    assert (page.unit, page.columns[0], page.columns[-1]) == ("day", "2031-05-03", "2031-05-20")
    lanes = {lane.party: lane for lane in page.lanes}
    assert lanes["Tug Crews"].counts == (2, 0, 0, 0, 0, 0, 1, *[0] * 11)
    assert lanes["Tug Crews"].planned == (0, 0, 0, 0, 0, 0, 1, *[0] * 11)
    assert lanes["the harbour accord"].planned[-1] == 1
    assert (page.earlier, page.later, page.without_day) == (0, 0, 2)


@pytest.mark.parametrize(
    ("days", "columns", "unit", "begins"),
    [
        (["2031-03-04", "2031-03-06"], 3, "day", ("2031-03-04", "2031-03-05", "2031-03-06")),
        (["2031-03-04", "2031-03-10"], 3, "week", ("2031-03-03", "2031-03-10")),
        (["2031-02-10", "2031-03-30"], 3, "month", ("2031-02-01", "2031-03-01")),
        (["2031-02-10", "2031-03-30"], 1, "year", ("2031-01-01",)),
    ],
)
def test_a_column_is_as_short_as_there_is_room(
    days: list[str], columns: int, unit: str, begins: tuple[str, ...]
) -> None:
    page = lanes_page(marches(*days), columns=columns)
    assert (page.unit, page.columns) == (unit, begins)


def test_what_lies_far_from_all_reports_is_counted_not_drawn() -> None:
    page = lanes_page(marches("1948-05-01", "2031-03-04", "2035-01-01"))
    assert (page.columns, page.earlier, page.later) == (("2031-03-04",), 1, 1)
    assert lanes_page(marches("1948-05-01", "2031-03-04"), first="1948-01-01").columns[0] == "1948-01-01"


def test_nothing_gives_an_empty_picture() -> None:
    page = lanes_page(())
    assert (page.columns, page.lanes, page.without_day) == ((), (), 0)


@given(st.lists(st.dates(date(1, 1, 1), date(9999, 12, 31)), max_size=8), st.integers(1, 40))
def test_every_day_is_counted_once(days: list[date], columns: int) -> None:
    page = lanes_page(marches(*map(str, days)), columns=columns)
    assert sum(cell.count for cell in lane_cells(page).rows) + page.earlier + page.later == len(days)
    assert page.unit == "year" or len(page.columns) <= columns
    assert all(len(lane.counts) == len(page.columns) for lane in page.lanes)


@given(st.dates(date(1, 3, 1), date(9998, 12, 31)), st.integers(0, 31))
def test_what_lies_within_a_month_of_a_report_is_drawn(published: date, later: int) -> None:
    page = lanes_page(marches(str(published + timedelta(days=later)), published=str(published)))
    assert (page.later, len(page.columns)) == (0, 1)


def test_events_phases_and_actors_are_lists(ledger: Ledger) -> None:
    view = ledger.view()
    deed, march = events_page(view).rows
    assert (deed.by, deed.when, deed.place, march.factuality) == ("Tug Crews or Dockers", "3 May 2031", "Bertha Bay", "planned")  # fmt: skip
    assert [(row.number, row.of, row.status, row.starts) for row in phases_page(view).rows] == [
        (1, 3, "in_force", "Apr 2031"),
        (2, 3, "not_started", "20 May 2031"),
    ]
    assert actors_page(ledger.actors(), 1).rows[0].name == "Jo Mate"
    assert next(row.acts for row in actors_page(ledger.actors()).rows if row.name == "Jo Mate") == "reject 1"


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"type": "COERCE"}, 1),
        ({"place": "bertha bay"}, 1),
        ({"status": "in_force"}, 1),
        ({"issue": "quota"}, 1),
        ({"party": "dockers"}, 1),
    ],
)
def test_lists_are_narrowed_by_what_the_claims_hold(ledger: Ledger, filters: dict[str, str], count: int) -> None:
    assert len(ledger.view(**filters).entries) == count  # type: ignore[arg-type]
