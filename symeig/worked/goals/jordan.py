"""The Jordan form, and a matrix P of Jordan chains."""

from __future__ import annotations

from collections.abc import Iterator

from symeig.worked.formulas import Formula
from symeig.worked.goals.eigenvalues import find_eigenvalues
from symeig.worked.goals.eigenvectors import find_eigenvectors
from symeig.worked.rules.assembly import assembly
from symeig.worked.rules.chains import chains
from symeig.worked.rules.conclusion import conclusion
from symeig.worked.rules.conditions import conditions
from symeig.worked.rules.diagonalizability import diagonalizability
from symeig.worked.steps import Step
from symeig.worked.telling import Telling

__all__ = ["find_basis", "find_decomposition", "plan"]


def plan(telling: Telling) -> Iterator[Step]:
    """From the matrix to its Jordan form."""
    yield from find_decomposition(telling, "jordan")


def find_decomposition(telling: Telling, task: str) -> Iterator[Step]:
    """From the matrix to P and D, or to P and J where it is defective, with the answer.

    Args:
        telling: The eigensystem and its conventions.
        task: The goal that the statement names.
    """
    steps = list(find_basis(telling, task))
    yield from steps
    assembled = next(assembly(telling), None)
    if assembled is not None:
        yield assembled
    yield from conditions(telling, steps, cases=True)
    defective = any(case.component.is_defective for case in telling.cases)
    answer = "jordan" if defective else "diagonalize"
    yield from conclusion(telling, answer, *_freedom(telling, is_defective=defective), assembled=assembled)


def find_basis(telling: Telling, task: str, **asked: Formula) -> Iterator[Step]:
    """From the matrix to a basis of eigenvectors, or of Jordan chains.

    Args:
        telling: The eigensystem and its conventions.
        task: The goal that the statement names.
        asked: What the statement speaks of.
    """
    yield from find_eigenvalues(telling, task, **asked)
    yield from find_eigenvectors(telling)
    yield from diagonalizability(telling)
    for case in telling.cases:
        if case.component.is_defective:
            yield from chains(telling, case)


def _freedom(telling: Telling, *, is_defective: bool) -> Iterator[str]:
    """What might have been chosen otherwise."""
    sizes = [size for space in telling.system.eigenspaces for size in space.block_sizes]
    if is_defective:
        yield "chains"
        if len(sizes) > 1:
            yield "order-of-blocks"
        return
    yield "multiples"
    if len(telling.system.eigenspaces) > 1:
        yield "order-of-columns"
    if any(case.component.geometric_multiplicity > 1 for case in telling.cases):
        yield "bases"
