"""People's word on pairs of actors: it goes before the rules, the later one before the earlier, and can be undone."""

from __future__ import annotations

import msgspec
import pytest

from parley.model import ActorReference, PairJudgement, new_pair_judgement
from parley.resolve import Parties
from tests.resolve.actors.made import judged, one, resolved, undone

TINS = [["Marlow Tin|company"], ["Southern Metals|company"], ["Marlow Tin|company"]]


def _ids(parties: Parties) -> list[str]:
    return [one(parties, words, number) for number, (words,) in enumerate(TINS)]


def test_same_joins_and_says_so() -> None:
    parties = resolved(TINS, [judged("same", "Marlow Tin", "Southern Metals")])
    assert len(set(_ids(parties))) == 1
    (found,) = parties.actors
    assert "a person's judgement" in {alias.rule for alias in found.aliases}


def test_different_separates_what_a_rule_would_join() -> None:
    apart = judged("different", "Marlow Tin", "Marlow Tin", reports=(0, 2))
    first, _, third = _ids(resolved(TINS, [apart]))
    assert first != third


def test_a_third_bearer_of_a_name_kept_apart_is_left_open() -> None:
    reports = [*TINS, ["Marlow Tin|company"]]
    parties = resolved(reports, [judged("different", "Marlow Tin", "Marlow Tin", reports=(0, 2))])
    ids = {one(parties, "Marlow Tin|company", number) for number in (0, 2, 3)}
    assert len(ids) == 3
    assert parties.suggestions


def test_different_takes_a_surname_from_its_bearer() -> None:
    reports = [["Ana Reyes|person"], ["Reyes|person"], ["Reyes|person"]]
    parties = resolved(reports, [judged("different", "Ana Reyes", "Reyes", reports=(None, 1))])
    assert one(parties, "Reyes|person", 1) != one(parties, "Ana Reyes|person", 0)
    assert one(parties, "Reyes|person", 2) == one(parties, "Ana Reyes|person", 0)


def test_unsure_keeps_apart_and_stays_a_suggestion() -> None:
    parties = resolved([["Ana Reyes|person"], ["Reyes|person"]], [judged("unsure", "Ana Reyes", "Reyes")])
    assert one(parties, "Ana Reyes|person", 0) != one(parties, "Reyes|person", 1)
    assert [s.rule for s in parties.suggestions] == ["a person's judgement"]


def test_the_last_word_on_a_pair_holds_without_a_problem() -> None:
    first, then = (
        judged("different", "Marlow Tin", "Southern Metals"),
        judged("same", "Southern Metals", "Marlow Tin", at=2),
    )
    parties = resolved(TINS, [then, first])
    assert len(set(_ids(parties))) == 1
    assert parties.problems == ()


def test_what_later_judgements_contradict_loses_and_is_a_problem() -> None:
    reports = [["Marlow Tin|company"], ["Southern Metals|company"], ["Fen Smelters|company"]]
    log = [
        judged("different", "Marlow Tin", "Fen Smelters"),
        judged("same", "Marlow Tin", "Southern Metals", at=2),
        judged("same", "Southern Metals", "Fen Smelters", at=3),
    ]
    parties = resolved(reports, log)
    assert len(parties.actors) == 1
    (problem,) = parties.problems
    assert (problem.code, log[0].id in problem.message) == ("judgement_contradicted", True)


def test_a_judgement_about_nobody_is_a_problem() -> None:
    (problem,) = resolved(TINS, [judged("same", "Marlow Tin", "Nobody Ltd")]).problems
    assert problem.code == "judgement_without_anchor"


def test_an_undone_judgement_leaves_no_trace() -> None:
    made = judged("same", "Marlow Tin", "Southern Metals")
    parties = resolved(TINS, [made, undone(made)])
    assert (parties.actors, parties.suggestions, parties.problems) == (resolved(TINS).actors, (), ())


def test_an_undone_undoing_brings_a_judgement_back() -> None:
    made = judged("same", "Marlow Tin", "Southern Metals")
    back = undone(made)
    assert resolved(TINS, [made, back, undone(back, at=40)]).actors == resolved(TINS, [made]).actors


def test_a_judgement_is_plain_json() -> None:
    made = judged("different", "Marlow Tin", "Southern Metals", reports=(0, None))
    assert msgspec.json.decode(msgspec.json.encode(made), type=PairJudgement) == made
    assert made.id == judged("different", "Marlow Tin", "Southern Metals", reports=(0, None)).id


@pytest.mark.parametrize("target", [None, "judgement-1"])
def test_a_judgement_has_a_pair_or_a_target(target: str | None) -> None:
    pair = None if target is None else (ActorReference("a"), ActorReference("b"))
    with pytest.raises(ValueError, match="two of them"):
        new_pair_judgement("same", pair, person="ada", time="2025-04-01T10:00:00Z", target=target)
