r"""Spectral projectors: for each eigenvalue the projection onto its generalised eigenspace along all others.

Let M be the n×n matrix over K whose columns are the coefficients $W_{j,i}$ of all chain vectors
$x_j(\lambda) = \sum_i W_{j,i} \lambda^i$, and $R_{j,i}$ the rows of $M^{-1}$. Lagrange's polynomial
$\frac{p(y) - p(\lambda)}{(y - \lambda)\, p'(\lambda)} = \sum_i b_i(\lambda) y^i$ is 1 at y = λ and 0 at the other roots
of p, so the rows $y_j(\lambda) = \sum_i b_i(\lambda) R_{j,i}$ are dual to the chain vectors of all eigenvalues. Hence
$P_\lambda = \sum_j x_j(\lambda)\, y_j(\lambda)$: one inverse over K serves all eigenvalues.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sympy.polys.matrices import DomainMatrix

from symeig.exact.certificate import Claim
from symeig.exact.components import Component
from symeig.exact.fields import BaseField
from symeig.exact.residue_rings import ResidueRing

__all__ = ["component_projectors"]


def component_projectors(
    A: Any, components: Sequence[Component], field: BaseField
) -> list[list[list[tuple[Any, ...]]]]:
    """For each component the n×n matrix over K[λ]/p that is P_λ at every root λ of p.

    Args:
        A: n×n over K.
        components: Of A.
        field: K.

    Raises:
        CertificationError: M⁻¹ is not the inverse of M: a fault of symeig.
    """
    K, n = field.domain, A.shape[0]
    columns = [
        [K.convert(x) for x in w]
        for c in components
        for chain in c.vectors
        for v in chain
        for w in zip(*v, strict=True)
    ]
    M = _matrix(columns, n, K).transpose()
    inverse = M.inv()
    Claim(A, field).holds(M * inverse == DomainMatrix.eye(n, K).to_dense(), "the dual vectors are dual")
    rows = inverse.to_list()
    found, i = [], 0
    for c in components:
        end = i + c.degree * c.algebraic_multiplicity
        found.append(_projector(c, columns[i:end], rows[i:end], K))
        i = end
    return found


def _matrix(rows: Sequence[Sequence[Any]], columns: int, K: Any) -> Any:
    return DomainMatrix([list(r) for r in rows], (len(rows), columns), K).to_dense()


def _projector(
    component: Component, columns: Sequence[Sequence[Any]], rows: Sequence[Sequence[Any]], K: Any
) -> list[list[tuple[Any, ...]]]:
    """Σ x(λ)y(λ) over the vectors of a component, from the columns W and the rows R that belong to it."""
    d, n = component.degree, len(columns[0])
    p = [K.convert(c) / K.convert(component.coefficients[-1]) for c in component.coefficients]
    ring = ResidueRing(K, tuple(p))
    derivative = ring.inverse(ring.element([k * c for k, c in enumerate(p)][:0:-1]))
    lagrange = [ring.mul(ring.element(p[:i:-1]), derivative) for i in range(d)]
    X = [_matrix(columns[a::d], n, K).transpose() for a in range(d)]
    R = [_matrix(rows[b::d], n, K) for b in range(d)]
    Y = [_combination([lagrange[b][k] for b in range(d)], R) for k in range(d)]
    product = [
        _combination([K.one] * len(t), t) for t in ([x * y for x, y in _terms(X, Y, k)] for k in range(2 * d - 1))
    ]
    while len(product) > d:
        top = product.pop()
        for i, c in enumerate(p[:-1], len(product) - d):
            product[i] -= top * c
    lists = [T.to_list() for T in product]
    return [[tuple(T[i][j] for T in lists) for j in range(n)] for i in range(n)]


def _terms(X: Sequence[Any], Y: Sequence[Any], k: int) -> list[tuple[Any, Any]]:
    """The factors of the terms of λᵏ in the product of two polynomials."""
    return [(X[a], Y[k - a]) for a in range(len(X)) if 0 <= k - a < len(Y)]


def _combination(coefficients: Sequence[Any], matrices: Sequence[Any]) -> Any:
    """A linear combination of matrices of one shape."""
    total = matrices[0] * coefficients[0]
    for c, M in zip(coefficients[1:], matrices[1:], strict=True):
        total += M * c
    return total
