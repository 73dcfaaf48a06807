"""Which field a set of entries generates."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from math import lcm

from sympy import E, Expr, I, Integer, Rational, S, cos, exp, pi
from sympy.functions.elementary.trigonometric import TrigonometricFunction
from sympy.polys.rootoftools import ComplexRootOf

from symeig.exact.evaluation import defining_polynomial
from symeig.exact.expressions import (
    LAMBDA,
    argument_terms,
    cosine_and_sine,
    elementary,
    is_cosine_or_sine_of_a_number,
    refuse,
    root_of_unity_order,
)
from symeig.exact.fields import BaseField
from symeig.exact.number_fields import RATIONALS, adjoin, enclose
from symeig.reading import ExactScalar

__all__ = ["base_field"]

DEPENDENT = "is not known to be independent of other entries"


def base_field(entries: Iterable[ExactScalar]) -> BaseField:
    r"""The field that the entries of a matrix generate.

    Args:
        entries: Python ints, fractions, and SymPy expressions in: roots of rational and algebraic numbers, I,
            cosines and sines of rational multiples of π, `CRootOf`, symbols and their roots, π, powers of e,
            exponentials, cosines and sines of monomials in symbols.

    Returns:
        The field, the same one for the same entries in the same order.

    Raises:
        UnsupportedEntryError: An entry is none of these, or there are both π and e.

    Examples:
        >>> from sympy import sqrt
        >>> base_field([1, sqrt(2), sqrt(8)]).domain
        QQ<sqrt(2)>
    """
    survey = _Survey()
    for entry in entries:
        if isinstance(entry, Expr):
            survey.visit(entry)
    return survey.field()


class _Survey:
    """Collects the generators that a set of entries needs."""

    def __init__(self) -> None:
        self.unity = 1
        self.algebraic: dict[Expr, None] = {}
        self.roots: dict[Expr, int] = {}
        self.exponentials: dict[Expr, int] = {}
        self.angles: dict[Expr, int] = {}

    def visit(self, expr: Expr) -> None:  # noqa: C901  (one branch for each kind of expression)
        """Note the generators in an expression."""
        if expr.is_Rational:
            return
        if expr.is_Symbol or expr is pi:
            self._symbol(expr)
        elif expr is E:
            _note(self.exponentials, S.One, 1)
        elif expr is I or isinstance(expr, ComplexRootOf) or is_cosine_or_sine_of_a_number(expr):
            self.algebraic[expr] = None
        elif expr.is_Add or expr.is_Mul:
            for a in expr.args:
                self.visit(a)
        elif isinstance(expr, exp):
            self._exponential(expr.args[0])
        elif expr.is_Pow and expr.exp.is_Rational:
            self._power(expr)
        elif expr.is_Pow and expr.base is E:
            self._exponential(expr.exp)
        elif isinstance(expr, TrigonometricFunction):
            self._angle(expr.args[0])
        else:
            rewritten = elementary(expr)
            if rewritten == expr:
                refuse(expr, "is not a number or expression that symeig computes with exactly")
            self.visit(rewritten)

    def _symbol(self, symbol: Expr) -> None:
        if symbol == LAMBDA:
            refuse(symbol, "is the name of the eigenvalue", "Rename the parameter, for example to mu.")
        if not symbol.is_commutative:
            refuse(symbol, "does not commute", "Entries must be numbers: use a commutative symbol.")
        _note(self.roots, symbol, 1)

    def _power(self, expr: Expr) -> None:
        base, q = expr.base, int(expr.exp.q)
        if q > 1 and (base.is_Symbol or base is pi):
            self._symbol(base)
            _note(self.roots, base, q)
            return
        self.visit(base)
        if q > 1:
            inside = _Survey()
            inside.visit(base)
            if inside.roots or inside.exponentials or inside.angles:
                refuse(expr, "is a root of an expression in parameters")
            root = base ** Rational(1, q)
            if root.is_Pow and root.exp.is_Rational:
                self.algebraic[root] = None
            else:
                self.visit(root)

    def _exponential(self, argument: Expr) -> None:
        for c, imaginary, monomial in argument_terms(argument):
            if monomial == pi and imaginary:
                self.unity = lcm(self.unity, root_of_unity_order(c))
            elif monomial == pi or (monomial == 1 and imaginary):
                refuse(exp(argument), DEPENDENT)
            elif imaginary:
                self.algebraic[I] = None
                _note(self.angles, monomial, int(c.q))
            else:
                _note(self.exponentials, monomial, int(c.q))

    def _angle(self, argument: Expr) -> None:
        for c, imaginary, monomial in argument_terms(argument):
            if imaginary or monomial == 1:
                refuse(cos(argument), DEPENDENT)
            if monomial == pi:
                for number in cosine_and_sine(c):
                    self.visit(number)
            else:
                _note(self.angles, monomial, int(c.q))

    def field(self) -> BaseField:
        """The field generated by everything that was visited."""
        if pi in self.roots and S.One in self.exponentials:
            refuse(pi + E, "has both π and e, whose independence is an open question", "Replace one by a new symbol.")
        numbers = RATIONALS
        for generator in (*self._unity_generators(), *self.algebraic):
            numbers = adjoin(numbers, generator, defining_polynomial(generator, numbers), partial(enclose, generator))
        return BaseField(
            numbers,
            tuple(sorted(self.roots.items(), key=_by_name)),
            tuple(sorted(self.exponentials.items(), key=_by_name)),
            tuple(sorted(self.angles.items(), key=_by_name)),
        )

    def _unity_generators(self) -> list[Expr]:
        """One root of unity for all that were met: none for −1, I for i, and of order m for order 2m with m odd."""
        order = self.unity // 2 if self.unity % 4 == 2 else self.unity
        if order == 1:
            return []
        return [I] if order == 4 else [exp(2 * I * pi / Integer(order))]


def _note(table: dict[Expr, int], key: Expr, denominator: int) -> None:
    table[key] = lcm(table.get(key, 1), denominator)


def _by_name(item: tuple[Expr, int]) -> str:
    return str(item[0])
