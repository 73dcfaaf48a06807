"""What was planted is found, and what is known of one matrix tells what is true of its relatives."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symeig import eigensystem
from tests.strategies import (
    DOMAINS,
    Planted,
    Structure,
    block_sum,
    found,
    integer_matrices,
    matrices_over,
    planted,
    primitive,
    rational_matrices,
    similar,
    similarities,
    split_matrices,
    transposed,
)


def solve(rows: list[list[object]]) -> Structure:
    """The structure that symeig finds."""
    return found(eigensystem(rows))


@given(planted())
def test_integer_matrices(matrix: Planted) -> None:
    """Irreducible factors and block sizes of an integer matrix are those that were planted."""
    assert solve(matrix.rows) == matrix.structure


@given(planted(min_size=8, max_size=14))
def test_larger_integer_matrices(matrix: Planted) -> None:
    """Nothing changes with several components and blocks at once."""
    assert solve(matrix.rows) == matrix.structure


@given(rational_matrices())
def test_rational_matrices(matrix: Planted) -> None:
    """Denominators are cleared and put back."""
    assert solve(matrix.rows) == matrix.structure


@given(split_matrices())
def test_integer_eigenvalues(matrix: Planted) -> None:
    """With integer eigenvalues every component has degree 1, and components come in increasing order."""
    S = eigensystem(matrix.rows)
    assert found(S) == matrix.structure
    eigenvalues = [-c.coefficients[0] for c in S.components]
    assert eigenvalues == sorted(eigenvalues)


@pytest.mark.parametrize("name", [name for name in DOMAINS if name != "QQ"])
def test_other_fields(name: str) -> None:
    """Over number fields and with parameters the planted structure is found too."""

    @given(matrices_over(name))
    def law(matrix: Planted) -> None:
        assert solve(matrix.rows) == matrix.structure

    law()


@given(st.data())
def test_similarity(data: st.DataObject) -> None:
    """Similar matrices have the same structure."""
    n = data.draw(st.integers(1, 5))
    A = data.draw(integer_matrices(n, bound=3))
    assert solve(similar(A, data.draw(similarities(n)))) == solve(A)


@given(planted())
def test_transpose(matrix: Planted) -> None:
    """A matrix and its transpose have the same structure."""
    assert solve(transposed(matrix.rows)) == matrix.structure


@given(planted(), st.fractions(-5, 5, max_denominator=6))
def test_shift(matrix: Planted, c: Fraction) -> None:
    """Adding c·I adds c to every eigenvalue and changes no block."""
    shifted = [[x + c * (i == j) for j, x in enumerate(row)] for i, row in enumerate(matrix.rows)]
    assert solve(shifted) == {_moved(p, c): sizes for p, sizes in matrix.structure.items()}


def _moved(p: tuple[int, ...], c: Fraction) -> tuple[int, ...]:
    """The primitive polynomial p(x − c)."""
    total = [Fraction(0)]
    for coefficient in reversed(p):
        total = [x - c * y for x, y in zip([Fraction(0), *total], [*total, Fraction(0)], strict=True)]
        total[0] += coefficient
    while not total[-1]:
        total.pop()
    return primitive([int(x * c.denominator ** (len(p) - 1)) for x in total])


@given(planted(), st.integers(1, 9), st.integers(1, 9), st.sampled_from([1, -1]))
def test_scaling(matrix: Planted, numerator: int, denominator: int, sign: int) -> None:
    """Multiplying by c ≠ 0 multiplies every eigenvalue by c and changes no block."""
    c = Fraction(sign * numerator, denominator)
    expected = {_stretched(p, c): sizes for p, sizes in matrix.structure.items()}
    assert solve([[c * x for x in row] for row in matrix.rows]) == expected


def _stretched(p: tuple[int, ...], c: Fraction) -> tuple[int, ...]:
    """The primitive polynomial whose roots are those of p times c."""
    d = len(p) - 1
    return primitive([int(x * c.numerator ** (d - i) * c.denominator**i) for i, x in enumerate(p)])


@given(planted(max_size=5), planted(max_size=5))
def test_block_sum(left: Planted, right: Planted) -> None:
    """The blocks of a block diagonal matrix are those of its parts together."""
    together = {
        p: tuple(sorted((*left.structure.get(p, ()), *right.structure.get(p, ())), reverse=True))
        for p in {**left.structure, **right.structure}
    }
    assert solve(block_sum(left.rows, right.rows)) == together


@given(planted(max_size=5))
def test_inverse(matrix: Planted) -> None:
    """The inverse of A, read off its characteristic polynomial, has the reciprocal eigenvalues with the same blocks."""
    S = eigensystem(matrix.rows)
    if S.rank < S.dimension:
        return
    inverse = S.matrix.inv()
    assert found(eigensystem(inverse)) == {primitive(p[::-1]): sizes for p, sizes in matrix.structure.items()}


@given(planted(max_size=4), st.integers(2, 3))
def test_copies(matrix: Planted, count: int) -> None:
    """The Kronecker product with an identity matrix repeats every block."""
    n = len(matrix.rows)
    interleaved = [
        [matrix.rows[i // count][j // count] * (i % count == j % count) for j in range(count * n)]
        for i in range(count * n)
    ]
    expected = {p: tuple(sorted(sizes * count, reverse=True)) for p, sizes in matrix.structure.items()}
    assert solve(interleaved) == expected


@given(st.permutations(range(6)), planted(min_size=6, max_size=6))
def test_numbering_of_the_basis(order: list[int], matrix: Planted) -> None:
    """Renumbering rows and columns in the same way changes nothing."""
    assert solve([[matrix.rows[i][j] for j in order] for i in order]) == matrix.structure
