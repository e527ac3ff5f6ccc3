"""Which of several acts read from the same words is meant, where two readings exclude each other."""

from __future__ import annotations

from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.frames.acts import ActHit
from parley.extract.moves.frames.sides import ballots
from parley.extract.moves.parties.carriers import is_sent_through
from parley.lexicon.acts import load_acts

__all__ = ["one_reading"]


_READY = "move:concede:readiness"


def _above(phrases: Phrases, hit: ActHit, link: str = "ccomp") -> int:
    """The verb that governs the act's clause by `link`; -1 where none does."""
    clause = hit.clause
    if clause is None or clause.link != link or clause.parent is None:
        return -1
    return phrases.sentence.clauses[clause.parent].verb


def _without_senders(phrases: Phrases, hits: list[ActHit]) -> list[ActHit]:
    """Who conveys through another carries nothing, and is the one who offers."""
    sent = {h.token for h in hits if h.clause is not None and h.act == "mediate" and is_sent_through(phrases, h.clause)}
    return [h for h in hits if h.token not in sent or (h.act != "mediate" and h.clause and h.clause.subjects)]


def _told_above(phrases: Phrases, hit: ActHit, ruled: set[int]) -> bool:
    """Whether a hit only says what was ruled, or belongs to a silence."""
    if hit.act == "breach":
        return not ruled.isdisjoint((_above(phrases, hit, "pcomp"), _above(phrases, hit)))
    if hit.act == "rule":
        return _above(phrases, hit, "xcomp") in ruled
    if hit.act != "reject":
        return False
    # "would neither confirm nor rule out" says nothing.
    above = _above(phrases, hit, "conj")
    return above >= 0 and phrases.clause_by_verb[above].lemma in load_acts().verbs["silent"]


# Of two acts read from one verb the one named first stands, and those behind it give way.
_GIVE_WAY: dict[str, frozenset[str]] = {
    # Who carries another's offer makes none; "agreed to extend the truce" prolongs it.
    "mediate": frozenset({"offer", "resume"}),
    "extend": frozenset({"offer", "resume"}),
    # "recommended accepting", "walked away from the merger": one act each.
    "support": frozenset({"demand"}),
    "break_off": frozenset({"withdraw", "accept", "agree"}),
    "concede": frozenset({"accept"}),
    "agree": frozenset({"concede", "support"}),
}


def one_reading(phrases: Phrases, hits: list[ActHit]) -> list[ActHit]:
    """One act a verb where two readings exclude each other: a court's ruling is no party's refusal."""
    hits = _without_senders(phrases, hits)
    if not hits:
        return hits
    ruled = {h.token for h in hits if h.act == "rule"}
    # Whoever is asked to come to talks is invited; "demanded talks" asks for nothing else.
    invited = {h.token for h in hits if h.act == "invite"}
    hits = _without_renewals(hits)
    beaten = _beaten(phrases, hits)
    # "agreed to extend the truce" is one act.
    extended = {h.token for h in hits if h.act == "extend"}
    # "agreed with the banks to repay": both sides agree.
    together = {h.token for h in hits if h.act == "agree" and h.slot == "with"}
    joint = {h.token for h in hits if h.act == "accept" and h.clause is not None and h.clause.lemma == "agree"}
    # "is ready to drop its claim" is one act.
    dropped = {f for h in hits if h.rule == _READY for f in h.fillers}
    first, put = _first_told(hits), _put_forward(phrases, hits)
    return [
        h
        for h in hits
        if (h.token, h.act) not in beaten
        and not (h.token in ruled and h.act != "rule")
        and not (h.act == "rule" and h.clause is not None and h.clause.link == "acl" and h.clause.tense == "none")
        and not (h.token in invited and h.act == "demand" and h.clause is not None)
        and not (h.token in joint and h.act == "agree" and h.slot != "with")
        and not (h.token in together and h.act == "accept")
        and not (h.act == "concede" and h.rule != _READY and not dropped.isdisjoint(h.fillers))
        and not (h.act == "accept" and not extended.isdisjoint(h.fillers))
        and not _told_above(phrases, h, ruled)
        and not _is_unsaid(phrases, h)
        and (h.clause is None or first.get((h.act, h.clause.subjects), h.token) == h.token)
        and not (h.owner and h.clause is not None and (h.act, h.clause.subjects) in put)
    ]


def _beaten(phrases: Phrases, hits: list[ActHit]) -> set[tuple[int, str]]:
    """The verbs with the acts that give way to another read from the same verb."""
    lower = phrases.sentence.parse.lower
    beaten = {(h.token, act) for h in hits for act in _GIVE_WAY.get(h.act, ())}
    for h in hits:
        # "will accept nothing less than parity" demands.
        if h.act == "demand" and any(lower[f] == "nothing" for f in h.fillers):
            beaten |= {(h.token, "accept"), (h.token, "agree"), (h.token, "reject")}
        if h.act == "accept" and h.clause is not None and ballots(phrases, h.clause):
            beaten.add((h.token, "support"))
    return beaten


def _first_told(hits: list[ActHit]) -> dict[tuple[str, tuple[int, ...]], int]:
    """The first verb by which somebody mediates or accuses: "shuttled between them, carrying a paper" is one mediation,
    "blames them and calls it a breach" one accusation."""
    first: dict[tuple[str, tuple[int, ...]], int] = {}
    for h in hits:
        if h.act in {"mediate", "accuse"} and h.clause is not None and h.clause.subjects:
            first.setdefault((h.act, h.clause.subjects), h.token)
    return first


def _put_forward(phrases: Phrases, hits: list[ActHit]) -> set[tuple[str, tuple[int, ...]]]:
    """The acts by which something is put forward in a clause that hangs on it: "the blueprint, tabled by the envoy on
    Monday, would let 60 trucks through" is one offer."""
    carried = {h.token for h in hits if h.act in {"mediate", "extend"}}
    heads = phrases.sentence.parse.heads
    return {
        (h.act, (heads[h.token],))
        for h in hits
        if h.clause is not None and h.clause.link == "acl" and h.token not in carried
    }


def _without_renewals(hits: list[ActHit]) -> list[ActHit]:
    """ "renewed its offer", "offered a grace period" put something forward, and prolong nothing."""
    put = {h.token for h in hits if h.act == "offer" and h.clause is not None and h.clause.lemma in {"renew", "offer"}}
    # "trying to revive the nuclear deal" takes up what was there.
    resumed = {h.token for h in hits if h.act == "resume"}
    return [
        h for h in hits if (h.act != "extend" or h.token not in put) and (h.act != "offer" or h.token not in resumed)
    ]


def _is_unsaid(phrases: Phrases, hit: ActHit) -> bool:
    """ "would neither confirm nor deny that it had": whether it did stays open."""
    above, parse = _above(phrases, hit), phrases.sentence.parse
    return (
        above >= 0
        and parse.lemmas[above] in {"deny", "confirm"}
        and not {"confirm", "deny"} - set(parse.lemmas)
        and "nor" in parse.lower
    )
