"""On which day a thing happened, or is to happen, and how that is known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping

import msgspec

from parley.ledger.entries import Entry
from parley.model import CopyGroup, Event, Move, Phase
from parley.resolve import Day, DayBasis, day_of_claim

__all__ = ["Day", "DayBasis", "Happening", "day_of", "happenings"]


class Happening(msgspec.Struct, frozen=True, gc=False):
    """A move, event or phase on its day; `planned` where it is still to happen, as its source or its day has it.

    `copies` are the ids of the claims by which copies of the report tell it in the same words.
    """

    day: Day
    entry: Entry
    planned: bool
    copies: tuple[str, ...] = ()


def happenings(entries: Iterable[Entry], copies: Iterable[CopyGroup] = ()) -> tuple[Happening, ...]:
    """The moves, events and phases by the day they happened or are to happen, newest last, the undated at the end.

    Silence is no move. A month comes before its days. What `copies` of a report tell in its own words stands once, on the
    earliest of them, unless a person judged it.
    """
    told = (entry for entry in entries if isinstance(entry.claim.body, Move | Event | Phase))
    found = (_happening(entry) for entry in told if not entry.claim.attribution.silence)
    return _folded(sorted(found, key=_order), {report: group.id for group in copies for report in group.reports})


def _folded(found: Iterable[Happening], groups: Mapping[str, str]) -> tuple[Happening, ...]:
    """Each once; a report that says a thing twice in the same words is held against a copy's first and second."""
    once, again = dict[Hashable, Happening](), defaultdict[Hashable, list[str]](list)
    seen = Counter[Hashable]()
    for each in found:
        entry, same = each.entry, _same_words(each)
        seen[entry.report.id, same] += 1
        group = groups.get(entry.report.id)
        alone = group is None or entry.judgements
        key = (entry.claim.id if alone else group, same, seen[entry.report.id, same])
        if key in once:
            again[key].append(entry.claim.id)
        else:
            once[key] = each
    return tuple(
        msgspec.structs.replace(each, copies=tuple(again[key])) if key in again else each for key, each in once.items()
    )


def _same_words(found: Happening) -> Hashable:
    """What is the same of a thing in a report and in a copy: its kind, and the words that tell it."""
    claim, text = found.entry.claim, found.entry.report.text
    mention = claim.mentions[0]
    return claim.kind, mention.trigger.of(text), mention.statement.of(text)


def _happening(entry: Entry) -> Happening:
    day, published = day_of(entry), entry.report.published
    later = day.basis == "stated" and published is not None and (day.first or "") > published[:10]
    return Happening(day, entry, later or entry.claim.factuality.tense == "planned")


def _order(found: Happening) -> tuple[bool, str, str, str, str, int, str]:
    entry, day = found.entry, found.day
    published = entry.report.published or ""
    return day.first is None, day.first or "", day.last or "", published, entry.report.id, entry.start, entry.claim.id


def day_of(entry: Entry) -> Day:
    """The day of an entry: stated, else said on, else published, else undated."""
    return day_of_claim(entry.claim, entry.report.published)
