"""The example sentences of packs, read as reports are: whether each has the act its author says."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import msgspec

from parley.annotate import annotate
from parley.errors import ParleyError
from parley.extract.attribution import find_attributions
from parley.extract.moves import extract_moves
from parley.lexicon import use_packs
from parley.lexicon.packs import Example
from parley.model import Claim, Move, new_report

__all__ = ["ExampleReading", "read_examples", "read_examples_with"]


class ExampleReading(msgspec.Struct, frozen=True):
    """What came of an example: the acts found with their makers, and whether they are what its author says."""

    example: Example
    found: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def right(self) -> bool:
        """Whether the act is among those found, by the maker named; for "none", whether none is found."""
        if self.example.act == "none":
            return not self.found
        makers = [set(map(_plain, names)) for act, names in self.found if act == self.example.act]
        return bool(makers) if self.example.by is None else any(_plain(self.example.by) in names for names in makers)


def read_examples(examples: Sequence[Example]) -> list[ExampleReading]:
    """Each example read alone, with the packs that are active."""
    docs = annotate(new_report(example.text) for example in examples)
    return [
        ExampleReading(example, tuple(_moves(extract_moves(doc, find_attributions(doc)))))
        for example, doc in zip(examples, docs, strict=True)
    ]


def read_examples_with(packs: Sequence[str], examples: Sequence[Example]) -> list[ExampleReading]:
    """As `read_examples`, with the packs of these files too: in a process of its own, which has read no words yet.

    Raises ParleyError when the packs cannot be used together.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_read_with, packs, examples).result()


def _read_with(packs: Sequence[str], examples: Sequence[Example]) -> list[ExampleReading]:
    try:
        use_packs(packs)
        return read_examples(examples)
    except ParleyError as error:
        raise ParleyError(str(error)) from error  # one that can travel between processes


def _moves(claims: Sequence[Claim]) -> list[tuple[str, tuple[str, ...]]]:
    bodies = [claim.body for claim in claims]
    return [(body.act, tuple(actor.name for actor in body.by)) for body in bodies if isinstance(body, Move)]


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")
