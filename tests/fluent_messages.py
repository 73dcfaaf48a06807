"""The messages of a file in Project Fluent's syntax, and what is put into them."""

from __future__ import annotations

from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

__all__ = ["messages", "placeables"]


def messages(file: Path) -> dict[str, ast.Message]:
    """The messages by their names; a file with errors or repetitions is refused."""
    entries = FluentParser().parse(file.read_text(encoding="utf-8")).body
    assert [e for e in entries if isinstance(e, ast.Junk)] == []
    found = [e for e in entries if isinstance(e, ast.Message)]
    names = [m.id.name for m in found]
    assert sorted(names) == sorted(set(names))
    return {m.id.name: m for m in found}


def placeables(message: ast.Message) -> set[str]:
    """The names that a message uses."""
    visitor = _Placeables()
    visitor.visit(message)
    return visitor.names


class _Placeables(Visitor):
    """Collects the names of the placeables in a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        """A placeable or a selector."""
        self.names.add(node.id.name)
