"""Linear algebra as in a first course, to check results with: lists of lists, and nothing of symeig.

Entries are ints, fractions, or elements of a SymPy domain: anything with +, -, *, / that is false only when it is zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from math import prod
from typing import Any

import mpmath
from sympy import Add, Expr, Float, I, ImmutableMatrix, Mul, N, Poly, RootSum

__all__ = [
    "DIGITS",
    "approximate",
    "assert_jordan_chains",
    "close",
    "determinant",
    "digits",
    "identity",
    "matmul",
    "minus",
    "polynomial_at",
    "rank",
    "times_lambda",
    "trace",
]

Rows = Sequence[Sequence[Any]]


def identity(n: int) -> list[list[Any]]:
    """The n×n identity matrix."""
    return [[int(i == j) for j in range(n)] for i in range(n)]


def matmul(A: Rows, B: Rows) -> list[list[Any]]:
    """The product."""
    columns = list(zip(*B, strict=True))
    return [[sum(x * y for x, y in zip(row, column, strict=True)) for column in columns] for row in A]


def minus(A: Rows, B: Rows) -> list[list[Any]]:
    """The difference."""
    return [[x - y for x, y in zip(u, v, strict=True)] for u, v in zip(A, B, strict=True)]


def polynomial_at(coefficients: Sequence[Any], A: Rows) -> list[list[Any]]:
    """p(A), the constant coefficient of p given first."""
    n = len(A)
    total = [[0] * n for _ in range(n)]
    for c in reversed(coefficients):
        total = matmul(total, A)
        for i in range(n):
            total[i][i] += c
    return total


def trace(A: Rows) -> Any:
    """The sum of the diagonal."""
    return sum(A[i][i] for i in range(len(A)))


def _pivots(A: Rows) -> tuple[list[Any], int]:
    """The pivots of Gauss's elimination, and the sign of the row exchanges."""
    rows = [[Fraction(x) if isinstance(x, int) else x for x in row] for row in A]
    pivots, sign = [], 1
    for j in range(len(rows[0]) if rows else 0):
        top = len(pivots)
        i = next((i for i in range(top, len(rows)) if rows[i][j]), None)
        if i is None:
            continue
        if i != top:
            rows[top], rows[i], sign = rows[i], rows[top], -sign
        pivots.append(rows[top][j])
        for k in range(top + 1, len(rows)):
            if rows[k][j]:
                ratio = rows[k][j] / rows[top][j]
                rows[k] = [x - ratio * y for x, y in zip(rows[k], rows[top], strict=True)]
    return pivots, sign


def rank(A: Rows) -> int:
    """The rank."""
    return len(_pivots(A)[0])


def determinant(A: Rows) -> Any:
    """The determinant of a matrix of numbers."""
    pivots, sign = _pivots(A)
    return sign * prod(pivots) if len(pivots) == len(A) else 0


def times_lambda(vector: Rows, p: Sequence[Any]) -> list[list[Any]]:
    """λ times a vector whose entries are coefficient lists of polynomials in λ modulo p."""
    return [
        [-p[0] * entry[-1] / p[-1], *(x - q * entry[-1] / p[-1] for x, q in zip(entry[:-1], p[1:-1], strict=True))]
        for entry in vector
    ]


# Numbers with 50 digits, apart from mpmath's global precision.
DIGITS = mpmath.MPContext()
DIGITS.dps = 50


def approximate(A: ImmutableMatrix) -> mpmath.matrix:
    """A SymPy matrix of numbers in 50 digits."""
    rows = [[digits(x) for x in A.row(i)] for i in range(A.rows)]
    return DIGITS.matrix(rows) if rows else DIGITS.matrix(0, 0)


def digits(x: Expr) -> Any:
    """An expression without letters in 50 digits; in a sum over roots these are mpmath's."""
    if isinstance(x, RootSum):
        (root,), summand = x.fun.variables, x.fun.expr
        roots = (Float(z.real, 60) + I * Float(z.imag, 60) for z in _roots(x.poly))
        return DIGITS.fsum(digits(summand.xreplace({root: z})) for z in roots)
    if isinstance(x, Add | Mul) and x.has(RootSum):
        parts = list(map(digits, x.args))
        return DIGITS.fsum(parts) if isinstance(x, Add) else DIGITS.fprod(parts)
    return DIGITS.mpc(*map(DIGITS.mpf, N(x, 55).as_real_imag()))


@lru_cache
def _roots(p: Poly) -> tuple[Any, ...]:
    """The roots of a polynomial of numbers."""
    return tuple(DIGITS.polyroots(list(map(digits, p.all_coeffs())), maxsteps=500, extraprec=400))


def close(A: mpmath.matrix, B: mpmath.matrix) -> bool:
    """Whether two matrices agree to 20 digits, relative to the larger of 1 and the largest entry."""
    scale = max([1, *map(abs, A), *map(abs, B)])
    return all(abs(x) < scale * DIGITS.mpf(10) ** -20 for x in A - B)


def assert_jordan_chains(S: Any) -> None:
    """(A − λ)v₁ = 0 and (A − λ)vⱼ = vⱼ₋₁ modulo p, and all coefficient vectors together are a basis of Kⁿ."""
    K, n = S.field.domain, S.dimension
    A = [[S.field.element(x) for x in row] for row in S.given.rows]
    basis = []
    for component in S.components:
        p = [K.convert(c) for c in component.coefficients]
        for chain in component.vectors:
            before: Any = [[K.zero] * component.degree] * n
            for vector in chain:
                v = [[K.convert(c) for c in entry] for entry in vector]
                difference = minus(minus(matmul(A, v), times_lambda(v, p)), before)
                assert not any(any(entry) for entry in difference)
                basis += list(zip(*v, strict=True))
                before = v
    assert len(basis) == n
    assert rank(basis) == n
