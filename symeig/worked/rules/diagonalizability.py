"""Whether there is a basis of eigenvectors: dimensions against multiplicities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from sympy import Integer

from symeig.worked.formulas import Equality, Formula, Function, List, Name, Statement, Sum
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Case, Telling

__all__ = ["Diagonalizability", "diagonalizability"]


@dataclass(frozen=True, kw_only=True)
class Diagonalizability(Step):
    """The dimensions of the eigenspaces, and what follows from them.

    Attributes:
        dimensions: The dimension of each eigenspace, stated as an equality.
        total: The sum of all dimensions, compared with n.
        verdict: What follows.
    """

    kind: ClassVar[str] = "diagonalizability"

    dimensions: tuple[Equality, ...]
    total: Equality
    verdict: tuple[Message, ...]

    @property
    def before(self) -> Formula:
        """The dimensions."""
        return List(self.dimensions)

    @property
    def after(self) -> Formula:
        """Their sum."""
        return self.total

    @property
    def claim(self) -> tuple[Statement, ...]:
        """Each dimension, and the sum."""
        return (*self.dimensions, self.total)

    def tell(self, level: int) -> tuple[Block, ...]:
        """The dimensions, their sum, and what follows from it."""
        says_something = len(self.total.sides) > 1 or self.total.unequal is not None
        shown = (List(self.dimensions), *([self.total] if says_something else []))
        counted: tuple[Block, ...] = (Display(shown),) if level > 1 and self.why else ()
        return (*counted, Paragraph(self.verdict))


def diagonalizability(telling: Telling) -> Iterator[Step]:
    """The step that compares dimensions with multiplicities."""
    cases = telling.cases
    if not cases:
        return
    counts = [len(case.places) * case.component.geometric_multiplicity for case in cases]
    terms = tuple(Integer(case.component.geometric_multiplicity) for case in cases for _ in case.places)
    n = Integer(telling.n)
    whole = sum(counts) == telling.n
    added = Sum(terms) if len(terms) > 1 else terms[0]
    sides = dict.fromkeys([added, n if whole else Integer(sum(counts))])
    total = Equality(tuple(sides), None if whole else n)
    yield Diagonalizability(
        id="diagonalizability",
        goal=say("section-diagonalizable"),
        why=None if _are_distinct(telling) else say("count-eigenvectors", n=n, count=telling.n),
        dimensions=tuple(_dimension(telling, case) for case in cases),
        total=total,
        verdict=tuple(_verdict(telling)),
    )


def _are_distinct(telling: Telling) -> bool:
    """Whether there are so many eigenvalues that nothing has to be counted."""
    return len(telling.system.eigenspaces) == telling.n


def _dimension(telling: Telling, case: Case) -> Equality:
    """Dim ker(A − λI) = 2, with λ and its polynomial where it stands for several."""
    dimension = Function("nullity", (telling.shifted(case.value),))
    return Equality((dimension, Integer(case.component.geometric_multiplicity)), modulus=case.modulus)


def _verdict(telling: Telling) -> Iterator[Message]:
    n = Integer(telling.n)
    defective = [case for case in telling.cases if case.component.is_defective]
    if not defective:
        name = "diagonalizable-distinct" if _are_distinct(telling) else "diagonalizable"
        yield say(name, n=n, count=telling.n, A=Name("A"))
    for case in defective:
        yield say(
            "defective",
            eigenvalues=telling.title(case),
            count=len(case.places),
            algebraic=Integer(case.component.algebraic_multiplicity),
            geometric=Integer(case.component.geometric_multiplicity),
            vectors=case.component.geometric_multiplicity,
        )
    if defective:
        yield say("not-diagonalizable", A=Name("A"))
