r"""Signs and moduli of exact numbers, written as expressions.

Balls decide that a number is not 0; that it is 0 is decided in the field that it generates. Over parameters SymPy's
assumptions decide, or nobody does.
"""

from __future__ import annotations

from collections.abc import Sequence

from flint import ctx
from sympy import Abs, Dummy, Expr, I, Integer, sqrt

from symeig.errors import UndecidedError, UnsupportedEntryError
from symeig.exact.closed_forms import square_root
from symeig.exact.generators import base_field
from symeig.exact.isolation import FIRST_PRECISION, TIE_PRECISION
from symeig.exact.number_fields import enclose
from symeig.writing import line

__all__ = ["is_nonnegative", "is_positive", "largest", "modulus", "sign_of"]


def sign_of(x: Expr) -> int:
    """The sign of a real number.

    Args:
        x: Without parameters.

    Raises:
        UnsupportedEntryError: It is too small for balls of 256 bits, and no field is known in which it could be 0.

    Examples:
        >>> from sympy import sqrt
        >>> sign_of(sqrt(2) + sqrt(3) - sqrt(10)), sign_of(sqrt(2) + sqrt(3) - sqrt(5 + 2 * sqrt(6)))
        (-1, 0)
    """
    if x.is_Rational:
        return bool(x > 0) - bool(x < 0)
    precision, zero = FIRST_PRECISION, False
    while not zero:
        with ctx.workprec(precision):
            ball = enclose(x).real
        if ball > 0 or ball < 0:
            return 1 if ball > 0 else -1
        zero = precision == TIE_PRECISION and _is_zero(x)
        precision *= 2
    return 0


def _is_zero(x: Expr) -> bool:
    """Whether a number is 0, in the field that it generates."""
    terms = x.expand()
    return terms.is_zero or not base_field([terms]).element(terms)


def is_positive(x: Expr) -> bool:
    """Whether a real number is positive, or an expression in parameters for all of their values.

    Raises:
        UndecidedError: It depends on parameters, and SymPy's assumptions about them do not tell.
    """
    return _assumed(x, "is_positive") if x.free_symbols else sign_of(x) > 0


def is_nonnegative(x: Expr) -> bool:
    """Whether a real number is not negative, or an expression in parameters for all of their values.

    Raises:
        UndecidedError: It depends on parameters, and SymPy's assumptions about them do not tell.
    """
    return _assumed(x, "is_nonnegative") if x.free_symbols else sign_of(x) >= 0


def _assumed(x: Expr, property_name: str) -> bool:
    """What SymPy knows of an expression in parameters, which are numbers: SymPy's symbols may be infinite."""
    numbers = x.xreplace({a: Dummy(a.name, **{**a.assumptions0, "complex": True}) for a in x.free_symbols})
    for expr in (numbers, numbers.expand(), numbers.factor()):
        known = getattr(expr, property_name)
        if known is not None:
            return bool(known)
    statement = f"{line(x)} {'>' if property_name == 'is_positive' else '≥'} 0"
    question = f"Is {statement}?"
    msg = (
        f"{question} It depends on parameters. Declare what is known, as in Symbol('a', positive=True), or substitute"
        " values."
    )
    raise UndecidedError(msg, question=question, assumptions_that_help=(statement,))


def modulus(x: Expr) -> Expr:
    """The absolute value of a number, without the sign Abs wherever it can be written so.

    Examples:
        >>> from sympy import I, sqrt
        >>> modulus(3 + 4 * I), modulus(1 - sqrt(2)), modulus(1 + sqrt(2) * I)
        (5, -1 + sqrt(2), sqrt(3))
    """
    if x.is_Rational:
        return abs(x)
    if x.free_symbols:
        return Abs(x)
    real, rest = x.as_coeff_Add()
    imaginary, unit = rest.as_coeff_Mul()
    if unit is I:
        return sqrt(real**2 + imaginary**2)
    field = base_field([x])
    element = field.element(x)
    try:
        conjugate = field.conjugate(element)
    except UnsupportedEntryError:
        return Abs(x)
    if conjugate == element:
        return x * sign_of(x)
    return square_root(field.to_sympy(element * conjugate).expand())


def largest(numbers: Sequence[Expr]) -> Expr:
    """The largest of some real numbers; 0 of none.

    Raises:
        UndecidedError: It depends on parameters which one is.
    """
    found = numbers[0] if numbers else Integer(0)
    try:
        for x in numbers[1:]:
            if not is_nonnegative(found - x):
                found = x
    except UndecidedError:
        above_all = next((x for x in numbers if all(_is_known_nonnegative(x - y) for y in numbers)), None)
        if above_all is None:
            raise
        return above_all
    return found


def _is_known_nonnegative(x: Expr) -> bool:
    try:
        return is_nonnegative(x)
    except UndecidedError:
        return False
