from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from parley.store import Store
from tests.recorded import RUN, extraction_of, observed, report_of

ROOT = Path(__file__).parents[2]


def test_a_kill_amid_adding_loses_nothing_recorded_and_adding_resumes(tmp_path: Path) -> None:
    path = tmp_path / "talks.parley"
    command = [sys.executable, "-m", "tests.store.adds_until_killed", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"amid\n"
        child.kill()
    assert child.returncode == -9
    with Store.open(path, busy_timeout=0) as store:
        recorded = {seen.source for found in store.reports() for seen in found.observations}
        assert recorded == {f"{number}.txt" for number in range(9)}
        assert list(store.check()) == []
        added = []
        for number in range(20):
            report = report_of(f"Report {number}: the dockers rejected the offer.")
            observation = observed(f"{number}.txt")
            added.append(store.add(report, observation, extraction=extraction_of(report), run=RUN))
        assert added == [False] * 9 + [True] * 11
        assert len(store.search("dockers")) == 20
        assert list(store.check()) == []
