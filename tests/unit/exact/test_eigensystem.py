"""The result as a whole: small cases, readings of floats, what it says of itself."""

from __future__ import annotations

import warnings
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product
from typing import Any

import numpy as np
import pytest
from sympy import I, ImmutableMatrix, Matrix, Rational, Symbol, eye, sqrt

from symeig import Eigensystem, eigensystem
from symeig.errors import BudgetExceededError, InputError, NotSquareError
from symeig.exact import proved
from symeig.exact.eigensystem import FloatReadingWarning
from tests.strategies import block_sum, hypercompanion

a = Symbol("a")

EMPTY = [[], np.zeros((0, 0)), Matrix(0, 0, []), ()]


@pytest.mark.parametrize("given", EMPTY, ids=lambda e: type(e).__name__)
def test_empty_matrix(given: Any) -> None:
    """The 0×0 matrix has characteristic and minimal polynomial 1, no eigenvalues, and empty decompositions."""
    S = eigensystem(given)
    assert S.dimension == S.rank == 0
    assert S.charpoly.as_expr() == S.minpoly.as_expr() == S.charpoly.factored() == 1
    assert S.eigenvalues == S.eigenspaces == S.components == S.projectors == S.left_eigenvectors == S.conditions == ()
    assert S.is_diagonalizable
    empty = ImmutableMatrix(0, 0, [])
    for pair in (S.jordan(), S.diagonalize(), S.rational_form(), S.orthogonal()):
        assert list(pair) == [empty, empty]


@pytest.mark.parametrize("x", [0, 7, Rational(-3, 4), sqrt(2), I, a, 1 / a], ids=str)
def test_one_entry(x: Any) -> None:
    """A 1×1 matrix has its entry as eigenvalue and (1) as eigenvector."""
    S = eigensystem([[x]])
    (space,) = S.eigenspaces
    assert space.eigenvalue.expr == x
    assert space.basis == (ImmutableMatrix([[1]]),)
    assert list(S.jordan()) == [ImmutableMatrix([[1]]), ImmutableMatrix([[x]])]
    assert S.rank == (0 if x == 0 else 1)


@pytest.mark.parametrize(
    "rows",
    [
        [[2, 1], [2, 3]],
        [["2", "1"], ["2", "3"]],
        ((2, 1), (2, 3)),
        [[Fraction(2), Decimal(1)], [Rational(2), 3.0]],
        np.array([[2, 1], [2, 3]]),
        np.array([[2.0, 1.0], [2.0, 3.0]]),
        Matrix([[2, 1], [2, 3]]),
        ImmutableMatrix([[2, 1], [2, 3]]),
        "2 1; 2 3",
        "[[2, 1], [2, 3]]",
    ],
    ids=lambda r: type(r).__name__,
)
def test_ways_to_give_a_matrix(rows: Any) -> None:
    """Lists, texts, arrays and SymPy matrices are one and the same matrix."""
    assert eigensystem(rows).components == eigensystem([[2, 1], [2, 3]]).components


def test_eigenspace_of_a_derogatory_matrix() -> None:
    """Multiplicities, index, Weyr characteristic and chains of blocks 3, 1 and 1."""
    rows = block_sum([[2, 1, 0], [0, 2, 1], [0, 0, 2]], [[2]], [[2]], [[5]])
    two, five = eigensystem(rows).eigenspaces
    assert (two.algebraic_multiplicity, two.geometric_multiplicity, two.index) == (5, 3, 3)
    assert (two.block_sizes, two.weyr) == ((3, 1, 1), (3, 1, 1))
    assert (two.is_defective, two.is_semisimple) == (True, False)
    assert (five.is_defective, five.is_semisimple) == (False, True)
    assert list(map(len, two.chains)) == [3, 1, 1]
    A, shifted = ImmutableMatrix(rows), ImmutableMatrix(rows) - 2 * eye(6)
    for chain in two.chains:
        assert (shifted * chain[0]).is_zero_matrix
        assert all(shifted * later == earlier for earlier, later in pairwise(chain))
    assert A * five.basis[0] == 5 * five.basis[0]


def partitions(n: int, largest: int | None = None) -> list[tuple[int, ...]]:
    """All descending tuples of positive integers with the sum n."""
    if not n:
        return [()]
    return [(k, *rest) for k in range(min(n, largest or n), 0, -1) for rest in partitions(n - k, k)]


@pytest.mark.parametrize("n", range(1, 8))
def test_nilpotent_matrices_of_every_type(n: int) -> None:
    """For every partition of n there is a nilpotent matrix, and its blocks and Weyr characteristic are found."""
    for sizes in partitions(n):
        rows = block_sum(*(hypercompanion((0, 1), k) for k in sizes))
        # Hidden by renumbering and one shear for each pair of neighbours.
        order = [*range(0, n, 2), *range(1, n, 2)]
        rows = [[rows[i][j] for j in order] for i in order]
        (space,) = eigensystem(rows).eigenspaces
        assert space.block_sizes == sizes
        assert space.weyr == tuple(sum(k >= j for k in sizes) for j in range(1, sizes[0] + 1))
        assert eigensystem(rows).minpoly.degree == sizes[0]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_zero_one_matrices(size: int) -> None:
    """All 0-1 matrices of a small size: multiplicities add up, and A P = P C over the rationals."""
    for entries in product((0, 1), repeat=size * size):
        S = eigensystem([entries[i * size : (i + 1) * size] for i in range(size)])
        assert sum(s.algebraic_multiplicity for s in S.eigenspaces) == size
        P, C = S.rational_form()
        assert S.matrix * P == P * C
        assert P.rank() == size
        assert S.rank == S.matrix.rank()


LARGE = {
    "identity": ([[int(i == j) for j in range(40)] for i in range(40)], [(1, (1,) * 40)]),
    "zero": ([[0] * 40] * 40, [(0, (1,) * 40)]),
    "ones": ([[1] * 30] * 30, [(0, (1,) * 29), (30, (1,))]),
    "diagonal": ([[(i + 1) * (i == j) for j in range(60)] for i in range(60)], [(i + 1, (1,)) for i in range(60)]),
    "shift": ([[int(j == i + 1) for j in range(30)] for i in range(30)], [(0, (30,))]),
    "large entries": ([[10**30, 1], [0, 10**30]], [(10**30, (2,))]),
    "small entries": ([[Fraction(1, 10**30), 1], [0, 0]], [(0, (1,)), (Rational(1, 10**30), (1,))]),
    "triangle": (
        [[(i // 2) * (i == j) + (j > i) for j in range(12)] for i in range(12)],
        [(i, (2,)) for i in range(6)],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), LARGE.values(), ids=LARGE)
def test_large_simple_matrices(rows: list[list[Any]], expected: list[tuple[Any, tuple[int, ...]]]) -> None:
    """Structure of large matrices that are simple to understand."""
    assert [(s.eigenvalue.expr, s.block_sizes) for s in eigensystem(rows).eigenspaces] == expected


def test_permutation_matrix() -> None:
    """A permutation with cycles of lengths 2, 3, 5, 6 and 14 has the roots of unity of these orders, all semisimple."""
    cycles, n = (2, 3, 5, 6, 14), 30
    rows = block_sum(*([[int(j == (i + 1) % k) for j in range(k)] for i in range(k)] for k in cycles))
    S = eigensystem(rows)
    assert S.dimension == n
    assert S.is_diagonalizable
    multiplicity = {c.polynomial.eval(1): c.algebraic_multiplicity for c in S.components if c.degree == 1}
    assert multiplicity == {0: len(cycles), 2: 3}
    assert sum(c.degree * c.algebraic_multiplicity for c in S.components) == n


def test_hilbert_matrix() -> None:
    """The Hilbert matrix of order 12 has 12 different positive eigenvalues and one irreducible factor."""
    S = eigensystem([[Fraction(1, i + j + 1) for j in range(12)] for i in range(12)])
    assert [c.degree for c in S.components] == [12]
    assert all(e.is_real and complex(e).real > 0 for e in S.eigenvalues)


def test_same_order_each_time() -> None:
    """Equal matrices given in different ways have eigenvalues in the same order."""
    rows = [[0, 1, 0, 0], [-1, 0, 0, 0], [0, 0, 3, 1], [0, 0, 1, 3]]
    first = eigensystem(rows).eigenvalues
    assert [eigensystem(np.array(rows)).eigenvalues, eigensystem(Matrix(rows)).eigenvalues] == [first, first]
    assert [str(e) for e in first] == ["2", "4", "−i", "i"]


def test_decimal_and_binary_floats() -> None:
    """0.1 is one tenth, or the number that is stored."""
    decimal, binary = (eigensystem([[0.1]], floats=reading) for reading in ("decimal", "binary"))
    assert decimal.eigenvalues[0].expr == Rational(1, 10)
    assert binary.eigenvalues[0].expr == Rational(3602879701896397, 36028797018963968)
    assert (decimal.given.floats, binary.given.floats) == ("decimal", "binary")


@pytest.mark.parametrize(
    ("rows", "differ"),
    [
        ([[0.1, 0.3], [0.7, 2.1]], True),
        ([[0.1, 1.0], [0.0, 0.1]], False),
        ([[0.1 + 0.2, 1.0], [0.0, 0.3]], False),
        ([[0.1, 1.0, 0.0], [0.0, 0.2, 0.0], [0.0, 0.0, 0.3]], False),
        ([[0.5, 0.25], [0.125, 2.0]], False),
        ([[1.0, 2.0], [3.0, 4.0]], False),
    ],
    ids=str,
)
def test_warning_where_readings_differ(rows: list[list[float]], differ: bool) -> None:
    """Floats read as decimals: a warning is given where the doubles have another rank or other block sizes."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        eigensystem(rows)
    assert [w.category for w in caught] == [FloatReadingWarning] * differ
    assert all(w.filename == __file__ for w in caught)


@pytest.mark.parametrize("reading", ["binary", "error"])
def test_no_warning_for_those_who_chose(reading: str) -> None:
    """Who asks for the doubles, or rules floats out, is not warned."""
    rows = [[0.1, 0.3], [0.7, 2.1]] if reading == "binary" else [["0.1", "0.3"], ["0.7", "2.1"]]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        eigensystem(rows, floats=reading)


def test_equal_floats_may_have_other_structure() -> None:
    """[[0.1, 0.3], [0.7, 2.1]] is singular as decimals and regular as doubles."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FloatReadingWarning)
        assert eigensystem([[0.1, 0.3], [0.7, 2.1]]).rank == 1
        assert eigensystem([[0.1, 0.3], [0.7, 2.1]], floats="binary").rank == 2


def test_unknown_reading() -> None:
    """Another word for `floats` is refused with the three that exist."""
    with pytest.raises(InputError, match="'decimal', 'binary' or 'error'"):
        eigensystem([[0.5]], floats="exact")


@pytest.mark.parametrize("shape", [(1, 2), (3, 2), (0, 2)])
def test_not_square(shape: tuple[int, int]) -> None:
    """A matrix with different numbers of rows and columns is refused with its shape."""
    with pytest.raises(NotSquareError) as caught:
        eigensystem(np.zeros(shape))
    assert caught.value.shape == shape


def test_memory_is_refused_before_any_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dense matrix whose eigenvectors would not fit is refused without computing anything."""
    monkeypatch.setattr(proved, "primary_components", lambda *_: pytest.fail("work was begun"))
    with pytest.raises(BudgetExceededError) as caught:
        eigensystem([[10**9] * 1000] * 1000)
    assert caught.value.what == "memory"
    assert caught.value.spent > caught.value.limit


def test_representations() -> None:
    """repr is short and shows the matrix; eigenvalues are shown as a reader would write them."""
    S = eigensystem([[1, 1], [1, 0]])
    assert repr(S) == "Eigensystem([[1, 1], [1, 0]])"
    assert isinstance(S, Eigensystem)
    assert str(S.eigenvalues[1]) in {"1/2 + √5/2", "(1 + √5)/2"}
    assert "sqrt{5}" in S.eigenvalues[1]._repr_latex_()


def test_decompositions_unpack() -> None:
    """Each decomposition is a pair that unpacks, with its parts by name."""
    S = eigensystem([[2, 1], [1, 2]])
    for pair, names in ((S.jordan(), "PJ"), (S.diagonalize(), "PD"), (S.rational_form(), "PC"), (S.orthogonal(), "QD")):
        first, second = pair
        assert (first, second) == tuple(getattr(pair, name) for name in names)


def test_eigenvalues_as_keys() -> None:
    """Equal eigenvalues of different matrices are equal and have the same hash; different ones are not."""
    first, second = (eigensystem(rows).eigenvalues for rows in ([[1, 1], [1, 0]], [[2, 1], [1, 1]]))
    third = eigensystem([[0, 1], [1, 1]]).eigenvalues
    assert first == third
    assert set(first) == set(third)
    assert not set(first) & set(second)
