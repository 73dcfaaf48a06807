"""An eigenvalue: an irreducible polynomial over the base field and the number of one of its roots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from flint import arb, ctx
from sympy import CRootOf, Expr, Integer, Poly, Rational, Symbol, sqrt, sympify

from symeig.errors import NotSplitError, UndecidedError
from symeig.exact import closed_forms
from symeig.exact.fields import BaseField, OverField, base_field
from symeig.exact.isolation import Root, isolate, refine
from symeig.exact.number_fields import enclose
from symeig.writing import line

__all__ = ["LAMBDA", "Ball", "Eigenvalue", "ImplicitRoot", "expression_in_lambda", "polynomial_in_lambda"]

# The variable of characteristic and minimal polynomials.
LAMBDA = Symbol("lambda")


@dataclass(frozen=True, slots=True)
class Ball:
    """A disc in the complex plane that is proved to contain a number.

    Attributes:
        real: Real part of the centre, exactly.
        imag: Imaginary part of the centre, exactly; 0 when the number is real.
        radius: Radius of the disc.
    """

    real: Fraction
    imag: Fraction
    radius: Fraction

    def __contains__(self, number: complex | Fraction) -> bool:
        """Whether a number lies in the disc; decided in rational arithmetic."""
        z = number if isinstance(number, complex) else None
        x = Fraction(z.real if z is not None else number)  # type: ignore[arg-type]
        y = Fraction(z.imag) if z is not None else Fraction(0)
        return (x - self.real) ** 2 + (y - self.imag) ** 2 <= self.radius**2

    def __complex__(self) -> complex:
        return complex(float(self.real), float(self.imag))


class ImplicitRoot(Expr):
    """Root number k, in symeig's order, of a polynomial that SymPy's `CRootOf` does not take.

    Args:
        polynomial: The polynomial as an expression.
        variable: Its variable.
        number: k, from 0.
    """

    is_commutative = True

    def __new__(cls, polynomial: Expr, variable: Symbol, number: int) -> ImplicitRoot:
        return Expr.__new__(cls, sympify(polynomial), variable, Integer(number))

    @property
    def free_symbols(self) -> set[Symbol]:
        """The parameters; the variable is bound."""
        return set(self.args[0].free_symbols) - {self.args[1]}

    def _sympystr(self, printer: Any) -> str:
        polynomial, variable, number = (printer.doprint(a) for a in self.args)
        return f"root({polynomial}, {variable}, {number})"

    def _latex(self, printer: Any) -> str:
        polynomial, _, number = (printer.doprint(a) for a in self.args)
        return rf"\operatorname{{root}}_{{{number}}}\left({polynomial}\right)"

    def _eval_evalf(self, precision: int) -> Expr | None:
        polynomial, variable, number = self.args
        coefficients = Poly(polynomial, variable, expand=False).all_coeffs()[::-1]
        field = base_field(coefficients)
        if field.has_parameters:
            return None
        ball = Eigenvalue(field, tuple(field.element(c) for c in coefficients), int(number)).enclosure(int(precision / 3.3) + 2)
        return (
            Rational(ball.real.numerator, ball.real.denominator) + sympify("I") * Rational(ball.imag.numerator, ball.imag.denominator)
        )._evalf(precision)


@dataclass(frozen=True, slots=True)
class Eigenvalue(OverField):
    """A root of an irreducible polynomial over the base field.

    Two eigenvalues are equal exactly when they are the same number; nothing is compared by expressions or by floats.

    Attributes:
        field: The base field K.
        coefficients: Of the minimal polynomial over K, the constant one first; integers over the rationals.
        root: Its number among the roots, from 0: real roots ascending, then the others by real part, then by absolute
            value of the imaginary part, the lower half-plane first. With parameters, 0 is −√ and 1 is +√ for quadratics.

    Examples:
        >>> from symeig import eigensystem
        >>> golden = eigensystem([[1, 1], [1, 0]]).eigenvalues[1]
        >>> golden
        Eigenvalue(1/2 + sqrt(5)/2)
        >>> golden.minpoly
        Poly(lambda**2 - lambda - 1, lambda, domain='QQ')
        >>> complex(golden)
        (1.618033988749895+0j)
    """

    field: BaseField
    coefficients: tuple[Any, ...]
    root: int

    @property
    def degree(self) -> int:
        """Degree over the base field."""
        return len(self.coefficients) - 1

    @property
    def minpoly(self) -> Poly:
        """The minimal polynomial over the base field, monic, in λ."""
        return polynomial_in_lambda(self.coefficients, self.field)

    @property
    def is_rational(self) -> bool:
        """Whether it is a rational number."""
        return self.expr.is_Rational is True if self.degree == 1 else False

    @property
    def is_real(self) -> bool:
        """Whether it is real.

        Raises:
            UndecidedError: It depends on parameters.
        """
        if self.degree == 1:
            known = self.expr.is_real
            if known is not None:
                return bool(known)
        return self._isolated("is_real").real

    def _isolated(self, question: str) -> Root:
        if self.field.has_parameters:
            names = ", ".join(map(str, self.field.generators))
            msg = f"{question} depends on the value of {names}. Substitute numbers first."
            raise UndecidedError(msg, question=f"{self.expr}: {question}", assumptions_that_help=(f"values for {names}",))
        return isolate(self.coefficients, self.field)[self.root]

    def enclosure(self, digits: int = 15) -> Ball:
        """A disc that is proved to contain the number.

        Args:
            digits: Decimal digits, at least 1: the radius is below 10^(−digits), times the modulus where that is above 1.

        Raises:
            UndecidedError: It depends on parameters.
        """
        ball = refine(self._isolated("Its numerical value"), int(digits * 3.3219281) + 2)
        real, imag = (_exact(part.mid()) for part in (ball.real, ball.imag))
        return Ball(real, imag, _exact(ball.real.rad()) + _exact(ball.imag.rad()))

    def __complex__(self) -> complex:
        return complex(self.enclosure(17))

    @property
    def expr(self) -> Expr:
        """A SymPy expression: short radicals, cosines or roots of unity where there are any, else an implicit root."""
        return _expression(self)

    def as_expr(self, *, radicals: bool = False) -> Expr:
        """A SymPy expression, on request in radicals for degree 3 and 4.

        Args:
            radicals: Use the formulas for cubics and quartics, which are long; a cubic with three real roots is given by
                cosines, so that no imaginary unit appears in a real number.

        Raises:
            NotSplitError: Radicals were asked for and the degree is above 4, or the base field is not the rationals.
        """
        expression = self.expr
        if not radicals or not expression.has(CRootOf, ImplicitRoot):
            return expression
        if self.degree > 4 or not self.field.is_rational:
            msg = (
                f"λ is a root of {self.minpoly.as_expr()}, for which symeig has no formula in radicals. Formulas exist for"
                " rational polynomials of degree 4 at most. Use .expr or .enclosure(digits)."
            )
            raise NotSplitError(msg, factor=self.minpoly)
        real_roots = sum(r.real for r in isolate(self.coefficients, self.field))
        proposals = closed_forms.radicals(self.coefficients, real_roots)
        if self.degree == 3 and real_roots == 3:
            return proposals[self.root]
        return _matching(proposals, self) or expression

    def __repr__(self) -> str:
        return f"Eigenvalue({self.expr})"

    def __str__(self) -> str:
        return line(self.expr)

    def _repr_latex_(self) -> str:
        from sympy import latex  # noqa: PLC0415

        return rf"$\displaystyle {latex(self.expr)}$"


def polynomial_in_lambda(coefficients: Sequence[Any], field: BaseField) -> Poly:
    """A monic SymPy polynomial in λ from coefficients over K, the constant one first."""
    K = field.domain
    lead = K.convert(coefficients[-1])
    return Poly.from_list([K.convert(c) / lead for c in reversed(coefficients)], LAMBDA, domain=K)


def expression_in_lambda(coefficients: Sequence[Any], field: BaseField) -> Expr:
    """The same polynomial as an expression, its coefficients written as the user would."""
    K = field.domain
    lead = K.convert(coefficients[-1])
    return sum((field.to_sympy(K.convert(c) / lead) * LAMBDA**k for k, c in enumerate(coefficients)), Integer(0))


def _exact(x: arb) -> Fraction:
    """A ball of radius 0 as a fraction."""
    mantissa, exponent = x.man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


@lru_cache(maxsize=4096)
def _expression(eigenvalue: Eigenvalue) -> Expr:
    field, p = eigenvalue.field, eigenvalue.coefficients
    if eigenvalue.degree == 1:
        return Rational(-p[0], p[1]) if field.is_rational else field.to_sympy(-p[0] / p[1])
    if eigenvalue.degree == 2 and field.has_parameters:
        return _parametric_quadratic(eigenvalue)
    if eigenvalue.degree == 2:
        c0, c1, c2 = (Integer(c) if field.is_rational else field.to_sympy(c) for c in p)
        pair = closed_forms.quadratic(c0, c1, c2)
        return pair[eigenvalue.root] if field.is_rational else _matching(pair, eigenvalue) or _implicit(eigenvalue)
    if not field.is_rational:
        return _implicit(eigenvalue)
    for proposals in closed_forms.short_forms(p):
        match = _matching(proposals, eigenvalue)
        if match is not None:
            return match
    return _root_of(eigenvalue)


def _parametric_quadratic(eigenvalue: Eigenvalue) -> Expr:
    """(−b ± √(b² − 4c))/2 for λ² + bλ + c over a field with parameters.

    Squares are taken out of the root: √(q²s) may be q√s or −q√s, but both signs occur among the two roots.
    """
    field = eigenvalue.field
    c, b, _ = eigenvalue.coefficients
    discriminant = b * b - 4 * c
    outside, inside = field.domain.one / field.domain.field(discriminant.denom), field.domain.one
    number, factors = (discriminant.numer * discriminant.denom).factor_list()
    for factor, power in factors:
        outside *= field.domain.field(factor) ** (power // 2)
        inside *= field.domain.field(factor) ** (power % 2)
    root = sqrt(field.numbers.to_sympy(number)) * sqrt(field.to_sympy(inside)) * field.to_sympy(outside / 2)
    return (-field.to_sympy(b) / 2).expand() + (root if eigenvalue.root else -root)


def _matching(proposals: Sequence[Expr], eigenvalue: Eigenvalue) -> Expr | None:
    """The one proposal whose ball lies apart from all other roots, if there is exactly one."""
    roots = isolate(eigenvalue.coefficients, eigenvalue.field)
    with ctx.workprec(256):
        target = roots[eigenvalue.root].ball
        near = [x for x in proposals if enclose(x).overlaps(target)]
    return near[0] if len(near) == 1 and len(proposals) == len(roots) else None


def _implicit(eigenvalue: Eigenvalue) -> Expr:
    return ImplicitRoot(expression_in_lambda(eigenvalue.coefficients, eigenvalue.field), LAMBDA, eigenvalue.root)


def _root_of(eigenvalue: Eigenvalue) -> Expr:
    """SymPy's `CRootOf`; its numbering of roots that are not real is matched by balls."""
    roots = isolate(eigenvalue.coefficients, eigenvalue.field)
    polynomial = Poly(list(reversed(eigenvalue.coefficients)), LAMBDA)
    if roots[eigenvalue.root].real:
        return CRootOf(polynomial, eigenvalue.root, radicals=False)
    first = sum(r.real for r in roots)
    proposals = [CRootOf(polynomial, k, radicals=False) for k in range(first, len(roots))]
    with ctx.workprec(64):
        target = roots[eigenvalue.root].ball
        near = [x for x in proposals if enclose(x).overlaps(target)]
    return near[0] if len(near) == 1 else _implicit(eigenvalue)
