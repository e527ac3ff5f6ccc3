"""What holds of every extraction, whatever the text: true spans, ids, order, repeats, JSON and back."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.annotate import annotate
from parley.extract import extract
from parley.model import Extraction, Report, canonical_json, hash_id, new_report

SENTENCES = [
    "The dockers' union rejected a pay offer of 4 percent from the port employers.",
    "The rebels offered to free up to 30 captives in exchange for a nine-day truce, a spokesman said on Monday.",
    "“We will never sign this,” Anna Brandt, the union's leader, told reporters.",
    "At least 12 miners were killed in Perrin on Sunday, police said, citing two doctors.",
    "No agreement was reached at the talks in Perrin, according to the mediators.",
    "The government would lift the blockade if the rebels left the town, state radio reported.",
    "The army said 214 people had died since January 12, 40 of them children.",
    "Neither the ministry nor the rebels would comment.",
    "Brandel raised its bid to 55 dlrs a share from 52 dlrs.",
    "Talks resume on Friday; the truce ends at midnight.",
    "TRUCE TALKS COLLAPSE, 40 HELD",
    "PERRIN, May 16 (Gazette) - Both sides met envoys.",
]
ODD = [
    "“",
    "”",
    '"',
    "‘we",
    "’",
    "(",
    "\r\n",
    "\r\n\r\n",
    "\n\n",
    "\t",
    "\u00a0",
    "\u2028",
    "…",
    "—",
    "👩‍👩‍👧",
    "\u202e",
    "e\u0301",
    "İ",
    "ﬁ",
    "0",
    "%",
    "£",
]
_TEXT = st.characters(exclude_categories=("Cs", "Cc"))
pieces = st.sampled_from(SENTENCES) | st.sampled_from(ODD) | st.text(_TEXT, max_size=12)
texts = st.lists(pieces, min_size=1, max_size=7).flatmap(
    lambda parts: st.sampled_from([" ", "\n\n", "\r\n", ""]).map(lambda gap: gap.join(parts))
)
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _report(text: str) -> Report:
    return new_report(text, published="2025-05-16", outlet="Harbour Gazette")


def _extract(reports: Iterable[Report]) -> list[Extraction]:
    return [extract(doc) for doc in annotate(reports)]


def _check(report: Report, found: Extraction) -> None:
    """Every span lies in the text and every quoted word stands where it is said to."""
    size = len(report.text)
    assert found.report == report.id
    ids = [claim.id for claim in found.claims]
    assert len(set(ids)) == len(ids)
    for claim in found.claims:
        assert claim.report == report.id
        assert claim.id == hash_id("claim", [report.id, claim.body, claim.attribution, claim.factuality])
        assert claim.mentions
        for mention in claim.mentions:
            assert 0 <= mention.trigger.start < mention.trigger.end <= size
            assert 0 <= mention.statement.start < mention.statement.end <= size
            assert mention.trigger.overlaps(mention.statement)
            assert all(report.text[e.start : e.end] == e.quote != "" for e in mention.evidence)
        for source in claim.attribution.chain:
            assert source.name
            assert source.span is None or source.span.end <= size
    assert all(span.end <= size for span in (*found.unread, *(p.span for p in found.passages)))
    assert list(found.unread) == sorted(set(found.unread))


@few
@given(texts)
def test_every_span_is_true_and_every_id_its_own(text: str) -> None:
    report = _report(text)
    (found,) = _extract([report])
    _check(report, found)
    assert msgspec.json.decode(canonical_json(found), type=Extraction) == found


@few
@given(st.lists(texts, min_size=2, max_size=4, unique=True), st.randoms())
def test_the_company_and_order_of_reports_change_nothing(many: list[str], rng: object) -> None:
    reports = [_report(text) for text in many]
    alone = [_extract([report])[0] for report in reports]
    assert _extract(reports) == alone
    assert _extract(reversed(reports)) == alone[::-1]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_alone_has_true_spans(sentence: str) -> None:
    report = _report(sentence)
    _check(report, _extract([report])[0])


BODY = [s for s in SENTENCES if not s.isupper() and "(Gazette)" not in s]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(BODY), min_size=2, max_size=4, unique=True), st.sampled_from(["\n\n", "\r\n\r\n"]))
def test_a_passage_that_stands_twice_makes_no_new_claims_but_second_mentions(parts: list[str], gap: str) -> None:
    passage = " ".join(parts)
    once, twice = _extract([_report(passage), _report(f"{passage}{gap}{passage}")])
    assert len(twice.claims) == len(once.claims)
    assert [(c.kind, c.factuality) for c in twice.claims] == [(c.kind, c.factuality) for c in once.claims]
    again = len(passage) + len(gap)
    for claim in twice.claims:
        starts = {m.trigger.start for m in claim.mentions}
        assert {s + again for s in starts if s < again} == {s for s in starts if s >= again} != set()


def test_line_ends_do_not_change_what_is_claimed() -> None:
    text = "\n\n".join(SENTENCES[:6])
    unix, dos = _extract([_report(text), _report(text.replace("\n", "\r\n"))])
    assert [(c.kind, c.factuality, c.rule) for c in unix.claims] == [(c.kind, c.factuality, c.rule) for c in dos.claims]
    assert unix.claims
