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

    Reports given one story are in it; then the heaviest links join first, and a link that would put reports given
    different stories, or reports on two trades, into one joins nothing. A report given several stories is in each and joins none with another. The
    result depends on neither order.
    """
    by_report = {profile.report: profile for profile in profiles}
    in_several = {report: profile for report, profile in by_report.items() if len(profile.given_keys) > 1}
    joined = _Joined({report: profile for report, profile in by_report.items() if report not in in_several})
    for link in sorted(links, key=lambda link: (-link.weight, link.one, link.other)):
        if not {link.one, link.other} & in_several.keys():
            joined.join(link.one, link.other)
    groups = joined.groups()
    for report, profile in in_several.items():
        for name in profile.given_keys:
            groups[name].append(report)
    stories = (_story(key, [by_report[report] for report in group]) for key, group in groups.items())
    return tuple(sorted(stories, key=lambda story: (by_report[story.reports[0]].rank, story.id)))


class _Joined:
    """Disjoint sets of reports, each with the story its members were given, and the trades they are of; those given one
    story are in one set."""

    def __init__(self, profiles: Mapping[str, StoryProfile]) -> None:
        self._above = {report: report for report in profiles}
        self._given = {report: min(profile.given_keys, default=None) for report, profile in profiles.items()}
        self._branches = {report: profile.branches for report, profile in profiles.items()}
        first: dict[str, str] = {}
        for report, name in sorted(self._given.items()):
            if name is not None:
                self.join(first.setdefault(name, report), report)

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self._top(one), self._top(other)))
        given = {name for name in (self._given[first], self._given[second]) if name is not None}
        branches = [found for found in (self._branches[first], self._branches[second]) if found]
        one_trade = len(branches) < 2 or not branches[0].isdisjoint(branches[1]) or bool(given)
        if first != second and len(given) < 2 and one_trade:
            self._above[second] = first
            self._branches[first] = frozenset().union(*branches)
            self._given[first] = min(given, default=None)

    def groups(self) -> dict[str, list[str]]:
        """The sets by the story they were given, else by the least of their ids."""
        found: dict[str, list[str]] = defaultdict(list)
        for report in self._above:
            top = self._top(report)
            found[self._given[top] or top].append(report)
        return found

    def _top(self, report: str) -> str:
        while self._above[report] != report:
            self._above[report] = self._above[self._above[report]]
            report = self._above[report]
        return report


def _story(key: str, profiles: Sequence[StoryProfile]) -> Story:
    in_order = sorted(profiles, key=lambda profile: profile.rank)
    parties = _chief_parties(in_order)
    named = _named(key, in_order)
    return Story(
        hash_id("story", key if named else in_order[0].report),
        named or ", ".join(parties[:_NAMED_BY]) or in_order[0].headline,
        tuple(profile.report for profile in in_order),
        tuple(parties),
        named is not None,
        any(profile.moves for profile in profiles),
    )


def _named(key: str, profiles: Sequence[StoryProfile]) -> str | None:
    """The name of the story with this key as most reports have it; None where it was given none, or only its own id."""
    given = (name for profile in profiles for name in profile.given if name != profile.report)
    names = Counter(name for name in given if name.casefold() == key)
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
