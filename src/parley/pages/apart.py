"""Which figures near to one count something else, and in which field: why Parley does not compare them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import msgspec

from parley.compare.series import ScopeDifference, difference_of_scope
from parley.ledger import Entry, StoryAccount
from parley.model import Figure, Series
from parley.pages.relations import cited, told_by
from parley.resolve import Told

__all__ = ["ApartRow", "apart_facts", "apart_rows"]

_MOST = 6
_EVERYBODY = "people"
_SAID_IN_WORDS = {"tense": "what was and what is to be", "by": "who did it"}


class ApartRow(msgspec.Struct, frozen=True):
    """A figure (`words`, on whose word, id) with which one is not compared: the `field` in which the two count different
    things, what this one has there and what the other."""

    field: str
    this: str
    other: str
    words: str
    id: str

    @property
    def why(self) -> str:
        """The difference in a clause."""
        return f"another {self.field}: {self.this} here, {self.other} there"


def apart_rows(entry: Entry, story: StoryAccount) -> tuple[ApartRow, ...]:
    """For a figure the newest count of each near series that it is not compared with; nothing for another claim.

    Series are near that count the same kind of thing under another measure, or by the same measure something else; those
    near in both stand first, then those told most, at most six.
    """
    return tuple(_row(each, why) for each, why in _apart(entry, story))


def apart_facts(entry: Entry, story: StoryAccount) -> Iterator[tuple[str, str]]:
    """The same as labels and words, those with the beginning of an id to ask for the other by."""
    for each, why in _apart(entry, story):
        yield "not compared", f"{cited(each)} [{_row(each, why).why}]"


def _apart(entry: Entry, story: StoryAccount) -> Iterator[tuple[Entry, ScopeDifference]]:
    own = next((each for each in story.account.series if entry.claim.id in each.claims), None)
    if own is None:
        return
    near = sorted(
        (each for each in story.account.series if _nearness(own, each)), key=lambda each: -_nearness(own, each)
    )
    newest = (story.entries.get(each.headline.points[0][1]) for each in near if each.headline.points)
    others = ((other, _difference(entry, other, story)) for other in newest if other is not None)
    yield from islice(((other, why) for other, why in others if why is not None), _MOST)


def _nearness(own: Series, other: Series) -> int:
    """0 for series that nobody would compare, 1 for one thing in common, 2 for the same measure and kind of thing."""
    if own.unit != other.unit or own is other:
        return 0
    kinds = {word for word in own.group.split() if word != _EVERYBODY} & set(other.group.split())
    return (own.measure == other.measure) + (bool(kinds) or own.group == other.group != _EVERYBODY)


def _difference(one: Entry, other: Entry, story: StoryAccount) -> ScopeDifference | None:
    if not isinstance(other.claim.body, Figure):
        return None
    told = [Told(e.claim, e.report.published, e.report.outlet, e.report.id) for e in (one, other)]
    return difference_of_scope(told[0], told[1], story.account.parties, series=story.account.series)


def _row(other: Entry, why: ScopeDifference) -> ApartRow:
    field = _SAID_IN_WORDS.get(why.field, why.field)
    return ApartRow(field, why.one or "not said", why.other or "not said", told_by(other), other.claim.id)
