"""Formats: which numbers a dtype holds, from its definition and not from NumPy."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from symeig.errors import InputError
from symeig.numeric.formats import DTYPES, Format, format_of

X87 = np.finfo(np.longdouble).nmant == 63
x87_only = pytest.mark.skipif(not X87, reason="long double is another format here")

# (dtype, precision, least, greatest), as IEEE 754 and Intel define them.
FLOATS = [
    ("float16", 11, -14, 15),
    ("float32", 24, -126, 127),
    ("float64", 53, -1022, 1023),
    ("complex64", 24, -126, 127),
    ("complex128", 53, -1022, 1023),
    pytest.param("longdouble", 64, -16382, 16383, marks=x87_only),
    pytest.param("clongdouble", 64, -16382, 16383, marks=x87_only),
]


@pytest.mark.parametrize(("dtype", "precision", "least", "greatest"), FLOATS)
def test_floating_formats_are_those_of_the_standard(dtype: str, precision: int, least: int, greatest: int) -> None:
    """Precision and range, and what follows from them."""
    f = format_of(dtype)
    assert (f.precision, f.least, f.greatest) == (precision, least, greatest)
    assert f.epsilon == Fraction(1, 2 ** (precision - 1))
    assert f.tiny == Fraction(1, 2**-least)
    assert f.subnormal == least - precision + 1
    assert (f.is_complex, f.is_integer, f.is_signed) == ("c" in dtype, False, True)


@pytest.mark.parametrize(
    ("dtype", "precision", "is_signed"),
    [
        ("bool", 1, False),
        ("int8", 7, True),
        ("int16", 15, True),
        ("int32", 31, True),
        ("int64", 63, True),
        ("uint8", 8, False),
        ("uint16", 16, False),
        ("uint32", 32, False),
        ("uint64", 64, False),
    ],
)
def test_integer_formats_end_at_their_largest_number(dtype: str, precision: int, is_signed: bool) -> None:
    """Its digits are the precision, and the unit is 1."""
    f = format_of(dtype)
    assert (f.precision, f.least, f.subnormal, f.greatest) == (precision, 0, 0, precision - 1)
    assert (f.is_complex, f.is_integer, f.is_signed) == (False, True, is_signed)


def test_every_dtype_has_a_format_of_its_name() -> None:
    """Those that matrices are made for."""
    assert [format_of(name).name for name in DTYPES] == list(DTYPES)
    assert all(format_of(name).dtype == np.dtype(name) for name in DTYPES)


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64", pytest.param("longdouble", marks=x87_only)])
def test_extreme_numbers_are_held_and_their_neighbours_are_not(dtype: str) -> None:
    """The largest, the smallest, and the longest mantissa."""
    f = format_of(dtype)
    p = f.precision
    assert f.holds(2**p - 1, f.greatest - p + 1)
    assert not f.holds(1, f.greatest + 1)
    assert f.holds(1, f.subnormal)
    assert not f.holds(1, f.subnormal - 1)
    assert f.holds(2 ** (p - 1) + 1, 0)
    assert not f.holds(2**p + 1, 0)
    assert f.holds(-(2**p), f.greatest - p)
    assert not f.holds(-(2**p), f.greatest - p + 1)


@pytest.mark.parametrize(
    ("dtype", "mantissa", "exponent", "holds"),
    [
        ("float32", 0, 10**6, True),
        ("float32", 2**30, -30, True),
        ("float32", 3 * 2**200, -200, True),
        ("float32", 3, -149, True),
        ("float32", 3, -150, False),
        ("float32", 6, -150, True),
        ("float64", 1, -1074, True),
        ("bool", 1, 0, True),
        ("bool", 2, 0, False),
        ("bool", -1, 0, False),
        ("uint8", 255, 0, True),
        ("uint8", 256, 0, False),
        ("uint8", -1, 0, False),
        ("uint8", 1, -1, False),
        ("uint8", 2, -1, True),
        ("int8", 127, 0, True),
        ("int8", -127, 0, True),
        ("int8", 1, 7, False),
        ("uint64", 2**64 - 1, 0, True),
    ],
)
def test_format_holds_a_number_or_not(dtype: str, mantissa: int, exponent: int, holds: bool) -> None:
    """Whatever power of two is in the mantissa."""
    assert format_of(dtype).holds(mantissa, exponent) is holds


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_numpy_has_the_same_numbers(dtype: str) -> None:
    """A number that is held is not changed when NumPy stores it."""
    f, kind = format_of(dtype), np.dtype(dtype).type
    for exponent in (f.subnormal, f.least, -3, 0, f.greatest - f.precision + 1):
        for mantissa in (1, 3, 2**f.precision - 1):
            exact = Fraction(mantissa) * Fraction(2) ** exponent
            assert f.holds(mantissa, exponent)
            assert Fraction(float(kind(float(exact)))) == exact


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (">f8", "float64"),
        ("<c8", "complex64"),
        (np.float32, "float32"),
        (float, "float64"),
        (complex, "complex128"),
        ("single", "float32"),
        (np.dtype("longdouble"), "longdouble"),
        (np.longlong, "int64"),
        (bool, "bool"),
    ],
)
def test_other_names_of_a_dtype_are_understood(given: Any, name: str) -> None:
    """In any byte order."""
    assert format_of(given) == format_of(name)
    assert format_of(given).name == name


@pytest.mark.parametrize("dtype", ["object", "U5", "S3", "datetime64[s]", "V8", "nonsense", "f3"])
def test_dtypes_without_numbers_are_refused(dtype: str) -> None:
    """With the ones that there are."""
    with pytest.raises(InputError, match="float64"):
        format_of(dtype)


def test_formats_are_compared_by_what_they_hold() -> None:
    """A format is a value, and its text names it."""
    assert Format("x", 24, -126, 127) == Format("x", 24, -126, 127) != Format("x", 53, -126, 127)
    assert repr(format_of("complex64")) == "Format('complex64')"
