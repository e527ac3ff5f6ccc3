"""Pages that were made lately, kept as long as the record stays as it is."""

from __future__ import annotations

from collections import OrderedDict

__all__ = ["Kept"]

_PAGES = 128


class Kept:
    """The pages asked for last, by what they are: the state of the record first, so that none is shown of an older one."""

    def __init__(self, most: int = _PAGES) -> None:
        """`most` pages are kept."""
        self._most = most
        self._pages: OrderedDict[tuple[str, ...], str] = OrderedDict()

    def get(self, name: tuple[str, ...]) -> str | None:
        """The page of this name, None when it is not kept."""
        if name in self._pages:
            self._pages.move_to_end(name)
        return self._pages.get(name)

    def keep(self, name: tuple[str, ...], page: str) -> str:
        """Keep a page in place of the one that was asked for longest ago; the page itself."""
        self._pages[name] = page
        if len(self._pages) > self._most:
            self._pages.popitem(last=False)
        return page
