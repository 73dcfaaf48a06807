"""What an exact number is here: a Python int or Fraction where it is rational, a SymPy expression where it is not."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

import sympy

__all__ = ["ExactScalar", "Rows", "canonical", "simplest", "to_sympy"]

ExactScalar: TypeAlias = int | Fraction | sympy.Expr
Rows: TypeAlias = tuple[tuple[ExactScalar, ...], ...]


def simplest(value: Fraction) -> int | Fraction:
    """The same number as an int when it is one."""
    return value.numerator if value.denominator == 1 else value


def canonical(expression: sympy.Expr) -> ExactScalar:
    """The same number as an int or a Fraction where SymPy knows that it is rational.

    Examples:
        >>> import sympy
        >>> from symeig.reading.scalars import canonical
        >>> canonical(sympy.Integer(2)), canonical(sympy.Rational(1, 3)), canonical(sympy.sqrt(2))
        (2, Fraction(1, 3), sqrt(2))
    """
    if not expression.is_Rational:
        return expression
    return simplest(Fraction(int(expression.p), int(expression.q)))


def to_sympy(value: ExactScalar) -> sympy.Expr:
    """The same number as a SymPy expression."""
    return value if isinstance(value, sympy.Expr) else sympy.Rational(value.numerator, value.denominator)
