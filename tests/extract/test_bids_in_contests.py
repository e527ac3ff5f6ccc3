"""Bids in a contest for a company: whose they are, what is paid, and what is told beside them."""

from __future__ import annotations

import pytest

from parley.model import Move, Quantity
from tests.extract.reading_moves import moves_of, read_all

# Text, act, maker, and the sums of its price terms by lower bound.
PRICED = [
    ("Brayton PLC won control of Selvane with a 95 dlr a share tender offer.", "offer", "Brayton PLC", [95.0]),
    ('Brayton PLC said it likes Arkwell Corp\'s higher 92.50 dlr a share offer for Selvane.', "offer", "Arkwell Corp", [92.5]),
    ("Selvane is wooed by Brayton Group, which has a 90.25 dollars per share tender offer for Selvane outstanding.", "offer", "Brayton Group", [90.25]),
    ("Brayton PLC agreed to pay the sum to each holder whose shares were purchased under its offer for Selvane at 90.25 dlrs per share.", "offer", "Brayton PLC", [90.25]),
    ("Brayton PLC said it won the bidding for Selvane with a 90.25 dlr or 384 mln dlr tender offer.", "offer", "Brayton PLC", [384e6, 90.25]),
    ("Brayton PLC's offer of 92.25 dlrs a share, or about 388 mln dlrs, for Selvane stands.", "offer", "Brayton PLC", [92.25, 388e6]),
    ("Brayton PLC launched a takeover offer of 384 mln dlrs in the wake of its battle to take over the store chain Tormouth Holdings.", "offer", "Brayton PLC", [384e6]),
]  # fmt: skip


def _prices(move: Move) -> list[float | None]:
    return [t.quantity.lower for t in move.terms if isinstance(t.quantity, Quantity) and t.issue == "price"]


def _made(text: str, *acts: str) -> list[tuple[list[str], Move]]:
    return [([actor.name for actor in move.by], move) for _, move in moves_of(text, *acts)]


@pytest.fixture(scope="module", autouse=True)
def _batch() -> None:
    read_all(text for text, *_ in PRICED)


@pytest.mark.parametrize(("text", "act", "maker", "sums"), PRICED)
def test_the_price_told_before_or_behind_a_bid_is_its_makers(
    text: str, act: str, maker: str, sums: list[float]
) -> None:
    found = [(by, _prices(move)) for by, move in _made(text, act) if move.terms]
    assert ([maker], sums) in found
    assert all(prices == sums for _, prices in found)


def test_what_a_holder_gets_is_no_term_by_its_shares() -> None:
    text = "Brayton PLC agreed to pay 95 dlrs per share to each shareholder whose shares were purchased under its offer for Selvane."  # fmt: skip
    assert all(term.item != "whose shares" for _, move in _made(text) for term in move.terms)


def test_who_buys_under_an_offer_has_made_it() -> None:
    text = "Selvane Corp cited its agreement to be acquired by Brayton PLC for 90 dlrs a share under a tender offer that expires on March 17."  # fmt: skip
    assert [by for by, _ in _made(text, "offer")] == [["Brayton PLC"]]


def test_what_an_offer_surpasses_is_no_term_of_it() -> None:
    text = "The increased offer by Arkwell Corp of 92.50 dlrs a share would exceed the 90.25 dlrs a share price offered by Brayton PLC in a tender offer for Selvane."  # fmt: skip
    found = {by[0]: _prices(move) for by, move in _made(text, "offer") if by}
    assert found == {"Arkwell Corp": [92.5], "Brayton PLC": [90.25]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norcap offered to buy the mill for 12 mln dlrs more than Alder Corp is to pay.", "12 mln dlrs more"),
        ("Norcap offered 12 mln dlrs for the mill, no more than 3 mln dlrs of it in cash.", "12 mln dlrs"),
    ],
)
def test_so_much_more_than_another_pays_is_a_step(text: str, words: str) -> None:
    sums = [t.quantity.verbatim for _, move in _made(text, "offer") for t in move.terms if t.quantity]
    assert words in sums


@pytest.mark.parametrize(
    "text",
    [
        "Brayton PLC said about 852,000 shares of Selvane were tendered and not withdrawn under its bid.",
        "Brayton PLC said a substantial number of tendered Selvane shares had been withdrawn after its bid.",
        "Arkwell hopes that Selvane shareholders withdraw tendered shares from Brayton's offer.",
    ],
)
def test_shares_taken_back_by_their_holders_withdraw_no_offer(text: str) -> None:
    assert _made(text, "withdraw") == []


def test_rights_that_must_be_given_up_are_no_price() -> None:
    text = "Arkwell Corp, which bids for Selvane Corp, said Brayton's rights to buy Selvane common and its rights to fees must be rescinded."  # fmt: skip
    found = [move for by, move in _made(text, "demand") if by == ["Arkwell Corp"]]
    assert found
    assert all(term.issue == "other" for move in found for term in move.terms)


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Harbour Trust Co increased its tender offer commitment to 197 mln dlrs from 166 mln dlrs.", "payment"),
        ("Brayton PLC promised to pay 40 dollars a share for Selvane.", "price"),
    ],
)
def test_what_a_lender_puts_up_is_no_price(text: str, issue: str) -> None:
    issues = {t.issue for _, move in _made(text) for t in move.terms if t.quantity}
    assert issues == {issue}


def test_how_much_of_the_stock_is_meant_is_no_quota() -> None:
    text = "The regulator pressed Brayton over its bid because the British company had dropped a condition that at least 80 pct of Selvane stock be tendered."  # fmt: skip
    issues = {t.issue for _, move in _made(text) for t in (*move.terms, *move.conditions) if t.quantity}
    assert issues == {"other"}


def test_a_singular_which_is_about_the_last_of_a_list() -> None:
    text = "Norcap got no answer from Brayton, Selvane or Alder Corp, which has agreed to acquire the industrial group from Brayton."  # fmt: skip
    assert [by for by, _ in _made(text, "agree")] == [["Alder Corp"]]


def test_who_conditions_an_offer_is_its_maker() -> None:
    text = (
        "Arkwell Corp said it extended its 80 dlr a share tender offer for Selvane Corp to March 20. The offer is "
        "conditioned upon at least 80 pct of the shares being tendered."
    )
    assert [by for by, _ in _made(text, "demand")] == [["Arkwell Corp"]]


def test_a_suit_told_again_is_of_whoever_filed_it() -> None:
    text = (
        "Orrin Inc said it has filed suit over the bid. Orrin said the suit, filed in a district court, seeks an order "
        "that stops Brayton. Orrin said the suit also requests the court to order Selvane to tell bidders all."
    )
    told = [(c.mentions[0].trigger.of(text), [a.name for a in m.by]) for c, m in moves_of(text, "demand")]
    assert ("requests", ["Orrin Inc"]) in told


def test_who_appears_ready_may_be() -> None:
    (claim, _), *_ = moves_of("Arkwell appears ready to pay 40 dollars a share for Selvane, Brayton said.", "offer")
    assert claim.factuality.certainty == "possible"


def test_a_day_in_words_before_an_offer_is_no_count() -> None:
    found = _made("Arkwell Corp said it terminated its February six tender offer for Selvane Corp.", "withdraw")
    assert [term.quantity for _, move in found for term in move.terms] == []


def test_a_sum_whose_object_is_lost_is_named_by_itself() -> None:
    text = "Norcap, which bids for Selvane, said it had offered to acquire from Brayton after the merger of Selvane into Brayton the industrial businesses for 12.8 mln dlrs more than Alder Corp is currently scheduled to pay for them."  # fmt: skip
    items = {term.item for _, move in _made(text, "offer") for term in move.terms}
    assert not any(item == "acquire" for item in items)
