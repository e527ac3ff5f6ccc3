"""The clause table: for every verb of a sentence who does what to whom, under which auxiliaries and marks.

Built once from the parse; every later rule reads it instead of walking the tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from parley.annotate.antecedents import antecedent_of, replaced, stranded, without_pronoun
from parley.annotate.listed_subjects import listed, unparted
from parley.annotate.lost_subjects import (
    find_lost_subjects,
    is_hidden_predicate,
    is_of_object,
    sender_above,
    sharing_above,
)
from parley.annotate.preps import Prep, agents_of, preps_from
from parley.lexicon.words import word_list

if TYPE_CHECKING:
    from parley.annotate.parse import Parse

__all__ = ["Clause", "doers_of", "find_clauses"]

Tense = Literal["past", "present", "planned", "hypothetical", "none"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_DOERS = frozenset({"nsubj", "csubj"})
_UNDERGOERS = frozenset({"dobj", "attr", "oprd"})
_PASSIVE = frozenset({"nsubjpass", "csubjpass"})
_WISHED = _PASSIVE | {"nsubj"}
_PREDICATE = frozenset({"acomp", "attr", "oprd"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_PHRASES = frozenset({"prep", "dative", "agent"})
# Of these a determiner denies the clause.
_DENIED = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_PLANNED = frozenset({"will", "shall", "'ll"})
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_CLAUSAL = frozenset({
    "ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp",
    "parataxis", "csubj", "csubjpass", "dep", "prep", "appos", "pobj", "dobj",
})  # fmt: skip


class Clause(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One verb and what belongs to it; numbers are token indices of its sentence.

    `lemma` includes a particle ("rule out"). `subjects` are the heads of who does it, coordination included, taken from
    the governing clause or the antecedent where the clause has none of its own (`own_subject` tells); in a passive they
    are the objects, and the doers of the by-phrase the subjects, so that `subjects` always act and `objects` undergo.
    `complement` is a predicate adjective or noun ("is ready", "became law").
    `parent` is the index (in the table) of the governing clause, `link` the label that ties it to it.
    """

    verb: int
    lemma: str
    particle: int | None = None
    subjects: tuple[int, ...]
    own_subject: bool
    objects: tuple[int, ...]
    complement: int | None = None
    datives: tuple[int, ...] = ()
    preps: tuple[Prep, ...] = ()
    passive: bool = False
    negated: bool = False
    modal: str | None = None
    perfect: bool = False
    progressive: bool = False
    tense: Tense
    mark: str | None = None
    link: str
    parent: int | None = None
    first: int
    last: int


def find_clauses(parse: Parse) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order of their verbs."""
    # A noun or adjective the parser made a predicate ("is ready", headline verbs read as nouns) heads one by its subject.
    predicates = {parse.heads[t] for t, dep in enumerate(parse.deps) if dep in _SUBJECTS}
    verbs = [
        t
        for t, (tag, dep) in enumerate(zip(parse.tags, parse.deps, strict=True))
        if (dep in _CLAUSAL if tag in _VERB_TAGS else t in predicates)
    ]
    index = {verb: i for i, verb in enumerate(verbs)}
    denying = not _DENYING.isdisjoint(parse.lower)
    drafts = [_draft(parse, verb, index=index, denying=denying) for verb in verbs]
    drafts = [_shown(parse, clause) if clause.link == "acl" else clause for clause in drafts]
    if any(clause.link == "conj" for clause in drafts):
        drafts = [_with_object(parse, clause, drafts) for clause in drafts]
    return tuple(_with_subject(parse, i, drafts) for i in range(len(drafts)))


def _shown(parse: Parse, clause: Clause) -> Clause:
    if not is_hidden_predicate(parse, clause.verb):
        return clause
    subject = (parse.heads[clause.verb],)
    return msgspec.structs.replace(clause, subjects=subject, own_subject=True, passive=False, link="ROOT", parent=None)


def _with_object(parse: Parse, clause: Clause, drafts: list[Clause]) -> Clause:
    """ "accepted or rejected the plan": the first verb shares the object that follows the second."""
    if clause.objects or clause.complement is not None:
        return clause
    for other in drafts:
        beside = other.link == "conj" and parse.heads[other.verb] == clause.verb and other.verb - clause.verb == 2
        if beside and other.objects and not other.own_subject:
            return msgspec.structs.replace(clause, objects=other.objects)
    return clause


def _draft(parse: Parse, verb: int, *, index: dict[int, int], denying: bool) -> Clause:
    """The clause of a verb by itself; `denying` tells that some word of the sentence may deny a clause."""
    deps, lower = parse.deps, parse.lower
    below: dict[str, list[int]] = {}
    for child in parse.children[verb]:
        below.setdefault(deps[child], []).append(child)
    auxiliaries = _of(below, _AUXILIARY) or _auxiliaries(parse, verb)
    helping, tags = [parse.lemmas[a] for a in auxiliaries], [parse.tags[a] for a in auxiliaries]
    wished = _wished(parse, verb, auxiliaries)
    passive = wished or "nsubjpass" in below or "auxpass" in below or _reduced_passive(parse, verb)
    passive = passive or "auxpass" in [deps[a] for a in auxiliaries]
    subjects = (
        _agents(parse, verb)
        if passive
        else listed(parse, verb, _coordinated(parse, unparted(parse, _of(below, _DOERS))))
    )
    if not subjects and not passive and _HELPED.intersection(below):
        subjects = _coordinated(parse, find_lost_subjects(parse, verb))
    undergoers = _coordinated(parse, _of(below, _UNDERGOERS))
    if not undergoers and "npadvmod" in below:
        undergoers = _given(parse, verb)
    if passive:
        undergoers += _coordinated(parse, _of(below, _WISHED if wished else _PASSIVE))
    particle = below["prt"][0] if "prt" in below else _particle(parse, verb)
    mark = below.get("mark")
    return Clause(
        verb=verb,
        lemma=parse.verb_lemma(verb) + (f" {lower[particle]}" if particle is not None else ""),
        particle=particle,
        subjects=tuple(subjects),
        own_subject=bool(subjects) or not _SUBJECTS.isdisjoint(below),
        objects=tuple(undergoers),
        complement=next(iter(_of(below, _PREDICATE)), None),
        datives=tuple(_coordinated(parse, [c for c in below.get("dative", ()) if parse.tags[c] != "IN"])),
        preps=tuple(_preps(parse, _of(below, _PHRASES))),
        passive=passive,
        negated="neg" in below
        or "neg" in [deps[k] for a in auxiliaries for k in parse.children[a]]
        or (denying and _negative_determiner(parse, verb, below)),
        modal=helping[tags.index("MD")] if "MD" in tags else None,
        perfect=not _HAVE.isdisjoint(helping),
        progressive=parse.tags[verb] == "VBG" and any(lower[a] in _BE for a in auxiliaries),
        tense=_tense(parse.tags[verb], helping, tags=tags),
        mark=lower[mark[0]] if mark else _wh_mark(parse, verb),
        link=deps[verb],
        parent=_governor(parse, verb, index),
        first=parse.lefts[verb],
        last=parse.rights[verb],
    )


# Where a verb without a subject may have lost it.
_HELPED = frozenset({"aux", "compound", "neg"})
_HAVE = frozenset({"have", "'ve"})
_BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "'s", "'re"})


def _of(below: dict[str, list[int]], labels: frozenset[str]) -> list[int]:
    """The dependents with one of the labels, in text order."""
    if labels.isdisjoint(below):
        return []
    found = [child for label, children in below.items() if label in labels for child in children]
    return sorted(found) if len(found) > 1 else found


_PARTICLES = frozenset(
    ["up", "out", "off", "down", "on", "over", "away", "back", "in", "apart", "aside", "through", "forward"]
)


def _particle(parse: Parse, verb: int) -> int | None:
    """The particle of a verb without one to the parser: an adverb that follows it at once ("walked out")."""
    after = verb + 1
    beside = after < len(parse.words) and parse.heads[after] == verb and parse.deps[after] == "advmod"
    return after if beside and parse.lower[after] in _PARTICLES else None


def _auxiliaries(parse: Parse, verb: int) -> list[int]:
    """The verb's auxiliaries; a coordinated verb without its own borrows those of the first ("has met and rejected")."""
    deps = parse.deps
    own = [c for c in parse.children[verb] if deps[c] in {"aux", "auxpass"}]
    if own or parse.deps[verb] != "conj" or any(parse.deps[c] in _SUBJECTS for c in parse.children[verb]):
        return own
    head = parse.heads[verb]
    if parse.tags[head] != parse.tags[verb] or head == verb:
        return own
    return [a for a in _auxiliaries(parse, head) if a < head]


def _coordinated(parse: Parse, heads: list[int]) -> list[int]:
    if not heads:
        return []
    return [member for head in heads for member in parse.conjuncts(head)]


def doers_of(parse: Parse, verb: int) -> tuple[int, ...]:
    """Whom the by-phrase of a passive verb names."""
    return tuple(_agents(parse, verb))


def _agents(parse: Parse, verb: int) -> list[int]:
    return _coordinated(parse, agents_of(parse, verb))


def _wished(parse: Parse, verb: int, auxiliaries: list[int]) -> bool:
    """ "want the captives freed": a bare participle of which its subject is wished."""
    return parse.tags[verb] == "VBN" and parse.deps[verb] == "ccomp" and not auxiliaries


def _given(parse: Parse, verb: int) -> list[int]:
    """ "offered the rebels a truce": behind somebody, the parser takes the thing for an adverb."""
    children = parse.children[verb]
    somebody = [c for c in children if parse.deps[c] == "dative" and parse.tags[c] != "IN"]
    return [
        c
        for c in children
        if parse.deps[c] == "npadvmod" and somebody and c > somebody[0] and parse.lower[parse.lefts[c]] in {"a", "an"}
    ][:1]


def _reduced_passive(parse: Parse, verb: int) -> bool:
    """A past participle beside its noun ("the plan tabled by the mediators", "Backed by the banks, the board offered")."""
    dep = parse.deps[verb]
    if parse.tags[verb] != "VBN" or dep == "acl":
        # "reports that it had offered": a clause of its own.
        had = any(parse.deps[c] == "aux" and parse.lemmas[c] == "have" for c in parse.children[verb])
        return dep == "acl" and parse.tags[verb] == "VBN" and not had
    first = parse.children[parse.heads[verb]]
    if dep == "conj" and _bare(parse, verb) and any(parse.deps[c] == "auxpass" for c in first):
        return True  # "was welcomed in the north but spurned in the south"
    beside = dep == "advcl" or (dep == "conj" and _reduced_passive(parse, parse.heads[verb]))
    # "Accused of dumping by its neighbours, Carvia": the parser hangs the doers lower, and a sentence opens so in no other way.
    opens = dep == "advcl" and verb == 0 and parse.lower[verb] not in _NOT_UNDERGONE
    return beside and (opens or bool(_agents(parse, verb))) and _bare(parse, verb)


_NOT_UNDERGONE = word_list("annotate.clauses.not_undergone")


def _bare(parse: Parse, verb: int) -> bool:
    """Whether the verb has no auxiliary, subject or object of its own."""
    own = {"aux", "auxpass", "dobj", *_SUBJECTS}
    return all(parse.deps[c] not in own for c in parse.children[verb])


def _negative_determiner(parse: Parse, verb: int, below: dict[str, list[int]]) -> bool:
    """ "No agreement was reached", "neither side accepted", "reached no deal": the clause is denied by its noun."""
    for child in _of(below, _DENIED):
        if parse.lower[child] in {"none", "nobody", "nothing", "neither"}:
            return True
        if any(
            parse.lower[k] in {"no", "neither"} and parse.deps[k] in {"det", "neg", "preconj"}
            for k in parse.children[child]
        ):
            return True
    if not _NEGATIVE_ADVERBS.isdisjoint([parse.lower[c] for c in parse.children[verb]]):
        return True
    # "neither accepted nor rejected": the second verb is denied by the conjunction that hangs on the first.
    head = parse.heads[verb]
    return parse.deps[verb] == "conj" and any(parse.lower[c] == "nor" and head < c < verb for c in parse.children[head])


_NEGATIVE_ADVERBS = frozenset({"never", "hardly", "barely", "neither"})
# All that `_negative_determiner` looks for: most sentences have none of it.
_DENYING = _NEGATIVE_ADVERBS | {"none", "nobody", "nothing", "no", "nor"}


def _preps(parse: Parse, below: list[int]) -> list[Prep]:
    """The verb's prepositional phrases, compound prepositions folded, coordinated objects each on their own."""
    found: list[Prep] = []
    for child in below:
        if parse.tags[child] in {"IN", "TO", "VBG", "RB", "RP"}:
            found.extend(preps_from(parse, child))
    return found


def _governor(parse: Parse, verb: int, index: dict[int, int]) -> int | None:
    """The index of the nearest clause above."""
    heads = parse.heads
    while heads[verb] != verb:
        verb = heads[verb]
        if verb in index:
            return index[verb]
    return None


def _tense(verb: str, lemmas: list[str], *, tags: list[str]) -> Tense:
    """The tense of a verb with that tag, by the lemmas and tags of its auxiliaries."""
    if not _PLANNED.isdisjoint(lemmas):
        return "planned"
    if "would" in lemmas or "should" in lemmas:
        return "hypothetical"
    if "MD" in tags:
        return "present"
    if "VBD" in tags or verb == "VBD" or not _HAVE.isdisjoint(lemmas):
        return "past"
    if "TO" in tags or verb == "VB":
        return "none"
    if verb in {"VBP", "VBZ"} or tags:
        return "present"
    return "past" if verb == "VBN" else "none"


def _wh_mark(parse: Parse, verb: int) -> str | None:
    asking = [c for c in parse.children[verb] if parse.tags[c] == "WRB"]
    return parse.lower[asking[0]] if asking else None


def _with_subject(parse: Parse, i: int, drafts: list[Clause]) -> Clause:
    """The clause with the subject it shares with another, and a relative pronoun replaced by its antecedent."""
    clause = drafts[i]
    if clause.link in {"relcl", "acl"}:
        antecedents = (antecedent_of(parse, clause.verb),)
        clause = _replace_relative(parse, clause, antecedents)
    if clause.subjects or clause.passive:
        if clause.link == "acl" and clause.passive:
            clause = msgspec.structs.replace(clause, objects=(*clause.objects, parse.heads[clause.verb]))
        elif clause.link == "advcl" and clause.passive and clause.parent is not None and _bare(parse, clause.verb):
            above = drafts[clause.parent]
            clause = msgspec.structs.replace(clause, objects=above.objects if above.passive else above.subjects)
        elif _shares_undergoer(parse, clause) and clause.parent is not None:
            clause = msgspec.structs.replace(clause, objects=drafts[clause.parent].objects)
        drafts[i] = clause
        return clause
    if not clause.own_subject:
        clause = msgspec.structs.replace(clause, subjects=_borrowed(parse, clause, drafts))
    drafts[i] = clause
    return clause


def _shares_undergoer(parse: Parse, clause: Clause) -> bool:
    """ "was signed but not ratified": the second participle has the subject of the first."""
    own = clause.objects or any(parse.deps[c] in _SUBJECTS for c in parse.children[clause.verb])
    return clause.link == "conj" and clause.passive and not own


def _replace_relative(parse: Parse, clause: Clause, antecedents: tuple[int, ...]) -> Clause:
    """The clause with its antecedent for its pronoun, or where a clause with a subject and nothing else has lost it."""
    verb, preps = clause.verb, clause.preps
    subjects, objects = (replaced(parse, verb, t, antecedents) for t in (clause.subjects, clause.objects))
    if (
        clause.link == "relcl"
        and clause.own_subject
        and not (objects or clause.passive)
        and without_pronoun(parse, verb, antecedents)
    ):
        if (left := stranded(parse, verb)) is not None:
            preps = (*preps, Prep(parse.lower[left], left, antecedents[0]))
        elif clause.subjects:
            objects = antecedents
    return msgspec.structs.replace(clause, subjects=subjects, objects=objects, preps=preps)


_SAYING = word_list("annotate.clauses.saying")


def _borrowed(parse: Parse, clause: Clause, drafts: list[Clause]) -> tuple[int, ...]:
    head = parse.heads[clause.verb]
    if (above := sharing_above(parse, clause.verb)) is not None:
        return next((d.subjects for d in drafts if d.verb == above), ())
    # A finite verb without a subject that hangs on a noun is that noun's, a relative clause between them.
    if clause.link == "acl" and parse.tags[clause.verb] in {"VBG", "VBD", "VBZ", "VBP"}:
        return (head,)
    if clause.parent is None:
        return ()
    if (sender := sender_above(parse, clause.verb)) is not None:
        return (sender,)
    parent = drafts[clause.parent]
    # "said shareholders at a meeting approved the sale": the parser gives the verb of saying the subject below it.
    if clause.link == "ccomp" and parent.lemma in _SAYING and parse.tags[clause.verb] in {"VBD", "VBZ", "VBP"}:
        between = tuple(o for o in parent.objects if parent.verb < o < clause.verb)
        if between and not parent.passive:
            return between
    behind = clause.link == "xcomp" or (clause.link == "pcomp" and clause.verb > parent.verb)
    if behind and parent.objects and is_of_object(parse, clause.verb, parent.verb):
        return parent.objects
    # "is said to want": who is spoken of does it.
    if clause.link == "xcomp" and parent.passive and parent.objects and parent.lemma != "use":
        return parent.objects
    if clause.link in {"conj", "xcomp", "advcl", "pcomp", "ccomp", "acl", "dep"}:
        if clause.link == "conj" and parent.passive and clause.passive:
            return ()
        return parent.subjects
    return ()
