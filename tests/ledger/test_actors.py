from __future__ import annotations

from pathlib import Path

import pytest

from parley.ledger import ActorCount, Ledger
from parley.model import Actor, Claim, Event, Figure, Move, Phase, Quantity, Quote
from parley.store import Store
from tests.recorded import RUN, claim_at, extraction_of, observed, report_of

CREWS, LINES = Actor("Ferry Crews", "crews", kind="union"), Actor("Strait Lines", "company")
QUILL = Actor("Ada Quill", "she", acts_for="Strait Lines", kind="person")
REPORT = report_of("Ada met crews. Lines offered, crews refused. A mate hurt two. It holds.")


def claims() -> list[Claim]:
    return [
        claim_at(REPORT, "met", Move("mediate", by=(QUILL,), to=(CREWS, LINES))),
        claim_at(REPORT, "offered", Move("offer", by=(LINES,), to=(CREWS,), via=(QUILL,))),
        claim_at(REPORT, "refused", Move("reject", by=(CREWS, CREWS)), sources=("Ada Quill",)),
        claim_at(REPORT, "hurt two", Figure("injured", Quantity(2, 2), by=(CREWS,))),
        claim_at(REPORT, "mate", Event("ASSAULT", "hurt two", by=(CREWS,), to=(LINES,))),
        claim_at(REPORT, "It", Quote(QUILL, "direct", addressee=CREWS), sources=("Ada Quill",)),
        claim_at(REPORT, "holds", Phase("the accord", "in_force")),
    ]


@pytest.fixture
def counts(tmp_path: Path) -> dict[str, ActorCount]:
    with Store.open(tmp_path / "talks.parley") as store:
        store.add(REPORT, observed(), extraction=extraction_of(REPORT, *claims()), run=RUN)
        return {count.name: count for count in Ledger(store).actors()}


def test_each_name_has_one_row(counts: dict[str, ActorCount]) -> None:
    assert list(counts) == ["Ferry Crews", "Ada Quill", "Strait Lines"]


@pytest.mark.parametrize(
    ("name", "parts"), [("Ferry Crews", (3, 3, 0, 0)), ("Ada Quill", (2, 0, 1, 2)), ("Strait Lines", (1, 2, 0, 0))]
)
def test_a_claim_counts_once_for_each_part(counts: dict[str, ActorCount], name: str, parts: tuple[int, ...]) -> None:
    found = counts[name]
    assert (found.maker, found.addressee, found.carrier, found.source) == parts


def test_what_the_claims_show_of_it_is_told(counts: dict[str, ActorCount]) -> None:
    assert (counts["Ada Quill"].kind, counts["Ada Quill"].acts_for) == ("person", "Strait Lines")
    assert counts["Strait Lines"].kind is None
    assert counts["Ferry Crews"].acts == (("reject", 1),)
    assert counts["Ada Quill"].reports == 1
