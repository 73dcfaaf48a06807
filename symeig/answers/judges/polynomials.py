"""The characteristic polynomial: the coefficient of the trace, the constant one, and the others.

Degree and leading coefficient come first: without them no coefficient means anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sympy import Expr, Poly, PolynomialError, Symbol

from symeig.answers.judges.eigenvalues import arena_for
from symeig.answers.judges.judged import Judged, mark
from symeig.answers.policies import Policy
from symeig.exact.eigensystem import Eigensystem
from symeig.reading import ExactScalar
from symeig.reading.scalars import to_sympy
from symeig.reading.structures import Group, Labelled, Node, Number

__all__ = ["degree_bound", "judge_charpoly", "typed_polynomial"]

# The largest degree at which two polynomials are multiplied out to compare them.
SMALL = 12


def typed_polynomial(answer: Group, n: int, letters: frozenset[str]) -> list[ExactScalar]:
    """The coefficients of a polynomial in any one letter, the constant one first.

    Args:
        answer: As it was read; p(λ) = …, … = 0 and an equation of two polynomials are the same polynomial.
        n: The largest degree.
        letters: Parameters of the matrix, which are no variable.

    Raises:
        ParseError: There is no polynomial, or one in several letters or of a larger degree.
    """
    items = answer.items
    expression = _expression(items[0]) if len(items) == 1 else None
    if expression is None:
        raise answer.passage.malformed(answer.passage.start, "is no polynomial", "Write one, as in x^2 - 3x + 2.")
    variables = sorted(s.name for s in expression.free_symbols if s.name not in letters)
    if len(variables) > 1:
        predicate = f"has the letters {' and '.join(variables)} in it"
        raise answer.passage.malformed(answer.passage.start, predicate, "Write a polynomial in one letter.")
    if not variables:
        return [expression]
    variable = Symbol(variables[0])
    if degree_bound(expression, variable) > n:
        predicate = f"is of a degree above {n}"
        raise answer.passage.malformed(answer.passage.start, predicate, f"Write a polynomial of degree {n}.")
    try:
        coefficients: list[ExactScalar] = Poly(expression, variable).all_coeffs()[::-1]
    except PolynomialError:
        coefficients = []
    if not coefficients or any(c.has(variable) for c in coefficients if isinstance(c, Expr)):
        raise answer.passage.malformed(answer.passage.start, "is no polynomial", "Write one, as in x^2 - 3x + 2.")
    return coefficients


def _expression(node: Node) -> Expr | None:
    """The polynomial that stands there: that of an equation, or the last one of several that are said to be equal."""
    match node:
        case Number(value=value):
            return to_sympy(value)
        case Labelled(number=None, name=name, item=Number(value=value)) if len(name) == 1 and not isinstance(
            value, Expr
        ):
            return Symbol(name) - to_sympy(value)
        case Labelled(number=None, item=item):
            return _expression(item)
        case Labelled(name=name, number=left, item=Number(value=right)) if left is not None:
            a, b = to_sympy(left), to_sympy(right)
            is_working = "=" in name or _are_equal(a, b) or _are_polynomials(a, b)
            return b if b.free_symbols and is_working else a - b
    return None


def _are_polynomials(*sides: Expr) -> bool:
    """Whether both sides may be the polynomial, as in (x − 5)(x − 2) = x² − 7x + 10; x² = 7x − 10 is an equation."""
    return all(any(degree_bound(side, x) > 1 for x in side.free_symbols) for side in sides)


def _are_equal(a: Expr, b: Expr) -> bool:
    """Whether two polynomials are the same, where that is little work to see."""
    variables = a.free_symbols | b.free_symbols
    is_little = all(degree_bound(p, x) <= SMALL for p in (a, b) for x in variables)
    return is_little and (a - b).expand() == 0


def degree_bound(expression: Expr, variable: Symbol) -> int:
    """An upper bound of the degree, without expanding anything."""
    if not expression.has(variable):
        return 0
    if expression.is_Add:
        return max(degree_bound(a, variable) for a in expression.args)
    if expression.is_Mul:
        return sum(degree_bound(a, variable) for a in expression.args)
    if expression.is_Pow and expression.exp.is_Integer and expression.exp > 0:
        return degree_bound(expression.base, variable) * int(expression.exp)
    return 1


def judge_charpoly(system: Eigensystem, given: Sequence[ExactScalar], policy: Policy) -> Judged:
    """The marks for a characteristic polynomial, by its coefficients, the constant one first."""
    arena = arena_for(system, given, policy)
    n = system.dimension
    typed: list[Any] = [arena.typed(x) for x in given]
    while typed and arena.is_zero(typed[-1]):
        typed.pop()
    exact = [arena.exact(c) for c in system.charpoly.poly.all_coeffs()[::-1]]
    names = ["constant", *["coefficient"] * (n - 2), "trace"] if n > 1 else ["constant"] * n
    best: Judged | None = None
    signs = {"det(λI−A)": (1,), "det(A−λI)": ((-1) ** n,), "either": (1, -1)}
    for sign in signs[policy.convention]:
        wanted = [x if sign == 1 else -x for x in exact]
        has_degree = len(typed) == n + 1 and arena.is_zero(typed[-1] - wanted[-1])
        items = tuple(mark(name, has_degree and arena.is_zero(typed[k] - wanted[k])) for k, name in enumerate(names))
        judged = Judged(items or (mark("leading", has_degree),))
        if best is None or sum(i.earned for i in judged.items) > sum(i.earned for i in best.items):
            best = judged
    assert best is not None  # noqa: S101  (there is a convention)
    return best
