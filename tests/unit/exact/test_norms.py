"""Norms of matrices, exactly."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from sympy import Abs, Expr, I, Integer, Rational, Symbol, cos, oo, pi, sin, sqrt

from symeig import norm
from symeig.errors import InputError, UndecidedError, UnsupportedEntryError

x = Symbol("x")
r, s = Symbol("r", real=True), Symbol("s", positive=True)
t = Symbol("t", real=True)

CASES: list[tuple[Any, dict[Any, Expr]]] = [
    (
        [[1, 2], [3, -4]],
        {"fro": sqrt(30), 1: Integer(6), oo: Integer(7), 2: sqrt(10) / 2 + 5 * sqrt(2) / 2, "max": Integer(4)},
    ),
    ([[3, 4 * I]], {"fro": Integer(5), 1: Integer(4), oo: Integer(7), 2: Integer(5), "max": Integer(4)}),
    ([[1 + I, 2], [0, 1]], {"fro": sqrt(7), 1: Integer(3), oo: 2 + sqrt(2), "max": Integer(2)}),
    ([["1/2"], ["-1/3"]], {"fro": sqrt(13) / 6, 1: Rational(5, 6), oo: Rational(1, 2), 2: sqrt(13) / 6}),
    ([[sqrt(2), 0], [0, sqrt(3)]], {"fro": sqrt(5), 1: sqrt(3), oo: sqrt(3), 2: sqrt(3), "max": sqrt(3)}),
    # a tie between sums that look different
    ([[sqrt(2), sqrt(5 + 2 * sqrt(6))], [sqrt(3), 0]], {1: sqrt(2) + sqrt(3)}),
    ([[1, 1], [0, 1]], {2: (1 + sqrt(5)) / 2}),
    ([[0, 0], [0, 0]], {"fro": Integer(0), 1: Integer(0), oo: Integer(0), 2: Integer(0), "max": Integer(0)}),
    ([[pi, 0], [0, 3]], {2: pi, "max": pi, "fro": sqrt(pi**2 + 9)}),
    ([[x]], {"fro": Abs(x), 1: Abs(x), oo: Abs(x), "max": Abs(x)}),
    ([[r]], {2: Abs(r)}),
    ([[s, 1], [0, s + 1]], {"max": s + 1, 1: s + 2, oo: s + 1}),
    ([[cos(t), -sin(t)], [sin(t), cos(t)]], {2: Integer(1)}),
    ([], {"fro": Integer(0), 1: Integer(0), oo: Integer(0), 2: Integer(0), "max": Integer(0)}),
]


@pytest.mark.parametrize(
    ("A", "order", "expected"), [(A, order, value) for A, values in CASES for order, value in values.items()], ids=str
)
def test_norm(A: Any, order: Any, expected: Expr) -> None:
    """Each norm of each matrix, in closed form."""
    found = norm(A, order)
    assert found == expected or (found**2 - expected**2).expand() == 0


@pytest.mark.parametrize("order", ["fro", 1, 2, np.inf])
@pytest.mark.parametrize("shape", [(2, 3), (3, 2), (4, 4), (1, 3)])
def test_as_numpy_has_it(order: Any, shape: tuple[int, int]) -> None:
    """The orders mean what they mean in NumPy, for rectangular and complex matrices too."""
    random = np.random.RandomState(5)
    A = random.randint(-5, 6, shape) + 1j * random.randint(-5, 6, shape)
    assert float(norm(A, order)) == pytest.approx(np.linalg.norm(A, order), rel=1e-12)


def test_the_default_is_the_frobenius_norm() -> None:
    """As in NumPy."""
    assert norm([[1, 2], [3, 4]]) == sqrt(30)


def test_how_floats_are_read() -> None:
    """As decimals or as the doubles that they are."""
    assert norm([[0.1]], 1) == Rational(1, 10)
    assert norm([[0.1]], 1, floats="binary") == Rational(*(0.1).as_integer_ratio())


def test_matrices_without_entries() -> None:
    """A matrix with no columns has norm 0."""
    assert norm([[], []], 2) == 0


@pytest.mark.parametrize("order", [-1, 3, "nuc", "2", -oo, None])
def test_other_orders_are_refused(order: Any) -> None:
    """The message names the norms there are."""
    with pytest.raises(InputError, match="'fro', 1, 2"):
        norm([[1]], order)


def test_undecided() -> None:
    """Which sum is the largest may depend on parameters, and whether these are real."""
    with pytest.raises(UndecidedError):
        norm([[r, 1]], "max")
    with pytest.raises(UndecidedError) as caught:
        norm([[x, 1], [0, 1]], 2)
    assert caught.value.assumptions_that_help == ("x real",)
    with pytest.raises(UndecidedError):
        norm([[r, 0], [0, s]], 2)
    with pytest.raises(UnsupportedEntryError):
        norm([[float("inf")]])
