"""Whom a description or a pronoun stands for, decided only where one candidate remains."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from parley.annotate.drafts import Draft, Referent
from parley.annotate.parse import Parse
from parley.annotate.referents import Referents

__all__ = ["Resolver"]

# How many sentences back an antecedent may stand.
_WINDOW = 3
_THINGS = frozenset(
    {"state", "organisation", "armed_group", "company", "consortium", "union", "office", "court", "outlet"}
)
_MANY = frozenset({"collective", "union", "armed_group", "organisation", "state", "company", "consortium", "unnamed"})

Fits = Callable[[Referent, Draft], bool]


class Resolver:
    """Resolves the drafts of a report in text order; `history` holds those resolved so far."""

    def __init__(self, referents: Referents) -> None:
        """`referents` has the names of the whole report bound."""
        self._referents = referents
        self._history: list[Draft] = []
        self._by_head: dict[tuple[int, int], Draft] = {}

    def sentence(self, parse: Parse, drafts: Sequence[Draft]) -> None:
        """Resolve the drafts of one sentence, in order of their heads."""
        for draft in drafts:
            self._by_head[draft.sentence, draft.head] = draft
        self._tie_appositions(parse, drafts)
        for draft in drafts:
            self._settle(parse, draft)
            self._act_for(parse, draft)
            if draft.referent is not None and (draft.emitted or draft.sort == "counted"):
                self._history.append(draft)

    def _act_for(self, parse: Parse, draft: Draft) -> None:
        """ "Union representative Paul Rook": the holder of a title acts for the party before it."""
        held = draft.referent
        if draft.name is None or held is None or held.acts is not None or draft.party_at is None or draft.former:
            return
        owner = self.at(draft.sentence, draft.party_at)
        if owner is not None and owner is not draft and not (draft.noun is not None and draft.noun.person):
            self._settle(parse, owner)
            acts = side(owner.referent)
            held.acts = acts if acts != held.name else None

    def _settle(self, parse: Parse, draft: Draft, depth: int = 0) -> None:
        """Resolve a draft after the party it belongs to ("the group" before "a spokesman of the group's wing")."""
        if draft.referent is not None:
            return
        owner = self._by_head.get((draft.sentence, draft.party_at)) if draft.party_at is not None else None
        if owner is not None and owner is not draft and depth < 4:
            self._settle(parse, owner, depth + 1)
        self._resolve(parse, draft)

    def at(self, sentence: int, token: int) -> Draft | None:
        """The draft with that head."""
        return self._by_head.get((sentence, token))

    def party_of(self, draft: Draft) -> Referent | str | None:
        """The party a draft belongs to: a state's name, or a referent."""
        if draft.state is not None:
            return draft.state
        if draft.party_at is None or draft.party_at == draft.head:
            return None
        owner = self._by_head.get((draft.sentence, draft.party_at))
        return owner.referent if owner is not None else None

    def _tie_appositions(self, parse: Parse, drafts: Sequence[Draft]) -> None:
        """ "Yoav Gallant, the defence minister", "the union's leader, Ana Ruiz", "envoy Steve Witkoff": one and the same."""
        for draft in drafts:
            if draft.name is not None or draft.sort in {"side", "counted"} or draft.noun is None:
                continue
            behind = self._holder_behind(parse, drafts, draft)
            for token in (*_appositives(parse, draft), draft.last + 1, *_after_comma(parse, draft), *behind):
                other = self.at(draft.sentence, token) or self._named_from(drafts, token, draft)
                if (
                    other is not None
                    and other.name is not None
                    and other.referent is not None
                    and _apposable(draft, other)
                ):
                    draft.referent = other.referent
                    self._learn(draft, other.referent)
                    break

    def _holder_behind(self, parse: Parse, drafts: Sequence[Draft], draft: Draft) -> list[int]:
        """ "The chairman of the employers' body, SVZ, Jan Mol, said": the person at the end of a chain of commas."""
        if draft.sort != "office":
            return []
        starts = {d.name.first: d for d in drafts if d.name is not None}
        token = draft.last + 1
        while token + 1 < len(parse.words) and parse.words[token] == "," and token + 1 in starts:
            found = starts[token + 1]
            assert found.name is not None
            if found.kind == "person":
                return [found.head]
            token = found.name.last + 1
        return []

    def _named_from(self, drafts: Sequence[Draft], token: int, draft: Draft) -> Draft | None:
        """A titled name that begins right behind a description ("spokesman John Smith")."""
        if token != draft.last + 1:
            return None
        return next((d for d in drafts if d.name is not None and d.name.title and d.name.first == token), None)

    def _learn(self, draft: Draft, referent: Referent) -> None:
        """What a description tells of the one it describes: an office, and for whom."""
        referent.descriptions.add(draft.word)
        referent.gender = referent.gender or draft.gender
        if (
            draft.sort == "group"
            and referent.kind == "organisation"
            and draft.noun is not None
            and len(draft.noun.kinds) < 3
            and not referent.nouns
        ):
            referent.kind = draft.noun.kinds[0]
        if draft.former or (draft.noun is not None and draft.noun.person) or referent.kind == "state":
            return
        if referent.acts is None and draft.sort in {"office", "unnamed", "wing", "organ"}:
            party = self.party_of(draft)
            acts = party if isinstance(party, str) else side(party)
            if acts != referent.name:
                referent.acts = acts

    def _resolve(self, parse: Parse, draft: Draft) -> None:
        match draft.sort:
            case "office" | "unnamed":
                self._office(draft)
            case "organ":
                self._organ(draft)
            case "group":
                self._group(draft)
            case "wing":
                self._wing(draft)
            case "person" | "thing" | "several":
                draft.referent = self._pronoun(parse, draft)
            case "relative":
                draft.referent = self._relative(parse, draft)
            case "latter" | "former":
                draft.referent = self._pair(draft)
            case "counted":
                self._own(draft)
            case _:
                pass

    def _own(self, draft: Draft) -> None:
        """A description that stands for somebody the report names no other way."""
        held = self._referents.by_name(draft.text)
        if held is None or held.kind != draft.kind:
            held = self._referents.add(Referent(draft.text, draft.kind, gender=draft.gender, described=True))
            self._referents.alias(draft.text, held)
        party = self.party_of(draft)
        if not draft.former and draft.noun is not None and _serves(draft):
            held.acts = held.acts or (party if isinstance(party, str) else side(party))
        held.plural = draft.number == "several"
        held.descriptions.add(draft.word)
        draft.referent = held

    def _office(self, draft: Draft) -> None:
        """ "The prime minister", "the envoy": the one of that office spoken of, else the description itself."""
        party = self.party_of(draft)
        acts = party if isinstance(party, str) else side(party)
        proper = draft.text[:1].isupper() and draft.text == draft.text.strip() and draft.state is not None
        if draft.number == "several" or not (draft.definite or proper):
            self._own(draft)
            return

        def fits(referent: Referent, _: Draft) -> bool:
            return any(_same_office(word, draft.word) for word in referent.descriptions) and (
                acts is None or referent.acts in {None, acts}
            )

        held = self._salient(draft, fits, everywhere=True) or (self._holder(draft, acts) if acts else None)
        if held is not None:
            self._rename(draft, held, party)
            draft.referent = held
            return
        if acts is not None or self._rivals(draft, fits) == 0:
            self._own(draft)

    def _rename(self, draft: Draft, held: Referent, party: Referent | str | None) -> None:
        """A description that names the party says more than one that describes it."""
        named = isinstance(party, str) or (party is not None and party.name in draft.text)
        if held.described and named and (held.acts is None or held.acts not in held.name):
            held.name = draft.text

    def _holder(self, draft: Draft, acts: str | None) -> Referent | None:
        """The only person the report gives that office of that party, named later than here perhaps."""
        held = [
            r for r in self._referents.all
            if r.kind == "person" and not r.described and r.acts == acts and any(_same_office(w, draft.word) for w in r.descriptions)
        ]  # fmt: skip
        return held[0] if len(held) == 1 else None

    def _rivals(self, draft: Draft, fits: Fits) -> int:
        return len({id(d.referent) for d in self._history if d.referent is not None and fits(d.referent, d)})

    def _organ(self, draft: Draft) -> None:
        noun, party = draft.noun, self.party_of(draft)
        assert noun is not None
        name = party if isinstance(party, str) else None if party is None else side(party)
        if name is not None:
            if noun.itself and (isinstance(party, str) or (party is not None and party.kind == "state")):
                draft.referent = self._state(name)
            else:
                self._own(draft)
            return

        def fits(referent: Referent, _: Draft) -> bool:
            if noun.itself:
                return referent.kind == "state" and not referent.described
            return draft.word in referent.descriptions or draft.word in referent.nouns

        if draft.definite and (" " not in draft.text or draft.text.lower() == draft.word):
            draft.referent = self._salient(draft, fits, everywhere=True)
        if draft.referent is None and not noun.itself:
            self._own(draft)

    def _state(self, name: str) -> Referent:
        held = self._referents.by_name(name)
        if held is None:
            held = self._referents.add(Referent(name, "state", country=name))
            self._referents.alias(name, held)
        return held

    def _wing(self, draft: Draft) -> None:
        party = self.party_of(draft)
        if party is None:
            return
        self._own(draft)

    def _group(self, draft: Draft) -> None:
        """ "The group", "the union", "Hamas militants": a name before the noun is the party, else the nearest of its kind."""
        noun = draft.noun
        assert noun is not None
        party = self.party_of(draft)
        if isinstance(party, Referent) and not party.described and self._within(draft) and _of_kind(party, draft):
            draft.referent = party
            return
        if (party is not None and draft.state is None and not self._within(draft)) or self._owned(draft):
            self._own(draft)
            return
        state = draft.state

        def fits(referent: Referent, d: Draft) -> bool:
            if state is not None and referent.country != state and referent.acts != state:
                return False
            if referent.described:
                return (
                    draft.word in referent.descriptions
                    and (state is None)
                    and not (referent.plural and draft.number == "one")
                )
            return _of_kind(referent, draft)

        bare = draft.number == "several" and not draft.definite and " " not in draft.text and "union" in noun.kinds
        if (draft.definite and (draft.number == "one" or noun.plural)) or bare:
            draft.referent = self._salient(draft, fits, everywhere=True)
        if draft.referent is None and not self._waiting(draft, fits):
            self._own(draft)

    def _owned(self, draft: Draft) -> bool:
        """Whether a possessor stands before the noun ("Hamas' channel", "its union")."""
        owner = self.at(draft.sentence, draft.party_at) if draft.party_at is not None else None
        return (
            owner is not None
            and owner.head < draft.head
            and draft.definite
            and " " in draft.text
            and (owner.sort in {"thing", "several", "person"} or "'" in draft.text or "’" in draft.text)
        )

    def _waiting(self, draft: Draft, fits: Fits) -> bool:
        """Whether a bare definite noun has several candidates: then it is left open."""
        return draft.definite and " " not in draft.text and self._rivals(draft, fits) > 1

    def _within(self, draft: Draft) -> bool:
        return draft.party_at is not None and draft.first <= draft.party_at < draft.head and draft.number != "unknown"

    def _salient(self, draft: Draft, fits: Fits, *, everywhere: bool = False) -> Referent | None:
        """The one candidate of the last sentences; of several the only subject; else the report's only one."""
        near: list[Draft] = []
        for past in reversed(self._history):
            if draft.sentence - past.sentence > _WINDOW:
                break
            if past.referent is not None and fits(past.referent, past):
                near.append(past)
        found = _single(near) or _single([d for d in near if d.subject and draft.sentence - d.sentence <= 1])
        if found is not None or near or not everywhere:
            return found
        return _single([d for d in self._history if d.referent is not None and fits(d.referent, d)])

    def _pronoun(self, parse: Parse, draft: Draft) -> Referent | None:
        fits = _FITS[draft.sort]

        def agrees(referent: Referent, past: Draft) -> bool:
            return fits(referent, past) and (draft.gender is None or referent.gender in {None, draft.gender})

        above = self._governing(parse, draft, agrees)
        if above is not None:
            return above
        if draft.sort == "thing" and (parse.deps[draft.head] == "nsubjpass" or _undergoes(parse, draft.head)):
            return None
        here = [
            d
            for d in self._history
            if d.sentence == draft.sentence and d.referent is not None and agrees(d.referent, d)
        ]
        if here:
            return _single(here) or _single([d for d in here if d.subject])
        for back in range(1, _WINDOW):
            past = [
                d
                for d in self._history[-60:]
                if d.sentence == draft.sentence - back and d.referent is not None and agrees(d.referent, d)
            ]
            if past:
                return _single([d for d in past if d.subject]) or _single(past)
        return None

    def _governing(self, parse: Parse, draft: Draft, agrees: Fits) -> Referent | None:
        """The subject of a clause above the pronoun's own, nearest first; for a possessive also of its own clause."""
        clauses = parse.clauses
        token, own = draft.head, parse.deps[draft.head] != "poss" and not parse.lower[draft.head].endswith("sel")
        if draft.sort == "thing" and _undergoes(parse, token):
            return None
        subjects = {clause.verb: clause.subjects or clause.objects[:1] for clause in clauses}
        above = parse.ancestors(token)
        skipped = not own
        for verb in above:
            heads = subjects.get(verb)
            if heads is None:
                continue
            if not skipped:
                skipped = True
                continue
            if draft.head in heads:
                continue
            drafts = [self._by_head.get((draft.sentence, h)) for h in heads]
            named = [d for d in drafts if d is not None and d.referent is not None and agrees(d.referent, d)]
            if len(named) == 1 and (len(heads) == 1 or draft.sort != "several"):
                return named[0].referent
        return None

    def _relative(self, parse: Parse, draft: Draft) -> Referent | None:
        token = draft.head
        while parse.deps[token] != "relcl" and parse.heads[token] != token:
            token = parse.heads[token]
        antecedent = self._by_head.get((draft.sentence, parse.heads[token]))
        return antecedent.referent if antecedent is not None else None

    def _pair(self, draft: Draft) -> Referent | None:
        """ "The latter" is the second, "the former" the first of the last two parties named."""
        seen: list[Referent] = []
        for past in reversed(self._history):
            if past.sentence < draft.sentence - 1 or len(seen) == 2:
                break
            if past.referent is not None and past.referent not in seen and past.name is not None:
                seen.append(past.referent)
        if len(seen) < 2:
            return None
        return seen[0] if draft.sort == "latter" else seen[1]


def side(referent: Referent | None) -> str | None:
    """The party behind a referent: whom it acts for, else itself when it is a party."""
    if referent is None:
        return None
    if referent.acts is not None:
        return referent.acts
    return referent.name if referent.kind not in {"person", "unnamed"} else None


def _undergoes(parse: Parse, token: int) -> bool:
    """Whether "it" is what something is done to ("rejected it"): mostly an offer, not a party."""
    return (
        parse.lower[token] == "it"
        and parse.deps[token] == "dobj"
        and parse.lemmas[parse.heads[token]] not in _ADDRESSING
    )


_ADDRESSING = frozenset(
    ["tell", "urge", "accuse", "ask", "warn", "blame", "criticise", "criticize", "condemn", "thank", "press", "pressure", "force", "order"]
)


def _single(drafts: Sequence[Draft]) -> Referent | None:
    found = {id(d.referent): d.referent for d in drafts}
    return next(iter(found.values())) if len(found) == 1 else None


def _appositives(parse: Parse, draft: Draft) -> list[int]:
    found = [c for c in parse.children[draft.head] if parse.deps[c] == "appos"]
    found += [c for first in found for c in parse.children[first] if parse.deps[c] in {"appos", "conj"}]
    if parse.deps[draft.head] == "appos":
        found.append(parse.heads[draft.head])
    if parse.deps[draft.head] == "attr":
        found.extend(c for c in parse.children[parse.heads[draft.head]] if parse.deps[c] == "nsubj")
    return found


def _after_comma(parse: Parse, draft: Draft) -> list[int]:
    """What stands between commas right behind a group's description ("the dockers' union, FNV,")."""
    words, last = parse.words, draft.last
    for clitic in (last + 1, last + 2):
        if (
            draft.sort == "group"
            and clitic + 2 < len(words)
            and words[clitic] == ","
            and words[clitic + 2] in {",", ".", "("}
        ):
            return [clitic + 1]
    return []


def _apposable(draft: Draft, other: Draft) -> bool:
    """Whether a description can be what a name is: offices are people's, groups are not."""
    assert other.referent is not None
    person = other.referent.kind == "person"
    if draft.sort in {"office", "unnamed"}:
        return person and draft.number == "one"
    if other.head in range(draft.first, draft.head):
        return False
    return not person and other.referent.kind != "state" and draft.number == "one"


def _serves(draft: Draft) -> bool:
    """Whether a description's holder acts for the party named with it: offices and parts do, groups and callings do not."""
    assert draft.noun is not None
    if draft.noun.person or draft.sort == "counted":
        return False
    return draft.sort in {"office", "unnamed", "organ", "wing"} or bool(
        draft.noun.roles & {"office", "unnamed", "wing"}
    )


def _of_kind(referent: Referent, draft: Draft) -> bool:
    assert draft.noun is not None
    if draft.word in referent.descriptions:
        return True
    if draft.noun.plural and draft.noun.kinds[0] != "armed_group":
        return False
    return referent.kind in draft.noun.kinds and (
        draft.word in referent.nouns
        or not referent.nouns
        or draft.word in {"group", "movement", "militia", "company", "union"}
        or draft.noun.plural
        or referent.kind != "organisation"
    )


def _same_office(word: str, other: str) -> bool:
    """ "Minister" finds a defence minister, "the defence minister" no trade minister; spokespeople are one office."""
    if word == other or word.endswith(f" {other}") or (word.startswith("spokes") and other.startswith("spokes")):
        return True
    return (word == "premier" and other == "prime minister") or (word == "prime minister" and other == "premier")


_FITS: dict[str, Fits] = {
    "person": lambda referent, past: (
        past.number == "one"
        and (referent.kind in {"person", "unnamed"} or (referent.kind == "office" and past.sort == "office"))
    ),
    "thing": lambda referent, past: referent.kind in _THINGS and past.number == "one",
    "several": lambda referent, past: (
        past.number == "several" or referent.plural or referent.kind in {"union", "collective"}
    ),
}
