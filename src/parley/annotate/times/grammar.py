"""How patterns over items are written and applied: a cascade of rules, each of which makes one item of several."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from parley.annotate.times.items import Item
from parley.annotate.times.moments import Clock, Moment

__all__ = ["Context", "Grammar", "Rule", "applied"]

_FIRST_CODE = 0xE000
_CODES: dict[str, str] = {}


class Context(msgspec.Struct, frozen=True):
    """What a rule may ask besides its items: the moment of writing, and where in the text a time is still to come."""

    now: datetime
    ahead: Callable[[int], bool | None]
    text: str
    day_first: bool = False


Builder = Callable[[Context, Sequence[Item]], "tuple[str, Any] | None"]


class Rule(NamedTuple):
    """A pattern over names of items and what it makes of them: the new item's name and value, or None for nothing."""

    pattern: re.Pattern[str]
    build: Builder


def _code(name: str) -> str:
    if name not in _CODES:
        _CODES[name] = chr(_FIRST_CODE + len(_CODES))
    return _CODES[name]


_SIGNS = {",", "-", "/", "(", ")", ":", ".", "~", "$", "#", "%", "+", "&", "=", "<", ">", "@"}
_TOKEN = re.compile(r"(<!|<|>|!)?(\S+?)([?*]?)$")


def _compiled(pattern: str) -> re.Pattern[str]:
    """Names parted by spaces; `a|b` for either, `?` and `*` after one, `>` and `!` before one that must or must not
    follow, `<` and `<!` before one that must or must not stand before."""
    source = ""
    for token in pattern.split():
        match = _TOKEN.match(token)
        assert match is not None
        look, names, often = match.groups()
        one = "[" + "".join(_code(name) for name in names.split("|")) + "]"
        source += {None: one + often, ">": f"(?={one})", "!": f"(?!{one})", "<": f"(?<={one})", "<!": f"(?<!{one})"}[
            look
        ]
    return re.compile(source)


class Grammar:
    """Rules in the order in which they are applied."""

    def __init__(self) -> None:
        """Without rules."""
        self.rules: list[Rule] = []

    def rule(self, *patterns: str) -> Callable[[Builder], Builder]:
        """Adds the function below it as the builder of `patterns`."""

        def add(build: Builder) -> Builder:
            self.rules += [Rule(_compiled(pattern), build) for pattern in patterns]
            return build

        return add


def applied(grammar: Grammar, context: Context, items: list[Item]) -> list[Item]:
    """The items after every rule has been applied wherever its pattern fits."""
    codes = "".join(map(_name_code, items))
    for rule in grammar.rules:
        place = 0
        while match := rule.pattern.search(codes, place):
            first, last = match.span()
            made = rule.build(context, items[first:last]) if last > first else None
            if made is None:
                place = first + 1
                continue
            start, end = items[first].start, items[last - 1].end
            value = (
                msgspec.structs.replace(made[1], place=(start, end)) if isinstance(made[1], Moment | Clock) else made[1]
            )
            items[first:last] = [Item(made[0], start, end, value, context.text[start:end].lower())]
            codes = codes[:first] + _code(made[0]) + codes[last:]
            place = first
            if last - first == 1:
                place += 1
    return items


def _name_code(item: Item) -> str:
    return _code(item.text if item.name == "sym" and item.text in _SIGNS else item.name)
