"""What each rule that sets two claims against each other states, in a sentence for a reader of the two."""

from __future__ import annotations

from parley.lexicon.rules import load_rules

__all__ = ["relation_rule_words"]


def relation_rule_words(rule: str) -> str:
    """What the rule by which two claims stand in a relation states; of a rule without a sentence its name."""
    states = load_rules().relations
    while rule not in states and "-" in rule:
        rule = rule.rpartition("-")[0]
    return states.get(rule, rule)
