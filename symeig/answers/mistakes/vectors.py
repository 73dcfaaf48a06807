"""Known mistakes with eigenvectors. A mistake is reported where it explains every vector that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations, product
from typing import Any

import numpy as np

from symeig.answers.arenas import ExactArena, transposed
from symeig.answers.judges.eigenvectors import is_eigenvector
from symeig.answers.matrices import image
from symeig.answers.shapes import Family, Pair
from symeig.exact.eigensystem import Eigenspace, Eigensystem
from symeig.reading import ExactScalar

__all__ = ["basis_mistake", "vector_mistake"]

Vector = Sequence[Any]

# The largest n for which all signs and orders of the entries of a vector are tried.
SMALL = 4

# The number of vectors whose sums are looked at.
MANY = 12

# The share of its length by which a vector may miss an eigenspace to be called close.
CLOSE = 0.01


@dataclass(frozen=True)
class _Given:
    """Vectors, each with the eigenvalue that it was given with.

    Attributes:
        arena: Where they are compared.
        pairs: (λ, v) as its elements.
    """

    arena: ExactArena
    pairs: tuple[tuple[Any, tuple[Any, ...]], ...]

    @cached_property
    def wrong(self) -> list[tuple[Any, tuple[Any, ...]]]:
        """Those that are no eigenvector of their eigenvalue."""
        return [(x, v) for x, v in self.pairs if not is_eigenvector(self.arena, x, v)]

    def every(self, holds: Callable[[Any, Vector], bool]) -> bool:
        """Whether something explains every wrong vector, and there is one."""
        return bool(self.wrong) and all(holds(x, v) for x, v in self.wrong)

    def shifted(self, x: Any) -> list[list[Any]]:
        """A − λI."""
        return [[a - x if i == j else a for j, a in enumerate(row)] for i, row in enumerate(self.arena.A)]

    def is_zero(self, v: Vector) -> bool:
        """Whether v = 0."""
        return all(self.arena.is_zero(y) for y in v)

    def are_parallel(self, v: Vector, w: Vector) -> bool:
        """Whether two vectors that are not 0 are multiples of one another."""
        if self.is_zero(v) or self.is_zero(w):
            return False
        n = len(v)
        return all(self.arena.is_zero(v[i] * w[j] - v[j] * w[i]) for i in range(n) for j in range(i))

    def groups(self) -> Iterator[tuple[Eigenspace | None, list[tuple[Any, ...]]]]:
        """The right vectors of each eigenspace for which any vector was given."""
        seen: list[tuple[Eigenspace | None, list[tuple[Any, ...]]]] = []
        for x, v in self.pairs:
            space = self.arena.eigenspace(x)
            group = next((g for s, g in seen if s == space), None)
            if group is None:
                group = []
                seen.append((space, group))
            if (x, v) not in self.wrong:
                group.append(v)
        yield from seen


def vector_mistake(system: Eigensystem, given: Sequence[Pair]) -> str | None:
    """The code of the known mistake that leads to eigenvalues with vectors; None where none does."""
    values = [(p.value.value, v) for p in given for f in p.families for v in f.vectors]
    return _first(_VECTORS, system, values)


def basis_mistake(system: Eigensystem, eigenvalue: ExactScalar, given: Iterable[Family]) -> str | None:
    """The same for a basis of the eigenspace of one eigenvalue."""
    return _first(_BASES, system, [(eigenvalue, v) for f in given for v in f.vectors])


def _first(
    table: Sequence[tuple[str, Callable[[_Given], bool]]],
    system: Eigensystem,
    given: Sequence[tuple[ExactScalar, Sequence[ExactScalar]]],
) -> str | None:
    arena = ExactArena(system, (number for x, v in given for number in (x, *v)))
    pairs = tuple((arena.typed(x), tuple(arena.typed(y) for y in v)) for x, v in given)
    answer = _Given(arena, pairs)
    if any(arena.eigenspace(x) is None for x, _ in pairs):
        return None
    return next((code for code, matches in table if matches(answer)), None)


def _zero_vector(g: _Given) -> bool:
    return g.every(lambda _, v: g.is_zero(v))


def _swapped(g: _Given) -> bool:
    values = [x for x, _ in g.pairs]
    return len(g.wrong) == len(g.pairs) and g.every(lambda _, v: any(is_eigenvector(g.arena, y, v) for y in values))


def _transpose(g: _Given) -> bool:
    return g.every(lambda x, v: not g.is_zero(v) and g.is_zero(image(transposed(g.shifted(x)), v)))


def _row(g: _Given) -> bool:
    return g.every(lambda x, v: any(g.are_parallel(v, row) for row in g.shifted(x)))


def _column(g: _Given) -> bool:
    return g.every(lambda x, v: any(g.are_parallel(v, column) for column in transposed(g.shifted(x))))


def _sign(g: _Given) -> bool:
    def holds(x: Any, v: Vector) -> bool:
        signs = product((1, -1), repeat=len(v) - 1)
        return any(is_eigenvector(g.arena, x, [v[0], *(s * y for s, y in zip(e, v[1:], strict=True))]) for e in signs)

    return len(g.arena.A) <= SMALL and g.every(holds)


def _order_of_entries(g: _Given) -> bool:
    return len(g.arena.A) <= SMALL and g.every(
        lambda x, v: any(is_eigenvector(g.arena, x, w) for w in permutations(v) if w != tuple(v))
    )


def _reciprocal(g: _Given) -> bool:
    def holds(x: Any, v: Vector) -> bool:
        return not any(map(g.arena.is_zero, v)) and is_eigenvector(g.arena, x, [g.arena.exact(1) / y for y in v])

    return g.every(holds)


def _of_another(g: _Given) -> bool:
    def holds(_: Any, v: Vector) -> bool:
        k = next((k for k, y in enumerate(v) if not g.arena.is_zero(y)), None)
        if k is None:
            return False
        found = image(g.arena.A, v)
        return g.are_parallel(found, v) or g.is_zero(found)

    return g.every(holds)


def _sum_of_others(g: _Given) -> bool:
    right = [(x, v) for x, v in g.pairs if (x, v) not in g.wrong][:MANY]

    def holds(_: Any, v: Vector) -> bool:
        for i, (x, a) in enumerate(right):
            for y, b in right[:i]:
                if not g.arena.is_zero(x - y):
                    total = [p + q for p, q in zip(a, b, strict=True)]
                    if g.are_parallel(v, total):
                        return True
        return False

    return g.every(holds)


def _generalized(g: _Given) -> bool:
    def holds(x: Any, v: Vector) -> bool:
        found: Vector = v
        for _ in v:
            found = image(g.shifted(x), found)
        return not g.is_zero(v) and g.is_zero(found)

    return g.every(holds)


def _near_miss(g: _Given) -> bool:
    """Whether each lies close to the eigenspace: an approximate question, which floats may answer."""

    def number(x: Any) -> complex:
        return complex(g.arena.field.to_sympy(x))

    def holds(x: Any, v: Vector) -> bool:
        space = g.arena.eigenspace(x)
        if space is None or g.is_zero(v):
            return False
        shifted = np.array([[number(y) for y in row] for row in g.shifted(x)])
        basis = np.linalg.svd(shifted)[2][len(v) - space.geometric_multiplicity :].conj().T
        vector = np.array([number(y) for y in v])
        beside = vector - basis @ (basis.conj().T @ vector)
        return bool(np.linalg.norm(beside) <= CLOSE * np.linalg.norm(vector))

    return not g.arena.system.field.has_parameters and g.every(holds)


def _dependent(g: _Given) -> bool:
    return not g.wrong and any(g.arena.rank(group) < len(group) for _, group in g.groups() if group)


def _dimension(g: _Given) -> bool:
    groups = {id(space): g.arena.rank(group) if group else 0 for space, group in g.groups()}
    known = [(space, groups[id(space)]) for space, _ in g.groups() if space is not None]
    return not g.wrong and any(rank < space.geometric_multiplicity for space, rank in known)


def _too_many(g: _Given) -> bool:
    return not g.wrong and any(
        space is not None and g.arena.rank(group) == space.geometric_multiplicity < len(group)
        for space, group in g.groups()
        if group
    )


_WRONG_VECTORS: tuple[tuple[str, Callable[[_Given], bool]], ...] = (
    ("M_ZERO_VECTOR", _zero_vector),
    ("M_SWAPPED", _swapped),
    ("M_TRANSPOSE", _transpose),
    ("M_ROW_NOT_NULL", _row),
    ("M_COLUMN_SPACE", _column),
    ("M_SIGN", _sign),
    ("M_SCALE_ENTRY", _order_of_entries),
    ("M_RECIPROCAL", _reciprocal),
    ("M_SUM_OF_EIGENVECTORS", _sum_of_others),
    ("M_MIXED_EIGENSPACES", _of_another),
    ("M_GENERALIZED", _generalized),
    ("M_NEAR_MISS", _near_miss),
)
_VECTORS = (*_WRONG_VECTORS, ("M_DEPENDENT", _dependent), ("M_EIGENSPACE_DIM", _dimension))
_BASES = (
    ("M_ZERO_VECTOR", _zero_vector),
    ("M_MIXED_EIGENSPACES", _of_another),
    *_WRONG_VECTORS[2:],
    ("M_SPANNING_NOT_BASIS", _too_many),
    ("M_DEPENDENT", _dependent),
    ("M_EIGENSPACE_DIM", _dimension),
)
