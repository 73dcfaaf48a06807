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

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import TYPE_CHECKING, Any, NoReturn

from flint import fmpz_poly
from sympy import QQ, E, Expr, I, Integer, Rational, S, Symbol, cancel, cos, exp, pi, sin, tan
from sympy.core.function import AppliedUndef
from sympy.functions.elementary.hyperbolic import HyperbolicFunction
from sympy.functions.elementary.trigonometric import TrigonometricFunction
from sympy.polys.rootoftools import ComplexRootOf

from symeig.errors import UnsupportedEntryError
from symeig.exact.number_fields import RATIONALS, NumberField, adjoin, enclose

if TYPE_CHECKING:
    from symeig.reading import ExactScalar

__all__ = ["QQ_FIELD", "Angle", "BaseField", "OverField", "base_field"]


@dataclass(frozen=True)
class Angle:
    """An angle t whose cosine and sine are written by u = tan(t/2)."""

    angle: Expr

    @property
    def generator(self) -> Expr:
        """The generator u of the field."""
        return tan(self.angle / 2, evaluate=False)


@dataclass(frozen=True)
class BaseField:
    """K = F(g₁, …, gₖ): the field that the entries of a matrix generate.

    Attributes:
        numbers: The number field F.
        roots: Pairs (g, N): the generator is g^(1/N), for a symbol g or π.
        exponentials: Pairs (t, N): the generator is exp(t/N), for a monomial t in symbols, or 1.
        angles: Angles t, each with the generator tan(t/2).
    """

    numbers: NumberField = RATIONALS
    roots: tuple[tuple[Expr, int], ...] = ()
    exponentials: tuple[tuple[Expr, int], ...] = ()
    angles: tuple[Angle, ...] = ()

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

    @cached_property
    def generators(self) -> tuple[Expr, ...]:
        """g₁, …, gₖ, independent over F."""
        roots = [g ** Rational(1, n) for g, n in self.roots]
        return (*roots, *(exp(t / n) for t, n in self.exponentials), *(a.generator for a in self.angles))

    @cached_property
    def domain(self) -> Any:
        """The SymPy domain whose elements are the elements of K."""
        F = self.numbers.domain
        return F.frac_field(*self.generators) if self.has_parameters else F

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
        return _Evaluator(self)(entry)

    def number(self, element: Any) -> Any:
        """An element of F as an element of K."""
        return self.domain.convert_from(element, self.numbers.domain) if self.has_parameters else element

    def to_sympy(self, element: Any) -> Expr:
        """An element as a SymPy expression, as the user would write it."""
        if not self.has_parameters:
            return self.numbers.to_sympy(element)
        numer, denom = self._polynomial(element.numer), self._polynomial(element.denom)
        quotient = numer / denom
        for a in self.angles:
            quotient = _in_cosine_and_sine(quotient, a)
        return quotient

    def _polynomial(self, p: Any) -> Expr:
        """The numerator or denominator of an element as a SymPy expression."""
        total = S.Zero
        for exponents, c in p.terms():
            term = self.numbers.to_sympy(c)
            for g, k in zip(self.generators, exponents, strict=True):
                term *= g**k
            total += term
        return total

    def conjugate(self, element: Any) -> Any:
        """The complex conjugate, with every parameter taken to be real.

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
        modulus = [F.domain.convert(c) for c in F.modulus]
        if adjoin(F, theta, modulus, lambda: enclose(theta)) is not F:
            msg = "The field of the entries does not contain their complex conjugates. Use real entries, or Q(i)."
            raise UnsupportedEntryError(msg, position=None, entry=str(theta))
        return _root_in(F, modulus, lambda: enclose(theta))

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


def base_field(entries: Iterable[ExactScalar]) -> BaseField:
    r"""The field that the entries of a matrix generate.

    Args:
        entries: Python ints, fractions, and SymPy expressions in: roots of rational and algebraic numbers, I,
            cosines and sines of rational multiples of π, `CRootOf`, symbols and their roots, π, powers of e,
            exponentials, cosines and sines of monomials in symbols.

    Returns:
        The field, the same one for the same set of entries in the same order.

    Raises:
        UnsupportedEntryError: An entry is none of these, or has both π and e.

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


def _refuse(expr: Expr, reason: str, remedy: str) -> NoReturn:
    msg = f"{expr} {reason}. {remedy}"
    raise UnsupportedEntryError(msg, position=None, entry=str(expr))


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


def _root_in(numbers: NumberField, polynomial: list[Any], value: Callable[[], Any]) -> Any:
    """The root of a polynomial that lies in F and has the given value."""
    from sympy.polys.factortools import dup_factor_list  # noqa: PLC0415

    from symeig.exact.number_fields import vanishing_factor  # noqa: PLC0415

    factors = [f for f, _ in dup_factor_list(polynomial, numbers.domain)[1]]
    linear = vanishing_factor(factors, numbers, value)
    return -linear[1] / linear[0]


def _terms(argument: Expr) -> list[tuple[Rational, bool, Expr]]:
    """The argument of an exponential or a cosine as a sum of (rational, times i?, monomial) with monomial 1 for numbers."""
    terms = []
    for term in argument.expand().as_ordered_terms():
        c, rest = term.as_coeff_Mul()
        imaginary = rest.has(I)
        monomial = rest / I if imaginary else rest
        known = c.is_Rational and all(
            (b.is_Symbol or b is pi) and e.is_Integer and e > 0 for b, e in monomial.as_powers_dict().items() if b != 1
        )
        if not known or (monomial.has(pi) and monomial != pi):
            _refuse(argument, "is no sum of rational multiples of monomials", "Replace it by a new symbol.")
        terms.append((c, imaginary, monomial))
    return terms


class _Survey:
    """Collects the generators that a set of entries needs."""

    def __init__(self) -> None:
        self.algebraic: dict[Expr, None] = {}
        self.roots: dict[Expr, int] = {}
        self.exponentials: dict[Expr, int] = {}
        self.angles: dict[Expr, int] = {}

    def visit(self, expr: Expr) -> None:
        """Note the generators in an expression."""
        if expr.is_Rational:
            return
        if expr.is_Symbol or expr is pi:
            self._note(self.roots, expr, 1)
        elif expr is E:
            self._note(self.exponentials, S.One, 1)
        elif expr is I or isinstance(expr, ComplexRootOf):
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
            self._rewrite(expr)

    def _rewrite(self, expr: Expr) -> None:
        """Try the elementary form of a hyperbolic function or a named constant."""
        rewritten = _elementary(expr)
        if rewritten == expr:
            _refuse(expr, "is not a number or expression that symeig computes with exactly", "Replace it by a new symbol.")
        self.visit(rewritten)

    @staticmethod
    def _note(table: dict[Expr, int], key: Expr, denominator: int) -> None:
        table[key] = lcm(table.get(key, 1), denominator)

    def _power(self, expr: Expr) -> None:
        base, q = expr.base, int(expr.exp.q)
        if q > 1 and (base.is_Symbol or base is pi):
            self._note(self.roots, base, q)
        elif q > 1 and (base.free_symbols or base.has(pi, E)):
            _refuse(expr, "is a root of an expression in parameters", "Replace it by a new symbol.")
        else:
            self.visit(base)
            if q > 1:
                self.algebraic[base ** Rational(1, q)] = None

    def _exponential(self, argument: Expr) -> None:
        for c, imaginary, monomial in _terms(argument):
            if monomial == pi and imaginary:
                self._root_of_unity(c)
            elif monomial == pi or (monomial == 1 and imaginary):
                _refuse(exp(argument), "is not known to be independent of other entries", "Replace it by a new symbol.")
            elif imaginary:
                self.algebraic[I] = None
                self._note(self.angles, monomial, int(c.q))
            else:
                self._note(self.exponentials, monomial, int(c.q))

    def _angle(self, argument: Expr) -> None:
        for c, imaginary, monomial in _terms(argument):
            if imaginary or monomial == 1:
                _refuse(cos(argument), "is not known to be independent of other entries", "Replace it by a new symbol.")
            if monomial == pi:
                for number in _cosine_and_sine(c):
                    self.visit(number)
            else:
                self._note(self.angles, monomial, int(c.q))

    def _root_of_unity(self, q: Rational) -> None:
        number = exp(I * pi * q)
        if isinstance(number, exp):
            self.algebraic[number] = None
        else:
            self.visit(number)

    def field(self) -> BaseField:
        """The field generated by everything that was visited."""
        if pi in self.roots and S.One in self.exponentials:
            _refuse(pi + E, "has both π and e, whose independence is an open question", "Replace one by a new symbol.")
        numbers = RATIONALS
        for generator in self.algebraic:
            numbers = _adjoin(numbers, generator)
        return BaseField(
            numbers,
            tuple(sorted(self.roots.items(), key=_by_name)),
            tuple(sorted(self.exponentials.items(), key=_by_name)),
            tuple(Angle(t / n) for t, n in sorted(self.angles.items(), key=_by_name)),
        )


def _by_name(item: tuple[Expr, int]) -> str:
    return str(item[0])


def _elementary(expr: Expr) -> Expr:
    """Hyperbolic functions by exponentials, named algebraic constants by radicals; anything else unchanged."""
    if isinstance(expr, AppliedUndef):
        return expr
    if isinstance(expr, HyperbolicFunction):
        return expr.rewrite(exp)
    return expr.expand(func=True)


def _cosine_and_sine(q: Rational) -> tuple[Expr, Expr]:
    """cos(πq) and sin(πq): radicals where SymPy has them, else cosines."""
    sine = sin(pi * q)
    return cos(pi * q), cos(pi * (Rational(1, 2) - q)) if isinstance(sine, sin) else sine


def _adjoin(numbers: NumberField, generator: Expr) -> NumberField:
    """The number field with one of the algebraic generators that `_Survey` collects."""
    polynomial = _defining_polynomial(numbers, generator)
    return adjoin(numbers, generator, polynomial, lambda: enclose(generator))


def _defining_polynomial(numbers: NumberField, generator: Expr) -> list[Any]:
    """A polynomial over the field so far with the generator as a root, the leading coefficient first."""
    F = numbers.domain
    if generator is I:
        return [F.one, F.zero, F.one]
    if isinstance(generator, ComplexRootOf):
        return [F.convert(QQ.from_sympy(c)) for c in generator.poly.all_coeffs()]
    if isinstance(generator, exp):
        order = Integer(int((generator.args[0] / (2 * I * pi)).q))
        return _rational_polynomial(fmpz_poly.cyclotomic(int(order)), F)
    if isinstance(generator, cos):
        order = int((generator.args[0] / (2 * pi)).q)
        halves = fmpz_poly.cos_minpoly(order)(fmpz_poly([0, 2]))
        return _rational_polynomial(halves, F)
    q = int(generator.exp.q)
    base = BaseField(numbers).element(generator.base)
    return [F.one, *[F.zero] * (q - 1), -base]


def _rational_polynomial(p: fmpz_poly, F: Any) -> list[Any]:
    return [F.convert(QQ(int(c))) for c in reversed(p.coeffs())]


class _Evaluator:
    """Evaluates an expression in a field by its sums, products and powers."""

    def __init__(self, field: BaseField) -> None:
        self.field = field
        self.K = field.domain

    def __call__(self, expr: Expr) -> Any:
        K = self.K
        if isinstance(expr, int | Fraction) or expr.is_Rational:
            return K.convert(QQ(int(expr.numerator), int(expr.denominator)))
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
            return _integer_power(self(expr.base), int(expr.exp), K, expr)
        if isinstance(expr, TrigonometricFunction):
            return self._trigonometric(expr)
        if expr.is_Symbol or expr is pi or (expr.is_Pow and (expr.base.is_Symbol or expr.base is pi)):
            return self._root(expr)
        if expr.is_Pow:
            root = expr.base ** Rational(1, expr.exp.q)
            return _integer_power(self._algebraic(root), int(expr.exp.p), K, expr)
        if expr is I or isinstance(expr, ComplexRootOf):
            return self._algebraic(expr)
        rewritten = _elementary(expr)
        if rewritten == expr:
            _refuse(expr, "is not in the field of the other entries", "Replace it by a new symbol.")
        return self(rewritten)

    def _algebraic(self, generator: Expr) -> Any:
        """An algebraic generator: one of F's, or an element of F that its factored polynomial finds."""
        F = self.field.numbers
        if generator in F.generators:
            return self.field.number(F.generator_elements[F.generators.index(generator)])
        polynomial = _defining_polynomial(F, generator)
        return self.field.number(_root_in(F, polynomial, lambda: enclose(generator)))

    def _generator(self, index: int) -> Any:
        return self.K.gens[index]

    def _root(self, expr: Expr) -> Any:
        base, power = expr.as_base_exp()
        for index, (g, n) in enumerate(self.field.roots):
            if g == base:
                return _integer_power(self._generator(index), int(power * n), self.K, expr)
        _refuse(expr, "is not in the field of the other entries", "Replace it by a number.")

    def _exponential(self, argument: Expr) -> Any:
        K = self.K
        total = K.one
        for c, imaginary, monomial in _terms(argument):
            if monomial == pi:
                number = exp(I * pi * c)
                total *= self._algebraic(number) if isinstance(number, exp) else self(number)
            elif imaginary:
                cosine, sine = self._multiple(monomial, c)
                total *= cosine + self._algebraic(I) * sine
            else:
                index, n = self._find(self.field.exponentials, monomial)
                total *= _integer_power(self._generator(len(self.field.roots) + index), int(c * n), K, argument)
        return total

    @staticmethod
    def _find(table: Sequence[tuple[Expr, int]], key: Expr) -> tuple[int, int]:
        return next((i, n) for i, (t, n) in enumerate(table) if t == key)

    def _trigonometric(self, expr: Expr) -> Any:
        cosine, sine = self.K.one, self.K.zero
        for c, _, monomial in _terms(expr.args[0]):
            pair = self._constant(c) if monomial == pi else self._multiple(monomial, c)
            cosine, sine = _rotate((cosine, sine), pair)
        name = type(expr).__name__
        quotient = {
            "cos": (cosine, self.K.one),
            "sin": (sine, self.K.one),
            "tan": (sine, cosine),
            "cot": (cosine, sine),
            "sec": (self.K.one, cosine),
            "csc": (self.K.one, sine),
        }[name]
        if not quotient[1]:
            _refuse(expr, "is a division by zero", "Remove it.")
        return quotient[0] / quotient[1]

    def _constant(self, q: Rational) -> tuple[Any, Any]:
        cosine, sine = _cosine_and_sine(q)
        return self._cosine(cosine), self._cosine(sine)

    def _cosine(self, number: Expr) -> Any:
        if isinstance(number, cos):
            return self._algebraic(number)
        if number.is_Mul and number.args[0] == -1 and isinstance(number.args[1], cos):
            return -self._algebraic(number.args[1])
        return self(number)

    def _multiple(self, monomial: Expr, c: Rational) -> tuple[Any, Any]:
        """Cosine and sine of c·t by repeated rotation."""
        index, a = next(
            (i, a) for i, a in enumerate(self.field.angles) if (monomial / a.angle).is_Rational
        )
        u = self._generator(len(self.field.roots) + len(self.field.exponentials) + index)
        one = self.K.one
        base = ((one - u * u) / (one + u * u), 2 * u / (one + u * u))
        k = int(c * (monomial / a.angle))
        if k < 0:
            base, k = (base[0], -base[1]), -k
        pair = (one, self.K.zero)
        for _ in range(k):
            pair = _rotate(pair, base)
        return pair


def _rotate(a: tuple[Any, Any], b: tuple[Any, Any]) -> tuple[Any, Any]:
    """Cosine and sine of a sum of two angles."""
    return a[0] * b[0] - a[1] * b[1], a[1] * b[0] + a[0] * b[1]


def _integer_power(base: Any, k: int, K: Any, expr: Expr) -> Any:
    if k < 0:
        if not base:
            _refuse(expr, "is a division by zero", "Remove it.")
        base, k = K.one / base, -k
    return base**k


def _in_cosine_and_sine(expr: Expr, angle: Angle) -> Expr:
    """An expression in u = tan(t/2) as A + B·sin t with A and B rational in cos t."""
    u, c = Symbol("_u"), Symbol("_c")
    numer, denom = expr.subs(angle.generator, u).as_numer_denom()
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

    if not expr.has(angle.generator):
        return expr
    (n0, n1), (d0, d1) = split(numer.expand()), split(denom.expand())
    below = d0**2 - squared * d1**2
    constant = cancel((n0 * d0 - squared * n1 * d1) / below)
    linear = cancel((n1 * d0 - n0 * d1) / below / (1 + c))
    return constant.subs(c, cos(angle.angle)) + linear.subs(c, cos(angle.angle)) * sin(angle.angle)
