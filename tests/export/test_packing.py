"""What is packed comes out as it went in, and what is alike is kept once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.export.brief.packing import PackedPage, packed
from tests.export.published import unpacked

_PIECES = st.sampled_from(
    [
        "<p>",
        "</p>\n",
        "<bdi>",
        "</bdi>",
        ' href="#/claim/x"',
        '<span class="s">',
        "\n",
        "words",
        "&amp;",
        "<",
        ">",
        '"',
        "é🕊",
    ]
)
_HTML = st.lists(_PIECES | st.text(max_size=5), max_size=30).map("".join)


@given(st.dictionaries(st.text(max_size=8), st.tuples(st.text(max_size=5), _HTML), max_size=6))
def test_every_page_comes_out_as_it_went_in(pages: dict[str, tuple[str, str]]) -> None:
    data = packed(PackedPage(f"/{place}", kind, html) for place, (kind, html) in pages.items())
    found = unpacked(f'id="packed">{data}<')
    assert found.pages == {f"/{place}": html for place, (_, html) in pages.items()}
    assert found.kinds == {f"/{place}": kind for place, (kind, _) in pages.items()}


def test_words_that_stand_far_apart_on_many_pages_are_kept_once() -> None:
    words = " ".join(str(number * number) for number in range(9_000))  # more than gzip looks back
    one, ten = (
        len(packed(PackedPage(f"/{page}", "page", f"<p><bdi>{words}</bdi></p>\n") for page in range(many)))
        for many in (1, 10)
    )
    assert ten < one * 1.01
