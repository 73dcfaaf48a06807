"""Exact arithmetic whose every result is bounded before it is computed.

Rational numbers are computed with here; whatever is not rational goes to SymPy, which does little more than write the
expression down. Two sizes matter: that of a number, in bits, and that of an exponent, since ``2^(10^9)`` names in nine
characters a number that does not fit into memory.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

import sympy

from symeig.reading.limits import Limits
from symeig.reading.refusals import DIVISION_BY_ZERO, OversizeError, UndefinedError
from symeig.reading.scalars import ExactScalar, canonical, simplest, to_sympy

__all__ = ["add", "apply", "multiply", "power", "root"]

_NOT_FINITE = (sympy.nan, sympy.zoo)


def add(terms: Sequence[ExactScalar], limits: Limits) -> ExactScalar:
    """Sum of the terms.

    Raises:
        OversizeError: a partial sum is larger than `limits.number_bits`.
    """
    total: int | Fraction = 0
    for term in _rational(terms):
        total += term
        _check_bits(_bits(total), limits.number_bits)
    symbolic = [term for term in terms if isinstance(term, sympy.Expr)]
    return _made(sympy.Add, to_sympy(total), *symbolic, limits=limits) if symbolic else simplest(Fraction(total))


def multiply(factors: Sequence[ExactScalar], limits: Limits) -> ExactScalar:
    """Product of the factors.

    Raises:
        OversizeError: a partial product is larger than `limits.number_bits`.
    """
    product: int | Fraction = 1
    for factor in _rational(factors):
        _check_bits(_bits(product) + _bits(factor), limits.number_bits)
        product *= factor
    symbolic = [factor for factor in factors if isinstance(factor, sympy.Expr)]
    _check_radicals(symbolic, limits)
    return _made(sympy.Mul, to_sympy(product), *symbolic, limits=limits) if symbolic else simplest(Fraction(product))


def power(base: ExactScalar, exponent: ExactScalar, limits: Limits) -> ExactScalar:
    """The principal value of the base to the exponent; 0 to the power 0 is 1.

    Raises:
        UndefinedError: 0 is raised to a negative power or to one that is not a number.
        OversizeError: the result, the exponent or the radicand is beyond the limits.

    Examples:
        >>> from fractions import Fraction
        >>> from symeig.reading import Limits
        >>> from symeig.reading.arithmetic import power
        >>> power(2, -3, Limits()), power(0, 0, Limits()), power(8, Fraction(1, 2), Limits())
        (Fraction(1, 8), 1, 2*sqrt(2))
    """
    if isinstance(exponent, sympy.Expr):
        return _symbolic_power(base, exponent, limits)
    if base in (0, 1) or exponent == 0:
        return _trivial_power(base, exponent)
    if abs(exponent) != 1:
        _check_bits(math.ceil(_bits(base) * abs(exponent)), limits.power_bits)
    if isinstance(exponent, int):
        return _integer_power(base, exponent, limits)
    _check_exponent(exponent, limits)
    spread = abs(exponent.numerator) + exponent.denominator
    _check_bits(_bits(base) * spread * math.lcm(*_indices(base)), limits.radicand_bits)
    return _made(sympy.Pow, to_sympy(base), to_sympy(exponent), limits=limits)


def root(radicand: ExactScalar, index: ExactScalar, limits: Limits) -> ExactScalar:
    """The principal root of the given index.

    Raises:
        UndefinedError: the index is not a positive integer.
        OversizeError: the index or the radicand is beyond the limits.
    """
    if not isinstance(index, int) or index < 1:
        predicate = f"takes a root of index {index}, which is not a positive integer"
        raise UndefinedError(predicate)
    return power(radicand, Fraction(1, index), limits)


def apply(function: str, argument: ExactScalar, limits: Limits) -> ExactScalar:
    """Value of the exponential or of a trigonometric function.

    Raises:
        UndefinedError: the function has a pole there.
        OversizeError: the argument is beyond the limits.
    """
    if function == "exp":
        return power(sympy.E, argument, limits)
    _check_bits(_bits(argument), limits.radicand_bits)
    return _made(getattr(sympy, function), to_sympy(argument), limits=limits)


def _trivial_power(base: ExactScalar, exponent: int | Fraction) -> ExactScalar:
    if base == 0 and exponent < 0:
        raise UndefinedError(DIVISION_BY_ZERO)
    return 1 if exponent == 0 else base


def _integer_power(base: ExactScalar, exponent: int, limits: Limits) -> ExactScalar:
    if not isinstance(base, sympy.Expr):
        return simplest(Fraction(base) ** exponent)
    _check_exponent(exponent, limits)
    return _made(sympy.Pow, base, sympy.Integer(exponent), limits=limits)


def _symbolic_power(base: ExactScalar, exponent: sympy.Expr, limits: Limits) -> ExactScalar:
    if base == 0:
        predicate = "raises 0 to a power that may be negative"
        raise UndefinedError(predicate)
    # Exponents of one base are added: 2^(n + 10^9) / 2^n must not become 2^(10^9).
    if _bits(exponent) > limits.symbol_exponent.bit_length():
        _check_exponent(limits.symbol_exponent + 1, limits)
    return _made(sympy.Pow, to_sympy(base), exponent, limits=limits)


def _check_exponent(exponent: int | Fraction, limits: Limits) -> None:
    spent = max(abs(exponent.numerator), exponent.denominator)
    if spent > limits.symbol_exponent:
        predicate = f"has an exponent or a root index beyond {limits.symbol_exponent}"
        raise OversizeError(predicate, what="size", limit=limits.symbol_exponent, spent=spent)


def _check_radicals(factors: Iterable[sympy.Expr], limits: Limits) -> None:
    """Bound what becomes of a product of roots: SymPy makes one root of them, with a common index."""
    roots = [
        part
        for factor in factors
        for part in sympy.Mul.make_args(factor)
        if part.is_Pow and part.base.is_Rational and part.exp.is_Rational
    ]
    size = max((_bits(canonical(part.base)) for part in roots), default=0)
    _check_bits(size * math.lcm(*(int(part.exp.q) for part in roots)), limits.radicand_bits)


def _check_bits(spent: int, limit: int) -> None:
    if spent > limit:
        predicate = f"needs a number of more than {limit} bits"
        raise OversizeError(predicate, what="digits", limit=limit, spent=spent)


def _made(operation: Callable[..., sympy.Expr], *operands: sympy.Expr, limits: Limits) -> ExactScalar:
    """What SymPy makes of an operation, if its own simplification gave nothing that is infinite or too large."""
    try:
        expression = operation(*operands)
    except Exception as error:  # Whatever goes wrong inside SymPy: it is this text that it cannot take.
        predicate = f"cannot be simplified: {type(error).__name__}"
        raise UndefinedError(predicate) from error
    for node in sympy.preorder_traversal(expression):
        if node in _NOT_FINITE:
            raise UndefinedError(DIVISION_BY_ZERO)
        if node.is_Rational:
            _check_bits(_bits(canonical(node)), limits.number_bits)
        if node.is_Pow and node.exp.is_Rational:
            _check_exponent(canonical(node.exp), limits)
    return canonical(expression)


def _rational(values: Iterable[ExactScalar]) -> list[int | Fraction]:
    return [value for value in values if not isinstance(value, sympy.Expr)]


def _bits(value: ExactScalar) -> int:
    """Size of a number; of an expression, the size of all its numbers together."""
    if isinstance(value, sympy.Expr):
        return sum(_bits(canonical(node)) for node in sympy.preorder_traversal(value) if node.is_Rational)
    return max(value.numerator.bit_length(), value.denominator.bit_length())


def _indices(value: ExactScalar) -> list[int]:
    """The indices of the roots in an expression."""
    if not isinstance(value, sympy.Expr):
        return []
    powers = (node for node in sympy.preorder_traversal(value) if node.is_Pow and node.exp.is_Rational)
    return [int(node.exp.q) for node in powers]
