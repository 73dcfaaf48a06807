"""Equations in an answer: those of numbers, which have to be true, and those that an eigenvalue solves."""

from __future__ import annotations

from sympy import Add, Expr, Mul, Symbol

from symeig.answers.arenas import check_radicals
from symeig.exact.generators import base_field
from symeig.reading import ExactScalar
from symeig.reading.scalars import canonical, to_sympy

__all__ = ["are_equal", "is_polynomial", "roots"]


def are_equal(x: ExactScalar, y: ExactScalar) -> bool:
    """Whether two numbers are the same, decided exactly.

    Raises:
        UnsupportedEntryError: One is not a number that symeig computes with.
        BudgetExceededError: They generate a field that is too large.
    """
    expressions = [value for value in (x, y) if isinstance(value, Expr)]
    if not expressions or x == y:
        return x == y
    check_radicals(expressions)
    field = base_field(expressions)
    return not field.element(x) - field.element(y)


def roots(left: ExactScalar, right: ExactScalar, letter: str) -> list[tuple[ExactScalar, int]]:
    """The roots of an equation that is linear, or of a product of linear factors that is 0, with their multiplicities.

    Args:
        left: One side.
        right: The other one.
        letter: The unknown.

    Returns:
        The roots; none where the equation is another one.

    Examples:
        >>> from symeig.reading import read_expression
        >>> roots(read_expression("(x - 1)^2 (x + 3)"), 0, "x")
        [(1, 2), (-3, 1)]
        >>> roots(read_expression("2x"), 5, "x"), roots(read_expression("x^2"), 5, "x")
        ([(Fraction(5, 2), 1)], [])
    """
    unknown = Symbol(letter)
    found: list[tuple[ExactScalar, int]] = []
    for factor in Mul.make_args(to_sympy(left) - to_sympy(right)):
        base, exponent = factor.as_base_exp()
        if not factor.has(unknown):
            is_solved = not factor.free_symbols
        else:
            line = _line(base, unknown) if exponent.is_Integer and exponent > 0 else None
            is_solved = line is not None and not line[0].free_symbols and not are_equal(line[0], 0)
            found += [(canonical(-line[1] / line[0]), int(exponent))] if line and is_solved else []
        if not is_solved:
            return []
    return found


def is_polynomial(left: ExactScalar, right: ExactScalar, letter: str) -> bool:
    """Whether both sides of an equation are polynomials in the unknown."""
    return all(to_sympy(side).is_polynomial(Symbol(letter)) for side in (left, right))


def _line(expression: Expr, unknown: Symbol) -> tuple[Expr, Expr] | None:
    """The factor of the unknown and the constant of an expression that is linear as it stands."""
    if not expression.has(unknown):
        return to_sympy(0), expression
    if expression.is_Symbol:
        return to_sympy(1), to_sympy(0)
    if expression.is_Add:
        lines = [_line(part, unknown) for part in expression.args]
        slopes = [line[0] for line in lines if line]
        return (Add(*slopes), Add(*(line[1] for line in lines if line))) if len(slopes) == len(lines) else None
    inner = [part for part in expression.args if part.has(unknown)]
    line = _line(inner[0], unknown) if expression.is_Mul and len(inner) == 1 else None
    rest = Mul(*(part for part in expression.args if part not in inner))
    return (line[0] * rest, line[1] * rest) if line else None
