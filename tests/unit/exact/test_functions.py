"""Functions of matrices that are known by hand, or from books."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from sympy import (
    Expr,
    Function,
    I,
    ImmutableMatrix,
    KroneckerDelta,
    Lambda,
    Matrix,
    Rational,
    RootSum,
    Symbol,
    atan,
    cos,
    cosh,
    diag,
    exp,
    eye,
    log,
    pi,
    simplify,
    sin,
    sinh,
    sqrt,
    zeros,
)

from symeig import eigensystem

n, t, w, x = (Symbol(name) for name in "ntwx")
LESSON = [[2, 1], [2, 3]]
NILPOTENT = [[0, 1], [0, 0]]
TURN = [[0, -1], [1, 0]]
SPIRAL = [[1, -2], [2, 1]]
D = KroneckerDelta(n, 0)
BLOCK = [[2, 1, 0], [0, 2, 1], [0, 0, 2]]


def rotation(angle: Expr) -> ImmutableMatrix:
    """The rotation by an angle."""
    return ImmutableMatrix([[cos(angle), -sin(angle)], [sin(angle), cos(angle)]])


def same(found: Matrix, expected: Any) -> bool:
    """Whether two matrices are equal by simplification of their difference."""
    return (found - ImmutableMatrix(expected)).applyfunc(simplify) == zeros(*found.shape)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (LESSON, [[(4**n + 2) / 3, (4**n - 1) / 3], [2 * (4**n - 1) / 3, (2 * 4**n + 1) / 3]]),
        ([[1, -1], [-1, 1]], [[(D + 2**n) / 2, (D - 2**n) / 2], [(D - 2**n) / 2, (D + 2**n) / 2]]),
        (NILPOTENT, [[D, KroneckerDelta(n, 1)], [0, D]]),
        ([[2, 1], [0, 2]], [[2**n, n * 2**n / 2], [0, 2**n]]),
        (BLOCK, [[2**n, n * 2**n / 2, n * (n - 1) * 2**n / 8], [0, 2**n, n * 2**n / 2], [0, 0, 2**n]]),
        (TURN, rotation(n * pi / 2)),
        (SPIRAL, 5 ** (n / 2) * rotation(n * atan(2))),
        ([[0, "-w"], ["w", 0]], w**n * rotation(n * pi / 2)),
        ([["cos(t)", "-sin(t)"], ["sin(t)", "cos(t)"]], rotation(n * t)),
    ],
)
def test_powers_with_a_letter(rows: Any, expected: Any) -> None:
    """Aⁿ, right at n = 0 and for singular matrices."""
    assert same(eigensystem(rows).power(n), expected)


def test_the_zeroth_power_of_a_singular_matrix_is_the_identity() -> None:
    """2ⁿ⁻¹[[1, −1], [−1, 1]], which books give for it, is wrong at n = 0."""
    power = eigensystem([[1, -1], [-1, 1]]).power(n)
    assert power.subs(n, 0) == eye(2)
    assert power.subs(n, 3) == ImmutableMatrix([[4, -4], [-4, 4]])


@pytest.mark.parametrize("k", [-3, -1, 0, 1, 2, 7, Rational(4), "5", 10**3])
def test_integer_powers(k: Any) -> None:
    """Integer exponents of any kind give the product of so many factors, or its inverse."""
    assert eigensystem(LESSON).power(k) == ImmutableMatrix(LESSON) ** int(k)


def test_a_power_and_a_root_of_it() -> None:
    """A fraction as exponent gives the principal value."""
    S = eigensystem([[33, 24], [48, 57]])
    assert S.power(Rational(1, 2)) == S.power("1/2") == ImmutableMatrix([[5, 2], [4, 7]])
    assert same(S.power(Rational(1, 3)) ** 3, [[33, 24], [48, 57]])
    assert eigensystem([[0, 0], [0, 8]]).power(Rational(1, 3)) == diag(0, 2)
    assert eigensystem(NILPOTENT).power(Rational(3, 2)) == zeros(2, 2)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (LESSON, exp(4 * t) * ImmutableMatrix([[1, 1], [2, 2]]) / 3 + exp(t) * ImmutableMatrix([[2, -1], [-2, 1]]) / 3),
        ([[2, 1], [0, 2]], [[exp(2 * t), t * exp(2 * t)], [0, exp(2 * t)]]),
        (NILPOTENT, [[1, t], [0, 1]]),
        (TURN, rotation(t)),
        (SPIRAL, exp(t) * rotation(2 * t)),
        ([[0, "-w"], ["w", 0]], rotation(w * t)),
        ([["i", 1], [0, "i"]], [[exp(I * t), t * exp(I * t)], [0, exp(I * t)]]),
        ([[0, 1], [1, 0]], [[cosh(t), sinh(t)], [sinh(t), cosh(t)]]),
    ],
)
def test_exponentials(rows: Any, expected: Any) -> None:
    """exp(tA), real for real matrices."""
    found = eigensystem(rows).exp(t)
    assert same(found, expected)
    assert found.has(I) == ImmutableMatrix(expected).has(I)


def test_the_exponential_of_a_defective_matrix_at_1() -> None:
    """exp([[2, 1], [0, 2]]) is e²[[1, 1], [0, 1]]; a released system had a factor of 2 there."""
    assert eigensystem([[2, 1], [0, 2]]).exp() == exp(2) * ImmutableMatrix([[1, 1], [0, 1]])


@pytest.mark.parametrize(
    ("rows", "sine", "cosine"),
    [
        ([[2, 1], [0, 2]], [[sin(2), cos(2)], [0, sin(2)]], [[cos(2), -sin(2)], [0, cos(2)]]),
        (NILPOTENT, [[0, 1], [0, 0]], [[1, 0], [0, 1]]),
        (TURN, [[0, -sinh(1)], [sinh(1), 0]], [[cosh(1), 0], [0, cosh(1)]]),
        (
            [[0, 1, 0], [0, 0, 1], [0, 0, 0]],
            [[0, 1, 0], [0, 0, 1], [0, 0, 0]],
            [[1, 0, -Rational(1, 2)], [0, 1, 0], [0, 0, 1]],
        ),
    ],
)
def test_sine_and_cosine(rows: Any, sine: Any, cosine: Any) -> None:
    """The sine and the cosine of a matrix, defective ones included."""
    S = eigensystem(rows)
    assert same(S.sin(), sine)
    assert same(S.cos(), cosine)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[2, 1], [0, 2]], [[log(2), Rational(1, 2)], [0, log(2)]]),
        ([[1, 1, 0], [0, 1, 1], [0, 0, 1]], [[0, 1, -Rational(1, 2)], [0, 0, 1], [0, 0, 0]]),
        (TURN, [[0, -pi / 2], [pi / 2, 0]]),
        (SPIRAL, [[log(5) / 2, -atan(2)], [atan(2), log(5) / 2]]),
        ([[-1, 0], [0, -1]], [[I * pi, 0], [0, I * pi]]),
    ],
)
def test_logarithms(rows: Any, expected: Any) -> None:
    """The principal logarithm, real where no eigenvalue is negative."""
    assert same(eigensystem(rows).log(), expected)


def test_inverses() -> None:
    """The inverse has its entries in the field of the matrix; of an empty matrix it is empty."""
    assert eigensystem(LESSON).inverse() == ImmutableMatrix([[3, -1], [-2, 2]]) / 4
    assert same(eigensystem([["a", 1], [1, 0]]).inverse(), [[0, 1], [1, -Symbol("a")]])
    assert eigensystem([]).inverse().shape == (0, 0)


def test_any_function_with_its_derivatives() -> None:
    """A block of size 3 takes f, f′ and f″/2 on its diagonals; derivatives may be given or found."""
    names = [Lambda(x, Function(name)(x)) for name in ("f0", "f1", "f2")]
    f0, f1, f2 = (f(2) for f in names)
    assert eigensystem(BLOCK).apply(*names) == ImmutableMatrix([[f0, f1, f2 / 2], [0, f0, f1], [0, 0, f0]])
    assert eigensystem(BLOCK).apply(lambda y: y**5) == ImmutableMatrix(BLOCK) ** 5
    assert eigensystem(LESSON).apply(exp) == eigensystem(LESSON).exp()


def test_functions_of_implicit_roots_are_sums_over_the_roots() -> None:
    """For an irreducible cubic the entries are sums over its roots, without radicals, and integers give integers."""
    S = eigensystem([[0, 0, 1], [1, 0, 1], [0, 1, 0]])
    assert isinstance(S.power(n)[0, 0], RootSum)
    assert not S.exp(t).has(sqrt)
    assert [S.power(n).subs(n, k) for k in range(6)] == [S.power(k) for k in range(6)]


def test_a_letter_may_have_the_name_of_the_bound_variable() -> None:
    """exp(λA) over implicit roots does not take the λ that is given for the root."""
    lam = Symbol("lambda")
    S = eigensystem([[0, 0, 1], [1, 0, 1], [0, 1, 0]])
    assert S.exp(lam).free_symbols == {lam}
    assert S.exp(lam).subs(lam, 0).applyfunc(lambda e: e.doit()) == eye(3)


def test_results_are_immutable_and_pickle() -> None:
    """Functions of matrices leave the library as immutable matrices that survive pickling."""
    for M in (eigensystem(LESSON).power(n), eigensystem([[0, 0, 1], [1, 0, 1], [0, 1, 0]]).exp(t)):
        assert isinstance(M, ImmutableMatrix)
        assert pickle.loads(pickle.dumps(M)) == M


def test_covariants_belong_to_the_eigenvalues() -> None:
    """The first covariant is the projector, and the next ones are its images under A − λ."""
    S = eigensystem([[3, -1, 1], [2, 0, 1], [1, -1, 2]])
    (P1,), (P2, N2) = S.covariants
    assert S.projectors == (P1, P2)
    assert eye(3) == P1 + P2
    assert S.matrix == P1 + 2 * P2 + N2


def empty(function: str) -> Expr:
    """A function of the 0×0 matrix."""
    return getattr(eigensystem([]), function)()


@pytest.mark.parametrize("function", ["exp", "sin", "cos", "log", "sqrt"])
def test_functions_of_the_empty_matrix(function: str) -> None:
    """All of them are the empty matrix."""
    assert empty(function).shape == (0, 0)


def test_a_block_with_a_parameter_keeps_its_powers_apart() -> None:
    """The entry n·aⁿ⁻¹ is right for a = 0 too, from n = 1 on; n aⁿ/a is not."""
    a = Symbol("a")
    power = eigensystem([["a", 1], [0, "a"]]).power(n)
    assert power == ImmutableMatrix([[a**n, n * a ** (n - 1)], [0, a**n]])
    assert [power.subs(a, 0).subs(n, k) for k in (1, 2)] == [ImmutableMatrix([[0, 1], [0, 0]]), zeros(2, 2)]


def test_rational_functions_of_implicit_roots_are_numbers() -> None:
    """No sum over roots is left where the function is rational."""
    S = eigensystem([[0, 0, 1], [1, 0, 1], [0, 1, 0]])
    assert S.exp(0) == eye(3)
    assert S.apply(lambda y: y**2 + 1) == S.matrix**2 + eye(3)


def test_functions_that_compare_numbers() -> None:
    """A function that can be applied to the eigenvalues alone will do where no derivative is needed."""
    assert eigensystem([[1, 0], [0, 2]]).apply(lambda y: y if y > 1 else 0) == diag(0, 2)
