"""Summands of matrices, and what can be done to them so that what is known of them stays known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby
from math import gcd

from flint import fmpz_mat

from symeig.numeric.dyadic import Dyadic, DyadicMatrix
from symeig.numeric.families.setting import Setting
from symeig.numeric.known import KnownMatrix, Operation, Summand
from symeig.numeric.spectra import Block, Planted

__all__ = [
    "Basis",
    "blocks_text",
    "cayley",
    "circulant",
    "companion",
    "cycle",
    "direct",
    "disguised",
    "hypercompanion",
    "joined",
    "kronecker",
    "number_text",
    "padded",
    "phased",
    "planted",
    "real_form",
    "reflection",
    "rotated",
    "solved",
    "times",
]

Rows = Sequence[Sequence[Dyadic]]
Pair = tuple[int, int]


# --- texts ------------------------------------------------------------------------------------------------------------


def number_text(real: int, imag: int = 0) -> str:
    """A Gaussian integer as it is written."""
    if not imag:
        return str(real).replace("-", "−")
    size = "" if abs(imag) == 1 else str(abs(imag))
    if not real:
        return f"{'−' if imag < 0 else ''}{size}i"
    return f"{real} {'−' if imag < 0 else '+'} {size}i".replace("-", "−")


def blocks_text(blocks: Sequence[Block]) -> str:
    """The Jordan form: J2(0) ⊕ 3·J1(1)."""
    terms = []
    for b, group in groupby(blocks):
        count = len(list(group))
        terms.append(f"{f'{count}·' if count > 1 else ''}J{b.size}({number_text(b.real, b.imag)})")
    return " ⊕ ".join(terms)


def _counted(count: int) -> str:
    return f"{count} operation{'s' if count != 1 else ''}"


# --- matrices of one summand ------------------------------------------------------------------------------------------


def direct(summand: Summand, note: str = "", scale: int = 0) -> KnownMatrix:
    """The matrix that is one summand, times 2^scale."""
    return KnownMatrix("", (summand,), scale=scale, note=note)


def solved(rows: Rows | DyadicMatrix, note: str, scale: int = 0) -> KnownMatrix:
    """A matrix of integers, times 2^scale, that the exact engine is to solve."""
    return direct(Summand.solved(rows), note, scale)


def planted(blocks: Sequence[Block], operations: Iterable[Operation], setting: Setting) -> KnownMatrix:
    """Jordan blocks, hidden by operations."""
    return disguised(direct(Summand.planted_from(blocks), blocks_text(blocks)), operations, setting)


def real_form(parts: Sequence[tuple[int, int, int]]) -> KnownMatrix:
    """The real Jordan form for parts (a, b, k): blocks of size k of a ± bi, or of a where b = 0.

    A conjugate pair stands there as rotation-scaling blocks [[a, −b], [b, a]], with identities above the diagonal.
    Its eigenvectors (1, ∓i) are planted: with the inverse of their matrix comes the factor 2.
    """
    d = 2 if any(b for _, b, _ in parts) else 1
    blocks: list[Block] = []
    columns: list[dict[int, Pair]] = []
    rows: list[dict[int, Pair]] = []
    start = 0
    for a, b, k in parts:
        if not b:
            blocks.append(Block(a, 0, k))
            columns += [{start + m: (1, 0)} for m in range(k)]
            rows += [{start + m: (d, 0)} for m in range(k)]
            start += k
            continue
        for sign in (1, -1):
            blocks.append(Block(a, sign * b, k))
            columns += [{start + 2 * m: (1, 0), start + 2 * m + 1: (0, -sign)} for m in range(k)]
            rows += [{start + 2 * m: (1, 0), start + 2 * m + 1: (0, sign)} for m in range(k)]
        start += 2 * k
    P = DyadicMatrix.of([[column.get(i, (0, 0)) for column in columns] for i in range(start)])
    inverse = DyadicMatrix.of([[row.get(j, (0, 0)) for j in range(start)] for row in rows])
    note = " ⊕ ".join(
        f"R{k}({number_text(a)} ± {number_text(0, abs(b))})" if b else f"J{k}({number_text(a)})" for a, b, k in parts
    )
    return direct(Summand.planted_in(blocks, P, inverse, d), note, -1 if d == 2 else 0)


FOURIER: dict[int, tuple[Pair, ...]] = {1: ((1, 0),), 2: ((1, 0), (-1, 0)), 4: ((1, 0), (0, 1), (-1, 0), (0, -1))}


def circulant(first: Sequence[Pair]) -> KnownMatrix:
    """The matrix with cyclically shifted rows, (Aₖₗ) = c_(l−k mod n); its first row has Gaussian integers.

    For n = 1, 2 and 4 the roots of unity are Gaussian integers and the Fourier basis is planted; other ones are solved.
    """
    n = len(first)
    shown = ", ".join(number_text(*c) for c in first)
    note = f"circulant of ({shown})"
    if n not in FOURIER:
        return solved([[first[(j - i) % n] for j in range(n)] for i in range(n)], note)
    roots = FOURIER[n]
    F = DyadicMatrix.of([[roots[j * k % n] for k in range(n)] for j in range(n)])
    blocks = []
    for k in range(n):
        terms = [(x * a - y * b, x * b + y * a) for j, (x, y) in enumerate(first) for a, b in [roots[j * k % n]]]
        blocks.append(Block(sum(x for x, _ in terms), sum(y for _, y in terms)))
    return direct(Summand.planted_in(blocks, F, F.H, n), note, -(n.bit_length() - 1))


def cycle(n: int, value: int = 1) -> KnownMatrix:
    """A multiple of the permutation matrix of a cycle of n."""
    return circulant([(value * (k == 1 % n), 0) for k in range(n)])


def companion(coefficients: Sequence[Dyadic]) -> list[list[Dyadic]]:
    """The matrix whose characteristic polynomial has these coefficients, the constant one first, and leading 1."""
    return hypercompanion(coefficients, 1)


def hypercompanion(coefficients: Sequence[Dyadic], k: int) -> list[list[Dyadic]]:
    """A matrix whose one elementary divisor is pᵏ: companion matrices of p, linked by ones.

    The coefficients are those of p below the leading 1, the constant one first.
    """
    d = len(coefficients)
    rows: list[list[Dyadic]] = [[0] * (k * d) for _ in range(k * d)]
    for i in range(k * d - 1):
        rows[i + 1][i] = 1
    for block in range(0, k * d, d):
        for i, c in enumerate(coefficients):
            rows[block + i][block + d - 1] = (-c[0], -c[1]) if isinstance(c, tuple) else -c
    return rows


def kronecker(A: KnownMatrix, B: KnownMatrix, *, product: bool) -> KnownMatrix:
    """The Kronecker product A ⊗ B, or the sum A ⊗ I + I ⊗ B, of two matrices of one summand with blocks of size 1."""
    (one,), (two,) = A.summands, B.summands
    a, b = _form(one), _form(two)
    pairs = [(x, y) for x in a.blocks for y in b.blocks]
    if product:
        d = a.d * b.d
        blocks = [Block(x.real * y.real - x.imag * y.imag, x.real * y.imag + x.imag * y.real) for x, y in pairs]
        note, scale = f"({A.note}) ⊗ ({B.note})", A.scale + B.scale
    else:
        # The eigenvalues are dₐλ·2^s and d_b·μ·2^t; the sum is written over the common factor.
        d = a.d * b.d
        low = min(A.scale, B.scale)
        p, q = a.d << (A.scale - low), b.d << (B.scale - low)
        blocks = [Block(p * x.real + q * y.real, p * x.imag + q * y.imag) for x, y in pairs]
        note, scale = f"({A.note}) ⊗ I + I ⊗ ({B.note})", low
    P, inverse = _tensor(a.P, b.P), _tensor(a.inverse, b.inverse)
    summand = Summand.planted_in(blocks, P, inverse, d)
    return direct(summand, note, scale) if product else _divided(direct(summand, note, scale), d)


def _divided(A: KnownMatrix, d: int) -> KnownMatrix:
    """The matrix divided by d where d is a power of two, else the matrix times the odd part of d."""
    return replace(A, scale=A.scale - ((d & -d).bit_length() - 1))


def _form(summand: Summand) -> Planted:
    if summand.planted is None:
        msg = "A Kronecker product is made of planted matrices."
        raise AssertionError(msg)
    return summand.planted


def _tensor(A: DyadicMatrix, B: DyadicMatrix) -> DyadicMatrix:
    (m, n), (p, q) = A.shape, B.shape
    left = A.mapped(lambda i, j: (i // p, j // q), (m * p, n * q))
    right = B.mapped(lambda i, j: (i % p, j % q), (m * p, n * q))
    a, b = left.real, left.imag or (0,) * len(left.real)
    c, d = right.real, right.imag or (0,) * len(right.real)
    pairs: list[Dyadic] = [(x * u - y * v, x * v + y * u) for x, y, u, v in zip(a, b, c, d, strict=True)]
    return DyadicMatrix.of([pairs[i * n * q : (i + 1) * n * q] for i in range(m * p)])


# --- orthogonal and unitary bases -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Basis:
    """A matrix Q of Gaussian integers with Q Q* = d·I.

    Attributes:
        Q: Its columns are orthogonal and equally long.
        d: The square of their length.
        text: How it was made.
    """

    Q: DyadicMatrix
    d: int
    text: str


def reflection(v: Sequence[Dyadic]) -> Basis:
    """The Householder reflection sI − 2vv* with s = v*v, divided by the greatest common divisor of its entries."""
    pairs = [x if isinstance(x, tuple) else (x, 0) for x in v]
    s = sum(a * a + b * b for a, b in pairs)
    rows = [
        [(s * (i == j) - 2 * (a * c + b * d), -2 * (b * c - a * d)) for j, (c, d) in enumerate(pairs)]
        for i, (a, b) in enumerate(pairs)
    ]
    g = gcd(*(x for row in rows for pair in row for x in pair))
    Q = DyadicMatrix.of([[(x // g, y // g) for x, y in row] for row in rows])
    return Basis(Q, (s // g) ** 2, f"reflection at ({', '.join(number_text(*p) for p in pairs)})")


def cayley(entries: Sequence[int], m: int, n: int) -> Basis:
    """The rotation (I − K)(I + K)⁻¹ of the first m of n coordinates for a skew-symmetric K, times det(I + K).

    Args:
        entries: K below its diagonal, row by row.
        m: The size of K.
        n: The dimension.
    """
    places = [(i, j) for i in range(m) for j in range(i)]
    K = [[0] * m for _ in range(m)]
    for (i, j), x in zip(places, entries, strict=True):
        K[i][j], K[j][i] = x, -x
    plus = fmpz_mat([[K[i][j] + (i == j) for j in range(m)] for i in range(m)])
    minus = fmpz_mat([[(i == j) - K[i][j] for j in range(m)] for i in range(m)])
    numerator, denominator = (minus * plus.inv()).numer_denom()
    d = int(denominator)
    rows = [[int(numerator[i, j]) if i < m and j < m else d * (i == j) for j in range(n)] for i in range(n)]
    return Basis(DyadicMatrix.of(rows), d * d, f"Cayley rotation of {m} coordinates")


# --- changing matrices ------------------------------------------------------------------------------------------------


def rotated(A: KnownMatrix, bases: Sequence[Basis], setting: Setting) -> KnownMatrix:
    """Q A Q* for the product of orthogonal bases; the last ones are left out while the format cannot hold it."""
    for count in range(len(bases), 0, -1):
        B = _rotated(A, bases[:count])
        if setting.admits(B):
            return B
    return A


def _rotated(A: KnownMatrix, bases: Sequence[Basis]) -> KnownMatrix:
    (summand,) = A.summands
    Q = reduce(lambda P, b: P @ b.Q, bases[1:], bases[0].Q)
    M = Q @ summand.matrix @ Q.H
    form = summand.planted
    d = reduce(lambda x, b: x * b.d, bases, 1)
    planted = None if form is None else Planted(form.blocks, Q @ form.P, form.inverse @ Q.H, form.d * d)
    note = "; ".join((A.note, *(b.text for b in bases)))
    return replace(A, summands=(Summand(M, planted),), note=note)


# The largest solved matrix that may become complex: the engine takes longer over Q(i).
LARGEST_PHASED = 4


def phased(A: KnownMatrix, period: int) -> KnownMatrix:
    """U A U* for the diagonal matrix U of the units i^(k mod period); A where the engine would take long."""
    if any(s.planted is None and s.dimension > LARGEST_PHASED for s in A.summands):
        return A
    summands = tuple(_rotated(replace(A, summands=(s,)), [_units(s.dimension, period)]).summands[0] for s in A.summands)
    return replace(A, summands=summands, note=f"{A.note}; rows and columns times powers of i")


def _units(n: int, period: int) -> Basis:
    units: tuple[Pair, ...] = ((1, 0), (0, 1), (-1, 0), (0, -1))
    rows = [[units[k % period] if j == k else (0, 0) for j in range(n)] for k in range(n)]
    return Basis(DyadicMatrix.of(rows), 1, "")


def times(summand: Summand, m: int) -> Summand:
    """A summand times a positive integer."""
    if m == 1:
        return summand
    form = summand.planted
    scaled = None if form is None else Planted(form.blocks, form.P, _times(form.inverse, m), form.d * m)
    return Summand(_times(summand.matrix, m), scaled)


def _times(M: DyadicMatrix, m: int) -> DyadicMatrix:
    return replace(M, real=tuple(m * x for x in M.real), imag=tuple(m * y for y in M.imag))


def disguised(A: KnownMatrix, operations: Iterable[Operation], setting: Setting) -> KnownMatrix:
    """A matrix of one summand after similarity transformations, without those that leave the format's integers."""
    (summand,) = A.summands
    operations = list(operations)
    if not operations:
        return A
    n = summand.dimension
    real = summand.matrix.is_real and all(isinstance(c, int) for _, _, c in operations)
    M = _Grid(summand.matrix, real=real)
    U, V = (_Grid(DyadicMatrix.identity(n), real=real) for _ in range(2))
    low, high, count = setting.low, setting.high, 0
    for i, j, c in operations:
        minus = (-c[0], -c[1]) if isinstance(c, tuple) else -c
        M.add_row(i, j, c)
        M.add_column(j, i, minus)
        if not M.within(i, j, low, high):
            M.add_row(i, j, minus)
            M.add_column(j, i, c)
            continue
        U.add_row(i, j, c)
        V.add_column(j, i, minus)
        count += 1
    form = summand.planted
    planted = None if form is None else Planted(form.blocks, U.matrix() @ form.P, form.inverse @ V.matrix(), form.d)
    note = f"{A.note}, {_counted(count)}" if count else A.note
    return replace(A, summands=(Summand(M.matrix(), planted),), note=note)


class _Grid:
    """Gaussian integers that are changed in place; a real one has one plane."""

    def __init__(self, M: DyadicMatrix, *, real: bool) -> None:
        n = self.n = M.shape[1]
        self.real = [list(M.real[i * n : (i + 1) * n]) for i in range(n)]
        imag = M.imag or (0,) * (n * n)
        self.imag = [] if real else [list(imag[i * n : (i + 1) * n]) for i in range(n)]

    def add_row(self, i: int, j: int, c: Dyadic) -> None:
        """Add c times row j to row i."""
        x, y = c if isinstance(c, tuple) else (c, 0)
        a = self.real[j]
        if not self.imag:
            self.real[i] = [r + x * p for r, p in zip(self.real[i], a, strict=True)]
            return
        b = self.imag[j]
        self.real[i] = [r + x * p - y * q for r, p, q in zip(self.real[i], a, b, strict=True)]
        self.imag[i] = [r + x * q + y * p for r, p, q in zip(self.imag[i], a, b, strict=True)]

    def add_column(self, j: int, i: int, c: Dyadic) -> None:
        """Add c times column i to column j."""
        x, y = c if isinstance(c, tuple) else (c, 0)
        if not self.imag:
            for a in self.real:
                a[j] += x * a[i]
            return
        for a, b in zip(self.real, self.imag, strict=True):
            a[j], b[j] = a[j] + x * a[i] - y * b[i], b[j] + x * b[i] + y * a[i]

    def within(self, i: int, j: int, low: int, high: int) -> bool:
        """Whether row i and column j have parts between two bounds."""
        planes = (self.real, self.imag) if self.imag else (self.real,)
        return all(
            low <= min(plane[i]) and max(plane[i]) <= high and all(low <= row[j] <= high for row in plane)
            for plane in planes
        )

    def matrix(self) -> DyadicMatrix:
        real = tuple(x for row in self.real for x in row)
        imag = tuple(y for row in self.imag for y in row)
        return DyadicMatrix((self.n, self.n), real, imag if any(imag) else ())


# --- direct sums ------------------------------------------------------------------------------------------------------


def joined(matrices: Sequence[KnownMatrix], note: str | None = None) -> KnownMatrix:
    """The direct sum of matrices that are not graded."""
    low = min((A.scale for A in matrices), default=0)
    summands: list[Summand] = []
    order: list[int] = []
    for A in matrices:
        n = len(order)
        order += [n + k for k in (A.order or range(A.dimension))]
        summands += [times(s, 1 << (A.scale - low)) for s in A.summands]
    order = [] if order == list(range(len(order))) else order
    text = " ⊕ ".join(A.note for A in matrices) if note is None else note
    return KnownMatrix("", tuple(summands), tuple(order), scale=low, note=text)


def padded(A: KnownMatrix, n: int) -> KnownMatrix:
    """A matrix with rows and columns of zeros after its own, so that there are at least n."""
    missing = n - A.dimension
    if missing <= 0:
        return A
    zeros = tuple(Summand.planted_from([Block(0)]) for _ in range(missing))
    order = (*A.order, *range(A.dimension, n)) if A.order else ()
    grading = (*A.grading, *(0,) * missing) if A.grading else ()
    note = f"{A.note} ⊕ {missing} zero{'s' if missing > 1 else ''}" if A.note else f"zero matrix of size {missing}"
    return replace(A, summands=(*A.summands, *zeros), order=order, grading=grading, note=note)
