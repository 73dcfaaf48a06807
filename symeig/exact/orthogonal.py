r"""Orthonormal eigenvectors of real symmetric and Hermitian matrices.

Eigenvectors of different eigenvalues are orthogonal already. Inside one eigenspace Gram–Schmidt runs over K(λ) without
square roots; lengths are divided out last. Over the rationals a rational orthonormal basis of the eigenspace is looked
for first, by a bounded search over short integer combinations: whether one exists at all is a question about rational
quadratic forms that the search does not settle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product
from math import isqrt
from typing import Any

from sympy import ZZ, ImmutableMatrix
from sympy.polys.matrices import DomainMatrix

from symeig.errors import NotHermitianError, UnsupportedEntryError
from symeig.exact.certificate import Claim
from symeig.exact.closed_forms import square_root
from symeig.exact.components import Component
from symeig.exact.eigenvalues import Eigenvalue
from symeig.exact.fields import BaseField
from symeig.exact.lattices import kernel, primitive, short_basis
from symeig.exact.residue_rings import ResidueRing
from symeig.exact.scaling import normalise

__all__ = ["asymmetric_position", "orthogonal_basis", "require_hermitian", "unit_vector", "unit_vectors"]

# Integer combinations of a short basis that are tried for a vector of rational length.
COMBINATIONS = 2000

# Vectors that are tried in the search for a whole basis of rational length.
TRIES = 60


def asymmetric_position(rows: Sequence[Sequence[Any]], field: BaseField) -> tuple[int, int] | None:
    """The first position (row, column), from 1, where a matrix over K differs from its conjugate transpose, or None."""
    for i, row in enumerate(rows):
        for j in range(i + 1):
            if row[j] != field.conjugate(rows[j][i]):
                return i + 1, j + 1
    return None


def require_hermitian(rows: Sequence[Sequence[Any]], field: BaseField, need: str) -> None:
    """Refuse a matrix over K that is not Hermitian, and say what for it has to be.

    Raises:
        NotHermitianError: The matrix differs from its conjugate transpose.
        UnsupportedEntryError: It does not only where a symbol is real that is declared not to be.
    """
    position = asymmetric_position(rows, field)
    if position:
        msg = f"A is not Hermitian: entry {position} is not the conjugate of its mirror image. {need}"
        raise NotHermitianError(msg, position=position)
    not_real = next((x for x in field.must_be_real if x.is_real is False), None)
    if not_real is not None:
        msg = (
            f"A would be Hermitian if {not_real} were real, but it is declared not to be. Parameters are taken to be"
            " real here. Write the entry with real symbols, such as I*b."
        )
        raise UnsupportedEntryError(msg, position=None, entry=str(not_real))


def orthogonal_basis(component: Component) -> list[tuple[tuple[Any, ...], ...]]:
    """Orthogonal eigenvectors over K[λ]/p for the roots of p, in the scale that is shown; p's blocks have size 1."""
    field = component.field
    vectors = [chain[0] for chain in component.vectors]
    if field.is_rational and component.degree == 1:
        integers = [tuple(int(x) for (x,) in v) for v in vectors]
        basis = _rational_basis(integers, iter(range(TRIES))) or _gram_schmidt_integers(integers)
        return [tuple((x,) for x in v) for v in basis]
    if len(vectors) == 1:
        return vectors
    ring = ResidueRing(field.domain, tuple(field.domain.convert(c) for c in component.coefficients))
    done: list[Any] = []
    for v in vectors:
        u = tuple(tuple(field.domain.convert(c) for c in entry) for entry in v)
        for w in done:
            ratio = ring.mul(ring.inner(w, u, field.conjugate), ring.inverse(ring.inner(w, w, field.conjugate)))
            u = ring.subtract(u, ring.scale(w, ratio))
        done.append(u)
    return [normalise([_integral(u, field)], component.coefficients, field)[0] for u in done]


def _integral(vector: Sequence[Sequence[Any]], field: BaseField) -> Any:
    """Over the rationals the vector times its denominators, as integers; unchanged over other fields."""
    if not field.is_rational:
        return vector
    from math import lcm  # noqa: PLC0415

    below = lcm(*(int(c.denominator) for entry in vector for c in entry))
    return [[int(c * below) for c in entry] for entry in vector]


def _dot(u: Sequence[int], v: Sequence[int]) -> int:
    return sum(x * y for x, y in zip(u, v, strict=True))


def _gram_schmidt_integers(basis: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    """Gram–Schmidt on integer vectors, each result with coprime entries."""
    done: list[tuple[int, ...]] = []
    for v in basis:
        u = list(v)
        for w in done:
            a, b = _dot(w, u), _dot(w, w)
            u = [b * x - a * y for x, y in zip(u, w, strict=True)]
        done.append(primitive(u))
    return done


def _rational_basis(basis: Sequence[tuple[int, ...]], tries: Iterator[int]) -> list[tuple[int, ...]] | None:
    """An orthogonal basis of integer vectors of integer lengths, where the search finds one in so many tries."""
    if not basis:
        return []
    for v, _ in zip(_rational_lengths(basis), tries, strict=False):
        rest = _rational_basis(_complement(basis, v), tries)
        if rest is not None:
            return [v, *rest]
    return None


def _rational_lengths(basis: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """Short vectors of the lattice whose length is an integer, the shortest first."""
    bound = 2 if len(basis) <= 4 else 1
    found = set()
    for k in islice(product(range(-bound, bound + 1), repeat=len(basis)), COMBINATIONS):
        if any(k):
            v = primitive([_dot(k, column) for column in zip(*basis, strict=True)])
            if isqrt(_dot(v, v)) ** 2 == _dot(v, v):
                found.add(v)
    yield from sorted(found, key=lambda v: (_dot(v, v), tuple(-x for x in v)))


def _complement(basis: Sequence[tuple[int, ...]], v: Sequence[int]) -> list[tuple[int, ...]]:
    """A short basis of the vectors in the lattice that are orthogonal to v."""
    coefficients = kernel(DomainMatrix([[_dot(w, v) for w in basis]], (1, len(basis)), ZZ))
    return short_basis([[_dot(k, column) for column in zip(*basis, strict=True)] for k in coefficients])


def unit_vectors(component: Component, eigenvalue: Eigenvalue, claim: Claim) -> list[ImmutableMatrix]:
    """Orthonormal eigenvectors of an eigenvalue, as SymPy columns.

    Args:
        component: That the eigenvalue belongs to.
        eigenvalue: λ.
        claim: About the matrix; the vectors are proved to be orthogonal eigenvectors before lengths are divided out.
    """
    field = component.field
    ring = ResidueRing(field.domain, tuple(field.domain.convert(c) for c in component.coefficients))
    columns = []
    basis = [[tuple(field.domain.convert(c) for c in entry) for entry in v] for v in orthogonal_basis(component)]
    pairs = combinations(basis, 2)
    claim.holds(not any(any(ring.inner(u, v, field.conjugate)) for u, v in pairs), "eigenvectors are orthogonal")
    claim.holds(len(basis) == component.geometric_multiplicity, "there are as many as the eigenspace has dimensions")
    for elements in basis:
        claim.holds(ring.annihilates(claim.B, elements), "they are eigenvectors")
        columns.append(unit_vector(elements, eigenvalue))
    return columns


def unit_vector(vector: Sequence[tuple[Any, ...]], eigenvalue: Eigenvalue) -> ImmutableMatrix:
    """A vector over K[λ]/p at a real root of p, divided by its length."""
    field = eigenvalue.field
    ring = ResidueRing(field.domain, tuple(field.domain.convert(c) for c in eigenvalue.coefficients))
    length = square_root(eigenvalue.evaluate(ring.inner(vector, vector, field.conjugate)))
    return ImmutableMatrix(len(vector), 1, [eigenvalue.evaluate(entry) / length for entry in vector])
