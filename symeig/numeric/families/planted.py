"""Matrices hidden behind elementary similarity transformations: Jordan forms of every kind.

P is a product of matrices I + cEᵢⱼ with units c, so P⁻¹ has integers as well and the entries stay small. Where
eigenvalues are no Gaussian integers, hypercompanion matrices are hidden, and the exact engine solves them.

References:
    Horn, Johnson: Matrix analysis, 3.1 (Jordan form), 3.4 (real Jordan form, Weyr characteristic).
"""

from __future__ import annotations

from symeig.numeric.dyadic import Dyadic
from symeig.numeric.families.building import (
    blocks_text,
    circulant,
    cycle,
    direct,
    disguised,
    hypercompanion,
    joined,
    number_text,
    planted,
    real_form,
    reflection,
    rotated,
    solved,
)
from symeig.numeric.families.drawing import (
    Draw,
    cut,
    draw_blocks,
    draw_dimension,
    draw_gaussian,
    draw_operations,
    draw_towers,
    draw_vector,
    eigenvalues,
    reordered,
)
from symeig.numeric.families.setting import Setting
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.spectra import Block

__all__ = [
    "derogatory",
    "integer_spectrum",
    "irrational",
    "jordan",
    "nilpotent",
    "rotations",
    "segre",
]

# Irreducible polynomials without their leading 1, the constant coefficient first.
POLYNOMIALS: tuple[tuple[Dyadic, ...], ...] = (
    (-2, 0),
    (1, 0),
    (-1, -1),
    (1, 1),
    (5, -2),
    (-2, 0, 0),
    (-1, -1, 0),
    (1, -3, 0),
    (1, 0, 0, 0),
    (1, 0, -10, 0),
    (-1, -1, 0, 0, 0),
)
# Complex numbers a + bi.
ROTATIONS = tuple((a, b) for a in (0, 1, -1, 2, -3) for b in (1, 2, -1, 3))

GAUSSIAN_POLYNOMIALS: tuple[tuple[Dyadic, ...], ...] = (((0, -1), 0), (-2, 0), ((1, 1), 0), ((0, -1), 1), (-2, 0, 0))


def jordan(draw: Draw, setting: Setting) -> KnownMatrix:
    """P J P⁻¹ with any blocks."""
    gaussian = draw_gaussian(draw, setting)
    blocks = draw_blocks(draw, setting, eigenvalues(setting, gaussian=gaussian))
    n = sum(b.size for b in blocks)
    A = planted(blocks, draw_operations(draw, n, gaussian=gaussian), setting)
    return A if setting.is_signed else reordered(draw, A)


def segre(draw: Draw, setting: Setting, values: list[tuple[int, int]], *, least: int = 2) -> list[Block]:
    """For one or two of the values several blocks each, the largest first."""
    blocks: list[Block] = []
    for real, imag in draw.some(values, 1, 2):
        sizes = sorted(draw.some((1, 2, 3), least, 4), reverse=True)
        blocks += [Block(real, imag, size) for size in cut(sizes, setting.max_size - sum(b.size for b in blocks))]
    return blocks


def derogatory(draw: Draw, setting: Setting) -> KnownMatrix:
    """P J P⁻¹ with several blocks for each eigenvalue: any Segre characteristic."""
    gaussian = draw_gaussian(draw, setting)
    blocks = segre(draw, setting, eigenvalues(setting, gaussian=gaussian))
    n = sum(b.size for b in blocks)
    return planted(blocks, draw_operations(draw, n, gaussian=gaussian), setting)


def irrational(draw: Draw, setting: Setting) -> KnownMatrix:
    """Hypercompanion matrices of irreducible polynomials beside small Jordan blocks, hidden together."""
    gaussian = draw_gaussian(draw, setting)
    most = min(4 if gaussian else 6, setting.max_size)
    polynomials = [
        p for p in (GAUSSIAN_POLYNOMIALS if gaussian else POLYNOMIALS) if len(p) <= most and _held(p, setting)
    ]
    if not polynomials:
        return planted([Block(0)] * min(1, most), [], setting)
    p = draw.one(polynomials)
    k = draw.integer(1, most // len(p))
    parts = [solved(hypercompanion(p, k), f"C{k}({_polynomial_text(p)})")]
    others = draw.some(eigenvalues(setting, gaussian=gaussian)[:4], 0, 2)[: most - k * len(p)]
    parts += [planted([Block(*value)], [], setting) for value in others]
    A = joined(parts)
    A = solved(A.matrix, A.note)
    return disguised(A, draw_operations(draw, A.dimension, gaussian=gaussian), setting)


def _held(p: tuple[Dyadic, ...], setting: Setting) -> bool:
    return all(isinstance(c, tuple) or setting.low <= -c <= setting.high for c in p)


def _polynomial_text(p: tuple[Dyadic, ...]) -> str:
    powers = [f"x^{len(p)}"]
    for k in range(len(p) - 1, -1, -1):
        c = p[k]
        text = f"({number_text(*c)})" if isinstance(c, tuple) else number_text(c)
        if c != 0:
            powers.append(text + ("" if k == 0 else "x" if k == 1 else f"x^{k}"))
    return " + ".join(powers).replace("+ −", "− ")


def rotations(draw: Draw, setting: Setting) -> KnownMatrix:
    """Rotation-scaling blocks [[a, −b], [b, a]] and their Jordan towers; cycles where no number is negative."""
    if not setting.is_signed:
        return _cycles(draw, setting)
    if setting.max_size < 2:
        return planted([Block(0)], [], setting)
    towers = draw_towers(draw, ROTATIONS, largest=3, most=min(6, setting.max_size // 2))
    real = draw.some(setting.held((0, 1, -1, 2)), 0, 2)[: setting.max_size - 2 * sum(k for _, k in towers)]
    A = real_form([*((a, b, k) for (a, b), k in towers), *((x, 0, 1) for x in real)])
    gaussian = draw_gaussian(draw, setting)
    return disguised(A, draw_operations(draw, A.dimension, gaussian=gaussian), setting)


def _cycles(draw: Draw, setting: Setting) -> KnownMatrix:
    """Direct sums of circulants of non-negative integers, of size 3 and 4, with their rows in any order."""
    parts = []
    for size in cut(draw.some((4, 3, 1), 1, 3), setting.max_size):
        first = draw.integers(size, 0, 1)
        first[1:2] = [1] if size > 1 else []
        parts.append(circulant([(c, 0) for c in first]))
    A = joined(parts)
    return reordered(draw, A)


def integer_spectrum(draw: Draw, setting: Setting) -> KnownMatrix:
    """Different integers as eigenvalues; the more operations, the larger their condition numbers."""
    gaussian = draw_gaussian(draw, setting)
    most = min(7, setting.max_size - 1)
    gaps = draw.some((1, 2, 3), min(1, most), most)
    first = draw.one(setting.held((0, 1, -1, -5)))
    values = [first]
    for gap in gaps:
        values.append(values[-1] + gap)
    imaginary = draw.some((0, 1, -1, 2), 0, len(values)) if gaussian else []
    held = [Block(x, y) for x, y in zip(values, [*imaginary, *[0] * (len(values) - len(imaginary))], strict=True)]
    blocks = [b for b in held if setting.low <= b.real <= setting.high]
    n = len(blocks)
    return planted(blocks, draw_operations(draw, n, gaussian=gaussian, most=4 * n), setting)


KINDS = ("nilpotent", "idempotent", "unipotent", "involution", "root of the identity", "rank one")


def nilpotent(draw: Draw, setting: Setting) -> KnownMatrix:
    """Nilpotent, idempotent, unipotent matrices, involutions, roots of the identity, matrices of rank one."""
    if setting.hermitian:
        return _projections(draw, setting)
    kind = draw.one(KINDS)
    gaussian = draw_gaussian(draw, setting)
    if kind == "rank one":
        return _rank_one(draw, setting, gaussian=gaussian)
    if kind == "root of the identity":
        return _roots_of_identity(draw, setting, gaussian=gaussian)
    if kind in {"nilpotent", "unipotent"}:
        value = int(kind == "unipotent")
        blocks = segre(draw, setting, [(value, 0)], least=1)
    else:
        pair = (0, 1) if kind == "idempotent" or not setting.is_signed else (1, -1)
        most = min(6, setting.max_size)
        blocks = [Block(x) for x in sorted(draw.some(pair, 1, most))]
    n = sum(b.size for b in blocks)
    A = planted(blocks, draw_operations(draw, n, gaussian=gaussian), setting)
    return direct(A.summands[0], f"{kind} {A.note}")


def _projections(draw: Draw, setting: Setting) -> KnownMatrix:
    """Multiples of orthogonal projections and of reflections."""
    kind = draw.one(("projection", "reflection"))
    values = (0, 1) if kind == "projection" or not setting.is_signed else (1, -1)
    blocks = [Block(x) for x in draw.some(values, 1, min(8, setting.max_size))]
    v = draw_vector(draw, len(blocks), gaussian=draw_gaussian(draw, setting))
    A = rotated(direct(Summand.planted_from(blocks), blocks_text(blocks)), [reflection(v)], setting)
    return direct(A.summands[0], f"multiple of a {kind}, {A.note}")


def _rank_one(draw: Draw, setting: Setting, *, gaussian: bool) -> KnownMatrix:
    """The product uvᵀ: nilpotent where vᵀu = 0."""
    n = draw_dimension(draw, setting, 3 if gaussian else 4, least=2)
    u, v = (draw.integers(n, max(-2, setting.low), min(2, setting.high)) for _ in range(2))
    t = draw.integers(n, -1, 1) if gaussian else [0] * n
    rows: list[list[Dyadic]] = [[(x * y, z * y) for y in v] for x, z in zip(u, t, strict=True)]
    return solved(rows, f"outer product of {_vector(u, t)} and {_vector(v, [0] * n)}")


def _vector(real: list[int], imag: list[int]) -> str:
    return f"({', '.join(number_text(x, y) for x, y in zip(real, imag, strict=True))})"


def _roots_of_identity(draw: Draw, setting: Setting, *, gaussian: bool) -> KnownMatrix:
    """Hidden direct sums of cycles: Aᵏ = I for k = 2, 3, 4, 6 or 12."""
    sizes = cut(draw.some((2, 4, 1, 3), 1, 3), setting.max_size)
    parts = [disguised(cycle(n), draw_operations(draw, n, gaussian=gaussian), setting) for n in sizes]
    return joined(parts, f"cycles of length {', '.join(map(str, sizes))}, hidden")
