"""Known mistakes with powers of a matrix."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Any

from symeig.answers.arenas import ExactArena, Matrix, is_little_work, minus, times, transposed
from symeig.exact.eigensystem import Eigensystem
from symeig.reading import ExactScalar

__all__ = ["power_mistake"]

# The largest n for which all orders of the eigenvalues are tried.
SMALL = 4


def power_mistake(system: Eigensystem, k: int, given: Sequence[Sequence[ExactScalar]]) -> str | None:
    """The code of the known mistake that leads to a matrix for Aᵏ; None where none does."""
    diagonalization = None
    if not any(c.is_defective for c in system.components) and system.dimension <= SMALL:
        diagonalization = system.diagonalize()
    ours = [*diagonalization.P, *diagonalization.D] if diagonalization else []
    arena = ExactArena(system, [*(x for row in given for x in row), *ours])
    typed: Matrix = [[arena.typed(x) for x in row] for row in given]
    if _equal(arena, typed, [[x**k if k else arena.exact(1) for x in row] for row in arena.A]):
        return "M_ENTRYWISE"
    if diagonalization is None or not is_little_work(arena, k):
        return None
    n = system.dimension
    P = [[arena.exact(diagonalization.P[i, j]) for j in range(n)] for i in range(n)]
    powers = [arena.exact(diagonalization.D[i, i]) ** k if k else arena.exact(1) for i in range(n)]
    zero = arena.exact(0)
    for order in permutations(range(n)):
        D = [[powers[o] if i == j else zero for j in range(n)] for i, o in enumerate(order)]
        if _equal(arena, typed, D):
            return "M_DN_ONLY"
        columns: list[list[Any]] = [[row[o] for o in order] for row in P]
        half = times(columns, D)
        if _equal(arena, typed, half) or _equal(arena, typed, times(half, transposed(columns))):
            return "M_PDK"
    return None


def _equal(arena: ExactArena, X: Matrix, Y: Matrix) -> bool:
    return all(arena.is_zero(x) for row in minus(X, Y) for x in row)
