"""What a floating-point format can hold: its precision and its range, as integers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import DTypeLike

from symeig.errors import InputError

__all__ = ["DTYPES", "Format", "format_of"]

# The dtypes that matrices are made for.
DTYPES = (
    "float16",
    "float32",
    "float64",
    "longdouble",
    "complex64",
    "complex128",
    "clongdouble",
    "bool",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
)


@dataclass(frozen=True)
class Format:
    """The numbers m·2ᵏ that a real or complex dtype holds, for each of its parts.

    Attributes:
        name: Of the dtype, as NumPy calls it.
        precision: Binary digits of m, the leading one included; for integers those of the largest.
        least: The exponent of the smallest normal number, 2^least; 0 for integers.
        greatest: The exponent of the binade of the largest number; for integers that of the largest.
        is_complex: Whether a number has two parts.
        is_integer: Whether there are integers alone.
        is_signed: Whether there are negative numbers.

    Examples:
        >>> format_of("complex64")
        Format('complex64')
        >>> format_of("complex64").precision, format_of("float64").epsilon == 2**-52
        (24, True)
    """

    name: str
    precision: int
    least: int
    greatest: int
    is_complex: bool = False
    is_integer: bool = False
    is_signed: bool = True

    @cached_property
    def dtype(self) -> np.dtype:
        """The NumPy dtype."""
        return np.dtype(self.name)

    @property
    def epsilon(self) -> Fraction:
        """The spacing of the numbers at 1."""
        return Fraction(2) ** (1 - self.precision)

    @property
    def tiny(self) -> Fraction:
        """The smallest normal number."""
        return Fraction(2) ** self.least

    @property
    def subnormal(self) -> int:
        """The exponent of the smallest number above 0."""
        return 0 if self.is_integer else self.least - self.precision + 1

    def holds(self, mantissa: int, exponent: int) -> bool:
        """Whether mantissa·2^exponent is one of the numbers."""
        if not mantissa:
            return True
        if mantissa < 0 and not self.is_signed:
            return False
        zeros = (mantissa & -mantissa).bit_length() - 1
        size = mantissa.bit_length()
        return (
            size - zeros <= self.precision
            and exponent + zeros >= self.subnormal
            and exponent + size - 1 <= self.greatest
        )

    def __repr__(self) -> str:
        return f"Format({self.name!r})"


@lru_cache(maxsize=64)
def _format(name: str) -> Format:
    dtype = np.dtype(name)
    if dtype.kind == "b":
        return Format(name, 1, 0, 0, is_integer=True, is_signed=False)
    if dtype.kind in "iu":
        size = int(np.iinfo(dtype).max).bit_length()
        return Format(name, size, 0, size - 1, is_integer=True, is_signed=dtype.kind == "i")
    if dtype.kind not in "fc":
        msg = f"The dtype is {name}. Matrices have numbers as entries. Use one of {', '.join(DTYPES)}."
        raise InputError(msg)
    info = np.finfo(dtype)
    precision = info.nmant + 1
    if dtype.kind == "f" and dtype.itemsize > 8 and precision > 64:
        # Double-double and quadruple formats: what follows reads at most 64 digits of a number.
        msg = f"The dtype is {name} with {precision} digits. At most 64 can be read exactly. Use float64."
        raise InputError(msg)
    return Format(name, precision, int(info.minexp), int(info.maxexp) - 1, is_complex=dtype.kind == "c")


def format_of(dtype: DTypeLike) -> Format:
    """The format of a dtype, whatever its byte order.

    Raises:
        InputError: There is no such dtype, or its entries are no numbers.
    """
    try:
        name = np.dtype(np.dtype(dtype).newbyteorder("=").char).name
        np.dtype(name)
    except TypeError:
        msg = f"{dtype!r} is not a dtype of numbers. Matrices have numbers as entries. Use one of {', '.join(DTYPES)}."
        raise InputError(msg) from None
    return _format({"float128": "longdouble", "complex256": "clongdouble"}.get(name, name))
