r"""Functions of a matrix, exactly, defective ones included.

$f(A) = \sum_\lambda \sum_{j < m_\lambda} \frac{f^{(j)}(\lambda)}{j!} Z_{\lambda,j}$, the sum over the distinct
eigenvalues, $m_\lambda$ their indices and $Z_{\lambda,j}$ the Frobenius covariants (`covariants`). What a function is
near an eigenvalue is a `Germ`: a few values such as $e^{t\lambda}$, and the derivatives as multiples of them, so that
$e^{tA} = \sum_\lambda e^{t\lambda} W_\lambda(t)$ with $W_\lambda(t)$ over $K[\lambda]/p$.

The values of an eigenvalue of degree 1 or 2 are written out; two conjugate ones $x \pm i\omega$ are taken together, by
cosines and sines, so that real matrices have real functions. Roots of a p of higher degree stay a sum over the roots.

References:
    [HJ91] §6.1 and §6.2; Higham, Functions of Matrices (2008), Def. 1.2 and §1.2.2 (Hermite interpolation).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sympy import (
    Add,
    Derivative,
    Dummy,
    Expr,
    I,
    ImmutableMatrix,
    Integer,
    KroneckerDelta,
    Lambda,
    Piecewise,
    Poly,
    Symbol,
    atan2,
    cos,
    cosh,
    exp,
    factorial,
    ff,
    fraction,
    log,
    nan,
    oo,
    pi,
    sin,
    sinh,
    sympify,
    together,
    zoo,
)
from sympy.core.function import AppliedUndef
from sympy.polys.matrices import DomainMatrix

from symeig.errors import InputError, SingularMatrixError, UndefinedFunctionError, UnsupportedEntryError
from symeig.exact.certificate import Claim
from symeig.exact.closed_forms import square_root
from symeig.exact.components import Component
from symeig.exact.covariants import Covariants
from symeig.exact.eigenvalues import LAMBDA, expression_in_lambda, surd
from symeig.exact.fields import BaseField
from symeig.exact.residue_rings import Element, ResidueRing
from symeig.exact.root_sums import SumOverRoots, element_at_root

__all__ = [
    "Germ",
    "GermAt",
    "Value",
    "conjugate_parts",
    "cosine",
    "exponential",
    "function_of_matrix",
    "given_function",
    "integer_power",
    "logarithm",
    "power",
    "sine",
]


def _no_parts(_x: Expr, _w: Expr) -> None:
    """There is no useful form at conjugate numbers."""


@dataclass(frozen=True)
class Value:
    """A function of λ that occurs in a function of a matrix.

    Attributes:
        at: The function at an expression.
        parts: C and S with the function being C ± iS at x ± iω; None where no such form is known.
    """

    at: Callable[[Expr], Expr]
    parts: Callable[[Expr, Expr], tuple[Expr, Expr] | None] = _no_parts


@dataclass(frozen=True)
class Germ:
    """What a function is near the roots of a factor p.

    Attributes:
        values: Functions g₀, g₁, … of λ.
        derivative: For j a sequence of (k, c, e): f⁽ʲ⁾(λ)/j! is the sum of the c·λᵉ·gₖ(λ), c free of λ.
    """

    values: tuple[Value, ...]
    derivative: Callable[[int], Sequence[tuple[int, Expr, int]]]


# What a function is near the roots of a component, or an error where it is not defined there.
GermAt: TypeAlias = Callable[[Component], Germ]


# --- the functions ----------------------------------------------------------------------------------------------------


def exponential(t: Expr) -> GermAt:
    """λ ↦ exp(tλ)."""
    value = Value(lambda x: exp(t * x), lambda x, w: (exp(t * x) * cos(t * w), exp(t * x) * sin(t * w)))
    return lambda _: Germ((value,), lambda j: [(0, t**j / factorial(j), 0)])


def sine(t: Expr) -> GermAt:
    """λ ↦ sin(tλ)."""
    return lambda _: Germ(_circular(t), lambda j: [(j % 2, (-1) ** (j // 2) * t**j / factorial(j), 0)])


def cosine(t: Expr) -> GermAt:
    """λ ↦ cos(tλ)."""
    return lambda _: Germ(_circular(t), lambda j: [(1 - j % 2, (-1) ** ((j + 1) // 2) * t**j / factorial(j), 0)])


def _circular(t: Expr) -> tuple[Value, Value]:
    """Sine and cosine of tλ."""
    return (
        Value(lambda x: sin(t * x), lambda x, w: (sin(t * x) * cosh(t * w), cos(t * x) * sinh(t * w))),
        Value(lambda x: cos(t * x), lambda x, w: (cos(t * x) * cosh(t * w), -sin(t * x) * sinh(t * w))),
    )


def logarithm(component: Component) -> Germ:
    """The principal logarithm."""
    if not component.coefficients[0]:
        raise _singular(component, "A logarithm")
    values = (Value(log, _parts_of_logarithm), Value(lambda _: Integer(1), lambda _x, _w: (Integer(1), Integer(0))))
    return Germ(values, lambda j: [(1, Integer(-1) ** (j - 1) / j, -j)] if j else [(0, Integer(1), 0)])


def power(n: Expr) -> GermAt:
    """λ ↦ λⁿ, the principal value: n a number, or anything that stands for an integer."""
    if n.is_number and not n.is_real:
        msg = f"The exponent is {n}. Powers of a matrix have real exponents, or letters. Give one of these."
        raise InputError(msg)

    def value(k: Expr) -> Value:
        return Value(lambda x: _power(x, k), lambda x, w: _parts_of_power(x, w, k))

    def germ(component: Component) -> Germ:
        if not component.coefficients[0]:
            return _power_at_zero(component, n)
        if component.field.has_parameters:
            # λⁿ⁻ʲ, and not λⁿ/λʲ, which has no value where λ becomes 0.
            values = tuple(value(n - j) for j in range(component.index))
            return Germ(values, lambda j: [(j, ff(n, j) / factorial(j), 0)])
        return Germ((value(n),), lambda j: [(0, ff(n, j) / factorial(j), -j)])

    return germ


def _power_at_zero(component: Component, n: Expr) -> Germ:
    """λ ↦ λⁿ near 0: the only derivative that is not 0 there is the n-th."""
    one = Value(lambda _: Integer(1))
    if n.is_negative:
        raise _singular(component, "A negative power of A")
    if n.is_integer is not False:
        return Germ((one,), lambda j: [(0, KroneckerDelta(n, j), 0)])
    if component.index - 1 > n:
        msg = (
            f"The power {n} of λ has no derivative number {int(n) + 1} at the eigenvalue 0, which has a Jordan block of"
            f" size {component.index}. Such a power of A needs a block of at most {int(n) + 1}."
        )
        raise UndefinedFunctionError(msg, eigenvalue=component.eigenvalues[0], derivative=int(n) + 1)
    return Germ((one,), lambda _: [])


def integer_power(A: Any, k: int, components: Sequence[Component], field: BaseField) -> Any:
    """Aᵏ over K, k any integer.

    Raises:
        SingularMatrixError: k is negative, and A is singular.
        CertificationError: The inverse is not one: a fault of symeig.
    """
    if k >= 0:
        return A**k if A.shape[0] else A
    zero = next((c for c in components if not c.coefficients[0]), None)
    if zero:
        raise _singular(zero, "An inverse" if k == -1 else "A negative power of A")
    B = A.inv()
    one = DomainMatrix.eye(A.shape[0], field.domain).to_dense()
    Claim(A, field).holds(one == A * B, "the inverse is one")
    return integer_power(B, -k, components, field)


def _singular(component: Component, what: str) -> SingularMatrixError:
    """That something needs an invertible matrix, with a vector that shows that A is none."""
    v = component.chains_at(component.eigenvalues[0])[0][0]
    msg = f"A is singular: A v = 0 for v = {tuple(v)}. {what} needs an invertible matrix. Check the entries of A."
    return SingularMatrixError(msg, kernel=v)


def given_function(f: Callable[[Expr], Any], derivatives: Sequence[Callable[[Expr], Any]]) -> GermAt:
    """A function by itself and its derivatives f′, f″, …; if none are given, SymPy differentiates it."""
    known = (f, *derivatives) if derivatives else _Derivatives(f)

    def germ(component: Component) -> Germ:
        if len(known) < component.index:
            msg = (
                f"An eigenvalue has a Jordan block of size {component.index}, which needs {component.index - 1}"
                f" derivatives of the function; {len(known) - 1} are given. Give the others too, or the function alone."
            )
            raise InputError(msg)
        values = [_value(known[j]) for j in range(component.index)]
        _require_defined(values, component)
        return Germ(tuple(values), lambda j: [(j, 1 / factorial(j), 0)])

    return germ


def _value(f: Callable[[Expr], Any]) -> Value:
    return Value(lambda x: _applied(f, x))


def _applied(f: Callable[[Expr], Any], x: Expr) -> Expr:
    """A function that somebody gave, at an expression.

    Raises:
        InputError: It cannot be applied, or returns no expression.
    """
    try:
        found = sympify(f(x))
    except Exception as error:
        msg = (
            f"The function cannot be applied to {x}: {error}. A function of a matrix takes and returns SymPy's"
            " expressions. Give one such as sympy.exp, or lambda x: 1/(1 + x)."
        )
        raise InputError(msg) from error
    if not isinstance(found, Expr):
        msg = f"The function returns {found!r} for {x}. A function of a matrix returns an expression. Give such a one."
        raise InputError(msg)
    return found


class _Derivatives(Sequence[Callable[[Expr], Expr]]):
    """A function and all its derivatives, found by SymPy."""

    def __init__(self, f: Callable[[Expr], Any]) -> None:
        self._variable = Dummy("x")
        self._f = f

    def __len__(self) -> int:
        return 10**9

    def __getitem__(self, j: Any) -> Any:
        if j == 0:
            return self._f
        function = _applied(self._f, self._variable)
        derivative = function.diff(self._variable, j)
        is_unknown = derivative.has(Derivative) and not function.has(AppliedUndef)
        if is_unknown or function.has(Piecewise):
            msg = (
                f"SymPy has no derivative of {function} that holds everywhere, and an eigenvalue has a Jordan block"
                f" that needs one. Give {j} derivatives behind the function."
            )
            raise InputError(msg)
        return lambda x: derivative.subs(self._variable, x)


def _require_defined(values: Sequence[Value], component: Component) -> None:
    """Refuse a function that, or a derivative of which, is not finite at an eigenvalue."""
    for j, value in enumerate(values):
        for eigenvalue in component.eigenvalues:
            if value.at(eigenvalue.expr).has(nan, oo, -oo, zoo) or _has_pole(value, component):
                what = f"Derivative number {j} of the function" if j else "The function"
                msg = (
                    f"{what} has no finite value at the eigenvalue {eigenvalue}, whose largest Jordan block has size"
                    f" {component.index}. The function of a matrix needs derivatives up to one less than that there."
                )
                raise UndefinedFunctionError(msg, eigenvalue=eigenvalue, derivative=j)


def _has_pole(value: Value, component: Component) -> bool:
    """Whether a denominator that is a polynomial is 0 at the roots of a factor, which SymPy may not see."""
    x, field = Dummy("x"), component.field
    L = ResidueRing(field.domain, tuple(field.domain.convert(c) for c in component.coefficients))
    try:
        below = fraction(together(value.at(x)))[1]
        return below.has(x) and below.is_polynomial(x) and not any(element_at_root(below, x, field, L))
    except (InputError, UnsupportedEntryError):
        return False


# --- values at numbers and at pairs of conjugate ones -----------------------------------------------------------------


def _power(x: Expr, n: Expr) -> Expr:
    """The principal value of xⁿ."""
    return square_root(x) if n == Integer(1) / 2 and not x.free_symbols else x**n


def _polar(x: Expr, w: Expr) -> tuple[Expr, Expr] | None:
    """Modulus and principal argument of x + iω, where x and ω are real numbers, ω not 0."""
    if x.free_symbols or w.free_symbols or not (x.is_real and w.is_real):
        return None
    return square_root((x**2 + w**2).expand()), atan2(w, x)


def _parts_of_power(x: Expr, w: Expr, n: Expr) -> tuple[Expr, Expr] | None:
    if n == Integer(1) / 2:
        return _parts_of_square_root(x, w)
    polar = _polar(x, w)
    if polar is None and n.is_integer is not False:
        polar = _turn(x, w)
    if polar is None:
        return None
    r, angle = polar
    return r**n * cos(n * angle), r**n * sin(n * angle)


def _turn(x: Expr, w: Expr) -> tuple[Expr, Expr] | None:
    """Numbers r and θ with x + iω = r·exp(iθ), for parameters, where this can be seen; θ is any such angle."""
    if x == 0:
        return w, pi / 2
    if isinstance(x, cos) and w in {sin(x.args[0]), -sin(x.args[0])}:
        return Integer(1), x.args[0] if w == sin(x.args[0]) else -x.args[0]
    return None


def _parts_of_square_root(x: Expr, w: Expr) -> tuple[Expr, Expr] | None:
    polar = _polar(x, w)
    if polar is None:
        return None
    r, half = polar[0], Integer(1) / 2
    imaginary = square_root(((r - x) * half).expand())
    return square_root(((r + x) * half).expand()), imaginary if w.is_positive else -imaginary


def _parts_of_logarithm(x: Expr, w: Expr) -> tuple[Expr, Expr] | None:
    polar = _polar(x, w)
    return None if polar is None else (log(polar[0] ** 2) / 2, polar[1])


# --- from germs to a matrix -------------------------------------------------------------------------------------------


def function_of_matrix(shape: tuple[int, int], covariants: Sequence[Covariants], germ_at: GermAt) -> ImmutableMatrix:
    """f(A), or f(A)X.

    Args:
        shape: Of the result.
        covariants: Of all components of A, or these times X.
        germ_at: What f is near the roots of a component.
    """
    summands = [_entries(Z, germ_at(Z.component)) for Z in covariants]
    return ImmutableMatrix(*shape, lambda i, k: Add(*(entry(int(i), int(k)) for entry in summands)))


def _entries(Z: Covariants, germ: Germ) -> Callable[[int, int], Expr]:
    """The entries of Σ f⁽ʲ⁾(λ)/j! Z_{λ,j}, the sum over the roots of one factor and all j."""
    if Z.component.degree > 2:
        return _sum_over_roots(Z, germ)
    if Z.component.degree == 2:
        x, w = conjugate_parts(Z.component)
        parts = [value.parts(x, w) for value in germ.values] if w else []
        known = [pair for pair in parts if pair is not None]
        if w and len(known) == len(germ.values):
            return _of_conjugates(Z, germ, known, w)
    terms = _Terms(Z, germ, Z.ring.inverse(Z.ring.derivative))
    written = [(x, [value.at(x.expr) for value in germ.values]) for x in Z.component.eigenvalues]
    return lambda i, k: Add(*(c * g[v] * x.evaluate(z) for x, g in written for v, c, z in terms.at(i, k)))


class _Terms:
    """The terms of f⁽ʲ⁾(λ)/j! Z_{λ,j}, for all j, as multiples of the values of a germ.

    Args:
        Z: The covariants.
        germ: What f is near λ.
        factor: What the numerators Hⱼ are multiplied by: 1/p'(λ), or 1.
    """

    def __init__(self, Z: Covariants, germ: Germ, factor: Element) -> None:
        self._Z = Z
        self._weights = [
            (j, v, c, Z.ring.mul(factor, Z.ring.power(Z.ring.generator, e)))
            for j in range(len(Z.numerators))
            for v, c, e in germ.derivative(j)
        ]

    def at(self, i: int, k: int) -> Iterator[tuple[int, Expr, Element]]:
        """For the entry (i, k), from 0: (number of a value, c free of λ, element of K[λ]/p)."""
        for j, v, c, weight in self._weights:
            z = self._Z.numerator(j, i, k)
            if any(z):
                yield v, c, self._Z.ring.mul(z, weight)


def conjugate_parts(component: Component) -> tuple[Expr, Expr | None]:
    """The x and ω of a quadratic whose roots are by their form x ± iω, ω > 0 for numbers; None for an ω without i."""
    field = component.field
    x, y, R = surd(component.eigenvalues[1])
    return field.to_sympy(x), field.to_sympy(y) * R / I if R.is_imaginary else None


def _of_conjugates(
    Z: Covariants, germ: Germ, parts: Sequence[tuple[Expr, Expr]], w: Expr
) -> Callable[[int, int], Expr]:
    """The sum over λ = x ± iω of g(λ)(u + vλ)/p'(λ), g = C ± iS and p' = ±2iω: it is Cv + S(u + vx)/ω."""
    field = Z.component.field
    x, _, _ = surd(Z.component.eigenvalues[1])
    terms = _Terms(Z, germ, Z.ring.element([field.domain.one]))

    def entry(i: int, k: int) -> Expr:
        total = Integer(0)
        for number, c, (u, v) in terms.at(i, k):
            C, S = parts[number]
            total += c * (C * field.to_sympy(v) + S * (field.to_sympy(u + v * x) / w))
        return total

    return entry


def _sum_over_roots(Z: Covariants, germ: Germ) -> Callable[[int, int], Expr]:
    """Entries as sums over the roots of p: the values times a numerator, over p'(λ)."""
    field = Z.component.field
    variable = _free_variable(Z, germ)
    p, derivative = (
        expression_in_lambda(x, field).subs(LAMBDA, variable) for x in (Z.component.coefficients, Z.ring.derivative)
    )
    polynomial, values = Poly(p, variable), [value.at(variable) for value in germ.values]
    terms = _Terms(Z, germ, Z.ring.element([field.domain.one]))

    def entry(i: int, k: int) -> Expr:
        above = Add(
            *(c * values[v] * expression_in_lambda(z, field).subs(LAMBDA, variable) for v, c, z in terms.at(i, k))
        )
        return SumOverRoots(polynomial, Lambda(variable, above / derivative)) if above else above

    return entry


def _free_variable(Z: Covariants, germ: Germ) -> Symbol:
    """λ, or another letter where λ already has a meaning."""
    x = Dummy("lambda")
    given = [value.at(x) for value in germ.values]
    given += [c for j in range(len(Z.numerators)) for _, c, _ in germ.derivative(j)]
    given += Z.component.field.generators
    return x if any(LAMBDA in g.free_symbols for g in given) else LAMBDA
