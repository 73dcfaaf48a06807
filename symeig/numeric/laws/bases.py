"""Whether the eigenvectors of a matrix that has enough of them are independent. Few routines promise it."""

from __future__ import annotations

from collections.abc import Iterator

from symeig.numeric.computation import Computation
from symeig.numeric.decisions import Decision, satisfied
from symeig.numeric.dyadic import DyadicMatrix
from symeig.numeric.laws.pairs import is_positive_definite

__all__ = ["independence"]

# Binary digits of the lengths by which vectors are divided.
DIGITS = 32


def independence(computation: Computation) -> Iterator[Decision]:
    """σₘᵢₙ(V) > c·n·ε for the vectors of each eigenvalue that has a disc of its own, scaled to about length 1."""
    coordinates = computation.coordinates[0]
    V = computation.vectors
    assert V is not None  # noqa: S101  (the law applies to routines that return them)
    for disc in coordinates.discs:
        inside = [j for j, z in enumerate(computation.pairs) if disc.holds(*z)]
        eigenvalues = {(t.real, t.imag) for k in disc.members for t in [coordinates.resolvent.terms[k]]}
        if len(inside) < 2 or len(eigenvalues) > 1:
            # Eigenvectors of different eigenvalues may be nearly parallel.
            continue
        part = V.mapped(lambda i, k, columns=inside: (i, columns[k]), (computation.n, len(inside)))  # type: ignore[misc]
        unit = _about_unit(part)
        holds = is_positive_definite(unit.H @ unit, computation.precision**2)
        yield satisfied("independence", holds, text=f"{len(inside)} vectors of one eigenvalue are dependent")


def _about_unit(V: DyadicMatrix) -> DyadicMatrix:
    """The columns, divided by powers of two that are about their lengths."""
    sizes = []
    for j in range(V.shape[1]):
        column = V.column(j)
        sizes.append(-column.size if not column.is_zero else 0)
    low = min(sizes)
    row = DyadicMatrix((1, V.shape[1]), tuple(1 << (s - low) for s in sizes), (), low)
    return V.times_columns(row)
