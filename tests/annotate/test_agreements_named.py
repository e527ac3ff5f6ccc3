"""Agreements with names of their own: what they are of may be what firms are named by, and yet they are no party."""

from __future__ import annotations

import pytest

from parley.annotate import annotate
from parley.model import new_report

# Text, and names of parties that it holds, of those asked about.
ASKED = {"International Sugar", "International Sugar Agreement", "ISA", "Tarvik Sugar"}
ROWS = [
    ("A new International Sugar Agreement, ISA, was adopted on Friday. Growers want the ISA to last.", set()),
    ("A new International Sugar Agreement (ISA) was adopted on Friday. Growers want the ISA to last.", set()),
    ("Tarvik Sugar said it would sign the International Sugar Agreement.", {"Tarvik Sugar"}),
]


@pytest.mark.parametrize(("text", "names"), ROWS, ids=[row[0] for row in ROWS])
def test_an_agreement_is_no_party(text: str, names: set[str]) -> None:
    (doc,) = annotate([new_report(text, published="2025-05-16")])
    assert {e.name for e in doc.entities if e.form == "name"} & ASKED == names
