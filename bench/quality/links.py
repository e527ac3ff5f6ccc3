"""Links between claims of one text: which answers, refines or is a part of which."""

from __future__ import annotations

from collections import Counter

from bench.quality.labels import FigureLabel, GoldText
from parley.compare import relations_within
from parley.model import Claim

__all__ = ["count_links"]

_KINDS = frozenset({"answers", "refines", "part_of"})


def count_links(text: GoldText, found: dict[str, Claim], counts: Counter[str]) -> None:
    """Adds the links of a text to `links labelled`, `links found` and `links claimed`.

    `found` has the claim that answers each label with an id. A link is labelled when neither end is doubtful, found when
    both ends are found and one claim names the other; claimed links are those between claims found, doubtful ones aside.
    """
    doubtful = {label.id for label in text.labels if label.doubtful}
    wanted = {
        (label.id, kind, target)
        for label in text.labels
        for kind, target in _labelled(label)
        if label.id and target and not label.doubtful and target not in doubtful
    }
    label_of = {claim.id: label for label, claim in found.items() if label not in doubtful}
    told = {
        (label_of[relation.one], relation.kind, label_of[relation.other])
        for relation in relations_within(found.values())
        if relation.kind in _KINDS and relation.one in label_of and relation.other in label_of
    }
    counts.update({"links labelled": len(wanted), "links found": len(wanted & told), "links claimed": len(told)})


def _labelled(label: object) -> list[tuple[str, str | None]]:
    part_of = label.part_of if isinstance(label, FigureLabel) else None
    return [
        ("answers", getattr(label, "answers", None)),
        ("refines", getattr(label, "refines", None)),
        ("part_of", part_of),
    ]
