"""Trouble with the data, kept and shown instead of raised."""

from __future__ import annotations

import msgspec

from parley.model.span import Span

__all__ = ["Problem"]


class Problem(msgspec.Struct, frozen=True, gc=False):
    """Something wrong with an input or a record: `code` names the kind, `message` says what, where and what to do.

    `source` is the file or report id it concerns, `span` the stretch of the report's text, where there is one.
    """

    code: str
    message: str
    source: str | None = None
    span: Span | None = None
