"""What `parley.open` returns: a store, its pipeline and its ledger under one handle."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from parley.model import (
    Extraction,
    Report,
    new_report,
)
from parley.pipeline import Progress, Steps, Summary, current_run, record_reports, record_series
from parley.project.decisions import Decisions
from parley.store import Store
from parley.store.closing import Closing

if TYPE_CHECKING:
    from parley.reading import Options, Reading
    from parley.reading.series_tables import SeriesTable

__all__ = ["DATABASE_NAME", "Extracted", "Project", "extract_from", "find_database", "open_project"]

DATABASE_NAME = "talks.parley"
_READ_AHEAD = 2_000  # readings taken in before the first is parsed, so that most work has a known end


class Project(Closing, Decisions):
    """A database of talks: add reports to it, and ask it."""

    def __init__(self, store: Store, *, jobs: int = 1) -> None:
        """`jobs` is the number of processes that read reports.

        A script that asks for more than one must start below `if __name__ == "__main__":`, as each of them loads it.
        """
        super().__init__(store)
        self.jobs = jobs

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

    def import_series(
        self, path: str | Path, *, place: str, since: str, source: str, story: str | None = None
    ) -> SeriesTable:
        """Record a table of counts by `source` in `place`, whose totals count since an ISO day: see `record_series`."""
        from parley.reading.series_tables import TableScope

        return record_series(Path(path), TableScope(place, since, source), self.store, story=story)

    def re_extract(self, *, progress: Callable[[Progress], None] | None = None) -> Summary:
        """Read again, from the text in the database, every report that this state of the program has not read.

        What older runs made of them is kept; the newest run is the one that counts. Interrupted, it goes on where it
        was. Raises as `add` does.
        """
        steps = _steps()
        return self._record(_Stale(self.store, steps.run.id), steps, progress=progress)

    def _record(
        self, readings: Iterable[Reading], steps: Steps, *, progress: Callable[[Progress], None] | None
    ) -> Summary:
        """Record what the readings hold, and take it into the stories."""
        summary = record_reports(readings, self.store, steps=steps, jobs=self.jobs, progress=progress)

        def looked(done: int, total: int) -> None:
            if progress is not None:
                progress(Progress(done, total, summary.claims, 0, stage="stories"))

        self._ledger.derived.bring_up_to_date(looked)
        return summary

    def close(self) -> None:
        """Close the database; the project is of no use afterwards."""
        self._ledger.close()
        self.store.close()


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
        from parley.reading.series_tables import SERIES_READER

        for report_id in self._ids:
            for recorded in self._store.reports(report_id):  # none when it was erased in the meantime
                # The counts of an imported table were not extracted from it, and are not to be.
                if recorded.observations[0].reader != SERIES_READER:
                    yield Reading(recorded.report, recorded.observations[0])


def _ahead(readings: Iterable[Reading]) -> Iterable[Reading]:
    """The readings as a list when they are few, so that their number is known; else as they come."""
    coming = iter(readings)
    first = list(islice(coming, _READ_AHEAD))
    return first if len(first) < _READ_AHEAD else chain(first, coming)
