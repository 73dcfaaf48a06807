"""Decompositions: the columns of P, its inverse, D or J, and their order, each judged by itself.

AP = PD alone says nothing: P = 0 satisfies it, and so does P = I with D = A.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from symeig.answers.arenas import Arena, Matrix, conjugated, minus, times, transposed
from symeig.answers.judges.eigenvalues import arena_for
from symeig.answers.judges.judged import Judged, mark
from symeig.answers.matrices import image, is_diagonal, is_jordan, vanishes
from symeig.answers.policies import Policy
from symeig.exact.eigensystem import Eigenspace, Eigensystem
from symeig.reading import ExactScalar

__all__ = ["judge_diagonalization", "judge_jordan", "judge_orthogonal"]

Typed = Sequence[Sequence[ExactScalar]]


def judge_diagonalization(system: Eigensystem, P: Typed, D: Typed, policy: Policy) -> Judged:
    """The marks for P and D: eigenvectors as columns 2, P invertible 1, D diagonal with the eigenvalues 1, order 1."""
    arena, p, d = _read(system, P, D, policy)
    n = system.dimension
    columns = transposed(p)
    share = Fraction(sum(_eigenvalue_of(arena, v) is not None for v in columns), n)
    is_invertible = share == 1 and arena.rank(p) == n
    return Judged(
        (
            mark("eigenvectors", share, 2),
            mark("invertible", is_invertible),
            mark("diagonal", _has_the_eigenvalues(arena, system, d)),
            mark("order", is_invertible and is_diagonal(arena, d) and vanishes(arena, _residual(arena, p, d))),
        )
    )


def judge_orthogonal(system: Eigensystem, Q: Typed, D: Typed, policy: Policy) -> Judged:
    """The marks for Q and D out of 10: eigenvalues 1, eigenvectors 2, orthogonal 3, unit 2, Q 1, D in order 1."""
    arena, q, d = _read(system, Q, D, policy)
    n = system.dimension
    columns = transposed(q)
    conjugates = transposed(_columns(arena, [[conjugated(x) for x in row] for row in Q]))
    share = Fraction(sum(_eigenvalue_of(arena, v) is not None for v in columns), n)
    gram = times(conjugates, q)
    is_eigenbasis = share == 1 and arena.rank(q) == n
    is_orthogonal = is_eigenbasis and all(arena.is_zero(gram[i][j]) for i in range(n) for j in range(n) if i != j)
    one = arena.exact(1)
    is_unit = is_eigenbasis and all(arena.is_zero(gram[i][i] - one) for i in range(n))
    in_order = is_eigenbasis and is_diagonal(arena, d) and vanishes(arena, _residual(arena, q, d))
    return Judged(
        (
            mark("eigenvalues", _has_the_eigenvalues(arena, system, d)),
            mark("eigenvectors", share, 2),
            mark("orthogonal", is_orthogonal, 3),
            mark("unit-vectors", is_unit, 2),
            mark("invertible", is_eigenbasis),
            mark("order", in_order),
        )
    )


def judge_jordan(system: Eigensystem, P: Typed | None, J: Typed, policy: Policy) -> Judged:
    """The marks for J, and for P where it was given: diagonal 1, block sizes 1, P invertible 1, AP = PJ 2."""
    n = system.dimension
    arena, p, j = _read(system, P or [[0] * n] * n, J, policy)
    items = [
        mark("diagonal", _has_the_eigenvalues(arena, system, [_only(arena, j, i) for i in range(n)])),
        mark("block-sizes", any(_blocks(arena, system, M) == _segre(system) for M in _oriented(arena, j, policy))),
    ]
    if P is not None:
        is_invertible = arena.rank(p) == n
        is_chain = is_invertible and vanishes(arena, _residual(arena, p, j))
        items += [mark("invertible", is_invertible and any(x.earned for x in items)), mark("chains", is_chain, 2)]
    return Judged(tuple(items))


def _read(system: Eigensystem, P: Typed, D: Typed, policy: Policy) -> tuple[Arena, Matrix, Matrix]:
    """A basis, whose columns may have any length, and a form."""
    numbers = [x for M in (P, D) for row in M for x in row]
    arena = arena_for(system, [*numbers, *map(conjugated, numbers)], policy)
    return arena, _columns(arena, P), [[arena.typed(x) for x in row] for row in D]


def _columns(arena: Arena, P: Typed) -> Matrix:
    return transposed([arena.typed_vector(column) for column in zip(*P, strict=True)]) if P else []


def _residual(arena: Arena, P: Matrix, D: Matrix) -> Matrix:
    """AP − PD."""
    return minus(times(arena.A, P), times(P, D))


def _eigenvalue_of(arena: Arena, vector: Sequence[Any]) -> Any:
    """The number λ with Av = λv, an eigenvalue; None where there is none, as for v = 0."""
    k = next((k for k, x in enumerate(vector) if not arena.is_zero(x)), None)
    if k is None:
        return None
    found = image(arena.A, vector)
    value = found[k] / vector[k]
    return value if all(arena.is_zero(y - value * x) for x, y in zip(vector, found, strict=True)) else None


def _has_the_eigenvalues(arena: Arena, system: Eigensystem, D: Matrix) -> bool:
    """Whether a matrix is diagonal and has each eigenvalue as often as it counts."""
    if not is_diagonal(arena, D):
        return False
    found: list[Eigenspace | None] = [arena.eigenspace(row[i]) for i, row in enumerate(D)]
    return all(found.count(space) == space.algebraic_multiplicity for space in system.eigenspaces)


def _only(arena: Arena, M: Matrix, i: int) -> list[Any]:
    """Row i of the diagonal part of a matrix."""
    zero = arena.exact(0)
    return [x if k == i else zero for k, x in enumerate(M[i])]


def _oriented(arena: Arena, J: Matrix, policy: Policy) -> list[Matrix]:
    """The matrix with its ones above the diagonal, where it is a Jordan matrix of a kind that is accepted."""
    kinds = {"upper": [J], "lower": [transposed(J)], "either": [J, transposed(J)]}[policy.jordan]
    return [M for M in kinds if is_jordan(arena, M)]


def _blocks(arena: Arena, system: Eigensystem, J: Matrix) -> dict[int, tuple[int, ...]]:
    """The block sizes of a Jordan matrix, by the number of the eigenspace."""
    sizes: dict[int, list[int]] = {}
    size = 1
    for i in range(len(J)):
        if i + 1 < len(J) and not arena.is_zero(J[i][i + 1]):
            size += 1
            continue
        space = arena.eigenspace(J[i][i])
        number = system.eigenspaces.index(space) if space is not None else -1
        sizes.setdefault(number, []).append(size)
        size = 1
    return {number: tuple(sorted(found, reverse=True)) for number, found in sizes.items()}


def _segre(system: Eigensystem) -> dict[int, tuple[int, ...]]:
    return {k: space.block_sizes for k, space in enumerate(system.eigenspaces)}
