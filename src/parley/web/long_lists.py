"""Long lists are shown part by part, so that no page grows without end; the twins of a page hold the whole list."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec

from parley.pages import OfStory
from parley.render.web import Parts

__all__ = ["one_part"]


def one_part(page: Any, most: int, path: str, query: str) -> tuple[Any, Parts | None]:
    """A list, or a list of a story, with `most` rows of it: those of the part that the query asks for.

    What is no part is the first or the last. The parts are None where one holds the whole list.
    """
    listed = page.page if isinstance(page, OfStory) else page
    count = -(-len(listed.rows) // most)
    if count < 2:
        return page, None
    asked = dict(parse_qsl(query))
    told = asked.get("part", "")
    number = min(max(int(told) if told.isdecimal() else 1, 1), count)
    cut = msgspec.structs.replace(listed, rows=listed.rows[(number - 1) * most : number * most])

    def address(part: int) -> str | None:
        return f"{path}?{urlencode(asked | {'part': str(part)})}" if 1 <= part <= count else None

    parts = Parts(number, count, address(number - 1), address(number + 1))
    return msgspec.structs.replace(page, page=cut) if isinstance(page, OfStory) else cut, parts
