"""`python -m parley.demo`: the bundled reports read into a database, and the boards that follow from them."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from shutil import copytree, which
from typing import TYPE_CHECKING

import click

from parley.cli.command import ParleyGroup

if TYPE_CHECKING:
    from parley.cli.progress import Shown
    from parley.ledger import Entry, Ledger
    from parley.project import Project

__all__ = ["demo"]

DATABASE = Path("demo-record", "talks.parley")
REPORTS = DATABASE.parent / "reports"
_BESIDE = ("-wal", "-shm", "-journal")  # what the database engine may leave beside an interrupted database
_ANSWERS = ("accept", "concede", "reject")


@click.group(cls=ParleyGroup, invoke_without_command=True, subcommand_metavar="")
def demo() -> None:
    """Read the bundled reports of two invented stories, and show where each story stands.

    The record goes to demo-record/talks.parley in the current folder and replaces that of an earlier demo; the reports
    themselves are beside it, in demo-record/reports.
    """
    import parley
    from parley.cli.output import show, width_of_output
    from parley.pages import boards_page
    from parley.render import board_text

    _make_room(DATABASE)
    with parley.open(DATABASE) as project:
        _read(project)
        ledger = project.ledger()
        page = boards_page(ledger)
        show(page, lambda: board_text(page, width=width_of_output(), parties=6))
        click.echo(f"{_counts(ledger)}\n\n{_next(ledger)}")


def _make_room(path: Path) -> None:
    """An empty place for the database: the folder made, an earlier demo's database gone."""
    path.parent.mkdir(exist_ok=True)
    for old in (path, *(path.with_name(path.name + ending) for ending in _BESIDE)):
        old.unlink(missing_ok=True)


def _read(project: Project) -> None:
    from parley.cli.output import note
    from parley.demo import demo_reports

    with demo_reports() as folder:
        copytree(folder, REPORTS, dirs_exist_ok=True)
    with _progress() as shown:
        summary = project.add(REPORTS, progress=shown)
    for problem in summary.problems:
        note(" ".join(problem.message.split()))


def _progress() -> AbstractContextManager[Shown | None]:
    from parley.cli.output import note

    if sys.stderr.isatty():
        from parley.cli.progress import shown_progress

        return shown_progress()
    note("Reading the bundled reports ...")
    return nullcontext()


def _counts(ledger: Ledger) -> str:
    """How many reports, and claims of each kind."""
    from parley.pages import counted

    reports = ledger.reports()
    outlets = {recorded.report.outlet for recorded in reports if recorded.report.outlet}
    claims = ledger.view().claims
    kinds = Counter(claim.kind for claim in claims)
    told = ", ".join(counted(number, kind) for kind, number in kinds.most_common())
    copied = sum(len(group.reports) for group in ledger.derived.copies())
    return (
        f"{counted(len(reports), 'report')} of {counted(len(outlets), 'outlet')} read into {DATABASE}: {told}.\n"
        f"{counted(len(ledger.stories()), 'story', 'stories')}; {counted(copied, 'report')} in groups of copies, each of which counts as one source."
    )


def _next(ledger: Ledger) -> str:
    """Commands to go on with, one of them on the newest answer that is given on somebody's word."""
    newest = max(_answers(ledger), key=lambda entry: (entry.report.published or "", entry.claim.id), default=None)
    shown = newest.claim.id.removeprefix("claim-")[:8] if newest else "ID"
    lines = ("talks", "figures", f"show {shown}", "search truce")
    told = "".join(f"  {_command()} {line} --db {DATABASE}\n" for line in lines)
    return f"Go on with:\n{told}or read it in the browser with:\n  {_command()} serve --open --db {DATABASE}"


def _answers(ledger: Ledger) -> list[Entry]:
    entries = (entry for act in _ANSWERS for entry in ledger.view(kind="move", act=act).entries)
    return [entry for entry in entries if entry.claim.attribution.chain]


def _command() -> str:
    """How `parley` is called from here: by its name when the shell finds it, else by its path."""
    beside = Path(sys.executable).with_name("parley")
    if which("parley") or not beside.exists():
        return "parley"
    return str(beside.relative_to(Path.cwd()) if beside.is_relative_to(Path.cwd()) else beside)


if __name__ == "__main__":
    try:
        demo(prog_name="python -m parley.demo")
    except KeyboardInterrupt:
        sys.exit(130)
