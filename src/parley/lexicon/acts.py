"""The words of acts: `acts.toml` (frames), `talks.toml` (what is negotiated) and `issues.toml` (what it is about)."""

from __future__ import annotations

from functools import cache

from parley.lexicon.frames import Acts, Frame, Issue, Issues, Judged, Need, NounFrame, Talks
from parley.lexicon.loader import LexiconError, load_lexicon

__all__ = ["Acts", "Frame", "Issue", "Judged", "Need", "NounFrame", "Talks", "load_acts", "load_issues", "load_talks"]


@cache
def load_acts() -> Acts:
    """The frames; raises LexiconError when one names an act the record does not know."""
    from parley.model.claim import Act

    acts = load_lexicon("acts", Acts)
    known = set(Act.__args__)  # type: ignore[attr-defined]
    named = {f.act for f in acts.frame} | {f.act for f in (*acts.noun, *acts.adjective)}
    if strange := sorted(named - known):
        raise LexiconError("acts", f"'{strange[0]}' is no act; known are {', '.join(sorted(known))}")
    return acts


@cache
def load_talks() -> Talks:
    """Noun classes of talks."""
    return load_lexicon("talks", Talks)


@cache
def load_issues() -> tuple[Issue, ...]:
    """Issues in the order of the file: the first that a word fits is taken."""
    return load_lexicon("issues", Issues).issue


@cache
def parse_need(text: str) -> Need:
    """A need written SLOT=CLASS|CLASS+ALSO, as `Need`."""
    slot, _, rest = text.partition("=")
    classes, _, also = rest.partition("+")
    if not rest:
        slot, _, also = slot.partition("+")
    return Need(slot, frozenset(filter(None, classes.split("|"))), also or None)
