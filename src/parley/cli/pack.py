"""`parley pack`: the packs of words, a check of them, and a new one to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.command import ParleyGroup, PlainCommand
from parley.cli.options import as_json, form
from parley.cli.output import show, show_list

__all__ = ["pack"]


@click.group(cls=ParleyGroup)
def pack() -> None:
    """Packs of words, each for one kind of dispute: the built-in ones and your own.

    A pack of your own is used when `parley add --pack FILE` or PARLEY_PACKS names it.
    """


@pack.command("list", cls=PlainCommand)
@form
def list_(*, form: str | None) -> None:
    """List the packs in use, and how much each holds."""
    from parley.pages import PackRow, packs_page
    from parley.render import packs_text

    show_list(packs_page(), PackRow, form, text=packs_text)


@pack.command(cls=PlainCommand)
@click.argument("files", metavar="[FILE...]", nargs=-1)
@as_json
@click.pass_context
def check(ctx: click.Context, /, *, files: tuple[str, ...], as_json: bool) -> None:
    """Check packs: form, words said twice or two ways, unknown names, and the examples.

    Without FILE the built-in packs are checked. Exits with 1 when anything is wrong.
    """
    from parley.pages import pack_check_page
    from parley.render import pack_check_text

    page = pack_check_page(files)
    show(page, lambda: pack_check_text(page), as_json=as_json)
    ctx.exit(1 if page.faults else 0)


@pack.command(cls=PlainCommand)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def new(*, file: Path) -> None:
    """Write FILE, a pack to fill in that says what may stand where."""
    from parley.lexicon.packs import write_new_pack

    name = write_new_pack(file)
    click.echo(f"'{file}' holds the pack '{name}' to fill in; `parley pack check {file}` checks it.")
