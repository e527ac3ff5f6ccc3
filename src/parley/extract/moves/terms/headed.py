"""The issue of a term under an issue word, as the amount given with it shows."""

from __future__ import annotations

from parley.annotate.quantities import QuantityMention
from parley.extract.moves.clauses.constituents import Phrases
from parley.extract.moves.terms.issues import IssueHead, is_takeover
from parley.extract.moves.terms.kinds_of_talks import is_debt, main_kind
from parley.extract.moves.terms.loose import Loose
from parley.lexicon.acts import load_talks

__all__ = ["issue_under"]


def issue_under(
    phrases: Phrases,
    head: IssueHead,
    per: str | None,
    *,
    amount: QuantityMention | None,
    length: QuantityMention | None,
) -> str:
    """The issue `head` names, save where its amount is of something else: money per share or tonne is a price, what is
    held still for a `length` is what is talked about, and what is sold is no price."""
    loose = Loose(phrases)
    if amount is None:
        held = loose.held_still(length) if length is not None else None
        return held or ("other" if held == "" and head.issue != "ceasefire" else head.issue)
    rate = loose.rate_issue(amount) if head.issue != "pay" else None
    if rate is not None:
        return rate
    if amount.kind == "money":
        return _of_money(phrases, head, per, amount)
    if amount.kind == "measure" and head.issue in {"payment", "pay"}:
        return "quota" if main_kind(phrases.doc) in {"trade", None} else "other"
    if head.issue == "price" and amount.kind == "count" and loose.is_exchanged(amount):
        return "price"  # so much of one share for another
    if head.issue == "price" and amount.kind in {"count", "measure"}:
        return "other"
    return head.issue


def _of_money(phrases: Phrases, head: IssueHead, per: str | None, amount: QuantityMention) -> str:
    """The issue of a sum: of what its own words say it is, where the word that governs it may mean several."""
    if per == "share" or (per in load_talks().nouns["goods"] and head.issue != "pay"):
        return "price"
    own = Loose(phrases).own_issue(amount)
    if head.issue == "release":
        return own or "payment"
    paid = phrases.sentence.parse.lemmas[head.token] == "pay" and head.issue == "payment"
    if own is None and paid and is_takeover(phrases.doc) and not is_debt(phrases.doc):
        return "price"
    return "payment" if own == "payment" and head.issue in {"price", "guarantee", "quota"} else head.issue
