r"""Roots of polynomials in certified balls, in a fixed order.

The order: real roots ascending, then the others by real part, then by absolute value of the imaginary part, the one in
the lower half-plane first. Balls decide what they can; equality is decided by algebra. Over a number field every root
is a root of an integer polynomial (a norm), and for integer polynomials FLINT knows which roots are real.

References:
    [Joh17] for ball arithmetic; Bostan, Flajolet, Salvy, Schost: Fast computation of special resultants. J. Symb.
    Comput. 41 (2006) 1–29, §3 (composed sums by power sums).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cmp_to_key, lru_cache
from typing import Any

from flint import acb, acb_poly, arb, ctx, fmpq, fmpq_mat, fmpq_poly, fmpq_series, fmpz, fmpz_poly
from sympy.polys.densearith import dup_mul, dup_rem

from symeig.errors import BudgetExceededError
from symeig.exact.fields import BaseField

__all__ = [
    "Root",
    "better",
    "conjugate_roots",
    "integer_value",
    "isolate",
    "ordered",
    "products",
    "refine",
    "root_near",
    "same_root",
    "squares",
    "too_close",
    "value_at",
]

# Bits at which roots are first isolated.
FIRST_PRECISION = 64

# Bits after which two real parts that still overlap are compared by algebra.
TIE_PRECISION = 256

# Bits that are never exceeded.
LAST_PRECISION = 2**20

# How many bits smaller than their mean the distances of roots from it are before we look at them through a lens.
CLUSTERED = 32


@dataclass(frozen=True, slots=True)
class Root:
    """A complex algebraic number: a root of an irreducible integer polynomial, with a ball that isolates it.

    Attributes:
        polynomial: Coefficients, the constant one first.
        ball: Contains this root of the polynomial and no other.
        real: Whether the number is real.
    """

    polynomial: tuple[int, ...]
    ball: acb
    real: bool


@lru_cache(maxsize=1024)
def integer_roots(polynomial: tuple[int, ...], precision: int) -> tuple[Root, ...]:
    """The roots of an irreducible integer polynomial in balls of some precision, in no promised order."""
    p, mean, exponent = _magnified(fmpz_poly(list(polynomial)))
    with ctx.workprec(precision):
        roots = [z for z, _ in p.complex_roots()]
    if p != fmpz_poly(list(polynomial)):
        with ctx.workprec(precision + abs(exponent) + int(mean.height_bits())):
            roots = [mean + z * arb(2) ** exponent for z in roots]
    return tuple(Root(polynomial, z, bool(z.imag == 0)) for z in roots)


def _magnified(p: fmpz_poly) -> tuple[fmpz_poly, fmpq, int]:
    """q, c and k: the roots of p are c + 2ᵏy for the roots y of q.

    Where the roots of p lie close together around their mean c, those of q are about as large as 1: FLINT would need
    minutes for a cluster of diameter 2⁻¹⁰⁰⁰ around 1. Elsewhere q = p. The size of the roots of p(c + x) is bounded by
    that of their elementary symmetric functions (Fujiwara).
    """
    n = p.degree()
    mean = -fmpq(p[n - 1], n * p[n])
    q = fmpq_poly(p)(fmpq_poly([mean, 1])).numer()
    exponent = max((-(-(_bits(q[i]) - _bits(q[n])) // (n - i)) for i in range(n) if q[i]), default=0)
    if not mean or exponent > _bits(mean.p) - _bits(mean.q) - CLUSTERED:
        return p, fmpq(0), 0
    scaled = [c << (exponent * i if exponent > 0 else exponent * (i - n)) for i, c in enumerate(q.coeffs())]
    return fmpz_poly(scaled), mean, exponent


def _bits(k: fmpz) -> int:
    return int(k.height_bits())


def better(root: Root, precision: int) -> Root:
    """The same root in a ball of higher precision."""
    candidates = [r for r in integer_roots(root.polynomial, precision) if r.ball.overlaps(root.ball)]
    return candidates[0] if len(candidates) == 1 else better(root, 2 * precision)


@lru_cache(maxsize=1024)
def isolate(polynomial: tuple[Any, ...], field: BaseField) -> tuple[Root, ...]:
    """The roots of an irreducible polynomial over the rationals or a number field, in the fixed order.

    Args:
        polynomial: Coefficients over K (integers over the rationals), the constant one first.
        field: K, without parameters.
    """
    if field.is_rational:
        return tuple(ordered(integer_roots(polynomial, FIRST_PRECISION)))
    norms = _norm_factors(polynomial, field)
    precision = FIRST_PRECISION
    while precision <= LAST_PRECISION:
        balls = _field_roots(polynomial, field, precision)
        candidates = [r for P in norms for r in integer_roots(P, precision)]
        matches = [[r for r in candidates if r.ball.overlaps(z)] for z in balls]
        if balls and all(len(m) == 1 for m in matches):
            return tuple(ordered([m[0] for m in matches]))
        precision *= 2
    raise too_close(len(polynomial) - 1)


def too_close(count: int) -> BudgetExceededError:
    """The exception for roots that no precision in reach tells apart."""
    msg = f"{count} roots are too close to be told apart with {LAST_PRECISION} bits. Use S.components instead."
    return BudgetExceededError(msg, what="digits", limit=LAST_PRECISION, spent=LAST_PRECISION)


def _field_roots(polynomial: Sequence[Any], field: BaseField, precision: int) -> list[acb]:
    """The roots of a polynomial over a number field in disjoint balls, or none where the precision does not do."""
    with ctx.workprec(2 * precision):
        balls = acb_poly([field.numbers.enclose(c) for c in polynomial])
        try:
            # Without a tolerance FLINT stops as soon as the balls are disjoint, whatever the precision.
            return list(balls.roots(tol=arb(2) ** -precision, maxprec=4 * precision))
        except ValueError:
            return []


def _norm_factors(polynomial: Sequence[Any], field: BaseField) -> list[tuple[int, ...]]:
    """Irreducible integer polynomials among whose roots are those of a polynomial over a number field.

    Their product is, but for multiplicity, the characteristic polynomial of multiplication by x on K[x]/p over Q.
    """
    K, e, d = field.domain, field.numbers.degree, len(polynomial) - 1
    p = list(reversed(polynomial))
    p = [c / p[0] for c in p]
    rows = []
    for j in range(d):
        for i in range(e):
            theta = field.numbers.from_coefficients([K.domain(int(i == k)) for k in range(e)])
            image = dup_rem(dup_mul([theta] + [K.zero] * j, [K.one, K.zero], K), p, K)[::-1]
            image += [K.zero] * (d - len(image))
            rows.append(
                [fmpq(int(q.numerator), int(q.denominator)) for c in image for q in field.numbers.coefficients(c)]
            )
    norm = fmpq_mat(e * d, e * d, [q for row in rows for q in row]).charpoly()
    return [tuple(map(int, f.coeffs())) for f, _ in norm.numer().factor()[1]]


def refine(root: Root, precision: int) -> acb:
    """A ball around a root with a relative or absolute error below 2^−precision."""
    working = precision + 32
    with ctx.workprec(working):
        while True:
            ball = better(root, working).ball
            size = arb(1).max(abs(ball.mid()))
            if ball.rad() < size * arb(2) ** (-precision):
                return ball
            working *= 2


def value_at(element: Sequence[Any], root: acb, field: BaseField) -> acb:
    """A ball around an element of K[λ]/p, given by its coefficients from the constant one on, at a root of p."""
    total = acb(0)
    for c in reversed(element):
        total = total * root + field.numbers.enclose(field.domain.convert(c))
    return total


def ordered(roots: Sequence[Root]) -> list[Root]:
    """Distinct roots in the fixed order."""
    return sorted(roots, key=cmp_to_key(_compare))


def _compare(a: Root, b: Root) -> int:
    if a is b:
        return 0
    if a.real != b.real:
        return -1 if a.real else 1
    if a.real:
        return _compare_parts(a, b, _real_part)
    if _same_real_part(a, b):
        if conjugate_roots(a, b):
            return -1 if a.ball.imag < 0 else 1
        return _compare_parts(a, b, _absolute_imaginary_part)
    return _compare_parts(a, b, _real_part)


def _real_part(z: acb) -> arb:
    return z.real


def _absolute_imaginary_part(z: acb) -> arb:
    return abs(z.imag)


def _compare_parts(a: Root, b: Root, part: Callable[[acb], arb]) -> int:
    """−1 or 1 for parts that are known to differ."""
    precision = FIRST_PRECISION
    while precision <= LAST_PRECISION:
        x, y = part(better(a, precision).ball), part(better(b, precision).ball)
        if x < y:
            return -1
        if x > y:
            return 1
        precision *= 2
    raise too_close(2)


def conjugate_roots(a: Root, b: Root) -> bool:
    """Whether two roots are conjugate; the conjugate of a root is a root of the same polynomial."""
    return a.polynomial == b.polynomial and same_root(
        b, root_near(a.polynomial, lambda p: better(a, p).ball.conjugate())
    )


def same_root(a: Root, b: Root) -> bool:
    """Whether two balls hold the same root of one polynomial."""
    precision = FIRST_PRECISION
    while True:
        roots = integer_roots(a.polynomial, precision)
        of_a, of_b = ([k for k, r in enumerate(roots) if r.ball.overlaps(z.ball)] for z in (a, b))
        if len(of_a) == len(of_b) == 1:
            return of_a == of_b
        precision *= 2


def _same_real_part(a: Root, b: Root) -> bool:
    """Whether two roots that are not real have the same real part; decided by algebra where balls still overlap."""
    if conjugate_roots(a, b):
        return True
    precision = FIRST_PRECISION
    while precision <= TIE_PRECISION:
        if not better(a, precision).ball.real.overlaps(better(b, precision).ball.real):
            return False
        precision *= 2
    x, y = _rational_trace(a), _rational_trace(b)
    if x is not None or y is not None:
        return x == y
    return _same_root_of_sums(a, b)


def _rational_trace(a: Root) -> fmpq | None:
    """λ + λ̄ where it is rational, else None.

    With ℓ the leading coefficient, ℓ(λ + λ̄) is an algebraic integer: if rational, the one integer n in its ball. Then
    λ̄ = n/ℓ − λ is decided by whether P(n/ℓ − x) is ±P(x), and by the ball that n/ℓ − λ lies in.
    """
    lead = a.polynomial[-1]
    n = integer_value(lambda precision: 2 * lead * better(a, precision).ball.real)
    if n is None:
        return None
    trace = fmpq(n, lead)
    P = fmpq_poly(list(a.polynomial))
    reflected = P(fmpq_poly([trace, -1]))
    if reflected not in (P, -P):
        return None
    image = root_near(a.polynomial, lambda precision: acb(arb(n) / lead) - better(a, precision).ball)
    return trace if conjugate_roots(a, image) else None


def integer_value(value: Callable[[int], arb]) -> fmpz | None:
    """The one integer that a real number can be, or None where it is none.

    Args:
        value: A ball around the number, for a precision in bits.
    """
    precision = TIE_PRECISION
    while True:
        with ctx.workprec(precision):
            ball = value(precision)
        if ball.rad() < arb(0.25):
            return ball.unique_fmpz()
        precision *= 2


def root_near(polynomial: tuple[int, ...], value: Callable[[int], acb]) -> Root:
    """The root of an irreducible integer polynomial that a number is, which is known to be one.

    Args:
        polynomial: Coefficients, the constant one first.
        value: A ball around the number, for a precision in bits.
    """
    precision = FIRST_PRECISION
    while precision <= LAST_PRECISION:
        with ctx.workprec(precision):
            ball = value(precision)
        near = [r for r in integer_roots(polynomial, precision) if r.ball.overlaps(ball)]
        if len(near) == 1:
            return near[0]
        precision *= 2
    raise too_close(len(polynomial) - 1)


def _same_root_of_sums(a: Root, b: Root) -> bool:
    """Whether λ + λ̄ = μ + μ̄: as roots of one squarefree polynomial that has all sums of two roots as roots."""
    both = _sums(a.polynomial)
    if a.polynomial != b.polynomial:
        both *= _sums(b.polynomial)
    factors = [tuple(map(int, f.coeffs())) for f, _ in both.factor()[1]]
    precision = TIE_PRECISION
    while precision <= LAST_PRECISION:
        real = [r.ball.real for f in factors for r in integer_roots(f, precision) if r.real]
        x, y = (2 * better(r, precision).ball.real for r in (a, b))
        of_x, of_y = ({i for i, z in enumerate(real) if z.overlaps(t)} for t in (x, y))
        if not of_x & of_y:
            return False
        if len(of_x) == len(of_y) == 1:
            return True
        precision *= 2
    raise too_close(2)


def _sums(polynomial: tuple[int, ...]) -> fmpz_poly:
    """An integer polynomial whose roots are the sums of two different roots, by power sums.

    If E(t) = Σ pₖtᵏ/k! for the power sums pₖ of the roots, then (E(t)² − E(2t))/2 is that series for the sums.
    """
    d = len(polynomial) - 1
    D = d * (d - 1) // 2
    with _series_length(D + 1):
        factorial, exponential, doubled = fmpq(1), [], []
        for k, s in enumerate(_power_sums(polynomial, D)):
            factorial *= max(k, 1)
            exponential.append(s / factorial)
            doubled.append(s * 2**k / factorial)
        E = fmpq_series(exponential, prec=D + 1)
        halves = E * E - fmpq_series(doubled, prec=D + 1)
        factorial, sums = fmpq(1), []
        for k in range(1, D + 1):
            factorial *= k
            sums.append(halves[k] * factorial / 2)
    return _with_power_sums(sums)


def products(polynomial: tuple[int, ...]) -> fmpz_poly:
    """An integer polynomial whose roots are the products of two different roots.

    The sum of the k-th powers of the products is (pₖ² − p₂ₖ)/2 for the power sums pₖ of the roots.
    """
    d = len(polynomial) - 1
    D = d * (d - 1) // 2
    p = _power_sums(polynomial, 2 * D)
    return _with_power_sums([(p[k] ** 2 - p[2 * k]) / 2 for k in range(1, D + 1)])


def squares(polynomial: tuple[int, ...]) -> fmpz_poly:
    """An integer polynomial whose roots are the squares of the roots: E² − xO² for P(x) = E(x²) + xO(x²)."""
    even, odd = fmpz_poly(list(polynomial[::2])), fmpz_poly(list(polynomial[1::2]))
    return even * even - fmpz_poly([0, 1]) * odd * odd


def _power_sums(polynomial: tuple[int, ...], last: int) -> list[fmpq]:
    """The sums of the k-th powers of the roots for k from 0 to `last`, from the logarithmic derivative."""
    with _series_length(last + 1):
        P = fmpq_poly(list(reversed(polynomial)))
        reverse = fmpq_series(list(map(fmpq, reversed(polynomial))), prec=last + 1)
        logarithmic = fmpq_series(P.derivative().coeffs() or [0], prec=last + 1) / reverse
        return [fmpq(len(polynomial) - 1), *(-logarithmic[k] for k in range(last))]


def _with_power_sums(sums: Sequence[fmpq]) -> fmpz_poly:
    """The polynomial with as many roots as sums of their powers, from the first power on."""
    D = len(sums)
    with _series_length(D + 1):
        reverse = fmpq_series([0, *(-s / k for k, s in enumerate(sums, 1))], prec=D + 1).exp()
        return fmpq_poly([reverse[D - k] for k in range(D + 1)]).numer()


@contextmanager
def _series_length(length: int) -> Iterator[None]:
    """Set the number of terms that FLINT keeps of a power series."""
    saved, ctx.cap = ctx.cap, length
    try:
        yield
    finally:
        ctx.cap = saved
