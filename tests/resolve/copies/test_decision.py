"""How two reports are copies of one text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model import CopyLink
from parley.resolve.copies import CopySource, compare_pair, may_be_copies
from tests.resolve.copies.reports import AGENCY, BALLOT, LONGER, report

_SENTENCES = [f"{each.strip()}." for text in (AGENCY, BALLOT) for each in text.split(".") if each.strip()]


def _link(one: str, other: str, **known: str) -> CopyLink | None:
    first = CopySource(report(one, outlet="The Oban Herald", published="2031-03-05"))
    second = CopySource(report(other, **{"outlet": "Island News", "published": "2031-03-06", **known}))
    found = compare_pair(first, second)
    assert found == compare_pair(second, first)
    return found


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (AGENCY, "verbatim"),
        (AGENCY.replace("420", "390"), "later_version"),
        (AGENCY.replace("had turned down", "had not turned down"), "later_version"),
        (LONGER, "excerpt"),
        ("\n\n".join(AGENCY.split("\n\n")[:2]), "excerpt"),
        (BALLOT, None),
        (BALLOT + "\n\n" + "\n\n".join(AGENCY.split("\n\n")[2:4]), "shared_agency"),
    ],
)
def test_kind(other: str, kind: str | None) -> None:
    found = _link(AGENCY, other)
    assert (found and found.kind) == kind


def test_the_fact_that_changed_is_shown_in_both_texts() -> None:
    old, new = report(AGENCY, published="2031-03-05"), report(AGENCY.replace("420", "390"), published="2031-03-06")
    found = compare_pair(CopySource(old), CopySource(new))
    assert found is not None
    texts = {each.id: each.text for each in (old, new)}
    (change,) = found.changes
    words = {found.one: change.one.of(texts[found.one]), found.other: change.other.of(texts[found.other])}
    assert words == {old.id: "420", new.id: "390"}
    assert change.one_sentence.covers(change.one)
    assert found.earlier == old.id


def test_a_signature_of_another_report_is_refused() -> None:
    with pytest.raises(ValueError, match="is not that of"):
        CopySource(report(AGENCY), CopySource(report(BALLOT)).signature)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said: "Enough is enough." Then he left.', "Enough is enough"),
        ("Time to go home! — Calum Reid (@creid) March 5, 2031", "Time to go home"),
        ("Nothing was said.", ""),
    ],
)
def test_somebodys_words_are_told_from_the_rest(text: str, quoted: str) -> None:
    source = CopySource(report(text))
    words = [word.span.of(text) for word, inside in zip(source.words, source.in_quotes, strict=True) if inside]
    assert words == quoted.split()


@settings(max_examples=60, deadline=None)
@given(*[st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=7)] * 2, st.integers(2, 40))
def test_no_copy_is_ruled_out_by_signature(one: list[str], other: list[str], every: int) -> None:
    words = " ".join(other).split()
    edited = " ".join("fairly" if at % every == every - 1 else word for at, word in enumerate(words))
    first, second = CopySource(report(" ".join(one))), CopySource(report(edited))
    may_be = may_be_copies(first.signature, second.signature)
    assert may_be or compare_pair(first, second) is None
    assert may_be == may_be_copies(second.signature, first.signature)


def test_reports_of_other_words_are_ruled_out_by_signature() -> None:
    assert not may_be_copies(CopySource(report(AGENCY)).signature, CopySource(report(BALLOT)).signature)
