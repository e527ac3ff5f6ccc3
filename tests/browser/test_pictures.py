"""The pictures of the documentation: each is shown by a page, can be taken anew, and is small."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest

from tests.browser.pictures import FOLDER, PICTURES, small_png
from tests.house.modules import ROOT

LARGEST = 61_440  # bytes
SHOWN = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<file>[^)]+)\)")


def test_every_picture_that_a_page_shows_is_there_with_words_for_it_and_none_is_left_over() -> None:
    pages = list((ROOT / "docs").rglob("*.md"))
    shown = [(page, found) for page in pages for found in SHOWN.finditer(page.read_text(encoding="utf-8"))]
    files = [(page.parent / found["file"]).resolve() for page, found in shown]
    assert all(len(found["words"].split()) > 3 for _, found in shown)
    assert sorted(set(files)) == sorted(path.resolve() for path in FOLDER.glob("*.png"))
    assert sorted(path.stem for path in files) == sorted(picture.name for picture in PICTURES)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.png")), ids=lambda path: path.stem)
def test_a_picture_is_small(path: Path) -> None:
    data = path.read_bytes()
    assert len(data) <= LARGEST
    assert struct.unpack(">I", data[16:20]) == (1280,)


def test_colours_are_kept_where_they_are_few_and_go_to_the_nearest_where_not() -> None:
    few = np.zeros((2, 3, 3), np.uint8)
    few[1, 2] = (200, 10, 30)
    assert _pixels(small_png(few)) == [[(0, 0, 0)] * 3, [(0, 0, 0), (0, 0, 0), (200, 10, 30)]]
    many = np.repeat(np.arange(256, dtype=np.uint8).reshape(1, 256, 1), 3, axis=2)
    read = _pixels(small_png(np.concatenate([many, many[:, :10].repeat(26, axis=1)[:, :256]])))
    assert read[0][:10] == [(each, each, each) for each in range(10)]
    assert read[0][255] != (255, 255, 255)


def _pixels(png: bytes) -> list[list[tuple[int, ...]]]:
    """The colours of a picture with a palette and no filters, row by row."""
    chunks, at = {}, 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        chunks[png[at + 4 : at + 8]] = png[at + 8 : at + 8 + length]
        at += length + 12
    width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
    palette, rows = chunks[b"PLTE"], zlib.decompress(chunks[b"IDAT"])
    lines = [rows[row * (width + 1) + 1 : (row + 1) * (width + 1)] for row in range(height)]
    return [[tuple(palette[each * 3 : each * 3 + 3]) for each in line] for line in lines]
