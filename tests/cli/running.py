"""The command as a user runs it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

__all__ = ["COMMAND", "environment", "run"]

COMMAND = [sys.executable, "-c", "from parley.cli.main import main; main()"]


def environment(**more: str) -> dict[str, str]:
    """The environment without what would change what is tested."""
    unset = {
        "PARLEY_DB",
        "PARLEY_PACKS",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "TERM",
        "TTY_COMPATIBLE",
        "PYTHONIOENCODING",
    }
    return {name: value for name, value in os.environ.items() if name not in unset} | more


def run(
    *args: str | Path, cwd: Path, env: dict[str, str] | None = None, **more: Any
) -> subprocess.CompletedProcess[str]:
    """Run `parley` with these arguments to its end."""
    command = [*COMMAND, *map(str, args)]
    return subprocess.run(
        command, cwd=cwd, env=env or environment(), capture_output=True, text=True, encoding="utf-8", timeout=120, **more
    )  # fmt: skip
