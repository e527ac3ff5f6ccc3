"""A claim as comparison across reports sees it: with its report's day and outlet, and the origin of its words."""

from __future__ import annotations

import msgspec

from parley.model import Claim
from parley.resolve.days import Day, day_of_claim

__all__ = ["Told"]


class Told(msgspec.Struct, frozen=True, gc=False):
    """A claim, as judged, of a report that was `published` (ISO day or date-time, None: unknown) by `outlet`.

    `origin` names what the words go back to: the group of copies its report belongs to, else the report itself. Claims
    of one origin count as one source.
    """

    claim: Claim
    published: str | None = None
    outlet: str | None = None
    origin: str = ""

    @property
    def day(self) -> Day:
        """On which day its matter happened, or is to happen, and how that is known."""
        return day_of_claim(self.claim, self.published)

    @property
    def order(self) -> tuple[bool, str, str, int, str]:
        """By day of publication (undated last), report and place in the report: the same for any order of adding."""
        start = min(mention.trigger.start for mention in self.claim.mentions)
        return self.published is None, self.published or "", self.claim.report, start, self.claim.id
