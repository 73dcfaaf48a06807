r"""Sums of a function over the roots of an irreducible polynomial: SymPy's `RootSum`, with a fast way to numbers.

Where the function is rational the sum is the trace of an element z of K[λ]/p. By Euler's formula
$\sum_{p(\lambda)=0} \lambda^k / p'(\lambda)$ is 1 for k = d − 1 and 0 for smaller k, so it is the coefficient of
$\lambda^{d-1}$ in $z\,p'(\lambda)$. SymPy writes symmetric functions of d letters instead: seconds for d = 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Any

from sympy import Expr, Lambda, Poly, RootSum, Symbol

from symeig.errors import UnsupportedEntryError
from symeig.exact.fields import BaseField
from symeig.exact.generators import base_field
from symeig.exact.residue_rings import Element, ResidueRing

__all__ = ["SumOverRoots", "element_at_root"]


class SumOverRoots(RootSum):  # type: ignore[misc]  # SymPy has no types
    """Σ f(λ) over the roots of a polynomial; made from a polynomial and a `Lambda`, as `RootSum` is.

    Examples:
        >>> from sympy import Lambda, Poly
        >>> from sympy.abc import n, x
        >>> plastic = SumOverRoots(Poly(x**3 - x - 1, x), Lambda(x, x**n / (3 * x**2 - 1)), auto=False)
        >>> [plastic.subs(n, k) for k in range(8)]
        [0, 0, 1, 0, 1, 1, 1, 2]
    """

    __slots__ = ()

    @classmethod
    def _rational_case(cls, poly: Poly, func: Lambda) -> Expr:
        """The sum of a rational function, where its coefficients are in a field; as SymPy has it elsewhere."""
        (x,), f = func.variables, func.expr
        try:
            field = base_field([*poly.all_coeffs(), *_constants(f, x)])
            p = [field.element(c) for c in reversed(poly.monic().all_coeffs())]
            L = ResidueRing(field.domain, tuple(p))
            return field.to_sympy(L.mul(element_at_root(f, x, field, L), L.derivative)[-1])
        except UnsupportedEntryError:
            return super()._rational_case(poly, func)

    def _eval_derivative(self, a: Symbol) -> Expr:
        """The derivative by a letter, on which the roots may depend: λ' = −p_a/p_λ."""
        (x,), f = self.fun.variables, self.fun.expr
        p = self.poly.as_expr(x)
        return self.new(self.poly, Lambda(x, f.diff(a) - f.diff(x) * p.diff(a) / p.diff(x)), self.auto)


def _constants(e: Expr, x: Symbol) -> Iterator[Expr]:
    """The largest subexpressions that are free of x."""
    if not e.has(x):
        yield e
    elif e != x:
        for part in e.args:
            yield from _constants(part, x)


def element_at_root(e: Expr, x: Symbol, field: BaseField, L: ResidueRing) -> Element:
    """A rational expression in x as an element of K[x]/p.

    Raises:
        UnsupportedEntryError: A constant in it is in no field, or it divides by 0.
    """
    if not e.has(x):
        return L.element([field.element(e)])
    if e == x:
        return L.generator
    if e.is_Pow:
        base = element_at_root(e.base, x, field, L)
        if e.exp.is_negative and not any(base):
            msg = f"{e} is a division by zero at the roots of the polynomial. Remove it."
            raise UnsupportedEntryError(msg, position=None, entry=str(e))
        return L.power(base, int(e.exp))
    values: Any = (element_at_root(part, x, field, L) for part in e.args)
    return reduce(L.add if e.is_Add else L.mul, values)
