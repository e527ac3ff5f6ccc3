"""What makes counts in other words one count (`series.toml`)."""

from __future__ import annotations

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["Area", "CountingOffice", "SeriesWords", "TableWords", "load_series"]

Words = tuple[str, ...]


class Area(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place that is no state: `people` live there, `offices` are words for its offices, `within` what it is a part of."""

    name: str
    aliases: Words = ()
    people: Words = ()
    offices: Words = ()
    within: str | None = None


class CountingOffice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An office that counts for its place, and the words it goes by, in lower case."""

    name: str
    words: Words


class TableWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Headings of tables of counts: of the day, of the hours a row is about, and parts of others' headings."""

    days: Words
    hours: Words
    cumulative: frozenset[str]
    groups: dict[str, str]


class SeriesWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`series.toml`: the whole file; each list says there what it is for."""

    lasting: frozenset[str]
    people: frozenset[str]
    idle: frozenset[str]
    parts: frozenset[str]
    lands: frozenset[str]
    alike: tuple[Words, ...]
    implied: dict[str, str]
    tables: TableWords
    area: tuple[Area, ...]
    office: tuple[CountingOffice, ...]


def load_series() -> SeriesWords:
    """The lexicon of series. Raises LexiconError when it is not what it should be."""
    return load_lexicon("series", SeriesWords)
