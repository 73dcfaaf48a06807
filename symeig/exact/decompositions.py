"""What a matrix is decomposed into: pairs of SymPy matrices, with A times the first = the first times the second."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from sympy import ImmutableMatrix

from symeig.exact.conditions import Condition

__all__ = ["Decomposition", "Diagonalization", "JordanDecomposition", "OrthogonalDiagonalization", "RationalForm"]


class Decomposition:
    """A pair of matrices (X, Y) with A X = X Y and X invertible; it unpacks: ``P, J = S.jordan()``."""

    def __iter__(self) -> Iterator[ImmutableMatrix]:
        return iter([getattr(self, f.name) for f in fields(self)][:2])  # type: ignore[arg-type]


@dataclass(frozen=True)
class Diagonalization(Decomposition):
    """A P = P D.

    Attributes:
        P: Invertible; its columns are eigenvectors.
        D: Diagonal; the eigenvalues in the order of the columns.
    """

    P: ImmutableMatrix
    D: ImmutableMatrix


@dataclass(frozen=True)
class JordanDecomposition(Decomposition):
    """A P = P J.

    Attributes:
        P: Invertible; its columns are Jordan chains, the eigenvector first in each.
        J: Jordan blocks with ones above the diagonal.
    """

    P: ImmutableMatrix
    J: ImmutableMatrix


@dataclass(frozen=True)
class OrthogonalDiagonalization(Decomposition):
    """A Q = Q D for a real symmetric or Hermitian matrix.

    Attributes:
        Q: Orthogonal (unitary): its inverse is its (conjugate) transpose.
        D: Diagonal and real.
        conditions: What the result takes for granted of parameters.
    """

    Q: ImmutableMatrix
    D: ImmutableMatrix
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class RationalForm(Decomposition):
    """A P = P C over the base field, the primary rational canonical form.

    Attributes:
        P: Invertible, with entries in the base field.
        C: Block diagonal; a block is the companion matrix of a power pᵏ of an irreducible polynomial, with ones below
            the diagonal and the coefficients in the last column.
    """

    P: ImmutableMatrix
    C: ImmutableMatrix
