from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import Evidence, Figure, Mention, Move, Quantity, Report, Span
from parley.resolve import drafts
from parley.resolve.values import BadValueError
from parley.store.verify import claim_mismatches
from tests.recorded import claim_at, report_of

REPORT = report_of(
    "Trams stand still\n\nThe crews asked for 7 per cent more pay. The owners offered\na bonus, Dr. Ames said. It was not enough.\n\n"
    "The crews asked for 7 per cent more pay again.\n"
)


def test_words_are_found_with_the_sentence_around_them() -> None:
    found = drafts.mention_of(REPORT, "offered a bonus")
    assert found.trigger.of(REPORT.text) == "offered\na bonus"
    assert found.statement.of(REPORT.text) == "The owners offered\na bonus, Dr. Ames said."
    assert found.evidence == (Evidence("content", found.trigger.start, found.trigger.end, "offered\na bonus"),)


def test_words_across_sentences_have_all_of_them_around() -> None:
    found = drafts.mention_of(REPORT, "Ames said. It was")
    assert found.statement.of(REPORT.text).startswith("The owners")
    assert found.statement.of(REPORT.text).endswith("not enough.")


@pytest.mark.parametrize(("nth", "start"), [(1, REPORT.text.index("7 per")), (2, REPORT.text.rindex("7 per"))])
def test_of_words_that_stand_twice_one_is_named(nth: int, start: int) -> None:
    assert drafts.mention_of(REPORT, "7 per cent", nth=nth).trigger == Span(start, start + 10)


@pytest.mark.parametrize(
    ("words", "nth", "part"),
    [
        ("7 per cent", None, "stands 2 times"),
        ("7 per cent", 3, "stands 2 times in"),
        ("8 per cent", None, "does not stand in"),
        ("  ", None, "are empty"),
        (Span(0, 0), None, "is no stretch"),
        (Span(3, 9000), None, "is no stretch"),
    ],
)
def test_words_that_are_not_there_once_are_refused(words: str | Span, nth: int | None, part: str) -> None:
    with pytest.raises(drafts.WordsNotFoundError, match=part):
        drafts.mention_of(REPORT, words, nth=nth)


@given(st.text(alphabet="ab .\n\t", min_size=1, max_size=40), st.data())
def test_any_stretch_of_any_text_is_a_true_mention(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    report = report_of(text)
    found = drafts.mention_of(report, Span(start, end))
    assert found.statement.covers(found.trigger)
    claim = drafts.added_claim(report, "move", mention=found, fields={"act": "offer", "by": "Crews"})
    assert list(claim_mismatches(report, claim)) == []


def test_an_added_claim_is_a_persons() -> None:
    mention = drafts.mention_of(REPORT, "7 per cent more pay", nth=1)
    fields = {"measure": "pay", "quantity": "7 per cent", "certainty": "possible", "sources": "person: Dr. Ames"}
    claim = drafts.added_claim(REPORT, "figure", mention=mention, fields=fields)
    assert isinstance(claim.body, Figure)
    assert (claim.body.quantity.lower, claim.factuality.certainty, claim.origin) == (7, "possible", "person")
    assert [source.name for source in claim.attribution.chain] == ["Dr. Ames"]
    assert list(claim_mismatches(REPORT, claim)) == []


def test_an_added_claim_must_be_whole() -> None:
    with pytest.raises(BadValueError, match="`measure`"):
        drafts.added_claim(REPORT, "figure", mention=drafts.mention_of(REPORT, "a bonus"), fields={"quantity": "7"})


def test_terms_in_words_stand_in_the_report() -> None:
    near = Span(REPORT.text.rindex("The crews"), len(REPORT.text))
    terms = drafts.with_terms({"terms": "pay: 7 per cent more pay; payment: a bonus"}, REPORT, near=near)["terms"]
    assert isinstance(terms, tuple)
    assert [(term.issue, term.item, term.span.of(REPORT.text)) for term in terms] == [
        ("pay", "7 per cent more pay", "7 per cent more pay"),
        ("payment", "a bonus", "a bonus"),
    ]
    assert terms[0].span.start > near.start
    assert terms[0].quantity == Quantity(7, 7, unit="percent", verbatim="7 per cent more pay")
    assert terms[1].quantity is None


@pytest.mark.parametrize(
    ("terms", "error"),
    [("a bonus", BadValueError), ("gift: a bonus", BadValueError), ("pay: a villa", drafts.WordsNotFoundError)],
)
def test_terms_that_are_none_are_refused(terms: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        drafts.with_terms({"terms": terms}, REPORT, near=Span(0, 1))


def test_a_correction_names_only_what_changes() -> None:
    claim = claim_at(REPORT, "offered", Move("offer", about="a bonus"))
    (change,) = drafts.changes_of_claim(claim, {"act": "promise", "about": "a bonus"})
    assert (change.field, change.old, change.new) == ("act", "offer", "promise")


def test_a_claim_moved_keeps_evidence_of_who_said_it() -> None:
    report: Report = REPORT
    source = Evidence("source", report.text.index("Dr."), report.text.index(" said"), "Dr. Ames")
    old = Mention(Span(19, 25), Span(19, 58), (Evidence("content", 19, 22, "The"), source))
    claim = claim_at(report, "offered", Move("offer"))
    claim = type(claim)(**{**{f: getattr(claim, f) for f in claim.__struct_fields__}, "mentions": (old,)})
    moved = drafts.moved_mention(claim, drafts.mention_of(report, "a bonus"))
    assert [piece.quote for piece in moved.evidence] == ["a bonus", "Dr. Ames"]


def test_the_reports_own_fields() -> None:
    changes = drafts.changes_of_report(REPORT, {"outlet": "Harbour Gazette", "title": "Trams"})
    assert [(change.field, change.old, change.new) for change in changes] == [("title", None, "Trams")]
