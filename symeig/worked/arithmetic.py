"""Sums and products in a field, quick for polynomials in its generators.

SymPy looks for common factors of numerator and denominator after every operation; there are none where both
denominators are 1.
"""

from __future__ import annotations

from typing import Any

from sympy.polys.fields import FracElement

__all__ = ["added", "multiplied"]


def added(x: Any, y: Any) -> Any:
    """The sum.

    Examples:
        >>> from sympy import QQ
        >>> from sympy.abc import k
        >>> K = QQ.frac_field(k)
        >>> added(K(k), K(2)), added(K(1) / K(k), K(2))
        (k + 2, (2*k + 1)/k)
    """
    return x.raw_new(x.numer + y.numer) if _are_polynomials(x, y) else x + y


def multiplied(x: Any, y: Any) -> Any:
    """The product."""
    return x.raw_new(x.numer * y.numer) if _are_polynomials(x, y) else x * y


def _are_polynomials(x: Any, y: Any) -> bool:
    return isinstance(x, FracElement) and x.denom.is_one and y.denom.is_one
