"""Evaluates expressions in a base field, by their sums, products, powers and functions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flint import fmpz_poly
from sympy import QQ, E, Expr, I, Rational, S, cos, exp, pi, sin
from sympy.functions.elementary.trigonometric import TrigonometricFunction
from sympy.polys.rootoftools import ComplexRootOf

from symeig.exact.expressions import (
    argument_terms,
    cosine_and_sine,
    elementary,
    is_cosine_or_sine_of_a_number,
    refuse,
    root_of_unity_order,
)
from symeig.exact.number_fields import NumberField, enclose, root_in_field

if TYPE_CHECKING:
    from symeig.exact.fields import BaseField

__all__ = ["defining_polynomial", "evaluate"]


def evaluate(expr: Expr, field: BaseField) -> Any:
    """An expression as an element of a field.

    Raises:
        UnsupportedEntryError: The field lacks one of the expression's generators, or the expression divides by zero.
    """
    return _Evaluator(field)(expr)


def defining_polynomial(generator: Expr, numbers: NumberField) -> list[Any]:
    """A polynomial over a number field with a root, a root of unity, a cosine or a `CRootOf` as one of its zeros.

    Returns:
        The coefficients, the leading one first.
    """
    F = numbers.domain
    if generator is I:
        return [F.one, F.zero, F.one]
    if isinstance(generator, ComplexRootOf):
        return [F.convert(QQ.from_sympy(c)) for c in generator.poly.all_coeffs()]
    if isinstance(generator, exp):
        return _over(fmpz_poly.cyclotomic(root_of_unity_order(generator.args[0] / (I * pi))), F)
    if isinstance(generator, cos | sin):
        turn = generator.args[0] / (2 * pi)
        order = int((turn if isinstance(generator, cos) else Rational(1, 4) - turn).q)
        return _over(fmpz_poly.cos_minpoly(order)(fmpz_poly([0, 2])), F)
    base = _algebraic(generator.base, numbers)
    return [F.one, *[F.zero] * (int(generator.exp.q) - 1), -base]


def _over(p: fmpz_poly, F: Any) -> list[Any]:
    return [F.convert(QQ(int(c))) for c in reversed(p.coeffs())]


@lru_cache(maxsize=4096)
def _algebraic(expr: Expr, numbers: NumberField) -> Any:
    """An algebraic number as an element of a number field that contains it."""
    from symeig.exact.fields import BaseField  # noqa: PLC0415  (a field evaluates expressions, and is what they need)

    return _Evaluator(BaseField(numbers))(expr)


@lru_cache(maxsize=4096)
def _generator(generator: Expr, numbers: NumberField) -> Any:
    """One of the field's generators, or an element that its factored defining polynomial finds."""
    if generator in numbers.generators:
        return numbers.generator_elements[numbers.generators.index(generator)]
    return root_in_field(numbers, defining_polynomial(generator, numbers), lambda: enclose(generator))


class _Evaluator:
    """Evaluates expressions in one field."""

    def __init__(self, field: BaseField) -> None:
        self.field = field
        self.K = field.domain

    def __call__(self, expr: Expr) -> Any:  # noqa: C901, PLR0911  (one branch for each kind of expression)
        K = self.K
        if expr.is_Rational:
            return K.convert(QQ(int(expr.p), int(expr.q)))
        if expr.is_Add:
            return sum((self(a) for a in expr.args), K.zero)
        if expr.is_Mul:
            total = K.one
            for a in expr.args:
                total *= self(a)
            return total
        if isinstance(expr, exp) or expr is E or (expr.is_Pow and expr.base is E):
            return self._exponential(S.One if expr is E else expr.exp)
        if expr.is_Pow and expr.exp.is_Integer:
            return self._power(self(expr.base), int(expr.exp), expr)
        if expr is I or isinstance(expr, ComplexRootOf) or is_cosine_or_sine_of_a_number(expr):
            return self._number(expr)
        if isinstance(expr, TrigonometricFunction):
            return self._trigonometric(expr)
        if expr.is_Symbol or expr is pi or (expr.is_Pow and (expr.base.is_Symbol or expr.base is pi)):
            return self._root(expr)
        if expr.is_Pow and expr.exp.is_Rational:
            return self._power(self._number(expr.base ** Rational(1, expr.exp.q)), int(expr.exp.p), expr)
        rewritten = elementary(expr)
        if rewritten == expr:
            refuse(expr, "is not in the field of the other entries")
        return self(rewritten)

    def _power(self, base: Any, k: int, expr: Expr) -> Any:
        if k < 0 and not base:
            refuse(expr, "is a division by zero", "Remove it.")
        return (self.K.one / base) ** -k if k < 0 else base**k

    def _number(self, generator: Expr) -> Any:
        """An algebraic number of F: a root, a root of unity, a cosine, or whatever SymPy makes of such."""
        root = generator.is_Pow and generator.exp.is_Rational and not generator.exp.is_Integer
        if root or generator is I or isinstance(generator, ComplexRootOf | exp | cos | sin):
            return self.field.number(_generator(generator, self.field.numbers))
        return self(generator)

    def _root(self, expr: Expr) -> Any:
        """A power of a symbol or of π."""
        base, power = expr.as_base_exp()
        index, n = self._find(self.field.roots, base, expr)
        return self._power(self.K.gens[index], int(power * n), expr)

    @staticmethod
    def _find(table: Sequence[tuple[Expr, int]], key: Expr, expr: Expr) -> tuple[int, int]:
        for index, (t, n) in enumerate(table):
            if t == key:
                return index, n
        return refuse(expr, "is not in the field of the other entries")

    def _exponential(self, argument: Expr) -> Any:
        total = self.K.one
        for c, imaginary, monomial in argument_terms(argument):
            if monomial == pi:
                total *= self._root_of_unity(c)
            elif imaginary:
                cosine, sine = self._multiple(monomial, c)
                total *= cosine + self._number(I) * sine
            else:
                index, n = self._find(self.field.exponentials, monomial, argument)
                total *= self._power(self.K.gens[len(self.field.roots) + index], int(c * n), argument)
        return total

    def _root_of_unity(self, q: Rational) -> Any:
        """exp(iπq) as a power of the field's own root of unity, where it has one of a suitable order."""
        for generator in self.field.numbers.generators:
            if isinstance(generator, exp):
                order = root_of_unity_order(generator.args[0] / (I * pi))
                if (q * order / 2).is_Integer:
                    return self._number(generator) ** int(q * order / 2 % order)
        return self._number(exp(I * pi * q))

    def _trigonometric(self, expr: Expr) -> Any:
        one = self.K.one
        cosine, sine = one, self.K.zero
        for c, _, monomial in argument_terms(expr.args[0]):
            cosine, sine = _rotate((cosine, sine), self._constant(c) if monomial == pi else self._multiple(monomial, c))
        above, below = {
            "cos": (cosine, one),
            "sin": (sine, one),
            "tan": (sine, cosine),
            "cot": (cosine, sine),
            "sec": (one, cosine),
            "csc": (one, sine),
        }[type(expr).__name__]
        return above * self._power(below, -1, expr)

    def _constant(self, q: Rational) -> tuple[Any, Any]:
        """cos(πq) and sin(πq)."""
        cosine, sine = cosine_and_sine(q)
        return self(cosine), self(sine)

    def _multiple(self, monomial: Expr, c: Rational) -> tuple[Any, Any]:
        """Cosine and sine of ct by repeated rotation, from u = tan(t/2N)."""
        index, n = self._find(self.field.angles, monomial, monomial)
        u, one = self.K.gens[len(self.field.roots) + len(self.field.exponentials) + index], self.K.one
        k = int(c * n)
        single = ((one - u * u) / (one + u * u), 2 * u / (one + u * u) if k > 0 else -2 * u / (one + u * u))
        pair = (one, self.K.zero)
        for _ in range(abs(k)):
            pair = _rotate(pair, single)
        return pair


def _rotate(a: tuple[Any, Any], b: tuple[Any, Any]) -> tuple[Any, Any]:
    """Cosine and sine of a sum of two angles."""
    return a[0] * b[0] - a[1] * b[1], a[1] * b[0] + a[0] * b[1]
