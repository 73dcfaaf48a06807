r"""Eigenvectors of all simple factors at once.

For a vector b put $u_{n-1} = b$ and $u_{i-1} = A u_i + \chi_i b$, χ the characteristic polynomial. Then
$u(\lambda) = \sum_i u_i \lambda^i = \frac{\chi(A) - \chi(\lambda)}{A - \lambda}\, b$ is the adjugate of λ − A times b,
and $(A - \lambda)\, u(\lambda) = -\chi(\lambda)\, b$: at a root of χ it is an eigenvector or zero. Reduced modulo an
irreducible factor p, it serves all roots of p.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sympy.polys.densearith import dup_mul, dup_pow
from sympy.polys.matrices import DomainMatrix

__all__ = ["simple_chains"]


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
