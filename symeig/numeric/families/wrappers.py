"""Families that are about size, memory and neighbours: their matrices are simple."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from symeig.numeric.dyadic import DyadicMatrix
from symeig.numeric.families.building import (
    blocks_text,
    direct,
    disguised,
    planted,
    real_form,
    reflection,
    rotated,
    times,
)
from symeig.numeric.families.drawing import (
    Draw,
    draw_gaussian,
    draw_operations,
    draw_towers,
    eigenvalues,
    reordered,
)
from symeig.numeric.families.normal import hermitian, hermitian_with
from symeig.numeric.families.planted import jordan, rotations
from symeig.numeric.families.setting import Setting
from symeig.numeric.families.shapes import random, simple_shapes
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.spectra import Block

__all__ = ["SIZES", "poison", "sizes", "stacks"]

# Where routines change their path: blocks of 32 and 64, LAPACK's 75 for multishift QR, 16 and 128 of GPU kernels.
SIZES: tuple[int, ...] = (*range(13), 16, 17, 31, 32, 33, 34, 63, 64, 65, 75, 76, 129)
MIDDLE, LARGE = 16, 63


def poison(draw: Draw, setting: Setting) -> KnownMatrix:
    """Small Hermitian matrices, for layouts that fill the triangle which is not read."""
    small = replace(setting, hermitian=True, max_size=min(6, setting.max_size))
    return draw.one((hermitian, simple_shapes, random))(draw, small)


def stacks(draw: Draw, setting: Setting) -> KnownMatrix:
    """Small matrices to be put into a stack."""
    families = [hermitian, simple_shapes, random]
    if not setting.hermitian:
        families = [jordan, *families, rotations]
    return draw.one(families)(draw, replace(setting, max_size=min(4, setting.max_size)))


def sizes(draw: Draw, setting: Setting) -> KnownMatrix:
    """Matrices of the sizes at which routines change their path: sums of small tiles torn apart, diagonal, full."""
    n = _size(draw, setting)
    kind = draw.one(("tiles", "tiles", "descending", "reflected"))
    if kind == "descending":
        A = _descending(n, setting)
    elif kind == "reflected" and 2 <= n < LARGE and setting.is_signed:
        A = _reflected(draw, n, setting)
    else:
        A = _tiled(draw, n, setting)
    return reordered(draw, A)


def _size(draw: Draw, setting: Setting) -> int:
    """A size within the setting: small in three of eight matrices, middle in four, in one whatever there is."""
    allowed = [n for n in SIZES if setting.min_size <= n <= setting.max_size] or [setting.max_size]
    small, middle = [n for n in allowed if n < MIDDLE], [n for n in allowed if MIDDLE <= n < LARGE]
    share = draw.integer(0, 7)
    return draw.one((small if share < 3 else middle if share < 7 else allowed) or allowed)


def _descending(n: int, setting: Setting) -> KnownMatrix:
    """The diagonal matrix n, n − 1, …, 1; the largest of the format's numbers where it ends earlier."""
    summands = tuple(Summand.planted_from([Block(min(k, setting.high))]) for k in range(n, 0, -1))
    return KnownMatrix("", summands, note=f"diagonal matrix {n}, …, 1" if n > 1 else f"size {n}")


def _tiled(draw: Draw, n: int, setting: Setting) -> KnownMatrix:
    """Tiles of size 1 to 4 that are repeated, each time with other eigenvalues, until n rows are full."""
    tiles = [_tile(draw, setting) for _ in range(draw.integer(1, 3))]
    low = min(A.scale for A in tiles)
    step = min(draw.integer(0, 2), _largest_step(tiles, n, setting))
    summands: list[Summand] = []
    filled, turn = 0, 0
    while filled < n:
        A = tiles[turn % len(tiles)]
        if filled + A.dimension > n:
            summands += [Summand.planted_from([Block(0)])] * (n - filled)
            break
        summands.append(_shifted(A, step * (turn // len(tiles)), low))
        filled += A.dimension
        turn += 1
    names = ", ".join(A.note for A in tiles)
    apart = f", each time {step} larger" if step else ""
    return KnownMatrix("", tuple(summands), scale=low, note=f"size {n}: {names} repeated{apart}")


def _largest_step(tiles: Sequence[KnownMatrix], n: int, setting: Setting) -> int:
    """How much may be added to the eigenvalues at each repetition."""
    turns = n // sum(A.dimension for A in tiles)
    entries = [abs(x) for A in tiles for x in A.summands[0].matrix.real]
    d = max(form.d for A in tiles if (form := A.summands[0].planted))
    return max(0, setting.high - 2 * max(entries)) // (2 * d * turns) if turns else 0


def _tile(draw: Draw, setting: Setting) -> KnownMatrix:
    """A small planted matrix, hidden."""
    gaussian = draw_gaussian(draw, setting)
    values = eigenvalues(setting, gaussian=gaussian and not setting.hermitian)[:5]
    if setting.hermitian:
        blocks = [Block(x) for x, _ in draw.some(values, 1, 4)]
        return hermitian_with(draw, setting, blocks, gaussian=gaussian)
    if setting.is_signed and not gaussian and draw.flag():
        A = real_form([(draw.one((0, 1, -2)), draw.one((1, 2)), draw.integer(1, 2))])
    else:
        A = planted([Block(*z, k) for z, k in draw_towers(draw, values, largest=3, most=4)], [], setting)
    return disguised(A, draw_operations(draw, A.dimension, gaussian=gaussian), setting)


def _shifted(A: KnownMatrix, shift: int, scale: int) -> Summand:
    """A planted tile plus a multiple of the identity, over a common scale."""
    (summand,) = A.summands
    form, n = summand.planted, summand.dimension
    if form is not None and shift:
        blocks = tuple(replace(b, real=b.real + shift) for b in form.blocks)
        diagonal = DyadicMatrix.of([[shift * form.d * (i == j) for j in range(n)] for i in range(n)])
        summand = Summand(summand.matrix + diagonal, replace(form, blocks=blocks))
    return times(summand, 1 << (A.scale - scale))


def _reflected(draw: Draw, n: int, setting: Setting) -> KnownMatrix:
    """H B H with the reflection at a vector of 0, 1 and −1, and two eigenvalues in B: a full matrix."""
    pattern = draw.some((1, -1, 0), 0, 4) or [1]
    v = [1, *(pattern[k % len(pattern)] for k in range(1, n))]
    one, two = draw.one((0, 1, -1)), draw.one((1, 2, -3))
    size = 1 if setting.hermitian else draw.integer(1, min(3, n))
    count = draw.integer(1, min(5, n - size + 1))
    blocks = [*[Block(one)] * (n - size - count + 1), *[Block(two)] * (count - 1), Block(two, 0, size)]
    A = rotated(direct(Summand.planted_from(blocks), blocks_text(blocks)), [reflection(v)], setting)
    return replace(A, note=f"size {n}: {blocks_text(blocks)} reflected at a vector")
