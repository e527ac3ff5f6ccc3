"""How long a deed has gone on, counted by its days, weeks or months."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.extract.attribution import find_attributions
from parley.extract.events import extract_events
from parley.model import Claim, Event, new_report

FRIDAY = "2025-05-16"

RUNNING = [
    ("Nurses in Kelvar walked out for the third straight day on Thursday.", "2025-05-13", "2025-05-15"),
    ("On the 41st day of the dockers' strike, managers offered 4 percent.", "2025-04-06", FRIDAY),
    ("On day 12 of the drivers' strike the two sides met again.", "2025-05-05", FRIDAY),
    ("Bus drivers entered the 12th day of their walkout on Monday.", "2025-05-01", "2025-05-12"),
    ("The siege of Talvar, now in its sixth week, has cut off the town.", "2025-04-11~", FRIDAY),
    ("Rebels shelled the port for a second consecutive night, officials said.", "2025-05-15", FRIDAY),
    ("Teachers struck for the twenty-first day running.", "2025-04-26", FRIDAY),
]

NOT_COUNTED = [
    "Nurses walked out on the third day of the conference.",
    "Rebels shelled the port on the second day of the truce.",
    "The strike was the third in a week.",
]


@pytest.mark.parametrize(("text", "earliest", "latest"), RUNNING)
def test_a_deed_counted_by_its_days_has_gone_on_since_the_first(text: str, earliest: str, latest: str) -> None:
    (event,) = [c for c in _claims(text) if isinstance(c.body, Event)]
    assert event.when is not None
    assert event.when.earliest is not None
    assert event.when.latest is not None
    assert (event.when.earliest.edtf, event.when.latest.edtf) == (earliest, latest)
    assert any(e.role == "time" and e.quote in text for m in event.mentions for e in m.evidence)


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_the_nth_day_of_something_else_is_not_the_deeds(text: str) -> None:
    ranges = [c.when for c in _claims(text) if isinstance(c.body, Event) and c.when is not None]
    assert all(r.earliest == r.latest for r in ranges)


def _claims(text: str) -> list[Claim]:
    doc = next(annotate([new_report(text, published=FRIDAY)]))
    return extract_events(doc, find_attributions(doc))
