"""What the documentation shows is what the program prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.documents import PAGES, blocks, filled, masked
from tests.house.modules import ROOT


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_examples_print_what_the_page_shows(path: Path, demo: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert masked(filled(page, demo)) == masked(page), "`make docs` writes the pages anew"


def test_names_of_a_state_of_the_program_may_differ_and_nothing_else() -> None:
    page = "run       run-{0}{0}\ncode      {0}{0}{0}\nlexicon   {0}{0}{0}\nwords     {1}\n"
    assert masked(page.format("0a1b", "ten")) == masked(page.format("c2d3", "ten"))
    assert masked(page.format("0a1b", "ten")) != masked(page.format("0a1b", "nine"))


def test_readme_and_quickstart_hold_examples() -> None:
    for name in ("README.md", "docs/quickstart.md", "docs/python.md"):
        assert blocks((ROOT / name).read_text(encoding="utf-8")), name


def test_a_page_that_shows_something_else_is_found_out(demo: Path) -> None:
    page = "```console\n$ parley ls reports --db demo-record/talks.parley --jsonl | wc -l\n9000\n```\n"
    assert filled(page, demo) == page.replace("9000", "22")


def test_code_that_shows_something_else_is_found_out(demo: Path) -> None:
    page = "```python\nimport parley\n```\n\n```python\nprint(parley.Span(2, 5).end)\n```\n```text\n4\n```\n"
    assert filled(page, demo) == page.replace("4\n```\n", "5\n```\n")


def test_a_file_of_the_page_stands_in_the_folder(demo: Path) -> None:
    page = "<!-- file: told.txt -->\n```\nten barges\n```\n\n```console\n$ cat told.txt\nnine\n```\n"
    assert filled(page, demo) == page.replace("nine", "ten barges")


def test_a_command_that_fails_is_found_out(demo: Path) -> None:
    with pytest.raises(RuntimeError, match="these commands fail"):
        filled("```console\n$ parley show claim-0000 --db demo-record/talks.parley\n```\n", demo)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    import re

    targets = re.findall(r"\]\((?!https?:)([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []
