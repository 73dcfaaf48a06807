"""Laws of singular values, each checked by other means than those that found them."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Expr, I, ImmutableMatrix, Matrix, diag, expand, eye, zeros

from symeig import eigensystem, svd
from tests.laws.arithmetic import approximate, close, matmul, rank
from tests.strategies import integer_matrices, symmetric_matrices, transposed

FEW = settings(max_examples=settings().max_examples // 3)


@st.composite
def rectangular(draw: st.DrawFn, max_size: int = 4, bound: int = 4) -> list[list[Any]]:
    """Integer matrices of any shape, many of them of low rank: products through a small space."""
    m, n = draw(st.integers(1, max_size)), draw(st.integers(1, max_size))
    if draw(st.booleans()):
        return draw(integer_matrices(m, n, bound=bound))
    r = draw(st.integers(1, 2))
    return matmul(draw(integer_matrices(m, r, bound=2)), draw(integer_matrices(r, n, bound=2)))


@st.composite
def complex_rectangular(draw: st.DrawFn) -> list[list[Any]]:
    """Small matrices of Gaussian integers of any shape."""
    m, n = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    real, imaginary = (draw(integer_matrices(m, n, bound=2)) for _ in range(2))
    return [[x + I * y for x, y in zip(u, v, strict=True)] for u, v in zip(real, imaginary, strict=True)]


@st.composite
def signed_permutations(draw: st.DrawFn, n: int) -> list[list[int]]:
    """Matrices with one ±1 in each row and column."""
    order = draw(st.permutations(range(n)))
    signs = draw(st.lists(st.sampled_from([1, -1]), min_size=n, max_size=n))
    return [[signs[i] if j == order[i] else 0 for j in range(n)] for i in range(n)]


def assert_decomposes(rows: list[list[Any]]) -> None:
    """A = U S Vᴴ, UᴴU = I, VᴴV = I, and S is diagonal, real, not negative and descending."""
    D = svd(rows)
    m, n = D.shape
    A, U, S, V = map(approximate, (D.matrix, *D))
    assert close(U * S * V.H, A)
    assert close(U.H * U, approximate(eye(m)))
    assert close(V.H * V, approximate(eye(n)))
    values = [S[i, i] for i in range(min(m, n))]
    assert all(S[i, j] == 0 for i in range(m) for j in range(n) if i != j)
    assert all(abs(x.imag) < 1e-40 for x in values)
    assert all(x.real > y.real - 1e-40 for x, y in zip(values, [*values[1:], 0], strict=True))


@FEW
@given(rectangular())
def test_decomposition(rows: list[list[int]]) -> None:
    """Integer matrices of any shape and rank are decomposed, in 50 digits."""
    assert_decomposes(rows)


@FEW
@given(complex_rectangular())
def test_decomposition_of_complex_matrices(rows: list[list[Any]]) -> None:
    """So are matrices of Gaussian integers."""
    assert_decomposes(rows)


@FEW
@given(
    st.lists(st.integers(-2, 2), min_size=3, max_size=3),
    st.lists(st.integers(-2, 2), min_size=3, max_size=3),
    st.lists(st.sampled_from([0, 1, 1, 2, 5]), min_size=3, max_size=3),
)
def test_planted_values(u: list[int], v: list[int], values: list[int]) -> None:
    """Reflected diagonal matrices have the planted singular values, repeated ones too; all identities are exact."""
    left, right = map(_reflection, (u, v))
    D = svd(left * diag(*values) * right)
    U, S, V = D
    assert D.singular_values == tuple(sorted(values, reverse=True))
    assert (U * S * V.T - D.matrix).applyfunc(expand) == zeros(3, 3)
    assert (U.T * U).applyfunc(expand) == (V.T * V).applyfunc(expand) == eye(3)


def _reflection(v: list[int]) -> ImmutableMatrix:
    column = ImmutableMatrix(v)
    norm = (column.T * column)[0]
    return eye(3) - (2 * column * column.T / norm if norm else zeros(3, 3))


@given(rectangular())
def test_penrose(rows: list[list[int]]) -> None:
    """A A⁺ A = A, A⁺ A A⁺ = A⁺, A A⁺ and A⁺ A are symmetric: exactly, in fractions."""
    A, X = ImmutableMatrix(rows), svd(rows).pseudoinverse
    assert A * X * A == A
    assert X * A * X == X
    assert (A * X).T == A * X
    assert (X * A).T == X * A
    assert svd(X).pseudoinverse == A


@FEW
@given(complex_rectangular())
def test_penrose_of_complex_matrices(rows: list[list[Any]]) -> None:
    """The same with conjugation."""
    A, X = ImmutableMatrix(rows), svd(rows).pseudoinverse
    for left, right in ((A * X * A, A), (X * A * X, X), ((A * X).H, A * X), ((X * A).H, X * A)):
        assert (left - right).applyfunc(expand) == zeros(*left.shape)


@given(rectangular())
def test_squares_add_up(rows: list[list[int]]) -> None:
    """Σσ² = Σ|aᵢⱼ|² exactly, read off the characteristic polynomial of the Gram matrix; the rank is that of A."""
    D = svd(rows)
    assert len(D.singular_values) == min(D.shape)
    trace = -D.gram.charpoly.poly.all_coeffs()[1]
    assert trace == sum(x**2 for row in rows for x in row)
    assert D.rank == rank(rows) == sum(x != 0 for x in D.singular_values)


@given(rectangular())
def test_transposition(rows: list[list[int]]) -> None:
    """A and Aᵀ have the same singular values and condition number, and (Aᵀ)⁺ = (A⁺)ᵀ."""
    D, other = svd(rows), svd(transposed(rows))
    assert D.singular_values == other.singular_values
    assert other.pseudoinverse == D.pseudoinverse.T
    assert D.condition_number == other.condition_number


@given(rectangular(), st.data())
def test_signed_permutations(rows: list[list[int]], data: st.DataObject) -> None:
    """Exchanging rows and columns, and changing their signs, changes no singular value."""
    left, right = (data.draw(signed_permutations(n)) for n in (len(rows), len(rows[0])))
    assert svd(matmul(matmul(left, rows), right)).singular_values == svd(rows).singular_values


@given(symmetric_matrices(max_size=4))
def test_symmetric_matrices(rows: list[list[int]]) -> None:
    """The singular values of a symmetric matrix are the moduli of its eigenvalues."""
    moduli = sorted(abs(complex(s.eigenvalue)) for s in eigensystem(rows).eigenspaces for _ in s.block_sizes)
    found = [float(x) for x in reversed(svd(rows).singular_values)]
    assert all(abs(x - y) < 1e-9 for x, y in zip(found, moduli, strict=True))


@given(integer_matrices(3, bound=4))
def test_determinant(rows: list[list[int]]) -> None:
    """The product of the squared singular values is the square of the determinant, exactly."""
    D, determinant = svd(rows), Matrix(rows).det()
    assert abs(D.gram.charpoly.as_expr().subs("lambda", 0)) == determinant**2
    if determinant:
        assert D.pseudoinverse == ImmutableMatrix(rows).inv()


@FEW
@given(rectangular(max_size=3), st.integers(-3, 3).filter(bool))
def test_scaling(rows: list[list[int]], c: int) -> None:
    """σ(cA) = |c|σ(A); the condition number does not change."""
    D, scaled = svd(rows), svd([[c * x for x in row] for row in rows])
    pairs = zip(D.singular_values, scaled.singular_values, strict=True)
    assert all(_same((abs(c) * x) ** 2, y**2) for x, y in pairs)
    assert _same(D.condition_number, scaled.condition_number)


def _same(x: Expr, y: Expr) -> bool:
    """Whether two numbers agree to 40 digits."""
    return x == y or abs((x - y).evalf(50, maxn=200)) < 1e-40 * (1 + abs(x.evalf(5)))
