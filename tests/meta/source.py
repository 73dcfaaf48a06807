"""The source of the package as data: its modules and what each imports."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import symeig

__all__ = ["PACKAGE", "Import", "imports", "modules", "tree"]

PACKAGE = Path(symeig.__file__).parent


@dataclass(frozen=True)
class Import:
    """One import statement of one name.

    Attributes:
        module: The module that is imported, in full.
        deferred: Whether it stands in a function, or is for type checkers only, so that importing does not need it.
    """

    module: str
    deferred: bool


@cache
def modules() -> dict[str, Path]:
    """All modules of the package by name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(name: str) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(modules()[name].read_text(encoding="utf-8"))


@cache
def imports(name: str) -> tuple[Import, ...]:
    """What a module imports, submodules by their own names."""
    found: list[Import] = []
    _collect(tree(name).body, name, False, found)
    return tuple(found)


def _collect(body: list[ast.stmt], name: str, deferred: bool, found: list[Import]) -> None:
    for node in body:
        if isinstance(node, ast.Import):
            found.extend(Import(a.name, deferred) for a in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.extend(Import(m, deferred) for m in _targets(node, name))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            _collect(node.body, name, True, found)
        elif isinstance(node, ast.If):
            for_types = isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
            _collect(node.body, name, deferred or for_types, found)
            _collect(node.orelse, name, deferred, found)
        else:
            for field in ("body", "orelse", "finalbody", "handlers", "cases"):
                inner = getattr(node, field, [])
                for part in inner:
                    _collect([part] if isinstance(part, ast.stmt) else part.body, name, deferred, found)


def _targets(node: ast.ImportFrom, name: str) -> list[str]:
    base = node.module or ""
    if node.level:
        package = name if modules()[name].name == "__init__.py" else name.rpartition(".")[0]
        for _ in range(node.level - 1):
            package = package.rpartition(".")[0]
        base = f"{package}.{base}".rstrip(".")
    return [full if (full := f"{base}.{a.name}") in modules() else base for a in node.names]
