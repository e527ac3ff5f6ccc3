from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading import Reading, read_bytes

BODY = (
    "ANTWERP The dockers' union accepted the employers' offer on Monday. \n"
    ' "We would not have settled for less," its leader said.\n'
    " Employers had raised their offer on Friday."
)


def document(
    title: str = "Union accepts offer",
    *,
    body: str | None = BODY,
    byline: str | None = None,
    date: str = "May 9, 2022 Monday",
    extra: str = "",
) -> str:
    fields = "Copyright 2022 Post Media Ltd. All Rights Reserved\nSection:\xa0HARBOUR; Front\nLength:\xa0524 words\n"
    fields += "" if byline is None else f"Byline:\xa0{byline}\n"
    words = "" if body is None else f"Body\n\n\n{body}\n"
    return (
        f"\n\n\n\n{title}\nThe Harbour Post (Antwerp)\n{date}\n\n\n{fields}{words}{extra}\n"
        "Load-Date:\xa0May 8, 2022\n\n\nEnd of Document\n"
    )


def cover(titles: list[str], count: int | None = None) -> str:
    hits = "".join(
        f"{n}. {title}\nClient/Matter: -None-\nSearch Terms: port w/5 strike\nSearch Type: Terms and Connectors \n"
        "Narrowed by: \n\nContent Type\nNarrowed by\nNews\nSources: The Harbour Post (Antwerp); Timeline: Jan 01, 2022 to "
        "Dec 31, 2022\n\n"
        for n, title in enumerate(titles, 1)
    )
    head = "\nDate and Time: Tuesday, 10 May 2022 11:18:00 CET\nJob Number: 1234\n"
    return f"{head}Documents ({len(titles) if count is None else count})\n{hits}"


def read(text: str, name: str = "export.txt") -> list[Reading]:
    return list(read_bytes(text.encode("utf-8-sig"), name))


def test_an_export_gives_every_document_with_its_fields() -> None:
    titles = ["Union accepts offer", "Section 5 of the pact; what it means"]
    text = cover(["Union accepts offer", "Section 5 of the pact what it means"])
    text += document(titles[0], byline="Ada Moor, Union accepts offer")
    text += document(titles[1], date="10 May 2022")
    readings = read(text)
    assert [r.problem for r in readings] == [None, None]
    first, second = readings
    assert first.report is not None
    assert first.observation is not None
    assert first.report.text == f"{titles[0]}\n\n{BODY}"
    assert (first.report.outlet, first.report.published) == ("The Harbour Post (Antwerp)", "2022-05-09")
    assert first.report.byline == "Ada Moor"
    seen = first.observation
    assert (seen.section, seen.length, seen.load_date) == ("HARBOUR; Front", "524 words", "May 8, 2022")
    assert (seen.source, seen.reader, seen.published_basis) == ("export.txt#1", "nexis", "metadata")
    assert seen.title_span is not None
    assert seen.title_span.of(first.report.text) == titles[0]
    assert second.report is not None
    assert (second.report.title, second.report.published, second.report.byline) == (titles[1], "2022-05-10", None)


@pytest.mark.parametrize(
    ("printed", "title", "byline"),
    [
        (", Union accepts offer", "Union accepts offer", None),
        (", A later title", "Union accepts offer", None),
        ("Union accepts offer", "Union accepts offer", None),
        ("Ada Moor, Union accepts offer", "Union accepts offer", "Ada Moor"),
        ("Ada Moor, Jan Wit, Pay, pensions and jobs", "Pay, pensions and jobs", "Ada Moor, Jan Wit"),
        ("Ada Moor Correspondent, Union accepts offer'", "Union accepts offer?", "Ada Moor Correspondent"),
        ("Ada Moor and, Union accepts offer", "Union accepts offer", "Ada Moor"),
        ("Ada Moor", "Union accepts offer", "Ada Moor"),
        ("Ada Moor, Jan Wit", "Union accepts offer", "Ada Moor, Jan Wit"),
    ],
)
def test_a_byline_keeps_names_and_loses_the_title(printed: str, title: str, byline: str | None) -> None:
    (reading,) = read(document(title, byline=printed))
    assert reading.report is not None
    assert reading.report.byline == byline


def test_captions_and_notes_behind_the_body_are_no_text() -> None:
    extra = "\nGraphic\n\n \nDockers at the gate. PHOTO: POST\n\nCorrection\n\nAn earlier version was wrong.\n"
    (reading,) = read(document(extra=extra))
    assert reading.report is not None
    assert reading.report.text.endswith("on Friday.")


def test_words_of_the_fields_inside_the_body_are_text() -> None:
    body = "Body\nGraphic scenes followed.\nGraphic\nLength: nine weeks.\nCopyright was no issue."
    (reading,) = read(document(body=body))
    assert reading.report is not None
    assert reading.report.text == f"Union accepts offer\n\n{body}"


def test_a_document_of_a_caption_alone_has_its_title_for_text() -> None:
    (reading,) = read(document(body=None, extra="\nGraphic\n\n \nDockers at the gate.\n"))
    assert reading.report is not None
    assert reading.report.text == "Union accepts offer"


def test_a_title_on_two_lines_is_one_title() -> None:
    (reading,) = read(document("Union accepts\noffer of employers"))
    assert reading.report is not None
    assert reading.report.title == "Union accepts offer of employers"


def test_line_ends_of_the_export_are_kept_in_the_body() -> None:
    (reading,) = read(document().replace("\n", "\r\n"))
    assert reading.report is not None
    assert reading.report.text == f"Union accepts offer\n\n{BODY}".replace("\n", "\r\n").replace("\r\n\r\n", "\n\n", 1)


@pytest.mark.parametrize("date", ["May 2022", "Spring 2022", "May/June 2022"])
def test_a_monthly_is_read_and_its_day_left_unknown(date: str) -> None:
    (reading,) = read(document(date=date))
    assert reading.report is not None
    assert reading.observation is not None
    assert (reading.report.published, reading.observation.published_basis) == (None, "unknown")


def test_a_count_that_differs_from_the_cover_is_a_problem() -> None:
    readings = read(cover(["Union accepts offer"], count=3) + document())
    assert readings[0].report is not None
    assert readings[1].problem is not None
    assert readings[1].problem.code == "count_mismatch"


def test_a_document_cut_off_is_still_read_and_one_without_a_head_is_named() -> None:
    whole = document()
    cut = document("Talks go on").split("Load-Date")[0]
    assert [r.report.title for r in read(whole + cut) if r.report] == ["Union accepts offer", "Talks go on"]
    readings = read(whole + "\n\nBody\n\nNo head here.\n\nEnd of Document\n")
    assert [r.problem.code if r.problem else "report" for r in readings] == ["report", "unknown_layout"]
    assert readings[1].problem is not None
    assert readings[1].problem.source == "export.txt#2"


def test_an_unknown_layout_is_one_problem() -> None:
    old = "1 of 2 DOCUMENTS\n\nThe Harbour Post\n\nUnion accepts offer\n\nLENGTH: 20 words\n\nThe union said yes.\n"
    readings = read(old + old.replace("1 of", "2 of"))
    assert [r.problem.code for r in readings if r.problem] == ["unknown_layout"]


def test_prose_that_names_the_end_mark_is_no_export() -> None:
    readings = read("How exports look\n\nEach one closes with a line of its own:\nEnd of Document\nand a load date.\n")
    assert [r.observation.reader for r in readings if r.observation] == ["text"]


@given(st.lists(st.text(alphabet="abcdefgh, .'", min_size=3).map(lambda s: f"T{s.strip()}x"), min_size=1, max_size=6))
def test_no_document_is_lost_or_merged(titles: list[str]) -> None:
    readings = read(cover(titles) + "".join(map(document, titles)))
    assert [r.report.title for r in readings if r.report] == [" ".join(title.split("\n")) for title in titles]
    assert all(r.problem is None for r in readings)
