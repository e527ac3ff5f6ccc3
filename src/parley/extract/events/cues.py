"""Which words may tell of a deed, looked up by form, and to which classes of the lexicon a word of a sentence belongs."""

from __future__ import annotations

from functools import cache

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.lazy import Lazy
from parley.extract.moves.clauses.constituents import Phrases, is_money
from parley.lexicon.deeds import Deed
from parley.lexicon.events import load_events

__all__ = ["Hit", "Scene", "noun_deeds", "noun_heads", "verb_deeds"]

_PRONOUNS = frozenset({"they", "he", "she", "it", "we", "who", "those", "others", "nobody", "both"})
_IN_FRONT = frozenset({"compound", "amod", "nmod"})


class Hit(msgspec.Struct, frozen=True):
    """Words that tell of a deed: `token` is their verb or noun, `first` to `last` the words themselves.

    `clause` is the clause the verb heads, None for a noun; `subjects` and `objects` are the heads of doers and of what is
    done to, `used` other tokens that belong to the deed's words.
    """

    deed: Deed
    token: int
    first: int
    last: int
    rule: str
    clause: Clause | None = None
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    used: tuple[int, ...] = ()


@cache
def verb_deeds() -> dict[str, list[Deed]]:
    """The deeds each verb may be, those that ask for most beside it first."""
    return _table((verb, deed) for deed in load_events().deed for verb in deed.verbs)


@cache
def noun_deeds() -> dict[str, list[Deed]]:
    """The deeds each noun may be."""
    return _table((noun, deed) for deed in load_events().deed for noun in deed.nouns | deed.loose)


def _table(pairs: object) -> dict[str, list[Deed]]:
    table: dict[str, list[Deed]] = {}
    for word, deed in pairs:  # type: ignore[attr-defined]
        table.setdefault(word, []).append(deed)
    return {
        word: sorted(deeds, key=lambda d: (not d.phrase, not d.among, not d.subject)) for word, deeds in table.items()
    }


@cache
def noun_heads() -> frozenset[str]:
    """A word of each noun that must stand in a sentence that tells of it."""
    return frozenset(part for noun in noun_deeds() for part in (_head(noun), _head(noun).split("-")[-1]))


def _head(noun: str) -> str:
    words = noun.split()
    return words[0] if len(words) > 1 and words[1] in {"of", "on", "to"} else words[-1]


@cache
def _class_table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for name, words in load_events().classes.items():
        for word in words:
            table.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in table.items()}


class Scene(msgspec.Struct, frozen=True, dict=True):
    """One sentence, asked to which classes of `events.toml` its words belong."""

    phrases: Phrases

    @Lazy
    def _known(self) -> dict[int, frozenset[str]]:
        return {}

    def is_of(self, token: int, wanted: tuple[str, ...]) -> bool:
        """Whether the noun phrase headed by `token` is of one of the classes."""
        return "any" in wanted or not self.classes(token).isdisjoint(wanted)

    def classes(self, token: int) -> frozenset[str]:
        """All classes of the noun phrase headed by `token`; behind "hundreds of" those of what is counted too."""
        known = self._known.get(token)
        if known is None:
            known = self._known[token] = self._classes(token)
        return known

    def _classes(self, token: int) -> frozenset[str]:
        found = self._built_in(token)
        table = _class_table()
        for word in self._words(token):
            found |= table.get(word, frozenset())
        head = self.phrases.head(token)
        if head == token and ("number" in found or self.phrases.is_time(token)):
            # "30 tonnes of medicine", "dozens of lorries"
            head = next((p.object for p in self.phrases.preps(token) if p.word == "of"), token)
        return found | self._classes(head) if head != token else found

    def _words(self, token: int) -> list[str]:
        parse = self.phrases.sentence.parse
        lemma, lower = parse.lemmas[token], parse.lower[token]
        found = [lemma, lower]
        if parse.tags[token] in {"NNP", "NNPS"}:
            found.append(lower.removesuffix("s"))
        if token and parse.heads[token - 1] == token and parse.deps[token - 1] in _IN_FRONT:
            found += [f"{parse.lower[token - 1]} {lemma}", f"{parse.lower[token - 1]} {lower}"]
        if token > 1 and parse.lower[token - 1] == "-":
            found.append(f"{parse.lower[token - 2]}-{lemma}")
        return found

    def _built_in(self, token: int) -> frozenset[str]:
        parse, phrases = self.phrases.sentence.parse, self.phrases
        tag, lower = parse.tags[token], parse.lower[token]
        if any(is_money(quantity) for quantity in phrases.quantities([token])):
            return frozenset({"money"})
        if tag == "CD" or lower in {"hundreds", "thousands", "dozens", "scores"}:
            return frozenset({"number"})
        if phrases.is_time(token):
            return frozenset()
        entity = phrases.doc.entity(phrases.index, token)
        names = {"name"} if tag in {"NNP", "NNPS"} else set[str]()
        if entity is not None:
            names |= {"party"} if entity.kind != "outlet" else set()
            names |= {"person_name"} if entity.kind in {"person", "office"} else set()
            names |= {"land"} if entity.kind == "state" else set()
        elif lower in _PRONOUNS:
            names.add("party")
        return frozenset(names)
