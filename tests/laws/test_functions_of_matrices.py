"""Laws of functions of matrices: exact, and with implicit roots in 50 digits."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import (
    Expr,
    ImmutableMatrix,
    Rational,
    Symbol,
    cos,
    cosh,
    exp,
    expand_trig,
    eye,
    factorial,
    simplify,
    sin,
    sinh,
    zeros,
)

from symeig import eigensystem, flow, iterate
from symeig.errors import SingularMatrixError
from symeig.exact.eigensystem import Eigensystem
from tests.laws.arithmetic import DIGITS, approximate, close, matmul
from tests.strategies import DOMAINS, Planted, matrices_over, planted, rational_matrices, split_matrices

n, s, t = (Symbol(name) for name in "nst")

# For laws about expressions, which take longer than those about the base field.
FEW = settings(max_examples=settings().max_examples // 3)


def product(rows: Any, k: int) -> ImmutableMatrix:
    """A·A·…·A, k factors, as in a first course."""
    found = [[int(i == j) for j in range(len(rows))] for i in range(len(rows))]
    for _ in range(k):
        found = matmul(found, rows)
    return ImmutableMatrix(found)


def exponentials(e: Expr) -> Expr:
    """Sums of products of exponentials, which are equal exactly where they are written alike."""
    return e.rewrite([sin, cos, sinh, cosh], exp).expand()


def near(found: ImmutableMatrix, expected: ImmutableMatrix) -> bool:
    """Whether two matrices of numbers agree to 20 digits."""
    return close(approximate(found), approximate(expected))


def is_zero(M: ImmutableMatrix) -> bool:
    """Whether all entries vanish when products of exponentials are multiplied out."""
    return all(exponentials(x) == 0 for x in M)


def written_out(matrix: Planted) -> bool:
    """Whether no eigenvalue has a degree above 2, so that functions are written without sums over roots."""
    return all(len(p) <= 3 for p in matrix.structure)


@given(rational_matrices(), st.integers(0, 6))
def test_powers_are_products(matrix: Planted, k: int) -> None:
    """Aᵏ for a number k, and Aⁿ at n = k, are A·A·…·A; for all structures."""
    S = eigensystem(matrix.rows)
    expected = product(matrix.rows, k)
    assert S.power(k) == expected
    general = S.power(n).subs(n, k).applyfunc(lambda e: expand_trig(e.doit()).expand())
    assert near(general, expected)
    if all(len(p) == 2 for p in matrix.structure):
        assert general == expected


@given(rational_matrices())
def test_the_inverse_is_one(matrix: Planted) -> None:
    """A⁻¹A = I, or A is singular and the error has a vector of the kernel."""
    S = eigensystem(matrix.rows)
    if S.rank == S.dimension:
        assert S.inverse() * S.matrix == eye(S.dimension)
        assert S.power(-2) == S.inverse() ** 2
    else:
        with pytest.raises(SingularMatrixError) as caught:
            S.inverse()
        v = caught.value.kernel
        assert any(v)
        assert S.matrix * v == zeros(S.dimension, 1)


@FEW
@given(split_matrices())
def test_the_exponential_is_a_homomorphism(matrix: Planted) -> None:
    """exp(sA)exp(tA) = exp((s+t)A) and d/dt exp(tA) = A exp(tA) and exp(0) = I, exactly."""
    S = eigensystem(matrix.rows)
    assert is_zero(S.exp(s) * S.exp(t) - S.exp(s + t))
    assert is_zero(S.exp(t).diff(t) - S.matrix * S.exp(t))
    assert S.exp(0) == eye(S.dimension)


@FEW
@given(planted(max_size=4).filter(written_out))
def test_the_exponential_with_quadratic_eigenvalues(matrix: Planted) -> None:
    """The same with real and complex quadratic eigenvalues, defective ones included, exactly."""
    S = eigensystem(matrix.rows)
    assert is_zero(S.exp(t).diff(t) - S.matrix * S.exp(t))
    assert is_zero(S.exp(t).subs(t, 0) - eye(S.dimension))
    assert is_zero(S.exp(s) * S.exp(t) - S.exp(s + t))


@FEW
@given(planted(max_size=5))
def test_the_exponential_with_any_eigenvalues(matrix: Planted) -> None:
    """For implicit roots too, at a point: exp(A/2)² = exp(A), and exp(A)exp(−A) = I."""
    S = eigensystem(matrix.rows)
    half, whole, back = (approximate(S.exp(r)) for r in (Rational(1, 2), 1, -1))
    assert close(half * half, whole)
    assert close(whole * back, approximate(eye(S.dimension)))


@FEW
@given(split_matrices(max_size=4))
def test_functions_of_one_matrix_multiply(matrix: Planted) -> None:
    """f(A)g(A) = (fg)(A) for any f and g, told by their derivatives at the eigenvalues."""
    S = eigensystem(matrix.rows)

    def jet(name: str) -> list[Any]:
        return [lambda x, j=j: Symbol(f"{name}{j}({x})") for j in range(6)]

    def leibniz(k: int) -> Any:
        binomial = [factorial(k) / factorial(j) / factorial(k - j) for j in range(k + 1)]
        return lambda x: sum(binomial[j] * f[j](x) * g[k - j](x) for j in range(k + 1))

    f, g = jet("f"), jet("g")
    fg = [leibniz(k) for k in range(6)]
    assert (S.apply(*f) * S.apply(*g) - S.apply(*fg)).expand() == zeros(S.dimension, S.dimension)


@FEW
@given(planted(max_size=5), st.lists(st.integers(-3, 3), min_size=1, max_size=5))
def test_a_polynomial_of_a_matrix(matrix: Planted, coefficients: list[int]) -> None:
    """q(A) by the eigenvalues is q(A) by multiplication, implicit and defective eigenvalues included."""
    S = eigensystem(matrix.rows)
    expected = sum((product(matrix.rows, k) * c for k, c in enumerate(coefficients)), zeros(S.dimension, S.dimension))
    found = S.apply(lambda x: sum((c * x**k for k, c in enumerate(coefficients)), Rational(0)))
    assert near(found, expected)


@FEW
@given(planted(max_size=4).filter(written_out))
def test_sine_and_cosine(matrix: Planted) -> None:
    """sin² + cos² = I, and d/dt sin(tA) = A cos(tA), exactly."""
    S = eigensystem(matrix.rows)
    assert is_zero(S.sin(t) ** 2 + S.cos(t) ** 2 - eye(S.dimension))
    assert is_zero(S.sin(t).diff(t) - S.matrix * S.cos(t))


@FEW
@given(planted(max_size=4))
def test_square_root_and_logarithm(matrix: Planted) -> None:
    """X² = A and exp(log A) = A, where 0 is no eigenvalue."""
    S = eigensystem(matrix.rows)
    if S.rank < S.dimension:
        return
    A, root, log = map(approximate, (S.matrix, S.sqrt(), S.log()))
    assert close(root * root, A)
    assert close(DIGITS.expm(log), A)


@pytest.mark.parametrize("name", [name for name in DOMAINS if name != "QQ"])
def test_functions_over_other_fields(name: str) -> None:
    """Over number fields and with parameters Aⁿ at n = 3 is AAA, and the exponential starts with I + tA + t²A²/2."""

    @FEW
    @given(matrices_over(name, max_size=3))
    def law(matrix: Planted) -> None:
        S = eigensystem(matrix.rows)
        values = dict(zip(sorted(S.matrix.free_symbols, key=str), (Rational(7, 3), Rational(11, 5)), strict=False))
        assert near(_at(S.power(n), {n: 3, **values}), (S.matrix**3).subs(values))
        second = S.exp(t).diff(t, 2)
        assert near(_at(second, {t: 0, **values}), (S.matrix**2).subs(values))

    law()


def _at(M: ImmutableMatrix, values: dict[Symbol, Any]) -> ImmutableMatrix:
    return M.subs(values).applyfunc(lambda e: e.doit())


@FEW
@given(split_matrices(max_size=4), st.data())
def test_flows_and_iterated_maps(matrix: Planted, data: st.DataObject) -> None:
    """The solutions satisfy x' = Ax + b and xₙ₊₁ = Axₙ + b, and start where they should."""
    size = len(matrix.rows)
    vectors = st.lists(st.integers(-3, 3), min_size=size, max_size=size)
    start, b = data.draw(vectors), data.draw(vectors)
    A = ImmutableMatrix(matrix.rows)
    x = flow(matrix.rows, start, constant=b)
    assert is_zero(x.diff(t) - A * x - ImmutableMatrix(b))
    assert x.subs(t, 0) == ImmutableMatrix(start)
    y = iterate(matrix.rows, start, constant=b)
    orbit = [ImmutableMatrix(start)]
    while len(orbit) < 6:
        orbit.append(A * orbit[-1] + ImmutableMatrix(b))
    assert [y.subs(n, k).applyfunc(simplify) for k in range(6)] == orbit


def covariants_of(S: Eigensystem) -> list[Any]:
    """All covariants with their eigenvalues and orders."""
    return [(x.expr, j, Z) for x, Zs in zip(S.eigenvalues, S.covariants, strict=True) for j, Z in enumerate(Zs)]


@given(split_matrices())
def test_covariants(matrix: Planted) -> None:
    """Projectors that add up to I, A = Σ λP + N, and products of covariants of one eigenvalue, of two that vanish."""
    S = eigensystem(matrix.rows)
    nothing = zeros(S.dimension, S.dimension)
    all_of_them = covariants_of(S)
    assert sum((Z for _, j, Z in all_of_them if j == 0), nothing) == eye(S.dimension)
    assert sum((x * Z if j == 0 else Z for x, j, Z in all_of_them if j <= 1), nothing) == S.matrix
    known = {(x, j): Z for x, j, Z in all_of_them}
    for x, i, Y in all_of_them:
        for y, j, Z in all_of_them:
            expected = known.get((x, i + j), nothing) if x == y else nothing
            assert expected == Y * Z
