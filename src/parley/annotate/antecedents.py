"""What a relative clause is about: the noun it hangs on, for its pronoun or where it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.lexicon.words import word_list

if TYPE_CHECKING:
    from parley.annotate.parse import Parse

__all__ = ["antecedent_of", "replaced", "stranded", "without_pronoun"]

_RELATIVES = frozenset({"who", "which", "that", "whom"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "acomp", "attr", "oprd", "dobj"})
_ONE = frozenset({"NN", "NNP"})
_WH_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_CIRCUMSTANCES = word_list("annotate.antecedents.circumstances")


def antecedent_of(parse: Parse, verb: int) -> int:
    """The noun that the clause of a verb hangs on; of "Arkwell, Selvane or Alder, which has agreed" the last, and of "no signs
    of interest from Selvane, which has agreed" the nearest that is one."""
    head = parse.heads[verb]
    singular = any(parse.tags[t] == "VBZ" for t in (verb, *parse.children[verb]))
    which = next((t for t in parse.children[verb] if parse.tags[t] == "WDT"), None)
    if not singular or which is None or parse.lower[which] != "which":
        return head
    if parse.tags[head] == "NNS":
        below = (t for t in range(which - 1, head, -1) if parse.tags[t] in _ONE and parse.deps[t] != "compound")
        return next(below, head)
    return [t for t in parse.conjuncts(head) if t < verb][-1]


def replaced(parse: Parse, verb: int, tokens: tuple[int, ...], antecedents: tuple[int, ...]) -> tuple[int, ...]:
    """The tokens with the noun in place of a relative pronoun before the verb ("the plan that they accepted")."""
    relative = {t for t in tokens if t < verb and parse.lower[t] in _RELATIVES}
    return tuple(a for t in tokens for a in (antecedents if t in relative else (t,)))


def without_pronoun(parse: Parse, verb: int, antecedents: tuple[int, ...]) -> bool:
    """Whether a relative clause with a place for its noun is tied to it by no pronoun: "the plan the rebels accepted"."""
    antecedent = antecedents[0] if antecedents else -1
    if parse.heads[verb] != antecedent or parse.lemmas[antecedent] in _CIRCUMSTANCES or _is_gerund(parse, verb):
        return False
    if any(parse.deps[c] in _COMPLEMENTS for c in parse.children[verb]):
        return False
    before = range(parse.lefts[verb], verb)
    return antecedent < verb and all(
        parse.tags[t] not in _WH_TAGS and not (parse.lower[t] == "that" and parse.heads[t] == verb) for t in before
    )


def _is_gerund(parse: Parse, verb: int) -> bool:
    """A form in "-ing" by itself; "had been asking for" is finite."""
    return parse.tags[verb] == "VBG" and all(parse.deps[c] != "aux" for c in parse.children[verb])


def stranded(parse: Parse, verb: int) -> int | None:
    """The preposition at the end of the clause that has lost its noun: "the raise the union had asked for"."""
    return next(
        (c for c in parse.children[verb] if c > verb and parse.deps[c] == "prep" and not parse.children[c]), None
    )
