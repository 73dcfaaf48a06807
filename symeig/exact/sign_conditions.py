r"""Which signs elements of the base field can have together, at real values of the parameters.

An element is a number of known sign times powers of irreducible polynomials in the generators of K. Of a polynomial in
one generator every sign vector that occurs is known: it changes sign at its real roots, which are simple, and all real
roots of all such polynomials lie in one order. Of a polynomial in several generators the signs are bounded term by
term, and by completing the square. What is said to be impossible is impossible; what is said to be possible may not be.

References:
    Basu, S., Pollack, R., Roy, M.-F.: Algorithms in Real Algebraic Geometry. Springer 2006 (sign conditions, and the
    cells of a line on which they are constant).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import product
from math import prod
from typing import Any

from flint import acb, ctx
from sympy import QQ, Expr
from sympy.polys.factortools import dup_factor_list

from symeig.exact.fields import BaseField
from symeig.exact.inertia import FIRST_PRECISION, sign
from symeig.exact.isolation import isolate, ordered
from symeig.exact.number_fields import enclose

__all__ = ["Factor", "SignConditions", "SignedProduct", "sign_conditions"]

Signs = frozenset[int]

ANY: Signs = frozenset({-1, 0, 1})


@dataclass(frozen=True)
class Factor:
    """A real factor of elements of K.

    Attributes:
        expr: The factor as an expression.
        signs: The signs that it may have.
    """

    expr: Expr
    signs: Signs


@dataclass(frozen=True)
class SignedProduct:
    """An element of K up to a positive number.

    Attributes:
        unit: −1, 0 or 1.
        powers: Pairs (number of a factor, its exponent ≥ 1).
    """

    unit: int
    powers: tuple[tuple[int, int], ...] = ()

    def __neg__(self) -> SignedProduct:
        return SignedProduct(-self.unit, self.powers)

    def sign(self, vector: Sequence[int]) -> int:
        """The sign where the factors have the given ones."""
        return prod((vector[i] if k % 2 else abs(vector[i]) for i, k in self.powers), start=self.unit)


class SignConditions:
    """The signs that some elements of K can have together, everything in `must_be_real` taken to be real.

    Args:
        elements: Elements that are real at real parameters.
        field: K.

    Attributes:
        field: K.
        products: The elements, as products of irreducible polynomials.
    """

    def __init__(self, elements: Sequence[Any], field: BaseField) -> None:
        self.field = field
        self._factors: list[Any] = []
        self._denominators: set[int] = set()
        self.products = tuple(map(self._product, elements))

    @cached_property
    def factors(self) -> tuple[Factor, ...]:
        """The factors that the elements are made of."""
        signs = {
            i: frozenset(v[j] for v in vectors) for members, vectors in self._groups for j, i in enumerate(members)
        }
        return tuple(Factor(self.field.to_sympy(self._element(f)), signs[i]) for i, f in enumerate(self._factors))

    def _element(self, factor: Any) -> Any:
        K = self.field.domain
        return K.field(factor.set_ring(K.field.ring))

    def signs(self, element: SignedProduct) -> Signs:
        """The signs that one of the products may have, its factors taken one by one."""
        found = {element.unit}
        for i, k in element.powers:
            found = {s * t**k for s in found for t in self.factors[i].signs}
        return frozenset(found)

    @property
    def count(self) -> int:
        """How many sign vectors there are."""
        return prod(len(vectors) for _, vectors in self._groups)

    def vectors(self) -> Iterator[tuple[int, ...]]:
        """The sign vectors of the factors that are not known to be impossible."""
        order = [i for members, _ in self._groups for i in members]
        for choice in product(*(vectors for _, vectors in self._groups)):
            found = dict(zip(order, (s for vector in choice for s in vector), strict=True))
            yield tuple(found[i] for i in range(len(order)))

    # --- elements as products -----------------------------------------------------------------------------------------

    def _product(self, element: Any) -> SignedProduct:
        """An element as a product of irreducible polynomials."""
        if not self.field.has_parameters:
            return SignedProduct(sign(element, self.field))
        if not element:
            return SignedProduct(0)
        above, below = self._factored(element.numer), self._factored(element.denom)
        self._denominators |= {i for i, _ in below[1]}
        return SignedProduct(above[0] * below[0], (*above[1], *below[1]))

    def _factored(self, polynomial: Any) -> tuple[int, list[tuple[int, int]]]:
        """The sign of the leading coefficient, and the monic factors by their numbers."""
        unit = sign(polynomial.LC, BaseField(self.field.numbers))
        return unit, [(self._number(f), k) for f, k in _real_factors(polynomial.monic(), self.field)]

    def _number(self, factor: Any) -> int:
        """The number of a factor; equal ones have the same."""
        known = (i for i, f in enumerate(self._factors) if type(f) is type(factor) and f == factor)
        found = next(known, None)
        if found is None:
            self._factors.append(factor)
            return len(self._factors) - 1
        return found

    # --- which signs they can have ------------------------------------------------------------------------------------

    @cached_property
    def _groups(self) -> list[tuple[list[int], list[tuple[int, ...]]]]:
        """Factors that are known together, with their sign vectors: those in one generator, and all others alone."""
        of_generator: dict[int, list[int]] = {}
        groups: list[tuple[list[int], list[tuple[int, ...]]]] = []
        for i, p in enumerate(self._factors):
            used = _generators_in(p)
            if len(used) == 1 and (p.ring.domain.is_QQ or self.field.is_real):
                of_generator.setdefault(used[0], []).append(i)
            else:
                groups.append(([i], [(s,) for s in sorted(_possible_signs(p, self.field))]))
        for generator, members in of_generator.items():
            polynomials = [_coefficients(self._factors[i], generator) for i in members]
            groups.append((members, sorted(set(_on_a_line(polynomials, generator, self.field)))))
        return [
            (members, [v for v in vectors if all(v[members.index(i)] for i in self._denominators & set(members))])
            for members, vectors in groups
        ]


class _OverAngles(SignConditions):
    """The same where K has tangents of half angles, in which nobody writes: every element is a factor of its own."""

    def _product(self, element: Any) -> SignedProduct:
        if not element or (element.numer.is_ground and element.denom.is_ground):
            return super()._product(element)
        unit = -1 if self.field.to_sympy(element).could_extract_minus_sign() else 1
        return SignedProduct(unit, ((self._number(element * unit), 1),))

    def _element(self, factor: Any) -> Any:
        return factor

    @cached_property
    def _groups(self) -> list[tuple[list[int], list[tuple[int, ...]]]]:
        return [([i], [(s,) for s in sorted(self._signs(x))]) for i, x in enumerate(self._factors)]

    def _signs(self, element: Any) -> Signs:
        """The signs of an element; the tangent is infinite at a half turn, where 1/(1 + tan²) is 0."""
        finite = _signs_of(element, self.field)
        angles = range(len(self.field.generators) - len(self.field.angles), len(self.field.generators))
        vanishes = any(element.numer.degree(i) < element.denom.degree(i) for i in angles)
        return finite | {0} if vanishes else finite


def sign_conditions(elements: Sequence[Any], field: BaseField) -> SignConditions:
    """The signs that some elements of K, real at real parameters, can have together."""
    return _OverAngles(elements, field) if field.angles else SignConditions(elements, field)


def _signs_of(element: Any, field: BaseField) -> Signs:
    """The signs that an element may have, wherever all generators are finite."""
    conditions = SignConditions([element], field)
    return frozenset(conditions.products[0].sign(v) for v in conditions.vectors())


def _real_factors(p: Any, field: BaseField) -> list[tuple[Any, int]]:
    """Monic factors of a monic polynomial with real coefficients, with their exponents.

    Those in one generator are irreducible over F, or over the rationals where F is not real. Others are irreducible
    where their coefficients are rational; over number fields SymPy may never finish with several generators.
    """
    ring, used = p.ring, _generators_in(p)
    if not used:
        return []
    if len(used) == 1 and field.is_real:
        factors = dup_factor_list(list(reversed(_coefficients(p, used[0]))), ring.domain)[1]
        return [(_in_generator(f, used[0], ring), k) for f, k in factors]
    rational = _over_the_rationals(p, field)
    if rational is not None:
        factors = [(f.monic(), k) for f, k in rational.factor_list()[1]]
        if not field.is_real:
            return factors
        lines = [(f, k) for f, k in factors if len(_generators_in(f)) == 1]
        return [
            *((f, k) for f, k in factors if len(_generators_in(f)) > 1),
            *((g, k * m) for f, k in lines for g, m in _real_factors(f.set_ring(ring), field)),
        ]
    powers = [(x, k) for i, x in enumerate(ring.gens) if (k := min(exponents[i] for exponents in p.itermonoms()))]
    rest = p.exquo(prod((x**k for x, k in powers), start=ring.one))
    return [*powers, *(_real_factors(rest, field) if powers else [(p, 1)])]


def _in_generator(coefficients: Sequence[Any], generator: int, ring: Any) -> Any:
    """A polynomial in one generator, the leading coefficient first, divided by it."""
    x = ring.gens[generator]
    return reduce(lambda total, c: total * x + c / coefficients[0], coefficients, ring.zero)


def _over_the_rationals(p: Any, field: BaseField) -> Any | None:
    """A polynomial over F with rational coefficients over QQ, or None."""
    coefficients = [(k, field.numbers.coefficients(c)) for k, c in p.terms()]
    if any(any(c[1:]) for _, c in coefficients):
        return None
    return p.ring.clone(domain=QQ).from_dict({k: c[0] for k, c in coefficients})


def _generators_in(p: Any) -> list[int]:
    return [i for i in range(p.ring.ngens) if p.degree(i) > 0]


def _coefficients(p: Any, generator: int) -> tuple[Any, ...]:
    """The coefficients of a polynomial in one generator, the constant one first, in the scale of `isolate`."""
    terms = {k[generator]: c for k, c in p.terms()}
    return tuple(terms.get(k, p.ring.domain.zero) for k in range(p.degree(generator) + 1))


def _on_a_line(polynomials: Sequence[Sequence[Any]], generator: int, field: BaseField) -> Iterator[tuple[int, ...]]:
    """The sign vectors of irreducible monic polynomials in one generator at its real values.

    Right of all roots everything is positive; from there to the left one polynomial changes its sign at each root.
    """
    g = field.generators[generator]
    if not g.free_symbols:
        yield tuple(_sign_at(p, g, field) for p in polynomials)
        return
    allowed = _signs_of_generator(field)[generator]
    K = BaseField(field.numbers)
    # The generator itself comes last; it may be among the polynomials, too.
    itself = (0, 1)
    different = [*polynomials, *([] if any(_is_variable(p) for p in polynomials) else [itself])]
    number = next(i for i, p in enumerate(different) if _is_variable(p))
    owners = {}
    for i, p in enumerate(different):
        for root in isolate(K.canonical([K.domain.convert(c) for c in p]), K):
            if root.real:
                owners[id(root)] = (root, i)
    vector = [1] * len(different)
    cells = [tuple(vector)]
    for root in reversed(ordered([root for root, _ in owners.values()])):
        i = owners[id(root)][1]
        before = vector[i]
        for s in (0, -before):
            vector[i] = s
            cells.append(tuple(vector))
    yield from (v[: len(polynomials)] for v in cells if v[number] in allowed)


def _is_variable(p: Sequence[Any]) -> bool:
    return len(p) == 2 and not p[0]


def _sign_at(p: Sequence[Any], number: Expr, field: BaseField) -> int:
    """The sign of a polynomial at a transcendental number."""
    precision = FIRST_PRECISION
    while True:
        with ctx.workprec(precision):
            x = enclose(number)
            value = reduce(lambda total, c: total * x + field.numbers.enclose(c), reversed(p), acb(0)).real
            if value > 0 or value < 0:
                return 1 if value > 0 else -1
        precision *= 2


def _signs_of_generator(field: BaseField) -> list[Signs]:
    """What SymPy's assumptions say of each generator; a principal root that is real is not negative."""
    roots = [_assumed(g) & (ANY if n == 1 else {0, 1}) for g, n in field.roots]
    return [*roots, *[frozenset({1})] * len(field.exponentials), *[ANY] * len(field.angles)]


def _assumed(x: Expr) -> Signs:
    excluded = {1: x.is_positive, -1: x.is_negative, 0: x.is_zero}
    return frozenset(s for s, known in excluded.items() if known is not False)


def _possible_signs(p: Any, field: BaseField) -> Signs:
    """The signs that a polynomial with real coefficients may have: term by term, or by completing the square."""
    of_generator = _signs_of_generator(field)
    numbers = BaseField(field.numbers)
    terms = []
    for exponents, c in p.terms():
        coefficient = frozenset({sign(c, numbers)}) if not p.ring.domain.is_QQ else frozenset({1 if c > 0 else -1})
        powers = [frozenset(s**k for s in signs) for signs, k in zip(of_generator, exponents, strict=True) if k]
        terms.append(frozenset(prod(choice) for choice in product(coefficient, *powers)))
    found = _sum(terms)
    return found if len(found) < 3 else _by_a_square(p, field)


def _sum(terms: Sequence[Signs]) -> Signs:
    """The signs that a sum may have."""
    if not terms:
        return frozenset({0})
    anything = frozenset().union(*terms)
    if {-1, 1} <= anything:
        return ANY
    return anything if all(0 in term for term in terms) else anything - {0}


def _by_a_square(p: Any, field: BaseField) -> Signs:
    """The signs of ax² + bx + c, where a has a known one: 4a(ax² + bx + c) = (2ax + b)² + 4ac − b²."""
    for i in _generators_in(p):
        if p.degree(i) == 2:
            a, b, c = (_coefficient(p, i, k) for k in (2, 1, 0))
            lead = _possible_signs(a, field)
            K = field.domain.field
            rest = _signs_of(K((4 * a * c - b**2).set_ring(K.ring)), field)
            if len(lead) == 1 and 0 not in lead and -1 not in rest:
                return lead | (rest & {0})
    return ANY


def _coefficient(p: Any, generator: int, power: int) -> Any:
    """The coefficient of a power of one generator, a polynomial in the others."""
    terms = {k: c for k, c in p.terms() if k[generator] == power}
    return p.ring.from_dict({(*k[:generator], 0, *k[generator + 1 :]): c for k, c in terms.items()})
