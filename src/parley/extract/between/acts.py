"""The act between two given parties of a text: the record's claim where it holds one, else what the words tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee

import msgspec

from parley.annotate import annotate
from parley.annotate.doc import Doc
from parley.extract.attribution import find_attributions
from parley.extract.between.path import Told, read_between
from parley.extract.between.record import binding_claims, is_settled, plover_type
from parley.extract.between.scene import Scene, find_party, find_scenes
from parley.extract.events import extract_events
from parley.extract.moves import extract_moves
from parley.lexicon.plover import PloverType
from parley.model import Claim, Report, Span, new_report

__all__ = ["Between", "act_between", "acts_between"]

Party = str | Span | None
Asked = tuple[str | Report, Party, Party]


class Between(msgspec.Struct, frozen=True):
    """What the source does to the target: a PLOVER event type and the words of the text that tell it.

    `claim` is the move or event of the record that tells it, None where only the words do. Who and what the claim holds
    in full; `words` is a stretch of the report's text.
    """

    type: PloverType
    words: Span
    claim: Claim | None = None


def act_between(text: str | Report, source: Party, target: Party) -> Between | None:
    """What the source does to the target in a text, None when nothing connects the two.

    `source` and `target` are words of the text that name the two, or spans of it; None for one of them asks what the
    other does, or undergoes, whoever the first may be. The claims whose maker is the source
    and whose addressee is the target, or a part of it, come first. Where there is none, the verbs and nouns between the
    two decide, by `lexicon/plover.toml`. The text need not be about talks. Exported as `parley.act_between`. Raises
    ValueError when the text does not hold one of the names or both are None, ModelError without a language model.
    """
    return next(acts_between([(text, source, target)]))


def acts_between(asked: Iterable[Asked]) -> Iterator[Between | None]:
    """`act_between` for many texts, each with its source and target; much quicker than one by one."""
    questions, texts = tee((_report(text), source, target) for text, source, target in asked)
    docs = annotate(report for report, _, _ in texts)
    for doc, (report, source, target) in zip(docs, questions, strict=True):
        if source is None and target is None:
            raise ValueError("nobody is asked about; name the source, the target, or both")
        yield _between(doc, _places(report, source), _places(report, target))


def _report(text: str | Report) -> Report:
    return new_report(text) if isinstance(text, str) else text


def _places(report: Report, party: Party) -> list[Span]:
    """Where a party stands. Raises ValueError when it is named and stands nowhere."""
    if party is None:
        return []
    found = find_party(report.text, party)
    if not found:
        raise ValueError(
            f"the text does not hold the words {str(party)!r}; give a name as the text writes it, or a span"
        )
    return found


def _between(doc: Doc, source: list[Span], target: list[Span]) -> Between | None:
    scenes = find_scenes(doc, source, target)
    read = next(((s, t) for s in scenes if (t := read_between(s)) is not None), None)
    attributions = find_attributions(doc)
    claims = [*extract_moves(doc, attributions), *extract_events(doc, attributions)]
    binding = binding_claims(claims, doc.text, source, target)
    if read is None:
        typed = ((c, kind) for c in binding if (kind := plover_type(c)) is not None)
        return next((Between(kind, c.mentions[0].trigger, c) for c, kind in typed), None)
    return _with_claim(*read, binding)


def _with_claim(scene: Scene, told: Told, binding: list[Claim]) -> Between:
    """What the words tell with the claim made by them, whose act may settle the type, or one of that type below them."""
    at, around = scene.sentence.tokens(told.token, told.token), _around(scene, told)
    for claim in binding:
        if any(m.trigger.start <= at.start and at.end <= m.trigger.end for m in claim.mentions):
            found = plover_type(claim) if is_settled(claim) else None
            return Between(found or told.type, claim.mentions[0].trigger, claim)
    below = (c for c in binding for m in c.mentions if around.start <= m.trigger.start and m.trigger.end <= around.end)
    return Between(told.type, _words(scene, told), next((c for c in below if plover_type(c) == told.type), None))


def _around(scene: Scene, told: Told) -> Span:
    """The stretch in which a claim may tell what was read: the verb with all it governs, or the noun."""
    if told.clause is None:
        return scene.sentence.subtree(told.token)
    return scene.sentence.tokens(told.token, told.clause.last)


def _words(scene: Scene, told: Told) -> Span:
    """The words that tell a deed: the verb, or the noun with what stands before it."""
    first = told.token if told.clause is not None else scene.parse.lefts[told.token]
    return scene.sentence.tokens(first, told.token)
