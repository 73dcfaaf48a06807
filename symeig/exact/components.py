r"""From a matrix to its primary components: the whole of the linear algebra, over the base field alone.

A component belongs to an irreducible factor p of the characteristic polynomial χ and holds the Jordan chains of *all*
roots of p at once: a vector with entries in $K[\lambda]/p$ is an n×d matrix over K, d = deg p, whose columns are the
coefficients of 1, λ, …, λᵈ⁻¹.

* Simple factors, all at once. For a vector b put $u_{n-1} = b$ and $u_{i-1} = A u_i + \chi_i b$. Then
  $u(\lambda) = \sum_i u_i \lambda^i = \frac{\chi(A) - \chi(\lambda)}{A - \lambda}\, b$, and $(A - \lambda)\, u(\lambda)
  = -\chi(\lambda)\, b$: at a root of χ it is an eigenvector or zero. Reduce it modulo each p.
* Multiple factors. With N = p(A), the dimensions of ker N, ker N², … give the block sizes. Vectors ("tops") of a short
  basis of ker Nᵏ that generate A's cyclic pieces of order pᵏ are lifted: the chain of a top w ends in
  $\left(\frac{p(A) - p(\lambda)}{A - \lambda}\right)^k w$, and A − λ leads down from there to the eigenvector.

Over $\mathbb{Q}$ the matrix is made integral first, and the kernels are lattices with LLL-reduced bases.

References:
    Steel, A.: A new algorithm for the computation of canonical forms of matrices over fields. J. Symb. Comput. 24
    (1997) 409–432. Nesbitt, A.: arXiv:2203.00177 (the quotient (p(x) − p(y))/(x − y)). Tajima, S., Ohara, K.,
    Terui, A.: arXiv:2209.04807 (Jordan–Krylov bases). [HJ13] §3.1 (Weyr characteristic).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sympy import QQ, ZZ, Expr, ImmutableMatrix, Poly
from sympy.polys.densearith import dup_mul, dup_pow
from sympy.polys.matrices import DomainMatrix

from symeig.exact.eigenvalues import Eigenvalue, expression_in_lambda, polynomial_in_lambda
from symeig.exact.fields import BaseField, OverField
from symeig.exact.lattices import kernel
from symeig.exact.residues import residue_maps
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

    def columns_at(self, eigenvalue: Eigenvalue) -> list[list[Expr]]:
        """All vectors of the chains of one root of p, as lists, in the order of the columns of P."""
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

    SymPy splits B into the strongly connected components of its graph first, so that χ is found as a product.
    """
    R = B.domain
    # By equality, not in a dictionary: equal elements of a field with parameters may have different hashes in SymPy.
    merged: list[tuple[list[Any], int]] = []
    for p, m in B.charpoly_factor_list():
        monic = list(p) if p[0] == R.one else [R.quo(x, p[0]) for x in p]
        earlier = next((i for i, (q, _) in enumerate(merged) if q == monic), None)
        if earlier is None:
            merged.append((monic, m))
        else:
            merged[earlier] = (monic, merged[earlier][1] + m)
    return merged


# --- simple factors -------------------------------------------------------------------------------------------------


def simple_chains(B: Any, factors: Sequence[tuple[list[Any], int]], simple: Sequence[list[Any]]) -> list[list[Any]]:
    """For each simple factor p its one chain: an eigenvector over K[λ]/p, as an n×d matrix."""
    chi = _product(factors, B.domain)
    eigenvectors: list[Any] = [None] * len(simple)
    missing = list(range(len(simple)))
    for b in _start_vectors(B.shape[0], B.domain):
        u = _adjugate_times(B, chi, b)
        for i in missing:
            W = _reduce(u, simple[i])
            if not W.is_zero_matrix:
                eigenvectors[i] = W
        missing = [i for i in missing if eigenvectors[i] is None]
        if not missing:
            break
    return [[[W]] for W in eigenvectors]


def _product(factors: Sequence[tuple[list[Any], int]], R: Any) -> list[Any]:
    """The characteristic polynomial, the leading coefficient first."""
    chi = [R.one]
    for p, m in factors:
        chi = dup_mul(chi, dup_pow(p, m, R), R)
    return chi


def _start_vectors(n: int, R: Any) -> Iterator[Any]:
    """Vectors b to try: e₁ and two dense ones; then every unit vector, one of which must do."""

    def column(entries: Sequence[int]) -> Any:
        return DomainMatrix([[R(x)] for x in entries], (n, 1), R)

    yield column([1] + [0] * (n - 1))
    yield column([1] * n)
    yield column(range(1, n + 1))
    for i in range(1, n):
        yield column([int(i == j) for j in range(n)])


def _adjugate_times(B: Any, chi: Sequence[Any], b: Any) -> Any:
    """The n×n matrix (u₀, …, uₙ₋₁) of the coefficients of adj(λI − B)·b in powers of λ."""
    n = B.shape[0]
    u = b
    columns = [b.to_list_flat()]
    for coefficient in chi[1:n]:
        u = B * u + b * coefficient if coefficient else B * u
        columns.append(u.to_list_flat())
    return DomainMatrix(columns[::-1], (n, n), B.domain).transpose()


def _reduce(u: Any, p: Sequence[Any]) -> Any:
    """The coefficients u₀, u₁, … reduced modulo a monic polynomial p: u·R, R the powers of λ modulo p."""
    n, R = u.shape[1], u.domain
    d = len(p) - 1
    if d == n:
        return u
    low = [-x for x in p[:0:-1]]
    power = [R.one] + [R.zero] * (d - 1)
    powers = []
    for _ in range(n):
        powers.append(power)
        top = power[-1]
        power = [x + top * y for x, y in zip([R.zero, *power[:-1]], low, strict=True)]
    return u * DomainMatrix(powers, (n, d), R)


# --- multiple factors -----------------------------------------------------------------------------------------------


def multiple_chains(B: Any, p: Sequence[Any], m: int, field: BaseField) -> list[list[Any]]:
    """The Jordan chains for the roots of p, whose power m divides the characteristic polynomial, the longest first."""
    d = len(p) - 1
    if field.has_parameters:
        B, p = B.convert_to(field.domain), [field.domain.convert_from(x, B.domain) for x in p]
    N = _evaluate(p, B)
    kernels = _kernels(N, m * d, field)
    tops = _tops(B, N, d, kernels, field)
    return [_lift(B, p, w, k) for k, w in tops]


def _evaluate(p: Sequence[Any], B: Any) -> Any:
    """p(B) by Horner's rule."""
    identity = DomainMatrix.eye(B.shape[0], B.domain).to_dense()
    total = identity
    for coefficient in p[1:]:
        total = B * total + identity * coefficient
    return total


def _kernels(N: Any, dimension: int, field: BaseField) -> list[list[Sequence[Any]]]:
    """Short bases of ker N, ker N², … up to the first of the full dimension."""
    power = N
    kernels = [_kernel(power, field)]
    while len(kernels[-1]) < dimension:
        power *= N
        kernels.append(_kernel(power, field))
    return kernels


def _kernel(M: Any, field: BaseField) -> list[Sequence[Any]]:
    if field.is_rational:
        return [tuple(map(ZZ, v)) for v in kernel(M.to_list())]
    return [[x / next(y for y in reversed(v) if y) for x in v] for v in M.nullspace().to_list()]


def _tops(B: Any, N: Any, d: int, kernels: Sequence[Any], field: BaseField) -> list[tuple[int, Any]]:
    """Pairs (k, w), k descending: vectors w whose cyclic spaces K[A]w ≅ K[x]/pᵏ decompose the component."""
    depth = len(kernels)
    weyr = [0, *map(len, kernels), len(kernels[-1])]
    number = {k: (2 * weyr[k] - weyr[k - 1] - weyr[k + 1]) // d for k in range(1, depth + 1)}
    tops: list[tuple[int, Any]] = []
    for k in range(depth, 0, -1):
        if number[k]:
            below = list(kernels[k - 2]) if k > 1 else []
            taken = [x for j, w in tops for x in _cyclic(B, _power_times(N, j - k, w), d)]
            chosen = _extend([*below, *taken], kernels[k - 1], number[k], B, d, field)
            tops.extend((k, w) for w in chosen)
    return tops


def _column(v: Sequence[Any], R: Any) -> Any:
    return DomainMatrix([[x] for x in v], (len(v), 1), R)


def _power_times(N: Any, k: int, w: Any) -> Any:
    for _ in range(k):
        w = N * w
    return w


def _cyclic(B: Any, w: Any, d: int) -> list[list[Any]]:
    """w, Bw, …, Bᵈ⁻¹w as lists."""
    images = [w]
    for _ in range(d - 1):
        images.append(B * images[-1])
    return [v.to_list_flat() for v in images]


def _extend(  # noqa: PLR0913, PLR0917
    base: list[Any], candidates: Sequence[Any], count: int, B: Any, d: int, field: BaseField
) -> list[Any]:
    """The first `count` candidates w such that base and all w, Bw, …, Bᵈ⁻¹w are independent.

    A pivot modulo a prime is a pivot over K; a prime that loses one finds too few, and the next is tried.
    """
    columns = [_column(w, B.domain) for w in candidates]
    images = [x for w in columns for x in _cyclic(B, w, d)]
    for residue in residue_maps(field):
        pivots = set(residue.pivots([*base, *images]))
        chosen = [w for i, w in enumerate(columns) if len(base) + i * d in pivots]
        if len(chosen) == count:
            return chosen
    raise AssertionError  # pragma: no cover  (residue maps never end)


def companion(p: Sequence[Any], R: Any) -> Any:
    """The matrix C with W·C = λW for n×d matrices W of coefficients over K[λ]/p, p monic."""
    d = len(p) - 1
    rows = [[R.one if j == i + 1 else R.zero for j in range(d)] for i in range(d - 1)]
    rows.append([-x for x in p[:0:-1]])
    return DomainMatrix(rows, (d, d), R)


def _lift(B: Any, p: Sequence[Any], w: Any, k: int) -> list[Any]:
    """The Jordan chain of length k of the top w, as n×d matrices, the eigenvector first."""
    d, R = len(p) - 1, B.domain
    C = companion(p, R)
    W = w.hstack(DomainMatrix.zeros((w.shape[0], d - 1), R).to_dense()) if d > 1 else w
    for _ in range(k if d > 1 else 0):
        W = _quotient(B, C, p, W)
    chain = [W]
    for _ in range(k - 1):
        chain.append(B * chain[-1] - chain[-1] * C)
    return chain[::-1]


def _quotient(B: Any, C: Any, p: Sequence[Any], W: Any) -> Any:
    """(p(B) − p(λ))/(B − λ) applied to W: Σ λⁱTᵢ with T_{d−1} = W and T_{i−1} = B·Tᵢ + pᵢW."""
    T = total = W
    for coefficient in p[1:-1]:
        T = B * T + W * coefficient
        total = total * C + T
    return total


# --- plain data -----------------------------------------------------------------------------------------------------


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
