"""What single Python objects are read as."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

import flint
import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from symeig.errors import BudgetExceededError, InexactEntryError, UnsupportedEntryError
from symeig.reading import Limits, read_matrix

x = sympy.Symbol("x", positive=True)
TENTH = Fraction(1, 10)
TENTH_BINARY = Fraction(0.1)
SINGLE_BINARY = Fraction(13421773, 134217728)


def entry(value, **options):
    """The value as the only entry of a matrix."""
    return read_matrix([[value]], **options).rows[0][0]


EXACT = {
    "int": (3, 3),
    "long int": (10**5000, 10**5000),
    "True": (True, 1),
    "False": (False, 0),
    "Fraction": (Fraction(1, 3), Fraction(1, 3)),
    "integral Fraction": (Fraction(6, 3), 2),
    "Decimal": (Decimal("0.10"), TENTH),
    "integral Decimal": (Decimal("1E+2"), 100),
    "text": ("1/3", Fraction(1, 3)),
    "text with a decimal": ("0.1", TENTH),
    "text with a root": ("sqrt(2)", sympy.sqrt(2)),
    "sympy Integer": (sympy.Integer(3), 3),
    "sympy zero": (sympy.S.Zero, 0),
    "sympy Rational": (sympy.Rational(1, 3), Fraction(1, 3)),
    "sympy root": (sympy.sqrt(2), sympy.sqrt(2)),
    "sympy symbol": (x, x),
    "sympy function": (sympy.cos(x), sympy.cos(x)),
    "numpy int64": (np.int64(3), 3),
    "numpy uint8": (np.uint8(255), 255),
    "numpy bool": (np.bool_(True), 1),
    "numpy text": (np.str_("1/3"), Fraction(1, 3)),
    "flint fmpz": (flint.fmpz(3), 3),
    "flint fmpq": (flint.fmpq(1, 3), Fraction(1, 3)),
    "flint integral fmpq": (flint.fmpq(6, 3), 2),
}


@pytest.mark.parametrize(("value", "expected"), EXACT.values(), ids=EXACT)
def test_exact_object_has_its_value(value, expected):
    """An exact number of any library is read as that number, in the type that its value calls for."""
    result = entry(value)
    assert result == expected
    assert type(result) is type(expected)


@pytest.mark.parametrize(("value", "expected"), EXACT.values(), ids=EXACT)
def test_exact_object_is_no_float(value, expected):
    """An exact number is accepted where floats are ruled out, and has one reading only."""
    matrix = read_matrix([[value]], floats="error")
    assert matrix.rows == ((expected,),)
    assert matrix.floats is None
    assert matrix.other_rows is None


FLOATS = {
    "float": (0.1, TENTH, TENTH_BINARY),
    "integral float": (2.0, 2, 2),
    "negative zero": (-0.0, 0, 0),
    "large float": (1e23, 10**23, 99999999999999991611392),
    "smallest float": (5e-324, Fraction(5, 10**324), Fraction(1, 2**1074)),
    "complex": (complex(0.1, -2), TENTH - 2 * sympy.I, sympy.Rational(TENTH_BINARY) - 2 * sympy.I),
    "real complex": (complex(0.1, 0), TENTH, TENTH_BINARY),
    "numpy float64": (np.float64(0.1), TENTH, TENTH_BINARY),
    "numpy float32": (np.float32(0.1), TENTH, SINGLE_BINARY),
    "numpy float16": (np.float16(0.1), Fraction(1, 10), Fraction(819, 8192)),
    "numpy longdouble": (np.longdouble(0.5), Fraction(1, 2), Fraction(1, 2)),
    "numpy complex64": (np.complex64(0.1j), sympy.I / 10, sympy.Rational(SINGLE_BINARY) * sympy.I),
    "numpy complex128": (np.complex128(1 + 0.1j), 1 + sympy.I / 10, 1 + sympy.Rational(TENTH_BINARY) * sympy.I),
    "sympy Float": (sympy.Float(0.1), TENTH, TENTH_BINARY),
    "negative sympy Float": (sympy.Float(-0.1), -TENTH, -TENTH_BINARY),
    "sympy Float in an expression": (sympy.Float(0.5) * x, x / 2, x / 2),
    "sympy power": (x ** sympy.Float(0.5), sympy.sqrt(x), sympy.sqrt(x)),
}


@pytest.mark.parametrize(("value", "decimal", "binary"), FLOATS.values(), ids=FLOATS)
def test_float_has_two_readings(value, decimal, binary):
    """A float is the shortest decimal that prints the same, or the exact value of its bits."""
    assert entry(value) == decimal
    assert entry(value, floats="binary") == binary


@pytest.mark.parametrize("value", [case[0] for case in FLOATS.values()], ids=FLOATS)
def test_other_reading_is_beside_the_one_chosen(value):
    """A matrix with floats has both readings, and says which one its rows are."""
    decimal, binary = read_matrix([[value]]), read_matrix([[value]], floats="binary")
    assert (decimal.floats, binary.floats) == ("decimal", "binary")
    assert (decimal.rows, decimal.other_rows) == (binary.other_rows, binary.rows)


@pytest.mark.parametrize("value", [case[0] for case in FLOATS.values()], ids=FLOATS)
def test_float_is_refused_where_ruled_out(value):
    """With floats="error", a float is an error, also one with an integral value."""
    with pytest.raises(InexactEntryError) as caught:
        read_matrix([[1, value]], floats="error")
    assert caught.value.position == (1, 2)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_both_readings_of_a_float_round_to_it(value):
    """Rounding either reading gives the float back."""
    for floats in ("decimal", "binary"):
        assert float(entry(value, floats=floats)) == value


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_decimal_reading_of_single_precision_is_the_shortest(value):
    """The decimal of a single-precision float is its own shortest one, not that of the double it widens to."""
    assert entry(np.float32(value)) == Fraction(Decimal(str(np.float32(value))))


NOT_FINITE = {
    "nan": math.nan,
    "inf": math.inf,
    "-inf": -math.inf,
    "Decimal nan": Decimal("nan"),
    "Decimal sNaN": Decimal("snan"),
    "Decimal inf": Decimal("-inf"),
    "complex nan": complex(1, math.nan),
    "numpy nan": np.float64("nan"),
    "numpy float32 inf": np.float32("inf"),
    "numpy longdouble nan": np.longdouble("nan"),
    "sympy nan": sympy.nan,
    "sympy oo": sympy.oo,
    "sympy zoo": sympy.zoo,
    "sympy -oo": x - sympy.oo,
    "sympy infinite expression": x + sympy.oo * sympy.I,
    "text": "nan",
}


@pytest.mark.parametrize("floats", ["decimal", "binary"])
@pytest.mark.parametrize("value", NOT_FINITE.values(), ids=NOT_FINITE)
def test_what_is_not_finite_is_refused_with_its_position(value, floats):
    """NaN and infinities are refused in every type and reading."""
    with pytest.raises(UnsupportedEntryError, match="finite entries") as caught:
        read_matrix([[1, 2], [3, value]], floats=floats)
    assert caught.value.position == (2, 2)


NO_NUMBERS = {
    "None": None,
    "object": object(),
    "list": [1],
    "bytes": b"1",
    "datetime": np.datetime64("2020-01-01"),
    "undefined function": sympy.Function("f")(x),
    "relation": sympy.Lt(x, 1),
    "sympy boolean": sympy.true,
    "class": int,
    "flint ball": flint.arb(1),
}


@pytest.mark.parametrize("value", NO_NUMBERS.values(), ids=NO_NUMBERS)
def test_what_is_no_number_is_refused_with_its_position(value):
    """An object that is no number is refused, and the message names what it is."""
    with pytest.raises(UnsupportedEntryError, match=r"type|function without a definition") as caught:
        read_matrix([[1, value]])
    assert caught.value.position == (1, 2)


HUGE = {
    "Decimal": Decimal("1e999999999"),
    "tiny Decimal": Decimal("1e-999999999"),
    "sympy Float": sympy.Float(2) ** (10**12),
    "text": "1e999999999",
}


@pytest.mark.parametrize("value", HUGE.values(), ids=HUGE)
def test_huge_powers_of_ten_are_refused(value):
    """A number whose digits would fill the memory is refused by its exponent."""
    with pytest.raises(BudgetExceededError) as caught:
        entry(value)
    assert caught.value.what == "digits"


def test_limits_hold_for_texts_in_lists():
    """The bounds of the caller apply to a text that is an entry."""
    with pytest.raises(BudgetExceededError):
        entry("2^65", limits=Limits(power_bits=64))


def test_sympy_floats_are_bounded_by_their_bits():
    """A SymPy Float of a thousand digits is read where numbers may have four thousand."""
    assert entry(sympy.Float("1e1000"), floats="binary") == int(sympy.Float("1e1000"))
    with pytest.raises(BudgetExceededError):
        entry(sympy.Float("1e1000"), limits=Limits(literal_bits=512))
