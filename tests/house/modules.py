"""The project's own modules as syntax trees: what each imports, defines and says of itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["ROOT", "Function", "Module", "functions", "imports", "modules"]

ROOT = Path(__file__).parents[2]
_SOURCE = ROOT / "src"
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


class Module(NamedTuple):
    name: str
    path: Path
    lines: int
    tree: ast.Module

    @property
    def layer(self) -> str:
        """The part of the house it belongs to; of the package itself, the empty string."""
        return self.name.split(".")[1] if "." in self.name else ""

    @property
    def is_public(self) -> bool:
        return not any(part.startswith("_") for part in self.name.split("."))


class Function(NamedTuple):
    module: str
    name: str
    node: FunctionNode
    in_class: bool

    @property
    def lines(self) -> int:
        """Lines of code: from `def` to the end, the docstring aside."""
        first = self.node.body[0]
        said = (
            first.end_lineno - first.lineno + 1 if ast.get_docstring(self.node) is not None and first.end_lineno else 0
        )
        return (self.node.end_lineno or self.node.lineno) - self.node.lineno + 1 - said

    @property
    def arguments(self) -> list[str]:
        """Names of those it is given, `self` and `cls` aside, and those gathered by a star."""
        given = self.node.args
        return [a.arg for a in (*self.positional, *given.kwonlyargs)]

    @property
    def positional(self) -> list[ast.arg]:
        given = [*self.node.args.posonlyargs, *self.node.args.args]
        return given[1:] if self.in_class and given and given[0].arg in {"self", "cls"} else given


@cache
def modules() -> dict[str, Module]:
    """Every module of the package by its dotted name; a package's `__init__` goes by the package's name."""
    found = {}
    for path in sorted((_SOURCE / "parley").rglob("*.py")):
        parts = path.relative_to(_SOURCE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        text = path.read_text(encoding="utf-8")
        found[name] = Module(name, path, len(text.splitlines()), ast.parse(text))
    return found


def imports(module: Module, *, for_types: bool = True) -> set[str]:
    """The project's modules that a module names in an import, wherever it stands; for type checking too, unless not."""
    found = set()
    for node in ast.walk(module.tree) if for_types else _run(module.tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in modules() else node.module for name in inner}
    return {name for name in found if name in modules()}


def _run(node: ast.AST) -> Iterator[ast.AST]:
    """What is run when the program is, which leaves out what stands below `if TYPE_CHECKING`."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield from _run(child)


def functions() -> Iterator[Function]:
    """Every function and method of the package."""
    for module in modules().values():
        yield from _functions(module.tree, module.name, in_class=False)


def _functions(node: ast.AST, module: str, *, in_class: bool) -> Iterator[Function]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FunctionNode):
            yield Function(module, child.name, child, in_class)
        yield from _functions(child, module, in_class=isinstance(child, ast.ClassDef))
