"""Laws of the matrices P, J, D, C, Q, of projectors and of eigenvectors, each checked by schoolbook arithmetic."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import det
from sympy import I, ImmutableMatrix, diag, eye, zeros

from symeig import eigensystem
from symeig.errors import NotDiagonalizableError
from symeig.exact.eigensystem import Eigensystem
from tests.laws.arithmetic import approximate, assert_jordan_chains, close, matmul, minus, rank
from tests.strategies import (
    DOMAINS,
    Planted,
    hermitian_matrices,
    matrices_over,
    planted,
    rational_matrices,
    split_matrices,
    symmetric_matrices,
)

# For laws about expressions, which take longer than those about the base field.
FEW = settings(max_examples=settings().max_examples // 3)


@given(rational_matrices())
def test_jordan_chains(matrix: Planted) -> None:
    """Over the rationals the chains of every component are Jordan chains and together a basis."""
    assert_jordan_chains(eigensystem(matrix.rows))


@pytest.mark.parametrize("name", [name for name in DOMAINS if name != "QQ"])
def test_jordan_chains_over_other_fields(name: str) -> None:
    """The same over number fields and with parameters."""

    @given(matrices_over(name))
    def law(matrix: Planted) -> None:
        assert_jordan_chains(eigensystem(matrix.rows))

    law()


@given(split_matrices())
def test_jordan_decomposition_with_integer_eigenvalues(matrix: Planted) -> None:
    """A P = P J, P is invertible, and J has the planted blocks with ones above the diagonal."""
    S = eigensystem(matrix.rows)
    P, J = S.jordan()
    assert S.matrix * P == P * J
    assert P.rank() == S.dimension
    blocks = [_block(s.eigenvalue.expr, k) for s in S.eigenspaces for k in s.block_sizes]
    assert ImmutableMatrix(diag(*blocks)) == J


def _block(x: Any, k: int) -> ImmutableMatrix:
    return ImmutableMatrix(k, k, lambda i, j: x if i == j else int(j == i + 1))


@FEW
@given(planted(max_size=4))
def test_jordan_decomposition_with_any_eigenvalues(matrix: Planted) -> None:
    """A P = P J and P is invertible, for the expressions that are shown."""
    S = eigensystem(matrix.rows)
    A, P, J = map(approximate, (S.matrix, *S.jordan()))
    assert close(A * P, P * J)
    assert abs(det(P)) > 1e-12


@given(planted())
def test_diagonalization(matrix: Planted) -> None:
    """A matrix is diagonalizable exactly when all blocks have size 1; else a defective eigenvalue is named."""
    S = eigensystem(matrix.rows)
    defective = [s for s in S.eigenspaces if s.block_sizes[0] > 1]
    assert S.is_diagonalizable == (not defective)
    if not defective:
        assert S.diagonalize().D.is_diagonal()
        return
    with pytest.raises(NotDiagonalizableError) as caught:
        S.diagonalize()
    assert caught.value.eigenvalue in {s.eigenvalue for s in defective}
    assert caught.value.algebraic > caught.value.geometric


@given(rational_matrices())
def test_rational_form(matrix: Planted) -> None:
    """A P = P C over the base field, P is invertible, and C's blocks are the companion matrices of the powers."""
    S = eigensystem(matrix.rows)
    P, C = S.rational_form()
    assert S.matrix * P == P * C
    assert P.rank() == S.dimension
    at = 0
    for component in S.components:
        for k in component.block_sizes:
            size = component.degree * k
            block = C[at : at + size, at : at + size]
            power = (component.polynomial**k).all_coeffs()[:0:-1]
            assert block == _companion(power)
            at += size
    assert (C - diag(*_diagonal_blocks(C, S))).is_zero_matrix


def _companion(low: list[Any]) -> ImmutableMatrix:
    n = len(low)
    return ImmutableMatrix(n, n, lambda i, j: -low[i] if j == n - 1 else int(i == j + 1))


def _diagonal_blocks(C: ImmutableMatrix, S: Eigensystem) -> list[ImmutableMatrix]:
    blocks, at = [], 0
    for component in S.components:
        for k in component.block_sizes:
            size = component.degree * k
            blocks.append(C[at : at + size, at : at + size])
            at += size
    return blocks


@pytest.mark.parametrize("name", [name for name in DOMAINS if name != "QQ"])
def test_rational_form_over_other_fields(name: str) -> None:
    """A P = P C with invertible P over number fields and with parameters."""

    @FEW
    @given(matrices_over(name))
    def law(matrix: Planted) -> None:
        S = eigensystem(matrix.rows)
        P, C = ([[S.field.element(x) for x in X.row(i)] for i in range(S.dimension)] for X in S.rational_form())
        A = [[S.field.element(x) for x in row] for row in S.given.rows]
        assert not any(any(row) for row in minus(matmul(A, P), matmul(P, C)))
        assert rank(P) == S.dimension

    law()


@given(split_matrices(max_size=5))
def test_projectors_of_integer_eigenvalues(matrix: Planted) -> None:
    """Projectors add up to I, are idempotent, annihilate each other, commute with A, and leave a nilpotent part."""
    S = eigensystem(matrix.rows)
    projectors = S.projectors
    assert sum(projectors, zeros(S.dimension, S.dimension)) == eye(S.dimension)
    for i, (P, space) in enumerate(zip(projectors, S.eigenspaces, strict=True)):
        assert P * P == P
        assert all((P * Q).is_zero_matrix for Q in projectors[:i])
        assert S.matrix * P == P * S.matrix
        assert P.rank() == space.algebraic_multiplicity
        assert (P * (S.matrix - space.eigenvalue.expr * eye(S.dimension)) ** space.index).is_zero_matrix


@FEW
@given(planted(max_size=4))
def test_projectors_of_any_eigenvalues(matrix: Planted) -> None:
    """The same laws hold for irrational eigenvalues, in 40 digits."""
    S = eigensystem(matrix.rows)
    A, one, nothing = map(approximate, (S.matrix, eye(S.dimension), zeros(S.dimension, S.dimension)))
    projectors = list(map(approximate, S.projectors))
    assert close(sum(projectors, nothing), one)
    for i, (P, space) in enumerate(zip(projectors, S.eigenspaces, strict=True)):
        assert close(P * P, P)
        assert all(close(P * Q, nothing) for Q in projectors[:i])
        assert close(A * P, P * A)
        value = approximate(ImmutableMatrix([space.eigenvalue.expr]))[0]
        assert close(P * (A - value * one) ** space.index, nothing)


@given(split_matrices(max_size=5))
def test_left_eigenvectors_of_integer_eigenvalues(matrix: Planted) -> None:
    """y A = λ y for a basis of as many rows y as there are columns in the eigenspace."""
    S = eigensystem(matrix.rows)
    for space, rows in zip(S.eigenspaces, S.left_eigenvectors, strict=True):
        assert len(rows) == space.geometric_multiplicity
        assert all(y * S.matrix == space.eigenvalue.expr * y for y in rows)
        assert ImmutableMatrix.vstack(*rows).rank() == len(rows)


@FEW
@given(planted(max_size=4))
def test_left_and_right_eigenvectors_are_orthogonal(matrix: Planted) -> None:
    """y v = 0 for a left eigenvector y and a right eigenvector v of different eigenvalues."""
    S = eigensystem(matrix.rows)
    for left, rows in zip(S.eigenspaces, S.left_eigenvectors, strict=True):
        for right in S.eigenspaces:
            if left.eigenvalue != right.eigenvalue:
                products = [approximate(y) * approximate(v) for y in rows for v in right.basis]
                assert all(close(x, 0 * x) for x in products)


@FEW
@given(symmetric_matrices())
def test_orthogonal_diagonalization(rows: list[list[int]]) -> None:
    """QᵀQ = I and A Q = Q D with real D for a symmetric matrix."""
    S = eigensystem(rows)
    assert S.orthogonal().D.is_diagonal()
    A, Q, D = map(approximate, (S.matrix, *S.orthogonal()))
    assert close(Q.T * Q, approximate(eye(len(rows))))
    assert close(A * Q, Q * D)
    assert all(abs(x.imag) < 1e-30 for x in D)


@FEW
@given(
    st.lists(st.integers(-2, 2), min_size=4, max_size=4),
    st.lists(st.sampled_from([0, 1, 1, 3]), min_size=4, max_size=4),
)
def test_orthogonal_diagonalization_of_repeated_eigenvalues(v: list[int], spectrum: list[int]) -> None:
    """A reflected diagonal matrix has an orthonormal eigenbasis, with repeated eigenvalues as well."""
    column = ImmutableMatrix(v)
    norm = (column.T * column)[0]
    H = eye(4) - (2 * column * column.T / norm if norm else zeros(4, 4))
    Q, D = eigensystem(H * diag(*spectrum) * H).orthogonal()
    assert (Q.T * Q).applyfunc(lambda x: x.expand()) == eye(4)
    assert (H * diag(*spectrum) * H * Q - Q * D).applyfunc(lambda x: x.expand()).is_zero_matrix
    assert list(D.diagonal()) == sorted(spectrum)


@FEW
@given(hermitian_matrices())
def test_unitary_diagonalization(rows: list[list[Any]]) -> None:
    """QᴴQ = I and A Q = Q D with real D for a Hermitian matrix."""
    S = eigensystem(rows)
    A, Q, D = map(approximate, (S.matrix, *S.orthogonal()))
    assert close(Q.H * Q, approximate(eye(len(rows))))
    assert close(A * Q, Q * D)
    assert all(s.eigenvalue.is_real for s in S.eigenspaces)


@given(symmetric_matrices(max_size=4))
def test_skew_symmetric_times_i_is_hermitian(rows: list[list[int]]) -> None:
    """i(U − Uᵀ), U the part above the diagonal, is Hermitian: its eigenvalues are real and come in pairs ±λ."""
    n = len(rows)
    skew = [[I * (rows[i][j] if i < j else -rows[i][j] if i > j else 0) for j in range(n)] for i in range(n)]
    spaces = eigensystem(skew).eigenspaces
    assert all(s.eigenvalue.is_real for s in spaces)
    assert [s.block_sizes for s in spaces] == [s.block_sizes for s in spaces][::-1]
