"""What moved, on a terminal."""

from __future__ import annotations

from rich.console import Console

from parley.pages import ChangeRow, ListPage
from parley.render import changes_text


def row(
    kind: str, now: str, *, before: str = "", on: str = "", day: str = "2031-03-05", claim: str = "claim-1"
) -> ChangeRow:
    return ChangeRow(day, kind, "the guild", on, before, now, "Post ← the guild", "Tram strike", claim)


def shown(*rows: ChangeRow, total: int = 0, width: int = 60) -> list[str]:
    console = Console(width=width, no_color=True, highlight=False)
    with console.capture() as printed:
        console.print(changes_text(ListPage("changes", rows, total or len(rows))))
    return [line.rstrip() for line in printed.get().splitlines()]


def test_nothing_moved() -> None:
    assert shown() == ["Nothing in the record moved that answers to this."]


def test_by_day_with_what_it_was_and_on_whose_word() -> None:
    lines = shown(
        row("position", "the guild: reject", before="the guild: offer", on="pay"),
        row("denial", "no", day="2031-03-01", claim="claim-2"),
    )
    assert lines[0] == "5 Mar 2031"
    assert lines[1].split() == ["position", "the", "guild:", "reject", "1"]
    assert [line.strip() for line in lines[2:4]] == ["before: the guild: offer", "pay · Post ← the guild"]
    assert lines[5] == "1 Mar 2031"


def test_a_claim_that_moved_several_things_stands_once() -> None:
    lines = shown(
        row("figure", "killed: 7", before="killed: 9", on="people killed"),
        row("correction", "killed: 7", before="killed: 9"),
    )
    assert [line.split()[0] for line in lines[1:3]] == ["figure", "correction"]
    assert sum("killed: 9" in line for line in lines) == 1


def test_every_line_fits_and_more_is_said() -> None:
    lines = shown(row("agreement", "agree: " + "a long list of terms " * 9), total=4, width=40)
    assert max(map(len, lines)) <= 40
    assert lines[-1] == "1 of 4 changes; more with --limit"
