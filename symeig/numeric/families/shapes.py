"""Matrices of the simplest shapes, companion matrices, and matrices without a plan."""

from __future__ import annotations

from symeig.numeric.dyadic import Dyadic, DyadicMatrix
from symeig.numeric.families.building import blocks_text, companion, direct, number_text, planted, solved
from symeig.numeric.families.drawing import (
    Draw,
    draw_blocks,
    draw_dimension,
    draw_gaussian,
    draw_operations,
    eigenvalues,
    reordered,
)
from symeig.numeric.families.normal import symmetric_rows
from symeig.numeric.families.setting import Setting
from symeig.numeric.known import KnownMatrix, Summand
from symeig.numeric.spectra import Block

__all__ = ["companions", "random", "simple_shapes"]

SHAPES = ("zero", "identity", "scalar", "diagonal", "one entry", "empty")
TRIANGULAR = ("upper triangular", "lower triangular", "bidiagonal")


def simple_shapes(draw: Draw, setting: Setting) -> KnownMatrix:
    """Zero, identity, scalar, diagonal, triangular and bidiagonal matrices, 1×1 and 0×0."""
    shapes = SHAPES if setting.hermitian else (*SHAPES[:4], *TRIANGULAR, *SHAPES[4:])
    kind = draw.one(shapes)
    if kind == "empty":
        return KnownMatrix("", (), note="empty matrix")
    gaussian = not setting.hermitian and draw_gaussian(draw, setting)
    values = eigenvalues(setting, gaussian=gaussian)
    if kind in TRIANGULAR:
        return _triangular(draw, setting, kind, gaussian=gaussian)
    n = 1 if kind == "one entry" else draw_dimension(draw, setting, 12)
    if kind in {"zero", "identity"}:
        blocks = [Block(int(kind == "identity"))] * n
    elif kind == "diagonal":
        blocks = [Block(*draw.one(values)) for _ in range(n)]
    else:
        blocks = [Block(*draw.one(values))] * n
    return direct(Summand.planted_from(blocks), f"{kind} matrix {blocks_text(blocks)}")


def _triangular(draw: Draw, setting: Setting, kind: str, *, gaussian: bool) -> KnownMatrix:
    """Triangular matrices with a planted form, bidiagonal ones with any entries."""
    values = eigenvalues(setting, gaussian=gaussian)
    if kind == "bidiagonal":
        n = draw_dimension(draw, setting, 3 if gaussian else 5)
        diagonal = [draw.one(values) for _ in range(n)]
        above = draw.integers(max(0, n - 1), max(-2, setting.low), min(3, setting.high))
        rows: list[list[Dyadic]] = [
            [diagonal[i] if i == j else above[i] if j == i + 1 else 0 for j in range(n)] for i in range(n)
        ]
        return solved(rows, f"bidiagonal matrix of size {n}")
    blocks = draw_blocks(draw, setting, values, largest=3)
    n = sum(b.size for b in blocks)
    operations = [(i, j, c) for i, j, c in draw_operations(draw, n, gaussian=gaussian, most=3 * n) if i < j]
    A = planted(blocks, operations, setting)
    A = direct(A.summands[0], f"{kind} {A.note}")
    return A if kind == "upper triangular" else A.permuted(range(n - 1, -1, -1))


def companions(draw: Draw, setting: Setting) -> KnownMatrix:
    """Companion matrices in their four positions: of chosen roots, of xⁿ − c, with any coefficients."""
    gaussian = draw_gaussian(draw, setting)
    most = min(4 if gaussian else 7, setting.max_size)
    kind = draw.one(("roots", "power", "coefficients") if setting.is_signed else ("power", "coefficients"))
    if kind == "roots":
        roots = draw.some(eigenvalues(setting, gaussian=gaussian), 1, most)
        rows, count = _companion_of_roots(roots, setting)
        note = f"companion matrix of the roots {', '.join(number_text(*z) for z in roots[:count])}"
    elif kind == "power":
        n = draw_dimension(draw, setting, most)
        c = draw.one(setting.held((0, 1, -1, 2, -4)))
        rows = companion([-c, *[0] * (n - 1)])
        note = f"companion matrix of x^{n} − {number_text(c)}" if c else f"companion matrix of x^{n}"
    else:
        n = draw_dimension(draw, setting, min(most, 5))
        coefficients = [-c for c in draw.integers(n, max(-3, setting.low), min(3, setting.high))]
        rows = companion(coefficients)
        note = f"companion matrix with last column {tuple(-c for c in coefficients)}"
    return _positions(draw, solved(rows, note))


def _positions(draw: Draw, A: KnownMatrix) -> KnownMatrix:
    """A companion matrix as it is, transposed, with its rows and columns reversed, or both."""
    n = A.dimension
    transposed, reversed_ = draw.flag(), draw.flag()
    if transposed:
        A = solved(A.matrix.T, f"{A.note}, transposed")
    return A.permuted(range(n - 1, -1, -1)) if reversed_ and n > 1 else A


def _companion_of_roots(roots: list[tuple[int, int]], setting: Setting) -> tuple[list[list[Dyadic]], int]:
    """The companion matrix of as many of the first roots as the format can take."""
    polynomial: list[tuple[int, int]] = [(1, 0)]
    for count, (a, b) in enumerate(roots):
        # (x − a − bi)·p, the constant coefficient first.
        lower = [(-(a * x - b * y), -(a * y + b * x)) for x, y in polynomial]
        longer = [(x + u, y + v) for (x, y), (u, v) in zip([(0, 0), *polynomial], [*lower, (0, 0)], strict=True)]
        if not all(setting.low <= -part <= setting.high for c in longer[:-1] for part in c):
            return companion(list(polynomial[:-1])), count
        polynomial = longer
    return companion(list(polynomial[:-1])), len(roots)


def random(draw: Draw, setting: Setting) -> KnownMatrix:
    """Dense integers, sparse 0, 1 and −1, dyadic rationals."""
    gaussian = draw_gaussian(draw, setting)
    kind = draw.one(("dense", "sparse") if setting.target.is_integer else ("dense", "sparse", "dyadic"))
    n = draw_dimension(draw, setting, 3 if gaussian else 5 if kind == "sparse" else 4)
    size = {"dense": 9, "sparse": 1, "dyadic": min(1000, setting.high)}[kind]
    scale = -draw.integer(1, 10) if kind == "dyadic" else 0
    note = f"{kind} matrix of size {n}"
    if setting.hermitian:
        return solved(symmetric_rows(draw, setting, n, size, gaussian=gaussian), f"{note}, Hermitian", scale)
    low, high = max(-size, setting.low), min(size, setting.high)
    real = draw.integers(n * n, low, high)
    imag = draw.integers(n * n, low, high) if gaussian else []
    A = solved(DyadicMatrix((n, n), tuple(real), tuple(imag) if any(imag) else ()), note, scale)
    return reordered(draw, A)
