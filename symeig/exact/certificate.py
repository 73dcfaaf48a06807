r"""The proof of a result, made again from the result itself by simpler means than those that found it.

For every component, in exact arithmetic over K:

1. $(A - \lambda) v_1 = 0$ and $(A - \lambda) v_{j+1} = v_j$ in $K[\lambda]/p$, by products with the companion matrix.
2. p is irreducible over K (degrees of factors modulo primes; where those do not decide, p is factored on its own), and
   the p are pairwise different, hence coprime.
3. The eigenvectors of p's chains are independent over K(λ): the coefficient vectors of each span a cyclic space, and
   these are independent over K, because they are so modulo a prime.
4. Σ deg p · (sum of p's block sizes) = n.

Together: the chains are a basis of $\bar K^n$, that is A P = P J with P invertible, without ever forming det P. Trace,
determinant and rank are then read off the factors and compared with the matrix (determinant and rank modulo a prime).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from math import gcd
from typing import Any

from sympy.polys.factortools import dup_factor_list
from sympy.polys.matrices import DomainMatrix

from symeig.errors import CertificationError
from symeig.exact.components import Component
from symeig.exact.fields import BaseField
from symeig.exact.residues import ResidueMap, degrees_prove_irreducible, residue_maps

__all__ = ["Certificate", "Claim", "certify", "independent", "times_lambda"]

# Residue maps tried before a rank that stays too small is called a fault.
RANK_TRIALS = 8


@dataclass(frozen=True)
class Certificate:
    """What was proved of an eigensystem.

    Attributes:
        dimension: n, the sum of all block sizes times the degrees of their polynomials.
        chain_equations: Number of identities (A − λ)vⱼ = vⱼ₋₁ that were multiplied out.
        irreducible: For each component how its polynomial was proved irreducible: "degree 1", "degrees modulo primes"
            or "factored again".
        identities: The other statements that were checked.
    """

    dimension: int
    chain_equations: int
    irreducible: tuple[str, ...]
    identities: tuple[str, ...] = ("independent eigenvectors", "tr A = Σλ", "det A = Πλ", "rank A = n − dim ker A")


def certify(B: Any, c: Any, components: Sequence[Component], field: BaseField) -> Certificate:
    """Prove the components of A = B/c.

    Args:
        B: n×n over the integral domain of `field`.
        c: Non-zero, in that domain.
        components: What `primary_components` found, or anyone claims.
        field: K.

    Raises:
        CertificationError: A statement does not hold.
    """
    n = B.shape[0]
    if field.has_parameters:
        B, c = B.convert_to(field.domain), field.domain.convert_from(c, B.domain)
    claim = Claim(B, field, c)
    for s in components:
        claim.holds(_is_canonical(s.coefficients, field), "every factor is in canonical form, of degree 1 at least")
        sizes = [len(chain) for chain in s.vectors]
        claim.holds(
            sizes == sorted(sizes, reverse=True) and sizes[-1:] > [0], "chains are sorted by length, none empty"
        )
        shape = [[len(s.coefficients) - 1] * n] * sum(sizes)
        claim.holds([[len(e) for e in v] for chain in s.vectors for v in chain] == shape, "vectors are n×d")
    claim.holds(sum(s.degree * s.algebraic_multiplicity for s in components) == n, f"the block sizes add up to {n}")
    different = all(s.coefficients != t.coefficients for s, t in combinations(components, 2))
    claim.holds(different, "the factors are pairwise different")
    equations = sum(_chain_equations(B, c, s, claim) for s in components)
    proofs = tuple(_irreducibility(s.coefficients, claim, field) for s in components)
    for s in components:
        claim.holds(_independent_eigenvectors(s, field), "the eigenvectors of a factor are independent")
    _trace_determinant_rank(B, c, components, claim, field)
    return Certificate(n, equations, proofs)


class Claim:
    """Statements about a matrix; one that is not true is a fault of symeig, raised with code that shows it.

    Args:
        B: The matrix times c, over ZZ or K.
        field: K.
        c: Not zero.
        function: The function of symeig that was called with the matrix.
    """

    def __init__(self, B: Any, field: BaseField, c: Any = 1, *, function: str = "eigensystem") -> None:
        self.B, self.field, self.c, self.function = B, field, c, function

    def holds(self, true: bool, statement: str) -> None:  # noqa: FBT001  (reads as a sentence where it is called)
        """Go on if the statement is true, else raise `CertificationError`."""
        if not true:
            K = self.field.domain
            rows = [[str(self.field.to_sympy(K.convert(x) / K.convert(self.c))) for x in r] for r in self.B.to_list()]
            reproducer = f"from symeig import {self.function}\n{self.function}({rows})"
            msg = f"The result does not pass its own proof: not true that {statement}. Please report: {reproducer}"
            raise CertificationError(msg, statement=statement, reproducer=reproducer)


def _is_canonical(coefficients: Sequence[Any], field: BaseField) -> bool:
    """Whether equal factors are sure to have equal coefficients."""
    if len(coefficients) < 2:
        return False
    if field.is_rational:
        return coefficients[-1] > 0 and gcd(*coefficients) == 1
    return bool(coefficients[-1] == field.domain.one)


def _chain_equations(B: Any, c: Any, s: Component, claim: Claim) -> int:
    """Multiply out ℓ(B − cλ)vⱼ = ℓc·vⱼ₋₁ for all vectors of a component at once, ℓ the leading coefficient of p."""
    n, d, R = B.shape[0], len(s.coefficients) - 1, B.domain
    p = s.coefficients
    vectors: list[Any] = [[list(zip(*v, strict=True)) for v in chain] for chain in s.vectors]
    V = [w for chain in vectors for v in chain for w in v]
    shifted = [w for chain in vectors for v in chain for w in times_lambda(v, p)]
    left = B * _from_columns(V, n, R)
    if s.is_defective:
        nothing: Any = [[R.zero] * n] * d
        earlier = [w for chain in vectors for v in [nothing, *chain[:-1]] for w in v]
        left -= _from_columns(earlier, n, R) * R(c)
    left *= p[-1]
    claim.holds(left == _from_columns(shifted, n, R) * R(c), "every chain satisfies (A − λ)vⱼ = vⱼ₋₁")
    return len(V) // d


def _from_columns(columns: Sequence[Sequence[Any]], n: int, R: Any) -> Any:
    return DomainMatrix([list(w) for w in columns], (len(columns), n), R).to_dense().transpose()


def times_lambda(columns: Sequence[Sequence[Any]], p: Sequence[Any]) -> list[list[Any]]:
    """ℓλv for a vector v over K[λ]/p: ℓ times a shift, with ℓλᵈ = −Σ pᵢλⁱ."""
    lead, top = p[-1], columns[-1]
    shifted = [[lead * x - q * y for x, y in zip(w, top, strict=True)] for w, q in zip(columns, p[1:-1], strict=False)]
    return [[-p[0] * x for x in top], *shifted]


def _irreducibility(polynomial: Sequence[Any], claim: Claim, field: BaseField) -> str:
    K = field.domain
    if len(polynomial) == 2:
        return "degree 1"
    if degrees_prove_irreducible(polynomial, field):
        return "degrees modulo primes"
    factors = dup_factor_list([K.convert(x) for x in reversed(polynomial)], K)[1]
    claim.holds(len(factors) == 1 and factors[0][1] == 1, "every factor is irreducible")
    return "factored again"


def _independent_eigenvectors(s: Component, field: BaseField) -> bool:
    """Whether the eigenvectors of the chains are independent over K(λ): their cyclic spaces are, modulo some prime."""
    eigenvectors = [chain[0] for chain in s.vectors]
    if len(eigenvectors) == 1:
        return any(any(entry) for entry in eigenvectors[0])
    return independent([column for v in eigenvectors for column in zip(*v, strict=True)], field)


def independent(rows: Sequence[Sequence[Any]], field: BaseField) -> bool:
    """Whether vectors over K are independent modulo some prime, and so over K."""
    return any(_rank(r, rows) == len(rows) for r in islice(residue_maps(field), RANK_TRIALS))


def _rank(residue: ResidueMap, rows: Sequence[Sequence[Any]]) -> int:
    try:
        return residue.rank(rows)
    except ZeroDivisionError:
        return 0


def _trace_determinant_rank(B: Any, c: Any, components: Sequence[Component], claim: Claim, field: BaseField) -> None:
    """Compare trace, determinant and rank of B = cA with those read off the factors."""
    K, n = field.domain, B.shape[0]
    trace, determinant, kernel = K.zero, K.one, 0
    for s in components:
        first, last_but_one, last = map(K.convert, (s.coefficients[0], s.coefficients[-2], s.coefficients[-1]))
        m = sum(map(len, s.vectors))
        trace -= last_but_one / last * m
        determinant *= ((-1) ** (len(s.coefficients) - 1) * first / last) ** m
        if not first:
            kernel = len(s.vectors)
    diagonal = sum((B[i, i].element for i in range(n)), B.domain.zero)
    claim.holds(K.convert(diagonal) == trace * c, "the trace is the sum of the eigenvalues")
    ranks = [0]
    for residue in islice(residue_maps(field), RANK_TRIALS):
        try:
            reduced, product = residue.matrix(B), residue(determinant * c**n)
        except ZeroDivisionError:
            continue
        image = int(reduced.det())
        claim.holds(image == product, "the determinant is the product of the eigenvalues")
        ranks.append(n if image else int(reduced.rank()))
        if ranks[-1] == n - kernel:
            break
    claim.holds(max(ranks) == n - kernel, "the rank is n − dim ker A")
