"""Sentences parsed once each: words, tags and dependencies as parallel tuples.

Lemmas come from the model's own tables, looked up once a word form, at a fraction of the cost of its lemmatizer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import msgspec

from parley.annotate.clauses import Clause, find_clauses
from parley.annotate.language_model import Analysis, ModelError, analyse, load_model, model_name

__all__ = ["ModelError", "Parse", "is_common_word", "is_ordinary_word", "load_model", "model_name", "parse_sentences"]

# A sentence beyond this many characters is a table or a list run together; its parse costs much and says nothing.
_LONGEST = 1500


class Parse(msgspec.Struct, frozen=True, gc=False):
    """One sentence as parallel tuples over its tokens; offsets count from the sentence's first character.

    `words`, `lower` and `lemmas` are forms, `tags` Penn tags, `deps` ClearNLP labels, `heads` token indices (a root is
    its own head), `children` the dependents of each token in order, `lefts` and `rights` the first and last token of
    its subtree.
    """

    words: tuple[str, ...]
    lower: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    clauses: tuple[Clause, ...] = ()

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.words)

    def child(self, token: int, *labels: str) -> int | None:
        """The first dependent of `token` with one of the labels, None when there is none."""
        deps = self.deps
        for other in self.children[token]:
            if deps[other] in labels:
                return other
        return None

    def verb_lemma(self, token: int) -> str:
        """The lemma of `token` as a verb, also where the tagger took it for a noun ("if the army withdraws")."""
        tag = self.tags[token]
        return self.lemmas[token] if tag[0] == "V" else _lemma(self.lower[token], "VBZ" if tag == "NNS" else "VB")

    def conjuncts(self, token: int) -> list[int]:
        """`token` and everything coordinated to its right."""
        found, children, deps = [token], self.children, self.deps
        for member in found:
            for child in children[member]:
                if deps[child] == "conj":
                    found.append(child)
        return found

    def ancestors(self, token: int) -> list[int]:
        """The tokens above `token`, nearest first."""
        found = []
        while self.heads[token] != token:
            token = self.heads[token]
            found.append(token)
        return found

    def token_at(self, offset: int) -> int | None:
        """The token that covers or next follows `offset` (counted from the sentence's start), None behind the last."""
        token = bisect_right(self.ends, offset)
        return token if token < len(self.ends) else None


@cache
def _lemma_tables() -> tuple[Any, Any, Any]:
    """Exceptions, dictionary and suffix rules, each by word class; the dictionary is long lists in the model."""
    lookups = load_model().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    words = lookups.get_table("lemma_index")
    index = {kind: frozenset(words.get(kind, ())) for kind in _CLASSES.values()}
    return lookups.get_table("lemma_exc"), index, lookups.get_table("lemma_rules")


_CLASSES = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}


@cache
def _lemma(word: str, tag: str) -> str:
    """The dictionary form of a lower-case word under a Penn tag, by the model's exception and suffix tables."""
    if tag == "MD":
        return {"wo": "will", "ca": "can", "'ll": "will", "’ll": "will", "'d": "would", "’d": "would"}.get(word, word)
    kind = _CLASSES.get(tag[0])
    if kind is None or tag in {"NNP", "RP"}:
        return word
    exceptions, index, rules = (table.get(kind, {}) for table in _lemma_tables())
    if tag == "VB" and word in index:
        return word  # "lay" and "found" are past forms of other verbs too
    if word in exceptions:
        return str(exceptions[word][0])
    # An inflected form comes before a word of its own ("banks", "terms", "hours"), a base form stands as it is.
    if word in index and tag not in _ENDINGS:
        return word
    for old, new in rules or ():
        form = word[: len(word) - len(old)] + new
        if word.endswith(old) and form in index:
            return str(form)
    return word if word in index else _regular(word, tag)


_ENDINGS = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "VBZ": "s", "NNS": "s"}


def _regular(word: str, tag: str) -> str:
    """A word the tables do not know, without its regular ending."""
    ending = _ENDINGS.get(tag)
    return word.removesuffix(ending) if ending and len(word) > len(ending) + 2 else word


@cache
def is_ordinary_word(word: str) -> bool:
    """Whether a lower-case word is in the dictionary in any form ("rejecting", "witnesses"), or a function word."""
    if is_common_word(word) or word in load_model().Defaults.stop_words:
        return True
    index = _lemma_tables()[1]
    forms = ((_lemma(word, tag), _CLASSES[tag[0]]) for tag in ("VBG", "VBD", "VBZ", "NNS"))
    return any(form != word and form in index.get(kind, ()) for form, kind in forms)


@cache
def is_common_word(word: str) -> bool:
    """Whether a lower-case word is in the model's dictionary: nouns, verbs, adjectives, adverbs."""
    exceptions, index, _ = _lemma_tables()
    kinds = ("noun", "verb", "adj", "adv")
    return any(word in index.get(kind, ()) or word in exceptions.get(kind, ()) for kind in kinds) or word.rstrip(
        "s"
    ) in index.get("noun", ())


def parse_sentences(sentences: Iterable[str]) -> dict[str, Parse]:
    """Each distinct sentence's parse; sentences are sorted by length so that batches are even.

    A text too long to be a sentence, or without a word, has an empty parse.
    """
    distinct = sorted(set(sentences), key=lambda s: (len(s), s))
    analyses = analyse(text if len(text) <= _LONGEST else "" for text in distinct)
    return {text: _to_parse(analysis) for text, analysis in zip(distinct, analyses, strict=True)}


def _to_parse(analysis: Analysis) -> Parse:
    words, tags = analysis.words, analysis.tags
    heads, deps = _progressives_as_verbs(analysis.heads, analysis.deps, tags)
    if "-" in words:
        heads, deps = _hyphened_nouns(analysis, heads, deps)
    lower = tuple([word.lower() for word in words])
    lefts, rights, children = _trees(heads)
    parse = Parse(
        words=words,
        lower=lower,
        lemmas=tuple(map(_lemma, lower, tags)),
        tags=tags,
        deps=deps,
        heads=heads,
        children=children,
        lefts=lefts,
        rights=rights,
        starts=analysis.starts,
        ends=analysis.ends,
    )
    return msgspec.structs.replace(parse, clauses=find_clauses(parse))


def _progressives_as_verbs(
    heads: tuple[int, ...], deps: tuple[str, ...], tags: tuple[str, ...]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """ "are mediating" read as a copula with an adjective: the participle takes the place of its auxiliary."""
    if ("acomp", "VBG") not in zip(deps, tags, strict=True):
        return heads, deps
    new_heads, new_deps = list(heads), list(deps)
    for token, (dep, tag) in enumerate(zip(deps, tags, strict=True)):
        copula = heads[token]
        if dep != "acomp" or tag != "VBG" or copula == token:
            continue
        root = heads[copula] == copula
        new_heads[token], new_deps[token] = (token if root else heads[copula]), deps[copula]
        for other in range(len(heads)):
            if heads[other] == copula and other not in (token, copula):
                new_heads[other] = token
        new_heads[copula], new_deps[copula] = token, "aux"
    return tuple(new_heads), tuple(new_deps)


def _hyphened_nouns(
    analysis: Analysis, heads: tuple[int, ...], deps: tuple[str, ...]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """ "the firm's co-owner" read as two nouns side by side: the first half, and what hangs on it, belongs to the second."""
    words, tags, starts, ends = analysis.words, analysis.tags, analysis.starts, analysis.ends
    new_heads, new_deps = list(heads), list(deps)
    for hyphen in range(1, len(words) - 1):
        if words[hyphen] != "-" or ends[hyphen - 1] != starts[hyphen] or ends[hyphen] != starts[hyphen + 1]:
            continue
        first, second = hyphen - 1, hyphen + 1
        alike = new_heads[first] == new_heads[second] and new_deps[first] == new_deps[second] != "punct"
        if not (alike and tags[first][0] == tags[second][0] == "N"):
            continue
        for other, head in enumerate(new_heads):
            if head in (first, hyphen) and other not in (first, hyphen):
                new_heads[other] = second
        new_heads[first], new_deps[first] = second, "compound"
        new_heads[hyphen], new_deps[hyphen] = second, "punct"
    return tuple(new_heads), tuple(new_deps)


def _trees(heads: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """First and last token of every subtree, and every token's dependents."""
    size = len(heads)
    below: dict[int, list[int]] = {}
    order: list[int] = []  # heads before what hangs on them
    for token, head in enumerate(heads):
        if head == token:
            order.append(token)
        elif head in below:
            below[head].append(token)
        else:
            below[head] = [token]
    for token in order:
        if token in below:
            order += below[token]
    lefts, rights = list(range(size)), list(range(size))
    for token in reversed(order):
        head = heads[token]
        if lefts[token] < lefts[head]:
            lefts[head] = lefts[token]
        if rights[token] > rights[head]:
            rights[head] = rights[token]
    return tuple(lefts), tuple(rights), tuple([tuple(below[t]) if t in below else () for t in range(size)])
