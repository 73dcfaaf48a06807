r"""Spectral projectors: for each eigenvalue the projection onto its generalised eigenspace along all others.

With minimal polynomial $\mu = p^k q$, the polynomial $e \equiv 1 \pmod{p^k}$, $e \equiv 0 \pmod q$ gives the projector
e(A) of the whole component, over K. The semisimple part of A there is s(A) with $p(s) \equiv 0 \pmod{p^k}$, found by
Newton's iteration from s = x (Chevalley). Lagrange's polynomial of p at a root λ, taken at s(A), splits e(A):
$P_\lambda = \frac{1}{p'(\lambda)} \frac{p(y) - p(\lambda)}{y - \lambda}\Big|_{y = s(A)} e(A)$.

References:
    Couty, D., Esterle, J., Zarouf, R.: Décomposition effective de Jordan–Chevalley. arXiv:1103.5020.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sympy.polys.densearith import dup_add, dup_mul, dup_pow, dup_rem, dup_sub
from sympy.polys.densetools import dup_diff
from sympy.polys.euclidtools import dup_invert
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
        A: n×n over K, a field.
        components: Of A.
        field: K.

    Raises:
        CertificationError: They are not the projectors: a fault of symeig.
    """
    found = [_projector(A, c, components) for c in components]
    claim = Claim(A, field)
    total = A * A.domain.zero
    for c, P in zip(components, found, strict=True):
        claim.holds(_lands_in_generalised_eigenspace(A, c, P), "P_λ maps into the generalised eigenspace of λ")
        total += _sum_over_roots(P, c, A.domain)
    # Any v = ΣP_λv is then the one decomposition of v into generalised eigenvectors, so each P_λ is the projector.
    claim.holds(total == DomainMatrix.eye(A.shape[0], A.domain).to_dense(), "the projectors add up to the identity")
    return found


def _lands_in_generalised_eigenspace(A: Any, component: Component, P: list[list[tuple[Any, ...]]]) -> bool:
    ring = ResidueRing(A.domain, tuple(reversed(_monic(component, A.domain))))
    for column in zip(*P, strict=True):
        v: Any = column
        for _ in range(component.index):
            v = ring.apply(A, v)
        if any(map(any, v)):
            return False
    return True


def _sum_over_roots(P: list[list[tuple[Any, ...]]], component: Component, K: Any) -> Any:
    """Σ P_λ over the roots λ of p, from the power sums of the roots (Newton's identities)."""
    p, d = _monic(component, K), component.degree
    sums = [K.convert(d)]
    for k in range(1, d):
        sums.append(-(k * p[k]) - sum((p[i] * sums[k - i] for i in range(1, k)), K.zero))
    rows = [[sum((c * s for c, s in zip(e, sums, strict=True)), K.zero) for e in row] for row in P]
    return DomainMatrix(rows, (len(rows), len(rows)), K).to_dense()


def _projector(A: Any, component: Component, components: Sequence[Component]) -> list[list[tuple[Any, ...]]]:
    K = A.domain
    p, pk = _monic(component, K), dup_pow(_monic(component, K), component.index, K)
    q = [K.one]
    for other in components:
        if other is not component:
            q = dup_mul(q, dup_pow(_monic(other, K), other.index, K), K)
    e = dup_mul(q, dup_invert(q, pk, K), K) if len(q) > 1 else q
    E = _evaluate(e, A)
    S = _evaluate(_semisimple(p, pk, component.index, K), A)
    # M_{d−1} = E, M_{i−1} = S·M_i + p_i·E: the coefficients of λⁱ in the quotient.
    matrices = [E]
    for coefficient in p[1:-1]:
        matrices.append(S * matrices[-1] + E * coefficient)
    ring = ResidueRing(K, tuple(reversed(p)))
    inverse = ring.inverse(ring.element(dup_diff(p, 1, K)))
    lists = [M.to_list() for M in reversed(matrices)]
    n = A.shape[0]
    return [[ring.mul(tuple(M[i][j] for M in lists), inverse) for j in range(n)] for i in range(n)]


def _monic(component: Component, K: Any) -> list[Any]:
    lead = K.convert(component.coefficients[-1])
    return [K.convert(c) / lead for c in reversed(component.coefficients)]


def _semisimple(p: list[Any], pk: list[Any], k: int, K: Any) -> list[Any]:
    """The s ≡ x (mod p) with p(s) ≡ 0 (mod pᵏ), by Newton's iteration."""
    s, derivative, reached = [K.one, K.zero], dup_diff(p, 1, K), 1
    while reached < k:
        step = dup_mul(_compose(p, s, pk, K), dup_invert(_compose(derivative, s, pk, K), pk, K), K)
        s = dup_rem(dup_sub(s, step, K), pk, K)
        reached *= 2
    return s


def _compose(f: list[Any], g: list[Any], modulus: list[Any], K: Any) -> list[Any]:
    """f(g) modulo a polynomial."""
    total: list[Any] = []
    for c in f:
        total = dup_rem(dup_add(dup_mul(total, g, K), [c] if c else [], K), modulus, K)
    return total


def _evaluate(f: list[Any], A: Any) -> Any:
    """f(A) by Horner's rule."""
    identity = DomainMatrix.eye(A.shape[0], A.domain).to_dense()
    total = identity * A.domain.zero
    for c in f:
        total = total * A + identity * c
    return total
