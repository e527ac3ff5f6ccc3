from __future__ import annotations

from random import Random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.compare.runs import difference
from parley.model import Actor, Claim, Extraction, Figure, Mention, Move, Observation, Quantity, Report, Span
from tests.recorded import claim_at, extractions, report_of

CREWS, OWNERS = Actor("Tram Crews", "The crews"), Actor("Tramway", "the owners")
REPORT = report_of("The crews refused a bonus. The owners refused to talk. Some 40 trams stood still.")
REFUSAL = claim_at(REPORT, "refused a bonus", Move("reject", by=(CREWS,)))
SILENCE = claim_at(REPORT, "refused to talk", Move("reject", by=(OWNERS,)))
STILL = claim_at(REPORT, "Some 40 trams", Figure("affected", Quantity(40, 40, approximate=True), group="trams"))


def test_the_same_reading_differs_in_nothing() -> None:
    found = difference([REFUSAL, STILL], [STILL, REFUSAL])
    assert (found.appeared, found.gone, found.changed, found.same) == ((), (), (), 2)


def test_claims_appear_and_go() -> None:
    found = difference([REFUSAL, STILL], [REFUSAL, SILENCE])
    assert (found.appeared, found.gone, found.changed, found.same) == ((SILENCE,), (STILL,), (), 1)


def test_other_values_at_the_same_place_are_told_field_by_field() -> None:
    better = claim_at(REPORT, "refused a bonus", Move("reject", by=(CREWS,), about="a bonus"), sources=("union",))
    (changed,) = difference([REFUSAL], [better]).changed
    assert (changed.before, changed.after) == (REFUSAL, better)
    assert [(field.field, field.before, field.after) for field in changed.fields] == [
        ("about", None, "a bonus"),
        ("sources", (), better.attribution.chain),
    ]


def test_another_act_is_another_claim() -> None:
    other = claim_at(REPORT, "refused a bonus", Move("demand", by=(CREWS,)))
    found = difference([REFUSAL], [other])
    assert (found.appeared, found.gone) == ((other,), (REFUSAL,))


def test_a_claim_found_in_another_place_or_by_another_rule_has_changed() -> None:
    mention = Mention(Span(4, 25), Span(0, 26))
    moved = msgspec.structs.replace(REFUSAL, mentions=(mention,), rule="another")
    (changed,) = difference([REFUSAL], [moved]).changed
    assert [field.field for field in changed.fields] == ["places", "rule"]
    assert changed.fields[0].after == (Span(4, 25),)


def test_evidence_alone_that_differs_is_a_change() -> None:
    (mention,) = REFUSAL.mentions
    bare = msgspec.structs.replace(REFUSAL, mentions=(msgspec.structs.replace(mention, evidence=()),))
    (changed,) = difference([REFUSAL], [bare]).changed
    assert [(field.field, field.before, field.after) for field in changed.fields] == [
        ("evidence", ("cue: refused a bonus",), ())
    ]


def test_of_claims_at_one_place_those_that_share_most_are_pairs() -> None:
    before = [claim_at(REPORT, "refused", Move("reject", by=(who,), place="Tern")) for who in (CREWS, OWNERS)]
    after = [claim_at(REPORT, "refused", Move("reject", by=(who,), place="Elm")) for who in (OWNERS, CREWS)]
    changed = difference(before, after).changed
    assert {(each.before.body, each.after.body) for each in changed} == {
        (before[0].body, after[1].body),
        (before[1].body, after[0].body),
    }
    assert all([field.field for field in each.fields] == ["place"] for each in changed)


@settings(max_examples=60, deadline=None)
@given(extractions(), st.randoms(use_true_random=False))
def test_every_claim_is_accounted_for_once(made: tuple[Report, Observation, Extraction], random: Random) -> None:
    claims: list[Claim] = list(made[2].claims)
    before = [claim for claim in claims if random.random() < 0.7]
    after = [msgspec.structs.replace(c, rule="x") if random.random() < 0.5 else c for c in claims]
    found = difference(before, after)
    assert len(found.gone) + len(found.changed) + found.same == len(before)
    assert len(found.appeared) + len(found.changed) + found.same == len(after)
    assert difference(before[::-1], after[::-1]) == found
