"""One claim a report for what it says twice."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.annotate import annotate
from parley.extract import extract
from parley.extract.merge import merge_claims
from parley.model import (
    Actor,
    Attribution,
    Claim,
    Date,
    Evidence,
    Factuality,
    Figure,
    Mention,
    Move,
    Quantity,
    Quote,
    Source,
    Span,
    Term,
    new_claim,
    new_report,
)

UNION = Actor("Dockers' Union", "the union")
OFFER = Move("offer", by=(UNION,), terms=(Term("pay", "rise", Span(4, 8), quantity=Quantity(5, 5, unit="percent")),))
FIGURE = Figure("killed", Quantity(12, 12, unit="persons"), group="miners")


def _claim(body: Any, at: int, *, source: str = "", facts: Factuality | None = None) -> Claim:
    chain = (Source(source, "person"),) if source else ()
    mention = Mention(Span(at, at + 3), Span(at, at + 20))
    return new_claim(
        "report-1",
        body,
        attribution=Attribution(chain),
        factuality=facts or Factuality(),
        mentions=(mention,),
        rule=f"rule:{at}",
    )


def _with_term(**changes: Any) -> Move:
    return msgspec.structs.replace(OFFER, terms=(msgspec.structs.replace(OFFER.terms[0], **changes),))


@pytest.mark.parametrize(
    "again",
    [
        OFFER,
        msgspec.structs.replace(OFFER, by=(Actor("Dockers' Union", "it"),)),
        _with_term(span=Span(90, 96)),
        msgspec.structs.replace(OFFER, place="Perrin"),
    ],
)
def test_what_is_said_again_in_other_words_is_one_claim_with_two_mentions(again: Move) -> None:
    (claim,) = merge_claims([_claim(again, 200), _claim(OFFER, 10)])
    assert [m.trigger.start for m in claim.mentions] == [10, 200]
    assert claim.rule == "rule:10"


@pytest.mark.parametrize(
    "other",
    [
        msgspec.structs.replace(OFFER, act="demand"),
        msgspec.structs.replace(OFFER, by=(Actor("Port Employers", "the employers"),)),
        msgspec.structs.replace(OFFER, to=(Actor("Port Employers", "the employers"),)),
        msgspec.structs.replace(OFFER, about="the plan"),
        _with_term(quantity=Quantity(6, 6, unit="percent")),
        _with_term(quantity=Quantity(5, None, unit="percent")),
        _with_term(quantity=Quantity(5, 5, unit="percent", approximate=True)),
        _with_term(quantity=None),
        _with_term(previous=Quantity(4, 4, unit="percent")),
        _with_term(issue="payment"),
        _with_term(giver=UNION),
        _with_term(ends=Date("2025-06-01")),
        _with_term(condition="if work resumes"),
    ],
)
def test_another_maker_addressee_or_value_makes_two(other: Move) -> None:
    assert len(merge_claims([_claim(OFFER, 10), _claim(other, 200)])) == 2


def test_another_speaker_makes_two() -> None:
    assert len(merge_claims([_claim(OFFER, 10), _claim(OFFER, 200, source="a minister")])) == 2
    assert len(merge_claims([_claim(FIGURE, 10, source="police"), _claim(FIGURE, 200, source="a doctor")])) == 2
    assert len(merge_claims([_claim(FIGURE, 10, source="police"), _claim(FIGURE, 200, source="police")])) == 1


def test_denied_and_affirmed_are_two() -> None:
    assert len(merge_claims([_claim(OFFER, 10), _claim(OFFER, 200, facts=Factuality(polarity="negative"))])) == 2


@pytest.mark.parametrize(
    "other",
    [
        msgspec.structs.replace(FIGURE, measure="injured"),
        msgspec.structs.replace(FIGURE, group="drivers"),
        msgspec.structs.replace(FIGURE, place="Perrin"),
        msgspec.structs.replace(FIGURE, quantity=Quantity(12, None, unit="persons")),
        msgspec.structs.replace(FIGURE, since=Date("2025-01-12")),
    ],
)
def test_another_measure_group_place_bound_or_start_makes_two_figures(other: Figure) -> None:
    assert len(merge_claims([_claim(FIGURE, 10), _claim(other, 200)])) == 2


def test_a_quotation_is_told_by_its_words() -> None:
    def quote(words: str, at: int) -> Claim:
        claim = _claim(Quote(UNION, "direct"), at, source="Dockers' Union")
        mention = msgspec.structs.replace(
            claim.mentions[0], evidence=(Evidence("content", at, at + len(words), words),)
        )
        attribution = msgspec.structs.replace(claim.attribution, content=Span(at, at + len(words)))
        return new_claim(
            "report-1",
            claim.body,
            attribution=attribution,
            factuality=claim.factuality,
            mentions=(mention,),
            rule=claim.rule,
        )

    assert len(merge_claims([quote("Enough is enough", 10), quote("Enough is enough", 200)])) == 1
    assert len(merge_claims([quote("Enough is enough", 10), quote("We shall see now", 200)])) == 2


def test_claims_with_one_id_are_one_whatever_words_made_them() -> None:
    silent = Attribution((Source("Dockers' Union", "organisation"),), silence=True)
    claims = [
        new_claim(
            "report-1",
            Quote(UNION, "indirect"),
            attribution=silent,
            factuality=Factuality(),
            mentions=(Mention(Span(at, at + 5), Span(at, at + 9), (Evidence("content", at, at + 5, words),)),),
            rule="quote:silence",
        )
        for at, words in ((10, "asked"), (50, "again"))
    ]
    (claim,) = merge_claims(claims)
    assert [m.trigger.start for m in claim.mentions] == [10, 50]


def test_one_place_is_mentioned_once() -> None:
    (claim,) = merge_claims([_claim(OFFER, 10), _claim(OFFER, 10)])
    assert len(claim.mentions) == 1


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([OFFER, FIGURE, _with_term(quantity=None)]), st.integers(0, 99)), max_size=8),
    st.randoms(),
)
def test_order_does_not_matter_and_merging_again_changes_nothing(drafts: list[tuple[Any, int]], rng: Any) -> None:
    claims = [_claim(body, at) for body, at in drafts]
    merged = merge_claims(claims)
    rng.shuffle(claims)
    assert [(c.body, c.mentions) for c in merge_claims(claims)] == [(c.body, c.mentions) for c in merged]
    assert merge_claims(merged) == merged
    assert {m.trigger for c in merged for m in c.mentions} == {m.trigger for c in claims for m in c.mentions}


PASSAGE = (
    "The dockers' union rejected a pay offer of 4 percent from the port employers on Monday. "
    "“We want nine percent and nothing less,” said Anna Brandt, the union's leader. "
    "At least 12 miners were killed in a blast in Perrin on Sunday, police said."
)


def test_a_passage_that_stands_twice_has_one_claim_each_with_two_mentions() -> None:
    once, twice = (
        extract(doc)
        for doc in annotate(
            [
                new_report(PASSAGE, published="2025-05-16"),
                new_report(f"{PASSAGE}\n\n{PASSAGE}\n", published="2025-05-16"),
            ]
        )
    )
    assert {c.kind for c in once.claims} >= {"move", "quote", "figure"}
    assert len(twice.claims) == len(once.claims)
    again = len(PASSAGE) + 2
    for claim in twice.claims:
        starts = [m.trigger.start for m in claim.mentions]
        assert len(starts) >= 2
        assert {s + again for s in starts if s < again} == {s for s in starts if s >= again}
