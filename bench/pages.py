"""What the pages of a large record take: `python -m bench --only pages`.

A record of invented reports, a thousand of them on one negotiation, is made and looked at; then some more come. Each page
is asked of the application that `parley serve` runs: the first time in a process of its own, then in one that has
answered others. Times are milliseconds of processor time, of the least of several tries; the clock's are beside them.
Kilobytes are those of the page as it is sent. The record is kept in bench/out and made anew when what makes it changes.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from bench import invented
from bench.invented import INVENTED_RUN, Invented, invented_reports
from bench.result import Result
from parley.ledger import Ledger
from parley.store import Store
from parley.store.code import code_digest

__all__ = ["FIRST_LIMIT", "PAGE_LIMIT", "SIZE_LIMIT", "Asked", "addresses", "ask", "build", "measure_pages"]

PAGE_LIMIT, FIRST_LIMIT = 150.0, 300.0
"""Milliseconds that any page may take, and the first one a process makes."""
SIZE_LIMIT = 300.0
"""Kilobytes that a page may have."""
REPORTS, CLAIMS_EACH, PER_STORY, LARGEST = 10_000, 20, 10, 1_000
_OUT = Path(__file__).parent / "out"
_TRIES = 3
_CAME = 20  # reports since the last look, each in a story of its own
_LARGEST_STORY = 2_000  # its number among invented stories
_TABS = "", "talks", "proposals", "timeline", "figures", "figures?alone=yes", "disagreements", "actors", "sources", "reports"  # fmt: skip
_CHILD = "import sys; from bench.pages import ask; print(ask(sys.argv[1], sys.argv[2:]))"


class Asked(msgspec.Struct, frozen=True):
    """What a page took: milliseconds of processor time and by the clock, and its kilobytes."""

    processor: float
    clock: float
    size: float


def measure_pages(reports: int = REPORTS, largest: int = LARGEST) -> list[Result]:
    """Milliseconds and kilobytes of each page of a record of so many reports, of which `largest` are on one story."""
    path = kept_record(reports, largest)
    pages = addresses(path)
    made = _in_child(path, [*pages.values()])  # what can be kept is kept afterwards
    first = {name: _least(path, [url], FIRST_LIMIT) for name, url in pages.items()}
    again = [_in_child(path, ["/search?q=rejected", *pages.values()]) for _ in range(_TRIES)]
    warm = {name: min((each[url] for each in again), key=lambda asked: asked.processor) for name, url in pages.items()}
    rows = [Result(f"{reports:,} reports: {name}, when nothing is kept, ms", made[url].processor) for name, url in pages.items()]  # fmt: skip
    for name in pages:
        rows += _rows(f"{reports:,} reports, {reports * CLAIMS_EACH:,} claims: {name}", first[name], warm[name])
    return rows


def _rows(page: str, first: Asked, warm: Asked) -> Iterator[Result]:
    yield Result(f"{page}, the first page", first.processor, "ms", FIRST_LIMIT)
    yield Result(f"{page}, the first page, by the clock", first.clock, "ms")
    yield Result(page, warm.processor, "ms", PAGE_LIMIT)
    yield Result(f"{page}, by the clock", warm.clock, "ms")
    yield Result(f"{page}, its size", warm.size, "kB", SIZE_LIMIT)


def kept_record(reports: int, largest: int) -> Path:
    """The record of so many reports, made when it is not there, or was made in another way; a copy brought up to date."""
    made_by = [code_digest("model", "store"), Path(invented.__file__).read_text(encoding="utf-8"), reports, largest]
    folder = _OUT / f"pages-{sha256(repr(made_by).encode()).hexdigest()[:16]}"
    if not folder.is_dir():
        making = folder.with_name(f"{folder.name}-making")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        build(making / "talks.parley", reports, largest)
        making.rename(folder)
    with Store.open(folder / "talks.parley", create=False) as store, closing(Ledger(store)) as ledger:
        ledger.stories()  # derived anew where the program has changed
    return folder / "talks.parley"


def build(path: Path, reports: int, largest: int) -> Path:
    """A record of so many reports at `path`, looked at once before some more came."""
    many = invented_reports(reports - largest, per_story=PER_STORY, claims=CLAIMS_EACH)
    one = invented_reports(largest, per_story=largest, claims=CLAIMS_EACH, first=_LARGEST_STORY)
    _record(path, [*many, *one], day=1)
    # one more turn of each of the first stories
    longer = list(invented_reports(_CAME * (PER_STORY + 1), per_story=PER_STORY + 1, claims=CLAIMS_EACH))
    _record(path, longer[PER_STORY :: PER_STORY + 1], day=2)
    return path


def _record(path: Path, reports: Iterable[Invented], *, day: int) -> None:
    with Store.open(path, clock=lambda: datetime(2034, 1, day, tzinfo=UTC)) as store:
        for report, seen, extraction in reports:
            store.add(report, seen, extraction=extraction, run=INVENTED_RUN)
        if day == 1:
            with closing(Ledger(store)) as ledger:
                ledger.look()


def addresses(path: Path) -> dict[str, str]:
    """The address of each page, by what it shows: of the record, of its largest story and of one of many."""
    with Store.open(path, create=False, read_only=True) as store, closing(Ledger(store)) as ledger:
        stories = sorted(ledger.stories(), key=lambda story: (-len(story.reports), story.id))
        report = stories[0].reports[0]
        claim = next(iter(store.claims(report=report))).id
        found = {"home": "/", "changes": "/changes", "stories": "/stories", "search": "/search?q=rejected", "decisions": "/decisions"}  # fmt: skip
        found |= {"report": f"/report/{report}", "claim": f"/claim/{claim}", "problems": "/problems"}
        found["source in all stories"] = "/source?name=Coast+Radio&kind=outlet"
        for of, story in (("largest story", stories[0]), ("a story", stories[-1])):
            found |= {f"{of}, {tab or 'board'}": f"/story/{story.id}/{tab}".rstrip("/") for tab in _TABS}
            (account,) = ledger.accounts(story=story.id)
            found[f"{of}, actor"] = f"/actor/{story.id}/{account.account.actors[0].id}"
            found[f"{of}, source"] = f"/source?name=Coast+Radio&kind=outlet&story={story.id}"
            found[f"{of}, cell"] = f"/story/{story.id}/cell?issue={account.board.cells[0].issue}&party={account.board.cells[0].party}"  # fmt: skip
            days = sorted(day[:10] for day in ledger.published(story.reports).values() if day)
            found[f"{of}, board of an earlier day"] = f"/story/{story.id}?published-by={days[len(days) // 2]}"
    return found


def ask(path: str, urls: list[str]) -> str:
    """What each page took, as JSON, asked in this order; raises for one that is not there."""
    import parley
    from parley.web import make_app

    found: dict[str, Asked] = {}
    with parley.open(path, create=False, read_only=True) as project:
        app = make_app(project)
        for url in urls:
            found[url] = asyncio.run(_asked(app, url))
    return msgspec.json.encode(found).decode()


async def _asked(app: object, url: str) -> Asked:
    import httpx

    transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8642") as client:
        processor, clock = time.process_time(), time.perf_counter()
        answer = await client.get(url)
        taken = Asked(
            (time.process_time() - processor) * 1e3,
            (time.perf_counter() - clock) * 1e3,
            len(answer.content) / 1024,
        )
    answer.raise_for_status()
    return taken


def _least(path: Path, urls: list[str], limit: float) -> Asked:
    """What the last of the pages took at least, tried again only while it is over the limit."""
    least = _in_child(path, urls)[urls[-1]]
    for _ in range(_TRIES - 1):
        if least.processor > limit:
            least = min(least, _in_child(path, urls)[urls[-1]], key=lambda asked: asked.processor)
    return least


def _in_child(path: Path, urls: list[str]) -> dict[str, Asked]:
    found = subprocess.run([sys.executable, "-c", _CHILD, str(path), *urls], stdout=subprocess.PIPE, check=True)
    return msgspec.convert(json.loads(found.stdout), dict[str, Asked])
