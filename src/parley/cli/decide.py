"""`parley decide`: what a person says of the record, each undone by `parley decide undo`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

import click

from parley.cli.command import ParleyGroup
from parley.cli.field_lines import field_values, once
from parley.cli.options import as_json, form, given, limit
from parley.cli.output import show, show_list
from parley.model.claim import Act, Measure

if TYPE_CHECKING:
    from parley.model import Judgement
    from parley.project import Project

__all__ = ["decide"]

F = TypeVar("F", bound=Callable[..., Any])
_PERSON = "Who decides; otherwise PARLEY_PERSON, or the name of the user."


@click.group(cls=ParleyGroup)
def decide() -> None:
    """Accept, reject, dispute, correct or add claims by hand.

    A judgement is kept beside the record, holds for later readings of the same report too, and can be undone. Ids may
    be shortened as for `parley show`.
    """


def _person(*names: str) -> Callable[[F], F]:
    """The options of every judgement."""

    def add(function: F) -> F:
        function = as_json(function)
        function = click.option("--note", metavar="TEXT", help="Why.")(function)
        return click.option(*names, "person", metavar="NAME", help=_PERSON)(function)

    return add


_words = click.option("--words", metavar="TEXT", help="The exact words of the report that make the claim.")
_nth = click.option(
    "--nth", type=click.IntRange(min=1), metavar="N", help="Which, where the words stand several times."
)
_set = click.option("--set", "fields", metavar="FIELD=VALUE", multiple=True, help="A field's value; may be repeated. Empty: none.")  # fmt: skip


@decide.command()
@click.argument("claim", metavar="CLAIM")
@_person("--by", "--person")
def accept(*, claim: str, db: str | None, as_json: bool, **by: str | None) -> None:
    """Say that a claim is read rightly."""
    _decide(db, lambda project: project.accept(claim, **by), as_json=as_json)


@decide.command()
@click.argument("claim", metavar="CLAIM")
@_person("--by", "--person")
def reject(*, claim: str, db: str | None, as_json: bool, **by: str | None) -> None:
    """Take a claim that is read wrongly out of every list and board.

    `parley ls claims --rejected` shows it, `parley decide undo` brings it back.
    """
    _decide(db, lambda project: project.reject(claim, **by), as_json=as_json)


@decide.command()
@click.argument("claim", metavar="CLAIM")
@click.option("--note", metavar="TEXT", required=True, help="Why.")
@click.option("--by", "--person", "person", metavar="NAME", help=_PERSON)
@as_json
def dispute(*, claim: str, db: str | None, note: str, person: str | None, as_json: bool) -> None:
    """Mark what a claim tells as disputed, and say why.

    It stays in every list and on the board, marked. Whether it was read rightly is another matter: see accept and reject.
    """
    _decide(db, lambda project: project.dispute(claim, note=note, person=person), as_json=as_json)


@decide.command()
@click.argument("claim", metavar="CLAIM")
@click.argument("words", metavar="WORDS", nargs=-1, required=True)
@click.option("--by", "--person", "person", metavar="NAME", help=_PERSON)
@as_json
def note(*, claim: str, words: tuple[str, ...], db: str | None, person: str | None, as_json: bool) -> None:
    """Say something of a claim; nothing is decided."""
    _decide(db, lambda project: project.note(claim, " ".join(words), person=person), as_json=as_json)


@decide.command()
@click.argument("claim", metavar="CLAIM")
@_set
@_words
@_nth
@_person("--by", "--person")
def correct(*, claim: str, db: str | None, fields: tuple[str, ...], as_json: bool, **more: Any) -> None:
    """Give a claim other values, or another place in the text.

    For example --set act=demand --set by="Harbour Union; Ann Reyes for Harbour Union" --set quantity="at least 50"
    --set terms="pay: 7 per cent more" --set sources="office: Harbour Ministry" --set when=2024-03-01/2024-03-04. A
    wrong field or value is answered with those there are.
    """
    values: dict[str, Any] = field_values(fields)
    _decide(db, lambda project: project.correct(claim, **more, **values), as_json=as_json)


@decide.command()
@click.argument("report", metavar="REPORT")
@click.option("--kind", type=click.Choice(("move", "figure", "event", "phase", "quote")), required=True, help="What kind of claim.")  # fmt: skip
@click.option("--words", metavar="TEXT", required=True, help="The exact words of the report that make the claim.")
@_nth
@click.option("--act", type=click.Choice(get_args(Act)), metavar="ACT", help="Of a move.")
@click.option("--measure", type=click.Choice(get_args(Measure)), metavar="MEASURE", help="Of a figure.")
@click.option("--quantity", metavar="AMOUNT", help="Of a figure: 50, at least 50, 6.5 per cent.")
@click.option("--by", metavar="NAME", help="Who does it; several with semicolons.")
@click.option("--to", metavar="NAME", help="Who is addressed; several with semicolons.")
@click.option("--terms", metavar="ISSUE: WORDS", help="Of a move: what is given or asked, in the report's words.")
@click.option("--speaker", metavar="NAME", help="Of a quote.")
@_set
@_person("--person")
def add(*, report: str, db: str | None, kind: str, fields: tuple[str, ...], as_json: bool, **more: Any) -> None:
    """Add a claim that was missed.

    It stands in REPORT in the words given, and is marked as made by a person. Here --by is who does what is claimed;
    who decides is --person.
    """
    fixed = {name: more.pop(name) for name in ("words", "nth", "person", "note")}
    values: dict[str, Any] = once(given(more), field_values(fields))
    _decide(db, lambda project: project.add_claim(report, kind, **fixed, **values), as_json=as_json)


@decide.command()
@click.argument("report", metavar="REPORT")
@click.option("--title", metavar="TEXT", help="The title.")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--published", metavar="DATE", help="When it was published.")
@_person("--by", "--person")
def report(*, report: str, db: str | None, as_json: bool, **more: str | None) -> None:
    """Correct a report's title, outlet or day.

    The report keeps its id. Days that were reckoned from the old day when it was read stay as they are.
    """
    by = {name: more.pop(name) for name in ("person", "note")}
    fields = given(more)
    if not fields:
        raise click.UsageError("say what to correct: --title, --outlet or --published")
    _decide(db, lambda project: project.correct_report(report, **by, **fields), as_json=as_json)


def _pair(verdict: Literal["same", "different", "unsure"], words: str) -> click.Command:
    """The command by which a person says how two actors stand to each other."""

    @click.argument("one", metavar="NAME")
    @click.argument("other", metavar="NAME")
    @click.option("--report", metavar="REPORT", help="Only where the first name stands in this report.")
    @_person("--by", "--person")
    def command(*, one: str, other: str, db: str | None, as_json: bool, **more: str | None) -> None:
        import parley
        from parley.render.text import short_id

        with parley.open(db, create=False) as project:
            made = project.decide_actors(verdict, one, other, **more)
        told = f"Noted: {one} and {other} {words}.\nUndo with: parley decide undo-actors {short_id(made.id)}"
        show(made, lambda: _plain(told), as_json=as_json)

    return decide.command(verdict, help=f"Say that two actors {words}; it goes before every rule.")(command)


same = _pair("same", "are the same")
different = _pair("different", "are different")
unsure = _pair("unsure", "may be the same or not")


@decide.command()
@click.argument("story", metavar="STORY")
@click.argument("actor", metavar="ACTOR")
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@_person("--by", "--person")
def split(*, story: str, actor: str, names: tuple[str, ...], db: str | None, as_json: bool, **by: str | None) -> None:
    """Say that an actor of a story is two: the names given are another's.

    `parley actors --story STORY` shows the names that an actor goes by. It holds in that story, before every rule.
    """
    import parley
    from parley.render.text import short_id

    with parley.open(db, create=False) as project:
        made = project.split_actor(story, actor, names, **by)
    ids = " ".join(short_id(each.id) for each in made.judgements)
    told = f"Noted: {', '.join(made.apart)} and {', '.join(made.rest)} are two.\nUndo with: parley decisions undo {ids}"
    show(made, lambda: _plain(told), as_json=as_json)


@decide.command("undo-actors")
@click.argument("judgement", metavar="JUDGEMENT")
@_person("--by", "--person")
def undo_actors(*, judgement: str, db: str | None, as_json: bool, **by: str | None) -> None:
    """Undo a judgement on two actors."""
    import parley

    with parley.open(db, create=False) as project:
        made = project.undo_actors(judgement, **by)
    show(made, lambda: _plain(f"Undone: {made.target}."), as_json=as_json)


@decide.command()
@click.argument("report", metavar="REPORT")
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--alone", is_flag=True, help="In no story with others.")
@_person("--by", "--person")
def story(*, report: str, name: str | None, alone: bool, db: str | None, as_json: bool, **by: str | None) -> None:
    """Put a report in the story NAME, a new one too, and out of those it was in.

    Reports that are found to be on the same negotiation follow, unless they were given a story themselves.
    """
    if alone == bool(name):
        raise click.UsageError("give the name of the story, or --alone")
    _decide(db, lambda project: project.put_in_story(report, name, **by), as_json=as_json)


@decide.command()
@click.argument("report", metavar="REPORT")
@click.option("--reason", metavar="TEXT", required=True, help="Why; it stays on the tombstone.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--by", "--person", "person", metavar="NAME", help=_PERSON)
@as_json
def erase(*, report: str, db: str | None, reason: str, yes: bool, person: str | None, as_json: bool) -> None:
    """Erase a report for good.

    Its text, its claims, where it was read and every quote of it are gone from the file; its id, the day, the person and
    the reason stay, and it is not taken in again. This cannot be undone. Files it was read from, and copies of the
    database, are not touched.
    """
    import parley

    with parley.open(db, create=False) as project:
        if not yes:
            _confirm(project, report)
        tombstone = project.erase(report, reason=reason, person=person)
    show(tombstone, lambda: _plain(f"Erased {tombstone.report}: {tombstone.reason}."), as_json=as_json)


@decide.command()
@click.argument("judgement", metavar="JUDGEMENT")
@_person("--by", "--person")
def undo(*, judgement: str, db: str | None, as_json: bool, **by: str | None) -> None:
    """Undo a judgement of any age.

    An undoing is a judgement too: undone, it brings back what it undid.
    """
    _decide(db, lambda project: project.undo(judgement, **by), as_json=as_json)


@decide.command()
@limit
@form
def log(*, db: str | None, limit: int | None, form: str | None) -> None:
    """List every judgement and whether it holds, the newest first."""
    import parley
    from parley.pages import JudgementRow, judgements_page

    with parley.open(db, create=False, read_only=True) as project:
        page = judgements_page(project.ledger(), limit)
    show_list(page, JudgementRow, form)


def _decide(db: str | None, decision: Callable[[Project], Judgement], *, as_json: bool) -> None:
    import parley
    from parley.pages import judgement_row

    with parley.open(db, create=False) as project:
        made = decision(project)
        row = judgement_row(project.ledger(), made.id)
    show(row, lambda: _plain(_sentence(row.verdict, row.words, row.id)), as_json=as_json)


def _sentence(verdict: str, words: str, judgement: str) -> str:
    done = verdict.replace("_", " ").capitalize()
    return f"{done}: {words}\nUndo with: parley decide undo {judgement.rpartition('-')[2][:8]}"


def _plain(words: str) -> Any:
    from rich.text import Text

    from parley.render.text import clean

    return Text("\n".join(map(clean, words.splitlines())))


def _confirm(project: Project, name: str) -> None:
    """Ask before what cannot be undone. Raises click.UsageError where nobody can be asked."""
    from parley.pages import counted

    ledger = project.ledger()
    if any(name in (stone.report, stone.report.partition("-")[2]) for stone in project.store.tombstones()):
        return
    found = ledger.report(name).report
    claims = counted(len(ledger.view(report=found.id).claims), "claim")
    title = f"{found.id} ({found.outlet or 'unknown outlet'}: {found.title or 'untitled'}, {claims})"
    if not sys.stdin.isatty():
        raise click.UsageError(f"erasing {title} cannot be undone; give --yes to do it")
    click.confirm(f"Erase {title}? This cannot be undone.", abort=True, err=True)
