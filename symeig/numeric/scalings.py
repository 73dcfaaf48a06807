r"""Diagonal scalings by powers of two in which a matrix may be balanced before its eigenvalues are computed.

A routine that balances is backward stable for $D^{-1} A D$, not for A. Which D it took is not known, so a law that
depends on coordinates holds if it holds for one of a few candidates. The search for them is done in floats: whichever D
is found, the law is decided exactly for it.

References:
    Parlett, B. N., Reinsch, C.: Balancing a matrix for calculation of eigenvalues and eigenvectors. Numer. Math. 13
    (1969) 293–304. James, R., Langou, J., Lowery, B. R.: On matrix balancing and eigenvector computation,
    arXiv:1401.5766 (the criterion in Euclidean norms). Osborne, E. E.: On pre-conditioning of matrices. J. ACM 7 (1960)
    338–345.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from symeig.numeric.dyadic import DyadicMatrix

__all__ = ["balancing_scalings"]

# Sweeps after which a scaling is taken as it is.
SWEEPS = 100

# What a step must save of the sum of a row and a column norm.
GAIN = 0.95


@lru_cache(maxsize=32)
def balancing_scalings(A: DyadicMatrix) -> tuple[tuple[int, ...], ...]:
    """The exponents of the candidates D = diag(2^exponents), all different; D = I comes first.

    They are those of LAPACK's `gebal`, with and without the search for isolated eigenvalues, and Osborne's.

    Examples:
        >>> balancing_scalings(DyadicMatrix.of([[1, 256], [1, 1]]))
        ((0, 0), (4, 0))
    """
    n = A.shape[0]
    sizes = abs(A.scaled(-A.size).approximate())
    everything = list(range(n))
    with np.errstate(over="ignore", under="ignore"):
        found = [
            (0,) * n,
            _scaling(sizes, _coupled(sizes), GAIN, diagonal=True),
            _scaling(sizes, everything, GAIN, diagonal=True),
            _scaling(sizes, everything, 1.0, diagonal=False),
        ]
    return tuple(dict.fromkeys(_reduced(exponents) for exponents in found))


def _coupled(sizes: np.ndarray) -> list[int]:
    """What is left when rows, then columns, without off-diagonal entries are removed again and again."""
    left = list(range(sizes.shape[0]))
    for part in (sizes, sizes.T):
        while True:
            isolated = next((i for i in left if not any(part[i, j] for j in left if j != i)), None)
            if isolated is None:
                break
            left.remove(isolated)
    return left


def _scaling(sizes: np.ndarray, rows: list[int], gain: float, *, diagonal: bool) -> tuple[int, ...]:
    """Scale rows and columns until their Euclidean norms are within a factor of two, or nearly."""
    n = sizes.shape[0]
    exponents = np.zeros(n, dtype=int)
    part = sizes[np.ix_(rows, rows)].astype(float)
    if not diagonal:
        np.fill_diagonal(part, 0.0)
    squares = part**2
    for _ in range(SWEEPS):
        changed = False
        for i, row in enumerate(rows):
            c, r = np.sqrt(squares[:, i].sum()), np.sqrt(squares[i].sum())
            if not (0 < c < np.inf and 0 < r < np.inf):
                continue
            k = round(float(np.log2(r / c)) / 2)
            if k and np.ldexp(c, k) + np.ldexp(r, -k) < gain * (c + r):
                exponents[row] += k
                squares[:, i] = np.ldexp(squares[:, i], 2 * k)
                squares[i] = np.ldexp(squares[i], -2 * k)
                changed = True
        if not changed:
            break
    return tuple(exponents.tolist())


def _reduced(exponents: tuple[int, ...]) -> tuple[int, ...]:
    """The same scaling with 0 as the smallest exponent: D and 2D are the same similarity."""
    low = min(exponents, default=0)
    return tuple(e - low for e in exponents)
