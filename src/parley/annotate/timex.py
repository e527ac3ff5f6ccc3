"""What a mention of a date, a clock time or a stretch of time holds, before it is set against a calendar."""

from __future__ import annotations

from typing import Literal

import msgspec

from parley.model import Span

__all__ = ["DateKind", "DateMention", "Part", "Relation", "Unit"]

DateKind = Literal["date", "time", "weekday", "month", "year", "relative", "season", "period", "set", "feast"]
Unit = Literal["hour", "day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century"]
Part = Literal[
    "early", "mid", "late", "start", "end", "earlier", "later", "morning", "noon", "afternoon", "evening", "night",
]  # fmt: skip
Relation = Literal[
    "since", "until", "by", "before", "after", "on", "in", "at", "from", "to", "for", "during", "over", "within", "through"
]  # fmt: skip


class DateMention(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Words that place something in time.

    `span` leaves out the preposition, which `relation` keeps. `value` writes what the words alone say: EDTF with `X` for
    digits they leave out (`2023-10-07`, `XXXX-10-07`, `XXXX-04~`, `199X`), `XXXX-WXX-1` for a Monday, `T16:00Z` for a
    clock time, and `day-1`, `week+1`, `year+0` for yesterday, next week, this year. The other fields are the same said in
    parts, for `resolve_date`:

    - `year`, `month` (1-12), `day` (1-31), `weekday` (1 Monday to 7 Sunday), `time` (`HH:MM`, with `Z` for UTC);
    - `unit` and `offset`: so many units after (negative: before) the anchor; `length`: a stretch of so many units that
      ends (offset below 0) or starts (offset above 0) at the anchor; `vague`: the words give no exact number;
    - of a weekday with `unit` "week", `length` tells the calendar week (0 this one), or `offset` how many weeks after the
      coming such day it is; a `feast` is `day` days after Easter Sunday; a day without its month is of this or a nearby one;
    - `part`: which part of the day, month or year ("mid", "late", "night");
    - `anchor`: "published" counts from the report's own date, "text" from a time told elsewhere in the report;
    - `last`: the final day, month or year of a span such as "7-9 October", in `value` style.
    """

    span: Span
    value: str
    kind: DateKind
    verbatim: str
    relation: Relation | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    time: str | None = None
    unit: Unit | None = None
    offset: int | None = None
    length: int | None = None
    vague: bool = False
    part: Part | None = None
    anchor: Literal["published", "text"] = "published"
    last: str | None = None
    open_because: str | None = None
