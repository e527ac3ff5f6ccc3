from __future__ import annotations

import random
from collections import defaultdict

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from parley.model import StoryLink
from parley.resolve.stories import StoryProfile, stories_of
from tests.resolve.stories.profiles import links, profile, sets_of_profiles


def groups(profiles: list[StoryProfile], found: list[StoryLink]) -> list[tuple[str, ...]]:
    return [story.reports for story in stories_of(profiles, found)]


def linked(*pairs: tuple[str, str, float]) -> list[StoryLink]:
    return [StoryLink(f"report-{one}", f"report-{other}", weight, ("berth",)) for one, other, weight in pairs]


def three(**given: list[str]) -> list[StoryProfile]:
    return [profile(f"report-{name}", given=given.get(name, ())) for name in "abc"]


def test_links_join_and_what_has_none_is_by_itself() -> None:
    assert groups(three(), linked(("a", "c", 3.0))) == [("report-a", "report-c"), ("report-b",)]
    assert groups([], []) == []


def test_a_link_joins_no_two_given_stories() -> None:
    given_two = three(a=["Strike"], c=["Bid"])
    assert groups(given_two, linked(("a", "b", 4.0), ("b", "c", 3.0))) == [("report-a", "report-b"), ("report-c",)]
    assert groups(given_two, linked(("a", "b", 3.0), ("b", "c", 4.0))) == [("report-a",), ("report-b", "report-c")]


def test_what_was_given_one_story_needs_no_link() -> None:
    assert groups(three(a=["Strike"], c=["strike"]), []) == [("report-a", "report-c"), ("report-b",)]


def test_a_report_given_several_stories_is_in_each_and_joins_none() -> None:
    both = three(a=["Strike"], b=["Strike", "Bid"], c=["Bid"])
    found = stories_of(both, links(both))
    assert [(story.name, story.reports) for story in found] == [
        ("Strike", ("report-a", "report-b")),
        ("Bid", ("report-b", "report-c")),
    ]


def test_stories_of_which_all_reports_have_several_are_told_apart() -> None:
    alike = three(a=["Strike", "Bid"], b=["Strike", "Bid"], c=["Strike", "Bid"])
    found = stories_of(alike, links(alike))
    assert sorted(story.name for story in found) == ["Bid", "Strike"]
    assert {story.reports for story in found} == {("report-a", "report-b", "report-c")}


def test_a_name_is_written_as_most_write_it_and_keeps_its_id() -> None:
    one, other = (stories_of(three(a=[first], b=[first], c=[second]), []) for first, second in [("Strike", "STRIKE"), ("STRIKE", "Strike")])  # fmt: skip
    assert (one[0].name, other[0].name) == ("Strike", "STRIKE")
    assert one[0].id == other[0].id
    assert one[0].given


def test_a_report_given_its_own_story_stands_alone_without_a_name() -> None:
    parties = {"ferry crews": "organisation", "strait lines": "organisation"}
    alone = [profile("report-a", given=["report-a"], parties=parties), *(profile(f"report-{n}", parties=parties) for n in "bc")]  # fmt: skip
    found = stories_of(alone, linked(("b", "c", 5.0)))
    assert [story.reports for story in found] == [("report-a",), ("report-b", "report-c")]
    assert [(story.name, story.given) for story in found] == [("Ferry Crews, Strait Lines", False)] * 2


def test_a_story_is_named_by_its_chief_parties_else_by_its_first_headline() -> None:
    crews = profile("report-b", "2031-03-01", parties={"crews": None, "line": None})
    line = profile("report-a", "2031-03-02", parties={"line": None})
    (story,) = stories_of([line, crews], linked(("a", "b", 3.0)))
    assert (story.name, story.parties, story.reports) == ("Line, Crews", ("Line", "Crews"), ("report-b", "report-a"))
    (bare,) = stories_of([profile("report-a", headline="Blast at the silo", moves=0)], [])
    assert (bare.name, bare.parties, bare.talks) == ("Blast at the silo", (), False)


def test_undated_reports_come_last() -> None:
    some = [profile("report-a", None), profile("report-b", "2031-03-02"), profile("report-c", "2031-03-01")]
    assert groups(some, linked(("a", "b", 3.0), ("b", "c", 3.0))) == [("report-c", "report-b", "report-a")]


@given(sets_of_profiles(), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(profiles: list[StoryProfile], chance: random.Random) -> None:
    found = links(profiles)
    expected = stories_of(profiles, found)
    chance.shuffle(profiles)
    chance.shuffle(found)
    assert stories_of(iter(profiles), iter(found)) == expected


@given(sets_of_profiles())
def test_every_report_is_in_one_story_or_in_each_it_was_given(profiles: list[StoryProfile]) -> None:
    inside: dict[str, list[str]] = defaultdict(list)
    stories = stories_of(profiles, links(profiles))
    for story in stories:
        for report in story.reports:
            inside[report].append(story.name.casefold())
    assert len({story.id for story in stories}) == len(stories)
    for each in profiles:
        if len(each.given_keys) > 1:
            assert sorted(inside[each.report]) == sorted(each.given_keys)
        else:
            assert len(inside[each.report]) == 1
            assert each.given_keys <= set(inside[each.report])


@given(sets_of_profiles())
def test_names_that_were_given_stay_apart(profiles: list[StoryProfile]) -> None:
    given = {each.report: each.given_keys for each in profiles}
    for story in stories_of(profiles, links(profiles)):
        names = [given[report] for report in story.reports if given[report]]
        assert not names or frozenset.intersection(*names)
        assert story.given == bool(names)


def test_reports_on_two_trades_are_not_joined_over_a_third() -> None:
    a, b, c = three()
    a, b = (msgspec.structs.replace(each, branches=frozenset({trade})) for each, trade in ((a, "grain"), (b, "steel")))
    assert groups([a, b, c], linked(("a", "c", 5.0), ("b", "c", 4.0))) == [("report-a", "report-c"), ("report-b",)]
