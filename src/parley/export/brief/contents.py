"""The pages of a copy, each as a part to be framed: made by the templates of the server, from the same page records."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from parley.export.brief.briefing import briefing_data, in_brief
from parley.export.brief.choice import Choice
from parley.export.brief.claims import claims_in_full
from parley.export.brief.reports import reports_in_full
from parley.ledger import Happening, Ledger, StoryAccount, StoryParts, happenings, series_in, talks_in
from parley.ledger.tellings import source_standings
from parley.pages import (
    ClaimInFull,
    OfStory,
    ReportInFull,
    StoryHead,
    Timeline,
    changes_page,
    disagreements_page,
    lanes_page,
    series_page,
    standings_page,
    story_board,
    story_head,
    story_proposals,
    story_talks,
    timeline_page,
    who_page,
)
from parley.pages.actor import PARTS, actor_page_of
from parley.pages.excerpts import excerpted_claim, excerpted_report, shortened_to
from parley.pages.of_story import members_of
from parley.pages.source import source_page
from parley.render.web import (
    Address,
    Frame,
    Links,
    actor_html,
    actors_html,
    board_html,
    brief_home_html,
    claim_html,
    disagreements_html,
    figures_html,
    members_html,
    proposals_html,
    report_page_html,
    source_html,
    sources_html,
    talks_html,
    timeline_html,
)
from parley.render.web.briefing import briefing_html

__all__ = ["BRIEFING", "Part", "Told", "parts"]

Told = Callable[[int], None]
"""Takes how many pages were made so far."""

BRIEFING = Address(("briefing",))
"""The page that is printed, and read with scripts off."""

_ACTORS = 60  # of a story, with a page of their own: those told most
_CITING = (
    "",
    "talks",
    "proposals",
    "figures",
    "disagreements",
)  # pages whose claims are in the copy whatever was asked
_TABS = (*_CITING, "timeline", "actors", "sources", "reports")


class Part(msgspec.Struct, frozen=True):
    """A page: its address, the kind of thing it shows, words to find it by, and its HTML between navigation and foot."""

    address: Address
    kind: str
    words: str
    html: str


class _Copy:
    """Makes the pages of a choice; `known` says which pages there are, so that no link leads nowhere."""

    def __init__(self, ledger: Ledger, choice: Choice, write: Callable[[Address, Address], str]) -> None:
        self._ledger, self._choice, self._write = ledger, choice, write
        self._cited: set[str] = set()
        self._parts = {found.story.id: found.once(StoryParts) for found in choice.accounts}
        self._known = set(self._addresses())

    def all(self) -> Iterator[Part]:
        """The first page, the pages of the stories, then those of everything they lead to."""
        yield self._home()
        yield self._briefing()
        for story in self._choice.accounts:
            yield from self._story(story)
        yield from self._sources()
        claims = self._choice.passing | self._cited
        for story in self._choice.accounts:
            yield from self._claims(story, claims)
        for report in reports_in_full(self._ledger, self._choice.reports):
            yield self._report(report, frozenset(claims))

    def _addresses(self) -> Iterator[Address]:
        yield Address()
        yield BRIEFING
        for story in self._choice.accounts:
            yield from (Address(tuple(filter(None, ("story", story.story.id, tab)))) for tab in _TABS)
            yield from (Address(("actor", story.story.id, actor)) for actor in _chief_actors(story))
        yield from (_source(each.name, each.kind) for each in source_standings(self._choice.accounts))
        yield from (Address(("report", report)) for report in self._choice.reports)

    def _frame(self, at: Address, *, cites: bool) -> Frame:
        """The frame of the page at an address; one that `cites` makes the claims it names part of the copy."""

        def write(to: Address) -> str | None:
            if to.parts[:1] == ("claim",):
                claim = to.parts[1]
                if cites and self._choice.may_hold(claim):
                    self._cited.add(claim)
                there = claim in self._cited or claim in self._choice.passing
            else:
                there = msgspec.structs.replace(to, at="") in self._known
            return self._write(at, to) if there else None

        return Frame(Links(write), "", whole=False)

    def _home(self) -> Part:
        at, choice = Address(), self._choice
        heads = [in_brief(self._ledger, found) for found in choice.accounts]
        changes = changes_page(choice.changes if choice.asked.since else ())
        html = brief_home_html(choice.provenance, heads, changes, self._frame(at, cites=True))
        return Part(at, "brief", "First page", html)

    def _briefing(self) -> Part:
        data = briefing_data(self._ledger, self._choice)
        html = briefing_html(data.provenance, data.stories, data.others, self._frame(BRIEFING, cites=True))
        return Part(BRIEFING, "brief", "Briefing", html)

    def _head(self, story: StoryAccount) -> StoryHead:
        return story_head(self._ledger, story.story)

    def _story(self, found: StoryAccount) -> Iterator[Part]:
        story, head = found.story, self._head(found)
        told = list(self._told(found))
        pages: dict[str, Callable[[Frame], str]] = {
            "": lambda frame: board_html(story_board(self._ledger, story.id), frame, all_parties=True),
            "talks": lambda frame: talks_html(OfStory(head, story_talks(talks_in(found))), frame),
            "proposals": lambda frame: proposals_html(OfStory(head, story_proposals(talks_in(found))), frame),
            "figures": lambda frame: figures_html(OfStory(head, series_page(series_in(found))), frame),
            "disagreements": lambda frame: disagreements_html(OfStory(head, disagreements_page([found])), frame),
            "timeline": lambda frame: timeline_html(OfStory(head, Timeline(timeline_page(told), lanes_page(told))), frame),
            "actors": lambda frame: actors_html(OfStory(head, who_page([found], _ACTORS).stories[0]), frame),
            "sources": lambda frame: sources_html(OfStory(head, standings_page(source_standings([found]))), frame),
            "reports": lambda frame: members_html(OfStory(head, members_of(self._ledger, story)), frame),
        }  # fmt: skip
        for tab, html in pages.items():
            at = Address(tuple(filter(None, ("story", story.id, tab))))
            words = f"{tab.capitalize() or 'Board'}: {story.name}"
            yield Part(at, "story", words, html(self._frame(at, cites=tab in _CITING)))
        yield from self._actors(found)

    def _told(self, found: StoryAccount) -> tuple[Happening, ...]:
        """What happened, as far as it answers to what was asked."""
        passing = (entry for claim, entry in found.entries.items() if claim in self._choice.passing)
        return happenings(passing, found.copies)

    def _actors(self, found: StoryAccount) -> Iterator[Part]:
        names, parts = {actor.id: actor.name for actor in found.account.actors}, self._parts[found.story.id]
        for actor in _chief_actors(found):
            at = Address(("actor", found.story.id, actor))
            page = actor_page_of(found, parts.actor(actor))
            rows = {part: tuple(row for row in getattr(page, part) if self._choice.may_hold(row.id)) for part in PARTS}
            counts = {part: len(rows[part]) for part in PARTS}
            html = actor_html(msgspec.structs.replace(page, **rows, counts=counts), self._frame(at, cites=False))
            yield Part(at, "actor", f"{names[actor]} ({found.story.name})", html)

    def _sources(self) -> Iterator[Part]:
        for each in source_standings(self._choice.accounts):
            at = _source(each.name, each.kind)
            page = source_page(self._choice.accounts, each.name, each.kind)
            relayed = tuple(row for row in page.relayed if self._choice.may_hold(row.id))
            counts = page.counts | {"relayed": len(relayed)}
            html = source_html(
                msgspec.structs.replace(page, relayed=relayed, counts=counts), self._frame(at, cites=False)
            )
            yield Part(at, "source", each.name or "unknown outlet", html)

    def _claims(self, story: StoryAccount, claims: frozenset[str] | set[str]) -> Iterator[Part]:
        for entry, page in claims_in_full(self._ledger, story, claims):
            at = Address(("claim", entry.claim.id))
            shown = self._quoted(page, entry.report.id)
            words = " · ".join(filter(None, (page.page.words, entry.report.outlet)))
            html = claim_html(shown, self._frame(at, cites=False))
            yield Part(at, entry.claim.kind, shortened_to(words), html)

    def _quoted(self, page: ClaimInFull, report: str) -> ClaimInFull:
        """The claim's page with no more of the report's words than the copy may hold."""
        words = self._choice.words.get(report)
        if words is None:
            return page
        entry = self._choice.entries[page.page.id]
        return excerpted_claim(page, entry.claim.mentions, entry.report.text, words=words)

    def _report(self, found: ReportInFull, claims: frozenset[str]) -> Part:
        at = Address(("report", found.page.id))
        spans = self._choice.quoted.get(found.page.id)
        if spans is not None:
            found = msgspec.structs.replace(found, page=excerpted_report(found.page, spans, claims))
        words = " · ".join(filter(None, (found.page.title or "Untitled report", found.page.outlet)))
        return Part(at, "report", words, report_page_html(found, self._frame(at, cites=False)))


def parts(
    ledger: Ledger, choice: Choice, write: Callable[[Address, Address], str], *, told: Told | None = None
) -> tuple[Part, ...]:
    """The pages of a choice, each once; `write` says how the page at one address leads to another.

    `told` is called after each page with how many there are so far.
    """
    made: dict[Address, Part] = {}
    for part in _Copy(ledger, choice, write).all():
        made[part.address] = part
        if told is not None:
            told(len(made))
    return tuple(made.values())


def _chief_actors(found: StoryAccount) -> list[str]:
    """The actors told most."""
    return [row.id for row in who_page([found], _ACTORS).stories[0].actors]


def _source(name: str, kind: str) -> Address:
    return Address(("source",), tuple((key, value) for key, value in (("name", name), ("kind", kind)) if value))
