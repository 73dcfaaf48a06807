"""Hermitian and normal matrices with a planted spectrum, in orthogonal and unitary bases of Gaussian integers.

The bases are products of Householder reflections sI − 2vv* with s = v*v and of Cayley transforms of skew-symmetric
matrices, each times the number that makes its entries integers.

References:
    Golub, Van Loan: Matrix computations, 5.1 (Householder reflections).
    Liebeck, Osborne: The generation of all rational orthogonal matrices, Amer. Math. Monthly 98 (1991).
"""

from __future__ import annotations

from symeig.numeric.dyadic import Dyadic
from symeig.numeric.families.building import (
    Basis,
    blocks_text,
    cayley,
    circulant,
    cycle,
    direct,
    joined,
    real_form,
    reflection,
    rotated,
    solved,
)
from symeig.numeric.families.drawing import (
    Draw,
    cut,
    draw_dimension,
    draw_gaussian,
    draw_vector,
    eigenvalues,
    reordered,
    symmetrised,
)
from symeig.numeric.families.setting import Setting
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.spectra import Block

__all__ = ["draw_bases", "hermitian", "hermitian_with", "normal", "symmetric_rows"]


def draw_bases(draw: Draw, n: int, *, gaussian: bool = False, most: int = 2) -> list[Basis]:
    """Orthogonal bases, none at first; at least one where it shall be unitary."""
    bases: list[Basis] = []
    if n < 2:
        return bases
    for kind in draw.some(("reflection", "reflection", "Cayley"), int(gaussian), most):
        if kind == "Cayley":
            m = draw.integer(2, min(n, 4))
            bases.append(cayley(draw.integers(m * (m - 1) // 2, -1, 2), m, n))
        else:
            bases.append(reflection(draw_vector(draw, n, gaussian=gaussian)))
    return bases


def symmetric_rows(
    draw: Draw, setting: Setting, n: int, size: int = 3, *, gaussian: bool = False
) -> list[list[Dyadic]]:
    """A Hermitian matrix with small entries."""
    low, high = max(-size, setting.low), min(size, setting.high)
    real = symmetrised(n, draw.integers(n * (n + 1) // 2, low, high))
    if not gaussian:
        return [list(row) for row in real]
    below = draw.integers(n * (n + 1) // 2, -size, size)
    imag = symmetrised(n, below, signs=-1)
    return [[(real[i][j], imag[i][j] if i != j else 0) for j in range(n)] for i in range(n)]


def hermitian_with(draw: Draw, setting: Setting, blocks: list[Block], *, gaussian: bool) -> KnownMatrix:
    """Real eigenvalues in an orthogonal basis."""
    A = direct(Summand.planted_from(blocks), blocks_text(blocks))
    return rotated(A, draw_bases(draw, len(blocks), gaussian=gaussian), setting)


def hermitian(draw: Draw, setting: Setting) -> KnownMatrix:
    """Q D Q* with any real spectrum; where there are no negative numbers, a small matrix that the engine solves."""
    gaussian = draw_gaussian(draw, setting)
    if not setting.is_signed and setting.max_size and draw.flag():
        n = draw_dimension(draw, setting, 4)
        return solved(symmetric_rows(draw, setting, n), f"symmetric matrix of size {n}")
    values = [x for x, _ in eigenvalues(setting)]
    chosen = draw.some(values, 1, min(10, setting.max_size))
    A = hermitian_with(draw, setting, [Block(x) for x in chosen], gaussian=gaussian)
    return reordered(draw, A)


def normal(draw: Draw, setting: Setting) -> KnownMatrix:
    """Q B Q* with rotation-scaling blocks B, circulants, permutation matrices, skew-symmetric matrices."""
    kinds = ["rotated", "circulant", "permutation", "skew"] if setting.is_signed else ["circulant", "permutation"]
    if setting.max_size < 2:
        kinds = ["permutation"]
    kind = draw.one(kinds)
    if kind == "circulant":
        return _circulants(draw, setting)
    if kind == "permutation":
        return _permutations(draw, setting)
    return _rotated(draw, setting, skew=kind == "skew")


def _circulants(draw: Draw, setting: Setting) -> KnownMatrix:
    """Circulant matrices with small entries; those of size 3 and 6 have other roots of unity than ±1 and ±i."""
    gaussian = draw_gaussian(draw, setting)
    n = draw.one([n for n in ((2, 4, 3) if gaussian else (4, 2, 3, 6)) if n <= setting.max_size])
    low, high = max(-2, setting.low), min(2, setting.high)
    real = draw.integers(n, low, high)
    imag = draw.integers(n, -2, 2) if gaussian else [0] * n
    return circulant(list(zip(real, imag, strict=True)))


def _permutations(draw: Draw, setting: Setting) -> KnownMatrix:
    """Permutation matrices, from the lengths of their cycles."""
    sizes = cut(draw.some((1, 2, 4, 3, 5, 6), 1, 4), setting.max_size)
    A = joined([cycle(size) for size in sizes], f"permutation with cycles of length {', '.join(map(str, sizes))}")
    return reordered(draw, A)


def _rotated(draw: Draw, setting: Setting, *, skew: bool) -> KnownMatrix:
    """Rotation-scaling blocks, or Gaussian eigenvalues, in an orthogonal basis."""
    gaussian = draw_gaussian(draw, setting)
    if gaussian:
        values = [(0, y) for y in (1, 0, -1, 2)] if skew else eigenvalues(setting, gaussian=True)
        blocks = [Block(*value) for value in draw.some(values, 1, min(6, setting.max_size))]
        A = direct(Summand.planted_from(blocks), blocks_text(blocks))
    else:
        pairs = draw.pairs((0,) if skew else (0, 1, -1, 2), (1, 2, -3), 1, min(3, setting.max_size // 2))
        singles = draw.some((0,) if skew else (0, 1, -1), 0, 2)[: setting.max_size - 2 * len(pairs)]
        A = real_form([*((a, b, 1) for a, b in pairs), *((x, 0, 1) for x in singles)])
    return rotated(A, draw_bases(draw, A.dimension, gaussian=gaussian), setting)
