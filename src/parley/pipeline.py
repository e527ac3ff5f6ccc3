"""Many reports: the same steps for each, in this process or on a pool of processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from parley.model import Extraction, Problem, Report, Run
from parley.store import Store

if TYPE_CHECKING:
    from parley.annotate import Doc
    from parley.reading import Reading

__all__ = ["Progress", "Steps", "Summary", "current_run", "record_reports"]


class Steps(msgspec.Struct, frozen=True):
    """The steps from report to extraction, and the run that names their state.

    `annotate` yields one `Doc` for each report, in order; for a pool of processes both must be functions of a module.
    """

    annotate: Callable[[Iterable[Report]], Iterator[Doc]]
    extract: Callable[[Doc], Extraction]
    run: Run


class Progress(msgspec.Struct, frozen=True):
    """How far the work is: reports done of `total` (None: not known), claims and code points of text so far."""

    done: int
    total: int | None
    claims: int
    characters: int


class Summary(msgspec.Struct, frozen=True):
    """What came of the readings.

    `added` reports are new to the record, `reread` ones were known and have been read again by a newer run, `known`
    ones had been recorded under this run before (or stood twice among the readings), `skipped` readings held no
    report or could not be extracted. `claims` were recorded with the added and reread. `problems` are those of inputs
    and of single reports, in the order met.
    """

    added: int = 0
    reread: int = 0
    known: int = 0
    skipped: int = 0
    claims: int = 0
    problems: tuple[Problem, ...] = ()


def current_run(settings: Mapping[str, object] | None = None) -> Run:
    """The run that this program makes: hashes of its code, lexicon, model and `settings`."""
    raise NotImplementedError


def record_reports(
    readings: Iterable[Reading],
    store: Store,
    *,
    steps: Steps,
    jobs: int = 1,
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Annotate, extract and record each reading's report; what this run has recorded before is skipped unparsed.

    The result does not depend on the order of the readings, on `jobs` or on how they fall into batches. Each report is
    recorded by itself, so that an interruption loses nothing recorded so far. A report that the steps fail on becomes a
    Problem with code `internal`. `progress` is called after every batch. Raises StoreError when the database fails,
    WorkerLostError when a process of the pool dies.
    """
    raise NotImplementedError
