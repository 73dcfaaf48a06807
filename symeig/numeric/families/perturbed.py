"""Matrices with entries of very different size: badly scaled ones, extreme scales, clusters, near-symmetric ones.

Every perturbation is a power of two, so the matrix is exact; its exponent is bounded by what the format can hold.

References:
    Parlett, Reinsch: Balancing a matrix for calculation of eigenvalues and eigenvectors, Numer. Math. 13 (1969).
    Demmel: A counterexample for two conjectures about stability, IEEE Trans. Aut. Control 32 (1987).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from symeig.numeric.dyadic import Dyadic, DyadicMatrix
from symeig.numeric.families.building import direct, disguised, planted, rotated, solved
from symeig.numeric.families.drawing import (
    Draw,
    cut,
    draw_blocks,
    draw_dimension,
    draw_gaussian,
    draw_operations,
    eigenvalues,
)
from symeig.numeric.families.normal import draw_bases, hermitian, symmetric_rows
from symeig.numeric.families.planted import jordan, rotations
from symeig.numeric.families.setting import Setting
from symeig.numeric.families.shapes import random, simple_shapes
from symeig.numeric.formats import Format
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.spectra import Block

__all__ = ["badly_scaled", "clusters", "near_symmetric", "nearest_power", "powers_of_two", "scales"]


def _halved(powers: Sequence[int]) -> tuple[int, ...]:
    """Exponents nearer to 0."""
    return tuple(int(p / 2) for p in powers)


def _scaled_within(
    setting: Setting, powers: Sequence[int], make: Callable[[Sequence[int]], KnownMatrix]
) -> KnownMatrix:
    """The matrix made with the exponents, or with halved ones until the format holds it, as it does for zeros."""
    A = make(powers)
    while any(powers) and not setting.admits(A):
        powers = _halved(powers)
        A = make(powers)
    return A


def badly_scaled(draw: Draw, setting: Setting) -> KnownMatrix:
    """D⁻¹ B D, D B and D B D, graded matrices, tiny entries below the diagonal or between blocks."""
    if setting.hermitian:
        kinds: list[Callable[[Draw, Setting], KnownMatrix]] = [_congruent, _weakly_coupled]
    else:
        kinds = [_similar, _row_scaled, _congruent, _weakly_coupled]
        if setting.max_size >= 3:
            kinds.append(_noise_below)
    return draw.one(kinds)(draw, setting)


def _powers(draw: Draw, setting: Setting, n: int, most: int = 60) -> list[int]:
    """Exponents, zeros at first; non-negative ones for integers."""
    steps = [k for k in (0, 1, 5, 10, 20, 30, 60) if k <= most]
    if not setting.target.is_integer:
        steps += [-k for k in steps if k]
    return [draw.one(steps) for _ in range(n)]


def _similar(draw: Draw, setting: Setting) -> KnownMatrix:
    """D⁻¹ B D with planted B: balancing undoes it."""
    gaussian = draw_gaussian(draw, setting)
    blocks = draw_blocks(draw, setting, eigenvalues(setting, gaussian=gaussian), largest=3, most=6)
    n = sum(b.size for b in blocks)
    B = planted(blocks, draw_operations(draw, n, gaussian=gaussian), setting)
    powers = _powers(draw, setting, n)
    return _scaled_within(
        setting, powers, lambda p: replace(B.graded(p), note=f"{B.note}, graded by 2^{list(p)}") if any(p) else B
    )


def _rows(draw: Draw, setting: Setting, n: int, *, gaussian: bool) -> DyadicMatrix:
    """A small matrix without zeros on the diagonal."""
    if setting.hermitian:
        return DyadicMatrix.of(symmetric_rows(draw, setting, n, gaussian=gaussian))
    low, high = max(-3, setting.low), min(3, setting.high)
    real = draw.integers(n * n, low, high)
    real[:: n + 1] = [x or 1 for x in real[:: n + 1]]
    imag = draw.integers(n * n, -2, 2) if gaussian else []
    return DyadicMatrix((n, n), tuple(real), tuple(imag) if any(imag) else ())


def _exact(M: DyadicMatrix, note: str) -> KnownMatrix:
    """A matrix of dyadic rationals as a summand of integers and a scale."""
    return solved(M, note, M.exponent)


def _row_scaled(draw: Draw, setting: Setting) -> KnownMatrix:
    """D B with small B: no balancing undoes it."""
    gaussian = draw_gaussian(draw, setting)
    n = draw_dimension(draw, setting, 3 if gaussian else 4)
    B = _rows(draw, setting, n, gaussian=gaussian)
    powers = _powers(draw, setting, n)
    return _scaled_within(
        setting, powers, lambda p: _exact(B.rows_scaled(p), f"matrix of size {n} with rows times 2^{list(p)}")
    )


def _congruent(draw: Draw, setting: Setting) -> KnownMatrix:
    """D B D with small B: graded."""
    gaussian = draw_gaussian(draw, setting)
    n = draw_dimension(draw, setting, 3 if gaussian else 4)
    B = _rows(draw, setting, n, gaussian=gaussian)
    powers = _powers(draw, setting, n, most=30)
    return _scaled_within(
        setting,
        powers,
        lambda p: _exact(
            B.rows_scaled(p).T.rows_scaled(p).T, f"matrix of size {n} with rows and columns times 2^{list(p)}"
        ),
    )


def _exponents(setting: Setting, exponents: Sequence[int]) -> list[int]:
    """Those k for which 2⁻ᵏ is a normal number; the nearest one where there is none."""
    reach = 0 if setting.target.is_integer else -setting.target.least - 2
    return [k for k in exponents if k <= reach] or [reach]


def _masked(M: DyadicMatrix, keep: Callable[[int, int], bool]) -> DyadicMatrix:
    """The matrix with zeros at other places."""
    m, n = M.shape
    kept = [keep(i, j) for i in range(m) for j in range(n)]
    real, imag = (
        tuple(x if k else 0 for x, k in zip(part, kept, strict=True)) if part else () for part in (M.real, M.imag)
    )
    return DyadicMatrix(M.shape, real, imag if any(imag) else (), M.exponent)


def _noise_below(draw: Draw, setting: Setting) -> KnownMatrix:
    """Hessenberg but for 2⁻ᵏ below the first subdiagonal."""
    gaussian = draw_gaussian(draw, setting)
    n = draw_dimension(draw, setting, 3 if gaussian else 4, least=3)
    k = draw.one(_exponents(setting, (60, 20, 10)))
    upper = _masked(_rows(draw, setting, n, gaussian=gaussian), lambda i, j: i <= j + 1)
    tiny = DyadicMatrix((n, n), tuple(draw.integers(n * n, 0, 1)), (), -k)
    corner = DyadicMatrix((n, n), tuple(int(c == (n - 1) * n) for c in range(n * n)), (), -k)
    noise = _masked(tiny, lambda i, j: i > j + 1 and (i, j) != (n - 1, 0)) + corner
    return _exact(upper + noise, f"Hessenberg matrix of size {n} with 2^−{k} below")


def _weakly_coupled(draw: Draw, setting: Setting) -> KnownMatrix:
    """Two blocks and 2⁻ᵏ between them: nearly block triangular, nearly block diagonal where it shall be Hermitian."""
    gaussian = draw_gaussian(draw, setting)
    n = draw_dimension(draw, setting, 3 if gaussian else 4, least=2)
    m = n // 2
    k = draw.one(_exponents(setting, (30, 40, 50, 10)))
    M = _rows(draw, setting, n, gaussian=gaussian)
    cut = _masked(M, lambda i, j: not (i >= m > j or (setting.hermitian and j >= m > i)))
    places = {(n - 1, 0), (0, n - 1)} if setting.hermitian else {(n - 1, 0)}
    coupling = tuple(int(n > 1 and divmod(c, n) in places) for c in range(n * n))
    return _exact(cut + DyadicMatrix((n, n), coupling, (), -k), f"blocks of size {m} and {n - m} coupled by 2^−{k}")


def powers_of_two(target: Format) -> tuple[int, ...]:
    """The exponents that matrices of a format are scaled by: 0, then nearer ones first, positive before negative.

    They are ±20, ±41, ±60, ±126 for single precision and ±100, ±460, ±500, ±1000 for double; then those of the largest
    and of the smallest number.
    """
    if target.is_integer:
        return (0, 8, 20, 41)
    steps = (4, 8) if target.least > -100 else (20, 41, 60, 126) if target.least > -1000 else (100, 460, 500, 1000)
    return (0, *(s for step in steps for s in (step, -step)), target.greatest, target.subnormal)


def nearest_power(setting: Setting, A: KnownMatrix, s: int) -> int:
    """The exponent nearest to s for which the format holds 2ˢA; subnormal for that of its smallest number alone."""
    target, M = setting.target, A.matrix
    if M.is_zero or target.is_integer:
        return s if setting.admits(A.scaled(s)) else 0
    smallest = M.exponent + min((x & -x).bit_length() - 1 for x in (*M.real, *M.imag) if x)
    bottom = (target.subnormal if s == target.subnormal else target.least) - smallest
    top = target.greatest - M.size
    # The absolute value of a complex entry may be twice as large as its parts, or nearly.
    top -= not M.scaled(top).is_in_range(target)
    return min(max(s, bottom), top) if bottom <= 0 <= top else 0


def scales(draw: Draw, setting: Setting) -> KnownMatrix:
    """A matrix of a simple family times 2ˢ, for extreme s."""
    families = [_one, hermitian, simple_shapes]
    if not setting.hermitian:
        families += [jordan, rotations, random]
    s = draw.one(powers_of_two(setting.target))
    A = draw.one(families)(draw, replace(setting, max_size=min(6, setting.max_size)))
    s = nearest_power(setting, A, s)
    return replace(A.scaled(s), note=f"{A.note}, times 2^{s}") if s else A


def _one(draw: Draw, setting: Setting) -> KnownMatrix:
    """A matrix of size 1 that is not 0; times the largest power of two, (2ᵖ − 1)·2ˢ is the largest number there is."""
    largest = 2**setting.target.precision - 1
    return planted([Block(draw.one(setting.held((1, -1, 3, -5, largest))))], [], setting)


def clusters(draw: Draw, setting: Setting) -> KnownMatrix:
    """Eigenvalues at distances 2⁻ᵏ: planted ones, and Jordan blocks with 2⁻ᵏ in the corner."""
    if setting.hermitian:
        return _hermitian_clusters(draw, setting)
    kinds = [_planted_clusters]
    if setting.max_size >= 2:
        kinds.append(_split_blocks)
    if setting.max_size >= 3 and not setting.target.is_integer:
        kinds.append(_demmel)
    return draw.one(kinds)(draw, setting)


def _exponent(draw: Draw, setting: Setting, spare: int) -> int:
    """A k up to 50 for which numbers with `spare` digits before the point hold 2⁻ᵏ."""
    return min(draw.one((10, 20, 30, 40, 50)), max(0, setting.target.precision - spare))


def _planted_clusters(draw: Draw, setting: Setting) -> KnownMatrix:
    """Eigenvalues λ + m·2⁻ᵏ, with Jordan blocks whose ones are 2⁻ᵏ as well."""
    k = _exponent(draw, setting, 4)
    gaussian = draw_gaussian(draw, setting)
    values = eigenvalues(setting, gaussian=gaussian)[:4]
    drawn = [
        Block(min((real << k) + m, setting.high), imag << k, size)
        for real, imag in draw.some(values, 1, 2)
        for m, size in draw.pairs((0, 1, 2), (1, 2), 2, 3)
    ]
    sizes = cut([b.size for b in drawn], setting.max_size)
    blocks = [replace(b, size=size) for b, size in zip(drawn, sizes, strict=False)]
    A = planted(blocks, draw_operations(draw, sum(sizes), gaussian=gaussian), setting)
    scale = 0 if setting.target.is_integer else -k
    return direct(A.summands[0], f"eigenvalues at distances 2^−{k}: {A.note}, times 2^{scale}", scale)


def _split_blocks(draw: Draw, setting: Setting) -> KnownMatrix:
    """A Jordan block whose corner is 2⁻ᵏ: its eigenvalues lie on a circle of radius 2^(−k/n)."""
    k = _exponent(draw, setting, 4)
    n = draw_dimension(draw, setting, 3, least=2)
    value = draw.one((0, 1, -1, 2) if setting.high >> k >= 4 and setting.is_signed else (0,))
    rows: list[list[Dyadic]] = [[value << k if i == j else (1 << k) * (j == i + 1) for j in range(n)] for i in range(n)]
    rows[n - 1][0] = 1
    scale = 0 if setting.target.is_integer else -k
    A = solved(rows, f"Jordan block of size {n} at {value} with corner 2^−{k}", scale)
    return disguised(A, draw_operations(draw, n), setting) if setting.admits(A) else planted([Block(0)], [], setting)


def _demmel(draw: Draw, setting: Setting) -> KnownMatrix:
    """−[[1, m, m²], [0, 1, m], [0, 0, 1]] with m = 2ᵏ, and 2⁻ᵏ in the corner or not."""
    k = min(draw.one((5, 10, 20)), setting.target.greatest // 2)
    rows: list[list[Dyadic]] = [[-(1 << k * (j - i)) if j >= i else 0 for j in range(3)] for i in range(3)]
    corner = DyadicMatrix((3, 3), (0, 0, 0, 0, 0, 0, draw.integer(0, 1), 0, 0), (), -k)
    return _exact(DyadicMatrix.of(rows) + corner, f"Demmel's matrix with m = 2^{k}")


def _hermitian_clusters(draw: Draw, setting: Setting) -> KnownMatrix:
    """Q (D + 2⁻ᵏE) Q* with orthogonal Q and small D and E."""
    gaussian = draw_gaussian(draw, setting)
    centres = draw.some([x for x, _ in eigenvalues(setting)][:4], 1, 2)
    pairs = [(x, m) for x in centres for m in draw.some((0, 1, 2), 2, 3)][: setting.max_size]
    bases = draw_bases(draw, len(pairs), gaussian=gaussian, most=1)
    # No entry of Q D Q* is larger than d times the largest one of D.
    k = _exponent(draw, setting, 3 + sum(b.d.bit_length() for b in bases))
    blocks = [Block(min((x << k) + m, setting.high)) for x, m in pairs]
    scale = 0 if setting.target.is_integer else -k
    A = direct(Summand.planted_from(blocks), f"eigenvalues at distances 2^−{k} of {centres}", scale)
    return rotated(A, bases, setting)


def near_symmetric(draw: Draw, setting: Setting) -> KnownMatrix:
    """S + 2⁻ᵏN: Hermitian but for the last digits."""
    gaussian = draw_gaussian(draw, setting)
    n = draw_dimension(draw, setting, 3 if gaussian else 4, least=2)
    k = _exponent(draw, setting, 3)
    S = symmetric_rows(draw, setting, n, min(3, setting.high >> (k + 1)), gaussian=gaussian)
    i = draw.integer(0, n - 2) if n > 1 else 0
    N = DyadicMatrix((n, n), tuple(int((r, c) == (i, n - 1) and n > 1) for r in range(n) for c in range(n)))
    M = DyadicMatrix.of(S).scaled(k) + N
    scale = 0 if setting.target.is_integer else -k
    return solved(M, f"symmetric matrix of size {n} but for 2^−{k} in entry ({i + 1}, {n})", scale)
