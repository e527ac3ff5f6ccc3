"""Rules for lengths of time: "five days", "two and a half years", "a year and three months", "18-month"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from parley.annotate.times.grammar import Context, Grammar
from parley.annotate.times.items import Item
from parley.annotate.times.moments import UNITS, Length

__all__ = ["GRAMMAR"]

GRAMMAR = Grammar()
Made = tuple[str, Any] | None
_COUNTED_BACK = re.compile(r"\s+(?:ago|earlier)\b", re.IGNORECASE)
_OF_NOW = re.compile(r"\b(?:last|past|previous)\s+$", re.IGNORECASE)


def _pick(items: Sequence[Item], *names: str) -> Item:
    return next(item for item in items if item.name in names)


def _length(count: float | None, unit: Item, *, business: bool = False) -> Length:
    name, times = unit.value
    return Length(((name, None if count is None else count * times),), business)


@GRAMMAR.rule("num and a? halfword !a", "num and a unit >unit")
def _and_a_half(context: Context, items: Sequence[Item]) -> Made:
    last = items[-1]
    if last.name == "unit" and last.text != "quarter":
        return None
    return "num", items[0].value + (0.5 if last.name == "halfword" else 0.25)


@GRAMMAR.rule("num and num >unit")
def _twenty_and_four(context: Context, items: Sequence[Item]) -> Made:
    """ "Twenty and four hours"."""
    tens, ones = items[0], items[2]
    spelled = tens.text.isalpha() and ones.text.isalpha()
    fits = 20 <= tens.value < 100 and tens.value % 10 == 0 and 0 < ones.value < 10
    return ("num", tens.value + ones.value) if spelled and fits else None


@GRAMMAR.rule("num and half !of")
def _and_part(context: Context, items: Sequence[Item]) -> Made:
    return "num", items[0].value + items[-1].value


@GRAMMAR.rule("num|half ord !of|unit|-")
def _seconds(context: Context, items: Sequence[Item]) -> Made:
    """ "3.5 second", "one second": the unit, not the ordinal."""
    if items[1].text != "second" or items[0].text in ("twenty", "thirty"):
        return None
    return "dur", Length((("second", items[0].value),))


@GRAMMAR.rule("num|some part|rate")
def _nights(context: Context, items: Sequence[Item]) -> Made:
    if items[1].text == "weekends":
        return "dur", Length((("weekend", _count(items[0])),))
    if items[1].text not in ("night", "nights") or "." in items[0].text:
        return None
    return "dur", Length((("night", _count(items[0])),))


@GRAMMAR.rule("about unit")
def _some(context: Context, items: Sequence[Item]) -> Made:
    """ "Some days"."""
    if items[0].text != "some" or not items[1].text.endswith("s"):
        return None
    return "dur", _length(None, items[1])


@GRAMMAR.rule("num|yr|some|half -? further? -? unit -? old", "num|some x old")
def _age(context: Context, items: Sequence[Item]) -> Made:
    return "age", None


@GRAMMAR.rule("a some of? -? further|more? -? unit")
def _a_few(context: Context, items: Sequence[Item]) -> Made:
    return "dur", _length(_count(items[1]), items[-1])


@GRAMMAR.rule("num|half|some of? -? further|more? -? unit", "yr unit")
def _counted(context: Context, items: Sequence[Item]) -> Made:
    number, unit = items[0], items[-1]
    if number.name == "yr" and not unit.text.endswith("s"):
        return None
    if number.name == "num" and number.text.isdigit() and len(number.text) > 1 and number.text.startswith("0"):
        return None
    business = any(i.text in ("business", "working", "trading") for i in items)
    return "dur", _length(_count(number), unit, business=business)


def _count(number: Item) -> float | None:
    """How many, None for "several"; a couple is two."""
    if number.name != "some":
        return float(number.value)
    return 2 if "couple" in number.text or "pair" in number.text else None


@GRAMMAR.rule("num x|w !-")
def _letter(context: Context, items: Sequence[Item]) -> Made:
    """ "10D", "3w": letters right behind the number."""
    units = {"d": "day", "w": "week", "y": "year"}
    glued = items[0].end == items[1].start
    unit = units.get(items[1].text) if glued else None
    return ("dur", Length(((unit, items[0].value),))) if unit else None


@GRAMMAR.rule("halfword -? a? -? unit", "a halfword -? unit")
def _half(context: Context, items: Sequence[Item]) -> Made:
    return "dur", _length(0.5, items[-1])


@GRAMMAR.rule("a unit and a halfword", "a unit and a unit", "a unit and half|halfword")
def _one_and_a_half(context: Context, items: Sequence[Item]) -> Made:
    more = items[-1]
    part = more.value if more.name == "half" else 0.5 if more.name == "halfword" else 0.25
    if more.name == "unit" and more.text != "quarter":
        return None
    return "dur", _length(1 + part, items[1])


@GRAMMAR.rule("dur and a halfword", "dur and a unit", "dur and half", "dur and halfword !of|a|the|unit|x|-|dur")
def _and_a_part(context: Context, items: Sequence[Item]) -> Made:
    (unit, count), more = items[0].value.parts[-1], items[-1]
    if count is None or (more.name == "unit" and more.text != "quarter"):
        return None
    part = more.value if more.name == "half" else 0.5 if more.name == "halfword" else 0.25
    return "dur", Length((*items[0].value.parts[:-1], (unit, count + part)))


@GRAMMAR.rule("<!unit a further? unit !-")
def _a_unit(context: Context, items: Sequence[Item]) -> Made:
    unit = items[-1]
    if unit.text.endswith("s") or unit.text in ("second", "min", "quarter", "h"):
        return None
    return "one", _length(1, unit)


@GRAMMAR.rule("dur|one and|,? and? dur|one")
def _together(context: Context, items: Sequence[Item]) -> Made:
    first, last = items[0].value, items[-1].value
    if _COUNTED_BACK.match(context.text, items[-1].end) and _OF_NOW.search(context.text[: items[0].start][-10:]):
        return None  # "for the last three months, and two days ago it ended"
    if first.parts[-1][0] == last.parts[0][0] or None in (first.parts[-1][1], last.parts[0][1]):
        return None
    known = {unit for unit, _ in first.parts}
    if last.parts[0][0] in known or "weekend" in known:
        return None
    ordered = sorted((*first.parts, *last.parts), key=lambda p: UNITS.index(p[0]))
    return "dur", Length(tuple(ordered))


@GRAMMAR.rule("num|some to|or|- dur", "num - to - dur", "a? num|some or num dur", "one or num")
def _range(context: Context, items: Sequence[Item]) -> Made:
    if items[-1].name != "dur" or items[0].name == "a":
        return None
    upper = items[-1].value.parts[0]
    if upper[1] is None or items[0].value >= upper[1] or len(items[-1].value.parts) > 1:
        return None
    return "dur", Length(((upper[0], None),))


@GRAMMAR.rule("dur|one or num? dur", "unit or unit")
def _vaguely(context: Context, items: Sequence[Item]) -> Made:
    first = items[0]
    unit = first.value.unit if first.name in ("dur", "one") else first.value[0]
    return "dur", Length(((unit, None),)) if first.text.endswith("s") or first.name != "unit" else None


@GRAMMAR.rule("one|dur or or_so", "one|dur or more|less !than")
def _or_so(context: Context, items: Sequence[Item]) -> Made:
    return items[0].name, items[0].value


@GRAMMAR.rule("unit - long", "one|dur - long")
def _long(context: Context, items: Sequence[Item]) -> Made:
    first = items[0]
    if first.name == "unit":
        return "dur", _length(None if first.text.endswith("s") else 1, first)
    return "dur", first.value


@GRAMMAR.rule("all|whole -? unit !of")
def _all(context: Context, items: Sequence[Item]) -> Made:
    if items[-1].text.endswith("s"):
        return None
    return "dur", _length(1, items[-1])
