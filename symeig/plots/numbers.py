"""Exact numbers as they stand in a picture: where they are, and what is written beside them."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, hypot, inf, log10

from sympy import CRootOf, Expr

from symeig.errors import InputError, UndecidedError
from symeig.exact.eigenvalues import Eigenvalue, ImplicitRoot
from symeig.exact.fields import BaseField
from symeig.exact.number_fields import enclose
from symeig.exact.rounding import nearest_double
from symeig.writing import SUPERSCRIPTS, line

__all__ = [
    "DIGITS",
    "check_range",
    "decimal",
    "equation",
    "place",
    "place_of",
    "require_numbers",
    "short",
    "short_name",
]

# Pictures reach so far from 0: beyond it squares and differences of doubles are not safe.
LARGEST = 1e100

# Characters of an exact number that stands beside a mark; longer ones are rounded.
SHORT = 12

# Significant digits of those that are rounded.
DIGITS = 4


def place(x: Expr) -> complex:
    """The doubles nearest to the real and the imaginary part of a number.

    Examples:
        >>> from sympy import I, sqrt
        >>> place(sqrt(2) - I / 2)
        (1.4142135623730951-0.5j)
    """
    return complex(nearest_double(lambda _: enclose(x).real), nearest_double(lambda _: enclose(x).imag))


def place_of(eigenvalue: Eigenvalue) -> complex:
    """Where an eigenvalue is: the centre of a disc that is proved to contain it; infinite where no double reaches."""
    try:
        return complex(eigenvalue.enclosure(17))
    except OverflowError:
        return complex(inf)


def check_range(places: Iterable[complex]) -> None:
    """Refuse numbers that are too large to be drawn.

    Raises:
        InputError: One of them is.
    """
    if any(not hypot(z.real, z.imag) <= LARGEST for z in places):
        msg = "A number in the picture is larger than 10^100. Pictures reach no further. Divide the matrix by a number."
        raise InputError(msg)


def require_numbers(field: BaseField) -> None:
    """Refuse a matrix with parameters where places are needed.

    Raises:
        UndecidedError: It has some.
    """
    if field.has_parameters:
        names = ", ".join(map(str, field.generators))
        question = "Where does it stand in the picture?"
        msg = f"{question} It depends on {names}. A picture needs numbers. Substitute values."
        raise UndecidedError(msg, question=question, assumptions_that_help=(f"values for {names}",))


def short(x: Expr, size: complex | None = None) -> str:
    """A number in few characters: exact where that is short, else rounded, with ≈ before it.

    Args:
        x: The number.
        size: Where it is; `place` of it where that is not known.

    Examples:
        >>> from sympy import Rational, sqrt
        >>> short((1 + sqrt(5)) / 2), short(Rational(123456789, 10**9)), short(Rational(5, 3))
        ('(1 + √5)/2', '≈ 0.1235', '5/3')
    """
    if not x.has(CRootOf, ImplicitRoot):
        text = line(x)
        if len(text) <= SHORT:
            return text
    return f"≈ {_rounded(place(x) if size is None else size)}"


def short_name(eigenvalue: Eigenvalue) -> str:
    """An eigenvalue in few characters."""
    return short(eigenvalue.expr, None if eigenvalue.field.has_parameters else place_of(eigenvalue))


def equation(left: str, value: str) -> str:
    """That something is a number which `short` has written.

    Examples:
        >>> equation("λ", "2"), equation("λ", "≈ 0.1235")
        ('λ = 2', 'λ ≈ 0.1235')
    """
    return f"{left} {value}" if value.startswith("≈") else f"{left} = {value}"


def decimal(x: float, digits: int = DIGITS) -> str:
    """A real number with few significant digits, without zeros at its end.

    Examples:
        >>> decimal(2.0 / 3), decimal(-1.5e-7), decimal(2.0), decimal(1e20)
        ('0.6667', '−1.5·10⁻⁷', '2', '10²⁰')
    """
    number, sign, power = _digits(x, digits).partition("·")
    short_number = number.rstrip("0").rstrip(".") if "." in number else number
    return (
        f"{short_number.removesuffix('1')}{power}"
        if sign and short_number in {"1", "−1"}
        else short_number + sign + power
    )


def _rounded(z: complex) -> str:
    """A number with few significant digits."""
    z = complex(z)
    imaginary = f"{_digits(abs(z.imag))}i"
    if not z.imag:
        return _digits(z.real)
    if not z.real:
        return imaginary if z.imag > 0 else f"−{imaginary}"
    return f"{_digits(z.real)} {'+' if z.imag > 0 else '−'} {imaginary}"


def _digits(x: float, digits: int = DIGITS) -> str:
    if not x:
        return "0"
    exponent = floor(log10(abs(x)))
    if -DIGITS <= exponent < 2 * DIGITS - 2:
        return f"{x:.{max(digits - 1 - exponent, 0)}f}".replace("-", "−")
    mantissa, _, power = f"{x:.{digits - 1}e}".partition("e")
    return f"{mantissa}·10{str(int(power)).translate(SUPERSCRIPTS)}".replace("-", "−")
