"""How many roots of a real-rooted polynomial are positive, negative and zero: the inertia of a Hermitian matrix.

References:
    [HJ13] §4.5 (inertia). Descartes' rule of signs is exact for polynomials whose roots are all real.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from flint import ctx

from symeig.exact.fields import BaseField

__all__ = ["Inertia", "real_rooted_inertia", "sign"]

FIRST_PRECISION = 64


class Inertia(NamedTuple):
    """How many eigenvalues there are of each sign, with multiplicity."""

    positive: int
    negative: int
    zero: int


def real_rooted_inertia(coefficients: Sequence[Any], field: BaseField) -> Inertia:
    """The signs of the roots of a polynomial whose roots are all real.

    Args:
        coefficients: Real elements of a number field, the constant one first, the last one not 0.
        field: The field.

    Examples:
        >>> from symeig.exact.fields import QQ_FIELD
        >>> real_rooted_inertia([QQ_FIELD.element(c) for c in (0, -3, -2, 1)], QQ_FIELD)
        Inertia(positive=1, negative=1, zero=1)
    """
    signs = [sign(c, field) for c in coefficients]
    zero = next(k for k, s in enumerate(signs) if s)
    positive = sum(a != b for a, b in pairwise(s for s in signs if s))
    return Inertia(positive, len(signs) - 1 - zero - positive, zero)


def sign(element: Any, field: BaseField) -> int:
    """The sign of a real element of a number field: 0 is known exactly, the others have balls beside 0."""
    precision = FIRST_PRECISION
    while element:
        with ctx.workprec(precision):
            ball = field.numbers.enclose(element).real
            if ball > 0 or ball < 0:
                return 1 if ball > 0 else -1
        precision *= 2
    return 0
