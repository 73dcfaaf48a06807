"""Functions of matrices as SciPy, mpmath and SymPy have them, where they can."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import scipy.linalg
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import ImmutableMatrix, MatPow, Matrix, Symbol, simplify, zeros

from symeig import eigensystem
from tests.laws.arithmetic import DIGITS, approximate, close
from tests.strategies import Planted, integer_matrices, planted

n, t = Symbol("n"), Symbol("t")
N = Symbol("N", integer=True, nonnegative=True)

FEW = settings(max_examples=settings().max_examples // 3)


def is_close(found: ImmutableMatrix, expected: Any, relative: float) -> bool:
    """Whether a matrix agrees with one of doubles, relative to the largest entry."""
    exact = np.array([[complex(x) for x in row] for row in approximate(found).tolist()])
    return bool(np.abs(exact - expected).max(initial=0) <= relative * max(1, np.abs(exact).max(initial=0)))


@FEW
@given(planted(max_size=5))
def test_the_exponential_of_scipy(matrix: Planted) -> None:
    """`scipy.linalg.expm`, which needs no eigenvectors, gives the same for all structures."""
    A = np.array(matrix.rows, dtype=float) / 4
    assert is_close(eigensystem(matrix.rows).exp("1/4"), scipy.linalg.expm(A), 1e-9)


@FEW
@given(st.integers(1, 4).flatmap(integer_matrices))
def test_functions_of_scipy_for_random_matrices(rows: list[list[int]]) -> None:
    """`funm`, `sinm`, `cosm` where no eigenvalues meet, and `logm` and `sqrtm` where none is 0."""
    S = eigensystem(rows)
    A = np.array(rows, dtype=float)
    assert is_close(S.sin("1/4"), scipy.linalg.sinm(A / 4), 1e-9)
    assert is_close(S.cos("1/4"), scipy.linalg.cosm(A / 4), 1e-9)
    if all(c.algebraic_multiplicity == 1 for c in S.components):
        condition = np.linalg.cond(np.linalg.eig(A)[1])
        found = scipy.linalg.funm(A, lambda x: np.asarray(x) ** 3, disp=False)[0]
        assert is_close(S.apply(lambda x: x**3), found, 1e-12 * condition**2)
        # The principal values jump at the negative axis, where LAPACK's eigenvalues may lie on either side.
        if S.rank == len(rows) and not any(x.is_real and complex(x).real < 0 for x in S.eigenvalues):
            assert is_close(S.sqrt(), scipy.linalg.sqrtm(A), 1e-12 * condition**2)
            assert is_close(S.log(), scipy.linalg.logm(A), 1e-12 * condition**2)


@pytest.mark.parametrize("eigenvalue", [1, 2, 5])
@pytest.mark.parametrize("size", [2, 3, 4])
def test_functions_of_scipy_for_defective_matrices(eigenvalue: int, size: int) -> None:
    """`expm`, `sqrtm` and `logm` of a Jordan block, hidden by a similarity."""
    block = np.diag([float(eigenvalue)] * size) + np.diag([1.0] * (size - 1), 1)
    P = np.eye(size) + np.tril(np.ones((size, size)), -1)
    rows = np.rint(P @ block @ np.linalg.inv(P)).astype(int).tolist()
    S, A = eigensystem(rows), np.array(rows, dtype=float)
    assert [s.block_sizes for s in S.eigenspaces] == [(size,)]
    assert is_close(S.exp(), scipy.linalg.expm(A), 1e-12)
    # A block of size k costs them all but 1/k of their digits.
    assert is_close(S.sqrt(), scipy.linalg.sqrtm(A), 1e-3)
    assert is_close(S.log(), scipy.linalg.logm(A), 1e-3)


@FEW
@given(planted(max_size=4))
def test_functions_of_mpmath(matrix: Planted) -> None:
    """`expm`, `sinm`, `cosm` with 50 digits, defective matrices and implicit roots included."""
    S = eigensystem(matrix.rows)
    A = DIGITS.matrix(matrix.rows)
    assert close(approximate(S.exp()), DIGITS.expm(A))
    assert close(approximate(S.sin()), DIGITS.sinm(A))
    assert close(approximate(S.cos()), DIGITS.cosm(A))


@pytest.mark.parametrize(
    "rows", [[[4, 1], [1, 3]], [[4, 1], [0, 4]], [[1, -2], [2, 1]], [[6, 1, 0], [0, 6, 1], [1, 0, 6]]]
)
def test_roots_and_logarithms_of_mpmath(rows: list[list[int]]) -> None:
    """`sqrtm` and `logm` with many digits."""
    S = eigensystem(rows)
    A = DIGITS.matrix(rows)
    assert close(approximate(S.sqrt()), DIGITS.sqrtm(A))
    assert close(approximate(S.log()), DIGITS.logm(A))


@pytest.mark.parametrize(
    "rows", [[[2, 1], [2, 3]], [[2, 1], [0, 2]], [[1, 1], [1, 0]], [[3, -1, 1], [2, 0, 1], [1, -1, 2]]]
)
def test_sympy_where_it_can(rows: list[list[int]]) -> None:
    """Powers and exponentials of matrices that SymPy handles are equal to its own."""
    S, A = eigensystem(rows), Matrix(rows)
    nothing = zeros(len(rows), len(rows))
    assert (S.exp(t) - (A * t).exp()).applyfunc(simplify) == nothing
    for k in (1, 2, 7):
        assert close(approximate(S.power(n).subs(n, k)), approximate((A**N).subs(N, k)))


@pytest.mark.parametrize("rows", [[[0, 1], [0, 0]], [[1, -1], [-1, 1]], [[0, 1, 0], [0, 0, 1], [0, 0, 0]]])
def test_powers_of_singular_matrices_of_sympy(rows: list[list[int]]) -> None:
    """SymPy leaves Aⁿ of a singular matrix as it is, unless n is declared to be an integer ≥ 0; then it is the same."""
    A = Matrix(rows)
    assert isinstance(A**n, MatPow)
    for k in range(4):
        assert eigensystem(rows).power(n).subs(n, k) == (A**N).subs(N, k)
