"""The claims of a story in full, made together: what each page needs is looked up once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from parley.ledger import Entry, Ledger, StoryAccount, Tellings
from parley.ledger.tellings import things_in
from parley.model import Relation, Run
from parley.pages import ClaimInFull, claim_page, explain_page
from parley.pages.cited import cited_claim
from parley.pages.claim_in_full import around_of, chain_of, folded
from parley.pages.judgements import JudgementRow, claim_history
from parley.pages.relations import related_rows

__all__ = ["claims_in_full"]


class _Known(msgspec.Struct, frozen=True):
    """By claim: its tellings and its relations; those that people decided about; by report the run that read it."""

    tellings: dict[str, Tellings]
    relations: dict[str, list[Relation]]
    decided: frozenset[str]
    runs: dict[str, Run]


def claims_in_full(ledger: Ledger, story: StoryAccount, wanted: Iterable[str]) -> Iterator[tuple[Entry, ClaimInFull]]:
    """The claims wanted (ids) of a story, in the order of the story."""
    known, ids = _known(ledger, story), frozenset(wanted)
    for claim, entry in story.entries.items():
        if claim in ids:
            history = claim_history(ledger, entry) if entry.ids & known.decided else ()
            yield entry, _in_full(entry, story, known, history)


def _known(ledger: Ledger, story: StoryAccount) -> _Known:
    relations: dict[str, list[Relation]] = defaultdict(list)
    for relation in story.account.relations:
        relations[relation.one].append(relation)
        relations[relation.other].append(relation)
    decided = frozenset(made.judgement.target for made in ledger.judgements())
    runs = {report: run for run in ledger.store.runs() for report in ledger.store.read_by(run.id)}
    tellings = {each.entry.claim.id: thing for thing in things_in(story) for each in thing.told}
    return _Known(tellings, relations, decided, runs)


def _in_full(entry: Entry, story: StoryAccount, known: _Known, history: tuple[JudgementRow, ...]) -> ClaimInFull:
    tellings = known.tellings.get(entry.claim.id, Tellings(()))
    claim = entry.claim.id
    related = ((each, story.entries[each.other if each.one == claim else each.one]) for each in known.relations[claim])
    return ClaimInFull(
        claim_page(entry),
        tuple(around_of(mention, entry.report.text) for mention in entry.claim.mentions),
        chain_of(entry),
        explain_page(entry, known.runs.get(entry.report.id)),
        folded(tellings.told),
        tellings.reports or 1,
        tellings.origins or 1,
        related_rows(claim, related),
        history,
        story.story.id,
        story.story.name,
        cited_claim(entry, tellings),
    )
