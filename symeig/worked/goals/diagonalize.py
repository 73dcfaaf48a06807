"""A diagonalization; refused where there is none."""

from __future__ import annotations

from collections.abc import Iterator

from symeig.worked.goals.jordan import find_decomposition
from symeig.worked.steps import Step
from symeig.worked.telling import Telling

__all__ = ["plan"]


def plan(telling: Telling) -> Iterator[Step]:
    """From the matrix to P and D.

    Raises:
        NotDiagonalizableError: An eigenvalue is defective.
    """
    if any(case.component.is_defective for case in telling.cases):
        telling.system.diagonalize()
    yield from find_decomposition(telling, "diagonalize")
