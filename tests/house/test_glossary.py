"""Every word of the record is in the glossary."""

from __future__ import annotations

import re
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from parley import model
from parley.annotate.quantities import find_quantities
from parley.model import claim, extraction
from tests.extract.reading_moves import moves_of
from tests.house.modules import ROOT

PAGE = (ROOT / "docs" / "concepts.md").read_text(encoding="utf-8")
_TABLES = re.compile(r"^\| (\w+) \|", re.MULTILINE)


def _records() -> list[type]:
    kinds = [getattr(module, name) for module in (claim, extraction, model) for name in module.__all__]
    return sorted({k for k in kinds if isinstance(k, type) and issubclass(k, msgspec.Struct)}, key=lambda k: k.__name__)


def _values(record: type, field: str) -> list[str]:
    """The values a field of words may take."""
    return _words(get_type_hints(record)[field])


def _words(hint: Any) -> list[str]:
    found = [arg for arg in get_args(hint) if isinstance(arg, str)]
    return found or [word for arg in get_args(hint) for word in _words(arg)]


@pytest.mark.parametrize("record", _records(), ids=lambda record: record.__name__)
def test_every_record_is_defined(record: type) -> None:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()
    assert re.search(rf"(\*\*|^#+ |^\| ){words}(\*\*|$| \|)", PAGE, re.MULTILINE | re.IGNORECASE), words


@pytest.mark.parametrize("vocabulary", [claim.Act, claim.Issue, claim.Measure, claim.ActorKind, claim.SourceKind])
def test_every_value_has_its_row(vocabulary: object) -> None:
    assert set(get_args(vocabulary)) <= set(_TABLES.findall(PAGE))


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (claim.Factuality, "certainty"),
        (claim.Factuality, "polarity"),
        (claim.Factuality, "tense"),
        (claim.Figure, "accounting"),
        (claim.Figure, "as_of_basis"),
        (claim.Figure, "counting_basis"),
        (claim.Phase, "status"),
        (claim.Attribution, "directness"),
        (claim.Source, "number"),
        (claim.Evidence, "role"),
        (claim.Claim, "origin"),
        (extraction.Passage, "kind"),
        (model.Judgement, "verdict"),
        (model.Point, "standing"),
        (model.Point, "rule"),
    ],
)
def test_every_value_is_named(record: type, field: str) -> None:
    values = _values(record, field)
    assert values
    assert [value for value in values if not re.search(rf"\b{value}\b", PAGE)] == []


def _rows(heading: str) -> list[list[str]]:
    """The cells of the first table below a heading, its own head left out."""
    part = re.split(rf"^#+ {heading}$", PAGE, flags=re.MULTILINE)[1]
    part = next(paragraph for paragraph in part.split("\n\n") if paragraph.startswith("|"))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines()[2:]]


@pytest.mark.parametrize(
    ("words", "lower", "upper", "more"),
    [(words, *row[1:]) for row in _rows("Counting words") for words in row[0].split(", ") if not words[-1].isspace()],
)
def test_counting_words_mean_what_the_table_says(words: str, lower: str, upper: str, more: str) -> None:
    text = words if "truce" in words else f"{words} captives"
    (found,) = (mention.quantity for mention in find_quantities(text))
    assert _bound(found.lower, found.lower_open) == lower
    assert _bound(found.upper, found.upper_open) == upper
    assert found.approximate == ("approximate" in more)


def _bound(value: float | None, left_out: bool) -> str:
    return "none" if value is None else f"{value:,}" + ", not included" * left_out


# What the rules leave unclaimed has no example.
FACTUALITY = [tuple(row[1:]) for row in _rows("Factuality") if row[2].endswith(".")]


def test_the_table_of_factuality_has_examples() -> None:
    assert len(FACTUALITY) >= 8


@pytest.mark.parametrize(("value", "sentence"), FACTUALITY)
def test_factuality_is_read_as_the_table_says(value: str, sentence: str) -> None:
    moves = [claim for claim, _ in moves_of(sentence)]
    assert [m for m in moves if value in (m.factuality.certainty, m.factuality.polarity, m.factuality.tense)]
