"""Powers of a matrix, entry by entry."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from symeig.answers.arenas import Arena, Matrix, minus, times
from symeig.answers.judges.eigenvalues import arena_for
from symeig.answers.judges.judged import Judged, mark
from symeig.answers.policies import Policy
from symeig.exact.eigensystem import Eigensystem
from symeig.reading import ExactScalar

__all__ = ["LARGEST", "judge_power"]

# The largest exponent.
LARGEST = 1000


def judge_power(system: Eigensystem, k: int, given: Sequence[Sequence[ExactScalar]], policy: Policy) -> Judged:
    """The mark for Aᵏ, in the share of its entries that are right; k from 0 to LARGEST."""
    arena = arena_for(system, (x for row in given for x in row), policy)
    power = _power(arena, k)
    typed = [[arena.typed(x) for x in row] for row in given]
    right = [arena.is_zero(x) for row in minus(typed, power) for x in row]
    return Judged((mark("entries", Fraction(sum(right), len(right)) if right else Fraction(1)),))


def _power(arena: Arena, k: int) -> Matrix:
    """Aᵏ by repeated squaring."""
    n = len(arena.A)
    result: Matrix = [[arena.exact(int(i == j)) for j in range(n)] for i in range(n)]
    base: Any = arena.A
    while k:
        if k % 2:
            result = times(result, base)
        k //= 2
        if k:
            base = times(base, base)
    return result
