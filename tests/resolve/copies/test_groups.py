"""Groups of reports with one text behind them."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import CopyKind, CopyLink
from parley.resolve.copies import copy_groups


def _link(
    one: str,
    other: str,
    kind: CopyKind = "verbatim",
    *,
    shares: tuple[float, float] = (1.0, 1.0),
    earlier: str | None = None,
) -> CopyLink:
    return CopyLink(kind, one, other, *shares, rule="copies:test", earlier=earlier)


def _reports(*links: CopyLink) -> list[str]:
    return ["".join(group.reports) for group in copy_groups(links)]


@pytest.mark.parametrize(
    ("links", "groups"),
    [
        ([], []),
        ([_link("a", "b"), _link("b", "c"), _link("d", "e", "rewrite")], ["abc", "de"]),
        ([_link("a", "b", "quoted_statement"), _link("a", "c", "shared_agency")], []),
        ([_link("a", "b", "excerpt", shares=(1.0, 0.3))], ["ab"]),
        # m holds the texts a and b, which have nothing in common
        ([_link("a", "m", "excerpt", shares=(1.0, 0.4)), _link("b", "m", "excerpt", shares=(1.0, 0.4))], []),
        (
            [
                _link("a", "m", "excerpt", shares=(1.0, 0.4), earlier="m"),
                _link("b", "m", "excerpt", shares=(1.0, 0.4), earlier="m"),
            ],
            ["abm"],
        ),
        # a stands in two reports that have nothing else in common
        ([_link("a", "m", "excerpt", shares=(1.0, 0.4)), _link("a", "n", "excerpt", shares=(1.0, 0.4))], []),
        (
            [
                _link("a", "m", "excerpt", shares=(1.0, 0.4)),
                _link("a", "n", "excerpt", shares=(1.0, 0.4)),
                _link("m", "n"),
            ],
            ["amn"],
        ),
        (
            [
                _link("a", "b", "excerpt", shares=(1.0, 0.4)),
                _link("a", "c", "excerpt", shares=(1.0, 0.4)),
                _link("a", "m", "excerpt", shares=(1.0, 0.9)),
            ],
            ["am"],
        ),
    ],
)
def test_groups(links: list[CopyLink], groups: list[str]) -> None:
    assert _reports(*links) == groups


def test_the_first_is_told_where_the_dates_do() -> None:
    (group,) = copy_groups([_link("a", "b", earlier="b"), _link("a", "c", earlier="c"), _link("b", "c", earlier="b")])
    assert group.first == "b"
    assert copy_groups([_link("a", "b")])[0].first is None


_KINDS: list[CopyKind] = ["verbatim", "excerpt", "rewrite", "shared_agency", "quoted_statement"]
_SHARE = st.sampled_from([0.2, 0.5, 0.7, 1.0])


@st.composite
def _links(draw: st.DrawFn) -> CopyLink:
    one, other = sorted(draw(st.sets(st.sampled_from("abcdefgh"), min_size=2, max_size=2)))
    shares, earlier = (draw(_SHARE), draw(_SHARE)), draw(st.sampled_from([one, other, None]))
    return _link(one, other, draw(st.sampled_from(_KINDS)), shares=shares, earlier=earlier)


_SOME = st.lists(_links(), unique_by=lambda link: (link.one, link.other), max_size=12)


@given(_SOME, st.randoms(use_true_random=False))
def test_groups_do_not_hang_on_the_order_of_the_links(links: list[CopyLink], random: Random) -> None:
    mixed = list(links)
    random.shuffle(mixed)
    found = copy_groups(mixed)
    assert found == copy_groups(links)
    reports = [report for group in found for report in group.reports]
    assert len(reports) == len(set(reports))
    assert all(link.kind not in {"shared_agency", "quoted_statement"} for group in found for link in group.links)
