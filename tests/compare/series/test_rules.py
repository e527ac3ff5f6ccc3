"""The eleven rules for figures that differ, each by reports of its own."""

from __future__ import annotations

from typing import Any

import pytest

from parley.compare.series import difference_of_scope, figure_relations
from parley.model import Relation, Source
from parley.resolve.parties import Parties
from tests.compare.series.told_figures import MINISTRY, RESCUERS, only, point, related, series, standings, told


def test_1_nothing_is_overwritten() -> None:
    given = [told(words, f"2031-03-{day:02}") for day, words in ((5, "40"), (6, "55"), (7, "at least 70"))]
    found = only(*given)
    assert sorted(found.claims) == sorted(each.claim.id for each in given)
    assert [p.standing for p in found.points] == ["superseded", "superseded", "current"]
    again = told("40", "2031-03-05", report="another")
    assert related(again, given[0]) == Relation(
        "repeat", again.claim.id, given[0].claim.id, "figures:all-kept", "published"
    ) or related(given[0], again)


SCOPES = [
    ({"measure": "held", "accounting": "stock"}, {"measure": "captured", "event": "attack of 2031-03-01"}, "measure"),
    ({"group": "children"}, {}, "group"),
    ({"measure": "released", "group": "hostages"}, {"measure": "released", "group": "prisoners"}, "group"),
    ({"place": "Gaza"}, {"place": "Israel"}, "place"),
    ({"event": "attack of 2031-03-01"}, {"period": "2031-03-09"}, "accounting"),
    ({"event": "attack of 2031-03-01"}, {"event": "attack of 2031-03-20"}, "event"),
    ({"period": "2031-03-08"}, {"period": "2031-03-09"}, "period"),
    ({"accounting": "stock"}, {}, "accounting"),
    ({"since": "2031-03-01"}, {"since": "2030-01-01"}, "since"),
    ({"accounting": "increment"}, {}, "accounting"),
    ({"group": "Israelis", "place": None}, {"group": "people", "place": "Gaza"}, "group"),
    ({"tense": "planned"}, {}, "tense"),
]


@pytest.mark.parametrize(("first", "second", "field"), SCOPES)
def test_2_what_differs_in_scope_is_not_compared(first: dict[str, str], second: dict[str, str], field: str) -> None:
    one, other = told("300", "2031-03-10", **first), told("500", "2031-03-11", **second)
    found = series(one, other)
    assert len(found) == 2
    assert all(r.kind == "part_of" for r in figure_relations(found))
    difference = difference_of_scope(one, other, Parties(), series=found)
    assert difference is not None
    assert difference.field == field
    assert difference.one != difference.other


@pytest.mark.parametrize(
    ("floor", "later"), [("at least 50", "61"), ("more than 50", "at least 70"), ("at least 50", "about 58")]
)
def test_3_a_higher_value_after_a_floor_is_an_update(floor: str, later: str) -> None:
    one = told(floor, "2031-03-10", MINISTRY, as_of="2031-03-10")
    other = told(later, "2031-03-12", MINISTRY, as_of="2031-03-12")
    relation = related(other, one)
    assert relation is not None
    assert (relation.kind, relation.rule, relation.field) == ("update", "figures:floor-rises", "as_of")
    assert standings(one, other) == ["superseded", "current"]


def test_4_a_contradiction_needs_intervals_that_exclude_each_other_for_one_as_of() -> None:
    one = told("151", "2031-03-11", MINISTRY, as_of="2031-03-10")
    other = told("124", "2031-03-11", RESCUERS, as_of="2031-03-10")
    relation = related(one, other)
    assert relation is not None
    assert (relation.kind, relation.rule, relation.field) == ("contradiction", "figures:apart-at-one-time", "quantity")
    assert standings(one, other) == ["contradicted", "contradicted"]


@pytest.mark.parametrize(
    ("words", "as_of", "published"),
    [("at least 120", "2031-03-10", "2031-03-11"), ("124", "2031-03-09", "2031-03-11"), ("124", None, "2031-03-11")],
)
def test_4_bounds_that_meet_or_another_as_of_contradict_nothing(words: str, as_of: str | None, published: str) -> None:
    one = told("151", "2031-03-11", MINISTRY, as_of="2031-03-10")
    other = told(words, published, RESCUERS, as_of=as_of)
    assert "contradiction" not in {r.kind for r in figure_relations(series(one, other))}
    assert "contradicted" not in standings(one, other)


@pytest.mark.parametrize("scope", [{}, {"event": "attack of 2031-03-01"}])
@pytest.mark.parametrize("words", ["over 1,200", "1,200", "at least 1,190"])
def test_5_a_floor_that_falls_is_a_correction_and_no_contradiction(scope: dict[str, str], words: str) -> None:
    before = told("1,400", "2031-03-10", **scope)
    fallen = told(words, "2031-05-10", outlet="The Bay Post", **scope)
    relation = related(fallen, before)
    assert relation is not None
    assert (relation.kind, relation.rule, relation.field) == ("correction", "figures:floor-falls", "quantity")
    assert standings(before, fallen) == ["corrected", "current"]


def test_5_an_old_number_told_again_corrects_nothing() -> None:
    given = [
        told(words, f"2031-03-{day}", outlet=outlet)
        for day, words, outlet in (
            (10, "1,300", "The Bay Post"), (12, "1,420", "The Alder Courier"), (13, "1,300", "The Bay Post"),
            (14, "1,420", "The Alder Courier"), (15, "1,431", "The Alder Courier"),
        )
    ]  # fmt: skip
    assert "correction" not in {r.kind for r in figure_relations(series(*given))}
    old = point(only(*given), given[2])
    assert [stale.claim for stale in old.stale] == [given[2].claim.id]


@pytest.mark.parametrize("words", ["over 9,000", "about 9,000", "at least 9,000"])
def test_5_a_rounder_word_for_the_same_number_corrects_nothing(words: str) -> None:
    given = told("at least 9,061", "2031-03-10"), told(words, "2031-03-12", outlet="The Bay Post")
    assert "correction" not in {r.kind for r in figure_relations(series(*given))}


def test_6_increments_of_periods_apart_are_summed_and_the_sum_names_them() -> None:
    first = told("12", "2031-03-11", MINISTRY, accounting="increment", period="2031-03-10")
    second = told("at least 8", "2031-03-12", MINISTRY, accounting="increment", period="2031-03-11")
    overlapping = told("17", "2031-03-13", MINISTRY, accounting="increment", period="2031-03-11/2031-03-12")
    rough = told("dozens", "2031-03-15", MINISTRY, accounting="increment", period="2031-03-14")
    (found,) = only(first, second, overlapping, rough).sums
    assert (found.quantity.lower, found.quantity.upper) == (20, None)
    assert found.inputs == (first.claim.id, second.claim.id)
    assert set(found.left_out) == {overlapping.claim.id, rough.claim.id}
    assert found.rule == "figures:increments-apart"


def test_6_increments_of_periods_that_overlap_are_not_summed() -> None:
    given = [
        told(words, "2031-03-12", MINISTRY, accounting="increment", period=period)
        for words, period in (("12", "2031-03-10/2031-03-11"), ("15", "2031-03-11"))
    ]
    assert only(*given).sums == ()


def test_7_a_rounded_figure_anchors_nothing() -> None:
    exact = told("8,796", "2031-03-11", MINISTRY, as_of="2031-03-10")
    rounded = told("8,800", "2031-03-11", RESCUERS, as_of="2031-03-10")
    relation = related(exact, rounded)
    assert relation is not None
    assert (relation.kind, relation.rule) == ("refines", "figures:rounded")
    assert standings(exact, rounded) == ["current", "current"]
    headline = only(exact, rounded).headline
    assert (headline.floor, headline.ceiling) == (8796, 8796)


def test_8_the_headline_is_the_newest_as_of_with_claimants_side_by_side() -> None:
    given = [
        told("40", "2031-03-05", MINISTRY, as_of="2031-03-05"),
        told("at least 61", "2031-03-20", MINISTRY, as_of="2031-03-20"),
        told("73", "2031-03-21", RESCUERS, as_of="2031-03-20"),
        told("52", "2031-03-07", outlet="The Bay Post"),
    ]
    headline = only(*given).headline
    assert [claim for _, claim in headline.points] == [given[2].claim.id, given[1].claim.id]
    assert (headline.floor, headline.ceiling) == (61, None)
    assert headline.rule == "figures:newest-as-of"


def test_9_copies_count_once() -> None:
    given = [told("61", "2031-03-11", MINISTRY, report=f"copy {n}", origin="one agency") for n in range(3)]
    own = told("61", "2031-03-11", MINISTRY, report="its own")
    found = point(only(*given, own), own)
    assert (found.reports, found.origins) == (4, 2)
    rules = {r.rule for r in figure_relations(series(*given))}
    assert rules == {"figures:copies-count-once"}


def test_10_a_figure_is_stale_since_and_by_how_much() -> None:
    table = [
        told(words, None, MINISTRY, as_of=f"2031-03-{day}", report=f"row {day}")
        for day, words in ((10, "61"), (11, "70"), (12, "75"))
    ]
    quoted = told("61", "2031-03-30", MINISTRY, as_of="2031-03-10", outlet="The Bay Post")
    (stale,) = point(only(*table, quoted), quoted).stale
    assert stale.newer == table[-1].claim.id
    assert (stale.since, stale.least, stale.most) == ("2031-03-11", 14, 14)


def test_10_a_number_without_its_day_is_stale_by_the_counts_between_which_it_stood() -> None:
    table = [
        told(words, None, MINISTRY, as_of=f"2031-03-{day}", report=f"row {day}")
        for day, words in ((10, "61"), (11, "70"), (12, "75"), (28, "90"))
    ]
    quoted = told("70", "2031-03-20", MINISTRY, outlet="The Bay Post")
    found = point(only(*table, quoted), quoted)
    assert [(stale.since, stale.least) for stale in found.stale] == [("2031-03-12", 5)]


def test_10_what_was_the_newest_when_published_is_not_stale() -> None:
    known = told("61", "2031-03-10", MINISTRY, as_of="2031-03-10")
    later = told("75", "2031-03-12", MINISTRY, as_of="2031-03-12")
    assert point(only(known, later), known).stale == ()


def test_11_the_publication_only_bounds_when_a_count_was_made() -> None:
    one, other = told("61", "2031-03-10"), told("75", "2031-03-10", outlet="The Bay Post")
    relation = related(other, one)
    assert relation is not None
    assert (relation.kind, relation.rule) == ("update", "figures:published-bounds")
    found = point(only(one, other), one)
    assert (found.as_of_basis, found.as_of and found.as_of.edtf) == ("published", "2031-03-10")


def test_a_word_for_a_size_supersedes_no_number_and_is_never_stale() -> None:
    exact = told("1,420", "2031-03-10")
    loose, older = told("hundreds", "2031-03-14"), told("hundreds", "2031-03-05")
    found = only(exact, loose, older)
    assert point(found, exact).standing == "current"
    assert (point(found, loose).standing, point(found, loose).stale) == ("current", ())
    assert point(found, older).standing == "superseded"
    assert [claim for _, claim in found.headline.points] == [exact.claim.id]


def test_a_word_for_a_size_that_holds_the_next_number_is_superseded_by_none() -> None:
    loose, exact = told("hundreds", "2031-03-05"), told("800", "2031-03-06")
    assert standings(loose, exact) == ["current", "current"]


def test_a_word_for_a_size_contradicts_no_number_of_its_day() -> None:
    event = {"event": "attack of 2031-03-01"}
    exact, loose = told("1,420", "2031-03-20", **event), told("hundreds", "2031-03-20", RESCUERS, **event)
    assert standings(exact, loose) == ["current", "current"]


def test_5_a_floor_below_another_floor_is_no_fall_unless_others_name_less_too() -> None:
    high, low = told("over 13,000", "2031-03-20"), told("more than 12,000", "2031-03-21", RESCUERS)
    assert standings(high, low) == ["current", "stale"]
    assert standings(told("about 15,000", "2031-03-20", MINISTRY), low) == ["current", "stale"]
    assert standings(told("about 13,000", "2031-03-20", MINISTRY), low) == ["current", "current"]
    more = told("12,050", "2031-03-22", MINISTRY)
    assert standings(high, low, more)[0] == "corrected"


def test_a_rounded_number_about_the_newest_is_not_stale() -> None:
    exact, rounded = told("more than 11,200", "2031-03-16", MINISTRY), told("11,000", "2031-03-17", RESCUERS)
    assert standings(exact, rounded) == ["current", "current"]


def test_what_is_counted_of_the_day_of_an_event_is_counted_of_that_event() -> None:
    event: dict[str, Any] = {"event": "raid of 2031-03-01", "measure": "captured", "place": None}
    day: dict[str, Any] = {"period": "2031-03-01", "measure": "captured", "place": None, "accounting": "flow"}
    raid = [told(words, f"2031-03-{n}", **event) for n, words in ((10, "over 240"), (11, "about 240"))]
    found = only(*raid, told("240", "2031-03-20", **day))
    assert len(found.claims) == 3


def test_people_held_are_hostages_under_another_word() -> None:
    held = {"measure": "held", "accounting": "stock"}
    found = only(told("230", "2031-03-10", group="hostages", **held), told("212", "2031-03-09", group="people", **held))
    assert len(found.claims) == 2


def test_a_government_counts_for_its_place_as_its_authorities_do() -> None:
    state, others = Source("the government", "office"), Source("local officials", "office")
    found = only(told("2,310", "2031-03-10", state), told("2,402", "2031-03-12", others))
    assert [line.name for line in found.lines] == ["authorities, Alderport"]


def test_what_a_store_holds_is_one_series_whatever_number_is_told() -> None:
    store: dict[str, Any] = {
        "measure": "other",
        "accounting": "stock",
        "group": "buffer stock",
        "place": None,
        "rule": "figure:stored",
    }
    levels = [
        told(words, f"2031-03-{day:02}", **store) for words, day in (("375,000", 9), ("360,000", 12), ("370,000", 16))
    ]
    assert len(series(*levels)) == 1
    far = told("150,000", "2031-03-17", **store)
    assert len(series(*levels, far)) == 2
    counted = {**store, "rule": "figure:number"}
    assert len(series(*(told(words, "2031-03-09", **counted) for words in ("375,000", "360,000")))) == 2
