"""What rules state in words: the record type of `rules.toml`."""

from __future__ import annotations

import msgspec

from parley.lexicon.loader import load_lexicon

__all__ = ["RuleWords", "load_rules"]


class RuleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sentences by name of rule, or by a pattern of names: of rules that make `claims` and that set two in `relations`."""

    claims: dict[str, str]
    relations: dict[str, str]


def load_rules() -> RuleWords:
    """The sentences of `rules.toml`. Raises LexiconError when it is not what it should be."""
    return load_lexicon("rules", RuleWords)
