"""What the pages of a large record take: `python -m bench --only pages`.

A record of invented reports is made and looked at once. Then each page is made: the first time in a process of its own,
then again, when what can be kept is kept. Times are milliseconds of processor time, of the least of several rounds.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bench.invented import INVENTED_RUN, Invented, invented_reports
from bench.result import Result
from parley.ledger import Ledger
from parley.store import Store

__all__ = ["FIRST_LIMIT", "PAGE_LIMIT", "measure_pages"]

PAGE_LIMIT, FIRST_LIMIT = 150.0, 300.0
"""Milliseconds that any page may take, and the first one a process makes."""
REPORTS, CLAIMS_EACH, PER_STORY = 10_000, 20, 10
_ROUNDS = 3
_CAME = 20  # reports since the last look, each in a story of its own
_CHILD = "import sys; from bench.pages import time_pages; print(time_pages(sys.argv[1], sys.argv[2:]))"


def measure_pages(reports: int = REPORTS) -> list[Result]:
    """Milliseconds for each page of a record of so many reports."""
    with tempfile.TemporaryDirectory() as folder:
        path = build(Path(folder, "talks.parley"), reports)
        first = {name: _in_child(path, name)[name][0] for name in PAGES}
        warm = {name: min(_in_child(path, "stories", name)[name]) for name in PAGES}
    of = f"{reports:,} reports, {reports * CLAIMS_EACH:,} claims"
    return [
        *(Result(f"{of}: {name}, the first page, ms", value, "ms", FIRST_LIMIT) for name, value in first.items()),
        *(Result(f"{of}: {name}, ms", value, "ms", PAGE_LIMIT) for name, value in warm.items()),
    ]


def build(path: Path, reports: int) -> Path:
    """A record of so many reports at `path`, looked at once before the last of them came."""
    made = list(invented_reports(reports, per_story=PER_STORY, claims=CLAIMS_EACH))
    came = range(PER_STORY - 1, PER_STORY * _CAME, PER_STORY)
    _record(path, [each for at, each in enumerate(made) if at not in came], day=1)
    _record(path, [each for at, each in enumerate(made) if at in came], day=2)
    return path


def _record(path: Path, reports: list[Invented], *, day: int) -> None:
    with Store.open(path, clock=lambda: datetime(2034, 1, day, tzinfo=UTC)) as store:
        for report, seen, extraction in reports:
            store.add(report, seen, extraction=extraction, run=INVENTED_RUN)
        with closing(Ledger(store)) as ledger:
            ledger.stories()
            if day == 1:
                ledger.look()


def _stories(ledger: Ledger) -> object:
    from parley.pages import stories_page

    return stories_page(ledger, 50)


def _of_story(name: str) -> Callable[[Ledger], object]:
    def page(ledger: Ledger) -> object:
        import parley.pages

        make = getattr(parley.pages, f"{name}_of_story")
        return make(ledger, _a_story(ledger))

    return page


def _board(ledger: Ledger) -> object:
    from parley.pages import boards_page

    return boards_page(ledger, story=_a_story(ledger))


def _report(ledger: Ledger) -> object:
    from parley.pages import marked_page_of

    return marked_page_of(ledger, _a_report(ledger))


def _claim(ledger: Ledger) -> object:
    from parley.pages import claim_page

    found = next(iter(ledger.store.claims(report=_a_report(ledger))))
    entry = ledger.claim(found.id)
    return claim_page(entry, ledger.view(report=found.report).claims, ledger.account_with(found.report))


def _search(ledger: Ledger) -> object:
    from parley.pages import search_page

    return search_page("rejected", ledger.search("rejected", limit=20))


def _home(ledger: Ledger) -> object:
    from parley.pages import home_page

    return home_page(ledger)


def _changes(ledger: Ledger) -> object:
    from parley.pages import changed_page

    return changed_page(ledger)


def _a_story(ledger: Ledger) -> str:
    return ledger.derived.of(_a_report(ledger))[0].id


def _a_report(ledger: Ledger) -> str:
    return _REPORT


_REPORT = next(iter(invented_reports(1)))[0].id
PAGES: dict[str, Callable[[Ledger], object]] = {
    "stories": _stories,
    "board": _board,
    **{
        name: _of_story(name)
        for name in ("talks", "proposals", "series", "timeline", "disagreements", "who", "sources", "reports")
    },
    "report": _report,
    "claim": _claim,
    "search": _search,
    "changes since the last look": _changes,
    "home": _home,
}


def time_pages(path: str, names: list[str]) -> str:
    """Milliseconds of each page, as JSON, made in this order; a page of the last name several times."""
    found: dict[str, list[float]] = {}
    with Store.open(path, create=False) as store, closing(Ledger(store)) as ledger:
        for name in names:
            rounds = _ROUNDS if name == names[-1] else 1
            found[name] = [_milliseconds(PAGES[name], ledger) for _ in range(rounds)]
    return json.dumps(found)


def _milliseconds(make: Callable[[Ledger], object], ledger: Ledger) -> float:
    started = time.process_time()
    make(ledger)
    return (time.process_time() - started) * 1e3


def _in_child(path: Path, *names: str) -> dict[str, list[float]]:
    found = subprocess.run([sys.executable, "-c", _CHILD, str(path), *names], capture_output=True, check=True)
    times: dict[str, list[float]] = json.loads(found.stdout)
    return times
