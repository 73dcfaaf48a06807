"""Every public thing is exported on purpose and has its docstring."""

from __future__ import annotations

import ast
from importlib import import_module
from types import ModuleType

import pytest

from tests.meta.source import modules, tree

# Modules that are run, not imported from.
SCRIPTS = {"symeig.replay", "symeig.__main__"}

each_module = pytest.mark.parametrize("name", modules())


def defined(name: str) -> set[str]:
    """The names that a module defines at its top."""
    found: set[str] = set()
    for node in tree(name).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {t.id for t in node.targets if isinstance(t, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found


def exports(module: ModuleType) -> list[str]:
    """`__all__`, or nothing."""
    return list(getattr(module, "__all__", []))


@each_module
def test_exports_are_true_and_sorted(name: str) -> None:
    """`__all__` is sorted, without repetition, and every name in it exists."""
    module = import_module(name)
    names = exports(module)
    # Constants, then classes, then functions: the order that ruff keeps.
    assert names == sorted(set(names), key=lambda n: (not n.isupper(), not n[:1].isupper(), n))
    assert [n for n in names if not hasattr(module, n)] == []


@each_module
def test_exports_are_complete(name: str) -> None:
    """A function or class without underscore that others import is in `__all__`; so a module with any has one."""
    if name in SCRIPTS or name.endswith("cli") or modules()[name].name == "__init__.py":
        return
    public = {n.name for n in tree(name).body if isinstance(n, ast.FunctionDef | ast.ClassDef) and n.name[0] != "_"}
    assert not public or exports(import_module(name))


@each_module
def test_imported_names_are_public(name: str) -> None:
    """What a module imports from another room is exported there."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("symeig"):
            target = import_module(node.module)
            if node.module.split(".")[:2] != name.split(".")[:2] and exports(target):
                assert {a.name for a in node.names} <= set(exports(target)) | set(modules_in(node.module))


def modules_in(package: str) -> list[str]:
    """The names of the modules of a package."""
    return [m.rpartition(".")[2] for m in modules() if m.rpartition(".")[0] == package]


@each_module
def test_public_things_have_docstrings(name: str) -> None:
    """Every module, public class, function and method has a docstring whose first line is a sentence."""
    missing = []
    for where, node in documented(tree(name), name):
        text = ast.get_docstring(node)
        if not text or text.splitlines()[0].strip()[-1] not in ".:…)":
            missing.append(where)
    assert missing == []


def documented(node: ast.AST, where: str) -> list[tuple[str, ast.AST]]:
    """The parts of a module that need a docstring, with their names."""
    found = [(where, node)]
    for child in getattr(node, "body", []):
        if isinstance(child, ast.ClassDef | ast.FunctionDef) and child.name[0] != "_":
            overload = any("overload" in ast.dump(d) for d in child.decorator_list)
            if isinstance(child, ast.ClassDef):
                found += documented(child, f"{where}.{child.name}")
            elif not overload:
                found.append((f"{where}.{child.name}", child))
    return found


@pytest.mark.parametrize("top", ["symeig", "symeig.numeric", "symeig.plots"])
def test_top_of_the_package(top: str) -> None:
    """Each name that the package, its numeric room or its pictures export is the one of its home module."""
    package = import_module(top)
    for name in package.__all__:
        thing = getattr(package, name)
        if hasattr(thing, "__module__"):
            assert getattr(import_module(thing.__module__), name) is thing
