"""Relations between moves told in different reports: what each says, what it must not say, and how many there are."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.compare import move_relations
from parley.model import Actor, Factuality, Quantity, Span, Term
from parley.resolve import Told
from tests.compare.across.telling import COMPANY, PARTIES, UNION, amount, pay, told, truce

DENIED = Factuality(polarity="negative")
MAY = Factuality("possible", "positive", "hypothetical")
FRONT, STATE, ENVOY = Actor("River Front", "the Front"), Actor("Norland", "Norland"), Actor("Envoy Ruiz", "the envoy")
HALF = Term("pay", "rise asked for", Span(0, 1), quantity=Quantity(0, 50, unit="percent", verbatim="less than half"))
OFFER = told("offer", COMPANY, "2031-03-01", pay(4))


def release(number: float, thing: str = "captives", per: str | None = None) -> Term:
    return Term("release", thing, Span(0, 1), quantity=amount(number, unit="persons"), per=per)


def price(number: float, per: str | None = "share") -> Term:
    return Term("price", "offer", Span(0, 1), quantity=amount(number, unit="USD"), per=per)


def kinds(*claims: Told) -> list[tuple[str, str, str | None]]:
    """Kind, rule and field of the relations found between different reports."""
    report = {each.claim.id: each.claim.report for each in claims}
    found = move_relations(claims, PARTIES)
    return sorted((r.kind, r.rule, r.field) for r in found if report[r.one] != report[r.other])


def listed(thing: str) -> Term:
    return Term("other", thing, Span(0, 1))


CUTS = Term("jobs", "redundancies", Span(0, 1), quantity=amount(60, unit="redundancies"))
NO_CUTS = Term("jobs", "forced redundancies", Span(0, 1), negated=True)
DEAL = told("agree", (FRONT, STATE), "2031-03-10", truce(10), release(45))

FOUND: dict[str, tuple[list[Told], tuple[str, str, str | None]]] = {
    "the same told by another report": (
        [OFFER, told("offer", COMPANY, "2031-03-03", pay(4))],
        ("repeat", "moves:told-again", None),
    ),
    "the same on another word": (
        [OFFER, told("offer", COMPANY, "2031-03-03", pay(4), chain=["Ann Lee"])],
        ("repeat", "moves:told-again", "attribution"),
    ),
    "the same in a copy": (
        [
            told("offer", COMPANY, "2031-03-01", pay(4), origin="one"),
            told("offer", COMPANY, "2031-03-02", pay(4), origin="one"),
        ],
        ("repeat", "moves:copied", None),
    ),
    "more exactly": (
        [told("offer", COMPANY, "2031-03-01", pay(4, 6)), told("offer", COMPANY, "2031-03-02", pay(5))],
        ("refines", "moves:exacter-elsewhere", "terms"),
    ),
    "a length in another unit": (
        [told("offer", FRONT, "2031-03-01", truce(14)), told("offer", FRONT, "2031-03-02", truce(2, "week"))],
        ("repeat", "moves:told-again", None),
    ),
    "a newer amount": (
        [OFFER, told("offer", COMPANY, "2031-03-09", pay(5.5))],
        ("update", "moves:newer-terms", "terms"),
    ),
    "ground given": (
        [told("demand", UNION, "2031-03-01", pay(9)), told("concede", UNION, "2031-03-05", pay(8, before=9))],
        ("update", "moves:newer-terms", "terms"),
    ),
    "a demand no longer held to": (
        [told("demand", UNION, "2031-03-01", pay(9)), told("concede", UNION, "2031-03-05", pay(9))],
        ("update", "moves:given-up", "act"),
    ),
    "an offer taken back": (
        [OFFER, told("withdraw", COMPANY, "2031-03-05", about="its offer")],
        ("update", "moves:taken-back", "act"),
    ),
    "a demand taken back by the thing asked": (
        [
            told("demand", STATE, "2031-03-01", listed("a list of every captive")),
            told("withdraw", STATE, "2031-03-05", listed("list of the living"), about="its demand"),
        ],
        ("update", "moves:taken-back", "act"),
    ),
    "none of what there were some of": (
        [told("offer", COMPANY, "2031-03-01", CUTS), told("offer", COMPANY, "2031-03-05", NO_CUTS)],
        ("update", "moves:newer-terms", "terms"),
    ),
    "other terms between two tellings of the same": (
        [OFFER, told("offer", COMPANY, "2031-03-03", pay(4.4)), told("offer", COMPANY, "2031-03-05", pay(4))],
        ("contradiction", "moves:odd-one-out", "terms"),
    ),
    "an answer by its terms": (
        [OFFER, told("reject", UNION, "2031-03-02", pay(4), about="a rise of 4 per cent")],
        ("answers", "moves:answered-terms", None),
    ),
    "an answer to the only offer": (
        [OFFER, told("reject", UNION, "2031-03-02", about="the offer")],
        ("answers", "moves:answered-offer", None),
    ),
    "an answer to the deal": (
        [DEAL, told("accept", FRONT, "2031-03-11", about="the accord")],
        ("answers", "moves:answered-agreement", None),
    ),
    "an answer to a ruling": (
        [told("rule", ENVOY, "2031-03-01", pay(6)), told("accept", UNION, "2031-03-02", about="the award")],
        ("answers", "moves:answered-ruling", None),
    ),
    "a deed under the deal": (
        [DEAL, told("carry_out", FRONT, "2031-03-14", release(9))],
        ("carries_out", "moves:under-deal", None),
    ),
    "a breach of the deal": (
        [DEAL, told("breach", STATE, "2031-03-14", Term("ceasefire", "truce", Span(0, 1)))],
        ("breaches", "moves:under-deal", None),
    ),
    "the deal prolonged": (
        [DEAL, told("extend", (FRONT, STATE), "2031-03-19", truce(4))],
        ("update", "moves:prolonged", "ends"),
    ),
    "a denial on somebody's word": (
        [DEAL, told("agree", (FRONT, STATE), "2031-03-11", release(45), factuality=DENIED, chain=["Ann Lee"])],
        ("denies", "moves:negated-elsewhere", "polarity"),
    ),
    "told as so and as not so": (
        [DEAL, told("agree", (FRONT, STATE), "2031-03-11", release(45), factuality=DENIED)],
        ("contradiction", "moves:told-and-not", "polarity"),
    ),
    "a bare mention of the only offer": (
        [OFFER, told("offer", COMPANY, "2031-03-03")],
        ("repeat", "moves:told-again", None),
    ),
}
NOT_FOUND: dict[str, list[Told]] = {
    "another party": [OFFER, told("offer", UNION, "2031-03-03", pay(4))],
    "another thing": [
        told("offer", STATE, "2031-03-01", release(40)),
        told("offer", STATE, "2031-03-03", release(40, "prisoners")),
    ],
    "a ratio and a count": [
        told("demand", FRONT, "2031-03-01", release(3, "prisoners", "captive")),
        told("demand", FRONT, "2031-03-03", release(30, "prisoners")),
    ],
    "a price for one share and for a company": [
        told("offer", COMPANY, "2031-03-01", price(92.5)),
        told("offer", COMPANY, "2031-03-03", price(398_000_000, None)),
    ],
    "what only may be": [OFFER, told("offer", COMPANY, "2031-03-03", pay(5), factuality=MAY)],
    "a silence": [OFFER, told("reject", UNION, "2031-03-03", about="the offer", silence=True)],
    "an answer when two have offers": [
        OFFER,
        told("offer", ENVOY, "2031-03-02", pay(6)),
        told("reject", UNION, "2031-03-03", about="the offer"),
    ],
    "an answer after long": [OFFER, told("reject", UNION, "2031-06-03", about="the offer")],
    "an answer to itself": [OFFER, told("reject", COMPANY, "2031-03-02", about="the offer")],
    "another thing taken back": [
        told("demand", STATE, "2031-03-01", listed("a list of every captive")),
        told("withdraw", STATE, "2031-03-05", listed("seat at the talks"), about="its demand"),
    ],
    "a deal denied where it is told": [
        told("agree", (), "2031-03-01", chain=["Lome radio"], report="report-of-a-denial"),
        told("agree", FRONT, "2031-03-01", factuality=DENIED, chain=["Ann Lee"], report="report-of-a-denial"),
        told("accept", STATE, "2031-03-03", about="the deal"),
    ],
    "a part of something told elsewhere": [OFFER, told("offer", COMPANY, "2031-03-03", HALF)],
    "a deed by no party to the deal": [DEAL, told("carry_out", UNION, "2031-03-14", release(9))],
    "a deed on another issue": [DEAL, told("carry_out", FRONT, "2031-03-14", pay(4))],
    "meetings days apart": [
        told("meet", (FRONT, STATE), "2031-03-01", when="2031-03-01"),
        told("meet", (FRONT, STATE), "2031-03-02", when="2031-03-02"),
    ],
}


@pytest.mark.parametrize("name", FOUND)
def test_relation_is_found_with_its_rule_and_field(name: str) -> None:
    claims, expected = FOUND[name]
    assert expected in kinds(*claims)


@pytest.mark.parametrize("name", NOT_FOUND)
def test_what_is_not_the_same_is_left_apart(name: str) -> None:
    assert kinds(*NOT_FOUND[name]) == []


def test_a_newer_amount_is_linked_to_the_nearest_telling_alone() -> None:
    tellings = [told("offer", COMPANY, f"2031-03-0{day}", pay(4)) for day in range(1, 6)]
    newer = told("offer", COMPANY, "2031-03-08", pay(5))
    updates = [r for r in move_relations([*tellings, newer], PARTIES) if r.kind == "update"]
    assert [(r.one, r.other) for r in updates] == [(newer.claim.id, tellings[-1].claim.id)]


def test_a_later_recollection_tells_the_older_state_again() -> None:
    claims = [
        told("demand", UNION, "2031-03-01", pay(9)),
        told("concede", UNION, "2031-03-05", pay(8, before=9)),
        told("demand", UNION, "2031-06-01", pay(9)),
    ]
    assert Counter(kind for kind, _, _ in kinds(*claims)) == {"update": 1, "repeat": 1}


def test_a_deal_between_parts_what_was_offered_before_from_what_is_offered_after() -> None:
    before, after = told("offer", STATE, "2031-03-01", truce(6)), told("offer", STATE, "2031-04-03", truce(7))
    assert ("update", "moves:newer-terms", "terms") in kinds(before, after)
    assert kinds(before, DEAL, after) == []


def test_a_deal_that_was_rejected_does_not_part() -> None:
    before, after = told("offer", STATE, "2031-03-01", truce(6)), told("offer", STATE, "2031-04-03", truce(7))
    refused = told("reject", FRONT, "2031-03-20", about="the deal")
    assert ("update", "moves:newer-terms", "terms") in kinds(before, DEAL, refused, after)


ACTS = ("offer", "demand", "accept", "reject", "concede", "withdraw", "agree", "meet", "carry_out", "breach", "extend")
TERMS = (pay(4), pay(5), pay(8, before=9), truce(6), truce(1, "week"), release(40), price(92.5), price(80, None))


@st.composite
def stories(draw: st.DrawFn) -> list[Told]:
    """Moves of a few parties in a few reports."""
    found = []
    for at in range(draw(st.integers(1, 25))):
        day = draw(st.sampled_from([None, *(f"2031-03-{day:02}" for day in range(1, 15))]))
        more: dict[str, Any] = {"about": draw(st.sampled_from([None, "the offer", "the deal", "the demand"]))}
        terms = draw(st.lists(st.sampled_from(TERMS), max_size=2))
        makers = draw(st.sampled_from([(), (COMPANY,), (UNION,), (UNION, COMPANY)]))
        factuality = draw(st.sampled_from([Factuality(), DENIED, MAY]))
        found.append(told(draw(st.sampled_from(ACTS)), makers, day, *terms, at=at * 40, factuality=factuality, **more))
    return found


@settings(max_examples=60, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_order_and_repetition_of_the_claims_do_not_matter(story: list[Told], chance: Any) -> None:
    shuffled = [*story, *story[:3]]
    chance.shuffle(shuffled)
    assert move_relations(shuffled, PARTIES) == move_relations(story, PARTIES)


@settings(max_examples=60, deadline=None)
@given(stories())
def test_relations_stand_between_claims_of_the_story_and_point_back(story: list[Told]) -> None:
    ids = {each.claim.id for each in story}
    found = move_relations(story, PARTIES)
    assert all(r.one in ids and r.other in ids and r.one != r.other for r in found)
    assert len({frozenset((r.one, r.other)) for r in found if r.rule.startswith("moves:")}) <= len(found)


@pytest.mark.parametrize("size", [50, 200, 1000])
def test_the_number_of_relations_grows_with_the_number_of_reports(size: int) -> None:
    claims = [
        told(
            ("offer", "reject", "agree", "meet")[n % 4],
            (COMPANY, UNION) if n % 4 > 1 else (COMPANY, UNION)[n % 2],
            f"20{31 + n // 360}-{1 + n // 30 % 12:02}-{1 + n % 28:02}",
            *([pay(4 + n % 3)] if n % 4 < 2 else ()),
            report=f"report-{n}",
            about="the offer",
        )
        for n in range(size)
    ]
    assert size / 4 < len(move_relations(claims, PARTIES)) <= 2 * size
