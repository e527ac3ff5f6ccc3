"""Quotes hold no more words than they may, and the words that make the claim."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from parley.model import Mention, Span
from parley.pages.excerpts import excerpts, quoted, quoted_share, shortened_to, words_to_quote

TEXTS = st.lists(st.sampled_from(["talks", "ended", "at", "noon.", "קול", "😀", "a\u0301"]), min_size=1, max_size=60)


@st.composite
def mentions(draw: st.DrawFn) -> tuple[Mention, str]:
    words = draw(TEXTS)
    text = "  ".join(words)
    places = sorted(draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    return Mention(Span(places[1], places[2]), Span(places[0], places[3])), text


@given(mentions(), st.integers(1, 12))
def test_a_quote_is_short_and_begins_with_or_before_the_trigger(found: tuple[Mention, str], most: int) -> None:
    mention, text = found
    span = quoted(mention, text, most)
    assert len(span.of(text).split()) <= most
    assert mention.statement.covers(span) or span == mention.trigger
    if mention.trigger.of(text).strip():
        assert span.overlaps(mention.trigger)


@given(mentions(), st.integers(1, 12))
def test_a_short_trigger_stands_whole_in_its_quote(found: tuple[Mention, str], most: int) -> None:
    mention, text = found
    if 0 < len(mention.trigger.of(text).split()) <= most:
        inside = quoted(mention, text, most).of(text)
        assert mention.trigger.of(text).strip() in inside


@given(st.lists(mentions(), min_size=1, max_size=4))
def test_stretches_are_in_order_and_apart(found: list[tuple[Mention, str]]) -> None:
    text = found[0][1]
    own = [mention for mention, of in found if of == text]
    spans = excerpts(own, text)
    assert all(one.end < other.start for one, other in pairwise(spans))
    inside, whole = quoted_share(spans, text)
    assert inside <= whole


def test_where_claims_stand_close_their_quotes_are_shorter() -> None:
    text = " ".join(["word"] * 90)
    mention = Mention(Span(0, 4), Span(0, len(text)))
    far = [mention]
    close = [Mention(Span(at, at + 4), Span(0, len(text))) for at in range(0, 400, 100)]
    assert words_to_quote(far, text) == 30
    assert words_to_quote(close, text) < 30


def test_shortening_keeps_what_is_short() -> None:
    assert shortened_to("one two", 2) == "one two"
    assert shortened_to("one two three", 2) == "one two …"
