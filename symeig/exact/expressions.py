"""What exact entries are made of: the few questions that are asked of a SymPy expression."""

from __future__ import annotations

from typing import NoReturn

from sympy import Expr, I, Rational, Symbol, cos, exp, pi, sin
from sympy.core.function import AppliedUndef
from sympy.functions.elementary.hyperbolic import HyperbolicFunction

from symeig.errors import UnsupportedEntryError

__all__ = [
    "LAMBDA",
    "argument_terms",
    "cosine_and_sine",
    "elementary",
    "is_cosine_or_sine_of_a_number",
    "refuse",
    "root_of_unity_order",
]

# The variable of characteristic and minimal polynomials.
LAMBDA = Symbol("lambda")

# A term of the argument of an exponential or a cosine: coefficient, whether it is multiplied by i, monomial.
Term = tuple[Rational, bool, Expr]


def refuse(expr: Expr, reason: str, remedy: str = "Replace it by a new symbol.") -> NoReturn:
    """Raise `UnsupportedEntryError` about an expression."""
    msg = f"{expr} {reason}. {remedy}"
    raise UnsupportedEntryError(msg, position=None, entry=str(expr))


def argument_terms(argument: Expr) -> list[Term]:
    """The argument of an exponential or a cosine as a sum of rational multiples of π, 1 and monomials in symbols."""
    terms = []
    for term in argument.expand().as_ordered_terms():
        c, rest = term.as_coeff_Mul()
        imaginary = rest.has(I)
        monomial = rest / I if imaginary else rest
        known = c.is_Rational and all(
            (b.is_Symbol or b is pi) and e.is_Integer and e > 0 for b, e in monomial.as_powers_dict().items() if b != 1
        )
        if not known or (monomial.has(pi) and monomial != pi):
            refuse(argument, "is no sum of rational multiples of monomials")
        terms.append((c, imaginary, monomial))
    return terms


def cosine_and_sine(q: Rational) -> tuple[Expr, Expr]:
    """cos(πq) and sin(πq), each in radicals or ± a cosine or sine, as SymPy has it."""
    return cos(pi * q), sin(pi * q)


def is_cosine_or_sine_of_a_number(expr: Expr) -> bool:
    """Whether an expression is cos(πq) or sin(πq) for a rational q, and SymPy leaves it so."""
    return isinstance(expr, cos | sin) and bool((expr.args[0] / pi).is_Rational)


def root_of_unity_order(q: Rational) -> int:
    """The order of exp(iπq)."""
    return int((q / 2).q)


def elementary(expr: Expr) -> Expr:
    """Hyperbolic functions by exponentials, named algebraic constants by radicals; anything else unchanged."""
    if isinstance(expr, AppliedUndef):
        return expr
    if isinstance(expr, HyperbolicFunction):
        return expr.rewrite(exp)
    return expr.expand(func=True)
