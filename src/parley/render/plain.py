"""Text for a terminal that knows fewer characters: signs and drawings as their nearest kin, each as wide as it was."""

from __future__ import annotations

__all__ = ["in_encoding"]

_KIN = str.maketrans(
    "▁▂▃▄▅▆▇█·•●▲■◆▼○△□◇▽▬┤├│┆└┌─━←→↔‹›«»“”„‘’–—×≥≤⚑\N{NO-BREAK SPACE}",
    '_.,:-=+#.*o^#*vOA@%V=||||++--<>-<>"""""\'\'--x><! ',
)


def in_encoding(text: str, encoding: str) -> str:
    """The text with only such characters as an encoding has; one with no kin is a question mark."""
    return "".join(each if _has(encoding, each) else _plainer(each, encoding) for each in text)


def _plainer(character: str, encoding: str) -> str:
    return character.translate(_KIN).encode(encoding, "replace").decode(encoding)


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
