"""Says how far deriving is, where a command has much of it to do before it can answer."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

__all__ = ["say_taken_in", "told_of_taking_in"]

_MANY = 200  # reports; fewer are taken in before one could read of it


@contextmanager
def told_of_taking_in() -> Iterator[None]:
    """While the context is open, what a ledger derives unasked is told on standard error if that is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from parley.ledger.derivation import TOLD

    token = TOLD.set(say_taken_in)
    try:
        yield
    finally:
        TOLD.reset(token)


def say_taken_in(done: int, total: int) -> None:
    """Write how many reports are taken in, over what was written before on a terminal; elsewhere only the end."""
    terminal, ended = sys.stderr.isatty(), done >= total
    if total >= _MANY and (terminal or ended):
        words = f"Taken in {done:,} of {total:,} reports"
        click.echo(f"\r{words}" if terminal else words, err=True, nl=ended)
