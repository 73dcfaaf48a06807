"""Spectra that single checks, and single steps of algorithms, cannot tell apart.

The trace does not see complex pairs that add up to 0, a power iteration no equal moduli, a sort no equal real parts.
"""

from __future__ import annotations

from symeig.numeric.families.building import cycle, direct, disguised, joined, planted, real_form, solved
from symeig.numeric.families.drawing import (
    Draw,
    cut,
    draw_gaussian,
    draw_operations,
    reordered,
)
from symeig.numeric.families.normal import hermitian_with
from symeig.numeric.families.setting import Setting
from symeig.numeric.known import KnownMatrix
from symeig.numeric.spectra import Block

__all__ = ["adversarial"]

Part = tuple[int, int, int]

# Parts (a, b, k): blocks of size k of a ± bi, of a where b = 0.
SPECTRA: tuple[tuple[str, tuple[Part, ...]], ...] = (
    ("trace 0 with a complex pair", ((0, 1, 1),)),
    ("determinant 0", ((0, 0, 1), (1, 0, 1))),
    ("λ and −λ", ((1, 0, 1), (-1, 0, 1))),
    ("equal real parts", ((1, 0, 1), (1, 1, 1), (1, 2, 1))),
    ("equal moduli", ((5, 0, 1), (-5, 0, 1), (3, 4, 1), (4, 3, 1))),
    ("roots of unity", ((1, 0, 1), (-1, 0, 1), (0, 1, 1))),
    ("purely imaginary pairs", ((0, 1, 1), (0, 2, 1))),
    ("trace 0 with real and complex ones", ((2, 0, 1), (-1, 1, 1))),
    ("determinant 0, defective", ((0, 0, 2), (2, 0, 1))),
    ("λ and −λ, defective", ((1, 0, 2), (-1, 0, 2))),
    ("a complex pair twice, defective", ((0, 1, 2),)),
    ("all moments of odd order 0", ((1, 0, 1), (-1, 0, 1), (0, 2, 1), (2, 0, 1), (-2, 0, 1))),
)
REAL_SPECTRA: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("λ and −λ", (1, -1)),
    ("determinant 0", (0, 1)),
    ("trace 0", (2, -1, -1)),
    ("equal moduli", (3, -3, 3)),
    ("all moments of odd order 0", (1, -1, 2, -2)),
    ("one of many equal", (1, 1, 1, 2)),
    ("trace and determinant 0", (0, 1, -1)),
    ("the same twice", (2, -1, 2, -1)),
)
GAUSSIAN_SPECTRA: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = (
    ("trace 0", ((0, 1), (0, -1))),
    ("a lone imaginary number", ((0, 1),)),
    ("a pair that is not conjugate", ((1, 1), (-1, 1))),
    ("roots of unity", ((1, 0), (0, 1), (-1, 0), (0, -1))),
    ("equal real parts", ((1, 0), (1, 1), (1, -2))),
    ("equal moduli", ((5, 0), (3, 4), (0, -5), (-4, 3))),
    ("determinant 0", ((0, 0), (0, 1))),
    ("the conjugate would do as well", ((2, 1), (2, -1), (0, 0))),
)
# Complex symmetric, with the isotropic eigenvector (1, i) or nearly: vᵀv = 0.
ISOTROPIC = (
    ("nilpotent, complex symmetric, isotropic eigenvector", ((1, (0, 1)), ((0, 1), -1))),
    ("complex symmetric, defective at 1, isotropic eigenvector", ((2, (0, 1)), ((0, 1), 0))),
    ("[[1, i], [i, 1]]", ((1, (0, 1)), ((0, 1), 1))),
)


def adversarial(draw: Draw, setting: Setting) -> KnownMatrix:
    """Matrices with such a spectrum, hidden."""
    gaussian = draw_gaussian(draw, setting)
    if not setting.is_signed:
        return _unsigned(draw, setting)
    if setting.hermitian:
        name, values = draw.one([s for s in REAL_SPECTRA if len(s[1]) <= setting.max_size] or [("", (0,))])
        A = hermitian_with(draw, setting, [Block(x) for x in values], gaussian=gaussian)
        return _named(A, name)
    if gaussian and setting.max_size >= 2 and draw.flag():
        name, rows = draw.one(ISOTROPIC)
        return solved(rows, name)
    if gaussian:
        name, pairs = draw.one([s for s in GAUSSIAN_SPECTRA if len(s[1]) <= setting.max_size])
        A = planted([Block(*z) for z in pairs], draw_operations(draw, len(pairs), gaussian=True), setting)
        return _named(A, name)
    name, parts = draw.one([s for s in SPECTRA if _dimension(s[1]) <= setting.max_size] or [("", ((0, 0, 1),))])
    A = real_form(parts)
    return _named(disguised(A, draw_operations(draw, A.dimension), setting), name)


def _dimension(parts: tuple[Part, ...]) -> int:
    return sum(2 * k if b else k for _, b, k in parts)


def _named(A: KnownMatrix, name: str) -> KnownMatrix:
    return direct(A.summands[0], f"{name}: {A.note}" if name else A.note, A.scale)


def _unsigned(draw: Draw, setting: Setting) -> KnownMatrix:
    """Zeros, and cycles of length 1, 2 and 4: eigenvalues 0, ±1 and ±i of non-negative matrices."""
    sizes = draw.pairs((2, 1) if setting.hermitian else (2, 4, 1), (1, 0), 1, 4)
    kept = cut([size for size, _ in sizes], setting.max_size)
    parts = [cycle(size, value) for size, (_, value) in zip(kept, sizes, strict=False)]
    A = joined(parts, f"cycles of length {', '.join(map(str, kept))}, times {', '.join(str(v) for _, v in sizes)}")
    return reordered(draw, A)
