"""The record of the demo for the journeys that a user makes through the program, and how they begin."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

from playwright.sync_api import Browser

import parley
from parley.web import make_app
from tests.browser.serving import Visit, serving

__all__ = ["PERSON", "begun"]

PERSON = "Ida Reyes"


@contextmanager
def begun(browser: Browser, demo: Path, place: Path) -> Iterator[Visit]:
    """A window on a copy of the demo's record, in which `PERSON` may decide."""
    copytree(demo / "demo-record", place / "demo-record", dirs_exist_ok=True)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    with (
        parley.open(place / "demo-record" / "talks.parley", create=False) as project,
        serving(make_app(project, decides=True, person=PERSON)) as base,
    ):
        yield Visit(context.new_page(), base)
    context.close()
