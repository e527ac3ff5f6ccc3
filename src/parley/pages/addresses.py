"""Where a report is to be found: the capture of a web archive, which stays as it was read, and the address that was captured."""

from __future__ import annotations

import re

import msgspec

__all__ = ["Address", "address_of"]

# A capture's address has the second it was made, perhaps with how it is shown (id_, if_), and then the address captured.
_CAPTURE = re.compile(r"https?://[^/\s]+/(?:[^\s?#]*/)?(\d{14})(?:[a-z]{2}_)?/(?=https?:/)(.+)", re.IGNORECASE)
_ONE_SLASH = re.compile(r"^(https?:/)(?=[^/])", re.IGNORECASE)  # some archives fold the two into one


class Address(msgspec.Struct, frozen=True):
    """A report's `url` as published, and the address of its capture with the ISO day it was made; None where unknown."""

    url: str | None = None
    archived: str | None = None
    captured: str | None = None


def address_of(url: str | None) -> Address:
    """What the address that a report gave says: of a capture both addresses, else the one."""
    found = _CAPTURE.fullmatch(url or "")
    if found is None:
        return Address(url)
    second, original = found.groups()
    return Address(_ONE_SLASH.sub(r"\1/", original), url, f"{second[:4]}-{second[4:6]}-{second[6:8]}")
