from __future__ import annotations

import pytest

from parley.annotate.furniture import (
    find_credit,
    find_inline,
    find_picture_credit,
    is_byline,
    is_furniture,
    match_caption,
)

_FURNITURE = [
    "Follow us on X and YouTube", "Also read: Port pay row deepens", "ALSO READ | Port pay row deepens", "Read more: Port pay row",
    "Read also", "READ MORE", "Advertisement", "ADVERTISEMENT", "Subscribe to our newsletter.", "Sign up for our newsletter",
    "Click here to join our channel", "Share this article", "Copyright 2024 Harbour Times. All rights reserved.", "© Harbour Times 2024",
    "(This story has not been edited by our staff and comes from a syndicated feed.)", "Download the app for alerts", "Comments",
    "Comments:", "Tags: strike, port, pay", "Tags Port Strike Rotterdam Union", "Related topics", "Updated: 3 hours ago", "5 min read",
    "https://news.example.org/port-row", "www.example.org", "Tel: +31 10 555 0199", "Email: desk@example.org", "#PortStrike #Rotterdam",
    "12 comments", "***", "---", "7", "Scroll to continue", "Watch: dockers march through the city", "pic.twitter.com/abc123",
    "For all the latest news, follow our live page", "Story continues below advertisement", "Load-Date: May 2, 2024", "Graphic",
    "Thank you for subscribing.", "(A reader's chart of the port)", "Dockers fear for jobs Read more", "Please write to desk@example.org",
    "Related: What the pact says",
]  # fmt: skip
_NEWS = [
    "Comments by the minister angered the union.", "Related talks on pay resume on Monday.", "Images of the fire spread quickly.",
    "Share prices fell after the offer lapsed.", "Print workers joined the strike.", "Top officials met in Oslo.", "Tags were cut from the crates, police said.",
    "He told the paper to follow us on the march.", "Advertisement revenue fell by a tenth.", "Live ammunition was found in the crates.",
    "Video evidence convinced the court.", "More dockers walked out.", "The union said on its website www.example.org that talks had failed and that the strike would go on for another week at least.",
    "Search teams found two men.", "Home secretary Lund resigned.", "(The union denies this.)", "Topics such as pay were left for later.",
    "Watching the talks closely, the bank waited.", "Next week the talks resume.", "3 dockers were hurt.", "Picture the port at dawn.",
    "Registering the ship took a year.", "World leaders urged calm.", "Email from the chief was leaked, the union said.",
    "Following the walkout, both sides met.", "Clicking sounds were heard on the line.",
]  # fmt: skip


@pytest.mark.parametrize("line", _FURNITURE)
def test_lines_a_page_prints_around_the_news(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", _NEWS)
def test_news_is_no_furniture(line: str) -> None:
    assert not is_furniture(line)
    assert match_caption(line, 0, len(line)) is None
    assert find_inline(line) == []
    assert find_credit(line, whole=True) is None
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Image Source : AP Dockers march near the port gate.",
        "PHOTO: REUTERS",
        "File photo of the harbour at dawn.",
        "FILE - In this 2019 photo dockers march.",
        "Image: The port seen from the air.",
        "Credit: Getty",
        "Dockers at the gate on Monday. PHOTO: REUTERS",
        "Dockers at the gate. (A. Writer/EPA)",
        "Dockers at the gate on Monday. (Photo: Port Authority)",
        "The mayor after the vote A. Writer/Reuters",
        "Getty Images Dockers march through the city",
        "Photograph: A. Writer/Getty Images",
    ],
)
def test_captions(line: str) -> None:
    assert match_caption(line, 0, len(line)) == len(line)


def test_a_caption_run_into_the_report_ends_with_its_sentence() -> None:
    caption = "Image Source : AP Dockers march near the gate."
    line = caption + " The union has called a strike for Monday." * 9
    assert match_caption(line, 0, len(line)) == len(caption)


def test_a_picture_credit_behind_a_long_paragraph_is_found() -> None:
    line = "The union has called a strike. " * 15 + "PHOTO: A. Writer"
    start = find_picture_credit(line)
    assert start is not None
    assert line[start:] == "PHOTO: A. Writer"


@pytest.mark.parametrize(
    "line",
    [
        "By A. Writer", "By Ann Writer and Bo Scribe in Oslo", "BY ANN WRITER", "A. Writer, Diplomatic correspondent",
        "Reporting by Ann Writer; editing by Bo Scribe", "(Reporting by Ann Writer in Oslo; Editing by Bo Scribe)",
        "Additional reporting by Ann Writer", "From our correspondent",
    ],
)  # fmt: skip
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday", "By Monday evening the port was shut.", "By far the largest offer came from Keel.", "By March",
        "Ann Voss, editor of the paper, was freed.", "Reporting by the broadcaster was restricted.", "A. Writer",
    ],
)  # fmt: skip
def test_no_byline(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "sign", "agency"),
    [
        ("He agreed. REUTERS", "REUTERS", "Reuters"),
        ('"We agreed," he said. AFP', "AFP", "Agence France-Presse"),
        ('He said: "We agreed." BLOOMBERG', "BLOOMBERG", "Bloomberg"),
        ("He agreed. - AP", "- AP", "The Associated Press"),
        ("He agreed. (Reuters)", "(Reuters)", "Reuters"),
        ("With inputs from agencies", "With inputs from agencies", None),
        ("(With AFP and Reuters)", "(With AFP and Reuters)", "Agence France-Presse"),
        ("AFP, REUTERS", "AFP, REUTERS", "Agence France-Presse"),
        ("He agreed on Tuesday. THE HARBOUR TIMES", "THE HARBOUR TIMES", "THE HARBOUR TIMES"),
    ],
)
def test_credits(line: str, sign: str, agency: str | None) -> None:
    credit = find_credit(line, whole=True)
    assert credit is not None
    assert (line[credit.start :].strip(), credit.agency) == (sign, agency)


@pytest.mark.parametrize(
    "line",
    [
        "He told Reuters.",
        "The report came from AFP",
        "He agreed. READ MORE",
        "THE UNION AGREED. THE PORT OPENED",
        "It is over. OK",
    ],
)
def test_no_credit(line: str) -> None:
    assert find_credit(line, whole=False) is None


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("He left. Follow us on X and YouTube", ["Follow us on X and YouTube"]),
        ("He left. Also Read: Port pay row deepens", ["Also Read: Port pay row deepens"]),
        ("ADVERTISEMENT He left.", ["ADVERTISEMENT"]),
        ('"Go," he said. Advertisement The port shut.', ["Advertisement"]),
        ("He asked them to Follow us on the march.", []),
        ("He left. Sign up for news. The port shut on Monday.", []),
    ],
)
def test_furniture_inside_a_line(line: str, pieces: list[str]) -> None:
    assert [line[p.start : p.end] for p in find_inline(line)] == pieces
