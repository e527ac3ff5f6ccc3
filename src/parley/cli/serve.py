"""`parley serve`."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from parley.cli.command import ParleyCommand
from parley.cli.output import note
from parley.cli.taking_in import say_taken_in

if TYPE_CHECKING:
    from parley.web import Deriving

__all__ = ["serve"]

_PORT = 8642


@click.command(cls=ParleyCommand)
@click.option("--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="The port; 0 for any free one.")  # fmt: skip
@click.option("--host", default="127.0.0.1", show_default=True, metavar="NAME", help="The address to serve on; one that others can reach needs --token.")  # fmt: skip
@click.option("--token", metavar="SECRET", help="Show the record only to who brings this secret.")
@click.option("--by", "--person", "person", metavar="NAME", help="Who decides on the page; otherwise PARLEY_PERSON, or the user.")  # fmt: skip
@click.option("--read-only", is_flag=True, help="Let nobody decide anything.")
@click.option("--open/--no-open", "show", default=False, help="Open the page in the browser.")
def serve(*, db: str | None, port: int, host: str, token: str | None, show: bool, **deciding: Any) -> None:
    """Show the record as a page in the browser, on this machine alone.

    The address is printed; Ctrl-C ends it. Nothing is asked of any other machine.
    """
    import parley
    from parley.web import Deriving, Making, make_app
    from parley.web.server import access_for, listen, serve_until_interrupted

    access = access_for(host, token)
    read_only: bool = deciding["read_only"]
    with (
        parley.open(db, create=False, read_only=read_only) as project,
        closing(Deriving(project, say_taken_in)) as derives,
        closing(Making(project)) as makes,
    ):
        person = deciding["person"]
        app = make_app(project, access, decides=not read_only, person=person, deriving=derives, making=makes)
        listening = listen(host, port, token)
        serve_until_interrupted(app, listening, ready=lambda: _ready(listening.address, derives, show=show))


def _ready(address: str, derives: Deriving, *, show: bool) -> None:
    from parley.web.server import open_browser

    click.echo(address)
    note("Ctrl-C ends it.")
    if (taken := derives.look()) is not None:
        note(f"{taken.total:,} reports are to be taken in; pages say how far that is.")
    if show:
        open_browser(address)
