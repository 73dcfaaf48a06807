"""Functions of a matrix as sums over its eigenvalues, where P is not written out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from sympy import Expr, ImmutableMatrix, Integer

from symeig.exact.covariants import Covariants
from symeig.exact.expressions import LAMBDA
from symeig.worked.formulas import (
    Equality,
    Formula,
    List,
    Minus,
    Name,
    Power,
    Product,
    Quotient,
    Relation,
    Statement,
    Sum,
)
from symeig.worked.formulas import Function as Of
from symeig.worked.messages import Message, say
from symeig.worked.rules.functions import Function
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Case, Telling

__all__ = ["FunctionAsSum", "SpectralPart", "spectral_sum"]

# Letters for the projections, the first of which that the matrix does not have is taken.
LETTERS = "ZEFGHK"


@dataclass(frozen=True, kw_only=True)
class SpectralPart(Step):
    """The projection onto the generalised eigenspace of an eigenvalue, along all others.

    Attributes:
        A: The matrix.
        difference: A − λI.
        letter: Of the projection.
        numerator: The projection times what it is divided by.
        below: What it is divided by: p'(λ) where the roots of p are told together, else 1.
        value: The eigenvalue, or λ where several are told together.
        multiplicity: Of each.
        index: The size of the largest block.
        modulus: The polynomial that λ is a root of; None for a single value.
    """

    kind: ClassVar[str] = "spectral-part"

    A: Name
    difference: Formula
    letter: str
    numerator: ImmutableMatrix
    below: Expr
    value: Expr
    multiplicity: int
    index: int
    modulus: Expr | None

    @property
    def projection(self) -> Formula:
        """The projection as it is written."""
        if self.below == 1:
            return self.numerator
        return Product((Quotient(Integer(1), self.below), self.numerator))

    @property
    def after(self) -> Formula:
        """The projection by its name."""
        return Relation((Name(self.letter), self.projection), "=")

    @property
    def claim(self) -> tuple[Statement, ...]:
        """It commutes with A, is its own square, its trace is the multiplicity, and a power of A − λI undoes it.

        So it projects onto a space of as many dimensions as the generalised eigenspace, which lies in that.
        """
        A, Z = self.A, self.projection
        zero = ImmutableMatrix.zeros(*self.numerator.shape)
        return tuple(
            Equality(sides, modulus=self.modulus)
            for sides in (
                (Product((A, Z)), Product((Z, A))),
                (Product((Z, Z)), Z),
                (Of("tr", (Z,)), Integer(self.multiplicity)),
                (Product((Power(self.difference, self.index), Z)), zero),
            )
        )

    def tell(self, level: int) -> tuple[Block, ...]:
        """The projection, and from level 2 on how it is checked."""
        told: tuple[Block, ...] = (Display((self.after,)),)
        if level < 2:
            return told
        Z = Name(self.letter)
        return (*told, Paragraph((say("projection-checked", Z=Z, A=Name("A"), number=Integer(self.multiplicity)),)))


@dataclass(frozen=True, kw_only=True)
class FunctionAsSum(Step):
    """The function of A as a sum over the eigenvalues.

    Attributes:
        function: What is taken of A.
        parts: For each eigenvalue it, the size of its largest block, and the name of its projection.
        multiplicities: Of all eigenvalues.
        n: The number of rows.
    """

    kind: ClassVar[str] = "function-as-sum"

    function: Function
    parts: tuple[tuple[Expr, int, Name], ...]
    multiplicities: tuple[int, ...]
    n: int

    @property
    def after(self) -> Formula:
        """The sum."""
        terms = tuple(term for part in self.parts for term in _terms(self.function, *part))
        return Relation((self.function.written(Name("A")), Sum(terms)), "=")

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The multiplicities add up to n: the projections add up to the identity matrix."""
        return (Equality((Sum(tuple(map(Integer, self.multiplicities))), Integer(self.n))),)

    def check(self) -> bool:
        """The claim, and that there is a part for each eigenvalue, no two of them of one name."""
        names = {Z.letter for _, _, Z in self.parts}
        return super().check() and len(self.parts) == len(self.multiplicities) == len(names)

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The sum."""
        return (Display((self.after,)),)


def spectral_sum(telling: Telling, function: Function, task: str) -> Iterator[Step]:
    """The projections of all eigenvalues, and the function as a sum.

    Args:
        telling: The eigensystem and its conventions.
        function: What is asked for.
        task: The name of the goal.
    """
    goal = say(f"section-{task}")
    taken = {s.name for s in telling.system.matrix.free_symbols}
    letters = (x for x in (*LETTERS, *(f"{x}{x}" for x in LETTERS)) if x not in taken)
    parts: list[tuple[Expr, int, Name]] = []
    for case, letter in zip(telling.cases, letters, strict=False):
        Z = next(Z for Z in telling.system.component_covariants if Z.component is case.component)
        numerator, below = _projection(case, Z)
        names = [letter] if case.modulus is None else [f"{letter}_{k}" for k in range(1, len(case.places) + 1)]
        yield SpectralPart(
            id=f"spectral-part-{case.places[0]}",
            goal=goal,
            why=_why(telling, case, letter, names),
            A=telling.A,
            difference=telling.difference(case.value),
            letter=letter,
            numerator=numerator,
            below=below,
            value=case.value,
            multiplicity=case.component.algebraic_multiplicity,
            index=case.component.index,
            modulus=case.modulus,
        )
        for place, name in zip(case.places, names, strict=True):
            value = case.value if case.modulus is None else telling.name(place)
            parts.append((value, case.component.index, Name(name)))
    yield FunctionAsSum(
        id="function-as-sum",
        goal=goal,
        why=say(f"sum-{task}"),
        function=function,
        parts=tuple(parts),
        multiplicities=tuple(space.algebraic_multiplicity for space in telling.system.eigenspaces),
        n=telling.n,
    )


def _why(telling: Telling, case: Case, letter: str, names: Sequence[str]) -> Message:
    """What the projection is, and how it is called at each of the roots where they are told together."""
    values = List(tuple(map(telling.name, case.places)))
    if case.modulus is None:
        return say("projection-of-one", Z=Name(letter), value=telling.title(case))
    return say(
        "projection-of-roots", Z=Name(letter), variable=LAMBDA, values=values, names=List(tuple(map(Name, names)))
    )


def _projection(case: Case, Z: Covariants) -> tuple[ImmutableMatrix, Expr]:
    """The projection as it is written in a case: a matrix, and what it is divided by."""
    ring, n = case.ring, Z.numerators[0][0].shape[0]
    if case.modulus is not None:
        entries = ImmutableMatrix(n, n, lambda i, k: case.write(Z.numerator(0, int(i), int(k))))
        return entries, case.write(ring.derivative)
    below = ring.inverse(ring.derivative)
    return ImmutableMatrix(n, n, lambda i, k: case.write(ring.mul(Z.numerator(0, int(i), int(k)), below))), Integer(1)


def _terms(function: Function, value: Expr, index: int, Z: Name) -> Iterator[Formula]:
    """What an eigenvalue contributes: its values times the projection and its products with A − λI."""
    for j in range(index):
        factor = function.coefficient(value, j)
        difference = Sum((Name("A"), Minus(Product((value, Name("I"))))))
        powers = () if j == 0 else (difference,) if j == 1 else (Power(difference, j),)
        yield Product((*((factor,) if factor != 1 else ()), *powers, Z))
