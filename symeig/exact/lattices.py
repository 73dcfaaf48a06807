r"""Short integer bases of rational subspaces.

A subspace of $\mathbb{Q}^n$ meets $\mathbb{Z}^n$ in a lattice that depends on the subspace alone. Its Hermite normal
form is unique, and LLL started from it gives short vectors that do not depend on how the subspace was found.

References:
    [Coh93] §2.4.2 (Hermite normal form) and §2.6 (LLL reduction).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd
from typing import Any

from flint import fmpz_mat

__all__ = ["integers", "kernel", "primitive", "short_basis"]

Vector = tuple[int, ...]


def primitive(vector: Sequence[int]) -> Vector:
    """The vector divided by the gcd of its entries, first non-zero entry positive.

    Examples:
        >>> primitive([0, -4, 6])
        (0, 2, -3)
    """
    content = gcd(*vector)
    if next((x for x in vector if x), 0) < 0:
        content = -content
    return tuple(x // content for x in vector) if content not in {0, 1} else tuple(vector)


def short_basis(vectors: Sequence[Sequence[int]]) -> list[Vector]:
    r"""An LLL-reduced basis of the integer points in the span of linearly independent integer vectors.

    Args:
        vectors: r linearly independent vectors of length n.

    Returns:
        r vectors, the shortest first, each with coprime entries and its first non-zero one positive. They depend on
        the span alone.

    Notes:
        With $M^T = U\binom{T}{0}$ in Hermite form, U unimodular, the rows of $T^{-T}M$ are integral and span all
        integer points (saturation).

    Examples:
        >>> short_basis([[2, 4, 6], [1, 1, 1]])
        [(1, 0, -1), (1, 1, 1)]
    """
    if not vectors:
        return []
    if len(vectors) == 1:
        return [primitive([int(x) for x in vectors[0]])]
    M = fmpz_mat([list(v) for v in vectors])
    r = len(vectors)
    H = M.transpose().hnf()
    T = fmpz_mat([[H[i, j] for j in range(r)] for i in range(r)])
    saturated, _ = T.transpose().solve(M).numer_denom()
    basis = [primitive([int(x) for x in row]) for row in saturated.hnf().lll().tolist()]
    return sorted(basis, key=lambda v: (sum(x * x for x in v), tuple(-x for x in v)))


def integers(M: Any) -> fmpz_mat:
    """An integer matrix of SymPy as FLINT's: the very one where SymPy itself runs on FLINT."""
    inner = getattr(M.rep, "rep", None)
    return inner if isinstance(inner, fmpz_mat) else fmpz_mat(*M.shape, [int(x) for row in M.to_list() for x in row])


def kernel(M: Any) -> list[Vector]:
    """A short basis of the integer points in the kernel of a `DomainMatrix` over ZZ.

    Returns:
        The basis, as `short_basis` has it; empty for a matrix of full column rank.

    Examples:
        >>> from sympy import ZZ
        >>> from sympy.polys.matrices import DM
        >>> kernel(DM([[1, 1, 1], [2, 2, 2]], ZZ))
        [(1, 0, -1), (0, 1, -1)]
    """
    X, nullity = integers(M).nullspace()
    return short_basis([[X[i, j] for i in range(X.nrows())] for j in range(nullity)])
