r"""How the determinant of λI − A is best computed by hand: a move for each matrix, chosen by what has to be written.

Every move turns the determinant into factors and into determinants of the same shape λI − B with smaller B. What makes
that possible is a short vector v with Av = sv: adding up columns by the entries of v makes (λ − s)v a column, λ − s is
taken out, and row operations turn v into a column of the identity. With rows in the place of columns v is a left
eigenvector. Where there is no short v, the determinant is expanded along a line, or computed from traces of products.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, TypeAlias

from sympy.polys.matrices import DomainMatrix

__all__ = [
    "Axis",
    "Blocks",
    "Cofactors",
    "Deflation",
    "Line",
    "Matrix",
    "Move",
    "Traces",
    "Triangular",
    "best_line",
    "best_move",
    "characteristic_factors",
    "characteristic_polynomial",
    "minor",
    "transposed",
]

Matrix: TypeAlias = tuple[tuple[Any, ...], ...]
Axis: TypeAlias = Literal["rows", "columns"]

# Multiples of a line that are added to another one.
_MULTIPLES = (1, -1, 2, -2, 3, -3)

# What a polynomial of each degree costs that is left to be factored.
_COST_OF_DEGREE = (0, 0, 6, 30, 60, 100)


@dataclass(frozen=True)
class Triangular:
    """The product of the entries on the diagonal."""


@dataclass(frozen=True)
class Line:
    """A row or column whose only entry is the one on the diagonal.

    Attributes:
        axis: What it is.
        index: Its number, from 0.
    """

    axis: Axis
    index: int


@dataclass(frozen=True)
class Blocks:
    """Block triangular, after the rows and columns were put into another order.

    Attributes:
        classes: The indices of each block; together the order.
        lower: Whether the blocks under the diagonal are those that are not zero.
    """

    classes: tuple[tuple[int, ...], ...]
    lower: bool

    @property
    def order(self) -> tuple[int, ...]:
        """The new order of rows and columns."""
        return tuple(i for c in self.classes for i in c)

    @property
    def is_in_order(self) -> bool:
        """Whether nothing has to be moved."""
        return self.order == tuple(range(len(self.order)))


@dataclass(frozen=True)
class Deflation:
    """A line becomes a multiple of λ − s.

    Attributes:
        axis: Whether columns are added to a column, or rows to a row.
        pivot: The line to which the others are added, where the vector is 1.
        vector: Integers.
        value: s.
        rest: What is left of A when λ − s has been taken out.
    """

    axis: Axis
    pivot: int
    vector: tuple[int, ...]
    value: Any
    rest: Matrix


@dataclass(frozen=True)
class Cofactors:
    """Expansion along the line with most zeros, again and again."""


@dataclass(frozen=True)
class Traces:
    """The method of Faddeev and LeVerrier."""


Move: TypeAlias = Triangular | Line | Blocks | Deflation | Cofactors | Traces


def characteristic_polynomial(A: Matrix, K: Any) -> list[Any]:
    """det(λI − A), the leading coefficient first."""
    return list(DomainMatrix(list(map(list, A)), (len(A), len(A)), K).charpoly())


def characteristic_factors(A: Matrix, K: Any) -> Iterator[list[Any]]:
    """The factors of det(λI − A) that the computation by `best_move` ends with, the leading coefficient first."""
    move = best_move(A, K)
    match move:
        case Triangular():
            yield from ([K.one, -A[i][i]] for i in range(len(A)))
        case Line():
            yield [K.one, -A[move.index][move.index]]
            yield from characteristic_factors(minor(A, move.index, move.index), K)
        case Blocks():
            for block in move.classes:
                yield from characteristic_factors(_submatrix(A, block), K)
        case Deflation():
            yield [K.one, -move.value]
            yield from characteristic_factors(move.rest, K)
        case Cofactors() | Traces():
            yield characteristic_polynomial(A, K)


def best_move(A: Matrix, K: Any) -> Move:
    """The move with the least to write, the first one of several."""
    return _best(A, K)[1]


@lru_cache(maxsize=4096)
def _best(A: Matrix, K: Any) -> tuple[int, Move]:
    n = len(A)
    if _is_triangular(A) or _is_triangular(transposed(A)):
        return n, Triangular()
    if n == 2:
        return 8 + _COST_OF_DEGREE[2], Cofactors()
    reducible = _reducible(A, K)
    if reducible is not None:
        return reducible[0] + sum(_best(part, K)[0] for part in reducible[1]), reducible[2]
    expansion = _cost_of_expansion([[bool(x) or i == j for j, x in enumerate(row)] for i, row in enumerate(A)])
    choices: list[tuple[int, Move]] = [(expansion + _COST_OF_DEGREE[min(n, 5)], Cofactors())]
    if n > 3:
        choices.append((2 * n**2 * (n - 1) + _COST_OF_DEGREE[min(n, 5)], Traces()))
    if _is_sparse(A):
        return choices[0]
    choices += ((2 * _size(A, K) + _best(d.rest, K)[0], d) for d in _deflations(A, K))
    return min(choices, key=lambda choice: choice[0])


def _is_sparse(A: Matrix) -> bool:
    """Whether all lines but one have at most one entry, as in companion and permutation matrices."""
    return any(sorted(sum(map(bool, row)) for row in M)[-2] <= 1 for M in (A, transposed(A)))


def _size(A: Matrix, K: Any) -> int:
    """What a matrix costs to write: the characters of rational numbers that are not zero, two for any other."""
    return sum(len(str(x)) if K.is_QQ else 2 for row in A for x in row if x)


# --- structure that is seen -----------------------------------------------------------------------------------------


def _is_triangular(A: Matrix) -> bool:
    return not any(x for i, row in enumerate(A) for x in row[:i])


def transposed(A: Matrix) -> Matrix:
    """The transpose."""
    return tuple(zip(*A, strict=True))


def minor(A: Sequence[Sequence[Any]], i: int, j: int) -> Matrix:
    """A without row i and column j."""
    return tuple((*row[:j], *row[j + 1 :]) for k, row in enumerate(A) if k != i)


def _submatrix(A: Matrix, indices: Sequence[int]) -> Matrix:
    return tuple(tuple(A[i][j] for j in indices) for i in indices)


def _reducible(A: Matrix, K: Any) -> tuple[int, tuple[Matrix, ...], Line | Blocks] | None:
    """What can be split off without an operation: its cost, what is left, and the move."""
    classes = _strong_components(A)
    if len(classes) == 1:
        return None
    lower = not any(A[i][j] for k, c in enumerate(classes) for i in c for d in classes[k + 1 :] for j in d)
    blocks = Blocks(classes, lower=lower)
    lines: tuple[tuple[Axis, Matrix], ...] = (("rows", A), ("columns", transposed(A)))
    alone = [
        Line(axis, i) for axis, M in lines for i, row in enumerate(M) if not any(x for j, x in enumerate(row) if j != i)
    ]
    if alone and (len(A) == 3 or not blocks.is_in_order):
        rest = minor(A, alone[0].index, alone[0].index)
        return _size(A, K), (rest,), alone[0]
    return len(A), tuple(_submatrix(A, c) for c in classes), blocks


def _strong_components(A: Matrix) -> tuple[tuple[int, ...], ...]:
    """The classes of indices that reach each other through non-zero entries, in an order that makes A block triangular.

    It is the given order where that can be.
    """
    n = len(A)
    reach = [[bool(A[i][j]) or i == j for j in range(n)] for i in range(n)]
    for k in range(n):
        for i in range(n):
            if reach[i][k]:
                reach[i] = [a or b for a, b in zip(reach[i], reach[k], strict=True)]
    classes = [
        tuple(j for j in range(n) if reach[i][j] and reach[j][i])
        for i in range(n)
        if not any(reach[i][j] and reach[j][i] for j in range(i))
    ]
    in_place = [i for c in classes for i in c] == list(range(n))
    pairs = [(k, m) for k in range(len(classes)) for m in range(k)]
    if in_place and not any(reach[classes[m][0]][classes[k][0]] for k, m in pairs):
        return tuple(classes)
    # Whoever reaches more comes first, so that what is not zero is above the diagonal.
    return tuple(sorted(classes, key=lambda c: -sum(reach[c[0]])))


# --- one operation --------------------------------------------------------------------------------------------------


def _deflations(A: Matrix, K: Any) -> Iterator[Deflation]:
    """The ways of making λ − s a factor of a line by adding up lines."""
    lines: tuple[tuple[Axis, Matrix], ...] = (("columns", A), ("rows", transposed(A)))
    for axis, B in lines:
        for v, pivot in _short_vectors(B, K):
            total = [sum((c * x for c, x in zip(v, row, strict=True) if c), K.zero) for row in B]
            s = total[pivot]
            if all(x == s * c for x, c in zip(total, v, strict=True)):
                rest = tuple(
                    tuple(x - v[j] * y for k, (x, y) in enumerate(zip(row, B[pivot], strict=True)) if k != pivot)
                    for j, row in enumerate(B)
                    if j != pivot
                )
                yield Deflation(axis, pivot, v, s, rest if axis == "columns" else transposed(rest))


def _short_vectors(B: Matrix, K: Any) -> Iterator[tuple[tuple[int, ...], int]]:
    """Vectors that may be eigenvectors, with the place of an entry 1: all ones; two entries; signs, for three rows."""
    n = len(B)
    yield (1,) * n, 0
    for i in range(n):
        for j in range(n):
            others = [k for k in range(n) if k not in {i, j}]
            k = next((k for k in others if B[k][j]), None)
            if i == j or k is None:
                continue
            for c in _MULTIPLES:
                if not B[k][i] + K(c) * B[k][j]:
                    yield tuple(1 if m == i else c if m == j else 0 for m in range(n)), i
    if n == 3:
        yield from (((1, 1, -1), 0), ((1, -1, 1), 0), ((1, -1, -1), 0))


# --- expansion along lines ------------------------------------------------------------------------------------------


def best_line(pattern: Sequence[Sequence[Any]]) -> tuple[Axis, int]:
    """The row or column with most zeros, the first one of several, rows before columns."""
    rows = [(sum(map(bool, row)), 0, i) for i, row in enumerate(pattern)]
    columns = [(sum(map(bool, column)), 1, i) for i, column in enumerate(zip(*pattern, strict=True))]
    _, is_column, index = min(rows + columns)
    return "columns" if is_column else "rows", index


def _cost_of_expansion(pattern: Sequence[Sequence[bool]]) -> int:
    """The number of entries that are written when a determinant is expanded to the end."""
    n = len(pattern)
    if n == 2 or _is_triangular(tuple(map(tuple, pattern))) or _is_triangular(transposed(tuple(map(tuple, pattern)))):
        return 2 * n
    axis, index = best_line(pattern)
    places = [(index, j) if axis == "rows" else (j, index) for j in range(n)]
    smaller = [minor(pattern, i, j) for i, j in places if pattern[i][j]]
    return sum(1 + sum(map(sum, M)) + _cost_of_expansion(M) for M in smaller)
