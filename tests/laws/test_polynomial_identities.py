"""Identities between a matrix and its characteristic and minimal polynomial."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import prod
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symeig import eigensystem
from symeig.exact.polynomials import FactoredPolynomial
from tests.laws.arithmetic import determinant, matmul, polynomial_at, rank, trace
from tests.strategies import DOMAINS, Planted, integer_matrices, matrices_over, planted, rational_matrices


def over_the_rationals(p: FactoredPolynomial) -> list[Fraction]:
    """The coefficients as fractions, the constant one first."""
    return [Fraction(int(c.numerator), int(c.denominator)) for c in p.coefficients]


def is_zero(A: list[list[Any]]) -> bool:
    """Whether all entries vanish."""
    return not any(any(row) for row in A)


@given(rational_matrices())
def test_cayley_hamilton(matrix: Planted) -> None:
    """A matrix is a root of its characteristic polynomial, which is monic of degree n."""
    chi = over_the_rationals(eigensystem(matrix.rows).charpoly)
    assert chi[-1] == 1
    assert len(chi) == len(matrix.rows) + 1
    assert is_zero(polynomial_at(chi, matrix.rows))


@given(rational_matrices())
def test_minimal_polynomial(matrix: Planted) -> None:
    """A is a root of its minimal polynomial μ, and of no quotient μ/p by an irreducible factor."""
    S = eigensystem(matrix.rows)
    assert is_zero(polynomial_at(over_the_rationals(S.minpoly), matrix.rows))
    for p, _ in S.minpoly.powers:
        fewer = tuple((q, k - (q == p)) for q, k in S.minpoly.powers)
        quotient = FactoredPolynomial(S.field, tuple((q, k) for q, k in fewer if k))
        assert not is_zero(polynomial_at(over_the_rationals(quotient), matrix.rows))


@pytest.mark.parametrize("name", [name for name in DOMAINS if name != "QQ"])
def test_cayley_hamilton_over_other_fields(name: str) -> None:
    """The minimal polynomial annihilates the matrix over every field."""

    @given(matrices_over(name))
    def law(matrix: Planted) -> None:
        S = eigensystem(matrix.rows)
        A = [[S.field.element(x) for x in row] for row in S.given.rows]
        assert is_zero(polynomial_at(S.minpoly.coefficients, A))

    law()


@given(st.data())
def test_products_in_either_order(data: st.DataObject) -> None:
    """For A of shape m×n and B of shape n×m, m ≤ n: xⁿ⁻ᵐ χ(AB) = χ(BA)."""
    m = data.draw(st.integers(1, 4))
    n = data.draw(st.integers(m, 5))
    A, B = data.draw(integer_matrices(m, n, bound=4)), data.draw(integer_matrices(n, m, bound=4))
    small, large = (eigensystem(matmul(*pair)).charpoly.coefficients for pair in ((A, B), (B, A)))
    assert large == (0,) * (n - m) + small


@given(st.data())
def test_nonzero_blocks_of_products(data: st.DataObject) -> None:
    """AB and BA have the same blocks at every eigenvalue but 0 (Flanders)."""
    n = data.draw(st.integers(1, 4))
    A, B = (data.draw(planted(min_size=n, max_size=n)).rows for _ in "AB")
    left, right = (
        {c.coefficients: c.block_sizes for c in eigensystem(product).components}
        for product in (matmul(A, B), matmul(B, A))
    )
    left.pop((0, 1), None)
    right.pop((0, 1), None)
    assert left == right


@given(rational_matrices())
def test_trace_and_determinant(matrix: Planted) -> None:
    """The trace and the determinant are, up to sign, the second and the last coefficient of χ."""
    n = len(matrix.rows)
    chi = over_the_rationals(eigensystem(matrix.rows).charpoly)
    assert chi[n - 1] == -trace(matrix.rows)
    assert chi[0] == (-1) ** n * determinant(matrix.rows)


@given(rational_matrices(max_size=5))
def test_trace_and_determinant_in_balls(matrix: Planted) -> None:
    """Σλ and Πλ, each λ as often as its multiplicity, enclose the trace and the determinant."""
    spaces = eigensystem(matrix.rows).eigenspaces
    values = [complex(s.eigenvalue) for s in spaces for _ in range(s.algebraic_multiplicity)]
    assert sum(values) == pytest.approx(complex(trace(matrix.rows)), abs=1e-9)
    assert prod(values) == pytest.approx(complex(determinant(matrix.rows)), rel=1e-9, abs=1e-9)


@given(planted(max_size=7))
def test_rank(matrix: Planted) -> None:
    """The rank is n minus the geometric multiplicity of 0, never less than the number of non-zero eigenvalues."""
    S = eigensystem(matrix.rows)
    zeros = [s for s in S.eigenspaces if s.eigenvalue.minpoly.as_expr() == s.eigenvalue.minpoly.gen]
    assert S.rank == rank(matrix.rows) == len(matrix.rows) - sum(s.geometric_multiplicity for s in zeros)
    assert S.rank >= sum(s.algebraic_multiplicity for s in S.eigenspaces if s not in zeros)


@given(rational_matrices())
def test_nullities_of_powers(matrix: Planted) -> None:
    """For a rational λ the ranks of (A − λ)ᵏ drop by the Weyr characteristic."""
    n = len(matrix.rows)
    for space in eigensystem(matrix.rows).eigenspaces:
        if space.component.degree > 1:
            continue
        c0, c1 = space.component.coefficients
        N = polynomial_at([Fraction(c0, c1), 1], matrix.rows)
        ranks = [n, *(rank(polynomial_at([0] * k + [1], N)) for k in range(1, space.index + 2))]
        assert tuple(x - y for x, y in pairwise(ranks)) == (*space.weyr, 0)
