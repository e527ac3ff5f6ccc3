"""The ledger: filters over the current claims of the record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import TypeVar, Unpack

import msgspec

from parley.ledger.accounting import Accounts
from parley.ledger.accounts import StoryAccount
from parley.ledger.actors import ActorCount, actors_in
from parley.ledger.board import Board, board_of
from parley.ledger.changes import Change, changes_between
from parley.ledger.days import Happening, happenings
from parley.ledger.entries import Entry, SourceCount, View
from parley.ledger.errors import NotRecordedError
from parley.ledger.filters import Filters, valid_days
from parley.ledger.ids import full_id, the_one
from parley.ledger.in_story import ClaimInStory, claim_in_story
from parley.ledger.judged import JudgedRecord, LogEntry
from parley.ledger.kept import Kept, kept_of_each
from parley.ledger.pairs import TextPair, text_pair
from parley.ledger.runs import RunDifference, run_difference
from parley.ledger.selection import (
    entries_as_read,
    entries_in,
    entry_of,
    narrowed,
    report_named,
    reports_in,
    source_counts,
)
from parley.ledger.series import SeriesEntries, is_asked_for, series_in
from parley.ledger.stories import Stories
from parley.ledger.talks import Talks, talks_in
from parley.ledger.tellings import SourceStanding, Tellings, source_standings
from parley.model import CopyGroup, CopyLink, Judgement, Passage, Problem, Report, Span, Story, StoryLink
from parley.store import Hit, Recorded, Store

__all__ = ["Ledger"]

KeptT = TypeVar("KeptT")


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

    @cached_property
    def _accounts(self) -> Accounts:
        return Accounts(self.store, self.derived)

    def forget_derived(self) -> None:
        """Remove what is kept beside the record; it is derived anew when it is asked for."""
        self.derived.remove()
        self._derived = None
        self.__dict__.pop("_accounts", None)

    def close(self) -> None:
        """Close what is kept beside the record; the store stays open."""
        if self._derived is not None:
            self._derived.close()
            self._derived = None
            self.__dict__.pop("_accounts", None)

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
        reports = self._reports(record, filters)
        return View(entries_in(record, reports, filters, among=narrowed(reports, filters)))

    def as_read(self, *, person: str | None = None, **filters: Unpack[Filters]) -> View:
        """The current claims as they were read, whatever people decided, that pass the filters; raises as `view`.

        What one `person` decided about each is in `judged`, what others decided is not: so that people judge apart.
        """
        record = JudgedRecord(self.store)
        return View(entries_as_read(record, self._reports(record, filters), filters=filters, person=person))

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
        return entry_of(judged, recorded.report, recorded.observations[0])

    def claim_as_read(self, claim_id: str, *, person: str) -> Entry:
        """The current claim of an id that it was read under, with what one person alone decided about it.

        Raises as `claim`.
        """
        entry, record = self.claim(claim_id), JudgedRecord(self.store)
        base = (entry.judged.base if entry.judged else entry.claim).id
        read = record.as_read({}, among=[entry.report.id], person=person)
        judged = next((each for each in read if each.claim.id == base), None)
        if judged is None:
            raise NotRecordedError("claim", claim_id)
        return entry_of(judged, entry.report, entry.observation)

    def reports(self, **filters: Unpack[Filters]) -> tuple[Recorded, ...]:
        """The reports, with or without claims, that pass the filters on reports (story, outlet, days, report).

        Ordered by day of publication, undated last. Raises as `view` does.
        """
        return tuple(self._reports(JudgedRecord(self.store), filters).values())

    def among(self, reports: Collection[str]) -> dict[str, Recorded]:
        """Those of these reports (whole ids) that are recorded, by id, as people corrected them."""
        found = JudgedRecord(self.store).reports(among=reports) if reports else ()
        return {recorded.report.id: recorded for recorded in found}

    def published(self, reports: Collection[str]) -> dict[str, str | None]:
        """When reports, by their whole ids, were published, as people corrected it."""
        return JudgedRecord(self.store).published(reports)

    def report(self, name: str) -> Recorded:
        """The report with this id, this beginning of one (`report-` may be left out), or this source.

        A source is what an observation has, or the end of its path. Raises NotRecordedError and AmbiguousError.
        """
        return report_named(JudgedRecord(self.store), name)

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
        return record.about_report(report_named(record, report).report.id)

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
        reports = {name: recorded.report for name, recorded in self._reports(record, filters).items()}
        hits = self.store.search(query, limit=self.store.count())
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
        reports = [recorded.report for recorded in self.reports(report=report)]
        unread = self.store.unread([found.id for found in reports] if report is not None else None)
        return tuple((found, unread[found.id]) for found in reports if found.id in unread)

    def sources(self, **filters: Unpack[Filters]) -> tuple[SourceCount, ...]:
        """Who stands behind how many claims of the view, most claims first."""
        return tuple(
            sorted(source_counts(self.view(**filters).entries), key=lambda c: (-c.claims, -c.relayed, c.name, c.kind))
        )

    def timeline(self, **filters: Unpack[Filters]) -> tuple[Happening, ...]:
        """The moves, events and phases of the view by the day they happened or are to happen, newest last.

        What copies tell in the same words stands once.
        """
        entries = self.view(**filters).entries
        return happenings(entries, self.copies({entry.report.id for entry in entries}))

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
        return self._accounts.of(self._wanted(story), published_by, recorded_by, alone=story is not None)

    def accounts_of(self, stories: Sequence[Story], *, recorded_by: str | None = None) -> tuple[StoryAccount, ...]:
        """The accounts of these stories, as the reports first recorded by an ISO time gave them."""
        return self._accounts.of(stories, None, recorded_by)

    def of_each(self, stories: Sequence[Story], kept: Kept[KeptT]) -> tuple[KeptT, ...]:
        """What is made of each of these stories, as it is kept, or made anew where what it rests on has changed."""
        return kept_of_each(self.store, self.derived, stories, kept)

    def in_story(self, entry: Entry) -> ClaimInStory:
        """How a current claim stands in the story of its report: who else tells it, and its relations to others."""
        story = self.story_with(entry.report.id)
        return claim_in_story(self.store, self.derived, story, entry, make=lambda: self.accounts(story=story.id)[0])

    def story_with(self, report: str) -> Story:
        """The story that a report, by its whole id, is in; of several the first by id."""
        return min(self.derived.of(report), key=lambda story: story.id)

    def changes(
        self, *, story: str | None = None, since: str | None = None, recorded_since: str | None = None
    ) -> tuple[Change, ...]:
        """What moved in each story (or the one named) by reports published after an ISO day, or recorded after a time.

        Raises what `accounts` raises.
        """
        wanted = self._wanted(story)
        if recorded_since is not None:
            new = set(self.store.recorded_after(recorded_since))  # in a story without any nothing moved
            wanted = tuple(each for each in wanted if new.intersection(each.reports))
        after = self._accounts.of(wanted, alone=story is not None)
        before = self._accounts.of(wanted, since, recorded_since, alone=story is not None)
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
        self.derived.look(self.store.last_recorded())

    def tellings(self, claim: str) -> Tellings:
        """Every telling of what a claim tells, from the first report that had it. Raises as `claim` does."""
        return self.in_story(self.claim(claim)).tellings

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

    def _reports(self, record: JudgedRecord, filters: Filters) -> dict[str, Recorded]:
        return reports_in(record, filters, self._members(filters.get("story")))

    def _wanted(self, story: str | None) -> tuple[Story, ...]:
        return (self.story(story),) if story is not None else self.derived.chief()

    def _members(self, story: str | None) -> frozenset[str] | None:
        """Ids of the reports of the stories that a filter names; None where it names none."""
        if story is None:
            return None
        return frozenset(report for found in self.derived.named(story) for report in found.reports)
