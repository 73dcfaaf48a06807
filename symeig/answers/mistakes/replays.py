"""Wrong procedures, as polynomials in λ over the field of the matrix: what comes of them when they are carried out.

What takes long is remembered: a class answers thousands of times about the same matrix.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import Any

from sympy.polys.matrices import DomainMatrix

from symeig.answers.arenas import times, transposed
from symeig.exact.eigensystem import Eigensystem
from symeig.exact.proved import elements_of

__all__ = [
    "Coefficients",
    "adjugate_sum",
    "charpoly_of",
    "charpoly_of_gram",
    "charpoly_of_square",
    "determinant",
    "diagonal",
    "elements",
    "expansions_without_signs",
    "from_roots",
    "is_triangular",
    "pivots",
    "row_reduced_polynomial",
    "trace",
]

# The constant one first.
Coefficients = Sequence[Any]

# Matrices that are remembered.
REMEMBERED = 256

Rows = list[list[Any]]


def elements(system: Eigensystem) -> Rows:
    """The entries of the matrix in its field."""
    return elements_of(system.given, system.field)


def _matrix(rows: Sequence[Sequence[Any]], system: Eigensystem) -> Any:
    n = system.dimension
    return DomainMatrix([list(row) for row in rows], (n, n), system.field.domain)


def charpoly_of(rows: Sequence[Sequence[Any]], system: Eigensystem) -> Coefficients:
    """det(λI − B) for a matrix B over the same field."""
    return tuple(system.field.domain.convert(c) for c in reversed(_matrix(rows, system).charpoly()))


@lru_cache(REMEMBERED)
def charpoly_of_square(system: Eigensystem) -> Coefficients:
    """det(λI − A²)."""
    A = elements(system)
    return charpoly_of(times(A, A), system)


@lru_cache(REMEMBERED)
def charpoly_of_gram(system: Eigensystem) -> Coefficients:
    """det(λI − A*A), whose roots are the squares of singular values."""
    A, conjugate = elements(system), system.field.conjugate
    return charpoly_of(times(transposed([[conjugate(x) for x in row] for row in A]), A), system)


def determinant(system: Eigensystem) -> Any:
    """Det A."""
    constant = system.charpoly.coefficients[0]
    return constant if system.dimension % 2 == 0 else -constant


def trace(system: Eigensystem) -> Any:
    """Tr A."""
    return sum((row[i] for i, row in enumerate(elements(system))), start=system.field.domain.zero)


def diagonal(system: Eigensystem) -> list[Any]:
    """The entries on the diagonal."""
    return [row[i] for i, row in enumerate(elements(system))]


def is_triangular(system: Eigensystem) -> bool:
    """Whether all entries below the diagonal, or all above it, are 0."""
    rows = elements(system)
    n = len(rows)
    lower = all(not rows[i][j] for i in range(n) for j in range(i))
    return lower or all(not rows[i][j] for i in range(n) for j in range(i + 1, n))


def from_roots(roots: Sequence[Any], one: Any) -> Coefficients:
    """∏(x − r), the constant coefficient first."""
    found = [one]
    for root in roots:
        found = [
            (found[k - 1] if k else found[0] * 0) - (root * found[k] if k < len(found) else found[0] * 0)
            for k in range(len(found) + 1)
        ]
    return found


@lru_cache(REMEMBERED)
def row_reduced_polynomial(system: Eigensystem) -> Coefficients:
    """det(λI − R), R the reduced row echelon form of A."""
    return charpoly_of(_matrix(elements(system), system).to_field().rref()[0].to_list(), system)


def pivots(system: Eigensystem) -> list[Any] | None:
    """The diagonal of an echelon form that is reached without swaps and without scaling rows; None where that fails."""
    rows = elements(system)
    n = len(rows)
    for i in range(n):
        if not rows[i][i]:
            if any(rows[k][i] for k in range(i + 1, n)):
                return None
            continue
        for k in range(i + 1, n):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [x - factor * y for x, y in zip(rows[k], rows[i], strict=True)]
    return [rows[i][i] for i in range(n)]


@lru_cache(REMEMBERED)
def adjugate_sum(system: Eigensystem) -> Any:
    """The sum of all cofactors of A, with which det(A − λJ) = det A − λ·that, J all ones: read off at λ = 1."""
    one = system.field.domain.one
    constant = charpoly_of([[x - one for x in row] for row in elements(system)], system)[0]
    return determinant(system) - (constant if system.dimension % 2 == 0 else -constant)


@lru_cache(REMEMBERED)
def expansions_without_signs(system: Eigensystem) -> Sequence[Coefficients]:
    """det(A − λI) for n = 3, expanded along each row and column with plus signs alone."""
    if system.dimension != 3:
        return ()
    zero, one = system.field.domain.zero, system.field.domain.one
    shifted = [
        [[x, -one] if i == j else [x, zero] for j, x in enumerate(row)] for i, row in enumerate(elements(system))
    ]
    found = []
    for line, by_row in product(range(3), (True, False)):
        total = [zero] * 4
        for k in range(3):
            i, j = (line, k) if by_row else (k, line)
            (a, b), (c, d) = ([shifted[r][s] for s in range(3) if s != j] for r in range(3) if r != i)
            minor = _subtract(_multiply(a, d), _multiply(b, c))
            total = [x + y for x, y in zip(total, _multiply(shifted[i][j], minor), strict=True)]
        found.append(total)
    return tuple(found)


def _multiply(p: Sequence[Any], q: Sequence[Any]) -> list[Any]:
    total = [p[0] * 0] * (len(p) + len(q) - 1)
    for i, x in enumerate(p):
        for j, y in enumerate(q):
            total[i + j] += x * y
    return total


def _subtract(p: Sequence[Any], q: Sequence[Any]) -> list[Any]:
    return [x - y for x, y in zip(p, q, strict=True)]
