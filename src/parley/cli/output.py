"""Where results go: pages to standard output in the form asked for, everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import msgspec
    from rich.console import RenderableType

    from parley.pages import ListPage

__all__ = ["note", "replace_file", "show", "show_list", "show_text", "width_of_output", "write", "write_page"]


def write(text: str) -> None:
    """Write text to standard output as UTF-8, whatever the terminal's encoding; for programs that read it."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def note(message: str) -> None:
    """Write a line to standard error."""
    click.echo(message, err=True)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a pipe or a device has nothing to be kept
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_page(text: str, file: str, *, what: str) -> None:
    """Write a page whole to a file, saying `what` it is, or to standard output (-)."""
    if file == "-":
        write(text)
    else:
        replace_file(Path(file), text.encode())
        note(f"{what} written to {file}")


def width_of_output() -> int:
    """Columns of the terminal, or of COLUMNS, or 80."""
    from rich.console import Console

    return Console(file=sys.stdout).width


def show(page: msgspec.Struct, text: Callable[[], RenderableType], *, as_json: bool = False) -> None:
    """Print a page as text, in colour only on a terminal, or as JSON."""
    if as_json:
        from parley.render import json_text

        write(json_text(page) + "\n")
    else:
        show_text(text())


def show_list(
    page: ListPage[Any],
    kind: type[msgspec.Struct],
    form: str | None,
    *,
    text: Callable[[ListPage[Any]], RenderableType] | None = None,
) -> None:
    """Print a list: a table on a terminal and JSON Lines to a pipe, unless `form` (table, json, jsonl, csv) says else.

    `text` makes the table where it is not that of a list.
    """
    from parley.render import csv_text, json_text, jsonl_lines, list_text

    form = form or ("table" if sys.stdout.isatty() else "jsonl")
    if form == "table":
        show_text((text or list_text)(page))
    elif form == "json":
        write(json_text(page) + "\n")
    elif form == "csv":
        write(csv_text(page.rows, kind))
    else:
        _write_lines(jsonl_lines(page.rows))


def _write_lines(lines: Iterable[str]) -> None:
    for line in lines:
        write(line + "\n")


def show_text(renderable: RenderableType) -> None:
    """Print without the spaces that fill lines up to the width, which only get in the way of what is copied or piped."""
    from rich.console import Console
    from rich.text import Text

    from parley.render.plain import in_encoding

    console = Console(file=sys.stdout, highlight=False)
    with console.capture() as printed:
        console.print(renderable, soft_wrap=isinstance(renderable, Text))  # a sentence stays on one line
    text = "\n".join(line.rstrip() for line in printed.get().split("\n"))
    click.echo(in_encoding(text, sys.stdout.encoding or "utf-8"), nl=False)
