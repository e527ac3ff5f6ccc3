"""Stories out of links between reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from parley.model import Story, StoryLink, hash_id
from parley.resolve.stories.profile import StoryProfile

__all__ = ["stories_of"]

_NAMED_BY = 3  # parties that the name of a story is made of


def stories_of(profiles: Iterable[StoryProfile], links: Iterable[StoryLink]) -> tuple[Story, ...]:
    """The stories that these links make of the reports, by first report; a report without links is one by itself.

    The heaviest links join first; a link that would put reports given different stories into one joins nothing. A
    report given several stories is in each and joins none with another. The result depends on neither order.
    """
    by_report = {profile.report: profile for profile in profiles}
    in_several = {report: profile for report, profile in by_report.items() if len(profile.given_keys) > 1}
    joined = _Joined({report: profile for report, profile in by_report.items() if report not in in_several})
    for link in sorted(links, key=lambda link: (-link.weight, link.one, link.other)):
        if not {link.one, link.other} & in_several.keys():
            joined.join(link.one, link.other)
    groups = [{report: by_report[report] for report in group} for group in joined.groups()]
    for name in sorted({name for profile in in_several.values() for name in profile.given_keys}):
        members = {report: profile for report, profile in in_several.items() if name in profile.given_keys}
        home = next((group for group in groups if any(name in each.given_keys for each in group.values())), None)
        home.update(members) if home is not None else groups.append(members)
    stories = (_story(list(group.values())) for group in groups)
    return tuple(sorted(stories, key=lambda story: (by_report[story.reports[0]].rank, story.id)))


class _Joined:
    """Disjoint sets of reports, each with the stories its members were given."""

    def __init__(self, profiles: Mapping[str, StoryProfile]) -> None:
        self._above = {report: report for report in profiles}
        self._given = {report: profile.given_keys for report, profile in profiles.items()}

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self._top(one), self._top(other)))
        given = self._given[first], self._given[second]
        if first != second and (not all(given) or given[0] & given[1]):
            self._above[second] = first
            self._given[first] = given[0] | given[1]

    def groups(self) -> Iterable[list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for report in self._above:
            found[self._top(report)].append(report)
        return found.values()

    def _top(self, report: str) -> str:
        while self._above[report] != report:
            self._above[report] = self._above[self._above[report]]
            report = self._above[report]
        return report


def _story(profiles: Sequence[StoryProfile]) -> Story:
    in_order = sorted(profiles, key=lambda profile: profile.rank)
    parties = _chief_parties(in_order)
    named = _given(in_order)
    return Story(
        hash_id("story", named.casefold() if named else in_order[0].report),
        named or ", ".join(parties[:_NAMED_BY]) or in_order[0].headline,
        tuple(profile.report for profile in in_order),
        tuple(parties),
        named is not None,
        any(profile.moves for profile in profiles),
    )


def _given(profiles: Sequence[StoryProfile]) -> str | None:
    """The name that all reports with a given story share, as most write it; none where one was given its own id."""
    with_story = [profile for profile in profiles if profile.given]
    shared = frozenset.intersection(*(profile.given_keys for profile in with_story)) if with_story else frozenset()
    given = (name for profile in with_story for name in profile.given if name != profile.report)
    names = Counter(name for name in given if name.casefold() == min(shared, default=None))
    return min(names, key=lambda name: (-names[name], name), default=None)


def _chief_parties(profiles: Sequence[StoryProfile]) -> list[str]:
    """Who acts in most reports first, written as most reports do; of many reports only those in more than one."""
    reports = Counter(party for profile in profiles for party in profile.parties)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for profile in profiles:
        for party, name in profile.names.items():
            written[party][name] += 1
    least = 2 if len(profiles) > 2 else 1
    chief = sorted((party for party in reports if reports[party] >= least), key=lambda p: (-reports[p], p))
    return [min(written[party], key=lambda name: (-written[party][name], name)) for party in chief]
