"""The other root for free: the eigenvectors of a conjugate eigenvalue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from sympy import Expr, I, Integer, Pow

from symeig.worked.formulas import Equality, Formula, List, Minus, Name, Relation, Statement
from symeig.worked.messages import Message, say
from symeig.worked.rules.eigenspaces import are_long, checks, describe, independence, named_basis, solved, written
from symeig.worked.steps import Block, Display, Paragraph, Step
from symeig.worked.telling import Case, Telling

__all__ = ["Conjugate", "conjugate"]


@dataclass(frozen=True, kw_only=True)
class Conjugate(Step):
    """The eigenvectors of the other root of a quadratic polynomial, by exchanging the square root.

    Attributes:
        replacement: The square root that the two eigenvalues differ by, and what it is replaced by.
        reason: Why the computation need not be repeated.
        first: The eigenvectors that were found for the first root.
        vectors: Those of the other one.
        shifted: A − λI for the other one, as it is written.
        checks: Av = λv multiplied out for them.
    """

    kind: ClassVar[str] = "conjugate"

    replacement: Formula
    reason: Message
    first: tuple[Name, ...]
    vectors: tuple[Name, ...]
    shifted: Formula
    checks: tuple[Equality, ...]

    @property
    def before(self) -> Formula:
        """The eigenvectors that are known."""
        return List(tuple(map(written, self.first)))

    @property
    def operation(self) -> tuple[Formula, ...]:
        """What is replaced."""
        return (self.replacement,)

    @property
    def after(self) -> Formula:
        """The eigenvectors that follow."""
        return List(tuple(map(written, self.vectors)))

    @property
    def claim(self) -> tuple[Statement, ...]:
        """They are eigenvectors, and independent."""
        return (*solved(self.shifted, self.vectors, None), *self.checks, *independence(self.vectors, None))

    def tell(self, level: int) -> tuple[Block, ...]:
        """The reason and the vectors, and from level 2 on the check."""
        is_long = are_long(self.vectors)
        vectors = List(tuple(Name(v.letter) for v in self.vectors)) if is_long else self.after
        found = say("conjugate-basis-is", replacement=self.replacement, vectors=vectors, count=len(self.vectors))
        described = (describe(self.vectors),) if is_long else ()
        told: tuple[Block, ...] = (Paragraph((self.reason, found, *described)),)
        if level > 1 and not is_long:
            told += (Paragraph((say("check-by-multiplying"),)), Display(self.checks))
        return told


def conjugate(telling: Telling, case: Case, goal: Message) -> Iterator[Step]:
    """The step that finds the eigenvectors of a case from those of the one that it is conjugate to.

    Args:
        telling: The eigensystem and its conventions.
        case: With `conjugate_of`.
        goal: The heading.
    """
    first = case.conjugate_of
    if first is None:
        return
    root = _root(first.value, case.value)
    complex_pair = case.value.has(I) and all(x.is_real for x in telling.system.matrix)
    over = "" if telling.system.field.is_rational else "-over"
    replaced: Expr = I if complex_pair or (root.has(I) and all(x.exp.is_Integer for x in root.atoms(Pow))) else root
    vectors = named_basis(telling, case)
    yield Conjugate(
        id=f"conjugate-{case.places[0]}",
        goal=goal,
        replacement=Relation((replaced, Minus(replaced)), "→"),
        reason=say(
            "conjugate-complex" if complex_pair else f"conjugate-root{over}",
            first=first.value,
            value=case.value,
            root=replaced,
            A=telling.A,
        ),
        first=named_basis(telling, first),
        vectors=vectors,
        shifted=telling.shifted(case.value),
        checks=checks(telling, case, vectors),
    )


def _root(first: Expr, other: Expr) -> Expr:
    """The square root that two conjugate numbers differ by, without its rational factor."""
    return (other - first).expand().as_content_primitive()[1].as_coeff_Mul()[1] or Integer(1)
