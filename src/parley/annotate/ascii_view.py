"""A text in ASCII of the same length, so that patterns over bytes give offsets in code points."""

from __future__ import annotations

import codecs

__all__ = ["ascii_view"]

_STAND_INS = {
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u00ad\u2010\u2011\u2012\u2013\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
    **dict.fromkeys("\u00b5\u03bc", "u"),
    **dict.fromkeys("\u00b0\u00ba", "^"),
    "\u00d7": "x",
    **dict.fromkeys("£€¥₹₩₪₫₦₱₽₺₴₭₾₿₡฿₲₸₼₮֏₵元", "$"),
}


def _replace(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: one ASCII character for each that ASCII lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    run = error.object[error.start : error.end]
    return "".join(_STAND_INS.get(c) or ("z" if c.isalpha() else "?") for c in run), error.end


codecs.register_error("parley.ascii_view", _replace)


def ascii_view(text: str) -> str:
    """`text` with one ASCII character for every code point.

    Typographic spaces, hyphens and quotation marks become the plain ones, any currency sign `$`, the sign of micro `u`, that of degrees `^`, that of multiplication `x`, letters `z`, the rest
    `?`. Whoever needs the sign itself looks into `text` at the same offset.
    """
    return text if text.isascii() else text.encode("ascii", "parley.ascii_view").decode("ascii")
