"""Noun phrases and verb phrases as the rules on moves need them: heads, owners, classes of words, amounts."""

from __future__ import annotations

from functools import cache, cached_property
from itertools import takewhile
from typing import Any, cast

import msgspec

from parley.annotate.clauses import Clause
from parley.annotate.dates import DateMention
from parley.annotate.doc import Doc, EntityMention, Sentence
from parley.annotate.preps import Prep, preps_from
from parley.annotate.quantities import QuantityMention
from parley.extract.moves.changes import Changes, find_changes
from parley.extract.moves.heads import find_head
from parley.lexicon.acts import load_acts, load_talks
from parley.lexicon.groups import means_people
from parley.model import Span

__all__ = ["Phrases", "is_money", "phrases_of"]

_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WDT"})
# Nouns of these classes are what is done or negotiated, never who does it.
_THINGS = frozenset(
    {"proposal", "demand", "agreement", "talks", "deadline", "impasse", "approval", "message", "writing"}
)
_SOME_OF = frozenset(
    {"some", "all", "most", "many", "much", "several", "none", "both", "few", "one", "neither", "either", "each"}
)
# Parts of a whole that "of" names.
_SHARES = frozenset({"percent", "%", "pct", "cent", "majority", "half", "third", "quarter"})
# Words that stand for one or some of the parties.
_EACH = frozenset({"each", "either", "neither", "both", "others", "some", "all", "many", "most", "several"})
_NO_CLASS: frozenset[str] = frozenset()
_ALONE = frozenset({"private"})  # what a verb only means without its particle: "write off" is no writing
_BEHIND = frozenset({"relcl", "acl", "appos", "advcl", "punct", "cc", "conj"})


def phrases_of(doc: Doc, index: int) -> Phrases:
    """The sentence of a report with that index, asked about its phrases; the same for all who ask."""
    found = doc.kept.get((Phrases, index))
    if found is None:
        found = doc.kept[Phrases, index] = Phrases(doc, index)
    return cast(Phrases, found)


def is_money(mention: QuantityMention) -> bool:
    """Whether a quantity is an amount of money or a percentage."""
    return mention.kind in {"money", "percent"}


@cache
def _classes_by_word() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The classes each noun and each verb belongs to."""
    nouns: dict[str, frozenset[str]] = {}
    verbs: dict[str, frozenset[str]] = {}
    for table, classes in ((nouns, load_talks().nouns), (nouns, load_acts().nouns), (verbs, load_acts().verbs)):
        for name, words in classes.items():
            for word in words:
                table[word] = table.get(word, frozenset()) | {name}
    return nouns, verbs


class Phrases(msgspec.Struct, frozen=True, dict=True):
    """One sentence of a report, asked about its phrases. `index` is the sentence's index in the report."""

    doc: Doc
    index: int

    @cached_property
    def sentence(self) -> Sentence:
        """The sentence."""
        return self.doc.sentences[self.index]

    @cached_property
    def quantities_here(self) -> list[QuantityMention]:
        """The quantities of the sentence."""
        return self.doc.quantities_in(self.sentence.span)

    @cached_property
    def dates_here(self) -> list[DateMention]:
        """The dates of the sentence."""
        return self.doc.dates_in(self.sentence.span)

    @cached_property
    def changes(self) -> Changes:
        """Which amounts of the sentence are old ones, or wholes of which others are parts."""
        return find_changes(self.doc.text, self.quantities_here)

    @cached_property
    def _preps(self) -> dict[int, list[Prep]]:
        parse = self.sentence.parse
        found: dict[int, list[Prep]] = {}
        for token, dep in enumerate(parse.deps):
            if dep in {"prep", "agent"} and parse.heads[token] != token:
                found.setdefault(parse.heads[token], []).extend(preps_from(parse, token))
        return found

    @cached_property
    def _classes(self) -> dict[int, frozenset[str]]:
        return {}

    @cached_property
    def date_tokens(self) -> frozenset[int]:
        """The tokens that belong to dates."""
        return frozenset(t for d in self.dates_here for t in self._tokens_in(d.span))

    @cached_property
    def _time_tokens(self) -> frozenset[int]:
        return self.date_tokens.union(*(self._tokens_in(q.span) for q in self.quantities_here))

    def _tokens_in(self, span: Span) -> list[int]:
        """The tokens that lie wholly inside a stretch of the sentence."""
        parse, offset = self.sentence.parse, self.sentence.span.start
        start, end = span.start - offset, span.end - offset
        first = parse.token_at(start)
        tokens = range(first, len(parse.starts)) if first is not None else range(0)
        return [t for t in takewhile(lambda t: parse.ends[t] <= end, tokens) if parse.starts[t] >= start]

    @cached_property
    def clause_by_verb(self) -> dict[int, Clause]:
        """The clauses by the tokens that head them."""
        return {clause.verb: clause for clause in self.sentence.clauses}

    @cached_property
    def fillers(self) -> dict[tuple[int, str], list[Any]]:
        """What fills the slots of clauses, by their verb and the slot's name, as far as it was asked for."""
        return {}

    @cached_property
    def _parties(self) -> dict[tuple[int, bool], EntityMention | None]:
        return {}

    @cached_property
    def _regions(self) -> dict[int, list[int]]:
        return {}

    @cached_property
    def _numerals(self) -> list[tuple[int | None, QuantityMention]]:
        """Each quantity with the token its numeral stands at."""
        return [(self.sentence.token_at(m.number.start), m) for m in self.quantities_here]

    def head(self, token: int) -> int:
        """The noun that matters: behind heads that only count or contain what follows "of" ("a round of talks")."""
        return find_head(self.sentence.parse, token)

    def preps(self, token: int) -> list[Prep]:
        """Prepositional phrases that hang on `token`."""
        return self._preps.get(token, [])

    def words_of(self, token: int) -> set[str]:
        """What word classes are asked with: the head's lemma and form, alone and with its last modifier."""
        parse = self.sentence.parse
        lemma = parse.lemmas[token]
        found = {lemma, parse.lower[token]}
        if token and parse.heads[token - 1] == token and parse.deps[token - 1] in {"compound", "amod"}:
            found.add(f"{parse.lower[token - 1]} {lemma}")
        # "counter-offer", "cease-fire" come as three tokens.
        if token > 1 and parse.lower[token - 1] == "-":
            found.add(f"{parse.lower[token - 2]}-{lemma}")
        # "a letter of intent", "the memorandum of understanding".
        if token + 2 < len(parse.words) and parse.lower[token + 1] == "of":
            found.add(f"{lemma} of {parse.lower[token + 2]}")
        return found

    def is_of(self, token: int, classes: frozenset[str]) -> bool:
        """Whether the head of a noun phrase, or the verb, belongs to one of the word classes."""
        found = self._classes.get(token)
        if found is None:
            found = self._classes[token] = self._classes_of(token)
        return not classes.isdisjoint(found)

    def _classes_of(self, token: int) -> frozenset[str]:
        parse = self.sentence.parse
        words = self.words_of(self.head(token))
        if not words.isdisjoint(load_talks().idle.nouns):
            return frozenset()
        nouns, verbs = _classes_by_word()
        found = _NO_CLASS.union(*[nouns[word] for word in words if word in nouns])
        if parse.tags[token][0] != "V":
            return found
        whole, bare = verbs.get(self.verb_of(token), _NO_CLASS), verbs.get(parse.verb_lemma(token), _NO_CLASS)
        return found | whole | (bare - _ALONE if whole else bare)

    def verb_of(self, token: int) -> str:
        """The verb's lemma with its particle."""
        clause = self.clause_by_verb.get(token)
        return clause.lemma if clause is not None else self.sentence.parse.verb_lemma(token)

    def entity(self, token: int) -> EntityMention | None:
        """Who the phrase headed by `token` stands for."""
        return self.doc.entity(self.index, token) or self.doc.entity(self.index, self.head(token))

    def party(self, token: int, *, strict: bool = False) -> EntityMention | None:
        """Who acts: the entity, or whoever a noun phrase names that is no thing of the talks ("importers", "the mill").

        `strict` takes only nouns that mean somebody, for acts whose words things do as well ("tensions threaten to").
        """
        key = token, strict
        if key not in self._parties:
            self._parties[key] = self._party(token, strict=strict)
        return self._parties[key]

    def _party(self, token: int, *, strict: bool) -> EntityMention | None:
        found = self.entity(token)
        if found is None or (found.form == "description" and found.number == "one"):
            found = self._called(token) or found
        if found is not None:
            return found
        parse = self.sentence.parse
        if parse.lower[token] in _SOME_OF | _SHARES and (inner := self._of_whom(token)) is not None:
            return self.party(inner, strict=strict)
        if parse.tags[token] == "CD" and (inner := self._of_whom(token)) is not None:
            return self.party(inner, strict=strict)
        if parse.lower[token] in _EACH and (parse.deps[token][:5] == "nsubj" or parse.lower[token] == "both"):
            return self.described(token)
        if parse.tags[token][0] != "N" or self.is_of(token, _THINGS) or self.is_time(token):
            return None
        if strict and parse.tags[token] not in {"NNP", "NNPS"} and not self.means_somebody(token):
            return None
        return self.described(token)

    def _called(self, token: int) -> EntityMention | None:
        """Who stands right behind a noun that says what it is ("its largest lender, Crest Bank", "Gulf carrier Zephra")."""
        parse = self.sentence.parse
        if parse.tags[token] in {"NNP", "NNPS"}:
            return None
        for child in parse.children[token]:
            first = parse.lefts[child]
            beside = first == token + 1 or (first == token + 2 and parse.words[token + 1] in {",", ":", "-", "--"})
            listed = any(parse.deps[c] == "conj" for c in parse.children[child])
            if parse.deps[child] == "appos" and child > token and beside and not listed:
                return self._behind(token, child)
        return self._between_commas(token)

    def _behind(self, token: int, child: int) -> EntityMention | None:
        """The name an appositive gives, or what it says of somebody called only by what links them ("its rival, a bank")."""
        parse = self.sentence.parse
        named = self.doc.entity(self.index, child)
        if named is not None and named.form == "name":
            return named
        linked = (
            any(parse.deps[c] == "poss" for c in parse.children[token]) and self.doc.entity(self.index, token) is None
        )
        proper = any(parse.tags[c] == "NNP" for c in parse.children[child])
        family = proper and parse.lower[child] in {"family", "clan", "brothers", "sisters", "tribe"}
        if not (family or (linked and named is not None and named.form == "description")):
            return None
        return named or self.described(child)

    def _between_commas(self, token: int) -> EntityMention | None:
        """A name between commas right behind an office, where the parser hung it elsewhere ("the chair, Ada Berg, who")."""
        parse = self.sentence.parse
        if token + 3 >= len(parse) or parse.words[token + 1] != "," or parse.tags[token + 2] not in {"NNP", "NNPS"}:
            return None
        last = token + 2
        while last + 1 < len(parse) and parse.tags[last + 1] in {"NNP", "NNPS"}:
            last += 1
        ends = (
            last + 1 < len(parse)
            and parse.words[last + 1] == ","
            and parse.lower[min(last + 2, len(parse) - 1)] != "and"
        )
        named = self.doc.entity(self.index, last) if ends else None
        return named if named is not None and named.kind == "person" and parse.tags[token] == "NN" else None

    def is_somebody(self, token: int, clause: Clause) -> bool:
        """Whether the subject of a clause is a party, or a pronoun for whoever says the clause ("the airline said, it")."""
        if self.party(token, strict=True) is not None:
            return True
        return self.sentence.parse.lower[token] in {"it", "they", "he", "she"} and any(
            self.party(s, strict=True) is not None for s in self.speakers_of(clause)
        )

    def speakers_of(self, clause: Clause) -> tuple[int, ...]:
        """Who says the clause: the subject of the verb above it, or of one put between."""
        clauses = self.sentence.clauses
        if clause.parent is not None and clause.link in {"ccomp", "conj"}:
            return clauses[clause.parent].subjects
        aside = (c for c in clauses if c.link == "parataxis" and c.parent is not None and clauses[c.parent] is clause)
        return next((c.subjects for c in aside), ())

    def described(self, token: int) -> EntityMention:
        """Somebody known only by the words around a noun."""
        span, text = self.core(token), self.doc.text
        return EntityMention(span, self.index, token, span.of(text), "collective", "description", resolved=False)

    def _of_whom(self, token: int) -> int | None:
        """ "two of the largest funds", "most of the unions": of whom some act."""
        return next((p.object for p in self.preps(token) if p.word == "of"), None)

    def means_somebody(self, token: int) -> bool:
        """Whether a common noun means people or a body of people."""
        lemma, nouns = self.sentence.parse.lemmas[token], load_acts().nouns
        # "growers", "islanders", "creditors": plurals of this form are people, save a few.
        doers = (
            self.sentence.parse.tags[token] == "NNS" and lemma.endswith(("er", "or")) and lemma not in nouns["things"]
        )
        names = {lemma, f"{self.sentence.parse.lower[token - 1]} {lemma}"}  # "a suicide bomber" is no plane
        return doers or not names.isdisjoint(nouns["agents"]) or lemma in nouns["court"] or means_people(lemma)

    def is_time(self, token: int) -> bool:
        """Whether the word belongs to a date or a quantity."""
        return token in self._time_tokens

    def owner(self, token: int) -> EntityMention | None:
        """Whose the thing is: "the union's demands", "the US proposal", "a plan tabled by Egypt", "an offer from X"."""
        parse = self.sentence.parse
        # "the militia's counter-proposal": the parser hangs the owner on the first half.
        first = parse.children[token - 2] if token > 1 and parse.words[token - 1] == "-" else ()
        for child in (*parse.children[token], *first):
            if (dep := parse.deps[child]) in {"poss", "compound", "amod", "nmod"}:
                found = self.party(child, strict=True) if dep == "poss" else self.doc.entity(self.index, child)
                if found is not None:
                    return found
        for prep in self.preps(token):
            given = prep.word in {"by", "from"} and self.party(prep.object, strict=True)
            if given or (prep.word == "of" and (given := self.entity(prep.object)) is not None):
                return given
        # A phrase between may have caught the giver ("an offer of 38 dollars a share from Brandel").
        for prep in (p for t in self.region(token) if t != token for p in self.preps(t)):
            if prep.word == "from" and (found := self.entity(prep.object)) is not None and found.form == "name":
                return found
        return self._author(token)

    def _author(self, token: int) -> EntityMention | None:
        """Who does what a clause hanging on the thing says ("a plan tabled by Egypt")."""
        for clause in self.sentence.clauses:
            # "a proposal to bar ships" is not of whoever the main clause speaks of, "the plea it ignored" not of the ignorer.
            own = (clause.own_subject or clause.passive) and clause.lemma not in load_acts().verbs["judging"]
            if own and clause.link in {"acl", "relcl"} and self.sentence.parse.heads[clause.verb] == token:
                for subject in clause.subjects:
                    if subject != token and (found := self.entity(subject)) is not None:
                        return found
        return None

    def region(self, token: int, without: frozenset[int] = frozenset()) -> list[int]:
        """The tokens below `token`, itself included, save the subtrees headed by `without`; never to be changed."""
        known = None if without else self._regions.get(token)
        if known is None:
            children = self.sentence.parse.children
            known = [token]
            for member in known:
                below = children[member]
                known += [c for c in below if c not in without] if without else below
            known.sort()
            if not without:
                self._regions[token] = known
        return known

    def quantities(self, tokens: list[int]) -> list[QuantityMention]:
        """Quantities whose numeral stands at one of the tokens."""
        return [m for token, m in self._numerals if token in tokens]

    def phrase(self, token: int) -> Span:
        """The noun phrase headed by `token` without article and without clauses hanging on it."""
        parse = self.sentence.parse
        cut = [c for c in parse.children[token] if parse.deps[c] in _BEHIND and c > token]
        last = min((parse.lefts[c] for c in cut), default=parse.rights[token] + 1) - 1
        first = parse.lefts[token]
        while first < token and parse.tags[first] in _DETERMINERS:
            first += 1
        return self.sentence.tokens(first, max(last, token))

    def core(self, token: int) -> Span:
        """The head with its modifiers in front of it, without article and numerals: "living hostages"."""
        parse = self.sentence.parse
        first = token
        for child in reversed([c for c in parse.children[token] if c < token]):
            if parse.deps[child] not in {"compound", "amod", "nmod", "poss"} or parse.tags[child] in {"CD", "PRP$"}:
                break
            first = parse.lefts[child]
        return self.sentence.tokens(first, token)

    def trigger(self, clause: Clause) -> Span:
        """The words that make the act: the verb with its auxiliaries, negation and particle."""
        parse = self.sentence.parse
        parts = [c for c in parse.children[clause.verb] if parse.deps[c] in {"aux", "auxpass", "neg", "prt"}]
        # Auxiliaries far from their verb are the parser's slips.
        near = [c for c in parts if abs(c - clause.verb) <= 6]
        last = max([clause.verb, *near, *([clause.particle] if clause.particle is not None else [])])
        return self.sentence.tokens(min([clause.verb, *near]), last)

    def statement(self, clause: Clause) -> Span:
        """The clause without clauses that come before or after it on their own footing."""
        parse = self.sentence.parse
        first, last = clause.first, clause.last
        for child in parse.children[clause.verb]:
            dep = parse.deps[child]
            apart = dep in {"advcl", "ccomp", "parataxis", "conj", "punct", "cc"}
            if child < clause.verb and apart and parse.lefts[child] <= first:
                first = parse.rights[child] + 1
            elif child > clause.verb and dep in {"conj", "cc", "parataxis"} and parse.tags[child][0] in "VC":
                last = min(last, parse.lefts[child] - 1)
        while last > clause.verb and parse.deps[last] == "punct":
            last -= 1
        return self.sentence.tokens(min(first, clause.verb), max(last, clause.verb))
