"""symeig against SymPy's own eigenvalue methods, on matrices that SymPy answers quickly."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import I, Matrix, Poly, Symbol, sqrt

from symeig import eigensystem
from symeig.exact.eigenvalues import LAMBDA
from tests.strategies import Planted, integer_matrices, matrices_over, split_matrices

a = Symbol("a")


@given(st.integers(1, 5).flatmap(integer_matrices))
def test_characteristic_polynomial(rows: list[list[int]]) -> None:
    """The characteristic polynomial is that of Matrix.charpoly."""
    assert eigensystem(rows).charpoly.as_expr() == Matrix(rows).charpoly(LAMBDA).as_expr()


@pytest.mark.parametrize("name", ["QQ(i)", "QQ(sqrt2)", "QQ(a)"])
def test_characteristic_polynomial_over_other_fields(name: str) -> None:
    """The same over number fields and with parameters."""

    @given(matrices_over(name, max_size=3))
    def law(matrix: Planted) -> None:
        expected = Matrix(matrix.rows).charpoly(LAMBDA).as_expr()
        assert (eigensystem(matrix.rows).charpoly.as_expr() - expected).expand() == 0

    law()


@given(st.integers(1, 5).flatmap(lambda n: integer_matrices(n, bound=5)))
def test_factors(rows: list[list[int]]) -> None:
    """The irreducible factors are those that SymPy finds in the expanded polynomial."""
    chi = Poly(Matrix(rows).charpoly(LAMBDA).as_expr(), LAMBDA, domain="QQ")
    ours = Counter(dict(eigensystem(rows).charpoly.factors))
    assert ours == Counter({p.monic(): m for p, m in chi.factor_list()[1]})


@given(split_matrices(max_size=5))
def test_eigenvalues(matrix: Planted) -> None:
    """Integer eigenvalues and their multiplicities are those of Matrix.eigenvals."""
    spaces = eigensystem(matrix.rows).eigenspaces
    assert {s.eigenvalue.expr: s.algebraic_multiplicity for s in spaces} == Matrix(matrix.rows).eigenvals()


@given(split_matrices(max_size=4))
def test_jordan_blocks(matrix: Planted) -> None:
    """The Jordan blocks are those of Matrix.jordan_form."""
    blocks = Counter((s.eigenvalue.expr, k) for s in eigensystem(matrix.rows).eigenspaces for k in s.block_sizes)
    assert blocks == _blocks(Matrix(matrix.rows).jordan_form(calc_transform=False))


def _blocks(J: Matrix) -> Counter[tuple[Any, int]]:
    found, start = [], 0
    for i in range(J.rows):
        if i + 1 == J.rows or not J[i, i + 1]:
            found.append((J[i, i], i + 1 - start))
            start = i + 1
    return Counter(found)


@given(split_matrices(max_size=5))
def test_eigenspaces(matrix: Planted) -> None:
    """Eigenspaces are spanned by SymPy's nullspace of A − λ."""
    A = Matrix(matrix.rows)
    for space in eigensystem(matrix.rows).eigenspaces:
        kernel = (A - space.eigenvalue.expr * Matrix.eye(A.rows)).nullspace()
        assert Matrix.hstack(*kernel, *space.basis).rank() == len(kernel) == len(space.basis)


@pytest.mark.parametrize(
    "rows",
    [
        [[1, 2], [3, 4]],
        [[0, 1, 0], [0, 0, 1], [1, 0, 0]],
        [[I, 1], [0, -I]],
        [[sqrt(2), 1], [1, sqrt(2)]],
        [[a, 1], [1, a]],
        [[1, a], [0, 1]],
        [[2, 0, 1], [0, 2, 0], [0, 0, 2]],
    ],
    ids=str,
)
def test_same_numbers(rows: list[list[Any]]) -> None:
    """Eigenvalues of small matrices are the expressions of SymPy, up to how they are written."""
    ours = {s.eigenvalue.expr: s.algebraic_multiplicity for s in eigensystem(rows).eigenspaces}
    theirs = Matrix(rows).eigenvals()
    assert len(ours) == len(theirs)
    for value, multiplicity in ours.items():
        assert [m for x, m in theirs.items() if (x - value).simplify() == 0] == [multiplicity]
