from __future__ import annotations

import pytest

from parley.reading.titles import find_byline, find_title, locate_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("PORT UNION ACCEPTS PAY OFFER\n\nThe union said yes on Monday.\n", "PORT UNION ACCEPTS PAY OFFER"),
        ("Port union accepts pay offer\r\n\r\nThe union said yes on Monday.\r\n", "Port union accepts pay offer"),
        (
            "Port union accepts offer\nThe union said yes on Monday after nine weeks of talks in the city hall.\n",
            "Port union accepts offer",
        ),
        ("Port Union Accepts Pay Offer.\n\nThe union said yes.\n", "Port Union Accepts Pay Offer"),
        ("# Port union accepts offer\n\nThe union said yes.\n", "Port union accepts offer"),
        ("# Port union accepts offer #\nThe union said yes.\n", "Port union accepts offer"),
        ("\n\n  Talks resume \n\nBoth sides met.\n", "Talks resume"),
        ("**The union has said yes to the offer.**\n**Union Accepts**\n\nBoth sides met.\n", "Union Accepts"),
        ("**The union has said yes.**\nBoth sides met.\n", "The union has said yes."),
        ("9 May 2022\nBy Ada Moor\nUnion accepts offer\n\nBoth sides met.\n", "Union accepts offer"),
        ("Is the strike over?\n\nBoth sides met.\n", "Is the strike over?"),
        ("The union said yes to the offer on Monday.\n\nBoth sides met.\n", None),
        ("Image copyright Harbour Pictures\n\nThe union said yes.\n", None),
        ("Dockers at the gate. (Ada Moor/Harbour Post)\n\nThe union said yes.\n", None),
        ("Ada Moor/Harbour Post\n\nThe union said yes.\n", None),
        ("Photo\nANTWERP - The union said yes on Monday, its leader told a meeting.\n", None),
        ("The union said yes, its leader told\nthe men at the gate,\n", None),
        ("A long first line " * 20 + "\n\nThe union said yes.\n", None),
        ('"We said yes," she said, "and mean it."\n\nThe union said yes.\n', None),
        ("Terms of the deal:\n\nPay rises.\n", None),
        ("***\n\n---\n", None),
        ("", None),
    ],
)
def test_a_title_is_a_heading_and_nothing_else(text: str, title: str | None) -> None:
    span = find_title(text)
    assert (span.of(text) if span else None) == title


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        ("Union accepts offer\n\nBoth met.", "UNION ACCEPTS  OFFER", "Union accepts offer"),
        ("**Union accepts offer**\n\nBoth met.", "Union accepts offer", "Union accepts offer"),
        ("Union accepts offer Updated: 2022-05-09\n\nBoth met.", "Union accepts offer", "Union accepts offer"),
        ("Union accepts offers at last\n\nBoth met.", "Union accepts offer", None),
        ("Both met.\n", "Union accepts offer", None),
    ],
)
def test_a_known_title_is_located_where_it_stands(text: str, title: str, found: str | None) -> None:
    span = locate_title(text, title)
    assert (span.of(text) if span else None) == found


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("Union accepts offer\nBy Ada Moor\n\nBoth met.", "Ada Moor"),
        ("Union accepts offer\n\n**By Ada Moor and Jan de Wit**\n\nBoth met.", "Ada Moor and Jan de Wit"),
        ("By Monday the union had said yes to every one of the terms.\n", None),
        ("By Monday\n", None),
    ],
)
def test_a_byline_names_people(text: str, byline: str | None) -> None:
    assert find_byline(text) == byline
