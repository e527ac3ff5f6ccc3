"""The reference pages of the documentation, made from the commands and the records so that they cannot drift."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click

from parley.cli.command import ParleyCommand

__all__ = ["cli_page", "filled", "reference"]

_OPENING = """# Commands

This page is made from the commands themselves by `parley reference docs`.

The database is `talks.parley` in the current folder or the nearest folder above that has one, unless `PARLEY_DB` or
`--db` names another. Results go to standard output, everything else to standard error. Colour is used on a terminal
only, and not at all where `NO_COLOR` is set; `COLUMNS` sets the width where there is no terminal.

| exit code | meaning |
|---|---|
| 0 | all is well |
| 1 | an error, told in one sentence |
| 2 | the command was used wrongly |
| 3 | finished, but some inputs were skipped; each is listed |
| 4 | a check found something |
| 130 | interrupted; what is recorded is kept |
| 141 | whoever read the output stopped reading |
"""
_TWINS = {
    "add": "parley.open().add(...)",
    "board": "parley.open().ledger().board(story=...)",
    "timeline": "parley.open().ledger().timeline(story=...)",
    "stories": "parley.open().ledger().stories(), .story(name)",
    "copies": "parley.open().ledger().copies(), .copy_links(report), .text_pair(report, report)",
    "talks": "parley.open().ledger().talks(story=...)",
    "proposals": "parley.open().ledger().proposals(story=...)",
    "ls": "parley.open().ledger().view(kind=..., party=...)",
    "show": "parley.open().ledger().claim(id), .report(id)",
    "report": "parley.pages.marked_page(...), parley.render.html.report_html(page)",
    "decide": "parley.open().accept(id), .reject(id), .correct(id, ...), .add_claim(...), .undo(id)",
    "diff": "parley.open().ledger().difference(run, run)",
    "unread": "parley.open().ledger().unread()",
    "search": "parley.open().ledger().search(query)",
    "check": "parley.open().store.check()",
    "pack": "parley.lexicon.use_packs([...]), before the first report is read",
    "export": "parley.export.export_claims(project.ledger(), view.entries, 'jsonl')",
}
_BLOCK = re.compile(r"(<!-- made: (?P<name>\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


@click.command(cls=ParleyCommand, hidden=True)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.pass_context
def reference(ctx: click.Context, /, folder: Path, db: str | None) -> None:
    """Write the reference pages of the documentation into FOLDER."""
    from parley.export import schema_text

    group = ctx.find_root().command
    assert isinstance(group, click.Group)
    (folder / "cli.md").write_text(cli_page(group), encoding="utf-8")
    (folder / "schema").mkdir(exist_ok=True)
    (folder / "schema" / "claims.schema.json").write_text(schema_text(), encoding="utf-8")
    formats = folder / "formats.md"
    formats.write_text(filled(formats.read_text(encoding="utf-8")), encoding="utf-8")


def filled(page: str) -> str:
    """A page with each block between `made: NAME` and `end` made anew."""
    from parley.export.fields import record_tables

    blocks = {"records": record_tables, "columns": _csv_columns, "headings": _input_headings}
    return _BLOCK.sub(lambda found: f"{found[1]}\n{blocks[found['name']]()}\n\n{found[3]}", page)


def cli_page(group: click.Group) -> str:
    """Markdown for every command that is not hidden."""
    sections = [section for command in group.commands.values() for section in _sections(command, "parley")]
    return "\n".join([_OPENING, *sections])


def _sections(command: click.Command, path: str) -> Iterator[str]:
    if command.hidden:
        return
    path = f"{path} {command.name}"
    yield _section(command, path)
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            yield from _sections(inner, path)


def _section(command: click.Command, path: str) -> str:
    arguments = [str(p.metavar or p.name) for p in command.params if isinstance(p, click.Argument)]
    usage = " ".join([path, "[OPTIONS]", *arguments, *(["COMMAND"] if isinstance(command, click.Group) else [])])
    twin = _TWINS.get(str(command.name)) if path.count(" ") == 1 else None
    parts = [f"## {path}", f"```\n{usage}\n```", inspect.cleandoc(command.help or "")]
    parts += [f"In Python: `{twin}`."] if twin else []
    return "\n\n".join([*parts, _options(command)]) + "\n"


def _options(command: click.Command) -> str:
    options = [param for param in command.params if isinstance(param, click.Option)]
    return "\n".join(["| option | meaning |", "|---|---|", *map(_option, options)])


def _option(option: click.Option) -> str:
    names = ", ".join(option.opts)
    value = "" if option.is_flag or option.count else f" {_value(option)}"
    default = f" Otherwise {option.default}." if option.show_default else ""
    return f"| `{names}{value}` | {option.help}{default}{_choices(option)} |".replace("N|all", "N\\|all").replace("ID|FILE", "ID\\|FILE").replace("FILE|-", "FILE\\|-")  # fmt: skip


def _value(option: click.Option) -> str:
    return option.metavar or str(option.name).upper()


def _choices(option: click.Option) -> str:
    return f" One of {', '.join(map(str, option.type.choices))}." if isinstance(option.type, click.Choice) else ""


def _csv_columns() -> str:
    from parley.export import CSV_COLUMNS

    return "\n".join(
        ["| column | what stands in it |", "|---|---|", *(f"| {k} | {v} |" for k, v in CSV_COLUMNS.items())]
    )


def _input_headings() -> str:
    from parley.reading.words import reading_words

    rows = (f"| {field} | {', '.join(names)} |" for field, names in reading_words().columns.items())
    return "\n".join(["| taken as | column or key, best first, case aside |", "|---|---|", *rows])
