"""What a page prints around the news: the record type of `furniture.toml`."""

from __future__ import annotations

import msgspec

__all__ = ["Furniture"]


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases of page furniture by how far they reach, and who signs a report; the file describes each list."""

    starts: tuple[str, ...]
    whole: frozenset[str]
    ends: tuple[str, ...]
    appeals: frozenset[str]
    tag_leads: frozenset[str]
    endings: frozenset[str]
    inline: tuple[str, ...]
    inline_to_end: tuple[str, ...]
    inline_anywhere: tuple[str, ...]
    networks: frozenset[str]
    caption_starts: tuple[str, ...]
    caption_agencies: tuple[str, ...]
    caption_credits: tuple[str, ...]
    photo_agencies: tuple[str, ...]
    stamp_leads: tuple[str, ...]
    roles: frozenset[str]
    byline_starts: tuple[str, ...]
    byline_joiners: frozenset[str]
    credit_leads: tuple[str, ...]
    agencies: dict[str, str]
