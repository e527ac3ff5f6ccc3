from __future__ import annotations

import re
from pathlib import Path

import pytest

from parley.cli.main import parley
from parley.cli.reference import cli_page, filled
from parley.export import schema_text

DOCS = Path(__file__).parents[2] / "docs"
AGAIN = "the documentation lags behind the program; run `parley reference docs`"


def test_the_reference_of_commands_is_up_to_date() -> None:
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == cli_page(parley), AGAIN


def test_the_tables_of_formats_are_up_to_date() -> None:
    page = (DOCS / "formats.md").read_text(encoding="utf-8")
    assert page == filled(page), AGAIN
    assert re.findall(r"<!-- made: (\w+) -->", page) == ["headings", "records", "columns"]


def test_the_schema_is_up_to_date() -> None:
    assert (DOCS / "schema" / "claims.schema.json").read_text(encoding="utf-8") == schema_text(), AGAIN


def test_a_block_is_made_anew_and_the_rest_is_left() -> None:
    page = "before\n<!-- made: columns -->\nold\n<!-- end -->\nafter\n"
    made = filled(page)
    assert "old" not in made
    assert made.startswith("before\n")
    assert made.endswith("\nafter\n")
    assert "| `" not in made
    assert "| kind |" in made


@pytest.mark.parametrize("name", ["cli.md", "formats.md"])
def test_links_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", (DOCS / name).read_text(encoding="utf-8"))
    assert [link for link in links if not (DOCS / link).exists()] == []


def test_the_reference_names_every_command_and_option() -> None:
    page = cli_page(parley)
    for command in parley.commands.values():
        assert command.hidden or f"## parley {command.name}\n" in page
    assert "--published-by DATE" in page
    assert "reference" not in re.findall(r"^## parley (\w+)", page, re.MULTILINE)
