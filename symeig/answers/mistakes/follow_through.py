"""Answers that are right for what the student found before, and wrong for the matrix: the method was followed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from symeig.answers.arenas import ExactArena, is_little_work, minus, times, transposed
from symeig.answers.claims import Definiteness
from symeig.answers.judges.claims import definiteness
from symeig.answers.matrices import is_diagonal, vanishes
from symeig.answers.mistakes.roots import are_all_roots, distinct
from symeig.answers.shapes import Pair
from symeig.exact.eigensystem import Eigensystem
from symeig.exact.inertia import Inertia, sign
from symeig.reading import ExactScalar

__all__ = ["follows_diagonalization", "follows_eigenvalues", "follows_pairs", "follows_polynomial", "follows_signs"]

Typed: TypeAlias = Sequence[Sequence[ExactScalar]]


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


def follows_signs(system: Eigensystem, claim: Definiteness, prior: Sequence[ExactScalar]) -> bool:
    """Whether a claim of definiteness is the strongest one for other eigenvalues, all of them real."""
    arena = ExactArena(system, prior)
    before = [arena.typed(x) for x in prior]
    if not before or any(arena.field.conjugate(x) != x for x in before):
        return False
    signs = [sign(x, arena.field) for x in before]
    return claim == definiteness(Inertia(signs.count(1), signs.count(-1), signs.count(0)))[0]


def follows_pairs(system: Eigensystem, P: Typed, D: Typed, prior: Sequence[Pair]) -> bool:
    """Whether the columns of P are multiples of other vectors, each beside its own eigenvalue in D."""
    before = [(pair.value.value, v) for pair in prior for family in pair.families for v in family.vectors]
    arena = ExactArena(
        system, [*(x for M in (P, D) for row in M for x in row), *(y for x, v in before for y in (x, *v))]
    )
    p, d = ([[arena.typed(x) for x in row] for row in M] for M in (P, D))
    pairs = [(arena.typed(x), [arena.typed(y) for y in v]) for x, v in before]
    return (
        is_diagonal(arena, d)
        and arena.rank(p) == system.dimension
        and all(
            any(arena.is_zero(d[j][j] - x) and arena.rank([column, v]) == 1 for x, v in pairs)
            for j, column in enumerate(transposed(p))
        )
    )


def follows_diagonalization(system: Eigensystem, given: Typed, k: int, P: Typed, D: Typed) -> bool:
    """Whether a matrix is PDᵏP⁻¹ for other P and D, D diagonal."""
    arena = ExactArena(system, (x for M in (given, P, D) for row in M for x in row))
    s, p, d = ([[arena.typed(x) for x in row] for row in M] for M in (given, P, D))
    if not is_diagonal(arena, d) or arena.rank(p) < system.dimension or not is_little_work(arena, k):
        return False
    power = [[x**k if i == j else x for j, x in enumerate(row)] for i, row in enumerate(d)]
    return vanishes(arena, minus(times(s, p), times(p, power)))
