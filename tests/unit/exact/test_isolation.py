"""Roots in certified balls, in one order."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import prod

import pytest
from flint import fmpz_poly
from sympy import CRootOf, I, Poly, Symbol, sqrt

from symeig import eigensystem
from symeig.exact.eigenvalues import Ball, Eigenvalue
from symeig.exact.fields import QQ_FIELD
from symeig.exact.isolation import integer_roots, isolate, ordered, refine
from tests.strategies import block_sum, hypercompanion

x = Symbol("x")


def coefficients(expression: object) -> tuple[int, ...]:
    """Integer coefficients, the constant one first."""
    return tuple(int(c) for c in reversed(Poly(expression, x).all_coeffs()))


def eigenvalues_of(*factors: object) -> tuple[Eigenvalue, ...]:
    """The eigenvalues, in order, of a matrix whose characteristic polynomial is a product of monic polynomials."""
    return eigensystem(block_sum(*(hypercompanion(coefficients(f), 1) for f in factors))).eigenvalues


def sturm(p: tuple[int, ...], left: Fraction, right: Fraction) -> int:
    """The number of real roots in (left, right], by Sturm's theorem, worked out here."""
    sequence = [fmpz_poly(list(p)), fmpz_poly(list(p)).derivative()]
    chain = [[Fraction(int(c)) for c in q.coeffs()] for q in sequence]
    while len(chain[-1]) > 1:
        f, g = list(chain[-2]), chain[-1]
        while len(f) >= len(g):
            ratio = f[-1] / g[-1]
            f = [c - ratio * g[i - len(f) + len(g)] if i >= len(f) - len(g) else c for i, c in enumerate(f)][:-1]
        while f and not f[-1]:
            f.pop()
        chain.append([-c for c in f])

    def changes(z: Fraction) -> int:
        values = [v for q in chain if (v := sum(c * z**k for k, c in enumerate(q)))]
        return sum((u > 0) != (v > 0) for u, v in pairwise(values))

    return changes(left) - changes(right)


MIGNOTTE = x**9 - 2 * (1000 * x - 1) ** 2
CLOSE_PAIRS = {
    "Mignotte, degree 9": MIGNOTTE,
    "Mignotte, degree 16": x**16 - 2 * (20 * x - 1) ** 2,
    "Wilkinson with a small change": sum(
        c * x**k for k, c in enumerate(coefficients(prod(x - k for k in range(1, 13)) * 2**23 + 2 * x**11 + 2))
    ),
    "two roots at a distance of 1e-20": (10**20 * x - 1) ** 2 - 2,
    "large and small roots": x**5 - 10**40 * x - 1,
    "five roots 2⁻¹⁰⁰⁰ away from 1": 2**5000 * (x - 1) ** 5 - 2**1000 * (x - 1) - 1,
    "three roots 2⁵⁰⁰ away from 2²⁰⁰⁰": (x - 2**2000) ** 3 - 2**1500 - 1,
    "Chebyshev": 32 * x**6 - 48 * x**4 + 18 * x**2 - 3,
    "cyclotomic of order 105": Poly(fmpz_poly.cyclotomic(105).coeffs()[::-1], x).as_expr(),
}


@pytest.mark.parametrize("polynomial", CLOSE_PAIRS.values(), ids=CLOSE_PAIRS)
def test_balls_are_disjoint_and_hold_one_root_each(polynomial: object) -> None:
    """There is a ball for every root, they are disjoint, and the real ones are as many as Sturm's theorem counts."""
    p = coefficients(polynomial)
    roots = isolate(p, QQ_FIELD)
    assert len(roots) == len(p) - 1
    assert not any(r.ball.overlaps(s.ball) for i, r in enumerate(roots) for s in roots[:i])
    bound = Fraction(2 * max(map(abs, p)))
    assert sum(r.real for r in roots) == sturm(p, -bound, bound)


@pytest.mark.parametrize("polynomial", CLOSE_PAIRS.values(), ids=CLOSE_PAIRS)
def test_real_roots_are_where_the_sign_changes(polynomial: object) -> None:
    """The ball of a real root is an interval in which the polynomial has exactly one root."""
    p = coefficients(polynomial)
    for number, root in enumerate(isolate(p, QQ_FIELD)):
        if root.real:
            ball = Eigenvalue(QQ_FIELD, p, number).enclosure(45)
            assert ball.imag == 0
            assert sturm(p, ball.real - ball.radius, ball.real + ball.radius) == 1


@pytest.mark.parametrize("digits", [1, 5, 50, 500])
def test_radius(digits: int) -> None:
    """The radius keeps its promise at any number of digits, also for large numbers."""
    for eigenvalue in eigenvalues_of(x**5 - x - 1, x**2 - 10**12 * x + 1, x**3 - 2):
        ball = eigenvalue.enclosure(digits)
        assert ball.radius <= max(Fraction(1), Fraction(abs(complex(ball)))) / 10**digits


def test_five_hundred_digits_of_the_square_root_of_two() -> None:
    """The ball contains √2: its ends have squares on the two sides of 2."""
    ball = eigenvalues_of(x**2 - 2)[1].enclosure(500)
    assert (ball.real - ball.radius) ** 2 < 2 < (ball.real + ball.radius) ** 2


def test_more_digits_are_nested() -> None:
    """Balls of higher precision meet those of lower precision."""
    for eigenvalue in eigenvalues_of(x**5 - x - 1):
        coarse, fine = eigenvalue.enclosure(5), eigenvalue.enclosure(80)
        distance = (coarse.real - fine.real) ** 2 + (coarse.imag - fine.imag) ** 2
        assert distance <= (coarse.radius + fine.radius) ** 2


def test_wilkinson() -> None:
    """The roots of (x − 1)(x − 2)…(x − 20) are 1, …, 20 and nothing else."""
    p = coefficients(prod(x - k for k in range(1, 21)))
    companion = hypercompanion(p, 1)
    assert [v.expr for v in eigensystem(companion).eigenvalues] == list(range(1, 21))


@pytest.mark.parametrize(
    ("factors", "expected"),
    [
        ([x**2 + 1, x**2 + 4], ["-1.0j", "1.0j", "-2.0j", "2.0j"]),
        ([x**2 + 4, x**2 + 1], ["-1.0j", "1.0j", "-2.0j", "2.0j"]),
        ([x**2 + 1, x + 1, x - 1], ["-1", "1", "-1.0j", "1.0j"]),
        ([x**2 + 2 * x + 2, x**2 - 2 * x + 2, x**2 + 1], ["-1-1j", "-1+1j", "-1.0j", "1.0j", "1-1j", "1+1j"]),
        ([x**2 - 2 * x + 2, x**2 - 2 * x + 5], ["1-1j", "1+1j", "1-2j", "1+2j"]),
        ([x**4 + 5 * x**2 + 5, x**2 + 2], ["-1.1756j", "1.1756j", "-1.4142j", "1.4142j", "-1.9021j", "1.9021j"]),
        # √2 ± i and √2 ± √2 i: equal real parts, irrational, from different factors
        (
            [x**4 - 2 * x**2 + 9, x**4 + 16],
            [
                *("-1.4142-1j", "-1.4142+1j", "-1.4142-1.4142j", "-1.4142+1.4142j"),
                *("1.4142-1j", "1.4142+1j", "1.4142-1.4142j", "1.4142+1.4142j"),
            ],
        ),
        # the real part of the complex roots of x³ − 2 is −∛2/2, that of x³ + 16 (roots −2∛2, ∛2 ± √3 ∛2 i) is ∛2
        (
            [x**3 - 2, x**3 + 16],
            ["-2.5198", "1.2599", "-0.63-1.0911j", "-0.63+1.0911j", "1.2599-2.1822j", "1.2599+2.1822j"],
        ),
    ],
    ids=str,
)
def test_order(factors: list[object], expected: list[str]) -> None:
    """Reals ascending, then by real part, then by |imaginary part|, the lower half-plane first; ties are decided."""
    values = [complex(v) for v in eigenvalues_of(*factors)]
    assert values == pytest.approx([complex(z) for z in expected], abs=1e-3)


def test_order_with_equal_irrational_real_parts() -> None:
    """The roots of x² − rx + 1 and x² − rx + 2 share the real part r/2, r the real root of x³ − x − 1."""
    values = eigenvalues_of(_norm(1), _norm(2))
    pair = [complex(v) for v in values if abs(complex(v).real - 1.324717957244746 / 2) < 1e-12]
    assert pair == sorted(pair, key=lambda z: (abs(z.imag), z.imag))
    assert len(pair) == 4


def _norm(c: int) -> object:
    """The product of x² − rx + c over the roots r of r³ − r − 1: x³(s³ − s − 1) for s = (x² + c)/x."""
    return Poly((x**2 + c) ** 3 - x**2 * (x**2 + c) - x**3, x).as_expr()


def test_order_over_a_number_field() -> None:
    """Eigenvalues of a matrix over Q(√2) are ordered as numbers: ties between different factors included."""
    rows = block_sum([[0, -1], [1, 2 * sqrt(2)]], [[0, -3], [1, 2 * sqrt(2)]], [[sqrt(2)]], [[-sqrt(2)]])
    # λ² − 2√2λ + 1 has real roots √2 ± 1; λ² − 2√2λ + 3 has √2 ± i.
    values = [complex(v) for v in eigensystem(rows).eigenvalues]
    assert values == pytest.approx([-(2**0.5), 2**0.5 - 1, 2**0.5, 2**0.5 + 1, 2**0.5 - 1j, 2**0.5 + 1j])


def test_order_over_the_gaussian_rationals() -> None:
    """i comes before 2i and after −i: real parts tie exactly."""
    values = [v.expr for v in eigensystem([[2 * I, 0, 0], [0, I, 0], [0, 0, -I]]).eigenvalues]
    assert values == [-I, I, 2 * I]


def test_roots_of_equal_real_part_are_ordered_whatever_the_order_given() -> None:
    """`ordered` depends on the set of roots alone."""
    roots = [r for p in ((1, 0, 1), (4, 0, 1), (9, 0, 0, 0, 1)) for r in integer_roots(p, 64)]
    expected = ordered(roots)
    assert ordered(roots[::-1]) == expected
    assert ordered(roots[3:] + roots[:3]) == expected


def test_refined_balls_meet_the_first() -> None:
    """Refining follows the same root."""
    for p in (coefficients(MIGNOTTE), coefficients(x**16 - 2 * (20 * x - 1) ** 2)):
        for root in isolate(p, QQ_FIELD):
            ball = refine(root, 300)
            assert ball.overlaps(root.ball)
            assert sum(bool(ball.overlaps(other.ball)) for other in isolate(p, QQ_FIELD)) == 1


def test_number_field_roots_are_those_of_their_polynomial() -> None:
    """The roots of λ² − λ − ∛2 over Q(∛2) are (1 ± √(1 + 4∛2))/2, not their conjugates."""
    eigenvalues = eigensystem([[0, CRootOf(x**3 - 2, 0)], [1, 1]]).eigenvalues
    root = (1 + 4 * 2 ** (1 / 3)) ** 0.5
    assert [complex(v) for v in eigenvalues] == pytest.approx([(1 - root) / 2, (1 + root) / 2])


@pytest.mark.parametrize("number", [2, 1.5, 1 + 0.2j, Fraction(3, 2), Fraction(8, 5)])
def test_ball_contains(number: complex) -> None:
    """Membership of a ball is decided exactly, on its rim too."""
    inside = number in Ball(Fraction(3, 2), Fraction(0), Fraction(1, 10))
    assert inside == (number in {1.5, Fraction(8, 5)})


def test_close_roots_over_a_number_field() -> None:
    """Roots over Q(i) that are much closer to their conjugates than to each other are told from them."""
    a, b, c = 3 * 2**50, 2**51, 2**50
    system = eigensystem([[a, b - a * I, -c - a * I], [b + a * I, -a, c + 1], [-c + a * I, c, 0]])
    assert [complex(x).imag != 0 for x in system.eigenvalues] == [True, True, True]
    assert abs(sum(map(complex, system.eigenvalues))) < 1
