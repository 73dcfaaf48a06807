"""The primary rational canonical form, over every base field."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import I, ImmutableMatrix, Symbol, cos, diag, sin, sqrt

from symeig import eigensystem
from tests.laws.arithmetic import matmul, minus, rank
from tests.strategies import block_sum, hypercompanion

a, t = Symbol("a"), Symbol("t")


@pytest.mark.parametrize(
    ("rows", "blocks"),
    [
        ([[2, 1], [2, 3]], [[[1]], [[4]]]),
        ([[1, 1], [1, 0]], [[[0, 1], [1, 1]]]),
        ([[2, 1], [0, 2]], [[[0, -4], [1, 4]]]),
        ([[3, 0], [0, 3]], [[[3]], [[3]]]),
        (hypercompanion((1, 0, 1), 2), [[[0, 0, 0, -1], [1, 0, 0, 0], [0, 1, 0, -2], [0, 0, 1, 0]]]),
        ([[0, 0, 2], [1, 0, 0], [0, 1, 0]], [[[0, 0, 2], [1, 0, 0], [0, 1, 0]]]),
        ([[I, 1], [0, I]], [[[0, 1], [1, 2 * I]]]),
        ([[0, sqrt(2)], [1, 0]], [[[0, sqrt(2)], [1, 0]]]),
        ([[0, a], [1, 0]], [[[0, a], [1, 0]]]),
        ([[a, 1], [0, a]], [[[0, -(a**2)], [1, 2 * a]]]),
        ([[cos(t), -sin(t)], [sin(t), cos(t)]], [[[0, -1], [1, 2 * cos(t)]]]),
    ],
    ids=str,
)
def test_companion_blocks(rows: list[list[Any]], blocks: list[list[list[Any]]]) -> None:
    """C consists of the companion matrices of powers of irreducible factors, ones below the diagonal; A P = P C."""
    S = eigensystem(rows)
    P, C = S.rational_form()
    assert C.expand() == ImmutableMatrix(diag(*map(ImmutableMatrix, blocks)))
    A, X, Y = ([[S.field.element(x) for x in M.row(i)] for i in range(S.dimension)] for M in (S.matrix, P, C))
    assert not any(any(row) for row in minus(matmul(A, X), matmul(X, Y)))
    assert rank(X) == S.dimension


def test_blocks_of_one_factor_are_the_longest_first() -> None:
    """Blocks 3, 1 and 2 of one polynomial appear in descending order."""
    rows = block_sum(*(hypercompanion((-2, 0, 1), k) for k in (1, 3, 2)))
    C = eigensystem(rows).rational_form().C
    assert (C - diag(*(_companion_of_power(k) for k in (3, 2, 1)))).is_zero_matrix


def _companion_of_power(k: int) -> ImmutableMatrix:
    x = Symbol("x")
    low = ((x**2 - 2) ** k).as_poly(x).all_coeffs()[:0:-1]
    return ImmutableMatrix(2 * k, 2 * k, lambda i, j: -low[i] if j == 2 * k - 1 else int(i == j + 1))
