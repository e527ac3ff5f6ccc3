"""What people decided, as pages: the log, what was decided about one claim or report, tombstones, problems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from parley.ledger import Entry, Ledger, LogEntry
from parley.model import Change, Claim, Judgement, PairJudgement, Problem, Tombstone
from parley.pages.listing import ListPage
from parley.pages.values import change_words
from parley.pages.words import claim_words, day_words, plain
from parley.resolve import in_force

__all__ = [
    "Decided",
    "JudgementRow",
    "ProblemRow",
    "claim_history",
    "decided",
    "judgement_row",
    "judgements_page",
    "problems_page",
    "report_decided",
    "tombstones_page",
]

_DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "dispute": "disputed",
    "correct": "corrected",
    "add": "added",
    "note": "noted",
    "correct_report": "corrected",
    "put_in_story": "put in a story",
    "undo": "undone",
}


class Decided(msgspec.Struct, frozen=True):
    """A judgement in force about what is shown: what was done, by whom, when (ISO, UTC), and in words what was before."""

    done: str
    person: str
    time: str
    words: str
    note: str | None
    judgement: str


class JudgementRow(msgspec.Struct, frozen=True):
    """A judgement of the log: `state` is in_force, undone, without_anchor or erased; `words` say what it is about."""

    time: str
    person: str
    verdict: str
    words: str
    state: str
    note: str | None
    target: str
    report: str
    id: str


class ProblemRow(msgspec.Struct, frozen=True):
    """A problem of an input or of a judgement; `start` and `end` where it concerns a stretch of a report's text."""

    code: str
    message: str
    source: str | None
    start: int | None
    end: int | None


def decided(judgements: Iterable[Judgement]) -> tuple[Decided, ...]:
    """What was decided about a claim, oldest first: "corrected by Ann on 4 Mar 2031: by, was Dockers"."""
    return tuple(_decided(made, _was(made)) for made in judgements)


def report_decided(judgements: Iterable[Judgement]) -> tuple[Decided, ...]:
    """What was corrected of a report, oldest first, with old and new values."""
    return tuple(_decided(made, _from_to(made)) for made in judgements)


def judgements_page(ledger: Ledger, limit: int | None = None) -> ListPage[JudgementRow]:
    """The log, decisions on actors too, the newest first, at most `limit`."""
    entries = ledger.judgements()
    told_of = {each.judgement.report for each in entries} | {
        each.judgement.claim.report for each in entries if each.judgement.claim
    }
    texts = {id_: recorded.report.text for id_, recorded in ledger.among(told_of).items()}
    made = {entry.judgement.id: entry.judgement for entry in entries}
    rows = [_row(entry, made, texts=texts) for entry in entries] + _pair_rows(ledger.store.pair_judgements())
    rows.sort(key=lambda row: (row.time, row.id), reverse=True)
    return ListPage("judgements", tuple(rows[:limit]), len(rows))


def judgement_row(ledger: Ledger, judgement: str) -> JudgementRow:
    """One judgement of the log, by its whole id. Raises StopIteration when there is none."""
    return next(row for row in judgements_page(ledger).rows if row.id == judgement)


def claim_history(ledger: Ledger, entry: Entry) -> tuple[JudgementRow, ...]:
    """Everything people decided about a claim, oldest first, undone or not, with what undid it."""
    entries = ledger.judgements()
    made = {each.judgement.id: each.judgement for each in entries}
    about, rows = set(entry.ids), []
    for each in entries:
        if each.judgement.target in about:
            about.add(each.judgement.id)
            rows.append(_row(each, made, texts={entry.report.id: entry.report.text}))
    return tuple(rows)


def tombstones_page(tombstones: Iterable[Tombstone], limit: int | None = None) -> ListPage[Tombstone]:
    """What erased reports have left, at most `limit`."""
    found = tuple(tombstones)
    return ListPage("erased reports", found[:limit], len(found))


def problems_page(problems: Iterable[Problem], limit: int | None = None) -> ListPage[ProblemRow]:
    """Problems of inputs and judgements, at most `limit`."""
    rows = tuple(_problem_row(problem) for problem in problems)
    return ListPage("problems", rows[:limit], len(rows))


def _decided(made: Judgement, words: str) -> Decided:
    mark = "⚑ " if made.verdict == "dispute" else ""
    told = f"{mark}{_DONE[made.verdict]} by {made.person} on {day_words(made.time)}" + (f": {words}" if words else "")
    return Decided(_DONE[made.verdict], made.person, made.time, told, made.note, made.id)


def _was(made: Judgement) -> str:
    """The values before a correction."""
    body = made.claim.body if made.claim else None
    was = [f"{change.field}, was {change_words(change, body)[0]}" for change in made.changes]
    return "; ".join([*was, *(["its place in the text"] if made.mention else [])])


def _from_to(made: Judgement) -> str:
    return "; ".join(map(_change, made.changes, [made] * len(made.changes)))


def _change(change: Change, made: Judgement) -> str:
    old, new = change_words(change, made.claim.body if made.claim else None)
    return f"{change.field}: {old} → {new}"


def _row(entry: LogEntry, made: dict[str, Judgement], *, texts: dict[str, str]) -> JudgementRow:
    judgement = entry.judgement
    words = _about(judgement, made, texts)
    state, verdict = entry.state, judgement.verdict
    return JudgementRow(
        judgement.time,
        judgement.person,
        verdict,
        words,
        state,
        judgement.note,
        judgement.target,
        judgement.report,
        judgement.id,
    )


def _pair_rows(log: Sequence[PairJudgement]) -> list[JudgementRow]:
    standing, made = {each.id for each in in_force(log)}, {each.id: each for each in log}
    return [_pair_row(each, made, holds=each.id in standing) for each in log]


def _pair_row(each: PairJudgement, made: dict[str, PairJudgement], *, holds: bool) -> JudgementRow:
    bare = each.one is None and each.target is None  # it pointed at a report that was erased
    state = "erased" if bare else "in_force" if holds else "undone"
    words, report = _pair_words(each, made), each.one.report if each.one else None
    return JudgementRow(
        each.time, each.person, each.verdict, words, state, each.note, each.target or "", report or "", each.id
    )


def _pair_words(each: PairJudgement, made: dict[str, PairJudgement]) -> str:
    """The two names; of an undoing what it undoes."""
    undone = made.get(each.target or "")
    if undone is not None:
        return f"{undone.verdict}: {_pair_words(undone, made)}"
    return " and ".join(actor.name for actor in (each.one, each.other) if actor)


def _about(judgement: Judgement, made: dict[str, Judgement], texts: dict[str, str]) -> str:
    """The claim in a line with what changed; of an undoing what it undoes; nothing of what is erased."""
    undone = made.get(judgement.target)
    if undone is not None:
        return f"{undone.verdict.replace('_', ' ')}: {_about(undone, made, texts)}"
    changes = _from_to(judgement)
    if judgement.claim is None:
        return changes
    place = _place(judgement, texts)
    return " | ".join(filter(None, (_claim(judgement.claim, texts), changes, place)))


def _claim(claim: Claim, texts: dict[str, str]) -> str:
    return claim_words(claim, texts.get(claim.report, ""))


def _place(judgement: Judgement, texts: dict[str, str]) -> str:
    if judgement.mention is None:
        return ""
    return f"stands at “{plain(judgement.mention.trigger.of(texts.get(judgement.report, '')))}”"


def _problem_row(problem: Problem) -> ProblemRow:
    start, end = (problem.span.start, problem.span.end) if problem.span else (None, None)
    return ProblemRow(problem.code, problem.message, problem.source, start, end)
