"""Matrices with a structure beyond their spectrum: blocks, Kronecker products, Hamiltonian, stochastic, Leslie.

References:
    Horn, Johnson: Topics in matrix analysis, 4.2 and 4.4 (Kronecker products and sums).
    Bunse-Gerstner, Byers, Mehrmann: A chart of numerical methods for structured eigenvalue problems, 1992.
    Berman, Plemmons: Nonnegative matrices in the mathematical sciences (stochastic, Leslie, M-matrices).
"""

from __future__ import annotations

from collections.abc import Callable

from symeig.numeric.dyadic import Dyadic
from symeig.numeric.families.building import joined, kronecker, planted, real_form, solved
from symeig.numeric.families.drawing import (
    Draw,
    draw_blocks,
    draw_dimension,
    draw_gaussian,
    draw_operations,
    eigenvalues,
    reordered,
    symmetrised,
)
from symeig.numeric.families.normal import hermitian_with
from symeig.numeric.families.setting import Setting
from symeig.numeric.known import KnownMatrix
from symeig.numeric.spectra import Block

__all__ = ["structured"]

Rows = list[list[Dyadic]]


def structured(draw: Draw, setting: Setting) -> KnownMatrix:
    """One of the structures that the format has."""
    kinds: list[Callable[[Draw, Setting], KnownMatrix]] = [_repeated, _arrow, _persymmetric]
    if setting.max_size >= 4:
        kinds.append(_kronecker)
    if not setting.hermitian:
        kinds += [_stochastic, _leslie]
        if setting.max_size >= 2:
            kinds.append(_antidiagonal)
            kinds += [_hamiltonian, _zero_sum] if setting.is_signed else []
        if setting.is_signed:
            kinds.append(_m_matrix)
    return draw.one(kinds)(draw, setting)


def _small(setting: Setting, size: int = 2) -> tuple[int, int]:
    return max(-size, setting.low), min(size, setting.high)


def _piece(draw: Draw, setting: Setting, most: int, *, gaussian: bool) -> KnownMatrix:
    """A small planted matrix with blocks of size 1, to be put together with others."""
    if setting.hermitian:
        values = [x for x, _ in eigenvalues(setting)][:5]
        return hermitian_with(draw, setting, [Block(x) for x in draw.some(values, 1, most)], gaussian=gaussian)
    if setting.is_signed and not gaussian and most >= 2 and draw.flag():
        return real_form([(draw.one((0, 1, -1)), draw.one((1, 2)), 1)])
    values_ = eigenvalues(setting, gaussian=gaussian)[:5]
    blocks = [Block(*value) for value in draw.some(values_, 1, most)]
    return planted(blocks, draw_operations(draw, len(blocks), gaussian=gaussian), setting)


def _kronecker(draw: Draw, setting: Setting) -> KnownMatrix:
    """A ⊗ B or A ⊗ I + I ⊗ B; A ⊕ B where the format holds neither."""
    gaussian = draw_gaussian(draw, setting)
    A = _piece(draw, setting, 2, gaussian=gaussian)
    B = _piece(draw, setting, min(3, setting.max_size // 2), gaussian=gaussian)
    C = kronecker(A, B, product=draw.flag())
    return C if setting.admits(C) else joined([A, B])


def _repeated(draw: Draw, setting: Setting) -> KnownMatrix:
    """The same block again and again on the diagonal."""
    gaussian = draw_gaussian(draw, setting)
    if setting.hermitian:
        A = _piece(draw, setting, min(3, setting.max_size), gaussian=gaussian)
    else:
        blocks = draw_blocks(draw, setting, eigenvalues(setting, gaussian=gaussian), largest=2, most=3)
        A = planted(blocks, draw_operations(draw, sum(b.size for b in blocks), gaussian=gaussian), setting)
    count = draw.integer(1, min(3, setting.max_size // A.dimension))
    A = joined([A] * count, f"{count} times {A.note}")
    return reordered(draw, A)


def _antidiagonal(draw: Draw, setting: Setting) -> KnownMatrix:
    """[[0, B], [C, 0]]: with λ, −λ is an eigenvalue."""
    m = draw.integer(1, min(2, setting.max_size // 2))
    entries = draw.integers(2 * m * m, *_small(setting))
    zeros = [0] * m
    rows: Rows = [[*zeros, *entries[i * m : (i + 1) * m]] for i in range(m)]
    rows += [[*entries[i * m : (i + 1) * m], *zeros] for i in range(m, 2 * m)]
    return solved(rows, f"block antidiagonal matrix of size {2 * m}")


def _hamiltonian(draw: Draw, setting: Setting) -> KnownMatrix:
    """[[A, G], [Q, −Aᵀ]] with symmetric G and Q, or the skew-Hamiltonian [[A, G], [Q, Aᵀ]] with skew ones."""
    m = draw.integer(1, min(2, setting.max_size // 2))
    sign = draw.one((1, -1))
    A = draw.integers(m * m, *_small(setting))
    G, Q = (symmetrised(m, draw.integers(m * (m + 1) // 2, *_small(setting)), sign) for _ in range(2))
    for i in range(m if sign < 0 else 0):
        G[i][i] = Q[i][i] = 0
    rows: Rows = [[*A[i * m : (i + 1) * m], *G[i]] for i in range(m)]
    rows += [[*Q[i], *(-sign * A[j * m + i] for j in range(m))] for i in range(m)]
    return solved(rows, f"{'' if sign > 0 else 'skew-'}Hamiltonian matrix of size {2 * m}")


def _persymmetric(draw: Draw, setting: Setting) -> KnownMatrix:
    """Symmetric about the other diagonal; about both where it shall be Hermitian."""
    n = draw_dimension(draw, setting, 4)
    rows: Rows = [[0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n - i):
            if setting.hermitian and j < i:
                continue
            x = draw.integer(*_small(setting))
            rows[i][j] = rows[n - 1 - j][n - 1 - i] = x
            if setting.hermitian:
                rows[j][i] = rows[n - 1 - i][n - 1 - j] = x
    return solved(rows, f"{'bisymmetric' if setting.hermitian else 'persymmetric'} matrix of size {n}")


def _arrow(draw: Draw, setting: Setting) -> KnownMatrix:
    """A bordered diagonal matrix."""
    n = draw_dimension(draw, setting, 5)
    small = _small(setting, 3)
    diagonal, border = draw.integers(n, *small), draw.integers(max(0, n - 1), *small)
    other = border if setting.hermitian else draw.integers(max(0, n - 1), *small)
    rows: Rows = [[diagonal[i] if i == j else 0 for j in range(n)] for i in range(n)]
    for k in range(n - 1):
        rows[k][n - 1], rows[n - 1][k] = border[k], other[k]
    return solved(rows, f"arrow matrix of size {n}")


def _stochastic(draw: Draw, setting: Setting) -> KnownMatrix:
    """Non-negative matrices with equal row sums, 2ᵏ/2ᵏ where fractions can be held."""
    n = draw_dimension(draw, setting, 4)
    total = 1 if setting.high < 8 else 8
    rows: Rows = []
    for i in range(n):
        cuts = sorted(draw.integers(n - 1, 0, total))
        row = [b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True)]
        rows.append([*row[-1 - i :], *row[: -1 - i]])
    note = f"{'' if total == 1 or setting.target.is_integer else 'row-'}stochastic matrix of size {n}, row sums {total}"
    return solved(rows, note, 0 if setting.target.is_integer else 1 - total.bit_length())


def _leslie(draw: Draw, setting: Setting) -> KnownMatrix:
    """Non-negative numbers in the first row and below the diagonal."""
    n = draw_dimension(draw, setting, 5)
    births, survivals = (draw.integers(k, 0, min(3, setting.high)) for k in (n, n - 1))
    rows: Rows = [[births[j] if i == 0 else survivals[j] if i == j + 1 else 0 for j in range(n)] for i in range(n)]
    return solved(rows, f"Leslie matrix of size {n}")


def _m_matrix(draw: Draw, setting: Setting) -> KnownMatrix:
    """Matrices sI − B with B ≥ 0."""
    n = draw_dimension(draw, setting, 4)
    s, B = draw.integer(0, 5), draw.integers(n * n, 0, 2)
    rows: Rows = [[s * (i == j) - B[i * n + j] for j in range(n)] for i in range(n)]
    return solved(rows, f"{s}I − B of size {n} with non-negative B")


def _zero_sum(draw: Draw, setting: Setting) -> KnownMatrix:
    """Rows that add up to 0: (1, …, 1) is in the kernel."""
    n = draw_dimension(draw, setting, 4, least=2)
    entries = [draw.integers(n - 1, -2, 2) for _ in range(n)]
    rows: Rows = [[*row, -sum(row)] for row in entries]
    return solved(rows, f"matrix of size {n} with row sums 0")
