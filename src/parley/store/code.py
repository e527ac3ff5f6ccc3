"""Which state of the program something was made by."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

__all__ = ["code_digest"]

_PACKAGE = Path(__file__).parents[1]


@cache
def code_digest(*layers: str) -> str:
    """SHA-256 over the Python modules of these parts of the package, by path."""
    digest = sha256()
    for path in sorted(_modules(layers)):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _modules(layers: Iterable[str]) -> Iterable[Path]:
    return (path for layer in layers for path in (_PACKAGE / layer).rglob("*.py"))
