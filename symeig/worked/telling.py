"""What every rule needs to know: the eigensystem, the conventions of the telling, and the cases that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

from sympy import Expr, ImmutableMatrix, Pow, S, Symbol, eye

from symeig.exact.components import Component
from symeig.exact.eigensystem import Eigenspace, Eigensystem
from symeig.exact.eigenvalues import expression_in_lambda
from symeig.exact.expressions import LAMBDA
from symeig.exact.residue_rings import ResidueRing
from symeig.worked.formulas import Formula, List, Minus, Name, Product, Relation, Sum
from symeig.worked.values import short_form

__all__ = ["LARGEST_WORKED", "Case", "Convention", "Telling"]

Convention: TypeAlias = Literal["A - λI", "λI - A"]

# The largest matrix whose computations are written out in full.
LARGEST_WORKED = 5


@dataclass(frozen=True)
class Case:
    """One eigenvalue that is told by its value, or all roots of a polynomial that are told together, by λ.

    Attributes:
        component: The irreducible factor p that they are roots of, with its chains.
        spaces: The eigenspaces that are told.
        places: Their numbers among all eigenspaces, from 1.
        value: The eigenvalue as it is written; the variable λ where several are told together.
        modulus: p, where λ stands for each of its roots; None where there is a value.
        conjugate_of: The case whose computation this one repeats with the other square root; None for none.
    """

    component: Component
    spaces: tuple[Eigenspace, ...]
    places: tuple[int, ...]
    value: Expr
    modulus: Expr | None = None
    conjugate_of: Case | None = None

    @cached_property
    def ring(self) -> ResidueRing:
        """K[λ]/p, where the computation is done."""
        K = self.component.field.domain
        return ResidueRing(K, tuple(map(K.convert, self.component.coefficients)))

    def write(self, element: Sequence[Any]) -> Expr:
        """An element of K[λ]/p as it is written in this case."""
        if self.modulus is None:
            return self.spaces[0].eigenvalue.evaluate(element)
        return expression_in_lambda(element, self.component.field)

    def column(self, vector: Sequence[Sequence[Any]]) -> ImmutableMatrix:
        """A vector over K[λ]/p as it is written in this case."""
        return ImmutableMatrix(len(vector), 1, [self.write(entry) for entry in vector])

    @cached_property
    def chains(self) -> tuple[tuple[ImmutableMatrix, ...], ...]:
        """The Jordan chains as they are written in this case, the eigenvector first in each."""
        return tuple(tuple(map(self.column, chain)) for chain in self.component.vectors)


@dataclass(frozen=True)
class Telling:
    """An eigensystem with the conventions in which it is told.

    Attributes:
        system: The eigensystem.
        convention: "A - λI" or "λI - A": the matrix whose determinant is the characteristic polynomial.
        unknowns: One for each entry of a vector.
        free: Names of free parameters of solutions, at least as many as unknowns.
        digits: Significant digits of decimals.
        argument: The n of Aⁿ, or the t of exp(tA); 1 where nothing of the kind is asked for.
    """

    system: Eigensystem
    convention: Convention
    unknowns: tuple[Symbol, ...]
    free: tuple[Symbol, ...]
    digits: int = 10
    argument: Expr = S.One

    @property
    def n(self) -> int:
        """The number of rows."""
        return self.system.dimension

    @property
    def is_worked_in_full(self) -> bool:
        """Whether computations are written out; for large matrices only their results are."""
        return self.n <= LARGEST_WORKED

    @cached_property
    def A(self) -> Name:
        """A."""
        return Name("A", self.system.matrix)

    @cached_property
    def identity(self) -> Name:
        """I."""
        return Name("I", ImmutableMatrix(eye(self.n)))

    @property
    def sign(self) -> int:
        """What det of the shifted matrix is times the monic characteristic polynomial: (−1)ⁿ for A − λI, else 1."""
        return (-1) ** self.n if self.convention == "A - λI" else 1

    def shifted(self, value: Expr = LAMBDA) -> Formula:
        """A − λI or λI − A, as the convention has it, for an eigenvalue or for the variable λ: as it is written."""
        if self.convention == "A - λI":
            return self.difference(value)
        return Sum((self._multiple(value), Minus(self.A))) if value != 0 else Minus(self.A)

    def shifted_matrix(self, value: Expr = LAMBDA) -> ImmutableMatrix:
        """A − λI or λI − A, as the convention has it, entry by entry."""
        M = self.system.matrix - value * eye(self.n)
        return ImmutableMatrix(M if self.convention == "A - λI" else -M).applyfunc(_simple)

    def difference(self, value: Expr = LAMBDA) -> Formula:
        """A − λI, whatever the convention is."""
        if value == 0:
            return self.A
        negative = not value.is_Add and value.could_extract_minus_sign()
        multiple = self._multiple(-value if negative else value)
        return Sum((self.A, multiple if negative else Minus(multiple)))

    def _multiple(self, value: Expr) -> Formula:
        return self.identity if value == 1 else Product((self.short(value), self.identity))

    def short(self, value: Expr) -> Formula:
        """An eigenvalue inside a formula: by its name where its value is a sum."""
        place = next((case.places[0] for case in self.cases if case.value == value), 0) if value.is_Add else 0
        return Name(self.name(place).name, value) if place else value

    # --- the cases ---

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The eigenvalues in order, with those that are told together in the place of the first of them."""
        found = sorted(self._cases(), key=lambda case: case.places[0])
        return tuple(found)

    def _cases(self) -> Iterator[Case]:
        spaces = self.system.eigenspaces
        for component in self.system.components:
            numbered = [(k, space) for k, space in enumerate(spaces, 1) if space.component is component]
            values = _short_values(component, [space for _, space in numbered])
            if values is None:
                places, told = zip(*numbered, strict=True)
                p = expression_in_lambda(component.coefficients, component.field)
                yield Case(component, told, places, LAMBDA, p)
                continue
            first: Case | None = None
            for (place, space), value in zip(numbered, values, strict=True):
                case = Case(component, (space,), (place,), value, None, first)
                first = first or case
                yield case

    def title(self, case: Case) -> Formula:
        """λ₁ = 2; λ₁, λ₂ where several are told together."""
        if case.modulus is not None:
            return List(tuple(map(self.name, case.places)))
        return Relation((self.name(case.places[0]), case.value), "=")

    def column(self, case: Case) -> int:
        """The number of the column of P where the vectors of a case begin, from 1."""
        earlier = self.system.eigenspaces[: case.places[0] - 1]
        return 1 + sum(space.algebraic_multiplicity for space in earlier)

    def name(self, place: int) -> Symbol:
        """λ₁, λ₂, …, by the number of the eigenvalue; λ where there is only one."""
        return Symbol(f"{LAMBDA}_{place}") if len(self.system.eigenspaces) > 1 else LAMBDA


def _short_values(component: Component, spaces: Sequence[Eigenspace]) -> list[Expr] | None:
    """The roots of a factor as they are told one by one; None where they are told together.

    Roots of quadratics with parameters may have a square root of a sum, which is not computed with.
    """
    if component.degree == 1:
        return [spaces[0].eigenvalue.expr]
    if component.degree > 2:
        return None
    values = [short_form(space.eigenvalue) for space in spaces]
    return None if any(v is None or _has_root_of_sum(v) for v in values) else values


def _has_root_of_sum(value: Expr) -> bool:
    """Whether there is a root of an expression in parameters that is not a letter."""
    return any(x.base.free_symbols and not (x.base.is_Symbol or x.exp.is_Integer) for x in value.atoms(Pow))


def _simple(x: Expr) -> Expr:
    return x if x.is_Rational or LAMBDA in x.free_symbols else x.expand()
