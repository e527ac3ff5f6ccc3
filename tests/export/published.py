"""A record of two stories to make copies of, and what is in a copy."""

from __future__ import annotations

import gzip
import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

import parley
from parley.export.brief import Asked, brief_file, choose
from parley.model import Actor, Extraction, Move, Observation, Quote, new_report
from parley.store import Store
from tests import pay_record, toll_record
from tests.recorded import RUN, claim_at

T = TypeVar("T")

__all__ = ["ASIDE", "LONG", "Unpacked", "build", "file_of", "unpacked"]

ASIDE = (
    "Nobody in the tea room, where the clock had stopped at noon, cared for any of it that long wet afternoon at all. "
)
SPOKEN = "We have waited for nine years and shall wait no more"
LONG = new_report(
    f"Tram <talks> & more\n\n{ASIDE * 3}The guild rejected the plan. {ASIDE * 3}“{SPOKEN},” Ada Quill said.\n",
    title="Tram <talks> & more",
    outlet="Hill Post",
    published="2031-03-20",
    url="https://hill.example/talks",
)
GUILD = Actor("Tram Drivers' Guild", "the guild")
ADA = Actor("Ada Quill", "Ada Quill", acts_for="Tram Drivers' Guild")


class Unpacked(msgspec.Struct):
    """What a copy in one file holds packed: pages, and the kinds of what they show, by place."""

    pages: dict[str, str]
    kinds: dict[str, str]


def build(path: Path) -> Path:
    """The pay dispute with a long report more, and a toll of another story."""
    toll_record.build(pay_record.build(path))
    claims = (
        claim_at(LONG, "rejected", Move("reject", by=(GUILD,), about="the plan")),
        claim_at(LONG, SPOKEN, Quote(ADA, "direct"), sources=("Ada Quill",)),
    )
    with Store.open(path, clock=lambda: pay_record.RECORDED) as store:
        seen = Observation("C:\\Users\\ada\\trams\\long.txt", "00ff", "plain", story="Trams")
        store.add(LONG, seen, extraction=Extraction(LONG.id, claims), run=RUN)
    return path


def file_of(database: Path, **asked: object) -> str:
    """The copy in one file of what is asked of a record."""
    with parley.open(database, create=False, read_only=True) as project:
        ledger = project.ledger()
        return brief_file(ledger, choose(ledger, msgspec.convert(asked, Asked))).decode()


def unpacked(html: str) -> Unpacked:
    """The packed pages."""
    found = re.search(r'id="packed">([^<]*)<', html)
    assert found is not None
    kept, _, numbers = gzip.decompress(b64decode(found[1])).partition(b"\n")
    shapes, values = msgspec.json.decode(kept, type=tuple[list[list[str]], list[str]])
    many, rows, *numbers_left = _numbers(numbers)
    heads, rest = numbers_left[: 3 * many], numbers_left[3 * many :]
    shape_of, value_of = _asker(shapes), _asker(values)
    shape_numbers, value_numbers = iter(rest[:rows]), iter(rest[rows:])
    made = Unpacked({}, {})
    for at in range(0, len(heads), 3):
        address, kind = value_of(heads[at]), value_of(heads[at + 1])
        html = ""
        for _ in range(heads[at + 2]):
            sorts, first, *around = shape_of(next(shape_numbers))
            html += first + "".join(value_of(next(value_numbers)) + each for each in around)
            assert len(sorts) == len(around)
        made.pages[address.removeprefix("#")] = html
        made.kinds[address.removeprefix("#")] = kind
    assert next(value_numbers, None) is None
    return made


def _numbers(packed: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in packed:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield number
            number = shift = 0


def _asker(table: Sequence[T]) -> Callable[[int], T]:
    """What a number stands for: 0 for the next that was not asked for yet."""
    unused = iter(table)
    return lambda number: table[number - 1] if number else next(unused)
