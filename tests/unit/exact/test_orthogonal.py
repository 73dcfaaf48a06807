"""Orthonormal eigenvectors: rational where they can be, and only where the matrix is Hermitian."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import I, ImmutableMatrix, Rational, Symbol, cos, diag, exp, eye, simplify, sin, sqrt

from symeig import eigensystem
from symeig.errors import NotHermitianError
from tests.laws.arithmetic import approximate, close

a, t = Symbol("a"), Symbol("t")
H = eye(4) - ImmutableMatrix(4, 4, lambda i, j: Rational((i + 1) * (j + 1), 15))

MATRICES: dict[str, Any] = {
    "1x1": [[3]],
    "2x2": [[2, 1], [1, 2]],
    "golden": [[1, 1], [1, 0]],
    "rational Q": [[8, -2, 2], [-2, 5, 4], [2, 4, 5]],
    "ones": [[1] * 4] * 4,
    "ones and twice the identity": [[3, 1, 1], [1, 3, 1], [1, 1, 3]],
    "path": [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]],
    "double surds": H * ImmutableMatrix(4, 4, [1, 1, 0, 0, 1, -1, 0, 0, 0, 0, 1, 1, 0, 0, 1, -1]) * H,
    "triple": H * diag(2, 2, 2, 7) * H,
    "fractions": [[Rational(1, 2), Rational(1, 3)], [Rational(1, 3), Rational(1, 5)]],
    "casus irreducibilis": [[1, 2, 0], [2, 3, 1], [0, 1, 5]],
    "QQ(sqrt2)": [[sqrt(2), 1], [1, sqrt(2)]],
    "QQ(sqrt2), double": [[sqrt(2), 1, 1], [1, sqrt(2), 1], [1, 1, sqrt(2)]],
    "Pauli Y": [[0, -I], [I, 0]],
    "Hermitian": [[2, 1 - I], [1 + I, 3]],
    "Hermitian, double": [[1, -I, 1 - I], [I, 1, 1 + I], [1 + I, 1 - I, 2]],
    "Hermitian, surds": [[0, 2 - I, 0], [2 + I, 4, I], [0, -I, 1]],
}
each_matrix = pytest.mark.parametrize("name", MATRICES)


@each_matrix
def test_orthonormal_eigenvectors(name: str) -> None:
    """QᴴQ = I and A Q = Q D with a real diagonal D."""
    S = eigensystem(MATRICES[name])
    assert S.orthogonal().D.is_diagonal()
    A, Q, D = map(approximate, (S.matrix, *S.orthogonal()))
    assert close(Q.H * Q, approximate(eye(S.dimension)))
    assert close(A * Q, Q * D)
    assert all(abs(x.imag) < 1e-30 for x in D)


@pytest.mark.parametrize("name", ["rational Q", "ones", "triple"])
def test_rational_basis_is_found(name: str) -> None:
    """Where an orthonormal basis of rational vectors exists among short ones, it is found."""
    assert all(x.is_Rational for x in eigensystem(MATRICES[name]).orthogonal().Q)


def test_known_rational_basis() -> None:
    """The textbook's Q with thirds, not the fifths' roots of plain Gram–Schmidt."""
    Q = eigensystem(MATRICES["rational Q"]).orthogonal().Q
    assert sorted(map(abs, Q * 3)) == [1, 1, 1, 2, 2, 2, 2, 2, 2]
    assert (Q.T * Q).is_diagonal()
    assert Q.det() in {1, -1}


@pytest.mark.parametrize(
    ("rows", "position"),
    [
        ([[1, 2], [3, 4]], (2, 1)),
        ([[0, I], [I, 0]], (2, 1)),
        ([[1, 0, 0], [0, I, 0], [0, 0, 1]], (2, 2)),
        ([[1, 2, 3], [2, 1, 4], [3, 5, 1]], (3, 2)),
        ([[0, a], [1, 0]], (2, 1)),
        ([[cos(t), -sin(t)], [sin(t), cos(t)]], (2, 1)),
        ([[exp(I * t), 0], [0, 1]], (1, 1)),
    ],
    ids=str,
)
def test_not_hermitian(rows: list[list[Any]], position: tuple[int, int]) -> None:
    """A matrix that differs from its conjugate transpose is refused, with the first entry where it does."""
    with pytest.raises(NotHermitianError) as caught:
        eigensystem(rows).orthogonal()
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("rows", "real"),
    [
        ([[a, 1], [1, 0]], {a}),
        ([[0, I * a], [-I * a, 0]], {a}),
        ([[cos(t), sin(t)], [sin(t), -cos(t)]], {t}),
        ([[0, exp(I * t)], [exp(-I * t), 0]], {t}),
        ([[sqrt(a), 1], [1, 0]], {sqrt(a)}),
        ([[Symbol("r", real=True), 1], [1, 0]], set()),
        ([[1, 2], [2, 1]], set()),
    ],
    ids=str,
)
def test_parameters_must_be_real(rows: list[list[Any]], real: set[Any]) -> None:
    """Over parameters the result says what must be real for the matrix to be Hermitian."""
    conditions = eigensystem(rows).orthogonal().conditions
    assert {c.expr for c in conditions if c.kind == "real"} == real


@pytest.mark.parametrize(
    "rows",
    [
        [[a, 1], [1, 0]],
        [[a, 1, 0], [1, a, 0], [0, 0, 2]],
        [[0, I * a], [-I * a, 0]],
        [[cos(t), sin(t)], [sin(t), -cos(t)]],
        [[0, exp(I * t)], [exp(-I * t), 0]],
    ],
    ids=str,
)
def test_orthonormal_over_real_parameters(rows: list[list[Any]]) -> None:
    """At real values of the parameters Q is unitary."""
    S = eigensystem(rows)
    point = {a: Rational(7, 3), t: Rational(5, 4)}
    A, Q, D = (approximate(X.subs(point)) for X in (S.matrix, *S.orthogonal()))
    assert close(Q.H * Q, approximate(eye(S.dimension)))
    assert close(A * Q, Q * D)


def test_reflection_is_simple() -> None:
    """The eigenvectors of a reflection simplify to unit vectors for every angle."""
    Q = eigensystem([[cos(t), sin(t)], [sin(t), -cos(t)]]).orthogonal().Q
    assert (Q.T * Q).applyfunc(simplify) == eye(2)
