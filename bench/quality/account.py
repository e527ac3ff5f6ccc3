"""A reader's account of a report against the record of it: what is missing, what differs, what was claimed at a trap.

An entry of an account gives its words as offsets (`mentions`) or as quotes; a claim answers it when kind and act (or
measure) agree and its trigger or statement overlaps one of them. Then parties, terms, bounds, chain and dates are
compared, as far as the entry gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from parley.compare import relations_within
from parley.model import Actor, Claim, Event, Extraction, Figure, Move, Phase, Quantity, Quote, Source, Span

__all__ = ["compare_account", "entry_spans", "same_name"]

Entry = dict[str, Any]
_SMALL = frozenset({"the", "a", "an", "of", "s", "from", "its", "with", "to", "in", "on", "by", "and"})


def entry_spans(entry: Entry, text: str) -> list[Span]:
    """Where the entry's words stand in the text."""
    if "mentions" in entry:
        return [Span(*pair) for pair in entry["mentions"]]
    quotes = entry.get("quotes") or [entry[key] for key in ("words", "quote") if key in entry]
    return [Span(m.start(), m.end()) for quote in quotes for m in re.finditer(re.escape(quote), text)]


def same_name(expected: str, found: str | None) -> bool:
    """Whether two names agree: the words of the shorter are among those of the longer, small words aside."""
    if found is None:
        return False
    one, other = _words(re.sub(r"\(.*?\)", "", expected)), _words(found)
    return bool(one) and bool(other) and (one <= other or other <= one)


def _words(name: str) -> set[str]:
    found = {w.removesuffix("'s").removesuffix("’s").strip("'’") for w in re.findall(r"[\w'’]+", name.lower())}
    return {_SYNONYMS.get(w, w) for w in found} - _SMALL


_SYNONYMS = {
    "us": "america",
    "u.s": "america",
    "states": "america",
    "united": "america",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
}


def compare_account(account: dict[str, list[Entry]], text: str, extraction: Extraction) -> list[str]:
    """What differs, one line each, empty when the record holds all the account asks for."""
    found: list[str] = []
    for kind, compare in _COMPARED:
        for entry in account.get(kind, ()):
            if not entry.get("doubtful"):
                found += _best(kind[:-1], entry, text, extraction.claims, compare)
    found += [line for link in _links(account) for line in _linked(link, account, text, extraction.claims)]
    found += [
        line
        for entry in account.get("quotes", account.get("quotations", ()))
        for line in _quote(entry, text, extraction.claims)
    ]
    found += [
        line
        for entry in account.get("silence", account.get("silences", ()))
        for line in _silence(entry, text, extraction.claims)
    ]
    found += _passages(account, text, extraction)
    found += [line for entry in account.get("traps", ()) for line in _trap(entry, text, extraction.claims)]
    return found


def _near(claim: Claim, spans: list[Span]) -> bool:
    return any(m.trigger.overlaps(s) or m.statement.overlaps(s) for m in claim.mentions for s in spans)


def _at(claim: Claim, spans: list[Span]) -> bool:
    return any(m.trigger.overlaps(s) for m in claim.mentions for s in spans)


# What sort of move, figure or event an entry or a claim is of.
_SORTS = ("act", "measure", "type", "status")
_MUTUAL = frozenset({"meet", "agree"})
_LINKS = frozenset({"refines", "answers", "part_of"})


def _sort(entry: Entry) -> str | None:
    return next((entry[key] for key in _SORTS if key in entry), None)


def _best(kind: str, entry: Entry, text: str, claims: Iterable[Claim], compare: Any) -> list[str]:
    """The differences of the claim that fits best; or that none was found."""
    spans = entry_spans(entry, text)
    name = _sort(entry)
    fitting = _fitting(kind, entry, text, claims)
    label = f"{entry.get('id', kind)} {name}" + (f" {spans[0].of(text)[:70]!r}" if spans else "")
    if not fitting:
        return [f"{label}: not found"]
    differences = sorted(
        ([*compare(entry, c), *_attributed(entry, c)] for c in sorted(fitting, key=lambda c: not _at(c, spans))),
        key=len,
    )
    return [f"{label}: {line}" for line in differences[0]]


def _links(account: dict[str, list[Entry]]) -> set[tuple[str, str, str]]:
    """The relations that the account gives between its entries: kind, which, and to which."""
    entries = {e["id"]: e for kind, _ in _COMPARED for e in account.get(kind, ()) if "id" in e}
    found = set()
    for name, entry in entries.items():
        kind, _, other = entry.get("relation", "").partition(" ")
        links = [
            (kind, name, other),
            ("answers", name, str(entry.get("about", ""))),
            ("part_of", name, str(entry.get("part_of", ""))),
        ]
        found |= {link for link in links if link[0] in _LINKS and link[2] in entries and not entry.get("doubtful")}
    for entry in account.get("cross", ()):
        if entry["relation"] in _LINKS and set(entry["items"]) <= set(entries):
            one, other = entry["items"] if entry["relation"] == "answers" else reversed(entry["items"])
            found.add((entry["relation"], one, other))
    return found


def _linked(
    link: tuple[str, str, str], account: dict[str, list[Entry]], text: str, claims: tuple[Claim, ...]
) -> list[str]:
    """That no claim for the one entry stands in the relation to a claim for the other."""
    kind, *names = link
    entries = {e["id"]: (sort[:-1], e) for sort, _ in _COMPARED for e in account.get(sort, ()) if "id" in e}
    ends = [{c.id for c in _fitting(*entries[name], text, claims)} for name in names]
    if any(r.kind == kind and r.one in ends[0] and r.other in ends[1] for r in relations_within(claims)):
        return []
    return [f"{names[0]} {kind} {names[1]}: not found"]


def _fitting(kind: str, entry: Entry, text: str, claims: Iterable[Claim]) -> list[Claim]:
    """The claims of the entry's kind and sort that stand at its words."""
    spans, names = entry_spans(entry, text), {_sort(entry), *entry.get("or", ())}
    return [
        c
        for c in claims
        if c.kind == kind
        and next((n for key in _SORTS if (n := getattr(c.body, key, None))), None) in names
        and _near(c, spans)
    ]


def _compare_phase(entry: Entry, claim: Claim) -> list[str]:
    body = claim.body
    assert isinstance(body, Phase)
    found = []
    if "agreement" in entry and not same_name(entry["agreement"], body.agreement):
        found.append(f"agreement {entry['agreement']} is {body.agreement}")
    for key, value in (("phase", body.number), ("phases_total", body.of)):
        if key in entry and entry[key] != value:
            found.append(f"{key} {entry[key]} is {value}")
    for key, date in (("starts", body.starts), ("ends", body.ends)):
        if key in entry and date is None:
            found.append(f"{key} {entry[key]} is not given")
        elif (
            re.fullmatch(r"\d{4}-\d\d-\d\d", entry.get(key) or "") and date is not None and date.edtf[:10] != entry[key]
        ):
            found.append(f"{key} {entry[key]} is {date.edtf}")
    return found


def _compare_move(entry: Entry, claim: Claim) -> list[str]:
    body = claim.body
    assert isinstance(body, Move)
    found = []
    for role in ("by", "to", "via"):
        if role in entry:
            wanted = [entry[role]] if isinstance(entry[role], str) else entry[role]
            # Who meets or agrees with somebody does it as much as he does: both are its makers.
            mutual = body.by if role == "to" and body.act in _MUTUAL else ()
            actors: tuple[Actor, ...] = (*getattr(body, role), *mutual)
            missing = [w for w in wanted if not any(_is(w, a) for a in actors)]
            if missing:
                found.append(f"{role} {missing} is {[a.name for a in actors]}")
    if "mode" in entry and entry["mode"] != body.mode:
        found.append(f"mode {entry['mode']} is {body.mode}")
    issues = frozenset(entry.get("term_issue_any", ()))
    # What a threat or offer hangs on is a term as well, wherever the record keeps it.
    told = (*body.terms, *body.conditions)
    for term in entry.get("terms", ()):
        if not any(_term_fits(term, t, issues | {term["issue"]}) for t in told):
            shown = [(t.issue, t.item, t.giver and t.giver.name, _bounds(t.quantity)) for t in told]
            found.append(f"term {term} is {shown}")
    if "polarity" in entry and claim.factuality.polarity != entry["polarity"]:
        found.append(f"polarity {claim.factuality.polarity}")
    if entry.get("tense") and claim.factuality.tense != entry["tense"]:
        found.append(f"tense {entry['tense']} is {claim.factuality.tense}")
    return found


def _is(wanted: str, actor: Actor) -> bool:
    return any(same_name(wanted, n) for n in (actor.name, actor.mention, actor.acts_for))


def _term_fits(wanted: Entry, term: Any, issues: frozenset[str]) -> bool:
    amounts = [q for q in (term.quantity, term.duration) if q is not None]
    numbered = wanted.get("lower") is not None or wanted.get("upper") is not None
    # "No redundancies" are none, whether the record gives the number or denies the term.
    none = wanted.get("upper") == 0 and term.negated
    if term.issue not in issues or (numbered and not none and not any(_quantity_fits(wanted, q) for q in amounts)):
        return False
    sides = [("giver", term.giver), ("receiver", term.receiver)]
    return all(role not in wanted or actor is None or _is(wanted[role], actor) for role, actor in sides)


def _quantity_fits(wanted: Entry, quantity: Quantity) -> bool:
    same = quantity.lower == wanted.get("lower") and quantity.upper == wanted.get("upper")
    flags = all(getattr(quantity, f) == wanted[f] for f in ("lower_open", "upper_open", "approximate") if f in wanted)
    unit = "unit" not in wanted or wanted["unit"] == quantity.unit
    return same and flags and unit


def _bounds(quantity: Quantity | None) -> tuple[object, ...] | None:
    return None if quantity is None else (quantity.lower, quantity.upper, quantity.unit)


def _compare_figure(entry: Entry, claim: Claim) -> list[str]:
    body = claim.body
    assert isinstance(body, Figure)
    found = []
    if not _quantity_fits({**entry, "upper": entry.get("upper"), "lower": entry.get("lower")}, body.quantity):
        found.append(f"quantity is {body.quantity}")
    if "since" in entry and (body.since is None or body.since.edtf != entry["since"]):
        found.append(f"since {entry['since']} is {body.since and body.since.edtf}")
    if "accounting" in entry and body.accounting != entry["accounting"]:
        found.append(f"accounting {entry['accounting']} is {body.accounting}")
    if "by" in entry and not all(
        any(_is(w, a) for a in body.by) for w in ([entry["by"]] if isinstance(entry["by"], str) else entry["by"])
    ):
        found.append(f"by {entry['by']} is {[a.name for a in body.by]}")
    if "counting_basis" in entry and body.counting_basis != entry["counting_basis"]:
        found.append(f"counting_basis {entry['counting_basis']} is {body.counting_basis}")
    if "part_of" in entry and body.part_of is None:
        found.append(f"part_of {entry['part_of']} is not given")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", entry.get("as_of") or "") and (
        body.as_of is None or body.as_of.edtf[:10] != entry["as_of"]
    ):
        found.append(f"as_of {entry['as_of']} is {body.as_of and body.as_of.edtf}")
    return found


def _compare_event(entry: Entry, claim: Claim) -> list[str]:
    body = claim.body
    assert isinstance(body, Event)
    found = []
    wanted = [entry["by"]] if isinstance(entry.get("by"), str) else entry.get("by", [])
    if not all(any(_is(w, a) for a in body.by) for w in wanted):
        found.append(f"by {wanted} is {[a.name for a in body.by]}")
    days = (
        [d.edtf[:10] if d is not None else None for d in (claim.when.earliest, claim.when.latest)] if claim.when else []
    )
    if "when" in entry and days != [entry["when"]] * 2:
        found.append(f"when {entry['when']} is {days}")
    return found


def _attributed(entry: Entry, claim: Claim) -> list[str]:
    chain = claim.attribution.chain
    found = []
    wanted = entry.get("chain_any") or ([entry["chain"]] if "chain" in entry else [])
    # A speaker is the last link, or, in the report's own voice, the one whose move it is.
    voice = claim.body.by if isinstance(claim.body, Move) and not chain else ()
    if wanted == [[]] and "speaker" in entry and len(chain) == 1:
        wanted = []
    if wanted and not any(_chain_fits(w, chain) for w in wanted):
        found.append(f"chain {entry.get('chain')} is {[s.name for s in chain]}")
    speakers = [n for s in chain for n in _names(s)] + [n for a in voice for n in (a.name, a.acts_for)]
    if "speaker" in entry and not any(same_name(entry["speaker"], n) for n in speakers):
        found.append(f"speaker {entry['speaker']} is {[s.name for s in chain]}")
    if entry.get("hedge") and claim.attribution.hedge != entry["hedge"]:
        found.append(f"hedge {entry['hedge']} is {claim.attribution.hedge}")
    if entry.get("said_on") and (
        claim.attribution.said_on is None or claim.attribution.said_on.edtf[:10] != entry["said_on"]
    ):
        found.append(f"said_on {entry['said_on']} is {claim.attribution.said_on and claim.attribution.said_on.edtf}")
    return found


def _names(source: Source) -> list[str | None]:
    actor = source.actor
    return [source.name, *((actor.name, actor.mention, actor.acts_for) if actor is not None else ())]


def _chain_fits(wanted: list[str], chain: tuple[Source, ...]) -> bool:
    if len(wanted) != len(chain):
        return False
    return all(
        any(same_name(w, n) for n in _names(s)) or ("unnamed" in w and s.kind == "unnamed")
        for w, s in zip(wanted, chain, strict=True)
    )


def _quote(entry: Entry, text: str, claims: Iterable[Claim]) -> list[str]:
    spans = entry_spans(entry, text)
    quotes = [c for c in claims if isinstance(c.body, Quote) and _near(c, spans)]
    label = f"quote {spans[0].of(text)[:60]!r}" if spans else "quote"
    if not quotes:
        return [f"{label}: not found"]
    names = [n for c in quotes for n in _speakers(c)]
    unnamed = "unnamed" in entry["speaker"] and any(s.kind == "unnamed" for c in quotes for s in c.attribution.chain)
    if unnamed or any(same_name(entry["speaker"], n) for n in names):
        return []
    return [f"{label}: speaker {entry['speaker']} is {names}"]


def _speakers(claim: Claim) -> list[str | None]:
    speaker = claim.body.speaker if isinstance(claim.body, Quote) else None
    found = [n for s in claim.attribution.chain for n in _names(s)]
    return found + ([speaker.name, speaker.acts_for] if speaker is not None else [])


def _silence(entry: Entry, text: str, claims: Iterable[Claim]) -> list[str]:
    spans = entry_spans(entry, text)
    silent = [c for c in claims if c.attribution.silence and _near(c, spans)]
    if any(same_name(entry["party"], n) for c in silent for s in c.attribution.chain for n in _names(s)):
        return []
    return [
        f"silence {spans[0].of(text)!r} of {entry['party']}: {'not found' if not silent else [s.name for c in silent for s in c.attribution.chain]}"
    ]


def _passages(account: dict[str, list[Entry]], text: str, extraction: Extraction) -> list[str]:
    found = []
    marked = [p.span for p in extraction.passages if p.kind in {"furniture", "byline", "credit", "dateline"}]
    for entry in account.get("furniture", ()):
        spans = entry_spans(entry if isinstance(entry, dict) else {"quotes": [entry]}, text)
        found += [f"furniture {s.of(text)!r}: not marked" for s in spans if not any(m.overlaps(s) for m in marked)]
    for entry in account.get("datelines", ()):
        if not any(
            p.kind == "dateline" and (p.value or "").startswith(entry["published"]) for p in extraction.passages
        ):
            found.append(f"dateline {entry['published']}: not found")
    repeats = [p for p in extraction.passages if p.kind == "repeat"]
    for entry in account.get("repeats", ()):
        if "again" in entry:
            again = Span(*entry["again"])
            covered = sum(len(p.span) for p in repeats if again.overlaps(p.span))
            if covered < 0.9 * len(again):
                found.append(f"repeat {entry['again']}: {covered} of {len(again)} characters marked")
    return found


def _trap(entry: Entry, text: str, claims: Iterable[Claim]) -> list[str]:
    spans = entry_spans(entry, text)
    caught = [c for c in claims if c.kind in {"move", "figure"} and _at(c, spans)]
    return [f"trap {spans[0].of(text)!r} ({entry['why']}): {c.kind} {c.rule} claimed" for c in caught]


# The kinds of claims that entries give values of, and how these are compared.
_COMPARED = (
    ("moves", _compare_move),
    ("figures", _compare_figure),
    ("events", _compare_event),
    ("phases", _compare_phase),
)
