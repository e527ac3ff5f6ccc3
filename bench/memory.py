"""Peak memory of reading a folder of reports into a new database, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.data import absent, data_folder
from bench.result import Result
from parley.demo import demo_reports

__all__ = ["MEMORY_LIMIT", "measure_memory", "peak_of"]

MEMORY_LIMIT = 900.0
"""Megabytes that reading the 676 Nexis reports may take."""
_ADD = "from parley.cli.main import main; main()"
# A program starts out with the peak of the one that starts it, which must therefore be a small one.
_BETWEEN = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""
_KIB_A_MEGABYTE = 1000 * 1000 / 1024


def measure_memory() -> list[Result]:
    """The peak for the bundled reports, and for the Nexis folder where there is one."""
    with demo_reports() as folder:
        results = [Result("demo reports: peak memory", _reading(folder), "MB", MEMORY_LIMIT)]
    nexis = data_folder("nexis")
    if nexis is None:
        return [*results, Result("nexis: peak memory", None, why=absent("nexis"))]
    return [*results, Result("nexis: peak memory", _reading(nexis), "MB", MEMORY_LIMIT)]


def _reading(folder: Path) -> float:
    with tempfile.TemporaryDirectory() as place:
        return peak_of([sys.executable, "-c", _ADD, "add", str(folder), "--db", str(Path(place, "talks.parley"))])


def peak_of(call: list[str]) -> float:
    """Megabytes a program holds at most. Raises CalledProcessError when it fails (3, some inputs skipped, is no failure)."""
    between = subprocess.run([sys.executable, "-c", _BETWEEN, *call], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if between.returncode not in (0, 3):
        raise subprocess.CalledProcessError(between.returncode, call)
    return int(between.stdout) / _KIB_A_MEGABYTE
