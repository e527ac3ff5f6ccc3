"""Amounts of a move that stand with no issue word of their own: what they are amounts of, and which are none of it."""

from __future__ import annotations

from parley.annotate.quantities import QuantityMention
from parley.extract.moves.terms.amounts import Amounts
from parley.extract.moves.terms.changes import AMOUNTS
from parley.extract.moves.terms.counted import counted_unit
from parley.extract.moves.terms.issues import issue_named
from parley.extract.moves.terms.kinds_of_talks import main_kind
from parley.extract.moves.terms.numbers import Numbers
from parley.extract.moves.terms.worth import words_of_amounts
from parley.lexicon.acts import load_acts, load_talks
from parley.lexicon.amounts import verbs_of_amounts
from parley.lexicon.groups import means_people
from parley.lexicon.words import word_list

__all__ = ["Loose"]

# Before these stands what came before the move, or what it is measured against.
_BACKGROUND = frozenset(
    [
        "after", "because", "despite", "since", "amid", "according", "against", "versus", "during",
        "following", "before", "until", "till", "than", "without", "among", "between", "compared", "under",
        "as", "amidst", "behind", "notwithstanding", "below", "above",
    ]
)  # fmt: skip
# Lengths of time are terms behind these, and before the noun they measure.
_LASTING = frozenset({"for", "over", "by", "of", "to", "at", "than", "beyond"})
_NOT_LASTING = frozenset({"talks", "harm", "dispute", "impasse", "event_length"})
# Issues whose terms may be sums of money.
_MONEYED = frozenset({"payment", "price", "pay", "aid", "sanctions", "guarantee"})
_EXTRA = word_list("moves.terms.loose.extra")
_PAST = frozenset({"under", "below", "above"})
_NO_FURTHER = word_list("moves.terms.loose.no_further")
_LASTS = word_list("moves.terms.loose.lasts")
_LIMITS = frozenset({"deadline"})


_EXCHANGED = 20  # fewer shares than these, and no whole number, are paid for one


class Loose(Numbers, frozen=True):
    """Reads the amounts of a sentence that no issue word takes."""

    def mentions(self, tokens: list[int]) -> list[QuantityMention]:
        """The amounts and lengths of time at these tokens that may be terms of a move."""
        found = Amounts(self.phrases).standing(tokens, AMOUNTS | {"duration"})
        inside = set(tokens)
        kept = [m for m in found if not self._aside(m, inside)]
        # "Within ten days" says by when.
        return [m for m in kept if m.kind != "duration" or self._preposition(m) != "within"]

    def _aside(self, mention: QuantityMention, inside: set[int]) -> bool:
        """Whether the amount only tells of circumstances, of somebody, or of how it came to the move."""
        top = self.top(mention)
        if mention.kind == "duration" and (not self._lasts(mention, top) or self._is_past(mention)):
            return True
        if mention.kind == "count" and self._counts_somebody(mention):
            return True
        if mention.kind == "count" and self._is_rate_of_deal(mention, top):
            return True
        if mention.kind == "percent" and (
            self._is_vote(mention) or self._is_half_word(mention) or self._is_cast(mention, top)
        ):
            return True
        if mention.kind == "measure" and self._names_a_place(mention):
            return True
        return self._told_by_the_way(top, inside, mention)

    def _is_rate_of_deal(self, count: QuantityMention, top: int) -> bool:
        """ "No three-for-one deal": so many of what for each of what, it does not say."""
        rate = self.phrases.doc.text.startswith("-for-", count.span.end)
        return rate and any(
            self.phrases.is_of(noun, frozenset({"agreement", "proposal"}))
            for noun in (top, *self.phrases.sentence.parse.ancestors(top)[:1])
        )

    def _is_past(self, length: QuantityMention) -> bool:
        """ "That have hit the port for the past five weeks": how long something has gone on, and no term."""
        before = self.phrases.doc.text[: length.span.start].split()[-2:]
        return len(before) == 2 and before[0].lower() in {"the", "these"} and before[1].lower() in {"past", "last"}

    def _is_cast(self, mention: QuantityMention, top: int) -> bool:
        """ "Vote its 8 percent stake against", "by two to one": what is cast is no term."""
        parse, text = self.phrases.sentence.parse, self.phrases.doc.text
        ratio = " to " in mention.span.of(text) and text[: mention.span.start].endswith("by ")
        return ratio or (parse.deps[top] == "dobj" and parse.lemmas[parse.heads[top]] == "vote")

    def _is_half_word(self, mention: QuantityMention) -> bool:
        """ "Half-yearly instalments"."""
        text = self.phrases.doc.text
        return mention.span.of(text).isalpha() and text[mention.span.end : mention.span.end + 1] == "-"

    def _is_vote(self, mention: QuantityMention) -> bool:
        """ "Backed by 88 percent of members" says how many of them did."""
        base = self._base(mention)
        if base is None:
            return False
        parse, above = self.phrases.sentence.parse, self.phrases.sentence.parse.heads[self.top(mention)]
        people = means_people(parse.lemmas[base])
        return people and (parse.deps[above] == "agent" or parse.lower[above] == "by")

    def _names_a_place(self, mention: QuantityMention) -> bool:
        """ "The 200-mile zone": the length is part of a name, unless it is the zone that is talked about."""
        noun = self.noun(mention)
        hyphen = "-" in mention.span.of(self.phrases.doc.text)
        return noun is not None and hyphen and issue_named(self.phrases, noun) is None

    def _told_by_the_way(self, top: int, inside: set[int], mention: QuantityMention) -> bool:
        parse, own = self.phrases.sentence.parse, self.phrases.tokens_in(mention.span)
        for token in (top, *parse.ancestors(top)):
            if token not in inside:
                return False
            dep, above = parse.deps[token], parse.heads[token]
            if dep == "prep" and above in inside and self._is_background(token, own, mention):
                return True
            finite = parse.tags[token] in {"VBZ", "VBP"} or (
                parse.tags[token] == "VBD" and parse.lower[token] != parse.lemmas[token]
            )
            said = parse.tags[token] in {"VBZ", "VBP", "VBD"} and parse.lemmas[token] in load_acts().verbs["uttering"]
            if dep == "conj" and said and above in inside and parse.child(token, "nsubj") is not None:
                return True  # "nine have been freed, and the army says 75 are still held"
            if dep == "conj" and finite and parse.tags[above] == "VB":
                return True  # a finite verb is no partner of an infinitive: the parser's slip
            if dep == "relcl" and parse.tags[token] == "VBD" and above in inside and not self._is_put(above):
                return True
            if dep in {"relcl", "acl"} and above in inside and self._told_of(above, token):
                return True
            if dep == "appos" and above in inside and self._is_party(above):
                return True
        return False

    def _is_background(self, token: int, own: range, mention: QuantityMention) -> bool:
        """Whether a preposition leads to what was before or beside, or to what somebody has ("the holders of 7 billion")."""
        parse = self.phrases.sentence.parse
        if parse.lower[token] == "of":
            return mention.kind != "count" and means_people(parse.lemmas[parse.heads[token]])
        further = parse.lower[token] == "than" and parse.lower[token - 1] in _NO_FURTHER
        further = further or (parse.lower[token] in _PAST and parse.tags[token + 1 : token + 2] in {("CD",), ("$",)})
        return parse.lower[token] in _BACKGROUND and token not in own and not further

    def _told_of(self, token: int, verb: int) -> bool:
        """Whether a clause tells something of a party, rather than of the proposal it stands behind."""
        parse = self.phrases.sentence.parse
        if not self._is_party(token) or any(parse.tags[c] == "TO" for c in parse.children[verb]):
            return False
        return not any(self._is_put(a) for a in parse.ancestors(token)[:2])

    def _is_put(self, noun: int) -> bool:
        """Whether the noun is of what is put forward or agreed, so that clauses behind it hold its terms."""
        return self.phrases.is_of(noun, frozenset({"proposal", "bid", "agreement", "demand"}))

    def _is_party(self, token: int) -> bool:
        found = self.phrases.entity(token)
        return found is not None and found.kind != "collective"

    def _lasts(self, mention: QuantityMention, top: int) -> bool:
        parse = self.phrases.sentence.parse
        noun = self.noun(mention)
        if noun is not None:
            idle = self.phrases.is_of(noun, _NOT_LASTING) or parse.lemmas[noun] in words_of_amounts("idle_lengths")
            return not idle and not self._is_party(noun)
        word = self._preposition(mention)
        if word is not None:
            return word in _LASTING or word == "within"
        if parse.deps[top] in {"npadvmod", "appos"} and any(parse.lemmas[c] in _EXTRA for c in parse.children[top]):
            return True  # "two extra days of leave"
        lasts = parse.lemmas[parse.heads[top]] in _LASTS
        return lasts or parse.deps[top] in {"dobj", "attr", "nsubjpass", "ROOT", "conj"}

    def counts_somebody(self, mention: QuantityMention) -> bool:
        """Whether a number counts parties, sources or places ("the two sides")."""
        return mention.kind == "count" and self._counts_somebody(mention)

    def _counts_somebody(self, mention: QuantityMention) -> bool:
        """A number of parties, sources or places counts no term ("the two sides", "seven funds")."""
        noun = self.noun(mention)
        parse = self.phrases.sentence.parse
        if parse.tags[self.top(mention)] == "JJS" and parse.deps[self.top(mention)] == "pobj":
            return True  # "by the two largest"
        if noun is not None and self._is_asked(noun):
            return True
        if noun is None:
            whole = Amounts(self.phrases).part_of(mention)
            return whole is None and (parse.lower[self.token(mention)] == "one" or self._of_ballot(mention))
        if parse.lower[self.token(mention)] == "one" or parse.lemmas[noun] in {"time", "occasion"}:
            return True
        place = parse.heads[noun]
        inside = parse.deps[noun] == "pobj" and parse.lower[place] == "in"
        # "let in 200 trucks": the parser takes the particle for a preposition.
        inside = inside and not (parse.heads[place] == place - 1 and parse.tags[place - 1][0] == "V")
        if inside and issue_named(self.phrases, noun) is None:
            return parse.lemmas[noun] not in words_of_amounts("portions") or self._divides_deal(place)
        # "24 slots at two airports": at so many places.
        if (
            parse.deps[noun] == "pobj"
            and parse.lower[place] == "at"
            and parse.lemmas[noun] in words_of_amounts("sites")
        ):
            return True
        entity = self.phrases.entity(noun)
        moved = parse.deps[noun] == "dobj" and parse.lemmas[parse.heads[noun]] in load_acts().verbs["removing"]
        party = parse.lemmas[noun] in words_of_amounts("counted_parties") and not moved
        if (entity is not None and entity.form == "name") or party:
            return True
        served = parse.deps[noun] == "pobj" and parse.lower[place] in {"to", "by"} and self.phrases.means_somebody(noun)
        if moved or not (served or means_people(parse.lemmas[noun])):
            return False
        # "Class sizes limited to 24 pupils", "want 60 civilians included".
        participle = parse.deps[noun][:5] == "nsubj" and parse.tags[parse.heads[noun]] == "VBN" and place > noun
        if self._is_limited(noun) or participle:
            return False
        return parse.deps[noun] in {"nsubj", "agent", "dative"} or (
            parse.deps[noun] == "pobj"
            and parse.lower[parse.heads[noun]] in {"by", "to", "with", "from", "representing"}
        )

    def _divides_deal(self, preposition: int) -> bool:
        """ "A truce in three phases": so many parts of the deal itself are none of its terms."""
        parse = self.phrases.sentence.parse
        above = parse.heads[preposition]
        verb = parse.tags[above][0] == "V"
        whole = [c for c in parse.children[above] if parse.deps[c] in {"dobj", "nsubjpass"}] if verb else [above]
        deal = frozenset({"agreement", "proposal"})
        return any(self.phrases.is_of(t, deal) or issue_named(self.phrases, t) == "ceasefire" for t in whole)

    def _is_asked(self, noun: int) -> bool:
        """ "Asked the two grocers to sell": those of whom something is asked."""
        parse, verb = self.phrases.sentence.parse, self.phrases.sentence.parse.heads[noun]
        asked = (
            parse.deps[noun] in {"dobj", "nsubj"} and parse.tags[verb][0] == "V" and self.phrases.means_somebody(noun)
        )
        if not asked or parse.tags[noun] != "NNS":
            return False
        if parse.deps[noun] == "nsubj":
            return parse.tags[verb] == "VB" and verb > noun and parse.lower[verb - 1] == "to"
        return any(parse.deps[c] == "xcomp" and parse.tags[c] == "VB" and c > noun for c in parse.children[verb])

    def _is_limited(self, noun: int) -> bool:
        """ "Classes limited to 24 pupils": not to whom something goes."""
        parse = self.phrases.sentence.parse
        above = parse.heads[parse.heads[noun]]
        to = parse.deps[noun] == "pobj" and parse.lower[parse.heads[noun]] in {"to", "at"}
        return to and parse.verb_lemma(above) in verbs_of_amounts("capping")

    def _of_ballot(self, mention: QuantityMention) -> bool:
        """The other side's votes ("by 118 votes to 46")."""
        text = self.phrases.doc.text[: mention.span.start].rsplit("votes", 1)
        return len(text) > 1 and text[1].split() == ["to"]

    def unit(self, mention: QuantityMention, noun: int | None) -> str | None:
        """What a bare count counts; heads of a force and the like are people ("a force of 2,500", "700-strong")."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        if parse.deps[top] == "pobj" and parse.lower[parse.heads[top]] == "of":
            above = parse.heads[parse.heads[top]]
            noun = above if noun is None and parse.lemmas[above] in words_of_amounts("bodies_of_people") else noun
        if noun is None:
            of = next((p.object for p in self.phrases.preps(top) if p.word == "of"), None)
            if of is None or self.phrases.is_time(of):
                return None
            return "persons" if parse.lower[of] in {"them", "us", "those"} else counted_unit(self.phrases, of)
        after = self.phrases.doc.text[mention.span.end : mention.span.end + 8]
        if after.startswith("-strong") or (parse.lemmas[noun] in words_of_amounts("bodies_of_people") and noun != top):
            return "persons"
        return counted_unit(self.phrases, noun)

    def lasting(self, mention: QuantityMention | None) -> QuantityMention | None:
        """The length of time, unless it only tells since when, how often or by the way."""
        if mention is None or not self._lasts(mention, self.top(mention)) or self._preposition(mention) == "within":
            return None
        return mention

    def issue(self, mention: QuantityMention, inside: set[int], known: str | None) -> str:
        """What the amount is an amount of; `known` is the issue of the terms beside it."""
        named = self._named(mention, inside)
        if (shown := self.shown_issue(mention, named)) is not None:
            return shown
        if mention.kind == "duration":
            return self._length(mention, named, known)
        if mention.kind in {"money", "percent"}:
            return self._money(mention, named)
        if mention.kind == "count" and self.is_exchanged(mention):
            return "price"
        if mention.kind == "count" and (own := self.own_issue(mention)) is not None:
            return own
        if named == "price":
            # "for 12 mln dlrs and 300,000 shares": paid in shares.
            paid = self.phrases.sentence.parse.deps[self.top(mention)] == "conj" and known == "price"
            return "price" if paid else "other"
        if mention.kind == "measure" and named in {"payment", "pay"}:
            return "quota" if main_kind(self.phrases.doc) in {"trade", None} else "other"
        if mention.kind == "measure" and (known == "quota" or (named is None and self._is_kept_back(mention))):
            return named or "quota"
        if named == "jobs" and self._are_things(mention):
            return "other"
        workers = (noun := self.noun(mention)) is None or means_people(self.phrases.sentence.parse.lemmas[noun])
        return named or ("jobs" if known == "jobs" and workers else "other")

    def _are_things(self, mention: QuantityMention) -> bool:
        """Whether what is counted is no job and nobody's ("shed 140 petrol stations")."""
        noun = self.noun(mention)
        if noun is None or mention.quantity.unit is not None:
            return False
        lemma = self.phrases.sentence.parse.lemmas[noun]
        worked = lemma in words_of_amounts("posts") or issue_named(self.phrases, noun, counted=True) == "jobs"
        return lemma in words_of_amounts("sites") and not worked and not means_people(lemma)

    def is_exchanged(self, mention: QuantityMention) -> bool:
        """ "0.4 of an Acorn share": so much of one share is given for another."""
        upper, quantity = mention.quantity.upper or 0, mention.quantity
        unit = "shares" if mention.per == "share" else quantity.unit or self.unit(mention, self.noun(mention))
        return unit == "shares" and upper < _EXCHANGED and upper != int(upper)

    def _is_kept_back(self, mention: QuantityMention) -> bool:
        """Whether goods are limited, where producers talk, rather than bought or sent ("keep 60,000 tonnes off the market")."""
        parse, unit = self.phrases.sentence.parse, mention.quantity.unit
        above = (a for a in parse.ancestors(self.top(mention)) if parse.tags[a][0] == "V")
        traded = any(parse.lemmas[a] in load_acts().verbs["supplying"] for a in above)
        limited = not words_of_amounts("limits").isdisjoint(self.phrases.doc.words)
        return unit in words_of_amounts("goods") and not traded and limited

    def _length(self, mention: QuantityMention, named: str | None, known: str | None) -> str:
        if (told := self.own_issue(mention)) is not None:
            return told
        if (held := self.held_still(mention)) is not None:
            return held or named or "other"
        truce = not self.phrases.doc.words.isdisjoint(load_talks().nouns["truce_words"])
        own = self.noun(mention)
        if any(
            self.phrases.is_of(t, _LIMITS)
            for t in self._above(self.top(mention), set(range(len(self.phrases.sentence.parse))))
        ):
            return "other"  # an ultimatum is no truce
        if own is not None and named is None and known is None and not self._is_done(own) and not truce:
            # "a 20-year recovery plan"
            return "payment" if main_kind(self.phrases.doc) == "debt" else "other"
        if own is not None and self._is_done(own):
            # "a five-day week" is as long, whatever else is given.
            return named or ("ceasefire" if truce and known == "ceasefire" else "other")
        if named is None and known is None and main_kind(self.phrases.doc) == "debt":
            asked = self.phrases.sentence.parse.verb_lemma(self._verb(mention) or 0)
            if asked in verbs_of_amounts("asking_time"):
                return "payment"  # what is asked of lenders is time to pay
        return named or known or ("ceasefire" if truce else "other")

    def _named(self, mention: QuantityMention, inside: set[int]) -> str | None:
        """The issue that a word about the amount names: its noun, what it is of, then whatever governs it."""
        parse, top = self.phrases.sentence.parse, self.top(mention)
        near = [t for t in (self.noun(mention), top) if t is not None]
        near += [c for t in near for c in parse.children[t] if parse.deps[c] in {"compound", "nmod", "amod"}]
        unit = self.phrases.sentence.token_at(mention.span.end - 1)
        near += [
            p.object for t in {top, unit} if t is not None for p in self.phrases.preps(t) if p.word in {"of", "in"}
        ]
        for token in dict.fromkeys([*near, *self._above(top, inside)]):
            found = issue_named(self.phrases, token, counted=mention.kind == "count")
            if found is not None and self._goes_with(mention, found, beside=token in near):
                return found
        return None

    def _above(self, top: int, inside: set[int]) -> list[int]:
        """What governs the amount, nearest first: nouns and verbs above it, and the objects of these verbs."""
        parse = self.phrases.sentence.parse
        found: list[int] = []
        below, beside = top, False
        for token in parse.ancestors(top):
            if token not in inside:
                break
            # What a noun is coordinated with does not govern it.
            if not (parse.deps[below] == "conj" and parse.tags[token][0] == "N"):
                found.append(token)
            beside = beside or (parse.deps[below] == "conj" and parse.tags[below][0] == "N")
            below = token
            if parse.tags[token][0] == "V" and not beside:
                found += [c for c in parse.children[token] if parse.deps[c] in {"dobj", "nsubjpass"} and c != top]
                found += Amounts(self.phrases).moved(token)
        return found

    def _goes_with(self, mention: QuantityMention, issue: str, *, beside: bool) -> bool:
        """No money is of seats, and no flats are of the money that is governed with them, instalments aside."""
        if mention.kind == "count" and not beside and issue in {"payment", "price", "pay"}:
            noun = self.noun(mention)
            lemma = self.phrases.sentence.parse.lemmas[noun] if noun is not None else ""
            return noun is None or means_people(lemma) or lemma in words_of_amounts("portions")
        return mention.kind != "money" or issue in _MONEYED
