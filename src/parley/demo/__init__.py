"""Reports written for the project: two invented stories, a truce and a port strike, to try Parley on.

Every name, place, outlet and event in them is made up. Each story is a folder of reports beside a `manifest.jsonl`,
laid out as a folder of one's own would be.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path

__all__ = ["demo_reports"]


def demo_reports() -> AbstractContextManager[Path]:
    """The folder of the bundled reports, for use in a `with` statement.

    An installed package may lie in an archive; the folder is then unpacked for as long as the context is open.
    """
    return as_file(files(__name__) / "reports")
