"""Links between claims of one text: which answers, refines or is a part of which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from bench.quality.labels import FigureLabel, GoldText
from parley.compare import relations_within
from parley.model import Claim

__all__ = ["count_links"]

_KINDS = frozenset({"answers", "refines", "part_of"})


def count_links(text: GoldText, found: Mapping[int, Claim], counts: Counter[str]) -> list[str]:
    """Adds the links of a text to `links labelled`, `links found` and `links claimed`; a line for each that differs.

    `found` has the claim that answers each label, by the label's place among the text's. A link is labelled when neither
    end is doubtful, found when both ends are found and one claim names the other; claimed links are those between claims
    found, doubtful ones aside. `links with both ends` are the labelled links whose two ends are found.
    """
    labels = text.labels
    place = {label.id: i for i, label in enumerate(labels) if label.id}
    sure = {i for i, label in enumerate(labels) if not label.doubtful}
    wanted = {
        (i, kind, place[target])
        for i, label in enumerate(labels)
        for kind, target in _labelled(label)
        if target and i in sure and place[target] in sure
    }
    label_of = {claim.id: i for i, claim in found.items() if i in sure}
    told: set[tuple[int, str, int]] = {
        (label_of[relation.one], relation.kind, label_of[relation.other])
        for relation in relations_within(found.values())
        if relation.kind in _KINDS and relation.one in label_of and relation.other in label_of
    }
    counts.update({"links labelled": len(wanted), "links found": len(wanted & told), "links claimed": len(told)})
    counts["links with both ends"] += sum(i in found and j in found for i, _, j in wanted)
    marks = [("missed", wanted - told), ("FALSE", told - wanted)]
    return [
        f"[{text.pack} {text.id}] link {mark}: {labels[i].words!r} {kind} {labels[j].words!r}"
        + ("" if i in found and j in found else " (an end is not found)")
        for mark, links in marks
        for i, kind, j in sorted(links)
    ]


def _labelled(label: object) -> list[tuple[str, str | None]]:
    part_of = label.part_of if isinstance(label, FigureLabel) else None
    return [
        ("answers", getattr(label, "answers", None)),
        ("refines", getattr(label, "refines", None)),
        ("part_of", part_of),
    ]
