"""Dates and stretches of time, with the words they were read from."""

from __future__ import annotations

import msgspec

__all__ = ["Date", "DateRange"]


class Date(msgspec.Struct, frozen=True, repr_omit_defaults=True, gc=False):
    """A date as the report gives it.

    `edtf` is an Extended Date/Time Format string (`2023-10-07`, `2025-04~`, `XXXX-03-01`, `2023-11-13T16:00Z`);
    `verbatim` the words; `open_because` says why a date that could not be settled stays open.
    """

    edtf: str
    verbatim: str | None = None
    open_because: str | None = None


class DateRange(msgspec.Struct, frozen=True, repr_omit_defaults=True, gc=False):
    """When something held or happened: not before `earliest`, not after `latest`; None is unbounded."""

    earliest: Date | None = None
    latest: Date | None = None
