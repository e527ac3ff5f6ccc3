"""Whom a description or a pronoun stands for, decided only where one candidate remains."""

from __future__ import annotations

from collections.abc import Sequence

from parley.annotate.anaphora import agrees, antecedent, speakers_above
from parley.annotate.appositions import tie_appositions
from parley.annotate.cataphora import fronted
from parley.annotate.description_fits import (
    content_words,
    is_named_by_noun,
    is_of_kind,
    is_ordered,
    name_words,
    same_office,
    serves,
)
from parley.annotate.drafts import Draft, Referent
from parley.annotate.governments import Home, home_at, is_state
from parley.annotate.history import Fits, History, only, side
from parley.annotate.name_words import heads
from parley.annotate.parse import Parse
from parley.annotate.pursuits import Pursuits
from parley.annotate.referents import Referents
from parley.lexicon.parties import collectives

__all__ = ["Resolver"]


class Resolver:
    """Resolves the drafts of a report in text order."""

    def __init__(self, referents: Referents, home: Home | None = None) -> None:
        """`referents` has the names of the whole report bound; `home` is the only state it speaks of."""
        self._referents, self._home = referents, home
        self._history = History()
        self._pursuits = Pursuits()
        self._here: Sequence[Draft] = ()
        self._ahead: dict[int, tuple[Draft, bool]] = {}

    def begin_story(self, sentence: int) -> None:
        """With `sentence` another story of a round-up begins."""
        self._history.begin(sentence)

    def sentence(self, parse: Parse, drafts: Sequence[Draft]) -> None:
        """Resolve the drafts of one sentence, in order of their heads."""
        self._here = drafts
        self._history.expect(drafts)
        tie_appositions(self._history, parse, drafts)
        self._ahead = fronted(parse, drafts)
        self._pursuits.read(parse, drafts)
        self._history.read(parse, drafts)
        for draft in drafts:
            self._settle(parse, draft)
            _learn_gender(draft)
            self._act_for(parse, draft)
            if draft.referent is not None and (draft.emitted or draft.sort == "counted"):
                self._history.record(draft)

    def _look_ahead(self, parse: Parse, draft: Draft) -> Referent | None:
        """Whom a pronoun in front of its sentence's subject stands for."""
        target, sure = self._ahead.pop(draft.head)
        held = None if sure else antecedent(self._history, parse, draft)
        if held is None:
            self._settle(parse, target)
            if target.referent is not None and agrees(draft, target.referent, target):
                return target.referent
        return held or (antecedent(self._history, parse, draft) if sure else None)

    def _act_for(self, parse: Parse, draft: Draft) -> None:
        """ "Union representative Paul Rook", "Lars Hansen, the union's secretary": who holds an office acts for its party."""
        held = draft.referent
        if held is None or held.acts is not None or draft.party_at is None or draft.former or held.kind == "state":
            return
        if draft.name is None and draft.sort not in {"office", "unnamed"}:
            return
        owner = self._history.at(draft.sentence, draft.party_at)
        if owner is not None and owner is not draft and not (draft.noun is not None and draft.noun.person):
            self._settle(parse, owner)
            acts = side(owner.referent)
            held.acts = acts if acts != held.name and not _is_cut(parse, owner, acts) else None

    def _settle(self, parse: Parse, draft: Draft, depth: int = 0) -> None:
        """Resolve a draft after the party it belongs to ("the group" before "a spokesman of the group's wing")."""
        if draft.referent is not None:
            return
        owner = self._history.at(draft.sentence, draft.party_at)
        if owner is not None and owner is not draft and depth < 4:
            self._settle(parse, owner, depth + 1)
        self._resolve(parse, draft)

    def _resolve(self, parse: Parse, draft: Draft) -> None:
        match draft.sort:
            case "office" | "unnamed":
                self._office(draft)
            case "organ":
                self._organ(draft)
            case "group":
                self._group(parse, draft)
            case "wing":
                self._wing(draft)
            case "counted":
                self._own(draft)
            case "name" | "side" | "people":
                pass
            case _ if draft.head in self._ahead:
                draft.referent = self._look_ahead(parse, draft)
            case _:
                draft.referent = antecedent(self._history, parse, draft)

    def _own(self, draft: Draft) -> None:
        """A description that stands for somebody the report names no other way."""
        name = self._owned_name(draft)
        held = self._referents.by_name(name)
        if held is None or held.kind != draft.kind:
            held = self._referents.add(Referent(name, draft.kind, gender=draft.gender, described=True))
            self._referents.alias(name, held)
        party = self._history.party_of(draft) or self._own_state(draft)
        if not draft.former and draft.noun is not None and serves(draft):
            held.acts = held.acts or (party if isinstance(party, str) else side(party))
        held.plural = draft.number == "several"
        held.descriptions.add(draft.word)
        draft.referent = held

    def _owned_name(self, draft: Draft) -> str:
        """A description's words, with the owner's name for a possessive ("the League's chairwoman" for "its chairwoman")."""
        owner = self._history.at(draft.sentence, draft.party_at)
        if owner is None or owner.referent is None or owner.referent.described or owner.first != draft.first:
            return draft.text
        pronoun, _, rest = draft.text.partition(" ")
        if owner.text != pronoun or owner.sort not in {"thing", "several", "person"}:
            return draft.text
        plural = owner.referent.kind != "person" and owner.referent.name.endswith("s")
        ending = "'" if plural else "'s"
        return f"{owner.referent.name}{ending} {rest}"

    def _own_state(self, draft: Draft) -> str | None:
        """The state a bare office or part of a state belongs to ("the army"): the report's only one, or that of the last
        sentences."""
        noun = draft.noun
        if noun is None or not draft.definite or draft.last > draft.head or draft.party_at is not None or draft.former:
            return None
        if not (noun.state or (draft.sort == "organ" and noun.organ is not None and "group" not in noun.roles)):
            return None
        near = self._history.fitting(lambda referent, _: is_state(referent), draft.sentence - 3)
        state = only(near)
        return home_at(self._home, draft) or (state.name if state is not None else None)

    def _office(self, draft: Draft) -> None:
        """ "The prime minister", "the envoy": the one of that office spoken of, else the description itself."""
        party = self._history.party_of(draft)
        acts = party if isinstance(party, str) else side(party)
        proper = draft.text[:1].isupper() and draft.text == draft.text.strip() and draft.state is not None
        if draft.number == "several" and draft.definite and party is None and " " not in draft.text:
            draft.referent = self._history.salient(
                draft,
                lambda referent, _: referent.described and referent.plural and draft.word in referent.descriptions,
            )
            if draft.referent is not None:
                return
        if draft.number == "several" or not (draft.definite or proper):
            self._own(draft)
            return

        def fits(referent: Referent, _: Draft) -> bool:
            return any(same_office(word, draft.word) for word in referent.descriptions) and (
                acts is None or referent.acts in {None, acts}
            )

        held = (self._holder(draft, acts) if acts else None) or self._history.salient(draft, fits)
        if held is not None:
            self._rename(draft, held, party)
            draft.referent = held
            return
        if acts is not None or self._history.rivals(fits) == 0:
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
            if r.kind == "person" and not r.described and r.acts == acts and any(same_office(w, draft.word) for w in r.descriptions)
        ]  # fmt: skip
        return held[0] if len(held) == 1 else None

    def _organ(self, draft: Draft) -> None:
        noun, party = draft.noun, self._history.party_of(draft)
        assert noun is not None
        name = party if isinstance(party, str) else None if party is None else side(party)
        if name is not None:
            if noun.itself and (isinstance(party, str) or (party is not None and self._rules(party))):
                draft.referent = self._state(name)
            else:
                self._own(draft)
            return
        if party is not None:
            self._own(draft)
            return

        def fits(referent: Referent, _: Draft) -> bool:
            if noun.itself:
                return referent.kind == "state" and not referent.described
            told = (word == draft.word or word.endswith(f" {draft.word}") for word in referent.descriptions)
            return any(told) or draft.word in referent.nouns

        if noun.itself and (place := self._place(draft)) is not None:
            draft.referent = self._state(place)
        elif draft.definite and (" " not in draft.text or draft.text.lower() == draft.word):
            draft.referent = self._history.salient(draft, fits)
        home = home_at(self._home, draft)
        if draft.referent is None and not noun.itself:
            self._own(draft)
        elif draft.referent is None and home is not None and draft.definite and draft.text.lower() == draft.word:
            draft.referent = self._state(home)
        elif draft.referent is None and draft.definite and draft.text.lower().split(" ", 1)[-1] == draft.word:
            self._own(draft)  # "the government" of a report that names no state, "their government"

    def _rules(self, party: Referent) -> bool:
        """Whether a party's government is a state: the party is one, or a person who serves one ("his country")."""
        if party.kind == "state":
            return True
        served = self._referents.by_name(party.acts) if party.kind == "person" and party.acts is not None else None
        return served is not None and is_state(served)

    def _place(self, draft: Draft) -> str | None:
        """The state in which a government or its authorities act ("In Kenya, the authorities …")."""
        found = {
            d.name.known.name
            for d in self._here
            if d.name is not None and d.name.known is not None and d.name.role == "state" and not d.emitted
        }
        return found.pop() if len(found) == 1 and draft.definite else None

    def _state(self, name: str) -> Referent:
        held = self._referents.by_name(name)
        if held is None:
            held = self._referents.add(Referent(name, "state", country=name))
            self._referents.alias(name, held)
        return held

    def _wing(self, draft: Draft) -> None:
        if self._history.party_of(draft) is None:
            draft.emitted = draft.emitted and draft.word != "members"
            if draft.noun is not None and "organ" in draft.noun.roles and draft.definite:
                self._organ(draft)  # "the labour ministry": what stands before it tells which, not whose
            return
        self._own(draft)

    def _group(self, parse: Parse, draft: Draft) -> None:
        """ "The group", "the union", "Hamas militants": a name before the noun is the party, else the nearest of its kind."""
        noun = draft.noun
        assert noun is not None
        party = self._history.party_of(draft)
        fighters = noun.plural and noun.kinds == ("armed_group",) and party is not None
        if (
            isinstance(party, Referent)
            and not party.described
            and self._within(draft)
            and (is_of_kind(party, draft) or (fighters and party.kind == "organisation"))
        ):
            draft.referent = party
            return
        if (held := self._named_so(parse, draft) or self._pursuits.of(draft) or self._served(parse, draft)) is not None:
            draft.referent = held
            return
        if draft.word in collectives().pursuit.pursued:
            # A target is somebody only where a bid is told of.
            draft.emitted = False
            return
        if (
            (party is not None and draft.state is None and not self._within(draft))
            or self._owned(draft)
            or is_ordered(parse, draft)
            or draft.last > draft.head
            or is_named_by_noun(parse, draft)
        ):
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
            return is_of_kind(referent, draft)

        bare = draft.number == "several" and not draft.definite and " " not in draft.text and "union" in noun.kinds
        if (draft.definite and (draft.number == "one" or noun.plural)) or bare:
            plain = draft.word not in collectives().sweeping
            draft.referent = (self._history.called if plain else self._history.salient)(draft, fits)
            if draft.referent is None:
                draft.referent = self._history.salient(draft, lambda r, d: not r.described and fits(r, d))
            if draft.referent is None and " " not in draft.text:
                kin = collectives().kin.get(draft.word, frozenset())
                draft.referent = self._history.salient(draft, lambda r, _: not kin.isdisjoint(r.nouns))
        if draft.referent is None and not self._waiting(draft, fits):
            self._name_later(draft)

    def _name_later(self, draft: Draft) -> None:
        """ "Union leaders" before the report names its one union: whose name has the noun, where there is but one."""
        bare = draft.definite and draft.number != "several" and draft.state is None and " " not in draft.text
        held = [r for r in self._referents.all if bare and not r.described and draft.word in r.nouns]
        if len(held) == 1:
            draft.referent = held[0]
        else:
            self._own(draft)

    def _named_so(self, parse: Parse, draft: Draft) -> Referent | None:
        """The one named party whose name has all the words ("the harbour company" for "Skagen Harbour Company"); with the
        noun alone the one of that noun ("the federation" for "Port Employers' Federation"), the nearest of several."""
        if not (draft.definite or draft.state is None) or draft.number == "several" or is_ordered(parse, draft):
            return None
        words = content_words(parse, draft)
        held = [r for r in self._referents.all if not r.described and draft.word.split()[-1] in r.nouns]
        if len(words) > 1:
            held = [r for r in held if words <= name_words(r.name)]
            return held[0] if len(held) == 1 else None
        if draft.word in collectives().sweeping:
            return None
        if not draft.definite or len(held) < 2:
            return held[0] if held and draft.definite else None
        return self._history.salient(draft, lambda referent, _: referent in held)

    def _served(self, parse: Parse, draft: Draft) -> Referent | None:
        """ "Norpulp's chairman said the company would": a bare "the company" below somebody's verb is whom that one serves."""
        if not draft.definite or " " in draft.text.removeprefix("the ") or draft.number == "several":
            return None
        speakers = (self._history.at(draft.sentence, s) for s in speakers_above(parse, draft.head))
        served = [d.referent.acts for d in speakers if d is not None and d.referent is not None and d.referent.acts]
        held = self._referents.by_name(served[0]) if len(served) == 1 else None
        if held is None or held.kind not in {"company", "organisation", "union", "armed_group"} or draft.noun is None:
            return None
        fits = held.kind in draft.noun.kinds or (held.kind == "organisation" and not held.nouns)
        return held if fits and draft.word not in {"government", "court"} else None

    def _owned(self, draft: Draft) -> bool:
        """Whether a possessor stands before the noun ("Hamas' channel", "its union")."""
        owner = self._history.at(draft.sentence, draft.party_at)
        return (
            owner is not None
            and owner.head < draft.head
            and draft.definite
            and " " in draft.text
            and (owner.sort in {"thing", "several", "person"} or "'" in draft.text or "’" in draft.text)
        )

    def _waiting(self, draft: Draft, fits: Fits) -> bool:
        """Whether a bare definite noun has several candidates: then it is left open."""
        return draft.definite and " " not in draft.text and self._history.rivals(fits) > 1

    def _within(self, draft: Draft) -> bool:
        return draft.party_at is not None and draft.first <= draft.party_at < draft.head and draft.number != "unknown"


def _learn_gender(draft: Draft) -> None:
    """Who has been "he" is not "she" further on."""
    held = draft.referent
    if draft.sort == "person" and held is not None and held.kind == "person":
        held.gender = held.gender or draft.gender


def _is_cut(parse: Parse, owner: Draft, name: str | None) -> bool:
    """ "National Unity Party minister": whether a party's name was read as the head word of a longer one before it."""
    before = owner.first - 1
    return name in heads() and before >= 0 and parse.tags[before][:3] == "NNP" and parse.deps[before] == "compound"
