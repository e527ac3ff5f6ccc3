"""Terms of proposals and deals in words."""

from __future__ import annotations

from parley.model import ProposedTerm, Quantity, Span, Term
from parley.pages.words import plain, quantity_words, term_words

__all__ = ["item_words", "term_line"]


def item_words(item: str, quantity: Quantity | None, issue: str) -> str:
    """What a term is of, without its amount; its issue where the item's words only tell the amount."""
    amount = quantity_words(quantity).casefold().split() if quantity else []
    words = plain(item).split()
    if not quantity or (words and words[0][0].isdigit()):
        return issue if quantity else plain(item)
    counted = quantity.unit not in (None, "percent") and {word.casefold() for word in words} < set(amount)
    return " ".join(word for word in words if word.casefold() not in amount) or ("" if counted and words else issue)


def term_line(term: ProposedTerm) -> str:
    """A term in words: amount, item, what it is per, for how long; in brackets where it is not told again."""
    amount, length = (None, term.quantity) if term.length else (term.quantity, None)
    item = item_words(term.item, term.quantity, term.issue)
    words = term_words(Term(term.issue, item, Span(0, 0), quantity=amount, per=term.per, duration=length))
    return f"({words})" if term.carried else words
