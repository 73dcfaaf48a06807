"""The eigenvalues with their algebraic multiplicities."""

from __future__ import annotations

from collections.abc import Iterator

from symeig.worked.formulas import Formula
from symeig.worked.rules.characteristic import characteristic_matrix
from symeig.worked.rules.conclusion import conclusion
from symeig.worked.rules.determinant import determinant
from symeig.worked.rules.eigenvalues import eigenvalues
from symeig.worked.rules.factoring import factoring
from symeig.worked.rules.shortcuts import NORMAL, shortcuts
from symeig.worked.rules.statement import statement
from symeig.worked.steps import Step
from symeig.worked.telling import Telling

__all__ = ["find_eigenvalues", "plan"]


def plan(telling: Telling) -> Iterator[Step]:
    """From the matrix to its eigenvalues."""
    yield from find_eigenvalues(telling, "eigenvalues")
    yield from conclusion(telling, "eigenvalues")


def find_eigenvalues(telling: Telling, task: str, **asked: Formula) -> Iterator[Step]:
    """The steps that every goal begins with.

    Args:
        telling: The eigensystem and its conventions.
        task: The goal that the statement names.
        asked: What the statement speaks of.
    """
    yield from statement(telling, task, **asked)
    if not telling.n:
        return
    noticed = tuple(shortcuts(telling))
    yield from noticed
    known = tuple(step.eigenvalue for step in noticed if step.eigenvalue is not None and step.level <= NORMAL)
    if not any(step.settles for step in noticed):
        yield from characteristic_matrix(telling)
        yield from determinant(telling)
        yield from factoring(telling, known)
    yield from eigenvalues(telling, known)
