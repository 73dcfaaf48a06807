"""Where brackets, signs and dots stand in sums and products, in every notation."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Expr, Integer

from symeig.worked.formulas import (
    Array,
    Column,
    Dot,
    Formula,
    Minus,
    Name,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tuple,
)
from symeig.writing import line

__all__ = ["begins_with_minus", "factors", "is_base", "signed_terms"]


def begins_with_minus(formula: Formula) -> bool:
    """Whether a formula is written with a minus sign in front."""
    if isinstance(formula, Expr):
        return line(formula).startswith("−")
    if isinstance(formula, Sum):
        return begins_with_minus(formula.terms[0])
    if isinstance(formula, Product):
        return begins_with_minus(formula.factors[0]) and not _is_sum(formula.factors[0])
    return isinstance(formula, Minus)


def signed_terms(formula: Sum) -> Iterator[tuple[bool, Formula]]:
    """The terms of a sum: pairs (is it subtracted?, what is written after the sign)."""
    for term in formula.terms:
        if isinstance(term, Minus):
            yield True, term.of
        elif isinstance(term, Expr) and not term.is_Add and begins_with_minus(term):
            yield True, -term
        elif isinstance(term, Product) and isinstance(term.factors[0], Expr) and begins_with_minus(term):
            first = -term.factors[0]
            rest = term.factors[1:]
            yield True, Product((first, *rest) if first != Integer(1) or not rest else rest)
        else:
            yield False, term


def factors(formula: Product) -> Iterator[tuple[bool, bool, Formula]]:
    """The factors of a product: triples (does a dot stand before it?, is it in brackets?, the factor).

    Sums are in brackets, and so is a factor with a minus sign that is not the first. A dot stands between numbers.
    """
    previous: Formula | None = None
    bracketed_before = False
    for factor in formula.factors:
        brackets = _is_sum(factor) or (previous is not None and begins_with_minus(factor))
        dot = previous is not None and not brackets and not bracketed_before and _begins_with_digit(factor)
        yield dot, brackets, factor
        previous, bracketed_before = factor, brackets


def is_base(formula: Formula) -> bool:
    """Whether a formula is the base of a power without brackets."""
    if isinstance(formula, Expr):
        return formula.is_Symbol or (formula.is_Integer and not begins_with_minus(formula))
    return isinstance(formula, Name | Array | Column | Tuple)


def _is_sum(formula: Formula) -> bool:
    if isinstance(formula, Expr):
        return bool(formula.is_Add)
    if isinstance(formula, Sum):
        return len(formula.terms) > 1
    return isinstance(formula, Minus | Relation | Dot)


def _begins_with_digit(formula: Formula) -> bool:
    if isinstance(formula, Expr):
        return line(formula)[0].isdigit()
    if isinstance(formula, Product):
        return _begins_with_digit(formula.factors[0]) and not _is_sum(formula.factors[0])
    if isinstance(formula, Power):
        return is_base(formula.base) and _begins_with_digit(formula.base)
    return isinstance(formula, Quotient)
