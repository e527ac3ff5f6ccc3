from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import parley
from parley.project import Project
from parley.web import make_app
from tests import small_record
from tests.web.asking import Client


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small record, made once."""
    return small_record.build(tmp_path_factory.mktemp("built") / "talks.parley")


@pytest.fixture(scope="module")
def project(built: Path) -> Iterator[Project]:
    with parley.open(built, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(project: Project) -> Client:
    return Client(make_app(project))
