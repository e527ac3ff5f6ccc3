"""Which figures near to one count something else, and in which field: why Parley does not compare them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parley.compare.series import ScopeDifference
from parley.ledger import ClaimInStory, Entry
from parley.pages.relations import cited, told_by

__all__ = ["ApartRow", "apart_facts", "apart_rows"]

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


def apart_rows(standing: ClaimInStory) -> tuple[ApartRow, ...]:
    """For a figure the newest count of each near series that it is not compared with; nothing for another claim."""
    return tuple(_row(each, why) for each, why in standing.apart)


def apart_facts(standing: ClaimInStory) -> Iterator[tuple[str, str]]:
    """The same as labels and words, those with the beginning of an id to ask for the other by."""
    for each, why in standing.apart:
        yield "not compared", f"{cited(each)} [{_row(each, why).why}]"


def _row(other: Entry, why: ScopeDifference) -> ApartRow:
    field = _SAID_IN_WORDS.get(why.field, why.field)
    return ApartRow(field, why.one or "not said", why.other or "not said", told_by(other), other.claim.id)
