"""Sums over the roots of a polynomial: rational functions become numbers at once."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Expr, Lambda, Poly, RootSum, Symbol, exp, log, sqrt

from symeig.exact.root_sums import SumOverRoots

a, n, x = Symbol("a"), Symbol("n"), Symbol("x")
PLASTIC = Poly(x**3 - x - 1, x)


def total(p: Any, f: Any) -> Expr:
    """The sum of f over the roots of p."""
    return SumOverRoots(p, Lambda(x, f))


@pytest.mark.parametrize(
    ("p", "f", "expected"),
    [
        (PLASTIC, x, 0),
        (PLASTIC, x**2, 2),
        (PLASTIC, x**3, 3),
        (PLASTIC, 1 / x, -1),
        (PLASTIC, 1 / (3 * x**2 - 1), 0),
        (PLASTIC, x**2 / (3 * x**2 - 1), 1),
        (PLASTIC, (x + 1) ** 3 / 2, 6),
        (Poly(2 * x**3 - 4 * x + 2 * a, x), x**2, 4),
        (Poly(x**3 - sqrt(2), x), x**3, 3 * sqrt(2)),
        (Poly(x**3 - a, x), a * x**3 + n, 3 * a**2 + 3 * n),
        (PLASTIC, log(2) * x**2, 2 * log(2)),
    ],
)
def test_rational_functions(p: Poly, f: Expr, expected: Any) -> None:
    """Power sums, partial fractions, parameters, and constants in no field."""
    assert (total(p, f) - expected).expand() == 0


def test_other_functions_stay_sums() -> None:
    """What is not rational is kept, and becomes a number when its letter does."""
    kept = SumOverRoots(PLASTIC, Lambda(x, x**n), auto=False)
    assert isinstance(kept, SumOverRoots)
    assert [kept.subs(n, k) for k in range(8)] == [3, 0, 2, 3, 2, 5, 5, 7]
    assert isinstance(total(PLASTIC, exp(x)), SumOverRoots)
    assert pickle.loads(pickle.dumps(kept)) == kept


@given(st.lists(st.integers(-5, 5), min_size=3, max_size=5), st.lists(st.integers(-5, 5), min_size=1, max_size=4))
def test_it_is_what_sympy_finds(low: list[int], f: list[int]) -> None:
    """For polynomials SymPy's own, slower, sum is the same."""
    p = Poly([1, *low], x)
    body = Poly(f, x).as_expr()
    assert total(p, body) == RootSum(p, Lambda(x, body))


def test_derivatives_know_that_roots_depend_on_parameters() -> None:
    """d/da of a sum over the roots of p is that of the number that the sum is for each n."""
    kept = SumOverRoots(Poly(x**3 - x**2 - a, x), Lambda(x, x**n), auto=False)
    for k in range(7):
        assert (kept.diff(a).subs(n, k) - kept.subs(n, k).diff(a)).simplify() == 0
    assert kept.diff(n).subs(n, 1) == SumOverRoots(Poly(x**3 - x**2 - a, x), Lambda(x, x * log(x)))
