"""How large a module or function may be, and what each must say of itself."""

from __future__ import annotations

import ast
from statistics import median

import pytest

from tests.house.modules import ROOT, Module, functions, modules

MOST_LINES = 400
FUNCTION_MOST, FUNCTION_MOSTLY, FUNCTION_MEDIAN = 60, 25, 8
MOST_ARGUMENTS = 6
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "core"}
MODULES = [module for module in modules().values() if "migrations" not in module.name]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_module_is_short_named_and_described(module: Module) -> None:
    assert module.lines <= MOST_LINES
    assert module.name.rpartition(".")[2] not in VAGUE
    assert ast.get_docstring(module.tree), "a module says what it is for"
    if any(not isinstance(node, ast.Expr | ast.ImportFrom) for node in module.tree.body):
        assert _listed(module), "a module lists its public names"


def _listed(module: Module) -> list[str]:
    """The names in `__all__`."""
    for node in module.tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            return list(ast.literal_eval(node.value))
    return []


def test_functions_are_short() -> None:
    lines = sorted(function.lines for function in functions())
    assert len(lines) > 1000
    assert [f"{f.module}.{f.name}: {f.lines}" for f in functions() if f.lines > FUNCTION_MOST] == []
    assert lines[int(0.9 * len(lines))] <= FUNCTION_MOSTLY
    assert median(lines) <= FUNCTION_MEDIAN


def test_functions_take_few_arguments() -> None:
    # What makes a record takes that record's fields, by name.
    many = [f for f in functions() if len(f.arguments) > MOST_ARGUMENTS and not f.name.startswith("new_")]
    assert [f"{f.module}.{f.name}: {len(f.arguments)}" for f in many] == []


def test_arguments_of_public_functions_are_named_after_the_fourth() -> None:
    # Commands are called by the command line, which names all of them.
    public = [f for f in functions() if not f.name.startswith("_") and ".cli." not in f.module]
    assert [f"{f.module}.{f.name}" for f in public if len(f.positional) > 4] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_every_public_name_is_described(module: Module) -> None:
    public = set(_listed(module))
    undescribed = [
        node.name
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in public and not ast.get_docstring(node)
    ]
    assert undescribed == []


def test_listed_names_exist() -> None:
    for module in MODULES:
        defined = {name for node in ast.walk(module.tree) for name in _defines(node)}
        lazily = module.name == "parley"
        assert lazily or set(_listed(module)) <= defined, module.name


def _defines(node: ast.AST) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.ImportFrom):
        return [alias.asname or alias.name for alias in node.names]
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return [node.id]
    return []


def test_public_names_of_the_package_can_be_had() -> None:
    import parley

    assert all(getattr(parley, name) is not None for name in parley.__all__)
    assert set(parley.__all__) <= set(dir(parley))


def test_no_source_file_is_left_behind() -> None:
    assert not [path for path in (ROOT / "src").rglob("*") if path.suffix in {".orig", ".rej", ".bak"}]
