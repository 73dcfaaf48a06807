"""Spectral projectors and left eigenvectors of particular matrices; the laws are tested for random ones."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import I, ImmutableMatrix, Rational, Symbol, cos, exp, eye, sin, sqrt, zeros

from symeig import eigensystem
from tests.laws.arithmetic import approximate, close
from tests.strategies import block_sum, hypercompanion

a, t = Symbol("a"), Symbol("t")
POINT = {a: Rational(7, 3), t: Rational(5, 4)}

MATRICES: dict[str, Any] = {
    "diagonalizable": [[2, 1], [2, 3]],
    "defective": [[3, -1, 1], [2, 0, 1], [1, -1, 2]],
    "nilpotent": [[0, 1, 0], [0, 0, 1], [0, 0, 0]],
    "derogatory": [[2, 1, 0, 0], [0, 2, 0, 0], [0, 0, 2, 0], [1, 0, 0, 5]],
    "irrational": [[1, 1], [1, 0]],
    "irrational, defective": hypercompanion((-2, 0, 1), 2),
    "cubic": [[0, 0, 2], [1, 0, 0], [0, 1, 0]],
    "complex, defective, and rational": block_sum(hypercompanion((1, 0, 1), 2), [[3, 1], [0, 3]]),
    "QQ(i)": [[I, 1, 0], [0, I, 0], [0, 0, 1]],
    "QQ(sqrt2), irrational": [[0, sqrt(2)], [1, 1]],
    "parameter": [[a, 1], [0, 1]],
    "parameter, irrational": [[0, a], [1, 1]],
    "parameter, defective": [[a, 1, 0], [0, a, 0], [0, 0, 1]],
    "rotation": [[cos(t), -sin(t)], [sin(t), cos(t)]],
    "exponential": [[exp(t), 1], [0, exp(-t)]],
}
each_matrix = pytest.mark.parametrize("name", MATRICES)


@each_matrix
def test_projectors(name: str) -> None:
    """ΣP = I, P² = P, PQ = 0, AP = PA, P(A − λ)ᵏ = 0 for the index k, and rank P = tr P is the multiplicity."""
    S = eigensystem(MATRICES[name])
    A, one, nothing = (approximate(X.subs(POINT)) for X in (S.matrix, eye(S.dimension), zeros(S.dimension)))
    projectors = [approximate(P.subs(POINT)) for P in S.projectors]
    assert close(sum(projectors, nothing), one)
    for i, (P, space) in enumerate(zip(projectors, S.eigenspaces, strict=True)):
        value = approximate(ImmutableMatrix([space.eigenvalue.expr.subs(POINT)]))[0]
        assert close(P * P, P)
        assert all(close(P * Q, nothing) and close(Q * P, nothing) for Q in projectors[:i])
        assert close(A * P, P * A)
        assert close(P * (A - value * one) ** space.index, nothing)
        assert not close(P * (A - value * one) ** (space.index - 1), nothing)
        assert abs(sum(P[j, j] for j in range(S.dimension)) - space.algebraic_multiplicity) < 1e-30


@each_matrix
def test_left_eigenvectors(name: str) -> None:
    """y A = λ y, as many independent rows y as the geometric multiplicity."""
    S = eigensystem(MATRICES[name])
    A = approximate(S.matrix.subs(POINT))
    for space, rows in zip(S.eigenspaces, S.left_eigenvectors, strict=True):
        value = approximate(ImmutableMatrix([space.eigenvalue.expr.subs(POINT)]))[0]
        assert len(rows) == space.geometric_multiplicity
        assert all(row.shape == (1, S.dimension) for row in rows)
        assert all(close(y * A, value * y) for y in (approximate(row.subs(POINT)) for row in rows))


def test_known_projectors() -> None:
    """The projectors of [[2, 1], [2, 3]] by hand."""
    first, second = eigensystem([[2, 1], [2, 3]]).projectors
    assert first == ImmutableMatrix([[2, -1], [-2, 1]]) / 3
    assert second == ImmutableMatrix([[1, 1], [2, 2]]) / 3


def test_golden_projector() -> None:
    """The projector of the golden ratio gives the Fibonacci numbers."""
    S = eigensystem([[1, 1], [1, 0]])
    power = sum((s.eigenvalue.expr**30 * P for s, P in zip(S.eigenspaces, S.projectors, strict=True)), zeros(2))
    assert power[0, 1].expand() == 832040


def test_left_eigenvectors_of_a_markov_chain() -> None:
    """The stationary distribution is the left eigenvector of 1."""
    rows = [[Rational(1, 2), Rational(1, 2)], [Rational(1, 4), Rational(3, 4)]]
    S = eigensystem(rows)
    assert S.eigenvalues[1].expr == 1
    assert S.left_eigenvectors[1] == (ImmutableMatrix([[1, 2]]),)
