"""Finding quantities in text: numerals with their bounds, scales and units."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from parley.annotate.ascii_view import ascii_view
from parley.annotate.bound_words import Interval, bound_after, bound_before, bounded, bounds, or_equal_after
from parley.annotate.date_patterns import numbers
from parley.annotate.dates import find_dates
from parley.annotate.number_kinds import (
    is_age,
    is_hour,
    is_label,
    is_pronoun,
    is_score,
    odds_before,
    phone_at,
    ratio_at,
)
from parley.annotate.numerals import Numeral, numeral_finder, numeral_starts, read_numeral, with_signs
from parley.annotate.per_share import with_shares
from parley.annotate.quantity_joining import FROM, Draft, Views, carried, from_to, interval_of, together
from parley.annotate.quantity_mention import QuantityKind, QuantityMention
from parley.annotate.timex import DateMention
from parley.annotate.unit_words import (
    Measured,
    by_weight,
    currency_before,
    currency_sign_after,
    glued_scale,
    length_after,
    money_scale,
    rate_after,
    scaled_behind,
    unit_after,
)
from parley.lexicon.bounds import BoundKind
from parley.model import Quantity, Span

__all__ = ["QuantityKind", "QuantityMention", "find_quantities"]

_SEPARATOR = re.compile(
    r"(?P<dash>[ ]?[-~][ ]?(?=\d|[a-z]{0,2}\$|rs\.? ?\d))|(?P<to>[ \n]+(?:to|through)[ \n]+|-[ ]?to(?:-|[ \n]+))|(?P<or>[ \n]+or[ \n]+|-or-)|(?P<and>[ \n]+and[ \n]+)"
)
_BETWEEN = re.compile(r"\bbetween[ \n]+(?:(?:[A-Z]{1,2})?\$[ ]?|Rs\.?[ ]?)?$", re.IGNORECASE)
_NEGATIVE = re.compile(r"(?:^|[\s(<>=])-$|^-[ ]$|\b(?:minus|negative)[ \n]+$")
_OLD = re.compile(r"[ \n-]+(?:olds?|long)\b|[ \n]+of[ \n]+age\b")
_YEARS_OLD = re.compile(r"[ \n]*-?[ \n]?y\.?o\.?\b")
_MILLIONS = re.compile(r"m[ \n](?:people|[a-z]{3,}s|in[ \n]need|without|homeless|jobless|displaced|hungry|dead)\b")
_HALF_MORE = re.compile(r"[ \n]and[ \n]a[ \n](half|quarter)\b")
_OVER = re.compile(r"[ \n]over[ \n](?=[a-z0-9])")
_ENDS = re.compile(r"[ \n]*(?:[.?!;)](?!\d)|$)")
_RUN_OF_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[a-z]+")
_NAME_TAIL = re.compile(r"(?:[-/]?\w+|\.\d+)*")
_ARTICLE_OR_OF = re.compile(r"[ \n-]+(?:an?|of)(?=[ \n-])")
_ARTICLE_BEFORE = re.compile(r"(?:^|[ \n])(a )$")
_NEXT_SIGN = re.compile(r"(?:[a-z]{1,2})?\$[ ]?|rs\.?[ ]?(?=\d)")
_SCALED = 100  # in "3 to 4 million" the second is more than so many times the first as written
_WIDEST = 5  # "10 to 40" may be a range, "10 to 400" hardly
_FIGURES: frozenset[QuantityKind] = frozenset(("count", "money", "percent", "duration", "measure", "ratio"))
_CALENDAR_KINDS = ("date", "month", "season")
_DATE_KINDS: dict[str, QuantityKind] = {"time": "time_of_day", "year": "year"}


def find_quantities(text: str, *, dates: Sequence[DateMention] | None = None) -> list[QuantityMention]:
    """All quantities of `text` in order of their start; none overlaps another.

    Offsets are code points of `text`. `dates` are the dates of `text` where the caller has them already; a number inside
    one has the kind "date", "time_of_day" or "year", but lengths of time counted from a day ("two weeks ago") are
    durations here, too.
    """
    view = ascii_view(text)
    views = Views(text, view, with_signs(text, view.lower()))
    placed = _placed(find_dates(text) if dates is None else dates)
    starts = [span.start for span, _ in placed]
    drafts: list[Draft] = []
    done = 0
    for start in numeral_starts(views.low):
        if start < done:
            continue
        i = bisect_right(starts, start) - 1
        draft = _dated(placed[i], start, views) if i >= 0 and start < placed[i][0].end else _draft(views, start)
        if draft is None or draft.start < done:
            continue
        done = draft.end
        if drafts:
            joint = together(views.low, drafts[-1], draft)
            if joint is not None:
                drafts[-1] = joint
                continue
            drafts[-1] = from_to(views.low, drafts[-1], draft)
            draft = carried(views.low, drafts[-1], draft)
        drafts.append(draft)
    return with_shares(text, (_mention(views, draft) for draft in drafts))


def _placed(dates: Sequence[DateMention]) -> list[tuple[Span, QuantityKind]]:
    """Spans whose numbers belong to the calendar; of "two weeks ago" the number is a length of time."""
    return [(d.span, _DATE_KINDS.get(d.kind, "date")) for d in dates if d.offset is None or d.kind in _CALENDAR_KINDS]


def _dated(place: tuple[Span, QuantityKind], start: int, views: Views) -> Draft:
    span, kind = place
    digits = _RUN_OF_DIGITS.match(views.low, start)
    word = _WORD.match(views.low, start)
    lexicon = numbers()
    named = lexicon.ordinals.get(word[0], lexicon.cardinals.get(word[0], 0)) if word else 0
    value = float(digits[0][:15]) if digits else float(named)
    end = digits.end() if digits else word.end() if word else span.end
    return Draft(span.start, span.end, Numeral(start, end, value, value, "digits"), Interval(value, value), kind)


def _draft(views: Views, start: int) -> Draft | None:
    """The quantity whose numeral starts at `start`, or None when the words there count nothing."""
    text, _, low = views
    numeral = read_numeral(text, low, start)
    if numeral is None or (low[start - 1 : start].isalpha() and not low[start].isdigit()) or is_pronoun(low, numeral):
        return None
    return _named(views, numeral) or _counted(views, numeral)


def _plain(numeral: Numeral, kind: QuantityKind, start: int, end: int) -> Draft:
    return Draft(start, end, numeral, Interval(numeral.lower, numeral.upper), kind)


def _named(views: Views, numeral: Numeral) -> Draft | None:
    """Numbers that are no figure of the story."""
    text, view, low = views
    start, end = numeral.start, numeral.end
    if numeral.form == "ordinal":
        return _plain(numeral, "ordinal", start, end)
    if is_hour(low, numeral):
        return _plain(numeral, "time_of_day", start, end)
    if low[start].isdigit():
        phone = phone_at(view, start)
        if phone is not None:
            return _plain(numeral, "phone", start - (view[start - 1 : start] == "+"), phone)
        money = currency_before(text, view, start)
        unit = unit_after(low, end, digits=True)
        if money or (unit and not low[start - 1 : start].isalpha()):
            return None
        if glued_scale(text, low, end)[1] > 1 and not low[start - 1 : start].isalpha():
            return None
    if not is_label(view, numeral):
        return None
    tail = _NAME_TAIL.match(view, end) if numeral.form == "digits" else None
    return _plain(numeral, "label", start, tail.end() if tail else end)


def _counted(views: Views, numeral: Numeral) -> Draft | None:
    """A numeral with its unit, its second half where it is a range, and its bounds."""
    _, view, low = views
    if is_age(view, low, numeral):
        return _aged(low, numeral)
    draft = _ratio(views, numeral) or _over(views, numeral) or _range(views, numeral) or _single(views, numeral)
    if draft.kind not in _FIGURES:
        return draft
    return _bounded(views, draft)


def _aged(low: str, numeral: Numeral) -> Draft:
    unit = unit_after(low, numeral.end, digits=True)
    old = _OLD.match(low, unit.edge) if unit else None
    old = old or _YEARS_OLD.match(low, numeral.end)
    end = old.end() if old else numeral.end
    draft = _plain(numeral, "age", numeral.start, end)._replace(unit=unit.unit if unit and old else "year")
    bound = bound_before(low, numeral.start, measured=True, lasting=False)
    return draft._replace(start=bound[0], interval=bounded(draft.interval, bound[1])) if bound else draft


def _single(views: Views, numeral: Numeral) -> Draft:
    """One numeral with the unit before or after it."""
    text, view, low = views
    money = currency_before(text, view, numeral.start)
    if money:
        end, factor = money_scale(low, numeral.end)
        draft = _measured(numeral, Measured(end, money.unit, "money", factor * money.factor))
        named = unit_after(low, end, digits=True)
        if named and named.kind == "money" and named.factor == 1 and named.unit == money.unit:
            draft = draft._replace(end=named.edge)
        return draft._replace(start=money.edge)
    end, factor = numeral.end, 1
    if numeral.form == "digits":
        end, factor = glued_scale(text, low, end)
    article = _ARTICLE_OR_OF.match(low, end)
    unit = unit_after(low, end, digits=numeral.form == "digits")
    if unit and unit.unit == "metre" and _MILLIONS.match(low, numeral.end):
        return _unmeasured(numeral, numeral.end + 1, 1_000_000)
    if unit is None and article and numeral.form in ("fraction", "vague"):
        unit = unit_after(low, article.end(), digits=False)
    unit = unit or length_after(low, end)
    if unit and unit.kind == "duration":
        return _lasting(low, numeral, unit)
    unit = scaled_behind(low, by_weight(low, numeral.start, unit) or currency_sign_after(text, low, end))
    if unit is None:
        return _unmeasured(numeral, end, factor)
    return _measured(numeral, unit._replace(factor=unit.factor * factor))


def _lasting(low: str, numeral: Numeral, unit: Measured) -> Draft:
    """A length of time, with the words that may follow its unit: "old", "long", "and a half"."""
    more = _HALF_MORE.match(low, unit.edge) if numeral.lower == 1 else None
    if more:
        value = 1 + 1 / numbers().denominators[more[1]]
        numeral = numeral._replace(lower=value, upper=value)
        return _measured(numeral, unit._replace(edge=more.end()))
    old = _OLD.match(low, unit.edge)
    return _measured(numeral, unit._replace(edge=old.end()) if old else unit)


def _unmeasured(numeral: Numeral, end: int, factor: float) -> Draft:
    kind: QuantityKind = "ratio" if numeral.form == "fraction" else "count"
    draft = _plain(numeral, kind, numeral.start, end)
    return draft._replace(interval=interval_of(numeral, factor))


def _measured(numeral: Numeral, unit: Measured) -> Draft:
    return Draft(numeral.start, unit.edge, numeral, interval_of(numeral, unit.factor), unit.kind, unit.unit)


def _ratio(views: Views, numeral: Numeral) -> Draft | None:
    """ "One in five", "two out of three", "3:1"."""
    match = ratio_at(views.low, numeral)
    if match is None or numeral.form not in ("digits", "words") or numeral.lower < 1:
        return None
    if match["one"] and not odds_before(views.low, numeral.start, match):
        return None
    if match["colon"] or match["one"]:
        second = float(match["colon"] or 1)
        end = match.end()
    else:
        other = read_numeral(views.text, views.low, match.start("rest"))
        if other is None or other.form not in ("digits", "words") or unit_after(views.low, other.end, digits=True):
            return None
        if not numeral.lower < other.lower <= 1000 or (match[1] == "in" and numeral.lower > 10):
            return None
        second, end = other.lower, other.end
    if second == 0 or (match["one"] and numeral.lower < 2):
        return None
    value = float(f"{numeral.lower / second:.12g}")
    return Draft(numeral.start, end, numeral, Interval(value, value), "ratio")


def _over(views: Views, numeral: Numeral) -> Draft | None:
    """ "One over twenty": a fraction, where nothing follows that the second number would count."""
    match = _OVER.match(views.low, numeral.end)
    if match is None or numeral.form not in ("digits", "words"):
        return None
    other = read_numeral(views.text, views.low, match.end())
    if (
        other is None
        or other.form not in ("digits", "words")
        or not other.lower
        or not _ENDS.match(views.low, other.end)
    ):
        return None
    value = float(f"{numeral.lower / other.lower:.12g}")
    return Draft(numeral.start, other.end, numeral, Interval(value, value), "ratio")


def _range(views: Views, numeral: Numeral) -> Draft | None:
    """ "10 to 12", "10-12", "between $5 and $7 million"; a change "from 80 to 92" is two numbers."""
    text, view, low = views
    if numeral.form not in ("digits", "words"):
        return None
    first = _single(views, numeral)
    separator = _SEPARATOR.match(low, first.end) or _SEPARATOR.match(low, numeral.end)
    if separator is None:
        return None
    place = separator.end()
    sign = _NEXT_SIGN.match(low, place)
    place = sign.end() if sign else place
    other = read_numeral(text, low, place) if numeral_finder().match(low[place : place + 12].encode()) else None
    if other is None or other.form not in ("digits", "words"):
        return None
    second = _single(views, other)
    window = view[max(0, numeral.start - 24) : numeral.start]
    between = _BETWEEN.search(window)
    joined = _joined(first, second)
    if joined is None:
        return _result(low, numeral, other) if separator["dash"] else None
    if separator["dash"] and first.unit is None and second.unit is None and is_score(low, numeral.start, other.end):
        return _result(low, numeral, other)
    if separator["and"] and not between:
        return None
    from_ = FROM.search(window)
    ranging = from_ is not None and _ranges(window[: from_.start()])
    if not separator["and"] and not ranging and (from_ or not _near(joined, separator)):
        return None
    lead = between or (from_ if ranging else None)
    start = numeral.start - (len(window) - lead.start()) if lead else first.start
    return joined._replace(start=start)


def _ranges(before: str) -> bool:
    """ "Ranging from 5 to 9": between the two, not a change from one to the other."""
    words = _WORD.findall(before.lower())
    return bool(words) and words[-1] in numbers().context.range_words


def _near(draft: Draft, separator: re.Match[str]) -> bool:
    lower, upper = draft.interval.lower or 0, draft.interval.upper or 0
    return upper <= lower * (2 if separator["or"] else _WIDEST) or lower == 0


def _joined(first: Draft, second: Draft) -> Draft | None:
    """The range from one draft to the other; the first takes scale and unit of the second where it has none."""
    if first.unit and first.unit != second.unit and not (first.kind == "money" and second.unit is None):
        return None
    low, high = first.interval.lower or 0, second.interval.upper or 0
    if low == first.numeral.lower and 0 < low < min(high / _scale_of(high), 1000):
        low *= _scale_of(high) if high / low > _SCALED else 1
    elif second.unit and first.unit is None and high < second.numeral.upper:
        low = float(f"{low * high / second.numeral.upper:.12g}")
    if low >= high:
        return None
    unit, kind = second.unit or first.unit, second.kind if second.unit else first.kind
    return first._replace(end=second.end, interval=Interval(low, high), unit=unit, kind=kind)


def _scale_of(value: float) -> float:
    """The largest of thousand, million and so on that `value` holds; 1 for smaller values."""
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3) if value >= scale), 1)


def _result(low: str, numeral: Numeral, other: Numeral) -> Draft:
    """ "2-1" and its like: the result of a game or a vote, or a name."""
    small = max(numeral.lower, other.lower) < 1000
    kind: QuantityKind = "score" if small and is_score(low, numeral.start, other.end) else "label"
    return _plain(numeral, kind, numeral.start, other.end)


def _bounded(views: Views, draft: Draft) -> Draft:
    """The draft with the bound words around it."""
    low = views.low
    negative = _NEGATIVE.search(low[max(0, draft.start - 10) : draft.start]) if draft.interval.lower else None
    if negative:
        lower, upper = draft.interval.lower or 0, draft.interval.upper or 0
        draft = draft._replace(start=draft.start - len(negative[0].lstrip(" \n(")), interval=Interval(-upper, -lower))
    measured, lasting = draft.unit is not None, draft.kind == "duration"
    article = _ARTICLE_BEFORE.search(low[max(0, draft.start - 3) : draft.start])
    hyphened = bool(article and draft.unit) and low[draft.numeral.end : draft.numeral.end + 1] == "-"
    if hyphened:
        draft = draft._replace(start=draft.start - 2)
    for _ in range(2):
        found = bound_before(low, draft.start, measured=measured, lasting=lasting)
        # "under a six-day truce": the word belongs to the truce.
        if found is None or (hyphened and low[found[0] : draft.start].strip() in bounds().reading.prepositions):
            break
        draft = _with_bound(draft, found[1])._replace(start=found[0])
    equal = or_equal_after(low, draft.end) if draft.bound in ("more_than", "less_than") else None
    if equal is not None:
        return draft._replace(end=equal, interval=draft.interval._replace(lower_open=False, upper_open=False))
    after = bound_after(low, draft.end)
    return _with_bound(draft, after[1])._replace(end=after[0]) if after else draft


def _with_bound(draft: Draft, kind: BoundKind) -> Draft:
    return draft._replace(interval=bounded(draft.interval, kind), bound=draft.bound or kind)


def _mention(views: Views, draft: Draft) -> QuantityMention:
    interval, span = draft.interval, Span(draft.start, draft.end)
    quantity = Quantity(
        interval.lower,
        interval.upper,
        interval.lower_open,
        interval.upper_open,
        interval.approximate,
        draft.unit,
        span.of(views.text),
    )
    rate = rate_after(views.view, draft.end, kind=draft.kind) if draft.kind in _FIGURES else None
    return QuantityMention(span, Span(draft.numeral.start, draft.numeral.end), quantity, draft.kind, rate)
