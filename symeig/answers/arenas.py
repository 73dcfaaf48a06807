r"""Where the numbers of an answer are compared with those of a matrix: exactly, or up to an agreed tolerance.

An arena turns numbers into elements that Python adds and multiplies, and decides whether one is 0. In the exact
one they are elements of the field that the entries of the matrix and of the answer generate together, so that
$\sqrt{5 + 2\sqrt 6} = \sqrt 2 + \sqrt 3$ is a fact of arithmetic. In the other one they are discs around the numbers
typed: an identity holds where it holds for some numbers in the discs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property
from math import prod
from typing import Any, Protocol, TypeAlias

from flint import acb, acb_mat, arb, ctx
from sympy import Expr, Pow, Rational
from sympy.polys.matrices import DomainMatrix

from symeig.errors import BudgetExceededError
from symeig.exact.eigensystem import Eigenspace, Eigensystem
from symeig.exact.fields import BaseField
from symeig.exact.generators import base_field
from symeig.exact.number_fields import enclose
from symeig.reading import ExactScalar

__all__ = [
    "PRECISION",
    "Arena",
    "ExactArena",
    "Matrix",
    "RoundedArena",
    "ToleranceArena",
    "check_radicals",
    "conjugated",
    "is_little_work",
    "minus",
    "times",
    "transposed",
]

# Rows of elements.
Matrix: TypeAlias = Sequence[Sequence[Any]]

# Bits of discs, in which judges work, and at most where numbers are told apart.
PRECISION = 256
LAST_PRECISION = 1 << 14

# The largest exponent times the degree of the field, of powers that only a search for mistakes asks for.
LARGEST_POWER = 1000

# The largest degree of a field that nested roots generate; without nesting the engine's own bound holds.
NESTED_DEGREE = 36


class Arena(Protocol):
    """Numbers of a matrix and of an answer, side by side."""

    @property
    def A(self) -> Matrix:
        """The matrix."""

    def typed(self, value: ExactScalar) -> Any:
        """A number of the answer."""

    def exact(self, value: ExactScalar) -> Any:
        """A number that is what it is: an entry of the matrix, or one of ours."""

    def typed_vector(self, values: Sequence[ExactScalar]) -> list[Any]:
        """A vector of the answer, whose length means nothing."""

    def is_zero(self, x: Any) -> bool:
        """Whether an element is 0."""

    def rank(self, rows: Matrix) -> int:
        """The rank of a matrix; in discs, one that all numbers in them have."""

    def eigenspace(self, x: Any) -> Eigenspace | None:
        """The eigenspace whose eigenvalue an element is."""


class ExactArena:
    """The field of all numbers.

    Args:
        system: The matrix.
        values: All numbers that will be asked about.

    Raises:
        UnsupportedEntryError: A number is not one that symeig computes with.
        BudgetExceededError: The field is too large.
    """

    def __init__(self, system: Eigensystem, values: Iterable[ExactScalar]) -> None:
        self.system = system
        entries = [x for row in system.given.rows for x in row]
        typed = [x for x in values if isinstance(x, Expr)]
        check_radicals(typed)
        self.field: BaseField = base_field([*entries, *typed]) if typed else system.field
        self._known: list[tuple[Any, Eigenspace]] = []

    @cached_property
    def A(self) -> Matrix:
        """The matrix."""
        return [[self.field.element(x) for x in row] for row in self.system.given.rows]

    def typed(self, value: ExactScalar) -> Any:
        """A number of the answer."""
        return self.field.element(value)

    exact = typed

    def typed_vector(self, values: Sequence[ExactScalar]) -> list[Any]:
        """A vector of the answer."""
        return [self.typed(x) for x in values]

    def is_zero(self, x: Any) -> bool:
        """Whether an element is 0."""
        return not x

    def rank(self, rows: Matrix) -> int:
        """The rank of a matrix."""
        if not rows or not rows[0]:
            return 0
        K = self.field.domain
        elements = [[K.convert(x) for x in row] for row in rows]
        return int(DomainMatrix(elements, (len(rows), len(rows[0])), K).to_field().rank())

    def eigenspace(self, x: Any) -> Eigenspace | None:
        """The eigenspace whose eigenvalue an element is: a root of an irreducible factor, found by discs among them."""
        for component in self.system.components:
            total = self.field.domain.zero
            for c in reversed(component.coefficients):
                total = total * x + self.lifted(c)
            if not total:
                spaces = [s for s in self.system.eigenspaces if s.component is component]
                if len(spaces) == 1:
                    return spaces[0]
                return self._next(x, spaces) if self.field.has_parameters else self._nearest(x, spaces)
        return None

    def _next(self, x: Any, spaces: Sequence[Eigenspace]) -> Eigenspace:
        """The one among conjugates with parameters: they are told apart by being different, whatever their names."""
        known = next((space for y, space in self._known if x == y), None)
        if known is None:
            taken = [space for _, space in self._known]
            known = next(space for space in spaces if space not in taken)
            self._known.append((x, known))
        return known

    def lifted(self, coefficient: Any) -> Any:
        """An element of the field of the matrix in the field of all numbers."""
        own = self.system.field
        if own is self.field or isinstance(coefficient, int):
            return self.field.element(coefficient) if isinstance(coefficient, int) else coefficient
        if own.is_rational:
            return self.field.domain.convert(own.domain.convert(coefficient))
        return self.field.element(own.to_sympy(own.domain.convert(coefficient)))

    def _nearest(self, x: Any, spaces: Sequence[Eigenspace]) -> Eigenspace:
        """The one among conjugates that an element is, which is one of them."""
        precision = PRECISION
        while True:
            with ctx.workprec(precision):
                disc = self.field.numbers.enclose(x)
                left = [s for s in spaces if _disc(s, precision).overlaps(disc)]
            if len(left) == 1 or precision >= LAST_PRECISION:
                return left[0]
            precision *= 2


def check_radicals(values: Iterable[Expr]) -> None:
    """Refuse roots within roots that make a field of so large a degree that it takes seconds to build.

    Raises:
        BudgetExceededError: There are too many.
    """
    radicals = set().union(*(x.atoms(Pow) for x in values)) if values else set()
    radicals = {r for r in radicals if r.exp.is_Rational and not r.exp.is_Integer}
    degree = prod(int(q) for _, q in {(r.base, r.exp.q) for r in radicals})
    if degree > NESTED_DEGREE and any(s is not r and r.base.has(s) for r in radicals for s in radicals):
        msg = (
            f"The answer has roots within roots that make a field of degree {degree}. Numbers are compared up to degree"
            f" {NESTED_DEGREE}. Write them in a simpler form."
        )
        raise BudgetExceededError(msg, what="size", limit=NESTED_DEGREE, spent=degree)


def is_little_work(arena: ExactArena, k: int) -> bool:
    """Whether k-th powers of numbers are computed in a moment: their digits grow with k, and so does each product."""
    return k * prod(arena.field.numbers.degrees) <= LARGEST_POWER


class ToleranceArena:
    """Discs around the numbers typed.

    Args:
        system: The matrix, without parameters.
        radius: Of the disc around a number typed.
    """

    def __init__(self, system: Eigensystem, radius: Fraction) -> None:
        self.system = system
        self.radius = radius

    @cached_property
    def A(self) -> Matrix:
        """The matrix."""
        return [[self.exact(x) for x in row] for row in self.system.given.rows]

    def typed(self, value: ExactScalar) -> acb:
        """The disc around a number of the answer; the imaginary part of a real number is known to be 0."""
        return self._around(value, arb(1))

    def typed_vector(self, values: Sequence[ExactScalar]) -> list[Any]:
        """Discs around the entries of a vector: smaller ones where the whole vector is small."""
        largest = max((abs(self.exact(x)).upper() for x in values), default=arb(1))
        return [self._around(x, min(largest, arb(1))) for x in values]

    def _around(self, value: ExactScalar, scale: arb) -> acb:
        z, radius = self.exact(value), self.radius_of(value)
        around = arb(0, (scale * radius.numerator / radius.denominator).upper())
        return acb(z.real + around, z.imag if z.imag == 0 else z.imag + around)

    def radius_of(self, value: ExactScalar) -> Fraction:  # noqa: ARG002  (here all numbers have the same)
        """The radius of the disc around a number."""
        return self.radius

    def exact(self, value: ExactScalar) -> acb:
        """A number in a disc of the current precision."""
        return enclose(value) if isinstance(value, Expr) else acb(value.numerator) / value.denominator

    def is_zero(self, x: acb) -> bool:
        """Whether a disc contains 0."""
        return bool(x.contains(0))

    def rank(self, rows: Matrix) -> int:
        """How many rows are independent whatever numbers in the discs they have: Gram's determinant shows it."""
        chosen: list[list[acb]] = []
        for row in rows:
            M = acb_mat([*chosen, list(row)])
            if len(chosen) < len(row) and not (M * M.conjugate().transpose()).det().contains(0):
                chosen.append(list(row))
        return len(chosen)

    def eigenspace(self, x: acb) -> Eigenspace | None:
        """The eigenspace whose eigenvalue lies in a disc, the nearest one."""
        near = [s for s in self.system.eigenspaces if _disc(s, PRECISION).overlaps(x)]
        return min(near, key=lambda s: float(abs((_disc(s, PRECISION) - x).mid())), default=None)


class RoundedArena(ToleranceArena):
    """Discs around decimals, as wide as their last digit may stand for; all other numbers are what they are.

    Args:
        system: The matrix, without parameters.
        finest: What the last digit of the longest decimal in the answer stands for.
        digits: With how many digits a decimal is a rounded one.
    """

    def __init__(self, system: Eigensystem, finest: Fraction, digits: int) -> None:
        super().__init__(system, finest)
        self.digits = digits

    def radius_of(self, value: ExactScalar) -> Fraction:
        """What the last digit stands for, of the shortest decimal in an expression; 0 where there is none."""
        parts = [value] if not isinstance(value, Expr) else [Fraction(x.p, x.q) for x in value.atoms(Rational)]
        return max((self._last_digit(part) for part in parts), default=Fraction(0))

    def _last_digit(self, value: int | Fraction) -> Fraction:
        digits, unit = 0, Fraction(1)
        while (value / unit).denominator > 1 and unit >= self.radius:
            digits, unit = digits + 1, unit / 10
        return unit if self.radius <= unit and digits >= self.digits else Fraction(0)


def _disc(space: Eigenspace, precision: int) -> acb:
    """A disc around an eigenvalue."""
    ball = space.eigenvalue.enclosure(int(precision * 0.3))
    around = arb(0, arb(ball.radius.numerator) / ball.radius.denominator)
    real = arb(ball.real.numerator) / ball.real.denominator + around
    imag = arb(ball.imag.numerator) / ball.imag.denominator
    return acb(real, imag if ball.imag == 0 else imag + around)


def conjugated(value: ExactScalar) -> ExactScalar:
    """The complex conjugate of a number."""
    return value.conjugate() if isinstance(value, Expr) and not value.is_real and not value.free_symbols else value


def times(X: Matrix, Y: Matrix) -> Matrix:
    """XY."""
    columns = list(zip(*Y, strict=True))
    return [[_dot(row, column) for column in columns] for row in X]


def minus(X: Matrix, Y: Matrix) -> Matrix:
    """X − Y."""
    return [[x - y for x, y in zip(r, s, strict=True)] for r, s in zip(X, Y, strict=True)]


def transposed(X: Matrix) -> Matrix:
    """The rows as columns."""
    return [list(column) for column in zip(*X, strict=True)]


def _dot(row: Sequence[Any], column: Sequence[Any]) -> Any:
    products = [x * y for x, y in zip(row, column, strict=True)]
    total = products[0]
    for product in products[1:]:
        total = total + product
    return total
