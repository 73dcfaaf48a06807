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

from symeig.errors import BudgetExceededError, InexactEntryError, InputError, SymeigError, UnsupportedEntryError
from symeig.reading.expressions import read_passage
from symeig.reading.limits import MATRIX_LIMITS, Limits
from symeig.reading.numerals import check_decimal_size, check_size
from symeig.reading.refusals import FINITE_NEEDED, OversizeError, Passage, RefusedError, shortened
from symeig.reading.scalars import ExactScalar, canonical, simplest, to_sympy

__all__ = ["FloatReading", "is_inexact", "read_entry", "read_scalar"]

FloatReading: TypeAlias = Literal["decimal", "binary", "error"]

_QUOTED = 80


class _NotFiniteError(RefusedError):
    """The value is NaN or infinite."""


class _InexactError(RefusedError):
    """The value is a float where none is wanted."""


class _NoNumberError(RefusedError):
    """The value is of a type, or of a form, that cannot be computed with exactly."""


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
    kind = type(value)
    if kind is int:
        return value
    if kind is Fraction:
        return simplest(value)
    if isinstance(value, str):
        return read_passage(Passage.of(str(value), position), limits)
    try:
        return _exact(value, floats, limits)
    except RefusedError as refusal:
        raise _error(value, position, refusal) from None


def read_scalar(value: Any, what: str, *, floats: FloatReading = "decimal") -> sympy.Expr:
    """A number or an expression that stands alone: an exponent, a point in time.

    Args:
        value: As for an entry of a matrix.
        what: What it is, for messages: "The exponent".
        floats: How a float is read.

    Raises:
        InputError: It is no number or expression, or not finite.
        ParseError: A text cannot be read.

    Examples:
        >>> read_scalar("2*t", "The time"), read_scalar(0.5, "The time")
        (2*t, 1/2)
    """
    try:
        return to_sympy(read_entry(value, (1, 1), floats, MATRIX_LIMITS))
    except UnsupportedEntryError:
        message = (
            f"{what} is {value!r}. It must be a finite number or an expression. "
            "Give one, such as 3, '1/2' or Symbol('t')."
        )
        raise InputError(message) from None


def is_inexact(value: Any) -> bool:
    """Whether the value is or contains a float, so that "decimal" and "binary" may read it as different numbers."""
    if type(value) in _EXACT_TYPES:
        return False
    if isinstance(value, sympy.Expr):
        return not value.is_Rational and bool(value.has(sympy.Float))
    return _is_float(value) or (isinstance(value, numbers.Complex) and not isinstance(value, numbers.Rational))


_EXACT_TYPES = frozenset({int, bool, str, Fraction, Decimal})


def _exact(value: Any, floats: FloatReading, limits: Limits) -> ExactScalar:  # noqa: PLR0911  (one branch for each kind of number)
    if isinstance(value, float):
        return _from_float(value, float.__repr__(value), floats)
    if isinstance(value, numbers.Rational):
        return simplest(Fraction(int(value.numerator), int(value.denominator)))
    if isinstance(value, Decimal):
        return _from_decimal(value, limits)
    if isinstance(value, sympy.Expr):
        return _from_sympy(value, floats, limits)
    if _is_float(value):
        return _from_float(value, str(value), floats)
    if isinstance(value, numbers.Complex):
        real, imaginary = _exact(value.real, floats, limits), _exact(value.imag, floats, limits)
        return canonical(to_sympy(real) + to_sympy(imaginary) * sympy.I)
    match type(value).__name__:
        case "bool" | "bool_" | "fmpz":
            return int(value)
        case "fmpq":
            return simplest(Fraction(int(value.p), int(value.q)))
    predicate = f"is of type {type(value).__name__}"
    raise _NoNumberError(predicate)


def _is_float(value: Any) -> bool:
    # NumPy's half, single and extended precision are not derived from Python's float.
    return isinstance(value, float) or (isinstance(value, numbers.Real) and not isinstance(value, numbers.Rational))


def _from_float(value: Any, shortest: str, floats: FloatReading) -> int | Fraction:
    decimal = Decimal(shortest)
    if not decimal.is_finite():
        raise _NotFiniteError
    if floats == "error":
        raise _InexactError
    return simplest(Fraction(decimal) if floats == "decimal" else Fraction(*value.as_integer_ratio()))


def _from_decimal(value: Decimal, limits: Limits) -> int | Fraction:
    if not value.is_finite():
        raise _NotFiniteError
    _, digits, exponent = value.as_tuple()
    check_decimal_size(len(digits), int(exponent), limits.literal_bits)
    return simplest(Fraction(value))


def _from_sympy(expression: sympy.Expr, floats: FloatReading, limits: Limits) -> ExactScalar:
    if expression.has(sympy.nan, sympy.zoo, sympy.oo, -sympy.oo):
        raise _NotFiniteError
    if expression.has(AppliedUndef):
        predicate = "contains a function without a definition"
        raise _NoNumberError(predicate)
    exact = {number: to_sympy(_from_sympy_float(number, floats, limits)) for number in expression.atoms(sympy.Float)}
    return canonical(expression.xreplace(exact))


def _from_sympy_float(value: sympy.Float, floats: FloatReading, limits: Limits) -> int | Fraction:
    if floats == "error":
        raise _InexactError
    sign, mantissa, exponent, size = value._mpf_
    # Before printing, too: SymPy prints all the digits of 2.0**(10**12).
    check_size(size + abs(exponent), limits.literal_bits)
    if floats == "binary":
        return simplest((-1) ** sign * int(mantissa) * Fraction(2) ** exponent)
    return _from_decimal(Decimal(str(value)), limits)


def _error(value: Any, position: tuple[int, int], refusal: RefusedError) -> SymeigError:
    """The exception for an entry that was refused."""
    if isinstance(refusal, OversizeError):
        message = f"Entry {position} {refusal}. Scale the matrix."
        return BudgetExceededError(message, what=refusal.what, limit=refusal.limit, spent=refusal.spent)
    entry = shortened(str(value), _QUOTED)
    if isinstance(refusal, _NotFiniteError):
        return UnsupportedEntryError(f"Entry {position} is {entry}. {FINITE_NEEDED}", position=position, entry=entry)
    if isinstance(refusal, _InexactError):
        message = (
            f"Entry {position} is the float {entry}. Floats were ruled out with floats='error'. "
            "Give it as a text or a Fraction, or choose floats='decimal' or floats='binary'."
        )
        return InexactEntryError(message, position=position, entry=entry)
    message = (
        f"Entry {position}, {entry}, {refusal}. An entry is a number, an expression or a text such as '1/3'. "
        "Convert it, or write its exact value."
    )
    return UnsupportedEntryError(message, position=position, entry=entry)
