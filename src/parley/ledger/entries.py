"""What a question of the record gives back: claims, each with its report and where that was read."""

from __future__ import annotations

from functools import cached_property

import msgspec

from parley.model import Claim, Judgement, Observation, Report
from parley.model.shown import Shown, counts_words
from parley.resolve import Judged, is_opinion

__all__ = ["Entry", "SourceCount", "View"]


class Entry(msgspec.Struct, Shown, frozen=True, dict=True):
    """A claim with its report and one observation of that report.

    Of several observations it is the one asked for (by story), else the first by source name. Claim and report are as
    people judged them; `judged` says what they decided about the claim, None where nothing was.
    """

    claim: Claim
    report: Report
    observation: Observation
    judged: Judged | None = None

    @property
    def ids(self) -> frozenset[str]:
        """Every id the claim answers to: its own and, when a person corrected it, the extractor's."""
        return self.judged.ids if self.judged else frozenset({self.claim.id})

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """What people decided about the claim and holds, oldest first."""
        return self.judged.judgements if self.judged else ()

    @cached_property
    def opinion(self) -> bool:
        """Whether the report is a piece of opinion, whose own voice is its writer's view."""
        return is_opinion(self.report, self.observation)

    @property
    def undated(self) -> bool:
        """Whether the report's day of publication is unknown."""
        return self.report.published is None

    @property
    def start(self) -> int:
        """Where the claim first stands in the report, in code points."""
        return min(mention.trigger.start for mention in self.claim.mentions)


class View(msgspec.Struct, Shown, frozen=True, gc=False):
    """The entries that passed the filters, by day of publication (undated last), report and place in the report."""

    entries: tuple[Entry, ...] = ()

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports of the entries, each once, in the same order."""
        return tuple({entry.report.id: entry.report for entry in self.entries}.values())

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of the entries, in the same order."""
        return tuple(entry.claim for entry in self.entries)

    def __repr__(self) -> str:
        """What is in view, counted."""
        return f"View({counts_words(claim.kind for claim in self.claims)}; {len(self.reports)} reports)"


class SourceCount(msgspec.Struct, frozen=True, gc=False):
    """How many claims rest on a source's word.

    `claims` counts those it is the claimant of (the last link of the chain; for an empty chain the outlet, whose `name`
    is empty when unknown), `relayed` those it hands on from another, `reports` the reports either stands in.
    """

    name: str
    kind: str
    claims: int
    relayed: int
    reports: int
