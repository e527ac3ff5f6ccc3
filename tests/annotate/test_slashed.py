"""Short forms of names with a slash in them."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.model import new_report

FULL = "Rail/Road Freight Inc sued the Harlow brewery. "
# What follows the full name, and the names of the parties that the last sentence holds.
ROWS = [
    ("Rail/Road wants an order from the court.", {"Rail/Road Freight Inc"}),
    ("Rail/Road and Lombard Ltd are bidding for it.", {"Rail/Road Freight Inc", "Lombard Ltd"}),
    ("Norland/Kordia trade fell.", set()),
]


@pytest.mark.parametrize(("behind", "names"), ROWS, ids=[row[0] for row in ROWS])
def test_a_name_with_a_slash_is_taken_up_whole(behind: str, names: set[str]) -> None:
    (doc,) = annotate([new_report(FULL + behind, published="2025-05-16")])
    last = len(doc.sentences) - 1
    assert names <= {e.name for e in doc.entities if e.sentence == last and e.form == "name"}
    assert ("Rail/Road Freight Inc" in names) == any(
        e.name == "Rail/Road Freight Inc" for e in doc.entities if e.sentence == last
    )


def test_a_slash_is_no_part_of_a_name_that_the_report_does_not_spell_out() -> None:
    (doc,) = annotate([new_report("Rail/Road and Lombard Ltd are bidding for the brewery.", published="2025-05-16")])
    assert all("/" not in e.name for e in doc.entities)
