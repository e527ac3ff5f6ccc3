"""Pages that are kept."""

from __future__ import annotations

from parley.web.kept import Kept


def test_the_page_asked_for_longest_ago_goes_first() -> None:
    kept = Kept(most=2)
    assert kept.keep(("s", "one"), "1") == "1"
    kept.keep(("s", "two"), "2")
    assert kept.get(("s", "one")) == "1"
    kept.keep(("s", "three"), "3")
    assert [kept.get(("s", name)) for name in ("one", "two", "three")] == ["1", None, "3"]


def test_a_page_of_another_state_is_another_page() -> None:
    kept = Kept()
    kept.keep(("before", "/"), "old")
    assert kept.get(("after", "/")) is None
