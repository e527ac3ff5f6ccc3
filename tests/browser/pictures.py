"""Pictures for the pages of the journeys: `python -m tests.browser.pictures` takes them anew, of the record of the demo.

Each is a part of a window of 1280 pixels, with so few colours that it stays small.
"""

from __future__ import annotations

import base64
import struct
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
from playwright.sync_api import Page

from tests.browser.conftest import launched
from tests.browser.journeys import begun
from tests.house.documents import prepared
from tests.house.modules import ROOT

__all__ = ["FOLDER", "PICTURES", "Picture", "small_png"]

FOLDER = ROOT / "docs" / "journeys"
_COLOURS = 48
_CHECKED = "Hundreds have been released. At least 2,500 people were killed."
_PIXELS = """async (address) => {
  const drawn = await createImageBitmap(await (await fetch(address)).blob());
  const canvas = new OffscreenCanvas(drawn.width, drawn.height), ink = canvas.getContext("2d");
  ink.drawImage(drawn, 0, 0);
  const bytes = ink.getImageData(0, 0, drawn.width, drawn.height).data;
  let told = "";
  for (let at = 0; at < bytes.length; at += 32768) told += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return { width: drawn.width, height: drawn.height, bytes: btoa(told) };
}"""


class Picture(msgspec.Struct, frozen=True):
    """A picture by its name: what is done in a window to come to it, and how many pixels of height are shown."""

    name: str
    steps: Callable[[Page, str], object]
    height: int = 640


def _at(path: str, scroll_to: str = "") -> Callable[[Page, str], object]:
    def go(page: Page, base: str) -> None:
        page.goto(base + path)
        if scroll_to:
            page.locator(scroll_to).first.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top - 70)")

    return go


def _palette(page: Page, base: str) -> None:
    page.goto(base)
    page.locator("h1").click()
    page.keyboard.press("/")
    page.keyboard.type("phase one")
    page.locator("#jumps li", has_text="Phase 1").wait_for()


def _first_claim(page: Page, base: str) -> None:
    page.goto(f"{base}/story/Sarrand%20truce/disagreements")
    page.locator(".pair a").first.click()
    page.wait_for_url("**/claim/*")


def _note(page: Page, base: str) -> None:
    _first_claim(page, base)
    page.get_by_label("Note").fill("The ministry's own table says otherwise")
    page.get_by_role("button", name="Disputed").click()
    page.locator(".notice.disputed").wait_for()
    page.goto(f"{base}/decisions")


def _check(page: Page, base: str) -> None:
    page.goto(f"{base}/claim-check")
    page.locator("textarea").fill(_CHECKED)
    page.get_by_role("button", name="Hold it against the record").click()
    page.locator(".checked").first.wait_for(timeout=60_000)


def _report(page: Page, base: str) -> None:
    _first_claim(page, base)
    page.locator("main a[href^='/report/']").first.click()
    page.wait_for_url("**/report/*")


def _actor(page: Page, base: str) -> None:
    page.goto(f"{base}/story/Sarrand%20truce/actors")
    page.get_by_role("link", name="Sarrand People's Front").first.click()
    page.locator("#names").wait_for()
    page.locator("#names").evaluate("e => e.scrollIntoView()")


PICTURES = (
    Picture("home", _at("/"), 620),
    Picture("palette", _palette, 460),
    Picture("deal", _at("/story/Sarrand%20truce/talks", "#deals"), 640),
    Picture("board", _at("/story/Aldermouth%20port%20strike"), 640),
    Picture("claim", _first_claim, 640),
    Picture("review", _at("/review"), 700),
    Picture("check", _check, 700),
    Picture("figures", _at("/story/Sarrand%20truce/figures"), 640),
    Picture("decisions", _note, 320),
    Picture("report", _report, 640),
    Picture("sample", _at("/review?sample=100&seed=1"), 640),
    Picture("actor", _actor, 520),
)
"""All pictures, in the order in which they are taken: what one decides is seen in those behind it."""


def small_png(pixels: npt.NDArray[np.uint8]) -> bytes:
    """A picture (height, width, red green blue) as PNG with a palette of its most frequent colours; others go to the nearest."""
    height, width, _ = pixels.shape
    packed = pixels.reshape(-1, 3).astype(np.int32) @ np.array([65536, 256, 1])
    colours, inverse, counts = np.unique(packed, return_inverse=True, return_counts=True)
    parts = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1)
    palette = parts[np.argsort(-counts, kind="stable")[:_COLOURS]]
    nearest = ((parts[:, None, :] - palette[None, :, :]) ** 2).sum(axis=2).argmin(axis=1).astype(np.uint8)
    rows = np.zeros((height, width + 1), np.uint8)  # each begins with its filter: none
    rows[:, 1:] = nearest[inverse].reshape(height, width)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", head),
        (b"PLTE", palette.astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in (*chunks, (b"IEND", b"")))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _shot(page: Page, blank: Page, height: int) -> bytes:
    taken = base64.b64encode(page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": height})).decode()
    read = blank.evaluate(_PIXELS, f"data:image/png;base64,{taken}")
    bytes_ = np.frombuffer(base64.b64decode(read["bytes"]), np.uint8)
    return small_png(bytes_.reshape(read["height"], read["width"], 4)[:, :, :3])


def main() -> None:
    """Take them all."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, launched() as browser:
        demo = prepared(Path(place))
        blank = browser.new_page()
        with begun(browser, demo, Path(place, "shown")) as visit:
            for picture in PICTURES:
                visit.page.set_viewport_size({"width": 1280, "height": picture.height})
                picture.steps(visit.page, visit.base)
                visit.page.wait_for_load_state("networkidle")
                if visit.page.get_by_role("heading", name="This page cannot be shown").count():
                    raise RuntimeError(f"{picture.name}: {visit.page.locator('main').inner_text()}")
                data = _shot(visit.page, blank, picture.height)
                (FOLDER / f"{picture.name}.png").write_bytes(data)
                print(f"{picture.name}.png {len(data):,} bytes")


if __name__ == "__main__":
    main()
