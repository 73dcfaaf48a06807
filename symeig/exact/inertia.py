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

__all__ = ["Inertia", "descartes", "sign"]

FIRST_PRECISION = 64


class Inertia(NamedTuple):
    """How many eigenvalues there are of each sign, with multiplicity."""

    positive: int
    negative: int
    zero: int


def descartes(signs: Sequence[int]) -> Inertia | None:
    """The inertia of a polynomial whose roots are all real, from the signs of its coefficients.

    Args:
        signs: −1, 0 or 1 for each coefficient, the constant one first, the last one not 0.

    Returns:
        The inertia, or None where no real-rooted polynomial has coefficients of these signs.

    Examples:
        >>> descartes([0, -1, -1, 1])
        Inertia(positive=1, negative=1, zero=1)
        >>> descartes([1, 0, 1])
    """
    zero = next(k for k, s in enumerate(signs) if s)
    mirrored = [-s if k % 2 else s for k, s in enumerate(signs)]
    positive, negative = (sum(a != b for a, b in pairwise(s for s in found if s)) for found in (signs, mirrored))
    return Inertia(positive, negative, zero) if positive + negative + zero == len(signs) - 1 else None


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
