"""Matrices of dyadic rationals, which floats are: (X + iY)·2ᵉ with integer X and Y. Nothing here rounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from functools import cached_property
from math import copysign, inf, ldexp
from typing import Any

import numpy as np
from flint import fmpq, fmpz, fmpz_mat
from numpy.typing import DTypeLike

from symeig.errors import InputError
from symeig.numeric.formats import Format, format_of

__all__ = ["Dyadic", "DyadicMatrix", "Stored", "power_of_two"]

# A real or complex integer as it can be written: 3, or (3, -2) for 3 − 2i.
Dyadic = int | tuple[int, int]


def power_of_two(k: int) -> fmpq:
    """2ᵏ for any integer k."""
    return fmpq(fmpz(1) << k) if k >= 0 else fmpq(1, fmpz(1) << -k)


class Stored:
    """Mixin for frozen dataclasses: what is pickled are the fields, and nothing that was derived from them."""

    def __getstate__(self) -> dict[str, Any]:
        return {f.name: getattr(self, f.name) for f in fields(self)}  # type: ignore[arg-type]

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)


@dataclass(frozen=True)
class DyadicMatrix(Stored):
    """A matrix of dyadic rationals, real or complex.

    Equal matrices may be stored with different exponents; `==` compares what is stored.

    Attributes:
        shape: (rows, columns).
        real: The integers X, row by row.
        imag: The integers Y, row by row; empty for a real matrix.
        exponent: e.

    Examples:
        >>> A = DyadicMatrix.of([[2, 1], [0, (0, 1)]]).scaled(-1)
        >>> A.entry(0, 1), A.entry(1, 1)
        ((Fraction(1, 2), Fraction(0, 1)), (Fraction(0, 1), Fraction(1, 2)))
        >>> A.to_array("complex64")
        array([[1. +0.j , 0.5+0.j ],
               [0. +0.j , 0. +0.5j]], dtype=complex64)
        >>> DyadicMatrix.from_array(A.to_array("complex64")) == A
        True
    """

    shape: tuple[int, int]
    real: tuple[int, ...]
    imag: tuple[int, ...] = ()
    exponent: int = 0

    # --- making one -------------------------------------------------------------------------------------------------

    @classmethod
    def of(cls, rows: Sequence[Sequence[Dyadic]], exponent: int = 0) -> DyadicMatrix:
        """The matrix with these rows, times 2^exponent.

        Args:
            rows: Integers, or pairs (real part, imaginary part) of integers.
            exponent: Of the factor.
        """
        pairs = [x if isinstance(x, tuple) else (x, 0) for row in rows for x in row]
        shape = (len(rows), len(rows[0]) if rows else 0)
        imag = tuple(int(y) for _, y in pairs)
        return cls(shape, tuple(int(x) for x, _ in pairs), imag if any(imag) else (), exponent)

    @classmethod
    def identity(cls, n: int) -> DyadicMatrix:
        """The n×n identity matrix."""
        return cls((n, n), tuple(int(i == j) for i in range(n) for j in range(n)))

    @classmethod
    def from_array(cls, array: np.ndarray) -> DyadicMatrix:
        """The matrix of exactly the numbers that an array holds; a vector becomes one row.

        Args:
            array: One or two axes, finite numbers.

        Raises:
            InputError: It has other axes, or entries that are not finite or no numbers.
        """
        if array.ndim not in {1, 2}:
            msg = f"The array has {array.ndim} axes. A matrix has two. Give one matrix at a time."
            raise InputError(msg)
        shape = (1, array.shape[0]) if array.ndim == 1 else (array.shape[0], array.shape[1])
        if array.dtype.kind in "biu":
            return cls(shape, tuple(int(x) for x in array.ravel().tolist()))
        format_of(array.dtype)
        if not np.isfinite(array).all():
            position = tuple(int(k) + 1 for k in np.argwhere(~np.isfinite(array))[0])
            msg = f"Entry {position} is not finite. An exact matrix needs finite entries. Replace it."
            raise InputError(msg)
        if array.dtype.kind == "c":
            real, e = _integers(array.real)
            imag, f = _integers(array.imag)
            if not any(imag):
                return cls(shape, tuple(real), (), e)
            low = min(e, f) if any(real) else f
            return cls(
                shape,
                tuple(x << (e - low) if x else 0 for x in real),
                tuple(y << (f - low) if y else 0 for y in imag),
                low,
            )
        real, e = _integers(array)
        return cls(shape, tuple(real), (), e)

    # --- reading it -------------------------------------------------------------------------------------------------

    @property
    def is_real(self) -> bool:
        """Whether all imaginary parts are 0."""
        return not self.imag

    @property
    def is_zero(self) -> bool:
        """Whether all entries are 0."""
        return not (any(self.real) or self.imag)

    def entry(self, i: int, j: int) -> tuple[Fraction, Fraction]:
        """An entry as (real part, imaginary part)."""
        k, unit = i * self.shape[1] + j, Fraction(2) ** self.exponent
        return self.real[k] * unit, (self.imag[k] * unit if self.imag else Fraction(0))

    @property
    def integral(self) -> DyadicMatrix:
        """The same matrix with exponent 0.

        Raises:
            InputError: An entry is no integer.
        """
        k = self.exponent
        if k >= 0:
            return DyadicMatrix(self.shape, tuple(x << k for x in self.real), tuple(y << k for y in self.imag))
        if any(x % (1 << -k) for x in (*self.real, *self.imag)):
            msg = "An entry is no Gaussian integer. Only these can be planted. Multiply the basis by a power of two."
            raise InputError(msg)
        return DyadicMatrix(self.shape, tuple(x >> -k for x in self.real), tuple(y >> -k for y in self.imag))

    @cached_property
    def is_hermitian(self) -> bool:
        """Whether the matrix is its own conjugate transpose."""
        return self.shape[0] == self.shape[1] and self == self.H

    @cached_property
    def size(self) -> int:
        """The k with 2ᵏ ≤ max(|real part|, |imaginary part|) < 2ᵏ⁺¹ over all entries; 0 for a matrix of zeros."""
        largest = max((x.bit_length() for x in (*self.real, *self.imag)), default=0)
        return largest - 1 + self.exponent if largest else 0

    def fits(self, dtype: DTypeLike) -> bool:
        """Whether every entry is a number of a dtype."""
        target = format_of(dtype)
        if self.imag and not target.is_complex:
            return False
        return all(target.holds(x, self.exponent) for x in (*self.real, *self.imag))

    def is_in_range(self, target: Format) -> bool:
        """Whether the absolute value of each entry is in the range of a format; that of a complex one may not be."""
        unit = power_of_two(2 * (self.exponent - target.greatest - 1))
        imag = self.imag or (0,) * len(self.real)
        return all((x * x + y * y) * unit < 1 for x, y in zip(self.real, imag, strict=True))

    def to_array(self, dtype: DTypeLike) -> np.ndarray:
        """The array that holds exactly these numbers.

        Raises:
            InputError: An entry is not a number of the dtype.
        """
        target = format_of(dtype)
        if not self.fits(dtype):
            msg = (
                f"An entry is not a number of {target.name}. The array must hold the matrix exactly. Use another dtype."
            )
            raise InputError(msg)
        if target.is_integer:
            values = [x << self.exponent if self.exponent >= 0 else x >> -self.exponent for x in self.real]
            return np.array(values, dtype=target.dtype).reshape(self.shape)
        real = _floats(self.real, self.exponent, target.dtype.type(0).real.dtype)
        if not target.is_complex:
            return real.reshape(self.shape)
        array = np.zeros(self.shape, target.dtype)
        array.real = real.reshape(self.shape)
        if self.imag:
            array.imag = _floats(self.imag, self.exponent, real.dtype).reshape(self.shape)
        return array

    def approximate(self) -> np.ndarray:
        """The nearest doubles, for illustration and for finding things that are then proved."""
        real = np.array([_double(x, self.exponent) for x in self.real]).reshape(self.shape)
        if not self.imag:
            return real
        imag = np.array([_double(y, self.exponent) for y in self.imag]).reshape(self.shape)
        return np.asarray(real + 1j * imag)

    @cached_property
    def X(self) -> fmpz_mat:
        """The real parts as a matrix of integers, to be multiplied by 2^exponent."""
        return fmpz_mat(*self.shape, list(self.real))

    @cached_property
    def Y(self) -> fmpz_mat:
        """The imaginary parts as a matrix of integers, to be multiplied by 2^exponent."""
        return fmpz_mat(*self.shape, list(self.imag) if self.imag else [0] * len(self.real))

    # --- computing with it ------------------------------------------------------------------------------------------

    def _made(self, X: fmpz_mat, Y: fmpz_mat | None, exponent: int) -> DyadicMatrix:
        imag = tuple(map(int, Y.entries())) if Y is not None else ()
        shape = (X.nrows(), X.ncols())
        return DyadicMatrix(shape, tuple(map(int, X.entries())), imag if any(imag) else (), exponent)

    def __matmul__(self, other: DyadicMatrix) -> DyadicMatrix:
        exponent = self.exponent + other.exponent
        if self.is_real and other.is_real:
            return self._made(self.X * other.X, None, exponent)
        if self.is_real:
            return self._made(self.X * other.X, self.X * other.Y, exponent)
        if other.is_real:
            return self._made(self.X * other.X, self.Y * other.X, exponent)
        return self._made(self.X * other.X - self.Y * other.Y, self.X * other.Y + self.Y * other.X, exponent)

    def _aligned(self, exponent: int) -> tuple[list[int], list[int]]:
        """The integers for a smaller exponent."""
        shift = self.exponent - exponent
        return [x << shift for x in self.real], [y << shift for y in self.imag or (0,) * len(self.real)]

    def __add__(self, other: DyadicMatrix) -> DyadicMatrix:
        low = min(self.exponent, other.exponent)
        (a, b), (c, d) = self._aligned(low), other._aligned(low)
        imag = tuple(x + y for x, y in zip(b, d, strict=True))
        return DyadicMatrix(self.shape, tuple(x + y for x, y in zip(a, c, strict=True)), imag if any(imag) else (), low)

    def __neg__(self) -> DyadicMatrix:
        return DyadicMatrix(self.shape, tuple(-x for x in self.real), tuple(-y for y in self.imag), self.exponent)

    def __sub__(self, other: DyadicMatrix) -> DyadicMatrix:
        return self + -other

    def scaled(self, k: int) -> DyadicMatrix:
        """The matrix times 2ᵏ."""
        return DyadicMatrix(self.shape, self.real, self.imag, self.exponent + k)

    def mapped(self, position: Callable[[int, int], tuple[int, int]], shape: tuple[int, int]) -> DyadicMatrix:
        """The matrix of a shape whose entry (i, j) is the entry position(i, j) of this one."""
        places = [a * self.shape[1] + b for i in range(shape[0]) for j in range(shape[1]) for a, b in [position(i, j)]]
        real = tuple(self.real[k] for k in places)
        imag = tuple(self.imag[k] for k in places) if self.imag else ()
        return DyadicMatrix(shape, real, imag if any(imag) else (), self.exponent)

    @property
    def T(self) -> DyadicMatrix:
        """The transpose."""
        return self.mapped(lambda i, j: (j, i), (self.shape[1], self.shape[0]))

    @property
    def conjugate(self) -> DyadicMatrix:
        """The matrix of conjugates."""
        return DyadicMatrix(self.shape, self.real, tuple(-y for y in self.imag), self.exponent)

    @property
    def H(self) -> DyadicMatrix:
        """The conjugate transpose."""
        return self.T.conjugate

    def permuted(self, order: Sequence[int]) -> DyadicMatrix:
        """The matrix whose entry (i, j) is entry (order[i], order[j]) of this one."""
        return self.mapped(lambda i, j: (order[i], order[j]), self.shape)

    def column(self, j: int) -> DyadicMatrix:
        """A column."""
        return self.mapped(lambda i, _: (i, j), (self.shape[0], 1))

    def times_columns(self, diagonal: DyadicMatrix) -> DyadicMatrix:
        """The matrix times the diagonal matrix of the entries of a row."""
        m, n = self.shape
        a, b = self.real, self.imag or (0,) * len(self.real)
        c, d = diagonal.real, diagonal.imag or (0,) * n
        cells = [(i * n + j, j) for i in range(m) for j in range(n)]
        exponent = self.exponent + diagonal.exponent
        if self.is_real and diagonal.is_real:
            return DyadicMatrix(self.shape, tuple(a[k] * c[j] for k, j in cells), (), exponent)
        imag = tuple(a[k] * d[j] + b[k] * c[j] for k, j in cells)
        return DyadicMatrix(
            self.shape, tuple(a[k] * c[j] - b[k] * d[j] for k, j in cells), imag if any(imag) else (), exponent
        )

    def balanced(self, powers: Sequence[int]) -> DyadicMatrix:
        """D⁻¹ A D for D = diag(2^powers)."""
        n = self.shape[0]
        shifts = [powers[j] - powers[i] for i in range(n) for j in range(n)]
        return self._shifted(shifts)

    def rows_scaled(self, powers: Sequence[int]) -> DyadicMatrix:
        """D A for D = diag(2^powers)."""
        return self._shifted([powers[i] for i in range(self.shape[0]) for _ in range(self.shape[1])])

    def _shifted(self, shifts: Sequence[int]) -> DyadicMatrix:
        """Each entry times a power of two of its own."""
        low = min(shifts, default=0)
        real = tuple(x << (s - low) for x, s in zip(self.real, shifts, strict=True))
        imag = tuple(y << (s - low) for y, s in zip(self.imag, shifts, strict=True)) if self.imag else ()
        return DyadicMatrix(self.shape, real, imag, self.exponent + low)

    # --- measuring it -----------------------------------------------------------------------------------------------

    @property
    def norm2(self) -> fmpq:
        """The square of the Frobenius norm."""
        return _sum_of_squares((*self.real, *self.imag)) * power_of_two(2 * self.exponent)

    def column_norms2(self) -> list[fmpq]:
        """The squares of the Euclidean norms of the columns."""
        n, unit = self.shape[1], power_of_two(2 * self.exponent)
        return [_sum_of_squares((*self.real[j::n], *self.imag[j::n])) * unit for j in range(n)]

    @property
    def trace(self) -> tuple[fmpq, fmpq]:
        """The sum of the diagonal entries, as (real part, imaginary part)."""
        return self._summed(self.real[:: self.shape[1] + 1], self.imag[:: self.shape[1] + 1])

    @property
    def total(self) -> tuple[fmpq, fmpq]:
        """The sum of all entries, as (real part, imaginary part)."""
        return self._summed(self.real, self.imag)

    def _summed(self, real: Iterable[int], imag: Iterable[int]) -> tuple[fmpq, fmpq]:
        unit = power_of_two(self.exponent)
        return fmpq(sum(real)) * unit, fmpq(sum(imag)) * unit


def _sum_of_squares(numbers: Sequence[int]) -> fmpz:
    return fmpz(sum(x * x for x in numbers))


def _integers(array: np.ndarray) -> tuple[list[int], int]:
    """Integers and an exponent e that make up real floats: x = m·2ᵉ; as few digits as all can share."""
    digits = np.finfo(array.dtype).nmant + 1
    fraction, exponents = np.frexp(array.ravel())
    if digits > 53:
        high = np.floor(np.ldexp(fraction, 32))
        low = np.ldexp(np.ldexp(fraction, 32) - high, 32)
        mantissas = [
            (h << 32) + m for h, m in zip(high.astype(np.int64).tolist(), low.astype(np.int64).tolist(), strict=True)
        ]
        digits = 64
    else:
        mantissas = np.ldexp(fraction.astype(np.float64), digits).astype(np.int64).tolist()
    pairs = [
        (m >> z, e - digits + z)
        for m, e in zip(mantissas, exponents.tolist(), strict=True)
        for z in [(m & -m).bit_length() - 1 if m else 0]
    ]
    low_exponent = min((e for m, e in pairs if m), default=0)
    return [m << (e - low_exponent) if m else 0 for m, e in pairs], low_exponent


def _floats(integers: Sequence[int], exponent: int, dtype: np.dtype) -> np.ndarray:
    """The floats m·2ᵉ, known to be numbers of the dtype."""
    odd = [(m >> z, exponent + z) for m in integers for z in [(m & -m).bit_length() - 1 if m else 0]]
    if dtype.itemsize > 8:
        high = np.ldexp(np.array([m >> 32 for m, _ in odd], dtype=dtype), 32)
        mantissas = high + np.array([m & 0xFFFFFFFF for m, _ in odd], dtype=dtype)
    else:
        mantissas = np.array([m for m, _ in odd], dtype=np.float64)
    # Doubles hold every number of the smaller formats, so the last step is exact.
    wide = np.ldexp(mantissas, np.array([e if m else 0 for m, e in odd], dtype=np.int64).astype(int))
    return np.asarray(wide.astype(dtype))


def _double(m: int, exponent: int) -> float:
    """m·2ᵉ rounded to a double; 0 or infinity beyond its range."""
    size = m.bit_length()
    if size > 64:
        m, exponent = m >> (size - 64), exponent + size - 64
    try:
        return ldexp(m, exponent)
    except OverflowError:
        return copysign(inf, m)
