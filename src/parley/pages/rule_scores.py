"""How often each rule was right on texts that people labelled: measured, and written down with the program."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

__all__ = ["RuleScore", "rule_score", "score_words"]


class RuleScore(msgspec.Struct, frozen=True):
    """Claims of a rule that were right, and all it made: in `held_out` texts, which no rule was written for, and in
    `seen` ones, by which rules were tried out."""

    held_out: tuple[int, int] = (0, 0)
    seen: tuple[int, int] = (0, 0)

    @property
    def right(self) -> int:
        """Claims that were right, in all labelled texts."""
        return self.held_out[0] + self.seen[0]

    @property
    def made(self) -> int:
        """Claims that the rule made, in all labelled texts."""
        return self.held_out[1] + self.seen[1]


@cache
def _scores() -> dict[str, RuleScore]:
    path = files(__package__) / "rule_scores.json"
    return msgspec.json.decode(path.read_bytes(), type=dict[str, RuleScore])


def rule_score(rule: str) -> RuleScore | None:
    """The score of a rule; None when no labelled text made it speak."""
    return _scores().get(rule)


def score_words(rule: str) -> str:
    """The score of a rule in words."""
    score = rule_score(rule)
    if score is None:
        return "not measured: no labelled text made this rule speak"
    parts = [
        f"{right} of {made} times right in {name}"
        for (right, made), name in ((score.held_out, "texts held out"), (score.seen, "texts seen"))
        if made
    ]
    return "; ".join(parts)
