"""The ledger: filters over the current claims of the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Unpack

import msgspec

from parley.ledger.accounts import StoryAccount, accounts_of
from parley.ledger.actors import ActorCount, actors_in
from parley.ledger.board import Board, board_of
from parley.ledger.changes import Change, changes_between
from parley.ledger.days import Happening, happenings
from parley.ledger.entries import Entry, SourceCount, View
from parley.ledger.errors import NotRecordedError
from parley.ledger.filters import Filters, observation_for, passes_claim, passes_report, valid_days
from parley.ledger.ids import full_id, the_one
from parley.ledger.judged import JudgedRecord, LogEntry
from parley.ledger.pairs import TextPair, text_pair
from parley.ledger.runs import RunDifference, run_difference
from parley.ledger.series import SeriesEntries, is_asked_for, rows_known_by, series_in
from parley.ledger.stories import Stories
from parley.ledger.talks import Talks, talks_in
from parley.ledger.tellings import SourceStanding, Tellings, source_standings, tellings_of
from parley.model import CopyGroup, CopyLink, Judgement, Observation, Passage, Problem, Report, Span, Story, StoryLink
from parley.resolve import Judged
from parley.store import Hit, Recorded, Store

__all__ = ["Ledger"]


class Ledger:
    """Reads the record of a store; the newest run of each report is the current one."""

    def __init__(self, store: Store) -> None:
        """`store` may be open read-only."""
        self.store = store
        self._derived: Stories | None = None

    @property
    def derived(self) -> Stories:
        """The stories and copies of the record, kept beside it."""
        if self._derived is None:
            self._derived = Stories(self.store)
        return self._derived

    def forget_derived(self) -> None:
        """Remove what is kept beside the record; it is derived anew when it is asked for."""
        self.derived.remove()
        self._derived = None

    def close(self) -> None:
        """Close what is kept beside the record; the store stays open."""
        if self._derived is not None:
            self._derived.close()
            self._derived = None

    def stories(self) -> tuple[Story, ...]:
        """The negotiations and incidents that the reports are on: those given a name first, then the largest first."""
        return self.derived.all()

    def story(self, name: str) -> Story:
        """The story of this name (case aside), id, or beginning of an id. Raises NotRecordedError and AmbiguousError."""
        return self.derived.one(name)

    def story_links(self, story: Story) -> tuple[StoryLink, ...]:
        """What the reports of a story share, pair by pair, by which they are in it."""
        return self.derived.links(story)

    def copies(self, reports: Iterable[str] | None = None) -> tuple[CopyGroup, ...]:
        """The groups of reports with one text behind them; of these reports, by their whole ids, or (None) all."""
        return self.derived.copies(reports)

    def copy_links(self, report: str) -> tuple[CopyLink, ...]:
        """How a report shares text with others; `report` as in `report()`, and raises as it."""
        return self.derived.copy_links([self.report(report).report.id])

    def text_pair(self, one: str, other: str) -> TextPair:
        """Two reports side by side, with what differs between their texts; both as in `report()`, and raises as it."""
        return text_pair(self.store, self.report(one).report, self.report(other).report)

    def view(self, **filters: Unpack[Filters]) -> View:
        """The current claims that pass the filters (see `Filters`).

        Raises BadDateError for a day that is none, NotRecordedError or AmbiguousError for `report`.
        """
        record = JudgedRecord(self.store)
        reports = {recorded.report.id: recorded for recorded in self._reports(record, filters)}
        entries = _entries(record, reports, filters=filters)
        return View(tuple(sorted(entries, key=_order)))

    def as_read(self, *, person: str | None = None, **filters: Unpack[Filters]) -> View:
        """The current claims as they were read, whatever people decided, that pass the filters; raises as `view`.

        What one `person` decided about each is in `judged`, what others decided is not: so that people judge apart.
        """
        record = JudgedRecord(self.store)
        reports = {recorded.report.id: recorded for recorded in self._reports(record, filters)}
        found = _entries_as_read(record, reports, filters=filters, person=person)
        return View(tuple(sorted(found, key=_order)))

    def claim(self, claim_id: str) -> Entry:
        """The current claim with this id or this beginning of one (`claim-` may be left out), also a rejected one.

        A claim that a person corrected answers to the extractor's id as well. Raises NotRecordedError and
        AmbiguousError.
        """
        record = JudgedRecord(self.store)
        found = record.named(full_id("claim", claim_id))
        judged = (
            next(iter(found.values())) if len(found) == 1 and claim_id else found[the_one("claim", claim_id, found)]
        )
        recorded = next(record.reports(judged.claim.report))
        return _entry(judged, recorded.report, recorded.observations[0])

    def claim_as_read(self, claim_id: str, *, person: str) -> Entry:
        """The current claim of an id that it was read under, with what one person alone decided about it.

        Raises as `claim`.
        """
        entry, record = self.claim(claim_id), JudgedRecord(self.store)
        base = (entry.judged.base if entry.judged else entry.claim).id
        read = record.as_read({}, report=entry.report.id, person=person)
        judged = next((each for each in read if each.claim.id == base), None)
        if judged is None:
            raise NotRecordedError("claim", claim_id)
        return _entry(judged, entry.report, entry.observation)

    def reports(self, **filters: Unpack[Filters]) -> tuple[Recorded, ...]:
        """The reports, with or without claims, that pass the filters on reports (story, outlet, days, report).

        Ordered by day of publication, undated last. Raises as `view` does.
        """
        return self._reports(JudgedRecord(self.store), filters)

    def report(self, name: str) -> Recorded:
        """The report with this id, this beginning of one (`report-` may be left out), or this source.

        A source is what an observation has, or the end of its path. Raises NotRecordedError and AmbiguousError.
        """
        return _report(JudgedRecord(self.store), name)

    def judgements(self) -> tuple[LogEntry, ...]:
        """Everything people decided, undone or not, oldest first, each with whether it holds."""
        return JudgedRecord(self.store).entries()

    def judgement(self, name: str) -> Judgement:
        """The judgement with this id or this beginning of one (`judgement-` may be left out), in force or not.

        Raises NotRecordedError and AmbiguousError.
        """
        found = {made.id: made for made in self.store.judgements() if made.id.startswith(full_id("judgement", name))}
        return found[the_one("judgement", name, found)]

    def corrections(self, report: str) -> tuple[Judgement, ...]:
        """The corrections of a report's title, outlet and day that are in force; `report` as in `report()`."""
        record = JudgedRecord(self.store)
        return record.about_report(_report(record, report).report.id)

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with inputs, and judgements that no longer fit any claim."""
        return (*self.store.problems(), *self.judgement_problems())

    def judgement_problems(self) -> tuple[Problem, ...]:
        """Judgements in force that no longer fit any claim."""
        return JudgedRecord(self.store).problems()

    def search(self, query: str, *, limit: int = 50, **filters: Unpack[Filters]) -> tuple[Hit, ...]:
        """Reports that hold words, best first, as `Store.search` finds them, with what people corrected.

        The filters are outlet, story, since and until. Raises EmptyQueryError, and what `reports` raises.
        """
        record = JudgedRecord(self.store)
        if not record.corrects_reports and filters.get("story") is None:
            valid_days(filters)
            outlet, since, until = filters.get("outlet"), filters.get("since"), filters.get("until")
            return self.store.search(query, outlet=outlet, since=since, until=until, limit=limit)
        reports = {recorded.report.id: recorded.report for recorded in self._reports(record, filters)}
        hits = self.store.search(query, limit=len(list(self.store.reports())))
        kept = [hit for hit in hits if hit.report.id in reports]
        return tuple(msgspec.structs.replace(hit, report=reports[hit.report.id]) for hit in kept[:limit])

    def difference(self, before: str | None = None, after: str | None = None) -> RunDifference:
        """What one run of the extractor reads differently from another, by ids or beginnings of ids.

        Otherwise the last run but one and the last. Raises NotRecordedError, AmbiguousError and NoOtherRunError.
        """
        return run_difference(self.store, self.reports(), before=before, after=after)

    def passages(self, report: str) -> tuple[Passage, ...]:
        """Furniture, datelines, repeats and the like of a report; `report` as in `report()`."""
        return self.store.passages(self.report(report).report.id)

    def unread(self, report: str | None = None) -> tuple[tuple[Report, tuple[Span, ...]], ...]:
        """Sentences with a cue or a number of which nothing was claimed, of one report or of all that have some."""
        unread = self.store.unread()
        reports = (recorded.report for recorded in self.reports(report=report))
        return tuple((found, unread[found.id]) for found in reports if found.id in unread)

    def sources(self, **filters: Unpack[Filters]) -> tuple[SourceCount, ...]:
        """Who stands behind how many claims of the view, most claims first."""
        return tuple(
            sorted(_counts(self.view(**filters).entries), key=lambda c: (-c.claims, -c.relayed, c.name, c.kind))
        )

    def timeline(self, **filters: Unpack[Filters]) -> tuple[Happening, ...]:
        """The moves, events and phases of the view by the day they happened or are to happen, newest last."""
        return happenings(self.view(**filters).entries)

    def actors(self, **filters: Unpack[Filters]) -> tuple[ActorCount, ...]:
        """Who acts, is addressed and is quoted in the claims of the view, by name, who makes most claims first."""
        return actors_in(self.view(**filters).entries)

    def board(self, *, story: str | None = None, published_by: str | None = None) -> Board:
        """Issue by party for the moves of a story (None: of all), as the reports published by an ISO day gave it.

        Raises what `accounts` raises.
        """
        if story is None:
            return board_of(self.view(kind="move", published_by=published_by).entries, published_by=published_by)
        (account,) = self.accounts(story=story, published_by=published_by)
        return account.board

    def accounts(
        self, *, story: str | None = None, published_by: str | None = None, recorded_by: str | None = None
    ) -> tuple[StoryAccount, ...]:
        """One account of each story: who is who, series of figures, proposals, agreements, talks, and relations.

        Of the story named (as for `story()`), else of those that were given a name or have several reports; as the
        reports published by an ISO day, or first recorded by an ISO time, gave it. Raises BadDateError,
        NotRecordedError and AmbiguousError.
        """
        wanted = (self.story(story),) if story is not None else self.derived.chief()
        name = wanted[0].id if story is not None else None
        entries = self.view(story=name, published_by=published_by, recorded_by=recorded_by).entries
        if published_by is not None:
            reported = (entry for entry in entries if entry.claim.origin != "import")
            entries = (*reported, *rows_known_by(self.view(kind="figure", story=name).entries, published_by))
        whole = published_by is None and recorded_by is None
        return accounts_of(self.store, self.derived, wanted, entries, published_by=published_by, whole=whole)

    def account_with(self, report: str) -> StoryAccount:
        """The account of the story that a report, by its whole id, is in; of several the first by id."""
        (found,) = self.accounts(story=min(story.id for story in self.derived.of(report)))
        return found

    def changes(
        self, *, story: str | None = None, since: str | None = None, recorded_since: str | None = None
    ) -> tuple[Change, ...]:
        """What moved in each story (or the one named) by reports published after an ISO day, or recorded after a time.

        Raises what `accounts` raises.
        """
        after = self.accounts(story=story)
        before = self.accounts(story=story, published_by=since, recorded_by=recorded_since)
        known = {found.story.id: found for found in before if found.entries and (since or recorded_since)}
        return tuple(change for found in after for change in changes_between(known.get(found.story.id), found))

    def changes_since_last_look(self, *, story: str | None = None) -> tuple[Change, ...]:
        """What moved by reports recorded since this was last asked of the record on this machine; raises as `accounts`."""
        last = self.derived.last_look()
        found = self.changes(story=story, recorded_since=last)
        self.look()
        return found

    def look(self) -> None:
        """Note that the changes by all reports recorded so far were looked at."""
        self.derived.look(max((recorded.recorded_at for recorded in self.store.reports()), default=""))

    def tellings(self, claim: str) -> Tellings:
        """Every telling of what a claim tells, from the first report that had it. Raises as `claim` does."""
        entry = self.claim(claim)
        return tellings_of(self.account_with(entry.report.id), entry.claim.id)

    def standings(self, *, story: str | None = None) -> tuple[SourceStanding, ...]:
        """What each source stands behind in each story (or the one named), and how often alone; raises as `accounts`."""
        return source_standings(self.accounts(story=story))

    def series(
        self,
        *,
        story: str | None = None,
        published_by: str | None = None,
        measure: str | None = None,
        place: str | None = None,
    ) -> tuple[SeriesEntries, ...]:
        """The figures of each story (or the one named) that count the same thing, those with most tellings first.

        As the reports published by an ISO day gave them; of one measure, or at one place by its name in the series.
        Raises what `accounts` raises.
        """
        accounts = self.accounts(story=story, published_by=published_by)
        series = (each for account in accounts for each in series_in(account))
        return tuple(found for found in series if is_asked_for(found.series, measure, place))

    def talks(self, story: str, *, published_by: str | None = None) -> Talks:
        """Proposals, agreements and the thread of a story's talks, as published by an ISO day; raises as `accounts`."""
        (account,) = self.accounts(story=story, published_by=published_by)
        return talks_in(account)

    def _reports(self, record: JudgedRecord, filters: Filters) -> tuple[Recorded, ...]:
        valid_days(filters)
        name = filters.get("report")
        candidates = record.reports() if name is None else [_report(record, name)]
        members = self._members(filters.get("story"))
        return tuple(
            recorded
            for recorded in candidates
            if (members is None or recorded.report.id in members) and passes_report(recorded, filters)
        )

    def _members(self, story: str | None) -> frozenset[str] | None:
        """Ids of the reports of the stories that a filter names; None where it names none."""
        if story is None:
            return None
        return frozenset(report for found in self.derived.named(story) for report in found.reports)


def _report(record: JudgedRecord, name: str) -> Recorded:
    found = {recorded.report.id: recorded for recorded in record.reports() if _names(name, recorded)}
    return found[the_one("report", name, found)]


def _entries(record: JudgedRecord, reports: dict[str, Recorded], *, filters: Filters) -> Iterator[Entry]:
    only = next(iter(reports)) if len(reports) == 1 else None
    rejected = bool(filters.get("rejected"))
    for judged in record.claims(filters, report=only):
        recorded = reports.get(judged.claim.report)
        if recorded is None or judged.rejected != rejected or not passes_claim(judged.claim, filters):
            continue
        yield _entry(judged, recorded.report, observation_for(recorded, filters.get("story")))


def _entries_as_read(
    record: JudgedRecord, reports: dict[str, Recorded], *, filters: Filters, person: str | None
) -> Iterator[Entry]:
    only = next(iter(reports)) if len(reports) == 1 else None
    for judged in record.as_read(filters, report=only, person=person):
        recorded = reports.get(judged.claim.report)
        if recorded is not None and passes_claim(judged.claim, filters):
            yield _entry(judged, recorded.report, recorded.observations[0])


def _entry(judged: Judged, report: Report, observation: Observation) -> Entry:
    return Entry(judged.claim, report, observation, judged if judged.judgements else None)


def _order(entry: Entry) -> tuple[bool, str, str, int, str]:
    return entry.undated, entry.report.published or "", entry.report.id, entry.start, entry.claim.id


def _names(name: str, recorded: Recorded) -> bool:
    return bool(name) and (
        recorded.report.id.startswith(full_id("report", name))
        or any(seen.source == name or seen.source.endswith("/" + name) for seen in recorded.observations)
    )


def _counts(entries: Iterable[Entry]) -> Iterator[SourceCount]:
    claimed: dict[tuple[str, str], int] = defaultdict(int)
    relayed: dict[tuple[str, str], int] = defaultdict(int)
    reports: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in entries:
        links: list[tuple[str, str]] = [(source.name, source.kind) for source in entry.claim.attribution.chain]
        *relays, claimant = links or [(entry.report.outlet or "", "outlet")]
        claimed[claimant] += 1
        for relay in relays:
            relayed[relay] += 1
        for link in (*relays, claimant):
            reports[link].add(entry.report.id)
    for link, where in reports.items():
        yield SourceCount(*link, claims=claimed[link], relayed=relayed[link], reports=len(where))
