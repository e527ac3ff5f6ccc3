from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.annotate.blocks import Layout, find_layout
from parley.annotate.sentences import find_sentences
from parley.model import new_report

_BODY = "Dockers at the northern quay walked out on Tuesday. The employers called it a breach of the pact."
_MORE = "A mediator is to arrive on Thursday, both sides said. Ships are being sent on to other harbours."


def _layout(text: str, title: str | None = None, published: str | None = None) -> Layout:
    return find_layout(new_report(text, title=title, published=published))


def _kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(b.kind, b.span.of(text)) for b in _layout(text, title).blocks]


def test_a_scraped_first_line_is_cut_into_its_parts() -> None:
    caption = "Image Source : AFP Dockers march past the gate of the northern quay."
    text = f" date 2024-05-02 Follow us on {caption}\n\n{_BODY}\n\n{_MORE}"
    layout = _layout(text)
    assert [(b.kind, b.span.of(text)) for b in layout.blocks] == [
        ("dateline", "date 2024-05-02"),
        ("furniture", "Follow us on"),
        ("furniture", caption),
        ("text", _BODY),
        ("text", _MORE),
    ]
    assert layout.dateline is not None
    assert layout.dateline.edtf == "2024-05-02"
    assert layout.passages[0].value == "2024-05-02"


def test_headlines_and_standfirsts_in_bold_are_titles_without_their_marks() -> None:
    head = "Dockers Reject Pay Offer"
    text = f"**A strike at the northern quay enters its third week.**\n**{head}**\n\n**{head}**\n{_BODY}\n**What next**\n{_MORE}"
    assert _kinds(text) == [
        ("title", "A strike at the northern quay enters its third week."),
        ("title", head),
        ("title", head),
        ("text", _BODY),
        ("crosshead", "What next"),
        ("text", _MORE),
    ]


def test_markdown_headings() -> None:
    text = f"# Dockers reject offer\n\n{_BODY}\n\n## What next\n\n{_MORE}"
    assert [kind for kind, _ in _kinds(text)] == ["title", "text", "crosshead", "text"]


def test_the_title_of_the_report_is_found_again_inside_a_scraped_line() -> None:
    title = "Dockers reject pay offer in northern quay"
    text = f"{title}\n\nSaturday 4 May 2024 {title} AFP {_BODY}"
    assert _kinds(text, title) == [
        ("title", title),
        ("dateline", "Saturday 4 May 2024"),
        ("title", title),
        ("credit", "AFP"),
        ("text", _BODY),
    ]


def test_a_writer_between_the_date_and_the_title_again_is_no_text() -> None:
    title = "Harbour Crews Reopen the Northern Pier"
    text = f"{title}\n\nPosted on May 3 2024 by Ada Berg {title} The crews went back to work on Friday."
    kinds = [(b.kind, b.span.of(text)) for b in find_layout(new_report(text, title=title)).blocks]
    assert ("byline", "by Ada Berg") in kinds
    assert kinds[-1] == ("text", "The crews went back to work on Friday.")


@pytest.mark.parametrize(
    "line",
    [
        f"03.05.2024 Get short URL Topic Strife in the Ports (181) 0 25 {_BODY}",
        f"{_BODY} ... 25 Related Harbour Reopens After a Week Docks Lost Over $5Bln",
        f"{_BODY} Source Port Wire and agencies Related News Harbour reopens | Docks lose",
    ],
)
def test_links_and_counters_around_the_text_are_furniture(line: str) -> None:
    text = f"{line}\n\n{_MORE}"
    found = [words.split(" Source")[0] for kind, words in _kinds(text) if kind == "text"]
    assert found == [_BODY, _MORE]


def test_a_dateline_with_its_agency_inside_a_paragraph_is_no_text() -> None:
    text = f"{_BODY} LORNE (Reuters) {_MORE}"
    assert [words for kind, words in _kinds(text) if kind == "text"] == [_BODY, _MORE]


def test_a_sentence_that_begins_like_the_title_is_text() -> None:
    title = "Dockers reject pay offer"
    text = f"{title}\n\n{title} in northern quay, their union said on Tuesday.\n\n{_MORE}"
    assert [kind for kind, _ in _kinds(text, title)] == ["title", "text", "text"]


@pytest.mark.parametrize(
    "crosshead", ["Wages and hours", "Port quiet for now: union leader", "What next?", "'No way back'"]
)
def test_a_short_line_between_paragraphs_is_a_crosshead(crosshead: str) -> None:
    assert _kinds(f"{_BODY}\n\n{crosshead}\n\n{_MORE}") == [("text", _BODY), ("crosshead", crosshead), ("text", _MORE)]


@pytest.mark.parametrize("line", ["The strike goes on.", "They listed these points:", "and so it went", "Nobody came;"])
def test_a_short_sentence_is_no_crosshead(line: str) -> None:
    assert _kinds(f"{_BODY}\n\n{line}\n\n{_MORE}")[1] == ("text", line)


def test_a_list_is_no_row_of_crossheads() -> None:
    kinds = [k for k, _ in _kinds(f"{_BODY}\n- Wages\n- Hours\n- Leave\n{_MORE}")]
    assert kinds[2] == "text"


def test_datelines_stand_apart_from_their_sentence() -> None:
    text = f"Dockers reject offer\n\nROTTERDAM, March 3 (Reuters) - {_BODY}"
    layout = _layout(text, "Dockers reject offer", "2024-03-04T08:00Z")
    assert [(b.kind, b.span.of(text)) for b in layout.blocks[1:]] == [
        ("dateline", "ROTTERDAM, March 3 (Reuters)"),
        ("text", _BODY),
    ]
    assert layout.dateline is not None
    assert layout.dateline.edtf == "2024-03-03"
    assert layout.agency_credit == "Reuters"


def test_a_dateline_without_a_year_stays_open_in_an_undated_report() -> None:
    layout = _layout(f"CAIRO, Nov 13 - {_BODY}")
    assert layout.dateline is not None
    assert layout.dateline.edtf == "XXXX-11-13"
    assert layout.dateline.open_because


@pytest.mark.parametrize(
    ("last", "kind", "agency"),
    [
        ("(Reuters)", "credit", "Reuters"),
        ("With inputs from agencies", "credit", None),
        ("© 2024 AFP", "credit", "Agence France-Presse"),
        ("Copyright 2024 The Associated Press. All rights reserved.", "credit", "The Associated Press"),
        ("Copyright 2024 Harbour Times", "furniture", None),
        ("Reporting by Ann Writer; editing by Bo Scribe", "byline", None),
        ("Also read: Port pay row deepens", "furniture", None),
    ],
)
def test_last_lines(last: str, kind: str, agency: str | None) -> None:
    layout = _layout(f"{_BODY}\n\n{_MORE}\n\n{last}")
    assert layout.blocks[-1].kind == kind
    assert layout.agency_credit == agency
    assert layout.passages[-1].span == layout.blocks[-1].span


def test_an_agency_signs_behind_the_last_sentence() -> None:
    text = f"{_BODY}\n{_MORE} AFP"
    assert _kinds(text)[-2:] == [("text", _MORE), ("credit", "AFP")]
    assert _layout(text).agency_credit == "Agence France-Presse"


def test_captions_at_the_end_are_furniture() -> None:
    text = f"{_BODY}\n\nGraphic\n\n\n{_MORE}\n\nLoad-Date: May 2, 2024"
    assert [kind for kind, _ in _kinds(text)] == ["text", "furniture", "furniture", "furniture"]


def test_a_byline_above_the_text() -> None:
    text = f"Dockers reject offer\nBy Ann Writer\n\n{_BODY}"
    assert [kind for kind, _ in _kinds(text, "Dockers reject offer")] == ["title", "byline", "text"]


def test_every_block_that_is_no_text_is_a_passage() -> None:
    text = f"Dockers reject offer\n\nOSLO — {_BODY}\n\nWages\n\n{_MORE} REUTERS\nRead more"
    layout = _layout(text)
    assert [p.span for p in layout.passages] == [b.span for b in layout.blocks if b.kind != "text"]
    assert [p.kind for p in layout.passages] == ["title", "dateline", "crosshead", "credit", "furniture"]


_PIECES = st.sampled_from(
    ["**", "OSLO, May 3 (AFP) - ", "Follow us on ", "Also Read: ", "PHOTO: X", "By A. Writer", "\n", "\n\n", "\r\n", "AFP", ". ", _BODY, "# ", "date 2024-05-02 ", "  ", "\u2028", "©", "Tags: "]
)  # fmt: skip


@given(
    st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=14).map("".join)),
    st.one_of(st.none(), st.text(max_size=30)),
)
def test_blocks_lie_in_order_and_sentences_inside_them(text: str, title: str | None) -> None:
    before = 0
    for block in _layout(text, title).blocks:
        assert before <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text) == block.span.of(text).strip()
        before = block.span.end
        for sentence in find_sentences(text, block.span):
            assert block.span.covers(sentence)
