"""D. Cavar's notebook "Linear Algebra: Eigenvectors and Eigenvalues", with its conditions put right."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, eye, symbols

from symeig import eigensystem, iterate, rayleigh, solve
from symeig.errors import NotDiagonalizableError
from tests.lessons.rows import shows
from tests.lessons.test_eigendecompositions import matrices, symmetric

ACCOUNTS, DEFINITION, PROPERTIES = "Interest accounts", "Definition", "Properties"
TOGETHER, SYMMETRIC, MAXIMUM = "AX = XΛ", "Symmetric matrices", "Maximisation"

lam, c, t = symbols("lambda c t")

A = [["1.05", 0], [0, "1.03"]]


# --- accounts -------------------------------------------------------------------------------------------------------


@shows(ACCOUNTS, "number", "100 on each account: 105 and 103 after one year, 110.25 and 106.09 after two")
def test_two_years() -> None:
    """Exact decimals."""
    assert iterate(A, [100, 100], 1) == Matrix([105, 103])
    assert iterate(A, [100, 100], 2) == Matrix([Rational(11025, 100), Rational(10609, 100)])


@shows(ACCOUNTS, "formula", "x⁽¹⁰⁰⁾ = A⋯A x⁽⁰⁾ = A¹⁰⁰x⁽⁰⁾")
def test_hundred_years() -> None:
    """A hundred steps one after the other, the power, and the formula for every year."""
    B, x = Matrix(2, 2, [Rational(105, 100), 0, 0, Rational(103, 100)]), Matrix([100, 100])
    for _ in range(100):
        x = B * x
    assert iterate(A, [100, 100], 100) == x == eigensystem(A).power(100) * Matrix([100, 100])
    assert iterate(A, [100, 100], t).subs(t, 100) == x


@shows(
    ACCOUNTS,
    "number",
    "A¹⁰⁰ = diag(131.50125784630401, 19.218631980856298)",
    corrected="Exact: 131.50125784630345… and 19.21863198085624…; the doubles differ from the 15th and 16th digit on",
)
def test_hundredth_power() -> None:
    """The printed numbers are the powers of the doubles; the exact ones agree in fourteen digits."""
    power = eigensystem(A).power(100)
    assert (1.05**100, 1.03**100) == (131.50125784630401, 19.218631980856298)
    assert power == diag(Rational(21, 20) ** 100, Rational(103, 100) ** 100)
    assert str(power[0, 0].n(20)).startswith("131.50125784630345")
    assert str(power[1, 1].n(20)).startswith("19.21863198085624")


# --- definition -----------------------------------------------------------------------------------------------------


@shows(DEFINITION, "definition", "Ax = λx, x ≠ 0, with λ ∈ ℂ and x ∈ ℂⁿ for a real A")
def test_complex_eigenvalues_of_a_real_matrix() -> None:
    """A rotation has no real ones, and complex ones with complex vectors."""
    spaces = eigensystem([[0, -1], [1, 0]]).eigenspaces
    assert not any(s.eigenvalue.is_real for s in spaces)
    for s in spaces:
        assert Matrix([[0, -1], [1, 0]]) * s.basis[0] == (s.eigenvalue.expr * s.basis[0]).expand()


@shows(
    DEFINITION,
    "formula",
    "A(cx) = λ(cx): multiples of an eigenvector are eigenvectors",
    corrected="For c ≠ 0 only",
)
@given(matrices(2))
def test_multiples(M: Any) -> None:
    """With a letter for the factor."""
    for s in eigensystem(M).eigenspaces:
        x = s.basis[0]
        residual = (M * (c * x) - s.eigenvalue.expr * c * x).applyfunc(lambda e: e.expand().radsimp().expand())
        assert residual == Matrix.zeros(2, 1)


@shows(DEFINITION, "definition", "the eigenspace {x : Ax = λx}")
@given(matrices(3))
def test_eigenspace(M: Any) -> None:
    """For rational eigenvalues: the basis spans the kernel of A − λI."""
    for s in eigensystem(M).eigenspaces:
        if s.eigenvalue.expr.is_Rational:
            B = M - s.eigenvalue.expr * eye(3)
            assert all(B * v == Matrix.zeros(3, 1) for v in s.basis)
            assert Matrix.hstack(*s.basis).rank() == len(s.basis) == 3 - B.rank() == s.geometric_multiplicity


@shows(DEFINITION, "example", "the accounts: 1.05 with (1, 0), 1.03 with (0, 1)")
def test_eigenvectors_of_the_accounts() -> None:
    """As they stand."""
    found = {s.eigenvalue.expr: s.basis for s in eigensystem(A).eigenspaces}
    assert found == {Rational(103, 100): (Matrix([0, 1]),), Rational(105, 100): (Matrix([1, 0]),)}


@shows(DEFINITION, "formula", "(λI − A)x = 0 has a solution x ≠ 0 if and only if |λI − A| = 0")
@given(matrices(3))
def test_polynomial(M: Any) -> None:
    """The determinant is the characteristic polynomial, monic of degree n; worked solutions can be told with it."""
    polynomial = eigensystem(M).charpoly.as_expr()
    letter = next(iter(polynomial.free_symbols))
    assert (letter * eye(3) - M).det().expand() == polynomial.expand()
    for k in range(-12, 13):
        assert bool((k * eye(3) - M).nullspace()) == (polynomial.subs(letter, k) == 0)
    told = solve([[2, 1], [1, 2]], goal="eigenvalues", convention="λI - A")
    assert "det(λI − A)" in told.to_text()


# --- properties -----------------------------------------------------------------------------------------------------


@shows(PROPERTIES, "formula", "tr A = Σλᵢ and |A| = Πλᵢ")
@given(matrices(3))
def test_trace_and_determinant(M: Any) -> None:
    """With multiplicities, from the coefficients of the factors."""
    trace, determinant = 0, 1
    for factor, k in eigensystem(M).charpoly.factors:
        coefficients = factor.all_coeffs()
        trace -= k * coefficients[1]
        determinant *= ((-1) ** factor.degree() * coefficients[-1]) ** k
    assert (trace, determinant) == (M.trace(), M.det())


@shows(
    PROPERTIES,
    "formula",
    "the rank of A is the number of its non-zero eigenvalues",
    corrected="Exactly if 0 is not defective; rank A = n − (geometric multiplicity of 0) always",
)
@given(st.lists(st.integers(0, 2), min_size=3, max_size=3), matrices(3))
def test_rank(diagonal: list[int], M: Any) -> None:
    """True for diagonalizable matrices, false for a nilpotent one."""
    if M.det() != 0:
        similar = M * diag(*diagonal) * M.inv()
        S = eigensystem(similar)
        assert S.rank == similar.rank() == sum(d != 0 for d in diagonal)
        assert S.rank == 3 - sum(s.geometric_multiplicity for s in S.eigenspaces if s.eigenvalue.expr == 0)
    N = eigensystem([[0, 1], [0, 0]])
    assert N.rank == 2 - N.eigenspaces[0].geometric_multiplicity == 1
    assert N.eigenspaces[0].is_defective
    assert [s.eigenvalue.expr for s in N.eigenspaces] == [0]


@shows(PROPERTIES, "formula", "A⁻¹xᵢ = (1/λᵢ)xᵢ for non-singular A")
@given(matrices(2))
def test_inverse(M: Any) -> None:
    """Each eigenvector of A is one of the inverse."""
    if M.det() == 0:
        return
    S = eigensystem(M)
    for s in S.eigenspaces:
        residual = (s.eigenvalue.expr * (S.inverse() * s.basis[0]) - s.basis[0]).applyfunc(lambda e: e.expand())
        assert residual == Matrix.zeros(2, 1)


@shows(PROPERTIES, "formula", "the eigenvalues of diag(d₁, …, dₙ) are d₁, …, dₙ")
@given(st.lists(st.integers(-5, 5), min_size=1, max_size=5))
def test_diagonal(diagonal: list[int]) -> None:
    """Each as often as it stands there."""
    found = [
        s.eigenvalue.expr for s in eigensystem(diag(*diagonal)).eigenspaces for _ in range(s.algebraic_multiplicity)
    ]
    assert found == sorted(diagonal)


# --- all equations at once ------------------------------------------------------------------------------------------


@shows(TOGETHER, "formula", "AX = XΛ; A = XΛX⁻¹ if the eigenvectors are independent (diagonalizable)")
def test_diagonalizable_or_not() -> None:
    """X has n columns and an inverse, or there is no such X and the reason is named."""
    B = Matrix([[2, 1], [1, 2]])
    X, L = eigensystem(B).diagonalize()
    assert diag(1, 3) == L
    assert X * L == B * X
    assert X * L * X.inv() == B
    with pytest.raises(NotDiagonalizableError) as caught:
        eigensystem([[3, -1, 1], [2, 0, 1], [1, -1, 2]]).diagonalize()
    assert (caught.value.eigenvalue.expr, caught.value.algebraic, caught.value.geometric) == (2, 2, 1)


@shows(TOGETHER, "number", "numpy.linalg.eigvals([[2, 1], [1, 2]]) prints 3 and 1")
def test_eigenvalues_of_the_example() -> None:
    """By NumPy, and exactly, ascending."""
    assert sorted(np.linalg.eigvals(np.array([[2.0, 1.0], [1.0, 2.0]]))) == pytest.approx([1, 3])
    assert [value.expr for value in eigensystem([[2, 1], [1, 2]]).eigenvalues] == [1, 3]


# --- symmetric matrices ---------------------------------------------------------------------------------------------


@shows(
    SYMMETRIC,
    "formula",
    "real eigenvalues, orthonormal eigenvectors, A = UΛUᵀ",
    corrected="Eigenvectors can be chosen orthonormal; those of a multiple eigenvalue need not be",
)
def test_orthonormal_eigenvectors() -> None:
    """A double eigenvalue: U is orthogonal, and other eigenvectors are not."""
    B = Matrix([[3, 2, 2], [2, 3, 2], [2, 2, 3]])
    U, L = eigensystem(B).orthogonal()
    assert diag(1, 1, 7) == L
    assert eye(3) == U.T * U
    assert (U * L * U.T).applyfunc(lambda e: e.expand()) == B
    x, y = Matrix([1, -1, 0]), Matrix([1, 0, -1])
    assert (B * x, B * y) == (x, y)
    assert x.dot(y) == 1


@shows(SYMMETRIC, "formula", "xᵀAx = yᵀΛy = Σλᵢyᵢ² with y = Uᵀx")
@given(matrices(2).map(symmetric), st.integers(-3, 3), st.integers(-3, 3))
def test_sum_of_squares(M: Any, a: int, b: int) -> None:
    """Both sides, for vectors of integers."""
    x = Matrix([a, b])
    U, L = eigensystem(M).orthogonal()
    y = U.T * x
    assert L.is_diagonal()
    squares = sum(L[i, i] * y[i] ** 2 for i in range(2))
    assert complex(squares.n(30)) == pytest.approx(complex((x.T * M * x)[0]), abs=1e-12)


@shows(
    SYMMETRIC,
    "formula",
    "definiteness by signs: all > 0 positive definite, all ≤ 0 positive semidefinite, …",
    corrected="Positive semidefinite: all λᵢ ≥ 0 (the lesson prints ≤)",
)
@given(matrices(2).map(symmetric))
def test_definiteness(M: Any) -> None:
    """By the signs of the eigenvalues, and by trace and determinant."""
    S = eigensystem(M)
    signs = {int(np.sign(complex(value).real)) for value in S.eigenvalues}
    expected = {
        (1,): "positive definite",
        (0, 1): "positive semidefinite",
        (-1,): "negative definite",
        (-1, 0): "negative semidefinite",
        (-1, 1): "indefinite",
        (0,): "zero",
    }[tuple(sorted(signs))]
    assert S.definiteness == expected
    assert S.is_positive_semidefinite == (M.det() >= 0 and M.trace() >= 0)
    assert S.is_negative_semidefinite == (M.det() >= 0 and M.trace() <= 0)


# --- maximisation ---------------------------------------------------------------------------------------------------


@shows(MAXIMUM, "formula", "max xᵀAx over ‖x‖ = 1 is λ₁ at x₁; min is λₙ at xₙ")
@given(matrices(2).map(symmetric), st.integers(0, 99))
def test_extremes(M: Any, k: int) -> None:
    """The values at the vectors, and no larger or smaller one on the circle."""
    R = rayleigh(M)
    values = eigensystem(M).eigenvalues
    assert (R.minimum, R.maximum) == (values[0], values[-1])
    for extreme, vectors in ((R.maximum, R.maximisers), (R.minimum, R.minimisers)):
        assert vectors
        for x in vectors:
            assert complex(x.norm().n(20)) == pytest.approx(1)
            assert complex((x.T * M * x)[0].n(20)) == pytest.approx(complex(extreme), abs=1e-12)
    x = np.array([np.cos(k), np.sin(k)])
    value = float(x @ np.array(M, dtype=float) @ x)
    assert complex(R.minimum).real - 1e-12 <= value <= complex(R.maximum).real + 1e-12
