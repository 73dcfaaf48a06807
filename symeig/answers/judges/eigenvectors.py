"""Eigenvectors: each vector that is one of the eigenvalue it is given with, and enough of them for each eigenspace."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import chain
from typing import Any

from symeig.answers.arenas import Arena
from symeig.answers.judges.eigenvalues import arena_for, wanted_spaces
from symeig.answers.judges.judged import Judged, mark
from symeig.answers.matrices import image
from symeig.answers.policies import Policy
from symeig.answers.shapes import Family, Pair
from symeig.exact.eigensystem import Eigensystem
from symeig.reading import ExactScalar

__all__ = ["is_eigenvector", "judge_basis", "judge_pairs"]


def is_eigenvector(arena: Arena, eigenvalue: Any, vector: Sequence[Any]) -> bool:
    """Whether v ≠ 0 and Av = λv."""
    if all(arena.is_zero(x) for x in vector):
        return False
    return all(arena.is_zero(y - eigenvalue * x) for x, y in zip(vector, image(arena.A, vector), strict=True))


def judge_pairs(system: Eigensystem, given: Sequence[Pair], policy: Policy) -> Judged:
    """The marks for eigenvalues with eigenvectors: one for each vector that an eigenspace needs.

    A vector earns its mark where it is an eigenvector of the eigenvalue it is given with and adds to the dimension. An
    eigenvalue that counts more or less often than is said of it costs one.
    """
    arena = arena_for(system, _numbers(given), policy)
    wanted = wanted_spaces(system, policy)
    if not wanted:
        return Judged((mark("none", not given),))
    surplus = 0
    right: list[list[list[Any]]] = [[] for _ in wanted]
    for pair in given:
        eigenvalue = arena.typed(pair.value.value)
        space = arena.eigenspace(eigenvalue)
        number = wanted.index(space) if space in wanted else None
        surplus += number is None and not pair.families
        surplus += space is not None and pair.value.multiplicity not in {None, space.algebraic_multiplicity}
        for vector in _vectors(arena, pair.families):
            if number is not None and is_eigenvector(arena, eigenvalue, vector):
                right[number].append(vector)
            else:
                surplus += 1
    items = []
    for k, space in enumerate(wanted):
        rank = arena.rank(right[k])
        items += [mark("eigenvector", j < rank) for j in range(space.geometric_multiplicity)]
    missing = sum(not item.earned for item in items)
    return Judged(tuple(items), Fraction(max(0, surplus - missing)))


def judge_basis(system: Eigensystem, eigenvalue: ExactScalar, given: Sequence[Family], policy: Policy) -> Judged:
    """The marks for a basis of an eigenspace: its vectors, and one for independence and the right number."""
    arena = arena_for(system, chain([eigenvalue], *(v for family in given for v in family.vectors)), policy)
    number = arena.exact(eigenvalue)
    space = arena.eigenspace(number)
    dimension = space.geometric_multiplicity if space else 0
    vectors = list(_vectors(arena, given))
    right = [v for v in vectors if is_eigenvector(arena, number, v)]
    rank = arena.rank(right)
    items = [mark("vector", k < rank) for k in range(dimension)]
    is_basis = rank == dimension == len(vectors)
    surplus = max(0, len(vectors) - len(right) - (dimension - rank))
    # The first one that is too many costs the mark for the basis alone.
    return Judged((*items, mark("basis", is_basis and bool(vectors))), Fraction(max(0, surplus - 1)))


def _vectors(arena: Arena, families: Iterable[Family]) -> Iterable[list[Any]]:
    for family in families:
        for vector in family.vectors:
            yield arena.typed_vector(vector)


def _numbers(pairs: Iterable[Pair]) -> Iterable[ExactScalar]:
    for pair in pairs:
        yield pair.value.value
        for family in pair.families:
            for vector in family.vectors:
                yield from vector
