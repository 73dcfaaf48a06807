r"""Expressions in an integer k that are sums of polynomials times powers, or cosines of multiples of k: equal or not.

Entries of $A^k$ are such expressions. Each satisfies a linear recurrence, and so does the difference of two of them, of
the sum of their orders. A sequence with a recurrence of order N that is 0 at N integers in a row is 0 from there on: a
few values decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from sympy import Expr, Symbol, cos, pi, sin

from symeig.answers.judges.polynomials import degree_bound
from symeig.errors import InputError
from symeig.reading import ExactScalar
from symeig.reading.scalars import canonical, to_sympy

__all__ = ["at", "order", "order_of_entries"]

# The largest order of a recurrence.
LARGEST = 20


def order_of_entries(rows: Sequence[Sequence[ExactScalar]], k: Symbol) -> int:
    """The largest order of a recurrence in k among the entries of a matrix.

    Raises:
        InputError: An entry is no sum of polynomials times powers, or has too many terms.
    """
    found = [order(to_sympy(x), k) for row in rows for x in row]
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        msg = (
            f"An entry is no short sum of powers with {k} in the exponent. Those of a matrix are. Write, say, 2*5^{k}."
        )
        raise InputError(msg)
    return max(known, default=1)


def order(value: Expr, k: Symbol) -> int | None:
    """The order of a recurrence in k that an expression satisfies; None where it is no sum of such powers.

    Examples:
        >>> from sympy.abc import n
        >>> order(5**n - n * 2 ** (n + 1), n), order(n**2, n), order(n**n, n)
        (3, 3, None)
    """
    found = _order(value, k)
    return found if found is not None and found <= LARGEST else None


def _order(value: Expr, k: Symbol) -> int | None:
    if value.is_polynomial(k):
        return degree_bound(value, k) + 1
    if value.is_Add or value.is_Mul:
        parts = [order(part, k) for part in value.args]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            return None
        return sum(known) if value.is_Add else prod(known)
    if isinstance(value, cos | sin):
        return 2 if _is_linear(value.args[0] / pi, k) else None
    return _order_of_power(value.base, value.exp, k) if value.is_Pow else None


def _order_of_power(base: Expr, exponent: Expr, k: Symbol) -> int | None:
    if not base.has(k):
        return 1 if base != 0 and _is_linear(exponent, k) else None
    inner = order(base, k)
    is_repeated = bool(exponent.is_Integer) and exponent > 0
    return inner ** min(int(exponent), LARGEST) if inner is not None and is_repeated else None


def _is_linear(exponent: Expr, k: Symbol) -> bool:
    """Whether an exponent is ak + b with rational a and b."""
    expanded = exponent.expand()
    slope = expanded.coeff(k)
    rest = (expanded - slope * k).expand()
    return bool(slope.is_Rational) and bool(rest.is_Rational)


def at(rows: Sequence[Sequence[ExactScalar]], k: Symbol, value: int) -> list[list[ExactScalar]]:
    """The entries of a matrix at an integer."""
    return [[canonical(to_sympy(x).subs(k, value)) for x in row] for row in rows]
