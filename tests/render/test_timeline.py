from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType

from parley.ledger import Entry, Happening, Ledger, View, happenings
from parley.model import Actor, Event, Factuality
from parley.pages import LanesPage, events_page, lanes_page, timeline_page
from parley.render import lane_columns, lanes_text, list_text, timeline_text
from parley.store import Store
from tests import strike_record
from tests.recorded import claim_at, observed, report_of
from tests.strike_record import when


def printed(renderable: RenderableType, width: int = 80) -> list[str]:
    out = io.StringIO()
    Console(file=out, width=width, highlight=False).print(renderable)
    return [line.rstrip() for line in out.getvalue().splitlines()]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Happening, ...]:
    with Store.open(strike_record.build(tmp_path_factory.mktemp("record") / "talks.parley")) as store:
        return Ledger(store).timeline()


def test_days_head_what_happened_on_them(told: tuple[Happening, ...]) -> None:
    lines = printed(timeline_text(timeline_page(told)))
    assert [line for line in lines if line in {"Apr 2031", "Sat 3 May 2031", "Fri 9 May 2031", "Undated"}] == [
        "Apr 2031", "Sat 3 May 2031", "Fri 9 May 2031", "Undated",
    ]  # fmt: skip
    assert any(line.startswith("said on") and "reject: the bonus" in line for line in lines)
    assert any("planned: protest: march" in line for line in lines)
    assert lines[-2].startswith("Days: 4 stated in the report; 1 the day it was said")


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_days_and_the_picture_keep_to_the_width(told: tuple[Happening, ...], width: int) -> None:
    page = lanes_page(told, columns=lane_columns(width))
    for shown in (timeline_text(timeline_page(told)), lanes_text(page, width=width)):
        assert max(map(cell_len, printed(shown, width))) <= width


def test_more_than_is_shown_is_said(told: tuple[Happening, ...]) -> None:
    assert "5 older left out; more with --limit." in " ".join(printed(timeline_text(timeline_page(told, limit=2))))


def test_nothing_is_said_to_be_nothing() -> None:
    assert printed(timeline_text(timeline_page(()))) == ["No moves, events or phases in the record answer to this."]
    assert printed(lanes_text(lanes_page(()), width=80))[0].startswith("Nothing in the record that answers to this")


def test_what_would_steer_the_terminal_is_not_printed() -> None:
    report = report_of("They marched.")
    claim = claim_at(report, "marched", Event("PROTEST", "\x1b[31mred", by=(Actor("A\x07", "a"),)))
    found = happenings([Entry(claim, report, observed())])
    text = "\n".join(printed(timeline_text(timeline_page(found))) + printed(lanes_text(lanes_page(found), width=80)))
    assert "\x1b" not in text
    assert "\x07" not in text


def marching(counts: dict[str, int], *, published: str = "2031-03-09") -> LanesPage:
    """A picture of so many marches on each day."""
    report = report_of("They marched.", published=published)
    bodies = [(day, Event("PROTEST", f"march {n}", by=(Actor("Crews", "they"),))) for day, many in counts.items() for n in range(many)]  # fmt: skip
    return lanes_page(happenings(Entry(claim_at(report, "marched", b, at=when(day)), report, observed()) for day, b in bodies))  # fmt: skip


def test_the_more_happened_the_darker() -> None:
    counts = {"2031-03-01": 1, "2031-03-02": 2, "2031-03-03": 3, "2031-03-04": 4, "2031-03-06": 1}
    lines = printed(lanes_text(marching(counts), width=31 + 6))
    assert next(line for line in lines if line.startswith("Crews")).split() == ["Crews", "░▒▓█·░", "11"]
    assert lines[0].split() == ["1", "Mar"]
    assert any("a column a day: ░ 1, ▒ 2, ▓ 3, █ 4, ○ only planned" in line for line in printed(lanes_text(marching(counts), width=90)))  # fmt: skip


def test_what_is_only_planned_is_a_circle() -> None:
    (line,) = [li for li in printed(lanes_text(marching({"2031-03-09": 1, "2031-03-10": 2}), width=37)) if "Crews" in li]  # fmt: skip
    assert line.split()[1] == "░░░░○○○○"


def test_amounts_of_the_legend_follow_the_busiest() -> None:
    lines = printed(lanes_text(marching({"2031-03-01": 9, "2031-03-02": 3, "2031-03-03": 2}), width=90))
    assert any("░ 1–2, ▒ 3–4, ▓ 5–6, █ 7–9" in line for line in lines)
    assert next(line for line in lines if "Crews" in line).split()[1] == "████▒▒▒▒░░░░"


def test_the_axis_of_the_picture_names_months_and_years() -> None:
    days = {f"2031-{month:02}-01": 1 for month in range(1, 13)}
    report = report_of("They marched.", published="2031-06-15")
    bodies = [(day, Event("PROTEST", day, by=(Actor("Crews", "they"),))) for day in days]
    found = happenings(Entry(claim_at(report, "marched", b, at=when(day)), report, observed()) for day, b in bodies)
    for columns, unit, label in ((20, "month", "Jan 2031"), (5, "year", "2031")):
        page = lanes_page(found, first="2031-01-01", last="2031-12-31", columns=columns)
        assert page.unit == unit
        assert printed(lanes_text(page, width=80))[0].strip().startswith(label)


@pytest.mark.parametrize(
    ("published", "factuality", "day", "shown"),
    [
        ("2031-03-04", Factuality(), "2031-03-02", "2 Mar 2031"),
        ("2031-03-04", Factuality(), None, "by 4 Mar 2031"),
        ("2031-03-04", Factuality(tense="planned"), None, "after 4 Mar 2031"),
        (None, Factuality(), None, "undated"),
    ],
)
def test_the_day_of_publication_bounds_an_event_without_a_day(
    published: str | None, factuality: Factuality, day: str | None, shown: str
) -> None:
    report = report_of("They marched.", published=published)
    body = Event("PROTEST", "marched", by=(Actor("Crews", "they"),))
    claim = claim_at(report, "marched", body, factuality=factuality, at=when(day) if day else None)
    lines = printed(list_text(events_page(View((Entry(claim, report, observed()),)))))
    assert any(line.strip().startswith(f"{shown} ") and "Crews" in line for line in lines)
