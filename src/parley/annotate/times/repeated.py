"""What times that come again and again mean: "every week", "on Mondays at nine"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from parley.annotate.times.grammar import Context
from parley.annotate.times.items import Item
from parley.annotate.times.moments import Length, Moment, length_of

__all__ = ["read_and_later", "read_at_set", "read_every", "read_rate", "read_set_at"]

Made = tuple[str, Any] | None


def read_and_later(context: Context, items: Sequence[Item]) -> Made:
    """ "2016 and later", "3 p.m. or after": the same time, with what binds it behind."""
    return items[0].name, items[0].value


def read_every(context: Context, items: Sequence[Item]) -> Made:
    """ "Every week", "each Thursday", "twice a year", "every two days"."""
    last = next((i for i in reversed(items) if i.name not in ("clock", "at", ",", "every")), items[-1])
    if items[0].name == "num" and (len(items) < 3 or items[1].text != "times"):
        return None
    if items[0].name == "when":
        plural = items[1].text.endswith("s") and items[0].value.weekday
        return ("set", f"XXXX-WXX-{items[0].value.start.isoweekday()}{items[1].value.letters}") if plural else None
    if items[0].name == "ord":
        return ("set", f"XXXX-XX-{int(items[0].value):02d}") if items[-1].text == "month" else None
    if items[0].name == "all" and not last.text.endswith("s"):
        return None
    written = _repeated(last, 2 if any(i.name == "other" for i in items) else 1)
    if written and items[-1].name == "clock" and last is not items[-1]:
        written = ("" if written in ("P1D", "TMO", "TAF", "TEV", "TNI") else written) + items[-1].value.letters
    return ("set", written) if written else None


def _repeated(item: Item, times: int) -> str | None:
    if item.name == "unit":
        unit, count = item.value
        if unit == "weekend":
            return "XXXX-WXX-WE"
        return length_of(Length(((unit, count * times),)))
    if item.name in ("dur", "one"):
        unit, count = item.value.parts[0]
        return f"P{count:g}WE" if unit == "weekend" and count else length_of(item.value)
    if item.name in ("tod", "clock"):
        return str(item.value.letters)
    if item.name in ("rate",):
        return str(item.value)
    if item.name in ("when", "dt"):
        moment: Moment = item.value
        if moment.weekday:
            return f"XXXX-WXX-{moment.start.isoweekday()}" + (f"{moment.timex[10:]}" if item.name == "dt" else "")
        shape = {"day": "XXXX-{:02d}-{:02d}", "month": "XXXX-{:02d}"}.get(moment.grain)
        if shape:
            return shape.format(moment.start.month, moment.start.day)
        return "XXXX" + moment.timex[4:] if moment.grain == "season" else None
    return None


def read_rate(context: Context, items: Sequence[Item]) -> Made:
    """ "Daily", "weekly at noon"."""
    clock = items[-1].value.letters if items[-1].name == "clock" else ""
    return "set", f"{items[0].value}{clock}"


def read_set_at(context: Context, items: Sequence[Item]) -> Made:
    """ "Every day at 4 p.m."."""
    every = "" if items[0].value == "P1D" else items[0].value
    return "set", f"{every}{items[-1].value.letters}"


def read_at_set(context: Context, items: Sequence[Item]) -> Made:
    """ "At 9 a.m. on Mondays"."""
    return read_set_at(context, [items[-1], items[0]])
