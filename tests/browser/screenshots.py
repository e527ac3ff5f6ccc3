"""Pictures of every page: `python -m tests.browser.screenshots FOLDER [DATABASE]`.

At two widths and in two colour schemes, of a record given or of the small one, into a folder outside version control.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

import parley
from parley.ledger import Ledger
from parley.project import Project
from parley.render.web import STORY_TABS
from parley.web import make_app
from tests import small_record
from tests.browser.conftest import launched
from tests.browser.serving import serving

LOOKS = [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]


def pages(project: Project) -> dict[str, str]:
    """Pages to look at by name: those of the whole record, and of its first story, a report and a claim."""
    ledger = project.ledger()
    story = ledger.derived.chief()[0].id
    (account,) = ledger.accounts(story=story)
    cell = max(account.board.cells, key=lambda each: each.moves, default=None)
    found = {"home": "/", "changes": "/changes?kind=figure", "stories": "/stories", "problems": "/problems"}
    found |= {"search": "/search", "fault": "/nothing", **dict(_first(ledger, story))}
    found |= {f"story-{tab.name or 'board'}": f"/story/{story}/{tab.name}".rstrip("/") for tab in STORY_TABS}
    if cell is not None:
        found["cell"] = f"/story/{story}/cell?issue={cell.issue}&party={cell.party}"
    if account.account.actors:
        found["actor"] = f"/actor/{story}/{account.account.actors[0].id}"
    return found


def _first(ledger: Ledger, story: str) -> Iterator[tuple[str, str]]:
    entries = ledger.view(story=story).entries
    moves = [entry for entry in entries if entry.claim.kind == "move"]
    told = max(moves or entries, key=lambda entry: (len(entry.claim.attribution.chain), entry.claim.id))
    yield "claim", f"/claim/{told.claim.id}"
    yield "report", f"/report/{told.report.id}"
    yield "search-found", f"/search?q={told.claim.mentions[0].trigger.of(told.report.text).split()[0]}"
    for link in ledger.copy_links(told.report.id)[:1]:
        yield "copies", f"/copies/{link.one}/{link.other}"


def take(browser: Browser, base: str, paths: dict[str, str], folder: Path) -> None:
    """A picture of each page in each look."""
    for width, scheme in LOOKS:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
        )
        page = context.new_page()
        for name, path in paths.items():
            page.goto(base + path)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
        context.close()


def main(folder: Path, database: Path) -> None:
    """Take them all."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        parley.open(database, create=False, read_only=True) as project,
        serving(make_app(project)) as base,
        launched() as browser,
    ):
        paths = pages(project)
        take(browser, base, paths, folder)
    print(f"{len(paths) * len(LOOKS)} pictures in {folder}")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(str(__doc__))
    with tempfile.TemporaryDirectory() as place:
        given = Path(sys.argv[2]) if len(sys.argv) == 3 else small_record.build(Path(place) / "talks.parley")
        main(Path(sys.argv[1]), given)
