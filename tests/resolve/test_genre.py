"""Which reports are pieces of opinion."""

from __future__ import annotations

import pytest

from parley.model import Observation, new_report
from parley.resolve import is_opinion

BODY = "The truce will not last, and both sides know it.\n\nThe mediators have rejected a longer one."


@pytest.mark.parametrize(
    ("title", "section", "foot"),
    [
        ("A truce nobody wants", "OPINION", ""),
        ("A truce nobody wants", "Front Page Opinion", ""),
        ("A truce nobody wants", "Politics; Letters", ""),
        ("Opinion | A truce nobody wants", None, ""),
        ("Editorial: A truce nobody wants", None, ""),
        ("Our View - A truce nobody wants", None, ""),
        ("A truce nobody wants", None, "The writer is a former envoy."),
        ("A truce nobody wants", None, "The views expressed here are her own."),
    ],
)
def test_pieces_of_opinion(title: str, section: str | None, foot: str) -> None:
    report = new_report(f"{title}\n\n{BODY}\n\n{foot}", title=title)
    assert is_opinion(report, Observation("a.txt", "0", "plain", section=section))


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("A truce nobody wants", "WORLD"),
        ("Truce talks: union seeks view of members", "LABOUR"),
        ("Minister's opinion: the truce will hold", None),
        ("Public forum on truce - mayor to speak", "CITY"),
    ],
)
def test_news(title: str, section: str | None) -> None:
    assert not is_opinion(
        new_report(f"{title}\n\n{BODY}", title=title), Observation("a.txt", "0", "plain", section=section)
    )
