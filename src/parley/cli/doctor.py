"""`parley doctor`."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import as_json
from parley.cli.output import show
from parley.errors import ParleyError

if TYPE_CHECKING:
    from parley.pages import DoctorPage

__all__ = ["doctor"]

_PACKAGES = ("parley-record", "spacy", "msgspec", "sqlalchemy", "alembic", "click", "rich", "trafilatura")


@click.command(cls=ParleyCommand)
@as_json
@click.pass_context
def doctor(ctx: click.Context, /, *, db: str | None, as_json: bool) -> None:
    """Say what runs where, to paste into a request for help.

    Exits with 1 when something the program needs is missing.
    """
    from parley.render import facts_table

    page = _page(db)
    show(page, lambda: facts_table((fact.label, fact.words) for fact in page.facts), as_json=as_json)
    for trouble in page.trouble:
        click.echo(f"Error: {trouble}", err=True)
    ctx.exit(1 if page.trouble else 0)


def _page(db: str | None) -> DoctorPage:
    from parley.pages import DoctorPage, Fact

    facts: list[tuple[str, str]] = [
        *((name, _version(name)) for name in _PACKAGES),
        ("python", f"{platform.python_version()} on {platform.platform()}"),
    ]
    trouble: list[str] = []
    for part in (_sqlite(), _model(), _database(db)):
        for label, words, wrong in part:
            facts.append((label, words))
            trouble += [wrong] if wrong else []
    return DoctorPage(tuple(Fact(*fact) for fact in facts), tuple(trouble))


_Finding = tuple[str, str, str | None]
"""Label, words, and what is wrong with it (None: nothing)."""


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _sqlite() -> Iterator[_Finding]:
    with sqlite3.connect(":memory:") as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    connection.close()
    has_search = "ENABLE_FTS5" in options
    wrong = None if has_search else "this Python's SQLite has no full-text search (FTS5); use another build of Python"
    yield "sqlite", f"{sqlite3.sqlite_version}{' with FTS5' if has_search else ''}", wrong


def _model() -> Iterator[_Finding]:
    from parley.annotate import model_name

    try:
        yield "language model", model_name(), None
    except ParleyError as error:
        yield "language model", "not found", str(error)


def _database(db: str | None) -> Iterator[_Finding]:
    import parley
    from parley.pages import counted
    from parley.project import find_database

    path = find_database(db)
    yield "database", str(Path(path).absolute()), None
    if not path.exists():
        yield "record", "not there yet; `parley add` makes it", None
        return
    try:
        with parley.open(path, create=False, read_only=True) as project:
            reports = sum(1 for _ in project.store.reports())
            runs = len(project.store.runs())
    except ParleyError as error:
        yield "record", "cannot be opened", str(error)
    else:
        yield (
            "record",
            f"{counted(reports, 'report')}, {counted(runs, 'run')}, {counted(path.stat().st_size, 'byte')}",
            None,
        )
