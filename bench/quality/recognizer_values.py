"""Whether what Parley reads is worth what a specification of Recognizers-Text expects."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from bench.quality.recognizer_specs import Spec, values_of
from parley import QuantityMention, TimeExpression

__all__ = ["iso", "same_value"]

_SAME_RATE = {"P3M": "P1Q", "P0.5Y": "P6M", "P1WE": "XXXX-WXX-WE"}
_NO_DAY = ("not resolved", "0001-01-01", "0001-01-01 00:00:00")  # what the library writes for a day there is none of
_REST = re.compile(r"(?:the )?(?:rest|remainder|remaining)\b")
_UNSAID = re.compile(r"P(?:\d+Y)?T?X[A-Z]+")
_SPELLING = (
    ("meter", "metre"),
    ("metric ton", "tonne"),
    ("pound", "pound (mass)"),
    ("liter", "litre"),
    ("gramme", "gram"),
    ("kilo gram", "kilogram"),
)


def same_value(spec: Spec, row: dict[str, Any], one: TimeExpression | QuantityMention) -> bool:
    """Whether an expression is worth one of the values of an expected result; where it has none, or a time no day to be
    counted from, any value is right."""
    values = values_of(row)
    if not values or (spec.said is None and spec.family == "DateTime"):
        return True
    if isinstance(one, TimeExpression):
        return any(_same_time(value, one) for value in values)
    return any(_same_quantity(spec.model, value, one) for value in values)


def _same_time(value: dict[str, str], one: TimeExpression) -> bool:
    stated = {key: iso(v) for key, v in value.items() if key in ("start", "end", "value") and v not in _NO_DAY}
    if one.kind == "set":
        said = (one.value or "").removesuffix(":00")
        timex = value.get("timex", "").replace("Set: ", "").removesuffix(":00")
        return timex in (said, one.value) or _SAME_RATE.get(timex) == one.value
    if one.kind == "vague":
        return value.get("timex", "").startswith(one.value or "?")
    if not stated:
        return True
    start, end = iso(one.start or ""), iso(one.end or "")
    if "value" in stated:
        if one.kind == "duration" and _UNSAID.fullmatch(one.value or ""):
            return value.get("timex", "").replace("3", "X") == one.value  # the library takes "some days" for three
        if one.seconds is not None and one.kind == "duration" and not one.start:
            return abs(float(stated["value"]) - one.seconds) < 1 if re.fullmatch(r"[\d.]+", stated["value"]) else False
        return stated["value"] == start
    if "start" in stated and "end" in stated:
        if _REST.match(one.verbatim):  # of "the rest of the year" the library gives the last day, not the day after it
            return stated["start"] == start and stated["end"] in (end, _day_before(end))
        return (stated["start"], stated["end"]) == (start, end)
    if "start" in stated:
        return stated["start"] in (start, end)
    return stated["end"] in (start, end)


def iso(text: str) -> str:
    """A moment as the library writes it, without a `T` before a clock time and midnight written once."""
    text = text.replace(" ", "T").lstrip("T")
    if text.endswith("23:59:59"):
        text = text.replace("23:59:59", "24:00:00")
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)T00:00:00", text)
    if match:
        return match[1]
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)T24:00:00", text)
    return date.fromordinal(date.fromisoformat(match[1]).toordinal() + 1).isoformat() if match else text


def _day_before(text: str) -> str:
    return date.fromordinal(date.fromisoformat(text).toordinal() - 1).isoformat() if len(text) == 10 else text


def _same_quantity(model: str, value: dict[str, Any], one: QuantityMention) -> bool:
    quantity = one.quantity
    if model.startswith("NumberRange"):
        stated_range, read = str(value.get("value")), _interval(one)
        if stated_range.startswith("(,"):  # a count has a floor of 0
            return quantity.lower in (None, 0) and stated_range.partition(",")[2] == read.partition(",")[2]
        both = quantity.lower is not None and quantity.upper is not None
        return stated_range[1:-1] == read[1:-1] if both else stated_range == read
    stated = value.get("value")
    if stated is None:
        return False
    number = (
        float(str(stated).rstrip("%").replace(" ", ""))
        if re.fullmatch(r"-?[\d.]+(?:E[-+]?\d+)?%?", str(stated))
        else None
    )
    known = [v for v in (quantity.lower, quantity.upper) if v is not None]  # "within six feet" is up to 6
    if number is None or not known:
        return False
    same = any(
        abs(number * factor - end) <= 1e-6 * max(1, abs(end))
        for end in known
        for factor in ((1, 0.01) if model == "CurrencyModel" else (1,))
    )
    return same and _same_unit(model, value, one)


def _same_unit(model: str, value: dict[str, Any], one: QuantityMention) -> bool:
    unit = value.get("unit")
    if unit is None or model not in ("CurrencyModel", "DimensionModel", "AgeModel", "TemperatureModel"):
        return True
    known = (one.quantity.unit or "").lower()
    if model == "CurrencyModel":
        code = value.get("isoCurrency")
        return code is None or known == str(code).lower()
    name = str(unit).lower()
    for written, spelled in _SPELLING:
        name = name.replace(written, spelled)
    return name in (known, f"{known}s") or (model == "TemperatureModel" and known.rpartition(" ")[2][:1] == name[:1])


def _interval(one: QuantityMention) -> str:
    quantity = one.quantity
    lower = (
        ""
        if quantity.lower is None or (quantity.lower == 0 and quantity.upper is not None and quantity.upper_open)
        else f"{quantity.lower:.12g}"
    )
    upper = "" if quantity.upper is None else f"{quantity.upper:.12g}"
    left = "(" if not lower or quantity.lower_open else "["
    right = ")" if not upper or quantity.upper_open else "]"
    return f"{left}{lower},{upper}{right}"
