"""Matrices whose eigenstructure is known, built from it and held exactly.

A `KnownMatrix` is 2ˢ·D⁻¹(S₁ ⊕ S₂ ⊕ …)D with its rows and columns permuted: each summand Sᵢ is a small matrix of
Gaussian integers, planted from its Jordan form or solved by the exact engine, D a diagonal matrix of powers of two.
Only this recipe is stored and pickled; the matrix and what is known of it are derived.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import DTypeLike

from symeig.errors import InputError
from symeig.numeric.dyadic import Dyadic, DyadicMatrix, Stored
from symeig.numeric.spectra import Block, Planted, Spectrum, planted_spectrum, solved_spectrum

__all__ = ["KnownMatrix", "Operation", "Summand"]

# Rows i and j, and a Gaussian integer c: c times row j is added to row i, c times column i subtracted from column j.
Operation = tuple[int, int, Dyadic]

# The largest matrix whose spectrum the engine is asked for.
LARGEST_SOLVED = 32


@dataclass(frozen=True)
class Summand:
    """A small matrix of Gaussian integers, with its Jordan form where that was planted.

    Attributes:
        matrix: n×n, exponent 0.
        planted: Its Jordan form; None where the exact engine is to find it.

    Examples:
        >>> defective = Summand.planted_from([Block(2, size=2)], [(1, 0, 1)])
        >>> defective.matrix.real
        (1, 1, -1, 3)
        >>> [(part.text, part.blocks) for part in defective.spectrum.parts]
        [('2', (2,))]
        >>> [part.text for part in Summand.solved([[1, 1], [1, 0]]).spectrum.parts]
        ['(1 − √5)/2', '(1 + √5)/2']
    """

    matrix: DyadicMatrix
    planted: Planted | None = None

    @classmethod
    def planted_from(
        cls, blocks: Sequence[Block], operations: Iterable[Operation] = (), *, bound: int | None = None
    ) -> Summand:
        """Jordan blocks, hidden by elementary similarity transformations.

        Args:
            blocks: Their sizes add up to n.
            operations: Done one after the other on J, whose ones stand above the diagonal.
            bound: Operations after which an entry would exceed it in absolute value are left out.
        """
        n = sum(b.size for b in blocks)
        J = _jordan(blocks)
        A, P, Q = _Rows(J), _Rows(DyadicMatrix.identity(n)), _Rows(DyadicMatrix.identity(n))
        for i, j, c in operations:
            if i == j:
                msg = f"An operation adds row {i} to itself. That is no similarity. Give two different rows."
                raise InputError(msg)
            before = A.copy()
            A.add_row(i, j, c)
            A.add_column(j, i, c, sign=-1)
            if bound is not None and A.largest > bound:
                A = before
                continue
            P.add_row(i, j, c)
            Q.add_column(j, i, c, sign=-1)
        return cls(A.matrix(), Planted(tuple(blocks), P.matrix(), Q.matrix()))

    @classmethod
    def planted_in(cls, blocks: Sequence[Block], P: DyadicMatrix, inverse: DyadicMatrix, d: int = 1) -> Summand:
        """P J P' for a basis with P P' = d·I: the eigenvalues are d times those of J.

        Raises:
            InputError: P P' is not d·I, or P J P' has entries that are no Gaussian integers.
        """
        n = P.shape[0]
        if not (P @ inverse - DyadicMatrix.of([[d * (i == j) for j in range(n)] for i in range(n)])).is_zero:
            msg = "The product of the basis and its inverse is not d times the identity. Give P and P' with P P' = d I."
            raise InputError(msg)
        return cls((P @ _jordan(blocks) @ inverse).integral, Planted(tuple(blocks), P, inverse, d))

    @classmethod
    def solved(cls, rows: Sequence[Sequence[Dyadic]] | DyadicMatrix) -> Summand:
        """A matrix of Gaussian integers whose spectrum the exact engine finds when it is asked for."""
        matrix = rows if isinstance(rows, DyadicMatrix) else DyadicMatrix.of(rows)
        return cls(DyadicMatrix(matrix.shape, matrix.real, matrix.imag))

    @property
    def dimension(self) -> int:
        """The number of rows."""
        return self.matrix.shape[0]

    @property
    def is_known(self) -> bool:
        """Whether the spectrum can be had: it is planted, or the matrix is small enough for the engine."""
        return self.planted is not None or self.dimension <= LARGEST_SOLVED

    @property
    def spectrum(self) -> Spectrum:
        """The eigenvalues and what belongs to them."""
        return _spectrum(self)


@lru_cache(maxsize=512)
def _spectrum(summand: Summand) -> Spectrum:
    return planted_spectrum(summand.planted) if summand.planted else solved_spectrum(summand.matrix)


class _Rows:
    """Gaussian integers that are changed in place."""

    def __init__(self, M: DyadicMatrix) -> None:
        n = M.shape[1]
        imag = M.imag or (0,) * len(M.real)
        self.real = [list(M.real[i * n : (i + 1) * n]) for i in range(M.shape[0])]
        self.imag = [list(imag[i * n : (i + 1) * n]) for i in range(M.shape[0])]

    def copy(self) -> _Rows:
        other = _Rows.__new__(_Rows)
        other.real, other.imag = [r.copy() for r in self.real], [r.copy() for r in self.imag]
        return other

    @property
    def largest(self) -> int:
        return max((abs(x) for row in (*self.real, *self.imag) for x in row), default=0)

    def add_row(self, i: int, j: int, c: Dyadic) -> None:
        """Add c times row j to row i."""
        x, y = c if isinstance(c, tuple) else (c, 0)
        a, b = self.real[j], self.imag[j]
        self.real[i] = [r + x * p - y * q for r, p, q in zip(self.real[i], a, b, strict=True)]
        self.imag[i] = [r + x * q + y * p for r, p, q in zip(self.imag[i], a, b, strict=True)]

    def add_column(self, j: int, i: int, c: Dyadic, *, sign: int) -> None:
        """Add ±c times column i to column j."""
        x, y = c if isinstance(c, tuple) else (c, 0)
        x, y = sign * x, sign * y
        for a, b in zip(self.real, self.imag, strict=True):
            a[j], b[j] = a[j] + x * a[i] - y * b[i], b[j] + x * b[i] + y * a[i]

    def matrix(self) -> DyadicMatrix:
        return DyadicMatrix.of([list(zip(a, b, strict=True)) for a, b in zip(self.real, self.imag, strict=True)])


def _jordan(blocks: Sequence[Block]) -> DyadicMatrix:
    n = sum(b.size for b in blocks)
    rows: list[list[Dyadic]] = [[0] * n for _ in range(n)]
    i = 0
    for b in blocks:
        for k in range(b.size):
            rows[i][i] = (b.real, b.imag)
            if k:
                rows[i - 1][i] = 1
            i += 1
    return DyadicMatrix.of(rows)


@dataclass(frozen=True)
class KnownMatrix(Stored):
    """A matrix of dyadic rationals whose eigenstructure is known.

    Attributes:
        family: The family that it was drawn from.
        summands: The matrices on the diagonal, before anything else is done.
        order: The rows and columns of the direct sum in the order in which they stand; empty for their own.
        grading: The exponents of D, in the order in which the rows stand; empty for D = I.
        scale: s.
        note: What the family says of it, in words.

    Examples:
        >>> A = KnownMatrix("jordan", (Summand.planted_from([Block(0, size=2)]),), scale=3)
        >>> A.to_array("float32")
        array([[0., 8.],
               [0., 0.]], dtype=float32)
    """

    family: str
    summands: tuple[Summand, ...]
    order: tuple[int, ...] = ()
    grading: tuple[int, ...] = ()
    scale: int = 0
    note: str = field(default="", compare=False)

    def __repr__(self) -> str:
        return f"<KnownMatrix {self.family}: {self.note or 'no note'} ({self.dimension}×{self.dimension})>"

    @property
    def dimension(self) -> int:
        """n, for an n×n matrix."""
        return sum(s.dimension for s in self.summands)

    @cached_property
    def matrix(self) -> DyadicMatrix:
        """The matrix, exactly."""
        A = _direct_sum([s.matrix for s in self.summands])
        if self.order:
            A = A.permuted(self.order)
        if any(self.grading):
            A = A.balanced(self.grading)
        return A.scaled(self.scale)

    @property
    def is_hermitian(self) -> bool:
        """Whether the matrix is its own conjugate transpose."""
        return self.matrix.is_hermitian

    @property
    def is_known(self) -> bool:
        """Whether the spectrum of every summand can be had."""
        return all(s.is_known for s in self.summands)

    def fits(self, dtype: DTypeLike) -> bool:
        """Whether every entry is a number of a dtype."""
        return self.matrix.fits(dtype)

    def to_array(self, dtype: DTypeLike) -> np.ndarray:
        """The n×n array that holds exactly this matrix.

        Raises:
            InputError: An entry is not a number of the dtype.
        """
        return self.matrix.to_array(dtype)

    def scaled(self, k: int) -> KnownMatrix:
        """2ᵏ times the matrix."""
        return replace(self, scale=self.scale + k)

    def graded(self, powers: Sequence[int]) -> KnownMatrix:
        """D⁻¹ A D for D = diag(2^powers)."""
        before = self.grading or (0,) * self.dimension
        return replace(self, grading=tuple(a + b for a, b in zip(before, powers, strict=True)))

    def permuted(self, order: Sequence[int]) -> KnownMatrix:
        """The matrix whose entry (i, j) is entry (order[i], order[j]) of this one."""
        before = self.order or tuple(range(self.dimension))
        grading = tuple(self.grading[k] for k in order) if self.grading else ()
        return replace(self, order=tuple(before[k] for k in order), grading=grading)

    def positions(self, number: int) -> tuple[int, ...]:
        """The rows of the matrix in which a summand stands, in the order of its own rows."""
        first = sum(s.dimension for s in self.summands[:number])
        places = range(first, first + self.summands[number].dimension)
        if not self.order:
            return tuple(places)
        where = {row: k for k, row in enumerate(self.order)}
        return tuple(where[row] for row in places)


def _direct_sum(matrices: Sequence[DyadicMatrix]) -> DyadicMatrix:
    if len(matrices) == 1:
        return matrices[0]
    n = sum(M.shape[0] for M in matrices)
    real, imag = [0] * (n * n), [0] * (n * n)
    start = 0
    for M in matrices:
        m = M.shape[0]
        for i in range(m):
            cell = (start + i) * n + start
            real[cell : cell + m] = M.real[i * m : (i + 1) * m]
            if M.imag:
                imag[cell : cell + m] = M.imag[i * m : (i + 1) * m]
        start += m
    return DyadicMatrix((n, n), tuple(real), tuple(imag) if any(imag) else ())
