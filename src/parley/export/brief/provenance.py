"""Where a copy comes from: which program, which runs, which data, as of when, and how much of the reports it quotes."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

import msgspec

from parley.ledger import Ledger, StoryAccount
from parley.model.ids import hash_id

__all__ = ["Provenance", "provenance_of"]


class Provenance(msgspec.Struct, frozen=True):
    """What a copy was made of.

    `data` hashes the ids of all claims and judgements of its stories; `as_of` is the ISO time of the newest of them, not
    of the making, so that the same record gives the same bytes. `quoted` of the `words` of its reports stand in it.
    """

    program: str
    runs: tuple[str, ...]
    data: str
    as_of: str
    stories: tuple[str, ...]
    since: str | None
    party: str | None
    reports: int
    claims: int
    full_text: bool
    quoted: int
    words: int


def provenance_of(ledger: Ledger, accounts: Iterable[StoryAccount]) -> Provenance:
    """Of the whole of some stories, with nothing quoted yet."""
    found = tuple(accounts)
    reports = {report for each in found for report in each.story.reports}
    claims = sorted({claim for each in found for claim in each.entries})
    judged = sorted(
        (made.judgement.id, made.judgement.time) for made in ledger.judgements() if made.judgement.report in reports
    )
    pairs = sorted((made.id, made.time) for made in ledger.store.pair_judgements())
    recorded = [each.recorded_at for each in ledger.reports() if each.report.id in reports]
    runs = tuple(run.id for run in ledger.store.runs() if ledger.store.read_by(run.id) & reports)
    times = [*recorded, *(time for _, time in (*judged, *pairs))]
    data = hash_id("data", [claims, [made for made, _ in judged], [made for made, _ in pairs]])
    names = tuple(each.story.name for each in found)
    as_of = max(times, default="")
    return Provenance(_program(), runs, data, as_of, names, None, None, len(reports), len(claims), False, 0, 0)


def _program() -> str:
    try:
        return f"Parley {version('parley-record')}"
    except PackageNotFoundError:
        return "Parley, from a source folder"
