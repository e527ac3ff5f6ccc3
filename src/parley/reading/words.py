"""The word lists of the reading layer, as `lexicon/reading.toml` holds them, and the outlets by their domains."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

import msgspec

from parley.lexicon import load_lexicon
from parley.lexicon.parties import outlets

__all__ = ["DateWords", "ReadingWords", "TitleWords", "outlet_of_url", "outlets", "reading_words"]


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around publication dates; `zones` in hours from UTC."""

    published_leads: tuple[str, ...]
    updated_leads: tuple[str, ...]
    zones: dict[str, int]


class TitleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How lines begin that are no title."""

    furniture_starts: tuple[str, ...]


class ReadingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `lexicon/reading.toml`; `columns` gives the names a field goes by in tables, best first."""

    dates: DateWords
    titles: TitleWords
    columns: dict[str, tuple[str, ...]]


def reading_words() -> ReadingWords:
    """The word lists, loaded once."""
    words: ReadingWords = load_lexicon("reading", ReadingWords)
    return words


def outlet_of_url(url: str) -> str | None:
    """The name of the outlet whose domain `url` lies under; None when the domain is not in the list."""
    try:
        labels = (urlsplit(url).hostname or "").split(".")
    except ValueError:  # no URL at all
        return None
    names = _names_by_domain()
    return next((names[domain] for i in range(len(labels)) if (domain := ".".join(labels[i:])) in names), None)


@cache
def _names_by_domain() -> dict[str, str]:
    return {domain: outlet.name for outlet in outlets() for domain in outlet.domains}
