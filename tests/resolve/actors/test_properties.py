"""What holds for any claims: no order matters, nothing changes by being told twice, ids stay, undoing restores."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model import PairJudgement, PairVerdict
from parley.resolve import Parties, Told, resolve_actors
from tests.resolve.actors.made import judged, report, undone

NAMES = [
    "Ana Reyes|person", "Luis Reyes|person", "Reyes|person||Ms Reyes", "Reyes|person", "A. Reyes|person",
    "Marlow Tin Corp|company", "Marlow|company", "Marlow Tin|organisation", "Marlow Shipping|company", "MTC|organisation",
    "Norway|state", "Oslo|state", "Norwegian army|organisation|Norway", "Norway's prime minister|office|Norway",
    "Ole Dahl|person|Norway|Norwegian Prime Minister Ole Dahl", "officials|unnamed", "police|office|Norway", "police|office",
    "Ferry Guild|union", "Ferry Guild|company", "employers|collective", "Karim al-Sabri|person", "Kareem Sabri|person",
]  # fmt: skip
PLAIN = [name.split("|")[0] for name in NAMES]

reports = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True), min_size=1, max_size=7)
verdicts: st.SearchStrategy[PairVerdict] = st.sampled_from(["same", "different", "unsure"])
pairs = st.tuples(verdicts, st.sampled_from(PLAIN), st.sampled_from(PLAIN))
logs = st.lists(pairs, max_size=4)


def _told(given_reports: list[list[str]]) -> list[Told]:
    return [told for n, actors in enumerate(given_reports) for told in report(str(n), *actors)]


def _log(made: list[tuple[PairVerdict, str, str]]) -> list[PairJudgement]:
    return [judged(verdict, one, other, at=at) for at, (verdict, one, other) in enumerate(made)]


def _state(parties: Parties) -> object:
    return parties.actors, parties.suggestions, parties.problems


@settings(max_examples=60, deadline=None)
@given(reports, logs, st.integers(0, 1000))
def test_the_order_of_claims_and_judgements_does_not_matter(
    texts: list[list[str]], made: list[tuple[PairVerdict, str, str]], seed: int
) -> None:
    told, log = _told(texts), _log(made)
    shuffled, mixed = told[:], log[:]
    Random(seed).shuffle(shuffled)
    Random(seed).shuffle(mixed)
    assert _state(resolve_actors(shuffled, mixed)) == _state(resolve_actors(told, log))


@settings(max_examples=40, deadline=None)
@given(reports, logs)
def test_what_is_told_twice_changes_nothing(texts: list[list[str]], made: list[tuple[PairVerdict, str, str]]) -> None:
    told, log = _told(texts), _log(made)
    assert _state(resolve_actors(told + told, log + log)) == _state(resolve_actors(told, log))


@settings(max_examples=60, deadline=None)
@given(reports, logs, pairs)
def test_an_undone_judgement_restores_everything(
    texts: list[list[str]], made: list[tuple[PairVerdict, str, str]], more: tuple[PairVerdict, str, str]
) -> None:
    told, log = _told(texts), _log(made)
    last = judged(*more, at=20)
    assert _state(resolve_actors(told, [*log, last, undone(last)])) == _state(resolve_actors(told, log))


@settings(max_examples=60, deadline=None)
@given(reports, logs)
def test_every_actor_has_one_id_and_every_side_ends(
    texts: list[list[str]], made: list[tuple[PairVerdict, str, str]]
) -> None:
    told = _told(texts)
    parties = resolve_actors(told, _log(made))
    ids = [actor.id for actor in parties.actors]
    assert len(ids) == len(set(ids))
    for each in told:
        body = each.claim.body
        for actor in body.by:  # type: ignore[union-attr]
            assert parties.of(actor, each.claim.report) in ids
            assert parties.side(actor, each.claim.report) in ids
    assert all({s.one, s.other} <= set(ids) and s.one != s.other for s in parties.suggestions)
    assert all(actor.acts_for is None or actor.acts_for.actor in ids for actor in parties.actors)


@settings(max_examples=40, deadline=None)
@given(reports)
def test_reports_on_others_change_no_id(texts: list[list[str]]) -> None:
    told = _told(texts)
    more = report("elsewhere", "Zoltan Petrov|person", "Quay Gravel|company", "Peru|state", "witnesses|unnamed")
    before, after = resolve_actors(told), resolve_actors([*told, *more])
    assert {actor.id for actor in before.actors} <= {actor.id for actor in after.actors}


@settings(max_examples=40, deadline=None)
@given(reports, st.sampled_from(PLAIN), st.sampled_from(PLAIN))
def test_same_and_different_are_kept(texts: list[list[str]], one: str, other: str) -> None:
    told = _told(texts)
    names = {actor.name for each in told for actor in each.claim.body.by}  # type: ignore[union-attr]
    if one == other or not {one, other} <= names:
        return
    for verdict in ("same", "different"):
        parties = resolve_actors(told, [judged(verdict, one, other)])
        if parties.problems:
            continue
        of = {
            name: {
                parties.of(actor, each.claim.report)
                for each in told
                for actor in each.claim.body.by  # type: ignore[union-attr]
                if actor.name == name
            }
            for name in (one, other)
        }
        assert (len(of[one] | of[other]) == 1) if verdict == "same" else of[one].isdisjoint(of[other])
