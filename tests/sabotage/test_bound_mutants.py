"""One-line faults in what is said of bounds, moduli, norms, Perron roots and growth: each is noticed.

Every mutant is a fresh copy of the package in which one line differs; `examine` must fail on it.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from sympy import I, Rational, sqrt

from tests.sabotage.mutants import Mutants, bounded, each_of, sabotaged, source_of
from tests.strategies import block_sum, hypercompanion

MUTANTS: Mutants = {
    "gershgorin": [
        ("for j in range(n) if j != i))) for i in range(n)", "for j in range(n)))) for i in range(n)"),
        ("Disc(j + 1, M[j, j], Add(*(moduli[i, j]", "Disc(j + 1, M[j, j], Add(*(moduli[j, i]"),
        ("modulus(disc.center - point), disc.radius, True)", "modulus(disc.center - point), disc.radius, False)"),
        ("re(disc.center) - disc.radius, bound, False)", "re(disc.center) - disc.radius, bound, True)"),
        ("bound, re(disc.center) + disc.radius, False)", "bound, re(disc.center) - disc.radius, False)"),
        ("component.update({disc.number: one for disc in other})", "component[b.number] = one"),
        ("        return _unions(self.columns)", "        return _unions(self.rows)"),
        ("            if not false:\n", "            if len(false) < len(discs):\n"),
        ("(self.radius + other.radius - modulus", "(max(self.radius, other.radius) - modulus"),
        ("        return -largest(left), largest(right)", "        return largest(left), largest(right)"),
    ],
    "signs": [
        ("return 1 if ball > 0 else -1", "return 1"),
        ("        zero = precision == TIE_PRECISION and _is_zero(x)\n", "        zero = precision == TIE_PRECISION\n"),
        ("        return x * sign_of(x)", "        return x"),
        ("return sqrt(real**2 + imaginary**2)", "return sqrt(real**2 + imaginary)"),
        ("            if not is_nonnegative(found - x):", "            if is_nonnegative(found - x):"),
    ],
    "moduli": [
        ("            return -1 if x < y else 1", "            return 1 if x < y else -1"),
        ("squares(a.polynomial) if a.real else products", "products(a.polynomial) if a.real else products"),
        ("        return (P[0] / P[1]) ** 2", "        return -P[0] / P[1]"),
        ("        return None\n    square = fmpq(n, lead)", "        return fmpq(0)\n    square = fmpq(n, lead)"),
        ("return -real.expr if _root(real).ball.real < 0 else real.expr", "return real.expr"),
        ("return square_root(squared_modulus(", "return (squared_modulus("),
    ],
    "isolation": [
        ("[(p[k] ** 2 - p[2 * k]) / 2 for k", "[(p[k] ** 2 + p[2 * k]) / 2 for k"),
        ("return even * even - fmpz_poly([0, 1]) * odd * odd", "return even * even - odd * odd"),
    ],
    "norms": [
        ("conjugates = [[field.conjugate(x) for x in line] for line in lines]", "conjugates = lines"),
        ("else eigenvalues[-1].expr\n", "else eigenvalues[0].expr\n"),
        ("(zip(*moduli, strict=True) if ord == 1 else moduli)", "(moduli if ord == 1 else zip(*moduli, strict=True))"),
        ("return sqrt(Add(*(x**2 for row", "return sqrt(Add(*(x for row"),
    ],
    "perron": [
        ("scale = ring.mul(total, ring.inverse(product)) if", "scale = ring.inverse(product) if"),
        ("    if len(found) > 1:\n", "    if False:\n"),
        ("for M in (S.given, transposed))", "for M in (S.given, S.given))"),
        ("set(other) <= set(support) for other in basic):", "False for other in basic):"),
        ("return gcd(*(distance[i] + 1 - distance[j]", "return max(*(distance[i] + 1 - distance[j]"),
        ("new = {i for i, row in enumerate(rows) if", "new = {i for i, row in () if"),
        ("[x for x in S.eigenvalues if x.is_real][-1]", "[x for x in S.eigenvalues if x.is_real][0]"),
    ],
    "iterates": [
        ("return K.convert(c) ** k * K.convert(d)", "return K.convert(c) ** (k + 1) * K.convert(d)"),
        ("zip(x.to_list_flat(), y.to_list_flat(), strict=True)", "[(bar(a), a) for a in x.to_list_flat()]"),
        ("quotient = inner / (self._squares[k] * self.field.domain.convert(c))", "quotient = inner / self._squares[k]"),
    ],
    "power_iteration": [
        ("for k in range(1, index + 1):", "for k in range(1, index):"),
        ("for c in minpoly[-2:0:-1]:", "for c in minpoly[-1:0:-1]:"),
        ("return (1 - abs(inner) ** 2 /", "return (1 - abs(inner) /"),
        ("abs(value(precision) - refine(root, precision))", "abs(value(precision) + refine(root, precision))"),
    ],
    "growth": [
        ("            index += 1\n", "            index = 1\n"),
        ("        return max(map(self._exponent, self.rate.eigenvalues)) - 1", "        return 0"),
        ("if self._exponent(x) == self.degree + 1)", "if True)"),
        ("return not set(self.rate.eigenvalues) <= set(", "return not set(self.rate.eigenvalues) >= set("),
        ("return self.degree == 0 and not self._vanishes", "return self.degree == 0"),
        ("/ self.rate.ball(precision) ** k", "/ self.spectral_radius.ball(precision) ** k"),
    ],
    "rounding": [
        ("if len(ends) == 1 or", "if True or"),
    ],
}


def examine(package: ModuleType) -> None:
    """Raise where anything is wrong with bounds, moduli, norms, Perron roots or growth."""
    _examine_discs(package)
    _examine_moduli(package)
    _examine_perron(package)
    _examine_growth(package)


def _examine_discs(package: ModuleType) -> None:
    discs = package.gershgorin([[3, "1/10", "3/10", 1], ["1/10", 1, 0, "1/5"], [0, "1/10", 5, 0], [-1, 0, 0, "9/5"]])
    assert [d.radius for d in discs.rows] == [Rational(7, 5), Rational(3, 10), Rational(1, 10), 1]
    assert [d.radius for d in discs.columns] == [Rational(11, 10), Rational(1, 5), Rational(3, 10), Rational(6, 5)]
    assert [u.numbers for u in discs.row_unions] == [(1, 2, 4), (3,)]
    assert discs.row_unions[0].interval == (Rational(7, 10), Rational(22, 5))
    assert discs.excludes_below("7/10").family == "rows"
    assert not discs.excludes_below("4/5")
    assert discs.excludes_above("51/10")
    assert not discs.excludes_above(5)
    chain = package.gershgorin([[0, 1, 0], [0, 4, 1], [1, 0, 2]])
    assert [u.numbers for u in chain.row_unions] == [(1, 2, 3)]
    assert [u.numbers for u in package.gershgorin([[0, 0, 0], [6, 10, 0], [6, 0, 20]]).column_unions] == [(1, 2), (3,)]
    assert not package.gershgorin([[3, 1], [1, 3]]).excludes(2)
    for gap, count in [(0, 1), (Rational(1, 10**90), 2)]:
        nearly_touching = package.gershgorin([[0, sqrt(2)], [sqrt(3) - gap, sqrt(5 + 2 * sqrt(6))]])
        assert len(nearly_touching.row_unions) == count


def _with_factors(*factors: tuple[int, ...]) -> Any:
    return block_sum(*(hypercompanion(f, 1) for f in factors))


def _examine_moduli(package: ModuleType) -> None:
    for factors, count in [
        (((-2, 0, 1), (2, 0, 1)), 4),
        (((-2, 1), (3, 1)), 1),
        (((-1, -1, 0, 1), (1, -1, 0, 1)), 2),
        (((-1, 1, 0, 1), (1, 1, 0, 1)), 4),
        (((1, -1, -1, -1, 1), (-1, 1)), 1),
        (((1, 0, 0, 0, 0, 0, 1, 0, 1), (4, 0, 1)), 2),
        (((2**900 + 1, -(2**440), 1), (2**900 + 1, 1, 1)), 4),
    ]:
        assert len(package.spectral_radius(_with_factors(*factors)).eigenvalues) == count
    assert package.spectral_radius([[-3]]).expr == 3
    assert package.spectral_radius([[1, -2], [3, 1]]).expr == sqrt(7)
    assert abs(float(package.spectral_radius(_with_factors((-1, 1, 0, 1))).expr) - 1.2106077944060047) < 1e-12
    assert package.spectral_radius([[sqrt(2) - 3]]).expr == 3 - sqrt(2)
    rows = [[1 + I, 2], [0, -3]]
    assert [package.norm(rows, order) for order in (1, float("inf"), "max")] == [5, 2 + sqrt(2), 3]
    assert package.norm(rows) == sqrt(15)
    assert abs(float(package.norm(rows, 2)) - 3.69927809693006) < 1e-9
    assert package.norm([[1, 1 - sqrt(2)]], 1) == 1
    assert package.norm([[1 - sqrt(2)]], "max") == sqrt(2) - 1
    assert package.norm([[1 + 2 * I]], "max") == sqrt(5)


def _examine_perron(package: ModuleType) -> None:
    for rows, root, right, left, period in [
        ([[0, 6, 0], [1, 0, 1], ["3/2", 0, 0]], 3, ["1/2", "1/4", "1/4"], ["6/7", "12/7", "4/7"], 1),
        ([[0, 1, 0, 0], [0, 0, 1, 1], [1, 0, 0, 0], [1, 0, 0, 0]], None, None, None, 3),
        ([[1, 1], [0, 1]], 1, [1, 0], [0, 1], None),
        ([[1, 1], [0, 2]], 2, ["1/2", "1/2"], [0, 2], None),
        ([[1, 0, 1], [0, 1, 1], [0, 0, 1]], 1, ["1/2", "1/2", 0], [0, 0, 1], None),
        ([[2, 0, 0], [0, 1, 1], [0, 1, 1]], 2, ["1/2", "1/4", "1/4"], ["4/3", "2/3", "2/3"], None),
        ([[0, 4], [1, 0]], 2, ["2/3", "1/3"], ["3/4", "3/2"], 2),
    ]:
        found = package.perron(rows)
        assert found.period == period
        if root is not None:
            assert found.root.expr == root
            assert list(found.right) == list(map(Rational, right))
            assert list(found.left) == list(map(Rational, left))


def _examine_growth(package: ModuleType) -> None:
    jordan = [[2, 1, 0], [0, 2, 0], [0, 0, -2]]
    found = package.growth(jordan, [0, 1, 1], steps=4)
    assert (found.degree, len(found.dominant), found.settles) == (1, 1, False)
    assert found.squared_norms == (2, 9, 48, 272, 1536)
    assert list(found.power_iteration.direction) == [1, 0, 0]
    slow = package.growth([[3, 1], [0, 2]], ["1/3", "-1/3"], steps=4)
    assert (slow.misses_spectral_radius, slow.rate.expr, slow.settles) == (True, 2, True)
    assert slow.rescaled == (slow.norms[0],) * 5
    assert not package.growth([[0, 1], [1, 0]], [1, 1]).misses_spectral_radius
    assert not package.growth([[0, 1], [0, 0]], [1, 0], steps=2).settles
    half = package.growth([["1/2", "1/2"], [0, "1/4"]], [1, 1], steps=3)
    assert half.squared_norms == (2, Rational(17, 16), Rational(101, 256), Rational(485, 4096))
    iteration = package.growth([[2, 1], [1, 2]], [1, 0], steps=3).power_iteration
    assert list(iteration.direction) == [Rational(1, 2)] * 2
    assert [round(x, 12) for x in iteration.errors] == [round(2 / (1 + 9**k), 12) for k in range(4)]
    assert [round(x, 12) for x in iteration.sines] == [round((1 + 9**k) ** -0.5, 12) for k in range(4)]
    halved = package.growth([[1, "1/2"], ["1/2", 1]], [1, 0], steps=3).power_iteration
    assert [round(x, 12) for x in halved.estimates] == [round(3 / 2 - 1 / (1 + 9**k), 12) for k in range(4)]
    exact = package.growth([[sqrt(2), 0], [0, 1]], [1, sqrt(2) - Rational(665857, 470832)], steps=1)
    assert exact.norms[0] == 1.0
    # (1 + 2⁻⁵³)² + 2⁻²⁰⁰ has a root just above the middle between 1 and the next double.
    near = package.growth([[1]], [1 + Rational(1, 2**53) + Rational(1, 2**120)], steps=1)
    assert near.norms[0] == 1 + 2**-52
    nilpotent_beside = package.growth(block_sum([[0, 1], [0, 0]], [[3]]), [0, 1, 1], steps=2)
    assert nilpotent_beside.minpoly.degree == 3


def test_without_fault() -> None:
    """The examination is passed by the package as it is."""
    with sabotaged("symeig.exact.growth", "", "") as package:
        examine(package)


each_mutant = each_of(MUTANTS, "symeig.exact")


@each_mutant
def test_text_occurs_once(module: str, old: str, new: str) -> None:
    """The text that is replaced stands exactly once in the module, and something else replaces it."""
    assert source_of(module)[0].count(old) == 1
    assert old != new


@each_mutant
def test_mutant_is_killed(module: str, old: str, new: str) -> None:
    """The examination fails, or nothing works any more."""
    with sabotaged(module, old, new) as package, bounded(), pytest.raises(Exception):  # noqa: B017, PT011
        examine(package)
