r"""Jordan chains of a multiple factor.

With N = p(A), d = deg p, the dimensions of ker N, ker N², …, divided by d, have the Weyr characteristic as their
differences. From the top level down, vectors w ("tops") of a short basis of ker Nᵏ are chosen that generate A's cyclic
pieces $K[A]w \cong K[x]/p^k$. For a root λ of p the chain of w ends in
$\left(\frac{p(A) - p(\lambda)}{A - \lambda}\right)^k w$, and A − λ leads down from there to the eigenvector.

Dimensions, and independence of what was chosen before, are decided modulo a prime, where they can only be too large and
too small; exact kernels are needed only at the levels that have tops, and a prime that misleads is replaced.

References:
    Steel, A.: A new algorithm for the computation of canonical forms of matrices over fields. J. Symb. Comput. 24
    (1997) 409–432. Nesbitt, L.: arXiv:2203.00177 (the quotient (p(x) − p(y))/(x − y)). [HJ13] §3.1 (Weyr
    characteristic).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from sympy import ZZ
from sympy.polys.matrices import DomainMatrix

from symeig.errors import CertificationError
from symeig.exact.fields import BaseField
from symeig.exact.lattices import kernel
from symeig.exact.residues import ResidueMap, residue_maps

__all__ = ["kernel_basis", "multiple_chains"]

# Primes tried before dimensions that do not add up are called a fault.
PRIME_TRIALS = 8


def multiple_chains(B: Any, p: Sequence[Any], m: int, field: BaseField) -> list[list[Any]]:
    """The Jordan chains for the roots of p, whose power m divides the characteristic polynomial.

    Args:
        B: n×n over the integral domain of `field`.
        p: Monic over that domain, irreducible, the leading coefficient first.
        m: The exponent of p.
        field: K.

    Returns:
        The chains, the longest first; a chain is a list of n×d matrices, the eigenvector first.

    Raises:
        CertificationError: The kernels do not have the dimensions that the characteristic polynomial says.
    """
    if field.has_parameters:
        B, p = B.convert_to(field.domain), [field.domain.convert_from(x, B.domain) for x in p]
    N = _evaluate(p, B)
    for residue in islice(residue_maps(field), PRIME_TRIALS):
        try:
            tops = _tops(B, N, len(p) - 1, m, residue)
        except ZeroDivisionError:
            continue
        if tops is not None:
            return [_lift(B, p, N, w, k) for k, w in tops]
    statement = f"a factor of multiplicity {m} has a generalised eigenspace of that dimension"
    msg = f"The result does not pass its own proof: not true that {statement}. Please report the matrix."
    raise CertificationError(msg, statement=statement, reproducer=repr(B.to_list()))


def _evaluate(p: Sequence[Any], B: Any) -> Any:
    """p(B) by Horner's rule."""
    identity = _identity(B.shape[0], B.domain)
    total = B + identity * p[1]
    for coefficient in p[2:]:
        total = B * total + identity * coefficient
    return total


@lru_cache(maxsize=8)
def _identity(n: int, R: Any) -> Any:
    return DomainMatrix.eye(n, R).to_dense()


def _tops(B: Any, N: Any, d: int, m: int, residue: ResidueMap) -> list[tuple[int, Any]] | None:
    """Pairs (k, w), k descending: vectors w whose cyclic spaces K[A]w ≅ K[x]/pᵏ decompose the component.

    None where the prime misleads about a dimension or about independence.
    """
    below = _kernels_modulo(residue.matrix(N), m * d)
    dimensions = [nullity for _, nullity in below]
    if dimensions[-1] != m * d:
        return None
    dimensions.append(m * d)
    powers = [N]
    tops: list[tuple[int, Any]] = []
    for k in range(len(dimensions) - 2, 0, -1):
        count = (2 * dimensions[k] - dimensions[k - 1] - dimensions[k + 1]) // d
        if count:
            while len(powers) < k:
                powers.append(powers[-1] * N)
            candidates = kernel_basis(powers[k - 1], residue.field)
            taken = [x for j, w in tops for x in _cyclic(B, _power_times(N, j - k, w), d)]
            base = _columns(*below[k - 1]) if k > 1 else []
            chosen = _extend([*base, *_images(taken, residue)], candidates, B, d, residue)
            if len(candidates) != dimensions[k] or len(chosen) < count:
                return None
            tops.extend((k, w) for w in chosen[:count])
    return tops


def _kernels_modulo(N: Any, dimension: int) -> list[tuple[Any, int]]:
    """The kernels of 1, N, N², … over a finite field, as FLINT gives them, up to a dimension or while they grow."""
    kernels: list[tuple[Any, int]] = [(None, 0)]
    power = N
    while kernels[-1][1] < dimension:
        X, nullity = power.nullspace()
        if nullity == kernels[-1][1]:
            break
        kernels.append((X, nullity))
        power = power * N
    return kernels


def _columns(X: Any, count: int) -> list[list[int]]:
    """The first columns of a matrix."""
    return [[int(X[i, j]) for i in range(X.nrows())] for j in range(count)]


def kernel_basis(M: Any, field: BaseField) -> list[Sequence[Any]]:
    """A basis of a kernel over K: short vectors over the rationals, in echelon form over other fields."""
    if field.is_rational:
        return [tuple(map(ZZ, v)) for v in kernel(M)]
    return [[x / next(y for y in reversed(v) if y) for x in v] for v in M.nullspace().to_list()]


def _column(v: Sequence[Any], R: Any) -> Any:
    return DomainMatrix([[x] for x in v], (len(v), 1), R).to_dense()


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


def _images(vectors: Sequence[Sequence[Any]], residue: ResidueMap) -> list[list[int]]:
    return [list(map(residue, v)) for v in vectors]


def _extend(base: list[list[int]], candidates: Sequence[Any], B: Any, d: int, residue: ResidueMap) -> list[Any]:
    """The candidates w, in order, that make base and all w, Bw, …, Bᵈ⁻¹w independent modulo the prime.

    One whose own w, Bw, …, Bᵈ⁻¹w are dependent there is none: the prime misleads about it.
    """
    columns = [_column(w, B.domain) for w in candidates]
    images = _images([x for w in columns for x in _cyclic(B, w, d)], residue)
    pivots = set(residue.pivots([*base, *images]))
    return [w for i, w in enumerate(columns) if pivots.issuperset(range(len(base) + i * d, len(base) + (i + 1) * d))]


def companion(p: Sequence[Any], R: Any) -> Any:
    """The matrix C with W·C = λW for n×d matrices W of coefficients over K[λ]/p, p monic."""
    d = len(p) - 1
    rows = [[R.one if j == i + 1 else R.zero for j in range(d)] for i in range(d - 1)]
    rows.append([-x for x in p[:0:-1]])
    return DomainMatrix(rows, (d, d), R)


def _lift(B: Any, p: Sequence[Any], N: Any, w: Any, k: int) -> list[Any]:
    """The Jordan chain of length k of the top w, as n×d matrices, the eigenvector first."""
    d, R = len(p) - 1, B.domain
    chain = [w]
    if d == 1:
        for _ in range(k - 1):
            chain.append(N * chain[-1])
        return chain[::-1]
    C = companion(p, R)
    chain = [w.hstack(DomainMatrix.zeros((w.shape[0], d - 1), R).to_dense())]
    for _ in range(k):
        chain[0] = _quotient(B, C, p, chain[0])
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
