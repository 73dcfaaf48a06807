"""Numbers and the roots of polynomials, compared in an arena."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from symeig.answers.arenas import ExactArena

__all__ = ["are_all_roots", "distinct"]


def distinct(arena: ExactArena, numbers: Sequence[Any]) -> list[Any]:
    """The numbers, each once."""
    found: list[Any] = []
    for x in numbers:
        if not any(arena.is_zero(x - y) for y in found):
            found.append(x)
    return found


def are_all_roots(arena: ExactArena, numbers: Sequence[Any], polynomial: Sequence[Any]) -> bool:
    """Whether distinct numbers are all the roots of a polynomial, each with any multiplicity.

    Nothing is left when each was divided out as often as it goes, and each goes.

    Args:
        arena: Where they are compared.
        numbers: Its elements, distinct ones.
        polynomial: Its elements, the constant coefficient first.
    """
    rest = list(polynomial)
    for x in numbers:
        degree = len(rest)
        while len(rest) > 1:
            quotient, remainder = _divided(rest, x)
            if not arena.is_zero(remainder):
                break
            rest = quotient
        if len(rest) == degree:
            return False
    return len(rest) == 1


def _divided(p: Sequence[Any], x: Any) -> tuple[list[Any], Any]:
    """Quotient and remainder of a polynomial by (λ − x), by Horner's rule."""
    steps = [p[-1]]
    for c in reversed(p[:-1]):
        steps.append(steps[-1] * x + c)
    return steps[-2::-1], steps[-1]
