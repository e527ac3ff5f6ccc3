"""Who tells a thing: every telling of a claim in its story, the first of them, and how many origins they have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from parley.compare.retold import tellings_in
from parley.ledger.accounts import StoryAccount
from parley.ledger.entries import Entry
from parley.model import Claim, CopyGroup

__all__ = [
    "SourceStanding",
    "Telling",
    "Tellings",
    "claimant_of",
    "origins_of",
    "source_standings",
    "tellings_of",
    "things_in",
    "told_in",
]


class Telling(msgspec.Struct, frozen=True, gc=False):
    """One telling of a claim: `origin` is its report's group of copies, else the report; `first` marks the earliest
    telling of all, `copy` one whose origin an earlier telling has too."""

    entry: Entry
    origin: str
    first: bool
    copy: bool


class Tellings(msgspec.Struct, frozen=True, gc=False):
    """All tellings of one thing, from the first report that had it; undated reports last."""

    told: tuple[Telling, ...]

    @property
    def reports(self) -> int:
        """In how many reports it is told."""
        return len({each.entry.report.id for each in self.told})

    @property
    def origins(self) -> int:
        """On how many independent sources: copies count once, and so does what several reports have from one source."""
        rests = [{each.origin, *_rests_on(each.entry.claim)} for each in self.told]
        independent: list[set[str]] = []
        for one in rests:
            joined = [other for other in independent if other & one]
            independent = [other for other in independent if not other & one] + [one.union(*joined)]
        return len(independent)


class SourceStanding(msgspec.Struct, frozen=True, gc=False):
    """What a source stands behind: things told on its word, those told on nobody else's (`alone`), those it tells first.

    A thing is what several claims tell alike. `name` is a claimant's, the last of a chain, else the outlet's.
    """

    name: str
    kind: str
    told: int
    alone: int
    first: int
    reports: int


def tellings_of(found: StoryAccount, claim: str) -> Tellings:
    """The tellings of what a claim of a story's account tells, by its id; itself alone where nobody else does."""
    return _tellings(found, found.once(_groups).get(claim, (claim,)))


def source_standings(accounts: Iterable[StoryAccount]) -> tuple[SourceStanding, ...]:
    """What each source stands behind over some stories, who is told of most first."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    reports: dict[tuple[str, str], set[str]] = defaultdict(set)
    for found in accounts:
        for tellings in things_in(found):
            sources = {claimant_of(each.entry): None for each in tellings.told}
            for source in sources:
                counts[source][0] += 1
                counts[source][1] += len(sources) == 1
            counts[claimant_of(tellings.told[0].entry)][2] += 1
            for each in tellings.told:
                reports[claimant_of(each.entry)].add(each.entry.report.id)
    standings = (
        SourceStanding(*source, told=told, alone=alone, first=first, reports=len(reports[source]))
        for source, (told, alone, first) in counts.items()
    )
    return tuple(sorted(standings, key=lambda each: (-each.told, -each.alone, each.name, each.kind)))


def things_in(found: StoryAccount, claims: Iterable[str] | None = None) -> Iterable[Tellings]:
    """Everything that claims of a story (ids; None: all) tell, each once with all its tellings; words somebody spoke are
    left out."""
    groups = found.once(_groups)
    asked = found.entries if claims is None else claims
    things = {groups.get(claim, (claim,)) for claim in asked if _is_thing(found.entries[claim])}
    return (_tellings(found, thing) for thing in sorted(things))


def _tellings(found: StoryAccount, claims: Iterable[str]) -> Tellings:
    return told_in((found.entries[each] for each in claims if each in found.entries), found.once(_origins))


def _is_thing(entry: Entry) -> bool:
    """Whether a claim tells something that others may tell; words are told by who speaks them alone."""
    return entry.claim.kind != "quote" and not entry.claim.attribution.silence


def told_in(entries: Iterable[Entry], origins: Mapping[str, str]) -> Tellings:
    """The entries as tellings of one thing; `origins` gives the group of copies of each report that is in one."""
    told, seen = [], set[str]()
    for place, entry in enumerate(sorted(entries, key=_order)):
        origin = origins.get(entry.report.id, entry.report.id)
        told.append(Telling(entry, origin, place == 0, origin in seen and origin != entry.report.id))
        seen.add(origin)
    return Tellings(tuple(told))


def _groups(found: StoryAccount) -> dict[str, tuple[str, ...]]:
    return tellings_in(found.account)


def _origins(found: StoryAccount) -> dict[str, str]:
    return origins_of(found.copies)


def origins_of(copies: Iterable[CopyGroup]) -> dict[str, str]:
    """The group of copies of each report that is in one."""
    return {report: group.id for group in copies for report in group.reports}


def claimant_of(entry: Entry) -> tuple[str, str]:
    """On whose word a claim rests, by name and kind: the last of its chain, else the outlet."""
    chain = entry.claim.attribution.chain
    return (chain[-1].name, chain[-1].kind) if chain else (entry.report.outlet or "", "outlet")


def _rests_on(claim: Claim) -> Iterator[str]:
    """The named sources that a telling rests on; of unnamed ones nobody knows whether they are the same."""
    return (f"{link.kind} {link.name.casefold()}" for link in claim.attribution.chain if link.kind != "unnamed")


def _order(entry: Entry) -> tuple[bool, str, str, int, str]:
    return entry.undated, entry.report.published or "", entry.report.id, entry.start, entry.claim.id
