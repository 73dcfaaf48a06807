"""Short bases depend on the span alone."""

from __future__ import annotations

from itertools import combinations
from math import gcd

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symeig.exact.lattices import primitive, short_basis
from tests.laws.arithmetic import determinant, matmul, rank
from tests.strategies import integer_matrices, transposed


@pytest.mark.parametrize(
    ("given_vector", "expected"),
    [
        ([0, -4, 6], (0, 2, -3)),
        ([3], (1,)),
        ([-3], (1,)),
        ([0, 0], (0, 0)),
        ([2, 3], (2, 3)),
        ([0, -1, 5], (0, 1, -5)),
    ],
    ids=str,
)
def test_primitive(given_vector: list[int], expected: tuple[int, ...]) -> None:
    """Coprime entries, the first that is not zero positive."""
    assert primitive(given_vector) == expected


@st.composite
def independent(draw: st.DrawFn) -> list[list[int]]:
    """Linearly independent integer vectors: a unit triangular matrix beside anything."""
    r, n = draw(st.integers(1, 3)), draw(st.integers(3, 5))
    rows = draw(integer_matrices(r, n, bound=6))
    return [[(2 if i == j else 0) if j <= i else x for j, x in enumerate(row)] for i, row in enumerate(rows)]


@st.composite
def unimodular(draw: st.DrawFn, r: int) -> list[list[int]]:
    """Integer matrices of determinant 1."""
    lower, upper = (draw(integer_matrices(r, bound=2)) for _ in "LU")
    return matmul(
        [[int(i == j) if j >= i else x for j, x in enumerate(row)] for i, row in enumerate(lower)],
        [[int(i == j) if j <= i else x for j, x in enumerate(row)] for i, row in enumerate(upper)],
    )


@given(independent())
def test_basis_is_a_saturated_basis_of_the_span(vectors: list[list[int]]) -> None:
    """As many vectors, the same span, all primitive, and no integer point of the span is missed."""
    basis = short_basis(vectors)
    assert len(basis) == len(vectors)
    assert rank([*vectors, *basis]) == rank(basis) == len(basis)
    assert all(gcd(*v) == 1 for v in basis)
    # The r×r minors of a saturated lattice are coprime (Smith's normal form).
    n, r = len(basis[0]), len(basis)
    minors = [determinant([[v[j] for j in chosen] for v in basis]) for chosen in combinations(range(n), r)]
    assert gcd(*map(int, minors)) == 1


@given(st.data())
def test_basis_depends_on_the_span_alone(data: st.DataObject) -> None:
    """Another basis of the same subspace gives the same short basis."""
    vectors = data.draw(independent())
    r = len(vectors)
    factor = data.draw(st.integers(1, 4))
    others = matmul(data.draw(unimodular(r)), vectors)
    others = [[factor * x for x in others[0]], *others[1:]]
    assert short_basis(others) == short_basis(vectors)


@given(independent())
def test_basis_is_in_order(vectors: list[list[int]]) -> None:
    """The shortest vector comes first, and each starts with a positive entry."""
    basis = short_basis(vectors)
    lengths = [sum(x * x for x in v) for v in basis]
    assert lengths == sorted(lengths)
    assert all(next(x for x in v if x) > 0 for v in basis)


def test_short_vectors_are_found() -> None:
    """A planted short basis is found behind large combinations of it."""
    hidden = [[1, 0, 0, 1], [0, 1, 0, -1]]
    basis = short_basis(
        [
            [1000 * x + 999 * y for x, y in zip(*hidden, strict=True)],
            [1001 * x + 1000 * y for x, y in zip(*hidden, strict=True)],
        ]
    )
    assert basis == [(1, 0, 0, 1), (0, 1, 0, -1)]


def test_columns_of_a_large_kernel() -> None:
    """The integer points with coordinates adding up to 0 have a basis of differences."""
    n = 6
    vectors = transposed([[int(i == j) for j in range(n - 1)] for i in range(n - 1)] + [[-1] * (n - 1)])
    assert all(sorted(v) == [-1, 0, 0, 0, 0, 1] for v in short_basis(vectors))
