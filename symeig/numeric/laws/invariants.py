r"""Laws of sums and products of all eigenvalues: trace, determinant, and the coefficients between them.

Sums and products of the floats that came back are formed exactly, so that no overflow, no rounding and no relative
tolerance on 0 disturb the comparison.

References:
    Ipsen, I. C. F., Rehman, R.: Perturbation bounds for determinants and characteristic polynomials. SIAM J. Matrix
    Anal. Appl. 30 (2008) 762–776.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from math import comb, isfinite

from flint import fmpq

from symeig.numeric.computation import Computation, Coordinates
from symeig.numeric.decisions import Decision, at_most
from symeig.numeric.dyadic import DyadicMatrix, power_of_two
from symeig.numeric.laws.law import best
from symeig.numeric.rationals import nearest

__all__ = ["characteristic", "coefficients", "power_sums", "product", "trace"]

# The highest power whose sum is compared where the matrix is large.
HIGHEST_POWER = 4

Number = tuple[fmpq, fmpq]


def trace(computation: Computation) -> Iterator[Decision]:
    """|Σμ − tr A| ≤ √n·δ."""
    total, expected = computation.values.total, computation.A.trace
    text = f"Σμ = {_written(total, computation.unit)}, and tr A = {_written(expected, computation.unit)}"
    distance = _squared_distance(total, expected)

    def decide(coordinates: Coordinates) -> list[Decision]:
        return [at_most("trace", distance, computation.n * coordinates.delta**2, 2, text=text)]

    yield from best(computation, decide)


def product(computation: Computation) -> Iterator[Decision]:
    """|Πμ − det A| ≤ Σ sₙ₋ᵢδⁱ, sₖ the elementary symmetric functions of the singular values."""
    found = _elementary(computation.pairs)[-1]
    exact = characteristic(computation.A)[-1]
    degree = computation.n * computation.unit
    text = f"Πμ = {_written(found, degree)}, and det A = {_written(exact, degree)}"
    distance = _squared_distance(found, exact)

    def decide(coordinates: Coordinates) -> list[Decision]:
        allowed = _allowed(coordinates.singular_values, coordinates.delta, computation.n)
        return [at_most("product", distance, allowed**2, 2, text=text)]

    yield from best(computation, decide)


def coefficients(computation: Computation) -> Iterator[Decision]:
    """The k-th elementary symmetric function of the μ is that of A, within Σ C(n−k+i, i)·sₖ₋ᵢδⁱ, 1 < k < n."""
    found, exact = _elementary(computation.pairs), characteristic(computation.A)
    distances = [_squared_distance(a, b) for a, b in zip(found, exact, strict=True)]

    def decide(coordinates: Coordinates) -> list[Decision]:
        return [
            at_most(
                "coefficients",
                distances[k],
                _allowed(coordinates.singular_values, coordinates.delta, k) ** 2,
                2,
                place=f"the sum of products of {k} eigenvalues",
            )
            for k in range(2, computation.n)
        ]

    yield from best(computation, decide)


def power_sums(computation: Computation) -> Iterator[Decision]:
    """|Σμᵏ − tr Aᵏ| ≤ n((σ + δ)ᵏ − σᵏ), σ the largest singular value, for k = 2, 3, 4."""
    square = computation.A @ computation.A
    traces = [_trace_of_product(computation.A, computation.A), _trace_of_product(square, computation.A)]
    traces.append(_trace_of_product(square, square))
    powers, distances = list(computation.pairs), []
    for expected in traces:
        powers = [_times(z, w) for z, w in zip(powers, computation.pairs, strict=True)]
        distances.append(_squared_distance(_sum(powers), expected))

    def decide(coordinates: Coordinates) -> list[Decision]:
        largest, delta = coordinates.norm, coordinates.delta
        return [
            at_most(
                "power-sums",
                distance,
                (computation.n * ((largest + delta) ** k - largest**k)) ** 2,
                2,
                place=f"the sum of powers {k}",
            )
            for k, distance in enumerate(distances, 2)
        ]

    yield from best(computation, decide)


def _allowed(singular: Sequence[fmpq], delta: fmpq, k: int) -> fmpq:
    """How far the k-th elementary symmetric function of the eigenvalues can move."""
    n = len(singular)
    s = _symmetric(singular)
    return sum((comb(n - k + i, i) * s[k - i] * delta**i for i in range(1, k + 1)), fmpq(0))


def _symmetric(numbers: Sequence[fmpq]) -> list[fmpq]:
    """The elementary symmetric functions of positive numbers, from that of degree 0 on."""
    s = [fmpq(1)]
    for x in numbers:
        s = [a + x * b for a, b in zip([*s, fmpq(0)], [fmpq(0), *s], strict=True)]
    return s


def _elementary(numbers: Sequence[Number]) -> list[Number]:
    """The elementary symmetric functions of complex numbers, from that of degree 0 on."""
    s: list[Number] = [(fmpq(1), fmpq(0))]
    zero = (fmpq(0), fmpq(0))
    for z in numbers:
        s = [_plus(a, _times(z, b)) for a, b in zip([*s, zero], [zero, *s], strict=True)]
    return s


@lru_cache(maxsize=32)
def characteristic(A: DyadicMatrix) -> list[Number]:
    """The elementary symmetric functions of the eigenvalues: the coefficients of det(λ − A), signs removed.

    For complex matrices by Faddeev and LeVerrier: Mₖ = A Mₖ₋₁ + cₙ₋ₖ₊₁ I, cₙ₋ₖ = −tr(A Mₖ)/k, all of it integral.
    """
    n, unit = A.shape[0], A.exponent
    if A.is_real:
        monic = [int(c) for c in A.X.charpoly().coeffs()][::-1]
        return [(fmpq((-1) ** k * c) * power_of_two(k * unit), fmpq(0)) for k, c in enumerate(monic)]
    integral = DyadicMatrix(A.shape, A.real, A.imag)
    identity = DyadicMatrix.identity(n)
    found: list[Number] = [(fmpq(1), fmpq(0))]
    M = identity
    for k in range(1, n + 1):
        product_ = integral @ M
        x, y = product_.trace
        c = DyadicMatrix.of([[(-int(x.p) // k, -int(y.p) // k)]])
        sign = (-1) ** k * power_of_two(k * unit)
        found.append((sign * c.real[0], sign * (c.imag[0] if c.imag else 0)))
        row = DyadicMatrix((1, n), c.real * n, c.imag * n)
        M = product_ + identity.times_columns(row)
    return found


def _trace_of_product(A: DyadicMatrix, B: DyadicMatrix) -> Number:
    """tr(AB), without the product."""
    n, unit = A.shape[0], power_of_two(A.exponent + B.exponent)
    transposed = B.T

    def dot(x: Sequence[int], y: Sequence[int]) -> int:
        return sum(a * b for a, b in zip(x, y, strict=True)) if x and y else 0

    real = dot(A.real, transposed.real) - dot(A.imag, transposed.imag)
    imag = dot(A.real, transposed.imag) + dot(A.imag, transposed.real)
    assert n == B.shape[0]  # noqa: S101  (both are n×n)
    return fmpq(real) * unit, fmpq(imag) * unit


def _sum(numbers: Sequence[Number]) -> Number:
    return sum((x for x, _ in numbers), fmpq(0)), sum((y for _, y in numbers), fmpq(0))


def _plus(z: Number, w: Number) -> Number:
    return z[0] + w[0], z[1] + w[1]


def _times(z: Number, w: Number) -> Number:
    return z[0] * w[0] - z[1] * w[1], z[0] * w[1] + z[1] * w[0]


def _squared_distance(z: Number, w: Number) -> fmpq:
    return (z[0] - w[0]) ** 2 + (z[1] - w[1]) ** 2


def _written(z: Number, exponent: int) -> str:
    """A number times 2^exponent, with nine digits."""
    unit = power_of_two(exponent)
    x, y = z[0] * unit, z[1] * unit
    return _digits(x) if not y else f"{_digits(x)}{_digits(y, '+')}i"


def _digits(x: fmpq, sign: str = "-") -> str:
    """Nine digits of a number that may be beyond the range of floats."""
    near = nearest(x)
    if isfinite(near) and bool(near) == bool(x):
        return f"{near:{sign}.9g}"
    return f"{Decimal(int(x.p)) / Decimal(int(x.q)):{sign}.9g}"
