"""Who bids for whom, so that "the target" and "the suitor" stand for somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.annotate.drafts import Draft, Referent
from parley.annotate.parse import Parse
from parley.lexicon.parties import collectives
from parley.lexicon.words import word_list

__all__ = ["Pursuits"]

_SUBJECTS = frozenset({"nsubj"})
_OWNERS = frozenset({"poss", "compound", "nmod"})
_BUYABLE = frozenset({"company", "organisation", "consortium", "person"})


class Pursuits:
    """The last bid a report has told of: who makes it and whom it is for."""

    def __init__(self) -> None:
        """No bid yet."""
        self._bidder: Referent | None = None
        self._target: Referent | None = None

    def read(self, parse: Parse, drafts: Sequence[Draft]) -> None:
        """Take in the bids that a sentence tells of between parties it names."""
        words = collectives().pursuit
        if words.nouns.isdisjoint(parse.lemmas) and words.verbs.isdisjoint(parse.lemmas):
            return
        named = {d.head: d.referent for d in drafts if d.name is not None and d.referent is not None}
        for bidders, target in _bids(parse):
            pursued = next((named[t] for t in _beside(parse, target) if t in named), None)
            bidder = next((named[t] for b in bidders for t in _beside(parse, b) if t in named), None)
            if pursued is None or pursued.kind not in _BUYABLE:
                continue
            self._target = pursued
            self._bidder = bidder if bidder not in {None, pursued} else self._bidder
            if self._bidder is pursued:
                self._bidder = None

    def of(self, draft: Draft) -> Referent | None:
        """Whom "the target" or "the suitor" stands for; None where no bid has been told of, or the noun is another."""
        words = collectives().pursuit
        if not draft.definite or draft.number != "one" or draft.party_at is not None:
            return None
        return self._target if draft.word in words.pursued else self._bidder if draft.word in words.pursuers else None


def _beside(parse: Parse, token: int) -> list[int]:
    """A noun, those joined to it, and the name right behind it ("the brewer Hartwell")."""
    behind = (c for c in parse.children[token] if parse.deps[c] == "appos")
    return [*parse.conjuncts(token), *behind]


def _bids(parse: Parse) -> Iterator[tuple[list[int], int]]:
    """For each bid whom it may be from, and whom it is for."""
    words = collectives().pursuit
    for token, lemma in enumerate(parse.lemmas):
        if lemma in words.verbs and parse.tags[token][0] == "V":
            bidders = [c for c in parse.children[token] if parse.deps[c] in _SUBJECTS]
            yield from ((bidders, c) for c in parse.children[token] if parse.deps[c] == "dobj")
        elif lemma in words.nouns:
            yield from _by_noun(parse, token)


def _by_noun(parse: Parse, token: int) -> Iterator[tuple[list[int], int]]:
    above = parse.heads[token]
    subjects = [c for c in parse.children[above] if parse.deps[c] in _SUBJECTS and c != token]
    subjects = [s for c in subjects for s in _meant(parse, above, c)]
    owners = [c for c in parse.children[token] if parse.deps[c] in _OWNERS]
    preps = [(c, o) for t in (token, above) for c in parse.children[t] if c > token for o in parse.children[c]]
    preps = [(c, o) for c, o in preps if parse.deps[c] in {"prep", "dative"} and parse.deps[o] == "pobj"]
    yield from ((owners + subjects, o) for c, o in preps if parse.lower[c] in {"for", "of", "on"})
    # "Hartwell rejects a raised bid from Pollard": whoever answers a bid is its target.
    senders = [o for c, o in preps if parse.lower[c] == "from" and parse.heads[c] == token]
    if parse.deps[token] == "dobj" and senders:
        yield from ((senders, s) for s in subjects)
    elif parse.deps[token] == "dobj" and parse.tags[above][0] == "V":
        # "Pollard lifts Hartwell bid": between the bidder and its bid stands the target.
        between = [c for c in owners if parse.deps[c] == "compound" and subjects and parse.words[-1] not in _STOPS]
        if parse.lemmas[above] in _RAISING:
            yield from ((subjects, c) for c in between)
        else:
            yield from (([c], s) for c in between for s in subjects)


def _meant(parse: Parse, verb: int, subject: int) -> list[int]:
    """ "Hartwell said it had rejected": who says so, for "it" and "its board"."""
    own = parse.lower[subject] in {"it", "its"} or any(parse.lower[c] == "its" for c in parse.children[subject])
    said = parse.heads[verb]
    if not own or parse.deps[verb] != "ccomp":
        return [subject]
    return [c for c in parse.children[said] if parse.deps[c] in _SUBJECTS] or [subject]


_RAISING = word_list("annotate.pursuits.raising")
_STOPS = frozenset({".", "!", "?"})
