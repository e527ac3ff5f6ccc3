"""Scoring of labelled texts, on claims and labels whose score is known."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
import pytest
from bench.quality.gold import HALVES, load_half, score
from bench.quality.labels import FigureLabel, GoldText, LabelError, MoveLabel, TermLabel, load_texts
from bench.quality.links import count_links
from bench.quality.matching import amounts_found, chain_fits, fit
from bench.quality.rule_scores import measured_rules, rule_table

from parley.model import Actor, Attribution, Claim, Factuality, Figure, Mention, Move, Quantity, Source, Span, Term
from parley.model import new_claim as claim_of
from parley.model.claim import SourceKind

TEXT = "Borvia rejected the plan on Friday, after Tarvia had offered 40 trucks, the Herald said."
PERSON = Actor("Borvia", "Borvia")


def _claim(body: Move | Figure, words: str, *, chain: tuple[str, ...] = ("Herald",)) -> Claim:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return claim_of(
        "r1",
        body,
        attribution=Attribution(tuple(Source(name, "outlet") for name in chain)),
        factuality=Factuality(),
        mentions=(Mention(span, span),),
        rule="test:rule",
    )


REJECT = _claim(Move("reject", by=(PERSON,)), "rejected the plan")
LABEL = MoveLabel(act="reject", by=("Borvia",), words="rejected the plan", chain=("The Herald",))


@pytest.mark.parametrize(
    ("changes", "differs"),
    [
        ({}, ()),
        ({"by": ("Tarvia",)}, ("by is ['Borvia']",)),
        ({"by": ("Borvia", "Tarvia")}, ("by is ['Borvia']",)),
        ({"to": (), "via": ()}, ()),
        ({"to": ("Tarvia",), "via": ("Norland",)}, ("to is []", "via is []")),
        ({"chain": ()}, ("chain is ['Herald']",)),
        ({"chain": (), "chain_any": (("Herald",),)}, ()),
        ({"polarity": "negative"}, ("factuality is certain positive past",)),
        ({"tense": "planned"}, ("factuality is certain positive past",)),
        ({"when": "2025-05-16"}, ("when is None",)),
    ],
)
def test_what_differs_from_a_label_is_told(changes: dict[str, object], differs: tuple[str, ...]) -> None:
    values = {"act": "reject", "by": ("Borvia",), "words": "rejected the plan", "chain": ("The Herald",), **changes}
    found = fit(MoveLabel(**values), REJECT, TEXT)  # type: ignore[arg-type]
    assert found is not None
    assert found.differs == differs


@pytest.mark.parametrize(
    ("label", "found", "fits"),
    [
        (("Borvia",), (("a statement", "document"), ("Borvia", "office")), True),
        (("a statement", "Borvia"), (("a statement", "document"), ("Borvia", "office")), True),
        (("a statement",), (("a statement", "document"),), True),
        ((), (("a statement", "document"),), False),
        ((), (("a statement", "document"), ("Borvia", "office")), False),
        (("a statement", "Borvia"), (("Borvia", "office"),), False),
        (("Borvia",), (("Herald", "outlet"), ("Borvia", "office")), False),
    ],
)
def test_the_writing_a_source_speaks_in_may_be_left_out_of_a_label(
    label: tuple[str, ...], found: tuple[tuple[str, SourceKind], ...], fits: bool
) -> None:
    chain = tuple(Source(name, kind) for name, kind in found)
    assert chain_fits(MoveLabel(act="reject", words="rejected", chain=label), chain) is fits


@pytest.mark.parametrize(
    "label",
    [
        MoveLabel(act="accept", words="rejected the plan"),
        MoveLabel(act="reject", words="offered 40 trucks"),
        FigureLabel(measure="other", unit="trucks", words="rejected the plan"),
    ],
)
def test_another_act_place_or_kind_does_not_fit(label: MoveLabel | FigureLabel) -> None:
    assert fit(label, REJECT, TEXT) is None


@pytest.mark.parametrize(
    ("lower", "upper", "unit", "found"),
    [(40, 40, "truck", 1), (40, 40, "trucks", 1), (39, 40, "trucks", 0), (40, None, "trucks", 0), (40, 40, "tonne", 0)],
)
def test_amounts_are_found_by_bounds_and_unit(lower: float, upper: float | None, unit: str, found: int) -> None:
    quantity = Quantity(40, 40, unit="trucks", verbatim="40 trucks")
    body = Move("offer", terms=(Term("aid", "trucks", Span(0, 1), quantity=quantity),))
    wanted = TermLabel(issue="aid", item="trucks", lower=lower, upper=upper, unit=unit)
    assert amounts_found(MoveLabel(act="offer", words="offered", terms=(wanted,)), body) == (found, 1, 1)
    assert amounts_found(MoveLabel(act="offer", words="offered", terms=(wanted, wanted)), body) == (found, 2, 1)


def test_an_issue_as_good_as_the_labelled_one_fits() -> None:
    quantity = Quantity(4, 4, unit="percent", verbatim="4 per cent")
    body = Move("offer", terms=(Term("payment", "coupon", Span(0, 1), quantity=quantity),))
    wanted = TermLabel(issue="price", item="coupon", lower=4, upper=4, unit="percent")
    either = msgspec.structs.replace(wanted, or_=("payment",))
    assert amounts_found(MoveLabel(act="offer", words="offered", terms=(wanted,)), body) == (0, 1, 1)
    assert amounts_found(MoveLabel(act="offer", words="offered", terms=(either,)), body) == (1, 1, 1)
    assert amounts_found(MoveLabel(act="offer", words="offered", terms=(wanted,)), body, any_issue=True) == (1, 1, 1)


def test_the_other_side_of_an_exchange_counts_once() -> None:
    term = Term("release", "captives", Span(0, 1), quantity=Quantity(40, 40, unit="persons", verbatim="40"))
    wanted = TermLabel(issue="release", item="captives", lower=40, upper=40, unit="persons")
    label = MoveLabel(act="offer", words="offered", terms=(wanted,))
    assert amounts_found(label, Move("offer", terms=(term,), conditions=(term,))) == (1, 1, 1)
    other = msgspec.structs.replace(term, span=Span(2, 3))
    assert amounts_found(label, Move("offer", terms=(term,), conditions=(other,))) == (1, 1, 2)


def test_how_long_an_amount_is_given_need_not_be_labelled() -> None:
    rise, years = Quantity(9, 9, unit="percent", verbatim="9%"), Quantity(3, 3, unit="year", verbatim="three years")
    body = Move("agree", terms=(Term("pay", "rise", Span(0, 1), quantity=rise, duration=years),))
    amount = TermLabel(issue="pay", item="rise", lower=9, upper=9, unit="percent")
    length = TermLabel(issue="pay", item="rise", lower=3, upper=3, unit="year")
    wrong = msgspec.structs.replace(length, lower=2, upper=2)
    for terms, counts in (((amount,), (1, 1, 1)), ((amount, length), (2, 2, 2)), ((amount, wrong), (1, 2, 1))):
        assert amounts_found(MoveLabel(act="agree", words="agree", terms=terms), body) == counts
    lone = Move("agree", terms=(Term("pay", "freeze", Span(0, 1), quantity=None, duration=years),))
    assert amounts_found(MoveLabel(act="agree", words="agree", terms=(amount,)), lone) == (0, 1, 1)


def test_links_count_when_both_ends_are_found() -> None:
    offer = _claim(Move("offer"), "offered 40 trucks")
    answer = _claim(Move("reject", by=(PERSON,), answers=offer.id), "rejected the plan")
    labels = (
        MoveLabel(act="reject", words="rejected the plan", answers="m2"),
        MoveLabel(act="offer", words="offered 40 trucks", id="m2"),
    )
    counts: Counter[str] = Counter()
    text = GoldText(id="t", kind="sentence", text=TEXT, moves=labels)
    count_links(text, {0: answer, 1: offer}, counts)
    count_links(text, {0: answer}, counts)
    count_links(text, {0: REJECT, 1: offer}, counts)
    assert counts == {"links labelled": 3, "links found": 1, "links claimed": 1, "links with both ends": 2}


def test_links_are_measured_among_all_and_among_those_between_moves_found() -> None:
    text = "The board offered 40 new jobs. The union rejected the offer. It was aghast at the airline's sly overture."
    moves = (
        MoveLabel(act="offer", id="a", by=("the board",), words="offered 40 new jobs"),
        MoveLabel(act="reject", by=("the union",), words="rejected the offer", answers="a"),
        MoveLabel(act="reject", id="b", by=("the union",), words="was aghast at", answers="c"),
        MoveLabel(act="offer", id="c", by=("the airline",), words="sly overture"),
    )
    report, scored = score([GoldText(id="t", kind="sentence", text=text, moves=moves)], "test")
    counts = scored.counts
    assert [counts[f"links {name}"] for name in ("labelled", "with both ends", "found", "claimed")] == [2, 1, 1, 1]
    assert report.metrics["links"] == pytest.approx(2 / 3)
    assert report.metrics["links between found"] == 1.0


SENTENCE = "The militia rejected the ceasefire plan on Tuesday."


def _scored(*moves: MoveLabel) -> Counter[str]:
    text = GoldText(id="t", kind="sentence", text=SENTENCE, moves=moves)
    return Counter(score([text], "test")[0].counts)


def test_right_wrong_doubtful_and_missing_labels_are_told_apart() -> None:
    right = MoveLabel(act="reject", by=("the militia",), words="rejected the ceasefire plan")
    wrong = MoveLabel(act="accept", by=("the militia",), words="rejected the ceasefire plan")
    doubtful = MoveLabel(act="reject", words="rejected the ceasefire plan", doubtful=True)
    table = [
        ((right,), (1, 1, 1)),
        ((wrong,), (0, 1, 1)),
        ((), (0, 0, 1)),
        ((doubtful,), (0, 0, 0)),
        ((right, wrong), (1, 2, 1)),
        ((right, msgspec.structs.replace(right)), (1, 2, 1)),
    ]
    for labels, (found, labelled, claimed) in table:
        counts = _scored(*labels)
        assert (counts["move found"], counts["move labelled"], counts["move claimed"]) == (found, labelled, claimed)


def test_rules_are_counted_by_half() -> None:
    label = MoveLabel(act="reject", words="rejected the ceasefire plan")
    right = GoldText(id="t", kind="sentence", text=SENTENCE, moves=(label,))
    wrong = GoldText(id="t", kind="sentence", text=SENTENCE)
    rules = measured_rules({"held_out": score([right, wrong], "a")[1], "seen": score([right], "b")[1]})
    assert rules == {"move:reject:object": {"held_out": (1, 2), "seen": (1, 1)}}
    assert rule_table(rules)[-1] == "| `move:reject:object` | 1 of 2 | 1 of 1 |"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ('moves = [{ act = "reject", words = "never said" }]', "'never said' does not stand in the text"),
        ('moves = [{ act = "rejected", words = "rejected" }]', "rejected"),
        ('moves = [{ act = "reject", words = "rejected", answers = "m9" }]', "'m9' is no id of a label"),
        ("movez = []", "movez"),
    ],
)
def test_labels_that_do_not_fit_are_refused(tmp_path: Path, lines: str, told: str) -> None:
    path = tmp_path / "pack.toml"
    path.write_text(f'[[text]]\nid = "a"\nkind = "sentence"\ntext = "{SENTENCE}"\n{lines}\n', encoding="utf-8")
    with pytest.raises(LabelError, match=told):
        load_texts(path)


def test_both_halves_are_large_and_apart() -> None:
    texts = {half: load_half(half) for half in HALVES}
    for half in HALVES:
        whole = [t for t in texts[half] if t.kind not in {"sentence", "headline"}]
        assert len(texts[half]) - len(whole) >= 200
        assert len(whole) >= 20
    assert {t.text for t in texts["seen"]}.isdisjoint(t.text for t in texts["held_out"])
    assert all(len({t.id for t in ts}) == len(ts) for ts in texts.values())
