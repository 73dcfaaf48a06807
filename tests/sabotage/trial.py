"""A short examination of a whole engine: matrices with known answers, and the laws on them.

It is given the package as an argument, because the one examined has been sabotaged.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

from sympy import CRootOf, Expr, I, ImmutableMatrix, N, Rational, Symbol, cos, exp, eye, pi, sin, sqrt, zeros

from tests.laws.arithmetic import approximate, assert_jordan_chains, close
from tests.sabotage.faults import FAULTS, honest_rows
from tests.strategies import block_sum, found, hypercompanion, similar

__all__ = ["examine"]

a, t, x = Symbol("a"), Symbol("t"), Symbol("x")
POINT = {a: Rational(5, 2), t: Rational(7, 5)}

STEPS = [(0, 1, 1), (2, 0, -1), (1, 3, 2), (3, 2, 1), (0, 3, -1)]

# Two sextics whose roots share the real part of the real root of x³ − x − 1.
SEXTICS = [(1, 0, 2, -1, 2, 0, 1), (8, 0, 10, -1, 5, 0, 1)]

# Blocks (polynomial, size) of matrices whose structure must be found again.
PLANTED: list[list[tuple[tuple[Any, ...], int]]] = [
    [((-1, 1), 1), ((-2, 1), 1), ((-3, 1), 1), ((-4, 1), 1)],
    [((-1, 1), 3), ((-1, 1), 1), ((-1, 1), 1), ((0, 1), 2)],
    [((-2, 0, 1), 2), ((-2, 0, 1), 1), ((1, 1), 1)],
    [((-1, -1, 0, 1), 1), ((-1, -1, 0, 1), 1)],
    [((2, -2, 1), 1), ((5, -2, 1), 1)],
    [((-1, -1, 0, 0, 0, 1), 1), ((0, 1), 1), ((0, 1), 1)],
    [((1, 0, 0, 0, 1), 1), ((4, 0, 1), 1), ((1, 0, 1), 1)],
    [((1, -3, 0, 1), 1), ((-3, 0, 1), 1)],
    [(SEXTICS[0], 1), (SEXTICS[1], 1)],
    [((-sqrt(2), 1), 2), ((-sqrt(2), 1), 1), ((-1 - sqrt(2), 0, 1), 1)],
    [((-I, 1), 2), ((-2, 0, 1), 1)],
    [((-a, 1), 2), ((-a, 1), 1), ((-1, -a, 1), 1)],
    [((-sqrt(2) * a, 1), 1), ((-sqrt(2) * a, 0, 1), 2)],
]
OTHERS: list[Any] = [
    [["1/2", "1/3"], ["1/4", "1/5"]],
    [["1/6", 1, 0], [0, "1/6", 1], [0, 0, "1/6"]],
    [[2, 1, 1], [1, 2, 1], [1, 1, 2]],
    [[8, -2, 2], [-2, 5, 4], [2, 4, 5]],
    [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]],
    [[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, 2, 0, 0]],
    [[0, 1, 1, 0], [0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 0]],
    [[0, 2 - I], [2 + I, 4]],
    [[1, -I, 1 - I], [I, 1, 1 + I], [1 + I, 1 - I, 2]],
    [[cos(t), -sin(t)], [sin(t), cos(t)]],
    [[cos(2 * t), 1], [0, 0]],
    [[1 / (a - 1), 1], [0, a]],
    [[0, a**3], [1, 0]],
    [[sqrt(2 + sqrt(2)), 1], [sqrt(2), sqrt(2 - sqrt(2))]],
    [[cos(2 * pi / 7), 1], [0, cos(4 * pi / 7)]],
    [[(-1) ** Rational(1, 3), 1], [0, I]],
    [[exp(2 * pi * I / 5), 1], [0, exp(-4 * pi * I / 5)]],
    [[CRootOf(x**3 - x - 1, 0), 1], [0, 2]],
    [[0.1, 0.3], [0.7, 0.2]],
    [],
]


def examine(package: ModuleType) -> None:
    """Raise where anything is wrong with the engine."""
    _examine_certificate(package)
    _examine_scale(package)
    _examine_conditions(package)
    _examine_coincidences(package)
    for blocks in PLANTED:
        rows = similar(block_sum(*(hypercompanion(p, k) for p, k in blocks)), STEPS, _expanded)
        S = package.eigensystem(rows)
        assert found(S) == {p: tuple(sorted((k for q, k in blocks if q == p), reverse=True)) for p, _ in blocks}
        _examine_result(S)
    for rows in (*OTHERS, _symmetric_with_double_surds()):
        _examine_result(package.eigensystem(rows))


def _expanded(e: Any) -> Any:
    return e.expand() if isinstance(e, Expr) else e


def _symmetric_with_double_surds() -> ImmutableMatrix:
    """A symmetric matrix with the double eigenvalues ±√2, reflected."""
    H = eye(4) - ImmutableMatrix(4, 4, lambda i, j: Rational((i + 1) * (j + 1), 15))
    return H * ImmutableMatrix(block_sum([[1, 1], [1, -1]], [[1, 1], [1, -1]])) * H


def _examine_result(S: Any) -> None:
    n = S.dimension
    assert_jordan_chains(S)
    assert pickle.loads(pickle.dumps(S.components)) == S.components
    P, C = S.rational_form()
    assert P.shape == C.shape == (n, n)
    if S.field.has_parameters:
        if all(abs(N(c.expr.subs(POINT))) > 1e-9 for c in S.conditions):
            A, P, J = (approximate(X.subs(POINT)) for X in (S.matrix, *S.jordan()))
            assert close(A * P, P * J)
        return
    for eigenvalues in (S.eigenvalues, *(c.eigenvalues for c in S.components)):
        places = [_place(e) for e in eigenvalues]
        assert places == sorted(places)
    if max((c.degree for c in S.components), default=0) <= 4:
        _examine_numbers(S)


def _examine_numbers(S: Any) -> None:
    """The laws for expressions, in digits."""
    n = S.dimension
    A, P, J = map(approximate, (S.matrix, *S.jordan()))
    assert close(A * P, P * J)
    assert close(sum(map(approximate, S.projectors), approximate(zeros(n, n))), approximate(eye(n)))
    for eigenvalue, rows, projector in zip(S.eigenvalues, S.left_eigenvectors, S.projectors, strict=True):
        value = approximate(ImmutableMatrix([eigenvalue.expr]))[0]
        assert abs(complex(value) - complex(eigenvalue)) < 1e-12
        assert all(close(approximate(y) * A, value * approximate(y)) for y in rows)
        E = approximate(projector)
        assert close(E * E, E)
    if S.matrix == S.matrix.H:
        Q, D = map(approximate, S.orthogonal())
        assert close(Q.H * Q, approximate(eye(n)))
        assert close(A * Q, Q * D)


def _place(eigenvalue: Any) -> tuple[Any, ...]:
    ball = eigenvalue.enclosure(40)
    real, imaginary = (round(z * 10**30) for z in (ball.real, ball.imag))
    return imaginary != 0, real, abs(imaginary), imaginary > 0


def _examine_coincidences(package: ModuleType) -> None:
    """Equal numbers in different clothes on the diagonal make one eigenvalue with one block."""
    for left, right in (
        (sqrt(5 + 2 * sqrt(6)), sqrt(2) + sqrt(3)),
        (sin(2 * t), 2 * sin(t) * cos(t)),
        (1 / (sqrt(2) * a + 2), (sqrt(2) * a - 2) / (2 * a**2 - 4)),
    ):
        (component,) = package.eigensystem([[left, 1], [0, right]]).components
        assert component.block_sizes == (2,)


def _examine_conditions(package: ModuleType) -> None:
    for rows, point in (
        ([[a, 1], [0, 1]], {a: 1}),
        ([[0, a], [1, 0]], {a: 0}),
        ([[1, 1 / (a - 2)], [0, 2]], {a: 2}),
        ([[1, 1], [0, cos(t)]], {t: 0}),
        ([[1 + cos(t), 1], [0, 0]], {t: pi}),
    ):
        assert any(c.expr.subs(point) == 0 for c in package.eigensystem(rows).conditions)


def _examine_scale(package: ModuleType) -> None:
    S = package.eigensystem
    assert [list(v) for s in S([[2, 1], [2, 3]]).eigenspaces for v in s.basis] == [[1, -1], [1, 2]]
    assert [list(v) for s in S([[4, 2], [2, 1]]).eigenspaces for v in s.basis] == [[1, -2], [2, 1]]
    for rows in ([[1, 1], [1, 0]], [[1, 2], [3, 4]], [[1, 1, 0], [1, 0, 0], [5, 7, 2]]):
        (surd,) = (c for c in S(rows).components if c.degree == 2)
        entry = next(e for e in reversed(surd.vectors[0][0]) if any(e))
        assert entry[0] > 0 == entry[1]
    kernel = S([[1, 2, 3, 4]] * 4).eigenspaces[0].basis
    assert max(abs(e) for v in kernel for e in v) <= 2


def _examine_certificate(package: ModuleType) -> None:
    """No tampered result passes."""
    for name in ("rationals", "nilpotent part"):
        assert list(_accepted(package.eigensystem(honest_rows(name)))) == []


def _accepted(S: Any) -> Iterator[str]:
    names = ("symeig.exact.certificate", "symeig.errors", "symeig.exact.proved")
    certificate, errors, proved = map(import_module, names)
    c, B = proved.integral_matrix(S.given, S.field)
    for fault in FAULTS:
        try:
            certificate.certify(B, c, fault(list(S.components)), S.field)
        except errors.CertificationError:
            continue
        yield fault.__name__
