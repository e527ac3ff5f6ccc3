"""A record of two stories to make copies of, and what is in a copy."""

from __future__ import annotations

import gzip
import re
from base64 import b64decode
from pathlib import Path

import msgspec

import parley
from parley.export.brief import Asked, brief_file, choose
from parley.model import Actor, Extraction, Move, Observation, Quote, new_report
from parley.store import Store
from tests import pay_record, toll_record
from tests.recorded import RUN, claim_at

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
    """What a copy in one file holds packed: pages by place, and the index of all."""

    pages: dict[str, str]
    index: list[tuple[str, str, str]]


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
    return msgspec.json.decode(gzip.decompress(b64decode(found[1])), type=Unpacked)
