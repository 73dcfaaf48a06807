"""Eigenvalues as numbers."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Any

import pytest
from sympy import I, N, Poly, Rational, Symbol, sqrt

from symeig import Eigenvalue, eigensystem
from symeig.errors import InputError, UndecidedError
from symeig.exact.eigenvalues import LAMBDA, ImplicitRoot
from symeig.exact.fields import QQ_FIELD

a, x = Symbol("a"), Symbol("x")
r = Symbol("r", real=True)


@pytest.mark.parametrize(
    ("rows", "real", "rational"),
    [
        ([[2, 1], [2, 3]], [True, True], [True, True]),
        ([[1, 1], [1, 0]], [True, True], [False, False]),
        ([[0, -1], [1, 0]], [False, False], [False, False]),
        ([[0, 0, 2], [1, 0, 0], [0, 1, 0]], [True, False, False], [False] * 3),
        ([[I, 0], [0, 1]], [True, False], [True, False]),
        ([[sqrt(2), 0], [0, 2]], [True, True], [False, True]),
        ([[0, sqrt(2)], [1, 0]], [True, True], [False, False]),
        ([[0, -sqrt(2)], [1, 0]], [False, False], [False, False]),
    ],
    ids=str,
)
def test_real_and_rational(rows: list[list[Any]], real: list[bool], rational: list[bool]) -> None:
    """Whether an eigenvalue is real, and whether it is rational, is decided exactly."""
    eigenvalues = eigensystem(rows).eigenvalues
    assert [e.is_real for e in eigenvalues] == real
    assert [e.is_rational for e in eigenvalues] == rational


def test_real_by_assumption() -> None:
    """A parameter that is real by assumption is a real eigenvalue; without, the question is open."""
    assert eigensystem([[r]]).eigenvalues[0].is_real
    with pytest.raises(UndecidedError):
        _ = eigensystem([[a]]).eigenvalues[0].is_real


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[2, 1], [2, 3]], [LAMBDA - 1, LAMBDA - 4]),
        ([[1, 1], [1, 0]], [LAMBDA**2 - LAMBDA - 1] * 2),
        ([[Rational(1, 2)]], [LAMBDA - Rational(1, 2)]),
        ([[I]], [LAMBDA - I]),
        ([[0, a], [1, 0]], [LAMBDA**2 - a] * 2),
    ],
    ids=str,
)
def test_minimal_polynomial(rows: list[list[Any]], expected: list[Any]) -> None:
    """The minimal polynomial over the base field, monic."""
    assert [e.minpoly.as_expr().expand() for e in eigensystem(rows).eigenvalues] == [p.expand() for p in expected]


@pytest.mark.parametrize("digits", [0, -3])
def test_digits_must_be_positive(digits: int) -> None:
    """An enclosure needs one digit at least."""
    with pytest.raises(InputError):
        eigensystem([[1, 1], [1, 0]]).eigenvalues[0].enclosure(digits)


def test_exact_enclosure_of_a_rational_number() -> None:
    """The ball of a rational number contains it."""
    ball = eigensystem([[Rational(1, 3)]]).eigenvalues[0].enclosure(30)
    assert Fraction(1, 3) in ball
    assert Fraction(1, 3) + Fraction(1, 10**29) not in ball


def test_equality_is_identity_of_numbers() -> None:
    """(1 + √5)/2 found in two matrices is one number; its conjugate is another."""
    first, second = (eigensystem(rows).eigenvalues for rows in ([[1, 1], [1, 0]], [[0, 1], [1, 1]]))
    assert first == second
    assert first[0] != first[1]
    assert len({*first, *second}) == 2


@pytest.mark.parametrize(
    "rows",
    [[[1, 1], [1, 0]], [[I]], [[a]], [[0, a], [1, 0]], [[0, sqrt(2)], [1, 0]], [[0, 0, a], [1, 0, 0], [0, 1, 0]]],
    ids=str,
)
def test_pickling(rows: list[list[Any]]) -> None:
    """Eigenvalues and their expressions survive pickling."""
    for eigenvalue in eigensystem(rows).eigenvalues:
        copy = pickle.loads(pickle.dumps(eigenvalue))
        assert copy == eigenvalue
        assert hash(copy) == hash(eigenvalue)
        assert pickle.loads(pickle.dumps(eigenvalue.expr)) == eigenvalue.expr


@pytest.mark.parametrize(
    ("rows", "element", "expected"),
    [
        ([[3]], (5,), 5),
        ([[1, 1], [1, 0]], (0, 1), (1 - sqrt(5)) / 2),
        ([[1, 1], [1, 0]], (1, 2), 2 - sqrt(5)),
        ([[0, 2], [1, 0]], (3, -1), 3 + sqrt(2)),
        ([[0, 0, 2], [1, 0, 0], [0, 1, 0]], (1, 0, 1), 1 + 2 ** Rational(2, 3)),
        ([[0, a], [1, 0]], (1, 1), 1 - sqrt(a)),
    ],
    ids=str,
)
def test_evaluate(rows: list[list[Any]], element: tuple[int, ...], expected: Any) -> None:
    """A polynomial in λ takes its value at the first eigenvalue."""
    eigenvalue = eigensystem(rows).eigenvalues[0]
    K = eigenvalue.field.domain
    given = element if eigenvalue.field.is_rational else tuple(K.convert(c) for c in element)
    assert (eigenvalue.evaluate(given) - expected).expand() == 0


def test_implicit_root_is_a_number_for_sympy() -> None:
    """An implicit root evaluates to any precision, prints, and has no free symbols when its polynomial has none."""
    root = ImplicitRoot(x**5 - x - 1, x, 0)
    assert root.free_symbols == set()
    assert abs(root.evalf(50) ** 5 - root.evalf(50) - 1) < 1e-45
    assert str(root) == "root(x**5 - x - 1, x, 0)"


def test_implicit_root_with_parameters() -> None:
    """With parameters it stays symbolic until they are replaced, by fractions and irrational numbers too."""
    root = ImplicitRoot(x**3 - a * x - 1, x, 0)
    assert root.free_symbols == {a}
    assert root.evalf() == root
    for value in (1, Rational(5, 2), sqrt(2), 1 + I):
        z = N(root.subs(a, value), 30)
        assert abs(N(z**3 - value * z - 1, 30)) < 1e-25
    assert root.subs(x, 3) == root


def test_numbers_of_roots() -> None:
    """Over the rationals the roots of a factor are numbered in order."""
    p = tuple(int(c) for c in reversed(Poly(x**5 - 3 * x + 1, x).all_coeffs()))
    values = [complex(Eigenvalue(QQ_FIELD, p, k)) for k in range(5)]
    assert values == sorted(values, key=lambda z: (z.imag != 0, z.real, abs(z.imag), z.imag > 0))
    assert sum(values) == pytest.approx(0, abs=1e-14)
