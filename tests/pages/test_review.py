from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import parley
from parley.model import Claim
from parley.pages import editable
from parley.pages.review import (
    REVIEW_KEYS,
    decided_by,
    resumed,
    review_item,
    review_page,
    review_queue,
    unread_rows,
)
from parley.project import Project
from parley.resolve.values import claim_values
from tests import small_record, strike_record, toll_record
from tests.small_record import FERRY_1


@pytest.fixture
def ferry(tmp_path: Path) -> Iterator[Project]:
    """Four reports in three stories."""
    with parley.open(small_record.build(tmp_path / "talks.parley")) as project:
        yield project


@pytest.fixture
def toll(tmp_path: Path) -> Iterator[Project]:
    """A toll that one report corrects."""
    with parley.open(toll_record.build(tmp_path / "talks.parley")) as project:
        yield project


def reasons(project: Project) -> list[tuple[str, str]]:
    return [(row.reason, row.words) for row in review_page(review_queue(project.ledger())).rows]


def test_what_reports_differ_in_comes_first_side_by_side(toll: Project) -> None:
    assert reasons(toll) == [
        ("correction", "killed: 57 people"),
        ("correction", "killed: 62 people"),
        ("newest_figure", "held: 12 barges"),
        ("claim", "killed: 62 people"),
        ("claim", "killed: at least 40 people"),
        ("claim", "killed: about 50 people"),
    ]
    first, second, *_ = review_queue(toll.ledger())
    items = [review_item(each, each.entry, person="Ann") for each in (first, second)]
    assert items[0].why.startswith("corrects ")
    assert items[1].why.startswith("corrected by ")


def test_positions_come_before_figures_and_the_rest(ferry: Project) -> None:
    found = [reason for reason, _ in reasons(ferry)]
    assert found == ["position"] * 3 + ["newest_figure"] + ["claim"] * 4
    assert len({row.id for row in review_page(review_queue(ferry.ledger())).rows}) == 8


def test_a_rule_that_was_often_wrong_comes_before_the_rest(ferry: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from parley.pages import review_order
    from parley.pages.rule_scores import RuleScore

    scores = {"speech.silence": RuleScore((1, 4)), "move:accept:object": RuleScore((3, 4)), "x": RuleScore((0, 2))}
    monkeypatch.setattr(review_order, "rule_score", scores.get)
    assert [row.reason for row in review_page(review_queue(ferry.ledger())).rows].count("doubtful_rule") == 1
    assert reasons(ferry)[4] == ("doubtful_rule", "Ada Quill (for Strait Lines): did not return calls")


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        ({"kind": "quote"}, 2),
        ({"story": "Quarry"}, 1),
        ({"party": "Ferry Crews"}, 2),
        ({"report": "ferry/2.txt"}, 2),
        ({"kind": "figure", "story": "Quarry"}, 0),
    ],
)
def test_the_queue_is_narrowed(ferry: Project, wanted: dict[str, str], number: int) -> None:
    assert len(review_queue(ferry.ledger(), **wanted)) == number  # type: ignore[arg-type]


def test_who_decided_is_told_from_who_only_noted(ferry: Project) -> None:
    claim = review_queue(ferry.ledger())[0].entry.claim.id
    ferry.note(claim, "look again", person="Ann")
    ferry.accept(claim, person="Bo")
    (queued,) = (each for each in review_queue(ferry.ledger()) if each.entry.claim.id == claim)
    assert [decided_by(queued.entry, who) for who in ("Ann", "Bo", None)] == [False, True, True]
    item = review_item(queued, queued.entry, person="Ann")
    assert [(each.done, each.note) for each in item.mine] == [("noted", "look again")]
    assert [each.done for each in item.others] == ["accepted"]


def test_a_review_goes_on_where_it_was(ferry: Project) -> None:
    queue = review_queue(ferry.ledger())
    there = queue[5].entry.claim.id
    assert resumed(queue, there) == (*queue[5:], *queue[:5])
    assert resumed(queue, "claim-gone") == resumed(queue, None) == queue
    ferry.ledger().derived.keep_review_place("Ann", there)
    assert ferry.ledger().derived.review_place("Ann") == there
    assert ferry.ledger().derived.review_place("Bo") is None


def test_a_sample_is_the_same_for_everybody_and_keeps_people_apart(ferry: Project) -> None:
    first = review_queue(ferry.ledger(), sample=5, seed=3, person="Ann")
    ids = [each.entry.claim.id for each in first]
    ferry.reject(ids[0], person="Ann")
    ferry.correct(ids[1], certainty="possible", person="Ann")
    again = review_queue(ferry.ledger(), sample=5, seed=3, person="Bo")
    assert [each.entry.claim.id for each in again] == ids
    assert not any(each.entry.judgements for each in again)
    own = review_queue(ferry.ledger(), sample=5, seed=3, person="Ann")
    assert [decided_by(each.entry, "Ann") for each in own] == [True, True, False, False, False]
    assert own[1].entry.claim.factuality.certainty == "certain"
    assert {each.entry.claim.id for each in review_queue(ferry.ledger(), sample=5, seed=4)} != set(ids)
    assert len(review_queue(ferry.ledger(), sample=99)) == 8


def test_a_claim_is_shown_in_its_paragraph(ferry: Project) -> None:
    queued = next(each for each in review_queue(ferry.ledger()) if each.entry.claim.kind == "figure")
    item = review_item(queued, queued.entry, person="Ann")
    shown = "".join(segment.text for segment in item.context)
    assert shown == "More than 40 sailings were cancelled, up from =12 last week."
    assert [each.text for each in item.context if "trigger" in each.marks] == ["More than 40 sailings were cancelled"]
    assert item.origin == "machine"


def test_sentences_not_read_are_a_list_until_somebody_adds_their_claim(ferry: Project) -> None:
    (row,) = unread_rows(ferry.ledger()).rows
    assert FERRY_1.text[row.start : row.end] == row.words
    assert unread_rows(ferry.ledger(), story="Quarry").rows == ()
    ferry.add_claim(row.report, "figure", words="=12 last week", measure="affected", quantity="12", person="Ann")
    assert unread_rows(ferry.ledger()).rows == ()


def test_every_field_is_shown_as_it_may_be_given(tmp_path: Path) -> None:
    """What stands in a field may be given back as it is shown, and says the same."""
    claims: list[Claim] = []
    for name, record in (("a", small_record), ("b", strike_record), ("c", toll_record)):
        with parley.open(record.build(tmp_path / f"{name}.parley")) as project:
            claims += project.ledger().view().claims
    for claim in claims:
        fields = {each.name: each for each in editable.editable_fields(claim)}
        given = {name: each.value for name, each in fields.items() if name != "terms"}
        shown = {each.name: each.value for each in editable.editable_fields(_given(claim, given))}
        assert {name: shown[name] for name in given} == given
        assert all(each.value in each.choices for each in fields.values() if each.choices and each.value)


def _given(claim: Claim, given: dict[str, str]) -> Claim:
    from parley.model import Change
    from parley.resolve import corrected

    return corrected(claim, [Change(name, None, new) for name, new in claim_values(claim.body, given).items()])


def test_no_two_keys_are_the_same() -> None:
    assert len({each.key for each in REVIEW_KEYS}) == len(REVIEW_KEYS)
    assert all(len(each.key) == 1 for each in REVIEW_KEYS)
