"""Records in short words: parties, terms, amounts, dates, chains. Neutral, and the report's own wherever it gave some."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from parley.lexicon.acts import load_issues
from parley.model import (
    Actor,
    Attribution,
    Claim,
    Date,
    DateRange,
    Event,
    Factuality,
    Figure,
    Judgement,
    Mention,
    Move,
    Phase,
    Quantity,
    Quote,
    Report,
    Source,
    Term,
)

__all__ = [
    "about_words",
    "actor_words",
    "actors_words",
    "chain_words",
    "claim_words",
    "counted",
    "date_words",
    "day_words",
    "decided_words",
    "disputed_words",
    "event_words",
    "factuality_words",
    "move_words",
    "number_words",
    "phase_name",
    "phase_words",
    "plain",
    "published_words",
    "quantity_words",
    "quote_words",
    "range_words",
    "said_terms",
    "shortened",
    "source_words",
    "term_words",
    "terms_words",
]

_OWN_VOICE = "unknown outlet"
_ENOUGH_WORDS = 4  # of a trigger, to be understood by itself
_PRONOUNS = frozenset({"it", "them", "that", "this"})
_SHORT = 110  # characters of a quote in a table
_LEAST_BEHIND = 30  # characters: fewer from the trigger on say next to nothing
_DECIDED = {
    "accept": "accepted",
    "reject": "rejected",
    "dispute": "⚑ disputed",  # by a shape as well as a word, wherever it is shown
    "correct": "corrected",
    "add": "added",
    "note": "noted",
}


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 report", "1,024 reports", with `plural` "2 stories"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def plain(words: str) -> str:
    """The words on one line, runs of white space as one space."""
    return " ".join(words.split())


def quote_words(mention: Mention, text: str) -> str:
    """The words that make a claim; of a trigger of few words the sentence around it, shortened."""
    own = plain(mention.trigger.of(text))
    if len(own.split()) >= _ENOUGH_WORDS:
        return shortened(own)
    behind = plain(text[mention.trigger.start : mention.statement.end])
    whole = plain(mention.statement.of(text))
    if len(whole) <= _SHORT:
        return whole
    # Where the trigger ends the sentence, what it is said of stands before it.
    return shortened(f"… {behind}" if len(behind) >= _LEAST_BEHIND else whole)


def shortened(words: str) -> str:
    """At most so many characters as fit a cell, cut between words."""
    return words if len(words) <= _SHORT else words[:_SHORT].rpartition(" ")[0] + " …"


def actor_words(actor: Actor) -> str:
    """A party by name, with the party it acts for."""
    return f"{actor.name} (for {actor.acts_for})" if actor.acts_for and actor.acts_for != actor.name else actor.name


def actors_words(actors: Iterable[Actor], *, one_of: bool = False) -> str:
    """Parties by name; with `one_of` the report leaves open which."""
    return (" or " if one_of else ", ").join(map(actor_words, actors))


def number_words(number: float) -> str:
    """A number with commas between thousands: 1,800, 6.5."""
    return f"{int(number) if number == int(number) else number:,}"


_CURRENCY = 3  # letters of an ISO 4217 code


def quantity_words(quantity: Quantity) -> str:
    """An amount in the report's words, with the unit that a lone number ("we asked for nine") leaves to what was said before;
    without words its bounds in ours."""
    said = plain(quantity.verbatim)
    if said.isalpha() or said.replace(".", "").replace(",", "").isdigit():
        return " ".join(filter(None, (said, _measured_in(quantity.unit))))
    return said or " ".join(filter(None, (_bounds(quantity), _unit(quantity.unit))))


def _measured_in(unit: str | None) -> str:
    """The unit of a share or a sum of money in brackets: the report's words do not have it."""
    if unit == "percent":
        return "[per cent]"
    return f"[{unit}]" if unit is not None and len(unit) == _CURRENCY and unit.isupper() else ""


def _bounds(quantity: Quantity) -> str:
    lower, upper = quantity.lower, quantity.upper
    about = "about " if quantity.approximate else ""
    if lower is None and upper is None:
        return "an amount not given"
    if lower == upper and lower is not None:
        return about + number_words(lower)
    if upper is None and lower is not None:
        return f"{about}{'more than' if quantity.lower_open else 'at least'} {number_words(lower)}"
    if lower in (None, 0) and upper is not None:
        return f"{about}{'fewer than' if quantity.upper_open else 'up to'} {number_words(upper)}"
    return f"{about}{number_words(lower or 0)} to {number_words(upper or 0)}"


def _unit(unit: str | None) -> str:
    return "" if unit in (None, "persons") else str(unit).replace("_", " ")


def term_words(term: Term) -> str:
    """A term: amount, item, what it is per, of what, for how long, since or until when, on which condition."""
    return " ".join(filter(None, (_term_alone(term), _condition(term))))


def terms_words(terms: Iterable[Term]) -> str:
    """Terms, each once, parted by semicolons; a condition that several share is told once, behind the last of them.

    A condition that is one of the terms itself ("if Norland freed three prisoners for each") is not told again.
    """
    given = tuple(terms)
    told = {_condition(term) for term in given if _is_condition(term)}
    same: dict[str, dict[str, None]] = {}
    for term in given:
        condition = _condition(term)
        same.setdefault("" if condition in told else condition, {})[_term_alone(term)] = None
    return "; ".join(" ".join(filter(None, ("; ".join(told), condition))) for condition, told in same.items())


def said_terms(move: Move, issue: str | None = None) -> str:
    """The terms of a move, or those on an issue, pronouns aside.

    None of a threat that names no amount: "a truce" is not what it threatens.
    """
    terms = [term for term in move.terms if issue in (None, term.issue) and term.item.casefold() not in _PRONOUNS]
    threat = move.act == "threaten" and all(term.quantity is None for term in terms)
    return "" if threat else terms_words(terms)


def about_words(about: str | None) -> str:
    """What a move is about; nothing of a lone word ("it", "offer"), which says less than the sentence does."""
    words = plain(about or "")
    return words if " " in words else ""


def _condition(term: Term) -> str:
    return f"if {shortened(plain(term.condition).removeprefix('if '))}" if term.condition else ""


def _is_condition(term: Term) -> bool:
    """Whether the condition's words hold those of the term: its amount and the thing."""
    words = plain(term.condition or "").casefold().split()
    own = f"{plain(term.quantity.verbatim) if term.quantity else ''} {plain(term.item)}".casefold().split()
    return term.quantity is not None and bool(words) and set(own) <= set(words)


def _term_alone(term: Term) -> str:
    """A term without its condition."""
    amount, item = _amount_and_item(term)
    words = [
        "no" if term.negated else "",
        amount,
        item,
        f"per {term.per}" if term.per else "",
        f"of {term.base or term.subset_of}" if term.base or term.subset_of else "",
        term.recurrence or "",
        f"for {quantity_words(term.duration)}" if term.duration and term.duration != term.quantity else "",
        f"from {date_words(term.starts)}" if term.starts else "",
        f"until {date_words(term.ends)}" if term.ends else "",
        f"(was {quantity_words(term.previous)})" if term.previous else "",
        f"(phase {term.phase})" if term.phase else "",
        "(waived)" if term.waived else "",
    ]
    return " ".join(filter(None, words))


def _amount_and_item(term: Term) -> tuple[str, str]:
    """Amount and item, one of them empty where the other's words hold it."""
    item = f"stop to {plain(term.item)}" if _is_stopped(term) else plain(term.item)
    amount = quantity_words(term.quantity) if term.quantity else ""
    if re.search(rf"(?<!\w){re.escape(amount)}(?!\w)", item, re.IGNORECASE):  # "one" is not told by "prisoner"
        return "", item
    return amount, _without_overlap(amount, item)


def _is_stopped(term: Term) -> bool:
    """Whether its item is what a truce stops ("flights", "fighting"), and not a word for a truce."""
    # By its own word: as a thing agreed the war that stops and the truce are one.
    own = plain(term.item).casefold().split(" of ")[0].split(" in ")[0].split()[-1:]
    return term.issue == "ceasefire" and any({word, word.removesuffix("s")} & _stopped() for word in own)


@cache
def _stopped() -> frozenset[str]:
    found = [issue for issue in load_issues() if issue.issue == "ceasefire"]
    return frozenset().union(*(issue.stakes for issue in found)).difference(*(issue.nouns for issue in found))


def _without_overlap(before: str, words: str) -> str:
    """The words without those that `before` has already: "truce" of "ten-day truce" behind "a ten-day"."""
    if words.casefold() in before.casefold():
        return ""
    said, more = before.casefold().split(), words.split()
    told = [word.casefold() for word in more]
    overlap = next((size for size in range(len(more) - 1, 0, -1) if said[-size:] == told[:size]), 0)
    return " ".join(more[overlap:])


def day_words(iso: str | None) -> str:
    """An ISO day as "4 Mar 2031", a month as "Mar 2031"; what is neither stays as it is."""
    if not iso:
        return "undated"
    try:
        if len(iso) == len("2031-03"):
            return f"{date.fromisoformat(iso + '-01'):%b %Y}"
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day} {day:%b %Y}"


def date_words(value: Date) -> str:
    """A date; one that stays open in the report's words."""
    if value.open_because or "X" in value.edtf:
        return f"{plain(value.verbatim or value.edtf)} (open)"
    about = "about " if value.edtf.endswith("~") else ""
    return about + day_words(value.edtf.rstrip("~?"))


def range_words(when: DateRange | None) -> str:
    """When something was: a date, "a to b", "from a" or "by b"; nothing when unknown."""
    if when is None or (when.earliest is None and when.latest is None):
        return ""
    if when.earliest is None or when.latest is None:
        known = when.earliest or when.latest
        return f"{'from' if when.earliest else 'by'} {date_words(known)}" if known else ""
    first, last = date_words(when.earliest), date_words(when.latest)
    return first if first == last else f"{first} to {last}"


def published_words(published: str | None, basis: str) -> str:
    """The day of publication with where it was found."""
    found = {
        "option": "given when added",
        "file_name": "from the file name",
        "person": "corrected by hand",
        "unknown": "",
    }
    where = found.get(basis, f"from the {basis}")
    return day_words(published) + (f" ({where})" if published and where else "")


def source_words(source: Source) -> str:
    """A source by name; of unnamed ones, that they are several."""
    return (
        f"{plain(source.name)} (several)"
        if source.number == "several" and source.kind == "unnamed"
        else plain(source.name)
    )


def chain_words(report: Report, attribution: Attribution, *, opinion: bool = False) -> str:
    """On whose word, from the outlet back to the one who said it: "Harbour Gazette ← a post ← the spokesman".

    A piece of `opinion` is marked as such.
    """
    outlet = (report.outlet or _OWN_VOICE) + " (opinion)" * opinion
    return " ← ".join((outlet, *map(source_words, attribution.chain)))


def decided_words(judgements: Iterable[Judgement]) -> str:
    """What people decided about a claim: "corrected by Ann on 4 Mar 2031"; nothing where nobody did."""
    told = (f"{_DECIDED[made.verdict]} by {made.person} on {day_words(made.time)}" for made in judgements)
    return "; ".join(dict.fromkeys(told))


def disputed_words(judgements: Iterable[Judgement]) -> str:
    """Who disputes it: "⚑ disputed by Ann on 4 Mar 2031"; nothing where nobody does."""
    return decided_words(made for made in judgements if made.verdict == "dispute")


def factuality_words(factuality: Factuality) -> str:
    """What makes it less than a plain fact ("not so", "possible", "planned"); nothing for one that is certain and done."""
    words = [
        "not so" if factuality.polarity == "negative" else "",
        "" if factuality.certainty in ("certain", "unknown") else factuality.certainty,
        factuality.tense if factuality.tense in ("planned", "hypothetical") else "",
    ]
    return ", ".join(filter(None, words))


def claim_words(claim: Claim, text: str) -> str:
    """A claim in one line of short words; `text` is its report's."""
    return _in_words(claim, text)


def _in_words(claim: Claim, text: str) -> str:
    match claim.body:
        case Move() as body:
            return _move_words(body, quote_words(claim.mentions[0], text))
        case Figure() as body:
            return f"{body.measure}: {_figure_words(body)}"
        case Quote() as body:
            return f"{actor_words(body.speaker) if body.speaker else 'somebody'}: {plain(claim.mentions[0].trigger.of(text))}"
        case Event() as body:
            return f"{actors_words(body.by, one_of=body.one_of) or 'somebody'}: {event_words(body)}"
        case Phase() as body:
            return f"{phase_name(body)}: {phase_words(body)}"


def event_words(event: Event) -> str:
    """What was done, without the doer: kind of deed and mode, to whom, in the report's words, where it is told."""
    mode = event.mode.replace("_", " ") if event.mode else ""
    what, place = plain(event.what), plain(event.place or "")
    words = [
        event.type.lower() + (f" ({mode})" if mode else ""),
        f"→ {actors_words(event.to)}" if event.to else "",
    ]
    where = f", {place}" if place and place.casefold() not in what.casefold() else ""
    return f"{' '.join(filter(None, words))}: {what}{where}"


def phase_name(phase: Phase) -> str:
    """Which phase: "the accord, phase 2 of 3"; the agreement alone where no number is given."""
    of = f" of {phase.of}" if phase.of else ""
    number = f"phase {phase.number}{of}" if phase.number else f"{phase.of} phases" if phase.of else ""
    return ", ".join(filter(None, (plain(phase.agreement), number)))


def phase_words(phase: Phase) -> str:
    """Where a phase stands: its status, from when until when, on which terms."""
    starts = f" from {date_words(phase.starts)}" if phase.starts else ""
    ends = f" until {date_words(phase.ends)}" if phase.ends else ""
    terms = terms_words(phase.terms)
    return f"{phase.status.replace('_', ' ')}{starts}{ends}" + (f": {terms}" if terms else "")


def _move_words(move: Move, quote: str) -> str:
    return f"{actors_words(move.by) or 'somebody'}: {move_words(move, quote)}"


def move_words(move: Move, quote: str) -> str:
    """What a party does, without the party: act and mode, to whom, through whom, on which terms, else `quote`."""
    words = [
        move.act.replace("_", " "),
        f"({move.mode.replace('_', ' ')})" if move.mode else "",
        f"→ {actors_words(move.to)}" if move.to else "",
        f"through {actors_words(move.via)}" if move.via else "",
    ]
    said = said_terms(move) or about_words(move.about) or f"“{quote}”"
    return f"{' '.join(filter(None, words))}: {said}"


def _figure_words(figure: Figure) -> str:
    amount, group = quantity_words(figure.quantity), plain(figure.group or "")
    return " ".join(filter(None, (amount, "" if group.casefold() in amount.casefold() else group)))
