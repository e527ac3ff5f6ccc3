"""What holds of the series of any figures: nothing lost, no order in it, no relation but to neighbours."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.compare.series import figure_relations
from parley.resolve.told import Told
from tests.compare.series.told_figures import MINISTRY, RESCUERS, series, told

WORDS = ["40", "at least 40", "about 50", "55", "61", "over 61", "dozens", "nearly 70", "70", "8,800", "8,796"]
SCOPES: list[dict[str, Any]] = [
    {},
    {"place": None},
    {"event": "attack of 2031-03-01"},
    {"place": None, "accounting": "flow"},
    {"group": "children"},
    {"accounting": "increment", "period": "2031-03-04"},
]


@st.composite
def figures(draw: st.DrawFn) -> tuple[Told, ...]:
    """Figures of a dozen reports at most, of few days, words and claimants, so that many meet."""
    found = {}
    for number in range(draw(st.integers(1, 12))):
        day = draw(st.none() | st.integers(1, 9))
        scope = dict(draw(st.sampled_from(SCOPES)))
        if draw(st.booleans()):
            scope["as_of"] = f"2031-03-0{draw(st.integers(1, 9))}"
        chain = draw(st.sampled_from([(), (MINISTRY,), (RESCUERS,)]))
        published = f"2031-03-0{day}" if day else None
        each = told(draw(st.sampled_from(WORDS)), published, *chain, report=f"report {number}", **scope)
        found[each.claim.id] = each
    return tuple(found.values())


@settings(max_examples=150)
@given(figures(), st.randoms(use_true_random=False))
def test_order_does_not_matter(given: tuple[Told, ...], random: Any) -> None:
    shuffled = list(given)
    random.shuffle(shuffled)
    assert series(*shuffled) == series(*given)
    assert figure_relations(series(*shuffled)) == figure_relations(series(*given))


@given(figures())
def test_every_figure_is_in_one_series_and_a_second_telling_changes_nothing(given: tuple[Told, ...]) -> None:
    found = series(*given)
    assert sorted(claim for each in found for claim in each.claims) == sorted(each.claim.id for each in given)
    assert len({each.id for each in found}) == len(found)
    assert series(*given) == found


@given(figures())
def test_relations_link_neighbours_of_one_series_and_grow_with_the_figures_alone(given: tuple[Told, ...]) -> None:
    found = series(*given)
    home = {claim: each.id for each in found for claim in each.claims}
    relations = figure_relations(found)
    assert len(relations) <= 3 * len(given)
    assert all(r.one != r.other for r in relations)
    assert all(home[r.one] == home[r.other] for r in relations if r.kind != "part_of")


@given(figures())
def test_only_what_excludes_it_contradicts_a_figure_and_stale_is_what_was_known_before(given: tuple[Told, ...]) -> None:
    published = {each.claim.id: each.published for each in given}
    for each in series(*given):
        for point in each.points:
            assert point.standing != "contradicted" or point.by is not None
            for stale in point.stale:
                day = published[stale.claim]
                assert day is not None
                assert stale.since < day
                assert stale.newer in each.claims
