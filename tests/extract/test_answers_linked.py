"""What answers what inside a report, and that answers point to claims as they are in the end."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.annotate import annotate
from parley.compare import relations_within
from parley.extract import extract
from parley.extract.answers import link_answers
from parley.model import (
    Actor,
    Attribution,
    Claim,
    Factuality,
    Mention,
    Move,
    Quantity,
    Relation,
    Span,
    Term,
    new_claim,
    new_report,
)
from parley.model.claim import Act

TITLE = "Envoys at the negotiations in Perrin speak of a compromise"
# A report, the trigger of the answer, and of what it answers (None: it is left open).
REPORTS: list[tuple[str, str, str | None]] = [
    ("Borvia offered to free 40 sailors. Tarland rejected the offer on Monday.", "rejected", "offered"),
    ("Borvia offered to free 40 sailors. Tarland accepted it.", "accepted", "offered"),
    (
        "The dockers' union demanded a 9 percent pay rise. The port employers turned down the demand on Friday.",
        "turned down",
        "demanded",
    ),
    (
        "The union demanded a 9 percent pay rise. The company offered 3 percent. The ministry offered to pay for "
        "new schools. The union rejected the company's offer.",
        "rejected",
        "offered",
    ),
    (
        "The rebels offered a ten-day truce. The government offered to release 30 captives. The rebels rejected the "
        "government's offer.",
        "rejected",
        "offered",
    ),
    (
        "The miners' union is seeking a pay rise of 8 percent. The company has offered 5 percent.",
        "has offered",
        "is seeking",
    ),
    ("Harwell made a bid of 40 dollars a share for Tessaro. Tessaro's board dismissed the bid.", "dismissed", "made"),
    ("The mediators proposed a ten-day truce. Both armies accepted the plan.", "accepted", "proposed"),
    ("Tarland rejected the plan. It was raining in the capital.", "rejected", None),
    ("Borvia offered to free 40 sailors. Borvia rejected a demand for an apology.", "rejected", None),
    # What is put in the stead of what was refused answers it.
    ("Borvia offered 40 sailors for a truce. Tarland rejected the offer and demanded 90.", "demanded", "offered"),
    # Told later, and made before.
    ("Tarland rejected the offer on Monday. Borvia had offered to free 40 sailors.", "rejected", "had offered"),
    # What is said of what was just put.
    ("Borvia offered to free 40 sailors. Tarland said that was out of the question.", "was", "offered"),
    ("Borvia offered to free 40 sailors. It did not go far enough, Tarland said.", "did not go", "offered"),
    ("Borvia offered to free 40 sailors. Tarland described the offer as a non-starter.", "described", "offered"),
    ("Borvia asked Tarland to free 40 sailors. Tarland had no objection to that.", "had", "asked"),
    ("Borvia asked Tarland to free 40 sailors. The envoys said Tarland had agreed to that.", "had agreed", "asked"),
    ("Borvia asked Tarland to free 40 sailors. Tarland refused.", "refused", "asked"),
    # An answer in the lead is to what is told below; of two offers the one named.
    (
        "Tarland has rejected a truce offer from Borvia.\n\nBorvia had offered to hold its fire for ten days.",
        "has rejected",
        "had offered",
    ),
    (
        "Borvia proposed a fishing quota of 900 tonnes. Tarland asked for 30 trucks of grain. Ostmark rejected the "
        "proposal.",
        "rejected",
        "proposed",
    ),
    # One like it, and one made only after the answer, are others.
    ("Borvia offered to free 40 sailors. Tarland rejected a similar offer last year.", "rejected", None),
    ("Tarland rejected the offer on Monday. On Thursday Borvia offered to free 40 sailors.", "rejected", None),
    # "Any" names none that was made, and another amount is another offer.
    ("Borvia offered to free 40 sailors. Tarland turned down the offer of 12 trucks.", "turned down", None),
    # A story of its own.
    (
        "STEEL: Borvia offered to cut its exports by 4 percent.\n\nFISH: Tarland rejected the offer. Envoys met in Perrin."
        "\n\nWINE: Growers met on Monday.\n\nTIN: Prices fell.",
        "rejected",
        None,
    ),
]


def _moves(text: str) -> list[tuple[Claim, Move]]:
    (doc,) = annotate([new_report(f"{TITLE}\n\n{text}", published="2025-05-16")])
    return [(c, c.body) for c in extract(doc).claims if isinstance(c.body, Move)]


@pytest.mark.parametrize(("text", "answer", "answered"), REPORTS, ids=[text[:60] for text, _, _ in REPORTS])
def test_an_answer_names_what_it_answers(text: str, answer: str, answered: str | None) -> None:
    moves = _moves(text)
    whole = f"{TITLE}\n\n{text}"
    (body,) = [m for c, m in moves if c.mentions[0].trigger.of(whole) == answer]
    found = [c.mentions[0].trigger.of(whole) for c, _ in moves if c.id == body.answers]
    assert found == ([answered] if answered else [])


def test_of_two_offers_that_of_the_party_named_is_answered() -> None:
    moves = _moves(REPORTS[4][0])
    (reply,) = [m for _, m in moves if m.act == "reject"]
    (offer,) = [m for c, m in moves if c.id == reply.answers]
    assert [a.name for a in offer.by] == ["government"]


ACTS: tuple[Act, ...] = ("offer", "demand", "accept", "reject", "support", "concede", "invite")
PARTIES = ("Borvia", "Tarland", "Ostmark")


@st.composite
def _told(draw: st.DrawFn) -> Claim:
    start = draw(st.integers(0, 600))
    party = draw(st.sampled_from(PARTIES))
    amount = draw(st.none() | st.integers(1, 4))
    quantity = Quantity(amount, amount, unit="percent", verbatim=f"{amount} per cent") if amount else None
    about = draw(st.sampled_from([None, "it", "offer", "Borvia's offer", "the union's demand", "plan for 3 per cent"]))
    terms = (Term("pay", "pay rise", Span(start, start + 5), quantity=quantity),) if draw(st.booleans()) else ()
    return new_claim(
        "report-1",
        Move(draw(st.sampled_from(ACTS)), by=(Actor(party, party),), terms=terms, about=about),
        attribution=Attribution(),
        factuality=Factuality(polarity=draw(st.sampled_from(["positive", "negative"]))),
        mentions=(Mention(Span(start, start + 5), Span(max(0, start - 10), start + 30)),),
        rule="move:test:object",
    )


_CLAIMS = st.lists(_told(), max_size=9, unique_by=lambda claim: claim.id)


def _is_final(claims: Sequence[Claim]) -> bool:
    ids = {claim.id for claim in claims}
    return all(c.body.answers in ids for c in claims if isinstance(c.body, Move) and c.body.answers is not None)


@settings(max_examples=60, deadline=None)
@given(_CLAIMS)
def test_answers_point_to_claims_as_they_are_and_lead_nowhere_back(claims: list[Claim]) -> None:
    linked = link_answers(claims)
    assert _is_final(linked)
    assert [c.mentions for c in linked] == [c.mentions for c in claims]
    target = {c.id: c.body.answers for c in linked if isinstance(c.body, Move)}
    for claim in linked:
        seen, here = set[str](), target.get(claim.id)
        while here is not None:
            assert here != claim.id
            assert here not in seen
            seen.add(here)
            here = target.get(here)


@settings(max_examples=60, deadline=None)
@given(_CLAIMS)
def test_answers_once_linked_stay_as_they_are(claims: list[Claim]) -> None:
    linked = link_answers(claims)
    assert link_answers(linked) == linked


@settings(max_examples=60, deadline=None)
@given(_CLAIMS, st.permutations(range(9)))
def test_relations_do_not_hang_on_the_order_of_claims(claims: list[Claim], order: list[int]) -> None:
    linked = link_answers(claims)
    mixed = [linked[i] for i in order if i < len(linked)]
    found: tuple[Relation, ...] = relations_within(mixed)
    assert found == relations_within(linked)
    ids = {claim.id for claim in linked}
    assert all(r.one in ids and r.other in ids and r.one != r.other for r in found)
