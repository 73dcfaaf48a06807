"""Rational numbers near others: square roots from above, doubles, fractions."""

from __future__ import annotations

from fractions import Fraction
from math import inf, isqrt, ldexp

from flint import fmpq

__all__ = ["fraction", "nearest", "root_above", "root_below"]

# Binary digits of a square root.
DIGITS = 64


def root_above(x: fmpq) -> fmpq:
    """A short rational number at least √x, within a factor of 1 + 2⁻⁶².

    >>> root_above(fmpq(2)) ** 2 > 2, root_above(fmpq(9, 4))
    (True, 3/2)
    """
    root, exact = _root(x)
    return root if exact else root + _unit(root)


def root_below(x: fmpq) -> fmpq:
    """A short rational number at most √x, within a factor of 1 − 2⁻⁶²."""
    return _root(x)[0]


def _root(x: fmpq) -> tuple[fmpq, bool]:
    """√x from below with `DIGITS` digits, and whether that is it."""
    if not x:
        return fmpq(0), True
    p, q = int(x.p), int(x.q)
    shift = 2 * DIGITS - (p.bit_length() - q.bit_length())
    shift += shift % 2
    scaled, rest = divmod(p << shift if shift >= 0 else p, q if shift >= 0 else q << -shift)
    root = isqrt(scaled)
    return fmpq(root) * fmpq(2) ** (-shift // 2), not rest and root * root == scaled


def _unit(root: fmpq) -> fmpq:
    """One in the last place of a root from `_root`."""
    return root * fmpq(1, 1 << (DIGITS - 2))


def nearest(x: fmpq) -> float:
    """A double near a rational number; 0 or infinity beyond the range."""
    p, q = int(x.p), int(x.q)
    shift = 64 - (p.bit_length() - q.bit_length())
    scaled = (p << shift) // q if shift >= 0 else p // (q << -shift)
    try:
        return ldexp(scaled, -shift)
    except OverflowError:
        return inf if p > 0 else -inf


def fraction(x: fmpq) -> Fraction:
    """The same number as a `Fraction`."""
    return Fraction(int(x.p), int(x.q))
