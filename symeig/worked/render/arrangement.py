"""Where brackets, signs and dots stand in sums and products, in every notation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sympy import E, Expr, I, Integer, fraction, together

from symeig.worked.formulas import (
    Array,
    Column,
    Dot,
    Formula,
    Minus,
    Name,
    Operation,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tuple,
)
from symeig.writing import line

__all__ = ["begins_with_minus", "factors", "is_base", "is_sum", "operation", "signed_terms"]


def begins_with_minus(formula: Formula) -> bool:
    """Whether a formula is written with a minus sign in front."""
    if isinstance(formula, Expr):
        return line(formula).startswith("−")
    if isinstance(formula, Sum):
        return begins_with_minus(formula.terms[0])
    if isinstance(formula, Product):
        return begins_with_minus(formula.factors[0]) and not is_sum(formula.factors[0])
    if isinstance(formula, Quotient):
        return begins_with_minus(formula.above) and not is_sum(formula.above)
    return isinstance(formula, Minus)


def signed_terms(formula: Sum) -> Iterator[tuple[bool, Formula]]:
    """The terms of a sum: pairs (is it subtracted?, what is written after the sign)."""
    for term in formula.terms:
        rest = _without_minus(term)
        yield (False, term) if rest is None else (True, rest)


def _without_minus(formula: Formula) -> Formula | None:
    """What stands behind the minus sign that applies to the whole formula; None where there is none."""
    if isinstance(formula, Minus):
        return formula.of
    if isinstance(formula, Expr):
        return -formula if not formula.is_Add and begins_with_minus(formula) else None
    if isinstance(formula, Product):
        first, *rest = formula.factors
        first = _without_minus(first)
        if first is None:
            return None
        return Product((first, *rest) if first != Integer(1) or not rest else tuple(rest))
    if isinstance(formula, Quotient):
        above = _without_minus(formula.above)
        return None if above is None else Quotient(above, formula.below)
    return None


def factors(formula: Product) -> Iterator[tuple[bool, bool, Formula]]:
    """The factors of a product: triples (does a dot stand before it?, is it in brackets?, the factor).

    Sums are in brackets, and so is a factor with a minus sign that is not the first. A dot stands between numbers.
    """
    previous: Formula | None = None
    bracketed_before = False
    for factor in formula.factors:
        brackets = is_sum(factor) or (previous is not None and begins_with_minus(factor))
        dot = previous is not None and not brackets and not bracketed_before and _begins_with_digit(factor)
        yield dot, brackets, factor
        previous, bracketed_before = factor, brackets


def _multiple(factor: Expr, of: Formula) -> Formula:
    """A multiple of a row or a column as it is written: R₁, −R₁, 3R₁, R₁/2."""
    # Some sums begin with a minus sign as their negatives do.
    if begins_with_minus(factor) and not begins_with_minus(-factor):
        return Minus(_multiple(-factor, of))
    above, below = fraction(factor if factor.is_Rational else together(factor))
    whole = of if above == 1 else Product((above, of))
    return whole if below == 1 else Quotient(whole, below)


@lru_cache(maxsize=256)
def operation(done: Operation, letter: str) -> Relation:
    """An elementary operation, R₂ ← R₂ + 2R₁ or R₁ ↔ R₂, with a letter for the rows or columns."""
    target = Name(f"{letter}_{done.target}")
    if done.source is None:
        return Relation((target, _multiple(done.scale, target)), "←")
    source = Name(f"{letter}_{done.source}")
    if done.factor is None:
        return Relation((target, source), "↔")
    return Relation((target, Sum((_multiple(done.scale, target), _multiple(done.factor, source)))), "←")


def is_base(formula: Formula) -> bool:
    """Whether a formula is the base of a power without brackets."""
    if isinstance(formula, Expr):
        return formula.is_Symbol or formula in {I, E} or (formula.is_Integer and not begins_with_minus(formula))
    return isinstance(formula, Name | Array | Column | Tuple)


def is_sum(formula: Formula) -> bool:
    """Whether a formula needs brackets as a factor."""
    if isinstance(formula, Expr):
        return bool(formula.is_Add)
    if isinstance(formula, Sum):
        return len(formula.terms) > 1
    return isinstance(formula, Minus | Relation | Dot)


def _begins_with_digit(formula: Formula) -> bool:
    if isinstance(formula, Expr):
        return line(formula)[0].isdigit()
    if isinstance(formula, Product):
        return _begins_with_digit(formula.factors[0]) and not is_sum(formula.factors[0])
    if isinstance(formula, Power):
        return is_base(formula.base) and _begins_with_digit(formula.base)
    return isinstance(formula, Quotient)
