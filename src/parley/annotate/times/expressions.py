"""Expressions of time in a text, with their exact places and their values in ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec

from parley.annotate.times import clocks, days, feasts, joined, lengths, numbered, relative, years
from parley.annotate.times.grammar import Context, applied
from parley.annotate.times.items import Item, read_items
from parley.annotate.times.moments import (
    Length,
    Moment,
    at,
    length_of,
    seconds_of,
    shifted,
    shifted_by,
    stretch_at,
)
from parley.lexicon.times import load_times
from parley.model import Span

__all__ = ["TimeExpression", "find_times"]

TimeKind = Literal["date", "time", "duration", "set", "vague"]
_CASCADE = (
    lengths.GRAMMAR, clocks.GRAMMAR, numbered.GRAMMAR, days.GRAMMAR, feasts.GRAMMAR, years.GRAMMAR, relative.GRAMMAR, joined.GRAMMAR,
)  # fmt: skip
_NO_DAY = datetime(2030, 1, 1)
_WORD = re.compile(r"[A-Za-z]+")
_SENTENCE = re.compile(r"[.!?;]\s|\n\s*\n")
_TO_COME = re.compile(
    r"\bas (?:soon|early|late) as\s+$|\b(?:is|are|be|set|due|scheduled|planning) to [a-z]+[^.,;]{0,40}$", re.IGNORECASE
)
_BOUND = re.compile(
    r"\b(?:and|or) (later|after|earlier|before)$| (before|after|since|by|until|till|later than|earlier than) (?=\S+(?: \S+)?$)"
)
_BEHIND = {"later": "since", "after": "since", "earlier": "until", "before": "until"}
_RELATION = re.compile(
    r"\b(?:(since|until|till|til|before|after|by|from|within|during|no later than|not later than|earlier than|later than|prior to|as late as|as early as|"
    r"as of|on or before|on or after|in advance of|sooner than|(?:after|before) or equal to|(?:starting|beginning|commencing|ending)(?: (?:on|from|in|with|at))?|in|on|at|for|between|through|over)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words of a text that name a time.

    - `span` and `verbatim`: where they stand (half-open code points) and what they say, without the preposition, which
      `relation` keeps ("since", "until", "by", "before", "after", "from", "within", "in", "on", "at", ...);
    - `kind`: "date" (a day or something longer), "time" (with a clock time or a part of the day), "duration", "set" (again
      and again), "vague" ("now", "recently", "soon");
    - `value` as TIMEX3 writes it, which is ISO 8601 with a few letters more: `1998-08-07`, `1998-Q3`, `1998-W32`,
      `1998-SU`, `1998-08-07TMO`, `T17:00`, `P3M`, `PXD` (some days), `P1W` and `XXXX-WXX-4` (every week, every Thursday),
      `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`; `None` where it would have to be counted from a day that is not known, and of a day that no calendar has ("30 February"). A feast of the
      Islamic calendar is told by its tables, from which the sighting of the moon may differ by a day;
    - `start` and `end` (not included): the stretch of time in ISO 8601, or the clock times `T17:00:00`; the same where it
      is one moment; None where there is none; `seconds` of a duration, a month taken for 30 days and a year for 365;
    - `ends`: the two times that a range is made of.
    """

    span: Span
    verbatim: str
    kind: TimeKind
    value: str | None = None
    start: str | None = None
    end: str | None = None
    seconds: float | None = None
    relation: str | None = None
    ends: tuple[TimeExpression, ...] = ()


def find_times(
    text: str, published: str | None = None, *, ahead: bool | None = None, day_first: bool = False
) -> list[TimeExpression]:
    """All expressions of time of `text` in order; none overlaps another.

    `published` is the ISO date or date-time that "yesterday" and "next month" are counted from; without it they have no
    value. `ahead` says on which side of it a weekday or a day without its year lies, where the caller knows; otherwise the
    words around it tell. `day_first` reads 3/4/2020 as 3 April. Raises ValueError when `published` is no ISO date.
    """
    now = _day(published)
    side = _looks_ahead(text) if ahead is None else (lambda _: ahead)
    context = Context(now or _NO_DAY, side, text, day_first)
    found: list[TimeExpression] = []
    spoken_of: Moment | None = None
    for items in _paragraphs(read_items(text)):
        for grammar in _CASCADE:
            items = applied(grammar, context, items)
        for place, item in enumerate(items):
            if isinstance(item.value, Moment):
                moment = _echoed(item.value, spoken_of)
                spoken_of = moment if moment.grain == "quarter" and item.value.echo != "before" else spoken_of
                item = item._replace(value=moment)
            made = _expression(context, items, place, item, known=now is not None)
            if made is not None:
                found.append(made)
    return found


def _echoed(moment: Moment, spoken_of: Moment | None) -> Moment:
    """ "A year ago" beside a quarter is that quarter of the year before; "the quarter" is the one spoken of."""
    if not moment.echo or spoken_of is None:
        return moment
    if moment.echo == "same":
        return msgspec.structs.replace(spoken_of, place=moment.place)
    return msgspec.structs.replace(
        at(shifted(spoken_of.start, "year", -1), "quarter", counted=spoken_of.counted), place=moment.place
    )


def _day(published: str | None) -> datetime | None:
    if published is None:
        return None
    try:
        return datetime.fromisoformat(published).replace(tzinfo=None)
    except ValueError:
        raise ValueError(f"'{published}' is no ISO date; give one such as 2024-05-17") from None


def _paragraphs(items: list[Item]) -> list[list[Item]]:
    found: list[list[Item]] = [[]]
    for item in items:
        if item.name == "brk":
            found.append([])
        else:
            found[-1].append(item)
    return [items for items in found if items]


def _looks_ahead(text: str) -> Any:
    """Whether the words nearest to a place of `text` say that its time is still to come."""
    words = load_times().ahead

    def look(place: int) -> bool | None:
        before = text[max(0, place - 80) : place]
        cut = [m.end() for m in _SENTENCE.finditer(before)]
        said = _WORD.findall(before[cut[-1] :] if cut else before)
        if re.match(r"'s?\b", text[place:].partition("day")[2][:3]):
            return False
        if _TO_COME.search(before):
            return True
        done = "had" in said
        for word in reversed(said):
            sign = None if done and word in ("by", "until") else _sign(word.lower())
            if sign is not None:
                return sign
        after = _SENTENCE.split(text[place : place + 80])[0] if cut or place < 80 else ""
        return next((sign for word in _WORD.findall(after) if (sign := _sign(word.lower())) is not None), None)

    def _sign(word: str) -> bool | None:
        if word in words.words:
            return True
        return False if word in words.past or (word.endswith("ed") and len(word) > 4) else None

    return look


def _expression(
    context: Context, items: Sequence[Item], place: int, item: Item, *, known: bool
) -> TimeExpression | None:
    name, value = item.name, item.value
    if name == "when" and value.echo == "same" and "period" in item.text:
        return None  # no quarter has been spoken of
    if name == "no_day":
        return _made(context, item, "date", None)
    if name in ("when", "dt"):
        return _of_moment(context, item, value, known=known)
    if name == "tod" and item.text.endswith("s") and not item.text.endswith("hours"):
        return _made(context, item, "set", value.letters)
    if name in ("clock", "tod", "clocks"):
        return _made(
            context,
            item,
            "time",
            value.letters,
            start=_clock_time(value.start),
            end=_clock_time(value.end if value.end is not None else value.start),
        )
    if name == "dur":
        return _made(context, item, "duration", length_of(value), seconds=seconds_of(value))
    if name == "one" and _is_length(context, item):
        return _made(context, item, "duration", length_of(value), seconds=seconds_of(value))
    if name == "stretch":
        return _of_stretch(context, item, *value, known=known)
    if name == "set":
        return _made(context, item, "set", value)
    if name == "ref" or (name == "dir" and item.text == "current"):
        return _made(context, item, "vague", value if name == "ref" else "PRESENT_REF")
    if name == "unit" and item.text.endswith("s") and item.value[0] not in ("second", "weekend", "quarter"):
        return _made(context, item, "duration", length_of(Length(((item.value[0], None),))))
    return None


def _is_length(context: Context, item: Item) -> bool:
    """ "A week" as a length; behind an amount it is a rate ("$5 a share", "twice a week")."""
    return True


def _of_moment(context: Context, item: Item, moment: Moment, *, known: bool) -> TimeExpression:
    unknown = moment.counted and not known
    kind: TimeKind = "date" if item.name == "when" else "time"
    ends = tuple(_end(context, item, e, known=known) for e in moment.ends)
    if unknown:
        return _made(context, item, kind, None, ends=ends)
    start, end = moment.start.isoformat(), moment.end.isoformat()
    if item.name == "when":
        start, end = start[:10], end[:10]
    return _made(context, item, kind, moment.timex, start=start, end=end, ends=ends)


def _end(context: Context, item: Item, moment: Moment, *, known: bool) -> TimeExpression:
    span = Span(*(moment.place or (item.start, item.end)))
    end = Item("dt" if "T" in moment.timex else "when", span.start, span.end, moment, "")
    return _of_moment(context, end, moment, known=known)


def _of_stretch(context: Context, item: Item, length: Length, sign: int, *, known: bool) -> TimeExpression:
    """ "The last three months": its length for a value, with the days it runs from and to."""
    value, seconds = length_of(length), seconds_of(length)
    if not known:
        return _made(context, item, "duration", value, seconds=seconds)
    first, last = _stretch_ends(
        context.now,
        length,
        sign,
        within=item.text.startswith(("within", "in ")) or context.text[: item.start].rstrip().endswith("within"),
    )
    size = 19 if any(u in ("second", "minute", "hour") for u, _ in length.parts) else 10
    return _made(
        context, item, "duration", value, start=first.isoformat()[:size], end=last.isoformat()[:size], seconds=seconds
    )


def _stretch_ends(now: datetime, length: Length, sign: int, *, within: bool) -> tuple[datetime, datetime]:
    """Whole quarters and decades; the next days begin tomorrow; all else is counted from the day of writing."""
    unit = length.unit
    if unit in ("quarter", "decade"):
        start, end = stretch_at(now, unit)
        return (shifted_by(start, length, -1), start) if sign < 0 else (end, shifted_by(end, length, 1))
    first, last = sorted((now, shifted_by(now, length, sign)))
    if sign > 0 and not within and unit not in ("second", "minute", "hour"):
        return first + timedelta(1), last + timedelta(1)
    return first, last


def _clock_time(seconds: int) -> str:
    return f"T{seconds // 3600 % 25:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _made(context: Context, item: Item, kind: TimeKind, value: str | None, **more: Any) -> TimeExpression:
    before = _RELATION.search(context.text[max(0, item.start - 24) : item.start])
    relation = before[1].lower() if before else None
    first = item.text.split()[0] if item.text.split() else ""
    bound = _BOUND.search(item.text)
    if bound is not None and item.name in ("when", "dt", "clock"):
        relation = _BEHIND.get(bound[1] or "", bound[2])
    if first in ("from", "between", "within", "since", "in", "for") and len(item.text.split()) > 1:
        relation = first
    span = Span(item.start, item.end)
    return TimeExpression(span=span, verbatim=span.of(context.text), kind=kind, value=value, relation=relation, **more)
