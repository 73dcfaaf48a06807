"""Answers that are right for what the student found before, and wrong for the matrix: the method was followed."""

from __future__ import annotations

from collections.abc import Sequence

from symeig.answers.arenas import ExactArena
from symeig.answers.mistakes.roots import are_all_roots, distinct
from symeig.exact.eigensystem import Eigensystem
from symeig.reading import ExactScalar

__all__ = ["follows_eigenvalues", "follows_polynomial"]


def follows_polynomial(system: Eigensystem, given: Sequence[ExactScalar], prior: Sequence[ExactScalar]) -> bool:
    """Whether numbers are all the roots of a polynomial.

    Args:
        system: The matrix.
        given: The numbers.
        prior: The coefficients, the constant one first.
    """
    arena = ExactArena(system, [*given, *prior])
    rest = [arena.typed(c) for c in prior]
    while rest and arena.is_zero(rest[-1]):
        rest.pop()
    return 1 < len(rest) > len(given) and are_all_roots(arena, distinct(arena, [arena.typed(x) for x in given]), rest)


def follows_eigenvalues(system: Eigensystem, given: Sequence[ExactScalar], prior: Sequence[ExactScalar]) -> bool:
    """Whether numbers are the reciprocals of other ones, each at least once."""
    arena = ExactArena(system, [*given, *prior])
    before = [arena.typed(x) for x in prior]
    if not before or any(map(arena.is_zero, before)):
        return False
    own = distinct(arena, [arena.typed(x) for x in given])
    other = distinct(arena, [arena.exact(1) / x for x in before])
    return len(own) == len(other) and all(any(arena.is_zero(x - y) for y in other) for x in own)
