"""Writes down how often each rule was right on the labelled texts: `python -m bench.quality.rule_scores`.

The file in the package is what `parley explain` shows; the table in docs/method.md holds the same.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from bench.quality.gold import HALVES, Scored, load_half, score
from bench.result import between

__all__ = ["measured_rules", "rule_table"]

ROOT = Path(__file__).parents[2]
FILE = ROOT / "src" / "parley" / "pages" / "rule_scores.json"
PAGE = ROOT / "docs" / "method.md"
PLACE = "<!-- made: rules -->"


def measured_rules(scored: dict[str, Scored]) -> dict[str, dict[str, tuple[int, int]]]:
    """For each rule and half the claims that were right and all it made."""
    names = sorted({rule for half in scored.values() for rule in half.claimed})
    return {
        name: {half: (found.right[name], found.claimed[name]) for half, found in scored.items() if found.claimed[name]}
        for name in names
    }


def rule_table(rules: dict[str, dict[str, tuple[int, int]]]) -> list[str]:
    """The rows of a Markdown table."""
    rows = ["| rule | held out: right of all | seen: right of all |", "|---|---|---|"]
    for name, halves in rules.items():
        cells = (f"{halves[h][0]} of {halves[h][1]}" if h in halves else "" for h in ("held_out", "seen"))
        rows.append(f"| `{name}` | {' | '.join(cells)} |")
    return rows


def main() -> None:
    """Score both halves and write the scores of their rules."""
    rules = measured_rules({half: score(load_half(half), half)[1] for half in HALVES})
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(rules), indent=1) + b"\n")
    PAGE.write_text(between(PAGE.read_text(encoding="utf-8"), PLACE, rule_table(rules)), encoding="utf-8")


if __name__ == "__main__":
    main()
