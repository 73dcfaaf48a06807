"""Matrices for property-based tests, built from their answer.

A strategy draws the eigenvalues and block sizes first, writes down a matrix that shows them, and hides them by
elementary similarity transformations, which are exact and keep the entries small. So a test compares what symeig finds
with what was planted. Examples shrink towards diagonal matrices with small integers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from typing import Any

from hypothesis import strategies as st
from sympy import Expr, I, Symbol, expand, sqrt

__all__ = [
    "DOMAINS",
    "Domain",
    "Planted",
    "block_sum",
    "found",
    "hermitian_matrices",
    "integer_matrices",
    "matrices_over",
    "planted",
    "rational_matrices",
    "similar",
    "similarities",
    "split_matrices",
    "symmetric_matrices",
    "transposed",
]

a = Symbol("a")

Rows = list[list[Any]]
Polynomial = tuple[Any, ...]
Structure = dict[Polynomial, tuple[int, ...]]
Similarity = list[tuple[int, int, Any]]


@dataclass(frozen=True)
class Planted:
    """A matrix and what is true of it.

    Attributes:
        rows: The matrix.
        structure: For each irreducible factor of the characteristic polynomial the block sizes of its roots,
            descending. A polynomial is the tuple of its coefficients, the constant one first: over the rationals
            coprime integers with positive leading one, over other fields monic.
    """

    rows: Rows
    structure: Structure


@dataclass(frozen=True)
class Domain:
    """Numbers to build matrices from.

    Attributes:
        eigenvalues: Numbers in the field, the simplest first.
        irreducible: Monic irreducible polynomials over the field of degree ≥ 2, the constant coefficient first.
        factors: Numbers to add a multiple of one row to another with.
        simplify: Brings a sum of products to its normal form.
    """

    eigenvalues: tuple[Any, ...]
    irreducible: tuple[Polynomial, ...]
    factors: tuple[Any, ...]
    simplify: Callable[[Any], Any] = expand


RATIONAL = Domain(
    eigenvalues=(0, 1, -1, 2, -2, 3, -3),
    irreducible=(
        (1, 0, 1),
        (-2, 0, 1),
        (-1, -1, 1),
        (1, 1, 1),
        (5, -2, 1),
        (-2, 0, 0, 1),
        (-1, -1, 0, 1),
        (1, -3, 0, 1),
        (1, 0, 0, 0, 1),
        (1, 0, -10, 0, 1),
        (-1, -1, 0, 0, 0, 1),
    ),
    factors=(1, -1, 2),
    simplify=lambda x: x,
)

DOMAINS = {
    "QQ": RATIONAL,
    "QQ(i)": Domain((0, 1, I, -I, 1 + I), ((-2, 0, 1), (-I, 0, 1), (-2, 0, 0, 1)), (1, -1, I)),
    "QQ(sqrt2)": Domain(
        (0, 1, sqrt(2), 1 + sqrt(2)), ((1, 0, 1), (-1 - sqrt(2), 0, 1), (-2, 0, 0, 1)), (1, -1, sqrt(2))
    ),
    "QQ(a)": Domain((0, 1, a, -a, a + 1), ((-a, 0, 1), (-1, -a, 1), (1, 0, 1), (-a, 0, 0, 1)), (1, -1, a)),
    "QQ(sqrt2)(a)": Domain((0, 1, a, sqrt(2) * a), ((-sqrt(2) * a, 0, 1), (-1, -a, 1)), (1, -1, sqrt(2))),
}


# --- writing a matrix down and hiding its structure -------------------------------------------------------------------


def hypercompanion(p: Polynomial, k: int) -> Rows:
    """A matrix whose one elementary divisor is pᵏ: companion matrices of p, linked by ones."""
    d = len(p) - 1
    rows: Rows = [[0] * (k * d) for _ in range(k * d)]
    for i in range(k * d - 1):
        rows[i + 1][i] = 1
    for block in range(0, k * d, d):
        for i in range(d):
            rows[block + i][block + d - 1] = -p[i]
    return rows


def block_sum(*blocks: Rows) -> Rows:
    """The block diagonal matrix."""
    n = sum(map(len, blocks))
    rows: Rows = []
    for block in blocks:
        left = len(rows)
        rows += [[0] * left + list(row) + [0] * (n - left - len(row)) for row in block]
    return rows


def similar(rows: Rows, similarity: Similarity, simplify: Callable[[Any], Any] = lambda x: x) -> Rows:
    """The matrix after adding c·row j to row i and subtracting c·column i from column j, for each (i, j, c)."""
    rows = [list(row) for row in rows]
    for i, j, c in similarity:
        rows[i] = [simplify(x + c * y) for x, y in zip(rows[i], rows[j], strict=True)]
        for row in rows:
            row[j] = simplify(row[j] - c * row[i])
    return rows


def transposed(rows: Rows) -> Rows:
    """The transpose."""
    return [list(column) for column in zip(*rows, strict=True)]


@st.composite
def similarities(draw: st.DrawFn, n: int, factors: Sequence[Any] = RATIONAL.factors) -> Similarity:
    """Steps for `similar`; none at all when an example shrinks."""
    if n < 2:
        return []
    step = st.tuples(st.integers(0, n - 1), st.integers(1, n - 1), st.sampled_from(factors))
    return [(i, (i + offset) % n, c) for i, offset, c in draw(st.lists(step, max_size=2 * n))]


# --- matrices with a planted structure --------------------------------------------------------------------------------


@st.composite
def _blocks(draw: st.DrawFn, domain: Domain, n: int) -> list[tuple[Polynomial, int]]:
    """Pairs (irreducible polynomial, block size) that fill n dimensions."""
    linear = [(-x, 1) for x in domain.eigenvalues]
    blocks = []
    while n:
        p = draw(st.sampled_from(linear + [q for q in domain.irreducible if len(q) <= n + 1]))
        k = draw(st.integers(1, min(4, n // (len(p) - 1))))
        blocks.append((p, k))
        n -= k * (len(p) - 1)
    return blocks


def _structure(blocks: Sequence[tuple[Polynomial, int]]) -> Structure:
    return {p: tuple(sorted((k for q, k in blocks if q == p), reverse=True)) for p, _ in blocks}


@st.composite
def planted(draw: st.DrawFn, domain: Domain = RATIONAL, min_size: int = 1, max_size: int = 6) -> Planted:
    """Matrices of any structure over a domain, with integral entries."""
    n = draw(st.integers(min_size, max_size))
    blocks = draw(_blocks(domain, n))
    rows = block_sum(*(hypercompanion(p, k) for p, k in blocks))
    rows = similar(rows, draw(similarities(n, domain.factors)), domain.simplify)
    return Planted(rows, _structure(blocks))


@st.composite
def rational_matrices(draw: st.DrawFn, max_size: int = 6) -> Planted:
    """Matrices of any structure over the rationals, with denominators."""
    integral = draw(planted(RATIONAL, max_size=max_size))
    q = draw(st.integers(1, 6))
    weights = draw(st.lists(st.integers(1, 4), min_size=len(integral.rows), max_size=len(integral.rows)))
    rows = [
        [Fraction(x * u, v * q) for x, v in zip(row, weights, strict=True)]
        for row, u in zip(integral.rows, weights, strict=True)
    ]
    return Planted(rows, {scaled(p, q): sizes for p, sizes in integral.structure.items()})


def scaled(p: Polynomial, q: int) -> Polynomial:
    """The primitive integer polynomial whose roots are those of p, divided by q."""
    return primitive([c * q**i for i, c in enumerate(p)])


def primitive(coefficients: Sequence[int]) -> Polynomial:
    """The coefficients divided by their gcd and by the sign of the last one."""
    content = gcd(*coefficients) * (1 if coefficients[-1] > 0 else -1)
    return tuple(c // content for c in coefficients)


def split_matrices(max_size: int = 6) -> st.SearchStrategy[Planted]:
    """Integer matrices with integer eigenvalues and any block sizes."""
    return planted(Domain(RATIONAL.eigenvalues, (), RATIONAL.factors, RATIONAL.simplify), max_size=max_size)


def matrices_over(name: str, max_size: int = 4) -> st.SearchStrategy[Planted]:
    """Matrices of any structure over one of `DOMAINS`."""
    return planted(DOMAINS[name], max_size=max_size)


# --- matrices without a planted structure -----------------------------------------------------------------------------


def integer_matrices(rows: int, columns: int | None = None, bound: int = 9) -> st.SearchStrategy[Rows]:
    """All integer matrices of a shape with small entries."""
    row = st.lists(st.integers(-bound, bound), min_size=columns or rows, max_size=columns or rows)
    return st.lists(row, min_size=rows, max_size=rows)


@st.composite
def symmetric_matrices(draw: st.DrawFn, max_size: int = 5, bound: int = 5) -> Rows:
    """Symmetric integer matrices; some have repeated eigenvalues by chance."""
    n = draw(st.integers(1, max_size))
    rows = draw(integer_matrices(n, bound=bound))
    return [[rows[max(i, j)][min(i, j)] for j in range(n)] for i in range(n)]


@st.composite
def hermitian_matrices(draw: st.DrawFn, max_size: int = 3, bound: int = 3) -> Rows:
    """Hermitian matrices of Gaussian integers."""
    n = draw(st.integers(1, max_size))
    real, imaginary = draw(symmetric_matrices(n, bound)), draw(integer_matrices(n, bound=bound))
    n = len(real)
    return [[real[i][j] + I * (imaginary[i][j] - imaginary[j][i]) for j in range(n)] for i in range(n)]


# --- reading an answer off --------------------------------------------------------------------------------------------


def found(S: Any) -> Structure:
    """What symeig says, in the form of `Planted.structure`."""
    return {_plain(c.coefficients, S): c.block_sizes for c in S.components}


def _plain(coefficients: Polynomial, S: Any) -> Polynomial:
    if S.field.is_rational:
        return tuple(map(int, coefficients))
    return tuple(_number(expand(S.field.to_sympy(c))) for c in coefficients)


def _number(x: Expr) -> Any:
    return int(x) if x.is_Integer else x
