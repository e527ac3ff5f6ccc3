"""`parley review`: decide about claims one by one, the most consequential first."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click
import msgspec

from parley.cli.command import ParleyCommand
from parley.cli.options import filters, form, given, limit
from parley.cli.output import note, show_list

if TYPE_CHECKING:
    from parley.project import Project

__all__ = ["review"]

_FILTERS = ("story", "kind", "party", "report", "outlet", "since", "until")


@click.command(cls=ParleyCommand)
@click.option("--by", "--person", "person", metavar="NAME", help="Who reviews; otherwise PARLEY_PERSON, or the name of the user.")  # fmt: skip
@filters(*_FILTERS)
@click.option("--undecided-by", type=click.Choice(("me", "anyone")), default="me", show_default=True, help="Claims that I, or that nobody, decided about.")  # fmt: skip
@click.option("--sample", type=click.IntRange(min=1), metavar="N", help="So many claims, drawn alike for everybody; what others decided is hidden.")  # fmt: skip
@click.option("--seed", type=int, default=0, show_default=True, metavar="S", help="Which sample.")
@click.option("--coders", nargs=2, metavar="NAME NAME", help="Claims about which these two decided differently.")
@click.option("--unread", is_flag=True, help="The sentences that were not read, to add missed claims.")
@click.option("--list", "listed", is_flag=True, help="List the queue instead.")
@limit
@form
def review(*, db: str | None, person: str | None, listed: bool, unread: bool, **options: Any) -> None:
    """Decide about claims one by one.

    One key, one decision: a accepts, x rejects, e edits, m adds a missed claim, space leaves it for later, b goes back, u
    undoes, d disputes, n notes, o opens the report, ? lists the keys, q quits; the next review goes on there. Claims that reports
    differ in come first, then standing positions, newest figures, claims of rules that were often wrong, and the rest.
    """
    import parley
    from parley.project import person_name

    listed = listed or options["form"] is not None
    if not listed and not sys.stdin.isatty():
        raise click.UsageError("a review takes keys from a terminal, and there is none; list the queue with --list")
    wanted = given({name: options.pop(name) for name in _FILTERS})
    asked = _Asked(person_name(person), listed, **options)
    with parley.open(db, create=False, read_only=listed) as project:
        (_unread if unread else _claims)(project, asked, wanted)


class _Asked(msgspec.Struct, frozen=True):
    """Who asks, for a list or to decide, and for how much of the queue."""

    person: str
    listed: bool
    undecided_by: str
    sample: int | None
    seed: int
    coders: tuple[str, str] | None
    limit: int | None
    form: str | None


def _claims(project: Project, asked: _Asked, wanted: dict[str, Any]) -> None:
    from parley.cli.keys import Terminal
    from parley.cli.reviewing import ClaimReview
    from parley.pages import counted
    from parley.pages.coders import coders_queue
    from parley.pages.review import ReviewRow, decided_by, resumed, review_page, review_queue

    ledger, person = project.ledger(), asked.person
    drawn: dict[str, Any] = {"sample": asked.sample, "seed": asked.seed}
    if asked.coders:
        queue = coders_queue(ledger, asked.coders, **drawn, **wanted)
    else:
        queue = review_queue(ledger, person=person, **drawn, **wanted)
    who = None if asked.undecided_by == "anyone" else person
    if asked.listed:
        left = tuple(each for each in queue if not decided_by(each.entry, who))
        show_list(review_page(left, asked.limit), ReviewRow, asked.form)
        return
    in_turn = resumed(queue, ledger.derived.review_place(person))
    left = tuple(each for each in in_turn if not decided_by(each.entry, who))[: asked.limit]
    if not left:
        note(f"Nothing is left to review: of {counted(len(queue), 'claim')} every one is decided.")
        return
    ClaimReview(project, left, Terminal(), person=person, apart=asked.sample is not None and not asked.coders).run()


def _unread(project: Project, asked: _Asked, wanted: dict[str, Any]) -> None:
    from parley.cli.keys import Terminal
    from parley.cli.reviewing import UnreadReview
    from parley.pages.review import UnreadRow, unread_rows

    of_reports = {name: value for name, value in wanted.items() if name not in ("kind", "party")}
    page = unread_rows(project.ledger(), asked.limit, **of_reports)
    if asked.listed:
        show_list(page, UnreadRow, asked.form)
    elif not page.rows:
        note("Every sentence with a cue or a number was read.")
    else:
        UnreadReview(project, page.rows, Terminal(), person=asked.person).run()
