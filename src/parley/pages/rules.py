"""What each family of rules states, in a sentence for a reader of a claim."""

from __future__ import annotations

from parley.lexicon.rules import load_rules

__all__ = ["rule_words"]


def rule_words(rule: str) -> str:
    """What the rule with this name states; that nothing is written down of it when that is so."""
    parts, states = _parts(rule), load_rules().claims
    fitting = [key for key in states if _fits(_parts(key), parts)]
    if not fitting:
        return "nothing is written down about this rule yet"
    return states[max(fitting, key=lambda key: len(_parts(key)))]


def _parts(name: str) -> list[str]:
    return name.replace(".", ":").split(":")


def _fits(pattern: list[str], parts: list[str]) -> bool:
    return len(pattern) <= len(parts) and all(want in ("*", part) for want, part in zip(pattern, parts, strict=False))
