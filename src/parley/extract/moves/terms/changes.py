"""Amounts that stand for other amounts: the old one of a change, the whole of a part."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import msgspec

from parley.annotate.quantities import QuantityMention
from parley.extract.moves.terms.standing_levels import is_moved_level, is_standing_level
from parley.model import Quantity

__all__ = ["AMOUNTS", "Changes", "find_changes"]

# Kinds of quantities that say how much of a thing.
AMOUNTS = frozenset({"count", "money", "percent", "measure", "ratio"})
_NUMBERED = AMOUNTS | {"duration"}

_FROM = re.compile(
    r"\b(?:from|not|instead of|rather than|compared (?:to|with)|against|as against|versus)[ \n]+"
    r"(?:(?:the|its|their|his|her|an?|current|previous|earlier|original|initial|present|existing|agreed)[ \n]+){0,3}$"
)
_TO = re.compile(r"(?:[ \n]+[\w'-]+){0,3}?,?[ \n]+(?:down[ \n]+|up[ \n]+)?to[ \n]+(?:the[ \n]+|an?[ \n]+)?$")
_BEFORE_TO = re.compile(
    r"(?:[ \n]+(?:an?|per|of|in|each)?[ \n]*[\w'-]+){0,6}?,?[ \n]+(?:--?[ \n]+)?(?:up[ \n]+|down[ \n]+)?"
    r"(?:from|not|instead of|rather than|compared (?:to|with)|against|as against|versus|where)[ \n]+(?:[\w'-]+[ \n]+){0,4}$"
)
# "21,000 a month where they now draw 16,500".
_WHERE = re.compile(r"\bwhere[ \n]+(?:[\w'-]+[ \n]+){2,4}$")
# "having held out for 14 per cent, came down to 9".
_HELD = re.compile(
    r"\b(?P<having>having[ \n]+)?(?:(?:first|originally|initially|earlier|once|at first)[ \n]+)?"
    r"(?:held out|holding out|asked|pressed|pushed|sought|wanted|demanded|insisted|claimed|offered)[ \n]+(?:for[ \n]+|on[ \n]+)?$"
)
_YIELDED = (
    r"(?:(?:has|have|had|then|now|later|finally|eventually|could|would|will)[ \n]+)*"
    r"(?:(?:came|come|comes|went|gone|backed|climbed|moved|dropped|edged)[ \n]+(?:back[ \n]+)?(?:down|up)[ \n]+to|settled?[ \n]+for|"
    r"live[ \n]+with)[ \n]+(?:an?[ \n]+|the[ \n]+)?$"
)
_THEN_YIELDED = re.compile(r"[^,;.]{0,20}?,?[ \n]+(?:but|and|before|then)[ \n]+" + _YIELDED)
_HAVING_YIELDED = re.compile(r"[^;.]{0,90}?,[^;.]{0,90}?[ \n]" + _YIELDED)
# "a bid of 40 dlrs has been raised to 45", "cut its 12 percent tariff to 8 percent".
_MOVED = (
    r"(?:rais|increas|lift|boost|improv|sweeten|lower|reduc|trimm?|slash|halv|doubl|chang|revis|upp|scal|par|shorten|"
    r"prolong|extend|lengthen|shav|narrow|soften|moderat|hik|bump|whittl|curb|expand|enlarg|treb?l|tripl)(?:ed|es|e|ing|s)?|"
    r"cut|cuts|cutting|up|bring|brings|brought|bringing|shrink|shrank|shrunk"
)
_MOVED_TO = re.compile(
    rf"(?:[ \n]+[\w'-]+){{0,10}}?,?(?:[ \n]+(?:has|have|had|was|were|been|be|is|being|now|since|to))*[ \n]+(?:{_MOVED})(?:[ \n]+\w+)?[ \n]+to[ \n]+$"
)
_MOVING = re.compile(rf"\b(?:{_MOVED})[ \n]+(?:(?:its|the|their|his|her|an?)[ \n]+)?(?:[\w'-]+[ \n]+){{0,2}}$")
_LEVEL = re.compile(r"(?:[ \n-]+[\w'-]+){1,6}[ \n]+to[ \n]+$")
_STRETCH = re.compile(r"\b(?:over|for|in|within|across|during|after)[ \n]+(?:the[ \n]+(?:next[ \n]+)?)?$")
_BY = re.compile(r"\bby[ \n]+$")
_COMMA_TO = re.compile(r",?[ \n]+to[ \n]+$")
_WHOLE = re.compile(
    r"[ \n]+(?:(?!out\b)[a-z-]+[ \n]+|out[ \n]+)?of[ \n]+(?:the|its|their|his|her|our|these|those|all|some)\b"
    r"(?:[ \n]+(?!(?:for|at|to|from|by|with|over|and|or|on|against|in)\b)[\w'’-]+){0,3}?[ \n]+$"
    r"|[ \n]+(?:out[ \n]+)?of[ \n]+$"
)
_NEXT_WORD = re.compile(r"[ \n-]+([A-Za-z]+)")
_NO_NOUN = frozenset(
    [
        "to", "in", "a", "an", "per", "last", "at", "on", "after", "before", "when", "and", "or", "but",
        "this", "now", "currently", "by", "for", "under", "earlier", "if", "as", "with", "of", "it", "they",
        "he", "she", "we", "which", "that", "previously", "tabled", "offered", "proposed", "sought",
        "demanded", "today", "until", "since", "while", "previous",
    ]
)  # fmt: skip
_ALL_BUT = re.compile(r"\b(?:all|everyone|everybody|every one) (?:but|except) $")
# "By 61 votes to 54, with nine abstentions".
_MORE_THAN = re.compile(
    r"(?:[ \n]+an?[ \n]+[\w-]+)?[ \n]+(?:(?:more|less|higher|lower|better|fewer|cheaper)[ \n]+than|above|below|short[ \n]+of)\b"
)
_VOTES = re.compile(r"(?:[ \n]+|-)(?:votes?|abstentions?|ballots?|noes|ayes|in favou?r|against)\b")
_VOTES_TO = re.compile(r"\b(?:votes?|by[ \n]+[\w-]+)[ \n]+to[ \n]+$")
# "Half a Northgate share for each of theirs".
_OF_A_SHARE = re.compile(r"[ \n]+(?:of[ \n]+)?(?:an?|one)[ \n]+(?:[\w.'’&-]+[ \n]+){0,3}?share\b")
_REACH = 40  # characters before a number in which its preposition stands
_FAR = 70  # and in which what it is not to pass is said no to
# "Would not sell for less than 15", "could accept no more than 9": the amount is the least or the most that would do.
_NOT_PAST = re.compile(
    r"(?:\b(?:not|never|nobody|nothing|none|no)|n['’]t)\b(?![ \n]+(?:only|just|merely)\b)[^.;:!?,]{0,45}?"
    r"\b(?:(?P<least>less[ \n]+than|fewer[ \n]+than|lower[ \n]+than|below|under|short[ \n]+of)|"
    r"more[ \n]+than|higher[ \n]+than|further[ \n]+than|beyond|above|over|past)[ \n]+[^\w.;,!?]{0,2}$"
)


class Changes(msgspec.Struct, frozen=True):
    """By the start of a number: the amount it was before (`previous`), and which numbers are old ones or wholes."""

    previous: dict[int, QuantityMention]
    old: frozenset[int]
    wholes: dict[int, QuantityMention]
    left: dict[int, QuantityMention]
    told: dict[int, QuantityMention]

    def read(self, text: str, mention: QuantityMention) -> QuantityMention:
        """The mention as a term has it: shares in percent, rates apart from their unit, "all but 3 of 40" as 37."""
        quantity = mention.quantity
        if mention.kind == "ratio" and quantity.unit is None and _OF_A_SHARE.match(text, mention.span.end):
            return msgspec.structs.replace(
                mention, kind="count", quantity=msgspec.structs.replace(quantity, unit="shares")
            )
        if mention.kind == "ratio" and quantity.unit is None:
            return msgspec.structs.replace(mention, kind="percent", quantity=_in_percent(quantity))
        if mention.kind == "duration" and quantity.lower_open and mention.span.of(text).lower().startswith("over"):
            # "Stretched over nine years": the preposition, not "more than".
            return msgspec.structs.replace(mention, quantity=_exactly(quantity))
        if quantity.unit == "fortnight":
            return msgspec.structs.replace(mention, quantity=_in_weeks(quantity))
        if (bound := _bound_accepted(text, mention)) is not None:
            return msgspec.structs.replace(mention, quantity=bound)
        unit, _, per = (quantity.unit or "").partition(" per ")
        if per and mention.kind == "measure":
            return msgspec.structs.replace(mention, quantity=msgspec.structs.replace(quantity, unit=unit), per=per)
        whole = self.left.get(mention.number.start)
        if whole is not None:
            return _remainder(text, mention, whole)
        return mention

    def newer(self, mention: QuantityMention) -> QuantityMention | None:
        """The amount that came in the place of an old one."""
        start = next((new for new, old in self.previous.items() if old.number == mention.number), None)
        return self.told.get(start) if start is not None else None

    def is_aside(self, mention: QuantityMention) -> bool:
        """Whether the number is the old one of a change, or the whole of which another is a part."""
        start = mention.number.start
        return start in self.old or start in self.wholes


def find_changes(text: str, mentions: Sequence[QuantityMention]) -> Changes:
    """The changes ("from 12 to 8 per cent", "to 92.50, up from 80") and parts ("nine of the 15") among the mentions.

    `mentions` stand in one sentence of `text`, in its order. `wholes` maps a whole to its part.
    """
    numbered = [m for m in mentions if m.kind in _NUMBERED]
    previous: dict[int, QuantityMention] = {}
    wholes: dict[int, QuantityMention] = {}
    left: dict[int, QuantityMention] = {}
    steps: set[int] = set()
    told = {m.number.start: m for m in numbered}
    for i, mention in enumerate(numbered):
        before = numbered[i - 1] if i else None
        if before is not None and i > 1 and before.kind == "duration" != mention.kind and _is_stretch(text, before):
            before = numbered[i - 2]  # "4 per cent over two years, up from 3", not "one: six days instead of ten"
        if (
            before is not None
            and before.kind in {"count", "ratio", "percent", mention.kind}
            and _is_whole(text, before, mention)
        ):
            wholes[mention.number.start] = before
            if _ALL_BUT.search(text[max(0, before.span.start - 20) : before.span.start].lower()):
                left[before.number.start] = mention
        start = mention.span.start
        after = numbered[i + 1] if i + 1 < len(numbered) else None
        if after is not None and _is_moved(text, mention, after):
            previous[after.number.start] = mention
            continue
        if after is not None and _is_given_up(text, mention, after):
            previous[after.number.start] = mention
            continue
        if (
            (after is not None and _is_step(text, mention, after))
            or _is_ballot(text, mention)
            or _is_gap(text, mention)
            or is_standing_level(text, mention)
        ):
            steps.add(mention.number.start)
        led = text[max(0, start - _REACH) : start].lower()
        if not (_FROM.search(led) or _WHERE.search(led)):
            continue
        if (
            after is not None
            and _TO.fullmatch(text[mention.span.end : after.span.start])
            and _alike(text, mention, after)
        ):
            previous[after.number.start] = mention
        elif (
            before is not None
            and before.number.start not in previous
            and _BEFORE_TO.fullmatch(text[before.span.end : start].lower())
            and _alike(text, mention, before)
        ):
            previous[before.number.start] = mention
    return Changes(previous, frozenset({m.number.start for m in previous.values()} | steps), wholes, left, told)


def _is_stretch(text: str, length: QuantityMention) -> bool:
    """ "over two years", "for two years": over which what is told before it is given."""
    return bool(_STRETCH.search(text[max(0, length.span.start - _REACH) : length.span.start].lower()))


def _is_moved(text: str, old: QuantityMention, new: QuantityMention) -> bool:
    """Whether a verb of change leads from the one to the other, of one unit."""
    bare = old.kind in {"count", "percent"} and new.kind == "count" and _noun(text, new) is None
    lengths = old.kind == new.kind == "duration"
    same = old.quantity.unit is not None and old.quantity.unit == new.quantity.unit and old.kind != "duration"
    if not (bare or lengths or same):
        return False
    between = text[old.span.end : new.span.start].lower()
    before = text[max(0, old.span.start - _REACH) : old.span.start].lower()
    return is_moved_level(text, old) or bool(
        _MOVED_TO.fullmatch(between) or (_MOVING.search(before) and _LEVEL.fullmatch(between))
    )


def _is_given_up(text: str, old: QuantityMention, new: QuantityMention) -> bool:
    """Whether one side first held to the one amount, and then settled for the other."""
    if not _alike(text, old, new):
        return False
    held = _HELD.search(text[max(0, old.span.start - _REACH) : old.span.start].lower())
    yielded = _HAVING_YIELDED if held and held["having"] else _THEN_YIELDED
    return held is not None and bool(yielded.fullmatch(text[old.span.end : new.span.start].lower()))


def _is_step(text: str, step: QuantityMention, new: QuantityMention) -> bool:
    """ "By a fifth, to 1.6 billion": a share that only says how far it is to the new level."""
    before = text[max(0, step.span.start - _REACH) : step.span.start].lower()
    relative = step.kind in {"ratio", "percent"} and new.kind in {"money", "measure"}
    return relative and bool(_BY.search(before) and _COMMA_TO.fullmatch(text[step.span.end : new.span.start].lower()))


def _is_gap(text: str, mention: QuantityMention) -> bool:
    """ ", 4 cents more than now": how far an amount is from another."""
    before = text[max(0, mention.span.start - 3) : mention.span.start].strip()
    return before.endswith((",", "-", "–", "—")) and bool(_MORE_THAN.match(text, mention.span.end))


def _is_ballot(text: str, mention: QuantityMention) -> bool:
    """Whether the number is one of votes cast."""
    if mention.kind != "count":
        return False
    before = text[max(0, mention.span.start - _REACH) : mention.span.start].lower()
    return bool(_VOTES.match(text, mention.span.end) or (_VOTES_TO.search(before) and "vote" in before))


def _in_percent(quantity: Quantity) -> Quantity:
    """A share as percent, to a tenth: "a quarter" is 25, "a third" between 33.3 and 33.4."""
    lower, upper = (None if v is None else v * 100 for v in (quantity.lower, quantity.upper))
    return msgspec.structs.replace(
        quantity,
        lower=None if lower is None else math.floor(lower * 10 + 1e-6) / 10,
        upper=None if upper is None else math.ceil(upper * 10 - 1e-6) / 10,
        unit="percent",
    )


def _exactly(floor: Quantity) -> Quantity:
    return msgspec.structs.replace(floor, upper=floor.lower, lower_open=False)


def _in_weeks(fortnights: Quantity) -> Quantity:
    lower, upper = (None if v is None else v * 2 for v in (fortnights.lower, fortnights.upper))
    return msgspec.structs.replace(fortnights, lower=lower, upper=upper, unit="week")


def _bound_accepted(text: str, mention: QuantityMention) -> Quantity | None:
    """The least or the most that would do, where what lies past it is said no to."""
    start, quantity = mention.number.start, mention.quantity
    found = _NOT_PAST.search(text[max(0, start - _FAR) : start].lower())
    value = quantity.upper if quantity.lower in {None, 0.0} else quantity.lower
    if found is None or value is None:
        return None
    lower, upper = (value, None) if found["least"] else (0, value)
    return msgspec.structs.replace(quantity, lower=lower, upper=upper, lower_open=False, upper_open=False)


def _remainder(text: str, part: QuantityMention, whole: QuantityMention) -> QuantityMention:
    """What is left of the whole: "all but three of the 40" are 37."""
    rest = [v - (part.quantity.upper or 0) for v in (whole.quantity.lower, whole.quantity.upper) if v is not None]
    if len(rest) < 2 or rest[0] <= 0:
        return part
    words = text[part.span.start : whole.span.end]
    quantity = msgspec.structs.replace(part.quantity, lower=rest[0], upper=rest[1], verbatim=words)
    return msgspec.structs.replace(part, quantity=quantity)


def _is_whole(text: str, part: QuantityMention, whole: QuantityMention) -> bool:
    between = text[part.span.end : whole.span.start].lower()
    return whole.kind in {"count", "money"} and whole.per is None and bool(_WHOLE.fullmatch(between))


def _alike(text: str, old: QuantityMention, new: QuantityMention) -> bool:
    """Whether two amounts may be of the same thing: of one unit, or one without, and no noun of its own."""
    if old.kind == "duration" and new.kind != "duration":
        # "from ten hours to twelve".
        return new.kind == "count" and _noun(text, new) is None
    units = (old.quantity.unit, new.quantity.unit)
    if units[0] is not None and units[1] is not None:
        return units[0] == units[1]
    noun, other = _noun(text, old), _noun(text, new)
    return noun is None or other is None or noun == other or units[0] is not None


def _noun(text: str, mention: QuantityMention) -> str | None:
    match = _NEXT_WORD.match(text, mention.span.end)
    return match[1].lower() if match and match[1].lower() not in _NO_NOUN else None
