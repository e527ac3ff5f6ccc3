"""Progress on a terminal: how many reports, how fast, how long yet."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from parley.pipeline import Progress as Done

__all__ = ["Shown", "shown_count", "shown_progress"]

Shown = Callable[[Done], None]


@contextmanager
def shown_progress() -> Iterator[Shown]:
    """Show progress on standard error while the context is open; what it gives takes each `Progress` of the pipeline."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    started = time.monotonic()
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        reading = bar.add_task("Reading reports", total=None, rate="")
        stories = bar.add_task("Finding stories", total=None, rate="", visible=False)

        def update(done: Done) -> None:
            if done.stage == "stories":
                bar.update(stories, completed=done.done, total=done.total, visible=True)
                return
            rate = done.done / max(time.monotonic() - started, 1e-3)
            words = f"{rate:.1f} reports/s, {done.claims:,} claims"
            bar.update(reading, completed=done.done, total=done.total, rate=words)

        yield update


@contextmanager
def shown_count(words: str) -> Iterator[Callable[[int], None]]:
    """Show on standard error, where that is a terminal, how many of something are done; what it gives takes the number."""
    console = Console(file=sys.stderr)
    columns = TextColumn("{task.description}"), TextColumn("{task.completed:,}"), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(words, total=None)
        yield lambda done: bar.update(task, completed=done)
