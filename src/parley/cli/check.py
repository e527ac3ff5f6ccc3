"""`parley check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from parley.cli.command import MISMATCH, ParleyCommand
from parley.cli.options import as_json
from parley.cli.output import show

if TYPE_CHECKING:
    from rich.console import RenderableType

    from parley.pages import CheckPage

__all__ = ["check"]


@click.command(cls=ParleyCommand)
@as_json
@click.pass_context
def check(ctx: click.Context, /, *, db: str | None, as_json: bool) -> None:
    """Verify every hash and stretch of text again.

    Exits with 4 when anything does not fit, also a judgement of a person that no claim answers to any more.
    """
    import parley
    from parley.pages import check_page

    with parley.open(db, create=False, read_only=True) as project:
        page = check_page(project.store)
    show(page, lambda: _text(page), as_json=as_json)
    ctx.exit(MISMATCH if page.mismatches or page.judgements else 0)


def _text(page: CheckPage) -> RenderableType:
    from rich.text import Text

    from parley.pages import counted

    if page.mismatches:
        lines = [problem.message for problem in page.mismatches]
        noun = "mismatch" if len(lines) == 1 else "mismatches"
        return Text("\n".join([*lines, f"{len(lines):,} {noun} in '{page.database}'."]))
    if page.judgements:
        lines = [problem.message for problem in page.judgements]
        told = counted(len(lines), "judgement")
        return Text("\n".join([*lines, f"All else is right in '{page.database}', but {told} must be looked at."]))
    return Text(
        f"All is right in '{page.database}': {counted(page.reports, 'report')}, {counted(page.claims, 'claim')} and "
        f"{counted(page.quotes, 'quote')} fit each other."
    )
