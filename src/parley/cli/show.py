"""`parley show` and `parley explain`: one claim or report, and why a claim was read."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from parley.cli.command import ParleyCommand
from parley.cli.options import as_json
from parley.cli.output import show as show_page
from parley.errors import ParleyError

if TYPE_CHECKING:
    from parley.ledger import Entry, Ledger
    from parley.pages import ReportPage
    from parley.store import Recorded

__all__ = ["explain", "show"]


@click.command(cls=ParleyCommand)
@click.argument("name", metavar="ID")
@click.option("--sources", is_flag=True, help="Of a claim: what it says with footnotes, to be copied into a text.")
@as_json
def show(*, name: str, db: str | None, sources: bool, as_json: bool) -> None:
    """Show a claim in context, or a report.

    A claim is shown with its words in their sentence, its terms and its chain of sources; a report with where its date
    comes from, its passages that are no running text, and its claims. ID is the id of a claim or report, the beginning of one, or the file of a report.
    """
    import parley
    from parley.ledger import Entry
    from parley.pages import claim_page
    from parley.pages.cited import cited_claim
    from parley.render import cited_text, claim_text, report_text

    with parley.open(db, create=False, read_only=True) as project:
        ledger = project.ledger()
        found = _claim_or_report(ledger, name)
        if isinstance(found, Entry) and sources:
            cited = cited_claim(found, ledger.tellings(found.claim.id))
            show_page(cited, lambda: cited_text(cited), as_json=as_json)
        elif isinstance(found, Entry):
            claim = claim_page(found, ledger.view(report=found.report.id).claims, ledger.in_story(found))
            show_page(claim, lambda: claim_text(claim), as_json=as_json)
        elif sources:
            raise ParleyError(
                f"'{name}' is a report; --sources wants a claim, and `parley ls claims --report {name}` lists its own"
            )
        else:
            report = _report_page(ledger, found)
            show_page(report, lambda: report_text(report), as_json=as_json)


@click.command(cls=ParleyCommand)
@click.argument("name", metavar="ID")
@as_json
def explain(*, name: str, db: str | None, as_json: bool) -> None:
    """Say why a claim was read.

    The rule, what it states, and the words the claim rests on with their offsets.
    ID is the id of a claim or the beginning of one. Offsets are half-open and count characters of the report's text.
    """
    import parley
    from parley.pages import explain_page
    from parley.render import explain_text

    with parley.open(db, create=False, read_only=True) as project:
        entry = project.ledger().claim(name)
        runs = reversed(project.store.runs())
        page = explain_page(entry, next((run for run in runs if project.store.has(entry.report.id, run.id)), None))
    show_page(page, lambda: explain_text(page), as_json=as_json)


def _claim_or_report(ledger: Ledger, name: str) -> Entry | Recorded:
    """Raises ParleyError when neither answers to the name, or both do."""
    from parley.ledger import NotRecordedError

    found: list[Entry | Recorded] = []
    for ask in (ledger.claim, ledger.report):
        with suppress(NotRecordedError):
            found.append(ask(name))
    if not found:
        raise ParleyError(
            f"no claim or report answers to '{name}'; list them with `parley ls claims` or `parley ls reports`"
        )
    if len(found) > 1:
        raise ParleyError(f"'{name}' begins the ids of a claim and of a report; give more of the id")
    return found[0]


def _report_page(ledger: Ledger, found: Recorded) -> ReportPage:
    from parley.pages import report_page

    name = found.report.id
    unread = [span for _, spans in ledger.unread(name) for span in spans]
    claims = ledger.view(report=name).claims
    return report_page(
        found, passages=ledger.passages(name), claims=claims, unread=unread, judgements=ledger.corrections(name)
    )
