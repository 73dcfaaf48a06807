r"""The base field K of a matrix: a number field, with parameters where the entries have any.

$K = F(g_1, \dots, g_k)$: F is a number field (`number_fields`), and the generators $g_i$ are independent over it:
symbols a, their roots $\sqrt[N]{a}$, $e^{t/N}$ for a monomial t in symbols, $\tan(t/2N)$ for the angles t (cosine
and sine are rational in it, which is what makes $\cos^2 t + \sin^2 t = 1$ known), π, or $e^{1/N}$. Exponentials of
monomials that are linearly independent over $\mathbb{Q}$ are algebraically independent together with the symbols
(Ax 1971). Whether π and e are independent is an open question, so a matrix with both is refused.

References:
    Ax, J.: On Schanuel's conjectures. Annals of Mathematics 93 (1971) 252–268.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from functools import cached_property
from math import gcd, lcm
from typing import TYPE_CHECKING, Any

from sympy import QQ, ZZ, Add, Expr, Mul, Rational, S, Symbol, cancel, cos, exp, sin, tan

from symeig.errors import UnsupportedEntryError
from symeig.exact.evaluation import evaluate
from symeig.exact.number_fields import RATIONALS, NumberField, adjoin, enclose, root_in_field

if TYPE_CHECKING:
    from symeig.reading import ExactScalar

__all__ = ["QQ_FIELD", "BaseField", "OverField"]


@dataclass(frozen=True)
class BaseField:
    """K = F(g₁, …, gₖ): the field that the entries of a matrix generate.

    Attributes:
        numbers: The number field F.
        roots: Pairs (g, N): the generator is g^(1/N), for a symbol g or π.
        exponentials: Pairs (t, N): the generator is exp(t/N), for a monomial t in symbols, or 1.
        angles: Pairs (t, N): the generator is tan(t/2N), for a monomial t in symbols.
    """

    numbers: NumberField = RATIONALS
    roots: tuple[tuple[Expr, int], ...] = ()
    exponentials: tuple[tuple[Expr, int], ...] = ()
    angles: tuple[tuple[Expr, int], ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return BaseField, (self.numbers, self.roots, self.exponentials, self.angles)

    @property
    def is_rational(self) -> bool:
        """Whether K is the field of rational numbers."""
        return not (self.numbers.generators or self.has_parameters)

    @property
    def has_parameters(self) -> bool:
        """Whether K is larger than a number field."""
        return bool(self.roots or self.exponentials or self.angles)

    @property
    def is_real(self) -> bool:
        """Whether all elements are real where everything in `must_be_real` is."""
        return all(g.is_real for g in self.numbers.generators)

    @cached_property
    def generators(self) -> tuple[Expr, ...]:
        """g₁, …, gₖ, independent over F."""
        roots = [g ** Rational(1, n) for g, n in self.roots]
        return (*roots, *(exp(t / n) for t, n in self.exponentials), *(_half_tangent(t / n) for t, n in self.angles))

    @property
    def must_be_real(self) -> tuple[Expr, ...]:
        """What must be real for every generator to be real, and is not known to be."""
        candidates = (
            *(g ** Rational(1, n) for g, n in self.roots),
            *(t for t, _ in (*self.exponentials, *self.angles)),
        )
        return tuple(dict.fromkeys(x for x in candidates if not x.is_real))

    @cached_property
    def domain(self) -> Any:
        """The SymPy domain whose elements are the elements of K."""
        F = self.numbers.domain
        return F.frac_field(*self.generators) if self.has_parameters else F

    @cached_property
    def integral_domain(self) -> Any:
        """A domain with K as its field of fractions, where matrices are multiplied without fractions.

        The integers for the rationals, polynomials for a field with parameters, and K itself for a number field.
        """
        if self.is_rational:
            return ZZ
        return self.domain.get_ring() if self.has_parameters else self.domain

    def element(self, entry: ExactScalar) -> Any:
        """An entry as an element of K.

        Args:
            entry: A number or expression in the generators that `base_field` was given.

        Raises:
            UnsupportedEntryError: The entry has a generator that K lacks.
        """
        K = self.domain
        if isinstance(entry, int):
            return K.convert(QQ(entry))
        if isinstance(entry, Fraction):
            return K.convert(QQ(entry.numerator, entry.denominator))
        return evaluate(entry, self)

    def number(self, element: Any) -> Any:
        """An element of F as an element of K."""
        return self.domain.convert_from(element, self.numbers.domain) if self.has_parameters else element

    def canonical(self, polynomial: Sequence[Any]) -> tuple[Any, ...]:
        """A polynomial in the scale in which it is stored: coprime integers over the rationals, else monic.

        Args:
            polynomial: Coefficients over K, the constant one first.
        """
        if not self.is_rational:
            return tuple(x / polynomial[-1] for x in polynomial)
        denominator = lcm(*(int(x.denominator) for x in polynomial))
        integers = [int(x * denominator) for x in polynomial]
        content = gcd(*integers) if integers[-1] > 0 else -gcd(*integers)
        return tuple(x // content for x in integers)

    def to_sympy(self, element: Any) -> Expr:
        """An element as a SymPy expression, as the user would write it."""
        if not self.has_parameters:
            return self.numbers.to_sympy(element)
        numer, denom = self._polynomial(element.numer), self._polynomial(element.denom)
        quotient = numer / denom
        for t, n in self.angles:
            quotient = _in_cosine_and_sine(quotient, t / n)
        return quotient

    def _polynomial(self, p: Any) -> Expr:
        """The numerator or denominator of an element as a SymPy expression."""
        powers = [[g**k for k in range(p.degree(i) + 1)] for i, g in enumerate(self.generators)] if p else []
        return Add(
            *(
                Mul(self.numbers.to_sympy(c), *(column[k] for column, k in zip(powers, exponents, strict=True) if k))
                for exponents, c in p.terms()
            )
        )

    def conjugate(self, element: Any) -> Any:
        """The complex conjugate, with everything in `must_be_real` taken to be real.

        Raises:
            UnsupportedEntryError: K does not contain the conjugate.
        """
        if not self.numbers.generators:
            return element
        theta = self._conjugate_theta
        return self._map_numbers(element, lambda c: _horner(self.numbers, c, theta))

    @cached_property
    def _conjugate_theta(self) -> Any:
        """The conjugate of θ as an element of F."""
        F = self.numbers
        theta = sum(
            (s * _conjugate(a) for s, a in zip(F.weights, F.generators, strict=True)),
            S.Zero,
        )
        try:
            return evaluate(theta, BaseField(F))
        except UnsupportedEntryError:
            # No formula for it is known, or none in terms of the generators; it may be a root of m in F all the same.
            pass
        modulus = [F.domain.convert(c) for c in F.modulus]
        if adjoin(F, theta, modulus, lambda: enclose(theta)) is not F:
            msg = "The field of the entries does not contain their complex conjugates. Use real entries, or Q(i)."
            raise UnsupportedEntryError(msg, position=None, entry=str(theta))
        return root_in_field(F, modulus, lambda: enclose(theta))

    def _map_numbers(self, element: Any, image: Callable[[Any], Any]) -> Any:
        """Apply an automorphism of F to the coefficients of an element of K."""
        if not self.has_parameters:
            return image(element)
        ring = element.numer.ring
        numer = ring.from_dict({k: image(c) for k, c in element.numer.terms()})
        denom = ring.from_dict({k: image(c) for k, c in element.denom.terms()})
        return element.field(numer) / element.field(denom)

    def encode(self, element: Any) -> Any:
        """An element as plain data: nested tuples of `Fraction`, which every process and version reads back."""
        if not self.has_parameters:
            return tuple(_fraction(c) for c in self.numbers.coefficients(element))
        return tuple(
            tuple((k, tuple(_fraction(q) for q in self.numbers.coefficients(c))) for k, c in part.terms())
            for part in (element.numer, element.denom)
        )

    def decode(self, data: Any) -> Any:
        """The element that `encode` made the data from."""
        if not self.has_parameters:
            return self._decode_number(data)
        ring = self.domain.field.ring
        numer, denom = (ring.from_dict({k: self._decode_number(c) for k, c in part}) for part in data)
        return self.domain.field(numer) / self.domain.field(denom)

    def _decode_number(self, data: tuple[Fraction, ...]) -> Any:
        return self.numbers.from_coefficients([QQ(c.numerator, c.denominator) for c in data])


class OverField:
    """Mixin for frozen dataclasses with an attribute `field`: pickles the field's elements as plain data.

    SymPy's field elements do not all survive pickling. The other attributes are nested tuples of elements, or plain.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        base: BaseField = self.field  # type: ignore[attr-defined]
        values = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "field"}  # type: ignore[arg-type]
        return _restore, (type(self), base, {name: _encode(value, base) for name, value in values.items()})


class _Encoded(tuple[Any, ...]):
    """Marks the plain data of one element among nested tuples."""

    __slots__ = ()


def _restore(cls: type, base: BaseField, values: dict[str, Any]) -> Any:
    return cls(field=base, **{name: _decode(value, base) for name, value in values.items()})


def _encode(value: Any, base: BaseField) -> Any:
    if isinstance(value, tuple):
        return tuple(_encode(x, base) for x in value)
    return value if value is None or isinstance(value, int | str) else _Encoded(base.encode(value))


def _decode(value: Any, base: BaseField) -> Any:
    if isinstance(value, _Encoded):
        return base.decode(tuple(value))
    return tuple(_decode(x, base) for x in value) if isinstance(value, tuple) else value


QQ_FIELD = BaseField()


def _fraction(q: Any) -> Fraction:
    return Fraction(int(q.numerator), int(q.denominator))


def _horner(numbers: NumberField, element: Any, point: Any) -> Any:
    """The polynomial in θ that an element is, at another element."""
    total = numbers.domain.zero
    for c in reversed(numbers.coefficients(element)):
        total = total * point + numbers.domain.convert(c)
    return total


def _conjugate(generator: Expr) -> Expr:
    """The conjugate of an algebraic generator, as an expression whose value is known to be it."""
    return generator if generator.is_real else generator.conjugate()


def _half_tangent(angle: Expr) -> Expr:
    """The generator tan(t/2) for an angle t."""
    return tan(angle / 2, evaluate=False)


def _in_cosine_and_sine(expr: Expr, angle: Expr) -> Expr:
    """An expression in u = tan(t/2) as A + B·sin t with A and B rational in cos t."""
    u, c = Symbol("_u"), Symbol("_c")
    numer, denom = expr.subs(_half_tangent(angle), u).as_numer_denom()
    squared = (1 - c) / (1 + c)

    def split(p: Expr) -> tuple[Expr, Expr]:
        """Even part and odd part / u, with u² replaced."""
        even = odd = S.Zero
        for (k,), coefficient in p.as_poly(u).terms():
            if k % 2:
                odd += coefficient * squared ** (k // 2)
            else:
                even += coefficient * squared ** (k // 2)
        return even, odd

    if not expr.has(_half_tangent(angle)):
        return expr
    (n0, n1), (d0, d1) = split(numer.expand()), split(denom.expand())
    below = d0**2 - squared * d1**2
    constant = cancel((n0 * d0 - squared * n1 * d1) / below)
    linear = cancel((n1 * d0 - n0 * d1) / below / (1 + c))
    return constant.subs(c, cos(angle)) + linear.subs(c, cos(angle)) * sin(angle)
