"""The thread and the proposals as pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.ledger import Ledger, NotRecordedError
from parley.model import Move, ProposedTerm, Quantity, TermChange
from parley.pages import proposals_page, talks_page
from parley.pages.proposals import change_line
from parley.pages.terms import item_words, term_line
from parley.store import Store
from tests import pay_record
from tests.recorded import RUN, claim_at, extraction_of, observed, report_of


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Store.open(pay_record.build(tmp_path / "talks.parley")) as store:
        yield Ledger(store)


def several(number: float, words: str, unit: str = "persons") -> Quantity:
    return Quantity(number, number, unit=unit, verbatim=words)


CHANGES = {
    "captives 40 → 55": TermChange("changed", "release", "captives", several(40, "40"), several(55, "55")),
    "truce ten days → a week": TermChange(
        "changed", "ceasefire", "truce", several(10, "ten days", "day"), several(1, "a week", "week")
    ),
    "pay 4 pct → 5 pct": TermChange("changed", "pay", "5 pct", several(4, "4 pct"), several(5, "5 pct")),
    "prisoners per captive three → two": TermChange(
        "changed", "release", "prisoners", several(3, "three"), several(2, "two"), "captive"
    ),
    "bonus added: £200": TermChange("added", "payment", "bonus", None, several(200, "£200", "GBP")),
    "reconstruction dropped": TermChange("dropped", "other", "reconstruction"),
    "trucks not named any more": TermChange("unnamed", "aid", "trucks", several(200, "200", "trucks")),
}


@pytest.mark.parametrize("words", CHANGES)
def test_changes_in_words(words: str) -> None:
    assert change_line(CHANGES[words]) == words


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (ProposedTerm("release", "captives", several(40, "up to 40")), "up to 40 captives"),
        (ProposedTerm("ceasefire", "ten-day truce", several(10, "ten-day", "day")), "ten-day truce"),
        (ProposedTerm("pay", "9 per cent", several(9, "9 pct")), "9 pct pay"),
        (ProposedTerm("pay", "rise", several(1, "one year", "year"), length=True), "rise for one year"),
        (ProposedTerm("release", "captives", carried=True), "(captives)"),
    ],
)
def test_terms_in_words(term: ProposedTerm, words: str) -> None:
    assert term_line(term) == words


def test_an_item_of_an_amount_alone_is_told_by_its_issue() -> None:
    assert item_words("5.5 percent", several(5.5, "5.5 percent"), "pay") == "pay"


def test_proposals_page_has_versions_changes_and_standing(ledger: Ledger) -> None:
    (story,) = proposals_page(ledger, story="trams").stories
    claim, offer = story.proposals
    assert (claim.maker, [v.changes for v in claim.versions]) == (
        "Tram Drivers' Guild",
        [(), ("pay rise 9 per cent → 7 per cent",)],
    )
    assert [v.changes for v in offer.versions] == [(), ("pay rise 4 per cent → 5 per cent",), ("bonus dropped",)]
    assert [(s.party, s.status, s.version) for s in offer.standing] == [("Tram Drivers' Guild", "rejected", 1)]
    assert offer.versions[1].terms == ("5 per cent pay rise", "(£200 bonus)")


def test_talks_page_has_rounds_scales_and_deals(ledger: Ledger) -> None:
    (story,) = talks_page(ledger).stories
    assert [(r.opened, r.closed, r.mode) for r in story.rounds] == [("2031-03-09", "2031-03-15", "agreed")]
    assert [(p.as_of, p.lower) for p in story.scales[0].points][-1] == ("2031-03-15", 6)
    (deal,) = story.deals
    assert [(term.words, term.status) for term in deal.terms] == [("6 per cent pay rise", "carried out")]
    assert deal.answers == ("Drivers: reject (15 Mar 2031)",)


def test_a_story_that_is_none_is_refused(ledger: Ledger) -> None:
    with pytest.raises(NotRecordedError, match="ferries"):
        talks_page(ledger, story="ferries")


def test_an_empty_record_has_no_talks(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.parley") as store:
        assert talks_page(Ledger(store)).stories == ()
        assert proposals_page(Ledger(store)).stories == ()


def test_a_round_says_what_its_talks_were_on(tmp_path: Path) -> None:
    text = "Talks on new rosters in the freight yard broke down. Talks with the drivers were put off."
    report = report_of(text, "2031-03-04")
    abouts = ("Talks on new rosters in the freight yard", "Talks with the drivers")
    words = ("broke down", "put off")
    claims = [claim_at(report, w, Move("break_off", about=about)) for w, about in zip(words, abouts, strict=True)]
    with Store.open(tmp_path / "rounds.parley") as store:
        store.add(report, observed(story="Yard"), extraction=extraction_of(report, *claims), run=RUN)
        rounds = talks_page(Ledger(store)).stories[0].rounds
    assert [row.on for row in rounds] == ["new rosters in the freight yard"]
