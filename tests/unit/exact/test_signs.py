"""Signs and moduli of exact numbers."""

from __future__ import annotations

import pytest
from sympy import Abs, CRootOf, Expr, I, Integer, Rational, Symbol, cos, exp, pi, sqrt

from symeig.errors import UndecidedError
from symeig.exact.signs import is_nonnegative, is_positive, largest, modulus, sign_of

x, a = Symbol("x"), Symbol("a")
p = Symbol("p", positive=True)
QUINTIC = CRootOf(x**5 - x - 1, 0)
COMPLEX_ROOT = CRootOf(x**3 - 2, 1)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (Integer(0), 0),
        (Rational(-1, 3), -1),
        (sqrt(2) - Rational(141421356237309504880168872420969807857, 10**38), -1),
        (sqrt(2) + sqrt(3) - sqrt(5 + 2 * sqrt(6)), 0),
        (sqrt(2) * (1 - sqrt(2)) - sqrt(2) + 2, 0),
        (sqrt(5) - 2 * cos(pi / 5) - 2 * cos(2 * pi / 5), 0),
        (QUINTIC**5 - QUINTIC - 1, 0),
        (QUINTIC - 1, 1),
        (3 - pi, -1),
        ((pi + 1) ** 2 - pi**2 - 2 * pi - 1, 0),
        # 1/(√(n + 1) + √n) for n = 10¹⁰⁰, which balls of 64 bits cannot tell from 0
        (sqrt(10**100 + 1) - 10**50, 1),
    ],
    ids=lambda e: str(e)[:40],
)
def test_sign(number: Expr, expected: int) -> None:
    """Signs of numbers, 0 among them."""
    assert sign_of(number) == expected


@pytest.mark.parametrize(
    ("expr", "positive", "nonnegative"),
    [
        (p + 1, True, True),
        (-p, False, False),
        (p**2 - p * (p + 1), False, False),
        (Integer(0), False, True),
        (sqrt(2) - 1, True, True),
    ],
    ids=str,
)
def test_positive(expr: Expr, positive: bool, nonnegative: bool) -> None:
    """Assumptions decide about parameters, the sign about numbers."""
    assert (is_positive(expr), is_nonnegative(expr)) == (positive, nonnegative)


def test_nonnegative_may_be_known_where_positive_is_not() -> None:
    """|a| ≥ 0 always; whether |a| > 0 depends on a."""
    assert is_nonnegative(Abs(a))
    with pytest.raises(UndecidedError):
        is_positive(Abs(a))


@pytest.mark.parametrize("expr", [a, p - 1, Abs(a) - Abs(a + 1)], ids=str)
def test_sign_that_depends_on_parameters(expr: Expr) -> None:
    """Where assumptions do not tell, the question is named, and what would answer it."""
    with pytest.raises(UndecidedError) as caught:
        is_nonnegative(expr)
    assert caught.value.question.endswith("≥ 0?")
    assert caught.value.assumptions_that_help[0].endswith("≥ 0")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (Integer(-3), 3),
        (3 - 4 * I, 5),
        (-2 * I, 2),
        (1 + sqrt(2) * I, sqrt(3)),
        (1 - sqrt(2), sqrt(2) - 1),
        (exp(2 * I * pi / 7), 1),
        (sqrt(2 + sqrt(2)) * I, sqrt(2 + sqrt(2))),
        (1 + pi * I, sqrt(1 + pi**2)),
        (QUINTIC - 2, 2 - QUINTIC),
        (COMPLEX_ROOT, Abs(COMPLEX_ROOT)),
        (a, Abs(a)),
        (-p, p),
        (Integer(0), 0),
    ],
    ids=str,
)
def test_modulus(number: Expr, expected: Expr) -> None:
    """Absolute values, without Abs where they can be written so."""
    assert modulus(number) == expected


def test_largest() -> None:
    """The largest of several numbers, the first one of equal ones; 0 of none."""
    assert largest([Integer(1), sqrt(2), Rational(7, 5), sqrt(2)]) == sqrt(2)
    assert largest([]) == 0
