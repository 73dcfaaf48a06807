"""An eigenvalue: an irreducible polynomial over the base field and the number of one of its roots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any, Self

from flint import acb, arb, ctx
from sympy import CRootOf, Expr, I, Integer, Poly, Rational, Symbol, sqrt, sympify
from sympy.polys.factortools import dup_factor_list

from symeig.errors import BudgetExceededError, InputError, NotSplitError, UndecidedError, UnsupportedEntryError
from symeig.exact import closed_forms
from symeig.exact.expressions import LAMBDA
from symeig.exact.fields import BaseField, OverField
from symeig.exact.generators import base_field
from symeig.exact.isolation import Root, isolate, ordered, refine
from symeig.exact.number_fields import enclose
from symeig.writing import line

__all__ = [
    "LAMBDA",
    "Ball",
    "Eigenvalue",
    "ImplicitRoot",
    "exact_fraction",
    "expression_in_lambda",
    "polynomial_in_lambda",
    "surd",
]


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
        x, y = Fraction(number.real) - self.real, Fraction(number.imag) - self.imag
        return x**2 + y**2 <= self.radius**2

    def __complex__(self) -> complex:
        return complex(float(self.real), float(self.imag))


class ImplicitRoot(Expr):  # type: ignore[misc]  # SymPy has no types
    """Root number k, in symeig's order, of a polynomial that SymPy's `CRootOf` does not take.

    Args:
        polynomial: The polynomial as an expression.
        variable: Its variable.
        number: k, from 0.
    """

    is_commutative = True

    def __new__(cls, polynomial: Expr, variable: Symbol, number: int) -> Self:  # noqa: D102  (see the class)
        root: Self = Expr.__new__(cls, sympify(polynomial), variable, Integer(number))
        return root

    @property
    def free_symbols(self) -> set[Symbol]:
        """The parameters; the variable is bound."""
        return set(self.args[0].free_symbols) - {self.args[1]}

    @property
    def bound_symbols(self) -> list[Symbol]:
        """The variable."""
        return [self.args[1]]

    def _eval_subs(self, old: Expr, new: Expr) -> Expr:
        polynomial, variable, number = self.args
        return self if old == variable else ImplicitRoot(polynomial.subs(old, new), variable, number)

    def _sympystr(self, printer: Any) -> str:
        polynomial, variable, number = (printer.doprint(a) for a in self.args)
        return f"root({polynomial}, {variable}, {number})"

    def _latex(self, printer: Any) -> str:
        polynomial, _, number = (printer.doprint(a) for a in self.args)
        return rf"\operatorname{{root}}_{{{number}}}\left({polynomial}\right)"

    def _eval_evalf(self, precision: int) -> Expr | None:
        polynomial, variable, number = self.args
        given = Poly(polynomial, variable, expand=False).all_coeffs()[::-1]
        coefficients = [Rational(c) if c.is_Float else c for c in given]
        field = base_field(coefficients)
        if field.has_parameters:
            return None
        digits = int(precision / 3.3) + 2
        root = _numbered_root([field.element(c) for c in coefficients], field, int(number))
        ball = _ball(root, digits)
        return (Rational(ball.real) + I * Rational(ball.imag)).evalf(digits)


def _numbered_root(polynomial: Sequence[Any], field: BaseField, number: int) -> Root:
    """A root of any polynomial over a number field, by its number in the fixed order, with multiplicity."""
    factors = dup_factor_list([field.domain.convert(c) for c in reversed(polynomial)], field.domain)[1]
    roots = [r for f, m in factors for r in isolate(field.canonical(f[::-1]), field) for _ in range(m)]
    return ordered(roots)[number]


def _ball(root: Root, digits: int) -> Ball:
    """A root in a disc of radius below 10^(−digits), or that times its modulus."""
    ball = refine(root, int(digits * 3.3219281) + 2)
    real, imag = (exact_fraction(part.mid()) for part in (ball.real, ball.imag))
    return Ball(real, imag, exact_fraction(ball.real.rad()) + exact_fraction(ball.imag.rad()))


@dataclass(frozen=True, slots=True)
class Eigenvalue(OverField):
    """A root of an irreducible polynomial over the base field.

    Two eigenvalues over one field are equal exactly when they are the same number; nothing is compared by expressions
    or by floats.

    Attributes:
        field: The base field K.
        coefficients: Of the minimal polynomial over K, the constant one first; integers over the rationals.
        root: Its number among the roots, from 0: real roots ascending, then the others by real part, then by absolute
            value of the imaginary part, the lower half-plane first. With parameters 0 is −√ and 1 is +√ for quadratics.

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
        return self._isolated("Whether it is real").real

    def _isolated(self, question: str) -> Root:
        if self.field.has_parameters:
            names = ", ".join(map(str, self.field.generators))
            symbols = any(g.free_symbols for g in self.field.generators)
            remedy = (
                "Substitute numbers first." if symbols else "Only algebraic numbers are enclosed; use .expr.evalf()."
            )
            msg = f"{question} depends on the value of {names}. {remedy}"
            raise UndecidedError(
                msg, question=f"{self.expr}: {question}", assumptions_that_help=(f"values for {names}",)
            )
        return isolate(self.coefficients, self.field)[self.root]

    def enclosure(self, digits: int = 15) -> Ball:
        """A disc that is proved to contain the number.

        Args:
            digits: Decimal digits, at least 1: the radius is below 10^(−digits), times the modulus if that exceeds 1.

        Raises:
            InputError: `digits` is below 1.
            UndecidedError: It depends on parameters.
        """
        if digits < 1:
            msg = f"digits is {digits}. An enclosure needs at least 1 decimal digit. Ask for 15 or more."
            raise InputError(msg)
        return _ball(self._isolated("Its numerical value"), digits)

    def __complex__(self) -> complex:
        return complex(self.enclosure(17))

    @property
    def expr(self) -> Expr:
        """A SymPy expression: short radicals, cosines or roots of unity where there are any, else an implicit root."""
        return _expression(self)

    def as_expr(self, *, radicals: bool = False) -> Expr:
        """A SymPy expression, on request in radicals for degree 3 and 4.

        Args:
            radicals: Use the formulas for cubics and quartics, which are long; a cubic with three real roots is given
                by cosines, so that no imaginary unit appears in a real number.

        Raises:
            NotSplitError: Radicals were asked for and the degree is above 4, or the base field is not the rationals.
        """
        expression = self.expr
        if not radicals or not expression.has(CRootOf, ImplicitRoot):
            return expression
        if self.degree > 4 or not self.field.is_rational:
            msg = (
                f"λ is a root of {self.minpoly.as_expr()}, for which symeig has no formula in radicals. Formulas exist"
                " for rational polynomials of degree 4 at most. Use .expr or .enclosure(digits)."
            )
            raise NotSplitError(msg, factor=self.minpoly.as_expr())
        return _matching(closed_forms.radicals(self.coefficients), self) or expression

    def evaluate(self, element: Sequence[Any]) -> Expr:
        """An element of K[λ]/p, given by its coefficients from the constant one on, at this eigenvalue."""
        field, K = self.field, self.field.domain
        if self.degree == 1:
            return Integer(element[0]) if isinstance(element[0], int) else field.to_sympy(element[0])
        if self.degree == 2:
            x, y, R = surd(self)
            constant, linear = map(K.convert, element)
            total = field.to_sympy(constant + linear * x) + field.to_sympy(linear * y) * R
            return total if field.has_parameters else total.expand()
        return sum((field.to_sympy(K.convert(c)) * self.expr**k for k, c in enumerate(element) if c), Integer(0))

    def __hash__(self) -> int:
        # Equal elements of a field with parameters may have different hashes in SymPy.
        return hash((self.field, self.root, self.coefficients if self.field.is_rational else self.degree))

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
    """A polynomial in λ as an expression, from its coefficients, the constant one first."""
    K = field.domain
    return sum((field.to_sympy(K.convert(c)) * LAMBDA**k for k, c in enumerate(coefficients)), Integer(0))


def exact_fraction(x: arb) -> Fraction:
    """A ball of radius 0 as a fraction."""
    mantissa, exponent = x.man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


@lru_cache(maxsize=4096)
def _expression(eigenvalue: Eigenvalue) -> Expr:
    field, p = eigenvalue.field, eigenvalue.coefficients
    if eigenvalue.degree == 1:
        return Rational(-p[0], p[1]) if field.is_rational else field.to_sympy(-p[0] / p[1])
    if eigenvalue.degree == 2:
        return eigenvalue.evaluate((field.domain.zero, field.domain.one))
    if not field.is_rational:
        return _implicit(eigenvalue)
    for proposals in closed_forms.short_forms(p):
        match = _matching(proposals, eigenvalue)
        if match is not None:
            return match
    return _root_of(eigenvalue)


@lru_cache(maxsize=4096)
def surd(eigenvalue: Eigenvalue) -> tuple[Any, Any, Expr]:
    """A root of a quadratic as x + y·R with x and y in K and R the principal square root of something."""
    field, K = eigenvalue.field, eigenvalue.field.domain
    c, b, a = (K.convert(x) for x in eigenvalue.coefficients)
    x, y = -b / (2 * a), K.one / (2 * a)
    discriminant = b * b - 4 * a * c
    if field.has_parameters:
        outside, R = _square_root(discriminant, field)
        return x, (outside * y if eigenvalue.root else -outside * y), R
    R = closed_forms.square_root(field.to_sympy(discriminant))
    if field.is_rational:
        return x, (y if eigenvalue.root else -y), R
    proposals = [field.to_sympy(x) - field.to_sympy(y) * R, field.to_sympy(x) + field.to_sympy(y) * R]
    number = _matching_number(proposals, eigenvalue)
    if number is None:
        msg = f"The roots of {eigenvalue.minpoly.as_expr()} cannot be told apart with 2048 bits. Use S.components."
        raise BudgetExceededError(msg, what="digits", limit=2048, spent=2048)
    return x, (y if number else -y), R


def _square_root(element: Any, field: BaseField) -> tuple[Any, Expr]:
    """An element of a field with parameters as q²s: q, and the square root of s.

    √(q²s) may be q√s or −q√s, but both signs occur among the two roots of a quadratic. With u = tan(t/2) powers of
    (1 + u²)² are put into q, so that s is a polynomial in cosine and sine.
    """
    K = field.domain
    outside, inside = K.one / K.field(element.denom), K.one
    number, factors = (element.numer * element.denom).factor_list()
    for factor, power in factors:
        outside *= K.field(factor) ** (power // 2)
        inside *= K.field(factor) ** (power % 2)
    for index in range(len(field.generators) - len(field.angles), len(field.generators)):
        secant_squared = K.one + K.gens[index] ** 2
        k = -(-inside.numer.degree(index) // 4)
        outside *= secant_squared**k
        inside /= secant_squared ** (2 * k)
    return outside, sqrt(field.numbers.to_sympy(number)) * sqrt(field.to_sympy(inside))


def _matching(proposals: Sequence[Expr], eigenvalue: Eigenvalue) -> Expr | None:
    """The one proposal whose ball meets that of the root, where there is exactly one."""
    number = _matching_number(proposals, eigenvalue)
    return None if number is None or len(proposals) != eigenvalue.degree else proposals[number]


def _matching_number(proposals: Sequence[Expr], eigenvalue: Eigenvalue) -> int | None:
    root = isolate(eigenvalue.coefficients, eigenvalue.field)[eigenvalue.root]
    for precision in (128, 512, 2048):
        target = refine(root, precision)
        with ctx.workprec(precision):
            near = [k for k, x in enumerate(proposals) if _may_be(x, target)]
        if len(near) == 1:
            return near[0]
    return None


def _may_be(proposal: Expr, target: acb) -> bool:
    """Whether a proposal may lie in a ball; it may where its branch is unclear."""
    try:
        return bool(enclose(proposal).overlaps(target))
    except UnsupportedEntryError:
        return True


def _implicit(eigenvalue: Eigenvalue) -> Expr:
    return ImplicitRoot(expression_in_lambda(eigenvalue.coefficients, eigenvalue.field), LAMBDA, eigenvalue.root)


def _root_of(eigenvalue: Eigenvalue) -> Expr:
    """SymPy's `CRootOf` for a real root; how it numbers the others is known only after it has isolated them."""
    if not isolate(eigenvalue.coefficients, eigenvalue.field)[eigenvalue.root].real:
        return _implicit(eigenvalue)
    return CRootOf(Poly(list(reversed(eigenvalue.coefficients)), LAMBDA), eigenvalue.root, radicals=False)
