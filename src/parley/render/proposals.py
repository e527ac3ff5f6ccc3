"""Proposals on a terminal: each with its versions, what changed, and how it stands with whom."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from parley.pages import ProposalRow, ProposalsPage, StoryProposals, VersionRow, counted
from parley.pages.words import day_words
from parley.render.text import clean, dim, heading, short_id

__all__ = ["proposals_text"]


# What became of a proposal before a party is told to have answered it.
_UNANSWERED = {"withdrawn": "no answer before it was taken back", "lapsed": "no answer before its deadline"}


def proposals_text(page: ProposalsPage, *, every: bool = False) -> RenderableType:
    """The proposals of each story; without `every` those left out are beside its chief talks, or where it has none rest on
    one report, unanswered and unchanged."""
    if not page.stories:
        return Text("No report in the record tells of talks; add some with `parley add`.")
    return Group(*(part for story in page.stories for part in _story(story, every)))


def _story(story: StoryProposals, every: bool) -> Iterator[RenderableType]:
    yield heading(f"{story.story or 'All reports'}: {counted(len(story.proposals), 'proposal')}")
    parted = any(row.beside for row in story.proposals)
    shown = [row for row in story.proposals if every or (not row.beside if parted else _is_told_well(row))]
    numbers = {row.id: number for number, row in enumerate(shown, 1)}
    for number, row in enumerate(shown, 1):
        yield from _proposal(row, number, numbers)
    hidden = [row for row in story.proposals if row.id not in numbers]
    beside = [row for row in hidden if row.beside]
    if left := len(hidden) - len(beside):
        yield dim(f"{counted(left, 'more proposal')} told once, unanswered and unchanged (all with --all).")
    if beside:
        yield dim(f"{counted(len(beside), 'proposal')} beside these talks (all with --all).")
    yield Text("")


def _is_told_well(row: ProposalRow) -> bool:
    return not row.single or bool(row.answers) or len(row.versions) > 1


def _proposal(row: ProposalRow, number: int, numbers: dict[str, int]) -> Iterator[RenderableType]:
    against = f", against {numbers[row.counters]}" if row.counters in numbers else ""
    once = ", told in one report alone" if row.single else ""
    head = Text.assemble(f"{number}. ", (clean(row.maker), "bold"), f": {', '.join(row.issues)}{against}{once}")
    yield head.append(f" [{short_id(row.id)}]", style="dim cyan")
    for version in row.versions:
        yield _version(version)
    for standing in row.standing:
        to = f" (version {standing.version})" if standing.version and len(row.versions) > 1 else ""
        unanswered = _UNANSWERED.get(standing.status)
        ids = "" if unanswered else " ".join(f"[{short_id(claim)}]" for claim in standing.claims)
        status = (unanswered or standing.status, "bold")
        yield Text.assemble("     ", clean(standing.party), ": ", status, to, (f" {ids}", "dim cyan"))
    if row.withdrawn_by:
        yield Text.assemble("     taken back ", (" ".join(f"[{short_id(c)}]" for c in row.withdrawn_by), "dim cyan"))
    if row.deadline:
        passed = {True: " (passed)", False: " (not passed)", None: ""}[row.passed]
        yield Text(f"     deadline {clean(row.deadline)}{passed}")


def _version(version: VersionRow) -> Text:
    text = Text(f"   v{version.number} {day_words(version.as_of)}  ")
    text.append(clean("; ".join(version.terms)) or "terms not told")
    if version.conditional:
        text.append(" (under a condition)", style="italic")
    if version.changes:
        text.append(f"\n      {clean('; '.join(version.changes))}", style="bold")
    told = counted(version.reports, "report")
    told += f" of {counted(version.origins, 'source')}" if version.origins != version.reports else ""
    return text.append(f"\n      {told} [{short_id(version.claims[0])}]", style="dim")
