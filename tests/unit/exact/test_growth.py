"""How iterates grow: rate, degree, norms, power iteration; and the numbers of a lesson."""

from __future__ import annotations

import pickle
from fractions import Fraction
from itertools import pairwise
from math import comb, inf, nextafter
from typing import Any

import numpy as np
import pytest
from flint import arb
from sympy import Expr, I, Integer, Matrix, N, Rational, Symbol, sqrt

from symeig import eigensystem, growth, norm
from symeig.errors import BudgetExceededError, InputError, NoLimitError, NotSquareError, UndecidedError
from symeig.exact.growth import circular_law
from symeig.exact.rounding import nearest_double

GOLDEN = (1 + sqrt(5)) / 2
ROTATION = [[0, -1], [1, 0]]
JORDAN = [[2, 1, 0], [0, 2, 1], [0, 0, 2]]


@pytest.mark.parametrize(
    ("A", "v", "rate", "degree", "dominant"),
    [
        ([[1, 1], [1, 0]], [1, 0], GOLDEN, 0, 1),
        ([[3, 0], [0, 2]], [1, 1], Integer(3), 0, 1),
        ([[3, 0], [0, 2]], [0, 5], Integer(2), 0, 1),
        ([[3, 1], [0, 2]], [1, -1], Integer(2), 0, 1),
        (JORDAN, [0, 0, 1], Integer(2), 2, 1),
        (JORDAN, [0, 1, 0], Integer(2), 1, 1),
        (JORDAN, [7, 0, 0], Integer(2), 0, 1),
        (ROTATION, [1, 2], Integer(1), 0, 2),
        # −i and i have the eigenvectors (1, ±i): a complex start has a component in one of them alone
        (ROTATION, [1, I], Integer(1), 0, 1),
        ([[0, 1], [1, 0]], [1, 0], Integer(1), 0, 2),
        ([[0, 1], [1, 0]], [1, 1], Integer(1), 0, 1),
        # 2 with a block of size 2 dominates −2 with one of size 1
        ([[2, 1, 0], [0, 2, 0], [0, 0, -2]], [0, 1, 1], Integer(2), 1, 1),
        ([[2, 1, 0], [0, 2, 0], [0, 0, -2]], [1, 0, 1], Integer(2), 0, 2),
        ([[0, 1], [0, 0]], [0, 1], Integer(0), 1, 1),
        ([[0, 0], [0, 0]], [1, 0], Integer(0), 0, 1),
        ([[0, 1], [-1, 1]], [1, 0], Integer(1), 0, 2),
        ([["1/2", 1], [0, "1/3"]], [0, 1], Rational(1, 2), 0, 1),
        ([[sqrt(2), 0], [0, -sqrt(3)]], [1, 1], sqrt(3), 0, 1),
        ([[1, 0], [0, 0]], [sqrt(2), sqrt(3)], Integer(1), 0, 1),
    ],
    ids=str,
)
def test_order_of_growth(A: Any, v: Any, rate: Expr, degree: int, dominant: int) -> None:
    """‖Aᵏv‖ is of the order of kᵈρᵏ; both depend on the components of v."""
    found = growth(A, v, steps=1)
    assert (found.rate.expr - rate).expand() == 0
    assert (found.degree, len(found.dominant)) == (degree, dominant)
    assert found.settles == (degree == 0 and rate != 0)


def test_without_a_start_vector_powers_grow() -> None:
    """The powers of A, by their Frobenius norms: no eigenvalue is missed."""
    found = growth(JORDAN, steps=3)
    assert (found.rate.expr, found.degree) == (2, 2)
    assert found.squared_norms == tuple(sum(x**2 for x in Matrix(JORDAN) ** k) for k in range(4))
    assert not found.misses_spectral_radius


def test_minimal_polynomial_of_a_vector() -> None:
    """It divides that of A, and is 0 at A on v alone."""
    A = [[2, 1, 0, 0], [0, 2, 0, 0], [0, 0, 0, -1], [0, 0, 1, 0]]
    lam = Symbol("lambda")
    assert growth(A, [1, 0, 0, 0]).minpoly.factored() == lam - 2
    assert growth(A, [0, 1, 0, 1]).minpoly.factored() == (lam - 2) ** 2 * (lam**2 + 1)
    assert growth(A, [0, 0, 3, 0]).minpoly.factored() == lam**2 + 1


def test_what_a_vector_misses() -> None:
    """A vector without a component in the largest eigenvalue grows slower, exactly."""
    slow = growth([[3, 1], [0, 2]], [1, -1])
    assert slow.misses_spectral_radius
    assert (slow.spectral_radius.expr, slow.rate.expr) == (3, 2)
    assert slow.ratios == (2.0,) * 100
    assert slow.power_iteration.eigenvalue.expr == 2
    assert not growth([[3, 1], [0, 2]], [1, -1.0000001]).misses_spectral_radius


def test_a_component_in_some_of_the_largest_is_no_miss() -> None:
    """±1 are both largest; a vector with one of them grows like most."""
    assert not growth([[0, 1], [1, 0]], [1, 1]).misses_spectral_radius


@pytest.mark.parametrize("scale", [1, Fraction(1, 3)])
def test_norms_are_exact(scale: Fraction) -> None:
    """Fibonacci numbers: the squares are sums of squares, and what is displayed is nearest to their roots."""
    found = growth([[scale, scale], [scale, 0]], [1, 0], steps=80)
    a, b = 1, 0
    for k, square in enumerate(found.squared_norms):
        exact = (a * a + b * b) * Fraction(scale) ** (2 * k)
        assert square == Rational(exact.numerator, exact.denominator)
        x = found.norms[k]
        below, above = (Fraction(nextafter(x, end)) for end in (-inf, inf))
        assert (below + Fraction(x)) ** 2 < 4 * exact < (Fraction(x) + above) ** 2 or Fraction(x) ** 2 == exact
        a, b = a + b, a
    assert len(found.norms) == 81
    assert len(found.ratios) == 80


def test_norms_of_complex_and_irrational_iterates() -> None:
    """|1 + i|² = 2, and √2 squares to 2."""
    found = growth([[sqrt(2), 0], [0, I]], [1, 1 + I], steps=4)
    assert found.squared_norms == (3, 4, 6, 10, 18)


def test_iterates_that_become_zero() -> None:
    """Norms go on as 0; ratios end where they would divide by it; nothing is left to rescale."""
    found = growth([[0, 1, 0], [0, 0, 1], [0, 0, 0]], [0, 0, 2], steps=5)
    assert found.norms == (2.0, 2.0, 2.0, 0.0, 0.0, 0.0)
    assert found.ratios == (1.0, 1.0, 0.0)
    for ask in (lambda: found.rescaled, lambda: found.power_iteration):
        with pytest.raises(NoLimitError) as caught:
            ask()
        assert caught.value.eigenvalues == ()
        assert "k > 2" in str(caught.value)


def test_the_rescaled_map_settles_where_the_degree_is_zero() -> None:
    """(A/ρ)ᵏv keeps its size for ρ of index 1, and grows like kᵈ otherwise."""
    found = growth([[1, 1], [1, 0]], [1, 0], steps=60)
    limit = N(found.power_iteration.direction.norm(), 20)
    assert found.rescaled[-1] == pytest.approx(float(limit), rel=1e-15)
    rotation = growth([[1, -2], [3, 1]], [1, 0], steps=50)
    assert (rotation.settles, len(rotation.dominant)) == (True, 2)
    assert all(0.5 < x < 2 for x in rotation.rescaled)
    jordan = growth(JORDAN, [0, 0, 1], steps=200)
    assert not jordan.settles
    assert jordan.rescaled[-1] == pytest.approx(comb(200, 2) / 4, rel=1e-2)


def test_power_iteration_of_a_symmetric_matrix() -> None:
    """[[2, 1], [1, 2]] from e₁: sine and error are known in closed form; errors shrink with the square of the rate."""
    found = growth([[2, 1], [1, 2]], [1, 0], steps=30).power_iteration
    assert found.eigenvalue.expr == 3
    assert list(found.direction) == [Rational(1, 2), Rational(1, 2)]
    assert found.rate == Rational(1, 3)
    assert found.sines == pytest.approx([1 / (1 + 9**k) ** 0.5 for k in range(31)], rel=1e-15)
    assert found.errors == pytest.approx([2 / (1 + 9**k) for k in range(31)], rel=1e-15)
    assert found.estimates == pytest.approx([3 - 2 / (1 + 9**k) for k in range(31)], rel=1e-15)
    assert found.observed_rate == pytest.approx(1 / 3, rel=1e-6)


def test_observed_rate_of_a_matrix_that_is_not_normal() -> None:
    """[[3, 1], [0, 2]] from (1, 1): Aᵏv = 3ᵏ(2, 0) + 2ᵏ(−1, 1)."""
    found = growth([[3, 1], [0, 2]], [1, 1], steps=60).power_iteration
    assert list(found.direction) == [2, 0]
    assert found.sines == pytest.approx([2**k / ((2 * 3**k - 2**k) ** 2 + 4**k) ** 0.5 for k in range(61)], rel=1e-14)
    assert found.observed_rate == pytest.approx(float(found.rate), rel=1e-3)


def test_convergence_to_an_eigenvector_of_a_block() -> None:
    """With a Jordan block of size 3 the sines shrink like 2·2/k, and the direction is N²v."""
    found = growth(JORDAN, [0, 0, 1], steps=400)
    iteration = found.power_iteration
    assert list(iteration.direction) == [1, 0, 0]
    assert iteration.rate == 1
    assert iteration.sines[-1] == pytest.approx(4 / 400, rel=1e-2)


def test_direction_is_an_eigenvector_over_the_field() -> None:
    """For a cubic λ the direction is Pv with the projector of S.projectors."""
    A = [[0, 0, 1], [1, 0, 1], [0, 1, 0]]
    iteration = growth(A, [1, 2, 3], steps=2).power_iteration
    S = eigensystem(A)
    number = S.eigenvalues.index(iteration.eigenvalue)
    difference = S.projectors[number] * Matrix([1, 2, 3]) - iteration.direction
    assert max(abs(N(x, 30)) for x in difference) < 1e-25


def test_a_start_in_the_eigenspace() -> None:
    """Every estimate is exact, every sine 0, and so are the rates."""
    iteration = growth([[2, 1], [1, 2]], [1, 1], steps=5).power_iteration
    assert iteration.estimates == (3.0,) * 6
    assert iteration.errors == iteration.sines == (0.0,) * 6
    assert (iteration.rate, iteration.observed_rate) == (0, 0.0)


def test_complex_power_iteration() -> None:
    """Estimates of a complex eigenvalue are complex."""
    iteration = growth([[2 * I, 1], [0, 1]], [1, 1], steps=60).power_iteration
    assert iteration.estimates[-1] == pytest.approx(2j)
    assert iteration.observed_rate == pytest.approx(0.5, rel=1e-6)


@pytest.mark.parametrize(
    ("A", "v", "eigenvalues"),
    [
        ([[0, 1], [1, 0]], [1, 0], [-1, 1]),
        (ROTATION, [1, 0], [-I, I]),
        ([[0, 0, 8], [1, 0, 0], [0, 1, 0]], [1, 0, 0], [2, -1 - sqrt(3) * I, -1 + sqrt(3) * I]),
    ],
    ids=str,
)
def test_no_limit(A: Any, v: Any, eigenvalues: list[Any]) -> None:
    """Several dominant eigenvalues of one modulus are named."""
    with pytest.raises(NoLimitError) as caught:
        _ = growth(A, v).power_iteration
    assert [x.expr for x in caught.value.eigenvalues] == eigenvalues
    assert f"{len(eigenvalues)} eigenvalues" in str(caught.value)


def test_refused() -> None:
    """Zero and misshapen vectors, parameters, no steps, and iterates that would not fit."""
    with pytest.raises(InputError, match="start vector is 0"):
        growth([[1, 2], [3, 4]], [0, 0])
    with pytest.raises(InputError, match="start vector is 0"):
        growth([])
    with pytest.raises(InputError, match="2 entries"):
        growth([[1, 2], [3, 4]], [1, 2, 3])
    with pytest.raises(InputError, match="steps is 0"):
        growth([[1]], [1], steps=0)
    with pytest.raises(NotSquareError):
        growth([[1, 2]], [1, 2])
    for A, v in (([[Symbol("a")]], [1]), ([[1]], [Symbol("a")])):
        with pytest.raises(UndecidedError):
            growth(A, v)
    with pytest.raises(BudgetExceededError) as caught:
        _ = growth([[10**100, 1], [1, 1]], [1, 0], steps=10**5).norms
    assert caught.value.what == "memory"


def test_pickles() -> None:
    """Results survive pickling, after use as well."""
    found = growth([[1, 1], [1, 0]], [1, sqrt(2)], steps=5)
    iteration = found.power_iteration
    assert pickle.loads(pickle.dumps(found)) == found
    assert pickle.loads(pickle.dumps(found)).norms == found.norms
    assert pickle.loads(pickle.dumps(iteration)) == iteration


# --- the lesson: NumPy's legacy generator with seed 8675309 -----------------------------------------------------------


def lesson() -> tuple[np.ndarray, np.ndarray]:
    """The matrix and the start vector of the lesson."""
    random = np.random.RandomState(8675309)
    return random.randn(5, 5), random.randn(5, 1)


# As printed there, ascending; LAPACK computed them.
PRINTED = (0.8786205280381857, 1.2757952665062624, 1.4983381517710659, 1.4983381517710659, 1.974459321485074)


def test_the_lesson_is_reproduced() -> None:
    """Fourteen digits of the moduli are those of the matrix of doubles; the others are LAPACK's rounding errors."""
    A, _ = lesson()
    S = eigensystem(A, floats="binary")
    exact = sorted(N(abs(N(x.expr, 30)), 25) for x in S.eigenvalues)
    assert [f"{x:.13f}" for x in exact] == [f"{x:.13f}" for x in PRINTED]
    assert str(exact[4])[:19] == "1.97445932148507305"
    assert str(exact[1])[:19] == "1.27579526650626454"
    assert [f"{x:.13f}" for x in sorted(abs(np.linalg.eigvals(A)))] == [f"{x:.13f}" for x in PRINTED]


def test_why_digits_differ() -> None:
    """An eigenvalue moves by κ‖E‖ at most when A moves by E, to first order; LAPACK's E is of the size of ε‖A‖.

    κ is the norm of the projector of the eigenvalue, computed from exact ones; n·ε‖A‖ stands for ‖E‖.
    """
    A, _ = lesson()
    S = eigensystem(A, floats="binary")
    size = float(norm(A, 2, floats="binary"))
    values, computed = S.eigenvalues, np.linalg.eigvals(A)
    for x, P in zip(values, S.projectors, strict=True):
        kappa = np.linalg.norm(np.array(P.applyfunc(lambda e: N(e, 30)).tolist(), dtype=complex), 2)
        exact = x.enclosure(30)
        distance = min(
            abs(complex(Fraction(z.real) - exact.real, Fraction(z.imag) - exact.imag)) for z in map(complex, computed)
        )
        assert 1 <= kappa < 10
        assert distance <= kappa * 5 * 2**-52 * size


def test_the_norms_of_the_lesson() -> None:
    """The ratio of norms tends to the largest modulus, and after dividing A by it the norms settle."""
    A, v = lesson()
    found = growth(A, v, floats="binary")
    assert float(found.rate) == 1.974459321485073
    assert found.ratios[-1] == pytest.approx(1.974459321485073, rel=1e-12)
    assert found.settles
    assert max(abs(x / y - 1) for x, y in pairwise(found.rescaled[90:])) < 1e-12
    assert found.rescaled[-1] == pytest.approx(float(found.power_iteration.direction.norm().evalf()), rel=1e-12)
    iteration = found.power_iteration
    assert float(iteration.eigenvalue.enclosure(20).real) == -1.974459321485073
    assert iteration.observed_rate == pytest.approx(float(iteration.rate), rel=0.01)
    assert float(iteration.rate) == pytest.approx(1.4983381517710659 / 1.974459321485073)


def test_circular_law() -> None:
    """The largest modulus divided by √n comes near 1; the same seed gives the same numbers."""
    (small, first), (large, second) = circular_law([5, 150])
    assert (small, large) == (5, 150)
    assert first == pytest.approx(PRINTED[-1] / 5**0.5)
    assert second == pytest.approx(1, abs=0.1)
    assert circular_law([5, 150]) == ((small, first), (large, second))
    assert circular_law([5], seed=1) != circular_law([5])
    assert circular_law([0]) == ((0, 0.0),)


@pytest.mark.parametrize(
    ("exact", "expected"),
    [
        (Fraction(1, 3), 1 / 3),
        (Fraction(2**53 + 1), 2.0**53),
        (Fraction(2**53 + 3), 2.0**53 + 4),
        (Fraction(1, 2**1080), 0.0),
        (Fraction(10**400), inf),
        (Fraction(-(10**400)), -inf),
        (Fraction(0), 0.0),
    ],
    ids=str,
)
def test_nearest_double(exact: Fraction, expected: float) -> None:
    """Rounding to nearest, ties to even, and the ends of the range."""
    assert nearest_double(lambda _: arb(exact.numerator) / exact.denominator) == expected
