"""What the signs of the eigenvalues of a real symmetric matrix say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from sympy import Expr, Integer, Poly

from symeig.exact.expressions import LAMBDA
from symeig.worked.formulas import Equality, Formula, Function, Minus, Name, Product, Statement, Sum
from symeig.worked.messages import Message, say
from symeig.worked.steps import Block, Paragraph, Step
from symeig.worked.telling import Telling

__all__ = ["Definiteness", "definiteness", "signs_of_eigenvalues"]


@dataclass(frozen=True, kw_only=True)
class Definiteness(Step):
    """What the signs of the eigenvalues of a real symmetric matrix say.

    Attributes:
        A: The matrix.
        characteristic: λI − A.
        coefficients: Of the monic characteristic polynomial, the leading one first.
        positive: The number of positive eigenvalues, with multiplicities.
        negative: The same of negative ones.
    """

    kind: ClassVar[str] = "definiteness"

    A: Name
    characteristic: Formula
    coefficients: tuple[Expr, ...]
    positive: int
    negative: int

    @property
    def word(self) -> str:
        """What the matrix is called."""
        zero = len(self.coefficients) - 1 - self.positive - self.negative
        if self.positive and self.negative:
            return "indefinite"
        if not (self.positive or self.negative):
            return "zero"
        return ("positive" if self.positive else "negative") + ("-semidefinite" if zero else "-definite")

    @property
    def claim(self) -> tuple[Statement, ...]:
        """The coefficients are those of the characteristic polynomial."""
        n = len(self.coefficients) - 1
        polynomial = sum((c * LAMBDA ** (n - k) for k, c in enumerate(self.coefficients)), Integer(0))
        return (Equality((Function("det", (self.characteristic,)), polynomial)),)

    def check(self) -> bool:
        """The claim, and Descartes' rule of signs, which counts exactly where all roots are real."""
        alternating = [-c if k % 2 else c for k, c in enumerate(self.coefficients)]
        signs = (_changes(self.coefficients), _changes(alternating))
        return super().check() and signs == (self.positive, self.negative)

    def tell(self, level: int) -> tuple[Block, ...]:  # noqa: ARG002  (told the same at every level)
        """The sentence."""
        return (Paragraph((say(f"is-{self.word}", A=Name("A")),)),)


def definiteness(telling: Telling, goal: Message) -> Iterator[Step]:
    """The step that says what the signs of the eigenvalues mean; nothing with parameters or complex entries.

    Args:
        telling: The eigensystem of a symmetric or Hermitian matrix.
        goal: The heading.
    """
    system = telling.system
    if system.field.has_parameters or not system.matrix.is_symmetric() or not telling.is_worked_in_full:
        return
    if not system.matrix.is_zero_matrix:
        yield from signs_of_eigenvalues(telling, goal)


def signs_of_eigenvalues(telling: Telling, goal: Message) -> Iterator[Step]:
    """The step that says what the signs of the eigenvalues of a Hermitian matrix of numbers mean.

    Args:
        telling: The eigensystem.
        goal: The heading.
    """
    system = telling.system
    positive, negative, _ = system.inertia
    yield Definiteness(
        id="definiteness",
        goal=goal,
        level=2,
        A=telling.A,
        characteristic=Sum((Product((LAMBDA, telling.identity)), Minus(telling.A))),
        coefficients=tuple(Poly(system.charpoly.as_expr(), LAMBDA).all_coeffs()),
        positive=positive,
        negative=negative,
    )


def _changes(coefficients: Sequence[Expr]) -> int:
    """The number of changes of sign in a sequence of real numbers, zeros left out."""
    signs = [bool(c.is_positive) for c in coefficients if c != 0]
    return sum(a != b for a, b in pairwise(signs))
