"""Scores the record of our own labelled texts (`tests/gold`): `python -m bench.quality.gold [--rules] [--misses]`.

A labelled move, figure, event or phase is found by a claim of its act, measure, type or status whose trigger stands at
its words; each claim answers one label. Claims that answer none are false, unless a doubtful label stands there.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable

import msgspec

from bench.quality.account import same_name
from bench.quality.labels import GOLD, FigureLabel, GoldText, Label, MoveLabel, QuoteLabel, load_texts
from bench.quality.links import count_links
from bench.quality.matching import Fit, amounts_found, fit, is_told_at
from bench.quality.report import Report
from parley.annotate import annotate
from parley.annotate.doc import Doc
from parley.extract import extract
from parley.extract.attribution import find_attributions
from parley.extract.extractor import STEPS
from parley.extract.merge import merge_claims
from parley.extract.times import settled_date
from parley.model import Claim, Move, Quote, Span

__all__ = ["HALVES", "SECOND", "Scored", "claims_read", "f1", "load_half", "score"]

HALVES = ("seen", "held_out")
SECOND = "second"  # the texts held out, as another reader labelled them
_KINDS = ("move", "figure", "event", "phase")


class Scored(msgspec.Struct):
    """What was counted, by name; per rule how many claims were right and how many there were; and what differs."""

    counts: Counter[str]
    right: Counter[str]
    claimed: Counter[str]
    misses: list[str]


def load_half(half: str, packs: Iterable[str] = ()) -> list[GoldText]:
    """The labelled texts of a half, `seen` or `held_out`, or of the `second` reader, of all packs or of those named."""
    wanted = set(packs)
    return [t for p in sorted((GOLD / half).glob("*.toml")) if not wanted or p.stem in wanted for t in load_texts(p)]


def score(texts: list[GoldText], name: str) -> tuple[Report, Scored]:
    """How much of the labelled texts the record holds, and how much of the record is labelled.

    - F1 of each kind, a figure only with right bounds.
    - Of the moves found, the share with right `makers`; of all claims found, that with right `factuality`; of those with a
      source in label or claim, that with right `chains`.
    - F1 of the `amounts` in the terms of the moves found, by number, bounds, unit, amount before and issue; of `amounts
      under any issue`, where the issue may be another.
    - F1 of `links` between claims of one text, where every labelled link counts; of `links between found`, where only
      those count whose two ends are found (a missed move is counted by `moves` already).
    - Shares of the labelled `quotations` with their speaker, `silences`, `dates`, days of moves and events (`when`),
      `deadlines`, `addressees`, `carriers`, and of `traps` of which nothing is claimed.

    Misses name the text, and so belong in no output for held-out texts.
    """
    scored = Scored(Counter(), Counter(), Counter(), [])
    for text, doc in zip(texts, annotate(text.report for text in texts), strict=True):
        _score_text(text, doc, scored)
    return Report(name, _metrics(scored.counts), dict(sorted(scored.counts.items())), scored.misses), scored


def claims_read(kind: str, doc: Doc) -> tuple[Claim, ...]:
    """The claims of a report as a user gets them; of a `sentence` or `headline`, those of all steps."""
    if kind not in {"sentence", "headline"}:
        return extract(doc).claims
    # A sentence alone cannot show whether its report is about talks: the rules are scored by themselves.
    attributions = find_attributions(doc)
    return merge_claims([claim for step in STEPS for claim in step(doc, attributions)], doc)


def _score_text(text: GoldText, doc: Doc, scored: Scored) -> None:
    claims = [c for c in claims_read(text.kind, doc) if not c.attribution.silence or isinstance(c.body, Quote)]
    found = _pairs(text, [c for c in claims if c.kind in _KINDS], doc.text)
    for label in text.labels:
        if not label.doubtful:
            _score_label(text, label, found.get(id(label)), scored)
    _score_claims(text, claims, found, scored)
    placed = {i: found[id(label)][0] for i, label in enumerate(text.labels) if id(label) in found}
    scored.misses += count_links(text, placed, scored.counts)
    _score_words(text, doc, claims, scored)


def _pairs(text: GoldText, claims: list[Claim], words: str) -> dict[int, tuple[Claim, Fit]]:
    """The claim that answers each label, by the label's identity: best fits first, each claim once."""
    fits = [
        (how, i, j)
        for i, label in enumerate(text.labels)
        for j, claim in enumerate(claims)
        if (how := fit(label, claim, words))
    ]
    fits.sort(key=lambda entry: (not text.labels[entry[1]].doubtful, entry[0].rank), reverse=True)
    labels, taken, pairs = set[int](), set[int](), dict[int, tuple[Claim, Fit]]()
    for found, i, j in fits:
        if i not in labels and j not in taken:
            labels.add(i)
            taken.add(j)
            pairs[id(text.labels[i])] = (claims[j], found)
    return pairs


def _kind(label: Label) -> str:
    return type(label).__name__.removesuffix("Label").lower()


def _score_label(text: GoldText, label: Label, pair: tuple[Claim, Fit] | None, scored: Scored) -> None:
    kind, counts = _kind(label), scored.counts
    counts[f"{kind} labelled"] += 1
    if pair is None or (isinstance(label, FigureLabel) and not pair[1].values):
        why = "not found" if pair is None else f"bounds {pair[1].differs}"
        scored.misses.append(f"[{text.pack} {text.id}] {kind} {_sort(label)} {label.words!r}: {why}")
        return
    claim, how = pair
    counts.update({f"{kind} found": 1, f"{kind} makers": how.parties, "claims found": 1, "claims sure": how.sure})
    if label.chain or claim.attribution.chain:
        counts.update({"chains": 1, "chains right": how.chain})
    for name, right in (("days", how.day), ("addressees", how.to), ("carriers", how.via)):
        if right is not None:
            counts.update({name: 1, f"{name} right": right})
    lines = list(how.differs)
    if isinstance(label, MoveLabel) and isinstance(claim.body, Move):
        amounts = amounts_found(label, claim.body)
        counts.update(dict(zip(("amounts found", "amounts labelled", "amounts claimed"), amounts, strict=True)))
        counts["amounts found under any issue"] += amounts_found(label, claim.body, any_issue=True)[0]
        lines += [f"amounts {amounts}"] * (len(set(amounts)) > 1)
        lines += _score_limits(label, claim.body, scored.counts)
    if lines:
        scored.misses.append(f"[{text.pack} {text.id}] {kind} {_sort(label)} {label.words!r}: {'; '.join(lines)}")


def _score_limits(label: MoveLabel, body: Move, counts: Counter[str]) -> list[str]:
    """Counts the labelled deadline and expiry of a move found; the lines on what differs."""
    lines = []
    for name, wanted, found in (("deadline", label.deadline, body.deadline), ("expires", label.expires, body.expires)):
        if wanted is not None:
            right = found is not None and _same_day(wanted, found.edtf)
            counts.update({"deadlines": 1, "deadlines right": right})
            lines += [f"{name} is {found}"] * (not right)
    return lines


def _sort(label: Label) -> str:
    return str(next(getattr(label, n) for n in ("act", "measure", "type", "status") if hasattr(label, n)))


def _score_claims(text: GoldText, claims: list[Claim], found: dict[int, tuple[Claim, Fit]], scored: Scored) -> None:
    """Counts what is claimed and what of it is right; repeats at the other words of a label are no error."""
    right = {c.id: label for label in text.labels if id(label) in found for c, _ in [found[id(label)]]}
    words = text.report.text
    for claim in claims:
        if claim.kind not in _KINDS:
            continue
        label = right.get(claim.id)
        if label is None and _is_excused(text, claim, words):
            continue
        if label is not None and label.doubtful:
            continue
        good = label is not None and not (isinstance(label, FigureLabel) and not found[id(label)][1].values)
        scored.counts[f"{claim.kind} claimed"] += 1
        scored.claimed[claim.rule] += 1
        scored.right[claim.rule] += good
        if label is None:
            trigger = claim.mentions[0].trigger.of(words)
            scored.misses.append(f"[{text.pack} {text.id}] FALSE {claim.kind} {claim.rule} {trigger!r}")


def _is_excused(text: GoldText, claim: Claim, words: str) -> bool:
    """Whether the claim stands at a doubtful label, or repeats a label at its other words."""
    for label in text.labels:
        spans = label.spans(words)
        if label.doubtful and is_told_at(claim, spans) and _kind(label) == claim.kind:
            return True
        if len(spans) > 1 and fit(label, claim, words) is not None:
            return True
    return False


def _score_words(text: GoldText, doc: Doc, claims: list[Claim], scored: Scored) -> None:
    """Quotations, silences, dates and traps."""
    whole, counts = doc.text, scored.counts
    for key, labels, silence in (("quotations", text.quotes, False), ("silences", text.silences, True)):
        for label in labels:
            told = _is_quoted(label, [c for c in claims if c.attribution.silence is silence], whole)
            counts.update({key: 1, f"{key} right": told})
            scored.misses += [f"[{text.pack} {text.id}] {key} {label.speaker}: {label.words!r}"] * (not told)
    for date in text.dates:
        place = _place(whole, date.words)
        values = [settled_date(doc, d).edtf for d in doc.dates if d.span.overlaps(place)]
        values += [doc.dateline.edtf] if doc.dateline is not None and _in_dateline(doc, place) else []
        right = any(_same_day(date.value, value) for value in values)
        counts.update({"dates": 1, "dates right": right})
        scored.misses += [f"[{text.pack} {text.id}] date {date.words!r} {date.value} is {values}"] * (not right)
    for trap in text.traps:
        caught = [c.rule for c in claims if c.kind in {"move", "figure"} and is_told_at(c, [_place(whole, trap.words)])]
        counts.update({"traps": 1, "traps right": not caught})
        scored.misses += [f"[{text.pack} {text.id}] TRAP {trap.words!r}: {caught}"] * bool(caught)


def _in_dateline(doc: Doc, place: Span) -> bool:
    return any(block.kind == "dateline" and block.span.overlaps(place) for block in doc.blocks)


def _same_day(wanted: str, found: str) -> bool:
    """Whether two dates agree; an approximate one may be the month or year of the other ("the end of 2026")."""
    one, other = wanted.replace("~", ""), found.replace("~", "")
    return one == other or ("~" in found and one.startswith(other))


def _place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _is_quoted(label: QuoteLabel, claims: list[Claim], text: str) -> bool:
    place = _place(text, label.words)
    near = [c for c in claims if any(m.trigger.overlaps(place) or m.statement.overlaps(place) for m in c.mentions)]
    return any(_is_speaker(label.speaker, c) for c in near)


def _is_speaker(wanted: str, claim: Claim) -> bool:
    chain = claim.attribution.chain
    if wanted == "unnamed" and any(s.kind == "unnamed" for s in chain):
        return True
    actors = [s.actor for s in chain] + ([claim.body.speaker] if isinstance(claim.body, Quote) else [])
    names = [s.name for s in chain] + [n for a in actors if a is not None for n in (a.name, a.mention, a.acts_for) if n]
    return any(same_name(wanted, n) for n in names)


def _metrics(counts: Counter[str]) -> dict[str, float]:
    found = {
        f"{kind}s": f1(counts[f"{kind} found"], counts[f"{kind} claimed"], counts[f"{kind} labelled"])
        for kind in _KINDS
    }
    shares = {
        "makers": ("move makers", "move found"),
        "factuality": ("claims sure", "claims found"),
        "chains": ("chains right", "chains"),
        "quotations": ("quotations right", "quotations"),
        "silences": ("silences right", "silences"),
        "dates": ("dates right", "dates"),
        "when": ("days right", "days"),
        "deadlines": ("deadlines right", "deadlines"),
        "addressees": ("addressees right", "addressees"),
        "carriers": ("carriers right", "carriers"),
        "traps": ("traps right", "traps"),
    }
    found |= {name: counts[right] / max(1, counts[whole]) for name, (right, whole) in shares.items()}
    found["move recall"] = counts["move found"] / max(1, counts["move labelled"])
    for name in ("amounts", "links"):
        found[name] = f1(counts[f"{name} found"], counts[f"{name} claimed"], counts[f"{name} labelled"])
    found["amounts under any issue"] = f1(
        counts["amounts found under any issue"], counts["amounts claimed"], counts["amounts labelled"]
    )
    found["links between found"] = f1(counts["links found"], counts["links claimed"], counts["links with both ends"])
    return found


def f1(found: int, claimed: int, labelled: int) -> float:
    """F1 of what is found among what is claimed and what is labelled."""
    return 2 * found / max(1, claimed + labelled)


def main() -> None:
    """Print the scores of both halves; the misses only of texts that are not held out."""
    parser = argparse.ArgumentParser(prog="python -m bench.quality.gold", description=__doc__)
    parser.add_argument("packs", nargs="*", help="only these packs")
    parser.add_argument("--misses", action="store_true", help="list what differs in the texts that are not held out")
    parser.add_argument("--rules", action="store_true", help="list each rule with its right and all claims")
    parser.add_argument("--seen", action="store_true", help="score the texts that are not held out, only")
    options = parser.parse_args()
    for half in HALVES[:1] if options.seen else (*HALVES, SECOND):
        report, scored = score(load_half(half, options.packs), half)
        print(report)
        if options.misses and half == "seen":
            print("\n".join(report.misses))
        if options.rules:
            lines = [f"  {scored.right[rule]:4} of {n:4}  {rule}" for rule, n in sorted(scored.claimed.items())]
            print("\n".join(lines))


if __name__ == "__main__":
    main()
