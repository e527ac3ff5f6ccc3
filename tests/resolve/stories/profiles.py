"""Profiles of reports, by hand and by hypothesis."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import strategies as st

from parley.model import StoryLink
from parley.resolve.stories import StoryProfile, likeness

NAMES = ["Strike", "STRIKE", "Bid", "Pact"]
WORDS = ["copper", "berth", "tariff", "ferry", "harbour", "quota", "smelter"]


def profile(report: str, day: str | None = "2031-03-04", **more: Any) -> StoryProfile:
    """A report about nothing in particular, but for what is given."""
    given = tuple(more.pop("given", ()))
    parties = more.pop("parties", {})
    title = frozenset(more.pop("title", ()))
    return StoryProfile(
        report,
        day,
        more.pop("headline", "A headline"),
        given,
        parties,
        more.pop("names", {party: party.title() for party in parties}),
        frozenset(more.pop("places", ())),
        title,
        (lead := frozenset(more.pop("lead", ()))),
        title | lead | frozenset(more.pop("words", ())),
        more.pop("moves", 2),
    )


def links(profiles: list[StoryProfile]) -> list[StoryLink]:
    """What comparing all with all finds."""
    return [link for one, other in combinations(profiles, 2) if (link := likeness(one, other))]


@st.composite
def sets_of_profiles(draw: st.DrawFn, most: int = 8) -> list[StoryProfile]:
    """Reports over few parties, places, words and given stories, so that much is shared."""
    return [
        profile(
            f"report-{number}",
            draw(st.none() | st.dates().map(str) | st.sampled_from(["2031-03-04", "2031-03-20", "2031-06-01"])),
            parties=draw(
                st.dictionaries(
                    st.sampled_from(["crews", "line", "norland", "ada quill"]),
                    st.sampled_from([None, "organisation", "state", "person", "collective"]),
                    max_size=3,
                )
            ),
            places=draw(st.frozensets(st.sampled_from(["port vale", "norland"]), max_size=2)),
            title=draw(st.frozensets(st.sampled_from(WORDS), max_size=3)),
            lead=draw(st.frozensets(st.sampled_from(WORDS), max_size=2)),
            words=draw(st.frozensets(st.sampled_from(WORDS), max_size=6)),
            moves=draw(st.integers(0, 3)),
            given=sorted(draw(st.frozensets(st.sampled_from(NAMES), max_size=2))),
        )
        for number in range(draw(st.integers(0, most)))
    ]
