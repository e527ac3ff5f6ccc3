"""Noun phrases and verb phrases as the rules on moves need them: heads, owners, classes of words, amounts."""

from __future__ import annotations

from functools import cache
from typing import cast

from parley.annotate.casing import plain_words
from parley.annotate.clauses import Clause
from parley.annotate.doc import Doc, EntityMention
from parley.annotate.lazy import Lazy
from parley.annotate.quantities import QuantityMention
from parley.extract.moves.clauses.heads import find_head, price_before
from parley.extract.moves.clauses.trees import Tree
from parley.lexicon.acts import load_acts, load_talks
from parley.lexicon.groups import means_people
from parley.lexicon.words import word_list

__all__ = ["JUDGED", "Phrases", "is_money", "phrases_of"]

JUDGED = frozenset(
    {"refused", "failed", "ongoing", "praised"}
)  # classes of words that judge, wherever in a phrase they stand

# Nouns of these classes are what is done or negotiated, never who does it.
_THINGS = frozenset(
    {"proposal", "demand", "agreement", "talks", "deadline", "impasse", "approval", "message", "writing"}
)
_SOME_OF = frozenset(
    {"some", "all", "most", "many", "much", "several", "none", "both", "few", "one", "neither", "either", "each"}
)
_SHARES = word_list("moves.clauses.constituents.shares")
_CALLED = word_list("moves.clauses.constituents.called")
_KIN = word_list("moves.clauses.constituents.kin")
# Words that stand for one or some of the parties.
_EACH = frozenset({"each", "either", "neither", "both", "others", "some", "all", "many", "most", "several"})
_FROM = frozenset({"from"})
_NO_CLASS: frozenset[str] = frozenset()
_ALONE = frozenset({"private"})  # what a verb only means without its particle: "write off" is no writing


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


@cache
def _classes_by_anchor() -> dict[str, frozenset[str]]:
    """For a lemma or form, the classes that a word of it may be of; no other word's `words_of` or verb is in them."""
    nouns, verbs = _classes_by_word()
    judged = [(word, frozenset({name})) for name in JUDGED for word in getattr(load_talks().judged, name)]
    table: dict[str, frozenset[str]] = {}
    for word, names in (*nouns.items(), *judged):
        tails = (word[cut + 1 :] for cut, mark in enumerate(word) if mark in " -")
        for anchor in {word, *tails, word.split(" of ")[0]}:
            table[anchor] = table.get(anchor, _NO_CLASS) | names
    for verb, names in verbs.items():
        anchor = verb.split(" ")[0]
        table[anchor] = table.get(anchor, _NO_CLASS) | names
    return table


@cache
def _anchors() -> frozenset[str]:
    return frozenset(_classes_by_anchor())


class Phrases(Tree, frozen=True):
    """One sentence of a report, asked what its phrases mean: classes of words, parties, owners."""

    @Lazy
    def _classes(self) -> dict[int, frozenset[str]]:
        return {}

    @Lazy
    def _parties(self) -> dict[tuple[int, bool], EntityMention | None]:
        return {}

    def head(self, token: int) -> int:
        """The noun that matters: behind heads that only count or contain what follows "of" ("a round of talks")."""
        return find_head(self.sentence.parse, token)

    @Lazy
    def _words(self) -> dict[int, set[str]]:
        return {}

    def words_of(self, token: int) -> set[str]:
        """What word classes are asked with: the head's lemma and form, alone and with its last modifier; not to be changed."""
        known = self._words.get(token)
        if known is None:
            known = self._words[token] = self._words_of(token)
        return known

    def _words_of(self, token: int) -> set[str]:
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

    @Lazy
    def classes_here(self) -> frozenset[str]:
        """The word classes that a word of the sentence may be of: nearly all are asked for in vain."""
        table, parse = _classes_by_anchor(), self.sentence.parse
        return _NO_CLASS.union(*map(table.__getitem__, _anchors().intersection(parse.lemmas + parse.lower)))

    def is_of(self, token: int, classes: frozenset[str]) -> bool:
        """Whether the head of a noun phrase, or the verb, belongs to one of the word classes."""
        if classes.isdisjoint(self.classes_here):
            return False
        found = self._classes.get(token)
        if found is None:
            found = self._classes[token] = self._classes_of(token)
        return not classes.isdisjoint(found)

    def _classes_of(self, token: int) -> frozenset[str]:
        parse, words = self.sentence.parse, self.words_of(self.head(token))
        if not words.isdisjoint(load_talks().idle.nouns):
            return _NO_CLASS
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
        return self._known_as(token) or self._between_commas(token)

    def _known_as(self, token: int) -> EntityMention | None:
        """ "The group's commander, known as Ka Rudy"."""
        parse = self.sentence.parse
        for child in parse.children[token]:
            if parse.deps[child] == "acl" and parse.lower[child] in _CALLED:
                tops = [child, *(c for c in parse.children[child] if parse.lower[c] == "as")]
                below = (c for t in tops for c in parse.children[t] if parse.deps[c] in {"pobj", "oprd"})
                named = next((e for c in below if (e := self.doc.entity(self.index, c)) is not None), None)
                return named if named is not None and named.form == "name" else None
        return None

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
        family = proper and parse.lower[child] in _KIN
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
            and parse.lower[last + 1] in {",", ".", "of"}
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
        return EntityMention(
            span, self.index, token, plain_words(span.of(text)), "collective", "description", resolved=False
        )

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

    def owner(self, token: int) -> EntityMention | None:
        """Whose the thing is: "the union's demands", "the US proposal", "a plan tabled by Egypt", "an offer from X"."""
        parse = self.sentence.parse
        # "the militia's counter-proposal": the parser hangs the owner on the first half.
        first = parse.children[token - 2] if token > 1 and parse.words[token - 1] == "-" else ()
        if (price := price_before(parse, token)) is not None:
            first = parse.children[price]
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
        for inner, prep in self.preps_among(self.region(token), _FROM):
            if inner != token and (found := self.entity(prep.object)) is not None and found.form == "name":
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
