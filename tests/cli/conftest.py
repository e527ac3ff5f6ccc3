from __future__ import annotations

from pathlib import Path
from shutil import copyfile

import pytest

from parley.project import DATABASE_NAME
from tests import small_record


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder with nothing in the environment that would matter."""
    for name in ("PARLEY_DB", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small record, made once."""
    return small_record.build(tmp_path_factory.mktemp("built") / DATABASE_NAME)


@pytest.fixture
def talks(here: Path, built: Path) -> Path:
    """A current folder with the small record in it."""
    copyfile(built, here / DATABASE_NAME)
    return here
