"""Sums told in all and for each share."""

from __future__ import annotations

import pytest

from parley.annotate.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It earned 26.2 mln dlrs or 6.20 dlrs on sales of 1.4 billion dlrs.", [None, "share", None]),
        ("The firm got 54 pct with a 90.25 dlr or 384 mln dlr tender offer.", [None, "share", None]),
        ("It earned 26.2 mln dlrs or 6.20 dlrs a share.", [None, "share"]),
        ("The bid is worth 26 mln dlrs or 25 mln dlrs.", [None, None]),
        ("He paid 26 mln dlrs and 6.20 dlrs.", [None, None]),
    ],
)
def test_the_smaller_of_two_sums_joined_by_or_is_for_each_share(text: str, wanted: list[str | None]) -> None:
    assert [mention.per for mention in find_quantities(text)] == wanted
