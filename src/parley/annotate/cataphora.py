"""Pronouns that stand before the one they stand for ("Abandoning its claim, Kenya agreed")."""

from __future__ import annotations

from collections.abc import Sequence

from parley.annotate.drafts import Draft
from parley.annotate.parse import Parse

__all__ = ["fronted"]

_PRONOUNS = frozenset({"thing", "several", "person"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def fronted(parse: Parse, drafts: Sequence[Draft]) -> dict[int, tuple[Draft, bool]]:
    """For the head of each pronoun before its sentence's subject, or inside it, the later draft it may stand for.

    The flag tells that it hardly stands for anybody else: in front of the subject, below a participle whose doer the
    subject is.
    """
    pronouns = [d for d in drafts if d.sort in _PRONOUNS]
    if not pronouns:
        return {}
    root = next((t for t, dep in enumerate(parse.deps) if dep == "ROOT"), None)
    subject = next((c for c in parse.children[root] if parse.deps[c] in _SUBJECTS), None) if root is not None else None
    if root is None or subject is None:
        return {}
    by_head = {d.head: d for d in drafts if d.sort not in _PRONOUNS}
    found: dict[int, tuple[Draft, bool]] = {}
    for draft in pronouns:
        if draft.head < parse.lefts[subject] and subject in by_head:
            found[draft.head] = by_head[subject], _below_participle(parse, draft.head, root)
        elif draft.head == parse.lefts[subject] and parse.deps[draft.head] == "poss":
            undergoer = next((t for t in _undergoers(parse, root) if t in by_head), None)
            if undergoer is not None:
                found[draft.head] = by_head[undergoer], False
    return found


def _undergoers(parse: Parse, verb: int) -> list[int]:
    """Whom the verb is done to: "cost the council its friends" has one before another."""
    return [c for c in parse.children[verb] if c > verb and parse.deps[c] in {"dative", "dobj"}]


def _below_participle(parse: Parse, token: int, root: int) -> bool:
    """Whether a token hangs below a participle without a subject that stands in front of the main clause."""
    above = (token, *parse.ancestors(token))
    verb = next((a for a in above if parse.heads[a] == root and a != root), None)
    return (
        verb is not None
        and parse.deps[verb] == "advcl"
        and parse.tags[verb] in {"VBG", "VBN"}
        and all(parse.deps[c] not in _SUBJECTS | {"mark"} for c in parse.children[verb])
    )
