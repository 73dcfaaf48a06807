"""Identities about an answer, computed exactly: those that speak for it, and those that speak against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, islice
from math import gcd
from typing import Any, TypeAlias

import numpy as np
from sympy import Expr, ImmutableMatrix, Integer, Rational, eye
from sympy.polys.matrices import DomainMatrix

from symeig.answers.arenas import ExactArena, Matrix, conjugated, times, transposed
from symeig.answers.claims import Definiteness, YesOrNo
from symeig.answers.judges.claims import definiteness
from symeig.answers.matrices import image
from symeig.answers.verdicts import Evidence
from symeig.exact.eigensystem import Eigensystem
from symeig.exact.inertia import sign
from symeig.reading import ExactScalar
from symeig.reading.scalars import to_sympy
from symeig.reading.structures import Number
from symeig.worked.formulas import Dot, Equality, Formula, Function, Minus, Name, Power, Product, Sum, Tuple, leaves

__all__ = [
    "about_basis",
    "about_blocks",
    "about_definiteness",
    "about_diagonalizability",
    "about_eigenvalues",
    "about_form",
    "about_orthogonality",
    "about_polynomial",
    "about_power",
]

Typed: TypeAlias = Sequence[Sequence[ExactScalar]]

# How many identities are told, and of how large matrices.
MANY = 8
LARGE = 8

# The least numerator or denominator that is not told.
LONG = 10**15

# Denominators of the vectors that are tried where a quadratic form is to have a sign.
DENOMINATORS = (1, 2, 3, 5, 10, 100, 10**4, 10**8)


@dataclass(frozen=True)
class _Told:
    """Elements of an arena as they are written.

    Attributes:
        arena: Where they are computed with.
    """

    arena: ExactArena

    def number(self, x: Any) -> Expr:
        """A number."""
        return to_sympy(self.arena.field.to_sympy(x))

    def vector(self, v: Iterable[Any]) -> Tuple:
        """A column."""
        return Tuple(tuple(map(self.number, v)))

    def matrix(self, letter: str, rows: Matrix) -> Name:
        """A matrix by its name."""
        return Name(letter, ImmutableMatrix([[self.number(x) for x in row] for row in rows]))

    def vanishes(self, v: Iterable[Any]) -> bool:
        """Whether v = 0."""
        return all(map(self.arena.is_zero, v))

    def determinant(self, rows: Matrix) -> Any:
        """The determinant of a matrix."""
        K, n = self.arena.field.domain, len(rows)
        return DomainMatrix([[K.convert(x) for x in row] for row in rows], (n, n), K).to_field().det()


def _compared(sides: tuple[Formula, ...], other: Formula, *, equal: bool) -> Evidence:
    """Sides that are equal, and something that they equal or do not."""
    return Evidence(Equality((*sides, other)) if equal else Equality(sides, other), equal)


def _told(system: Eigensystem, values: Iterable[ExactScalar]) -> _Told:
    return _Told(ExactArena(system, values))


def _few(tell: Callable[..., Iterator[Evidence]]) -> Callable[..., tuple[Evidence, ...]]:
    """The first few identities, where the matrix is small."""

    def told(system: Eigensystem, *about: Any) -> tuple[Evidence, ...]:
        if not 0 < system.dimension <= LARGE:
            return ()
        return tuple(islice((e for e in tell(system, *about) if _is_readable(e)), MANY))

    told.__doc__ = tell.__doc__
    return told


def _is_readable(evidence: Evidence) -> bool:
    """Whether there is no number in it that nobody reads."""
    numbers = (x for leaf in leaves(evidence.statement) for x in leaf.atoms(Rational))
    return all(max(abs(x.p), x.q) < LONG for x in numbers)


def _named(system: Eigensystem, name: str = "A") -> Name:
    return Name(name, system.matrix)


@cache
def _unit(n: int) -> Name:
    """I, of one of a few sizes."""
    return Name("I", ImmutableMatrix(eye(n)))


def _shifted(system: Eigensystem, A: Formula, value: Expr) -> Formula:
    """A − λI, or A + cI for a negative λ = −c."""
    unit = _unit(system.dimension)
    if value == 0:
        return A
    return Sum((A, _multiple(-value, unit) if value.could_extract_minus_sign() else Minus(_multiple(value, unit))))


def _multiple(factor: Expr, formula: Formula) -> Formula:
    """A multiple, without a factor of 1."""
    return formula if factor == 1 else Product((factor, formula))


# --- numbers ----------------------------------------------------------------------------------------------------------


@_few
def about_eigenvalues(system: Eigensystem, given: Sequence[Number], A: Formula | None = None) -> Iterator[Evidence]:
    """For each number det(A − λI), and the sum of as many numbers as there are rows beside the trace."""
    told = _told(system, (v.value for v in given))
    A = A or _named(system)
    arena, n = told.arena, system.dimension
    coefficients = [arena.lifted(c) for c in system.charpoly.coefficients]
    seen: list[Any] = []
    for x in (arena.typed(v.value) for v in given):
        if any(arena.is_zero(x - y) for y in seen):
            continue
        seen.append(x)
        value = arena.exact(0)
        for c in reversed(coefficients):
            value = value * x + c
        shifted = Function("det", (_shifted(system, A, told.number(x)),))
        yield _zero(told, shifted, value if n % 2 == 0 else -value, zero_supports=True)
    numbers = [arena.typed(v.value) for v in given for _ in range(v.multiplicity or 1)]
    if len(numbers) == n > 1:
        total = sum(numbers[1:], start=numbers[0])
        trace = -coefficients[n - 1]
        terms = Sum(tuple(map(told.number, numbers)))
        equal = arena.is_zero(total - trace)
        yield _compared((Function("tr", (A,)), told.number(trace)), terms, equal=equal)


def _zero(told: _Told, what: Formula, value: Any, *, zero_supports: bool) -> Evidence:
    """What is 0, or has another value."""
    if told.arena.is_zero(value):
        return Evidence(Equality((what, Integer(0))), zero_supports)
    return Evidence(Equality((what, told.number(value)), Integer(0)), not zero_supports)


# --- vectors ----------------------------------------------------------------------------------------------------------


@_few
def about_basis(system: Eigensystem, pairs: Sequence[tuple[ExactScalar, Sequence[ExactScalar]]]) -> Iterator[Evidence]:
    """For each eigenvalue and vector, Av beside λv."""
    told = _told(system, (number for x, v in pairs for number in (x, *v)))
    values = [told.arena.typed(x) for x, _ in pairs]
    for x, v in pairs:
        vector = [told.arena.typed(y) for y in v]
        if not told.vanishes(vector):
            found = _image(told, vector, [(told.arena.typed(x), vector)])
            yield replace(found, tells=not found.supports and _shows_another(told, vector, values))


def _shows_another(told: _Told, v: Sequence[Any], values: Sequence[Any]) -> bool:
    """Whether Av = μv for an eigenvalue μ that was not given: Av gives it away."""
    k = next(k for k, y in enumerate(v) if not told.arena.is_zero(y))
    found = image(told.arena.A, v)
    value = found[k] / v[k]
    is_eigenvector = told.vanishes(y - value * x for x, y in zip(v, found, strict=True))
    return is_eigenvector and not any(told.arena.is_zero(value - x) for x in values)


def _image(told: _Told, v: Sequence[Any], terms: Sequence[tuple[Any, Sequence[Any]]]) -> Evidence:
    """Av beside a sum of multiples of vectors."""
    found = image(told.arena.A, v)
    total = [sum((c * w[k] for c, w in terms), start=told.arena.exact(0)) for k in range(len(v))]
    equal = told.vanishes(x - y for x, y in zip(found, total, strict=True))
    products = tuple(_multiple(told.number(c), told.vector(w)) for c, w in terms)
    sides = (Product((_named(told.arena.system), told.vector(v))), told.vector(found))
    if equal and products == (sides[1],):
        return Evidence(Equality(sides), supports=True)
    return _compared(sides, products[0] if len(products) == 1 else Sum(products), equal=equal)


# --- decompositions ---------------------------------------------------------------------------------------------------


@_few
def about_form(system: Eigensystem, P: Typed | None, D: Typed, letter: str = "P") -> Iterator[Evidence]:
    """The determinant of P, and for each of its columns what A makes of it beside what the form says."""
    if P is None:
        return
    told = _told(system, (x for M in (P, D) for row in M for x in row))
    p, d = ([[told.arena.typed(x) for x in row] for row in M] for M in (P, D))
    yield _zero(told, Function("det", (told.matrix(letter, p),)), told.determinant(p), zero_supports=False)
    columns = transposed(p)
    for j, column in enumerate(columns):
        others = [i for i in range(len(d)) if i != j and not told.arena.is_zero(d[i][j])]
        terms = [(d[i][j], columns[i]) for i in (j, *others) if i in others or not told.arena.is_zero(d[j][j])]
        if not told.vanishes(column):
            yield _image(told, column, terms or [(d[j][j], column)])


@_few
def about_blocks(system: Eigensystem, J: Typed) -> Iterator[Evidence]:
    """The first power of A − λI, for each rational λ, whose rank is not that of the same power of J − λI."""
    told = _told(system, (x for row in J for x in row))
    j = [[told.arena.typed(x) for x in row] for row in J]
    for space in system.eigenspaces:
        if not space.eigenvalue.is_rational:
            continue
        value = told.arena.exact(space.eigenvalue.expr)
        shifted: Matrix = [[x - value if i == k else x for k, x in enumerate(row)] for i, row in enumerate(j)]
        power = shifted
        for k in range(1, system.dimension + 1):
            wanted = system.dimension - sum(min(k, size) for size in space.block_sizes)
            found = told.arena.rank(power)
            if found != wanted:
                base = _shifted(system, _named(system), space.eigenvalue.expr)
                what = Function("rank", (base if k == 1 else Power(base, k),))
                yield Evidence(Equality((what, Integer(wanted)), Integer(found)), supports=False, tells=True)
                break
            power = times(power, shifted)


@_few
def about_orthogonality(system: Eigensystem, Q: Typed, D: Typed) -> Iterator[Evidence]:
    """Products of columns that are not 0, or not 1; then what there is about any form."""
    conjugates = [[conjugated(x) for x in row] for row in Q]
    told = _told(system, (x for M in (Q, conjugates) for row in M for x in row))
    q, bar = ([[told.arena.typed(x) for x in row] for row in M] for M in (Q, conjugates))
    gram, columns = times(transposed(bar), q), transposed(q)
    one = told.arena.exact(1)
    for i, j in (*combinations(range(len(q)), 2), *((i, i) for i in range(len(q)))):
        wanted = one if i == j else told.arena.exact(0)
        if not told.arena.is_zero(gram[i][j] - wanted):
            sides = Dot(told.vector(columns[i]), told.vector(columns[j])), told.number(gram[i][j])
            yield _compared(sides, told.number(wanted), equal=False)
    yield from about_form(system, Q, D, "Q")


# --- the characteristic polynomial ------------------------------------------------------------------------------------


@_few
def about_polynomial(system: Eigensystem, given: Sequence[ExactScalar]) -> Iterator[Evidence]:
    """The trace and the determinant beside what the coefficients say of them."""
    told = _told(system, given)
    arena, n = told.arena, system.dimension
    typed = [arena.typed(x) for x in given]
    if len(typed) != n + 1 or not arena.is_zero(typed[-1] * typed[-1] - arena.exact(1)):
        return
    exact = [arena.lifted(c) for c in system.charpoly.coefficients]
    A = _named(system)
    for name, k, factor in (("tr", n - 1, -1), ("det", 0, (-1) ** n)):
        value, said = factor * exact[k], factor * typed[k] * typed[-1]
        sides = Function(name, (A,)), told.number(value)  # type: ignore[arg-type]  # one of its names
        equal = arena.is_zero(value - said)
        statement = Equality(sides) if equal else Equality(sides, told.number(said))
        yield Evidence(statement, equal, tells=True)


# --- claims and powers ------------------------------------------------------------------------------------------------


@_few
def about_diagonalizability(system: Eigensystem, claim: YesOrNo) -> Iterator[Evidence]:
    """The dimension of each eigenspace beside the multiplicity."""
    if system.field.has_parameters:
        return
    A = _named(system)
    for space in system.eigenspaces:
        dimension, multiplicity = Integer(space.geometric_multiplicity), Integer(space.algebraic_multiplicity)
        if multiplicity == 1 or not space.eigenvalue.is_rational:
            continue
        what = Function("nullity", (_shifted(system, A, space.eigenvalue.expr),))
        equal = dimension == multiplicity
        statement = Equality((what, dimension)) if equal else Equality((what, dimension), multiplicity)
        yield Evidence(statement, equal == claim.yes, tells=True)


@_few
def about_definiteness(system: Eigensystem, claim: Definiteness) -> Iterator[Evidence]:
    """A vector for which the quadratic form has a sign that the claim excludes."""
    if claim in definiteness(system.inertia) or claim == "indefinite" or not system.matrix.is_symmetric():
        return
    wanted = -1 if claim.startswith("positive") else 1
    v = _vector_of_sign(system, wanted)
    if v is None and "semi" not in claim and system.inertia.zero:
        v = _kernel_vector(system)
    if v is not None:
        column = Tuple(tuple(v))
        form = Dot(column, Product((_named(system), column)))
        value = (ImmutableMatrix([v]) * system.matrix * ImmutableMatrix(v))[0].expand()
        yield Evidence(Equality((form, value)), supports=False)


def _kernel_vector(system: Eigensystem) -> list[Expr] | None:
    """A vector that A takes to 0."""
    return next((list(s.basis[0]) for s in system.eigenspaces if s.eigenvalue.expr == 0), None)


def _vector_of_sign(system: Eigensystem, wanted: int) -> list[Expr] | None:
    """A rational vector whose quadratic form has a sign: near an eigenvector, found in floats and checked exactly."""
    A = np.array(system.matrix.evalf(17).tolist(), dtype=float)
    values, vectors = np.linalg.eigh(A)
    nearest = vectors[:, int(np.argmin(values) if wanted < 0 else np.argmax(values))]
    nearest = nearest / nearest[np.argmax(abs(nearest))]
    arena = ExactArena(system, ())
    for denominator in DENOMINATORS:
        v = [round(float(x) * denominator) for x in nearest]
        v = [x // (gcd(*v) or 1) for x in v]
        typed = [arena.exact(x) for x in v]
        form = sum((x * y for x, y in zip(typed, image(arena.A, typed), strict=True)), start=arena.exact(0))
        if sign(form, arena.field) == wanted:
            return [Integer(x) for x in v]
    return None


@_few
def about_power(system: Eigensystem, k: int, given: Typed) -> Iterator[Evidence]:
    """The first entry of Aᵏ that is wrong, as a row of A times a column of the power before."""
    told = _told(system, (x for row in given for x in row))
    if k < 2:
        return
    before: Matrix = told.arena.A
    for _ in range(k - 2):
        before = times(told.arena.A, before)
    columns = transposed(before)
    for row, typed in zip(told.arena.A, given, strict=True):
        for column, entry in zip(columns, typed, strict=True):
            products = [x * y for x, y in zip(row, column, strict=True)]
            total = sum(products[1:], start=products[0])
            said = told.arena.typed(entry)
            if not told.arena.is_zero(total - said):
                terms = tuple(Product((told.number(x), told.number(y))) for x, y in zip(row, column, strict=True))
                sides = (Sum(terms) if len(terms) > 1 else terms[0], told.number(total))
                yield Evidence(Equality(sides, told.number(said)), supports=False, tells=True)
                return
