r"""The one multiple of a Jordan chain that is shown: the scale is a choice, and the same choice is always made.

A chain may be multiplied by any non-zero element of $L = K[\lambda]/p$. Over $\mathbb{Q}$: coprime integer coefficients
with the first one positive for rational λ, and a positive leading coefficient in the eigenvector's last non-zero entry
otherwise; for quadratic λ that entry is made an integer before, so that [[1, 1], [1, 0]] has (λ, 1). Over other fields:
the last non-zero entry of the eigenvector has leading coefficient 1, then denominators are cleared and content is
removed. (Not with angles: denominators in tan(t/2) are not what anybody writes.)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from math import gcd, lcm
from typing import Any

from sympy import QQ

from symeig.exact.fields import BaseField
from symeig.exact.residue_rings import ResidueRing

__all__ = ["normalise"]

# A vector over L: n entries, each the coefficients of 1, λ, …, λᵈ⁻¹.
Vector = Sequence[Sequence[Any]]


def normalise(chain: Sequence[Vector], polynomial: Sequence[Any], field: BaseField) -> tuple[Any, ...]:
    """The canonical multiple of a Jordan chain.

    Args:
        chain: Vectors over K[λ]/p, the eigenvector first.
        polynomial: The coefficients of p, the constant one first.
        field: K. Over the rationals the coefficients of chain and p are integers.

    Returns:
        A multiple of the chain by a non-zero element of K[λ]/p, as nested tuples.
    """
    d = len(polynomial) - 1
    if field.is_rational and d == 1:
        return _coprime(chain, sign=next(c for c in _coefficients(chain) if c))
    if field.is_rational:
        chain = _rational_last_entry(chain, polynomial) if d == 2 else chain
        return _coprime(chain, sign=next(c for c in reversed(_last_entry(chain[0])) if c))
    unit = _last_entry(chain[0])
    if d <= 2 and (any(unit[1:]) or field.angles or not field.has_parameters):
        ring = ResidueRing(field.domain, tuple(polynomial))
        inverse = ring.inverse(tuple(unit))
        chain = [ring.scale(v, inverse) for v in chain]
    elif not field.has_parameters:
        lead = next(c for c in reversed(unit) if c)
        chain = _map(chain, lambda c: c / lead)
    return tuple(chain) if field.angles else _cleared(chain, field)


def _last_entry(vector: Vector) -> Sequence[Any]:
    return next(entry for entry in reversed(vector) if any(entry))


def _map(chain: Sequence[Vector], f: Any) -> tuple[Any, ...]:
    return tuple(tuple(tuple(f(c) for c in entry) for entry in v) for v in chain)


def _coefficients(chain: Sequence[Vector]) -> Iterable[Any]:
    return (c for v in chain for entry in v for c in entry)


def _coprime(chain: Sequence[Vector], sign: int) -> tuple[Any, ...]:
    """Integer coefficients divided by their gcd and by a sign."""
    content = 0
    for c in _coefficients(chain):
        content = gcd(content, c)
        if content == 1:
            break
    if sign < 0:
        content = -content
    return _map(chain, lambda c: c) if content == 1 else _map(chain, lambda c: c // content)


def _rational_last_entry(chain: Sequence[Vector], polynomial: Sequence[int]) -> list[Any]:
    """The chain times the conjugate of the last non-zero entry x + yλ of its eigenvector; all integers."""
    c0, c1, c2 = polynomial
    x, y = _last_entry(chain[0])
    if not y:
        return list(chain)
    # With c₂λ² = −c₁λ − c₀ the conjugate of x + yλ, times c₂, is r − c₂yλ with r = c₂x − c₁y.
    r, s = c2 * x - c1 * y, -c2 * y
    return [[(c2 * a * r - c0 * b * s, c2 * (a * s + b * r) - c1 * b * s) for a, b in v] for v in chain]


def _cleared(chain: Sequence[Vector], field: BaseField) -> tuple[Any, ...]:
    """The chain without denominators and without content, over a number field or a field with parameters."""
    K, F = field.domain, field.numbers
    if field.has_parameters:
        one = K.field.ring.one
        below = reduce(lambda a, c: a.lcm(c.denom), _coefficients(chain), one)
        above = reduce(lambda a, c: a.gcd(c.numer), _coefficients(chain), K.field.ring.zero)
        chain = _map(chain, lambda c: c * K.field(below) / K.field(above))
        last = next(c for c in reversed(_last_entry(chain[0])) if c)
        unit = K.field(last.numer.ring.ground_new(last.numer.LC)) / K.field(last.denom)
        chain = _map(chain, lambda c: c / unit)
        numbers = [n / c.denom.LC for c in _coefficients(chain) for _, n in c.numer.terms()]
    else:
        numbers = list(_coefficients(chain))
    rationals = [q for c in numbers for q, _ in F.coordinates(c)]
    numerators = gcd(*(int(q.numerator) for q in rationals))
    denominators = lcm(*(int(q.denominator) for q in rationals))
    factor = K.convert(QQ(denominators, numerators))
    return _map(chain, lambda c: c * factor)
