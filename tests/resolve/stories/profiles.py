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


# Reports over few parties, places, words and given stories, so that much is shared. Made once: making takes longer than
# drawing.
_MORE: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "day": st.none() | st.dates().map(str) | st.sampled_from(["2031-03-04", "2031-03-20", "2031-06-01"]),
        "parties": st.dictionaries(
            st.sampled_from(["crews", "line", "norland", "ada quill"]),
            st.sampled_from([None, "organisation", "state", "person", "collective"]),
            max_size=3,
        ),
        "places": st.frozensets(st.sampled_from(["port vale", "norland"]), max_size=2),
        "title": st.frozensets(st.sampled_from(WORDS), max_size=3),
        "lead": st.frozensets(st.sampled_from(WORDS), max_size=2),
        "words": st.frozensets(st.sampled_from(WORDS), max_size=6),
        "moves": st.integers(0, 3),
        "given": st.frozensets(st.sampled_from(NAMES), max_size=2).map(sorted),
    }
)


def sets_of_profiles(most: int = 8) -> st.SearchStrategy[list[StoryProfile]]:
    """Up to `most` reports, each with a name of its own."""
    return st.lists(_MORE, max_size=most).map(
        lambda found: [profile(f"report-{number}", **more) for number, more in enumerate(found)]
    )
