"""One key, one step: a loop over things in hand, on a terminal or on anything that gives keys and lines."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

import click

from parley.errors import ParleyError

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["Face", "KeyLoop", "Terminal"]

_CTRL_D = "\x04"
_AT_ONCE = 64  # bytes: many keys pressed ahead


class Face(Protocol):
    """Who reviews: gives keys and lines, and is shown what is in hand."""

    def key(self) -> str:
        """The next key pressed. Raises EOFError when there will be none, KeyboardInterrupt for Ctrl-C."""

    def line(self, question: str) -> str:
        """A line in answer to a question, empty when it is left off."""

    def show(self, page: RenderableType) -> None:
        """Show something below what was shown before."""

    def leaf(self, text: str) -> None:
        """Show a long text to leaf through."""


class Terminal:
    """The terminal that standard input and output are."""

    def __init__(self) -> None:
        """Reads keys as they come; those pressed ahead are kept."""
        self._ahead: deque[str] = deque()

    def key(self) -> str:
        """The next key pressed; the sequence of a key like an arrow counts as one."""
        if not self._ahead:
            read = _pressed()
            self._ahead.extend([read] if read.startswith("\x1b") else read)
        key = self._ahead.popleft()
        if key == _CTRL_D:
            raise EOFError
        return key

    def line(self, question: str) -> str:
        """A line; Ctrl-C and Ctrl-D leave it off."""
        try:
            return str(click.prompt(question, default="", show_default=False))
        except click.Abort:
            return ""

    def show(self, page: RenderableType) -> None:
        """Print, in colour unless NO_COLOR is set."""
        from parley.cli.output import show_text

        show_text(page)

    def leaf(self, text: str) -> None:
        """Through the pager that PAGER names."""
        click.echo_via_pager(text)


class KeyLoop:
    """Things in hand one after the other; each key does one step, and what goes wrong is one sentence."""

    def __init__(self, face: Face, steps: Mapping[str, Callable[[], object]], *, hint: str) -> None:
        """`steps` by key; `hint` is shown for a key that does nothing."""
        self.face, self._steps, self._hint = face, steps, hint
        self._over = False

    def run(self, show: Callable[[], None]) -> None:
        """Show what is in hand and take a key, until a step stops it or no key comes any more."""
        moved = True
        while not self._over:
            if moved:
                show()
            try:
                moved = self._step(self.face.key().lower())
            except EOFError:
                return

    def stop(self) -> None:
        """End after this step."""
        self._over = True

    def say(self, words: str) -> None:
        """Tell something in plain words."""
        from rich.text import Text

        from parley.render.text import safe_lines

        self.face.show(Text(safe_lines(words)))

    def _step(self, key: str) -> bool:
        """Do what a key says; whether what is in hand is to be shown again."""
        step = self._steps.get(key)
        try:
            if step is not None:
                return step() is not False
            self.say(self._hint)
        except ParleyError as error:
            self.say(f"Not done: {error}")
        except click.UsageError as error:
            self.say(f"Not done: {error.message}")
        return False


def _pressed() -> str:
    """The keys pressed, at least one, without waiting for the end of a line. Raises EOFError where none can come."""
    try:
        import termios
        import tty
    except ImportError:  # another system than Unix
        return click.getchar()
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        # What was pressed ahead stays: with TCSAFLUSH, as click.getchar has it, it would be lost.
        tty.setcbreak(terminal, termios.TCSADRAIN)
        read = os.read(terminal, _AT_ONCE)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
    if not read:
        raise EOFError
    return read.decode(errors="replace")
