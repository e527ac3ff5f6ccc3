"""Conditions of frames that ask for a turn of phrase: what stands beside the verb and makes its words those of talks."""

from __future__ import annotations

from collections.abc import Callable

from parley.annotate.clauses import Clause
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.invited import says_it_will_come
from parley.extract.moves.frames.needs import names_money
from parley.extract.moves.frames.sides import SIDES
from parley.extract.moves.terms.told_before import find_told
from parley.extract.relevance import is_about_talks
from parley.lexicon.words import word_list

__all__ = ["IDIOMS"]

_UNANSWERED = word_list("moves.frames.idioms.unanswered")
_LIMITS = (("as", "high", "as"), ("as", "far", "as"), ("as", "low", "as"), ("as", "much", "as"))
_TWO = frozenset({"two", "three", "both", "pair"})


def _after(phrases: Phrases, clause: Clause) -> tuple[str, ...]:
    return phrases.sentence.parse.lower[clause.verb + 1 : clause.last + 1]


def _is_somebody(phrases: Phrases, clause: Clause) -> bool:
    return any(phrases.party(s, strict=True) is not None for s in clause.subjects)


def _prolonged(phrases: Phrases, clause: Clause) -> bool:
    """ "extended its offer until Friday", not "extended its offer of doctors"."""
    return bool(phrases.dates_here) or all(p.word != "of" for o in clause.objects for p in phrases.preps(o))


def _first(phrases: Phrases, clause: Clause) -> bool:
    """ "blinked first": of a side; lamps blink as well."""
    return "first" in _after(phrases, clause)[:2] and _is_somebody(phrases, clause)


def _sent_back(phrases: Phrases, clause: Clause) -> bool:
    """ "sent the paper back unsigned"."""
    return not _UNANSWERED.isdisjoint(_after(phrases, clause))


def _as_high(phrases: Phrases, clause: Clause) -> bool:
    """ "would go as high as 88 crowns": how far somebody is ready to go."""
    words = _after(phrases, clause)
    limit = any(words[i : i + 3] in _LIMITS for i in range(min(len(words), 3)))
    return limit and clause.modal is not None and _is_somebody(phrases, clause)


def _denied_at_talks(phrases: Phrases, clause: Clause) -> bool:
    """ "saw no reason for one": whatever it is, where it can only be what the other side wants."""
    return clause.negated and is_about_talks(phrases.doc)


def _fronted(phrases: Phrases, clause: Clause) -> bool:
    """ "which the latter called insulting": what is judged stands before the clause."""
    return clause.link == "relcl" and is_about_talks(phrases.doc)


def _would(phrases: Phrases, clause: Clause) -> bool:
    """ "would have none of it"."""
    return clause.modal in {"will", "would", "'ll", "'d"} and _is_somebody(phrases, clause)


def _pair(phrases: Phrases, clause: Clause) -> bool:
    """ "the two would meet again": both sides, called only by their number."""
    lower = phrases.sentence.parse.lower
    return not clause.objects and is_about_talks(phrases.doc) and any(lower[s] in _TWO for s in clause.subjects)


def _from_money(phrases: Phrases, clause: Clause) -> bool:
    """ "came down from 3 million dollars to 2 million": from one sum to another."""
    was = (p.object for p in clause.preps if p.word == "from")
    return any(names_money(phrases, t) for t in was) and _is_somebody(phrases, clause)


def _from_told(phrases: Phrases, clause: Clause) -> bool:
    """ "Norland has moved from one to two": a side, from the number it gave to another, of what was told in numbers before."""
    parse = phrases.sentence.parse
    was = [p.object for p in clause.preps if p.word == "from" and parse.tags[p.object] == "CD"]
    if not was or not _is_somebody(phrases, clause):
        return False
    given = [q for q in phrases.quantities(phrases.region(was[0])) if q.kind == "count" and q.quantity.unit is None]
    return bool(given) and find_told(phrases, given[0], was[0]) is not None


def _told_by_side(phrases: Phrases, clause: Clause) -> bool:
    """By a party, and told as done: what others are to do ("called for the army to rescind") nobody has done."""
    return clause.tense not in {"none", "hypothetical"} and clause.link != "xcomp" and SIDES["by_side"](phrases, clause)


def _told_or_titled(phrases: Phrases, clause: Clause) -> bool:
    """What is told as done, also by a headline's verb that the parser took for a noun ("Mill, union bury hatchet")."""
    return clause.tense not in {"none", "hypothetical"} or phrases.sentence.parse.tags[clause.verb][0] == "N"


def _by_doer(phrases: Phrases, clause: Clause) -> bool:
    """ "was met by the company": who did it is named."""
    return clause.passive and _is_somebody(phrases, clause)


def _of_another(phrases: Phrases, clause: Clause) -> bool:
    """ "ferried the Osk counter-proposal": what is somebody else's."""
    owners = [phrases.owner(o) for o in clause.objects]
    mine = [phrases.entity(s) for s in clause.subjects]
    return any(o is not None and all(m is None or m.name != o.name for m in mine) for o in owners)


# Conditions by their names in `acts.toml`.
IDIOMS: dict[str, Callable[[Phrases, Clause], bool]] = {
    "first": _first,
    "prolonged": _prolonged,
    "sent_back": _sent_back,
    "as_high": _as_high,
    "denied_at_talks": _denied_at_talks,
    "fronted": _fronted,
    "would": _would,
    "pair": _pair,
    "from_money": _from_money,
    "from_told": _from_told,
    "invited": says_it_will_come,
    "told_by_side": _told_by_side,
    "told_or_titled": _told_or_titled,
    "by_doer": _by_doer,
    "of_another": _of_another,
}
