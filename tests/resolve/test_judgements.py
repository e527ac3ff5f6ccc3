from __future__ import annotations

from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model import (
    Actor,
    Change,
    Claim,
    Figure,
    Judgement,
    Mention,
    Move,
    Quantity,
    Source,
    Span,
    new_judgement,
)
from parley.model.judgement import Verdict
from parley.resolve import Judged, corrected, corrected_report, in_force, judged_claims
from tests.recorded import claim_at, report_of

CREWS, OWNERS = Actor("Tram Crews", "The crews"), Actor("Tramway", "the owners")
REPORT = report_of("The crews refused a bonus. The owners refused to talk. Some 40 trams stood still, 40 of them new.")
REFUSAL = claim_at(REPORT, "refused a bonus", Move("reject", by=(CREWS,)), sources=("the union",))
SILENCE = claim_at(REPORT, "refused to talk", Move("reject", by=(OWNERS,)))
STILL = claim_at(REPORT, "Some 40 trams", Figure("affected", Quantity(40, 40, approximate=True), group="trams"))
CLAIMS = (REFUSAL, SILENCE, STILL)


def made(verdict: Verdict, claim: Claim, number: int = 1, **more: object) -> Judgement:
    """A judgement on a claim, the `number`th of a log."""
    return new_judgement(verdict, report=claim.report, target=claim.id, person="Ann", time=f"2031-03-04T{number:02}", claim=claim, **more)  # type: ignore[arg-type]  # fmt: skip


def undo(judgement: Judgement, number: int) -> Judgement:
    return new_judgement("undo", report=judgement.report, target=judgement.id, person="Bo", time=f"2031-03-05T{number:02}")  # fmt: skip


def setting(claim: Claim, number: int = 1, **values: object) -> Judgement:
    changes = tuple(Change(name, None, value) for name, value in values.items())
    return made("correct", claim, number, changes=changes)


def claims_of(judged: tuple[Judged, ...]) -> tuple[Claim, ...]:
    return tuple(each.claim for each in judged if not each.rejected)


def test_without_judgements_claims_are_as_read() -> None:
    found = judged_claims(CLAIMS, ())
    assert claims_of(found.claims) == CLAIMS
    assert all(each.machine == each.claim and not each.judgements for each in found.claims)


def test_a_rejected_claim_is_gone_until_somebody_accepts_it() -> None:
    rejected = made("reject", REFUSAL)
    assert claims_of(judged_claims(CLAIMS, [rejected]).claims) == (SILENCE, STILL)
    assert claims_of(judged_claims(CLAIMS, [rejected, made("accept", REFUSAL, 2)]).claims) == CLAIMS


def test_a_correction_changes_its_fields_and_keeps_the_extractors_id() -> None:
    correction = setting(REFUSAL, by=[{"name": "Drivers", "mention": "Drivers"}], certainty="possible", tense="planned")
    (first, *rest) = judged_claims(CLAIMS, [correction]).claims
    assert first.claim.body == Move("reject", by=(Actor("Drivers", "Drivers"),))
    assert (first.claim.factuality.certainty, first.claim.factuality.tense) == ("possible", "planned")
    assert (first.claim.origin, first.machine) == ("person", REFUSAL)
    assert first.claim.id != REFUSAL.id
    assert {first.claim.id, REFUSAL.id} <= first.ids
    assert (first.claim.attribution, first.claim.mentions) == (REFUSAL.attribution, REFUSAL.mentions)
    assert [each.claim for each in rest] == [SILENCE, STILL]


def test_later_corrections_hold_field_by_field() -> None:
    log = [setting(REFUSAL, 1, about="pay", place="Northport"), setting(REFUSAL, 2, about="hours")]
    body = judged_claims(CLAIMS, log).claims[0].claim.body
    assert isinstance(body, Move)
    assert (body.about, body.place) == ("hours", "Northport")


def test_sources_and_time_can_be_corrected() -> None:
    log = [setting(STILL, sources=[{"name": "Port board", "kind": "office"}], when={"latest": {"edtf": "2031-03-03"}})]
    claim = judged_claims(CLAIMS, log).claims[2].claim
    assert claim.attribution.chain == (Source("Port board", "office"),)
    assert claim.when is not None
    assert claim.when.latest is not None
    assert claim.when.latest.edtf == "2031-03-03"


def test_a_claim_can_be_put_elsewhere_in_the_text() -> None:
    place = Mention(Span(4, 25), Span(0, 26))
    claim = judged_claims(CLAIMS, [made("correct", REFUSAL, mention=place)]).claims[0].claim
    assert claim.mentions == (place,)
    assert (claim.id, claim.origin) == (REFUSAL.id, "person")


def test_added_claims_stand_among_the_others() -> None:
    missed = claim_at(REPORT, "40 of them new", Figure("other", Quantity(40, 40)))
    found = judged_claims(CLAIMS, [made("add", missed)]).claims
    assert claims_of(found) == (*CLAIMS, missed)
    assert found[-1].machine is None


def test_an_added_claim_can_be_corrected_and_rejected() -> None:
    missed = claim_at(REPORT, "40 of them new", Figure("other", Quantity(40, 40)))
    log = [made("add", missed), setting(missed, 2, group="trams")]
    found = judged_claims(CLAIMS, log).claims[-1]
    assert isinstance(found.claim.body, Figure)
    assert (found.claim.body.group, found.base) == ("trams", missed)
    assert claims_of(judged_claims(CLAIMS, [*log, made("reject", missed, 3)]).claims) == CLAIMS


def test_what_the_extractor_finds_later_is_no_second_claim() -> None:
    found = judged_claims(CLAIMS, [made("add", STILL)]).claims
    assert claims_of(found) == CLAIMS
    assert found[2].machine == STILL


@pytest.mark.parametrize(
    ("verdicts", "standing"),
    [
        (["reject"], [0]),
        (["reject", 0], [1]),
        (["reject", 0, 1], [0, 2]),
        (["reject", 0, 1, 2], [1, 3]),
        (["reject", "accept", 0], [1, 2]),
        (["reject", "accept", "accept", 0, 1, 3], [0, 2, 4, 5]),
    ],
)
def test_judgements_are_undone_whatever_their_age(verdicts: list[Verdict | int], standing: list[int]) -> None:
    log: list[Judgement] = []
    for number, verdict in enumerate(verdicts):
        log.append(undo(log[verdict], number) if isinstance(verdict, int) else made(verdict, REFUSAL, number))
    assert in_force(log) == tuple(log[place] for place in standing)


def reread(claim: Claim, start: int, end: int, **more: object) -> Claim:
    """The claim as a better extractor has it: elsewhere, and perhaps with another body."""
    mention = Mention(Span(start, end), claim.mentions[0].statement)
    return corrected(claim, [Change(name, None, msgspec.to_builtins(value)) for name, value in more.items()], mention=mention)  # fmt: skip


def test_a_judgement_survives_a_better_extractor() -> None:
    better = reread(REFUSAL, 10, 20, about="a bonus")
    assert better.id != REFUSAL.id
    found = judged_claims((better, SILENCE, STILL), [made("reject", REFUSAL)])
    assert (claims_of(found.claims), found.problems) == ((SILENCE, STILL), ())
    assert REFUSAL.id in next(each for each in found.claims if each.rejected).ids


def test_a_correction_survives_what_else_changed() -> None:
    better = reread(REFUSAL, 10, 20, about="a bonus")
    (first, *_) = judged_claims((better, SILENCE, STILL), [setting(REFUSAL, place="Northport")]).claims
    assert isinstance(first.claim.body, Move)
    assert (first.claim.body.about, first.claim.body.place) == ("a bonus", "Northport")


def test_a_correction_holds_when_the_extractor_has_come_to_it_by_itself() -> None:
    better = reread(REFUSAL, 10, 20, act="demand")
    found = judged_claims((better,), [setting(REFUSAL, act="demand")])
    assert (claims_of(found.claims), found.problems) == ((better,), ())


@pytest.mark.parametrize(
    "claims",
    [
        (SILENCE, STILL),
        (reread(REFUSAL, 31, 40, about="a bonus"),),
        (reread(REFUSAL, 10, 20, act="accept"),),
        (claim_at(REPORT, "refused a bonus", Figure("affected", Quantity(1, 1))),),
        (reread(REFUSAL, 10, 20, about="a bonus"), reread(REFUSAL, 10, 20, about="the bonus")),
    ],
    ids=["gone", "elsewhere", "another act", "another kind", "two alike"],
)
def test_a_judgement_that_fits_no_claim_is_a_problem_and_changes_nothing(claims: tuple[Claim, ...]) -> None:
    judgement = made("reject", REFUSAL)
    found = judged_claims(claims, [judgement])
    assert set(claims_of(found.claims)) == set(claims)
    assert found.lost == (judgement,)
    (problem,) = found.problems
    assert (problem.code, problem.source, problem.span) == ("judgement_without_anchor", REPORT.id, Span(10, 25))
    assert judgement.id in problem.message
    assert "Ann" in problem.message


def test_of_two_claims_at_one_place_the_one_that_says_most_of_the_same_is_meant() -> None:
    same = reread(REFUSAL, 10, 20, about="a bonus")
    other = reread(REFUSAL, 10, 20, about="a bonus", by=(OWNERS,), place="Northport")
    found = judged_claims((other, same), [made("reject", REFUSAL)])
    assert claims_of(found.claims) == (other,)


def test_a_value_that_does_not_suit_any_more_is_a_problem() -> None:
    judgement = setting(REFUSAL, act="capitulate")
    found = judged_claims(CLAIMS, [judgement])
    assert (claims_of(found.claims), found.lost) == (CLAIMS, (judgement,))


def test_corrections_that_make_one_claim_of_two_leave_one() -> None:
    as_other = setting(SILENCE, by=[msgspec.to_builtins(CREWS)], sources=msgspec.to_builtins(REFUSAL.attribution.chain))
    found = judged_claims(CLAIMS, [as_other]).claims
    assert [each.claim.id for each in found] == [REFUSAL.id, STILL.id]
    assert found[0].claim.mentions == (*REFUSAL.mentions, *SILENCE.mentions)
    assert {REFUSAL.id, SILENCE.id} <= found[0].ids


def test_a_report_is_corrected_and_keeps_its_id() -> None:
    log = [
        new_judgement("correct_report", report=REPORT.id, target=REPORT.id, person="Ann", time=str(number),
                      changes=(Change("outlet", None, outlet),))
        for number, outlet in enumerate(["Tide", "Ebb"])
    ]  # fmt: skip
    assert corrected_report(REPORT, log) == msgspec.structs.replace(REPORT, outlet="Ebb")
    assert corrected_report(REPORT, log[:1]).id == REPORT.id


VERDICTS: st.SearchStrategy[Verdict] = st.sampled_from(["accept", "reject", "correct"])
VALUES = st.sampled_from([{"tense": "planned"}, {"certainty": "possible"}, {"hedge": "reportedly"}])


@st.composite
def logs(draw: st.DrawFn) -> list[Judgement]:
    """A log of judgements on the claims, some of them undone."""
    log: list[Judgement] = []
    for number in range(draw(st.integers(0, 8))):
        if log and draw(st.integers(0, 2)) == 0:
            log.append(undo(draw(st.sampled_from(log)), number))
        else:
            claim, verdict = draw(st.sampled_from(CLAIMS)), draw(VERDICTS)
            log.append(setting(claim, number, **draw(VALUES)) if verdict == "correct" else made(verdict, claim, number))
    return log


@settings(max_examples=200, deadline=None)
@given(logs())
def test_any_log_with_everything_undone_leaves_the_claims_as_read(log: list[Judgement]) -> None:
    standing = [each for each in in_force(log) if each.verdict != "undo"]
    undoing = [undo(each, 50 + number) for number, each in enumerate(standing)]
    found = judged_claims(CLAIMS, [*log, *undoing])
    assert found == judged_claims(CLAIMS, ())


@settings(max_examples=200, deadline=None)
@given(logs(), st.randoms(use_true_random=False))
def test_judgements_on_different_claims_need_no_order(log: list[Judgement], random: Random) -> None:
    of_claim = {claim.id: [each for each in log if each.target == claim.id] for claim in CLAIMS}
    turns = [own for own, each in of_claim.items() for _ in each]
    plain = [each for each in log if each.verdict != "undo"]
    random.shuffle(turns)
    waiting = {own: iter(each) for own, each in of_claim.items()}
    mixed = [next(waiting[own]) for own in turns]
    assert judged_claims(CLAIMS, mixed).claims == judged_claims(CLAIMS, plain).claims


@settings(max_examples=100, deadline=None)
@given(logs(), st.permutations(CLAIMS))
def test_the_order_of_claims_makes_no_difference(log: list[Judgement], claims: list[Claim]) -> None:
    assert judged_claims(claims, log) == judged_claims(CLAIMS, log)


@settings(max_examples=100, deadline=None)
@given(logs())
def test_what_is_judged_still_stands_in_the_report(log: list[Judgement]) -> None:
    for each in judged_claims(CLAIMS, log).claims:
        assert each.claim.report == REPORT.id
        for mention in each.claim.mentions:
            assert mention.trigger.of(REPORT.text)
            assert all(REPORT.text[piece.start : piece.end] == piece.quote for piece in mention.evidence)
