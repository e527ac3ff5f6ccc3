"""Who is named: every noun phrase that stands for somebody, and whom it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from parley.annotate.doc import Block, EntityMention, Sentence
from parley.model import Report

__all__ = ["find_entities"]


def find_entities(report: Report, sentences: Sequence[Sentence], blocks: Sequence[Block]) -> list[EntityMention]:
    """Names, descriptions and pronouns of the sentences in text order, each resolved within the report where one
    candidate remains."""
    raise NotImplementedError
