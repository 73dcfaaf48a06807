"""Balls rounded to doubles: what is displayed of an exact number is the double nearest to it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import inf

from flint import arb, ctx

from symeig.exact.eigenvalues import exact_fraction

__all__ = ["nearest_double"]

FIRST_PRECISION, LAST_PRECISION = 64, 8192


def nearest_double(value: Callable[[int], arb]) -> float:
    """The double nearest to a real number; infinite where it is beyond the largest one.

    Args:
        value: A ball around the number, for a precision in bits, at which FLINT computes when it is called.

    Returns:
        The nearest double. A number that 8192 bits cannot tell from the middle between two doubles is rounded to one of
        these.

    Examples:
        >>> nearest_double(lambda _: arb(2).sqrt())
        1.4142135623730951
    """
    precision = FIRST_PRECISION
    while True:
        with ctx.workprec(precision):
            ball = value(precision)
            ends = {_double(exact_fraction(x)) for x in (ball.lower(), ball.upper()) if x.is_finite()}
        if len(ends) == 1 or precision >= LAST_PRECISION:
            return _double(exact_fraction(ball.mid()))
        precision *= 2


def _double(x: Fraction) -> float:
    try:
        return float(x)
    except OverflowError:
        return inf if x > 0 else -inf
