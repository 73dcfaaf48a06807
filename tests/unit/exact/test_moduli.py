"""Moduli of eigenvalues: their order, ties among them, and the spectral radius."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Any

import pytest
from flint import fmpz_poly
from sympy import CRootOf, Expr, I, Integer, N, Rational, Symbol, cbrt, cos, pi, sin, sqrt

from symeig import eigensystem, spectral_radius
from symeig.errors import InputError, NotSquareError, UndecidedError
from symeig.exact.fields import QQ_FIELD
from symeig.exact.isolation import integer_value, isolate, products, squares
from symeig.exact.moduli import SpectralRadius, by_modulus, compare_moduli, squared_modulus
from tests.strategies import block_sum, hypercompanion

a, t = Symbol("a"), Symbol("t")

# x³ − x − 1 has the real root 1.3247… (the plastic number) and a complex pair of modulus 0.8688…
PLASTIC = (-1, -1, 0, 1)


def with_factors(*factors: tuple[int, ...]) -> list[list[Any]]:
    """A matrix with a product of monic polynomials, the constant coefficient first, as characteristic polynomial."""
    return block_sum(*(hypercompanion(f, 1) for f in factors))


@pytest.mark.parametrize(
    ("A", "sizes"),
    [
        ([[3]], [1]),
        ([[0, 1], [1, 0]], [2]),
        ([[1, 0], [0, -2]], [1, 1]),
        # ±√2 and ±√2·i
        (with_factors((-2, 0, 1), (2, 0, 1)), [4]),
        # roots of unity of orders 3 and 8, and 1/2
        (block_sum(with_factors((1, 1, 1), (1, 0, 0, 0, 1)), [["1/2"]]), [6, 1]),
        # the real root of x³ − 2 and its conjugates; the roots of x³ − 4 are their squares
        (with_factors((-2, 0, 0, 1)), [3]),
        (with_factors((-2, 0, 0, 1), (-4, 0, 0, 1)), [3, 3]),
        (with_factors((-2, 0, 0, 1), (-4, 0, 0, 0, 0, 0, 1)), [6]),
        # a Salem number, its inverse, and two roots on the unit circle beside i and −1
        (with_factors((1, -1, -1, -1, 1), (1, 0, 1), (1, 1)), [1, 5, 1]),
        # |λ|² = 1/r for the plastic number r: the pair of x³ − x − 1 ties with ±1/√r, roots of x⁶ + x⁴ − 1
        (with_factors(PLASTIC, (-1, 0, 0, 0, 1, 0, 1)), [1, 4, 4]),
        # λ and −λ in different factors
        (with_factors(PLASTIC, (1, -1, 0, 1)), [2, 4]),
        # 1 + 7i and 5 + 5i have modulus √50; 7 + i·(1 + 10⁻²⁰) has a larger one
        ([[1 + 7 * I, 0, 0], [0, 5 + 5 * I, 0], [0, 0, 7 + I * (1 + Rational(1, 10**20))]], [1, 2]),
        # √2 + √3 is √(5 + 2√6)
        ([[sqrt(2) + sqrt(3), 1], [0, -sqrt(5 + 2 * sqrt(6))]], [2]),
        ([[cos(2 * pi / 7), -sin(2 * pi / 7)], [sin(2 * pi / 7), cos(2 * pi / 7)]], [2]),
        ([[0, 1], [0, 0]], [1]),
        ([], []),
    ],
)
def test_groups_of_equal_modulus(A: Any, sizes: list[int]) -> None:
    """How many distinct eigenvalues there are of each modulus, the largest modulus first."""
    eigenvalues = eigensystem(A).eigenvalues
    groups = by_modulus(eigenvalues)
    assert [len(group.eigenvalues) for group in groups] == sizes
    assert [x for group in groups for x in group.eigenvalues if x not in eigenvalues] == []
    moduli = [[abs(complex(x)) for x in group.eigenvalues] for group in groups]
    assert all(max(group) - min(group) < 1e-12 for group in moduli)
    assert [group[0] for group in moduli] == sorted((group[0] for group in moduli), reverse=True)


def test_groups_keep_the_order_of_eigenvalues() -> None:
    """Within a group eigenvalues stand as they were given."""
    eigenvalues = eigensystem(with_factors((-2, 0, 1), (2, 0, 1))).eigenvalues
    assert by_modulus(eigenvalues)[0].eigenvalues == eigenvalues
    assert by_modulus(eigenvalues[::-1])[0].eigenvalues == eigenvalues[::-1]


def test_ties_within_a_hair() -> None:
    """10¹⁰⁰ and 10¹⁰⁰ + 10⁻¹⁰⁰ are told apart; balls of 256 bits cannot."""
    small, large = 10**200, 10**200 + 1
    rho = spectral_radius([[Fraction(small, 10**100), 0], [0, -Fraction(large, 10**100)]])
    assert [x.expr for x in rho.eigenvalues] == [-Rational(large, 10**100)]


@pytest.mark.parametrize(
    ("A", "expected"),
    [
        ([[2, 1], [2, 3]], Integer(4)),
        ([[-5, 0], [0, 3]], Integer(5)),
        ([[1, 1], [1, 0]], (1 + sqrt(5)) / 2),
        ([[0, 1], [1, -1]], (1 + sqrt(5)) / 2),
        ([[1, -2], [3, 1]], sqrt(7)),
        ([[1 + 2 * I]], sqrt(5)),
        ([[sqrt(2), 1], [-1, sqrt(2)]], sqrt(3)),
        (with_factors((-2, 0, 0, 1)), cbrt(2)),
        (with_factors((3, 0, 0, 0, 1)), 3 ** Rational(1, 4)),
        ([[0, 1], [0, 0]], Integer(0)),
        ([[1, a], [0, -2]], Integer(2)),
        ([], Integer(0)),
    ],
    ids=str,
)
def test_spectral_radius(A: Any, expected: Expr) -> None:
    """The largest modulus, in closed form."""
    assert (spectral_radius(A).expr - expected).expand() == 0


def test_spectral_radius_without_closed_form() -> None:
    """|λ|² is a root of its own minimal polynomial: the pair of x³ + x − 1 has |λ|² = 1/r, where 1/r³ − 1/r² = 1."""
    rho = spectral_radius(with_factors((-1, 1, 0, 1)))
    x = Symbol("lambda")
    assert rho.expr == sqrt(CRootOf(x**3 - x**2 - 1, 0))
    assert len(rho.eigenvalues) == 2
    assert float(rho) == pytest.approx(abs(complex(rho.eigenvalues[0])))


@pytest.mark.parametrize("digits", [1, 15, 100])
@pytest.mark.parametrize("A", [[[1, 1], [1, 0]], [[0, 1], [1, -1]], [[1, -2], [3, 1]], with_factors((-1, 1, 0, 1))])
def test_enclosure(A: Any, digits: int) -> None:
    """A real interval around the number, as small as was asked for."""
    rho = spectral_radius(A)
    ball = rho.enclosure(digits)
    value = Fraction(str(N(rho.expr, 120)))
    assert ball.imag == 0
    assert ball.radius <= max(Fraction(1), value) / 10**digits
    assert abs(ball.real - value) <= ball.radius + Fraction(1, 10**115)


def test_refused() -> None:
    """Parameters on which moduli depend, matrices that are not square, and digits below 1."""
    with pytest.raises(UndecidedError) as caught:
        spectral_radius([[a, 0], [0, 1]])
    assert caught.value.assumptions_that_help == ("values for a",)
    with pytest.raises(NotSquareError):
        spectral_radius([[1, 2]])
    with pytest.raises(InputError, match="digits"):
        spectral_radius([[1]]).enclosure(0)


def test_pickles() -> None:
    """A spectral radius survives pickling."""
    rho = spectral_radius([[sqrt(2), 1], [-1, sqrt(2)]])
    assert pickle.loads(pickle.dumps(rho)) == rho
    assert isinstance(rho, SpectralRadius)


@pytest.mark.parametrize(
    ("polynomial", "number", "expected"),
    [
        ((-2, 1), 0, (-4, 1)),
        ((0, 1), 0, (0, 1)),
        ((3, 2), 0, (-9, 4)),
        ((-2, 0, 1), 0, (-2, 1)),
        ((5, -2, 1), 0, (-5, 1)),
        ((-1, -1, 1), 1, (1, -3, 1)),
        # x⁴ − 10x² + 1: the squares are 5 ± 2√6
        ((1, 0, -10, 0, 1), 3, (1, -10, 1)),
        # the complex pair of x³ − 2 has |λ|² = ∛4
        ((-2, 0, 0, 1), 1, (-4, 0, 0, 1)),
        (PLASTIC, 1, (-1, 0, 1, 1)),
        # 1/2 ± i with a leading coefficient
        ((5, -4, 4), 0, (-5, 4)),
    ],
    ids=str,
)
def test_squared_modulus(polynomial: tuple[int, ...], number: int, expected: tuple[int, ...]) -> None:
    """The minimal polynomial of |λ|²."""
    assert squared_modulus(isolate(polynomial, QQ_FIELD)[number]).coefficients == expected


def test_rational_squares_of_huge_roots() -> None:
    """That |λ|² = 2⁹⁰⁰ + 1 is rational is seen at whatever precision it takes."""
    root = isolate((2**900 + 1, -(2**440), 1), QQ_FIELD)[0]
    assert squared_modulus(root).coefficients == (-(2**900) - 1, 1)


def test_polynomials_of_squares_and_products() -> None:
    """x² and xy for the roots 1, 2, 3: 1, 4, 9 and 2, 3, 6."""
    p = (-6, 11, -6, 1)
    assert squares(p) == -fmpz_poly([-1, 1]) * fmpz_poly([-4, 1]) * fmpz_poly([-9, 1])
    assert products(p) == fmpz_poly([-2, 1]) * fmpz_poly([-3, 1]) * fmpz_poly([-6, 1])


def test_integer_value() -> None:
    """The one integer in a ball that is small enough, or none."""
    from flint import arb  # noqa: PLC0415

    assert integer_value(lambda _: arb(2).sqrt() ** 2) == 2
    assert integer_value(lambda _: arb(2).sqrt()) is None
    assert integer_value(lambda _: (arb(2) ** 1001).sqrt() ** 2) == 2**1001


def test_compare() -> None:
    """−1, 0 and 1."""
    r, s, u = (isolate(p, QQ_FIELD)[0] for p in ((-2, 0, 1), (2, 0, 1), (-3, 0, 1)))
    assert [compare_moduli(r, s), compare_moduli(r, u), compare_moduli(u, s)] == [0, -1, 1]
