"""Whatever the text: reading it ends, and every claim stands in it."""

from __future__ import annotations

from itertools import permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.annotate import annotate
from parley.extract import extract
from parley.model import new_report

_PIECES = st.sampled_from(
    [
        "The union", "said", "that", "who", "it", "he", "12 men", "were killed", "according to", "the army", ";", ":", ",", ".", "\n\n",
        "\n", '"', "“", "”", "'", "’", "«", "»", "(", ")", "—", " - ", "''", "``", "offered", "a truce", "on Monday", "by 2031", "figure",
        "its", "is", "put the toll at", "up from", "in all", "SPEAKER:", "\u200b", "\ufeff", "\u202e", "é", "中文", "🚢", "1.6 million",
        "they", "both", "the two sides", "as", "demanded", "the plan", "rejected it", "hung up", "declined to comment", "including", "of whom", "\r\n", "\t", "Mr", "'s", "reportedly", "£5m",
    ]
)  # fmt: skip


def _read(text: str) -> None:
    for published in (None, "2024-05-17"):
        report = new_report(text, published=published)
        found = extract(next(iter(annotate([report]))))
        for claim in found.claims:
            assert claim.mentions
            for mention in claim.mentions:
                assert 0 <= mention.trigger.start < mention.trigger.end <= len(report.text)
                assert all(e.quote == report.text[e.start : e.end] and e.quote for e in mention.evidence)
        assert all(0 <= span.start < span.end <= len(report.text) for span in found.unread)


def test_nobody_speaks_in_front_of_a_colon() -> None:
    for text in (': " The union', ": talks resume", '"The union": ', ":: the army"):
        _read(text)


def test_what_was_read_before_changes_nothing() -> None:
    texts = [
        "The envoy has urged both sides to come back to the truce talks. Later he asked them to come back.",
        "The chief called for other tribes to join the fight against the rebels as truce talks went on.",
        "The union invited the board to return, and the mill's owners to come back to the pay talks.",
    ]
    first = [extract(next(iter(annotate([new_report(text)])))) for text in texts]
    for order in permutations(range(len(texts))):
        for place in order:
            assert extract(next(iter(annotate([new_report(texts[place])])))) == first[place]


def test_one_they_behind_another_ends() -> None:
    _read("Dressed in white, they sang as they demanded an end to the war talks. " + "They demanded more pay. " * 400)


@given(pieces=st.lists(_PIECES, min_size=1, max_size=40))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_order_of_words_and_marks(pieces: list[str]) -> None:
    _read(" ".join(pieces))


@given(text=st.text(min_size=1, max_size=80))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_characters(text: str) -> None:
    _read(text)
