r"""Python objects -> exact numbers, one matrix entry at a time.

A float is read as one of two numbers: the shortest decimal that prints the same (0.1 is 1/10), or the exact value of
the stored bits (0.1 is 3602879701896397/36028797018963968). Both are exact; only the caller knows which one is meant.
"""

from __future__ import annotations

import numbers
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, TypeAlias

import sympy
from sympy.core.function import AppliedUndef

from symeig.errors import BudgetExceededError, InexactEntryError, UnsupportedEntryError
from symeig.reading.expressions import read_passage
from symeig.reading.limits import Limits
from symeig.reading.numerals import decimal_size
from symeig.reading.refusals import Passage, shortened
from symeig.reading.scalars import ExactScalar, canonical, simplest

__all__ = ["FloatReading", "is_inexact", "read_entry"]

FloatReading: TypeAlias = Literal["decimal", "binary", "error"]

_NOT_FINITE = (sympy.nan, sympy.zoo, sympy.oo, -sympy.oo)
_LONGEST_QUOTE = 80


def read_entry(value: Any, position: tuple[int, int], floats: FloatReading, limits: Limits) -> ExactScalar:
    """Exact value of a Python object that stands at `position` of a matrix.

    Args:
        value: A number of Python, NumPy, SymPy or python-flint, a SymPy expression, or a text.
        position: (row, column) from 1, for messages.
        floats: How a float is read.
        limits: Bounds on texts, and on numbers with a power of ten.

    Returns:
        An int or a Fraction where the value is rational, a SymPy expression otherwise.

    Raises:
        UnsupportedEntryError: the value is not finite, or not a number or expression.
        InexactEntryError: the value is a float and `floats` is "error".
        ParseError: a text cannot be read.
        BudgetExceededError: a text, a Decimal or a SymPy Float stands for a number beyond the limits.

    Examples:
        >>> from decimal import Decimal
        >>> from symeig.reading import MATRIX_LIMITS
        >>> from symeig.reading.entries import read_entry
        >>> [read_entry(v, (1, 1), "decimal", MATRIX_LIMITS) for v in (0.1, Decimal("0.25"), "1/3", 2j, True)]
        [Fraction(1, 10), Fraction(1, 4), Fraction(1, 3), 2*I, 1]
    """
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str):
        return read_passage(Passage(value, 0, len(value), position), limits)
    if isinstance(value, numbers.Rational):
        return simplest(Fraction(int(value.numerator), int(value.denominator)))
    if isinstance(value, Decimal):
        return _from_decimal(value, position, limits)
    if isinstance(value, sympy.Expr):
        return _from_sympy(value, position, floats, limits)
    if _is_float(value):
        return _from_float(value, position, floats, limits)
    if isinstance(value, numbers.Complex):
        return _from_complex(value, position, floats, limits)
    match type(value).__name__:
        case "bool" | "bool_" | "fmpz":
            return int(value)
        case "fmpq":
            return simplest(Fraction(int(value.p), int(value.q)))
    message = (
        f"Entry {position} is {_quoted(value)}, of type {type(value).__name__}. "
        "An entry is a number, an expression or a text such as '1/3'. Convert it, or give its exact value."
    )
    raise UnsupportedEntryError(message, position=position, entry=_quoted(value))


def is_inexact(value: Any) -> bool:
    """Whether the value is a float, or contains one, so that "decimal" and "binary" may read it as different numbers."""
    if isinstance(value, sympy.Expr):
        return bool(value.has(sympy.Float))
    return _is_float(value) or (isinstance(value, numbers.Complex) and not isinstance(value, numbers.Real))


def _is_float(value: Any) -> bool:
    # Half, single and extended precision are of classes that do not derive from Python's float.
    return isinstance(value, float) or (isinstance(value, numbers.Real) and type(value).__module__ == "numpy")


def _from_float(value: Any, position: tuple[int, int], floats: FloatReading, limits: Limits) -> int | Fraction:
    text = float.__repr__(value) if isinstance(value, float) else str(value)
    if not Decimal(text).is_finite():
        raise _not_finite(text, position)
    if floats == "error":
        raise _inexact(text, position)
    if floats == "binary":
        return simplest(Fraction(*value.as_integer_ratio()))
    return _from_decimal(Decimal(text), position, limits)


def _from_complex(value: Any, position: tuple[int, int], floats: FloatReading, limits: Limits) -> ExactScalar:
    real = _from_float(value.real, position, floats, limits)
    imaginary = _from_float(value.imag, position, floats, limits)
    return real if imaginary == 0 else sympy.sympify(real) + sympy.sympify(imaginary) * sympy.I


def _from_decimal(value: Decimal, position: tuple[int, int], limits: Limits) -> int | Fraction:
    if not value.is_finite():
        raise _not_finite(value, position)
    _, digits, exponent = value.as_tuple()
    _check_size(decimal_size(len(digits), int(exponent)), value, position, limits)
    return simplest(Fraction(value))


def _from_sympy(
    expression: sympy.Expr, position: tuple[int, int], floats: FloatReading, limits: Limits
) -> ExactScalar:
    if expression.is_Rational:
        return canonical(expression)
    if expression.has(*_NOT_FINITE):
        raise _not_finite(expression, position)
    if expression.has(AppliedUndef):
        message = (
            f"Entry {position}, {_quoted(expression)}, contains an undefined function. "
            "Only expressions of numbers and symbols can be computed with exactly. Replace the function by a symbol."
        )
        raise UnsupportedEntryError(message, position=position, entry=_quoted(expression))
    inexact = expression.atoms(sympy.Float)
    if not inexact:
        return expression
    exact = {number: sympy.sympify(_from_sympy_float(number, position, floats, limits)) for number in inexact}
    return canonical(expression.xreplace(exact))


def _from_sympy_float(
    number: sympy.Float, position: tuple[int, int], floats: FloatReading, limits: Limits
) -> int | Fraction:
    sign, mantissa, exponent, size = number._mpf_  # noqa: SLF001  (SymPy offers no public way to the stored bits)
    _check_size(size + abs(exponent), None, position, limits)
    if floats == "error":
        raise _inexact(number, position)
    if floats == "binary":
        return simplest(Fraction(int(-mantissa if sign else mantissa)) * Fraction(2) ** exponent)
    return _from_decimal(Decimal(str(number)), position, limits)


def _check_size(spent: int, value: Any, position: tuple[int, int], limits: Limits) -> None:
    if spent <= limits.literal_bits:
        return
    given = "a number" if value is None else _quoted(value)
    message = (
        f"Entry {position} is {given} of about {spent} bits. The bound is {limits.literal_bits}. "
        "Scale the matrix, or raise `literal_bits` in `limits`."
    )
    raise BudgetExceededError(message, what="digits", limit=limits.literal_bits, spent=spent)


def _not_finite(value: Any, position: tuple[int, int]) -> UnsupportedEntryError:
    message = (
        f"Entry {position} is {_quoted(value)}. An exact eigenproblem needs finite entries. "
        "Remove it or write its exact value, e.g. '1/3'."
    )
    return UnsupportedEntryError(message, position=position, entry=_quoted(value))


def _inexact(value: Any, position: tuple[int, int]) -> InexactEntryError:
    message = (
        f"Entry {position} is the float {value}. Floats were ruled out with floats='error'. "
        "Give it as a text or a Fraction, or choose floats='decimal' or floats='binary'."
    )
    return InexactEntryError(message, position=position, entry=str(value))


def _quoted(value: Any) -> str:
    """The value as text, short enough for a message."""
    return shortened(str(value), _LONGEST_QUOTE)
