"""Amounts that are told as things stand: the level a proposal would move, and nothing that is put forward."""

from __future__ import annotations

import re

from parley.annotate.quantities import QuantityMention

__all__ = ["is_moved_level", "is_replaced", "is_standing_level"]

_REACH = 70  # characters before a number in which its level is told as that of today
_NOW = r"(?:current(?:ly)?|present(?:ly)?|existing|now|today|at[ \n]+present|at[ \n]+the[ \n]+moment)"
# "the floor price (set at 150 cents", ", currently 360,000 tonnes".
_AS_IT_STANDS = re.compile(
    rf"[(,][ \n]*(?:(?:{_NOW}|still|first|last|originally)[ \n]+)?(?:(?:set|fixed|pegged|capped|standing|frozen)[ \n]+(?:\w+[ \n]+)?at|{_NOW})"
    r"[ \n]+(?:about[ \n]+|around[ \n]+|some[ \n]+)?$"
)
# "to lower the floor price of 150 cents".
_MOVED = re.compile(
    r"\b(?:lower|rais|cut|reduc|adjust|chang|revis|increas|abolish|scrap|eas|lift|mov)(?:e|es|ed|ing|t|ts|ting|s)?"
    r"[ \n]+(?:the|its|their)[ \n]+(?:[\w\"'()-]+[ \n]+){0,8}?"
    r"\(?(?:price|level|floor|ceiling|rate|limit|threshold|minimum|maximum|tariff|duty|levy|quota)[)\"']{0,2}[ \n]+of[ \n]+$"
)
_TO_WHAT = re.compile(r"(?:[ \n]+(?:an?|per|each)[ \n]+[\w/-]+)?,?[ \n]+to[ \n]+(?:about[ \n]+)?\d")
# "instead of the current 18-month intervals".
_REPLACED = re.compile(
    rf"\b(?:instead of|rather than|in place of|replacing)[ \n]+(?:the|its|their|an?)[ \n]+{_NOW}[ \n]+$"
)


def is_standing_level(text: str, mention: QuantityMention) -> bool:
    """Whether the words before an amount tell it as the level of today, which is to be moved or replaced."""
    start = mention.number.start
    led = text[max(0, start - _REACH) : start].lower()
    if _REPLACED.search(led) or _AS_IT_STANDS.search(led):
        return True
    return _MOVED.search(led) is not None and _TO_WHAT.match(text, mention.span.end) is None


def is_moved_level(text: str, mention: QuantityMention) -> bool:
    """Whether a level is to be moved to what stands behind it ("lower the floor price of 90 cents to 80")."""
    start = mention.number.start
    moved = _MOVED.search(text[max(0, start - _REACH) : start].lower())
    return moved is not None and _TO_WHAT.match(text, mention.span.end) is not None


def is_replaced(text: str, mention: QuantityMention) -> bool:
    """Whether it is told only as what another amount is to take the place of."""
    return is_standing_level(text, mention) or is_moved_level(text, mention)
