"""Rules for times of the day: "5 p.m. EST", "half past seven", "noon", "at 8 in the morning"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from parley.annotate.times.grammar import Context, Grammar
from parley.annotate.times.items import Item
from parley.annotate.times.moments import Clock
from parley.lexicon.times import load_times

__all__ = ["GRAMMAR", "clock_at", "halved", "names_a_clock", "part_in", "part_of_day"]

GRAMMAR = Grammar()
Made = tuple[str, Any] | None
_HOUR, _NOON = 3600, 12 * 3600


def clock_at(hour: int, minute: int = 0, second: int | None = None, *, half: str | None = None) -> Clock:
    """A time of the day; `half` is "a" or "p"."""
    doubled = half is None and 1 <= hour <= 12
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    letters = f"T{hour % 25:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")
    return Clock(hour * _HOUR + minute * 60 + (second or 0), None, letters, doubled)


def halved(clock: Clock, half: str) -> Clock:
    """The same reading of the dial before ("a") or after noon ("p")."""
    if not clock.doubled:
        return clock
    start = clock.start % _NOON + (_NOON if half == "p" else 0)
    letters = f"T{start // _HOUR:02d}{clock.letters[3:]}"
    return msgspec.structs.replace(clock, start=start, letters=letters, doubled=False)


def part_of_day(word: str) -> Clock:
    """The morning, afternoon and so on."""
    letters, first, last = load_times().day_parts[word]
    return Clock(first * _HOUR, last * _HOUR, letters)


def _digits(text: str) -> list[int]:
    return [int(part) for part in text.lstrip("t").replace(".", ":").replace("h", ":").split(":")]


@GRAMMAR.rule("hms ampm?")
def _hms(context: Context, items: Sequence[Item]) -> Made:
    hour, minute, *rest = _digits(items[0].text)
    half = items[1].value if len(items) > 1 else None
    if half and not 0 < hour < 13:
        half = None
    clock = clock_at(hour, minute, rest[0] if rest else None, half=half)
    return "clock", msgspec.structs.replace(clock, doubled=clock.doubled and not items[0].text.startswith("0"))


@GRAMMAR.rule("num|yr .? ampm")
def _twelve(context: Context, items: Sequence[Item]) -> Made:
    number, text = items[0], items[0].text
    whole, _, minutes = text.partition(".")
    if minutes and len(minutes) == 2 and int(minutes) < 60:
        return ("clock", clock_at(int(whole), int(minutes), half=items[-1].value)) if 0 < int(whole) < 13 else None
    if text.isdigit() and len(text) in (3, 4) and int(text[-2:]) < 60 and 0 < int(text[:-2]) < 13:
        return "clock", clock_at(int(text[:-2]), int(text[-2:]), half=items[-1].value)
    if number.value != int(number.value) or not 0 < number.value < 13:
        return None
    return "clock", clock_at(int(number.value), half=items[-1].value)


@GRAMMAR.rule("num num|ord ampm")
def _spoken(context: Context, items: Sequence[Item]) -> Made:
    """ "Seven thirty p.m."."""
    hour, minute = items[0].value, items[1].value
    if not (0 < hour < 25 and 0 < minute < 60 and items[0].text.isalpha()):
        return None
    return "clock", clock_at(int(hour), int(minute), half=items[2].value if hour < 13 else None)


@GRAMMAR.rule("num - num")
def _hyphened(context: Context, items: Sequence[Item]) -> Made:
    """ "Seven-thirty"."""
    hour, minute = items[0], items[2]
    glued = hour.end == items[1].start and items[1].end == minute.start
    spelled = hour.text.isalpha() and minute.value in (15, 30, 45) and not minute.text.isdigit()
    if not glued or not spelled or not 0 < hour.value < 13 or context.text[minute.end : minute.end + 1] == "-":
        return None
    return "clock", clock_at(int(hour.value), int(minute.value))


@GRAMMAR.rule("ish")
def _about_an_hour(context: Context, items: Sequence[Item]) -> Made:
    """ "11ish"."""
    return "clock", clock_at(items[0].value)


@GRAMMAR.rule("from|between num num to|and num num num?")
def _spoken_clocks(context: Context, items: Sequence[Item]) -> Made:
    """ "From three thirty to four forty five"."""
    numbers = [i for i in items if i.name == "num"]
    first, last = numbers[:2], numbers[2:]
    clocks = [_spoken_clock(first), _spoken_clock(last)]
    if clocks[0] is None or clocks[1] is None or clocks[0].start >= clocks[1].start:
        return None
    ends = (clocks[0], clocks[1])
    return "clocks", Clock(
        ends[0].start, ends[1].start, f"{ends[0].letters}/{ends[1].letters}", doubled=True, ends=ends
    )


def _spoken_clock(numbers: Sequence[Item]) -> Clock | None:
    """ "Two forty five": an hour and its minutes in words."""
    hour, minutes = numbers[0], numbers[1:]
    if any(n.text.isdigit() for n in numbers) or not 0 < hour.value < 13 or not minutes or minutes[0].value < 10:
        return None
    minute = sum(n.value for n in minutes)
    return clock_at(int(hour.value), int(minute)) if minute < 60 and minute == int(minute) else None


@GRAMMAR.rule("num - ampm")
def _dashed(context: Context, items: Sequence[Item]) -> Made:
    return ("clock", clock_at(int(items[0].value), half=items[2].value)) if 0 < items[0].value < 13 else None


@GRAMMAR.rule("num oclock ampm?")
def _o_clock(context: Context, items: Sequence[Item]) -> Made:
    half = items[2].value if len(items) > 2 and items[0].value < 13 else None
    return ("clock", clock_at(int(items[0].value), half=half)) if 0 < items[0].value < 25 else None


@GRAMMAR.rule(
    "num|dur dir num|clock|hour",
    "halfword dir num|clock|hour",
    "a? unit dir|to num|clock|hour",
    "dur to num|clock !unit|dur",
)
def _past(context: Context, items: Sequence[Item]) -> Made:
    """ "Ten past nine", "half past seven", "a quarter to eight"."""
    items = [i for i in items if i.name != "a"]
    minutes, hour = _minutes(items[0]), items[-1]
    clock = hour.value if hour.name == "clock" else clock_at(int(hour.value)) if 0 <= hour.value < 25 else None
    if items[1].text not in ("past", "to") or minutes is None or clock is None or clock.end is not None:
        return None
    total = clock.start // 60 + (minutes if items[1].text == "past" else -minutes)
    if not 0 < minutes < 60 or not 0 <= total < 1500:
        return None
    return "clock", msgspec.structs.replace(clock_at(total // 60, total % 60), doubled=clock.doubled)


def _minutes(item: Item) -> int | None:
    """How many minutes a number, a half, a quarter or "three minutes" are."""
    if item.name == "dur":
        parts = item.value.parts
        fits = len(parts) == 1 and parts[0][1] is not None and parts[0][0] in ("minute", "quarter")
        return int(parts[0][1] * (15 if parts[0][0] == "quarter" else 1)) if fits else None
    if item.name == "unit":
        return 15 if item.text == "quarter" else None
    return 30 if item.name == "halfword" else int(item.value)


@GRAMMAR.rule("num hour", "hour")
def _noon(context: Context, items: Sequence[Item]) -> Made:
    if len(items) == 2 and items[0].value != 12:
        return None
    hour = items[-1].value
    clock = clock_at(hour)
    return "clock", msgspec.structs.replace(clock, doubled=False)


def part_in(clock: Clock, part: str) -> Clock:
    """The early, middle or late half of a part of the day."""
    length = (clock.end or clock.start) - clock.start
    ends = {"start": (0, length // 2), "mid": (length // 4, 3 * length // 4), "end": (length // 2, length)}[part]
    return msgspec.structs.replace(clock, start=clock.start + ends[0], end=clock.start + ends[1])


@GRAMMAR.rule("phase -? part", "part")
def _part(context: Context, items: Sequence[Item]) -> Made:
    part = items[-1]
    if part.text in load_times().meals.names and not _tells_time(context, items[0]):
        return None
    if part.text == "dawn" and context.text[part.end : part.end + 4].startswith(" of "):
        return None  # "the dawn of an age"
    clock = part_of_day(part.text)
    if items[0].name == "phase":
        clock = part_in(clock, items[0].value)
    return "tod", clock


def _tells_time(context: Context, meal: Item) -> bool:
    """Whether a meal stands for its time: "after breakfast"."""
    before = context.text[max(0, meal.start - 12) : meal.start].lower().split()
    return bool(before) and before[-1] in load_times().meals.before


@GRAMMAR.rule("num num? in the tod", "num at tod", "clock in|at? the? tod")
def _in_the_morning(context: Context, items: Sequence[Item]) -> Made:
    """ "8 in the morning", "7:30 at night"."""
    part: Clock = items[-1].value
    clock = items[0].value
    if items[0].name == "num":
        minute = items[1].value if items[1].name == "num" else 0
        if not 0 < clock < 13 or clock != int(clock) or not 0 <= minute < 60 or part.letters == "TDT":
            return None
        clock = clock_at(int(clock), int(minute))
    if clock.end is not None or items[-1].text.endswith("s"):
        return None
    return "clock", _of_part(clock, part)


def _of_part(clock: Clock, part: Clock) -> Clock:
    late = part.start >= _NOON and not (part.letters == "TNI" and (clock.start % _NOON < 5 * _HOUR))
    return halved(clock, "p" if late else "a")


@GRAMMAR.rule(
    "<!dir tod at num|clock", "<!dir tod about|around num|clock", "tod at about|around num|clock", "tod clock"
)
def _part_at(context: Context, items: Sequence[Item]) -> Made:
    clock = items[-1].value
    if items[-1].name == "num":
        if not 0 < clock < 13 or clock != int(clock):
            return None
        clock = clock_at(int(clock))
    if clock.end is not None:
        return None
    read = _of_part(clock, items[0].value)
    return ("set", read.letters) if items[0].text.endswith("s") else ("clock", read)


@GRAMMAR.rule("clock x x? timeword", "clock x >,", "clock ,? x", "clock ( x )")
def _by_which_clock(context: Context, items: Sequence[Item]) -> Made:
    """ "5 p.m. EST", "10 a.m. local time", "noon Moscow time"."""
    return ("clock", items[0].value) if names_a_clock(context, items[1:]) else None


def names_a_clock(context: Context, items: Sequence[Item]) -> bool:
    """Whether the words behind a clock time say by which clock it is told."""
    words = {i.text for i in items}
    if items[-1].name != "timeword":
        return bool(words & load_times().clocks.names)
    return "local" in words or all(context.text[i.start].isupper() for i in items[:-1])
