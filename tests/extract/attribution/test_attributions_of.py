"""On whose word the words of a report stand: chains, hedges, days, and speakers carried over."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model import Span
from tests.extract.attribution.test_attributions import chain_of, read, under

BRIGADE = (
    "The spokesman of the Harbour Brigade said that the group told mediators that it would free ten sailors, "
    "NNR reported citing a social media post on Monday."
)

# text, words, chain, hedge
UNDER = [
    (BRIGADE, "free ten sailors", "NNR < a social media post < spokesman of the Harbour Brigade", None),
    (BRIGADE, "told mediators", "NNR < a social media post < spokesman of the Harbour Brigade", None),
    ("The port is shut.", "shut", "", None),
    ("The union said the port is shut.", "shut", "union", None),
    ("The union said the port is shut.", "said", "", None),
    ("The rebels have reportedly called for a truce.", "called for", "", "reportedly"),
    ("Troops allegedly fired on the crowd.", "fired", "", "allegedly"),
    ("The truce has reportedly failed, the envoy said.", "failed", "envoy", "reportedly"),
    ("The union left the room, and the owners reportedly wept.", "left", "", None),
    ("Talks failed, with reports emerging that an official has left.", "left", "reports", None),
    ("The shelling killed 12 people, according to the health ministry.", "12 people", "health ministry", None),
    ("The deal, the envoy said, is dead, and the owners left.", "dead", "envoy", None),
    (
        "It was reported that talks had broken down after the union demanded more.",
        "demanded",
        "a report (outlet not named)",
        None,
    ),
    ("The company has yet to respond.", "respond", "", None),
    ('"We sign today," said Anna Holt. "We go home tomorrow."', "go home", "Anna Holt", None),
    ('Anna Holt said "we sign today". The port is shut.', "shut", "", None),
]


@pytest.mark.parametrize(("text", "words", "chain", "hedge"), UNDER)
def test_words_stand_under_a_chain(text: str, words: str, chain: str, hedge: str | None) -> None:
    attribution = under(text, words)
    assert (chain_of(attribution), attribution.hedge) == (chain, hedge)


KINDS = [
    ("An official said the port was shut.", "unnamed", "one"),
    ("Multiple officials said the port was shut.", "unnamed", "several"),
    ("Sources close to the talks said the port was shut.", "unnamed", "several"),
    ("Witnesses said the port was shut.", "witness", "several"),
    ("The ministry said the port was shut.", "office", "one"),
    ("The union said the port was shut.", "organisation", "one"),
    ("The daily said the port was shut.", "outlet", "one"),
    ("The news agency said the port was shut.", "agency", "one"),
    ("Reuters said the port was shut.", "agency", "one"),
    ("The letter said the port was shut.", "document", "one"),
    ("A post said the port was shut.", "social_media", "one"),
    ("A video claimed that the port was shut.", "broadcast", "one"),
    ("Anna Holt said the port was shut.", "person", "one"),
]


@pytest.mark.parametrize(("text", "kind", "number"), KINDS)
def test_kind_and_number_of_a_source(text: str, kind: str, number: str) -> None:
    source = under(text, "shut").chain[-1]
    assert (source.kind, source.number) == (kind, number)
    assert source.span is not None
    assert source.span.of(text).strip() == source.span.of(text)


DAYS = [
    ("The minister said on Monday that talks would resume on Friday.", "resume", "2024-05-13"),
    ("The minister said talks would resume on Friday.", "resume", None),
    ("Talks would resume, the minister said on Monday.", "resume", "2024-05-13"),
    (BRIGADE, "free ten sailors", "2024-05-13"),
]


@pytest.mark.parametrize(("text", "words", "day"), DAYS)
def test_the_day_something_was_said(text: str, words: str, day: str | None) -> None:
    said_on = under(text, words, published="2024-05-14").said_on
    assert (said_on.edtf if said_on is not None else None) == day


CARRIED = [
    (
        '"We are tired," Anna Holt said.\n\n"We will not go back to the table without a written offer."\n',
        "go back to the table",
        "Anna Holt",
    ),
    (
        "“We are tired,” Anna Holt said. “We want an offer.\n\n“We will wait until Friday.”\n\nThe port is shut.\n",
        "wait until Friday",
        "Anna Holt",
    ),
    ('Anna Holt left.\n\n"We will wait until Friday and no longer."\n', "wait until Friday", ""),
    (
        '"We are tired," Anna Holt said.\n\nThe port is shut.\n\n"The sea is calm in May and in June."\n',
        "sea is calm",
        "",
    ),
    (
        'Karl Brandt owns the port. "We pay well," he said.\n\n"Nobody pays more than we do on this coast."\n',
        "pays more",
        "Karl Brandt",
    ),
]


@pytest.mark.parametrize(("text", "words", "chain"), CARRIED)
def test_a_speaker_is_carried_over(text: str, words: str, chain: str) -> None:
    assert chain_of(under(text, words)) == chain


def test_evidence_quotes_the_report() -> None:
    doc, attributions = read(BRIGADE)
    start = BRIGADE.index("free ten sailors")
    evidence = attributions.evidence(0, Span(start, start + 4))
    assert all(doc.text[e.start : e.end] == e.quote for e in evidence)
    assert [e.quote for e in evidence if e.role == "cue"] == ["reported", "said", "told"]
    assert {"NNR", "a social media post"} <= {e.quote for e in evidence if e.role == "source"}
    assert attributions.evidence(0, Span(len(BRIGADE) - 1, len(BRIGADE))) == ()


def test_the_outlet_of_the_report_is_no_link() -> None:
    text = "The envoy told Reuters that a deal was near."
    assert chain_of(under(text, "near", outlet="Reuters")) == "envoy"


def test_what_the_outlet_itself_understands_is_its_own_voice() -> None:
    text = "The Herald understands that the cabinet would sign."
    assert chain_of(under(text, "sign", outlet="The Valley Herald")) == ""


WORDS = st.sampled_from(
    [
        "the union",
        "said",
        "that",
        '"',
        ",",
        ".",
        "it",
        "will",
        "sign",
        "according to",
        "told",
        "an envoy",
        "reportedly",
        "\n\n",
        "”",
        "“",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_words_give_stretches_of_the_text(text: str) -> None:
    _, attributions = read(text or "x")
    for item in attributions.items:
        spans = [*item.content, *item.sources, item.cue, item.statement]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert item.attribution.chain
