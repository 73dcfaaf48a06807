"""An eigenvalue in decimals, each of them proved."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from symeig.exact.eigenvalues import Eigenvalue

__all__ = ["Decimals", "decimals", "nearest"]

# Precision, in multiples of the digits asked for, after which a number that lies half-way between two decimals for all
# that is known is taken to lie there: both decimals are then equally near.
LAST_PRECISION = 16


@dataclass(frozen=True, slots=True)
class Decimals:
    """A complex number to some decimals: real and imaginary part are each the nearest decimals with that last place.

    Attributes:
        real: The real part; None where the number is imaginary.
        imag: The imaginary part; None where the number is real.
        last_place: The power of ten of their last digit.
    """

    real: Decimal | None
    imag: Decimal | None
    last_place: int

    @property
    def radius(self) -> Decimal:
        """One unit in the last place: the number lies in the disc of this radius."""
        return Decimal((0, (1,), self.last_place))


def decimals(eigenvalue: Eigenvalue, digits: int) -> Decimals:
    """The decimals of an eigenvalue.

    Args:
        eigenvalue: Without parameters.
        digits: Significant digits of the larger one of real and imaginary part, at least 1.

    Raises:
        UndecidedError: The eigenvalue depends on parameters.

    Examples:
        >>> from symeig import eigensystem
        >>> decimals(eigensystem([[1, 1], [1, 0]]).eigenvalues[1], 6)
        Decimals(real=Decimal('1.61803'), imag=None, last_place=-5)
    """
    if not eigenvalue.coefficients[0]:
        return Decimals(Decimal((0, (0,), 1 - digits)), None, 1 - digits)
    precision = digits + 2
    while True:
        ball = eigenvalue.enclosure(precision)
        size = max(abs(ball.real), abs(ball.imag))
        if size > ball.radius * 10 ** (digits + 1):
            last_place = _magnitude(size) - digits + 1
            parts = [nearest(x, ball.radius, last_place) for x in (ball.real, ball.imag)]
            if None not in parts or precision > LAST_PRECISION * (digits + 2):
                real, imag = (nearest(x, Fraction(0), last_place) for x in (ball.real, ball.imag))
                return Decimals(real if ball.real else None, imag if ball.imag else None, last_place)
        precision *= 2


def _magnitude(x: Fraction) -> int:
    """The k with 10ᵏ ≤ x < 10ᵏ⁺¹."""
    k = int((x.numerator.bit_length() - x.denominator.bit_length()) * 0.30103)
    while x < Fraction(10) ** k:
        k -= 1
    while x >= Fraction(10) ** (k + 1):
        k += 1
    return k


def nearest(x: Fraction, radius: Fraction, last_place: int) -> Decimal | None:
    """The decimal nearest to a number that is known up to a radius, or None where there may be two."""
    unit = Fraction(10) ** last_place
    low, high = round((x - radius) / unit), round((x + radius) / unit)
    return Decimal(f"{low}E{last_place}") if low == high else None
