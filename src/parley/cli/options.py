"""Options that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar, get_args, get_type_hints

import click

from parley.model.claim import Act, Event, Issue, Measure, Phase

__all__ = ["as_json", "day", "filters", "form", "given", "limit", "packs"]

F = TypeVar("F", bound=Callable[..., Any])


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The value of an option that takes an ISO day, once it is known to be one."""
    try:
        if value is not None and len(value) != len("2024-03-31"):
            raise ValueError
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(
            f"'{value}' is no date; write it as year-month-day, for example 2024-03-31.", ctx, param
        ) from None


def _choice(literal: object) -> click.Choice[str]:
    return click.Choice(get_args(literal), case_sensitive=False)


_FILTERS: dict[str, dict[str, Any]] = {
    "kind": {
        "type": click.Choice(("move", "figure", "event", "phase", "quote")),
        "metavar": "KIND",
        "help": "Claims of this kind: move, figure, event, phase or quote.",
    },
    "party": {"metavar": "NAME", "help": "Claims that name this party, in whole words."},
    "act": {"type": _choice(Act), "help": "Moves of this act.", "metavar": "ACT"},
    "measure": {"type": _choice(Measure), "help": "Figures of this measure.", "metavar": "MEASURE"},
    "issue": {"type": _choice(Issue), "help": "Moves and phases on this issue.", "metavar": "ISSUE"},
    "type": {"type": _choice(get_type_hints(Event)["type"]), "help": "Events of this type.", "metavar": "TYPE"},
    "status": {"type": _choice(get_type_hints(Phase)["status"]), "help": "Phases of this status.", "metavar": "STATUS"},
    "place": {"metavar": "NAME", "help": "Claims of this place, in whole words."},
    "story": {"metavar": "NAME", "help": "Reports of this story."},
    "outlet": {"metavar": "NAME", "help": "Reports of this outlet."},
    "source": {"metavar": "NAME", "help": "Claims on the word of this source, anywhere in the chain."},
    "since": {"callback": day, "metavar": "DATE", "help": "Published on this day or later."},
    "until": {"callback": day, "metavar": "DATE", "help": "Published on this day or earlier."},
    "published-by": {
        "callback": day,
        "metavar": "DATE",
        "help": "What had been published by this day; undated reports count from when they were added.",
    },
    "report": {"metavar": "ID|FILE", "help": "One report, by id, beginning of an id, or file."},
    "rejected": {
        "is_flag": True,
        "default": None,
        "help": "Claims that a person rejected, instead of those that stand.",
    },
}
_FORMS = {
    "table": "A table, also to a pipe.",
    "json": "One JSON object for the whole list.",
    "jsonl": "One JSON object a line; what a pipe gets.",
    "csv": "Comma-separated values with a heading.",
}


def filters(*names: str) -> Callable[[F], F]:
    """Options that narrow a question, named as in `parley.ledger.Filters` with hyphens."""

    def add(function: F) -> F:
        for name in reversed(names):
            function = click.option(f"--{name}", **_FILTERS[name])(function)
        return function

    return add


def form(function: F) -> F:
    """--table, --json, --jsonl and --csv, of which the last one given holds."""
    for name, words in reversed(_FORMS.items()):
        function = click.option(f"--{name}", "form", flag_value=name, default=None, help=words)(function)
    return function


def as_json(function: F) -> F:
    """--json."""
    return click.option("--json", "as_json", is_flag=True, help="The page as JSON.")(function)


def limit(function: F) -> F:
    """--limit."""
    return click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")(function)


def _use_packs(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> None:
    if value:
        from parley.lexicon import use_packs

        use_packs(value)


def packs(function: F) -> F:
    """--pack, which makes packs of one's own active."""
    return click.option(
        "--pack", metavar="FILE", multiple=True, expose_value=False, callback=_use_packs,
        help="A pack of your own words to read with; may be repeated.",
    )(function)  # fmt: skip


def given(options: dict[str, Any]) -> dict[str, Any]:
    """The options that were given."""
    return {name: value for name, value in options.items() if value is not None}
