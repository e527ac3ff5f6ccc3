"""What each rule that sets two claims against each other states, in a sentence for a reader of the two."""

from __future__ import annotations

__all__ = ["relation_rule_words"]

# By the rule's name, or its beginning up to a hyphen; the longest that fits is taken.
_STATES = {
    "stated:answers": "the report itself says what is answered",
    "stated:part-of": "the report itself says what it is a part of",
    "moves:exacter": "the report tells it once more, more exactly",
    "moves:exacter-elsewhere": "another report tells it more exactly",
    "moves:same-values": "the report tells it twice, with the same parties and terms",
    "moves:same-report": "the report tells the same terms twice",
    "moves:copied": "the same words stand in both reports",
    "moves:told-again": "both tell the same act of the same party on the same terms",
    "moves:one-package": "both are terms of what was put forward together",
    "moves:newer-terms": "the same party put it forward again with other terms",
    "moves:odd-one-out": "reports tell the same act of the same party with different amounts",
    "moves:negated": "the report tells it, and tells somebody's word that it is not so",
    "moves:negated-elsewhere": "one report tells it, another has somebody's word that it is not so",
    "moves:told-and-not": "one report tells in its own words that it is so, another that it is not",
    "moves:given-up": "a party no longer insists on what it asked for",
    "moves:taken-back": "a party takes back what it put forward",
    "moves:answered": "it answers the latest that the other side put forward and that fits what is answered",
    "moves:answered-terms": "it answers what was put forward on the same terms",
    "moves:under-deal": "it was done, or left undone, under a deal told before",
    "moves:prolonged": "it prolongs a deal told before",
    "figures:all-kept": "the same count of the same thing is told again",
    "figures:copies-count-once": "the same count is told again, in reports that go back to one text or source",
    "figures:one-series": "it counts a part of what the other counts, on the same day and word",
    "figures:floor-rises": "the count before it was a floor, which a higher or exacter count does not contradict",
    "figures:apart-at-one-time": "both count the same thing as of the same day, with numbers that exclude each other",
    "figures:floor-falls": "a count that can only rise has fallen: it was corrected, or something else is counted",
    "figures:increments-apart": "the two cover periods that do not overlap",
    "figures:rounded": "one is the other, rounded",
    "figures:newest-as-of": "it counts the same thing as of a later day",
    "figures:stale": "when it was published, a count as of a later day was known",
    "figures:published-bounds": "the report does not say as of when; it was published later",
}


def relation_rule_words(rule: str) -> str:
    """What the rule by which two claims stand in a relation states; of a rule without a sentence its name."""
    while rule not in _STATES and "-" in rule:
        rule = rule.rpartition("-")[0]
    return _STATES.get(rule, rule)
