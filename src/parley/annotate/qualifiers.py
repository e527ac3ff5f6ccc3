"""Names that make one word with a participle, and say where somebody sits or who is behind them ("the Gaza-based group")."""

from __future__ import annotations

from parley.annotate.names import Name
from parley.annotate.parse import Parse
from parley.lexicon.words import word_list

__all__ = ["leads", "qualifies"]

_LED = (
    "-led",
    "-backed",
    "-brokered",
    "-mediated",
    "-sponsored",
    "-held",
    "-run",
    "-controlled",
    "-based",
    "-funded",
    "-linked",
    "-allied",
    "-aligned",
    "-affiliated",
)


def leads(parse: Parse, name: Name) -> bool:
    """Whether a name only says who leads or backs somebody, in one word ("the U.S.-led coalition")."""
    return name.first == name.last and parse.lower[name.head].endswith(_LED)


_BESIDE = word_list("annotate.qualifiers.beside")


def qualifies(parse: Parse, name: Name) -> bool:
    """Whether a name only says where somebody has their seat or who is behind them ("the Gaza-based group", "a Geneva
    based monitor", "the Iran-backed militia")."""
    after = name.last + 1
    if after < len(parse.words) and parse.words[after] == "-":
        return after + 1 < len(parse.words) and parse.lower[after + 1] in _BESIDE
    beside = parse.deps[name.head] == "npadvmod" and parse.heads[name.head] == after
    return beside and parse.deps[after] == "amod" and parse.lower[after] in _BESIDE
