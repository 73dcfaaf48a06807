"""Powers of a matrix, entry by entry."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, TypeAlias

from sympy import Symbol

from symeig.answers.arenas import Arena, Matrix, minus, times
from symeig.answers.judges.eigenvalues import arena_for
from symeig.answers.judges.exponentials import at, order_of_entries
from symeig.answers.judges.judged import Judged, mark
from symeig.answers.policies import Policy
from symeig.exact.eigensystem import Eigensystem
from symeig.reading import ExactScalar

__all__ = ["LARGEST", "judge_power"]

Typed: TypeAlias = Sequence[Sequence[ExactScalar]]

# The largest exponent.
LARGEST = 1000


def judge_power(system: Eigensystem, k: int | str, given: Typed, policy: Policy) -> Judged:
    """The mark for Aᵏ, in the share of its entries that are right; k from 0 to LARGEST, or a letter for any k ≥ 1."""
    right = _right_at_all(system, k, given, policy) if isinstance(k, str) else _right(system, k, given, policy)
    return Judged((mark("entries", Fraction(sum(right), len(right)) if right else Fraction(1)),))


def _right_at_all(system: Eigensystem, k: str, given: Typed, policy: Policy) -> list[bool]:
    """Which entries are right at so many integers that they are right at all."""
    letter = Symbol(k)
    enough = order_of_entries(given, letter) + system.dimension
    found = [_right(system, value, at(given, letter, value), policy) for value in range(1, enough + 1)]
    return [all(entry) for entry in zip(*found, strict=True)]


def _right(system: Eigensystem, k: int, given: Typed, policy: Policy) -> list[bool]:
    """Which entries of Aᵏ are right."""
    arena = arena_for(system, (x for row in given for x in row), policy)
    typed = [[arena.typed(x) for x in row] for row in given]
    return [arena.is_zero(x) for row in minus(typed, _power(arena, k)) for x in row]


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
