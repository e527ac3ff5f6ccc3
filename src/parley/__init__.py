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
    from parley.ledger import Ledger, View
    from parley.pipeline import Summary
    from parley.project import Project
    from parley.project import extract_from as extract
    from parley.project import open_project as open
    from parley.reading import read_reports

__all__ = [
    "Claim",
    "Extraction",
    "Ledger",
    "ParleyError",
    "Problem",
    "Project",
    "Report",
    "Span",
    "Summary",
    "View",
    "extract",
    "open",
    "read_reports",
]

# What takes long to import is imported when it is first used, so that `import parley` and `parley --help` are quick.
_WHERE = {
    "Ledger": ("parley.ledger", "Ledger"),
    "Project": ("parley.project", "Project"),
    "Summary": ("parley.pipeline", "Summary"),
    "View": ("parley.ledger", "View"),
    "extract": ("parley.project", "extract_from"),
    "open": ("parley.project", "open_project"),
    "read_reports": ("parley.reading", "read_reports"),
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
