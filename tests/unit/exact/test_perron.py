"""Perron roots and vectors of non-negative matrices."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from sympy import Expr, I, Integer, Matrix, Rational, Symbol, pi, sqrt

from symeig import perron, spectral_radius
from symeig.errors import InputError, NotNonnegativeError, NotSquareError, UndecidedError

GOLDEN = (1 + sqrt(5)) / 2

# Each matrix with its root, its right and left vectors, and its period.
CASES: dict[str, tuple[Any, Expr, list[Any], list[Any], int | None]] = {
    "Fibonacci": (
        [[1, 1], [1, 0]],
        GOLDEN,
        [1 / GOLDEN, 1 / GOLDEN**2],
        [GOLDEN**2 / sqrt(5), GOLDEN / sqrt(5)],
        1,
    ),
    "weather": ([["9/10", "1/2"], ["1/10", "1/2"]], Integer(1), [Rational(5, 6), Rational(1, 6)], [1, 1], 1),
    "cycle": ([[0, 1, 0], [0, 0, 1], [1, 0, 0]], Integer(1), [Rational(1, 3)] * 3, [1, 1, 1], 3),
    "cycles of lengths 2 and 3": (
        [[0, 6, 0], [1, 0, 1], ["3/2", 0, 0]],
        Integer(3),
        [Rational(1, 2), Rational(1, 4), Rational(1, 4)],
        [Rational(6, 7), Rational(12, 7), Rational(4, 7)],
        1,
    ),
    "bipartite": ([[0, 2], [1, 0]], sqrt(2), [2 - sqrt(2), sqrt(2) - 1], [(2 + sqrt(2)) / 4, (1 + sqrt(2)) / 2], 2),
    "1×1": ([[5]], Integer(5), [1], [1], 1),
    "1×1 zero": ([[0]], Integer(0), [1], [1], 0),
    "irrational": ([[0, sqrt(2)], [sqrt(2), 0]], sqrt(2), [Rational(1, 2)] * 2, [1, 1], 2),
    # Reducible: two eigenvectors, which are averaged
    "identity": ([[1, 0], [0, 1]], Integer(1), [Rational(1, 2)] * 2, [1, 1], None),
    # one of the two classes has no right eigenvector of its own, the other no left one: y x = 0
    "Jordan block": ([[1, 1], [0, 1]], Integer(1), [1, 0], [0, 1], None),
    "nilpotent": ([[0, 1], [0, 0]], Integer(0), [1, 0], [0, 1], None),
    # index 1 leads to the basic class {2}, so its right entry is positive: (2 − 1)x₁ = x₂
    "into the basic class": ([[1, 1], [0, 2]], Integer(2), [Rational(1, 2)] * 2, [0, 2], None),
    "two basic classes, both with vectors": (
        [[2, 1, 0], [0, 1, 0], [0, 1, 2]],
        Integer(2),
        [Rational(1, 2), 0, Rational(1, 2)],
        [1, 2, 1],
        None,
    ),
    "blocks of sizes 1 and 2": (
        [[2, 0, 0], [0, 1, 1], [0, 1, 1]],
        Integer(2),
        [Rational(1, 2), Rational(1, 4), Rational(1, 4)],
        [Rational(4, 3), Rational(2, 3), Rational(2, 3)],
        None,
    ),
    "zero matrix": ([[0, 0], [0, 0]], Integer(0), [Rational(1, 2)] * 2, [1, 1], None),
}


@pytest.mark.parametrize(("A", "root", "right", "left", "period"), CASES.values(), ids=CASES)
def test_perron(A: Any, root: Expr, right: list[Any], left: list[Any], period: int | None) -> None:
    """Root, vectors with their scales, and period."""
    found = perron(A)
    assert (found.root.expr - root).expand().radsimp() == 0
    assert (found.right - Matrix(right)).applyfunc(lambda e: e.expand().radsimp()).is_zero_matrix
    assert (found.left - Matrix([left])).applyfunc(lambda e: e.expand().radsimp()).is_zero_matrix
    assert (found.period, found.is_irreducible, found.is_primitive) == (period, period is not None, period == 1)


def test_leslie() -> None:
    """A population: the root is one of a cubic, and the identities hold exactly."""
    found = perron([[0, 1, 5], ["1/2", 0, 0], [0, "2/5", 0]])
    lam = Symbol("lambda")
    assert found.root.minpoly.as_expr() == lam**3 - lam / 2 - 1
    assert float(found.root.enclosure(12).real) == pytest.approx(1.16537304306241)
    assert sum(map(float, found.right)) == pytest.approx(1)
    assert float((found.left * found.right)[0].evalf()) == pytest.approx(1)
    assert min(map(float, (*found.right, *found.left))) > 0


def test_a_part_with_the_same_root_that_is_not_alone() -> None:
    """{3} is basic and reached from {1}, which is basic too: only {1} has a right eigenvector; 2 is between them."""
    found = perron([[2, 1, 0], [0, 0, 1], [0, 0, 2]])
    assert list(found.right) == [1, 0, 0]
    assert list(found.left) == [0, 0, 1]


def test_the_period_is_the_number_of_peripheral_eigenvalues() -> None:
    """A cyclic matrix of period 4 with blocks of different sizes."""
    rows = [[0] * 6 for _ in range(6)]
    for i, j, weight in [(0, 1, 2), (0, 2, 1), (1, 3, 1), (2, 3, 3), (3, 4, 1), (3, 5, 2), (4, 0, 1), (5, 0, 5)]:
        rows[i][j] = weight
    assert perron(rows).period == len(spectral_radius(rows).eigenvalues) == 4


@pytest.mark.parametrize(
    ("A", "position", "entry"),
    [
        ([[1, 2], [-3, 4]], (2, 1), "-3"),
        ([[1, 2 * I], [3, 4]], (1, 2), "2*I"),
        ([[1, 1 - sqrt(2)], [0, 0]], (1, 2), "1 - sqrt(2)"),
        ([[1, I], [-1, 0]], (1, 2), "I"),
    ],
    ids=str,
)
def test_entries_that_are_not_allowed(A: Any, position: tuple[int, int], entry: str) -> None:
    """The first negative or non-real entry is named with its position."""
    with pytest.raises(NotNonnegativeError) as caught:
        perron(A)
    assert (caught.value.position, caught.value.entry) == (position, entry)


def test_refused() -> None:
    """Matrices without entries, with parameters, or not square."""
    with pytest.raises(InputError, match="0×0"):
        perron([])
    with pytest.raises(UndecidedError):
        perron([[Symbol("a"), 1], [1, 1]])
    with pytest.raises(UndecidedError):
        perron([[pi]])
    with pytest.raises(NotSquareError):
        perron([[1, 2]])


def test_pickles() -> None:
    """A result survives pickling."""
    found = perron([[0, 1, 5], ["1/2", 0, 0], [0, "2/5", 0]])
    assert pickle.loads(pickle.dumps(found)) == found


def test_powers_of_a_primitive_matrix_tend_to_the_product_of_the_vectors() -> None:
    """(A/ρ)ᵏ → x y for a stochastic matrix with rational vectors."""
    A = Matrix(3, 3, [5, 1, 2, 3, 6, 2, 2, 3, 6]) / 10
    found = perron(A)
    assert found.root.expr == 1
    limit = found.right * found.left
    assert max(abs(x) for x in (A**60 - limit).evalf()) < 1e-15
