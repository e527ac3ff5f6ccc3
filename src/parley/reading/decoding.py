"""Bytes to characters: byte-order marks, UTF-8, declared and guessed character sets, and what is no text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from parley.reading.records import Fault

__all__ = ["decode", "foreign_format"]

# UTF-32 before UTF-16: the little-endian mark of the first begins with that of the second.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "a database"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]+)", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_C1 = re.compile("[\x80-\x84\x86-\x9f]")  # U+0085 is a line end
# UTF-8 of Latin letters and typographic marks, once read as Windows-1252: a lead letter and its continuation.
_MOJIBAKE = re.compile(
    "[ÂÃ][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122]|â(?:€|\u0080)[\u0080-\u00bf\u0152-\u2122]"
)
_CASE_CLASH = re.compile("[a-z][À-ÖØ-ÞŠŽŸŒ](?:[a-z]|\\b)")  # "donÕt": an apostrophe of another character set
_UNTOLD = Fault("encoding", "is in no character set that could be told; save it again as UTF-8")
_MAX_CHAOS = 10.0  # percent; charset-normalizer's own measure of a doubtful decoding
_FEW_HIGH_BYTES = 0.05


def foreign_format(data: bytes) -> str | None:
    """What `data` is, in words, when it is a known document format that is not read; else None."""
    return next((label for magic, label in _MAGIC if data.startswith(magic)), None)


def decode(data: bytes) -> str | Fault:
    """The characters of `data`, without a byte-order mark and otherwise as they stand; line ends are kept.

    A `Fault` of code binary, encoding or unknown_format when there is no faithful decoding.
    """
    if (label := foreign_format(data)) is not None:
        return Fault("unknown_format", f"is {label}, which is not read; save it as plain text or HTML")
    text = _characters(data)
    return text if isinstance(text, Fault) else _sound(text)


def _characters(data: bytes) -> str | Fault:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\x00" in data:
        return Fault("binary", "holds binary data, not text; give the report as text or HTML")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error)


def _strict(data: bytes, encoding: str) -> str | Fault:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        return _broken(encoding.upper(), error.start)


def _broken(encoding: str, at: int) -> Fault:
    return Fault("encoding", f"is not sound {encoding}: byte {at + 1} cannot be decoded; save it again as UTF-8")


def _legacy(data: bytes, error: UnicodeDecodeError) -> str | Fault:
    """Decode what is not UTF-8: as declared, as Windows-1252 when nearly all is ASCII, else as guessed."""
    if _mostly_utf8(data):
        return _broken("UTF-8", error.start)
    if (declared := _DECLARED.search(data[:4096])) is not None and (
        text := _try(data, declared[1].decode())
    ) is not None:
        return text
    if sum(byte >= 0x80 for byte in data) <= _FEW_HIGH_BYTES * len(data):
        return _old_english(data)
    best = from_bytes(data).best()
    if best is None or best.percent_chaos > _MAX_CHAOS or not _plausible(str(best)):
        return _UNTOLD
    return str(best)


def _old_english(data: bytes) -> str | Fault:
    """Nearly all ASCII: Windows-1252, or Mac Roman when capitals would else stand for apostrophes inside words."""
    text = _try(data, "cp1252")
    if text is not None and _CASE_CLASH.search(text):
        text = _try(data, "mac_roman")
    return _UNTOLD if text is None or _CASE_CLASH.search(text) else text


def _plausible(text: str) -> bool:
    """Whether a guessed decoding may be right: all in another script, or Latin letters and signs among the ASCII."""
    high = [character for character in text if character >= "\x80"]
    foreign = sum(character.isalpha() and not unicodedata.name(character, "").startswith("LATIN") for character in high)
    letters = sum(character.isalpha() for character in text)
    return not _C1.search(text) and (foreign == 0 or foreign > letters / 2)


def _mostly_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8 with some damage: more sound multi-byte characters than broken bytes."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    sound = sum(character >= "\x80" for character in text) - text.count("\ufffd")
    return sound > broken


def _try(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
    return None if _C1.search(text) else text


def _sound(text: str) -> str | Fault:
    """`text`, unless too much of it is control characters, lost characters or mojibake."""
    words = max(len(text) // 6, 1)
    if len(_CONTROLS.findall(text)) > words // 50 + 2:
        return Fault("binary", "holds binary data, not text; give the report as text or HTML")
    if text.count("\ufffd") > words // 50 + 4:
        return Fault("encoding", "has lost characters (U+FFFD) throughout; read it again from its source")
    if len(_MOJIBAKE.findall(text)) > words // 50 + 4:
        return Fault(
            "encoding", "was saved in the wrong character set (garbled quotation marks or accents); save it as UTF-8"
        )
    return text
