"""What is kept in memory."""

from __future__ import annotations

from parley.ledger.kept import Lately


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    kept: Lately[str] = Lately(2)
    assert kept.keep("one", "1") == "1"
    kept.keep("two", "2")
    assert kept.get("one") == "1"
    kept.keep("three", "3")
    assert [kept.get(name) for name in ("one", "two", "three")] == ["1", None, "3"]


def test_another_name_is_another_value() -> None:
    kept: Lately[str] = Lately(2)
    kept.keep(("before", "/"), "old")
    assert kept.get(("after", "/")) is None


def test_what_weighs_much_makes_room_for_itself_and_is_kept() -> None:
    kept: Lately[str] = Lately(10, len)
    kept.keep("light", "abc")
    kept.keep("heavier", "abcdef")
    assert kept.get("light") == "abc"
    kept.keep("heavy", "a" * 20)
    assert [kept.get(name) for name in ("light", "heavier", "heavy")] == [None, None, "a" * 20]
    kept.keep("heavy", "abc")
    kept.keep("light", "abc")
    assert [kept.get(name) for name in ("light", "heavy")] == ["abc", "abc"]
