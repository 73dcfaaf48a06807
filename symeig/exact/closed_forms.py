r"""Closed forms of roots of irreducible polynomials: short radicals, cosines and roots of unity.

Every function here only *proposes* numbers; `symeig.exact.eigenvalues` accepts a proposal when balls prove which root
it is. A form that is missed costs elegance, never truth.

References:
    Lehmer, D. H.: A note on trigonometric algebraic numbers. Amer. Math. Monthly 40 (1933) 165–166 (degrees of
    2cos(2πk/n)). Viète's trigonometric solution of the cubic with three real roots.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import gcd

from flint import fmpz_poly
from sympy import CRootOf, Expr, I, Integer, Poly, Rational, Symbol, acos, cbrt, cos, exp, pi, sqrt, sqrtdenest

__all__ = ["radicals", "short_forms", "square_root"]

# Orders n whose 2cos(2πk/n) are looked for: φ(n)/2 ≤ 60.
LARGEST_ORDER = 300


def _quadratic(c0: Expr, c1: Expr, c2: Expr) -> tuple[Expr, Expr]:
    """The roots of c₂x² + c₁x + c₀, the one with −√ first."""
    root = sqrt((c1**2 - 4 * c0 * c2).expand())
    return ((-c1 - root) / (2 * c2)).expand(), ((-c1 + root) / (2 * c2)).expand()


def square_root(x: Expr) -> Expr:
    """√x, without nesting where SymPy can tell; its `sqrtdenest` fails on some numbers that are not real."""
    root = sqrt(x)
    return sqrtdenest(root) if not x.has(CRootOf) and x.is_real else root


def short_forms(polynomial: Sequence[int]) -> Iterator[list[Expr]]:
    """Lists of what may be the roots of an irreducible integer polynomial of degree ≥ 3, the shortest forms first."""
    p = fmpz_poly(list(polynomial))
    d = p.degree()
    order = int(p.is_cyclotomic())
    if order:
        yield [_unity(k, order) for k in range(order) if gcd(k, order) == 1]
        return
    centre = Rational(-polynomial[-2], d * polynomial[-1])
    shifted = _shift(polynomial, centre)
    if not any(shifted[1:-1]):
        yield [centre + x for x in _pure(-shifted[0] / shifted[-1], d)]
    if d == 4 and not shifted[1]:
        yield [(centre + x).expand() for x in _biquadratic(shifted)]
    yield from _cosines(polynomial, shifted)
    if d == 4 and list(polynomial) == list(reversed(polynomial)):
        yield _palindromic(polynomial)


def _shift(polynomial: Sequence[int], centre: Rational) -> list[Rational]:
    """The coefficients of p(x + centre)."""
    x = Symbol("x")
    shifted = Poly(list(reversed(polynomial)), x, domain="QQ").compose(Poly(x + centre, x, domain="QQ"))
    return list(reversed(shifted.all_coeffs()))


def _unity(k: int, order: int) -> Expr:
    """exp(2πik/n), by square roots where SymPy knows its real part so."""
    real = cos(2 * pi * Rational(k, order))
    imaginary = cos(2 * pi * (Rational(k, order) - Rational(1, 4)))
    if real.has(cos) or imaginary.has(cos):
        return exp(2 * I * pi * Rational(k, order))
    return real + I * imaginary


def _pure(radicand: Rational, d: int) -> list[Expr]:
    """The solutions of xᵈ = a."""
    modulus = abs(radicand) ** Rational(1, d)
    half = 0 if radicand > 0 else 1
    return [(modulus * _unity(2 * k + half, 2 * d)).expand() for k in range(d)]


def _biquadratic(shifted: Sequence[Rational]) -> list[Expr]:
    """The solutions of c₄x⁴ + c₂x² + c₀ = 0."""
    found = []
    for square in _quadratic(shifted[0], shifted[2], shifted[4]):
        root = square_root(square)
        found += [-root, root]
    return found


def _palindromic(polynomial: Sequence[int]) -> list[Expr]:
    """The roots of a x⁴ + b x³ + c x² + b x + a through y = x + 1/x."""
    a, b, c = map(Integer, polynomial[:3])
    return [x for y in _quadratic(c - 2 * a, b, a) for x in _quadratic(Integer(1), -y, Integer(1))]


def _cosines(polynomial: Sequence[int], shifted: Sequence[Rational]) -> Iterator[list[Expr]]:
    """Roots of the form c + s·2cos(2πk/n) with rational c and s."""
    d = len(polynomial) - 1
    # Σ(x − mean)² over the roots, which scales with s².
    spread = -2 * shifted[-3] / shifted[-1]
    for n in range(7, LARGEST_ORDER):
        units = [k for k in range(1, (n + 1) // 2) if gcd(k, n) == 1]
        if len(units) != d:
            continue
        unit = [int(x) for x in fmpz_poly.cos_minpoly(n).coeffs()]
        mean = Rational(-unit[-2], d)
        ratio = spread / (-2 * _shift(unit, mean)[-3])
        scale = sqrt(ratio)
        if not scale.is_Rational:
            continue
        centre = Rational(-polynomial[-2], d * polynomial[-1])
        for s in (scale, -scale):
            c = centre - s * mean
            if _is_scaled(polynomial, unit, c, s):
                yield [c + 2 * s * cos(2 * pi * Rational(k, n)) for k in units]
                return


def _is_scaled(polynomial: Sequence[int], unit: Sequence[int], c: Rational, s: Rational) -> bool:
    """Whether the roots of the first polynomial are c + s·(the roots of the second)."""
    x = Symbol("x")
    p = Poly(list(reversed(polynomial)), x, domain="QQ").compose(Poly(s * x + c, x, domain="QQ"))
    return bool(p.monic() == Poly(list(reversed(unit)), x, domain="QQ").monic())


def radicals(polynomial: Sequence[int]) -> list[Expr]:
    """The roots of an integer polynomial of degree 3 or 4, by Cardano, Viète and Ferrari.

    Every radicand that is a real number is written so that this can be seen: real cube roots are roots of positive
    numbers, and a cubic with three real roots is solved by cosines.
    """
    d = len(polynomial) - 1
    centre = Rational(-polynomial[-2], d * polynomial[-1])
    shifted = [c / polynomial[-1] for c in _shift(polynomial, centre)]
    roots = _cubic(*shifted[1::-1]) if d == 3 else _quartic(*shifted[2::-1])
    return [centre + x for x in roots]


def _cubic(p: Expr, q: Expr) -> list[Expr]:
    """The roots of x³ + px + q; the first is real, the largest where there are three real ones."""
    discriminant = (q / 2) ** 2 + (p / 3) ** 3
    if discriminant < 0:
        radius, angle = 2 * sqrt(-p / 3), acos((3 * q / p * sqrt(-3 / p) / 2).expand()) / 3
        return [radius * cos(angle - 2 * pi * k / 3) for k in range(3)]
    root = sqrt(discriminant)
    u, v = (_real_cube_root(-q / 2 + sign * root) for sign in (1, -1))
    omega = Rational(-1, 2) + sqrt(3) * I / 2
    return [u + v, omega * u + omega.conjugate() * v, omega.conjugate() * u + omega * v]


def _real_cube_root(x: Expr) -> Expr:
    """The real cube root of a real number, by a root of a positive one; numbers of the form a + b√c compare exactly."""
    return cbrt(x) if x.is_nonnegative else -cbrt(-x)


def _quartic(p: Expr, q: Expr, r: Expr) -> list[Expr]:
    """The roots of x⁴ + px² + qx + r, q ≠ 0, by the largest root m of 8m³ + 8pm² + (2p² − 8r)m = q²; it is positive."""
    a, b, c = p, p**2 / 4 - r, -(q**2) / 8
    m = _cubic(b - a**2 / 3, 2 * a**3 / 27 - a * b / 3 + c)[0] - a / 3
    s = sqrt(2 * m)
    return [(i * s + j * sqrt(-(2 * p + 2 * m + i * 2 * q / s))) / 2 for i in (-1, 1) for j in (-1, 1)]
