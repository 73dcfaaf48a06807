r"""Number fields $\mathbb{Q}(\alpha_1, \dots, \alpha_r) \subset \mathbb{C}$, built one generator at a time.

A field is $\mathbb{Q}[\theta]/(m)$ together with the complex number that θ is. Adjoining α, a root of a polynomial
over the field so far, factors that polynomial, picks the factor that vanishes at α by certified balls, and takes
$\theta + s\alpha$ as the new primitive element; its minimal polynomial comes from linear algebra over $\mathbb{Q}$.
The products $\alpha_1^{k_1} \cdots \alpha_r^{k_r}$ with $k_i$ below the relative degrees are a basis over $\mathbb{Q}$
in which elements are shown, so that $\sqrt 2 + \sqrt 3$ is printed as it was typed.

References:
    [Coh93] §4.2.2 (primitive elements) and §3.6.2 (factoring over a number field).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NoReturn

from flint import acb, arb, ctx
from sympy import QQ, Add, Expr, I, Mul, Poly, Symbol, acos, cos, exp, pi, sin
from sympy.polys.densearith import dup_mul, dup_rem
from sympy.polys.domains import AlgebraicField as SympyAlgebraicField
from sympy.polys.factortools import dup_factor_list
from sympy.polys.matrices import DomainMatrix
from sympy.polys.polyerrors import DomainError

from symeig.errors import BudgetExceededError, UnsupportedEntryError

__all__ = ["RATIONALS", "NumberField", "adjoin", "enclose", "root_in_field"]

# The largest degree over Q that is built; arithmetic beyond it takes seconds an operation.
MAX_DEGREE = 64

# Precisions tried, in bits, before two balls are declared inseparable.
PRECISIONS = tuple(2**k for k in range(6, 14))

# Bits at which a radicand whose ball still meets the negative real axis is given up.
BRANCH_PRECISION = 512


class AlgebraicField(SympyAlgebraicField):  # type: ignore[misc]  # SymPy has no types
    """SymPy's domain, which picks conversions by this very name, with canonical units.

    Every non-zero element is a unit, so that fractions of polynomials over the field can be reduced to a monic
    denominator. Without it x/x is not 1 in SymPy's fraction fields over number fields.
    """

    def canonical_unit(self, element: Any) -> Any:
        """The factor that makes an element 1."""
        return self.one / element if element else self.one

    def get_ring(self) -> NoReturn:
        """There is none. SymPy asks for every gcd, and its own refusal prints the field each time."""
        msg = "a number field has no associated ring"
        raise DomainError(msg)


@dataclass(frozen=True)
class NumberField:
    r"""The field $\mathbb{Q}(\alpha_1, \dots, \alpha_r) = \mathbb{Q}[\theta]/(m)$, embedded into the complex numbers.

    Attributes:
        generators: α₁, …, αᵣ as SymPy expressions, each of degree > 1 over the field of those before it.
        degrees: Degree of each generator over the field of those before it.
        weights: The integers s₁, …, sᵣ with θ = Σ sᵢαᵢ.
        modulus: Coefficients of m, monic, the leading one first.
        images: Each generator as a polynomial in θ, the constant coefficient first, of length deg m.
    """

    generators: tuple[Expr, ...] = ()
    degrees: tuple[int, ...] = ()
    weights: tuple[int, ...] = ()
    modulus: tuple[Any, ...] = (1, 0)
    images: tuple[tuple[Any, ...], ...] = ()

    @property
    def degree(self) -> int:
        """Degree over the rational numbers."""
        return len(self.modulus) - 1

    @cached_property
    def domain(self) -> Any:
        """The SymPy domain whose elements represent the numbers."""
        if not self.generators:
            return QQ
        theta = sum(s * alpha for s, alpha in zip(self.weights, self.generators, strict=True))
        minpoly = Poly(list(self.modulus), Symbol("theta"), domain=QQ)
        return AlgebraicField(QQ, (minpoly, theta))

    def __reduce__(self) -> tuple[Any, ...]:
        return NumberField, (self.generators, self.degrees, self.weights, self.modulus, self.images)

    def from_coefficients(self, coefficients: Any) -> Any:
        """The element Σ cᵢθⁱ of the domain, from its rational coefficients, the constant one first."""
        if not self.generators:
            return coefficients[0]
        return self.domain.dtype(list(reversed(coefficients)), self.domain.mod.to_list(), QQ)

    def coefficients(self, element: Any) -> list[Any]:
        """The rational coefficients of an element in powers of θ, the constant one first, of length `degree`."""
        if not self.generators:
            return [element]
        ascending: list[Any] = element.to_list()[::-1]
        return ascending + [QQ.zero] * (self.degree - len(ascending))

    @cached_property
    def generator_elements(self) -> tuple[Any, ...]:
        """α₁, …, αᵣ as elements of the domain."""
        return tuple(self.from_coefficients(image) for image in self.images)

    @cached_property
    def _monomials(self) -> tuple[tuple[int, ...], ...]:
        """Exponents of the basis products of generators, in increasing order."""
        return tuple(sorted(itertools.product(*map(range, self.degrees)), key=lambda k: (sum(k), k[::-1])))

    @cached_property
    def _to_monomials(self) -> Any:
        """The matrix over QQ that takes coefficients in powers of θ to coordinates in the basis products."""
        one = self.domain.one
        columns = []
        for exponents in self._monomials:
            element = one
            for alpha, k in zip(self.generator_elements, exponents, strict=True):
                element *= alpha**k
            columns.append(self.coefficients(element))
        return DomainMatrix(columns, (self.degree, self.degree), QQ).transpose().inv()

    def coordinates(self, element: Any) -> list[tuple[Any, tuple[int, ...]]]:
        """An element as a list of (rational, exponents) pairs in the basis products; zero coordinates are left out."""
        vector = DomainMatrix([[c] for c in self.coefficients(element)], (self.degree, 1), QQ)
        flat = (self._to_monomials * vector).to_list_flat()
        return [(c, k) for c, k in zip(flat, self._monomials, strict=True) if c]

    def to_sympy(self, element: Any) -> Expr:
        """An element as a SymPy expression in the generators, as the user wrote them."""
        if not self.generators:
            return QQ.to_sympy(element)
        terms = (
            Mul(QQ.to_sympy(c), *(alpha**k for alpha, k in zip(self.generators, exponents, strict=True)))
            for c, exponents in self.coordinates(element)
        )
        return Add(*terms)

    def enclose(self, element: Any) -> acb:
        """A ball that contains the complex number an element is, at FLINT's current precision."""
        if not self.generators:
            return _ball(element)
        theta = sum((s * enclose(a) for s, a in zip(self.weights, self.generators, strict=True)), acb(0))
        value = acb(0)
        for c in element.to_list():
            value = value * theta + _ball(c)
        return value


RATIONALS = NumberField()


def _ball(rational: Any) -> acb:
    """A rational number as a ball."""
    return acb(int(rational.numerator)) / int(rational.denominator)


def enclose(expr: Expr) -> acb:
    """A ball around an algebraic number given by rationals, I, sums, products, powers, roots of unity and `CRootOf`.

    Args:
        expr: The number; roots are principal, as in SymPy.

    Returns:
        The ball, at FLINT's current precision; its radius may be infinite when a branch cannot be told.
    """
    if expr.is_Rational:
        return acb(int(expr.p)) / int(expr.q)
    if expr.is_Add:
        return sum((enclose(a) for a in expr.args), acb(0))
    if expr.is_Mul:
        value = acb(1)
        for a in expr.args:
            value *= enclose(a)
        return value
    if expr.is_Pow and expr.exp.is_Rational:
        return _power(enclose(expr.base), int(expr.exp.p), int(expr.exp.q))
    if expr is I:
        return acb(0, 1)
    return _special(expr)


def _power(base: acb, numerator: int, denominator: int) -> acb:
    """The principal value of base^(numerator/denominator), exact about the branch for negative real bases."""
    if denominator == 1:
        return base**numerator
    if base.imag == 0 and base.real < 0:
        root = acb((-base.real).root(denominator)) * (acb(1) / denominator).exp_pi_i()
    elif base.imag == 0 and base.real > 0:
        root = acb(base.real.root(denominator))
    else:
        if base.imag.contains(0) and base.real < 0 and ctx.prec >= BRANCH_PRECISION:
            msg = "A root of a number that seems to be real and negative is ambiguous. Write its root with I outside."
            raise UnsupportedEntryError(msg, position=None, entry=str(base))
        root = (base.log() / denominator).exp()
    return root**numerator


def _special(expr: Expr) -> acb:
    """Balls for exponentials, cosines, sines and arccosines, exact about multiples of π, and for `CRootOf`."""
    if isinstance(expr, exp):
        return enclose(expr.args[0] / (I * pi)).exp_pi_i()
    if isinstance(expr, cos | sin) and expr.args[0].has(pi) and (expr.args[0] / pi).is_Rational:
        turns = enclose(expr.args[0] / pi)
        return turns.cos_pi() if isinstance(expr, cos) else turns.sin_pi()
    if isinstance(expr, cos | sin | acos):
        name = type(expr).__name__
        return getattr(enclose(expr.args[0]), name)()
    if expr is pi:
        return acb.pi()
    digits = int(ctx.prec * 0.302) + 3
    real, imaginary = expr.evalf(digits).as_real_imag()
    return acb(arb(f"{real} +/- 1e-{digits - 3}"), arb(f"{imaginary} +/- 1e-{digits - 3}"))


def vanishing_factor(factors: list[list[Any]], field: NumberField, value: Callable[[], acb]) -> list[Any]:
    """The one among pairwise coprime polynomials over a number field that vanishes at a number.

    Args:
        factors: Polynomials over the field, the leading coefficient first; exactly one of them vanishes.
        field: Their field.
        value: Gives a ball around the number at FLINT's current precision.

    Returns:
        The factor: all others are proved not to vanish.

    Raises:
        BudgetExceededError: Balls of 8192 bits do not tell them apart.
    """
    for precision in PRECISIONS:
        with ctx.workprec(precision):
            point = value()
            left = [f for f in factors if _evaluate(f, field, point).contains(0)]
        if len(left) == 1:
            return left[0]
    msg = f"{len(factors)} factors cannot be told apart at {PRECISIONS[-1]} bits. Write the entry in another form."
    raise BudgetExceededError(msg, what="digits", limit=PRECISIONS[-1], spent=PRECISIONS[-1])


def root_in_field(field: NumberField, polynomial: list[Any], value: Callable[[], acb]) -> Any:
    """The root of a polynomial over a number field that lies in the field and has the given value.

    Args:
        field: The field.
        polynomial: Coefficients over the field, the leading one first.
        value: Gives a ball around the root at FLINT's current precision.

    Raises:
        UnsupportedEntryError: The root does not lie in the field.
    """
    factors = [f for f, _ in dup_factor_list(polynomial, field.domain)[1]]
    factor = vanishing_factor(factors, field, value)
    if len(factor) > 2:
        msg = f"A root of degree {len(factor) - 1} is not in the field of the entries. Write the entry in another form."
        raise UnsupportedEntryError(msg, position=None, entry="root")
    return -factor[1] / factor[0]


def _evaluate(polynomial: list[Any], field: NumberField, point: acb) -> acb:
    """Horner's rule in balls."""
    total = acb(0)
    for c in polynomial:
        total = total * point + field.enclose(c)
    return total


def adjoin(field: NumberField, generator: Expr, polynomial: list[Any], value: Callable[[], acb]) -> NumberField:
    r"""The field with one more number.

    Args:
        field: The field so far.
        generator: The new number α as it shall be shown.
        polynomial: A polynomial over the field with root α, the leading coefficient first.
        value: Gives a ball around α at FLINT's current precision.

    Returns:
        `field` itself where α lies in it, else the field generated by both.

    Raises:
        BudgetExceededError: The degree over the rationals would exceed 64.
    """
    K = field.domain
    factors = [f for f, _ in dup_factor_list(polynomial, K)[1]]
    minpoly = vanishing_factor(factors, field, value)
    d = len(minpoly) - 1
    if d == 1:
        return field
    if field.degree * d > MAX_DEGREE:
        msg = (
            f"Adjoining {generator} makes a number field of degree {field.degree * d}. symeig computes in degree"
            f" {MAX_DEGREE} at most. Use fewer different roots."
        )
        raise BudgetExceededError(msg, what="size", limit=MAX_DEGREE, spent=field.degree * d)
    lead = minpoly[0]
    minpoly = [c / lead for c in minpoly]
    s, (modulus, theta, alpha) = next(
        (s, solved) for s in _shifts(field.degree) if (solved := _primitive(field, minpoly, s)) is not None
    )
    extended = NumberField(weights=(1,), modulus=modulus, generators=(generator,), degrees=(d,), images=(alpha,))
    old = extended.from_coefficients(theta)
    images = tuple(tuple(_compose(extended, image, old)) for image in field.images)
    return NumberField(
        generators=(*field.generators, generator),
        degrees=(*field.degrees, d),
        weights=(*field.weights, s),
        modulus=modulus,
        images=(*images, alpha),
    )


def _shifts(degree: int) -> Iterator[int]:
    """The integers s to try in θ + sα; all but finitely many give a primitive element."""
    yield 1
    if degree > 1:
        for s in itertools.count(1):
            yield from (-s, s + 1)


def _primitive(field: NumberField, minpoly: list[Any], s: int) -> tuple[Any, Any, Any] | None:
    """The minimal polynomial of θ + sα with θ and α in its powers, or None where θ + sα is not primitive."""
    K = field.domain
    e, d = field.degree, len(minpoly) - 1
    theta = K.unit if field.generators else K.zero
    y = [K.convert(s), theta]
    powers = [[K.one]]
    for _ in range(e * d):
        powers.append(dup_rem(dup_mul(powers[-1], y, K), minpoly, K))
    flat = [_flatten(f, field, d) for f in powers]
    basis = DomainMatrix(flat[:-1], (e * d, e * d), QQ).transpose()
    targets = [flat[-1], _flatten([theta], field, d), _flatten([K.one, K.zero], field, d)]
    if basis.rank() < e * d:
        return None
    solution = basis.lu_solve(DomainMatrix(targets, (3, e * d), QQ).transpose()).transpose().to_list()
    relation, theta_image, alpha_image = solution
    modulus = (QQ.one, *(-c for c in reversed(relation)))
    return modulus, tuple(theta_image), tuple(alpha_image)


def _flatten(f: list[Any], field: NumberField, d: int) -> list[Any]:
    """An element of K[x]/g as its d·deg K rational coordinates."""
    ascending = list(reversed(f)) + [field.domain.zero] * (d - len(f))
    return [q for c in ascending for q in field.coefficients(c)]


def _compose(field: NumberField, coefficients: Any, point: Any) -> list[Any]:
    """The polynomial with the given ascending coefficients at an element, in powers of θ."""
    total = field.domain.zero
    for c in reversed(coefficients):
        total = total * point + field.domain.convert(c)
    return field.coefficients(total)
