"""Parley reads news reports about talks and keeps a sourced record of them.

`open` a database, `add` reports to it and ask its `ledger()`; or `read_reports` and `extract` without one.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from parley.errors import ParleyError
from parley.model import Claim, Extraction, Problem, Report, Span

if TYPE_CHECKING:
    from parley.annotate.quantities import find_quantities as quantities
    from parley.annotate.quantity_mention import QuantityMention
    from parley.annotate.times import TimeExpression
    from parley.annotate.times import find_times as times
    from parley.extract.attributions import AttributedWords, attributions
    from parley.extract.between import Between, act_between, acts_between, plover_type
    from parley.extract.told_as import ToldAs, told_as
    from parley.ledger import Ledger, View
    from parley.pipeline import Summary
    from parley.project import Project
    from parley.project import extract_from as extract
    from parley.project import open_project as open
    from parley.reading import read_reports

__all__ = [
    "AttributedWords",
    "Between",
    "Claim",
    "Extraction",
    "Ledger",
    "ParleyError",
    "Problem",
    "Project",
    "QuantityMention",
    "Report",
    "Span",
    "Summary",
    "TimeExpression",
    "ToldAs",
    "View",
    "act_between",
    "acts_between",
    "attributions",
    "extract",
    "open",
    "plover_type",
    "quantities",
    "read_reports",
    "times",
    "told_as",
]

# What takes long to import is imported when it is first used, so that `import parley` and `parley --help` are quick.
_WHERE = {
    "AttributedWords": ("parley.extract.attributions", "AttributedWords"),
    "Between": ("parley.extract.between", "Between"),
    "Ledger": ("parley.ledger", "Ledger"),
    "Project": ("parley.project", "Project"),
    "QuantityMention": ("parley.annotate.quantity_mention", "QuantityMention"),
    "Summary": ("parley.pipeline", "Summary"),
    "TimeExpression": ("parley.annotate.times", "TimeExpression"),
    "ToldAs": ("parley.extract.told_as", "ToldAs"),
    "View": ("parley.ledger", "View"),
    "act_between": ("parley.extract.between", "act_between"),
    "acts_between": ("parley.extract.between", "acts_between"),
    "attributions": ("parley.extract.attributions", "attributions"),
    "extract": ("parley.project", "extract_from"),
    "open": ("parley.project", "open_project"),
    "plover_type": ("parley.extract.between", "plover_type"),
    "quantities": ("parley.annotate.quantities", "find_quantities"),
    "read_reports": ("parley.reading", "read_reports"),
    "times": ("parley.annotate.times", "find_times"),
    "told_as": ("parley.extract.told_as", "told_as"),
}


def __getattr__(name: str) -> object:
    """Import a public name on its first use."""
    if name not in _WHERE:
        raise AttributeError(f"module 'parley' has no attribute '{name}'")
    module, attribute = _WHERE[name]
    value = globals()[name] = getattr(import_module(module), attribute)
    return value


def __dir__() -> list[str]:
    """The public names, imported or not."""
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """This package; importing its subpackage `extract` does not hide the function of that name."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _WHERE and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
