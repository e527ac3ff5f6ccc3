"""Scores the moves read from single labelled sentences (`tests/cases/moves.toml`): `python -m bench.quality.moves`."""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from bench.quality.account import same_name
from bench.quality.report import Report
from parley.annotate import annotate
from parley.extract.attribution import find_attributions
from parley.extract.moves import extract_moves
from parley.model import Actor, Claim, Move, Span, Term, new_report

__all__ = ["CASES", "score"]

CASES = Path(__file__).parents[2] / "tests" / "cases" / "moves.toml"
_PRONOUNS = {"its": "it", "their": "they", "them": "they", "his": "he", "him": "he", "her": "she"}
Case = dict[str, Any]


class _Fit(msgspec.Struct, frozen=True):
    """How well a claim fits a labelled move: makers, factuality, how many amounts, and what differs."""

    makers: bool
    sure: bool
    amounts: int
    lines: list[str]


def score(cases: list[Case], name: str) -> Report:
    """How many of the labelled moves are found, and how much of each is right.

    Metrics: `moves` found by act and place; found with the `makers`, and with the `factuality`, as shares of all
    moves; `amounts`, the share of all numbered terms; `negatives`, the share of sentences without moves in which none
    is claimed. Misses name the sentence, and so belong in no output for sentences that are held out.
    """
    counts: Counter[str] = Counter()
    misses: list[str] = []
    docs = annotate(new_report(case["text"], published="2025-05-16") for case in cases)
    for case, doc in zip(cases, docs, strict=True):
        # A sentence alone cannot show whether its report is about talks: the rules on moves are scored by themselves.
        claims = extract_moves(doc, find_attributions(doc))
        misses += [f"{case['text']}: {line}" for line in _of_case(case, claims, counts)]
    pairs = {
        "moves": ("found", "wanted"),
        "makers": ("makers", "wanted"),
        "factuality": ("factuality", "wanted"),
        "amounts": ("amounts", "numbered"),
        "negatives": ("quiet", "negative"),
    }
    shares = {key: counts[part] / max(1, counts[whole]) for key, (part, whole) in pairs.items()}
    return Report(name, shares, dict(counts), misses)


def _of_case(case: Case, claims: list[Claim], counts: Counter[str]) -> list[str]:
    if not case["moves"]:
        counts["negative"] += 1
        counts["quiet"] += not claims
        return [f"{bad.body.act} claimed" for bad in claims if isinstance(bad.body, Move)]
    return [line for move in case["moves"] for line in _of_move(move, case["text"], claims, counts)]


def _of_move(move: Case, text: str, claims: list[Claim], counts: Counter[str]) -> list[str]:
    start = text.index(move["trigger"])
    place = Span(start, start + len(move["trigger"]))
    acts = {move["act"], *move.get("or", ())}
    fitting = [c for c in claims if isinstance(c.body, Move) and c.body.act in acts and _overlaps(c, place)]
    numbered = [t for t in move.get("terms", ()) if "lower" in t or "upper" in t]
    counts["wanted"] += 1
    counts["numbered"] += len(numbered)
    if not fitting:
        return [f"{move['act']} not found"]
    best = min((_compare(move, numbered, claim) for claim in fitting), key=lambda fit: len(fit.lines))
    counts.update({"found": 1, "makers": best.makers, "factuality": best.sure, "amounts": best.amounts})
    return best.lines


def _overlaps(claim: Claim, place: Span) -> bool:
    return any(m.trigger.overlaps(place) for m in claim.mentions)


def _compare(move: Case, numbered: list[Case], claim: Claim) -> _Fit:
    body, facts = claim.body, claim.factuality
    assert isinstance(body, Move)
    amounts = sum(any(_amount_fits(t, term) for term in body.terms) for t in numbered)
    makers = _makers_fit(move["by"], body.by)
    wanted = (move.get("certainty", "certain"), move.get("polarity", "positive"), move.get("tense", facts.tense))
    sure = wanted == (facts.certainty, facts.polarity, facts.tense)
    lines = [f"by {move['by']} is {[a.name for a in body.by]}"] * (not makers)
    lines += [f"factuality {wanted} is {facts}"] * (not sure)
    lines += [f"{len(numbered) - amounts} amounts are missing"] * (amounts < len(numbered))
    return _Fit(makers, sure, amounts, lines)


def _makers_fit(wanted: list[str], found: tuple[Actor, ...]) -> bool:
    return len(wanted) == len(found) and all(any(_is(w, a) for a in found) for w in wanted)


def _is(wanted: str, actor: Actor) -> bool:
    mention = actor.mention.lower()
    if _PRONOUNS.get(mention, mention) == wanted.lower():
        return True
    return any(same_name(wanted, n) for n in (actor.name, actor.mention, actor.acts_for))


def _amount_fits(wanted: Case, term: Term) -> bool:
    if term.issue != wanted["issue"] or ("per" in wanted and term.per != wanted["per"]):
        return False
    if "previous" in wanted and (term.previous is None or term.previous.lower != wanted["previous"]):
        return False
    bounds = (wanted.get("lower"), wanted.get("upper"), wanted["unit"])
    return any(q is not None and (q.lower, q.upper, q.unit) == bounds for q in (term.quantity, term.duration))


def main() -> None:
    """Print both scores, with the misses of the sentences that are not held out."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else CASES
    cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    seen = score([c for c in cases if not c.get("held_out")], "moves")
    print(seen)
    print("\n".join(seen.misses))
    print(score([c for c in cases if c.get("held_out")], "moves, held out"))


if __name__ == "__main__":
    main()
