r"""From a matrix to its primary components: the whole of the linear algebra, over the base field alone.

A component belongs to an irreducible factor p of the characteristic polynomial χ and holds the Jordan chains of *all*
roots of p at once: a vector with entries in $K[\lambda]/p$ is an n×d matrix over K, d = deg p, whose columns are the
coefficients of 1, λ, …, λᵈ⁻¹.

Denominators are cleared first: $B = cA$ over the integral domain of K, whose eigenvalues are c times those of A. The
eigenvectors of simple factors are found all at once (`krylov`), the chains of multiple ones one by one (`chains`).

References:
    Tajima, S., Ohara, K., Terui, A.: arXiv:2209.04807 (Jordan–Krylov bases, generalised eigenvectors in this implicit
    form). Augot, D., Camion, P.: On the computation of minimal polynomials, cyclic vectors, and Frobenius forms.
    Linear Algebra Appl. 260 (1997) 61–94.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any

from sympy import QQ, Expr, ImmutableMatrix, Poly
from sympy.polys.densebasic import dmp_inject, dmp_raise
from sympy.polys.densetools import dup_shift
from sympy.polys.euclidtools import dmp_resultant
from sympy.polys.factortools import dup_factor_list
from sympy.polys.sqfreetools import dup_sqf_list, dup_sqf_p

from symeig.exact.chains import multiple_chains
from symeig.exact.eigenvalues import Eigenvalue, expression_in_lambda, polynomial_in_lambda
from symeig.exact.fields import BaseField, OverField
from symeig.exact.krylov import simple_chains
from symeig.exact.scaling import normalise

__all__ = ["Component", "characteristic_factors", "primary_components"]


@dataclass(frozen=True)
class Component(OverField):
    """An irreducible factor p of the characteristic polynomial with the Jordan chains of all its roots at once.

    Attributes:
        field: The base field K.
        coefficients: The coefficients of p, the constant one first: over the rationals coprime integers with positive
            leading one, over other fields monic.
        vectors: The chains in plain data, the longest first; in each the eigenvector first. A vector is n entries; an
            entry is the deg p coefficients over K of 1, λ, λ², …

    Examples:
        >>> from symeig import eigensystem
        >>> component = eigensystem([[1, 1], [1, 0]]).components[0]
        >>> component.polynomial
        Poly(lambda**2 - lambda - 1, lambda, domain='QQ')
        >>> component.chains[0][0]
        Matrix([
        [lambda],
        [     1]])
    """

    field: BaseField
    coefficients: tuple[Any, ...]
    vectors: tuple[tuple[tuple[tuple[Any, ...], ...], ...], ...]

    def __hash__(self) -> int:
        return hash((self.field, self.degree, self.block_sizes))

    @property
    def degree(self) -> int:
        """The degree of p: the number of eigenvalues that the component stands for."""
        return len(self.coefficients) - 1

    @property
    def block_sizes(self) -> tuple[int, ...]:
        """Sizes of the Jordan blocks of each root of p, descending (its Segre characteristic)."""
        return tuple(map(len, self.vectors))

    @property
    def weyr(self) -> tuple[int, ...]:
        """Weyr characteristic of each root: dim ker (A − λ)ᵏ − dim ker (A − λ)ᵏ⁻¹ for k from 1 to the index."""
        return tuple(sum(size >= k for size in self.block_sizes) for k in range(1, self.index + 1))

    @property
    def algebraic_multiplicity(self) -> int:
        """The exponent of p in the characteristic polynomial."""
        return sum(self.block_sizes)

    @property
    def geometric_multiplicity(self) -> int:
        """The dimension of the eigenspace of each root."""
        return len(self.vectors)

    @property
    def index(self) -> int:
        """The size of the largest Jordan block: the exponent of p in the minimal polynomial."""
        return self.block_sizes[0]

    @property
    def is_defective(self) -> bool:
        """Whether the roots have fewer independent eigenvectors than their multiplicity."""
        return self.index > 1

    @property
    def polynomial(self) -> Poly:
        """p, monic, as a SymPy `Poly` in λ over K."""
        return polynomial_in_lambda(self.coefficients, self.field)

    @property
    def eigenvalues(self) -> tuple[Eigenvalue, ...]:
        """The roots of p in order."""
        return tuple(Eigenvalue(self.field, self.coefficients, k) for k in range(self.degree))

    @cached_property
    def chains(self) -> tuple[tuple[ImmutableMatrix, ...], ...]:
        """The chains as column vectors with entries in λ, polynomials of degree below deg p, valid for every root."""
        return self._chains(lambda entry: expression_in_lambda(entry, self.field))

    def chains_at(self, eigenvalue: Eigenvalue) -> tuple[tuple[ImmutableMatrix, ...], ...]:
        """The chains of one root of p."""
        return self._chains(eigenvalue.evaluate)

    def columns_at(self, eigenvalue: Eigenvalue) -> list[list[Expr | int]]:
        """All vectors of the chains of one root of p, as lists, in the order of the columns of P."""
        if self.field.is_rational and self.degree == 1:
            return [[x for (x,) in v] for chain in self.vectors for v in chain]
        return [[eigenvalue.evaluate(e) for e in v] for chain in self.vectors for v in chain]

    def _chains(self, entry: Callable[[Sequence[Any]], Expr]) -> tuple[tuple[ImmutableMatrix, ...], ...]:
        return tuple(tuple(ImmutableMatrix(len(v), 1, [entry(e) for e in v]) for v in chain) for chain in self.vectors)


def primary_components(B: Any, c: Any, field: BaseField) -> list[Component]:
    """The primary components of the matrix A = B/c.

    Args:
        B: n×n over the integral domain of `field`.
        c: Non-zero, in that domain.
        field: K.

    Returns:
        One component for each irreducible factor of the characteristic polynomial of A: those of degree 1 first, in
        increasing order over the rationals; then by degree and coefficients.
    """
    factors = characteristic_factors(B)
    simple = [p for p, m in factors if m == 1]
    found = list(zip(simple, simple_chains(B, factors, simple), strict=True)) if simple else []
    found += [(p, multiple_chains(B, p, m, field)) for p, m in factors if m > 1]
    return sorted((_component(p, chains, c, field) for p, chains in found), key=_order)


def _order(component: Component) -> tuple[Any, ...]:
    p, field = component.coefficients, component.field
    if field.is_rational:
        return (len(p), QQ(-p[0], p[1])) if len(p) == 2 else (len(p), p)
    return len(p), tuple(field.encode(x) for x in reversed(p))


def characteristic_factors(B: Any) -> list[tuple[list[Any], int]]:
    """The monic irreducible factors of the characteristic polynomial, leading coefficient first, with multiplicities.

    SymPy splits a sparse B into the strongly connected components of its graph first, so that χ is found as a product.
    """
    R, n = B.domain, B.shape[0]
    dense = 2 * B.nnz() > n * n
    products = [(B.charpoly_base(), 1)] if dense else B.charpoly_factor_blocks()
    found = [(q, k * m) for p, m in products for q, k in _irreducible_factors(p, R)]
    # By equality, not in a dictionary: equal elements of a field with parameters may have different hashes in SymPy.
    merged: list[tuple[list[Any], int]] = []
    for p, m in found:
        monic = list(p) if p[0] == R.one else [R.quo(x, p[0]) for x in p]
        earlier = next((i for i, (q, _) in enumerate(merged) if q == monic), None)
        if earlier is None:
            merged.append((monic, m))
        else:
            merged[earlier] = (monic, merged[earlier][1] + m)
    return merged


def _irreducible_factors(f: list[Any], R: Any) -> list[tuple[list[Any], int]]:
    """The irreducible factors of a monic polynomial, leading coefficient first, with their exponents.

    Over parameters and a number field Q(θ), SymPy shifts all variables by the same multiple of θ until the norm is
    square-free, which never ends for a polynomial in λ − a. Here λ alone is shifted first, so that its norm is.
    """
    if not (R.is_PolynomialRing and R.domain.is_Algebraic) or len(f) < 3:
        return list(dup_factor_list(f, R)[1])
    theta = R.convert_from(R.domain.unit, R.domain)
    found = []
    for p, m in dup_sqf_list(f, R)[1]:
        k = next(k for k in count() if _norm_is_square_free(dup_shift(p, -k * theta, R), R, k))
        factors = dup_factor_list(dup_shift(p, -k * theta, R), R)[1]
        found += [(dup_shift(q, k * theta, R), m * e) for q, e in factors]
    return found


def _norm_is_square_free(p: list[Any], R: Any, k: int) -> bool:
    """Whether the norm of a polynomial is square-free at one point of the parameters, another one for each k."""
    F = R.domain
    point = [F.convert(1009 + 97 * k + 1000 * i) for i in range(R.ngens)]
    h, _ = dmp_inject([c(*point) for c in p], 0, F, front=True)
    return bool(dup_sqf_p(dmp_resultant(dmp_raise(F.mod.to_list(), 1, 0, F.dom), h, 1, F.dom), F.dom))


def _component(p: Sequence[Any], chains: Sequence[Sequence[Any]], c: Any, field: BaseField) -> Component:
    """From a factor and chains of B to those of A = B/c, with the scale that is shown.

    λ_B = cλ, and a chain of B becomes one of A when its j-th vector is multiplied by cʲ.
    """
    number = int if field.is_rational else field.domain.convert
    scale = number(c)
    powers = [scale**k for k in range(len(p) + max(map(len, chains)))]
    coefficients = field.canonical([number(x) * powers[i] for i, x in enumerate(reversed(p))])
    scaled = [
        [[[number(x) * powers[i + j] for i, x in enumerate(e)] for e in W.to_list()] for j, W in enumerate(chain)]
        for chain in chains
    ]
    return Component(field, coefficients, tuple(normalise(chain, coefficients, field) for chain in scaled))
