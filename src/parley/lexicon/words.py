"""The words rules look for, by the module that looks for them: `words.toml`."""

from __future__ import annotations

from parley.lexicon.loader import LexiconError, load_lexicon

__all__ = ["word_list", "word_lists"]

_Lists = dict[str, dict[str, frozenset[str]]]


def word_lists() -> _Lists:
    """All lists, by module and name; lemmas, or forms where the rule looks at forms.

    Raises LexiconError when the file does not hold lists of words by module.
    """
    return load_lexicon("words", _Lists)


def word_list(name: str) -> frozenset[str]:
    """The list called "module.name". Raises LexiconError when there is none."""
    module, _, own = name.rpartition(".")
    try:
        return word_lists()[module][own]
    except KeyError:
        raise LexiconError("words", f"it has no list '{name}'") from None
