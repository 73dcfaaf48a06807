r"""Frobenius covariants: the matrices $Z_{\lambda,j} = (A - \lambda)^j P_\lambda$ that every function of A is made of.

$P_\lambda$ is the projection onto the generalised eigenspace of λ along all others. Let μ be the minimal polynomial, m
the exponent of p in it, and $g(y) = \mu(y) / (y - \lambda)^m$ over $K[\lambda]/p$, for all roots λ of p at once. Then
$Z_{\lambda,j} = (A - \lambda)^j \, w(A - \lambda) \, g(A)$, where w is the beginning of the power series of 1/g in
$y - \lambda$: Hermite's interpolation of a function that is 1 near λ and 0 near the other eigenvalues. Nothing is
inverted but elements of $K[\lambda]/p$.

The result is kept as $H_j = p'(\lambda) Z_{\lambda,j}$, which spares simple eigenvalues the inverse of p'(λ).

The proof is another one: $(A - \lambda) H_j = H_{j+1}$, $H_m = 0$, and $\sum_\lambda P_\lambda = I$. By Euler's formula
$\sum_{p(\lambda) = 0} \lambda^k / p'(\lambda)$ is 1 for k = d − 1 and 0 for smaller k, so the sum is that of the
coefficients of $\lambda^{d-1}$ in the $H_0$. Matrices $P_\lambda$ that add up to I, each with its image in its own
generalised eigenspace, are the projections.

References:
    [HJ91] §6.1; Gantmacher, The Theory of Matrices, ch. V (components of a matrix, Hermite's interpolation).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial, reduce
from itertools import pairwise
from typing import Any

from sympy import Expr, ImmutableMatrix
from sympy.polys.densearith import dup_mul, dup_pow, dup_quo
from sympy.polys.matrices import DomainMatrix

from symeig.exact.certificate import Claim
from symeig.exact.components import Component
from symeig.exact.eigenvalues import Eigenvalue
from symeig.exact.fields import BaseField
from symeig.exact.residue_rings import Element, ResidueRing

__all__ = ["Covariants", "frobenius_covariants"]

# A matrix over K[λ]/p: the matrices over K that are its coefficients of 1, λ, …, λᵈ⁻¹.
MatrixOverRing = list[Any]


@dataclass(frozen=True)
class Covariants:
    """The Frobenius covariants of all roots of an irreducible factor p.

    Attributes:
        component: p with its chains.
        ring: K[λ]/p.
        numerators: H₀, …, Hₘ₋₁ over the ring, m the index of the roots; Z_{λ,j} = Hⱼ/p'(λ). Or these times a matrix.
    """

    component: Component
    ring: ResidueRing
    numerators: tuple[MatrixOverRing, ...]

    def numerator(self, j: int, i: int, k: int) -> Element:
        """The entry (i, k), from 0, of Hⱼ."""
        return tuple(M[i, k].element for M in self.numerators[j])

    def times(self, X: Any) -> Covariants:
        """The covariants times a matrix X over K."""
        return Covariants(self.component, self.ring, tuple([M * X for M in H] for H in self.numerators))

    def at(self, eigenvalue: Eigenvalue) -> tuple[ImmutableMatrix, ...]:
        """Z_{λ,0}, …, Z_{λ,m−1} of one root."""
        shape, below = self.numerators[0][0].shape, self.ring.inverse(self.ring.derivative)

        def entry(j: int, i: int, k: int) -> Expr:
            return eigenvalue.evaluate(self.ring.mul(self.numerator(j, i, k), below))

        return tuple(ImmutableMatrix(*shape, partial(entry, j)) for j in range(len(self.numerators)))


def frobenius_covariants(A: Any, components: Sequence[Component], field: BaseField) -> tuple[Covariants, ...]:
    """The covariants of all eigenvalues, proved.

    Args:
        A: n×n over K.
        components: Of A.
        field: K.

    Raises:
        CertificationError: They do not pass their proof: a fault of symeig.
    """
    K = field.domain
    moduli = [[K.convert(c) / K.convert(s.coefficients[-1]) for c in s.coefficients] for s in components]
    minimal = [K.one]
    for s, p in zip(components, moduli, strict=True):
        minimal = dup_mul(minimal, dup_pow(p[::-1], s.index, K), K)
    powers = [DomainMatrix.eye(A.shape[0], K).to_dense()]
    while len(powers) < len(minimal) - 1:
        powers.append(A * powers[-1])
    found = tuple(
        Covariants(s, L, _numerators(A, powers, minimal, s.index, L))
        for s, L in ((s, ResidueRing(K, tuple(p))) for s, p in zip(components, moduli, strict=True))
    )
    _prove(A, found, field)
    return found


def _numerators(
    A: Any, powers: Sequence[Any], minimal: Sequence[Any], index: int, L: ResidueRing
) -> tuple[MatrixOverRing, ...]:
    """H₀, …, Hₘ₋₁: the combinations Σ wₖFₖ₊ⱼ of Fₖ = (A − λ)ᵏ g(A)."""
    g = [L.element([c]) for c in minimal]
    for _ in range(index):
        g, _ = _divided(g, L)
    others = L.element(dup_quo(minimal, dup_pow(list(reversed(L.modulus)), index, L.K), L.K))
    F = [_evaluated(g, powers, L)]
    while len(F) < index:
        F.append(_shifted(A, F[-1], L))
    w = _series(g, others, index, L)
    return tuple(_combination(w, F[j:], L) for j in range(index))


def _divided(f: Sequence[Element], L: ResidueRing) -> tuple[list[Element], Element]:
    """Quotient and remainder of a polynomial over L, leading coefficient first, by y − λ (Horner)."""
    quotient = [f[0]]
    for c in f[1:]:
        quotient.append(L.add(c, L.mul(L.generator, quotient[-1])))
    return quotient, quotient.pop()


def _evaluated(f: Sequence[Element], powers: Sequence[Any], L: ResidueRing) -> MatrixOverRing:
    """A polynomial over L, leading coefficient first, at A."""
    terms = [(c, M) for c, M in zip(reversed(f), powers, strict=False)]
    return [sum((M * c[i] for c, M in terms[1:] if c[i]), terms[0][1] * terms[0][0][i]) for i in range(L.degree)]


def _series(g: Sequence[Element], others: Element, m: int, L: ResidueRing) -> list[Element]:
    """w₀, …, wₘ₋₁: Σ wₖ(y − λ)ᵏ times g is p'(λ) up to the m-th power of y − λ.

    g(λ) is p'(λ)ᵐ times what the powers of the other factors are at λ. For m = 1 only these have to be inverted.
    """
    w = [L.inverse(others)]
    if m == 1:
        return w
    below = L.inverse(L.derivative)
    for _ in range(m - 1):
        w[0] = L.mul(w[0], below)
    inverse = L.mul(w[0], below)
    taylor: list[Element] = []
    for k in range(m):
        g, value = _divided(g, L) if g else (g, L.element([]))
        taylor.append(value)
        if k:
            terms = (L.mul(taylor[i], w[k - i]) for i in range(1, k + 1))
            w.append(L.negative(L.mul(inverse, reduce(L.add, terms))))
    return w


def _combination(coefficients: Sequence[Element], matrices: Sequence[MatrixOverRing], L: ResidueRing) -> MatrixOverRing:
    """Σ cₖMₖ over L, as far as there are matrices."""
    total: MatrixOverRing = []
    for c, M in zip(coefficients, matrices, strict=False):
        term = _scaled(M, c, L)
        total = [x + y for x, y in zip(total, term, strict=True)] if total else term
    return total


def _scaled(M: MatrixOverRing, x: Element, L: ResidueRing) -> MatrixOverRing:
    """The product xM by Horner's rule in λ."""
    total = [N * x[-1] for N in M]
    for c in x[-2::-1]:
        total = [T + N * c for T, N in zip(_times_lambda(total, L), M, strict=True)]
    return total


def _times_lambda(M: MatrixOverRing, L: ResidueRing) -> MatrixOverRing:
    """λM: a shift, with λᵈ = −Σ pᵢλⁱ."""
    p, top = L.modulus, M[-1]
    return [-(top * p[0]), *(N - top * c for N, c in zip(M, p[1:-1], strict=False))]


def _shifted(A: Any, M: MatrixOverRing, L: ResidueRing) -> MatrixOverRing:
    """(A − λ)M."""
    return [A * N - T for N, T in zip(M, _times_lambda(M, L), strict=True)]


def _prove(A: Any, found: Sequence[Covariants], field: BaseField) -> None:
    claim = Claim(A, field)
    zero = A - A
    for s in found:
        nothing = [zero] * s.ring.degree
        for H, following in pairwise((*s.numerators, nothing)):
            claim.holds(_shifted(A, H, s.ring) == following, "(A − λ) Z = the next covariant, and 0 after the last")
    tops = (s.numerators[0][-1] for s in found)
    one = DomainMatrix.eye(A.shape[0], field.domain).to_dense()
    claim.holds(sum(tops, zero) == one, "the projectors add up to the identity")
