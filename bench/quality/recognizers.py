"""English specifications of Microsoft's Recognizers-Text: numbers, ranges, units, ages, sums of money, dates, times, durations.

A specification is met when Parley finds in its sentence what it expects, with the same words and the same value, and
nothing more of that kind. Prepositions, articles and words of bound before an expression ("on", "the", "from", "more than")
are left off on both sides, since Parley keeps them in `relation` and in the bounds. Where it lists several values for an
ambiguous time (the past and the coming Friday), one of them must be Parley's. The specifications of one part of an
expression (`DateExtractor`, `TimeParser` and their like) are met when what they expect is read within it.
What the two write otherwise is taken for the same: "some days", which Parley leaves uncounted (`PXD`) and the library takes
for three; every weekend; the last day of "the rest of the year", which the library gives for the day after it; a day that no
calendar has. A number run into its unit ("29km") is looked for among the units alone, the number of a bound ("within six
feet") at either end of what it leaves, an angle in degrees among the measures; of a time counted from a day that is not
given, no kind is told.

Left out, a quarter of all at most, since no news has them; `share of all` counts them as well:
- the modes of a calendar assistant, which read commands to book a meeting otherwise than running text:
  `DateTimeModelComplexCalendar`, `...CalendarMode`, `...TasksMode`, `...ExperimentalMode`, `...ExtendedTypes`, `...SplitDateAndTime`,
  `MergedExtractorSkipFromTo`, `QuotedTextModel`;
- names of clocks for their own sake ("Colchester time"): `TimeZoneExtractor`, `TimeZoneParser`; the `Timex` resolver;
- second readings of the same number for a mode of its library: `NumberModelExperimentalMode`, `...PercentMode`.

Run as `python -m bench.quality recognizers FOLDER`, where FOLDER is `Specs` or one of its folders or files.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import parley
from bench.quality.recognizer_specs import Spec, read_specs, values_of
from bench.quality.recognizer_values import iso, same_value
from bench.quality.report import Report
from parley import QuantityMention, TimeExpression
from parley.lexicon.times import load_times

__all__ = ["Spec", "met", "read_specs", "score"]

LEFT_OUT = frozenset(
    [
        "DateTimeModelComplexCalendar", "DateTimeModelCalendarMode", "DateTimeModelTasksMode", "DateTimeModelExperimentalMode",
        "DateTimeModelExtendedTypes", "DateTimeModelSplitDateAndTime", "MergedExtractorSkipFromTo", "QuotedTextModel",
        "TimeZoneExtractor", "TimeZoneParser", "Resolver", "NumberModelExperimentalMode", "NumberModelPercentMode", "PercentModelPercentMode",
    ]
)  # fmt: skip
_WHOLE = ("DateTimeModel", "MergedParser", "MergedExtractor")
_EDGE = re.compile(
    r"^(?:\W+|(?:(?:starting|beginning|commencing|ending)(?: (?:on|from|in|with|at))?|in advance of|sooner than|in excess of|on the order of|on or before|on or after|on|in|at|the|from|since|before|after|by|until|till|til|to|for|within|during|between|this is|of|a|an|no later than|not later than|later than|"
    r"earlier than|as late as|as early as|as of|prior to|about|around|approximately|roughly|circa|exactly|just|only|more than|less than|at least|at most|"
    r"over|under|up to|nearly|almost|through|throughout|or|some|an estimated|any time|sometime|younger than|older than|equal to|greater than|fewer than)\b\s*)+|\W+$"
)
_TAIL = re.compile(
    rf"(?:[ (]+(?:[ecmp][sd]?t|{'|'.join(sorted(load_times().clocks.names, key=len, reverse=True))}|(?:[a-z]+ )?[a-z]+ time(?: ?zone)?)\)?)?[\s.,;:!?)'\"]*$"
)
_MOST_MISSES = 50


def score(path: Path) -> Report:
    """The share of specifications met, by family and in all, with and without those left out."""
    counts: Counter[str] = Counter()
    misses = []
    for spec in read_specs(path):
        left_out = spec.model in LEFT_OUT
        right = met(spec)
        counts["all"] += 1
        counts["all met"] += right
        counts["left out"] += left_out
        if left_out:
            continue
        for name in ("read", spec.family, f"{spec.family} {spec.model}"):
            counts[name] += 1
            counts[f"{name} met"] += right
        if not right:
            misses.append(
                f"{spec.model}: {spec.text!r} expects {_said(spec)}, found {[_shown(f) for f in _found(spec)]}"
            )
    families = [name for name in ("Number", "NumberWithUnit", "DateTime") if counts[name]]
    metrics = {
        "share met": counts["read met"] / max(1, counts["read"]),
        "share of all": counts["all met"] / max(1, counts["all"]),
    }
    metrics |= {f"share of {name}": counts[f"{name} met"] / counts[name] for name in families}
    step = max(1, -(-len(misses) // _MOST_MISSES))
    return Report("recognizers", metrics, dict(counts), misses[::step])


def _said(spec: Spec) -> list[str]:
    return [f"{row.get('Text')!r} {values_of(row)[:2]}" for row in spec.expected]


def _shown(found: TimeExpression | QuantityMention) -> str:
    if isinstance(found, TimeExpression):
        return f"{found.verbatim!r} {found.kind} {found.value} {found.start} {found.end} {found.relation or ''}"
    quantity = found.quantity
    return f"{quantity.verbatim!r} {found.kind} {quantity.lower} {quantity.upper} {quantity.unit or ''}"


def met(spec: Spec) -> bool:
    """Whether Parley finds what the specification expects and nothing more of that kind."""
    found = _found(spec)
    rows = [row for row in spec.expected if row.get("Text") is not None]
    if spec.model.endswith(("Extractor", "Parser")) and spec.model not in _WHOLE:
        if not rows:
            return not any(
                _part_of(one) == _PART_NAMES.get(re.sub("Extractor|Parser", "", spec.model)) for one in found
            )
        return all(any(_within(spec, row, one) for one in found) for row in rows)
    if len(rows) != len(found):
        return False
    left = list(found)
    for row in rows:
        one = next((one for one in left if _same_words(spec, row, one) and same_value(spec, row, one)), None)
        if one is None:
            return False
        left.remove(one)
    return True


_PART_NAMES = {
    "Date": "date", "Time": "time", "DatePeriod": "daterange", "TimePeriod": "timerange", "DateTime": "datetime", "DateTimePeriod": "datetimerange",
    "Duration": "duration", "Set": "set", "Holiday": "date",
}  # fmt: skip


def _part_of(one: TimeExpression | QuantityMention) -> str:
    """The library's name for what an expression is."""
    if isinstance(one, QuantityMention) or one.kind in ("duration", "set", "vague"):
        return one.kind
    if one.value is None and one.start is None:
        return "unknown"  # counted from a day that is not given
    start, end = iso(one.start or ""), iso(one.end or "")
    if one.kind == "time":
        return ("time" if (one.start or "").startswith("T") else "datetime") + ("range" if start != end else "")
    day = len(one.value or "") == 10 or (
        len(start) == 10 and start[:10] and (date.fromisoformat(end) - date.fromisoformat(start)).days == 1
    )
    return "date" if day else "daterange"


def _found(spec: Spec) -> list[Any]:
    if spec.family == "DateTime":
        every = parley.times(spec.text, published=spec.said, day_first=spec.day_first)
        return [one for one in every if _belongs(spec.model, one)]
    kinds = _KINDS.get(spec.model)
    found = [one for one in parley.quantities(spec.text) if kinds is None or one.kind in kinds]
    if spec.model == "AgeModel":
        return [one for one in found if one.quantity.verbatim.endswith(("old", "age")) or one.kind == "age"]
    if spec.model in ("DimensionModel", "TemperatureModel"):
        if spec.model == "TemperatureModel":
            return [one for one in found if (one.quantity.unit or "").startswith("degree")]
        return [
            one for one in found if not (one.quantity.unit or "").startswith("degree ")
        ]  # an angle is in degrees, too
    if spec.model.startswith("NumberRange"):
        return [one for one in found if _is_bounded(one)]
    if spec.model.startswith("NumberModel"):  # a number run into its unit ("29km") is left to the models of units
        return [
            one
            for one in found
            if one.kind != "measure" or not spec.text[one.number.end : one.number.end + 1].isalpha()
        ]
    return found


def _is_bounded(one: QuantityMention) -> bool:
    """Whether a quantity is a range, of a single number where words before it say that it is that ("equal to 20")."""
    quantity = one.quantity
    stated = (
        one.span.start < one.number.start
        and not quantity.approximate
        and one.quantity.verbatim.lower().startswith("equal")
    )
    return stated or quantity.lower != quantity.upper or quantity.lower is None


_KINDS: dict[str, tuple[str, ...]] = {
    "NumberModel": ("count", "ratio", "measure", "duration", "money", "percent", "label", "year", "date", "age", "time_of_day", "score", "phone"),
    "OrdinalModel": ("ordinal",), "OrdinalModelSuppressExtendedTypes": ("ordinal",), "PercentModel": ("percent",), "AgeModel": ("age", "duration"),
    "CurrencyModel": ("money",), "DimensionModel": ("measure",), "TemperatureModel": ("measure",),
}  # fmt: skip


def _belongs(model: str, one: TimeExpression) -> bool:
    """Whether an expression is of the kind that a model of one part looks for."""
    if model.startswith("Duration"):
        return one.kind == "duration"
    if model.startswith("Set"):
        return one.kind == "set"
    if model.startswith(("Merged", "DateTimeModel")):
        return one.kind != "vague" or one.value == "PRESENT_REF"
    return True


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without words of place and bound before it and marks behind it."""
    words = text[start:end].lower()
    lead = _EDGE.match(words)
    offset = lead.end() if lead and lead.start() == 0 and lead.end() < len(words) else 0
    tail = len(words) - len(_TAIL.sub("", words))
    return start + offset, end - tail


def _place(spec: Spec, row: dict[str, Any]) -> tuple[int, int]:
    start = row.get("Start")
    if start is None:
        start = max(spec.text.lower().find(row["Text"].lower()), 0)
    return _trimmed(spec.text, start, start + len(row["Text"]))


def _of(one: TimeExpression | QuantityMention) -> tuple[int, int]:
    return (one.span.start, one.span.end)


def _same_words(spec: Spec, row: dict[str, Any], one: Any) -> bool:
    wanted, places = _place(spec, row), [_of(one)]
    if isinstance(one, QuantityMention):
        places.append((one.number.start, one.number.end))
    return any(_trimmed(spec.text, *place) == wanted for place in places)


def _within(spec: Spec, row: dict[str, Any], one: TimeExpression) -> bool:
    """Whether what one part of an expression is expected to say is said within the whole."""
    wanted, place = _place(spec, row), _trimmed(spec.text, *_of(one))
    if not (place[0] <= wanted[0] and wanted[1] <= place[1]):
        return False
    if place == wanted:
        return same_value(spec, row, one)
    return not values_of(row) or any(same_value(spec, row, part) for part in (one, *one.ends)) or _shares(row, one)


def _shares(row: dict[str, Any], one: TimeExpression) -> bool:
    """Whether the expected day or clock time is that of a longer expression."""
    for value in values_of(row):
        known = [str(v) for v in value.values() if v]
        if any(
            one.start and known and (one.start.startswith(k[:10]) or one.start.endswith(f"T{k[-8:]}"))
            for k in known
            if len(k) >= 8
        ):
            return True
    return False
