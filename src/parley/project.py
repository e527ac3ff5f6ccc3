"""What `parley.open` returns: a store, its pipeline and its ledger under one handle."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from getpass import getuser
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from parley.errors import ParleyError
from parley.ledger import Entry, Ledger, NotRecordedError
from parley.model import (
    Change,
    Extraction,
    Judgement,
    Mention,
    Report,
    Span,
    Tombstone,
    new_judgement,
    new_report,
)
from parley.model.judgement import Verdict
from parley.pipeline import Progress, Steps, Summary, current_run, record_reports
from parley.resolve import drafts
from parley.resolve.values import BadValueError
from parley.store import Store

if TYPE_CHECKING:
    from parley.reading import Options, Reading

__all__ = [
    "DATABASE_NAME",
    "CannotUndoError",
    "Extracted",
    "Project",
    "extract_from",
    "find_database",
    "open_project",
    "person_name",
]

DATABASE_NAME = "talks.parley"
_READ_AHEAD = 2_000  # readings taken in before the first is parsed, so that most work has a known end


class Project:
    """A database of talks: add reports to it, and ask it."""

    def __init__(self, store: Store, *, jobs: int = 1) -> None:
        """`jobs` is the number of processes that read reports.

        A script that asks for more than one must start below `if __name__ == "__main__":`, as each of them loads it.
        """
        self.store = store
        self.jobs = jobs
        self._ledger = Ledger(store)

    def add(
        self,
        *sources: str | Path,
        outlet: str | None = None,
        published: str | None = None,
        url: str | None = None,
        story: str | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> Summary:
        """Read files and folders and record what their reports say; adding the same again changes nothing.

        `outlet`, `published` (ISO date), `url` and `story` say what the sources do not. Raises StoreError when the
        database fails, ModelError without a language model; trouble with a source is a Problem in the summary.
        """
        from parley.reading import Options

        options = Options(outlet=outlet, published=published, url=url, story=story)
        return self._record(_ahead(_readings(sources, options)), _steps(), progress=progress)

    def re_extract(self, *, progress: Callable[[Progress], None] | None = None) -> Summary:
        """Read again, from the text in the database, every report that this state of the program has not read.

        What older runs made of them is kept; the newest run is the one that counts. Interrupted, it goes on where it
        was. Raises as `add` does.
        """
        steps = _steps()
        return self._record(_Stale(self.store, steps.run.id), steps, progress=progress)

    def ledger(self) -> Ledger:
        """Questions asked of the record."""
        return self._ledger

    def accept(self, claim: str, *, person: str | None = None, note: str | None = None) -> Judgement:
        """Note that a person holds a claim, by id or the beginning of one, to be read rightly.

        `person` is otherwise PARLEY_PERSON, or the name of the user. Raises what `Ledger.claim` raises, NoChangeError
        when that person said so last, and StoreError.
        """
        return self._say("accept", claim, person=person, note=note)

    def reject(self, claim: str, *, person: str | None = None, note: str | None = None) -> Judgement:
        """Take a claim that is read wrongly out of every view; parameters and errors as for `accept`."""
        return self._say("reject", claim, person=person, note=note)

    def correct(
        self,
        claim: str,
        *,
        words: str | Span | None = None,
        nth: int | None = None,
        person: str | None = None,
        note: str | None = None,
        **fields: object,
    ) -> Judgement:
        """Give fields of a claim other values, or its first mention another place (exact `words`, of several the `nth`).

        Fields are those of its body, and certainty, polarity, tense, sources, hedge, silence, said_on and when. Values
        are records or words ("at least 50"; "Ann Reyes for Harbour Union; Port Authority"; "office: Harbour Ministry";
        terms as "pay: 7 per cent more"); empty words are none. Raises BadValueError, WordsNotFoundError,
        NoChangeError, what `Ledger.claim` raises, and StoreError.
        """
        entry = self.ledger().claim(claim)
        near = min(mention.trigger for mention in entry.claim.mentions)
        given = self._linked(drafts.with_terms(fields, entry.report, near=near), entry.report)
        changes = drafts.changes_of_claim(entry.claim, given)
        place = drafts.mention_of(entry.report, words, nth=nth) if words is not None else None
        if not changes and (place is None or place.trigger == near):
            raise drafts.NoChangeError(
                f"{entry.claim.id} says that already; give a field another value, or other words"
            )
        mention = drafts.moved_mention(entry.claim, place) if place else None
        return self._judge("correct", entry=entry, person=person, changes=changes, mention=mention, note=note)

    def add_claim(
        self,
        report: str,
        kind: str,
        *,
        words: str | Span,
        nth: int | None = None,
        person: str | None = None,
        note: str | None = None,
        **fields: object,
    ) -> Judgement:
        """Add a claim of a kind that exact words of a report make; fields as for `correct`.

        Raises what `correct` raises, and what `Ledger.report` does.
        """
        found = self.ledger().report(report).report
        mention = drafts.mention_of(found, words, nth=nth)
        given = self._linked(drafts.with_terms(fields, found, near=mention.statement), found)
        claim = drafts.added_claim(found, kind, mention=mention, fields=given)
        with suppress(NotRecordedError):
            known = self.ledger().claim(claim.id)
            state = "rejected" if known.judged and known.judged.rejected else "recorded"
            raise drafts.NoChangeError(f"that claim is {state} already: {known.claim.id}")
        made = partial(new_judgement, "add", report=found.id, target=claim.id, person=person_name(person))
        return self.store.judge(lambda time: made(time=time, claim=claim, note=note))

    def correct_report(
        self, report: str, *, person: str | None = None, note: str | None = None, **fields: str | None
    ) -> Judgement:
        """Give a report another title, outlet or published (ISO date); it keeps its id, and empty words are none.

        What was reckoned from the old date when the report was read stays. Raises BadValueError, NoChangeError, what
        `Ledger.report` raises, and StoreError.
        """
        found = self.ledger().report(report).report
        changes = drafts.changes_of_report(found, fields)
        if not changes:
            raise drafts.NoChangeError(
                f"{found.id} has that already; give a title, outlet or published it does not have"
            )
        made = partial(new_judgement, "correct_report", report=found.id, target=found.id, person=person_name(person))
        return self.store.judge(lambda time: made(time=time, changes=changes, note=note))

    def put_in_story(
        self, report: str, story: str | None, *, person: str | None = None, note: str | None = None
    ) -> Judgement:
        """Put a report in the story of a name, a new one too, and out of those it was in; None: in one of its own.

        Raises NoChangeError, what `Ledger.report` raises, and StoreError.
        """
        found = self.ledger().report(report).report
        inside = [each for each in self.ledger().stories() if found.id in each.reports]
        name = next((each.name for each in inside if each.id == story), " ".join((story or "").split()) or None)
        if name and [each.name.casefold() for each in inside if each.given] == [name.casefold()]:
            raise drafts.NoChangeError(f"{found.id} is in the story '{name}' already")
        changes = (Change("story", "; ".join(each.name for each in inside), name),)
        made = partial(new_judgement, "put_in_story", report=found.id, target=found.id, person=person_name(person))
        return self.store.judge(lambda time: made(time=time, changes=changes, note=note))

    def undo(self, judgement: str, *, person: str | None = None, note: str | None = None) -> Judgement:
        """Undo a judgement of any age, by id or the beginning of one; undoing an undoing brings back what it undid.

        Raises NotRecordedError, AmbiguousError, CannotUndoError and StoreError.
        """
        found = self.ledger().judgement(judgement)
        state = next(entry.state for entry in self.ledger().judgements() if entry.judgement.id == found.id)
        if state in ("undone", "erased"):
            raise CannotUndoError(found.id, state)
        made = partial(new_judgement, "undo", report=found.report, target=found.id, person=person_name(person))
        return self.store.judge(lambda time: made(time=time, note=note))

    def erase(self, report: str, *, reason: str, person: str | None = None) -> Tombstone:
        """Erase a report, its claims and all that quotes it, for good, leaving a tombstone. It cannot be undone.

        Sources and copies of the database are not touched. A report that is erased already is swept out again. Raises
        ParleyError without a reason, what `Ledger.report` raises, and StoreError.
        """
        if not reason.strip():
            raise ParleyError("say why the report is erased; the reason stays on its tombstone")
        left = [
            stone.report
            for stone in self.store.tombstones()
            if report in (stone.report, stone.report[len("report-") :])
        ]
        report_id = left[0] if left else self.ledger().report(report).report.id
        left_behind = self.store.erase(report_id, person=person_name(person), reason=reason.strip())
        self._ledger.forget_derived()
        return left_behind

    def _record(
        self, readings: Iterable[Reading], steps: Steps, *, progress: Callable[[Progress], None] | None
    ) -> Summary:
        """Record what the readings hold, and take it into the stories."""
        summary = record_reports(readings, self.store, steps=steps, jobs=self.jobs, progress=progress)
        self._ledger.derived.bring_up_to_date()
        return summary

    def _say(
        self, verdict: Literal["accept", "reject"], claim: str, *, person: str | None, note: str | None
    ) -> Judgement:
        entry, who = self.ledger().claim(claim), person_name(person)
        said = [made for made in entry.judgements if made.verdict in ("accept", "reject")]
        if said and (said[-1].verdict, said[-1].person) == (verdict, who):
            raise drafts.NoChangeError(f"{who} said so on {said[-1].time[:10]} already ({said[-1].id})")
        return self._judge(verdict, entry=entry, person=who, note=note)

    def _judge(
        self,
        verdict: Verdict,
        *,
        entry: Entry,
        person: str | None,
        note: str | None,
        changes: tuple[Change, ...] = (),
        mention: Mention | None = None,
    ) -> Judgement:
        """Add a judgement on a claim; it hangs on the claim as it was before any correction."""
        base = entry.judged.base if entry.judged else entry.claim
        made = partial(new_judgement, verdict, report=base.report, target=base.id, person=person_name(person))
        return self.store.judge(lambda time: made(time=time, claim=base, changes=changes, mention=mention, note=note))

    def _linked(self, fields: Mapping[str, object], report: Report) -> dict[str, object]:
        """The fields with the whole id of the claim, of the same report, that one answers or is a part of."""
        linked = dict(fields)
        for name in ("answers", "part_of"):
            if isinstance(given := fields.get(name), str) and given:
                entry = self.ledger().claim(given)
                if entry.report.id != report.id:
                    raise BadValueError(
                        f"'{name}' must be a claim of the same report; {entry.claim.id} stands in another"
                    )
                linked[name] = (entry.judged.base if entry.judged else entry.claim).id
        return linked

    def close(self) -> None:
        """Close the database; the project is of no use afterwards."""
        self._ledger.close()
        self.store.close()

    def __enter__(self) -> Self:
        """The project itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the database."""
        self.close()


class CannotUndoError(ParleyError):
    """The judgement does not hold any more."""

    def __init__(self, judgement: str, state: str) -> None:
        """`state` is undone or erased."""
        why = "is undone already; undo what undid it to bring it back (see `parley decide log`)"
        erased = "is about a report that was erased, which cannot be undone"
        super().__init__(f"{judgement} {erased if state == 'erased' else why}")


def person_name(given: str | None = None) -> str:
    """Who decides: `given`, else PARLEY_PERSON, else the user's name. Raises ParleyError when there is none."""
    try:
        name = given or os.environ.get("PARLEY_PERSON") or getuser()
    except (KeyError, OSError):
        name = ""
    if not name.strip():
        raise ParleyError("it is not known who decides; give a name with --person, or set PARLEY_PERSON")
    return " ".join(name.split())


def find_database(explicit: str | Path | None = None) -> Path:
    """Where the database is: `explicit`, else PARLEY_DB, else `talks.parley` here or in the nearest folder above.

    When there is none anywhere, the path it would have in the current folder.
    """
    if explicit is not None:
        return Path(explicit)
    if named := os.environ.get("PARLEY_DB"):
        return Path(named)
    here = Path.cwd()
    above = (folder / DATABASE_NAME for folder in (here, *here.parents))
    return next((path for path in above if path.is_file()), here / DATABASE_NAME)


def open_project(
    path: str | Path | None = None, *, create: bool = True, read_only: bool = False, jobs: int = 1
) -> Project:
    """The project of the database that `find_database(path)` names, made when it is missing and `create` is set.

    Exported as `parley.open`. Raises StoreError (missing, newer, locked, read-only, no Parley database).
    """
    return Project(Store.open(find_database(path), create=create, read_only=read_only), jobs=jobs)


class Extracted(Extraction, frozen=True, kw_only=True):
    """An extraction with the report it is of, so that it can be shown in the report's own words."""

    of: Report


def extract_from(report: str | Report) -> Extracted:
    """What a report, or a text taken as one, says: claims and passages, without a database.

    Exported as `parley.extract`. Spans count code points of the text. Raises ModelError without a language model.
    """
    from parley.annotate import annotate
    from parley.extract import extract

    read = new_report(report) if isinstance(report, str) else report
    found = extract(next(annotate([read])))
    return Extracted(**{name: getattr(found, name) for name in Extraction.__struct_fields__}, of=read)


def _steps() -> Steps:
    # The language model takes longer to import than most commands to run, and is needed only to add.
    from parley.annotate import annotate, model_name
    from parley.extract import extract

    return Steps(annotate, extract, current_run(model_name()))


def _readings(sources: Iterable[str | Path], options: Options) -> Iterable[Reading]:
    from parley.reading import read_reports

    return chain.from_iterable(read_reports(source, options) for source in sources)


class _Stale:
    """Readings of the reports that a run has not read, as many as there are when it starts."""

    def __init__(self, store: Store, run_id: str) -> None:
        self._store, self._ids = store, store.stale(run_id)

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Reading]:
        from parley.reading import Reading

        for report_id in self._ids:
            for recorded in self._store.reports(report_id):  # none when it was erased in the meantime
                yield Reading(recorded.report, recorded.observations[0])


def _ahead(readings: Iterable[Reading]) -> Iterable[Reading]:
    """The readings as a list when they are few, so that their number is known; else as they come."""
    coming = iter(readings)
    first = list(islice(coming, _READ_AHEAD))
    return first if len(first) < _READ_AHEAD else chain(first, coming)
