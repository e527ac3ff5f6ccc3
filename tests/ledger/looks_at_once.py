"""Looks at a record when told to, and prints the stories and copies it finds: what several processes do at once."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from parley.ledger import Ledger
from parley.model import canonical_json
from parley.store import Store

__all__ = ["seen"]


def seen(ledger: Ledger) -> bytes:
    """Stories, links and copies as they are asked for."""
    stories = ledger.stories()
    reports = sorted({report for story in stories for report in story.reports})
    links = [ledger.derived.links(story) for story in stories]
    return canonical_json([stories, links, ledger.derived.copies(), ledger.derived.copy_links(reports)])


def main(path: Path) -> None:
    with Store.open(path) as store, closing(Ledger(store)) as ledger:
        print("ready", flush=True)
        sys.stdin.readline()
        print(seen(ledger).decode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
