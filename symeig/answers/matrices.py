"""Questions about vectors and matrices of an arena that judges and known mistakes both ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from symeig.answers.arenas import Arena, Matrix, times

__all__ = ["image", "is_diagonal", "is_jordan", "vanishes"]


def image(M: Matrix, vector: Sequence[Any]) -> list[Any]:
    """Mv."""
    return [row[0] for row in times(M, [[x] for x in vector])]


def vanishes(arena: Arena, M: Matrix) -> bool:
    """Whether all entries are 0."""
    return all(arena.is_zero(x) for row in M for x in row)


def is_diagonal(arena: Arena, M: Matrix) -> bool:
    """Whether all entries beside the diagonal are 0."""
    return all(arena.is_zero(x) for i, row in enumerate(M) for j, x in enumerate(row) if i != j)


def is_jordan(arena: Arena, J: Matrix) -> bool:
    """Whether zeros and ones stand above the diagonal, ones between equal entries only, and zeros elsewhere."""
    one = arena.exact(1)
    for i, row in enumerate(J):
        for j, x in enumerate(row):
            is_one = j == i + 1 and arena.is_zero(x - one) and arena.is_zero(row[i] - J[j][j])
            if i != j and not is_one and not arena.is_zero(x):
                return False
    return True
